//! The columns of a batch of rows, lent to the crate where they lie: nothing is copied.
//!
//! But for two cases: where a column holds a null that it must not hold, it is copied with a value there that means nothing,
//! so that the row is flagged; and names of bodies are gathered where the law lists any.

use datafusion::arrow::array::{Array, ArrowPrimitiveType, AsArray, ListArray, PrimitiveArray, StructArray};
use datafusion::arrow::buffer::NullBuffer;
use datafusion::arrow::datatypes::{Date32Type, UInt8Type, UInt16Type, UInt32Type};
use datafusion::error::{DataFusionError, Result};
use ruankao::Law;
use ruankao::columns::{
    AbsenceColumns, Batch, Bitmap, Column, ColumnsError, EntryColumns, EventColumns, Histories, Ledgers,
};
use std::borrow::Cow;

/// A list a row, each of structs.
#[derive(Debug)]
struct Lists<'a> {
    offsets: &'a [i32],
    items: &'a StructArray,
}

/// Days away: for each event a list of closed periods.
#[derive(Debug)]
struct Periods<'a> {
    lists: Lists<'a>,
    from: Cow<'a, [i32]>,
    to: Cow<'a, [i32]>,
}

/// The events of a batch of certificates.
#[derive(Debug)]
pub struct Events<'a> {
    lists: Lists<'a>,
    act: Cow<'a, [u8]>,
    on: Cow<'a, [i32]>,
    absences: Option<Periods<'a>>,
    agencies: Names<'a>,
}

/// The study of a batch of holders.
#[derive(Debug)]
pub struct Study<'a> {
    lists: Lists<'a>,
    on: Cow<'a, [i32]>,
    tenths: Cow<'a, [u32]>,
    mode: Cow<'a, [u8]>,
    providers: Names<'a>,
}

/// The names of bodies, and for each row the place of its name: its own.
#[derive(Debug, Default)]
struct Names<'a> {
    names: Vec<&'a str>,
    places: Vec<i32>,
    valid: Option<&'a NullBuffer>,
}

impl<'a> Events<'a> {
    /// The columns of a list of events.
    ///
    /// # Errors
    ///
    /// Where it is none.
    pub fn of(array: &'a dyn Array, law: &Law) -> Result<Self> {
        let lists = Lists::of(array)?;
        let absences = lists.items.column_by_name("absences").map(|array| Periods::of(array)).transpose()?;
        Ok(Self {
            act: whole::<UInt8Type>(lists.items, "act", u8::MAX)?,
            on: whole::<Date32Type>(lists.items, "on", NO_DAY)?,
            agencies: Names::of(lists.items, "agency", law.agencies().is_some())?,
            absences,
            lists,
        })
    }

    /// The day of an event of a row.
    #[must_use]
    pub fn on(&self, row: usize, event: usize) -> Option<i32> {
        let first = usize::try_from(*self.lists.offsets.get(row)?).ok()?;
        self.on.get(first.checked_add(event)?).copied()
    }

    /// As the crate takes them.
    ///
    /// # Errors
    ///
    /// Where a column is of another type.
    pub fn histories(&self) -> Result<Histories<'_>> {
        let items = self.lists.items;
        let columns = EventColumns {
            flags: column::<UInt16Type>(items, "flags")?,
            ground: column::<UInt8Type>(items, "ground")?,
            until: column::<Date32Type>(items, "until")?,
            arose_on: column::<Date32Type>(items, "arose_on")?,
            left_on: column::<Date32Type>(items, "left_on")?,
            returned_on: column::<Date32Type>(items, "returned_on")?,
            outcome: column::<UInt8Type>(items, "outcome")?,
            agency: self.agencies.column(),
            names: &self.agencies.names,
            absences: self.absences.as_ref().map(Periods::lend),
            ..EventColumns::new(self.lists.offsets, &self.act, &self.on)
        };
        Histories::new(columns).map_err(none)
    }
}

impl<'a> Study<'a> {
    /// The columns of a list of entries.
    ///
    /// # Errors
    ///
    /// Where it is none.
    pub fn of(array: &'a dyn Array) -> Result<Self> {
        let lists = Lists::of(array)?;
        Ok(Self {
            on: whole::<Date32Type>(lists.items, "on", NO_DAY)?,
            tenths: whole::<UInt32Type>(lists.items, "tenths", u32::MAX)?,
            mode: whole::<UInt8Type>(lists.items, "mode", u8::MAX)?,
            // That one is named matters under any law.
            providers: Names::of(lists.items, "provider", true)?,
            lists,
        })
    }

