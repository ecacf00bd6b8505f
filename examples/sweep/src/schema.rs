//! How a register lies in Parquet, and whether a file is one.
//!
//! A row is a certificate: its number, its province, its events in order, its holder's study. Both lists hold the columns of
//! `ruankao::columns`, by the same names; of these a column that can be null can be left out too.

use crate::error::Error;
use datafusion::arrow::datatypes::{DataType, Field, Fields, Schema, SchemaRef};
use std::sync::Arc;

/// The columns of an event: those of `ruankao::columns::EventColumns`.
#[must_use]
pub fn event() -> Fields {
    let day = |name| Field::new(name, DataType::Date32, true);
    Fields::from(vec![
        Field::new("act", DataType::UInt8, false),
        Field::new("on", DataType::Date32, false),
        Field::new("flags", DataType::UInt16, true),
        Field::new("ground", DataType::UInt8, true),
        day("until"),
        day("arose_on"),
        day("left_on"),
        day("returned_on"),
        Field::new("outcome", DataType::UInt8, true),
        Field::new("agency", DataType::Utf8, true),
        Field::new("absences", DataType::List(Arc::new(element(period()))), true),
    ])
}

/// The days away: closed periods.
#[must_use]
pub fn period() -> Fields {
    Fields::from(vec![Field::new("from", DataType::Date32, false), Field::new("to", DataType::Date32, false)])
}

/// The columns of an entry of the ledger: those of `ruankao::columns::EntryColumns`.
#[must_use]
pub fn entry() -> Fields {
    Fields::from(vec![
        Field::new("on", DataType::Date32, false),
        Field::new("tenths", DataType::UInt32, false),
        Field::new("mode", DataType::UInt8, false),
        Field::new("provider", DataType::Utf8, true),
    ])
}

/// An item of a list, by Parquet's own name for one.
#[must_use]
pub fn element(fields: Fields) -> Field {
    Field::new("element", DataType::Struct(fields), false)
}

/// The columns of a register.
#[must_use]
pub fn register() -> SchemaRef {
    let list = |fields| DataType::List(Arc::new(element(fields)));
    Arc::new(Schema::new(vec![
        Field::new("number", DataType::Utf8, false),
        // The code of GB/T 2260.
        Field::new("province", DataType::Utf8, false),
        Field::new("events", list(event()), false),
        Field::new("study", list(entry()), false),
    ]))
}

/// Whether all columns are there that have to be, each of its type.
///
/// # Errors
///
/// [`Error::MissingColumn`] and [`Error::ColumnType`], with the path of the column: `events.until`.
pub fn check(found: &Schema, file: &str) -> Result<(), Error> {
    check_fields(register().fields(), found.fields(), "", file)
}

fn check_fields(expected: &Fields, found: &Fields, above: &str, file: &str) -> Result<(), Error> {
    for field in expected {
        let column = format!("{above}{}", field.name());
        match (field.data_type(), found.find(field.name())) {
            (_, None) if field.is_nullable() => {}
            (expected, None) => {
                return Err(Error::MissingColumn { file: file.into(), column, expected: name(expected) });
            }
            (expected, Some((_, there))) => check_type(expected, there.data_type(), column, file)?,
        }
    }
    Ok(())
}

fn check_type(expected: &DataType, found: &DataType, column: String, file: &str) -> Result<(), Error> {
    match (items(expected), items(found)) {
        (Some(expected), Some(found)) => check_fields(expected, found, &format!("{column}."), file),
        _ if expected == found => Ok(()),
        _ => Err(Error::ColumnType { file: file.into(), column, expected: name(expected), found: name(found) }),
    }
}

/// What a list holds, where it is one of structs.
fn items(of: &DataType) -> Option<&Fields> {
    match of {
        DataType::List(item) => match item.data_type() {
            DataType::Struct(fields) => Some(fields),
            _ => None,
        },
        _ => None,
    }
}

fn name(of: &DataType) -> String {
    match items(of) {
        Some(fields) => {
            let fields: Vec<_> = fields.iter().map(|field| field.name().as_str()).collect();
            format!("list of ({})", fields.join(", "))
        }
        None => of.to_string().to_lowercase(),
    }
}
