//! An application up to its acceptance.

use crate::desk::counter::Desk;
use crate::desk::filing::Filing;
use crate::desk::review::Accepted;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::record::Finding;
use crate::finding::refused::Refused;
use crate::finding::value::Value;
use crate::finding::verdict::Verdict;
use crate::identity::body::BodyId;
use crate::lifecycle::states::Running;
use crate::registration::application::Acceptance;
use crate::registration::evidence::Evidence;
use crate::registration::form::defect::Defects;
use crate::registration::form::draft::FormDraft;
use crate::registration::form::record::Form;
use alloc::boxed::Box;
use chrono::NaiveDate;
use core::fmt;

/// An application that is being made out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The form, as written.
    pub form: FormDraft,
    /// What is brought beside it.
    pub evidence: Evidence,
}

/// An application handed in: its form can be read, and nothing more is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    pub(super) filing: Box<Filing>,
}

/// A draft, or an application handed in whose corrected form cannot be read, given back with all that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defective<S = Draft> {
    /// What was given, unchanged.
    pub state: S,
    /// What is wrong with its form.
    pub defects: Defects,
}

impl Draft {
    /// Hands the application in.
    ///
    /// # Errors
    ///
    /// [`Defective`] with every field that is missing or malformed.
    pub fn submit(self, on: NaiveDate) -> Result<Submitted, Box<Defective>> {
        match self.form.read() {
            Ok(form) => Ok(Submitted { filing: Box::new(Filing { form, evidence: self.evidence, submitted_on: on }) }),
            Err(defects) => Err(Box::new(Defective { state: self, defects })),
        }
    }
}

impl Submitted {
    /// The form.
    #[must_use]
    pub const fn form(&self) -> &Form {
        &self.filing.form
    }

    /// What was brought beside it.
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.filing.evidence
    }

    /// The day it was handed in.
    #[must_use]
    pub const fn submitted_on(&self) -> NaiveDate {
        self.filing.submitted_on
    }

    /// All that disagrees in the form, were it accepted on `on`: what to send it back with, before anything is decided.
    ///
    /// A wrong row of education is among them, and a [correction](Self::correct) mends it.
    #[must_use]
    pub fn findings(&self, on: NaiveDate, desk: &Desk<'_>) -> Verdict {
        self.filing.form.findings(desk.paper, desk.ledger, on)
    }

    /// The same application with its form corrected (补正): the day it was handed in stays.
    ///
    /// # Errors
    ///
    /// [`Defective`] with every field of the new form that is missing or malformed, and the application as it was.
    pub fn correct(mut self, form: &FormDraft) -> Result<Self, Box<Defective<Self>>> {
        match form.read() {
            Ok(form) => {
                self.filing.form = form;
                Ok(self)
            }
            Err(defects) => Err(Box::new(Defective { state: self, defects })),
        }
    }

    /// Accepts the application: from this day the fifteen working days run, and as of it the conditions are judged (47.7).
    ///
    /// The certificate goes under review with it.
    ///
    /// # Errors
    ///
    /// With application and certificate given back: `out_of_order` before the submission, `fee_unknown` where something was
    /// paid on a day without a known fee, and whatever [`Running::accept`] refuses.
    pub fn accept(
        self,
        certificate: Running,
        on: NaiveDate,
        agency: Option<BodyId>,
        desk: &Desk<'_>,
    ) -> Result<Accepted, Refused<(Self, Running)>> {
        let submitted_on = self.filing.submitted_on;
        let particulars = if on < submitted_on {
            let finding = Finding::without_clause(Code::OutOfOrder);
            Err(finding.compared(Value::Day(submitted_on), Value::Day(on)))
        } else {
            self.filing.evidence.application(&self.filing.form, desk.fees, on).map_err(Finding::from)
        };
        let application = match particulars {
            Ok(application) => application,
            Err(finding) => return Err(Refused { state: (self, certificate), fault: Fault::from(finding) }),
        };
        let acceptance = Acceptance { agency, application };
        match certificate.accept(on, &acceptance, &desk.context) {
            Ok(review) => Ok(Accepted { filing: self.filing, agency: acceptance.agency, review }),
            Err(Refused { state, fault }) => Err(Refused { state: (self, state), fault }),
        }
    }
}

impl<S> fmt::Display for Defective<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.defects, f)
    }
}

impl<S: fmt::Debug> core::error::Error for Defective<S> {}
