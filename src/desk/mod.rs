//! The counter of a registration agency: an application from the form to the stamp.
//!
//! A [`Draft`] is submitted, accepted, examined, and then registered or refused with reasons. Each step is a state of its
//! own and drives the certificate's life: there is no registration here without the one in
//! [`lifecycle`](crate::lifecycle), nor the other way round. Beside it stand what a counter shows: the
//! [registration page](RegistrationPage), the [files of a holder](HolderFile), the [public record](PublicRecord).
//!
//! # Examples
//!
//! ```
//! use ruankao::calendar::iso;
//! use ruankao::desk::{Desk, Draft, Examined};
//! use ruankao::identity::{Province, Qualification};
//! use ruankao::lifecycle::{Approved, Context, Unapproved};
//! use ruankao::registration::{Documents, Evidence, FeeSchedule, FormDraft, FormField, Paper};
//! use ruankao::regulation::Regulation;
//! use ruankao::{Code, Ledger};
//!
//! let (regulation, ledger, fees) = (Regulation::default(), Ledger::default(), FeeSchedule::default());
//! let paper = Paper {
//!     number: "0531-08".parse()?,
//!     name: "张三".parse()?,
//!     qualification: Qualification::SystemsAnalyst,
//!     obtained_on: iso::parse("2005-03-10")?,
//! };
//! let form = [
//!     (FormField::Qualification, "系统分析师"), (FormField::Name, "张三"), (FormField::Sex, "女"),
//!     (FormField::Birth, "1949年12月"), (FormField::Photo, "有"), (FormField::Health, "良好"),
//!     (FormField::IdentityNumber, "11010519491231002X"), (FormField::CertificateNumber, "0531-08"),
//!     (FormField::ObtainedOn, "2005年3月10日"), (FormField::Address, "虬江路1000号"),
//!     (FormField::PostalCode, "200071"), (FormField::Employer, "某公司"), (FormField::Telephone, "36337995"),
//!     (FormField::EmployerResult, "合格"), (FormField::EmployerDate, "2008年1月10日"), (FormField::EmployerSeal, "有"),
//!     (FormField::Signature, "有"), (FormField::AppliedOn, "2008年1月8日"),
//! ].into_iter().fold(FormDraft::blank(), |form, (field, text)| form.with(field, text));
//! let evidence = Evidence {
//!     documents: Documents::ALL,
//!     conduct_good: true,
//!     no_criminal_record: true,
//!     fit_for_post: true,
//!     province: Province::Shanghai,
//!     payment: None,
//! };
//!
//! let accepted_on = iso::parse("2008-01-15")?;
//! let Approved::Subject(certificate) = Unapproved.approve(paper.obtained_on, &regulation)? else { panic!() };
//! let desk = Desk { context: Context::new(&regulation), paper: &paper, ledger: &ledger, fees: &fees };
//! let submitted = Draft { form, evidence }.submit(accepted_on)?;
//! let accepted = submitted.accept(certificate, accepted_on, None, &desk).unwrap();
//! assert_eq!(accepted.opinion_due(&regulation)?, iso::parse("2008-02-03")?);
//!
//! // The fee is not paid, and nothing was studied: it can be refused, and not registered.
//! let Examined::Unmet(unmet) = accepted.examine(&desk) else { panic!() };
//! assert_eq!(unmet.reasons()[0].code(), Code::FeeUnpaid);
//! let refusal = unmet.refuse(iso::parse("2008-01-25")?, &desk).unwrap();
//! assert_eq!(refusal.reasons().len(), 5);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod audit;
pub(crate) mod counter;
pub(crate) mod file;
mod filing;
pub(crate) mod outcome;
pub(crate) mod page;
pub(crate) mod public_record;
pub(crate) mod review;
pub(crate) mod submission;
pub(crate) mod transition;

pub use audit::{Decision, irregularity, unfounded_refusals};
pub use counter::Desk;
pub use file::{CertificateFile, CertificateView, DuplicateCertificate, HolderFile};
pub use outcome::{Registered, Rejected};
pub use page::{RegistrationPage, Seal};
pub use public_record::{PublicRecord, public_records};
pub use review::{Accepted, Examined, Met, Unmet};
pub use submission::{Defective, Draft, Submitted};
pub use transition::{APPLICATION_TRANSITIONS, ApplicationState, ApplicationTransition};
