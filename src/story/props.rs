//! What the stories are made of.

use crate::calendar::period::Period;
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::{BodyId, Listing, Register};
use crate::lifecycle::act::{Act, Event};
use crate::registration::application::{Acceptance, Application};
use crate::regulation::hours::Hours;
use crate::regulation::rules::Regulation;
use crate::story::scene::Scene;
use chrono::NaiveDate;

/// A day of the calendar: one that does not exist does not compile.
macro_rules! day {
    ($year:literal, $month:literal, $day:literal) => {
        const { $crate::story::props::literal($year, $month, $day) }
    };
}
pub(super) use day;

/// The days that matter, a row each.
macro_rules! days {
    ($($year:literal - $month:literal - $day:literal: $phase:path, $in_force:literal;)+) => {
        &[$(
            $crate::story::telling::KeyDay {
                on: $crate::story::props::day!($year, $month, $day),
                phase: $phase,
                in_force: $in_force,
            },
        )+]
    };
}
pub(super) use days;

#[expect(clippy::panic, reason = "evaluated while compiling, where a panic is a compile error")]
pub(super) const fn literal(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => panic!("a literal names a day of the calendar"),
    }
}

/// The agency that the stories apply to.
pub(super) const AGENCY: &str = "上海市登记实施机构";
/// The training institution that the stories study with.
pub(super) const PROVIDER: &str = "上海培训基地";

/// A scene of events alone, under the notices.
pub(super) fn scene(events: impl IntoIterator<Item = Event>) -> Scene {
    Scene {
        regulation: Regulation::default(),
        mode: Mode::Strict,
        history: events.into_iter().collect(),
        ledger: Ledger::default(),
        providers: None,
        agencies: None,
    }
}

/// Study with the institution of the stories, beside work: the day of completion and the hours.
pub(super) fn studied(courses: &[(NaiveDate, u32)]) -> Ledger {
    let provider = || Some(BodyId::from(PROVIDER));
    courses.iter().map(|&(on, hours)| entry(on, hours, StudyMode::SpareTime, provider())).collect()
}

/// Study on the job.
pub(super) fn on_the_job(on: NaiveDate, hours: u32) -> Entry {
    entry(on, hours, StudyMode::OnTheJob, None)
}

fn entry(on: NaiveDate, hours: u32, mode: StudyMode, provider: Option<BodyId>) -> Entry {
    let (field, kind) = (Field::Software, ContentKind::Technology);
    Entry { on, hours: Hours::whole(hours), mode, field, kind, provider }
}

/// A complete application, accepted by the agency of the stories.
pub(super) fn applied(on: NaiveDate) -> Event {
    let acceptance = Acceptance { agency: Some(BodyId::from(AGENCY)), application: Application::COMPLETE };
    Act::ApplicationAccepted(acceptance).on(on)
}

/// A claim on a ground with one absence and the papers that show it.
pub(super) fn away(ground: Ground, from: NaiveDate, to: NaiveDate) -> Claim {
    let absences: Absences = Period::new(from, to).into_iter().collect();
    Claim { absences, evidence: true, ..Claim::on(ground) }
}

/// A list of one body.
pub(super) fn list(id: &str, approved_on: NaiveDate, withdrawn_on: NaiveDate) -> Option<Register> {
    Some(Listing::new(id, approved_on, Some(withdrawn_on)).into_iter().collect())
}
