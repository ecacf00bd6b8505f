//! Approval (47.3).

use crate::calendar::working_days::Uncovered;
use crate::finding::fault::Fault;
use crate::finding::refused::Refused;
use crate::lifecycle::states::{Dossier, NotSubject, Running, Unapproved};
use crate::lifecycle::term::Term;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

/// What an approval leads to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Approved {
    /// The first term runs.
    Subject(Running),
    /// The certificate is outside the regime.
    NotSubject(NotSubject),
}

impl Unapproved {
    /// Approves the certificate: its first term starts, unless it comes before the regime (47.0: 自2004年1月1日起取得的).
    ///
    /// # Errors
    ///
    /// [`Code::CalendarUncovered`](crate::finding::Code::CalendarUncovered) where the term's last day has to be rolled
    /// and lies in a year the calendar does not cover.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::lifecycle::{Approved, Unapproved};
    /// use ruankao::regulation::Regulation;
    ///
    /// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
    /// let Approved::Subject(running) = Unapproved.approve(day(2005, 3, 10), &Regulation::default())? else { panic!() };
    /// assert_eq!(running.term().expiry(), day(2008, 3, 10));
    /// assert_eq!(running.term().opens(), day(2007, 12, 10));
    ///
    /// let earlier = Unapproved.approve(day(2003, 12, 31), &Regulation::default())?;
    /// assert!(matches!(earlier, Approved::NotSubject(_)));
    /// # Ok::<(), ruankao::finding::Refused<Unapproved>>(())
    /// ```
    pub fn approve(self, on: NaiveDate, regulation: &Regulation) -> Result<Approved, Refused<Self>> {
        self.approved(on, regulation).map_err(|uncovered| Refused { state: Self, fault: Fault::from(uncovered) })
    }

    pub(crate) fn approved(&self, on: NaiveDate, regulation: &Regulation) -> Result<Approved, Uncovered> {
        if on < regulation.parameters().scope_from {
            return Ok(Approved::NotSubject(NotSubject { approved_on: on }));
        }
        let term = Term::starting(on, true, regulation)?;
        Ok(Approved::Subject(Running { dossier: Dossier { term, last_event: on, application_made: false } }))
    }
}
