//! The first and the last days there are, far beyond what the wire format can write: nothing panics, nothing runs on.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ruankao::calendar::{Period, WorkCalendar, add_days, add_months, add_years, sub_days, sub_months};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::ground::{Claim, Ground};
use ruankao::registration::{Acceptance, Registration};
use ruankao::regulation::{Parameter, Parameters};
use ruankao::revocation::Revocation;
use ruankao::strategies::{acts, readings};
use ruankao::whatif::Hypothesis;
use ruankao::{Act, Application, Entry, Event, History, Hours, Language, Law, Ledger, Mode, Record, day};

fn extreme_days() -> impl Strategy<Value = NaiveDate> + Clone {
    let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
    let first_year_end = NaiveDate::from_ymd_opt(-262_143, 12, 31).unwrap();
    let ordinary = NaiveDate::from_ymd_opt(2005, 3, 10).unwrap();
    let days = [first, add_days(first, 1), first_year_end, ordinary, sub_months(last, 40), sub_days(last, 1), last];
    select(days.to_vec())
}

/// Figures at their least and their greatest, with a regime that covers every day up to a repeal, where there is one.
fn extreme_laws() -> impl Strategy<Value = Law> {
    let repealed_on = proptest::option::weighted(0.3, extreme_days());
    let figures = (vec(0_u8..3, Parameter::ALL.len()), repealed_on).prop_map(|(sides, repealed_on)| {
        let repealed_on = repealed_on.filter(|day| *day > NaiveDate::MIN);
        let given = Parameters { scope_from: NaiveDate::MIN, repealed_on, ..Parameters::NOTICES };
        let given = Parameter::ALL.iter().zip(sides).fold(given, |given, (&parameter, side)| match side {
            0 => given.with(parameter, *parameter.bounds().start()),
            1 => given.with(parameter, *parameter.bounds().end()),
            _ => given,
        });
        let longest = given.validity_years * 12 - 1;
        given.with(Parameter::WindowMonths, given.window_months.min(longest))
    });
    let covering = [NaiveDate::MIN, NaiveDate::MAX]
        .into_iter()
        .fold(WorkCalendar::statutory(), |calendar, day| calendar.with_year(chrono::Datelike::year(&day), []).unwrap());
    (figures, readings()).prop_map(move |(figures, readings)| {
        Law::of_2004().with_parameters(figures).unwrap().with_readings(readings).with_calendar(covering.clone())
    })
}

fn extreme_acts() -> impl Strategy<Value = Act> {
    let claims = (extreme_days(), extreme_days(), select(Ground::ALL.to_vec())).prop_map(|(one, other, ground)| {
        let absence = Period::new(one.min(other), one.max(other)).into_iter();
        Claim { absences: absence.collect(), provincial_consent: true, evidence: true, ground }
    });
    let requests = (claims.clone(), extreme_days()).prop_map(|(claim, until)| Request { claim, until });
    let grants = (claims, extreme_days(), extreme_days()).prop_map(|(claim, arose_on, until)| Grant {
        claim,
        arose_on,
        until,
        written_application: true,
    });
    prop_oneof![
        4 => acts(),
        1 => requests.prop_map(|request| Act::DeferralRequested(Box::new(request))),
        1 => grants.prop_map(|grant| Act::ExtensionGranted(Box::new(grant))),
        1 => (extreme_days(), proptest::option::of(extreme_days())).prop_map(|(left_on, returned_on)| {
            Act::Cancelled(Revocation::LeftPost { left_on, returned_on })
        }),
    ]
}

