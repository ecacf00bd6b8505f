//! An application up to its acceptance.

use crate::desk::counter::Counter;
use crate::desk::outcome::{Free, Withdrawn};
use crate::desk::review::Accepted;
use crate::duty::duties::{Duty, duties};
use crate::education::grant::Grant;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::refused::Refused;
use crate::finding::verdict::Verdict;
use crate::identity::body::BodyId;
use crate::lifecycle::act::ActName;
use crate::lifecycle::agency::Agencies;
use crate::lifecycle::at::At;
use crate::lifecycle::moves::decision::Decision;
use crate::lifecycle::states::Filed;
use crate::naming::table::Language;
use crate::registration::application::{Acceptance, Filing};
use crate::registration::evidence::Evidence;
use crate::registration::form::defect::Defects;
use crate::registration::form::draft::FormDraft;
use crate::registration::form::form::Form;
use alloc::boxed::Box;
use chrono::NaiveDate;
use core::fmt;

/// An application that is being made out.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Draft {
    /// The form, as written.
    pub form: FormDraft,
    /// What is brought beside it.
    pub evidence: Evidence,
}

/// An application handed in, and so filed with the certificate (47.3): its form can be read, and nothing more is known of
/// it.
#[derive(Debug)]
pub struct Submitted<'f> {
    pub(super) at: At<'f, Filed>,
    pub(super) counter: Counter<'f>,
    pub(super) form: Box<Form>,
    pub(super) evidence: Evidence,
}

/// An application that was not handed in, given back with what is wrong.
#[derive(Debug)]
pub struct Unfiled<'f> {
    /// The application, unchanged.
    pub draft: Draft,
    /// The folder on the counter, as it was.
    pub desk: Free<'f>,
    /// What is wrong.
    pub flaw: Flaw,
}

/// Why an application is not handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Its form cannot be read.
    Form(Defects),
    /// It cannot be filed.
    Filing(Fault),
}

/// An application whose corrected form cannot be read, given back as it was with all that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defective<S> {
    /// What was given, unchanged.
    pub state: S,
    /// What is wrong with the form.
    pub defects: Defects,
}

impl Draft {
    /// Hands the application in at the counter: it is filed on that day, with the agency named.
    ///
    /// # Errors
    ///
    /// [`Unfiled`] with every field of the form that is missing or malformed; or with the fault of the filing, which a
    /// lapse, a window that is not open or an agency that is not approved makes: see [`At::file`].
    pub fn submit<'f>(
        self,
        desk: Free<'f>,
        on: NaiveDate,
        agency: Option<BodyId>,
    ) -> Result<Submitted<'f>, Box<Unfiled<'f>>> {
        let form = match self.form.read() {
            Ok(form) => Box::new(form),
            Err(defects) => return Err(Box::new(Unfiled { draft: self, desk, flaw: Flaw::Form(defects) })),
        };
        let (Free { certificate, counter }, filing) = (desk, Filing { agency });
        let filed = match certificate {
            Decision::Running(at) => at.file(on, &filing).map_err(|refused| refused.map(Decision::Running)),
            Decision::Lapsed(at) => at.file(on, &filing).map_err(|refused| refused.map(Decision::Lapsed)),
        };
        match filed {
            Ok(at) => Ok(Submitted { at, counter, form, evidence: self.evidence }),
            Err(Refused { state: certificate, fault }) => {
                let desk = Free { certificate, counter };
                Err(Box::new(Unfiled { draft: self, desk, flaw: Flaw::Filing(fault) }))
            }
        }
    }
}

impl<'f> Submitted<'f> {
    /// The form, as it was last corrected.
    #[must_use]
    pub fn form(&self) -> &Form {
        &self.form
    }

    /// What was brought beside it.
    #[must_use]
    pub const fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// The day it was handed in, which no correction changes.
    #[must_use]
    pub const fn submitted_on(&self) -> NaiveDate {
        self.at.state().filed_on()
    }

    /// The agency with which it is filed, where one is named.
    #[must_use]
    pub fn agency(&self) -> Option<&BodyId> {
        Agencies::of(self.at.history().held(None).map(|(_, event)| event)).pending
    }

