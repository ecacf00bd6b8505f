//! Something that differs between two situations.

use crate::education::progress::Progress;
use crate::finding::finding::Finding;
use crate::finding::refused::EventFault;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::standing::{Phase, PhaseName, Standing};
use crate::naming::table::Language;
use crate::plan::course::Course;
use crate::plan::days::Days;
use crate::plan::plan::Plan;
use crate::regulation::hours::Hours;
use crate::revocation::RevocationGround;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// Something that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Written"))]
pub enum Change {
    /// The history is refused, or refused otherwise.
    Refused(EventFault),
    /// The history is no longer refused.
    Accepted,
    /// The phase.
    Phase(PhaseName, PhaseName),
    /// A day of the same phase.
    Day(NaiveDate, NaiveDate),
    /// The last day on which to register, where the phase does not carry it.
    Deadline(NaiveDate, NaiveDate),
    /// The last day on which it is valid if nothing more happens; `None` where nothing ends its validity.
    LastValidDay(Option<NaiveDate>, Option<NaiveDate>),
    /// The ground of the cancellation.
    Ground(RevocationGround, RevocationGround),
    /// The cancellation can be appealed until another day than before.
    Appealable(NaiveDate),
    /// The cancellation is final.
    Final,
    /// The cancellation is not published.
    Unpublished,
    /// The validity, as it is after.
    Validity(bool),
    /// A finding of the assessment that is no longer there.
    Gone(Finding),
    /// A finding of the assessment that was not there.
    New(Finding),
    /// The hours that count in the cycle.
    Hours(Hours, Hours),
    /// The hours that count in a year, by its place.
    YearHours(u32, Hours, Hours),
    /// The least study still needed.
    Least(Hours, Hours),
    /// Registering becomes possible, in these days.
    Registrable(Days),
    /// Registering is no longer possible.
    Unregistrable,
    /// The days on which to apply.
    Apply(Days, Days),
}

impl Change {
    /// The change as a sentence; a refusal and a finding follow it in their own words.
    #[must_use]
    pub fn phrase(&self) -> Phrase {
        let phrase = Phrase::new;
        match *self {
            Self::Refused(ref refusal) => {
                phrase(Message::NowRefused).with(u32::try_from(refusal.event).unwrap_or(u32::MAX).saturating_add(1))
            }
            Self::Accepted => phrase(Message::NoLongerRefused),
            Self::Phase(before, after) => phrase(Message::WasThenIs).with(before).with(after),
            Self::Day(before, after) => phrase(Message::DayMoves).with(before).with(after),
            Self::Deadline(before, after) => phrase(Message::DeadlineMoves).with(before).with(after),
            Self::LastValidDay(Some(before), Some(after)) => {
                phrase(Message::LastValidDayMoves).with(before).with(after)
            }
            Self::LastValidDay(_, Some(after)) => phrase(Message::ValidNoLongerThan).with(after),
            Self::LastValidDay(_, None) => phrase(Message::ValidBeyondTerm),
            Self::Ground(before, after) => phrase(Message::WasThenIs).with(before).with(after),
            Self::Appealable(until) => phrase(Message::PublishedAppealable).with(until),
            Self::Final => phrase(Message::BecomesFinal),
            Self::Unpublished => phrase(Message::Unpublished),
            Self::Validity(true) => phrase(Message::BecomesValid),
            Self::Validity(false) => phrase(Message::BecomesInvalid),
            Self::Gone(_) => phrase(Message::NoLongerMissing),
            Self::New(_) => phrase(Message::NowMissing),
            Self::Hours(before, after) => phrase(Message::HoursMove).with(before).with(after),
            Self::YearHours(year, before, after) => {
                phrase(Message::HoursOfYearMove).with(year).with(before).with(after)
            }
            Self::Least(before, after) => phrase(Message::LeastMoves).with(before).with(after),
            Self::Registrable(days) => phrase(Message::CanRegister).with(days),
            Self::Unregistrable => phrase(Message::CanNoLongerRegister),
            Self::Apply(before, after) => phrase(Message::ApplyMoves).with(before).with(after),
        }
    }

    /// The change in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}", self.phrase().in_words(language))?;
            let colon = language.choose(": ", "：");
            match self {
                Self::Refused(refusal) => write!(f, "{colon}{}", refusal.fault.in_words(language)),
                Self::Gone(finding) | Self::New(finding) => write!(f, "{colon}{}", finding.in_words(language)),
                _ => Ok(()),
            }
        })
    }
}

/// The days that a standing does not carry: of two with the same phase and validity.
pub(super) fn days(before: &AsOf<'_>, after: &AsOf<'_>) -> impl Iterator<Item = Change> {
    let carried = days_of(before.standing().phase);
    let deadlines = before.deadline().zip(after.deadline());
    let deadlines = deadlines.filter(|(before, after)| before != after && !carried.contains(&Some(*before)));
    let (last, then) = (before.last_valid_day(), after.last_valid_day());
    // Where it is the last day on which to register as well, that says it.
    let is_deadline = last == before.deadline() && then == after.deadline();
    let last = (last != then && !is_deadline).then_some(Change::LastValidDay(last, then));
    deadlines.map(|(before, after)| Change::Deadline(before, after)).into_iter().chain(last)
}

