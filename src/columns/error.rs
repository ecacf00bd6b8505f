//! Why columns make no register.

use thiserror::Error;

/// Why columns do not belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ColumnsError {
    /// There are no offsets at all.
    #[error("`{column}` is empty; expected one offset more than there are lists, so at least one")]
    NoOffsets {
        /// The column of offsets.
        column: &'static str,
    },
    /// The first offset is negative.
    #[error("`{column}` begins with `{offset}`; expected 0 or more")]
    NegativeOffset {
        /// The column of offsets.
        column: &'static str,
        /// The offset.
        offset: i32,
    },
    /// An offset is below the one before it.
    #[error("`{column}` falls at place {place}; expected each offset not below the one before it")]
    OffsetsFall {
        /// The column of offsets.
        column: &'static str,
        /// The place of the offset, from 0.
        place: usize,
    },
    /// The last offset points beyond the rows.
    #[error("`{column}` ends with `{offset}`, and there are {rows} rows; expected an end within them")]
    OffsetBeyond {
        /// The column of offsets.
        column: &'static str,
        /// The offset.
        offset: i32,
        /// How many rows there are.
        rows: usize,
    },
    /// A column has another number of rows than the others.
    #[error("`{column}` has {rows} rows; expected {expected}, as many as the others")]
    OtherLength {
        /// The column.
        column: &'static str,
        /// Its rows.
        rows: usize,
        /// Those expected.
        expected: usize,
    },
    /// A column's validity has fewer bits than the column has rows.
    #[error("the validity of `{column}` has {bits} bits; expected {expected} or more, one a row")]
    TooFewBits {
        /// The column.
        column: &'static str,
        /// Its bits.
        bits: usize,
        /// Those expected.
        expected: usize,
    },
    /// A certificate points to a ledger that is not there.
    #[error("certificate {certificate} is served by ledger `{ledger}`; expected one of the {ledgers} from 0 on")]
    NoSuchLedger {
        /// The place of the certificate, from 0.
        certificate: usize,
        /// The ledger it points to.
        ledger: i32,
        /// How many there are.
        ledgers: usize,
    },
    /// More rows than offsets of 32 bits can tell apart.
    #[error("more than 2147483647 rows; expected a register cut into batches")]
    TooMany,
}
