//! Lives, edited and drawn from seeds: what holds of every one of them, whatever its law.

use bolero::check;
use ruankao::appeal::Outcome;
use ruankao::conformance::{Answering, Case, Stance, check as held_against, read_case, seeded_cases};
use ruankao::finding::{Fault, Refused};
use ruankao::lifecycle::{PhaseName, State};
use ruankao::story::stories;
use ruankao::{Act, CertificateFile, Event, History, Language, Law, Ledger, Mode};
use ruankao_fuzz::{Bytes, edited_case};
use serde_json::Value;

/// Does an event by the typed move for it; `None` where the state has no such move.
fn moved(file: &mut CertificateFile<'_>, event: &Event) -> Option<Result<(), Fault>> {
    fn done<T, S>(moved: Result<T, Refused<S>>) -> Option<Result<(), Fault>> {
        Some(moved.map(drop).map_err(|refused| refused.fault))
    }
    let on = event.on;
    match (file.state().ok()?, &event.act) {
        (State::Unapproved(at), Act::Approved) => done(at.approve(on)),
        (State::Running(at), Act::DeferralRequested(request)) => done(at.request_deferral(on, request)),
        (State::DeferralPending(at), Act::DeferralGranted) => done(at.grant(on)),
        (State::DeferralPending(at), Act::DeferralRefused) => done(at.refuse(on)),
        (State::Running(at), Act::ExtensionGranted(grant)) => done(at.extend(on, grant)),
        (State::Filed(at), Act::ExtensionGranted(grant)) => done(at.extend(on, grant)),
        (State::UnderReview(at), Act::ExtensionGranted(grant)) => done(at.extend(on, grant)),
        (State::DeferralPending(at), Act::ExtensionGranted(grant)) => done(at.extend(on, grant)),
        (State::Running(at), Act::ApplicationFiled(filing)) => done(at.file(on, filing)),
        (State::Lapsed(at), Act::ApplicationFiled(filing)) => done(at.file(on, filing)),
        (State::Running(at), Act::ApplicationAccepted(acceptance)) => done(at.accept(on, acceptance)),
        (State::Filed(at), Act::ApplicationAccepted(acceptance)) => done(at.accept(on, acceptance)),
        (State::Lapsed(at), Act::ApplicationAccepted(acceptance)) => done(at.accept(on, acceptance)),
        (State::UnderReview(at), Act::Registered(registration)) => {
            let conditions = at.conditions(on, registration);
            let cleared = at.clear(on, registration);
            assert!(cleared.is_err() || conditions.is_met());
            done(cleared.map(|cleared| cleared.register()))
        }
        (State::Filed(at), Act::Refused) => done(at.refuse(on)),
        (State::UnderReview(at), Act::Refused) => done(at.refuse(on)),
        (State::Filed(at), Act::ApplicationWithdrawn) => done(at.withdraw(on)),
        (State::UnderReview(at), Act::ApplicationWithdrawn) => done(at.withdraw(on)),
        (State::Running(at), Act::Cancelled(revocation)) => done(at.cancel(on, *revocation)),
        (State::Filed(at), Act::Cancelled(revocation)) => done(at.cancel(on, *revocation)),
        (State::UnderReview(at), Act::Cancelled(revocation)) => done(at.cancel(on, *revocation)),
        (State::DeferralPending(at), Act::Cancelled(revocation)) => done(at.cancel(on, *revocation)),
        (State::Cancelled(at), Act::CancellationPublished) => done(at.publish(on)),
        (State::UnderAppeal(at), Act::CancellationPublished) => done(at.publish(on)),
        (State::Upheld(at), Act::CancellationPublished) => done(at.publish(on)),
        (State::Published(at), Act::AppealFiled) => done(at.appeal(on)),
        (State::UnderAppeal(at), Act::AppealDecided(Outcome::Upheld)) => done(at.uphold(on)),
        (State::UnderAppeal(at), Act::AppealDecided(Outcome::Overturned)) => done(at.overturn(on)),
        _ => None,
    }
}

