//! A whole register in columns.
//!
//! The columns lie in memory as [Arrow](https://arrow.apache.org) lays them out, so that whoever has them there lends them
//! and nothing is copied: offsets and days as `i32`, a day counted from 1970-01-01, an act as the byte of its place in
//! [`ActName::ALL`](crate::lifecycle::ActName::ALL), validity as bits. [`EventColumns`] hold what a register knows of the
//! certificates, [`EntryColumns`] what their holders have studied; checked, they are [`Histories`] and [`Ledgers`], and
//! together a [`Batch`]. [`HistoryRows`] and [`LedgerRows`] gather columns from histories and ledgers, [`RegisterRows`] from
//! both.
//!
//! A batch answers a [`Survey`](crate::batch::Survey) in columns again: [`Standings`], [`Assessments`], [`Irregularities`].
//! Its certificates are read by the same rules as any other, and each answers as it would if it were opened by itself. One
//! that cannot be read is [flagged](Unread) and harms no other.
//!
//! A batch is a handful of references: it is copied freely, cut [at any certificate](Batch::slice), and asked on as many
//! threads as the caller has.
//!
//! # Examples
//!
//! ```
//! use ruankao::batch::Survey;
//! use ruankao::columns::{Batch, EventColumns, Histories};
//! use ruankao::lifecycle::{ActName, PhaseName};
//! use ruankao::{Law, day};
//!
//! // Two certificates, approved on 2005-03-10 and on 2006-03-10.
//! let (approved, days) = ([ActName::Approved as u8; 2], [12_852, 13_217]);
//! let histories = Histories::new(EventColumns::new(&[0, 1, 2], &approved, &days))?;
//! let batch = Batch::new(histories);
//!
//! let standings = batch.standings(&Survey::new(&Law::of_2004(), day!(2008, 6, 1)));
//! assert_eq!(standings.phase, [PhaseName::Lapsed as u8, PhaseName::InForce as u8]);
//! assert!(!standings.in_force.get(0) && standings.in_force.get(1));
//! assert_eq!(standings.deadline[1], 14_313); // 2009-03-10
//! assert!(standings.unread.is_empty());
//! # Ok::<(), ruankao::Error>(())
//! ```

mod acts;
pub(crate) mod assessments;
mod bare_acts;
pub(crate) mod batch;
pub(crate) mod bits;
pub(crate) mod column;
mod days;
pub(crate) mod entries;
pub(crate) mod error;
pub(crate) mod events;
pub(crate) mod flags;
pub(crate) mod history_rows;
pub(crate) mod irregularities;
pub(crate) mod ledger_rows;
mod names;
mod names_gathered;
mod reading;
pub(crate) mod register_rows;
pub(crate) mod standings;
pub(crate) mod unread;
mod usual_acts;

pub use assessments::Assessments;
pub use batch::Batch;
pub use bits::{Bitmap, Bits};
pub use column::Column;
pub use entries::{EntryColumns, Ledgers};
pub use error::ColumnsError;
pub use events::{AbsenceColumns, EventColumns, Histories};
pub use flags::Flags;
pub use history_rows::HistoryRows;
pub use irregularities::Irregularities;
pub use ledger_rows::LedgerRows;
pub use register_rows::RegisterRows;
pub use standings::Standings;
pub use unread::{Broken, Place, Unread, Why};
