//! Cases that nobody means well: what the format admits and no register holds.

use crate::calendar::date::{add_days, sub_days};
use crate::calendar::day::{FIRST_YEAR, LAST_YEAR, literal};
use crate::calendar::period::Period;
use crate::conformance::case::Case;
use crate::conformance::kit::answering::Stance;
use crate::conformance::seeded::asking::questions;
use crate::conformance::seeded::dice::Dice;
use crate::conformance::seeded::lawmaking::{FIRST, law};
use crate::conformance::seeded::living::{any, late, struck};
use crate::conformance::seeded::training::body;
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::identity::body::BodyId;
use crate::law::Law;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::history::History;
use crate::record::Record;
use crate::registration::application::Filing;
use crate::regulation::hours::Hours;
use crate::regulation::parameters::{Parameter, Parameters};
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};

/// The days on which arithmetic goes wrong: the ends of the format, of the calendar, of Februaries.
const DAYS: [NaiveDate; 12] = [
    literal(FIRST_YEAR, 1, 1),
    literal(FIRST_YEAR, 2, 28),
    literal(2003, 12, 31),
    literal(2004, 1, 1),
    literal(2004, 2, 29),
    literal(2007, 11, 30),
    literal(2026, 12, 1),
    literal(2026, 12, 31),
    literal(2027, 1, 1),
    literal(2400, 2, 29),
    literal(LAST_YEAR, 2, 28),
    literal(LAST_YEAR, 12, 31),
];

/// What a body may be called, since it may be called anything.
const NAMES: [&str; 6] = ["A1", "", "a\"b\\c\r\n", "\u{202e}1A", "null", "登记处 \u{1f3e2}"];

/// Cases of a seed that nobody means well, without end: acts in no order and of no sense on the days on which arithmetic goes
/// wrong, figures at their bounds, names with anything in them. The format admits all of it, so a system has to answer it.
///
/// Case `n` of a seed is the same on every machine.
///
/// # Examples
///
/// ```
/// use ruankao::conformance::hostile_cases;
///
/// let ids: Vec<String> = hostile_cases(7).take(2).map(|case| case.id).collect();
/// assert_eq!(ids[1], "7-hostile-1");
/// // Each can be written, and read again.
/// let lines = hostile_cases(7).take(50).map(|case| serde_json::to_string(&case).unwrap());
/// assert!(lines.into_iter().all(|line| ruankao::conformance::read_case(line.as_bytes(), 1).is_ok()));
/// ```
pub fn hostile_cases(seed: u64) -> impl Iterator<Item = Case> {
    hostile_cases_for(seed, &Stance::any())
}

/// The same for a system that stands for one law or one way of reading.
pub fn hostile_cases_for(seed: u64, stance: &Stance) -> impl Iterator<Item = Case> + use<> {
    let (law, mode) = (stance.law.clone(), stance.mode);
    (0..).map(move |number| hostile_case(seed, number, law.clone(), mode))
}

fn hostile_case(seed: u64, number: u64, one_law: Option<Law>, one_mode: Option<Mode>) -> Case {
    // Far from the cases that are well meant.
    let mut dice = Dice::new(Dice::new(!seed).draw() ^ Dice::new(number).draw().rotate_left(17));
    let drawn = strained(&mut dice);
    let law = one_law.unwrap_or(drawn);
    let drawn = dice.of(Mode::Strict, &[Mode::Audit, Mode::Recorded]);
    let mode = one_mode.unwrap_or(drawn);
    let (history, mut edges) = history(&mut dice);
    let ledger = ledger(&mut dice, &mut edges);
    let accreditation = dice.percent(30).then(|| body(&mut dice));
    let mut ask = questions(&mut dice, &edges);
    // A day asked about may lie beyond what the format can write.
    ask.retain(|question| serde_json::to_value(question).is_ok());
    Case { id: name(&mut dice, seed, number), law, mode, history, ledger, accreditation, ask }
}

/// An id that has to come back as it is, now and then with what is escaped in it.
fn name(dice: &mut Dice, seed: u64, number: u64) -> String {
    match dice.below(8) {
        0 if number > 1 => format!("{seed}-hostile-{number} \"\\\u{1b}\u{2028}"),
        _ => format!("{seed}-hostile-{number}"),
    }
}

/// A law with figures at their bounds, where these make sense together.
fn strained(dice: &mut Dice) -> Law {
    let drawn = law(dice);
    let mut figures: Parameters = *drawn.parameters();
    for parameter in Parameter::ALL {
        if dice.percent(20) {
            let (least, most) = parameter.bounds().into_inner();
            figures = figures.with(parameter, dice.of(least, &[most]));
        }
    }
    if dice.percent(20) {
        figures.scope_from = any_day(dice, &[]);
        figures.repealed_on = dice.percent(50).then(|| add_days(figures.scope_from, 1)).filter(is_in_format);
    }
    drawn.clone().with_parameters(figures).unwrap_or(drawn)
}

