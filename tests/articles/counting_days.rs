//! How days, months, years and working days are counted (General Principles of Civil Law, arts. 154 and 155).

use crate::support::{Asked, Differing, day, history};
use ruankao::appeal::last_day;
use ruankao::calendar::{DayKind, Uncovered, WorkCalendar, add_months, add_years, sub_months};
use ruankao::regulation::{Parameters, Reading, Readings, Regulation};
use ruankao::{Act, Code, Law};

#[test]
fn fifteen_working_days() {
    let rows = [
        ("2005-12-12", "2005-12-31"),
        ("2007-04-20", "2007-05-16"),
        ("2007-09-17", "2007-10-11"),
        ("2008-01-22", "2008-02-15"),
        ("2020-01-20", "2020-02-18"),
        ("2026-09-14", "2026-10-10"),
    ];
    for (from, due) in rows {
        assert_eq!(Regulation::default().review_by(day(from)), Ok(day(due)), "{from}");
    }
}

/// However many years lie between, the day is the one that is found by going from day to day.
#[test]
#[cfg_attr(miri, ignore = "half a million days, hours under Miri")]
fn working_days_are_counted_as_on_a_calendar_on_the_wall() {
    let calendar = WorkCalendar::statutory();
    for first in day("2004-01-01").iter_days().take_while(|first| *first < day("2026-12-31")).step_by(17) {
        let mut n = 0;
        for later in first.iter_days().skip(1).take(1_200) {
            let Ok(is_worked) = calendar.is_working_day(later) else { break };
            n += u32::from(is_worked);
            if is_worked {
                assert_eq!(calendar.nth_working_day_after(first, n), Ok(later), "{n} after {first}");
            } else {
                assert!(
                    calendar.roll(later).is_ok_and(|rolled| rolled > later) || later > day("2026-12-25"),
                    "{later}"
                );
            }
        }
    }
    assert_eq!(calendar.nth_working_day_after(day("2026-09-14"), 10_000), Err(Uncovered { year: 2027 }));
    assert_eq!(calendar.nth_working_day_after(day("2003-12-31"), 0), Ok(day("2003-12-31")));
    assert_eq!(calendar.nth_working_day_after(day("2003-12-31"), 1), Ok(day("2004-01-02")));
    assert_eq!(calendar.roll(day("2003-12-31")), Err(Uncovered { year: 2003 }));
}

#[test]
fn thirty_natural_days_end_on_a_working_day() {
    let as_is = Regulation::default().read(Readings::default().turned(Reading::AppealLastDay));
    let rows = [
        ("2007-09-03", "2007-10-08", "2007-10-03"),
        ("2006-12-01", "2006-12-31", "2006-12-31"),
        ("2005-12-01", "2005-12-31", "2005-12-31"),
    ];
    for (from, rolled, plain) in rows {
        assert_eq!(last_day(day(from), &Regulation::default()), Ok(day(rolled)), "{from}");
        assert_eq!(last_day(day(from), &as_is), Ok(day(plain)), "{from}");
    }
}

#[test]
fn three_years_and_three_months_back() {
    let rolled = Regulation::default().read(Readings::default().turned(Reading::TermLastDay));
    let rows = [("2004-02-29", "2007-02-28", "2007-02-28"), ("2005-05-31", "2008-05-31", "2008-06-02")];
    for (from, plain, next_working_day) in rows {
        let nominal = Regulation::default().year_end(day(from), 3);
        assert_eq!(nominal, day(plain), "{from}");
        assert_eq!(Regulation::default().roll_term(nominal), Ok(day(plain)), "{from}");
        assert_eq!(rolled.roll_term(nominal), Ok(day(next_working_day)), "{from}");
    }
    assert_eq!(sub_months(day("2008-05-31"), 3), day("2008-02-29"));
}

#[test]
fn where_there_is_no_corresponding_day_the_month_ends_the_period() {
    assert_eq!(add_months(day("2007-08-31"), 6), day("2008-02-29"));
    assert_eq!(add_months(day("2006-08-31"), 6), day("2007-02-28"));
    assert_eq!(add_months(day("2007-02-28"), 12), day("2008-02-28"));
    assert_eq!(add_months(day("2005-12-31"), 1), day("2006-01-31"));
    assert_eq!(add_years(day("2004-02-29"), 1), day("2005-02-28"));
    assert_eq!(add_years(day("2004-02-29"), 4), day("2008-02-29"));
    assert_eq!(sub_months(day("2007-05-31"), 3), day("2007-02-28"));
}

/// Both sides agree on a day that the month ends without.
#[test]
fn the_day_before_is_taken_from_a_corresponding_day_alone() {
    let day_before = Regulation::default().read(Readings::default().turned(Reading::ExpiryDay));
    let rows = [
        ("2005-03-10", "2008-03-10", "2008-03-09"),
        ("2005-03-01", "2008-03-01", "2008-02-29"),
        ("2006-03-01", "2009-03-01", "2009-02-28"),
        ("2004-02-29", "2007-02-28", "2007-02-28"),
        ("2005-02-28", "2008-02-28", "2008-02-27"),
        ("2005-01-01", "2008-01-01", "2007-12-31"),
    ];
    for (from, corresponding, before) in rows {
        assert_eq!(Regulation::default().year_end(day(from), 3), day(corresponding), "{from}");
        assert_eq!(day_before.year_end(day(from), 3), day(before), "{from}");
    }
    assert_eq!(day_before.year_end(day("2004-02-29"), 4), day("2008-02-28"));
}

#[test]
fn a_year_outside_the_calendar_is_named_and_never_guessed() {
    let notices = Regulation::default();
    assert_eq!(notices.review_by(day("2003-12-31")), Ok(day("2004-01-20")));
    assert_eq!(notices.review_by(day("2026-12-10")), Ok(day("2026-12-31")));
    assert_eq!(notices.review_by(day("2026-12-11")), Err(Uncovered { year: 2027 }));
    assert_eq!(notices.review_by(day("2001-06-01")), Err(Uncovered { year: 2001 }));
    assert_eq!(last_day(day("2026-12-01"), &notices), Ok(day("2026-12-31")));
    assert_eq!(last_day(day("2026-12-02"), &notices), Err(Uncovered { year: 2027 }));
    assert_eq!(WorkCalendar::empty().roll(day("2008-05-31")), Err(Uncovered { year: 2008 }));
}

#[test]
fn a_term_that_would_roll_into_an_unknown_year_is_refused_in_either_mode() {
    let law = Law::of_2004().turned(Reading::TermLastDay);
    law.read(&history(&[("2023-12-31", Act::Approved)])).allows();
    law.read(&history(&[("2024-01-01", Act::Approved)])).forbids(Code::CalendarUncovered, None);
    // As the default reads it no calendar is asked.
    Law::of_2004().read(&history(&[("2024-01-01", Act::Approved)])).allows();
}

#[test]
fn a_user_may_supply_another_calendar() {
    let calendar = WorkCalendar::statutory()
        .with_year(2027, [(day("2027-01-01"), DayKind::Holiday)])
        .and_then(|calendar| calendar.with_day(day("2008-03-10"), DayKind::Holiday))
        .unwrap();
    let rolls = Readings::default().turned(Reading::TermLastDay);
    let regulation = Regulation::new(Parameters::NOTICES, rolls, calendar).unwrap();
    assert_eq!(regulation.roll_term(day("2008-03-10")), Ok(day("2008-03-11")));
    assert_eq!(regulation.roll_term(day("2027-01-01")), Ok(day("2027-01-04")));
    assert_eq!(last_day(day("2026-12-02"), &regulation), Ok(day("2027-01-04")));
}