pub(super) fn standings(before: Standing, after: Standing) -> Vec<Change> {
    let names = (before.phase.name(), after.phase.name());
    let mut changes = Vec::new();
    if names.0 == names.1 {
        let days = days_of(before.phase).into_iter().zip(days_of(after.phase));
        changes.extend(
            days.filter(|(before, after)| before != after)
                .filter_map(|(before, after)| Some(Change::Day(before?, after?))),
        );
        changes.extend(
            grounds(before.phase, after.phase)
                .filter(|(before, after)| before != after)
                .map(|(before, after)| Change::Ground(before, after)),
        );
        changes.extend(appeals(before.phase, after.phase));
    } else {
        changes.push(Change::Phase(names.0, names.1));
    }
    if before.in_force != after.in_force {
        changes.push(Change::Validity(after.in_force));
    }
    changes
}

/// The days that go with a phase.
const fn days_of(phase: Phase) -> [Option<NaiveDate>; 2] {
    match phase {
        Phase::NotApproved | Phase::NotSubject | Phase::Released => [None, None],
        Phase::UnderAppeal { since, filed_on, .. } => [Some(since), Some(filed_on)],
        Phase::Cancelled { since, .. } | Phase::Lapsed { since } => [Some(since), None],
        Phase::Filed { filed_on } => [Some(filed_on), None],
        Phase::UnderReview { accepted_on } => [Some(accepted_on), None],
        Phase::DeferralPending { requested_on } => [Some(requested_on), None],
        Phase::Deferred { until } | Phase::RegistrationDue { until } | Phase::InForce { until } => [Some(until), None],
    }
}

fn grounds(before: Phase, after: Phase) -> impl Iterator<Item = (RevocationGround, RevocationGround)> {
    let ground = |phase| match phase {
        Phase::UnderAppeal { ground, .. } | Phase::Cancelled { ground, .. } => Some(ground),
        _ => None,
    };
    ground(before).zip(ground(after)).into_iter()
}

/// What a cancellation still leaves open, where that differs.
fn appeals(before: Phase, after: Phase) -> Option<Change> {
    let open = |phase| match phase {
        Phase::Cancelled { is_final, appealable_until, .. } => Some((is_final, appealable_until)),
        _ => None,
    };
    let (_, after) = open(before).zip(open(after)).filter(|(before, after)| before != after)?;
    Some(match after {
        (_, Some(until)) => Change::Appealable(until),
        (true, None) => Change::Final,
        (false, None) => Change::Unpublished,
    })
}

pub(super) fn educations(before: &Progress, after: &Progress) -> impl Iterator<Item = Change> {
    let total = (before.hours != after.hours).then_some(Change::Hours(before.hours, after.hours));
    let years = before.years.iter().zip(&after.years).filter(|(before, after)| before.hours != after.hours);
    total.into_iter().chain(years.map(|(before, after)| Change::YearHours(after.number, before.hours, after.hours)))
}

pub(super) fn plans(before: &Plan, after: &Plan) -> impl Iterator<Item = Change> {
    // Where nothing is to be registered, nothing is asked for that could be compared.
    let least =
        |plan: &Plan| matches!(plan.course, Course::Register(_) | Course::Barred(_)).then(|| plan.studies.least());
    let least = least(before).zip(least(after)).filter(|(before, after)| before != after);
    let least = least.map(|(before, after)| Change::Least(before, after));
    let days = |plan: &Plan| match &plan.course {
        Course::Register(registering) => Some(registering.apply),
        _ => None,
    };
    let course = match (days(before), days(after)) {
        (None, Some(days)) => Some(Change::Registrable(days)),
        (Some(_), None) if matches!(after.course, Course::AwaitRegistration { .. }) => None,
        (Some(_), None) => Some(Change::Unregistrable),
        (Some(before), Some(after)) if before != after => Some(Change::Apply(before, after)),
        _ => None,
    };
    least.into_iter().chain(course)
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Change, Language};
    use alloc::string::{String, ToString};
    use serde::{Serialize, Serializer};

    /// Something that differs, by name and as a sentence in both languages.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "Change")]
    pub(super) struct Written {
        /// The name of what differs.
        change: &'static str,
        en: String,
        zh: String,
    }

    impl Serialize for Change {
        /// `{"change", "en", "zh"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let (en, zh) = (self.in_words(Language::En).to_string(), self.in_words(Language::Zh).to_string());
            Written { change: self.phrase().message().name(), en, zh }.serialize(serializer)
        }
    }
}
