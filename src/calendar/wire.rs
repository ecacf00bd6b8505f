//! A calendar in the form of the wire: a list of its years, each with the days that differ from plain Monday to Friday.

use crate::calendar::iso;
use crate::calendar::working_days::{DayKind, WorkCalendar};
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(rename = "Year", deny_unknown_fields)]
struct Year {
    year: i32,
    days: Vec<Differing>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename = "Day", deny_unknown_fields)]
struct Differing {
    #[serde(with = "iso")]
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
