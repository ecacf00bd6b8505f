//! What is told of a certificate.

use crate::run::Outcome;
use crate::{explore, explored, explored_data, under};
use ruankao::story::stories;

#[test]
fn every_story_is_told_in_both_languages() {
    for story in stories().map(|story| story.id()) {
        for language in ["en", "zh"] {
            for more in [
                &[][..],
                &["--clauses"],
                &["--audit"],
                &["--mode", "recorded"],
                &["--reading", "expiry_day=day_before"],
                &["--repealed-on", "2008-02-01"],
                &["--known-on", "2008-02-01"],
            ] {
                let told = explored(&[&[story, "--language", language], more].concat()).unwrap();
                assert!(language == "en" || !told.out.contains('_'), "a raw code in {}", told.out);
                let headings = match (language, told.outcome) {
                    ("en", Outcome::Answered) => &["The life", "The standing", "The plan"][..],
                    ("en", Outcome::Refused) => &["The life"],
                    (_, Outcome::Answered) => &["登记经过", "证书状态，截至", "后续办理"],
                    (_, Outcome::Refused) => &["登记经过"],
                };
                assert!(
                    headings.iter().all(|heading| told.out.contains(&format!("\n{heading}"))),
                    "{story} {more:?} {}",
                    told.out
                );
            }
        }
    }
}

/// The text is as the picture: what is earned after the day looked at is to come.
#[test]
fn text_and_picture_say_the_same_hours() {
    for (story, hours, drawn) in [
        ("one_hour_short", "study in the cycle comes to 179 hours", ">179/180"),
        ("unlisted_provider", "study in the cycle comes to 120 hours", ">120/180"),
        ("appeal_won", "study in the cycle comes to 120 hours", ">120/180"),
    ] {
        assert!(explore(&[story, "--width", "200"]).unwrap().contains(hours), "{story}");
        let drawing = explore(&[story, "--format", "svg"]).unwrap();
        assert!(drawing.contains(drawn), "{story}");
        // Of the cycle that runs nothing is drawn as if all were earned.
        assert_eq!(drawing.contains(">180/180"), story == "appeal_won", "{story}");
    }
}

/// Every event and every entry stands there with its number, counted from 1, and with what it does.
#[test]
fn events_and_entries_say_what_they_do() {
    let explore = |typed: &[&str]| explore(&[typed, &["--width", "200"]].concat()).unwrap();
    let told = explore(&["unlisted_provider"]);
    let events = under(&told, "The events");
    assert_eq!(events.lines().count(), 5);
    assert!(events.lines().next().unwrap().starts_with("  1  2005-03-10: approved -> "), "{events}");
    assert!(events.lines().last().unwrap().starts_with("  5  2008-03-05: registered -> "), "{events}");
    assert!(events.lines().last().unwrap().ends_with(" (to come)"), "{events}");
    let entries: Vec<&str> = under(&told, "The hours of study").lines().collect();
    assert!(entries[0].contains(": 60 hours (") && entries[0].ends_with(" -> counts in year 1"));
    assert!(
        entries[2].starts_with("  3  2007-10-19: 60 hours") && entries[2].contains(" -> does not count: the provider")
    );
    assert!(entries[2].ends_with("(48.8)") && entries.last().unwrap().ends_with(" -> to come"));
    let told = explore(&["sick_leave"]);
    assert!(told.contains("extension granted") && told.contains("; education until 2010-03-01"));
    assert!(told.contains(" -> makes up for year 2") && told.contains("; to be registered by 2010-06-01"));
    // What an audit lets stand is marked where it stands, what is refused ends the reading.
    let told = explore(&["agency_withdrawn"]);
    assert_eq!(under(&told, "The events").matches("\n    ! ").count(), 2);
    let told = explore(&["agency_withdrawn", "--mode", "strict"]);
    let events = under(&told, "The events");
    assert!(events.contains("  2  2008-01-15: application accepted") && events.contains(" -> refused, "), "{events}");
    assert!(events.lines().last().unwrap().ends_with(" -> not read (to come)"), "{events}");
    // The numbers stand under the marks.
    let told = explore(&["unlisted_provider"]);
    let numbers = told.lines().skip_while(|line| !line.starts_with('^')).nth(1).unwrap();
    assert_eq!(numbers.split_whitespace().collect::<Vec<_>>(), ["1", "2", "3", "4", "5"]);
}

/// Where people read, the first is number 1; on the wire, and in what is printed as data, it is at place 0.
#[test]
fn people_count_from_one_and_the_wire_from_zero() {
    let told = explore(&["agency_withdrawn", "--mode", "strict"]).unwrap();
    assert!(told.contains("event 2, application accepted on 2008-01-15, is refused"));
    let picture = explore(&["agency_withdrawn", "--mode", "strict", "--format", "svg"]).unwrap();
    assert!(picture.contains("(event 2 is refused)</title>"));
    let page = explore(&["agency_withdrawn", "--mode", "strict", "--format", "html"]).unwrap();
    assert!(page.contains("<li class=\"quiet\" value=\"2\"><time>2008-01-15</time>: application accepted"));
    let data = explored_data(&["agency_withdrawn", "--mode", "strict"]);
    assert_eq!((&data["refusal"]["answer"]["event"], &data["events"][1]["event"]), (&1.into(), &1.into()));
    assert_eq!(data["events"][1]["effect"], "refused");
    let help = explore(&["--help"]).unwrap_err();
    assert!(help.contains("counted from 0 as on the wire"));
}

