//! Words in which the tests read like the law.

use chrono::NaiveDate;
use ruankao::calendar::{Period, iso};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, Progress, StudyMode};
use ruankao::ground::{Claim, Ground};
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::{PhaseName, Term};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::{Parameter, Parameters, Reading};
use ruankao::revocation::Revocation;
use ruankao::{
    Act, Application, CertificateFile, Clause, Code, Entry, History, Hours, Law, Ledger, Mode, Phase, Verdict,
};

/// The day written so.
#[track_caller]
pub(crate) fn day(text: &str) -> NaiveDate {
    iso::parse(text).unwrap()
}

/// The words stand in the official text of the clause.
#[track_caller]
pub(crate) fn quotes(clause: Clause, words: &str) {
    assert!(clause.text_zh().contains(words), "{clause} reads: {}", clause.text_zh());
}

/// What happened, each with its day.
pub(crate) fn history(events: &[(&str, Act)]) -> History {
    events.iter().map(|(on, act)| act.clone().on(day(on))).collect()
}

/// The same with more behind it.
pub(crate) fn and_then(history: &History, events: &[(&str, Act)]) -> History {
    let mut longer = history.clone();
    longer.extend(events.iter().map(|(on, act)| act.clone().on(day(on))));
    longer
}

/// Approved on 2005-03-10: the term ends on 2008-03-10, and the window opens on 2007-12-10.
pub(crate) const APPROVED: (&str, Act) = ("2005-03-10", Act::Approved);

/// Filed, at no agency in particular.
pub(crate) const FILED: Act = Act::ApplicationFiled(Filing { agency: None });

pub(crate) fn filed_at(agency: &str) -> Act {
    Act::ApplicationFiled(Filing { agency: Some(agency.into()) })
}

/// A complete application is accepted, by no agency in particular.
pub(crate) fn accepted() -> Act {
    accepted_by(None, Application::COMPLETE)
}

pub(crate) fn accepted_by(agency: Option<&str>, application: Application) -> Act {
    Act::ApplicationAccepted(Acceptance { agency: agency.map(BodyId::from), application })
}

/// Registered by the agency that accepted, on the particulars of acceptance.
pub(crate) const REGISTERED: Act = Act::Registered(Registration { agency: None, application: None });

pub(crate) fn registered_by(agency: Option<&str>, application: Option<Application>) -> Act {
    Act::Registered(Registration { agency: agency.map(BodyId::from), application })
}

/// A ground shown by papers, with the days spent away.
pub(crate) fn claim(ground: Ground, away: &[(&str, &str)]) -> Claim {
    let absences = away.iter().map(|(from, to)| Period::new(day(from), day(to)).unwrap()).collect();
    Claim { absences, evidence: true, ..Claim::on(ground) }
}

pub(crate) fn childbirth() -> Claim {
    claim(Ground::Childbirth, &[])
}

/// A deferral is requested on a claim.
pub(crate) fn deferral(until: &str, claim: Claim) -> Act {
    Act::DeferralRequested(Box::new(Request { claim, until: day(until) }))
}

/// An extension is granted on a claim and a written application.
pub(crate) fn extension(arose_on: &str, until: &str, claim: Claim) -> Act {
    Act::ExtensionGranted(Box::new(grant(arose_on, until, claim)))
}

pub(crate) fn grant(arose_on: &str, until: &str, claim: Claim) -> Grant {
    Grant { claim, arose_on: day(arose_on), until: day(until), written_application: true }
}

/// Cancelled on a ground that asks for nothing more.
pub(crate) const CANCELLED: Act = Act::Cancelled(Revocation::MajorLoss);

/// Study on the job, completed on a day.
pub(crate) fn studied(on: &str, tenths: u64) -> Entry {
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    Entry { on: day(on), hours: Hours::from_tenths(tenths).unwrap(), mode, field, kind, provider: None }
}

/// What was studied.
pub(crate) fn ledger<const N: usize>(entries: [Entry; N]) -> Ledger {
    entries.into_iter().collect()
}

/// Sixty hours in each year of the cycle that began with the approval on 2005-03-10.
pub(crate) fn enough() -> Ledger {
    ledger(["2005-12-01", "2006-12-01", "2007-12-01"].map(|on| studied(on, 600)))
}

/// Bodies with the days of their approval and withdrawal.
pub(crate) fn register(listed: &[(&str, &str, Option<&str>)]) -> Register {
    let listing = |&(id, from, to): &(&str, &str, Option<&str>)| Listing::new(id, day(from), to.map(day)).unwrap();
    listed.iter().map(listing).collect()
}

/// The notices, but no hours are asked for.
pub(crate) fn no_hours() -> Law {
    Law::of_2004().with(Parameter::CycleHours, 0).with(Parameter::YearlyHours, 0)
}

/// A law that differs in one thing, and a certificate of which nothing was studied.
pub(crate) trait Differing: Sized {
    /// With another figure.
    fn with(self, parameter: Parameter, value: u32) -> Self;

