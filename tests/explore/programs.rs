//! The other example programs: their language, their help, and a reader that stops early.

use crate::plain::Program;
use clap::CommandFactory;
use ruankao::Language;
use std::ffi::OsString;
use std::io::{self, Write};

const PROGRAM: Program =
    Program { name: "program", about: "It tells", about_zh: "它讲述", usage_zh: "program [选项]" };

/// The status, what is said, and what is said beside it.
fn run(typed: &[&str], told: &str) -> (u8, String, String) {
    let typed: Vec<OsString> = ["program"].iter().chain(typed).map(OsString::from).collect();
    let (mut out, mut aside) = (Vec::new(), Vec::new());
    let status = PROGRAM.run(&typed, &mut out, &mut aside, |out: &mut dyn Write, language: Language| {
        Ok(writeln!(out, "{told} {}", language.choose("en", "zh"))?)
    });
    let plain = |text: Vec<u8>| anstream::adapter::strip_str(&String::from_utf8(text).unwrap()).to_string();
    (status, plain(out), plain(aside))
}

#[test]
fn a_program_speaks_the_language_asked_for() {
    assert_eq!(run(&[], "told"), (0, "told en\n".into(), String::new()));
    for typed in [&["--language", "zh"][..], &["-l", "zh"], &["--language=zh"]] {
        assert_eq!(run(typed, "told"), (0, "told zh\n".into(), String::new()));
    }
    let (status, out, aside) = run(&["--language", "fr"], "told");
    assert!(status == 2 && out.is_empty() && aside.contains("possible values: en, zh"));
    // What stood for the language before is no argument any more.
    assert_eq!(run(&["zh"], "told").0, 2);
    assert!(run(&["zh", "-l", "zh"], "told").2.starts_with("错误：没有“zh”这一参数"));
}

#[test]
fn a_program_says_what_it_does() {
    let (status, out, aside) = run(&["--help"], "told");
    assert!(status == 0 && aside.is_empty() && out.starts_with("It tells\n\nUsage: program"), "{out}");
    let (status, out, _) = run(&["--help", "-l", "zh"], "told");
    assert!(status == 0 && out.starts_with("它讲述\n\n用法：program [选项]"), "{out}");
}

/// Nobody reads any more; nothing else can be written either.
struct Broken(io::ErrorKind);

impl Write for Broken {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Err(self.0.into())
    }
}

#[test]
fn a_program_is_quiet_where_its_reader_stops_early() {
    for (kind, status, is_quiet) in [(io::ErrorKind::BrokenPipe, 0, true), (io::ErrorKind::StorageFull, 2, false)] {
        let mut aside = Vec::new();
        let ended = PROGRAM.run(&["program".into()], &mut Broken(kind), &mut aside, |out: &mut dyn Write, _| {
            Ok(out.write_all(b"told")?)
        });
        assert_eq!((ended, aside.is_empty()), (status, is_quiet), "{kind:?}");
    }
}

/// What a telling writes to is quiet in the same way.
#[test]
fn explore_is_quiet_where_its_reader_stops_early() {
    let args = crate::args::Args::read(&["explore".into()]).unwrap();
    let failed = crate::run::run(&args, &mut Broken(io::ErrorKind::BrokenPipe), &mut Vec::new()).unwrap_err();
    assert!(matches!(failed, crate::run::Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe));
}

/// What `replay` answers to the files named, with that on standard input.
fn replay(typed: &[&str], input: &str) -> Result<(u64, String), String> {
    use crate::replay::{Args, CHINESE, answer, tongue};
    let typed: Vec<OsString> = ["replay"].iter().chain(typed).map(OsString::from).collect();
    let plain = |text: String| anstream::adapter::strip_str(&text).to_string();
    let args: Args = tongue::parse(Args::command(), &typed, &CHINESE).map_err(|unasked| plain(unasked.text))?;
    let mut out = Vec::new();
    let malformed = answer(&args, input.as_bytes(), &mut out).map_err(|(name, error)| format!("{name}: {error}"))?;
    Ok((malformed, String::from_utf8(out).unwrap()))
}

/// A file, or `-` among files, or nothing: both are answered, in the order in which they are named.
#[test]
fn replay_answers_files_and_standard_input() {
    let case = |id: &str| format!("{{\"id\":\"{id}\",\"ask\":[]}}\n");
    let answered = |id: &str| format!("{{\"id\":\"{id}\",\"answers\":[]}}\n");
    let file = crate::folder("replay").join("cases");
    std::fs::write(&file, case("of the file")).unwrap();
    let file = file.display().to_string();
    let (read, of_file) = (case("read"), answered("of the file"));
    assert_eq!(replay(&[], &read), Ok((0, answered("read"))));
    assert_eq!(replay(&["-"], &read), Ok((0, answered("read"))));
    assert_eq!(replay(&[&file], &read), Ok((0, of_file.clone())));
    assert_eq!(replay(&[&file, "-"], &read), Ok((0, of_file.clone() + &answered("read"))));
    assert_eq!(replay(&["-", &file], &read), Ok((0, answered("read") + &of_file)));
    assert_eq!(replay(&["-"], "nonsense\n").map(|(malformed, _)| malformed), Ok(1));
    assert!(replay(&["nosuch"], "").unwrap_err().starts_with("nosuch: "));
}

#[test]
fn replay_says_what_it_does() {
    let help = replay(&["--help"], "").unwrap_err();
    assert!(help.contains("Usage: replay") && help.contains("standard input"), "{help}");
    let help = replay(&["--help", "--language", "zh"], "").unwrap_err();
    assert!(help.contains("用法：replay [选项] [文件]...") && !help.contains("Usage"), "{help}");
    assert!(replay(&["--nonsense", "-l", "zh"], "").unwrap_err().contains("没有“--nonsense”这一参数"));
}
