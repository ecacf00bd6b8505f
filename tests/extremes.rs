//! The first and the last days there are, far beyond what the wire format can write: nothing panics, nothing runs on.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use ruankao::agenda::due;
use ruankao::calendar::{Period, WorkCalendar, add_days, add_months, add_years, sub_days, sub_months};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Cycle, Field, Grant, StudyMode};
use ruankao::explain::Explanation;
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::Context;
use ruankao::regulation::{Parameter, Parameters, Regulation};
use ruankao::revocation::Revocation;
use ruankao::strategies::{acts, readings};
use ruankao::{Act, Application, Entry, Event, History, Hours, Language, Ledger, Mode, Plan, day};

fn extreme_days() -> impl Strategy<Value = NaiveDate> + Clone {
    let (first, last) = (NaiveDate::MIN, NaiveDate::MAX);
    let first_year_end = NaiveDate::from_ymd_opt(-262_143, 12, 31).unwrap();
    let ordinary = NaiveDate::from_ymd_opt(2005, 3, 10).unwrap();
    let days = [first, add_days(first, 1), first_year_end, ordinary, sub_months(last, 40), sub_days(last, 1), last];
    select(days.to_vec())
}

/// Figures at their least and their greatest, with a regime that covers every day.
fn extreme_regulations() -> impl Strategy<Value = Regulation> {
    let figures = vec(0_u8..3, Parameter::ALL.len()).prop_map(|sides| {
        let given = Parameters { scope_from: NaiveDate::MIN, ..Parameters::NOTICES };
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
    (figures, readings())
        .prop_map(move |(figures, readings)| Regulation::new(figures, readings, covering.clone()).unwrap())
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
        1 => requests.prop_map(Act::DeferralRequested),
        1 => grants.prop_map(Act::ExtensionGranted),
        1 => extreme_days().prop_map(|left_on| Act::Cancelled(Revocation::LeftPost { left_on })),
    ]
}

/// Strict or not, in order: an approval on a first day, then whatever comes.
fn extreme_histories() -> impl Strategy<Value = History> {
    let events = vec((extreme_acts(), extreme_days()), 0..8);
    (extreme_days(), events).prop_map(|(approved_on, mut events)| {
        events.sort_by_key(|&(_, on)| on);
        let approved = Act::Approved.on(approved_on);
        let later = events.into_iter().filter(|&(_, on)| on >= approved_on).map(|(act, on)| act.on(on));
        core::iter::once(approved).chain(later).collect::<Vec<Event>>().into()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_day_makes_a_history_panic(
        history in extreme_histories(),
        studied in vec(extreme_days(), 0..6),
        regulation in extreme_regulations(),
        on in extreme_days(),
        mode in select(vec![Mode::Strict, Mode::Audit]),
    ) {
        let (mode_of_study, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
        let entry = |on| Entry { on, hours: Hours::whole(40), mode: mode_of_study, field, kind, provider: None };
        let ledger: Ledger = studied.into_iter().map(entry).collect();
        let credits = ledger.credits(None);
        let context = Context::new(&regulation).credits(&credits).mode(mode);
        // What comes of it is another test's concern.
        let _ = history.timeline(NaiveDate::MAX, context);
        let _ = history.irregularities(context);
        let _ = history.sensitivity(on, context);
        let _ = regulation.review_by(on);
        if let Ok(as_of) = history.as_of(on, context) {
            let _ = (as_of.standing(), as_of.outlook(), as_of.assessment(&Application::COMPLETE));
            let _ = as_of.education();
            let _ = Explanation::of_standing(&as_of).in_words(Language::En).to_string();
            let _ = Explanation::of_assessment(&as_of, &Application::COMPLETE).in_words(Language::Zh).to_string();
            let _ = Plan::new(&as_of, None);
            let _ = due("a", &as_of, Period::new(day!(1900, 1, 1), day!(2999, 12, 31)).unwrap());
        }
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
        start in extreme_days(), regulation in extreme_regulations(), first_term in any::<bool>(),
    ) {
        let cycle = Cycle::new(start, first_term, None, &regulation);
        prop_assert!(cycle.years().count() <= 100);
        prop_assert!(cycle.years().all(|year| year.after <= year.to));
    }
}
