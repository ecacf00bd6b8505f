//! The citizen number: each check in its order, with both sides of its edge.

use chrono::NaiveDate;
use insta::assert_snapshot;
use ruankao::day;
use ruankao::identity::{CitizenNumber, CitizenNumberError, Province, Sex};
use serde_json::{Value, json};

fn code(text: &str) -> Option<&'static str> {
    CitizenNumber::parse(text).err().map(CitizenNumberError::code)
}

fn message(text: &str) -> String {
    CitizenNumber::parse(text).unwrap_err().to_string()
}

/// The two examples that the standard prints, and two more whose sums were worked out by hand.
#[test]
fn the_vectors_of_the_standard_are_read() {
    for (text, birth, sex, region) in [
        ("11010519491231002X", day!(1949, 12, 31), Sex::Female, Province::Beijing),
        ("440524188001010014", NaiveDate::from_ymd_opt(1880, 1, 1).unwrap(), Sex::Male, Province::Guangdong),
        ("34052419800101001X", day!(1980, 1, 1), Sex::Male, Province::Anhui),
        ("370101190102039973", day!(1901, 2, 3), Sex::Male, Province::Shandong),
    ] {
        let number = CitizenNumber::parse(text).unwrap();
        assert_eq!((number.birth(), number.sex(), number.region()), (birth, sex, region), "{text}");
        assert_eq!(number.exposed(), text);
        assert!(!number.is_old_form());
        assert_eq!(number.upgraded(), number);
    }
}

#[test]
fn an_old_number_is_of_the_1900s_and_can_be_upgraded() {
    let old = CitizenNumber::parse("110105491231002").unwrap();
    assert!(old.is_old_form());
    assert_eq!((old.birth(), old.sex()), (day!(1949, 12, 31), Sex::Female));
    assert_eq!(old.upgraded().exposed(), "11010519491231002X");
    assert_eq!(CitizenNumber::parse("310109001028838").unwrap().birth(), day!(1900, 10, 28));
    // 1900 was no leap year, though the digits `00` would make 2000 one.
    assert_eq!(code("310109000229838"), Some("birth_date"));
}

#[test]
fn the_length_is_counted_in_characters() {
    for text in ["", "1", "11010549123100", "1101054912310021", "11010519491231002", "11010519491231002X1"] {
        assert_eq!(code(text), Some("length"), "{text}");
    }
    // 18 characters in 54 bytes: the length is right, the characters are not.
    assert_eq!(code("１１０１０５１９４９１２３１００２X"), Some("characters"));
    assert_eq!(code("张张张张张张张张张张张张张张张"), Some("characters"));
    // Six characters in 18 bytes.
    assert_eq!(code("一一〇一〇五"), Some("length"));
    assert_eq!(code(" 11010519491231002X"), Some("length"));
}

#[test]
fn an_x_stands_in_the_18th_place_alone() {
    assert_eq!(code("11010519491231002x"), Some("characters"));
    assert_eq!(code("1101051949123100X2"), Some("characters"));
    assert_eq!(code("11010549123100X"), Some("characters"));
    assert_eq!(code("1101O519491231002X"), Some("characters"));
    assert_eq!(code("11010519491231002Ｘ"), Some("characters"));
    assert_eq!(code("11010549123100 "), Some("characters"));
    assert_eq!(code("11010519491231002X"), None);
}

#[test]
fn the_region_is_one_of_35_codes() {
    let known: Vec<u8> =
        (0..=99).filter(|region| code(&format!("{region:02}0105491231002")) != Some("region")).collect();
    let mut expected: Vec<u8> = Province::ALL.map(Province::code).to_vec();
    expected.push(83);
    expected.sort_unstable();
    assert_eq!(known, expected);
    assert_eq!(CitizenNumber::parse("830000490429625").unwrap().region(), Province::Taiwan);
    assert_eq!(CitizenNumber::parse("710000750529299").unwrap().region(), Province::Taiwan);
}

