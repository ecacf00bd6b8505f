//! The counter of a registration agency: an application from the form to the stamp.
//!
//! It works on the [folder](Folder) of one certificate, opened under a law: paper, history, ledger and law belong
//! together. A [`Draft`] is submitted, accepted, examined, and then registered or refused with reasons. Each step is a
//! state of its own that holds the certificate and records its act: there is no registration here without the one in
//! [`lifecycle`](crate::lifecycle), nor the other way round. Beside it stand what a counter shows: the
//! [registration page](RegistrationPage), the [files of a holder](HolderFile), the [public record](PublicRecord).
//!
//! # Examples
//!
//! ```
//! use ruankao::desk::{Desk, Draft, Examined, Folder};
//! use ruankao::identity::{Province, Qualification};
//! use ruankao::registration::{Documents, Evidence, FeeSchedule, FormDraft, FormField, Paper};
//! use ruankao::{Act, Code, History, Law, Ledger, day};
//!
//! let (number, name) = ("0531-08".parse()?, "张三".parse()?);
//! let paper = Paper { number, name, qualification: Qualification::SystemsAnalyst, obtained_on: day!(2005, 3, 10) };
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
//! let folder = Folder::new(paper, History::from_iter([Act::Approved.on(day!(2005, 3, 10))]))?;
//! let (law, ledger, fees) = (Law::of_2004(), Ledger::default(), FeeSchedule::default());
//! let mut open = folder.open(&law, &ledger);
//! let Desk::Free(desk) = open.desk(&fees)? else { panic!() };
//!
//! let submitted = Draft { form, evidence }.submit(desk, day!(2008, 1, 14), None)?;
//! let accepted = submitted.accept(day!(2008, 1, 15), None)?;
//! assert_eq!(accepted.opinion_due()?, day!(2008, 2, 3));
//!
//! // The fee is not paid, and nothing was studied: it can be refused, and not registered.
//! let Examined::Unmet(unmet) = accepted.examine(day!(2008, 1, 25), None)? else { panic!() };
//! assert_eq!(unmet.reasons()[0].code(), Code::FeeUnpaid);
//! let refusal = unmet.refuse()?;
//! assert_eq!(refusal.reasons().len(), 5);
//! assert_eq!(open.history().records().len(), 4);
//! # Ok::<(), ruankao::Error>(())
//! ```

pub(crate) mod audit;
pub(crate) mod check;
mod counter;
pub(crate) mod folder;
pub(crate) mod holder;
pub(crate) mod outcome;
pub(crate) mod page;
pub(crate) mod pending;
pub(crate) mod public_record;
pub(crate) mod review;
pub(crate) mod submission;
pub(crate) mod transition;

pub use audit::{Decision, irregularity, unfounded_refusals};
pub use check::Check;
pub use folder::{Folder, OpenFolder};
pub use holder::{DuplicateCertificate, HolderFile};
pub use outcome::{Free, Registered, Rejected, Withdrawn};
pub use page::{RegistrationPage, Seal};
pub use pending::{Desk, Pending};
pub use public_record::{LastRegistration, PublicRecord, PublicTerm, public_records};
pub use review::{Accepted, Examined, Met, Unmet};
pub use submission::{Defective, Draft, Flaw, Submitted, Unfiled};
pub use transition::{APPLICATION_TRANSITIONS, ApplicationMove, ApplicationState};
