//! The figures of the notices.

use crate::naming::table::named;
use crate::regulation::clause::Clause;
use chrono::NaiveDate;
use thiserror::Error;

macro_rules! parameters {
    ($( $name:ident $wire:literal $variant:ident = $value:literal, $bounds:expr, $unit:literal, $en:literal, $zh:literal,
        [$($clause:ident),+], $doc:literal; )+) => {
        /// The figures of the notices, each of which may be another.
        ///
        /// A record without rules of its own: whether the figures make sense together is checked where a
        /// [`Regulation`](crate::regulation::Regulation) is made of them, and where they are read from a text.
        /// [`Parameters::NOTICES`] are those of 2004.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::regulation::Parameters;
        ///
        /// let stricter = Parameters { cycle_hours: 240, ..Parameters::NOTICES };
        /// assert_eq!(stricter.yearly_hours, 40);
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct Parameters {
            /// The first day of approval that the regime covers (47.0).
            pub scope_from: NaiveDate,
            /// The day from which the notices no longer apply, where one is named; always after `scope_from`. They were
            /// repealed in 2019, on a day that is not known.
            pub repealed_on: Option<NaiveDate>,
            $( #[doc = $doc] pub $name: u32, )+
        }

        named! {
            /// One of the figures that are whole numbers.
            pub enum Parameter: "parameter" {
                $( #[doc = $doc] $variant = $wire, $en, $zh; )+
            }
        }

        impl Parameters {
            /// The figures as the notices state them.
            pub const NOTICES: Self = Self { scope_from: SCOPE_FROM, repealed_on: None, $( $name: $value, )+ };

            /// The value of one figure.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::regulation::{Parameter, Parameters};
            ///
            /// assert_eq!(Parameters::NOTICES.value(Parameter::AppealDays), 30);
            /// ```
            #[must_use]
            pub const fn value(&self, parameter: Parameter) -> u32 {
                match parameter { $( Parameter::$variant => self.$name, )+ }
            }

            /// The same figures with one changed.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::regulation::{Parameter, Parameters};
            ///
            /// assert_eq!(Parameters::NOTICES.with(Parameter::AppealDays, 60).appeal_days, 60);
            /// ```
            #[must_use]
            pub const fn with(mut self, parameter: Parameter, value: u32) -> Self {
                match parameter { $( Parameter::$variant => self.$name = value, )+ }
                self
            }
        }

        impl Parameter {
            /// What it is counted in, in the plural.
            #[must_use]
            pub const fn unit(self) -> &'static str {
                match self { $( Self::$variant => $unit, )+ }
            }

            /// The clauses that set it.
            #[must_use]
            pub const fn clauses(self) -> &'static [Clause] {
                match self { $( Self::$variant => &[$( Clause::$clause, )+], )+ }
            }

            /// The least and the greatest value it may take; `window_months` must besides be less than the term.
            #[must_use]
            pub const fn bounds(self) -> core::ops::RangeInclusive<u32> {
                match self { $( Self::$variant => $bounds, )+ }
            }
        }

        #[cfg(feature = "serde")]
        mod wire {
            use super::Parameters;
            use crate::calendar::iso;
            use chrono::NaiveDate;
            use core::fmt;
            use serde::de::{Error, Unexpected, Visitor};
            use serde::{Deserialize, Deserializer, Serialize, Serializer};

            /// Every figure may be left out, or be `null`, which is the same.
            #[derive(Serialize, Deserialize, Default)]
            #[serde(rename = "Parameters", deny_unknown_fields, default)]
            struct Wire {
                #[serde(with = "iso::option")]
                scope_from: Option<NaiveDate>,
                #[serde(with = "iso::option", skip_serializing_if = "Option::is_none")]
                repealed_on: Option<NaiveDate>,
                $( $name: Option<Whole>, )+
            }

            /// A whole number, called so where it is none.
            #[derive(Serialize)]
            #[serde(transparent)]
            struct Whole(u32);

            impl<'de> Deserialize<'de> for Whole {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    struct Number;
                    impl Visitor<'_> for Number {
                        type Value = Whole;

                        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                            f.write_str("a whole number, not negative")
                        }

                        fn visit_u64<E: Error>(self, number: u64) -> Result<Whole, E> {
                            let whole = u32::try_from(number).map(Whole);
                            whole.map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
                        }
                    }
                    deserializer.deserialize_u64(Number)
                }
            }

            impl Serialize for Parameters {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let Self { scope_from, repealed_on, .. } = *self;
                    let scope_from = Some(scope_from);
                    Wire { scope_from, repealed_on, $( $name: Some(Whole(self.$name)), )+ }.serialize(serializer)
                }
            }

            impl<'de> Deserialize<'de> for Parameters {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let (given, notices) = (Wire::deserialize(deserializer)?, Self::NOTICES);
                    let figures = Self {
                        scope_from: given.scope_from.unwrap_or(notices.scope_from),
                        repealed_on: given.repealed_on,
                        $( $name: given.$name.map_or(notices.$name, |whole| whole.0), )+
                    };
                    figures.check().map_err(D::Error::custom)?;
                    Ok(figures)
                }
            }
        }
    };
}