    /// With the other side of a reading.
    fn turned(self, reading: Reading) -> Self;

    /// Repealed from a day on.
    fn repealed_on(self, on: &str) -> Self;

    /// Opens a certificate whose holder studied nothing.
    fn read<'a>(&self, history: &'a History) -> CertificateFile<'a>;
}

impl Differing for Law {
    fn with(self, parameter: Parameter, value: u32) -> Self {
        let parameters = self.parameters().with(parameter, value);
        self.with_parameters(parameters).unwrap()
    }

    fn turned(self, reading: Reading) -> Self {
        let readings = self.readings().turned(reading);
        self.with_readings(readings)
    }

    fn repealed_on(self, on: &str) -> Self {
        let parameters = Parameters { repealed_on: Some(day(on)), ..*self.parameters() };
        self.with_parameters(parameters).unwrap()
    }

    fn read<'a>(&self, history: &'a History) -> CertificateFile<'a> {
        self.open(history, Ledger::default())
    }
}

/// A code with the clause that it is cited under.
type Cited = (Code, Option<Clause>);

/// What an opened certificate is asked, with days as they are written.
pub(crate) trait Asked {
    /// The term of the last approval or registration.
    fn term(&self) -> Term;

    fn phase(&self, on: &str) -> Phase;

    /// The phase and whether the certificate is valid.
    fn stands(&self, on: &str) -> (PhaseName, bool);

    /// The standing changes from one phase to another between two days that follow on each other.
    fn turns(&self, last: &str, before: (PhaseName, bool), after: (PhaseName, bool));

    /// The codes of the faults of the last event in a mode: those kept, or the one that refuses it.
    fn of_last(&self, mode: Mode) -> Result<Vec<Cited>, Cited>;

    /// Nothing stands against any event.
    fn allows(&self);

    /// The last event cannot happen: refused in every mode, with this fault.
    fn forbids(&self, code: Code, clause: Option<Clause>);

    /// The last event lacks its legal conditions: refused with the first of these faults, let stand with all in an
    /// audit, and with none as recorded.
    fn faults(&self, codes: &[Code], clause: Clause);

    /// What an application accepted on a day would lack.
    fn assessed(&self, on: &str, application: &Application) -> Verdict;

    /// The codes of what it would lack.
    fn lacks(&self, on: &str, application: &Application) -> Vec<Code>;

    fn progress(&self, on: &str) -> Progress;
}

impl Asked for CertificateFile<'_> {
    #[track_caller]
    fn term(&self) -> Term {
        assert_eq!(self.refusal(), None);
        *self.certificate().term().unwrap()
    }

    #[track_caller]
    fn phase(&self, on: &str) -> Phase {
        self.on(day(on)).unwrap().standing().phase
    }

    #[track_caller]
    fn stands(&self, on: &str) -> (PhaseName, bool) {
        self.outcome(day(on)).unwrap()
    }

    #[track_caller]
    fn turns(&self, last: &str, before: (PhaseName, bool), after: (PhaseName, bool)) {
        let next = day(last).succ_opt().unwrap().to_string();
        assert_eq!((self.stands(last), self.stands(&next)), (before, after), "after {last}");
    }

    #[track_caller]
    fn of_last(&self, mode: Mode) -> Result<Vec<Cited>, Cited> {
        let last = self.history().records().len() - 1;
        let of_last = |found: &ruankao::finding::EventFault| {
            assert_eq!(found.event, last, "{:?}", found.fault);
            (found.fault.code(), found.fault.clause())
        };
        let found = self.under(self.law(), mode).irregularities();
        found.map(|kept| kept.iter().map(of_last).collect()).map_err(|refusal| of_last(&refusal))
    }

    #[track_caller]
    fn allows(&self) {
        assert_eq!(self.refusal(), None);
        assert_eq!(self.under(self.law(), Mode::Audit).irregularities(), Ok(vec![]));
    }

    #[track_caller]
    fn forbids(&self, code: Code, clause: Option<Clause>) {
        for mode in Mode::ALL {
            assert_eq!(self.of_last(mode), Err((code, clause)), "{mode}");
        }
    }

    #[track_caller]
    fn faults(&self, codes: &[Code], clause: Clause) {
        assert_eq!(self.of_last(Mode::Strict), Err((codes[0], Some(clause))));
        let all = codes.iter().map(|&code| (code, Some(clause))).collect();
        assert_eq!(self.of_last(Mode::Audit), Ok(all));
        assert_eq!(self.of_last(Mode::Recorded), Ok(vec![]));
    }

    #[track_caller]
    fn assessed(&self, on: &str, application: &Application) -> Verdict {
        self.on(day(on)).unwrap().assessment(application)
    }

    #[track_caller]
    fn lacks(&self, on: &str, application: &Application) -> Vec<Code> {
        self.assessed(on, application).findings().iter().map(|finding| finding.code()).collect()
    }

    #[track_caller]
    fn progress(&self, on: &str) -> Progress {
        self.on(day(on)).unwrap().education().unwrap()
    }
}
