//! Answers cases, one JSON object a line, from the files named or from standard input.
//!
//! `cargo run --release --example replay -- examples/data/register.jsonl`

use ruankao::conformance::run;
use std::fs::File;
use std::io::{self, BufReader, BufWriter};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut output = BufWriter::new(io::stdout().lock());
    let files: Vec<_> = std::env::args_os().skip(1).collect();
    let mut malformed = 0;
    if files.is_empty() {
        match run(io::stdin().lock(), &mut output) {
            Ok(lines) => malformed += lines,
            Err(error) => return failed("standard input", &error),
        }
    }
    for file in files {
        let name = file.to_string_lossy();
        match File::open(&file).and_then(|opened| run(BufReader::new(opened), &mut output)) {
            Ok(lines) => malformed += lines,
            Err(error) => return failed(&name, &error),
        }
    }
    if malformed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn failed(name: &str, error: &io::Error) -> ExitCode {
    // Whoever reads the answers may stop early, as `head` does.
    if error.kind() != io::ErrorKind::BrokenPipe {
        eprintln!("`{name}`: {error}; expected a readable file of cases, one JSON object a line");
    }
    ExitCode::from(2)
}
