//! The term of a certificate (47.3).

use crate::calendar::date::{add_days, is_within_months, sub_months};
use crate::calendar::working_days::Uncovered;
use crate::deferral::Bounds;
use crate::education::cycle::Cycle;
use crate::education::extension::Extension;
use crate::regulation::readings::{TermLastDay, TermStart};
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

/// A term: three years from an approval or a registration, with what was granted in it.
///
/// `opens` is never after the day behind `nominal`, and `expiry` never before `nominal`. Plain data, worked out once, when
/// the event that starts the term is applied, but for the day the window opens: few who read on ask for it.
///
/// # Examples
///
/// ```
/// use ruankao::{Act, History, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 5, 31))]);
/// let file = Law::of_2004().open(history, Ledger::default());
/// let term = file.certificate().term().unwrap();
/// assert_eq!((term.start(), term.expiry()), (day!(2005, 5, 31), day!(2008, 5, 31)));
/// // Three months before the end of May is the end of February.
/// assert_eq!((term.opens(), term.deadline()), (day!(2008, 2, 29), day!(2008, 5, 31)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    start: NaiveDate,
    nominal: NaiveDate,
    expiry: NaiveDate,
    /// The last day on which to act: that of a deferral, where one was granted. Each act asks for it.
    deadline: NaiveDate,
    extension: Option<Extension>,
    window: Window,
    is_first: bool,
    is_deferred: bool,
}

/// The time before its end in which to act for the next registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Window {
    months: u32,
    /// From the end of the term to the day from which the months are counted back.
    days: u32,
}

impl Term {
    /// 47.3: 证书有效期为三年（自批准或登记之日起算）。
    ///
    /// Readings: `expiry_day`, `term_last_day`.
    #[inline(always)]
    pub(crate) fn starting(start: NaiveDate, is_first: bool, regulation: &Regulation) -> Result<Self, Uncovered> {
        let nominal = regulation.year_end(start, regulation.parameters().validity_years);
        let expiry = regulation.roll_term(nominal)?;
        let window = Window { months: regulation.parameters().window_months, days: regulation.offset_days() };
        let (deadline, extension, is_deferred) = (expiry, None, false);
        Ok(Self { start, nominal, expiry, deadline, extension, window, is_first, is_deferred })
    }

    /// The days that any term lasts at the least, from its first day to the last on which to act, where it hangs on its first
    /// day alone: not on the term before it, nor on a calendar.
    ///
    /// Readings: `term_start`, `term_last_day`.
    pub(crate) fn least_days(regulation: &Regulation) -> Option<u32> {
        let readings = regulation.readings();
        let stands_alone =
            (readings.term_start, readings.term_last_day) == (TermStart::Registration, TermLastDay::AsIs);
        let days = regulation.parameters().validity_years.checked_mul(365)?;
        days.checked_sub(regulation.offset_days()).filter(|_| stands_alone)
    }

    /// A copy, field by field: what is written back to where it lies is not written at all then.
    #[inline(always)]
    pub(super) const fn kept(&self) -> Self {
        let Self { start, nominal, expiry, deadline, extension, window, is_first, is_deferred } = *self;
        let Window { months, days } = window;
        let extension = match extension {
            Some(Extension { arose_on, until }) => Some(Extension { arose_on, until }),
            None => None,
        };
        let window = Window { months, days };
        Self { start, nominal, expiry, deadline, extension, window, is_first, is_deferred }
    }

    /// Longer by the days lost to a cancellation; the education cycle stays as it is.
    pub(crate) fn tolled(self, days: u32, regulation: &Regulation) -> Result<Self, Uncovered> {
        let nominal = add_days(self.nominal, days);
        let expiry = regulation.roll_term(nominal)?;
        let deadline = if self.is_deferred { add_days(self.deadline, days) } else { expiry };
        Ok(Self { nominal, expiry, deadline, ..self })
    }

    #[inline(always)]
    pub(crate) const fn defer(&mut self, until: NaiveDate) {
        (self.deadline, self.is_deferred) = (until, true);
    }

