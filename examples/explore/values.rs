//! The values of arguments, read in the language that was asked for.

use crate::near::nearest;
use chrono::NaiveDate;
use ruankao::calendar::iso;
use ruankao::naming::Shown;
use ruankao::regulation::{Parameter, Reading};
use ruankao::{Clause, Entry, Event, Language, Mode};

/// Something supposed.
#[derive(Clone)]
pub enum Supposition {
    /// An event of the history.
    Event(Event),
    /// An entry of the ledger.
    Entry(Entry),
}

/// A figure, changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// A whole number.
    Number(Parameter, u32),
    /// The day of the repeal.
    RepealedOn(NaiveDate),
    /// The first day of approval that the regime covers.
    ScopeFrom(NaiveDate),
}

impl Figure {
    /// Its name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number(parameter, _) => parameter.name(),
            Self::RepealedOn(_) => REPEALED_ON,
            Self::ScopeFrom(_) => SCOPE_FROM,
        }
    }
}

pub const REPEALED_ON: &str = "repealed_on";
pub const SCOPE_FROM: &str = "scope_from";

/// What `--clauses` is followed by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cited {
    /// The clauses cited: one with its items, or all of a notice.
    Clauses(Vec<Clause>),
    /// No citation, and so what is looked at.
    Other(String),
}

pub fn day(text: &str, language: Language) -> Result<NaiveDate, String> {
    iso::parse(text).map_err(|error| match language {
        Language::En => error.to_string(),
        Language::Zh => match error {
            iso::DateError::NoSuchDay => "没有这一天".to_owned(),
            iso::DateError::OutOfRange => "应在1900-01-01至2999-12-31之间".to_owned(),
            _ => "应写作YYYY-MM-DD".to_owned(),
        },
    })
}

pub fn mode(text: &str, language: Language) -> Result<Mode, String> {
    text.parse::<Mode>().map_err(|error| match language {
        Language::En => format!("{error}{}", nearest(text, error.expected.iter().copied(), language)),
        Language::Zh => {
            format!(
                "没有“{}”这种模式；应为strict、audit或recorded{}",
                Shown(text),
                nearest(text, error.expected.iter().copied(), language)
            )
        }
    })
}

fn split(text: &str, language: Language) -> Result<(&str, &str), String> {
    let wrong = language.choose("expected a name, `=` and a value", "应为名称、“=”和值");
    text.split_once('=').ok_or_else(|| wrong.to_owned())
}

pub fn reading(text: &str, language: Language) -> Result<(Reading, &'static str), String> {
    let (name, side) = split(text, language)?;
    let known = Reading::ALL.iter().copied().find(|reading| reading.name() == name);
    let reading = known.ok_or_else(|| {
        let near = nearest(name, Reading::ALL.iter().map(|reading| reading.name()), language);
        match language {
            Language::En => format!("no reading is called `{}`; `--readings` lists them{near}", Shown(name)),
            Language::Zh => format!("没有名为“{}”的解释；全部列表：--readings{near}", Shown(name)),
        }
    })?;
    let sides = reading.sides().map(|(side, _)| side);
    let taken = sides.into_iter().find(|&known| known == side);
    let [one, other] = sides;
    taken.map(|side| (reading, side)).ok_or_else(|| {
        let near = nearest(side, sides, language);
        match language {
            Language::En => format!("`{name}` has two sides; expected `{one}` or `{other}`{near}"),
            Language::Zh => format!("“{name}”有两种取法；应为`{one}`或`{other}`{near}"),
        }
    })
}

pub fn figure(text: &str, language: Language) -> Result<Figure, String> {
    let (name, value) = split(text, language)?;
    match name {
        REPEALED_ON => return day(value, language).map(Figure::RepealedOn),
        SCOPE_FROM => return day(value, language).map(Figure::ScopeFrom),
        _ => {}
    }
    let known = Parameter::ALL.iter().copied().find(|parameter| parameter.name() == name);
    let parameter = known.ok_or_else(|| {
        let names = Parameter::ALL.iter().map(|parameter| parameter.name()).chain([REPEALED_ON, SCOPE_FROM]);
        let near = nearest(name, names, language);
        match language {
            Language::En => format!("no parameter is called `{}`; `--parameters` lists them{near}", Shown(name)),
            Language::Zh => format!("没有名为“{}”的参数；全部列表：--parameters{near}", Shown(name)),
        }
    })?;
    let value = value.parse().map_err(|_| {
        let (least, most) = parameter.bounds().into_inner();
        match language {
            Language::En => {
                format!("`{}` is no value of `{name}`; expected a whole number from {least} to {most}", Shown(value))
            }
            Language::Zh => format!("“{}”不是“{name}”的值；应为{least}至{most}的整数", Shown(value)),
        }
    })?;
    Ok(Figure::Number(parameter, value))
}

/// A citation; `47` and `48` cite all of a notice. Whatever cannot be one is no value of the option.
pub fn cited(text: &str, language: Language) -> Result<Cited, String> {
    let notice: Vec<Clause> =
        Clause::ALL.iter().copied().filter(|clause| clause.notice().number().to_string() == text).collect();
    if !notice.is_empty() {
        return Ok(Cited::Clauses(notice));
    }
    match text.parse::<Clause>() {
        Ok(clause) => Ok(Cited::Clauses([clause].into_iter().chain(clause.items()).collect())),
        Err(error) if text.starts_with(|first: char| first.is_ascii_digit()) && !text.contains(['/', '\\']) => {
            Err(match language {
                Language::En => error.to_string(),
                Language::Zh => format!("没有条文引作“{}”；应如47.3、47.10.5、48或47.form", Shown(text)),
            })
        }
        Err(_) => Ok(Cited::Other(text.to_owned())),
    }
}

pub fn supposition(text: &str, language: Language) -> Result<Supposition, String> {
    let expected = language.choose(
        "expected an event with `event`, or a ledger entry with `hours`",
        "应为带`event`的事件，或带`hours`的学时记录",
    );
    let value: serde_json::Value = serde_json::from_str(text).map_err(|error| match language {
        Language::En => format!("not JSON: {error}; {expected}"),
        Language::Zh => format!("不是JSON（{error}）；{expected}"),
    })?;
    let Some(object) = value.as_object() else {
        return Err(match language {
            Language::En => format!("that is neither an event nor a ledger entry; {expected}"),
            Language::Zh => format!("既不是事件，也不是学时记录；{expected}"),
        });
    };
    let supposed = if object.contains_key("event") {
        serde_json::from_str(text).map(Supposition::Event)
    } else {
        serde_json::from_str(text).map(Supposition::Entry)
    };
    supposed.map_err(|error| format!("{error}{}{expected}", language.choose("; ", "；")))
}
