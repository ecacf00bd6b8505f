//! An opened certificate as of a day: its standing, its outlook, its assessment, its education.

use crate::calendar::date::sub_days;
use crate::education::progress::Progress;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::verdict::Verdict;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::coming::{DayToCome, turning};
use crate::lifecycle::context::Context;
use crate::lifecycle::faults::{not_approved, not_subject};
use crate::lifecycle::standing::{Outline, Standing};
use crate::registration::application::Application;
use crate::regulation::hours::Hours;
use chrono::NaiveDate;

/// An opened certificate as of a day, if nothing happened after its last event.
///
/// No answer rests on what is dated after the day, or on what the register did not hold. Asking its standing, outlook,
/// assessment or deadline allocates nothing unless something is wrong to report.
#[derive(Clone, Copy, Debug)]
pub struct AsOf<'f> {
    certificate: Certificate,
    on: NaiveDate,
    context: Context<'f>,
}

/// How long a standing lasts if nothing more happens, and what comes then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Outlook {
    /// The last day to which phase, validity and finality stay as they are.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::calendar::iso::reckoned"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub holds_until: NaiveDate,
    /// What they are on the day after it.
    pub then: Outline,
}

impl<'f> AsOf<'f> {
    /// For a certificate that was read up to the day.
    #[inline(always)]
    pub(crate) const fn new(certificate: Certificate, on: NaiveDate, context: Context<'f>) -> Self {
        Self { certificate, on, context }
    }

    /// The certificate as its events up to the day leave it.
    #[must_use]
    pub const fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// The day.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    pub(crate) const fn context(&self) -> &Context<'f> {
        &self.context
    }

    /// The standing on the day.
    #[must_use]
    #[inline]
    pub fn standing(&self) -> Standing {
        self.standing_on(self.on)
    }

    /// The last day on which to act for the next registration, where the certificate still has one.
    #[must_use]
    pub fn deadline(&self) -> Option<NaiveDate> {
        self.certificate.deadline_of(&self.standing())
    }

    /// The last day on which it is valid if nothing more happens; `None` where it is not valid on the day, and where
    /// nothing ends its validity.
    #[must_use]
    pub fn last_valid_day(&self) -> Option<NaiveDate> {
        let regulation = self.context.regulation();
        self.standing().in_force.then(|| self.certificate.valid_through(self.on, regulation)).flatten()
    }

    /// The hours of study still missing in the cycle, in all and in its years, as far as the total does not cover them;
    /// none where there is no cycle.
    #[must_use]
    pub fn hours_missing(&self) -> Hours {
        let Ok(progress) = self.education() else { return Hours::ZERO };
        let in_years = progress.years.iter().map(|year| year.shortfall()).fold(Hours::ZERO, Hours::plus);
        in_years.max(progress.shortfall())
    }

    /// How long the standing lasts if nothing more happens; `None` where time alone changes nothing.
    #[must_use]
    pub fn outlook(&self) -> Option<Outlook> {
        let now = self.standing().outline();
        let changed = |day: NaiveDate| Some(self.standing_on(day).outline()).filter(|then| *then != now);
        self.turning_days().find_map(|day| changed(day).map(|then| Outlook { holds_until: sub_days(day, 1), then }))
    }

    /// May the holder be registered on this application, accepted on the day, and if not, what is missing?
    ///
    /// One finding on the state comes first, then all of the conditions. Agencies are not looked at: none has been
    /// chosen yet.
    #[must_use]
    pub fn assessment(&self, application: &Application) -> Verdict {
        let Self { certificate, on, context } = self;
        certificate.assessment(application, context.credits(), *on, context.regulation())
    }

    /// How far the holder has come in the cycle of the last approval or registration.
    ///
    /// # Errors
    ///
    /// `not_approved` and `not_subject` where there is no cycle.
    pub fn education(&self) -> Result<Progress, Fault> {
        match (&self.certificate, self.certificate.term()) {
            (_, Some(term)) => Ok(term.cycle(self.context.regulation()).progress(self.context.credits(), self.on)),
            (Certificate::NotSubject(_), None) => Err(not_subject(self.context.regulation()).into()),
            (_, None) => Err(not_approved().into()),
        }
    }

    /// What stands in the way of an application, whatever it says.
    pub(crate) fn obstacle(&self) -> Option<Finding> {
        self.certificate.obstacle(self.on, self.context.regulation())
    }

    #[inline]
    fn standing_on(&self, on: NaiveDate) -> Standing {
        self.certificate.standing(on, self.context.regulation())
    }

    /// The days after this one on which time alone may change the standing, in order.
    pub(crate) fn turning_days(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let days = turning(&self.certificate, self.context.regulation());
        let mut days = days.map(|come| come.map(DayToCome::turns_on));
        days.sort_unstable();
        let on = self.on;
        days.into_iter().flatten().filter(move |&day| day > on)
    }
}
