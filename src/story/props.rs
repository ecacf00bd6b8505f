//! What the stories are made of.

use crate::calendar::period::Period;
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::{BodyId, Listing, Register};
use crate::law::Law;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::history::History;
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use crate::regulation::hours::Hours;
use chrono::NaiveDate;

/// A day of the calendar: one that does not exist does not compile.
macro_rules! day {
    ($year:literal, $month:literal, $day:literal) => {
        const { $crate::calendar::day::literal($year, $month, $day) }
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

/// The agency that the stories apply to.
pub(super) const AGENCY: &str = "上海市登记实施机构";
/// The training institution that the stories study with.
pub(super) const PROVIDER: &str = "上海培训基地";

/// Sixty hours a year.
pub(super) const FULL: &[(NaiveDate, u32)] =
    &[(day!(2005, 9, 20), 60), (day!(2006, 8, 18), 60), (day!(2007, 10, 19), 60)];

/// A certificate opened under a law.
pub(super) fn opened(
    law: &Law,
    mode: Mode,
    events: impl IntoIterator<Item = Event>,
    ledger: Ledger,
) -> CertificateFile<'static> {
    law.open_in(mode, History::from_iter(events), ledger)
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

/// A registration on what was accepted.
pub(super) fn registered(on: NaiveDate) -> Event {
    Act::Registered(Registration::default()).on(on)
}

/// An application filed with the agency of the stories.
pub(super) fn filed(on: NaiveDate) -> Event {
    Act::ApplicationFiled(Filing { agency: Some(BodyId::from(AGENCY)) }).on(on)
}

/// A claim on a ground with one absence and the papers that show it.
pub(super) fn away(ground: Ground, from: NaiveDate, to: NaiveDate) -> Claim {
    let absences: Absences = Period::new(from, to).into_iter().collect();
    Claim { absences, evidence: true, ..Claim::on(ground) }
}

/// A list of one body.
pub(super) fn list(id: &str, approved_on: NaiveDate, withdrawn_on: NaiveDate) -> Register {
    Listing::new(id, approved_on, Some(withdrawn_on)).into_iter().collect()
}
