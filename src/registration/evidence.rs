//! What is brought beside the form, and what the conditions make of it.

use crate::finding::value::Document;
use crate::identity::province::Province;
use crate::registration::application::{Application, Documents};
use crate::registration::fees::{FeeError, FeeSchedule, Fen};
use crate::registration::form::form::Form;
use chrono::NaiveDate;

/// What the applicant brings beside the form, and what the agency knows of him (47.4, 47.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// The documents brought (47.6); the application form is there whether named or not.
    pub documents: Documents,
    /// Whether professional conduct is good (47.4.2).
    pub conduct_good: bool,
    /// Whether there is no criminal record (47.4.2).
    pub no_criminal_record: bool,
    /// Whether the holder is in health and fit for the work of the post (47.4.3).
    pub fit_for_post: bool,
    /// The province whose fee is to be paid (47.6: 当地).
    pub province: Province,
    /// What was paid, if anything.
    pub payment: Option<Payment>,
}

/// A payment of the registration fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Payment {
    /// How much.
    pub amount: Fen,
    /// The day.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub on: NaiveDate,
}

impl Evidence {
    /// The particulars that the conditions of registration look at, as of the day of acceptance.
    ///
    /// The employer's assessment is the one on the form, and not passed where that part is blank. The fee is paid where
    /// no less than the standard of the day of payment was paid, up to the day of acceptance.
    ///
    /// # Errors
    ///
    /// [`FeeError`] where something was paid on a day for which the schedule knows no fee.
    pub fn application(
        &self,
        form: &Form,
        fees: &FeeSchedule,
        accepted_on: NaiveDate,
    ) -> Result<Application, FeeError> {
        let fee_paid = match self.payment.filter(|payment| payment.on <= accepted_on) {
            Some(payment) => fees.fee(self.province, payment.on)? <= payment.amount,
            None => false,
        };
        Ok(Application {
            conduct_good: self.conduct_good,
            no_criminal_record: self.no_criminal_record,
            fit_for_post: self.fit_for_post,
            employer_assessment_passed: form.employer_result().is_some_and(|result| result.passed),
            documents: self.documents.with(Document::ApplicationForm),
            fee_paid,
        })
    }
}
