//! A column.

use crate::columns::bits::{Bitmap, Bits};
use crate::columns::error::ColumnsError;
use alloc::vec::Vec;

/// A column that is lent: a value a row, and where some are null the bits that say which are not.
///
/// # Examples
///
/// ```
/// use ruankao::columns::{Bitmap, Column};
///
/// assert_eq!(Column::new(&[7, 8]).get(1), Some(8));
/// let second = Column::with_nulls(&[0, 8], Bitmap::new(&[0b10], 0));
/// assert_eq!((second.get(0), second.get(1), second.get(2)), (None, Some(8), None));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column<'a, T> {
    values: &'a [T],
    valid: Option<Bitmap<'a>>,
}

impl<'a, T: Copy> Column<'a, T> {
    /// A column without a null.
    #[must_use]
    pub const fn new(values: &'a [T]) -> Self {
        Self { values, valid: None }
    }

    /// A column that is null where its bit is not set.
    #[must_use]
    pub const fn with_nulls(values: &'a [T], valid: Bitmap<'a>) -> Self {
        Self { values, valid: Some(valid) }
    }

    /// The value of a row; `None` where it is null, and beyond the end.
    #[must_use]
    #[inline(always)]
    pub fn get(self, row: usize) -> Option<T> {
        let value = self.values.get(row).copied()?;
        self.valid.is_none_or(|valid| valid.get(row)).then_some(value)
    }

    /// How many rows it has.
    #[must_use]
    pub const fn len(self) -> usize {
        self.values.len()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.values.is_empty()
    }

    /// Looks whether it has as many rows as are expected, and as many bits.
    pub(super) fn check(self, column: &'static str, expected: usize) -> Result<(), ColumnsError> {
        check_length(column, self.len(), expected)?;
        match self.valid {
            Some(valid) if valid.len() < expected => {
                Err(ColumnsError::TooFewBits { column, bits: valid.len(), expected })
            }
            _ => Ok(()),
        }
    }
}

/// Looks whether a column has as many rows as are expected.
pub(super) const fn check_length(column: &'static str, rows: usize, expected: usize) -> Result<(), ColumnsError> {
    if rows == expected { Ok(()) } else { Err(ColumnsError::OtherLength { column, rows, expected }) }
}

/// Looks whether offsets begin at or after 0, never fall, and end within `rows`.
pub(super) fn check_offsets(column: &'static str, offsets: &[i32], rows: usize) -> Result<(), ColumnsError> {
    let (Some(&first), Some(&last)) = (offsets.first(), offsets.last()) else {
        return Err(ColumnsError::NoOffsets { column });
    };
    if first < 0 {
        return Err(ColumnsError::NegativeOffset { column, offset: first });
    }
    let mut pairs = offsets.iter().zip(offsets.iter().skip(1));
    if let Some(falls_after) = pairs.position(|(before, after)| after < before) {
        return Err(ColumnsError::OffsetsFall { column, place: falls_after.saturating_add(1) });
    }
    match usize::try_from(last) {
        Ok(end) if end <= rows => Ok(()),
        _ => Err(ColumnsError::OffsetBeyond { column, offset: last, rows }),
    }
}

/// The rows from one offset to the next: `place` counts the spans.
#[inline(always)]
pub(super) fn span(offsets: &[i32], place: usize) -> core::ops::Range<usize> {
    let Some(&[start, end]) = offsets.get(place..).and_then(<[i32]>::first_chunk) else { return 0..0 };
    // Checked when the columns were: none is negative.
    start.cast_unsigned() as usize..end.cast_unsigned() as usize
}

/// The offsets of some of the spans; what is beyond the last is left out.
pub(super) fn cut(offsets: &[i32], spans: core::ops::Range<usize>) -> &[i32] {
    let end = spans.end.min(offsets.len().saturating_sub(1));
    offsets.get(spans.start.min(end)..=end).unwrap_or_default()
}

/// A column while it is gathered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Gathered<T> {
    values: Vec<T>,
    valid: Bits,
}

impl<T: Copy + Default> Gathered<T> {
    pub(super) fn push(&mut self, value: Option<T>) {
        self.values.push(value.unwrap_or_default());
        self.valid.push(value.is_some());
    }

    /// The column, where any row has a value.
    pub(super) fn column(&self) -> Option<Column<'_, T>> {
        let any = self.valid.as_bytes().iter().any(|&byte| byte != 0);
        any.then(|| Column::with_nulls(&self.values, self.valid.as_bitmap()))
    }
}
