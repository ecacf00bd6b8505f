//! The coverage of a set of cases.

use crate::conformance::case::Case;
use crate::conformance::coverage::rules::{Outcome, Rule, rules};
use crate::conformance::coverage::telling::{figures_away, readings_turned, told};
use crate::finding::code::Code;
use crate::naming::table::Language;
use crate::regulation::clause::Clause;
use crate::regulation::parameters::Parameter;
use crate::regulation::readings::Reading;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt;
use serde::{Serialize, Serializer};

/// What a set of cases exercises: each rule in both outcomes, each figure away from that of the notices, each reading turned.
///
/// A rule is a code under its clause. It was *met* where an act or an applicant that it asks something of was held against
/// it and it did not stand against them, and *not met* where it did, as far as the questions of a case reach into its
/// history; what was known on an earlier day is passed over. A figure or a reading *decides* where the answers to a case would
/// be others if it alone were as the notices have it.
///
/// # Examples
///
/// ```
/// use ruankao::conformance::{Coverage, seeded_cases};
/// use ruankao::{Clause, Code};
///
/// let mut coverage = Coverage::default();
/// coverage.extend(seeded_cases(7).take(200));
/// let early = coverage.rules().find(|rule| rule.code == Code::BeforeWindow).unwrap();
/// assert_eq!(early.clause, Some(Clause::N47_3));
/// assert!(early.met > 0 && early.not_met > 0);
/// assert!(coverage.share() > 0.5 && coverage.share() < 1.0);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    cases: u64,
    rules: BTreeMap<Rule, [u64; 2]>,
    figures: BTreeMap<&'static str, [u64; 2]>,
    readings: BTreeMap<Reading, [u64; 2]>,
}

/// How often a rule came out either way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RuleCoverage {
    /// The clause that it stands under, if it rests on one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clause: Option<Clause>,
    /// Its code.
    pub code: Code,
    /// How often it was asked and did not stand against anything.
    pub met: u64,
    /// How often it stood against something.
    pub not_met: u64,
}

/// How often a figure was another, or a reading turned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ChoiceCoverage {
    /// Its name.
    pub name: &'static str,
    /// In how many cases.
    pub away: u64,
    /// In how many of these the answers would be others without it.
    pub decides: u64,
}

impl Default for Coverage {
    /// That of no case.
    fn default() -> Self {
        let figures = Parameter::ALL.into_iter().map(Parameter::name).chain(["scope_from", "repealed_on"]);
        Self {
            cases: 0,
            rules: rules().map(|rule| (rule, [0; 2])).collect(),
            figures: figures.map(|name| (name, [0; 2])).collect(),
            readings: Reading::ALL.into_iter().map(|reading| (reading, [0; 2])).collect(),
        }
    }
}

impl Coverage {
    /// Counts a case.
    pub fn add(&mut self, case: &Case) {
        self.cases += 1;
        let answers = case.answers();
        for (rule, outcome) in told(case, &answers) {
            let [met, not_met] = self.rules.entry(rule).or_default();
            match outcome {
                Outcome::Met => *met += 1,
                Outcome::NotMet => *not_met += 1,
            }
        }
        let decides = |law| Case { law, ..case.clone() }.answers() != answers;
        let count = |[away, deciding]: &mut [u64; 2], decides: bool| {
            *away += 1;
            *deciding += u64::from(decides);
        };
        for (name, law) in figures_away(&case.law) {
            count(self.figures.entry(name).or_default(), law.is_some_and(decides));
        }
        for (reading, law) in readings_turned(&case.law) {
            count(self.readings.entry(reading).or_default(), decides(law));
        }
    }

    /// How many cases were counted.
    #[must_use]
    pub const fn cases(&self) -> u64 {
        self.cases
    }

    /// Every rule that an answer on the wire can rest on, in the order of their clauses; those on none stand first.
    pub fn rules(&self) -> impl Iterator<Item = RuleCoverage> {
        self.rules.iter().map(|(&(clause, code), &[met, not_met])| RuleCoverage { clause, code, met, not_met })
    }

