//! Oversight: registration agencies (47.2, 47.13, 47.14), training institutions (48.7 to 48.9, 48.12), their teachers
//! (48.10) and records, and who has power over what.
//!
//! Both kinds of body are accredited by one machine. The typed states ([`Opened`] to [`Withdrawn`]) are for the caller
//! who knows where a body is; [`Accreditation`] and [`AccreditationHistory`] for what comes out of a database;
//! [`BodyHistory`] for a body of either kind. [`BodyKind::transitions`] is the machine as data. A [`Directory`] holds
//! many bodies, and makes of them the [registers](crate::identity::Register) that registration and education ask.

pub(crate) mod accreditation;
pub(crate) mod archive;
pub(crate) mod authority;
pub(crate) mod body_history;
pub(crate) mod conditions;
pub(crate) mod course;
pub(crate) mod directory;
pub(crate) mod event;
pub(crate) mod history;
pub(crate) mod instructor;
pub(crate) mod kind;
pub(crate) mod phase;
pub(crate) mod power;
pub(crate) mod profile;
pub(crate) mod review;
mod service;
#[cfg(feature = "conformance")]
pub(crate) mod service_record;
pub(crate) mod standing;
pub(crate) mod state;
pub(crate) mod transition;
#[cfg(feature = "serde")]
mod wire;

pub use accreditation::Accreditation;
pub use archive::{Archive, Voucher, VoucherError};
pub use authority::Authority;
pub use body_history::BodyHistory;
pub use conditions::Conditions;
pub use course::{CourseContent, CourseDraft, CourseRecord, Signature, Trainee, TraineeDraft, Unrecorded};
pub use directory::{Body, Directory, DirectoryError};
pub use event::{AccreditationEvent, Act, Deed};
pub use history::AccreditationHistory;
pub use instructor::{Qualification, Title, may_teach, may_teach_class};
pub use kind::{Agency, Institution, Kind};
pub use phase::{BodyKind, Phase};
pub use power::Power;
pub use profile::{Profile, SHANGHAI_CENTRE};
pub use review::{Inspection, Rectification, Review};
pub use standing::{Row, Standing};
pub use state::{Accredited, AwaitingFiling, Declined, Opened, Rectifying, Withdrawn};
pub use transition::{AGENCY_TRANSITIONS, INSTITUTION_TRANSITIONS};
