//! What the columns of events and of entries share: codes, names of bodies, and the days of a record.

use crate::columns::column::Column;
use crate::columns::days::day;
use crate::columns::unread::{Broken, Why};
use crate::identity::body::{BodyId, Named};
use chrono::NaiveDate;

/// What a code stands for: its place among all.
#[inline]
pub(super) fn coded<T: Copy>(all: &[T], code: u8) -> Result<T, Broken> {
    all.get(usize::from(code)).copied().ok_or(Broken::UnknownCode)
}

/// The body at a place among those that were looked up.
#[inline]
pub(super) fn named(bodies: &[Named], place: Option<i32>) -> Result<Named, Broken> {
    let Some(place) = place else { return Ok(Named::Nobody) };
    usize::try_from(place).ok().and_then(|place| bodies.get(place).copied()).ok_or(Broken::NoSuchName)
}

/// The body at a place among the names.
pub(super) fn body(names: &[&str], place: i32) -> Result<BodyId, Broken> {
    let name = usize::try_from(place).ok().and_then(|place| names.get(place));
    name.map(|&name| BodyId::from(name)).ok_or(Broken::NoSuchName)
}

/// Whether the register holds a row, as [`Record::is_held`](crate::Record::is_held) says. Days that decide nothing are not
/// looked at.
#[inline]
pub(super) fn is_held(
    recorded_on: Option<Column<'_, i32>>,
    struck_on: Option<Column<'_, i32>>,
    row: usize,
    on: NaiveDate,
    known_on: Option<NaiveDate>,
) -> Result<bool, Why> {
    let struck_on = struck_on.and_then(|column| column.get(row));
    if known_on.is_none() && struck_on.is_none() {
        return Ok(true);
    }
    let recorded_on = recorded_on.and_then(|column| column.get(row));
    is_known(recorded_on, struck_on, on, known_on)
}

#[inline(never)]
fn is_known(
    recorded_on: Option<i32>,
    struck_on: Option<i32>,
    on: NaiveDate,
    known_on: Option<NaiveDate>,
) -> Result<bool, Why> {
    let read = |number: Option<i32>, column: &'static str, least: NaiveDate| match number.map(day) {
        None => Ok(None),
        Some(Ok(day)) if day < least => Err(Why::Broken { column, how: Broken::TooEarly }),
        Some(Ok(day)) => Ok(Some(day)),
        Some(Err(how)) => Err(Why::Broken { column, how }),
    };
    let recorded_on = read(recorded_on, "recorded_on", on)?.unwrap_or(on);
    let struck_on = read(struck_on, "struck_on", recorded_on)?;
    Ok(crate::record::held(recorded_on, struck_on, known_on))
}
