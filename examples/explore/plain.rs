//! A program of which nothing can be asked but the language that it speaks.

use crate::tongue::{Chinese, Tongue, parse, wrong};
use clap::{ArgAction, CommandFactory, Parser};
use ruankao::Language;
use std::error::Error;
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};

#[derive(Parser)]
#[command(disable_help_flag = true)]
struct Args {
    /// The language of everything: what is printed, help and errors
    #[arg(short, long, default_value = "en")]
    language: Tongue,

    /// Print this help
    #[arg(short, long, action = ArgAction::Help)]
    help: Option<bool>,
}

/// What a program is called and does.
pub struct Program {
    pub name: &'static str,
    pub about: &'static str,
    pub about_zh: &'static str,
    pub usage_zh: &'static str,
}

/// What a program tells, in a language.
pub trait Telling: FnOnce(&mut dyn Write, Language) -> Result<(), Box<dyn Error>> {}

impl<T: FnOnce(&mut dyn Write, Language) -> Result<(), Box<dyn Error>>> Telling for T {}

impl Program {
    /// Reads the language from what was typed, and tells; says with which status to end. Quiet where whoever reads stops
    /// early.
    pub fn run(&self, typed: &[OsString], out: &mut impl Write, aside: &mut impl Write, told: impl Telling) -> u8 {
        let chinese = Chinese {
            about: self.about_zh,
            usage: self.usage_zh,
            arguments: &[
                ("language", "选项", "全部文字的语言：en或zh，包括帮助和出错说明[默认：en]"),
                ("help", "选项", "显示本帮助"),
            ],
            after: "",
        };
        let args: Args = match parse(Args::command().name(self.name).about(self.about), typed, &chinese) {
            Ok(args) => args,
            Err(unasked) => return unasked.say(out, aside),
        };
        let language = args.language.into();
        let mut text = Vec::new();
        let told = told(&mut text, language);
        match told.and_then(|()| Ok(out.write_all(&text).and_then(|()| out.flush())?)) {
            Ok(()) => 0,
            Err(error) if is_unread(&*error) => 0,
            Err(error) => {
                // Where even that cannot be said, the status says it.
                let _ = write!(aside, "{}", wrong(&error.to_string(), language));
                2
            }
        }
    }
}

/// Whether it says that nobody reads any more.
fn is_unread(error: &(dyn Error + 'static)) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == ErrorKind::BrokenPipe)
}
