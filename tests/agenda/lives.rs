//! The lives that the agenda's tests tell of.

use chrono::NaiveDate;
use ruankao::appeal::Outcome;
use ruankao::calendar::Period;
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::registration::{Acceptance, Registration};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, CertificateFile, Entry, Event, History, Hours, Law, Ledger, day};

/// The names of the lives below.
pub(crate) const LIVES: [&str; 7] = [
    "on_time",
    "one_hour_short",
    "sick_leave",
    "pending_over_expiry",
    "appeal_lost",
    "lapsed_by_a_day",
    "before_the_regime",
];

fn applied(on: NaiveDate) -> Event {
    Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE }).on(on)
}

fn registered(on: NaiveDate) -> Event {
    Act::Registered(Registration::default()).on(on)
}

pub(crate) fn studied(courses: &[(NaiveDate, u32)]) -> Ledger {
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    let entry = |&(on, hours)| Entry { on, hours: Hours::whole(hours), mode, field, kind, provider: None };
    courses.iter().map(entry).collect()
}

/// 60 hours in each year of the term from 2005-03-10.
fn three_years() -> Ledger {
    studied(&[(day!(2005, 9, 20), 60), (day!(2006, 8, 18), 60), (day!(2007, 10, 19), 60)])
}

/// A life by its name: what happened, and what was studied.
pub(crate) fn life(name: &str) -> (History, Ledger) {
    let approved = Act::Approved.on(day!(2005, 3, 10));
    match name {
        "on_time" => {
            let events = [approved, applied(day!(2008, 1, 15)), registered(day!(2008, 1, 28))];
            (events.into_iter().collect(), three_years())
        }
        "one_hour_short" => {
            let events = [
                approved,
                applied(day!(2008, 1, 7)),
                Act::Refused.on(day!(2008, 1, 21)),
                applied(day!(2008, 2, 18)),
                registered(day!(2008, 3, 3)),
            ];
            let hours =
                [(day!(2005, 9, 20), 60), (day!(2006, 8, 18), 60), (day!(2007, 10, 19), 59), (day!(2008, 2, 15), 1)];
            (events.into_iter().collect(), studied(&hours))
        }
        "sick_leave" => {
            let absences = Absences::from_iter(Period::new(day!(2007, 7, 1), day!(2008, 2, 29)));
            let sick = || Claim { absences: absences.clone(), evidence: true, ..Claim::on(Ground::SickLeave) };
            let (arose_on, until) = (day!(2007, 7, 1), day!(2010, 3, 1));
            let events = [
                Act::Approved.on(day!(2006, 6, 1)),
                Act::ExtensionGranted(Box::new(Grant { claim: sick(), arose_on, until, written_application: true }))
                    .on(day!(2008, 4, 1)),
                Act::DeferralRequested(Box::new(Request { claim: sick(), until: day!(2010, 6, 1) }))
                    .on(day!(2009, 4, 10)),
                Act::DeferralGranted.on(day!(2009, 4, 24)),
                applied(day!(2010, 1, 11)),
                registered(day!(2010, 1, 25)),
            ];
            let hours = [
                (day!(2006, 11, 17), 60),
                (day!(2007, 6, 20), 8),
                (day!(2008, 12, 12), 60),
                (day!(2009, 9, 18), 40),
                (day!(2009, 12, 4), 12),
            ];
            (events.into_iter().collect(), studied(&hours))
        }
        "pending_over_expiry" => {
            let events = [approved, applied(day!(2008, 3, 7)), registered(day!(2008, 3, 24))];
            (events.into_iter().collect(), three_years())
        }
        "appeal_lost" => {
            let left_post = Revocation::LeftPost { left_on: day!(2005, 7, 1), returned_on: None };
            let events = [
                Act::Approved.on(day!(2005, 5, 20)),
                Act::Cancelled(left_post).on(day!(2007, 8, 20)),
                Act::CancellationPublished.on(day!(2007, 9, 3)),
                Act::AppealFiled.on(day!(2007, 10, 8)),
                Act::AppealDecided(Outcome::Upheld).on(day!(2007, 11, 20)),
            ];
            (events.into_iter().collect(), Ledger::default())
        }
        "lapsed_by_a_day" => ([approved].into_iter().collect(), three_years()),
        _ => ([Act::Approved.on(day!(2003, 11, 8))].into_iter().collect(), Ledger::default()),
    }
}

pub(crate) fn open(name: &str, law: &Law) -> CertificateFile<'static> {
    let (history, ledger) = life(name);
    law.open(history, ledger)
}
