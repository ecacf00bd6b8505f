//! What the register held: acts and entries with the days on which they were recorded and struck, asked as known on a day.

use crate::support::{
    APPROVED, Asked, FILED, REGISTERED, accepted, childbirth, day, deferral, enough, history, no_hours, studied,
};
use ruankao::lifecycle::PhaseName;
use ruankao::{Act, Code, Event, History, Law, Ledger, Mode, Record};

const DUE: (PhaseName, bool) = (PhaseName::RegistrationDue, true);
const LAPSED: (PhaseName, bool) = (PhaseName::Lapsed, false);
const DEFERRED: (PhaseName, bool) = (PhaseName::Deferred, true);
const IN_FORCE: (PhaseName, bool) = (PhaseName::InForce, true);

fn event(on: &str, act: Act) -> Record<Event> {
    Record::from(act.on(day(on)))
}

/// A deferral that was granted on 2008-02-10 and recorded on 2008-04-01.
fn recorded_late() -> History {
    let late = |on, act| event(on, act).recorded_on(day("2008-04-01")).unwrap();
    History::from_iter([
        event("2005-03-10", Act::Approved),
        late("2008-02-01", deferral("2008-09-10", childbirth())),
        late("2008-02-10", Act::DeferralGranted),
    ])
}

#[test]
fn recorded_anew_it_is_not_struck() {
    let struck = event("2008-01-10", Act::Approved).struck_on(day("2008-02-01")).unwrap();
    let anew = struck.clone().recorded_on(day("2008-01-20")).unwrap();
    assert_eq!((struck.struck(), anew.struck()), (Some(day("2008-02-01")), None));
    assert_eq!(anew.recorded(), day("2008-01-20"));
}

#[test]
fn recorded_late_it_is_known_from_the_day_of_record_on() {
    let file = no_hours().open(recorded_late(), Ledger::default());
    // As known now, the certificate was deferred on that day.
    assert_eq!(file.stands("2008-03-11"), DEFERRED);
    // As known on the day before it was recorded, it had lapsed; on the day of record and after it, it had not.
    assert_eq!(file.as_known_on(day("2008-03-31")).stands("2008-03-11"), LAPSED);
    assert_eq!(file.as_known_on(day("2008-04-01")).stands("2008-03-11"), DEFERRED);
    assert_eq!(file.as_known_on(day("2008-04-02")).stands("2008-03-11"), DEFERRED);
    assert_eq!(file.as_known_on(day("2008-03-31")).known_on(), Some(day("2008-03-31")));
    // Before its own day nothing of it is told, whatever is known.
    assert_eq!(file.as_known_on(day("2008-04-01")).stands("2008-01-31"), DUE);
}

#[test]
fn struck_it_is_known_to_the_day_before() {
    let mut file = no_hours().open(recorded_late(), Ledger::default());
    file.strike(2, day("2008-06-01")).unwrap();
    assert_eq!(file.stands("2008-03-11"), (PhaseName::DeferralPending, true));
    assert_eq!(file.as_known_on(day("2008-05-31")).stands("2008-03-11"), DEFERRED);
    assert_eq!(file.as_known_on(day("2008-06-01")).stands("2008-03-11"), (PhaseName::DeferralPending, true));
    // Striking takes nothing out: the places stay.
    assert_eq!(file.history().records().len(), 3);
    assert_eq!(file.history().held(None).map(|(place, _)| place).collect::<Vec<_>>(), [0, 1]);
    // Neither before it was recorded, nor before its own day.
    assert!(file.strike(1, day("2008-03-31")).is_err() && file.strike(1, day("2008-04-01")).is_ok());
    assert!(event("2008-02-01", FILED).recorded_on(day("2008-01-31")).is_err());
    assert!(event("2008-02-01", FILED).recorded_on(day("2008-02-01")).is_ok());
}

/// What is not held does not count for the order; places are those of the full list.
#[test]
fn what_is_not_held_is_passed_over() {
    let struck = event("2008-02-01", FILED).struck_on(day("2008-02-02")).unwrap();
    let life = History::from_iter([
        event("2005-03-10", Act::Approved),
        struck,
        event("2008-01-20", accepted()),
        event("2008-01-19", REGISTERED),
    ]);
    let file = no_hours().open(life, Ledger::default());
    let refused =
        |refusal: Option<&ruankao::finding::EventFault>| refusal.map(|refusal| (refusal.event, refusal.fault.code()));
    assert_eq!(refused(file.refusal()), Some((3, Code::OutOfOrder)));
    // As known on the day before the striking, the acceptance is out of order.
    assert_eq!(refused(file.as_known_on(day("2008-02-01")).refusal()), Some((2, Code::OutOfOrder)));
    // Before the approval is known nothing is.
    assert_eq!(file.as_known_on(day("2005-03-09")).stands("2008-01-01"), (PhaseName::NotApproved, false));
}

