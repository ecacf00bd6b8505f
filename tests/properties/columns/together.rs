//! Acts that are read together come to what they come to one after the other.

use super::expected_standings;
use chrono::NaiveDate;
use ruankao::batch::Survey;
use ruankao::columns::{Place, RegisterRows};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::ground::{Claim, Ground};
use ruankao::identity::Register;
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::{Parameters, Readings};
use ruankao::strategies::Life;
use ruankao::{Act, Application, Entry, Event, History, Hours, Law, Ledger, Mode, Record, day};

/// A renewal of which the register does not hold an act, or did not hold it yet, is none.
#[test]
fn what_is_struck_or_not_yet_recorded_is_in_no_renewal() {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let acts =
        [Act::Approved, Act::ApplicationFiled(Filing::default()), accepted, Act::Registered(Registration::default())];
    let days = [day!(2005, 3, 10), day!(2008, 1, 20), day!(2008, 1, 25), day!(2008, 2, 1)];
    let (struck_on, law) = (day!(2008, 4, 1), Law::of_2004());
    for marked in 0..4 {
        let record = |(place, (act, on)): (usize, (Act, NaiveDate))| {
            let record = Record::from(act.on(on));
            match place == marked {
                true => record.recorded_on(day!(2008, 2, 10)).unwrap().struck_on(struck_on).unwrap(),
                false => record,
            }
        };
        let history: History = acts.clone().into_iter().zip(days).enumerate().map(record).collect();
        let life = Life { law: law.clone(), history, ledger: Ledger::default() };
        let mut gathered = RegisterRows::default();
        gathered.push(&life.history, &life.ledger).unwrap();
        let known = [None, Some(day!(2008, 2, 9)), Some(day!(2008, 2, 10)), Some(struck_on)];
        for (mode, known_on) in Mode::ALL.into_iter().flat_map(|mode| known.map(|known_on| (mode, known_on))) {
            let on = day!(2008, 3, 1);
            let survey = Survey::new(&law, on).in_mode(mode);
            let survey = known_on.map_or(survey.clone(), |known_on| survey.as_known_on(known_on));
            let expected = expected_standings(std::slice::from_ref(&life), (&law, mode, known_on, on));
            assert_eq!(gathered.ask(|batch| batch.standings(&survey)), expected, "{marked} {mode} {known_on:?}");
            let opened = law.open_in(mode, &life.history, &life.ledger);
            let known = known_on.map(|known_on| opened.as_known_on(known_on));
            let outcome = known.as_deref().unwrap_or(&opened).outcome(on);
            assert_eq!(survey.outcome(&life.history, &life.ledger), outcome, "{marked} {mode} {known_on:?}");
        }
    }
}

/// Renewed twice: in columns as one by one, on and about the day of each act, in every mode and with a list of agencies.
#[test]
fn a_renewal_in_columns_is_its_acts_on_every_day() {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let renewal = [Act::ApplicationFiled(Filing::default()), accepted, Act::Registered(Registration::default())];
    let acts = [vec![Act::Approved], renewal.to_vec(), renewal.to_vec()].concat();
    let days = [
        [day!(2005, 3, 10), day!(2008, 1, 20), day!(2008, 1, 25), day!(2008, 2, 1)].as_slice(),
        &[day!(2010, 12, 20), day!(2010, 12, 20), day!(2011, 1, 5)],
    ]
    .concat();
    let studied = |year| Entry {
        on: ruankao::calendar::add_years(day!(2005, 6, 1), year),
        hours: Hours::whole(60),
        mode: StudyMode::OnTheJob,
        field: Field::Software,
        kind: ContentKind::Technology,
        provider: None,
    };
    let history: History = acts.into_iter().zip(days.iter().copied()).map(|(act, on)| act.on(on)).collect();
    let listed = Law::of_2004().with_agencies(Register::default());
    for (law, ledger) in [Law::of_2004(), listed]
        .into_iter()
        .flat_map(|law| [Ledger::default(), (0..6).map(studied).collect()].map(|ledger: Ledger| (law.clone(), ledger)))
    {
        let life = Life { law: law.clone(), history: history.clone(), ledger };
        let mut gathered = RegisterRows::default();
        (0..2).for_each(|_| gathered.push(&life.history, &life.ledger).unwrap());
        for (mode, &day) in Mode::ALL.into_iter().flat_map(|mode| days.iter().map(move |day| (mode, day))) {
            for on in [day - chrono::Days::new(1), day, day + chrono::Days::new(1)] {
                let expected = expected_standings(&[life.clone(), life.clone()], (&law, mode, None, on));
                let standings = gathered.ask(|batch| batch.standings(&Survey::new(&law, on).in_mode(mode)));
                assert_eq!(standings, expected, "{on} {mode}");
            }
        }
    }
}