    /// Every clause that decides something on the wire, with how often its rules were met and not met in all.
    pub fn clauses(&self) -> impl Iterator<Item = (Clause, u64, u64)> {
        let mut clauses: BTreeMap<Clause, (u64, u64)> = BTreeMap::new();
        for RuleCoverage { clause, met, not_met, .. } in self.rules() {
            if let Some(clause) = clause {
                let (all_met, all_not_met) = clauses.entry(clause).or_default();
                *all_met += met;
                *all_not_met += not_met;
            }
        }
        clauses.into_iter().map(|(clause, (met, not_met))| (clause, met, not_met))
    }

    /// Every figure.
    pub fn figures(&self) -> impl Iterator<Item = ChoiceCoverage> {
        self.figures.iter().map(|(&name, &[away, decides])| ChoiceCoverage { name, away, decides })
    }

    /// Every reading.
    pub fn readings(&self) -> impl Iterator<Item = ChoiceCoverage> {
        self.readings.iter().map(|(reading, &[away, decides])| ChoiceCoverage { name: reading.name(), away, decides })
    }

    /// How much there is to be exercised, and how much of it was: each outcome of each rule, each figure away from that of
    /// the notices, each reading turned.
    #[must_use]
    pub fn reached(&self) -> (usize, usize) {
        let outcomes = self.rules().flat_map(|rule| [rule.met, rule.not_met]);
        let choices = self.figures().chain(self.readings()).map(|choice| choice.away);
        let all: Vec<u64> = outcomes.chain(choices).collect();
        (all.iter().filter(|&&count| count > 0).count(), all.len())
    }

    /// The share of it that was, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f64 {
        let (reached, all) = self.reached();
        let count = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
        count(reached) / count(all)
    }

    /// It as a table for people; what was not reached is marked.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let say = |en: &'static str, zh: &'static str| language.choose(en, zh);
            let mark = |reached: bool| if reached { ' ' } else { '!' };
            let [met, not_met] = [say("met", "符合"), say("not met", "不符合")];
            writeln!(f, "  {:<8} {:>9} {:>9}  {}", say("clause", "条款"), met, not_met, say("code", "代码"))?;
            for RuleCoverage { clause, code, met, not_met } in self.rules() {
                let clause = clause.map_or("-", Clause::citation);
                let mark = mark(met > 0 && not_met > 0);
                writeln!(f, "{mark} {clause:<8} {met:>9} {not_met:>9}  {code}")?;
            }
            let choices = |f: &mut fmt::Formatter<'_>, heading, choices: &[ChoiceCoverage]| {
                writeln!(f, "\n  {heading:<24} {:>9} {:>9}", say("away", "改变"), say("decides", "影响结果"))?;
                choices.iter().try_for_each(|ChoiceCoverage { name, away, decides }| {
                    writeln!(f, "{} {name:<24} {away:>9} {decides:>9}", mark(*away > 0))
                })
            };
            choices(f, say("figure", "数值"), &self.figures().collect::<Vec<_>>())?;
            choices(f, say("reading", "解释"), &self.readings().collect::<Vec<_>>())?;
            let (cases, (reached, all)) = (self.cases, self.reached());
            let percent = self.share() * 100.0;
            match language {
                Language::En => write!(f, "\n{cases} cases reach {reached} of {all}: {percent:.1} %"),
                Language::Zh => write!(f, "\n{cases}个案例覆盖{all}项中的{reached}项：{percent:.1}%"),
            }
        })
    }
}

impl<C: core::borrow::Borrow<Case>> Extend<C> for Coverage {
    fn extend<I: IntoIterator<Item = C>>(&mut self, cases: I) {
        cases.into_iter().for_each(|case| self.add(case.borrow()));
    }
}

impl Serialize for Coverage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written {
            cases: u64,
            reached: usize,
            of: usize,
            rules: Vec<RuleCoverage>,
            figures: Vec<ChoiceCoverage>,
            readings: Vec<ChoiceCoverage>,
        }
        let (cases, (reached, of)) = (self.cases, self.reached());
        let (figures, readings) = (self.figures().collect(), self.readings().collect());
        Written { cases, reached, of, rules: self.rules().collect(), figures, readings }.serialize(serializer)
    }
}
