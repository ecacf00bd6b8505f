//! Lives that turn on what the register held on a day.
#![expect(clippy::zero_prefixed_literal, reason = "the days of the tables are written as they are read")]

use crate::education::ledger::Ledger;
use crate::finding::code::Code::{self, EducationTotal, EducationYear};
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use crate::lifecycle::act::Act;
use crate::lifecycle::standing::PhaseName::{InForce, RegistrationDue, UnderReview};
use crate::regulation::clause::Clause;
use crate::story::props::{FULL, applied, day, days, on_the_job, opened, registered, studied};
use crate::story::telling::Story;
use chrono::NaiveDate;

/// Sixty hours a year, the last of which an inspection strikes on a day.
fn struck(on: NaiveDate) -> Ledger {
    let mut ledger = studied(FULL);
    // The day is after that of the entry, so nothing stands against it.
    let _ = ledger.strike(2, on);
    ledger
}

pub(super) static STORIES: &[Story] = &[
    Story {
        id: "hours_struck",
        title: ("Hours struck after an inspection", "检查后划去的学时"),
        lesson: (
            "An inspection finds that a course was never held, and its 60 hours are struck from the ledger: 120 of 180 are left. The holder studies again in time, on the job, and is registered.",
            "检查发现一次培训并未举办，记载的60学时被划去，180学时只剩120学时。持证者在期满前以在岗学习补足，准予登记。",
        ),
        clauses: &[Clause::N48_4, Clause::N48_12],
        open: || {
            let mut ledger = struck(day!(2007, 12, 20));
            ledger.record(on_the_job(day!(2008, 2, 22), 60));
            let events =
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2008, 2, 25)), registered(day!(2008, 3, 5))];
            opened(&Law::of_2004(), Mode::Strict, events, ledger)
        },
        known_on: None,
        today: day!(2008, 1, 14),
        until: day!(2008, 12, 31),
        days: days! {
            2008-01-14: RegistrationDue, true;
            2008-02-25: UnderReview, true;
            2008-03-05: InForce, true;
        },
        findings: &[EducationTotal, EducationYear],
        irregularities: &[],
    },
    Story {
        id: "lawful_as_known",
        title: ("Lawful on what was known", "按当时所知符合规定"),
        lesson: (
            "The certificate was registered on 180 hours, 60 of which were struck four months later. As known on the day of the registration it was lawful; strictly read with what is held now it is refused; read as recorded, what was decided stands until it is taken back.",
            "准予登记时学时为180学时，四个月后其中60学时被划去。按登记之日所知，登记符合规定；按现有记录以严格模式审查，则不能成立；按记载的决定，登记在被撤销之前仍然有效。",
        ),
        clauses: &[Clause::N47_7, Clause::N48_4],
        open: || {
            let events =
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2008, 1, 15)), registered(day!(2008, 1, 28))];
            opened(&Law::of_2004(), Mode::Strict, events, struck(day!(2008, 6, 2)))
        },
        known_on: Some(day!(2008, 1, 28)),
        today: day!(2008, 1, 28),
        until: day!(2008, 12, 31),
        days: days! {
            2008-01-15: UnderReview, true;
            2008-01-28: InForce, true;
            2008-12-31: InForce, true;
        },
        findings: &[Code::BeforeWindow, EducationTotal, EducationYear, EducationYear, EducationYear],
        irregularities: &[],
    },
];
