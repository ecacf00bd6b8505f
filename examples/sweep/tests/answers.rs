//! Every answer of the engine against the crate, asked one certificate after another.

mod common;

use common::{LAW, LIVES, law, register};
use datafusion::arrow::array::{Array, AsArray};
use datafusion::arrow::datatypes::{Date32Type, Float64Type, Int64Type};
use datafusion::arrow::util::display::array_value_to_string;
use ruankao::identity::Province;
use ruankao::lifecycle::PhaseName;
use ruankao::{Application, Code, Language, Law, Ledger, Mode, day};
use ruankao_sweep::life::{Life, Lives};
use ruankao_sweep::question::{self, By, Question};
use ruankao_sweep::sweep::Answer;
use ruankao_sweep::{cluster, row, sweep, write};
use std::collections::BTreeMap;

const CERTIFICATES: u64 = 3000;

fn lives() -> impl Iterator<Item = Life> {
    (0..CERTIFICATES).map(|place| LIVES.life(place))
}

async fn ask(law: &Law, question: &Question) -> Answer {
    let file = register(LIVES, CERTIFICATES);
    let session = cluster::alone(2).unwrap();
    sweep::open(&session, file.path().to_str().unwrap(), law).await.unwrap();
    sweep::ask(&session, question, None).await.unwrap()
}

/// The rows of an answer, as text.
fn rows(answer: &Answer) -> Vec<Vec<String>> {
    let rows = answer.kept.iter().flat_map(|rows| {
        (0..rows.num_rows()).map(|row| {
            let texts = rows.columns().iter().map(move |column| array_value_to_string(column, row).unwrap());
            texts.collect::<Vec<_>>()
        })
    });
    rows.collect()
}

#[test]
fn lives_are_lawful_but_for_their_flaws() {
    let (lawful, law) = (Lives { flawed: 0, ..LIVES }, law(LAW));
    let (mut events, mut entries) = (0, 0);
    for life in (0..CERTIFICATES).map(|place| lawful.life(place)) {
        let file = law.open(&life.history, &life.ledger);
        assert_eq!(file.refusal(), None, "{}", life.number);
        (events, entries) = (events + life.history.records().len(), entries + life.ledger.records().len());
    }
    // Three events a term and more where it is deferred, and six entries.
    assert!((9..13).contains(&(events / CERTIFICATES as usize)), "{events}");
    assert!((12..25).contains(&(entries / CERTIFICATES as usize)), "{entries}");
    let flawed = lives().filter(|life| law.open(&life.history, &life.ledger).refusal().is_some()).count();
    assert!((100..500).contains(&flawed), "{flawed} of {CERTIFICATES} under a quota of 100 in 1000");
}

#[test]
fn every_phase_of_a_running_regime_occurs() {
    let mut seen = BTreeMap::<PhaseName, u64>::new();
    for (life, on) in lives().flat_map(|life| [day!(2008, 3, 10), day!(2020, 6, 1)].map(|on| (life.clone(), on))) {
        let file = law(LAW).open_in(Mode::Recorded, life.history, Ledger::default());
        *seen.entry(file.on(on).unwrap().standing().phase.name()).or_default() += 1;
    }
    let not_there = [PhaseName::NotSubject, PhaseName::Released, PhaseName::DeferralPending];
    let missing: Vec<_> = PhaseName::ALL.into_iter().filter(|phase| !seen.contains_key(phase)).collect();
    assert!(missing.iter().all(|phase| not_there.contains(phase)), "{missing:?}");
}

#[test]
fn a_row_is_read_back_as_it_was_written() {
    let rows = write::batch(lives()).unwrap();
    for (row, life) in lives().enumerate() {
        assert_eq!(row::history(rows.column(2), row), Some(life.history), "{}", life.number);
        let ledger = row::ledger(rows.column(3), row).unwrap();
        let hours = |ledger: &Ledger| ledger.held(None).map(|(_, entry)| (entry.on, entry.hours)).collect::<Vec<_>>();
        assert_eq!(hours(&ledger), hours(&life.ledger), "{}", life.number);
    }
}

