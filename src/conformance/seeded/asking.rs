//! The questions of a case.

use crate::calendar::date::add_days;
use crate::conformance::question::Question;
use crate::conformance::seeded::dice::Dice;
use crate::conformance::seeded::lawmaking::near;
use crate::conformance::seeded::living::application;
use crate::identity::level::Level;
use crate::oversight::instructor::Title;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// About a dozen questions, on days near those on which something turns.
pub(super) fn questions(dice: &mut Dice, edges: &[NaiveDate]) -> Vec<Question> {
    let mut questions = Vec::new();
    for _ in 0..4 + dice.below(10) {
        let on = near(dice, edges);
        let known_on = dice.percent(20).then(|| near(dice, edges));
        questions.push(match dice.below(14) {
            0..=3 => Question::Standing { on, known_on },
            4 => Question::Timeline { until: add_days(on, dice.below(2_000)), known_on },
            5 | 6 => Question::Outlook { on, known_on },
            7 => Question::Education { on, known_on },
            8 => Question::Assessment { on, application: application(dice), known_on },
            9 => Question::Irregularities { known_on },
            10 => Question::Sensitivity { on, known_on },
            11 => Question::ReviewBy { accepted_on: on },
            12 => Question::Accreditation { on },
            _ => elsewhere(dice),
        });
    }
    questions
}

/// A question that has nothing to do with the certificate.
fn elsewhere(dice: &mut Dice) -> Question {
    if dice.percent(50) {
        let level = dice.of(Level::Junior, &[Level::Intermediate, Level::Senior]);
        let title = dice.of(Title::Professor, &Title::ALL);
        return Question::MayTeach { level, title, competent: dice.percent(80) };
    }
    Question::Identity { number: number(dice).into() }
}

/// A citizen number, in one in two with the right check character, now and then with something else wrong.
fn number(dice: &mut Dice) -> String {
    let mut digits: Vec<u8> = Vec::new();
    let region = dice.of("11", &["31", "44", "71", "83", "90", "00"]);
    digits.extend(region.bytes());
    digits.extend((0..4).map(|_| b'0' + dice_digit(dice)));
    let year = 1_900 + dice.below(120);
    let (month, day) = (1 + dice.below(13), 1 + dice.below(30));
    let birth = alloc::format!("{year:04}{month:02}{day:02}");
    let is_short = dice.percent(25);
    digits.extend(birth.bytes().skip(if is_short { 2 } else { 0 }));
    digits.extend((0..3).map(|_| b'0' + dice_digit(dice)));
    if !is_short {
        let sum: u32 =
            digits.iter().zip((1..18).rev()).map(|(digit, place)| u32::from(digit - b'0') * (1 << place)).sum();
        let check = "10X98765432".as_bytes().get(usize::try_from(sum % 11).unwrap_or(0)).copied().unwrap_or(b'1');
        digits.push(if dice.percent(70) { check } else { b'0' + dice_digit(dice) });
    }
    if dice.percent(5) {
        digits.pop();
    }
    if dice.percent(3) {
        digits.push(b'x');
    }
    digits.into_iter().map(char::from).collect()
}

fn dice_digit(dice: &mut Dice) -> u8 {
    u8::try_from(dice.below(10)).unwrap_or(0)
}
