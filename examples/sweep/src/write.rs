//! Certificates into columns, and columns into a file.

use crate::error::Error;
use crate::life::{Life, Lives};
use crate::schema;
use datafusion::arrow::array::{
    ArrayRef, ArrowPrimitiveType, Date32Array, ListArray, PrimitiveArray, RecordBatch, StringArray, StructArray,
    UInt8Array, UInt32Array,
};
use datafusion::arrow::buffer::OffsetBuffer;
use datafusion::arrow::datatypes::{Date32Type, Fields, UInt8Type, UInt16Type};
use datafusion::arrow::error::ArrowError;
use datafusion::error::DataFusionError;
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::basic::{Compression, ZstdLevel};
use datafusion::parquet::file::properties::WriterProperties;
use ruankao::columns::{Column, EntryColumns, EventColumns, HistoryRows, LedgerRows};
use std::fs::File;
use std::sync::Arc;

/// Writes a register that is made up, `certificates` of it; `written` hears how many more are in the file.
///
/// So many `at_once` are in memory, and in a row group of the file: the least that one thread sweeps.
///
/// # Errors
///
/// [`Error::File`] and [`Error::Engine`] where the file cannot be written.
pub fn generate(
    lives: Lives,
    certificates: u64,
    at_once: usize,
    file: &str,
    mut written: impl FnMut(u64),
) -> Result<(), Error> {
    let to = File::create(file).map_err(Error::file(file))?;
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_max_row_group_row_count(Some(at_once))
        .build();
    let mut writer = ArrowWriter::try_new(to, schema::register(), Some(properties)).map_err(DataFusionError::from)?;
    for first in (0..certificates).step_by(at_once) {
        let places = first..certificates.min(first + at_once as u64);
        let rows = places.end - places.start;
        let batch = batch(places.map(|place| lives.life(place))).map_err(DataFusionError::from)?;
        writer.write(&batch).map_err(DataFusionError::from)?;
        written(rows);
    }
    writer.close().map_err(DataFusionError::from)?;
    Ok(())
}

/// Certificates in columns.
///
/// # Errors
///
/// Where there are more than the offsets of a batch can tell apart.
pub fn batch(lives: impl IntoIterator<Item = Life>) -> Result<RecordBatch, ArrowError> {
    let (mut numbers, mut provinces) = (Vec::new(), Vec::new());
    let (mut histories, mut ledgers) = (HistoryRows::default(), LedgerRows::default());
    let too_many = |error| ArrowError::ExternalError(Box::new(error));
    for life in lives {
        numbers.push(life.number);
        provinces.push(life.province.name());
        histories.push(&life.history).map_err(too_many)?;
        ledgers.push(&life.ledger).map_err(too_many)?;
    }
    let columns: Vec<ArrayRef> = vec![
        Arc::new(StringArray::from(numbers)),
        Arc::new(StringArray::from(provinces)),
        events(histories.columns(&histories.names()))?,
        study(ledgers.columns(&ledgers.names()))?,
    ];
    RecordBatch::try_new(schema::register(), columns)
}

fn events(columns: EventColumns<'_>) -> Result<ArrayRef, ArrowError> {
    let rows = columns.on.len();
    let absences = columns.absences.map(|absences| {
        let days: [ArrayRef; 2] =
            [absences.from, absences.to].map(|days| Arc::new(Date32Array::from(days.to_vec())) as _);
        list(schema::period(), absences.offsets, days.into())
    });
    let arrays: Vec<ArrayRef> = vec![
        Arc::new(UInt8Array::from(columns.act.to_vec())),
        Arc::new(Date32Array::from(columns.on.to_vec())),
        nullable::<UInt16Type>(columns.flags, rows),
        nullable::<UInt8Type>(columns.ground, rows),
        nullable::<Date32Type>(columns.until, rows),
        nullable::<Date32Type>(columns.arose_on, rows),
        nullable::<Date32Type>(columns.left_on, rows),
        nullable::<Date32Type>(columns.returned_on, rows),
        nullable::<UInt8Type>(columns.outcome, rows),
        named(columns.agency, columns.names, rows),
        absences.transpose()?.unwrap_or_else(|| no_absences(rows)),
    ];
    list(schema::event(), columns.offsets, arrays)
}

fn study(columns: EntryColumns<'_>) -> Result<ArrayRef, ArrowError> {
    let arrays: Vec<ArrayRef> = vec![
        Arc::new(Date32Array::from(columns.on.to_vec())),
        Arc::new(UInt32Array::from(columns.tenths.to_vec())),
        Arc::new(UInt8Array::from(columns.mode.to_vec())),
        named(columns.provider, columns.names, columns.on.len()),
    ];
    list(schema::entry(), columns.offsets, arrays)
}

fn list(fields: Fields, offsets: &[i32], columns: Vec<ArrayRef>) -> Result<ArrayRef, ArrowError> {
    let items = StructArray::try_new(fields.clone(), columns, None)?;
    let field = Arc::new(schema::element(fields));
    Ok(Arc::new(ListArray::try_new(field, OffsetBuffer::new(offsets.to_vec().into()), Arc::new(items), None)?))
}

fn no_absences(rows: usize) -> ArrayRef {
    Arc::new(ListArray::new_null(Arc::new(schema::element(schema::period())), rows))
}

fn nullable<T: ArrowPrimitiveType>(column: Option<Column<'_, T::Native>>, rows: usize) -> ArrayRef {
    Arc::new((0..rows).map(|row| column.and_then(|column| column.get(row))).collect::<PrimitiveArray<T>>())
}

fn named(places: Option<Column<'_, i32>>, names: &[&str], rows: usize) -> ArrayRef {
    let name = |row: usize| names.get(usize::try_from(places?.get(row)?).ok()?).copied();
    Arc::new((0..rows).map(name).collect::<StringArray>())
}
