//! Strategies for [`proptest`]: regulations, ledgers, registers, acts and whole lives of certificates.
//!
//! What they yield is what the types admit, and what the wire format can write. [`lawful_lives`] yields histories that
//! strict mode accepts to the end and that get deep: terms, deferrals, extensions, cancellations, appeals. Put an
//! embedding system's own storage or screens to the test with them.
//!
//! # Examples
//!
//! ```
//! use proptest::strategy::{Strategy, ValueTree};
//! use proptest::test_runner::TestRunner;
//! use ruankao::strategies::lawful_lives;
//!
//! let mut runner = TestRunner::deterministic();
//! let life = lawful_lives().new_tree(&mut runner)?.current();
//! let credits = life.credits();
//! assert!(life.history.irregularities(life.context(&credits)).is_ok());
//! # Ok::<(), proptest::test_runner::Reason>(())
//! ```

pub(crate) mod acts;
pub(crate) mod days;
pub(crate) mod lives;
pub(crate) mod rules;
pub(crate) mod studies;

pub use acts::{acts, applications, claims, events};
pub use days::{covered_days, days, days_within};
pub use lives::{Life, lawful_lives, lives};
pub use rules::{parameters, readings, regulations};
pub use studies::{diligent_ledgers, entries, hours, ledgers, registers};
