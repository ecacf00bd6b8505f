//! What was accepted before, and is passed over.

use crate::irregularity::Irregularity;
use serde_json::Value;
use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::Path;

/// What was accepted: so many times each, since the same may be irregular twice.
///
/// An irregularity is the same while certificate, act, day, rule and what was required and found are: one that has got worse
/// since is a new one.
#[derive(Debug, Default)]
pub struct Baseline(HashMap<String, u64>);

impl Baseline {
    /// Reads what was written before.
    pub fn read(path: &Path) -> Result<Self, String> {
        let told = |what: &dyn std::fmt::Display| format!("`{}`: {what}", path.display());
        let mut accepted = HashMap::new();
        let opened = File::open(path).map_err(|error| told(&error))?;
        for (number, line) in (1..).zip(BufReader::new(opened).lines()) {
            let line = line.map_err(|error| told(&error))?;
            let key: Value = serde_json::from_str(&line).map_err(|error| told(&format!("line {number}: {error}")))?;
            let is_one = key.get("certificate").is_some() && key.get("rule").is_some();
            if !is_one {
                return Err(told(&format!("line {number}: expected what `--write-baseline` writes")));
            }
            *accepted.entry(key.to_string()).or_default() += 1;
        }
        Ok(Self(accepted))
    }

    /// Whether it was accepted; it counts once.
    pub fn accepts(&mut self, irregularity: &Irregularity) -> bool {
        if self.0.is_empty() {
            return false;
        }
        match self.0.get_mut(&irregularity.key().to_string()) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }
}

/// What is written to be accepted from now on, one a line in the order of the register.
pub struct Accepting(BufWriter<File>);

impl Accepting {
    pub fn create(path: &Path) -> Result<Self, String> {
        let created = File::create(path).map_err(|error| format!("`{}`: {error}", path.display()))?;
        Ok(Self(BufWriter::new(created)))
    }

    pub fn accept(&mut self, irregularity: &Irregularity) -> io::Result<()> {
        writeln!(self.0, "{}", irregularity.key())
    }

    pub fn finish(mut self) -> io::Result<()> {
        self.0.flush()
    }
}
