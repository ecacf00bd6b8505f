//! 47.12: 网上查询系统，供用人单位和社会查询.

use crate::{day, paper};
use insta::assert_snapshot;
use proptest::prelude::*;
use ruankao::desk::{CertificateFile, PublicRecord, public_records};
use ruankao::duty::{Task, duties};
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::lifecycle::Context;
use ruankao::registration::{Acceptance, Paper};
use ruankao::regulation::{Reading, Readings, Regulation};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Event, History, Mode};

fn file(events: impl IntoIterator<Item = Event>) -> CertificateFile {
    CertificateFile { paper: paper(), history: events.into_iter().collect() }
}

fn approved() -> Event {
    Act::Approved.on(day(2005, 3, 10))
}

fn cancelled() -> Act {
    Act::Cancelled(Revocation::CriminalPenalty)
}

/// A deferral for sick leave, asked and granted.
fn deferred() -> [Event; 2] {
    let claim =
        Claim { ground: Ground::Childbirth, absences: Absences::default(), provincial_consent: false, evidence: true };
    let request = ruankao::deferral::Request { claim, until: day(2008, 9, 10) };
    [Act::DeferralRequested(request).on(day(2008, 1, 5)), Act::DeferralGranted.on(day(2008, 1, 20))]
}

fn row(file: &CertificateFile, on: chrono::NaiveDate, regulation: &Regulation) -> String {
    serde_json::to_string(&PublicRecord::on(file, on, Context::new(regulation)).unwrap()).unwrap()
}

#[test]
fn a_record_shows_how_the_certificate_stands_and_nothing_personal() {
    let regulation = Regulation::default();
    let cases = [
        (file([approved()]), day(2006, 1, 1)),
        (file([approved()]), day(2008, 3, 11)),
        (file([approved()].into_iter().chain(deferred())), day(2008, 2, 1)),
        (file([approved()].into_iter().chain(deferred())), day(2008, 4, 1)),
        (file([approved(), cancelled().on(day(2006, 7, 1))]), day(2006, 7, 1)),
        (file([Act::Approved.on(day(2003, 5, 1))]), day(2008, 4, 1)),
        (file([]), day(2008, 4, 1)),
    ];
    let rows: Vec<String> = cases.iter().map(|(file, on)| row(file, *on, &regulation)).collect();
    assert_snapshot!(rows.join("\n"), @r#"
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"in_force","in_force":true,"last_valid_day":"2008-03-10"}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"lapsed","in_force":false}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"registration_due","in_force":true,"last_valid_day":"2008-09-10"}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"deferred","in_force":true,"last_valid_day":"2008-09-10"}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"cancelled","in_force":false}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"not_subject","in_force":true}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"not_approved","in_force":false}
    "#);
    for personal in ["张三", "childbirth", "criminal"] {
        assert!(!rows.iter().any(|row| row.contains(personal)), "{personal}");
    }
}

/// Under the other reading a deferred certificate is not valid, so its last valid day is the term's.
#[test]
fn the_last_valid_day_follows_the_readings() {
    let otherwise = Regulation::default().read(Readings::default().turned(Reading::DeferredValidity));
    let file = file([approved()].into_iter().chain(deferred()));
    let on = |regulation: &Regulation| {
        PublicRecord::on(&file, day(2008, 2, 1), Context::new(regulation)).unwrap().last_valid_day
    };
    assert_eq!(on(&Regulation::default()), Some(day(2008, 9, 10)));
    assert_eq!(on(&otherwise), Some(day(2008, 3, 10)));
}

#[test]
fn a_list_keeps_its_order_and_tells_what_cannot_be_read() {
    let regulation = Regulation::default();
    let files = [file([approved()]), file([Act::Registered.on(day(2005, 1, 1))]), file([])];
    let rows: Vec<_> = public_records(&files, day(2006, 1, 1), Context::new(&regulation)).collect();
    assert!(rows[0].as_ref().is_ok_and(|row| row.in_force));
    assert_eq!(rows[1].as_ref().unwrap_err().event, 0);
    assert!(rows[2].as_ref().is_ok_and(|row| !row.in_force));
}

/// Acts in an order that an audit can read, whatever the days between.
fn acts() -> impl Strategy<Value = Vec<Event>> {
    let acceptance = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let [request, _] = deferred();
    let act = prop::sample::select(vec![
        acceptance,
        Act::Registered,
        Act::Refused,
        request.act,
        Act::DeferralGranted,
        Act::DeferralRefused,
        cancelled(),
        Act::CancellationPublished,
        Act::AppealFiled,
        Act::AppealDecided(ruankao::appeal::Outcome::Overturned),
        Act::AppealDecided(ruankao::appeal::Outcome::Upheld),
    ]);
    prop::collection::vec((act, 0_u64..500), 1..10).prop_map(|acts| {
        let mut on = day(2005, 3, 10);
        let mut events = vec![approved()];
        for (act, days) in acts {
            on = on + chrono::Days::new(days);
            events.push(act.on(on));
        }
        events
    })
}

proptest! {
    /// Whenever an act makes the public record read otherwise, the Centre has to update the query system; the last valid
    /// day is the last: in force on it, and not on the day after.
    #[test]
    fn a_changed_record_has_to_be_updated(events in acts()) {
        let regulation = Regulation::default();
        let context = Context::new(&regulation).mode(Mode::Audit);
        let mut history = History::default();
        for event in events {
            let before = CertificateFile { paper: paper(), history: history.clone() };
            let mut longer = history.clone();
            longer.record(event.clone());
            let after = CertificateFile { paper: paper(), history: longer.clone() };
            let on = event.on;
            let Ok(shown) = PublicRecord::on(&after, on, context) else { continue };
            history = longer;
            let of = |record: &PublicRecord<'_>| (record.phase, record.in_force, record.last_valid_day);
            if PublicRecord::on(&before, on, context).is_ok_and(|before| of(&before) != of(&shown)) {
                prop_assert!(duties(&event, on, &regulation).any(|duty| duty.task() == Task::UpdateQuerySystem));
            }
            if let Some(last) = shown.last_valid_day {
                let next = last.succ_opt().unwrap();
                prop_assert!(shown.in_force && last >= on);
                prop_assert!(PublicRecord::on(&after, last, context).unwrap().in_force);
                prop_assert!(!PublicRecord::on(&after, next, context).unwrap().in_force);
            }
        }
    }
}

/// The file of a certificate is read and written.
#[test]
fn a_file_is_read_back() {
    let file = file([approved()].into_iter().chain(deferred()));
    let json = serde_json::to_string(&file).unwrap();
    assert_eq!(serde_json::from_str::<CertificateFile>(&json).unwrap(), file);
    assert!(serde_json::from_str::<Paper>(r#"{"number": ""}"#).is_err());
}
