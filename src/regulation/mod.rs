//! What the two notices say, as data: clauses, parameters, readings, and the regulation they make together.

pub mod clause;
pub mod hours;
pub mod parameters;
pub mod readings;
pub mod rules;

pub use clause::Clause;
pub use hours::{Hours, HoursError};
pub use parameters::{Parameter, Parameters};
pub use readings::*;
pub use rules::{Regulation, RegulationError};
