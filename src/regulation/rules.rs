//! A regulation: the figures, the readings and the calendar a question is answered under.

use crate::calendar::date::{add_years, sub_days};
use crate::calendar::working_days::{Uncovered, WorkCalendar};
use crate::regulation::parameters::{Parameters, RegulationError};
use crate::regulation::readings::{AppealLastDay, ExpiryDay, Readings, TermLastDay};
use chrono::{Datelike, NaiveDate};

/// Everything a question of law is answered under: figures, readings and a working-day calendar.
///
/// Its figures always make sense together: the term has at least one year and the window is shorter than the term.
/// [`Regulation::default`] is the notices of 2004 read as the rule book reads them, on the statutory calendar. Written out
/// it is `{"parameters", "readings", "calendar"}`; what is left out when it is read is as it is by default.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::WorkCalendar;
/// use ruankao::regulation::{Parameters, Readings, Regulation, RegulationError};
///
/// let parameters = Parameters { window_months: 6, ..Parameters::NOTICES };
/// let regulation = Regulation::new(parameters, Readings::default(), WorkCalendar::statutory())?;
/// assert_eq!(regulation.parameters().window_months, 6);
///
/// let parameters = Parameters { window_months: 36, ..Parameters::NOTICES };
/// assert!(Regulation::new(parameters, Readings::default(), WorkCalendar::statutory()).is_err());
/// # Ok::<(), RegulationError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Regulation {
    parameters: Parameters,
    readings: Readings,
    calendar: WorkCalendar,
}

impl Regulation {
    /// Makes a regulation of figures, readings and a calendar.
    ///
    /// # Errors
    ///
    /// [`RegulationError::OutOfBounds`] for a term of zero years, [`RegulationError::WindowNotShorterThanTerm`] for a
    /// window of 36 months in a term of three years, [`RegulationError::RepealedBeforeScope`] for a repeal on the first
    /// day covered.
    pub fn new(parameters: Parameters, readings: Readings, calendar: WorkCalendar) -> Result<Self, RegulationError> {
        parameters.check()?;
        Ok(Self { parameters, readings, calendar })
    }

    /// The figures.
    #[must_use]
    pub const fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The readings.
    #[must_use]
    pub const fn readings(&self) -> &Readings {
        &self.readings
    }

    /// The working-day calendar.
    #[must_use]
    pub const fn calendar(&self) -> &WorkCalendar {
        &self.calendar
    }

    /// The same figures and calendar, read otherwise.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::{Reading, Regulation};
    ///
    /// let notices = Regulation::default();
    /// let otherwise = notices.clone().read(notices.readings().turned(Reading::LateHours));
    /// assert_ne!(notices, otherwise);
    /// ```
    #[must_use]
    pub fn read(self, readings: Readings) -> Self {
        Self { readings, ..self }
    }

    /// The same figures and readings on another calendar.
    #[must_use]
    pub fn on(self, calendar: WorkCalendar) -> Self {
        Self { calendar, ..self }
    }

    /// Whether the notices have been repealed by `day`.
    #[must_use]
    #[inline]
    pub(crate) fn is_repealed_by(&self, day: NaiveDate) -> bool {
        self.parameters.repealed_on.is_some_and(|repealed_on| repealed_on <= day)
    }

    /// The day of repeal, where `day` is that day or later: from then on the notices no longer apply.
    #[must_use]
    #[inline]
    pub fn repealed_by(&self, day: NaiveDate) -> Option<NaiveDate> {
        if self.is_repealed_by(day) { self.parameters.repealed_on } else { None }
    }

    /// The days by which a year ends before its corresponding day.
    ///
    /// Reading: `expiry_day`.
    #[must_use]
    #[inline]
    pub const fn offset_days(&self) -> u32 {
        match self.readings.expiry_day {
            ExpiryDay::CorrespondingDay => 0,
            ExpiryDay::DayBefore => 1,
        }
    }

