//! Revocation (47.10) and its publication (47.11).

use crate::appeal::last_day;
use crate::calendar::working_days::Uncovered;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Facts;
use crate::lifecycle::states::{Cancelled, Live, Publication, Published, UnderAppeal, Upheld};
use crate::regulation::rules::Regulation;
use crate::revocation::Revocation;
use chrono::NaiveDate;

impl Live {
    pub(in crate::lifecycle) fn cancelled(
        self,
        on: NaiveDate,
        revocation: Revocation,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<Cancelled, Fault> {
        revocation.examine(on, self.dossier().past, facts.regulation(), scrutiny)?;
        Ok(Cancelled { was: self.with(self.dossier().at(on)), since: on, ground: revocation.ground() })
    }
}

impl Publication {
    fn starting(on: NaiveDate, regulation: &Regulation) -> Result<Self, Uncovered> {
        Ok(Self { on, appealable_until: last_day(on, regulation)? })
    }
}

impl Cancelled {
    pub(in crate::lifecycle) fn published(
        &self,
        on: NaiveDate,
        regulation: &Regulation,
    ) -> Result<Published, Uncovered> {
        Ok(Published { cancelled: self.at(on), publication: Publication::starting(on, regulation)? })
    }
}

impl UnderAppeal {
    pub(in crate::lifecycle) fn published(&self, on: NaiveDate, regulation: &Regulation) -> Result<Self, Uncovered> {
        let publication = Some(Publication::starting(on, regulation)?);
        Ok(Self { cancelled: self.cancelled.at(on), publication, ..*self })
    }
}

impl Upheld {
    pub(in crate::lifecycle) fn published(&self, on: NaiveDate, regulation: &Regulation) -> Result<Self, Uncovered> {
        Ok(Self { appeal: self.appeal.published(on, regulation)?, ..*self })
    }
}
