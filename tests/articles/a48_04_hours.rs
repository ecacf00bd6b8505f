//! 48.4: 继续教育每三年为一个周期。……证书持有者每次登记时，必须完成继续教育学时累计数应达到180学时以上，
//! 而且每年完成继续教育的学时数不得少于40学时。

use crate::support::{
    Asked, Differing, REGISTERED, accepted, and_then, childbirth, day, deferral, history, ledger, quotes, studied,
};
use chrono::Datelike;
use ruankao::education::Progress;
use ruankao::finding::{Subject, Value};
use ruankao::regulation::{Parameter, Reading};
use ruankao::{Act, Application, Clause, Code, History, Hours, Law, Ledger};

#[test]
fn the_words() {
    quotes(Clause::N48_4, "继续教育每三年为一个周期");
    quotes(
        Clause::N48_4,
        "每次登记时，必须完成继续教育学时累计数应达到180学时以上，而且每年完成继续教育的学时数不得少于40学时",
    );
}

fn approved() -> History {
    history(&[("2005-03-10", Act::Approved)])
}

/// What is missing on the last day of the cycle: the code, the year where it is one, the tenths of hours.
fn short(law: &Law, ledger: &Ledger) -> Vec<(Code, Subject, u64)> {
    let verdict = law.open(approved(), ledger).assessed("2008-03-10", &Application::COMPLETE);
    let findings = verdict.findings().iter();
    assert!(findings.clone().all(|found| found.clause() == Some(Clause::N48_4)));
    findings.map(|found| (found.code(), found.subject(), found.shortfall().unwrap().tenths())).collect()
}

fn by_year(law: &Law, ledger: &Ledger, on: &str) -> Vec<u64> {
    law.open(approved(), ledger).progress(on).years.iter().map(|year| year.hours.tenths()).collect()
}

#[test]
fn one_hundred_and_eighty_in_all_and_forty_in_each_year() {
    let short = |years: [u64; 3]| {
        let days = ["2005-12-01", "2006-12-01", "2007-12-01"];
        short(&Law::of_2004(), &ledger([0, 1, 2].map(|year| studied(days[year], years[year]))))
    };
    assert_eq!(short([600, 600, 600]), []);
    let verdict = Law::of_2004().open(approved(), Ledger::default()).assessed("2008-03-10", &Application::COMPLETE);
    let compared = verdict.findings().iter().map(|finding| (finding.required(), finding.found()));
    let nothing_of = |hours| (Value::Hours(Hours::whole(hours)), Value::Hours(Hours::ZERO));
    assert_eq!(compared.collect::<Vec<_>>(), [180, 40, 40, 40].map(nothing_of));
    assert_eq!(short([1000, 400, 400]), []);
    assert_eq!(short([600, 600, 599]), [(Code::EducationTotal, Subject::Whole, 1)]);
    assert_eq!(short([1001, 399, 400]), [(Code::EducationYear, Subject::Year(2), 1)]);
    assert_eq!(short([400, 400, 400]), [(Code::EducationTotal, Subject::Whole, 600)]);
    let years = [1, 2, 3].map(|year| (Code::EducationYear, Subject::Year(year), 1));
    assert_eq!(short([399; 3]), [[(Code::EducationTotal, Subject::Whole, 603)].as_slice(), &years].concat());
}

#[test]
fn other_figures() {
    let forty = ledger(["2005-12-01", "2006-12-01", "2007-12-01"].map(|on| studied(on, 400)));
    let law = Law::of_2004().with(Parameter::CycleHours, 120);
    assert_eq!(short(&law, &forty), []);
    assert_eq!(short(&law.clone().with(Parameter::YearlyHours, 41), &forty).len(), 3);
    assert_eq!(short(&law.with(Parameter::CycleHours, 121), &forty), [(Code::EducationTotal, Subject::Whole, 10)]);
}

/// An entry on day d is in the cycle when boundary\[0\] < d ≤ boundary\[last\].
#[test]
fn the_day_of_approval_is_out_and_the_corresponding_days_close_the_years() {
    let ledger = ledger([
        studied("2005-03-10", 1),
        studied("2005-03-11", 20),
        studied("2006-03-10", 300),
        studied("2006-03-11", 4_000),
        studied("2007-03-10", 1),
        studied("2007-03-11", 2),
        studied("2008-03-10", 50),
        studied("2008-03-11", 600),
    ]);
    let law = Law::of_2004();
    assert_eq!(by_year(&law, &ledger, "2008-03-10"), [320, 4_001, 52]);
    assert_eq!(law.open(approved(), &ledger).progress("2008-03-11").hours, Hours::from_tenths(4_373).unwrap());
    // Under `day_before` each of these days is the first of the next year, and the day of approval the first of all.
    let law = law.turned(Reading::ExpiryDay);
    assert_eq!(by_year(&law, &ledger, "2008-03-10"), [21, 4_300, 3]);
}

#[test]
fn years_from_29_february() {
    let law = |start| Law::of_2004().read(&history(&[(start, Act::Approved)])).progress(start);
    let spans = |progress: &Progress| {
        progress.years.iter().map(|year| (year.from.to_string(), year.to.to_string())).collect::<Vec<_>>()
    };
    let expected = [("2004-03-01", "2005-02-28"), ("2005-03-01", "2006-02-28"), ("2006-03-01", "2007-02-28")];
    let progress = law("2004-02-29");
    assert_eq!(spans(&progress), expected.map(|(from, to)| (from.to_owned(), to.to_owned())));
    assert_eq!((progress.from, progress.to), (day("2004-03-01"), day("2007-02-28")));
}

