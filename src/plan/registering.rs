//! How a certificate can be registered: by when, where, and until when it is valid then.

use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::AsDecided;
use crate::lifecycle::act::Act;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::term::Term;
use crate::plan::agencies::{acting, acting_on, first_acting};
use crate::plan::course::{Bar, Course, Registering};
use crate::plan::days::Days;
use crate::plan::stage::Bounds;
use crate::plan::study::Studies;
use crate::registration::application::{Acceptance, Application, Registration};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What a registration is tried with.
#[derive(Clone, Copy)]
pub(super) struct Attempt<'a> {
    /// The certificate, with what is pending decided as assumed.
    pub(super) as_of: &'a AsOf<'a>,
    pub(super) term: &'a Term,
    /// The papers that are missing.
    pub(super) papers: &'a [Finding],
    /// Whether something is known of the applicant, so that a criminal record is one.
    pub(super) is_drafted: bool,
    /// Whether the pending application meets the conditions already.
    pub(super) is_met: bool,
}

impl Attempt<'_> {
    /// How it can be registered, with the study that it takes: in time, else after the lapse where that is not for good.
    pub(super) fn course(self) -> (Course, Studies) {
        let bounds = Bounds::of(self.as_of, self.term);
        let (way, studies) = self.within(bounds);
        let bars = match way {
            Ok(registering) => return (Course::Register(registering), studies),
            Err(bars) => bars,
        };
        match bounds.missed(self.as_of, self.term).map(|missed| self.within(missed)) {
            Some((Ok(registering), studies)) => (Course::Register(registering), studies),
            _ => (Course::Barred(bars), studies),
        }
    }

    fn within(self, bounds: Bounds) -> (Result<Registering, Vec<Bar>>, Studies) {
        let studies = self.studies(bounds.by);
        if studies.are_possible() || bounds.by == bounds.judged_by {
            let from = studies.complete_from(bounds.from);
            return (self.on(bounds, [from; 2], &studies), studies);
        }
        // What cannot be earned by the last day to apply can be while the application is pending.
        let studies = self.studies(bounds.judged_by);
        let register_from = studies.complete_from(bounds.from);
        (self.on(bounds, [bounds.from, register_from], &studies), studies)
    }

    fn studies(self, latest: Option<NaiveDate>) -> Studies {
        if self.is_met {
            return Studies::default();
        }
        let context = self.as_of.context();
        Studies::needed(&self.term.cycle(context.regulation()), context.credits(), self.as_of.on(), latest)
    }

    /// Applied for from the first of two days on, and registered from the second on.
    fn on(
        self,
        bounds: Bounds,
        [from, register_from]: [NaiveDate; 2],
        studies: &Studies,
    ) -> Result<Registering, Vec<Bar>> {
        let hopeless = self.papers.iter().filter(|paper| self.is_drafted && paper.code() == Code::CriminalRecord);
        let mut bars: Vec<Bar> = hopeless.copied().map(Bar::Condition).collect();
        bars.extend(studies.items().iter().filter(|item| item.first().is_none()).copied().map(Bar::Study));
        let registering = self
            .days(bounds, [from, register_from])
            .and_then(|(apply, register_from)| self.registering(bounds, apply, register_from));
        match registering {
            Ok(registering) if bars.is_empty() => Ok(registering),
            Ok(_) => Err(bars),
            Err(bar) => {
                bars.push(bar);
                Err(bars)
            }
        }
    }

    /// The days on which to apply, and the first on which to register: with an agency that may act, where there is a list.
    fn days(self, bounds: Bounds, [from, register_from]: [NaiveDate; 2]) -> Result<(Days, NaiveDate), Bar> {
        let (opens, deadline) = (self.term.opens(), self.term.deadline());
        let days = Days::new(from, bounds.by).ok_or(Bar::NoWindow { opens, deadline })?;
        let Some(agencies) = self.as_of.context().law().agencies() else { return Ok((days, register_from)) };
        let apply = acting(agencies, days).ok_or(Bar::NoAgency(days))?;
        if register_from <= apply.first() {
            return Ok((apply, apply.first()));
        }
        let days = Days::new(register_from, bounds.judged_by).unwrap_or(days);
        Ok((apply, first_acting(agencies, days).ok_or(Bar::NoAgency(days))?))
    }

    fn registering(self, bounds: Bounds, apply: Days, register_from: NaiveDate) -> Result<Registering, Bar> {
        let valid_until = valid_until(self.as_of, apply.first(), register_from).map_err(Bar::Refused)?;
        let on_the_list = |day| self.as_of.context().law().agencies().map(|agencies| acting_on(agencies, day));
        let (agencies, registrars) = (on_the_list(apply.first()), on_the_list(register_from));
        let Bounds { stage, act, .. } = bounds;
        Ok(Registering { stage, act, apply, register_from, agencies, registrars, valid_until })
    }
}

/// The last day in force of the term that a registration starts: tried on the certificate itself, whatever else is
/// missing.
fn valid_until(as_of: &AsOf<'_>, apply_on: NaiveDate, register_on: NaiveDate) -> Result<NaiveDate, Fault> {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let mut certificate = *as_of.certificate();
    let is_accepted = matches!(certificate, Certificate::UnderReview(_));
    let accepted = (!is_accepted).then(|| accepted.on(apply_on));
    for event in accepted.into_iter().chain([Act::Registered(Registration::default()).on(register_on)]) {
        certificate = certificate.step(&event, as_of.context().facts(), &mut AsDecided)?;
    }
    Ok(certificate.term().map_or(register_on, Term::expiry))
}
