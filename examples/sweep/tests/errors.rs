//! What is wrong with a file is said; a row that cannot be read harms no other.

mod common;

use common::{LAW, LIVES, law, register};
use datafusion::arrow::array::{
    Array, ArrayRef, AsArray, Date32Array, ListArray, RecordBatch, StringArray, StructArray, UInt8Array, UInt32Array,
};
use datafusion::arrow::datatypes::{Date32Type, UInt8Type, UInt32Type};
use datafusion::arrow::util::display::array_value_to_string;
use datafusion::parquet::arrow::ArrowWriter;
use ruankao::day;
use ruankao_sweep::error::Error;
use ruankao_sweep::question::{self, By, Question};
use ruankao_sweep::sweep::Answer;
use ruankao_sweep::{cluster, schema, sweep, write};
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

/// What the program says where something is wrong.
fn said(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_sweep")).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{arguments:?}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    String::from_utf8(output.stderr).unwrap()
}

fn written(rows: &RecordBatch) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("register.parquet");
    let to = std::fs::File::create(&file).unwrap();
    let mut writer = ArrowWriter::try_new(to, rows.schema(), None).unwrap();
    writer.write(rows).unwrap();
    writer.close().unwrap();
    let file = file.to_str().unwrap().to_owned();
    (folder, file)
}

#[test]
fn a_file_that_is_no_register_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("letter.parquet");
    std::fs::write(&text, "Dear Sir or Madam").unwrap();
    let text = text.to_str().unwrap();
    let count = ["count", "--on", "2008-03-10", "--register"];
    let no_parquet = said(&[&count[..], &[text]].concat());
    assert!(no_parquet.starts_with(&format!("error: `{text}` is no register: ")), "{no_parquet}");
    assert!(no_parquet.contains("expected a Parquet file as `sweep generate` writes it"), "{no_parquet}");
    let missing = said(&[&count[..], &["nowhere.parquet"]].concat());
    assert!(missing.starts_with("error: `nowhere.parquet`: "), "{missing}");
}

#[test]
fn a_law_or_a_format_that_is_none_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("law.json");
    std::fs::write(&file, r#"{"parameters": {"validity_years": 0}}"#).unwrap();
    let file = file.to_str().unwrap();
    let no_law = said(&["audit", "--law", file]);
    assert!(no_law.starts_with(&format!("error: `{file}` is no law: ")), "{no_law}");
    let register = register(LIVES, 10);
    let no_format = said(&["audit", "--register", register.path().to_str().unwrap(), "-o", "faults.xls"]);
    assert!(no_format.contains("cannot tell the format of `faults.xls`"), "{no_format}");
}

#[test]
fn a_scheduler_that_is_not_there_is_named() {
    let nobody = said(&["audit", "--scheduler", "127.0.0.1:1"]);
    assert!(nobody.starts_with("error: no scheduler answers at `127.0.0.1:1`: "), "{nobody}");
}

#[tokio::test]
async fn a_column_that_is_missing_or_of_another_type_is_named() {
    let rows = write::batch((0..10).map(|place| LIVES.life(place))).unwrap();
    let session = cluster::alone(1).unwrap();
    let (_folder, file) = written(&rows.project(&[0, 1, 2]).unwrap());
    let error = sweep::open(&session, &file, &law(LAW)).await.unwrap_err();
    assert!(matches!(&error, Error::MissingColumn { column, .. } if column == "study"), "{error}");
    assert!(error.to_string().ends_with("expected one of type list of (on, tenths, mode, provider)"), "{error}");

    let without_days = edited(&rows, |events| {
        let (fields, columns, _) = events.into_parts();
        let kept = |place: &usize| fields[*place].name() != "on";
        let places: Vec<_> = (0..fields.len()).filter(kept).collect();
        let fields = places.iter().map(|&place| fields[place].clone()).collect();
        StructArray::new(fields, places.iter().map(|&place| columns[place].clone()).collect(), None)
    });
    let session = cluster::alone(1).unwrap();
    let (_folder, file) = written(&without_days);
    let error = sweep::open(&session, &file, &law(LAW)).await.unwrap_err();
    assert!(matches!(&error, Error::MissingColumn { column, .. } if column == "events.on"), "{error}");

    let numbers: ArrayRef = Arc::new(UInt32Array::from_iter_values(0..10));
    let mut columns = rows.columns().to_vec();
    columns[1] = numbers;
    let named = rows.schema().fields().iter().map(|field| field.name().clone()).zip(columns).collect::<Vec<_>>();
    let session = cluster::alone(1).unwrap();
    let (_folder, file) = written(&RecordBatch::try_from_iter(named).unwrap());
    let error = sweep::open(&session, &file, &law(LAW)).await.unwrap_err();
    assert!(error.to_string().starts_with("column `province` of"), "{error}");
    assert!(error.to_string().ends_with("is of type uint32; expected utf8"), "{error}");
}

