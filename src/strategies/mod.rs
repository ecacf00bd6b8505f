//! Strategies for [`proptest`]: laws, ledgers, registers, acts, records and whole lives of certificates.
//!
//! What they yield is what the types admit, and what the wire format can write. [`lawful_lives`] yields histories that
//! strict mode accepts to the end and that get deep: filings, terms, deferrals, extensions, cancellations, appeals, returns
//! after a lapse, the repeal, records made late and struck. Put an embedding system's own storage or screens to the test
//! with them.
//!
//! # Examples
//!
//! ```
//! use proptest::strategy::{Strategy, ValueTree};
//! use proptest::test_runner::TestRunner;
//! use ruankao::strategies::lawful_lives;
//!
//! let mut runner = TestRunner::deterministic();
//! let mut tree = lawful_lives().new_tree(&mut runner)?;
//! assert!(tree.current().open().refusal().is_none());
//!
//! // What it is shrunk to is lawful too.
//! while tree.simplify() {
//!     assert!(tree.current().open().refusal().is_none());
//! }
//! # Ok::<(), proptest::test_runner::Reason>(())
//! ```

pub(crate) mod acts;
pub(crate) mod days;
pub(crate) mod draw;
pub(crate) mod laws;
pub(crate) mod life;
pub(crate) mod records;
pub(crate) mod studies;

pub use acts::{acts, applications, claims, events};
pub use days::{covered_days, days, days_within};
pub use laws::{laws, parameters, readings, regulations};
pub use life::{Life, decided_lives, lawful_lives, lives};
pub use records::records;
pub use studies::{diligent_ledgers, entries, hours, ledgers, registers};
