//! The history of a case: an act after the other, mostly such as may come next.

use crate::appeal::Outcome;
use crate::calendar::date::{add_days, add_months, sub_days};
use crate::calendar::day::literal;
use crate::calendar::period::Period;
use crate::conformance::seeded::dice::Dice;
use crate::conformance::seeded::lawmaking::{FIRST, near};
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::finding::value::Document;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::BodyId;
use crate::law::Law;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::file::CertificateFile;
use crate::lifecycle::history::History;
use crate::record::{Dated, Record};
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use crate::revocation::Revocation;
use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A history under a law, and the days on which something turns in it.
pub(super) fn history(dice: &mut Dice, law: &Law) -> (History, Vec<NaiveDate>) {
    let mut edges: Vec<NaiveDate> = Vec::new();
    // What may come next shows in what was decided, whatever it lacked.
    let mut file = law.open_in(Mode::Recorded, History::default(), Ledger::default());
    // Days without a corresponding one in every year are rare and matter.
    let drawn = add_days(FIRST, dice.below(2_500));
    let approved_on =
        dice.of(drawn, &[drawn, drawn, drawn, drawn, drawn, drawn, literal(2004, 2, 29), literal(2008, 2, 29)]);
    edges.push(approved_on);
    edges.extend(law.parameters().repealed_on);
    let mut wrong: Vec<(usize, Event)> = Vec::new();
    let first = if dice.percent(97) { Act::Approved } else { Act::AppealFiled };
    let mut next = first.on(approved_on);
    for place in 0..=dice.below(9) {
        let on = next.on;
        if file.record(next.clone()).is_err() {
            // It is kept now and then: a history that ends in a refusal.
            wrong.push((usize::try_from(place).unwrap_or(0), next));
            if dice.percent(20) {
                break;
            }
        }
        turning(&file, on, &mut edges);
        next = coming(dice, &file, &edges);
    }
    let (history, _) = file.close();
    let mut records: Vec<Record<Event>> = history.records().to_vec();
    for (place, event) in wrong.into_iter().rev() {
        if dice.percent(15) {
            let mut record = Record::from(event);
            if dice.percent(70) {
                struck(dice, &mut record, &mut edges);
            }
            records.insert(place.min(records.len()), record);
        }
    }
    if dice.percent(25) {
        for record in &mut records {
            if dice.percent(30) {
                late(dice, record, &mut edges);
            }
            if dice.percent(5) {
                struck(dice, record, &mut edges);
            }
        }
    }
    (records.into(), edges)
}

/// The days that a certificate's term and cancellation bring.
fn turning(file: &CertificateFile<'_>, on: NaiveDate, edges: &mut Vec<NaiveDate>) {
    edges.push(on);
    if let Some(term) = file.certificate().term() {
        edges.extend([term.opens(), term.expiry(), term.deadline(), add_days(term.deadline(), 1)]);
    }
    edges.extend(file.certificate().publication().map(|publication| publication.appealable_until()));
}

/// What comes next: an act that the state admits, on a day that suits it, or now and then any act on any day.
fn coming(dice: &mut Dice, file: &CertificateFile<'_>, edges: &[NaiveDate]) -> Event {
    let certificate = file.certificate();
    let last = certificate.last_event().unwrap_or(FIRST);
    let term = certificate.term();
    let opens = term.map_or(last, |term| term.opens());
    let deadline = term.map_or(last, |term| term.deadline());
    let edge = near(dice, edges).max(last);
    let act = if dice.percent(6) { any(dice, deadline, edge) } else { suiting(dice, certificate, deadline, edge) };
    let on = match &act {
        Act::ApplicationFiled(_) | Act::ApplicationAccepted(_) if dice.percent(70) => {
            let within = Period::new(opens.max(last), deadline.max(opens).max(last)).map_or(0, |days| days.days() - 1);
            let between = add_days(opens.max(last), dice.below(within + 1));
            dice.of(between, &[opens.max(last), deadline.max(last)])
        }
        Act::DeferralRequested(_) | Act::ExtensionGranted(_) if dice.percent(70) => {
            sub_days(deadline, dice.below(400)).max(last)
        }
        Act::Registered(_) | Act::Refused | Act::DeferralGranted | Act::DeferralRefused if dice.percent(70) => {
            add_days(last, dice.below(30))
        }
        Act::CancellationPublished | Act::AppealFiled if dice.percent(70) => add_days(last, dice.below(33)),
        _ if dice.percent(2) => sub_days(last, dice.below(40)),
        _ => edge,
    };
    act.on(on)
}

