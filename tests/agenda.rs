//! What falls due, and when, and under which id.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::std_instead_of_alloc, reason = "tests are programs with `std`")]

use chrono::NaiveDate;
use icalendar::{Calendar, CalendarComponent, Component};
use insta::assert_snapshot;
use ruankao::agenda::{Due, Item, feed};
use ruankao::calendar::Period;
use ruankao::lifecycle::{Context, PhaseName, Row};
use ruankao::regulation::{Reading, Regulation};
use ruankao::story::{find, stories};
use ruankao::{History, Hours, Language, agenda, day};
use std::collections::BTreeSet;

fn always() -> Period {
    Period::new(day!(2000, 1, 1), day!(2030, 12, 31)).unwrap()
}

fn items(story: &str, on: NaiveDate, days: Period) -> Vec<Item> {
    let scene = find(story).unwrap().scene();
    let credits = scene.credits();
    agenda::due(story, &scene.history.as_of(on, scene.context(&credits)).unwrap(), days).unwrap()
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
    let scene = find("pending_over_expiry").unwrap().scene();
    let lapses = Regulation::default().read(scene.regulation.readings().turned(Reading::PendingAtExpiry));
    let as_of = scene.history.as_of(day!(2008, 3, 7), Context::new(&lapses)).unwrap();
    assert_snapshot!(listed(&agenda::due("a", &as_of, always()).unwrap()), @r"
    2008-03-10 last day to register
    2008-03-28 opinion on the application due
    ");
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
    for story in stories() {
        let scene = story.scene();
        let credits = scene.credits();
        let context = scene.context(&credits);
        for read in 1..=scene.history.events().len() {
            let history: History = scene.history.events()[..read].iter().cloned().collect();
            let on = history.events()[read - 1].on;
            let as_of = history.as_of(on, context).unwrap();
            let rows = history.timeline(day!(2030, 12, 31), context).unwrap();
            let turns = |from: NaiveDate, test: &dyn Fn(&Row) -> bool| {
                assert!(rows.iter().any(|row| row.from == from && test(row)), "{} as of {on}: {from}", story.id());
            };
            for item in agenda::due(story.id(), &as_of, always()).unwrap() {
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
                    Due::OpinionDue => assert_eq!(Ok(item.on), scene.regulation.review_by(on)),
                    Due::EducationYearEnds { missing, .. } | Due::EducationCycleEnds { missing } => {
                        assert!(missing > Hours::ZERO);
                    }
                    Due::WindowOpens => {}
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

    let scenes = ["on_time", "one_hour_short"].map(|id| (id, find(id).unwrap().scene()));
    let credits = scenes.each_ref().map(|(_, scene)| scene.credits());
    let as_of = |which: usize| {
        let (id, scene) = &scenes[which];
        (*id, scene.history.as_of(day!(2007, 1, 1), scene.context(&credits[which])).unwrap())
    };
    let there = agenda::due_of_many([as_of(0), as_of(1)], always()).unwrap();
    let back = agenda::due_of_many([as_of(1), as_of(0)], always()).unwrap();
    assert_eq!(there, back);
    assert!(there.is_sorted() && ids(&there).is_superset(&ids(&early)));
    assert_eq!(ids(&there).len(), there.len());
}

#[test]
fn no_two_items_share_an_id() {
    let names = ["a", "a b", "a%20b", "a.last_day.2008-03-10", "证书", "a@b", "", "%", "a\u{a0}b"];
    let hours = Hours::whole(1);
    let dues = [
        Due::WindowOpens,
        Due::LastDay,
        Due::DeferralEnds,
        Due::OpinionDue,
        Due::AppealEnds,
        Due::EducationYearEnds { year: 1, missing: hours },
        Due::EducationYearEnds { year: 11, missing: hours },
        Due::EducationCycleEnds { missing: hours },
    ];
    let mut ids = BTreeSet::new();
    for certificate in names {
        for due in dues {
            for on in [day!(2008, 3, 10), day!(2008, 3, 11)] {
                let id = Item { on, certificate: certificate.into(), due }.id().to_string();
                assert!(!id.contains([' ', ',', ';', '@', '\n', '\u{a0}']), "{id}");
                assert!(ids.insert(id));
            }
        }
    }
}

#[test]
fn the_calendar_as_text() {
    let agenda = items("on_time", day!(2007, 12, 1), always());
    let text = feed::icalendar(&agenda[..1], day!(2007, 12, 1), Language::En);
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
    END:VEVENT
    END:VCALENDAR
    ");
}

/// What is written is read back: by the same crate's parser, every item, with its id, its days and its words.
#[test]
fn the_calendar_is_read_back() {
    for language in [Language::En, Language::Zh] {
        for story in stories() {
            let mut agenda = items(story.id(), story.today(), always());
            for item in &mut agenda {
                item.certificate = format!("{}, a;b\\c\r\n证书 {}", story.title(language), "x".repeat(80));
            }
            let text = feed::icalendar(&agenda, day!(2008, 1, 1), language);
            assert_eq!(text, feed::icalendar(&agenda, day!(2008, 1, 1), language));
            // The standard asks for 75 octets and says *should*; the last piece of a folded line may have one more.
            assert!(text.split("\r\n").all(|line| line.len() <= 76 && !line.contains(['\r', '\n'])), "{text}");
            let read: Calendar = text.parse().unwrap();
            let events: Vec<_> = read.components.iter().filter_map(CalendarComponent::as_event).collect();
            assert_eq!(events.len(), agenda.len());
            for (event, item) in events.iter().zip(&agenda) {
                assert_eq!(event.get_uid(), Some(&*format!("{}@ruankao", item.id())));
                assert_eq!(event.get_start(), Some(item.on.into()));
                assert_eq!(event.get_end(), Some(item.on.succ_opt().unwrap().into()));
                assert_eq!(event.get_timestamp().map(|stamp| stamp.date_naive()), Some(day!(2008, 1, 1)));
                assert!(event.get_summary().unwrap().ends_with(&item.in_words(language)));
            }
        }
    }
}
