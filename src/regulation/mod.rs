//! What the two notices say, as data: clauses, parameters, readings, and the regulation they make together.

pub mod clause;
mod clause_table;
pub mod decided;
mod decided_table;
pub mod force;
pub mod hours;
pub mod notice;
pub mod parameters;
pub mod readings;
pub mod repeal;
pub mod rules;

pub use clause::{Clause, UnknownClause};
pub use decided::{DecidedPoint, UnknownDecidedPoint};
pub use force::Force;
pub use hours::{Hours, HoursError};
pub use notice::Notice;
pub use parameters::{Parameter, Parameters};
pub use readings::{
    AbsenceMeasure, AbsenceYear, AppealEffect, AppealLastDay, DeferredValidity, EducationYear, ExpiryDay,
    ExtensionEffect, FirstRegistration, LateHours, PendingAtExpiry, Reading, Readings, RestoredTerm, TermLastDay,
    TermStart,
};
pub use repeal::Repeal;
pub use rules::{Regulation, RegulationError};
