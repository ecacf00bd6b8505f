//! An item of an agenda.

use crate::finding::value::Value;
use crate::naming::table::Language;
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use alloc::string::String;
use chrono::NaiveDate;
use core::fmt::{self, Write};

/// A day on which something is due for a certificate.
///
/// Items order by day, then by certificate, then as [`Due`] lists them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Item"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Item"))]
pub struct Item {
    /// The day.
    pub on: NaiveDate,
    /// What the certificate is called.
    pub certificate: String,
    /// What is due.
    pub due: Due,
}

/// What is due.
///
/// Exhaustive on purpose: whoever sends reminders has to say what each is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Due {
    /// The first day on which to apply for registration (47.3).
    WindowOpens,
    /// The last day on which to register (47.3).
    LastDay,
    /// The last day on which to register, as deferred (47.8).
    DeferralEnds,
    /// The last day on which to give an opinion on the application that is pending (47.7).
    OpinionDue,
    /// The first day on which that opinion may be due: the working-day calendar ends before its last day.
    OpinionUncovered {
        /// The first year that the calendar does not cover.
        year: i32,
    },
    /// The last day on which to appeal (47.11).
    AppealEnds,
    /// The last day on which to earn what a year of the education cycle still lacks (48.4).
    EducationYearEnds {
        /// Its place in the cycle: 1, 2, …
        year: u32,
        /// The hours that are missing.
        missing: Hours,
    },
    /// The last day on which to earn what the education cycle still lacks in all (48.4).
    EducationCycleEnds {
        /// The hours that are missing.
        missing: Hours,
    },
}

/// What an item is called, whoever asks and whenever: the certificate, what is due, and the day.
///
/// Two items share one exactly where all three are the same; how many hours are missing does not matter. It is of ASCII
/// letters and digits and of `-`, `.`, `_`, `~`, `%` and, in a year beyond 9999, `+`, whatever the certificate is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(String);

impl ItemId {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Item {
    /// Its id.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::agenda::{Due, Item};
    /// use ruankao::day;
    ///
    /// let on = day!(2008, 3, 10);
    /// let item = |certificate: &str| Item { on, certificate: certificate.into(), due: Due::LastDay };
    /// assert_eq!(item("31-2005-000117").id().as_str(), "31-2005-000117.last_day.2008-03-10");
    /// assert_ne!(item("a b").id(), item("a%20b").id());
    /// assert_eq!(item("证").id().as_str(), "%E8%AF%81.last_day.2008-03-10");
    /// ```
    #[must_use]
    pub fn id(&self) -> ItemId {
        let place = match self.due {
            Due::EducationYearEnds { year, .. } => alloc::format!("-{year}"),
            _ => String::new(),
        };
        let (certificate, due, on) = (Encoded(&self.certificate), self.due.name(), self.on);
        ItemId(alloc::format!("{certificate}.{due}{place}.{on}"))
    }

    /// What is due, in words, without the certificate and the day.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::agenda::Due;
    /// use ruankao::{Hours, Language};
    ///
    /// let year = Due::EducationYearEnds { year: 3, missing: Hours::whole(4) };
    /// assert_eq!(year.in_words(Language::En).to_string(), "year 3 of continuing education ends; 4 hours are missing");
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        self.due.in_words(language)
    }
}

