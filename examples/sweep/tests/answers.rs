//! Every answer of the engine against the crate, asked one certificate after another.

mod common;

use common::{LAW, LIVES, law, register};
use datafusion::arrow::array::{Array, AsArray, ListArray};
use datafusion::arrow::datatypes::{Date32Type, Float64Type, Int64Type, UInt64Type};
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::physical_plan::displayable;
use datafusion::prelude::ParquetReadOptions;
use ruankao::education::StudyMode;
use ruankao::identity::Province;
use ruankao::lifecycle::PhaseName;
use ruankao::registration::Filing;
use ruankao::{Act, Application, Code, Entry, Event, Language, Law, Ledger, Mode, day};
use ruankao_sweep::life::{Life, Lives};
use ruankao_sweep::question::{self, By, Question};
use ruankao_sweep::sweep::Answer;
use ruankao_sweep::{answers, cluster, sweep, write};
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
async fn a_folder_of_files_is_one_register_and_an_answer_is_written_in_either_format() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::create_dir(path("register")).unwrap();
    for (part, seed) in [("register/a.parquet", 1), ("register/b.parquet", 2)] {
        write::generate(Lives { seed, flawed: 0 }, 300, 100, &path(part), |_| {}).unwrap();
    }
    let question = question::count(day!(2008, 3, 10), &[By::Phase]);
    let session = cluster::alone(2).unwrap();
    sweep::open(&session, &path("register"), &law(LAW)).await.unwrap();
    let csv = sweep::ask(&session, &question, Some(&path("counts.csv"))).await.unwrap();
    let parquet = sweep::ask(&session, &question, Some(&path("counts.parquet"))).await.unwrap();
    assert_eq!(rows(&csv), rows(&parquet));
    let counted: u64 = rows(&csv).iter().map(|row| row[1].parse::<u64>().unwrap()).sum();
    assert_eq!(counted, 600);

    let text = std::fs::read_to_string(path("counts.csv")).unwrap();
    let lines: Vec<_> = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>()).collect();
    assert_eq!(lines[0], ["phase", "certificates", "in_force", "unread"]);
    assert_eq!(lines[1..], rows(&csv));
    let options = ParquetReadOptions::default();
    let read = session.read_parquet(path("counts.parquet"), options).await.unwrap().collect().await.unwrap();
    assert_eq!(rows(&Answer { kept: read, ..parquet }), lines[1..]);
}

/// The same life with bodies named: the agency at which is filed, the institution that taught.
fn at(life: Life, agency: &str, institution: &str) -> Life {
    let history = life.history.records().iter().map(|record| match record.what() {
        Event { on, act: Act::ApplicationFiled(_) } => {
            Act::ApplicationFiled(Filing { agency: Some(agency.into()) }).on(*on)
        }
        event => event.clone(),
    });
    let ledger = life.ledger.records().iter().map(|record| {
        let provider = Some(institution.into());
        Entry { mode: StudyMode::SpareTime, provider, ..record.what().clone() }
    });
    Life { history: history.collect(), ledger: ledger.collect(), ..life }
}

#[tokio::test]
async fn a_law_with_lists_asks_who_registered_and_who_taught() {
    let law = law(r#"{"parameters": {"scope_from": "1999-01-01"},
        "agencies": [{"id": "A", "approved_on": "1999-01-01"}],
        "institutions": [{"id": "I", "approved_on": "1999-01-01", "withdrawn_on": "2010-01-01"}]}"#);
    let named = |place: u64| {
        let names = ["A", "B"][(place % 2) as usize];
        at(LIVES.life(place), names, ["I", "J"][(place / 2 % 2) as usize])
    };
    let rows = write::batch((0..500).map(named)).unwrap();
    let found = answers::irregularities(&law, rows.column(2), rows.column(3)).unwrap();
    let found: &ListArray = found.as_list();
    let mut codes = BTreeMap::<&str, u64>::new();
    for place in 0..500 {
        let life = named(place);
        let file = law.open_in(Mode::Audit, &life.history, &life.ledger);
        let expected: Vec<_> = file.irregularities().unwrap().iter().map(|fault| fault.fault.code().name()).collect();
        let faults = found.value(place as usize);
        let faults = faults.as_struct().column(2).as_string::<i32>();
        assert_eq!(faults.iter().flatten().collect::<Vec<_>>(), expected, "{}", life.number);
        expected.into_iter().for_each(|code| *codes.entry(code).or_default() += 1);
    }
    assert!(codes["agency_not_approved"] > 100 && codes["conditions_not_met"] > 100, "{codes:?}");
    let on = day!(2008, 3, 10);
    let assessed = answers::assessment(&law, rows.column(2), rows.column(3), on).unwrap();
    let tenths = assessed.as_struct().column(1).as_primitive::<UInt64Type>();
    for place in 0..500 {
        let life = named(place);
        let file = law.open_in(Mode::Recorded, &life.history, &life.ledger);
        assert_eq!(tenths.value(place as usize), file.on(on).unwrap().hours_missing().tenths(), "{}", life.number);
    }
}

/// The crate is asked about each certificate once, for an assessment only where the standing says so, and no study is read
/// that is not asked about.
#[tokio::test]
async fn each_certificate_is_asked_once() {
    let on = day!(2008, 3, 10);
    let file = register(LIVES, 10);
    let session = cluster::alone(1).unwrap();
    sweep::open(&session, file.path().to_str().unwrap(), &law(LAW)).await.unwrap();
    for (question, asked, study_is_read) in [
        (question::count(on, &[By::Province, By::Phase]), "standing(events@", false),
        (question::lapsing(on, 90, true), "assessment(events@", true),
        (question::audit(false), "irregularities(events@", true),
    ] {
        let plan = session.sql(&question.sql).await.unwrap().create_physical_plan().await.unwrap();
        let plan = displayable(plan.as_ref()).indent(false).to_string();
        assert_eq!(plan.matches(asked).count(), 1, "{plan}");
        assert_eq!(plan.contains("study"), study_is_read, "{plan}");
        let filter = plan.find("FilterExec");
        assert!(filter.is_none_or(|filter| plan.find(asked).is_some_and(|asked| asked < filter)), "{plan}");
    }
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
