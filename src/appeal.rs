//! Appeal against a revocation (47.11, 复议): the time for it, and what comes of it.

use crate::calendar::date::add_days;
use crate::calendar::working_days::Uncovered;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::finding::value::Value;
use crate::naming::table::named;
use crate::regulation::clause::Clause;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

named! {
    /// What the Office decides on an appeal.
    pub enum Outcome: "outcome of an appeal" {
        /// The cancellation stands, and the notices' own remedy is used up.
        Upheld = "upheld", "cancellation upheld", "复议维持注销登记";
        /// The certificate is again as it was.
        Overturned = "overturned", "cancellation overturned", "复议撤销注销登记";
    }
}

/// The last day on which a cancellation published on `published_on` can be appealed (47.11: 公布之日起30日内).
///
/// The time is that of the notices, and runs [from the publication](crate::docs::decided_points#cancellation_takes_effect);
/// other law may count from knowledge instead, or give more.
///
/// Reading: `appeal_last_day`.
///
/// # Errors
///
/// [`Uncovered`] where the calendar had to be asked about a year it does not cover.
///
/// # Examples
///
/// ```
/// use ruankao::appeal::last_day;
/// use ruankao::regulation::Regulation;
/// use ruankao::day;
///
/// // The thirtieth day lies in the National Day holiday.
/// assert_eq!(last_day(day!(2007, 9, 3), &Regulation::default()), Ok(day!(2007, 10, 8)));
/// // A Sunday that is worked.
/// assert_eq!(last_day(day!(2006, 12, 1), &Regulation::default()), Ok(day!(2006, 12, 31)));
/// assert!(last_day(day!(2026, 12, 15), &Regulation::default()).is_err());
/// ```
pub fn last_day(published_on: NaiveDate, regulation: &Regulation) -> Result<NaiveDate, Uncovered> {
    regulation.roll_appeal(add_days(published_on, regulation.parameters().appeal_days))
}

/// 47.11: within thirty days of the publication.
pub(crate) fn examine(on: NaiveDate, last_day: NaiveDate, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
    scrutiny.require(on <= last_day, || {
        Finding::new(Code::AppealTooLate, Clause::N47_11).compared(Value::Day(last_day), Value::Day(on))
    })
}
