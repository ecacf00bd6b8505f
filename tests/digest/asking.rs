//! The questions of a case, and the body that some of them are about. Frozen: see `frozen.rs`.

use crate::days::{day, parts, written};
use crate::dice::Dice;
use crate::life::application;
use std::fmt::Write as _;

/// What the case says besides, and three questions.
pub(crate) fn questions(dice: &mut Dice, edges: &[i64], approved_on: i64) -> (String, String) {
    let (mut more, mut asked) = (String::new(), Vec::new());
    for _ in 0..3 {
        let on = dice.of(edges) + dice.of(&[-1, 0, 0, 0, 1, 1, 30, 200]);
        let day = written(on);
        let known_on = if dice.percent(12) {
            format!(",\"known_on\":\"{}\"", written(dice.of(edges) + dice.below(100)))
        } else {
            String::new()
        };
        asked.push(match dice.below(40) {
            0..=9 => format!("{{\"query\":\"standing\",\"on\":\"{day}\"{known_on}}}"),
            10..=13 => format!("{{\"query\":\"timeline\",\"until\":\"{}\"{known_on}}}", written(on + dice.below(900))),
            14..=18 => format!("{{\"query\":\"outlook\",\"on\":\"{day}\"{known_on}}}"),
            19..=23 => format!("{{\"query\":\"education\",\"on\":\"{day}\"{known_on}}}"),
            24..=28 => {
                let application = application(dice, 90);
                format!("{{\"query\":\"assessment\",\"on\":\"{day}\",\"application\":{application}{known_on}}}")
            }
            29..=31 => format!("{{\"query\":\"irregularities\"{known_on}}}"),
            32 | 33 => format!("{{\"query\":\"sensitivity\",\"on\":\"{day}\"{known_on}}}"),
            34 => format!("{{\"query\":\"review_by\",\"accepted_on\":\"{day}\"}}"),
            35 | 36 => {
                if more.is_empty() {
                    more = body(dice, approved_on);
                }
                format!("{{\"query\":\"accreditation\",\"on\":\"{}\"}}", written(approved_on + dice.below(2500)))
            }
            37 => teacher(dice),
            _ => format!("{{\"query\":\"identity\",\"number\":\"{}\"}}", identity(dice)),
        });
    }
    (more, asked.join(","))
}

fn teacher(dice: &mut Dice) -> String {
    let titles = [
        "professor",
        "associate_professor",
        "lecturer",
        "assistant_lecturer",
        "senior_professional",
        "intermediate_professional",
        "junior_professional",
    ];
    let (level, title) = (dice.of(&["senior", "intermediate", "junior"]), dice.of(&titles));
    let competent = dice.percent(80);
    format!("{{\"query\":\"may_teach\",\"level\":\"{level}\",\"title\":\"{title}\",\"competent\":{competent}}}")
}

/// A citizen number, old or new, mostly with the check character that it should have.
fn identity(dice: &mut Dice) -> String {
    let mut digits = format!("{}{:04}", dice.of(&["11", "31", "44", "71", "83", "00"]), dice.below(10_000));
    let (year, month, date) = parts(day(1930, 1, 1) + dice.below(25_000));
    let month = if dice.percent(4) { 13 } else { month };
    let birth = format!("{year:04}{month:02}{date:02}");
    let short = dice.percent(25);
    digits += &birth[if short { 2 } else { 0 }..];
    write!(digits, "{:03}", dice.below(1000)).unwrap();
    if !short {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        let sum: usize = digits.bytes().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
        let right = &"10X98765432"[sum % 11..=sum % 11];
        digits += if dice.percent(85) { right } else { dice.of(&["0", "5", "X", "x"]) };
    }
    if dice.percent(3) {
        digits.pop();
    }
    digits
}

/// An agency's or institution's record.
fn body(dice: &mut Dice, approved_on: i64) -> String {
    let agency = dice.percent(50);
    let mut on = approved_on + dice.below(300);
    let mut events = Vec::new();
    let mut tell = |on: i64, name: &str, more: &str| {
        events.push(format!("{{\"event\":\"{name}\",\"on\":\"{}\"{more}}}", written(on)));
    };
    if agency {
        tell(on, "proposed", "");
    } else {
        let mut conditions = Vec::new();
        for field in ["legal_person", "teaching_resources", "regional_strength", "reputation"] {
            conditions.push(format!("\"{field}\":{}", dice.percent(95)));
        }
        tell(on, "applied", &format!(",\"conditions\":{{{}}}", conditions.join(",")));
    }
    on += dice.below(40);
    tell(on, if dice.percent(92) { "approved" } else { "declined" }, "");
    if !agency && dice.percent(90) {
        on += dice.below(40);
        tell(on, "filed", "");
    }
    for _ in 0..dice.below(5) {
        on += dice.of(&[20, 300, 365, 400]);
        if dice.percent(70) {
            tell(on, "reviewed", ",\"outcome\":\"passed\"");
        } else {
            let rectify_by = written(on + dice.of(&[0, 1, 60, 90]));
            tell(on, "reviewed", &format!(",\"outcome\":\"failed\",\"rectify_by\":\"{rectify_by}\""));
            if dice.percent(75) {
                on += dice.below(100);
                let outcome = dice.of(&["satisfactory", "unsatisfactory"]);
                tell(on, "rectified", &format!(",\"outcome\":\"{outcome}\""));
            }
        }
    }
    let kind = if agency { "registration_agency" } else { "training_institution" };
    format!(",\"accreditation\":{{\"kind\":\"{kind}\",\"history\":[{}]}}", events.join(","))
}