const SCOPE_FROM: NaiveDate = match NaiveDate::from_ymd_opt(2004, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// Why figures make no regulation.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum RegulationError {
    /// A figure is smaller or greater than it can be.
    #[error("the parameter `{parameter}` is `{value}`; expected a whole number from {least} to {most}")]
    OutOfBounds {
        /// The figure.
        parameter: Parameter,
        /// The value given.
        value: u32,
        /// The least it can be.
        least: u32,
        /// The most it can be.
        most: u32,
    },
    /// The window is as long as the term, or longer.
    #[error(
        "the parameter `window_months` is `{window_months}`; expected less than the term, which has {term_months} months"
    )]
    WindowNotShorterThanTerm {
        /// The months of the window given.
        window_months: u32,
        /// The months of the term given.
        term_months: u32,
    },
    /// The notices are repealed before they apply to anything.
    #[error(
        "the parameter `repealed_on` is `{repealed_on}`; expected a day after `scope_from`, which is `{scope_from}`"
    )]
    RepealedBeforeScope {
        /// The day of repeal given.
        repealed_on: NaiveDate,
        /// The first day of approval that the regime covers.
        scope_from: NaiveDate,
    },
}

impl Parameters {
    /// Whether the figures make sense, each by itself and together.
    pub(super) fn check(&self) -> Result<(), RegulationError> {
        for parameter in Parameter::ALL {
            let (value, bounds) = (self.value(parameter), parameter.bounds());
            if !bounds.contains(&value) {
                let (least, most) = bounds.into_inner();
                return Err(RegulationError::OutOfBounds { parameter, value, least, most });
            }
        }
        let (window_months, term_months) = (self.window_months, self.validity_years * 12);
        if window_months >= term_months {
            return Err(RegulationError::WindowNotShorterThanTerm { window_months, term_months });
        }
        match (self.repealed_on, self.scope_from) {
            (Some(repealed_on), scope_from) if repealed_on <= scope_from => {
                Err(RegulationError::RepealedBeforeScope { repealed_on, scope_from })
            }
            _ => Ok(()),
        }
    }
}

parameters! {
    validity_years "validity_years" ValidityYears = 3, 1..=100, "years", "years of the term", "有效期年数",
        [N47_3, N48_4],
        "Years of the term, and of the education cycle that runs with it (47.3, 48.4).";
    window_months "window_months" WindowMonths = 3, 0..=1199, "months", "months of the window to apply", "登记申请期月数",
        [N47_3],
        "Months before the term's end in which to apply (47.3).";
    cycle_hours "cycle_hours" CycleHours = 180, 0..=100_000, "hours", "hours of a cycle", "每周期学时",
        [N48_4],
        "Credit hours to be earned in a cycle, at least (48.4).";
    yearly_hours "yearly_hours" YearlyHours = 40, 0..=100_000, "hours", "hours of a year", "每年学时",
        [N48_4],
        "Credit hours to be earned in each year, at least (48.4).";
    deferral_months "deferral_months" DeferralMonths = 12, 0..=10_000, "months", "months of a deferral, at most", "延期登记最长月数",
        [N47_8],
        "Months by which a registration may be deferred, at most (47.8).";
    extension_months "extension_months" ExtensionMonths = 12, 0..=10_000, "months", "months of an extension, at most", "继续教育时间顺延最长月数",
        [N48_6],
        "Months by which the time for education may be extended, at most (48.6).";
    absence_days "absence_days" AbsenceDays = 183, 0..=10_000, "days", "days of absence to be exceeded", "境外、病假时间应超过的天数",
        [N47_8_1, N47_8_2, N48_6_1, N48_6_2],
        "Days of absence to be exceeded, where absence is counted in days (47.8.1-2, 48.6.1-2).";
    absence_months "absence_months" AbsenceMonths = 6, 0..=10_000, "months", "months of absence to be exceeded", "境外、病假时间应超过的月数",
        [N47_8_1, N47_8_2, N48_6_1, N48_6_2],
        "Months of unbroken absence to be exceeded, where it is counted in months (47.8.1-2, 48.6.1-2).";
    off_post_years "off_post_years" OffPostYears = 2, 0..=10_000, "years", "years off the post", "脱离岗位年数",
        [N47_10_3],
        "Years off the post that are a ground of cancellation, at least (47.10.3).";
    review_working_days "review_working_days" ReviewWorkingDays = 15, 0..=10_000, "working days", "working days of the review", "审查工作日数",
        [N47_7],
        "Working days in which the agency gives its opinion (47.7).";
    appeal_days "appeal_days" AppealDays = 30, 0..=10_000, "days", "days of the time for appeal", "申请复议期限天数",
        [N47_11],
        "Days after publication in which to appeal (47.11).";
    record_retention_years "record_retention_years" RecordRetentionYears = 3, 0..=10_000, "years", "years for which records are kept", "培训记录保存年数",
        [N48_9],
        "Years for which training records and vouchers are kept (48.9).";
}

impl Default for Parameters {
    fn default() -> Self {
        Self::NOTICES
    }
}