/// Strict or not, in order: an approval on a first day, then whatever comes; some recorded as late as can be, or struck.
fn extreme_histories() -> impl Strategy<Value = History> {
    let events = vec((extreme_acts(), extreme_days(), proptest::option::weighted(0.2, extreme_days())), 0..8);
    (extreme_days(), events).prop_map(|(approved_on, mut events)| {
        events.sort_by_key(|&(_, on, _)| on);
        let record = |event: Event, late: Option<NaiveDate>| {
            let record = Record::from(event);
            match late {
                Some(day) if day >= record.what().on => {
                    let struck = record.clone().struck_on(day).unwrap();
                    if day == NaiveDate::MAX { record.recorded_on(day).unwrap() } else { struck }
                }
                _ => record,
            }
        };
        let approved = record(Act::Approved.on(approved_on), None);
        let later = events.into_iter().filter(|&(_, on, _)| on >= approved_on);
        let later = later.map(|(act, on, late)| record(act.on(on), late));
        core::iter::once(approved).chain(later).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_day_makes_a_history_panic(
        history in extreme_histories(),
        studied in vec(extreme_days(), 0..6),
        law in extreme_laws(),
        (on, known_on) in (extreme_days(), proptest::option::of(extreme_days())),
        mode in select(Mode::ALL.to_vec()),
    ) {
        let (mode_of_study, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
        let entry = |on| Entry { on, hours: Hours::whole(40), mode: mode_of_study, field, kind, provider: None };
        let ledger: Ledger = studied.into_iter().map(entry).collect();
        let opened = law.open_in(mode, &history, &ledger);
        let thought = known_on.into_iter().fold(Hypothesis::default(), Hypothesis::as_known_on);
        let mut file = opened.what_if(&thought.event(Act::Refused.on(on)).without_event(1));
        // What comes of it is another test's concern.
        for file in [&opened, &file] {
            let _ = file.timeline(NaiveDate::MAX);
            let _ = file.irregularities();
            let _ = file.sensitivity(on);
            let _ = file.inquiry(on).search(1).in_words(Language::En).to_string();
            let _ = law.regulation().review_by(on);
            if let Ok(as_of) = file.on(on) {
                let _ = (as_of.standing(), as_of.outlook(), as_of.assessment(&Application::COMPLETE));
                let _ = (as_of.deadline(), as_of.last_valid_day(), as_of.hours_missing());
                let _ = as_of.education();
                let _ = as_of.explain().in_words(Language::En).to_string();
                let _ = as_of.explain_assessment(&Application::COMPLETE).in_words(Language::Zh).to_string();
                let _ = as_of.plan();
                let _ = as_of.due("a", Period::new(day!(1900, 1, 1), day!(2999, 12, 31)).unwrap());
            }
        }
        let _ = opened.difference(&file, on, &Application::COMPLETE).in_words(Language::Zh).to_string();
        let _ = file.record(Act::Refused.on(on)).map(drop);
        let _ = file.strike(0, on);
        file.record_study(entry(on));
        let _ = file.state().map(drop);
    }

    #[test]
    fn counting_stops_at_the_ends(day in extreme_days(), n in select(vec![0, 1, 12, 10_000, u32::MAX])) {
        prop_assert!(add_days(day, n) >= day && add_months(day, n) >= day && add_years(day, n) >= day);
        prop_assert!(sub_days(day, n) <= day && sub_months(day, n) <= day);
        let _ = WorkCalendar::statutory().nth_working_day_after(day, n);
        let _ = WorkCalendar::statutory().roll(day);
    }

    #[test]
    fn a_cycle_at_the_ends_has_its_years(
        start in extreme_days(), law in extreme_laws(), first_term in any::<bool>(),
    ) {
        let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
        let mut history = History::from_iter([Act::Approved.on(start)]);
        if !first_term {
            history.extend([accepted.on(start), Act::Registered(Registration::default()).on(start)]);
        }
        let file = law.open_in(Mode::Recorded, history, Ledger::default());
        // Outside the regime there is none, and what the calendar does not cover is refused.
        if let Ok(Ok(progress)) = file.on(start).map(|as_of| as_of.education()) {
            prop_assert!(progress.years.len() <= 100);
            prop_assert!(progress.years.iter().all(|year| sub_days(year.from, 1) <= year.to));
        }
    }
}
