//! Answers cases, one JSON object a line, from the files named or from standard input.
//!
//! `cargo run --release --example replay -- examples/data/register.jsonl`, or with `-- --help` for more.

#[path = "explore/tongue.rs"]
pub(crate) mod tongue;

use clap::{ArgAction, CommandFactory, Parser};
use ruankao::conformance::run;
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tongue::{Chinese, Tongue, parse, wrong};

/// Answer cases of the wire format, one JSON object a line; a line that is no case is answered too
#[derive(Parser)]
#[command(name = "replay", after_help = STATUS, disable_help_flag = true)]
pub(crate) struct Args {
    /// Files of cases, one JSON object a line (`-`, or none, for standard input)
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// The language of help and errors; what is answered is in the words of the wire
    #[arg(short, long, default_value = "en")]
    language: Tongue,

    /// Print this help
    #[arg(short, long, action = ArgAction::Help)]
    help: Option<bool>,
}

const STATUS: &str =
    "The exit status is 1 where a line is no case, 2 where a file cannot be read or the answers cannot be written.";

pub(crate) const CHINESE: Chinese = Chinese {
    about: "回答交换格式的案例，每行一个JSON对象；不是案例的行也有回答",
    usage: "replay [选项] [文件]...",
    arguments: &[
        ("files", "文件", "案例文件，每行一个JSON对象（“-”或未给出文件时为标准输入）"),
        ("language", "选项", "帮助和出错说明的语言：en或zh；回答用交换格式的文字[默认：en]"),
        ("help", "选项", "显示本帮助"),
    ],
    after: "有不是案例的行时，退出状态为1；文件无法读取或回答无法写出时为2。",
};

fn main() -> ExitCode {
    let typed: Vec<OsString> = std::env::args_os().collect();
    let args: Args = match parse(Args::command(), &typed, &CHINESE) {
        Ok(args) => args,
        Err(unasked) => {
            let mut out = anstream::AutoStream::auto(io::stdout().lock());
            return ExitCode::from(unasked.say(&mut out, &mut anstream::AutoStream::auto(io::stderr().lock())));
        }
    };
    match answer(&args, io::stdin().lock(), &mut BufWriter::new(io::stdout().lock())) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err((name, error)) => failed(&name, &error, args.language),
    }
}

/// Answers the files, and says how many lines were no case; or which file failed.
pub(crate) fn answer(args: &Args, input: impl BufRead, output: &mut impl Write) -> Result<u64, (String, io::Error)> {
    let mut input = Some(input);
    let files = if args.files.is_empty() { &[PathBuf::from("-")] } else { &*args.files };
    files.iter().try_fold(0, |malformed, file| {
        let answered = match input.take_if(|_| file == Path::new("-")) {
            Some(input) => run(input, &mut *output),
            None => File::open(file).and_then(|opened| run(BufReader::new(opened), &mut *output)),
        };
        answered.map(|lines| malformed + lines).map_err(|error| (file.display().to_string(), error))
    })
}

fn failed(name: &str, error: &io::Error, language: Tongue) -> ExitCode {
    // Whoever reads the answers may stop early, as `head` does.
    if error.kind() != io::ErrorKind::BrokenPipe {
        let expected = "expected a readable file of cases, one JSON object a line";
        let said = match language {
            Tongue::En => format!("`{name}`: {error}; {expected}"),
            Tongue::Zh => format!("“{name}”：{error}；应为可以读取的案例文件，每行一个JSON对象"),
        };
        eprint!("{}", anstream::adapter::strip_str(&wrong(&said, language.into())));
    }
    ExitCode::from(2)
}
