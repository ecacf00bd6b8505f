//! What falls due, and when, and under which id.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::std_instead_of_alloc, reason = "tests are programs with `std`")]

#[path = "../../examples/explore/calendar.rs"]
mod calendar;
mod lives;

use calendar::icalendar;
use chrono::NaiveDate;
use icalendar::{Calendar, CalendarComponent, Component};
use insta::assert_snapshot;
use lives::{LIVES, life, open, studied};
use ruankao::agenda::{Agenda, Due, Item};
use ruankao::calendar::{Period, WorkCalendar};
use ruankao::finding::EventFault;
use ruankao::lifecycle::{Coming, PhaseName, Row};
use ruankao::registration::{Acceptance, Filing};
use ruankao::regulation::{LapseEffect, LapsedAtRepeal, Parameters, Reading, Readings};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, CertificateFile, Event, History, Hours, Language, Law, Ledger, day};
use std::collections::BTreeSet;

fn always() -> Period {
    Period::new(day!(2000, 1, 1), day!(2030, 12, 31)).unwrap()
}

fn due(name: &str, on: NaiveDate, days: Period) -> Agenda {
    open(name, &Law::of_2004()).on(on).unwrap().due(name, days)
}

fn items(name: &str, on: NaiveDate, days: Period) -> Vec<Item> {
    due(name, on, days).items().to_vec()
}

fn listed(items: &[Item]) -> String {
    items.iter().map(|item| format!("{} {}", item.on, item.in_words(Language::En))).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_certificate_in_its_last_year() {
    assert_snapshot!(listed(&items("one_hour_short", day!(2007, 9, 1), always())), @r"
    2007-12-10 first day to apply for registration
    2008-03-10 last day to register
    2008-03-10 year 3 of continuing education ends; 40 hours are missing
    2008-03-10 the cycle of continuing education ends; 60 hours are missing
    ");
}

/// In words each item has a line of its own, behind the day and the name of its certificate.
#[test]
fn an_agenda_in_words_has_a_line_for_each_item() {
    let agenda = due("one_hour_short", day!(2007, 9, 1), always());
    let told = agenda.in_words(Language::En).to_string();
    let items: Vec<_> = agenda.items().iter().map(|item| item.in_words(Language::En).to_string()).collect();
    for (line, (item, words)) in told.lines().zip(agenda.items().iter().zip(&items)) {
        assert_eq!(line, format!("{} one_hour_short: {words}", item.on));
    }
    assert!(items.len() > 3 && told.lines().count() >= items.len());
}

/// 47.3: what is filed is kept beyond the last day where filing is the act that counts, and only there.
#[test]
fn an_application_filed_has_no_last_day_where_filing_counts() {
    let filed = Act::ApplicationFiled(Filing::default()).on(day!(2008, 1, 10));
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10)), filed]);
    let has_last_day = |law: &Law| {
        let file = law.open(&history, Ledger::default());
        let agenda = file.on(day!(2008, 1, 20)).unwrap().due("a", always());
        agenda.items().iter().any(|item| item.due == Due::LastDay)
    };
    let by_acceptance = Law::of_2004().with_readings(Readings::default().turned(Reading::InTime));
    assert!(!has_last_day(&Law::of_2004()) && has_last_day(&by_acceptance));
}

#[test]
fn a_deferral_and_an_extension() {
    assert_snapshot!(listed(&items("sick_leave", day!(2009, 7, 1), always())), @r"
    2009-03-01 first day to apply for registration
    2010-03-01 year 2 of continuing education ends; 32 hours are missing
    2010-03-01 the cycle of continuing education ends; 52 hours are missing
    2010-06-01 last day to register, as deferred
    ");
}

#[test]
fn an_application_is_pending() {
    assert_snapshot!(listed(&items("pending_over_expiry", day!(2008, 3, 7), always())), @"2008-03-28 opinion on the application due");
    // Where it ends with the term, the last day matters too.
    let lapses = Law::of_2004().readings().turned(Reading::PendingAtExpiry);
    let file = open("pending_over_expiry", &Law::of_2004().with_readings(lapses));
    let agenda = file.on(day!(2008, 3, 7)).unwrap().due("a", always());
    assert_snapshot!(listed(agenda.items()), @r"
    2008-03-10 last day to register
    2008-03-28 opinion on the application due
    ");
}

/// 48.4: under review the hours that are missing fall due where the decision counts, and no more where the acceptance did.
#[test]
fn hours_are_due_under_review_where_the_decision_counts() {
    let accepted = Acceptance { agency: None, application: Application::COMPLETE };
    let accepted = Act::ApplicationAccepted(accepted).on(day!(2008, 1, 10));
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10)), accepted]);
    let asks_for_hours = |law: &Law| {
        let file = law.open(&history, Ledger::default());
        let agenda = file.on(day!(2008, 1, 20)).unwrap().due("a", always());
        agenda.items().iter().any(|item| matches!(item.due, Due::EducationCycleEnds { .. }))
    };
    let by_acceptance = Law::of_2004().with_readings(Readings::default().turned(Reading::ConditionsOn));
    assert!(asks_for_hours(&Law::of_2004()) && !asks_for_hours(&by_acceptance));
}

