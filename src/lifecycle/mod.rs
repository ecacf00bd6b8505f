//! The life of a certificate: the only place that knows all procedures.
//!
//! Two views of one machine. [`CertificateFile`](crate::CertificateFile) is for what comes out of a database: records, read by one exhaustive
//! match. [`At`] is for the caller who knows where he is: an opened certificate at a [`State`], whose wrong moves do not
//! compile.

pub(crate) mod act;
#[cfg(feature = "serde")]
mod act_wire;
mod act_words;
pub(crate) mod advance;
pub(crate) mod agency;
pub(crate) mod as_of;
mod assessment;
pub(crate) mod at;
mod bars;
pub(crate) mod certificate;
pub(crate) mod coming;
pub(crate) mod context;
mod days_to_come;
pub(crate) mod difference;
mod facts;
mod faults;
pub(crate) mod file;
pub(crate) mod history;
pub(crate) mod many_days;
pub(crate) mod moves;
mod on_a_day;
pub(crate) mod renewal;
pub(crate) mod replay;
pub(crate) mod sensitivity;
pub(crate) mod standing;
pub(crate) mod state;
pub(crate) mod states;
mod steps;
pub(crate) mod term;
pub(crate) mod timeline;
pub(crate) mod transitions;
pub(crate) mod wording;

pub use act::ActName;
pub use as_of::Outlook;
pub use at::At;
pub use certificate::Certificate;
pub use coming::{Coming, DayToCome};
pub use difference::{KnownDifference, RecordChange, Recorded, RecordedSince};
pub use file::AsKnown;
pub use moves::appeal::Restoration;
pub use moves::approval::Approved;
pub use moves::decision::Decision;
pub use moves::registration::Cleared;
pub use sensitivity::{DayOutcome, Sensitive};
pub use standing::{Outline, PhaseName};
pub use state::State;
pub use states::{
    Cancelled, DeferralPending, Filed, Lapsed, NotSubject, Publication, Published, Running, Unapproved, UnderAppeal,
    UnderReview, Upheld,
};
pub use term::Term;
pub use timeline::Row;
pub use transitions::{StateName, TRANSITIONS, Trigger};