/// Up to a dozen acts of any kind, on days in order more often than not.
fn history(dice: &mut Dice) -> (History, Vec<NaiveDate>) {
    let mut edges: Vec<NaiveDate> = Vec::from([FIRST]);
    let mut events: Vec<Event> = Vec::new();
    if dice.percent(80) {
        events.push(Act::Approved.on(any_day(dice, &edges)));
    }
    for _ in 0..dice.below(12) {
        let on = any_day(dice, &edges);
        edges.push(on);
        let deadline = any_day(dice, &edges);
        events.push(strange(dice, deadline, on).on(on));
    }
    if dice.percent(80) {
        // The acts stay in the order drawn, an approval first, on days in order.
        let mut days: Vec<NaiveDate> = events.iter().map(|event| event.on).collect();
        days.sort_unstable();
        events = events.into_iter().zip(days).map(|(event, on)| event.act.on(on)).collect();
    }
    let mut records: Vec<Record<Event>> = events.into_iter().map(Record::from).collect();
    for record in &mut records {
        if dice.percent(15) {
            late(dice, record, &mut edges);
        }
        if dice.percent(10) {
            struck(dice, record, &mut edges);
        }
    }
    edges.retain(is_in_format);
    records.retain(can_be_written);
    (records.into(), edges)
}

/// Any act, such that its days can be written; a filing at a body of any name.
fn strange(dice: &mut Dice, deadline: NaiveDate, on: NaiveDate) -> Act {
    if dice.percent(20) {
        return Act::ApplicationFiled(Filing { agency: Some(BodyId::from(dice.of("A1", &NAMES))) });
    }
    let act = any(dice, deadline, on);
    match act {
        // A life spent away, and the days about the ends of years twice.
        Act::DeferralRequested(mut request) if dice.percent(40) => {
            let runs = [
                Period::new(literal(FIRST_YEAR, 1, 1), literal(LAST_YEAR, 12, 31)),
                Period::new(literal(2007, 7, 1), literal(2008, 1, 1)),
                Period::new(literal(2007, 7, 1), literal(2007, 7, 1)),
            ];
            request.claim.absences = runs.into_iter().flatten().skip(usize::from(dice.percent(70))).collect();
            Act::DeferralRequested(request)
        }
        act => act,
    }
}

/// Entries of no hours and of as many as there can be, by any provider.
fn ledger(dice: &mut Dice, edges: &mut Vec<NaiveDate>) -> Ledger {
    let mut records: Vec<Record<Entry>> = Vec::new();
    for _ in 0..dice.below(8) {
        let on = any_day(dice, edges);
        let hours = Hours::from_tenths(dice.of(0, &[1, 399, 400, 1_799, 1_800, 100_000])).unwrap_or_default();
        let mode = dice.of(StudyMode::OnTheJob, &[StudyMode::FullTime, StudyMode::PartTime, StudyMode::SpareTime]);
        let provider = dice.percent(80).then(|| BodyId::from(dice.of("P1", &NAMES)));
        let entry = Entry { on, hours, mode, field: Field::Other, kind: ContentKind::Knowledge, provider };
        let mut record = Record::from(entry);
        if dice.percent(15) {
            late(dice, &mut record, edges);
        }
        records.push(record);
    }
    records.retain(can_be_written);
    edges.retain(is_in_format);
    records.into()
}

/// A day on which arithmetic goes wrong, or one at or beside another.
fn any_day(dice: &mut Dice, edges: &[NaiveDate]) -> NaiveDate {
    let day = dice.of(FIRST, &DAYS);
    let day = if dice.percent(60) { dice.of(day, edges) } else { day };
    let beside = match dice.below(6) {
        0 => add_days(day, 1),
        1 => sub_days(day, 1),
        2 => add_days(day, dice.below(1_200)),
        _ => day,
    };
    Some(beside).filter(is_in_format).unwrap_or(day)
}

fn is_in_format(day: &NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&day.year())
}

/// Whether what was drawn lies within the days of the format: it can be read as it is written.
fn can_be_written<T>(record: &Record<T>) -> bool
where
    Record<T>: serde::Serialize + serde::de::DeserializeOwned,
{
    let written = serde_json::to_value(record);
    written.is_ok_and(|written| serde_json::from_value::<Record<T>>(written).is_ok())
}
