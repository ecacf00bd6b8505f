//! Deferral of a registration (47.8, 延期登记): the request to register later.

use crate::calendar::date::add_months;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::finding::value::Value;
use crate::ground::claim::Claim;
use crate::regulation::clause::Clause;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

/// A request for deferral (47.8): a claim on a ground, and the day until which.
///
/// Several may be granted in a term, [each beyond the last](crate::docs::decided_points#several_deferrals); an absence may
/// lie in [any year of the cycle](crate::docs::decided_points#year_of_absence).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    /// The ground and what speaks for it.
    pub claim: Claim,
    /// The last day on which to act for the next registration, if it is granted.
    pub until: NaiveDate,
}

/// The term that a deferral is asked in, as far as a deferral looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Bounds {
    /// The day after which absences count: the end of the day before the education cycle.
    pub absences_after: NaiveDate,
    /// The nominal end of the term.
    pub nominal: NaiveDate,
    /// The last day in force.
    pub expiry: NaiveDate,
    /// The last day on which to register, as things stand.
    pub deadline: NaiveDate,
}

/// The latest day until which a term that nominally ends on `nominal` may be deferred (47.8: 不得超过一年).
///
/// # Examples
///
/// ```
/// use ruankao::deferral::latest;
/// use ruankao::regulation::Regulation;
/// use ruankao::day;
///
/// assert_eq!(latest(day!(2008, 2, 29), &Regulation::default()), day!(2009, 2, 28));
/// ```
#[must_use]
pub fn latest(nominal: NaiveDate, regulation: &Regulation) -> NaiveDate {
    add_months(nominal, regulation.parameters().deferral_months)
}

impl Request {
    /// 47.8, in its order: before the term ends (在证书有效期满前), beyond the deadline, by a year at most, on its ground.
    pub(crate) fn examine(
        &self,
        on: NaiveDate,
        bounds: Bounds,
        regulation: &Regulation,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let days =
            |code, required, found| Finding::new(code, Clause::N47_8).compared(Value::Day(required), Value::Day(found));
        if on > bounds.expiry {
            return Err(days(Code::AfterExpiry, bounds.expiry, on).into());
        }
        if self.until <= bounds.deadline {
            return Err(days(Code::DeferralNotBeyondDeadline, bounds.deadline, self.until).into());
        }
        scrutiny.look(|| {
            let latest = latest(bounds.nominal, regulation);
            (self.until > latest).then(|| days(Code::DeferralTooLong, latest, self.until))
        })?;
        self.claim.require_absence(Clause::N47_8, bounds.absences_after, self.until, regulation, scrutiny)?;
        self.claim.require_consent(Clause::N47_8, scrutiny)?;
        self.claim.require_evidence(Clause::N47_8, scrutiny)
    }
}