/// The same rows with other events.
fn edited(rows: &RecordBatch, edit: impl FnOnce(StructArray) -> StructArray) -> RecordBatch {
    let (field, offsets, events, nulls) = rows.column(2).as_list::<i32>().clone().into_parts();
    let events = edit(events.as_struct().clone());
    let item = field.as_ref().clone().with_data_type(events.data_type().clone());
    let lists: ArrayRef = Arc::new(ListArray::new(Arc::new(item), offsets, Arc::new(events), nulls));
    let columns = [rows.column(0).clone(), rows.column(1).clone(), lists, rows.column(3).clone()];
    let names = schema::register().fields().iter().map(|field| field.name().clone()).collect::<Vec<_>>();
    RecordBatch::try_from_iter(names.into_iter().zip(columns)).unwrap()
}

/// The first five certificates with a deferral asked for, broken in a way each; the others as they are.
fn broken() -> (TempDir, String, Vec<(String, &'static str)>) {
    let rows = write::batch((0..2000).map(|place| LIVES.life(place))).unwrap();
    let lists = rows.column(2).as_list::<i32>().clone();
    let numbers: &StringArray = rows.column(0).as_string();
    let mut breaks = Vec::new();
    let edited = edited(&rows, |events| {
        let column = |name: &str| events.column_by_name(name).unwrap();
        let mut act = column("act").as_primitive::<UInt8Type>().values().to_vec();
        let mut on: Vec<Option<i32>> = column("on").as_primitive::<Date32Type>().iter().collect();
        let mut until: Vec<Option<i32>> = column("until").as_primitive::<Date32Type>().iter().collect();
        let mut ground: Vec<Option<u8>> = column("ground").as_primitive::<UInt8Type>().iter().collect();
        let offsets = lists.value_offsets();
        let asked = (0..rows.num_rows()).filter_map(|row| {
            let events = offsets[row] as usize..offsets[row + 1] as usize;
            events.clone().find(|&event| act[event] == 1).map(|event| (row, event))
        });
        let asked: Vec<_> = asked.take(5).collect();
        for (way, (row, event)) in asked.into_iter().enumerate() {
            let code = match way {
                0 => {
                    act[event] = 99;
                    "act unknown_code"
                }
                1 => {
                    on[event] = None;
                    "on no_such_day"
                }
                2 => {
                    until[event] = None;
                    "until missing"
                }
                3 => {
                    ground[event] = Some(77);
                    "ground unknown_code"
                }
                _ => {
                    on[event] = Some(0);
                    "out_of_order"
                }
            };
            breaks.push((numbers.value(row).to_owned(), code));
        }
        let (fields, mut columns, _) = events.clone().into_parts();
        let fields: Vec<_> = fields.iter().map(|field| field.as_ref().clone().with_nullable(true)).collect();
        for (name, array) in [
            ("act", Arc::new(UInt8Array::from(act)) as ArrayRef),
            ("on", Arc::new(Date32Array::from(on))),
            ("until", Arc::new(Date32Array::from(until))),
            ("ground", Arc::new(UInt8Array::from(ground))),
        ] {
            columns[fields.iter().position(|field| field.name() == name).unwrap()] = array;
        }
        StructArray::new(fields.into(), columns, None)
    });
    let (folder, file) = written(&edited);
    (folder, file, breaks)
}

async fn ask(file: &str, question: &Question) -> (Answer, Vec<(String, String)>) {
    let session = cluster::alone(2).unwrap();
    sweep::open(&session, file, &law(LAW)).await.unwrap();
    let answer = sweep::ask(&session, question, None).await.unwrap();
    let unread = session.sql(&question.unread).await.unwrap().collect().await.unwrap();
    let unread = unread.iter().flat_map(|rows| {
        (0..rows.num_rows()).map(|row| {
            let text = |place: usize| array_value_to_string(rows.column(place), row).unwrap();
            (text(0), text(2))
        })
    });
    let mut unread: Vec<_> = unread.collect();
    unread.sort();
    (answer, unread)
}

#[tokio::test]
async fn a_broken_row_is_reported_and_the_others_are_counted() {
    let (_folder, file, breaks) = broken();
    let expected: Vec<_> = breaks.iter().map(|(number, code)| (number.clone(), (*code).to_owned())).collect();
    for question in [
        question::count(day!(2030, 1, 1), &[By::Province]),
        question::lapsing(day!(2030, 1, 1), 90, false),
        question::lapsing(day!(2030, 1, 1), 90, true),
        question::audit(false),
        question::audit(true),
    ] {
        let (answer, unread) = ask(&file, &question).await;
        assert_eq!((answer.unread, &unread), (5, &expected), "{}", question.sql);
    }
    let (answer, _) = ask(&file, &question::count(day!(2030, 1, 1), &[By::Phase])).await;
    let counted: i64 = answer
        .kept
        .iter()
        .map(|rows| {
            let counts = rows.column_by_name("certificates").unwrap();
            counts.as_primitive::<datafusion::arrow::datatypes::Int64Type>().iter().flatten().sum::<i64>()
        })
        .sum();
    assert_eq!(counted, 1995);
}

#[test]
fn the_program_tells_which_rows_it_could_not_read() {
    let (folder, file, breaks) = broken();
    let answer = folder.path().join("answer.csv");
    let output = Command::new(env!("CARGO_BIN_EXE_sweep"))
        .args(["count", "--on", "2030-01-01", "--by", "phase", "--register", &file, "-o", answer.to_str().unwrap()])
        .args(["--law", "law.json"])
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(output.status.success(), "{err}");
    assert!(err.contains("5 cannot be read and are not counted"), "{err}");
    assert!(breaks.iter().all(|(number, _)| err.contains(number)), "{err}");
    assert!(out.contains("lapsed") && out.contains('█'), "{out}");
    let csv = std::fs::read_to_string(answer).unwrap();
    assert!(csv.starts_with("phase,certificates,in_force,unread\n") && csv.contains("\nunread,0,0,5\n"), "{csv}");
}

#[tokio::test]
async fn study_that_cannot_be_read_stops_what_looks_at_it() {
    let rows = write::batch((0..10).map(|place| LIVES.life(place))).unwrap();
    let (field, offsets, study, nulls) = rows.column(3).as_list::<i32>().clone().into_parts();
    let (fields, mut columns, _) = study.as_struct().clone().into_parts();
    let mut tenths = columns[1].as_primitive::<UInt32Type>().values().to_vec();
    let row = (0..10).find(|&row| offsets[row + 1] > offsets[row]).unwrap();
    tenths[offsets[row] as usize] = 100_001;
    columns[1] = Arc::new(UInt32Array::from(tenths));
    let study: ArrayRef =
        Arc::new(ListArray::new(field, offsets, Arc::new(StructArray::new(fields, columns, None)), nulls));
    let columns = [rows.column(0).clone(), rows.column(1).clone(), rows.column(2).clone(), study];
    let (_folder, file) = written(&RecordBatch::try_new(rows.schema(), columns.into()).unwrap());
    let session = cluster::alone(1).unwrap();
    sweep::open(&session, &file, &law(LAW)).await.unwrap();
    let sql = "SELECT number, a['event'] AS event, a['code'] AS code, s['code'] AS none FROM \
               (SELECT number, assessment(events, study, DATE '2030-01-01') AS a, standing(events, DATE '2030-01-01') AS s \
               FROM register) WHERE a['code'] IS NOT NULL";
    let rows = session.sql(sql).await.unwrap().collect().await.unwrap();
    let rows: Vec<_> = rows.into_iter().filter(|rows| rows.num_rows() > 0).collect();
    let found: Vec<_> = rows[0].columns().iter().map(|column| array_value_to_string(column, 0).unwrap()).collect();
    assert_eq!(found, [LIVES.life(row as u64).number, "0".into(), "study.tenths too_many_hours".into(), String::new()]);
    assert_eq!(rows.iter().map(RecordBatch::num_rows).sum::<usize>(), 1);
}