    pub(crate) const fn extend(&mut self, extension: Extension) {
        self.extension = Some(extension);
    }

    /// Whether it is the one that the approval started.
    #[must_use]
    pub const fn is_first(&self) -> bool {
        self.is_first
    }

    /// The day it starts on.
    #[must_use]
    pub const fn start(&self) -> NaiveDate {
        self.start
    }

    /// The last day it has by the count of years.
    #[must_use]
    pub const fn nominal(&self) -> NaiveDate {
        self.nominal
    }

    /// The last day in force.
    #[must_use]
    #[inline]
    pub const fn expiry(&self) -> NaiveDate {
        self.expiry
    }

    /// The first day on which to apply for registration; an application made before it is a fault, and
    /// [no nullity](crate::docs::decided_points#early_application).
    ///
    /// 47.3: 在有效期满前三个月内. The months are counted back from the corresponding day, whichever day the term ends on.
    #[must_use]
    #[inline]
    pub fn opens(&self) -> NaiveDate {
        sub_months(add_days(self.nominal, self.window.days), self.window.months)
    }

    /// Whether the time in which to apply has begun by `on`.
    #[inline]
    pub(crate) fn is_open_on(&self, on: NaiveDate) -> bool {
        is_within_months(on, add_days(self.nominal, self.window.days), self.window.months)
    }

    /// The day until which a deferral was granted (47.8).
    #[must_use]
    #[inline]
    pub const fn deferred_until(&self) -> Option<NaiveDate> {
        if self.is_deferred { Some(self.deadline) } else { None }
    }

    /// The extension granted in it (48.6).
    #[must_use]
    pub const fn extension(&self) -> Option<Extension> {
        self.extension
    }

    /// The last day on which to act for the next registration, which is to file or, under the reading `in_time` =
    /// `acceptance`, to have it accepted: the granted deferral's, else the last day in force.
    #[must_use]
    #[inline]
    pub const fn deadline(&self) -> NaiveDate {
        self.deadline
    }

    /// The education cycle that runs with it.
    pub(crate) const fn cycle<'r>(&self, regulation: &'r Regulation) -> Cycle<'r> {
        Cycle::new(self.start, self.is_first, self.extension, regulation)
    }

    /// What a deferral asked in it is held against.
    pub(crate) fn bounds(&self, regulation: &Regulation) -> Bounds {
        Bounds {
            absences_after: self.cycle(regulation).after(),
            nominal: self.nominal,
            expiry: self.expiry,
            deadline: self.deadline(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Term;
    use crate::calendar::day::literal;
    use crate::regulation::parameters::Parameters;
    use crate::regulation::readings::{Reading, Readings};
    use crate::regulation::rules::Regulation;

    /// No term is shorter, and some are as short: so none that began is taken for one that ended.
    #[test]
    #[cfg_attr(miri, ignore = "every day of a century, a minute under Miri")]
    fn no_term_is_shorter_than_the_least() {
        for (years, readings) in (1..=7).flat_map(|years| {
            [Readings::default(), Readings::default().turned(Reading::ExpiryDay)].map(|readings| (years, readings))
        }) {
            let parameters = Parameters { validity_years: years, ..Parameters::NOTICES };
            let regulation = Regulation::new(parameters, readings, Regulation::default().calendar().clone()).unwrap();
            let least = i64::from(Term::least_days(&regulation).unwrap());
            let days = literal(2003, 1, 1).iter_days().take_while(|&day| day < literal(2105, 1, 1));
            let lasts = days.map(|start| {
                Term::starting(start, true, &regulation).unwrap().deadline().signed_duration_since(start).num_days()
            });
            assert_eq!(lasts.min(), Some(least), "{years} {readings:?}");
        }
    }

    #[test]
    fn a_term_that_hangs_on_more_than_its_first_day_has_no_least() {
        for reading in [Reading::TermStart, Reading::TermLastDay] {
            let regulation = Regulation::default().read(Readings::default().turned(reading));
            assert_eq!(Term::least_days(&regulation), None, "{reading}");
        }
    }
}
