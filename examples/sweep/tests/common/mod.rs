//! What the tests share.
#![allow(dead_code, reason = "each test uses its part")]

use ruankao::Law;
use ruankao_sweep::life::Lives;
use ruankao_sweep::write;
use tempfile::NamedTempFile;

/// The law of the registers that are made up.
pub const LAW: &str = include_str!("../../law.json");

/// One in ten has a flaw.
pub const LIVES: Lives = Lives { seed: 7, flawed: 100 };

pub fn law(text: &str) -> Law {
    serde_json::from_str(text).unwrap()
}

/// A register in a file, which goes with the value.
pub fn register(lives: Lives, certificates: u64) -> NamedTempFile {
    let file = tempfile::Builder::new().suffix(".parquet").tempfile().unwrap();
    write::generate(lives, certificates, 1_000, file.path().to_str().unwrap(), |_| {}).unwrap();
    file
}
