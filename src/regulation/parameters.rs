//! The figures of the notices.

use crate::regulation::clause::Clause;
use chrono::NaiveDate;

macro_rules! parameters {
    ($( $name:ident, $variant:ident = $value:literal, $bounds:expr, $unit:literal, [$($clause:ident),+], $doc:literal; )+) => {
        /// The figures of the notices, each of which may be another.
        ///
        /// A record without rules of its own: whether the figures make sense together is checked where a
        /// [`Regulation`](crate::regulation::Regulation) is made of them. [`Parameters::NOTICES`] are those of 2004.
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

        /// One of the figures that are whole numbers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
        pub enum Parameter {
            $( #[doc = $doc] $variant, )+
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
            /// All of them, in the order of the rule book.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// Its name on the wire.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::regulation::Parameter;
            ///
            /// assert_eq!(Parameter::WindowMonths.name(), "window_months");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => stringify!($name), )+ }
            }

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
                    Ok(Self {
                        scope_from: given.scope_from.unwrap_or(notices.scope_from),
                        repealed_on: given.repealed_on,
                        $( $name: given.$name.map_or(notices.$name, |whole| whole.0), )+
                    })
                }
            }
        }
    };
}

const SCOPE_FROM: NaiveDate = match NaiveDate::from_ymd_opt(2004, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

parameters! {
    validity_years, ValidityYears = 3, 1..=100, "years", [N47_3, N48_4],
        "Years of the term, and of the education cycle that runs with it (47.3, 48.4).";
    window_months, WindowMonths = 3, 0..=1199, "months", [N47_3],
        "Months before the term's end in which to apply (47.3).";
    cycle_hours, CycleHours = 180, 0..=100_000, "hours", [N48_4],
        "Credit hours to be earned in a cycle, at least (48.4).";
    yearly_hours, YearlyHours = 40, 0..=100_000, "hours", [N48_4],
        "Credit hours to be earned in each year, at least (48.4).";
    deferral_months, DeferralMonths = 12, 0..=10_000, "months", [N47_8],
        "Months by which a registration may be deferred, at most (47.8).";
    extension_months, ExtensionMonths = 12, 0..=10_000, "months", [N48_6],
        "Months by which the time for education may be extended, at most (48.6).";
    absence_days, AbsenceDays = 183, 0..=10_000, "days", [N47_8_1, N47_8_2, N48_6_1, N48_6_2],
        "Days of absence to be exceeded, where absence is counted in days (47.8.1-2, 48.6.1-2).";
    absence_months, AbsenceMonths = 6, 0..=10_000, "months", [N47_8_1, N47_8_2, N48_6_1, N48_6_2],
        "Months of unbroken absence to be exceeded, where it is counted in months (47.8.1-2, 48.6.1-2).";
    off_post_years, OffPostYears = 2, 0..=10_000, "years", [N47_10_3],
        "Years off the post that are a ground of revocation, at least (47.10.3).";
    review_working_days, ReviewWorkingDays = 15, 0..=10_000, "working days", [N47_7],
        "Working days in which the agency gives its opinion (47.7).";
    appeal_days, AppealDays = 30, 0..=10_000, "days", [N47_11],
        "Days after publication in which to appeal (47.11).";
    record_retention_years, RecordRetentionYears = 3, 0..=10_000, "years", [N48_9],
        "Years for which training records and vouchers are kept (48.9).";
}

impl Default for Parameters {
    fn default() -> Self {
        Self::NOTICES
    }
}

impl core::fmt::Display for Parameter {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name())
    }
}