#[test]
fn the_birth_date_is_a_day() {
    // With the right check digit, so that nothing else is wrong.
    for (birth, expected) in [
        ("19480229", None),
        ("19490229", Some("birth_date")),
        ("19000229", Some("birth_date")),
        ("20000229", None),
        ("20001301", Some("birth_date")),
        ("20000001", Some("birth_date")),
        ("20000100", Some("birth_date")),
        ("20000431", Some("birth_date")),
        ("00000101", Some("birth_date")),
        ("00010101", None),
        ("18800101", None),
        ("99991231", None),
    ] {
        let codes = "0123456789X".chars().map(|check| code(&format!("110105{birth}002{check}")));
        let met = codes.into_iter().find(|code| *code != Some("check_digit")).unwrap();
        assert_eq!(met, expected, "{birth}");
    }
}

#[test]
fn one_check_digit_in_eleven_is_right() {
    let right: String =
        "0123456789X".chars().filter(|check| code(&format!("11010519491231002{check}")).is_none()).collect();
    assert_eq!(right, "X");
}

/// Each fault hides all that come after it.
#[test]
fn the_checks_run_in_their_order() {
    assert_eq!(code("99O105194902290"), Some("characters"));
    assert_eq!(code("99O1051949022900"), Some("length"));
    assert_eq!(code("99O105194902290021"), Some("characters"));
    assert_eq!(code("990105194902290021"), Some("region"));
    assert_eq!(code("110105194902290021"), Some("birth_date"));
    assert_eq!(code("110105194912310021"), Some("check_digit"));
}

#[test]
fn messages_say_what_was_expected_and_never_the_number() {
    assert_snapshot!(message("1101051949123100"), @"the citizen number has `16` characters; expected 18, or 15 for a number of the old form");
    assert_snapshot!(message("11010519491231002x"), @"character 18 of the citizen number is `x`; expected a digit, or a capital `X` in the 18th place");
    assert_snapshot!(message("11010549123100\n"), @r"character 15 of the citizen number is `\n`; expected a digit, or a capital `X` in the 18th place");
    assert_snapshot!(message("020105491231002"), @"the citizen number begins with `02`; expected a province-level code, such as `11` or `31`");
    assert_snapshot!(message("110105490229002"), @"the birth date in the citizen number is `1949-02-29`; expected a day that exists");
    assert_snapshot!(message("110105194912310021"), @"the citizen number ends in `1`; expected `X` after these 17 digits; look for a typing error");
}

#[test]
fn printing_masks_birth_and_sequence() {
    let number = CitizenNumber::parse("11010519491231002X").unwrap();
    assert_snapshot!(number, @"110105***********X");
    assert_snapshot!(format!("{number:?}"), @"CitizenNumber(110105***********X)");
    assert_snapshot!(CitizenNumber::parse("110105491231002").unwrap(), @"110105********2");
}

#[test]
fn old_cards_ceased_with_2012() {
    let old = CitizenNumber::parse("110105491231002").unwrap().form_in_use();
    assert!(old.includes(day!(2004, 1, 1)) && old.includes(day!(2012, 12, 31)) && !old.includes(day!(2013, 1, 1)));
    let new = CitizenNumber::parse("11010519491231002X").unwrap().form_in_use();
    assert!(!new.includes(day!(1999, 6, 30)) && new.includes(day!(1999, 7, 1)) && new.includes(day!(2999, 12, 31)));
}

/// Every question about a number among the sample cases.
#[test]
fn the_sample_cases_are_answered_as_they_say() {
    let cases = include_str!("../cases/sample.jsonl").lines();
    let answers = include_str!("../cases/sample.answers.jsonl").lines();
    let mut asked = 0;
    for (case, answer) in cases.zip(answers) {
        let (case, answer): (Value, Value) =
            (serde_json::from_str(case).unwrap(), serde_json::from_str(answer).unwrap());
        assert_eq!(case["id"], answer["id"]);
        let Some(answers) = answer["answers"].as_array() else { continue };
        for (question, expected) in case["ask"].as_array().unwrap().iter().zip(answers) {
            if question["query"] != "identity" {
                continue;
            }
            let found = match CitizenNumber::parse(question["number"].as_str().unwrap()) {
                Ok(number) => json!({ "valid": true, "birth": number.birth().to_string(), "sex": number.sex() }),
                Err(error) => json!({ "valid": false, "code": error.code() }),
            };
            assert_eq!(found, *expected, "{question}");
            asked += 1;
        }
    }
    assert_eq!(asked, 150);
}