#[test]
fn entries_after_the_day_asked_are_not_looked_at() {
    let (law, ledger) = (Law::of_2004(), ledger([studied("2006-01-01", 10), studied("2006-01-02", 20)]));
    assert_eq!(by_year(&law, &ledger, "2005-12-31"), [0, 0, 0]);
    assert_eq!(by_year(&law, &ledger, "2006-01-01"), [10, 0, 0]);
    assert_eq!(by_year(&law, &ledger, "2006-01-02"), [30, 0, 0]);
}

#[test]
fn nothing_is_carried_over_to_the_next_cycle() {
    let law = Law::of_2004();
    let ledger = ledger([
        studied("2005-12-01", 900),
        studied("2006-12-01", 900),
        studied("2008-01-20", 900),
        studied("2008-01-21", 7),
    ]);
    let next = and_then(&approved(), &[("2008-01-20", accepted()), ("2008-01-20", REGISTERED)]);
    let progress = law.open(&next, &ledger).progress("2008-02-01");
    assert_eq!((progress.from, progress.to, progress.hours.tenths()), (day("2008-01-21"), day("2011-01-20"), 7));
    // The day of the registration itself closes the old cycle, which the registration was judged by.
    assert_eq!(law.open(approved(), &ledger).progress("2008-01-20").hours.tenths(), 2_700);
}

/// Reading `education_year`.
#[test]
fn a_year_may_be_a_calendar_year() {
    let calendar = Law::of_2004().turned(Reading::EducationYear);
    // 2006 and 2007 lie wholly in the cycle.
    let in_time = ledger([studied("2005-12-31", 1_000), studied("2006-12-31", 400), studied("2007-12-31", 400)]);
    assert_eq!(short(&calendar, &in_time), []);
    assert_eq!(short(&Law::of_2004(), &in_time), []);
    let progress = calendar.open(approved(), &in_time).progress("2008-03-10");
    let years: Vec<_> = progress.years.iter().map(|year| (year.number, year.from, year.to)).collect();
    let (first, second) = ((1, day("2006-01-01"), day("2006-12-31")), (2, day("2007-01-01"), day("2007-12-31")));
    assert_eq!(years, [first, second]);
    // A day later in the first or in the last year, and the two sides part.
    let late = ledger([studied("2005-12-31", 1_000), studied("2006-12-31", 400), studied("2008-01-01", 400)]);
    assert_eq!(short(&calendar, &late), [(Code::EducationYear, Subject::Year(2), 400)]);
    assert_eq!(short(&Law::of_2004(), &late), []);
}

#[test]
fn a_cycle_that_ends_with_the_year_has_its_last_year_whole() {
    let years = |law: Law, start| {
        let progress = law.read(&history(&[(start, Act::Approved)])).progress(start);
        progress.years.iter().map(|year| year.from.year()).collect::<Vec<_>>()
    };
    let calendar = || Law::of_2004().turned(Reading::EducationYear);
    // From 2005-01-02 to 2008-01-01; from 2005-01-01 to 2007-12-31.
    assert_eq!(years(calendar(), "2005-01-01"), [2006, 2007]);
    assert_eq!(years(calendar().turned(Reading::ExpiryDay), "2005-01-01"), [2005, 2006, 2007]);
    assert_eq!(years(calendar(), "2004-12-31"), [2005, 2006, 2007]);
    assert_eq!(years(calendar().with(Parameter::ValidityYears, 1), "2005-03-10"), [0; 0]);
}

/// Reading `late_hours`.
#[test]
fn hours_earned_after_the_cycle() {
    let earned = ledger([
        studied("2005-12-01", 600),
        studied("2006-12-01", 600),
        studied("2008-03-10", 400),
        studied("2008-03-11", 200),
    ]);
    let (not, counted) = (Law::of_2004(), Law::of_2004().turned(Reading::LateHours));
    let deferred = history(&[
        ("2005-03-10", Act::Approved),
        ("2008-02-01", deferral("2008-09-10", childbirth())),
        ("2008-02-10", Act::DeferralGranted),
    ]);
    let registered = |on| and_then(&deferred, &[(on, accepted()), (on, REGISTERED)]);
    counted.open(registered("2008-03-11"), &earned).allows();
    counted.open(registered("2008-03-10"), &earned).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    not.open(registered("2008-03-11"), &earned).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    let late = |law: &Law, on| law.open(&deferred, &earned).progress(on).late.map(Hours::tenths);
    assert_eq!((late(&not, "2008-03-11"), late(&counted, "2008-03-10")), (None, Some(0)));
    assert_eq!(late(&counted, "2008-03-11"), Some(200));
    // Late hours count towards the total, and not towards a year.
    let years = counted.open(&deferred, &earned).progress("2008-09-10").years;
    assert_eq!(years.iter().map(|year| year.hours.tenths()).collect::<Vec<_>>(), [600, 600, 400]);
    let idle = counted.open(&deferred, ledger([studied("2008-03-11", 9_000)]));
    let lacks = idle.lacks("2008-03-11", &Application::COMPLETE);
    assert_eq!(lacks, [Code::EducationYear; 3]);
}
