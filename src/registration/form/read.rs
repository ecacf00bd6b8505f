//! Reading what was written into a field.

use crate::calendar::iso::{self, DateError};
use crate::education::entry::StudyMode;
use crate::identity::catalogue::Qualification;
use crate::identity::category::Category;
use crate::identity::level::Level;
use crate::identity::line;
use crate::identity::sex::Sex;
use crate::naming::table::Language;
use crate::registration::form::birth_month::BirthMonth;
use crate::registration::form::defect::Wrong;
use crate::regulation::hours::{Hours, HoursError};
use alloc::format;
use alloc::string::String;
use chrono::NaiveDate;

/// `2005-03-10`, or `2005年3月10日`.
pub(super) fn day(text: &str) -> Result<NaiveDate, Wrong> {
    let Some((year, rest)) = text.split_once('年') else { return Ok(iso::parse(text)?) };
    let (month, rest) = rest.split_once('月').ok_or(DateError::Form)?;
    let day = rest.strip_suffix('日').ok_or(DateError::Form)?;
    Ok(iso::parse(&format!("{year}-{month:0>2}-{day:0>2}"))?)
}

/// `1970-05`, or `1970年5月`.
pub(super) fn birth_month(text: &str) -> Result<BirthMonth, Wrong> {
    let first = match text.split_once('年') {
        Some((year, month)) => {
            let month = month.strip_suffix('月').ok_or(DateError::Form)?;
            format!("{year}-{month:0>2}-01")
        }
        None => format!("{text}-01"),
    };
    let first = iso::parse(&first)?;
    BirthMonth::new(chrono::Datelike::year(&first), chrono::Datelike::month(&first)).ok_or(Wrong::Form)
}

pub(super) fn text(text: &str) -> Result<String, Wrong> {
    Ok(line::line(text)?.into())
}

/// That something is there: a photograph, a seal, a signature.
pub(super) fn presence(text: &str) -> Result<(), Wrong> {
    match text {
        "有" | "是" | "√" | "yes" => Ok(()),
        "无" | "否" | "no" => Err(Wrong::Missing),
        _ => Err(Wrong::Unknown),
    }
}

pub(super) fn category(text: &str) -> Result<Category, Wrong> {
    Category::ALL.into_iter().find(|it| it.in_words(Language::Zh) == text || it.name() == text).ok_or(Wrong::Unknown)
}

/// A name of the catalogue, with its level in brackets where it is written.
pub(super) fn qualification(text: &str) -> Result<(Qualification, Option<Level>), Wrong> {
    let (name, level) = match text.strip_suffix(['）', ')']).and_then(|open| open.rsplit_once(['（', '('])) {
        Some((name, level)) => (name.trim_end(), Some(self::level(level)?)),
        None => (text, None),
    };
    Ok((Qualification::find(name).ok_or(Wrong::Unknown)?, level))
}

fn level(text: &str) -> Result<Level, Wrong> {
    let is = |level: &Level| {
        let name = level.in_words(Language::Zh);
        text == name || Some(text) == name.strip_suffix("资格") || text == level.name()
    };
    Level::ALL.into_iter().find(is).ok_or(Wrong::Unknown)
}

pub(super) fn sex(text: &str) -> Result<Sex, Wrong> {
    Sex::ALL.into_iter().find(|it| it.in_words(Language::Zh) == text || it.name() == text).ok_or(Wrong::Unknown)
}

/// The words of 48.5.
pub(super) fn mode(text: &str) -> Result<StudyMode, Wrong> {
    Ok(match text {
        "脱产" | "full_time" => StudyMode::FullTime,
        "半脱产" | "part_time" => StudyMode::PartTime,
        "业余" | "spare_time" => StudyMode::SpareTime,
        "在岗学习" | "在岗" | "on_the_job" => StudyMode::OnTheJob,
        _ => return Err(Wrong::Unknown),
    })
}

pub(super) fn hours(text: &str) -> Result<Hours, Wrong> {
    if text.starts_with('-') {
        return Err(HoursError::Negative.into());
    }
    let (whole, tenths) = text.split_once('.').unwrap_or((text, "0"));
    if !is_number(whole) || !is_number(tenths) {
        return Err(Wrong::Form);
    }
    if tenths.len() > 1 {
        return Err(HoursError::NotTenths.into());
    }
    let tenths = format!("{whole}{tenths}").parse().map_err(|_| HoursError::TooMany)?;
    Ok(Hours::from_tenths(tenths)?)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

pub(super) fn postal_code(text: &str) -> Result<String, Wrong> {
    if text.len() == 6 && is_number(text) { Ok(text.into()) } else { Err(Wrong::Form) }
}

pub(super) fn telephone(text: &str) -> Result<String, Wrong> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let fits = |it: char| it.is_ascii_digit() || "+-() （）".contains(it);
    // As many marks between as there may be digits.
    let is_short = text.chars().nth(40).is_none();
    if is_short && (7..=20).contains(&digits) && text.chars().all(fits) { Ok(text.into()) } else { Err(Wrong::Form) }
}

/// One of two words: whether it is the first.
pub(super) fn either(text: &str, yes: &str, no: &str) -> Result<bool, Wrong> {
    if text == yes {
        Ok(true)
    } else if text == no {
        Ok(false)
    } else {
        Err(Wrong::Unknown)
    }
}