    /// The last day of the `years`-th year of a period that starts on `start`; where there is no corresponding day, the
    /// month's last day.
    ///
    /// Reading: `expiry_day`.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::{Reading, Readings, Regulation};
    /// use ruankao::day;
    ///
    /// let day_before = Regulation::default().read(Readings::default().turned(Reading::ExpiryDay));
    /// assert_eq!(Regulation::default().year_end(day!(2005, 3, 10), 3), day!(2008, 3, 10));
    /// assert_eq!(day_before.year_end(day!(2005, 3, 10), 3), day!(2008, 3, 9));
    /// // There is no 29 February 2007: both sides agree.
    /// assert_eq!(day_before.year_end(day!(2004, 2, 29), 3), day!(2007, 2, 28));
    /// ```
    #[must_use]
    #[inline(always)]
    pub fn year_end(&self, start: NaiveDate, years: u32) -> NaiveDate {
        let end = add_years(start, years);
        match self.readings.expiry_day {
            ExpiryDay::DayBefore if end.day() == start.day() => sub_days(end, 1),
            _ => end,
        }
    }

    /// The last day of a term that nominally ends on `nominal`.
    ///
    /// Reading: `term_last_day`.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the calendar had to be asked about a year it does not cover.
    #[inline]
    pub fn roll_term(&self, nominal: NaiveDate) -> Result<NaiveDate, Uncovered> {
        match self.readings.term_last_day {
            TermLastDay::AsIs => Ok(nominal),
            TermLastDay::NextWorkingDay => self.calendar.roll(nominal),
        }
    }

    /// The last day of a time for appeal that nominally ends on `nominal`.
    ///
    /// Reading: `appeal_last_day`.
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the calendar had to be asked about a year it does not cover.
    pub fn roll_appeal(&self, nominal: NaiveDate) -> Result<NaiveDate, Uncovered> {
        match self.readings.appeal_last_day {
            AppealLastDay::AsIs => Ok(nominal),
            AppealLastDay::NextWorkingDay => self.calendar.roll(nominal),
        }
    }

    /// The day by which an agency that accepted an application on `accepted_on` gives its opinion (47.7).
    ///
    /// # Errors
    ///
    /// [`Uncovered`] where the working days reach into a year the calendar does not cover.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Regulation;
    /// use ruankao::day;
    ///
    /// assert_eq!(Regulation::default().review_by(day!(2007, 4, 20)), Ok(day!(2007, 5, 16)));
    /// assert!(Regulation::default().review_by(day!(2026, 12, 20)).is_err());
    /// ```
    pub fn review_by(&self, accepted_on: NaiveDate) -> Result<NaiveDate, Uncovered> {
        self.calendar.nth_working_day_after(accepted_on, self.parameters.review_working_days)
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Parameters, Readings, Regulation, WorkCalendar};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Deserialize)]
    #[serde(rename = "Regulation", deny_unknown_fields)]
    struct Wire {
        parameters: Option<Parameters>,
        readings: Option<Readings>,
        calendar: Option<WorkCalendar>,
    }

    #[derive(Serialize)]
    #[serde(rename = "Regulation")]
    struct Written<'a> {
        parameters: &'a Parameters,
        readings: &'a Readings,
        #[serde(skip_serializing_if = "Option::is_none")]
        calendar: Option<&'a WorkCalendar>,
    }

    impl Serialize for Regulation {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let Self { parameters, readings, calendar } = self;
            let calendar = Some(calendar).filter(|&calendar| *calendar != WorkCalendar::statutory());
            Written { parameters, readings, calendar }.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Regulation {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Wire { parameters, readings, calendar } = Wire::deserialize(deserializer)?;
            Self::new(parameters.unwrap_or_default(), readings.unwrap_or_default(), calendar.unwrap_or_default())
                .map_err(serde::de::Error::custom)
        }
    }
}
