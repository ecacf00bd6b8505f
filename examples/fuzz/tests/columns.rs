//! Columns: whatever lies in them is read or flagged, and what is read is what an opened certificate says.

use bolero::check;
use chrono::NaiveDate;
use ruankao::batch::Survey;
use ruankao::columns::{
    AbsenceColumns, Batch, Bitmap, Column, EntryColumns, EventColumns, Histories, Ledgers, RegisterRows, Why,
};
use ruankao::conformance::{Case, read_case, seeded_cases};
use ruankao::lifecycle::PhaseName;
use ruankao::{Application, Law, Mode};
use ruankao_fuzz::{Bytes, edited_case};

const MODES: [Mode; 3] = [Mode::Strict, Mode::Audit, Mode::Recorded];

/// Small numbers about what a column may hold, and now and then anything.
fn numbers(bytes: &mut Bytes<'_>, count: usize, below: usize) -> Vec<i32> {
    let mut any = || match bytes.below(16) {
        0 => i32::MIN,
        1 => i32::MAX,
        2 => -1,
        _ => i32::try_from(bytes.below(below)).unwrap(),
    };
    (0..count).map(|_| any()).collect()
}

/// Days about the years of the notices, and now and then any.
fn days(bytes: &mut Bytes<'_>, count: usize) -> Vec<i32> {
    numbers(bytes, count, 4_000).into_iter().map(|day| if day > 0 { day.saturating_add(12_500) } else { day }).collect()
}

/// Offsets that mostly rise to the number of rows.
fn offsets(bytes: &mut Bytes<'_>, lists: usize, rows: usize) -> Vec<i32> {
    let mut all: Vec<i32> = (0..=lists).map(|_| i32::try_from(bytes.below(rows + 1)).unwrap()).collect();
    all.sort_unstable();
    if bytes.below(8) == 0 {
        all.reverse();
    }
    all
}

fn codes(bytes: &mut Bytes<'_>, count: usize) -> Vec<u8> {
    (0..count).map(|_| u8::try_from(bytes.below(18)).unwrap()).collect()
}

/// No column makes a batch panic: it is refused as a whole, or each certificate has its row.
#[test]
fn any_columns_are_answered_or_refused() {
    check!().for_each(|input: &[u8]| {
        let mut bytes = Bytes(input);
        let (certificates, rows) = (bytes.below(6), bytes.below(24));
        let (first, act) = (offsets(&mut bytes, certificates, rows), codes(&mut bytes, rows));
        let on = days(&mut bytes, rows);
        let valid: Vec<u8> = (0..4).map(|_| u8::try_from(bytes.below(256)).unwrap()).collect();
        let other_days = days(&mut bytes, rows);
        let (places, small) = (numbers(&mut bytes, rows, 3), codes(&mut bytes, rows));
        let flags: Vec<u16> = numbers(&mut bytes, rows, 65_536).into_iter().map(|bits| bits as u16).collect();
        let (away, absences) = (days(&mut bytes, rows), offsets(&mut bytes, rows, rows));
        let bitmap = Bitmap::new(&valid, bytes.below(3));
        let mut columns = EventColumns::new(&first, &act, &on);
        columns.names = &["A1", "\u{202e}"];
        let day_column = Some(Column::with_nulls(&other_days, bitmap));
        for column in [
            &mut columns.until,
            &mut columns.arose_on,
            &mut columns.left_on,
            &mut columns.returned_on,
            &mut columns.recorded_on,
            &mut columns.struck_on,
        ] {
            *column = day_column.filter(|_| bytes.below(4) > 0);
        }
        columns.agency = Some(Column::with_nulls(&places, bitmap)).filter(|_| bytes.below(3) > 0);
        columns.ground = Some(Column::new(&small)).filter(|_| bytes.below(4) > 0);
        columns.outcome = Some(Column::with_nulls(&small, bitmap));
        columns.flags = Some(Column::new(&flags)).filter(|_| bytes.below(4) > 0);
        columns.absences =
            Some(AbsenceColumns { offsets: &absences, from: &on, to: &away }).filter(|_| bytes.below(3) > 0);
        let Ok(histories) = Histories::new(columns) else { return };
        let tenths: Vec<u32> = places.iter().map(|&number| number as u32).collect();
        let entries = EntryColumns::new(&first, &other_days, &tenths, &small);
        let ledgers = Ledgers::new(EntryColumns { provider: columns.agency, names: &["P1"], ..entries });
        let batch = Batch::new(histories);
        let batch = ledgers.and_then(|ledgers| batch.with_ledgers(ledgers)).unwrap_or(batch);
        let on = NaiveDate::from_ymd_opt(2004, 1, 1).unwrap() + chrono::Days::new(bytes.below(8_000) as u64);
        let survey = Survey::new(&Law::of_2004(), on).in_mode(MODES[bytes.below(3)]);
        let standings = batch.standings(&survey);
        assert_eq!((standings.len(), standings.read.len()), (certificates, certificates));
        assert_eq!((0..certificates).filter(|&place| !standings.read.get(place)).count(), standings.unread.len());
        let assessments = batch.assessments(&survey, &Application::COMPLETE);
        assert_eq!((assessments.len(), assessments.years.len()), (certificates, certificates + 1));
        // Cut anywhere, it answers the same.
        let cut = bytes.below(certificates + 1);
        let parts = [batch.slice(0..cut), batch.slice(cut..certificates)].map(|part| part.standings(&survey));
        assert_eq!([&parts[0].phase[..], &parts[1].phase[..]].concat(), standings.phase);
    });
}

