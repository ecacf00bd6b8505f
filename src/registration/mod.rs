//! Registration (47.3 to 47.7): the form, what the applicant brings, the fee, and the conditions.

pub(crate) mod application;
pub(crate) mod conditions;
pub(crate) mod evidence;
pub(crate) mod fees;
pub(crate) mod form;
pub(crate) mod paper;

pub use crate::finding::value::Document;
pub use application::{Acceptance, Documents, Filing, Registration};
pub use evidence::{Evidence, Payment};
pub use fees::{Fee, FeeError, FeeSchedule, FeeScheduleError, Fen};
pub use form::{
    AgencyOpinion, BirthMonth, Defect, Defects, EmployerResult, FilledBy, Form, FormDraft, FormField, FormRow,
    RowDraft, Wrong,
};
pub use paper::Paper;
