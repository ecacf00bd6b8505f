//! Approval (47.3).

use crate::finding::refused::Refused;
use crate::lifecycle::act::Act;
use crate::lifecycle::at::At;
use crate::lifecycle::states::{Begun, NotSubject, Running, Unapproved};
use chrono::NaiveDate;

/// What an approval leads to.
#[derive(Debug)]
pub enum Approved<'f> {
    /// The first term runs.
    Subject(At<'f, Running>),
    /// The certificate is outside the regime.
    NotSubject(At<'f, NotSubject>),
}

impl<'f> At<'f, Unapproved> {
    /// Approves the certificate: its first term starts, unless it comes before the regime (47.0: 自2004年1月1日起取得的) or
    /// from its repeal on.
    ///
    /// Acts dated before the notices were issued are [accepted as they are](crate::docs::decided_points#acts_before_issue).
    /// Whoever passes the examination anew has [another certificate](crate::docs::decided_points#new_examination).
    ///
    /// # Errors
    ///
    /// `calendar_uncovered` where the term's last day has to be rolled and lies in a year the calendar does not cover.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::{Approved, State};
    /// use ruankao::{History, Law, Ledger, day};
    ///
    /// let mut file = Law::of_2004().open(History::default(), Ledger::default());
    /// let State::Unapproved(unapproved) = file.state()? else { panic!() };
    /// let Approved::Subject(running) = unapproved.approve(day!(2005, 3, 10))? else { panic!() };
    /// assert_eq!(running.state().term().expiry(), day!(2008, 3, 10));
    /// assert_eq!(running.state().term().opens(), day!(2007, 12, 10));
    /// assert_eq!(file.history().records().len(), 1);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn approve(self, on: NaiveDate) -> Result<Approved<'f>, Refused<Self>> {
        let begun = self.act(Act::Approved.on(on), |state, _, facts| Ok(state.approved(on, facts.regulation())?))?;
        Ok(begun.split(|file, begun| match begun {
            Begun::Running(state) => Approved::Subject(At::new(file, state)),
            Begun::NotSubject(state) => Approved::NotSubject(At::new(file, state)),
        }))
    }
}
