//! The application form annexed to notice 47.
//!
//! A [`FormDraft`] holds what was written into each [field](FormField), as text. Reading it yields a [`Form`], or all
//! [defects](Defects) at once. A form is then [held against](Form::findings) the certificate, the ledger and the identity
//! document.

pub mod birth_month;
pub mod defect;
pub mod draft;
pub mod examine;
pub mod field;
mod read;
pub mod record;

pub use birth_month::BirthMonth;
pub use defect::{Defect, Defects, Wrong};
pub use draft::{FormDraft, RowDraft};
pub use field::{FilledBy, FormField};
pub use record::{AgencyOpinion, EmployerResult, Form, FormRow};