#[tokio::test]
async fn certificates_are_counted_by_province_and_phase() {
    let other = r#"{"parameters": {"scope_from": "1999-01-01", "validity_years": 4}, "readings": {"expiry_day": "day_before"}}"#;
    for (text, on) in [(LAW, day!(2008, 3, 10)), (LAW, day!(2024, 2, 29)), (other, day!(2008, 3, 10))] {
        let law = law(text);
        let mut expected = BTreeMap::<(String, String), (u64, u64, u64)>::new();
        for life in lives() {
            let file = law.open_in(Mode::Recorded, &life.history, &life.ledger);
            let (phase, counts) = match file.on(on) {
                Ok(as_of) => (as_of.standing().phase.name().name(), (1, u64::from(as_of.standing().in_force), 0)),
                Err(_) => ("unread", (0, 0, 1)),
            };
            let sums = expected.entry((life.province.name().to_owned(), phase.to_owned())).or_default();
            *sums = (sums.0 + counts.0, sums.1 + counts.1, sums.2 + counts.2);
        }
        let answer = ask(&law, &question::count(on, &[By::Province, By::Phase])).await;
        let expected: Vec<_> = expected
            .into_iter()
            .map(|((province, phase), (certificates, in_force, unread))| {
                vec![province, phase, certificates.to_string(), in_force.to_string(), unread.to_string()]
            })
            .collect();
        assert_eq!(rows(&answer), expected, "{on}");
    }
}

#[tokio::test]
async fn under_the_law_of_2004_what_was_approved_before_is_not_read_beyond_its_approval() {
    let (law, on) = (Law::of_2004(), day!(2026, 1, 1));
    let answer = ask(&law, &question::count(on, &[By::Phase])).await;
    let unread = lives().filter(|life| {
        let refused = law.open_in(Mode::Recorded, &life.history, &life.ledger).on(on).err();
        refused.inspect(|refused| assert_eq!(refused.fault.code(), Code::NotSubject)).is_some()
    });
    assert_eq!(answer.unread, unread.count() as u64);
    assert!(answer.unread > 300);
}