    /// What the filing obliges somebody to do.
    pub fn duties(&self) -> impl Iterator<Item = Duty> {
        duties(ActName::ApplicationFiled, self.submitted_on(), self.at.law().regulation())
    }

    /// All that disagrees in the form, were it accepted on `on`: what to send it back with, before anything is decided.
    ///
    /// A wrong row of education is among them, and a [correction](Self::correct) mends it.
    #[must_use]
    pub fn findings(&self, on: NaiveDate) -> Verdict {
        self.form.findings(self.counter.paper, self.at.ledger(), on)
    }

    /// The same application with its form corrected (补正): it stays filed, and the day it was handed in stays.
    ///
    /// # Errors
    ///
    /// [`Defective`] with every field of the new form that is missing or malformed, and the application as it was.
    pub fn correct(mut self, form: &FormDraft) -> Result<Self, Box<Defective<Self>>> {
        match form.read() {
            Ok(form) => {
                *self.form = form;
                Ok(self)
            }
            Err(defects) => Err(Box::new(Defective { state: self, defects })),
        }
    }

    /// The same application with something else brought beside the form: a fee that was paid since, say.
    #[must_use]
    pub fn supplement(self, evidence: Evidence) -> Self {
        Self { evidence, ..self }
    }

    /// Grants an extension of the time for education meanwhile.
    ///
    /// # Errors
    ///
    /// What [`At::extend`] refuses.
    pub fn extend(self, on: NaiveDate, grant: &Grant) -> Result<Self, Refused<Self>> {
        let Self { at, counter, form, evidence } = self;
        match at.extend(on, grant) {
            Ok(at) => Ok(Self { at, counter, form, evidence }),
            Err(refused) => Err(refused.map(|at| Self { at, counter, form, evidence })),
        }
    }

    /// Accepts the application: from this day the fifteen working days run (47.7). The certificate goes under review with
    /// it.
    ///
    /// The agency is named where it is another than the one with which the application is filed.
    ///
    /// # Errors
    ///
    /// With the application given back: `fee_unknown` where something was paid on a day without a known fee, and whatever
    /// [`At::accept`] refuses, `out_of_order` before the day it was handed in among them.
    pub fn accept(self, on: NaiveDate, agency: Option<BodyId>) -> Result<Accepted<'f>, Refused<Self>> {
        let application = match self.evidence.application(&self.form, self.counter.fees, on) {
            Ok(application) => application,
            Err(error) => return Err(Refused { state: self, fault: Finding::from(error).into() }),
        };
        let Self { at, counter, form, evidence } = self;
        match at.accept(on, &Acceptance { agency, application }) {
            Ok(at) => Ok(Accepted { at, counter, form, renewed: None }),
            Err(refused) => Err(refused.map(|at| Self { at, counter, form, evidence })),
        }
    }

    /// Gives the application back to the holder who withdraws it; another may follow in time.
    ///
    /// # Errors
    ///
    /// What [`At::withdraw`] refuses.
    pub fn withdraw(self, on: NaiveDate) -> Result<Withdrawn<'f>, Refused<Self>> {
        let Self { at, counter, form, evidence } = self;
        match at.withdraw(on) {
            Ok(certificate) => Ok(Withdrawn { desk: Free { certificate, counter }, on, form }),
            Err(refused) => Err(refused.map(|at| Self { at, counter, form, evidence })),
        }
    }

    /// The certificate, the application left lying: for a cancellation meanwhile (47.10), say.
    #[must_use]
    pub fn into_filed(self) -> At<'f, Filed> {
        self.at
    }
}

impl Flaw {
    /// What is wrong, in a language.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Form(defects) => defects.iter().enumerate().try_for_each(|(index, defect)| {
                f.write_str(if index == 0 { "" } else { language.choose("; ", "；") })?;
                write!(f, "{}", defect.in_words(language))
            }),
            Self::Filing(fault) => write!(f, "{}", fault.in_words(language)),
        })
    }
}

impl fmt::Display for Unfiled<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.flaw.in_words(Language::En))
    }
}

impl core::error::Error for Unfiled<'_> {}

impl<S> fmt::Display for Defective<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.defects, f)
    }
}

impl<S: fmt::Debug> core::error::Error for Defective<S> {}
