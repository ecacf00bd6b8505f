//! Lives, edited and drawn from seeds: what holds of every one of them, whatever its law.

use bolero::check;
use ruankao::conformance::{Answering, Case, Stance, check as held_against, read_case, seeded_cases};
use ruankao::story::stories;
use ruankao::{Language, Mode};
use ruankao_fuzz::{Bytes, edited_case};
use serde_json::Value;
use walk::walked;

#[path = "../../../tests/support/walk.rs"]
mod walk;

/// A day has one phase, in the timeline and by itself; what is read strictly stands in an audit, and as recorded.
fn consistent(case: &Case) {
    let [strict, audit, recorded] =
        [Mode::Strict, Mode::Audit, Mode::Recorded].map(|mode| case.law.open_in(mode, &case.history, &case.ledger));
    let last = case.history.records().iter().map(|record| record.what().on).max();
    let Some(until) = last.and_then(|last| last.checked_add_months(chrono::Months::new(48))) else { return };
    for file in [&strict, &audit, &recorded] {
        let Ok(rows) = file.timeline(until) else { continue };
        assert!(rows.is_sorted_by(|one, next| one.from < next.from), "{rows:?}");
        for row in &rows {
            let there = file.on(row.from).unwrap();
            assert_eq!(there.standing().outline(), row.outline, "{}", row.from);
            if let Some(outlook) = there.outlook() {
                assert!(outlook.holds_until >= row.from);
            }
            let _ =
                (there.plan().in_words(Language::En).to_string(), there.explain().in_words(Language::Zh).to_string());
        }
        if file.refusal().is_none() && file.mode() == Mode::Strict {
            assert_eq!(audit.irregularities(), Ok(Vec::new()));
            assert_eq!(audit.timeline(until), Ok(rows.clone()));
            assert_eq!(recorded.timeline(until), Ok(rows));
        }
    }
}

/// A case of a seed, and one that was edited.
fn cases(input: &[u8]) -> Vec<Case> {
    let mut bytes = Bytes(input);
    let seed = bytes.below(65_536) as u64;
    let edited = read_case(edited_case(bytes.0).as_bytes(), 1).ok();
    seeded_cases(seed).take(2).chain(edited).collect()
}

#[test]
fn typed_moves_do_what_records_do() {
    check!().for_each(|input: &[u8]| {
        cases(input).iter().for_each(|case| drop(walked(&case.law, &case.history, &case.ledger)))
    });
}

/// The same for a life that teaches, under whatever law an edited case names.
#[test]
fn stories_are_walked_under_any_law() {
    check!().for_each(|input: &[u8]| {
        let mut bytes = Bytes(input);
        let all: Vec<_> = stories().collect();
        let file = all[bytes.below(all.len())].open();
        let Ok(case) = read_case(edited_case(bytes.0).as_bytes(), 1) else { return };
        walked(&case.law, file.history(), file.ledger());
    });
}

#[test]
fn a_day_has_one_phase() {
    check!().for_each(|input: &[u8]| cases(input).iter().for_each(consistent));
}

/// The crate, held against itself.
struct Itself;

impl Answering for Itself {
    type Failure = String;

    fn stance(&self) -> Stance {
        Stance::any()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
        // As a program would: over the wire.
        let line = serde_json::to_string(case).map_err(|error| error.to_string())?;
        let case = read_case(line.as_bytes(), 1).map_err(|malformed| malformed.message)?;
        case.answers().iter().map(|answer| serde_json::to_value(answer).map_err(|error| error.to_string())).collect()
    }
}

#[test]
fn the_crate_conforms_to_itself() {
    check!().for_each(|input: &[u8]| {
        let report = held_against(&mut Itself, cases(input));
        assert!(report.conforms(), "{}", report.in_words(Language::En));
    });
}
