//! What came of an audit, and how it is written.

pub mod json;
pub mod junit;
pub mod sarif;
pub mod text;

use crate::irregularity::{Irregularity, rule};
use ruankao::naming::Shown;
use ruankao::{Clause, Code, Fingerprint, Law};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A rule by its place: those on a clause in the order of the notices, those on none behind.
pub type Rule = (bool, Option<Clause>, Code);

/// What came of an audit. What is listed is bounded, and what is counted is not.
pub struct Report {
    pub register: PathBuf,
    /// The law that all certificates were held against, where it was one.
    pub law: Option<Fingerprint>,
    /// Whether what was accepted before was passed over.
    pub has_baseline: bool,
    pub certificates: u64,
    /// How many are irregular and were not accepted before.
    pub irregular: u64,
    /// How many are irregular and were accepted before.
    pub accepted: u64,
    /// The first of them, in the order of the register.
    pub listed: Vec<Irregularity>,
    /// How many by rule.
    pub by_rule: BTreeMap<Rule, u64>,
    /// How many lines are no case.
    pub unreadable: u64,
    /// What is said of the first of them, each with its line.
    pub told: Vec<(usize, String)>,
    most: usize,
}

impl Report {
    pub fn new(register: &Path, law: Option<&Law>, has_baseline: bool, most: usize) -> Self {
        Self {
            register: register.to_owned(),
            law: law.map(Law::fingerprint),
            has_baseline,
            certificates: 0,
            irregular: 0,
            accepted: 0,
            listed: Vec::new(),
            by_rule: BTreeMap::new(),
            unreadable: 0,
            told: Vec::new(),
            most,
        }
    }

    pub fn add(&mut self, irregularity: Irregularity) {
        self.irregular += 1;
        *self.by_rule.entry(rule_of(&irregularity)).or_default() += 1;
        if self.listed.len() < self.most {
            self.listed.push(irregularity);
        }
    }

    /// How many are not listed.
    pub fn more(&self) -> u64 {
        self.irregular - u64::try_from(self.listed.len()).unwrap_or(self.irregular)
    }

    /// The name of each rule, with how many are irregular by it.
    pub fn rules(&self) -> impl Iterator<Item = (Option<Clause>, Code, String, u64)> {
        self.by_rule.iter().map(|(&(_, clause, code), &count)| (clause, code, rule(clause, code), count))
    }
}

/// The rule that something irregular is irregular by.
pub fn rule_of(irregularity: &Irregularity) -> Rule {
    let clause = irregularity.clause();
    (clause.is_none(), clause, irregularity.finding.code())
}

/// Writes JSON with nothing hidden in its texts: what shows nothing of itself stands there as an escape of JSON, which is
/// the same text to whoever reads it.
fn write_visibly(json: &Value, out: &mut impl Write) -> io::Result<()> {
    let text = format!("{json:#}\n");
    let mut written = String::with_capacity(text.len());
    for character in text.chars() {
        let is_hidden =
            !character.is_ascii() && Shown(character.encode_utf8(&mut [0; 4])).to_string().starts_with('\\');
        match is_hidden {
            true => {
                let units =
                    character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
                written.push_str(&units);
            }
            false => written.push(character),
        }
    }
    out.write_all(written.as_bytes())
}
