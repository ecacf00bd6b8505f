//! What the two notices say, as data: clauses, parameters, readings, and the regulation they make together.

pub(crate) mod clause;
mod clause_table;
pub(crate) mod decided;
mod decided_table;
pub(crate) mod force;
pub(crate) mod hours;
pub(crate) mod notice;
pub(crate) mod parameters;
pub(crate) mod readings;
pub(crate) mod repeal;
pub(crate) mod rules;

pub use clause::UnknownClause;
pub use decided::{DecidedPoint, UnknownDecidedPoint};
pub use force::Force;
pub use hours::HoursError;
pub use notice::Notice;
pub use parameters::{Parameter, Parameters, RegulationError};
pub use readings::{
    AbsenceMeasure, AbsenceYear, AppealEffect, AppealLastDay, ConditionsOn, DeferredValidity, EducationYear, ExpiryDay,
    ExtensionEffect, FirstRegistration, FraudScope, InTime, LapseEffect, LapsedAtRepeal, LateHours, OffPostFrom,
    PendingAtExpiry, Reading, Readings, RestoredTerm, TermLastDay, TermStart,
};
pub use repeal::Repeal;
pub use rules::Regulation;