impl Due {
    /// Its name, as an [`ItemId`] has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WindowOpens => "window_opens",
            Self::LastDay => "last_day",
            Self::DeferralEnds => "deferral_ends",
            Self::OpinionDue => "opinion_due",
            Self::OpinionUncovered { .. } => "opinion_uncovered",
            Self::AppealEnds => "appeal_ends",
            Self::EducationYearEnds { .. } => "education_year_ends",
            Self::EducationCycleEnds { .. } => "education_cycle_ends",
        }
    }

    /// The clause it rests on.
    #[must_use]
    pub const fn clause(self) -> Clause {
        match self {
            Self::WindowOpens | Self::LastDay => Clause::N47_3,
            Self::DeferralEnds => Clause::N47_8,
            Self::OpinionDue | Self::OpinionUncovered { .. } => Clause::N47_7,
            Self::AppealEnds => Clause::N47_11,
            Self::EducationYearEnds { .. } | Self::EducationCycleEnds { .. } => Clause::N48_4,
        }
    }

    /// What is due, in words.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let fixed = match self {
                Self::WindowOpens => language.choose("first day to apply for registration", "登记申请期首日"),
                Self::LastDay => language.choose("last day to register", "办理登记的最后一日"),
                Self::DeferralEnds => language.choose("last day to register, as deferred", "延期登记的最后一日"),
                Self::OpinionDue => language.choose("opinion on the application due", "应对登记申请作出审查意见"),
                Self::OpinionUncovered { year } => {
                    return match language {
                        Language::En => {
                            write!(f, "the calendar does not cover {year}: the opinion is due then or later")
                        }
                        Language::Zh => write!(f, "工作日历未涵盖{year}年，应在该年或以后作出审查意见，期限无法确定"),
                    };
                }
                Self::AppealEnds => {
                    language.choose("last day to appeal under the notice", "通知规定的申请复议最后一日")
                }
                Self::EducationYearEnds { year, missing } => {
                    return ends(f, missing, language, |f| match language {
                        Language::En => write!(f, "year {year} of continuing education ends"),
                        Language::Zh => write!(f, "继续教育周期第{year}年届满"),
                    });
                }
                Self::EducationCycleEnds { missing } => {
                    let cycle = language.choose("the cycle of continuing education ends", "继续教育周期届满");
                    return ends(f, missing, language, |f| f.write_str(cycle));
                }
            };
            f.write_str(fixed)
        })
    }
}

fn ends(
    f: &mut fmt::Formatter<'_>,
    missing: Hours,
    language: Language,
    what: impl FnOnce(&mut fmt::Formatter<'_>) -> fmt::Result,
) -> fmt::Result {
    what(f)?;
    f.write_str(language.choose("; ", "，尚缺"))?;
    Value::Hours(missing).write(f, language)?;
    f.write_str(language.choose(if missing == Hours::whole(1) { " is missing" } else { " are missing" }, ""))
}

/// A name with every byte but ASCII letters, digits, `-`, `.`, `_` and `~` written as `%` and two digits.
struct Encoded<'a>(&'a str);

impl fmt::Display for Encoded<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.bytes().try_for_each(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => f.write_char(char::from(byte)),
            _ => write!(f, "%{byte:02X}"),
        })
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Clause, Due, Hours, Language, String};
    use crate::calendar::iso::Day;
    use alloc::string::ToString;
    use serde::Serialize;

    /// A day on which something is due for a certificate, with what it is called and said in both languages.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Item {
        on: Day,
        /// What the certificate is called: in an answer, the id of the case.
        certificate: String,
        #[cfg_attr(
            feature = "schema",
            schemars(extend("enum" = [
                "window_opens", "last_day", "deferral_ends", "opinion_due", "opinion_uncovered", "appeal_ends",
                "education_year_ends", "education_cycle_ends",
            ]))
        )]
        due: &'static str,
        clause: Clause,
        /// Of an education year: its place in the cycle, 1, 2, …
        #[serde(skip_serializing_if = "Option::is_none")]
        year: Option<u32>,
        /// The hours that are missing.
        #[serde(skip_serializing_if = "Option::is_none")]
        missing: Option<Hours>,
        /// The first year that the working-day calendar does not cover.
        #[serde(skip_serializing_if = "Option::is_none")]
        uncovered: Option<i32>,
        /// What the item is called, the same whoever asks and whenever.
        id: String,
        en: String,
        zh: String,
    }

    impl From<super::Item> for Item {
        fn from(item: super::Item) -> Self {
            let (year, missing, uncovered) = match item.due {
                Due::EducationYearEnds { year, missing } => (Some(year), Some(missing), None),
                Due::EducationCycleEnds { missing } => (None, Some(missing), None),
                Due::OpinionUncovered { year } => (None, None, Some(year)),
                _ => (None, None, None),
            };
            let id = item.id().0;
            let [en, zh] = [Language::En, Language::Zh].map(|language| item.in_words(language).to_string());
            let (due, clause) = (item.due.name(), item.due.clause());
            Self { on: Day(item.on), certificate: item.certificate, due, clause, year, missing, uncovered, id, en, zh }
        }
    }
}
