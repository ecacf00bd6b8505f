//! A fault: the finding that stands against an event.

use crate::calendar::working_days::Uncovered;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::value::Subject;
use crate::naming::table::Language;
use crate::regulation::clause::Clause;
use alloc::vec::Vec;
use core::fmt;

/// What stands against an event: that it cannot happen in the present state, or was done without its legal conditions.
///
/// Its code, clause and values are those of a [`Finding`]; where conditions were not met it carries what was found.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Fault"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Fault"))]
pub struct Fault {
    finding: Finding,
    findings: Vec<Finding>,
    unmet: Vec<Clause>,
}

impl Fault {
    /// A registration whose conditions were not met (47.7), with all that was found.
    #[must_use]
    pub fn conditions_not_met(findings: Vec<Finding>) -> Self {
        let finding = Finding::new(Code::ConditionsNotMet, Clause::N47_7);
        Self { finding, findings, unmet: Vec::new() }
    }

    /// The approval of a training institution that did not meet the conditions of 48.8, with their clauses.
    #[must_use]
    pub fn conditions_unmet(unmet: Vec<Clause>) -> Self {
        let finding = Finding::new(Code::ConditionsNotMet, Clause::N48_8);
        Self { finding, findings: Vec::new(), unmet }
    }

    /// The rule that is not met.
    #[must_use]
    pub const fn finding(&self) -> &Finding {
        &self.finding
    }

    /// Its code.
    #[must_use]
    pub const fn code(&self) -> Code {
        self.finding.code()
    }

    /// Its clause; a history in no order, a second approval and a calendar that ends have none.
    #[must_use]
    pub const fn clause(&self) -> Option<Clause> {
        self.finding.clause()
    }

    /// With `conditions_not_met` of a registration: all that was found.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// With `conditions_not_met` of a training institution: the items of 48.8 that were not met.
    #[must_use]
    pub fn unmet(&self) -> &[Clause] {
        &self.unmet
    }

    /// The sentence in a language, with the findings behind it where there are any.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}", self.finding.in_words(language))?;
            let behind = |f: &mut fmt::Formatter<'_>, index: usize| {
                f.write_str(if index == 0 { language.choose(": ", "：") } else { language.choose("; ", "；") })
            };
            for (index, finding) in self.findings.iter().enumerate() {
                behind(f, index)?;
                write!(f, "{}", finding.in_words(language))?;
            }
            for (index, clause) in self.unmet.iter().enumerate() {
                behind(f, index)?;
                write!(f, "{clause}")?;
            }
            Ok(())
        })
    }
}

impl From<Finding> for Fault {
    fn from(finding: Finding) -> Self {
        Self { finding, findings: Vec::new(), unmet: Vec::new() }
    }
}

impl From<Uncovered> for Fault {
    fn from(uncovered: Uncovered) -> Self {
        Finding::without_clause(Code::CalendarUncovered).about(Subject::CalendarYear(uncovered.year)).into()
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_words(Language::En))
    }
}

impl core::error::Error for Fault {}

#[cfg(feature = "serde")]
mod wire {
    use super::{Clause, Code, Finding, Subject, Vec};
    use serde::Serialize;

    /// A fault as it is written, with what its code calls for.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Fault {
        code: Code,
        #[serde(skip_serializing_if = "Option::is_none")]
        clause: Option<Clause>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        findings: Vec<Finding>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        unmet: Vec<Clause>,
        #[serde(skip_serializing_if = "Option::is_none")]
        year: Option<i32>,
    }

    impl From<super::Fault> for Fault {
        fn from(fault: super::Fault) -> Self {
            let super::Fault { finding, findings, unmet } = fault;
            let year = match finding.subject() {
                Subject::CalendarYear(year) => Some(year),
                _ => None,
            };
            Self { code: finding.code(), clause: finding.clause(), findings, unmet, year }
        }
    }
}