/// Cases of a seed, and one that was edited: each under the law of the first.
fn cases(input: &[u8]) -> (Vec<Case>, usize) {
    let mut bytes = Bytes(input);
    let (seed, pick) = (bytes.below(65_536) as u64, bytes.below(65_536));
    let edited = read_case(edited_case(bytes.0).as_bytes(), 1).ok();
    (seeded_cases(seed).take(4).chain(edited).collect(), pick)
}

/// A batch says of each certificate what it says when it is opened by itself.
#[test]
fn a_batch_answers_as_opened_certificates_do() {
    check!().for_each(|input: &[u8]| {
        let (cases, pick) = cases(input);
        let (law, mode) = (&cases[0].law, MODES[pick % 3]);
        let days: Vec<NaiveDate> =
            cases.iter().flat_map(|case| case.history.records()).map(|record| record.what().on).collect();
        let Some(&on) = days.get(pick % days.len().max(1)) else { return };
        let on = on + chrono::Days::new((pick % 5 * 300) as u64);
        let mut rows = RegisterRows::default();
        cases.iter().for_each(|case| rows.push(&case.history, &case.ledger).unwrap());
        let survey = Survey::new(law, on).in_mode(mode);
        let (standings, assessments) =
            rows.ask(|batch| (batch.standings(&survey), batch.assessments(&survey, &Application::COMPLETE)));
        for (place, case) in cases.iter().enumerate() {
            let file = law.open_in(mode, &case.history, &case.ledger);
            match file.on(on) {
                Ok(as_of) => {
                    let standing = as_of.standing();
                    let phase = PhaseName::ALL[usize::from(standings.phase[place])];
                    assert_eq!((phase, standings.in_force.get(place)), (standing.phase.name(), standing.in_force));
                    assert_eq!(standings.has_deadline.get(place), as_of.deadline().is_some());
                    assert_eq!(assessments.met.get(place), as_of.assessment(&Application::COMPLETE).is_met());
                }
                Err(refusal) => {
                    let unread = standings.unread.iter().find(|unread| unread.certificate == place).unwrap();
                    assert_eq!(unread.why, Why::Refused(refusal.fault.code()));
                }
            }
        }
    });
}
