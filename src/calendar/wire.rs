//! A calendar in the form of the wire: a list of its years, each with the days that differ from plain Monday to Friday.

use crate::calendar::iso;
use crate::calendar::working_days::{DayKind, WorkCalendar};
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A year of a working-day calendar: the days that differ from plain Monday to Friday.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename = "Year", deny_unknown_fields)]
struct Year {
    #[cfg_attr(feature = "schema", schemars(range(min = 1900, max = 2999)))]
    year: i32,
    days: Vec<Differing>,
}

/// A day that differs from plain Monday to Friday.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename = "Day", deny_unknown_fields)]
#[cfg_attr(feature = "schema", schemars(rename = "DifferingDay"))]
struct Differing {
    #[serde(with = "iso")]
    #[cfg_attr(feature = "schema", schemars(with = "iso::Day"))]
    on: NaiveDate,
    kind: DayKind,
}

impl Year {
    fn of(calendar: &WorkCalendar, year: i32) -> Self {
        let days = calendar.differing(year).map(|(on, kind)| Differing { on, kind });
        Self { year, days: days.collect() }
    }
}

impl Serialize for WorkCalendar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.years().map(|year| Year::of(self, year)))
    }
}

impl<'de> Deserialize<'de> for WorkCalendar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let years = Vec::<Year>::deserialize(deserializer)?;
        years.into_iter().try_fold(Self::empty(), |calendar, Year { year, days }| {
            if calendar.covers(year) {
                return Err(Error::custom(format_args!("the year `{year}` is listed twice; list each year once")));
            }
            let differing = days.into_iter().map(|Differing { on, kind }| (on, kind));
            calendar.with_year(year, differing).map_err(Error::custom)
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for WorkCalendar {
    fn schema_name() -> alloc::borrow::Cow<'static, str> {
        "WorkCalendar".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The years of a working-day calendar.",
            "type": "array",
            "items": generator.subschema_for::<Year>(),
        })
    }
}
