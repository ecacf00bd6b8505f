//! What a plan comes to, before the days around it are told.

use crate::calendar::date::next_day;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Strict;
use crate::finding::verdict::Verdict;
use crate::lifecycle::act::Act;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::standing::Phase;
use crate::lifecycle::term::Term;
use crate::plan::course::{Bar, Course};
use crate::plan::registering::Attempt;
use crate::plan::study::Studies;
use crate::registration::application::{Application, Registration};
use crate::registration::conditions::examine_papers;
use crate::regulation::readings::{ConditionsOn, LapseEffect, LapsedAtRepeal};
use alloc::vec;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The decision on what is pending that a plan assumes, made on the day of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "crate::words::phrase::Phrase"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "crate::words::phrase::Phrase"))]
pub enum Assumed {
    /// The application is refused: it does not meet the conditions as of its acceptance (reading `conditions_on`).
    ApplicationRefused {
        /// The day of its acceptance.
        accepted_on: NaiveDate,
    },
    /// The deferral is refused, which is the worse case.
    DeferralRefused {
        /// The day of the request.
        requested_on: NaiveDate,
    },
    /// The deferral is granted: the certificate would lapse otherwise.
    DeferralGranted {
        /// The day of the request.
        requested_on: NaiveDate,
    },
}

/// What a plan comes to.
pub(super) struct Prospect {
    pub(super) assumed: Option<Assumed>,
    pub(super) course: Course,
    pub(super) studies: Studies,
    pub(super) papers: Vec<Finding>,
    pub(super) is_drafted: bool,
}

impl From<Course> for Prospect {
    /// With nothing to be earned or shown.
    fn from(course: Course) -> Self {
        let (studies, papers) = (Studies::default(), Vec::new());
        Self { assumed: None, course, studies, papers, is_drafted: false }
    }
}

impl Prospect {
    /// Readings: `lapse_effect`, `lapsed_at_repeal`.
    pub(super) fn of(as_of: &AsOf<'_>, draft: Option<&Application>) -> Self {
        let (phase, regulation) = (as_of.standing().phase, as_of.context().regulation());
        let (readings, repealed_on) = (regulation.readings(), regulation.parameters().repealed_on);
        let to_come = repealed_on.filter(|&day| as_of.on() < day);
        let course = match (phase, as_of.certificate().term(), repealed_on) {
            (Phase::NotSubject, _, _) => Course::NothingToDo,
            (Phase::NotApproved, _, _) | (_, None, _) => Course::AwaitApproval,
            (Phase::Cancelled { .. } | Phase::UnderAppeal { .. }, _, _) => after_cancellation(as_of),
            (Phase::Released, _, Some(from)) => Course::Repealed { from },
            (Phase::Lapsed { .. }, Some(term), _)
                if readings.lapse_effect == LapseEffect::MayReturn && to_come == repealed_on =>
            {
                return Self::of_term(as_of, term, draft);
            }
            (Phase::Lapsed { .. }, _, _) => match to_come {
                Some(from) if readings.lapsed_at_repeal == LapsedAtRepeal::Revived => Course::Repealed { from },
                _ => Course::Nothing,
            },
            (_, Some(term), _) => match to_come {
                // Whatever is decided until then, it has not lapsed by the end of the day before.
                Some(from) if as_of.deadline().is_some_and(|deadline| from <= next_day(deadline)) => {
                    Course::Repealed { from }
                }
                _ => return Self::of_term(as_of, term, draft),
            },
        };
        course.into()
    }

    /// The prospect of a certificate whose term runs, or that may return.
    fn of_term(as_of: &AsOf<'_>, term: &Term, draft: Option<&Application>) -> Self {
        let (on, context) = (as_of.on(), *as_of.context());
        let (phase, readings) = (as_of.standing().phase, context.regulation().readings());
        let mut pending = None;
        let mut is_met = false;
        let assumed = match (phase, as_of.certificate()) {
            (Phase::UnderReview { accepted_on }, Certificate::UnderReview(state)) => {
                pending = Some(*state.application());
                is_met = state.conditions(on, &Registration::default(), context.facts()).is_met();
                let as_accepted = readings.conditions_on == ConditionsOn::Acceptance;
                (!is_met && as_accepted).then_some(Assumed::ApplicationRefused { accepted_on })
            }
            (Phase::Lapsed { .. }, _) => None,
            (_, Certificate::DeferralPending(state)) => {
                let requested_on = state.requested_on();
                let in_time = on <= term.deadline();
                let (refused, granted) =
                    (Assumed::DeferralRefused { requested_on }, Assumed::DeferralGranted { requested_on });
                Some(if in_time { refused } else { granted })
            }
            _ => None,
        };
        if let (true, Phase::UnderReview { accepted_on }) = (is_met, phase) {
            let registered = Act::Registered(Registration::default()).on(on);
            match as_of.certificate().step(&registered, context.facts(), &mut Strict) {
                Ok(_) => return Course::AwaitRegistration { accepted_on }.into(),
                // Another agency than that of acceptance has to register it.
                Err(fault) if matches!(fault.code(), Code::AgencyMissing | Code::AgencyNotApproved) => {}
                Err(fault) => return Course::Barred(vec![Bar::Refused(fault)]).into(),
            }
        }
        // The decision is one on what is pending, so that nothing stands against it.
        let decided = assumed.and_then(|assumed| {
            as_of.certificate().step(&assumed.decision().on(on), context.facts(), &mut Strict).ok()
        });
        let decided = AsOf::new(decided.unwrap_or(*as_of.certificate()), on, context);
        let term = decided.certificate().term().unwrap_or(term);
        let lapses = matches!(decided.standing().phase, Phase::Lapsed { .. });
        if lapses && readings.lapse_effect == LapseEffect::ForGood {
            return Self { assumed, ..Course::Barred(vec![Bar::Lapses]).into() };
        }
        let known = draft.copied().or(pending);
        let papers =
            if is_met { Vec::new() } else { missing_papers(&decided, term, &known.unwrap_or(Application::BLANK)) };
        let is_drafted = known.is_some();
        let attempt = Attempt { as_of: &decided, term, papers: &papers, is_drafted, is_met };
        let (course, studies) = attempt.course();
        Self { assumed, course, studies, papers, is_drafted }
    }
}

impl Assumed {
    const fn decision(self) -> Act {
        match self {
            Self::ApplicationRefused { .. } => Act::Refused,
            Self::DeferralRefused { .. } => Act::DeferralRefused,
            Self::DeferralGranted { .. } => Act::DeferralGranted,
        }
    }
}

fn after_cancellation(as_of: &AsOf<'_>) -> Course {
    match (as_of.standing().phase, as_of.certificate()) {
        (Phase::UnderAppeal { filed_on, .. }, _) => Course::AwaitAppeal { filed_on },
        (_, Certificate::Cancelled(_)) => Course::AwaitPublication,
        (Phase::Cancelled { appealable_until: Some(by), .. }, _) => Course::Appeal { by },
        _ => Course::Nothing,
    }
}

/// What the application lacks, the education aside.
fn missing_papers(as_of: &AsOf<'_>, term: &Term, application: &Application) -> Vec<Finding> {
    let mut verdict = Verdict::default();
    examine_papers(application, &term.cycle(as_of.context().regulation()), &mut |finding| verdict.find(finding));
    verdict.into_findings()
}