/// A typed move does what recording the event does; where there is none the event is refused, but for a lapsed one.
fn walked(law: &Law, history: &History, ledger: &Ledger) {
    let (mut typed, mut untyped) = (law.open(History::default(), ledger), law.open(History::default(), ledger));
    for (_, event) in history.held(None) {
        let recorded = untyped.record(event.clone()).map(|_| ()).map_err(|refusal| refusal.fault);
        match moved(&mut typed, event) {
            Some(done) => assert_eq!(done, recorded, "{event:?}"),
            None if recorded.is_err() => {}
            None => {
                let name = typed.on(event.on).unwrap().standing().phase.name();
                assert_eq!(name, PhaseName::Lapsed, "no move for {event:?}");
                typed.record(event.clone()).unwrap();
            }
        }
        assert_eq!(typed.certificate(), untyped.certificate());
    }
}

/// A day has one phase, in the timeline and by itself; what is read strictly stands in an audit, and as recorded.
fn consistent(case: &Case) {
    let [strict, audit, recorded] =
        [Mode::Strict, Mode::Audit, Mode::Recorded].map(|mode| case.law.open_in(mode, &case.history, &case.ledger));
    let last = case.history.records().iter().map(|record| record.what().on).max();
    let Some(until) = last.and_then(|last| last.checked_add_months(chrono::Months::new(48))) else { return };
    for file in [&strict, &audit, &recorded] {
        let Ok(rows) = file.timeline(until) else { continue };
        assert!(rows.is_sorted_by(|one, next| one.from < next.from), "{rows:?}");
        for row in &rows {
            let there = file.on(row.from).unwrap();
            assert_eq!(there.standing().outline(), row.outline, "{}", row.from);
            if let Some(outlook) = there.outlook() {
                assert!(outlook.holds_until >= row.from);
            }
            let _ =
                (there.plan().in_words(Language::En).to_string(), there.explain().in_words(Language::Zh).to_string());
        }
        if file.refusal().is_none() && file.mode() == Mode::Strict {
            assert_eq!(audit.irregularities(), Ok(Vec::new()));
            assert_eq!(audit.timeline(until), Ok(rows.clone()));
            assert_eq!(recorded.timeline(until), Ok(rows));
        }
    }
}

/// A case of a seed, and one that was edited.
fn cases(input: &[u8]) -> Vec<Case> {
    let mut bytes = Bytes(input);
    let seed = bytes.below(65_536) as u64;
    let edited = read_case(edited_case(bytes.0).as_bytes(), 1).ok();
    seeded_cases(seed).take(2).chain(edited).collect()
}

#[test]
fn typed_moves_do_what_records_do() {
    check!()
        .for_each(|input: &[u8]| cases(input).iter().for_each(|case| walked(&case.law, &case.history, &case.ledger)));
}

/// The same for a life that teaches, under whatever law an edited case names.
#[test]
fn stories_are_walked_under_any_law() {
    check!().for_each(|input: &[u8]| {
        let mut bytes = Bytes(input);
        let all: Vec<_> = stories().collect();
        let file = all[bytes.below(all.len())].open();
        let Ok(case) = read_case(edited_case(bytes.0).as_bytes(), 1) else { return };
        walked(&case.law, file.history(), file.ledger());
    });
}

#[test]
fn a_day_has_one_phase() {
    check!().for_each(|input: &[u8]| cases(input).iter().for_each(consistent));
}

/// The crate, held against itself.
struct Itself;

impl Answering for Itself {
    type Failure = String;

    fn stance(&self) -> Stance {
        Stance::any()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        // As a program would: over the wire.
        let line = serde_json::to_string(case).map_err(|error| error.to_string())?;
        let case = read_case(line.as_bytes(), 1).map_err(|malformed| malformed.message)?;
        case.answers().iter().map(|answer| serde_json::to_value(answer).map_err(|error| error.to_string())).collect()
    }
}

#[test]
fn the_crate_conforms_to_itself() {
    check!().for_each(|input: &[u8]| {
        let report = held_against(&mut Itself, cases(input));
        assert!(report.conforms(), "{}", report.in_words(Language::En));
    });
}
