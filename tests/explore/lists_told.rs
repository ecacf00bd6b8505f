//! The lists: stories, readings, parameters, clauses.

use crate::explore;
use ruankao::Clause;
use ruankao::regulation::{DecidedPoint, Parameter, Parameters, Reading};
use ruankao::story::stories;

fn listed(list: &[&str], language: &str) -> String {
    // As wide as need be, so that no sentence is broken.
    explore(&[list, &["--width", "400", "--language", language]].concat()).unwrap()
}

#[test]
fn every_story_is_listed() {
    for (language, tongue) in [("en", ruankao::Language::En), ("zh", ruankao::Language::Zh)] {
        let list = listed(&["--list"], language);
        for story in stories() {
            assert!(list.contains(&format!("{}  {}\n", story.id(), story.title(tongue))), "{}", story.id());
        }
    }
    let data: serde_json::Value = serde_json::from_str(&explore(&["--list", "--json"]).unwrap()).unwrap();
    assert_eq!(data.as_array().unwrap().len(), stories().count());
}

/// Each open point with its question, its clauses, and what speaks for either side, the default marked.
#[test]
fn every_reading_is_listed_with_what_speaks_for_either_side() {
    let list = listed(&["--readings"], "en");
    for reading in Reading::ALL {
        assert!(list.contains(reading.question()), "{reading}");
        let [(one, for_one), (other, for_other)] = reading.sides();
        for (side, argument, default) in [(one, for_one, true), (other, for_other, false)] {
            let line = list.lines().find(|line| line.trim().starts_with(&format!("{reading}={side}: "))).unwrap();
            assert_eq!(line.ends_with(" [default]"), default, "{line}");
            assert!(list.contains(argument), "{argument}");
        }
    }
    let list = listed(&["--readings"], "zh");
    for reading in Reading::ALL {
        let told = crate::speaks::speaks(reading, ruankao::Language::Zh);
        assert!(told.iter().all(|sentence| list.contains(sentence)), "{reading}");
        let chinese = told.iter().all(|sentence| {
            sentence.ends_with(['。', '？']) && sentence.chars().filter(char::is_ascii_alphabetic).count() == 0
        });
        assert!(chinese, "{told:?}");
    }
    let data: serde_json::Value = serde_json::from_str(&explore(&["--readings", "--json"]).unwrap()).unwrap();
    assert_eq!(data[0]["sides"][1]["side"], "day_before");
    assert_eq!(data[0]["sides"][0]["speaks_for_it"]["en"], Reading::ExpiryDay.sides()[0].1);
    assert_eq!(data.as_array().unwrap().len(), Reading::ALL.len());
}

#[test]
fn every_parameter_is_listed() {
    for language in ["en", "zh"] {
        let list = listed(&["--parameters"], language);
        for parameter in Parameter::ALL {
            assert!(list.contains(&format!("{parameter}={}\n", Parameters::NOTICES.value(parameter))), "{parameter}");
        }
        assert!(list.contains("repealed_on=") && list.contains("scope_from=2004-01-01"));
    }
}

/// A clause is listed with its items, their official text, and the figures, open points and decided points that stand in it.
#[test]
fn a_clause_is_listed_with_what_rests_on_it() {
    for language in ["en", "zh"] {
        for &clause in Clause::ALL {
            let list = listed(&["--clauses", clause.citation()], language);
            let shown = [clause].into_iter().chain(clause.items());
            for clause in shown.clone() {
                assert!(clause.text_zh().lines().all(|paragraph| list.contains(&format!("> {paragraph}"))), "{clause}");
            }
            let rests = |on: &[Clause]| shown.clone().any(|clause| on.contains(&clause));
            for reading in Reading::ALL {
                assert_eq!(list.contains(&format!("  {reading}  ")), rests(reading.clauses()), "{clause} {reading}");
            }
            for parameter in Parameter::ALL {
                let figure = format!("  {parameter}=");
                assert_eq!(list.contains(&figure), rests(parameter.clauses()), "{clause} {parameter}");
            }
            for point in DecidedPoint::ALL {
                let named = list.lines().any(|line| line.trim() == point.name());
                assert_eq!(named, rests(point.clauses()), "{clause} {}", point.name());
            }
        }
    }
    let notice = listed(&["--clauses", "48"], "en");
    assert!(
        Clause::ALL
            .iter()
            .filter(|clause| clause.notice().number() == 48)
            .all(|clause| notice.contains(clause.text_zh().lines().next().unwrap()))
    );
    assert!(!notice.contains(Clause::N47_3.text_zh()));
    // In front of a story the option is what it is behind one.
    assert_eq!(explore(&["--clauses", "on_time"]), explore(&["on_time", "--clauses"]));
    let data: serde_json::Value = serde_json::from_str(&explore(&["--clauses", "47.3", "--json"]).unwrap()).unwrap();
    assert_eq!(data[0]["parameters"][0], "validity_years");
    assert_eq!(data[0]["text_zh"], Clause::N47_3.text_zh());
}
