//! The application form annexed to notice 47.
//!
//! A [`FormDraft`] holds what was written into each [field](FormField), as text. Reading it yields a [`Form`], or all
//! [defects](Defects) at once. A form is then [held against](Form::findings) the certificate, the ledger and the identity
//! document.

pub(crate) mod birth_month;
pub(crate) mod defect;
pub(crate) mod draft;
pub(crate) mod examine;
pub(crate) mod field;
#[expect(clippy::module_inception, reason = "a file is named after the noun that it holds")]
pub(crate) mod form;
mod read;

pub use birth_month::BirthMonth;
pub use defect::{Defect, Defects, Wrong};
pub use draft::{FormDraft, RowDraft};
pub use field::{FilledBy, FormField};
pub use form::{AgencyOpinion, EmployerResult, Form, FormRow};
