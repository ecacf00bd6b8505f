//! What the two notices say, as data: clauses, parameters, readings.

pub mod clause;
mod clause_table;
pub mod force;
pub mod notice;

pub use clause::{Clause, UnknownClause};
pub use force::Force;
pub use notice::Notice;
