//! Strategies for [`proptest`]: laws, ledgers, registers, acts, records and whole lives of certificates.
//!
//! What they yield is what the types admit, and what the wire format can write. Put an embedding system's own storage or
//! screens to the test with them; [a page](crate::docs::testing) says how.
//!
//! | strategy | what it is for |
//! | --- | --- |
//! | [`lawful_lives`] | histories that strict mode accepts to the end and that get deep: filings, terms, deferrals, extensions, cancellations, appeals, returns after a lapse, the repeal, records made late and struck: whatever a system must take |
//! | [`decided_lives`] | histories that can be read as recorded: what was decided may have lacked its conditions, as in a register of old |
//! | [`faulty_lives`] | lawful up to the last event, which has the one fault chosen: what a system says of each |
//! | [`lives`] | lawful at first, with strangers put in: what a register that was kept badly holds |
//! | [`hostile_lives`] | anything the wire admits, in any order: what must never bring a system down |
//! | [`registers_in_columns`] | certificates of all these kinds, one by one and in columns: whoever lends columns, or reads them |
//! | [`edge_days`] | the days on which something turns in a life, and those beside them: where systems differ |
//! | [`days`], [`covered_days`], [`days_within`] | any day; those of which the statutory calendar knows; those between two |
//! | [`sufficient_ledgers`], [`short_ledgers`] | the very hours that are asked for, and a tenth of an hour less: the line between |
//! | [`ledgers`], [`diligent_ledgers`], [`entries`], [`hours`] | any study; enough of it, as a rule, for twenty years |
//! | [`laws`], [`regulations`], [`parameters`], [`readings`] | the notices otherwise: other figures, readings turned, lists of bodies |
//! | [`lawful_bodies`], [`bodies`], [`registers`] | accreditation: agencies and institutions set up, reviewed, withdrawn; any acts; lists of them |
//! | [`forms`], [`bad_forms`] | application forms that can be read, and such with one field at fault |
//! | [`identity_numbers`], [`bad_identity_numbers`] | numbers that are well formed, and such that fail one check by name |
//! | [`acts`], [`events`], [`applications`], [`claims`], [`records`] | the parts, each by itself |
//!
//! What is lawful stays so however it is shrunk, and what has a fault keeps it.
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
pub(crate) mod bodies;
pub(crate) mod columns;
pub(crate) mod days;
pub(crate) mod draw;
pub(crate) mod edges;
pub(crate) mod faulty;
pub(crate) mod hostile;
pub(crate) mod laws;
pub(crate) mod life;
pub(crate) mod people;
pub(crate) mod records;
pub(crate) mod studies;
pub(crate) mod sufficient;
mod tales;
mod tales_of_conditions;
mod tales_of_state;

pub use acts::{acts, applications, claims, events};
pub use bodies::{bodies, lawful_bodies};
pub use columns::{RegisterInColumns, registers_in_columns};
pub use days::{covered_days, days, days_within};
pub use edges::edge_days;
pub use faulty::{FAULTS, FaultyLife, faulty_lives};
pub use hostile::hostile_lives;
pub use laws::{laws, parameters, readings, regulations};
pub use life::{Life, decided_lives, lawful_lives, lives};
pub use people::{bad_forms, bad_identity_numbers, forms, identity_numbers};
pub use records::records;
pub use studies::{diligent_ledgers, entries, hours, ledgers, registers};
pub use sufficient::{short_ledgers, sufficient_ledgers};