/// A history that cannot be read to its end is shown up to there; what stands against it is said once, and the exit status
/// is another.
#[test]
fn a_refused_history_is_told_up_to_the_refusal() {
    for (language, once) in [("en", "the registration agency named is not approved on that day"), ("zh", "不予认可")]
    {
        let typed = ["agency_withdrawn", "--mode", "strict", "--on", "2008-01-20", "--language", language];
        let told = explored(&[&typed[..], &["--width", "200"]].concat()).unwrap();
        assert_eq!(told.outcome, Outcome::Refused);
        assert!(told.out.contains("2007-12-10  ! "), "the life up to the refusal: {}", told.out);
        let reason = if language == "en" { told.out.matches(once).count() } else { 1 };
        assert_eq!(reason, 1, "{}", told.out);
        // Nothing is answered of a day that comes after it.
        assert!(!told.out.contains("The plan") && !told.out.contains("后续办理"));
    }
    // The answers of a day before it stand.
    let told = explored(&["agency_withdrawn", "--mode", "strict"]).unwrap();
    assert!(told.outcome == Outcome::Refused && told.out.contains("\nThe plan\n"));
    assert_eq!(explored(&["agency_withdrawn"]).unwrap().outcome, Outcome::Answered);
    // Also where the first event is refused, and all that can be drawn is nothing.
    let folder = crate::folder("refused");
    let case = folder.join("case.json");
    std::fs::write(&case, r#"{"id":"a","history":[{"event":"registered","on":"2008-01-01"}],"ask":[]}"#).unwrap();
    let case = case.display().to_string();
    for format in ["text", "json", "html", "svg"] {
        let told = explored(&[&case, "--format", format]).unwrap();
        assert!(told.outcome == Outcome::Refused && !told.out.is_empty(), "{format}");
    }
}

/// Read as recorded, as an audit, strictly; as known then and now.
#[test]
fn a_history_is_read_in_every_mode_and_as_known_on_a_day() {
    let explore = |typed: &[&str]| explore(&[typed, &["--width", "200"]].concat()).unwrap();
    let told = explore(&["lawful_as_known"]);
    assert!(told.contains("\nWhat the register has learned since 2008-01-28\n"));
    assert!(told.contains("2008-06-02") && !told.contains(" -> refused"));
    let told = explore(&["lawful_as_known", "--known-on", "2008-06-02"]);
    assert!(under(&told, "The events").contains("  3  2008-01-28: registered -> refused"));
    assert!(under(&told, "The hours of study").contains("not held, does not count"));
    let told = explore(&["lawful_as_known", "--known-on", "2008-06-02", "--mode", "recorded"]);
    assert!(!told.contains(" -> refused"));
    let told = explore(&["lawful_as_known", "--known-on", "2008-06-02", "--mode", "audit"]);
    assert!(under(&told, "The events").contains("    ! ") && told.contains("\nIrregularities\n"));
    let told = explore(&["on_time", "--known-on", "2008-01-20", "--on", "2008-02-01"]);
    assert!(under(&told, "The events").contains("  3  2008-01-28: registered -> not held, passed over"));
}

/// Where the law names no day of the repeal, an answer of a day from 2019 on says so; where it does, it is released.
#[test]
fn the_repeal_is_named_or_cautioned_about() {
    let caution = "the notices were repealed in 2019";
    let told = |typed: &[&str]| explore(&[typed, &["--width", "400"]].concat()).unwrap();
    let released = told(&["released", "--until", "2021-01-01", "--repealed-on", "2020-01-01", "--on", "2020-06-01"]);
    assert!(released.contains("released by the repeal") && !released.contains(caution));
    for (language, caution) in [("en", caution), ("zh", "两个通知已于2019年废止")] {
        let standing = |on| told(&["on_time", "-l", language, "--on", on]).matches(caution).count();
        assert!(standing("2018-12-31") == 0 && standing("2019-01-01") > 0);
    }
    assert!(!told(&["on_time", "--on", "2019-01-01", "--repealed-on", "2019-01-01"]).contains(caution));
}

/// A reading that moves a day and leaves phase and validity as they are is shown as what it is.
#[test]
fn a_reading_that_moves_a_deadline_is_shown() {
    let told = explore(&["lapsed_by_a_day", "--on", "2008-01-14", "--width", "200"]).unwrap();
    let readings = under(&told, "What other readings would change");
    assert!(readings.contains("from 2008-03-10 to 2008-03-09"), "{readings}");
    assert!(
        readings.lines().all(|line| line.starts_with("the standing") || line.starts_with("whether ")),
        "{readings}"
    );
}

/// Where a list of agencies is given on which nobody may act, the assessment says so beside its answer.
#[test]
fn the_list_of_agencies_stands_beside_the_assessment() {
    let assessed = |on| {
        let told = explore(&["agency_withdrawn", "--on", on]).unwrap();
        under(&told, "May the holder register that day?").contains("but, of the list of agencies: ")
    };
    assert!(!assessed("2008-01-09") && assessed("2008-01-10"));
}

#[test]
fn what_is_supposed_makes_a_difference() {
    let hour = r#"{"on":"2007-06-01","hours":1,"mode":"on_the_job","field":"software","kind":"standard"}"#;
    let told = explore(&["one_hour_short", "--what-if", hour]).unwrap();
    assert!(told.contains("\nWhat the supposition changes\n"));
    assert!(explored_data(&["one_hour_short", "--what-if", hour])["difference"]["answer"].is_object());
}

/// With `--clauses` each clause cited has its official text there, once, behind the line that cites it first; without, the
/// first citation says what it is and how to read it.
#[test]
fn each_clause_is_printed_once_and_the_first_citation_is_explained() {
    for story in stories() {
        for language in ["en", "zh"] {
            let told = explore(&[story.id(), "--clauses", "--language", language, "--width", "400"]).unwrap();
            let texts: Vec<&str> = told.lines().map(str::trim).filter(|line| line.starts_with("> ")).collect();
            let mut cited: Vec<_> = told.lines().flat_map(crate::cited::citations).map(|(_, clause)| clause).collect();
            cited.sort_unstable();
            cited.dedup();
            let tongue = if language == "en" { ruankao::Language::En } else { ruankao::Language::Zh };
            let once: usize = cited.iter().map(|&clause| crate::report::official(clause, tongue).len()).sum();
            assert_eq!(texts.len(), once, "{}: {texts:?}", story.id());
            let plain = explore(&[story.id(), "--language", language, "--width", "400"]).unwrap();
            let cites = |line: &&str| !crate::cited::citations(line).is_empty();
            let mut behind = plain.lines().skip_while(|line| !cites(line));
            let (first, guide) = (behind.next().unwrap(), behind.next().unwrap());
            let (_, clause) = crate::cited::citations(first)[0];
            assert!(
                guide.ends_with(&format!("--clauses {clause} prints it"))
                    || guide.ends_with(&format!("--clauses {clause}"))
            );
            assert_eq!(plain.matches("--clauses 4").count(), 1, "{}", story.id());
            for clause in cited {
                let paragraph = clause.text_zh().lines().next().unwrap();
                assert!(told.contains(&format!("> {paragraph}")), "{}: {clause}", story.id());
            }
        }
    }
}

/// A young certificate of a file is drawn to the end of its term.
#[test]
fn a_certificate_in_its_first_month_is_drawn_to_the_end_of_its_term() {
    let case = crate::folder("young").join("case.json");
    std::fs::write(
        &case,
        r#"{"id":"a","history":[{"event":"approved","on":"2005-03-10"}],"ask":[{"query":"standing","on":"2005-04-01"}]}"#,
    )
    .unwrap();
    let told = explore(&[&case.display().to_string()]).unwrap();
    let life = under(&told, "The life");
    assert!(life.contains("2007-12-10  ! due for registration") && life.contains("2008-03-11  . lapsed"), "{life}");
}

/// All that is shown is there as data, and is what the library answers.
#[test]
fn everything_is_there_as_data() {
    for story in stories() {
        let data = explored_data(&[story.id()]);
        let file = story.open();
        let known = story.known_on().map(|day| file.as_known_on(day));
        let file = known.as_deref().unwrap_or(&file);
        let as_of = file.on(story.today()).unwrap();
        let application = ruankao::Application::COMPLETE;
        assert_eq!(data["id"], story.id());
        assert_eq!(data["title"]["zh"], story.title(ruankao::Language::Zh));
        assert_eq!(data["standing"]["answer"], serde_json::to_value(as_of.standing()).unwrap());
        assert_eq!(data["standing"]["explanation"], serde_json::to_value(as_of.explain()).unwrap());
        assert_eq!(data["assessment"]["answer"], serde_json::to_value(as_of.assessment(&application)).unwrap());
        assert_eq!(data["plan"]["answer"], serde_json::to_value(as_of.plan_with(&application)).unwrap());
        assert_eq!(data["timeline"], serde_json::to_value(file.timeline(story.until()).unwrap()).unwrap());
        assert_eq!(data["events"].as_array().unwrap().len(), file.history().records().len());
        assert_eq!(data["entries"].as_array().unwrap().len(), file.ledger().records().len());
        assert!(
            data["other_readings"]["standing"]["holds"].is_boolean() && data["agenda"]["answer"]["items"].is_array()
        );
        assert_eq!(data["law"]["fingerprint"], file.law().fingerprint().to_string());
        assert_eq!(data["known_on"].is_null(), story.known_on().is_none());
        assert_eq!(data.get("learned_since").is_some(), story.known_on().is_some());
    }
    // Whatever the language, the data are the same.
    assert_eq!(explore(&["sick_leave", "--json"]), explore(&["sick_leave", "--format", "json", "-l", "zh"]));
}
