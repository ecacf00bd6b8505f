//! A reason: a statement, what it rests on, and the reasons behind it.

use crate::explain::remedy::Remedy;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::naming::table::Language;
use crate::regulation::clause::Clause;
use crate::regulation::decided::DecidedPoint;
use crate::regulation::readings::{Reading, Readings};
use crate::words::phrase::Phrase;
use alloc::vec::Vec;
use core::fmt;

/// What a reason states: a finding, or a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Statement {
    /// A rule that is not met, with what was required and what was found.
    Finding(Finding),
    /// Anything else, and the clause that it rests on.
    Fact(Phrase, Option<Clause>),
}

/// A reason: what is stated, the readings relied on, the points decided, what would mend it, and the reasons behind it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What is stated.
    pub statement: Statement,
    /// The open points it relies on, each with the name of the side taken.
    pub readings: Vec<(Reading, &'static str)>,
    /// The decided points it rests on, whatever the readings.
    pub points: Vec<DecidedPoint>,
    /// What would mend it; findings alone have one.
    pub remedy: Option<Remedy>,
    /// The reasons behind it, in the order of the rules.
    pub because: Vec<Self>,
}

impl Statement {
    /// The clause it rests on, if one does.
    #[must_use]
    pub const fn clause(&self) -> Option<Clause> {
        match self {
            Self::Finding(finding) => finding.clause(),
            Self::Fact(_, clause) => *clause,
        }
    }

    /// The sentence in a language, with the citation.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Finding(finding) => write!(f, "{}", finding.in_words(language)),
            Self::Fact(phrase, clause) => write!(f, "{}", phrase.cited(clause, language)),
        })
    }
}

impl Reason {
    /// A fact under a clause.
    #[must_use]
    pub const fn fact(phrase: Phrase, clause: Clause) -> Self {
        Self::stating(Statement::Fact(phrase, Some(clause)))
    }

    /// A fact that rests on no clause.
    #[must_use]
    pub const fn plain(phrase: Phrase) -> Self {
        Self::stating(Statement::Fact(phrase, None))
    }

    /// A finding, with the readings that its rule relies on and what would mend it.
    #[must_use]
    pub fn found(finding: Finding, readings: &Readings) -> Self {
        let remedy = Some(Remedy::of(&finding, readings));
        let reason = Self { remedy, ..Self::stating(Statement::Finding(finding)) };
        reason.relying(relied_on(&finding), readings).resting(decided_for(finding.code()))
    }

    /// A fault, with the findings behind it.
    #[must_use]
    pub fn fault(fault: &Fault, readings: &Readings) -> Self {
        let because = fault.findings().iter().map(|&finding| Self::found(finding, readings));
        Self::found(*fault.finding(), readings).because(because)
    }

    /// The same, relying on readings besides.
    #[must_use]
    pub fn relying(mut self, on: &[Reading], readings: &Readings) -> Self {
        self.readings.extend(on.iter().map(|&reading| (reading, readings.side(reading))));
        self
    }

    /// The same, resting on decided points besides.
    #[must_use]
    pub fn resting(mut self, on: &[DecidedPoint]) -> Self {
        self.points.extend_from_slice(on);
        self
    }

    /// The same, with reasons behind it.
    #[must_use]
    pub fn because(mut self, reasons: impl IntoIterator<Item = Self>) -> Self {
        self.because.extend(reasons);
        self
    }

    /// All findings of this reason and of those behind it, in order.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.visit(&mut |reason| {
            if let Statement::Finding(finding) = reason.statement {
                findings.push(finding);
            }
        });
        findings
    }

    /// Calls `see` on this reason, then on those behind it.
    pub fn visit<'a>(&'a self, see: &mut impl FnMut(&'a Self)) {
        see(self);
        for reason in &self.because {
            reason.visit(see);
        }
    }

    const fn stating(statement: Statement) -> Self {
        Self { statement, readings: Vec::new(), points: Vec::new(), remedy: None, because: Vec::new() }
    }
}

/// The open points that the rule behind a finding relies on.
pub(super) fn relied_on(finding: &Finding) -> &'static [Reading] {
    match (finding.code(), finding.clause()) {
        (Code::Lapsed, _) => {
            &[Reading::ExpiryDay, Reading::TermLastDay, Reading::PendingAtExpiry, Reading::InTime, Reading::LapseEffect]
        }
        (Code::AfterExpiry | Code::DeferralNotBeyondDeadline, _) => &[Reading::ExpiryDay, Reading::TermLastDay],
        (
            Code::BeforeWindow
            | Code::DeferralTooLong
            | Code::ExtensionTooLong
            | Code::ExtensionNotBeyondCycle
            | Code::OutsideCycle,
            _,
        ) => &[Reading::ExpiryDay],
        (Code::AbsenceTooShort, _) => &[Reading::AbsenceMeasure, Reading::AbsenceYear],
        (Code::AppealTooLate, _) => &[Reading::AppealLastDay],
        (Code::ConditionsNotMet, Some(Clause::N47_7)) => &[Reading::ConditionsOn],
        (Code::NoApplicationMade, _) => &[Reading::FraudScope],
        (Code::OffPostTooShort, _) => &[Reading::OffPostFrom],
        (Code::EducationTotal, _) => &EDUCATION_TOTAL,
        (Code::EducationYear, _) => &EDUCATION_YEAR,
        _ => &[],
    }
}

/// The open points that the total of 48.4 relies on, met or not.
pub(super) const EDUCATION_TOTAL: [Reading; 3] = [Reading::FirstRegistration, Reading::ExpiryDay, Reading::LateHours];

/// The open points that a year of 48.4 relies on, met or not.
pub(super) const EDUCATION_YEAR: [Reading; 4] =
    [Reading::FirstRegistration, Reading::EducationYear, Reading::ExpiryDay, Reading::ExtensionEffect];

/// The decided points that the rule behind a code rests on.
const fn decided_for(code: Code) -> &'static [DecidedPoint] {
    match code {
        Code::DeferralPending => &[DecidedPoint::APPLICATION_DURING_REQUEST],
        Code::DeferralNotBeyondDeadline => &[DecidedPoint::SEVERAL_DEFERRALS],
        Code::ExtensionExists => &[DecidedPoint::SEVERAL_EXTENSIONS],
        Code::ExtensionNotBeyondCycle => &[DecidedPoint::EXTENSION_WITHIN_CYCLE],
        Code::AbsenceTooShort => &[DecidedPoint::YEAR_OF_ABSENCE],
        Code::BeforeWindow => &[DecidedPoint::EARLY_APPLICATION],
        Code::Cancelled => &[DecidedPoint::AFTER_CANCELLATION],
        Code::NotPublished => &[DecidedPoint::CANCELLATION_TAKES_EFFECT],
        Code::OffPostTooShort => &[DecidedPoint::RETURN_TO_POST],
        Code::CriminalRecord => &[DecidedPoint::OLD_CRIMINAL_RECORD],
        Code::AlreadyReviewed => &[DecidedPoint::SECOND_REVIEW],
        Code::TitleTooLow => &[DecidedPoint::ASSOCIATE_PROFESSOR],
        Code::Repealed => &[DecidedPoint::AFTER_REPEAL],
        _ => &[],
    }
}
