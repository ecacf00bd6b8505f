//! The command line in either language: its help, and what is wrong with what was typed.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgMatches, Command, Error, FromArgMatches, ValueEnum};
use ruankao::Language;
use std::error::Error as _;
use std::ffi::OsString;
use std::fmt::Write;
use std::io;

/// A language, as an option.
#[derive(Clone, Copy, ValueEnum)]
pub enum Tongue {
    En,
    Zh,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::En => Self::En,
            Tongue::Zh => Self::Zh,
        }
    }
}

/// What a command says of itself in Chinese, in place of its English words.
pub struct Chinese {
    pub about: &'static str,
    pub usage: &'static str,
    /// Each argument by its id: the heading it stands under, and what it does.
    pub arguments: &'static [(&'static str, &'static str, &'static str)],
    pub after: &'static str,
}

/// Why nothing is done: the help that was asked for, or what is wrong.
#[derive(Debug)]
pub struct Unasked {
    /// With the escapes of a terminal.
    pub text: String,
    pub is_help: bool,
}

impl Unasked {
    /// Says it, help on the output and what is wrong beside it, and with which status to end.
    pub fn say(&self, out: &mut impl io::Write, aside: &mut impl io::Write) -> u8 {
        // Whoever reads may stop early; where nothing can be said, the status says it.
        if self.is_help {
            let _ = out.write_all(self.text.as_bytes());
            return 0;
        }
        let _ = aside.write_all(self.text.as_bytes());
        2
    }
}

/// The language asked for, looked up before anything else is read: help and errors follow it.
pub fn spoken(typed: &[OsString]) -> Language {
    let words: Vec<&str> = typed.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let mut named = words.iter().enumerate().filter_map(|(at, word)| match *word {
        "--language" | "-l" => words.get(at + 1).copied(),
        _ => word.strip_prefix("--language=").or_else(|| Some(word.strip_prefix("-l")?.trim_start_matches('='))),
    });
    if named.next_back() == Some("zh") { Language::Zh } else { Language::En }
}

/// Reads what was typed, in the language it names.
pub fn parse<A: FromArgMatches>(command: Command, typed: &[OsString], chinese: &Chinese) -> Result<A, Unasked> {
    let language = spoken(typed);
    let mut command = if language == Language::Zh { translated(command, chinese) } else { command };
    let matches: Result<ArgMatches, Error> = command.try_get_matches_from_mut(typed);
    matches.and_then(|matches| A::from_arg_matches(&matches)).map_err(|error| unasked(&error, language))
}

/// The command with its words in Chinese.
fn translated(command: Command, chinese: &Chinese) -> Command {
    let command = command.mut_args(|arg| {
        let told = chinese.arguments.iter().find(|(id, ..)| arg.get_id().as_str() == *id);
        let Some((_, heading, help)) = told else { return arg };
        let arg = arg.help(*help).help_heading(*heading);
        // What takes a value says in its words which.
        if arg.get_action().takes_values() { arg.hide_possible_values(true).hide_default_value(true) } else { arg }
    });
    let template = "{about}\n\n\x1b[1m\x1b[4m用法：\x1b[0m{usage}\n\n{all-args}{after-help}\n";
    command.about(chinese.about).override_usage(chinese.usage).after_help(chinese.after).help_template(template)
}

fn unasked(error: &Error, language: Language) -> Unasked {
    let is_help = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let text = match language {
        Language::Zh if !is_help => wrong(&in_chinese(error), language),
        _ => error.render().ansi().to_string(),
    };
    Unasked { text, is_help }
}

/// A message about what is wrong, with what leads further.
pub fn wrong(message: &str, language: Language) -> String {
    let (error, gap) = (language.choose("error:", "错误："), language.choose(" ", ""));
    let more = language.choose("For more information, try '--help'.", "更多说明：--help --language zh");
    format!("\x1b[1m\x1b[31m{error}\x1b[0m{gap}{message}\n\n{more}\n")
}

/// What is wrong, from the parts of the error.
fn in_chinese(error: &Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let (arg, value) = (text(ContextKind::InvalidArg), text(ContextKind::InvalidValue));
    let mut said = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有“{arg}”这一参数"),
        ErrorKind::InvalidValue if value.is_empty() => format!("“{arg}”后面应有值"),
        ErrorKind::InvalidValue => format!("“{value}”不能用于“{arg}”"),
        ErrorKind::ValueValidation => {
            let source = error.source().map(|source| format!("：{source}")).unwrap_or_default();
            format!("“{value}”不能用于“{arg}”{source}")
        }
        ErrorKind::ArgumentConflict => match text(ContextKind::PriorArg) {
            prior if prior == arg || prior.is_empty() => format!("“{arg}”只能给出一次"),
            prior => format!("“{arg}”不能与“{prior}”同时使用"),
        },
        ErrorKind::MissingRequiredArgument => format!("缺少：{arg}"),
        ErrorKind::TooManyValues => format!("“{arg}”后面的值过多：“{value}”"),
        ErrorKind::InvalidUtf8 => "命令行中有不是UTF-8的文字".to_owned(),
        _ => error.kind().as_str().unwrap_or_default().to_owned(),
    };
    let valid = text(ContextKind::ValidValue);
    if !valid.is_empty() {
        let _ = write!(said, "；应为：{valid}");
    }
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedValue, ContextKind::SuggestedSubcommand] {
        let near = text(kind);
        if !near.is_empty() {
            let _ = write!(said, "；是否指“{near}”？");
        }
    }
    said
}