    /// As the crate takes them.
    ///
    /// # Errors
    ///
    /// None for columns that lie as Arrow lays them out.
    pub fn ledgers(&self) -> Result<Ledgers<'_>> {
        let columns = EntryColumns {
            provider: self.providers.column(),
            names: &self.providers.names,
            ..EntryColumns::new(self.lists.offsets, &self.on, &self.tenths, &self.mode)
        };
        Ledgers::new(columns).map_err(none)
    }
}

/// Certificates and their holders' study.
///
/// # Errors
///
/// Where there is more of one than of the other.
pub fn batch<'a>(events: &'a Events<'_>, study: &'a Study<'_>) -> Result<Batch<'a>> {
    Batch::new(events.histories()?).with_ledgers(study.ledgers()?).map_err(none)
}

/// A day that is none.
const NO_DAY: i32 = i32::MIN;

impl<'a> Lists<'a> {
    fn of(array: &'a dyn Array) -> Result<Self> {
        let lists: Option<&ListArray> = array.as_list_opt();
        let both = lists.and_then(|lists| Some((lists, lists.values().as_struct_opt()?)));
        let (lists, items) = both.ok_or_else(|| plan(format!("a list of structs, not {}", array.data_type())))?;
        Ok(Self { offsets: lists.value_offsets(), items })
    }
}

impl<'a> Periods<'a> {
    fn of(array: &'a dyn Array) -> Result<Self> {
        let lists = Lists::of(array)?;
        let (from, to) =
            (whole::<Date32Type>(lists.items, "from", NO_DAY)?, whole::<Date32Type>(lists.items, "to", NO_DAY)?);
        Ok(Self { lists, from, to })
    }

    fn lend(&self) -> AbsenceColumns<'_> {
        AbsenceColumns { offsets: self.lists.offsets, from: &self.from, to: &self.to }
    }
}

impl<'a> Names<'a> {
    fn of(items: &'a StructArray, name: &str, asked: bool) -> Result<Self> {
        let Some(array) = items.column_by_name(name).filter(|array| asked && array.null_count() < array.len()) else {
            return Ok(Self::default());
        };
        let texts = array.as_string_opt::<i32>().ok_or_else(|| plan(format!("a text for `{name}`")))?;
        let names = (0..texts.len()).map(|row| texts.value(row)).collect();
        Ok(Self { names, places: (0..).take(texts.len()).collect(), valid: texts.nulls() })
    }

    fn column(&self) -> Option<Column<'_, i32>> {
        (!self.places.is_empty()).then(|| lend(&self.places, self.valid))
    }
}

/// A column that may be null or left out.
fn column<'a, T: ArrowPrimitiveType>(items: &'a StructArray, name: &str) -> Result<Option<Column<'a, T::Native>>> {
    if items.column_by_name(name).is_none() {
        return Ok(None);
    }
    typed::<T>(items, name).map(|array| Some(lend(array.values(), array.nulls())))
}

fn lend<'a, T: Copy>(values: &'a [T], nulls: Option<&'a NullBuffer>) -> Column<'a, T> {
    match nulls {
        None => Column::new(values),
        Some(nulls) => Column::with_nulls(values, Bitmap::new(nulls.validity(), nulls.offset())),
    }
}

/// A column that has a value in each row: where it has not, one that means nothing.
fn whole<'a, T: ArrowPrimitiveType>(
    items: &'a StructArray,
    name: &str,
    nothing: T::Native,
) -> Result<Cow<'a, [T::Native]>> {
    let array = typed::<T>(items, name)?;
    if array.null_count() == 0 && items.null_count() == 0 {
        return Ok(Cow::Borrowed(array.values()));
    }
    let there = |row: usize| items.is_valid(row) && array.is_valid(row);
    Ok((0..array.len()).map(|row| if there(row) { array.value(row) } else { nothing }).collect())
}

fn typed<'a, T: ArrowPrimitiveType>(items: &'a StructArray, name: &str) -> Result<&'a PrimitiveArray<T>> {
    let array = items.column_by_name(name).and_then(|array| array.as_primitive_opt::<T>());
    array.ok_or_else(|| plan(format!("a column `{name}` of type {}", T::DATA_TYPE)))
}

fn plan(expected: String) -> DataFusionError {
    DataFusionError::Plan(format!("expected {expected}, as `sweep generate` writes it"))
}

fn none(error: ColumnsError) -> DataFusionError {
    DataFusionError::External(error.into())
}
