//! On which open points a conclusion hangs.

use crate::finding::code::Code;
use crate::lifecycle::act::Event;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Context;
use crate::lifecycle::file::CertificateFile;
use crate::regulation::readings::Reading;
use crate::whatif::asked::Asked;
use crate::whatif::conclusion::Conclusion;
use crate::whatif::relevance::{Relevant, relevant};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A question about an opened certificate on a day, asked under one reading of the notices after another.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::PhaseName;
/// use ruankao::regulation::Reading;
/// use ruankao::whatif::Conclusion;
/// use ruankao::{Act, History, Language, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let file = Law::of_2004().open(history, Ledger::default());
///
/// let search = file.inquiry(day!(2008, 3, 10)).search(3);
/// assert_eq!(search.flips()[0].turned, [(Reading::ExpiryDay, "day_before")]);
/// let lapsed = Conclusion::Standing { phase: PhaseName::Lapsed, in_force: false };
/// assert_eq!(search.flips()[0].conclusion, lapsed);
///
/// let early = file.inquiry(day!(2006, 1, 1));
/// let claim = early.unanimous(3).unwrap();
/// assert_eq!(claim.conclusion(), Conclusion::Standing { phase: PhaseName::InForce, in_force: true });
/// assert!(claim.is_confirmed_by(&early, 2));
/// assert!(!claim.is_confirmed_by(&file.inquiry(day!(2009, 1, 1)), 2));
///
/// // It holds under every reading; the last day on which to register is another under one.
/// let shifted = &claim.shifts()[0];
/// assert_eq!(shifted.turned, [(Reading::ExpiryDay, "day_before")]);
/// assert!(shifted.in_words(Language::En).to_string().contains("from 2008-03-10 to 2008-03-09"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Inquiry<'f> {
    context: Context<'f>,
    on: NaiveDate,
    asked: Asked<'f>,
}

impl CertificateFile<'_> {
    /// An inquiry into what a day comes to, and on which readings that hangs.
    #[must_use]
    pub fn inquiry(&self, on: NaiveDate) -> Inquiry<'_> {
        Inquiry { context: self.context(), on, asked: Asked::Standing }
    }
}

impl<'f> Inquiry<'f> {
    /// The same with another question.
    #[must_use]
    pub const fn asking(self, asked: Asked<'f>) -> Self {
        Self { asked, ..self }
    }

    /// What it comes to under the readings of the file.
    #[must_use]
    pub fn conclusion(&self) -> Conclusion {
        self.conclusion_in(self.context)
    }

    /// The readings that can matter, in the order of the rule book.
    #[must_use]
    pub fn relevant(&self) -> Vec<Reading> {
        self.turnable(&self.events()).into_iter().map(|relevant| relevant.reading).collect()
    }

    pub(super) const fn day(&self) -> NaiveDate {
        self.on
    }

    pub(super) const fn context(&self) -> &Context<'f> {
        &self.context
    }

    /// The events that are read: those held, up to the first dated after the day.
    pub(super) fn events(&self) -> Vec<&'f Event> {
        let Context { history, known_on, .. } = self.context;
        history.held(known_on).map(|(_, event)| event).take_while(|event| event.on <= self.on).collect()
    }

    pub(super) fn turnable(&self, events: &[&Event]) -> Vec<Relevant> {
        relevant(events, self.on, self.context.mode, self.asked, self.context.regulation())
    }

    /// What is asked of the certificate that the events leave, or of their refusal.
    pub(super) fn conclude(&self, read: Result<AsOf<'_>, Code>) -> Conclusion {
        let as_of = match read {
            Ok(as_of) => as_of,
            Err(error) => return Conclusion::Refused { error },
        };
        match self.asked {
            Asked::Standing => {
                let standing = as_of.standing();
                Conclusion::Standing { phase: standing.phase.name(), in_force: standing.in_force }
            }
            Asked::Registrable(application) => {
                Conclusion::Registrable { registrable: as_of.assessment(application).is_met() }
            }
            Asked::Education => {
                Conclusion::Education { complete: as_of.education().ok().map(|progress| progress.is_complete()) }
            }
        }
    }

    pub(super) fn as_of<'a>(&self, certificate: Certificate, context: Context<'a>) -> AsOf<'a> {
        AsOf::new(certificate, self.on, context)
    }

    /// Whether the days of the standing belong to what is asked.
    pub(super) const fn asks_for_days(&self) -> bool {
        matches!(self.asked, Asked::Standing)
    }

    pub(super) fn conclusion_in(&self, context: Context<'_>) -> Conclusion {
        let read = context.certificate(self.on).map_err(|refusal| refusal.fault.code());
        self.conclude(read.map(|certificate| self.as_of(certificate, context)))
    }
}
