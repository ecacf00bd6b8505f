//! The counter of a registration agency: an application from the form to the stamp.
//!
//! A [`Draft`] is submitted, accepted, examined, and then registered or refused with reasons. Each step is a state of its
//! own and drives the certificate's life: there is no registration here without the one in
//! [`lifecycle`](crate::lifecycle), nor the other way round. Beside it stand what a counter shows: the
//! [registration page](RegistrationPage), the [files of a holder](HolderFile), the [public record](PublicRecord).

pub mod audit;
pub mod counter;
pub mod file;
pub mod outcome;
pub mod page;
pub mod public_record;
pub mod review;
pub mod submission;

pub use audit::{Decision, irregularity, unfounded_refusals};
pub use counter::Desk;
pub use file::{CertificateFile, CertificateView, DuplicateCertificate, HolderFile};
pub use outcome::{Registered, Rejected};
pub use page::RegistrationPage;
pub use public_record::{PublicRecord, public_records};
pub use review::{Accepted, Examined, Met, Unmet};
pub use submission::{Defective, Draft, Submitted};