/// A certificate that is renewed twice, with a deferral between or none: on and about the last days of its terms, in order and
/// not, under every reading that says when a term begins, ends, and is kept.
#[test]
fn acts_that_are_read_together_are_read_as_one_by_one() {
    use ruankao::regulation::Reading::{
        DeferredValidity, ExpiryDay, InTime, LapseEffect, LapsedAtRepeal, PendingAtExpiry, TermLastDay, TermStart,
    };
    let turned = |readings: &[_]| {
        let turn = |law: Law, &reading| law.clone().with_readings(law.regulation().readings().turned(reading));
        readings.iter().fold(Law::of_2004(), turn)
    };
    let with = |parameters| Law::of_2004().with_parameters(parameters).unwrap();
    let laws = [
        turned(&[]),
        turned(&[ExpiryDay]),
        turned(&[TermStart]),
        turned(&[TermLastDay]),
        turned(&[InTime]),
        turned(&[PendingAtExpiry]),
        turned(&[InTime, PendingAtExpiry]),
        turned(&[LapseEffect]),
        turned(&[DeferredValidity, ExpiryDay]),
        with(Parameters { validity_years: 1, ..Parameters::NOTICES }),
        with(Parameters { validity_years: 4, ..Parameters::NOTICES }),
        with(Parameters { scope_from: day!(2005, 1, 1), ..Parameters::NOTICES }),
        with(Parameters { repealed_on: Some(day!(2010, 12, 1)), ..Parameters::NOTICES }),
        with(Parameters { repealed_on: Some(day!(2008, 3, 1)), ..Parameters::NOTICES })
            .with_readings(Readings::default().turned(LapsedAtRepeal)),
    ];
    // Days from the end of three years.
    let renewals = [
        [-60, -50, -40],
        [-1, 0, 0],
        [0, 0, 0],
        [-1, 0, 1],
        [0, 1, 2],
        [1, 1, 1],
        [-2, -1, 500],
        [-60, -61, -40],
        [-60, -50, -51],
        [-1_096, -1_096, -1_096],
        [-1_097, -1_090, -1_090],
        [90, 95, 99],
    ];
    // Requested, granted, until.
    let deferrals = [None, Some([-30, -20, 100]), Some([0, 1, 100]), Some([-30, -31, 100]), Some([-30, -20, 0])];
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let acts = [Act::ApplicationFiled(Filing::default()), accepted, Act::Registered(Registration::default())];
    let after = |day: NaiveDate, days: i64| day.checked_add_signed(chrono::Duration::days(days)).unwrap();
    let renewed = |events: &mut Vec<Event>, start, days: [i64; 3], decided: &Act| {
        let end = ruankao::calendar::add_years(start, 3);
        let acts = [&acts[0], &acts[1], decided];
        events.extend(acts.into_iter().zip(days).map(|(act, days)| act.clone().on(after(end, days))));
        after(end, days[2])
    };
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let unpaid = Act::Registered(Registration { agency: None, application: Some(unpaid) });
    let decisions = [&acts[2], &unpaid, &Act::Refused, &Act::ApplicationWithdrawn];
    let (mut lives, mut read_apart) = (Vec::new(), Vec::new());
    let (places, approvals) = (0..renewals.len(), [day!(2004, 2, 29), day!(2005, 3, 10), day!(2003, 12, 31)]);
    for (approved_on, deferral) in approvals.into_iter().flat_map(|day| deferrals.map(|deferral| (day, deferral))) {
        for (first, second) in places.clone().flat_map(|first| places.clone().map(move |second| (first, second))) {
            let mut events = vec![Act::Approved.on(approved_on)];
            let start = renewed(&mut events, approved_on, renewals[first], decisions[first % 3]);
            if let Some([requested, granted, until]) = deferral {
                let end = ruankao::calendar::add_years(start, 3);
                let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
                let request = Request { claim, until: after(end, until) };
                events.push(Act::DeferralRequested(Box::new(request)).on(after(end, requested)));
                events.push(Act::DeferralGranted.on(after(end, granted)));
            }
            renewed(&mut events, start, renewals[second], decisions[(first + second) % 4]);
            // A record that is struck stands between each two: so none of them are read together.
            let apart = events.iter().flat_map(|event| {
                let struck = Record::from(Act::Approved.on(event.on)).struck_on(event.on).unwrap();
                [event.clone().into(), struck]
            });
            let life = |history| Life { law: Law::of_2004(), history, ledger: Ledger::default() };
            read_apart.push(life(apart.collect()));
            lives.push(life(events.into_iter().collect()));
        }
    }
    let mut gathered = RegisterRows::default();
    lives.iter().for_each(|life| gathered.push(&life.history, &life.ledger).unwrap());
    for (place, law) in laws.iter().enumerate() {
        for on in [day!(2010, 12, 20), day!(2011, 1, 25), day!(2012, 6, 1)] {
            let mut expected = expected_standings(&read_apart, (law, Mode::Recorded, None, on));
            for unread in &mut expected.unread {
                let Place::Event(event) = &mut unread.place else { panic!("{unread:?}") };
                *event /= 2;
            }
            assert_eq!(expected_standings(&lives, (law, Mode::Recorded, None, on)), expected, "law {place}, {on}");
            let survey = Survey::new(law, on).in_mode(Mode::Recorded);
            assert_eq!(gathered.ask(|batch| batch.standings(&survey)), expected, "law {place}, {on}");
        }
    }
}
