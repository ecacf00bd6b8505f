//! When a duty is due.

use crate::calendar::working_days::Uncovered;
use crate::naming::table::Language;
use chrono::NaiveDate;
use core::fmt;

/// When a duty is due, as exactly as the notices say it.
///
/// Where they name no time there is none here either; no day is ever guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Due {
    /// No time is named.
    Undated,
    /// 及时: soon, on no day that is named.
    Promptly,
    /// On this day at the latest.
    By(NaiveDate),
    /// Through this day, itself included: something has to be kept.
    Through(NaiveDate),
    /// On a day that the working-day calendar in use does not reach.
    Uncovered(Uncovered),
}

impl Due {
    /// The day it is due, or to which it lasts, where there is one.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::duty::Due;
    /// use ruankao::day;
    ///
    /// let day = day!(2008, 2, 15);
    /// assert_eq!(Due::By(day).day(), Some(day));
    /// assert_eq!(Due::Promptly.day(), None);
    /// ```
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        match self {
            Self::By(day) | Self::Through(day) => Some(day),
            Self::Undated | Self::Promptly | Self::Uncovered(_) => None,
        }
    }

    /// Whether the day it is due is past on `on`; never so where no such day is known.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::duty::Due;
    /// use ruankao::day;
    ///
    /// assert!(Due::By(day!(2008, 2, 15)).is_overdue(day!(2008, 2, 16)));
    /// assert!(!Due::By(day!(2008, 2, 15)).is_overdue(day!(2008, 2, 15)));
    /// // What has to be kept through a day is over after it, not late.
    /// assert!(!Due::Through(day!(2008, 2, 15)).is_overdue(day!(2008, 2, 16)));
    /// ```
    #[must_use]
    pub fn is_overdue(self, on: NaiveDate) -> bool {
        matches!(self, Self::By(day) if day < on)
    }

    /// When, in words; nothing where no time is named.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::duty::Due;
    /// use ruankao::Language;
    ///
    /// assert_eq!(Due::Promptly.in_words(Language::Zh).to_string(), "及时");
    /// assert_eq!(Due::Undated.in_words(Language::Zh).to_string(), "");
    /// ```
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| match (self, language) {
            (Self::Undated, _) => Ok(()),
            (Self::Promptly, _) => f.write_str(language.choose("promptly", "及时")),
            (Self::By(day), Language::En) => write!(f, "by {day}"),
            (Self::By(day), Language::Zh) => write!(f, "不晚于{day}"),
            (Self::Through(day), Language::En) => write!(f, "through {day}"),
            (Self::Through(day), Language::Zh) => write!(f, "至{day}止"),
            (Self::Uncovered(uncovered), Language::En) => {
                write!(f, "on a day of `{}` that the working-day calendar does not cover", uncovered.year)
            }
            (Self::Uncovered(uncovered), Language::Zh) => write!(f, "工作日历未涵盖{}年", uncovered.year),
        })
    }
}