#[test]
fn a_cancellation_is_published() {
    assert_snapshot!(listed(&items("appeal_lost", day!(2007, 9, 3), always())), @"2007-10-08 last day to appeal under the notice");
    assert_eq!(items("appeal_lost", day!(2007, 10, 8), always()), []);
    assert_eq!(items("appeal_lost", day!(2007, 8, 20), always()), []);
}

#[test]
fn nothing_is_due() {
    assert_eq!(items("lapsed_by_a_day", day!(2008, 3, 11), always()), []);
    assert_eq!(items("before_the_regime", day!(2008, 3, 11), always()), []);
    assert_eq!(items("on_time", day!(2005, 3, 9), always()), []);
}

/// A day is in the span or it is not, to the day.
#[test]
fn the_span_is_closed_at_both_ends() {
    let on = |first, last| items("on_time", day!(2007, 12, 1), Period::new(first, last).unwrap()).len();
    assert_eq!(on(day!(2007, 12, 10), day!(2007, 12, 10)), 1);
    assert_eq!(on(day!(2007, 12, 11), day!(2008, 3, 9)), 0);
    assert_eq!(on(day!(2007, 12, 11), day!(2008, 3, 10)), 1);
}

/// Each day of the agenda is where the timeline turns, if nothing more happens.
#[test]
fn the_days_are_those_of_the_timeline() {
    let mut seen = BTreeSet::new();
    let law = Law::of_2004();
    for name in LIVES {
        let (events, ledger) = life(name);
        let events: Vec<Event> = events.held(None).map(|(_, event)| event.clone()).collect();
        for read in 1..=events.len() {
            let on = events[read - 1].on;
            let file = law.open(History::from_iter(events[..read].iter().cloned()), &ledger);
            let rows = file.timeline(day!(2030, 12, 31)).unwrap();
            let turns = |from: NaiveDate, test: &dyn Fn(&Row) -> bool| {
                assert!(rows.iter().any(|row| row.from == from && test(row)), "{name} as of {on}: {from}");
            };
            for item in file.on(on).unwrap().due(name, always()).items() {
                seen.insert(item.due.name());
                let after = item.on.succ_opt().unwrap();
                match item.due {
                    Due::WindowOpens if item.on > on => {
                        turns(item.on, &|row| row.outline.phase == PhaseName::RegistrationDue);
                    }
                    // A request that is pending keeps the certificate beyond it.
                    Due::LastDay | Due::DeferralEnds => {
                        turns(after, &|row| matches!(row.outline.phase, PhaseName::Lapsed | PhaseName::DeferralPending))
                    }
                    Due::AppealEnds => turns(after, &|row| row.outline.is_final == Some(true)),
                    Due::OpinionDue => assert_eq!(Ok(item.on), law.regulation().review_by(on)),
                    Due::EducationYearEnds { missing, .. } | Due::EducationCycleEnds { missing } => {
                        assert!(missing > Hours::ZERO);
                    }
                    Due::WindowOpens | Due::OpinionUncovered { .. } => {}
                }
            }
        }
    }
    assert_eq!(seen.len(), 7, "{seen:?}");
}

