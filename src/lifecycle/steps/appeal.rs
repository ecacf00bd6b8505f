//! Appeal (47.11).

use crate::appeal::examine;
use crate::calendar::date::{add_days, sub_days};
use crate::calendar::working_days::Uncovered;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::faults::not_published;
use crate::lifecycle::states::{
    Cancelled, DeferralPending, Dossier, Lapsed, Live, Publication, Restored, UnderAppeal, Upheld,
};
use crate::regulation::readings::{LapsedAtRepeal, RestoredTerm};
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

impl Cancelled {
    /// 47.11: 自注销登记公布之日起三十日内. An appeal before the publication is a fault, not a nullity.
    pub(in crate::lifecycle) fn appealed(
        &self,
        on: NaiveDate,
        publication: Option<Publication>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<UnderAppeal, Fault> {
        match publication {
            None => scrutiny.look(|| Some(not_published()))?,
            Some(publication) => examine(on, publication.appealable_until, scrutiny)?,
        }
        Ok(UnderAppeal { cancelled: self.at(on), publication, filed_on: on })
    }
}

impl UnderAppeal {
    pub(in crate::lifecycle) fn upheld(&self, on: NaiveDate) -> Upheld {
        Upheld { appeal: Self { cancelled: self.cancelled.at(on), ..*self }, decided_on: on }
    }

    /// Whether time alone would have ended it is asked of the day of the decision, or of the last day on which the notices
    /// applied: what had not lapsed then is released.
    ///
    /// Readings: `restored_term`, `lapsed_at_repeal`.
    pub(in crate::lifecycle) fn overturned(
        &self,
        on: NaiveDate,
        regulation: &Regulation,
    ) -> Result<Restored, Uncovered> {
        let Cancelled { was, since, .. } = self.cancelled;
        let readings = regulation.readings();
        let live = match readings.restored_term {
            RestoredTerm::AsItWas => was,
            RestoredTerm::Tolled => {
                let days = on.signed_duration_since(since).num_days();
                was.tolled(u32::try_from(days).unwrap_or(0), regulation)?
            }
        };
        let live = live.with(live.dossier().at(on));
        let repealed_on = regulation.repealed_by(on);
        let last_day = repealed_on.map_or(on, |repealed_on| sub_days(repealed_on, 1));
        let revived = repealed_on.is_some() && readings.lapsed_at_repeal == LapsedAtRepeal::Revived;
        Ok(if live.lapsed_by(last_day, regulation).is_some() && !revived {
            Restored::Lapsed(Lapsed { dossier: *live.dossier(), since: on })
        } else {
            Restored::Live(live)
        })
    }
}

impl Live {
    /// Longer by days: the term, and the day until which a deferral was requested.
    fn tolled(self, days: u32, regulation: &Regulation) -> Result<Self, Uncovered> {
        let dossier = *self.dossier();
        let tolled = self.with(Dossier { term: dossier.term.tolled(days, regulation)?, ..dossier });
        Ok(match tolled {
            Self::DeferralPending(state) => {
                Self::DeferralPending(DeferralPending { until: add_days(state.until, days), ..state })
            }
            other => other,
        })
    }
}
