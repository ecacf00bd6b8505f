//! What a drawing tells of a life, held equal to what is committed and to the facts.

use crate::{approved, drawn, hold, opened};
use insta::assert_snapshot;
use ruankao::education::{ContentKind, Field, Grant, StudyMode};
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::Row;
use ruankao::regulation::Parameters;
use ruankao::story::{find, stories};
use ruankao::{Act, Entry, History, Hours, Language, Law, Ledger, Mode, Record, day};

#[test]
fn the_committed_drawings_are_the_stories() {
    hold("pictures/sick_leave.svg", &drawn(find("sick_leave").unwrap(), Language::En));
    hold("pictures/sick_leave.zh.svg", &drawn(find("sick_leave").unwrap(), Language::Zh));
    hold("pictures/appeal_won.zh.svg", &drawn(find("appeal_won").unwrap(), Language::Zh));
    hold("pictures/lawful_as_known.svg", &drawn(find("lawful_as_known").unwrap(), Language::En));
}

/// The description says what the timeline says, row by row, to the day.
#[test]
fn the_drawing_tells_the_timeline() {
    for story in stories() {
        let drawing = drawn(story, Language::En);
        let rows: Vec<Row> = opened(story, |file| file.timeline(story.until()).unwrap());
        let (_, description) = drawing.split_once("<desc>").unwrap();
        let told: Vec<&str> = description.split_once("</desc>").unwrap().0.split("; ").collect();
        assert_eq!(told.len(), rows.len(), "{}", story.id());
        for (index, (row, told)) in rows.iter().zip(&told).enumerate() {
            let to = rows.get(index + 1).map_or(story.until(), |next| next.from.pred_opt().unwrap());
            assert!(told.starts_with(&format!("{} to {to}: ", row.from)), "{}: {told}", story.id());
            assert_eq!(!told.ends_with("(not valid)"), row.outline.in_force, "{}: {told}", story.id());
            let bar = format!("<rect class=\"{} edge\"", row.outline.phase.name());
            assert!(drawing.contains(&bar), "{}: {bar}", story.id());
        }
    }
    let drawing = drawn(find("appeal_lost").unwrap(), Language::En);
    let (_, description) = drawing.split_once("<desc>").unwrap();
    assert_snapshot!(description.split_once("</desc>").unwrap().0.replace("; ", "\n"), @"
    2005-05-20 to 2007-08-19: within its term
    2007-08-20 to 2007-10-07: cancelled (not valid)
    2007-10-08 to 2007-11-19: under appeal (not valid)
    2007-11-20 to 2008-06-30: cancelled, remedy closed (not valid)
    ");
}

/// The hours on a drawing are those of the text on its day: what is earned later is drawn as what is to come.
#[test]
fn a_drawing_shows_what_is_known_on_its_day() {
    for story in stories() {
        let drawing = drawn(story, Language::En);
        let Ok(progress) = opened(story, |file| file.on(story.today()).unwrap().education()) else { continue };
        // A cycle begins on the day after its term.
        if progress.from > story.today() {
            continue;
        }
        let sums = [(progress.hours, progress.required)];
        let begun = progress.years.iter().filter(|year| year.from <= story.today());
        let years = begun.map(|year| (year.hours, year.required));
        for (hours, required) in sums.into_iter().chain(years) {
            let told = format!(">{hours}/{required}");
            // A cell of a few days has no room for words; its title has them.
            let in_title = format!(": {hours}/{required}");
            assert!(drawing.contains(&told) || drawing.contains(&in_title), "{}: {told}", story.id());
        }
        let year_to_come = progress.years.iter().find(|year| year.from > story.today());
        assert!(year_to_come.is_none() || drawing.contains("class=\"veil\""), "{}", story.id());
    }
    let drawing = drawn(find("one_hour_short").unwrap(), Language::En);
    assert!(drawing.contains(">179/180 −1, +1 to come</text>") && !drawing.contains("180/180"));
    assert!(drawing.contains("59/40; hours to come 1</title>"));
    let drawing = drawn(find("unlisted_provider").unwrap(), Language::En);
    assert!(drawing.contains(">120/180 −60, +60 to come</text>") && !drawing.contains("180/180"));
    assert!(drawing.contains("class=\"coming\"") && drawing.contains(">hours to come</text>"));
    let drawing = drawn(find("appeal_won").unwrap(), Language::En);
    assert!(drawing.contains(">120/180, +60 to come</text>") && drawing.contains("to come</text>"));
}

/// A term that begins the day before is not yet short of anything.
#[test]
fn a_term_that_has_just_begun_is_short_of_nothing() {
    let file = Law::of_2004().open(History::from(approved()), Ledger::default());
    let drawing = |today| file.picture(day!(2008, 12, 31), today, Language::En).unwrap().to_string();
    let (young, due, over) = (drawing(day!(2005, 3, 11)), drawing(day!(2007, 12, 10)), drawing(day!(2008, 3, 11)));
    assert!(young.contains(">0/180</text>") && !young.contains('−') && !young.contains("hours missing"));
    // The first two years are over, and with the window open the whole is asked for.
    assert!(due.contains(">0/180 −180</text>") && due.matches(">0/40 −40</text>").count() == 2);
    assert!(over.matches(">0/40 −40</text>").count() == 3);
    // What has not begun has no figure.
    assert_eq!(young.matches(">0/40</text>").count(), 1);
}

/// What is dated after the day is drawn as what is to come, and nothing of what is dated before.
#[test]
fn what_is_to_come_is_drawn_as_such() {
    let file = find("three_terms").unwrap().open();
    let later = |today| {
        let drawing = file.picture(day!(2016, 12, 31), today, Language::En).unwrap().to_string();
        let veils = drawing.matches("class=\"veil\"").count();
        (drawing.matches("<circle class=\"event later\"").count(), veils > 0, drawing.contains(">to come</text>"))
    };
    assert_eq!(later(day!(2004, 11, 1)), (7, true, true));
    assert_eq!(later(day!(2007, 11, 4)), (5, true, true));
    assert_eq!(later(day!(2007, 11, 5)), (4, true, true));
    assert_eq!(later(day!(2013, 10, 15)), (0, true, true));
    assert_eq!(later(day!(2016, 12, 31)), (0, false, false));
}

/// A flag stands for what is to come up to the day before its own, be it of an event at fault or of a last day.
#[test]
fn a_flag_is_of_the_past_from_its_own_day() {
    let file = find("agency_withdrawn").unwrap().open();
    let fault = file.irregularities().unwrap()[0].event;
    let on = file.history().records()[fault].what().on;
    let is_to_come = |today, words: &str, class: &str| {
        let drawing = file.picture(day!(2008, 12, 31), today, Language::En).unwrap().to_string();
        let line = drawing.lines().find(|line| line.contains(words)).unwrap();
        let [now, later] = [class.to_owned(), format!("{class} later")]
            .map(|class| line.contains(&format!("<text class=\"{class} over\"")));
        assert!(now != later, "{line}");
        later
    };
    let flags = [(on, "application accepted ⚠", "fault"), (day!(2008, 3, 10), "last day of the term", "mute")];
    for (on, words, class) in flags {
        assert!(is_to_come(on.pred_opt().unwrap(), words, class) && !is_to_come(on, words, class), "{words}");
    }
}

/// What is missing is told apart from what is done, in the sum of a cycle and in each year.
#[test]
fn figures_that_fall_short_have_a_class_of_their_own() {
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    let entry = |on, hours| Entry { on, hours: Hours::whole(hours), mode, field, kind, provider: None };
    let ledger = Ledger::from_iter([entry(day!(2005, 6, 1), 40), entry(day!(2007, 6, 1), 120)]);
    let file = Law::of_2004().open(History::from(approved()), ledger);
    let drawing = file.picture(day!(2008, 12, 31), day!(2008, 3, 11), Language::En).unwrap().to_string();
    let figures = drawing.lines().filter_map(|line| {
        let (class, text) = line.strip_prefix("<text class=\"mid small ")?.split_once('"')?;
        let (_, words) = text.trim_end_matches("</text>").split_once('>')?;
        words.contains('/').then(|| format!("{class}: {words}"))
    });
    assert_snapshot!(figures.collect::<Vec<_>>().join("\n"), @"
    over fault: 160/180 −20
    in: 40/40
    short: 0/40 −40
    in: 120/40
    ");
}

/// An extension that is granted later is drawn as what is to come up to the day before.
#[test]
fn an_extension_is_drawn_from_the_day_of_its_grant() {
    let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    let grant = Grant { claim, arose_on: day!(2007, 5, 1), until: day!(2008, 9, 10), written_application: true };
    let mut events = approved();
    events.push(Act::ExtensionGranted(Box::new(grant)).on(day!(2007, 6, 1)));
    let file = Law::of_2004().open(History::from(events), Ledger::default());
    let extension = |today| {
        let drawing = file.picture(day!(2008, 12, 31), today, Language::En).unwrap().to_string();
        let drawn = drawing.lines().find(|line| line.contains("<title>extension</title>")).unwrap();
        drawn.split('"').nth(1).unwrap().to_owned()
    };
    assert_eq!([day!(2007, 5, 31), day!(2007, 6, 1)].map(extension), ["coming", "more"]);
}

/// Words on the bar are of those on the veil only where their middle lies beyond its edge.
#[test]
fn words_in_the_middle_of_the_veils_edge_are_not_veiled() {
    let file = Law::of_2004().open(History::from(approved()), Ledger::default());
    let tone = |until, today| {
        let drawing = file.picture(until, today, Language::En).unwrap().to_string();
        let words = drawing.lines().find(|line| line.contains("class=\"mid on ")).unwrap();
        words.split('"').nth(1).unwrap().to_owned()
    };
    // Of two days the first is over, and the words stand between them.
    assert_eq!(tone(day!(2005, 3, 11), day!(2005, 3, 10)), "mid on light");
    assert_eq!(tone(day!(2005, 3, 12), day!(2005, 3, 10)), "mid on event");
}

/// The repeal is a line with its day, and what it releases a phase of its own.
#[test]
fn the_repeal_is_drawn() {
    for id in ["released", "lapsed_before_the_repeal"] {
        let drawing = drawn(find(id).unwrap(), Language::En);
        assert!(drawing.contains("<path class=\"repeal\"") && drawing.contains(">notices repealed</text>"), "{id}");
        assert_eq!(drawing.contains("class=\"released edge\""), id == "released");
        // What is released falls due no more, and nothing is asked of its holder.
        assert_eq!(drawing.contains(">last day of the term</text>"), id != "released");
        assert_eq!(drawing.contains('−'), id != "released");
    }
    assert!(!drawn(find("on_time").unwrap(), Language::En).contains("<path class=\"repeal\""));
    let parameters = Parameters { repealed_on: Some(day!(2030, 1, 1)), ..Parameters::NOTICES };
    let law = Law::of_2004().with_parameters(parameters).unwrap();
    let file = law.open(History::from(approved()), Ledger::default());
    let drawing = file.picture(day!(2008, 12, 31), day!(2008, 1, 1), Language::En).unwrap().to_string();
    assert!(!drawing.contains("notices repealed"), "it lies beyond the drawing");
}

/// Read as known on a day, records made late or struck since are marked; read as known now, they are as they are.
#[test]
fn records_made_late_or_struck_are_marked() {
    let on = day!(2007, 10, 19);
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    let studied = Record::from(Entry { on, hours: Hours::whole(60), mode, field, kind, provider: None });
    let filed = Record::from(Act::ApplicationFiled(Default::default()).on(day!(2008, 1, 15)));
    let history = History::from(vec![
        Record::from(Act::Approved.on(day!(2005, 3, 10))).recorded_on(day!(2005, 4, 1)).unwrap(),
        filed.recorded_on(day!(2008, 2, 1)).unwrap(),
        Record::from(Act::ApplicationWithdrawn.on(day!(2008, 1, 20))).struck_on(day!(2008, 3, 1)).unwrap(),
    ]);
    let ledger = Ledger::from(vec![studied.struck_on(day!(2008, 2, 20)).unwrap()]);
    let file = Law::of_2004().open(history, ledger);
    let (until, today) = (day!(2008, 12, 31), day!(2008, 2, 10));
    let known = |known_on| file.as_known_on(known_on).picture(until, today, Language::En).map(|life| life.to_string());
    let drawing = known(day!(2008, 2, 10)).unwrap();
    assert!(drawing.contains("as of 2008-02-10, as known on 2008-02-10"));
    assert!(drawing.contains(">approved, recorded 2005-04-01</text>"));
    assert!(drawing.contains(">application filed, recorded 2008-02-01</text>"));
    assert!(drawing.contains(">application withdrawn, struck 2008-03-01</text>"));
    assert!(drawing.contains(">60 hours, struck 2008-02-20</text>") && drawing.contains(">60/180 −120</text>"));
    // Before the filing was recorded there was nothing to withdraw; before anything was recorded, nothing.
    assert!(known(day!(2008, 1, 31)).is_err());
    let drawing = known(day!(2008, 1, 19)).unwrap();
    assert!(drawing.contains(">application filed, not recorded until 2008-02-01</text>"));
    assert!(drawing.contains(">application withdrawn, not recorded until 2008-01-20</text>"));
    assert!(drawing.contains("<circle class=\"unheld\""));
    let now = file.picture(until, today, Language::En).unwrap().to_string();
    assert!(!now.contains("recorded") && !now.contains("struck") && now.contains(">0/180 −180</text>"));
}

#[test]
fn what_was_let_stand_is_marked() {
    let drawing = drawn(find("agency_withdrawn").unwrap(), Language::En);
    assert_eq!(drawing.matches("application accepted ⚠").count(), 1);
    assert_eq!(drawing.matches("registered ⚠").count(), 1);
    assert!(drawing.contains("the registration agency named is not approved on that day (47.3)</title>"));
    assert_eq!(drawn(find("on_time").unwrap(), Language::En).matches('⚠').count(), 0);
    let file = find("agency_withdrawn").unwrap().open();
    let strict = file.under(file.law(), Mode::Strict);
    let refusal = strict.picture(day!(2008, 12, 31), day!(2008, 1, 1), Language::En).unwrap_err();
    assert_eq!(refusal.event, 1);
    // Read as recorded, no fault is looked for.
    let recorded = file.under(file.law(), Mode::Recorded);
    let drawing = recorded.picture(day!(2008, 12, 31), day!(2008, 1, 1), Language::En).unwrap().to_string();
    assert!(!drawing.contains('⚠'));
}
