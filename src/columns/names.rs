//! What the columns of events and of entries share: codes, names of bodies, and the days of a record.

use crate::columns::column::Column;
use crate::columns::days::day;
use crate::columns::unread::{Broken, Why};
use crate::identity::body::BodyId;
use chrono::NaiveDate;

/// What a code stands for: its place among all.
#[inline]
pub(super) fn coded<T: Copy>(all: &[T], code: u8) -> Result<T, Broken> {
    all.get(usize::from(code)).copied().ok_or(Broken::UnknownCode)
}

/// The body at a place among the names.
pub(super) fn body(names: &[&str], place: i32) -> Result<BodyId, Broken> {
    let name = usize::try_from(place).ok().and_then(|place| names.get(place));
    name.map(|&name| BodyId::from(name)).ok_or(Broken::NoSuchName)
}

/// Whether the register holds a row, as [`Record::is_held`](crate::Record::is_held) says.
pub(super) fn is_held(
    recorded_on: Option<Column<'_, i32>>,
    struck_on: Option<Column<'_, i32>>,
    row: usize,
    on: NaiveDate,
    known_on: Option<NaiveDate>,
) -> Result<bool, Why> {
    let read = |column: Option<Column<'_, i32>>, name: &'static str, least: NaiveDate| {
        let Some(number) = column.and_then(|column| column.get(row)) else { return Ok(None) };
        match day(number) {
            Ok(day) if day < least => Err(Why::Broken { column: name, how: Broken::TooEarly }),
            Ok(day) => Ok(Some(day)),
            Err(how) => Err(Why::Broken { column: name, how }),
        }
    };
    let recorded_on = read(recorded_on, "recorded_on", on)?.unwrap_or(on);
    let struck_on = read(struck_on, "struck_on", recorded_on)?;
    Ok(crate::record::held(recorded_on, struck_on, known_on))
}