/// As long as an item is due its id stays, whatever day it is asked on, within whatever span and beside whom.
#[test]
fn the_ids_are_stable() {
    let ids = |items: &[Item]| items.iter().map(|item| item.id().to_string()).collect::<BTreeSet<_>>();
    let early = items("one_hour_short", day!(2007, 1, 1), always());
    let late = items("one_hour_short", day!(2008, 2, 14), always());
    assert_ne!(early, late, "hours were earned in between");
    assert!(ids(&late).is_subset(&ids(&early)), "{late:?}");
    let span = Period::new(day!(2008, 3, 1), day!(2008, 3, 31)).unwrap();
    assert!(ids(&items("one_hour_short", day!(2007, 1, 1), span)).is_subset(&ids(&early)));

    let files = ["on_time", "one_hour_short"].map(|name| (name, open(name, &Law::of_2004())));
    let one = |(name, file): &(&str, CertificateFile<'_>)| Ok(file.on(day!(2007, 1, 1))?.due(name, always()));
    let there: Agenda = files.iter().map(one).collect::<Result<_, EventFault>>().unwrap();
    let back: Agenda = files.iter().rev().map(one).collect::<Result<_, EventFault>>().unwrap();
    assert_eq!(there, back);
    let there = there.items();
    assert!(there.is_sorted() && ids(there).is_superset(&ids(&early)));
    assert_eq!(ids(there).len(), there.len());
}

#[test]
fn no_two_items_share_an_id() {
    let names = [
        "a",
        "a b",
        "a%20b",
        "a.last_day.2008-03-10",
        "证书",
        "a@b",
        "",
        "%",
        "a\u{a0}b",
        "a 28",
        "a\u{2028}",
        "a\u{200b}",
        "a\u{202e}b",
    ];
    let hours = Hours::whole(1);
    let dues = [
        Due::WindowOpens,
        Due::LastDay,
        Due::DeferralEnds,
        Due::OpinionDue,
        Due::OpinionUncovered { year: 2027 },
        Due::AppealEnds,
        Due::EducationYearEnds { year: 1, missing: hours },
        Due::EducationYearEnds { year: 11, missing: hours },
        Due::EducationCycleEnds { missing: hours },
    ];
    let mut ids = BTreeSet::new();
    for certificate in names {
        for due in dues {
            for on in [day!(2008, 3, 10), day!(2008, 3, 11), NaiveDate::from_ymd_opt(12008, 3, 11).unwrap()] {
                let id = Item { on, certificate: certificate.into(), due }.id().to_string();
                assert!(!id.contains([' ', ',', ';', '@', '\n', '\u{a0}']), "{id}");
                assert!(id.chars().all(|c| c.is_ascii_graphic()), "{id}");
                assert!(ids.insert(id));
            }
        }
    }
}

#[test]
fn the_calendar_as_text() {
    let december = Period::new(day!(2007, 12, 1), day!(2007, 12, 31)).unwrap();
    let agenda = due("on_time", day!(2007, 12, 1), december);
    let text = icalendar(&agenda, day!(2007, 12, 1), &[30], Language::En).unwrap();
    assert_snapshot!(text.replace("\r\n ", "").replace("\r\n", "\n"), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//ruankao//agenda//EN
    CALSCALE:GREGORIAN
    METHOD:PUBLISH
    BEGIN:VEVENT
    DESCRIPTION:47.3: A certificate is valid for three years (counted from the day of approval or registration). Within the three months before the validity ends\, the holder must register at an approved registration agency. A certificate for which the formalities of registration are not carried out in time is no longer valid.
    DTEND;VALUE=DATE:20071211
    DTSTAMP:20071201T000000Z
    DTSTART;VALUE=DATE:20071210
    SUMMARY:on_time: first day to apply for registration
    TRANSP:TRANSPARENT
    UID:on_time.window_opens.2007-12-10@ruankao
    BEGIN:VALARM
    ACTION:DISPLAY
    DESCRIPTION:on_time: first day to apply for registration
    DTSTAMP:20071201T000000Z
    TRIGGER:-P30D
    UID:on_time.window_opens.2007-12-10.30@ruankao
    END:VALARM
    END:VEVENT
    END:VCALENDAR
    ");
}

/// What is written is read back: by the same crate's parser, every item, with its id, its days and its words.
#[test]
fn the_calendar_is_read_back() {
    for language in [Language::En, Language::Zh] {
        for name in LIVES {
            let (history, ledger) = life(name);
            let file = Law::of_2004().open(&history, &ledger);
            let called = format!("{name}, a;b\\c\r\n证书 {}", "x".repeat(80));
            for (_, event) in history.held(None) {
                let agenda = file.on(event.on).unwrap().due(&called, always());
                let text = icalendar(&agenda, day!(2008, 1, 1), &[7], language).unwrap();
                assert_eq!(text, icalendar(&agenda, day!(2008, 1, 1), &[7], language).unwrap());
                // The standard asks for 75 octets and says *should*; the last piece of a folded line may have one more.
                assert!(text.split("\r\n").all(|line| line.len() <= 76 && !line.contains(['\r', '\n'])), "{text}");
                let read: Calendar = text.parse().unwrap();
                let events: Vec<_> = read.components.iter().filter_map(CalendarComponent::as_event).collect();
                assert_eq!(events.len(), agenda.items().len());
                for (event, item) in events.iter().zip(agenda.items()) {
                    assert_eq!(event.get_uid(), Some(&*format!("{}@ruankao", item.id())));
                    assert_eq!(event.get_start(), Some(item.on.into()));
                    assert_eq!(event.get_end(), Some(item.on.succ_opt().unwrap().into()));
                    assert_eq!(event.get_timestamp().map(|stamp| stamp.date_naive()), Some(day!(2008, 1, 1)));
                    assert!(event.get_summary().unwrap().ends_with(&item.in_words(language).to_string()));
                }
            }
        }
    }
}

/// A day or a name that no calendar holds is told, not dropped.
#[test]
fn what_no_calendar_holds_is_told() {
    let written = |on: NaiveDate, name: &str| {
        let file = Law::of_2004().open(History::from_iter([Act::Approved.on(on)]), Ledger::default());
        let days = Period::new(on, on + chrono::Days::new(4000)).unwrap();
        icalendar(&file.on(on).unwrap().due(name, days), on, &[], Language::En)
    };
    assert!(written(day!(2005, 3, 10), "a").is_ok());
    assert!(written(day!(2005, 3, 10), &"a".repeat(201)).is_err());
}

/// Where the calendar ends, the rest of the agenda is told all the same.
#[test]
fn an_opinion_beyond_the_calendar_is_told_as_such() {
    let law = Law::of_2004().with_calendar(WorkCalendar::empty());
    let agenda = open("pending_over_expiry", &law).on(day!(2008, 3, 7)).unwrap().due("a", always());
    assert_snapshot!(listed(agenda.items()), @"2008-03-08 the calendar does not cover 2008: the opinion is due then or later");
    let lapses = law.readings().turned(Reading::PendingAtExpiry);
    let agenda =
        open("pending_over_expiry", &law.with_readings(lapses)).on(day!(2008, 3, 7)).unwrap().due("a", always());
    assert_snapshot!(listed(agenda.items()), @r"
    2008-03-08 the calendar does not cover 2008: the opinion is due then or later
    2008-03-10 last day to register
    ");
}

/// What is filed in time has no last day; where the acceptance has to come in time, it has.
#[test]
fn an_application_is_filed() {
    let filed = Act::ApplicationFiled(Filing::default()).on(day!(2008, 3, 7));
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10)), filed]);
    let listed_under = |law: &Law| {
        let file = law.open(&history, studied(&[(day!(2005, 9, 20), 60), (day!(2006, 8, 18), 60)]));
        listed(file.on(day!(2008, 3, 8)).unwrap().due("a", always()).items())
    };
    let law = Law::of_2004();
    assert_snapshot!(listed_under(&law), @r"
    2008-03-10 year 3 of continuing education ends; 40 hours are missing
    2008-03-10 the cycle of continuing education ends; 60 hours are missing
    ");
    let by_acceptance = law.readings().turned(Reading::InTime);
    assert_snapshot!(listed_under(&law.with_readings(by_acceptance)), @r"
    2008-03-10 last day to register
    2008-03-10 year 3 of continuing education ends; 40 hours are missing
    2008-03-10 the cycle of continuing education ends; 60 hours are missing
    ");
}

#[test]
fn nothing_falls_due_from_the_repeal_on() {
    let repealed_on = |on| {
        let parameters = Parameters { repealed_on: Some(on), ..Parameters::NOTICES };
        Law::of_2004().with_parameters(parameters).unwrap()
    };
    let on = day!(2007, 6, 1);
    let days = |law: &Law| {
        let file = open("on_time", law);
        file.on(on).unwrap().due("a", always()).items().iter().map(|item| item.on).collect::<Vec<_>>()
    };
    assert_eq!(days(&repealed_on(day!(2007, 12, 10))), []);
    assert_eq!(days(&repealed_on(day!(2007, 12, 11))), [day!(2007, 12, 10)]);
    assert_eq!(days(&repealed_on(day!(2008, 3, 10))), [day!(2007, 12, 10)]);
    // With the repeal the day after it, the last day is none: the certificate does not lapse.
    assert_eq!(days(&repealed_on(day!(2008, 3, 11))), [day!(2007, 12, 10)]);
    assert_eq!(days(&repealed_on(day!(2008, 3, 12))).len(), 4);
    // A time for appeal runs on.
    let file = open("appeal_lost", &repealed_on(day!(2007, 9, 20)));
    assert_snapshot!(listed(file.on(day!(2007, 9, 25)).unwrap().due("a", always()).items()), @"2007-10-08 last day to appeal under the notice");
}

/// The day of the repeal comes to those for whom it still changes something, and an opinion is due to the day before it.
#[test]
fn the_repeal_comes_to_whom_it_changes_something() {
    let comes = |events: &[Event], on, readings: Readings| {
        let parameters = Parameters { repealed_on: Some(day!(2008, 3, 25)), ..Parameters::NOTICES };
        let law = Law::of_2004().with_parameters(parameters).unwrap().with_readings(readings);
        let file = law.open(events.iter().cloned().collect::<History>(), Ledger::default());
        file.on(on).unwrap().days_to_come().iter().map(|come| come.what).collect::<Vec<_>>()
    };
    let (approved, asked) = (|on| Act::Approved.on(on), Readings::default());
    assert_eq!(comes(&[], day!(2006, 1, 9), asked), []);
    assert_eq!(comes(&[approved(day!(2003, 3, 10))], day!(2006, 1, 9), asked), []);
    let lapsed = [approved(day!(2005, 1, 10))];
    assert_eq!(comes(&lapsed, day!(2008, 2, 1), asked), []);
    let may_return = Readings { lapse_effect: LapseEffect::MayReturn, ..asked };
    let revived = Readings { lapsed_at_repeal: LapsedAtRepeal::Revived, ..asked };
    for readings in [may_return, revived] {
        assert_eq!(comes(&lapsed, day!(2008, 2, 1), readings), [Coming::Repeal]);
    }
    let cancelled = [approved(day!(2005, 3, 10)), Act::Cancelled(Revocation::Incapacity).on(day!(2006, 5, 1))];
    assert_eq!(comes(&cancelled, day!(2006, 6, 1), asked), [Coming::Repeal]);
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let accepted = [approved(day!(2005, 3, 10)), accepted.on(day!(2008, 3, 3))];
    assert_eq!(comes(&accepted, day!(2008, 3, 20), asked), [Coming::OpinionDue, Coming::Repeal]);
}

/// Where no day of repeal is named, an agenda that speaks of a day from 2019 on says so.
#[test]
fn the_caution_stands_beside() {
    let day_of = |year, month, date| Period::new(day!(2004, 1, 1), NaiveDate::from_ymd_opt(year, month, date).unwrap());
    let history = History::from_iter([Act::Approved.on(day!(2016, 1, 1))]);
    let agenda = |law: &Law, days| law.open(&history, Ledger::default()).on(day!(2017, 1, 1)).unwrap().due("a", days);
    let law = Law::of_2004();
    // The term ends on 2019-01-01.
    assert!(agenda(&law, day_of(2018, 12, 31).unwrap()).caution().is_none());
    let cautious = agenda(&law, day_of(2019, 1, 1).unwrap());
    assert!(cautious.caution().is_some());
    assert!(cautious.in_words(Language::Zh).to_string().ends_with("按通知仍然有效作出"));
    assert!(icalendar(&cautious, day!(2017, 1, 1), &[], Language::En).unwrap().contains("X-WR-CALDESC"));
    let parameters = Parameters { repealed_on: Some(day!(2019, 12, 31)), ..Parameters::NOTICES };
    assert!(agenda(&law.with_parameters(parameters).unwrap(), day_of(2019, 1, 1).unwrap()).caution().is_none());
}
