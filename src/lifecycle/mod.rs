//! The life of a certificate: the only place that knows all procedures.
//!
//! Two views of one machine. The [`states`] are for the caller who knows where he is: one
//! struct a state, and a wrong move does not compile. [`Certificate`] and [`History`] are for what comes out of a
//! database: events, read by one exhaustive match.

pub mod act;
#[cfg(feature = "serde")]
mod act_wire;
pub mod as_of;
pub mod certificate;
pub mod context;
mod faults;
pub mod history;
pub mod moves;
pub mod sensitivity;
pub mod standing;
pub mod states;
pub mod term;
pub mod timeline;
pub mod transitions;

pub use act::{Act, ActName, Event};
pub use as_of::{AsOf, BeforeLastEvent, Outlook};
pub use certificate::{Certificate, StateName};
pub use context::Context;
pub use history::{History, Replay};
pub use moves::approval::Approved;
pub use sensitivity::{DayOutcome, Sensitive};
pub use standing::{Outline, Phase, PhaseName, Standing};
pub use states::{
    Cancelled, Cleared, Decided, DeferralPending, Lapsed, Live, NotSubject, Published, Restored, Running, Unapproved,
    UnderAppeal, UnderReview, Upheld,
};
pub use term::Term;
pub use timeline::Row;
pub use transitions::{TRANSITIONS, Transition, Trigger};
