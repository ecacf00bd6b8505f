//! Registration (47.3 to 47.7): the form, what the applicant brings, the fee, and the conditions.

pub mod application;
pub mod conditions;
pub mod evidence;
pub mod fees;
pub mod form;
pub mod paper;

pub use application::{Acceptance, Application, Documents};
pub use conditions::conditions;
pub use evidence::{Evidence, Payment};
pub use fees::{Fee, FeeError, FeeSchedule, FeeScheduleError, Fen};
pub use form::{Defect, Defects, FilledBy, Form, FormDraft, FormField, RowDraft, Wrong};
pub use paper::Paper;
