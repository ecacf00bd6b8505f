//! Absences: days spent outside the mainland or on sick leave.

use crate::calendar::date::{add_days, add_months, next_day};
use crate::calendar::period::Period;
use crate::finding::value::Value;
use crate::regulation::readings::{AbsenceMeasure, AbsenceYear};
use crate::regulation::rules::Regulation;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};

/// A set of days spent away, kept as unbroken runs.
///
/// The runs are in order and never touch: periods that overlap or follow on each other become one, and a day counts
/// once.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::Period;
/// use ruankao::ground::Absences;
/// use ruankao::day;
///
/// let january = Period::new(day!(2005, 1, 1), day!(2005, 1, 31))?;
/// let spring = Period::new(day!(2005, 2, 1), day!(2005, 3, 31))?;
/// let away: Absences = [spring, january].into_iter().collect();
/// assert_eq!(away.runs(), [Period::new(day!(2005, 1, 1), day!(2005, 3, 31))?]);
/// assert!(away.contains(day!(2005, 2, 1)) && !away.contains(day!(2005, 4, 1)));
/// # Ok::<(), ruankao::calendar::PeriodError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "Vec<Period>", into = "Vec<Period>")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Absences {
    /// None where there is none; one pointer wide, since most claims have none.
    runs: Option<Box<Box<[Period]>>>,
}

/// Days running that count as a year where no calendar year is meant.
const ROLLING_YEAR_DAYS: u32 = 365;

impl Absences {
    /// The unbroken runs, in order.
    #[must_use]
    pub fn runs(&self) -> &[Period] {
        self.runs.as_ref().map_or(&[], |runs| runs)
    }

    /// Whether `day` was spent away.
    #[must_use]
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.runs().iter().any(|run| run.contains(day))
    }

    /// What the regulation asks of an absence, and what this one comes to after `after` and up to `until`; nothing where
    /// it is long enough.
    ///
    /// Readings: `absence_measure`, `absence_year`. Counted in days, the value found is the most days within one year;
    /// counted in months, the longest unbroken run from its first day to its last.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::calendar::Period;
    /// use ruankao::finding::Value;
    /// use ruankao::ground::Absences;
    /// use ruankao::regulation::Regulation;
    /// use ruankao::day;
    ///
    /// let (after, until) = (day!(2005, 1, 1), day!(2005, 12, 31));
    /// let away = |last| Absences::from_iter([Period::new(day!(2005, 1, 2), last).unwrap()]);
    /// // 183 days do not exceed 183; 184 do.
    /// let short = away(day!(2005, 7, 3)).shortcoming(after, until, &Regulation::default());
    /// assert_eq!(short, Some((Value::Days(183), Value::Days(183))));
    /// assert_eq!(away(day!(2005, 7, 4)).shortcoming(after, until, &Regulation::default()), None);
    /// ```
    #[must_use]
    pub fn shortcoming(&self, after: NaiveDate, until: NaiveDate, regulation: &Regulation) -> Option<(Value, Value)> {
        let (parameters, readings) = (regulation.parameters(), regulation.readings());
        let within = self.within(after, until);
        match readings.absence_measure {
            AbsenceMeasure::Days => {
                let most = match readings.absence_year {
                    AbsenceYear::Calendar => most_in_a_calendar_year(&cut_at_new_year(&within)),
                    AbsenceYear::Rolling => most_in_a_rolling_year(&within),
                };
                (most <= parameters.absence_days).then_some((Value::Days(parameters.absence_days), Value::Days(most)))
            }
            AbsenceMeasure::Months => {
                let runs = match readings.absence_year {
                    AbsenceYear::Calendar => cut_at_new_year(&within),
                    AbsenceYear::Rolling => within,
                };
                let months = parameters.absence_months;
                let long_enough = runs.iter().any(|run| run.last() >= add_months(run.first(), months));
                let longest = runs.iter().max_by_key(|run| run.days());
                let found = longest.map_or(Value::Days(0), |run| Value::Span(run.first(), run.last()));
                (!long_enough).then_some((Value::Months(months), found))
            }
        }
    }

    fn within(&self, after: NaiveDate, until: NaiveDate) -> Vec<Period> {
        let span = Period::between(next_day(after), until);
        span.map_or_else(|_| Vec::new(), |span| self.runs().iter().filter_map(|run| run.overlap(span)).collect())
    }
}

impl From<Absences> for Vec<Period> {
    fn from(absences: Absences) -> Self {
        absences.runs.map_or_else(Self::new, |runs| runs.into_vec())
    }
}

impl From<Vec<Period>> for Absences {
    fn from(mut periods: Vec<Period>) -> Self {
        periods.sort_unstable();
        let mut runs: Vec<Period> = Vec::with_capacity(periods.len());
        for period in periods {
            match runs.last_mut() {
                Some(run) if period.first() <= next_day(run.last()) => *run = run.through(period.last()),
                _ => runs.push(period),
            }
        }
        Self { runs: (!runs.is_empty()).then(|| Box::new(runs.into_boxed_slice())) }
    }
}

impl FromIterator<Period> for Absences {
    fn from_iter<I: IntoIterator<Item = Period>>(periods: I) -> Self {
        periods.into_iter().collect::<Vec<_>>().into()
    }
}

/// The runs, each cut at the turns of the year it crosses.
fn cut_at_new_year(runs: &[Period]) -> Vec<Period> {
    let years = |run: &Period| run.first().year()..=run.last().year();
    let calendar_year = |year| {
        let (first, last) = (NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?);
        Period::between(first, last).ok()
    };
    runs.iter().flat_map(|run| years(run).filter_map(move |year| calendar_year(year)?.overlap(*run))).collect()
}

fn most_in_a_calendar_year(pieces: &[Period]) -> u32 {
    let same_year = |a: &Period, b: &Period| a.first().year() == b.first().year();
    pieces.chunk_by(same_year).map(|year| year.iter().map(|piece| piece.days()).sum()).max().unwrap_or(0)
}

/// Some fullest window of 365 days starts where a run starts: moving a window's start forward to the next run loses no
/// day away, and moving it back to the start of the run it cuts loses none that it does not gain.
fn most_in_a_rolling_year(runs: &[Period]) -> u32 {
    let window_from = |index: usize| {
        let rest = runs.get(index..).unwrap_or_default();
        let first = rest.first().map(|run| run.first())?;
        let window = Period::between(first, add_days(first, ROLLING_YEAR_DAYS - 1)).ok()?;
        Some(rest.iter().map_while(|run| run.overlap(window)).map(Period::days).sum())
    };
    (0..runs.len()).filter_map(window_from).max().unwrap_or(0)
}