#[tokio::test]
async fn what_lapses_soon_is_found_with_the_hours_that_are_missing() {
    let (law, on, within) = (law(LAW), day!(2008, 3, 10), 120);
    let mut expected = BTreeMap::new();
    let mut by_province = BTreeMap::<Province, (u64, u64, u64)>::new();
    for life in lives() {
        let file = law.open_in(Mode::Recorded, &life.history, &life.ledger);
        let as_of = file.on(on).unwrap();
        let Some(last) = as_of.last_valid_day().filter(|&last| last <= on + chrono::Days::new(within)) else {
            continue;
        };
        let tenths = as_of.hours_missing().tenths();
        let sums = by_province.entry(life.province).or_default();
        *sums = (sums.0 + 1, sums.1 + u64::from(tenths > 0), sums.2 + tenths);
        expected.insert((last, life.number), (life.province, as_of.deadline(), tenths));
    }
    assert!(expected.len() > 20 && expected.values().any(|(.., tenths)| *tenths > 0));

    let each = ask(&law, &question::lapsing(on, 120, true)).await;
    assert_eq!(each.rows, expected.len() as u64);
    let found = each.kept.iter().flat_map(|rows| {
        let text = |name: &str, row: usize| rows.column_by_name(name).unwrap().as_string::<i32>().value(row).to_owned();
        let date = |name: &str, row: usize| {
            let days = rows.column_by_name(name).unwrap().as_primitive::<Date32Type>();
            days.is_valid(row).then(|| days.value_as_date(row).unwrap())
        };
        let hours = rows.column_by_name("hours_missing").unwrap().as_primitive::<Float64Type>();
        (0..rows.num_rows()).map(move |row| {
            let key = (date("last_valid_day", row).unwrap(), text("number", row));
            let province: Province = text("province", row).parse().unwrap();
            (key, (province, date("deadline", row), (hours.value(row) * 10.0).round() as u64))
        })
    });
    let found: Vec<_> = found.collect();
    assert_eq!(found, expected.into_iter().take(found.len()).collect::<Vec<_>>());

    let counted = ask(&law, &question::lapsing(on, 120, false)).await;
    let expected = by_province
        .into_iter()
        .map(|(province, (all, lack, tenths))| (province.name().to_owned(), all as i64, lack as i64, tenths));
    let found = counted.kept.iter().flat_map(|rows| {
        let count = |name: &str| rows.column_by_name(name).unwrap().as_primitive::<Int64Type>();
        let hours = rows.column_by_name("hours_missing").unwrap().as_primitive::<Float64Type>();
        (0..rows.num_rows()).map(move |row| {
            let province = rows.column(0).as_string::<i32>().value(row).to_owned();
            let (all, lack) = (count("certificates").value(row), count("lack_hours").value(row));
            (province, all, lack, (hours.value(row) * 10.0).round() as u64)
        })
    });
    assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[tokio::test]
async fn an_audit_finds_each_fault() {
    let law = law(LAW);
    let mut expected = Vec::new();
    let mut by_code = BTreeMap::<String, u64>::new();
    for life in lives() {
        let file = law.open_in(Mode::Audit, &life.history, &life.ledger);
        for fault in file.irregularities().unwrap() {
            let on = life.history.records()[fault.event].what().on;
            let clause = fault.fault.clause().map(|clause| clause.to_string()).unwrap_or_default();
            let (event, code) = ((fault.event + 1).to_string(), fault.fault.code().name().to_owned());
            *by_code.entry(code.clone()).or_default() += 1;
            let sentence = fault.fault.in_words(Language::En).to_string();
            let (number, province) = (life.number.clone(), life.province.name().to_owned());
            expected.push(vec![number, province, event, on.to_string(), code, clause, "false".into(), sentence]);
        }
    }
    let each = ask(&law, &question::audit(true)).await;
    assert_eq!(each.rows, expected.len() as u64);
    assert_eq!(rows(&each), expected[..rows(&each).len()]);

    let counted = ask(&law, &question::audit(false)).await;
    let found: BTreeMap<String, u64> =
        rows(&counted).into_iter().map(|row| (row[0].clone(), row[2].parse().unwrap())).collect();
    assert_eq!(found, by_code);
    assert!(by_code.len() >= 5, "{by_code:?}");
    assert_eq!(counted.unread, 0);
}

#[tokio::test]
async fn an_assessment_under_a_stricter_law_asks_for_more() {
    let stricter = law(r#"{"parameters": {"scope_from": "1999-01-01", "cycle_hours": 300}}"#);
    let on = day!(2008, 3, 10);
    let file = register(LIVES, CERTIFICATES);
    for law in [law(LAW), stricter] {
        let session = cluster::alone(1).unwrap();
        sweep::open(&session, file.path().to_str().unwrap(), &law).await.unwrap();
        let sql = format!(
            "SELECT count(*) FILTER (WHERE a['met']) AS met, sum(a['tenths']) AS tenths \
                           FROM (SELECT assessment(events, study, DATE '{on}') AS a FROM register)"
        );
        let rows = session.sql(&sql).await.unwrap().collect().await.unwrap();
        let (mut met, mut tenths) = (0, 0);
        for life in lives() {
            let file = law.open_in(Mode::Recorded, &life.history, &life.ledger);
            let as_of = file.on(on).unwrap();
            met += u64::from(as_of.assessment(&Application::COMPLETE).is_met());
            tenths += as_of.hours_missing().tenths();
        }
        let found: Vec<_> = rows[0].columns().iter().map(|column| array_value_to_string(column, 0).unwrap()).collect();
        assert_eq!(found, [met.to_string(), tenths.to_string()]);
        assert!(tenths > 0);
    }
}