fn suiting(dice: &mut Dice, certificate: &Certificate, deadline: NaiveDate, on: NaiveDate) -> Act {
    let roll = dice.below(10);
    match (certificate, roll) {
        (Certificate::Unapproved(_), _) => Act::Approved,
        (Certificate::Running(_), 0) => extension(dice, deadline, on),
        // Whoever asked for anything may have lied.
        (Certificate::Running(_), 4) if dice.percent(25) => {
            Act::Cancelled(Revocation::Fraud { verified_by_province: true })
        }
        (Certificate::Running(_), 1 | 2) => deferral(dice, deadline),
        (Certificate::Running(_), 3) => Act::Cancelled(revocation(dice, on)),
        (Certificate::Running(_) | Certificate::Lapsed(_), 4 | 5) => {
            Act::ApplicationFiled(Filing { agency: agency(dice) })
        }
        (Certificate::Running(_) | Certificate::Lapsed(_), _) | (Certificate::Filed(_), 0..=6) => accepted(dice),
        (Certificate::Filed(_), 7) | (Certificate::UnderReview(_), 8) => Act::ApplicationWithdrawn,
        (Certificate::UnderReview(_), 0..=6) => registered(dice),
        (Certificate::Filed(_) | Certificate::UnderReview(_), 9) | (Certificate::DeferralPending(_), 9) => {
            Act::Cancelled(revocation(dice, on))
        }
        (Certificate::Filed(_) | Certificate::UnderReview(_), _) => Act::Refused,
        (Certificate::DeferralPending(_), 0..=6) => Act::DeferralGranted,
        (Certificate::DeferralPending(_), _) => Act::DeferralRefused,
        (Certificate::Cancelled(_), 0..=7) => Act::CancellationPublished,
        (Certificate::Cancelled(_) | Certificate::Published(_), _) | (Certificate::Upheld(_), 0 | 1) => {
            Act::AppealFiled
        }
        (Certificate::UnderAppeal(_), 0) => Act::CancellationPublished,
        (Certificate::UnderAppeal(_), 1..=6) => Act::AppealDecided(Outcome::Overturned),
        (Certificate::UnderAppeal(_) | Certificate::Upheld(_) | Certificate::NotSubject(_), _) => {
            Act::AppealDecided(Outcome::Upheld)
        }
    }
}

pub(super) fn any(dice: &mut Dice, deadline: NaiveDate, on: NaiveDate) -> Act {
    match dice.below(14) {
        0 => Act::Approved,
        1 => deferral(dice, deadline),
        2 => Act::DeferralGranted,
        3 => Act::DeferralRefused,
        4 => extension(dice, deadline, on),
        5 => Act::ApplicationFiled(Filing { agency: agency(dice) }),
        6 => accepted(dice),
        7 => registered(dice),
        8 => Act::Refused,
        9 => Act::ApplicationWithdrawn,
        10 => Act::Cancelled(revocation(dice, on)),
        11 => Act::CancellationPublished,
        12 => Act::AppealFiled,
        _ => Act::AppealDecided(dice.of(Outcome::Upheld, &[Outcome::Overturned])),
    }
}

fn agency(dice: &mut Dice) -> Option<BodyId> {
    dice.percent(80).then(|| BodyId::from(format!("A{}", 1 + dice.below(4))))
}

