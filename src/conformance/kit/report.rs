//! What came of holding a system against the crate.

use crate::conformance::kit::capability::{Capability, Level};
use crate::naming::shown::{Shown, VisibleJson};
use crate::naming::table::Language;
use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use serde::Serialize;
use serde_json::Value;

/// What came of holding a system against the crate.
///
/// The system conforms, as far as it was asked, exactly where nothing differs and nothing failed.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// The seed of the cases, where they were made of one: with it the same are asked again.
    pub seed: Option<u64>,
    /// How far answers were compared.
    pub level: Level,
    /// The cases that were asked.
    pub cases: u64,
    /// The questions that were asked.
    pub questions: u64,
    /// What was passed over, by what the system lacks: cases and questions.
    pub passed_over: BTreeMap<Capability, u64>,
    /// Where the two differ, each of a kind of its own.
    pub differences: Vec<Difference>,
    /// Differences of a kind that is among them already.
    pub more: u64,
    /// What kept the system from answering, with the case.
    pub failure: Option<Failed>,
}

/// A case on which the two differ, and from which nothing can be taken away, as far as it was asked again.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Difference {
    /// The case it was found on.
    pub found_on: String,
    /// The case, in the form of the wire, with the one question: it can be replayed.
    pub case: Value,
    /// Whether nothing more can be taken away from it; `false` where the system was asked as often as it is at the most.
    pub is_smallest: bool,
    /// What the crate answers.
    pub expected: Value,
    /// What the system answers.
    pub found: Value,
    /// The clauses that either cites.
    pub clauses: Vec<String>,
}

/// The system did not answer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Failed {
    /// The id of the case.
    pub on: String,
    /// The case, in the form of the wire.
    pub case: Value,
    /// What it says.
    pub reason: String,
}

impl Report {
    /// The same, of cases that were made of a seed.
    #[must_use]
    pub fn of_seed(self, seed: u64) -> Self {
        Self { seed: Some(seed), ..self }
    }

    /// Whether the system conforms as far as it was asked.
    #[must_use]
    pub const fn conforms(&self) -> bool {
        self.differences.is_empty() && self.failure.is_none()
    }

    /// The report as a text for people, with nothing hidden in what it repeats of the cases and of the system's answers.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let Self { level, cases, questions, .. } = self;
            match language {
                Language::En => writeln!(f, "{cases} cases, {questions} questions, compared on the level of {level}")?,
                Language::Zh => {
                    writeln!(f, "{cases}个案例，{questions}个问题；比较层次：{}", level.in_words(language))?
                }
            }
            if let Some(seed) = self.seed {
                match language {
                    Language::En => writeln!(f, "of seed {seed}")?,
                    Language::Zh => writeln!(f, "种子：{seed}")?,
                }
            }
            for (capability, count) in &self.passed_over {
                let lacking = capability.in_words(language);
                match language {
                    Language::En => writeln!(f, "passed over, the system lacks {lacking}: {count}")?,
                    Language::Zh => writeln!(f, "略过（系统不支持{lacking}）：{count}")?,
                }
            }
            for (number, difference) in (1..).zip(&self.differences) {
                let Difference { found_on, case, expected, found, clauses, .. } = difference;
                let (found_on, clauses) = (Shown(found_on), clauses.join(", "));
                let (clauses, [case, expected, found]) = (Shown(&clauses), [case, expected, found].map(VisibleJson));
                match language {
                    Language::En => writeln!(
                        f,
                        "difference {number}, found on case `{found_on}` ({clauses})\n  case     {case}\n  expected {expected}\n  found    {found}"
                    )?,
                    Language::Zh => writeln!(
                        f,
                        "差异{number}，见于案例`{found_on}`（{clauses}）\n  案例 {case}\n  应为 {expected}\n  实为 {found}"
                    )?,
                }
            }
            let not_smallest = self.differences.iter().filter(|difference| !difference.is_smallest).count();
            if not_smallest > 0 {
                match language {
                    Language::En => writeln!(f, "more might be taken away from {not_smallest} of these cases")?,
                    Language::Zh => writeln!(f, "其中{not_smallest}个案例或可再作精简")?,
                }
            }
            if self.more > 0 {
                match language {
                    Language::En => writeln!(f, "{} more of these kinds", self.more)?,
                    Language::Zh => writeln!(f, "同类差异另有{}处", self.more)?,
                }
            }
            if let Some(Failed { on, case, reason }) = &self.failure {
                let (on, case, reason) = (Shown(on), VisibleJson(case), Shown(reason));
                match language {
                    Language::En => writeln!(f, "the system did not answer case `{on}`: {reason}\n  case     {case}")?,
                    Language::Zh => writeln!(f, "系统未能回答案例`{on}`：{reason}\n  案例 {case}")?,
                }
            }
            f.write_str(match (self.conforms(), language) {
                (true, Language::En) => "conforms",
                (false, Language::En) => "does not conform",
                (true, Language::Zh) => "符合",
                (false, Language::Zh) => "不符合",
            })
        })
    }
}
