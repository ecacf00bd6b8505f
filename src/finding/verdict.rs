//! A verdict: the fold of its findings.

use crate::finding::finding::Finding;
use crate::naming::table::Language;
use alloc::vec::Vec;
use core::fmt;

/// What came of holding conditions against facts: all findings, in the order of the conditions.
///
/// It is met exactly where there is no finding; there is nothing else in it.
///
/// # Examples
///
/// ```
/// use ruankao::{Clause, Code, Finding, Verdict};
///
/// assert!(Verdict::default().is_met());
/// let verdict: Verdict = [Finding::new(Code::FeeUnpaid, Clause::N47_6)].into_iter().collect();
/// assert!(!verdict.is_met());
/// assert_eq!(verdict.findings().len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Verdict"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Verdict"))]
pub struct Verdict {
    findings: Vec<Finding>,
}

impl Verdict {
    /// Whether nothing stands against it.
    #[must_use]
    pub const fn is_met(&self) -> bool {
        self.findings.is_empty()
    }

    /// All that stands against it, in the order of the conditions.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The findings themselves.
    #[must_use]
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// Adds a finding behind the others.
    pub fn find(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}

impl Verdict {
    /// One sentence a line, in a language; that nothing stands against it, where there is no finding.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Clause, Code, Finding, Language, Verdict};
    ///
    /// assert_eq!(Verdict::default().in_words(Language::En).to_string(), "nothing stands against it");
    /// let verdict: Verdict = [Finding::new(Code::FeeUnpaid, Clause::N47_6)].into_iter().collect();
    /// assert_eq!(verdict.in_words(Language::Zh).to_string(), "证书登记费尚未缴纳（47.6）");
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let Some((first, rest)) = self.findings.split_first() else {
                return f.write_str(language.choose("nothing stands against it", "没有不符合之处"));
            };
            write!(f, "{}", first.in_words(language))?;
            rest.iter().try_for_each(|finding| write!(f, "\n{}", finding.in_words(language)))
        })
    }
}

impl FromIterator<Finding> for Verdict {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Self { findings: findings.into_iter().collect() }
    }
}

impl Extend<Finding> for Verdict {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.findings.extend(findings);
    }
}

impl fmt::Display for Verdict {
    /// The English sentences, one a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_words(Language::En))
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Finding, Vec};
    use serde::Serialize;

    /// A verdict as it is written.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Verdict {
        eligible: bool,
        findings: Vec<Finding>,
    }

    impl From<super::Verdict> for Verdict {
        fn from(verdict: super::Verdict) -> Self {
            Self { eligible: verdict.is_met(), findings: verdict.findings }
        }
    }
}