/// Nothing is lacking, or one thing, or anything.
pub(super) fn application(dice: &mut Dice) -> Application {
    let lacking = dice.of(0, &[0, 0, 10, 50]);
    let mut given = || !dice.percent(lacking);
    Application {
        conduct_good: given(),
        no_criminal_record: given(),
        fit_for_post: given(),
        employer_assessment_passed: given(),
        documents: Document::ALL.into_iter().filter(|_| given()).collect(),
        fee_paid: given(),
    }
}

fn accepted(dice: &mut Dice) -> Act {
    let agency = dice.percent(60).then(|| agency(dice)).flatten();
    Act::ApplicationAccepted(Acceptance { agency, application: application(dice) })
}

fn registered(dice: &mut Dice) -> Act {
    let agency = dice.percent(30).then(|| agency(dice)).flatten();
    let application = dice.percent(30).then(|| application(dice));
    Act::Registered(Registration { agency, application })
}

fn claim(dice: &mut Dice, around: NaiveDate) -> Claim {
    let ground =
        dice.of(Ground::Childbirth, &[Ground::StudyAbroad, Ground::WorkAbroad, Ground::SickLeave, Ground::Other]);
    let mut runs: Vec<Period> = Vec::new();
    for _ in 0..dice.below(4) {
        let first = sub_days(add_days(around, dice.below(400)), dice.below(900));
        // About half a year, which is where an absence begins to count.
        let days = dice.of(183, &[182, 184, 366, dice.clone().below(300)]);
        runs.extend(Period::new(first, add_days(first, days)));
    }
    let absences: Absences = runs.into_iter().collect();
    Claim { ground, absences, provincial_consent: dice.percent(80), evidence: dice.percent(92) }
}

fn deferral(dice: &mut Dice, deadline: NaiveDate) -> Act {
    let months = 1 + dice.below(12);
    let until = dice.of(add_months(deadline, months), &[add_months(deadline, 12), add_days(deadline, 366), deadline]);
    Act::DeferralRequested(Box::new(Request { claim: claim(dice, deadline), until }))
}

fn extension(dice: &mut Dice, deadline: NaiveDate, on: NaiveDate) -> Act {
    let arose_on = sub_days(on, dice.below(500));
    let until = add_months(deadline, dice.below(15));
    let written_application = dice.percent(92);
    Act::ExtensionGranted(Box::new(Grant { claim: claim(dice, arose_on), arose_on, until, written_application }))
}

fn revocation(dice: &mut Dice, on: NaiveDate) -> Revocation {
    match dice.below(5) {
        0 => Revocation::Incapacity,
        1 => Revocation::CriminalPenalty,
        2 => {
            let left_on = sub_days(on, dice.of(730, &[729, 731, 1_500, 400]));
            let returned_on = dice.percent(30).then(|| add_days(left_on, dice.below(900)));
            Revocation::LeftPost { left_on, returned_on }
        }
        3 => Revocation::MajorLoss,
        _ => Revocation::Fraud { verified_by_province: dice.percent(80) },
    }
}

/// Recorded later than on its own day.
pub(super) fn late<T: Dated + Clone>(dice: &mut Dice, record: &mut Record<T>, edges: &mut Vec<NaiveDate>) {
    let recorded_on = near(dice, edges).max(add_days(record.what().on(), dice.below(60)));
    if let Ok(late) = record.clone().recorded_on(recorded_on) {
        edges.push(recorded_on);
        *record = late;
    }
}

/// Struck as wrong on some day after it was recorded.
pub(super) fn struck<T: Dated + Clone>(dice: &mut Dice, record: &mut Record<T>, edges: &mut Vec<NaiveDate>) {
    let struck_on = near(dice, edges).max(add_days(record.recorded(), dice.below(60)));
    if record.strike(struck_on).is_ok() {
        edges.push(struck_on);
    }
}
