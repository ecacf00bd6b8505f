//! The public API of a crate as a list, an item a line: `api DOCUMENTATION.json`, or `api DOCUMENTATION.json LIST` to compare
//! it with a list written before.
//!
//! What a `derive` brings, and what holds of every type, is left out. `.ci/api` makes the documentation and calls this.

use public_api::{Builder, PublicApi};
use std::collections::BTreeSet;
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    let mut args = env::args().skip(1);
    let (Some(documentation), list) = (args.next(), args.next()) else {
        eprintln!("usage: api DOCUMENTATION.json [LIST]");
        return ExitCode::from(2);
    };
    let api = match read(&documentation) {
        Ok(api) => api,
        Err(message) => {
            eprintln!("{documentation}: {message}");
            return ExitCode::from(2);
        }
    };
    let Some(list) = list else {
        print!("{api}");
        return ExitCode::SUCCESS;
    };
    let written = match fs::read_to_string(&list) {
        Ok(written) => written,
        Err(error) => {
            eprintln!("{list}: {error}");
            return ExitCode::from(2);
        }
    };
    let api = api.to_string();
    let (now, before): (BTreeSet<&str>, BTreeSet<&str>) = (api.lines().collect(), written.lines().collect());
    before.difference(&now).for_each(|item| println!("- {item}"));
    now.difference(&before).for_each(|item| println!("+ {item}"));
    if now == before {
        return ExitCode::SUCCESS;
    }
    eprintln!("the public API is not the one in {list}; `.ci/api --write` writes it anew");
    ExitCode::FAILURE
}

/// The API, or what stands in the way of reading it.
fn read(documentation: &str) -> Result<PublicApi, String> {
    Builder::from_rustdoc_json(documentation)
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build()
        .map_err(|error| error.to_string())
}
