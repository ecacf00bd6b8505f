//! Words in which the tests read like the law.

use chrono::NaiveDate;
use ruankao::calendar::{Period, WorkCalendar, iso};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, Grant, Progress, StudyMode};
use ruankao::finding::EventFault;
use ruankao::ground::{Claim, Ground};
use ruankao::identity::{BodyId, Listing, Register};
use ruankao::lifecycle::{Certificate, Context, PhaseName, Term};
use ruankao::registration::Acceptance;
use ruankao::regulation::{Parameter, Parameters, Reading, Readings, Regulation};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Clause, Code, Entry, History, Hours, Ledger, Mode, Phase, Standing, Verdict};

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

/// A complete application is accepted, by no agency in particular.
pub(crate) fn accepted() -> Act {
    accepted_by(None, Application::COMPLETE)
}

pub(crate) fn accepted_by(agency: Option<&str>, application: Application) -> Act {
    Act::ApplicationAccepted(Acceptance { agency: agency.map(BodyId::from), application })
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
    Act::DeferralRequested(Request { claim, until: day(until) })
}

/// An extension is granted on a claim and a written application.
pub(crate) fn extension(arose_on: &str, until: &str, claim: Claim) -> Act {
    Act::ExtensionGranted(grant(arose_on, until, claim))
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

/// Bodies with the days of their approval and withdrawal.
pub(crate) fn register(listed: &[(&str, &str, Option<&str>)]) -> Register {
    let listing = |&(id, from, to): &(&str, &str, Option<&str>)| Listing::new(id, day(from), to.map(day)).unwrap();
    listed.iter().map(listing).collect()
}

/// All that a history is read against.
#[derive(Clone)]
pub(crate) struct Law {
    pub(crate) regulation: Regulation,
    ledger: Ledger,
    providers: Option<Register>,
    agencies: Option<Register>,
}

impl Law {
    /// The notices as they stand; nothing was studied.
    pub(crate) fn notices() -> Self {
        let regulation = Regulation::default();
        Self { regulation, ledger: Ledger::default(), providers: None, agencies: None }
    }

    /// The notices, but no hours are asked for.
    pub(crate) fn no_hours() -> Self {
        Self::notices().with(Parameter::CycleHours, 0).with(Parameter::YearlyHours, 0)
    }

    pub(crate) fn with(self, parameter: Parameter, value: u32) -> Self {
        let parameters = self.regulation.parameters().with(parameter, value);
        self.under(parameters)
    }

    pub(crate) fn under(self, parameters: Parameters) -> Self {
        let readings = *self.regulation.readings();
        let regulation = Regulation::new(parameters, readings, WorkCalendar::statutory()).unwrap();
        Self { regulation, ..self }
    }

    /// The other side of a reading.
    pub(crate) fn turned(self, reading: Reading) -> Self {
        let readings: Readings = self.regulation.readings().turned(reading);
        Self { regulation: self.regulation.read(readings), ..self }
    }

    pub(crate) fn ledger(self, entries: &[Entry]) -> Self {
        Self { ledger: entries.to_vec().into(), ..self }
    }

    pub(crate) fn providers(self, listed: &[(&str, &str, Option<&str>)]) -> Self {
        Self { providers: Some(register(listed)), ..self }
    }

    pub(crate) fn agencies(self, listed: &[(&str, &str, Option<&str>)]) -> Self {
        Self { agencies: Some(register(listed)), ..self }
    }

    /// Asks something in a context.
    pub(crate) fn ask<T>(&self, mode: Mode, question: impl FnOnce(Context<'_>) -> T) -> T {
        let credits = self.ledger.credits(self.providers.as_ref());
        question(Context::new(&self.regulation).credits(&credits).agencies(self.agencies.as_ref()).mode(mode))
    }

    /// The certificate that a lawful history leaves.
    #[track_caller]
    pub(crate) fn certificate(&self, history: &History) -> Certificate {
        self.ask(Mode::Strict, |context| history.certificate(NaiveDate::MAX, context).unwrap())
    }

    /// The term of the last approval or registration.
    #[track_caller]
    pub(crate) fn term(&self, history: &History) -> Term {
        *self.certificate(history).term().unwrap()
    }

    #[track_caller]
    pub(crate) fn standing(&self, history: &History, on: &str) -> Standing {
        self.ask(Mode::Strict, |context| history.as_of(day(on), context).unwrap().standing())
    }

    #[track_caller]
    pub(crate) fn phase(&self, history: &History, on: &str) -> Phase {
        self.standing(history, on).phase
    }

    /// The phase and whether the certificate is valid.
    #[track_caller]
    pub(crate) fn outcome(&self, history: &History, on: &str) -> (PhaseName, bool) {
        let standing = self.standing(history, on);
        (standing.phase.name(), standing.in_force)
    }

    /// The standing changes from one phase to another between two days that follow on each other.
    #[track_caller]
    pub(crate) fn turns(&self, history: &History, last: &str, before: (PhaseName, bool), after: (PhaseName, bool)) {
        let next = day(last).succ_opt().unwrap().to_string();
        assert_eq!((self.outcome(history, last), self.outcome(history, &next)), (before, after), "after {last}");
    }

    /// The refusal of a history read in a mode.
    pub(crate) fn refusal(&self, mode: Mode, history: &History) -> Option<EventFault> {
        self.ask(mode, |context| history.irregularities(context).err())
    }

    /// Nothing stands against any event.
    #[track_caller]
    pub(crate) fn allows(&self, history: &History) {
        assert_eq!(self.refusal(Mode::Strict, history), None);
    }

    /// The last event cannot happen: refused in either mode, with this fault.
    #[track_caller]
    pub(crate) fn forbids(&self, history: &History, code: Code, clause: Option<Clause>) {
        for mode in [Mode::Strict, Mode::Audit] {
            let refusal = self.refusal(mode, history).unwrap_or_else(|| panic!("nothing refused; expected {code}"));
            let last = history.events().len() - 1;
            assert_eq!((refusal.event, refusal.fault.code(), refusal.fault.clause()), (last, code, clause), "{mode:?}");
        }
    }

    /// The last event lacks its legal conditions: refused with the first of these faults, or let stand with all.
    #[track_caller]
    pub(crate) fn faults(&self, history: &History, codes: &[Code], clause: Clause) {
        let last = history.events().len() - 1;
        let refusal = self.refusal(Mode::Strict, history).unwrap_or_else(|| panic!("expected {codes:?}"));
        assert_eq!((refusal.event, refusal.fault.code(), refusal.fault.clause()), (last, codes[0], Some(clause)));
        let kept = self.ask(Mode::Audit, |context| history.irregularities(context).unwrap());
        assert_eq!(kept.iter().map(|kept| kept.fault.code()).collect::<Vec<_>>(), codes);
        assert!(kept.iter().all(|kept| (kept.event, kept.fault.clause()) == (last, Some(clause))));
    }

    /// What an application accepted on a day would lack.
    pub(crate) fn assessment(&self, history: &History, on: &str, application: &Application) -> Verdict {
        self.ask(Mode::Strict, |context| history.as_of(day(on), context).unwrap().assessment(application))
    }

    /// The codes of what it would lack.
    pub(crate) fn lacks(&self, history: &History, on: &str, application: &Application) -> Vec<Code> {
        self.assessment(history, on, application).findings().iter().map(|finding| finding.code()).collect()
    }

    pub(crate) fn education(&self, history: &History, on: &str) -> Progress {
        self.ask(Mode::Strict, |context| history.as_of(day(on), context).unwrap().education().unwrap())
    }
}