/// A registration that was lawful on what was known: the hours were struck after an inspection.
#[test]
fn hours_struck_after_the_registration() {
    let life = history(&[APPROVED, ("2008-01-15", accepted()), ("2008-01-20", REGISTERED)]);
    let mut file = Law::of_2004().open(&life, enough());
    assert_eq!(file.stands("2008-01-20"), IN_FORCE);
    file.strike_study(0, day("2009-05-01")).unwrap();
    // Strictly, with what is held now, the registration is refused; as known on the day before the striking it is not.
    assert_eq!(file.outcome(day("2008-01-20")), Err(Code::ConditionsNotMet));
    assert_eq!(file.as_known_on(day("2009-04-30")).stands("2008-01-20"), IN_FORCE);
    assert_eq!(file.as_known_on(day("2009-05-01")).outcome(day("2008-01-20")), Err(Code::ConditionsNotMet));
    assert_eq!(file.as_known_on(day("2008-01-20")).stands("2008-01-20"), IN_FORCE);
    // What was decided stands, as recorded.
    assert_eq!(file.under(file.law(), Mode::Recorded).stands("2010-01-01"), IN_FORCE);
    assert_eq!(file.under(file.law(), Mode::Audit).irregularities().unwrap().len(), 1);
}

/// Study recorded after the registration was not there to be judged by.
#[test]
fn hours_recorded_after_the_registration() {
    let life = history(&[APPROVED, ("2008-01-15", accepted()), ("2008-01-20", REGISTERED)]);
    let mut file = Law::of_2004().open(&life, Ledger::default());
    for on in ["2005-12-01", "2006-12-01"] {
        file.record_study(studied(on, 600));
    }
    file.record_study(Record::from(studied("2007-12-01", 600)).recorded_on(day("2008-02-01")).unwrap());
    assert_eq!(file.stands("2008-01-20"), IN_FORCE);
    assert_eq!(file.as_known_on(day("2008-01-31")).outcome(day("2008-01-20")), Err(Code::ConditionsNotMet));
    assert_eq!(file.as_known_on(day("2008-02-01")).stands("2008-01-20"), IN_FORCE);
    let hours = |known_on| file.as_known_on(day(known_on)).on(day("2008-01-19")).unwrap().hours_missing().tenths();
    assert_eq!((hours("2008-01-31"), hours("2008-02-01")), (600, 0));
}

/// Recording and striking give the same answers as a file opened anew.
#[test]
fn a_file_that_was_recorded_in_is_as_one_opened_anew() {
    let mut file = no_hours().open(History::default(), Ledger::default());
    for record in recorded_late().records() {
        file.record(record.clone()).unwrap();
    }
    file.strike(2, day("2008-06-01")).unwrap();
    file.record_study(studied("2006-01-01", 10));
    let (history, ledger) = file.clone().close();
    let anew = no_hours().open(history, ledger);
    assert_eq!(
        (anew.certificate(), anew.history(), anew.ledger()),
        (file.certificate(), file.history(), file.ledger())
    );
    // A refused act leaves the file as it was.
    let before = (*file.certificate(), file.history().clone());
    assert!(file.record(event("2008-01-01", Act::DeferralGranted)).is_err());
    assert_eq!((file.certificate(), file.history()), (&before.0, &before.1));
}

/// The standing on D as known on K rests only on acts dated by D and on what was recorded or struck by K.
#[test]
fn nothing_later_changes_an_earlier_answer() {
    let mut file = no_hours().open(recorded_late(), Ledger::default());
    let days = ["2008-03-10", "2008-03-11", "2008-09-10", "2008-09-11"];
    let known = ["2008-03-31", "2008-04-01", "2008-05-01"];
    let answers = |file: &ruankao::CertificateFile<'_>| {
        let all = known.iter().flat_map(|known| days.map(|on| file.as_known_on(day(known)).outcome(day(on))));
        all.collect::<Vec<_>>()
    };
    let before = answers(&file);
    // Recorded, struck and studied after all of these.
    file.strike(2, day("2008-05-02")).unwrap();
    file.record_study(Record::from(studied("2006-01-01", 10)).recorded_on(day("2008-05-02")).unwrap());
    let late = Record::from(Act::DeferralRefused.on(day("2008-02-20"))).recorded_on(day("2008-05-02")).unwrap();
    file.record(late).unwrap();
    assert_eq!(answers(&file), before);
    assert_ne!(file.outcome(day("2008-03-11")), before[5]);
}
