//! Registration (47.3 to 47.7).

use crate::finding::refused::Refused;
use crate::finding::scrutiny::Strict;
use crate::finding::verdict::Verdict;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::at::At;
use crate::lifecycle::moves::decision::Decision;
use crate::lifecycle::states::{Filed, Lapsed, Running, UnderReview};
use crate::lifecycle::steps::registration::Applying;
use crate::registration::application::{Acceptance, Filing, Registration};
use chrono::NaiveDate;

/// An application whose conditions of registration are met as of a day: it can be registered, once.
///
/// It can only be had from [`At::clear`], which yields it where nothing stands against the registration; it holds the
/// file and carries the day and the particulars it was given on, so that it proves what it was given for and nothing
/// else.
#[derive(Debug)]
pub struct Cleared<'f> {
    review: At<'f, UnderReview>,
    registered: Event,
    next: Running,
}

impl<'f> At<'f, UnderReview> {
    /// The conditions of registration (47.4 to 47.6, 48.4), as they stand for a registration on `on`. Judged as of acceptance,
    /// hours earned since count for [neither cycle](crate::docs::decided_points#hours_during_review).
    ///
    /// Reading: `conditions_on`.
    #[must_use]
    pub fn conditions(&self, on: NaiveDate, registration: &Registration) -> Verdict {
        self.state().conditions(on, registration, self.facts())
    }

    /// Clears the application for a registration on `on` (47.7), where nothing stands against it.
    ///
    /// The hours are those held now; what was [struck](crate::docs::decided_points#struck_hours) does not count. A criminal
    /// record bars [without limit of time](crate::docs::decided_points#old_criminal_record).
    ///
    /// # Errors
    ///
    /// `conditions_not_met` with all that was found; `agency_missing` and `agency_not_approved` where a list of agencies
    /// is given; `lapsed` where the application ended with the term (reading `pending_at_expiry`); `calendar_uncovered`
    /// where the new term's last day has to be rolled and lies in a year the calendar does not cover.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::lifecycle::State;
    /// use ruankao::registration::{Acceptance, Registration};
    /// use ruankao::regulation::Parameters;
    /// use ruankao::{Act, Application, History, Law, Ledger, day};
    ///
    /// let acceptance = Acceptance { agency: None, application: Application::COMPLETE };
    /// let history = History::from_iter([
    ///     Act::Approved.on(day!(2005, 3, 10)),
    ///     Act::ApplicationAccepted(acceptance).on(day!(2008, 1, 15)),
    /// ]);
    ///
    /// // Nothing was studied: 180 hours and three times 40 are missing.
    /// let mut file = Law::of_2004().open(&history, Ledger::default());
    /// let State::UnderReview(review) = file.state()? else { panic!() };
    /// let refused = review.clear(day!(2008, 1, 20), &Registration::default()).unwrap_err();
    /// assert_eq!(refused.fault.findings().len(), 4);
    ///
    /// // Where nothing is asked, nothing is missing.
    /// let parameters = Parameters { cycle_hours: 0, yearly_hours: 0, ..Parameters::NOTICES };
    /// let mut file = Law::of_2004().with_parameters(parameters)?.open(&history, Ledger::default());
    /// let State::UnderReview(review) = file.state()? else { panic!() };
    /// let running = review.clear(day!(2008, 1, 20), &Registration::default())?.register();
    /// assert_eq!(running.state().term().expiry(), day!(2011, 1, 20));
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn clear(self, on: NaiveDate, registration: &Registration) -> Result<Cleared<'f>, Refused<Self>> {
        let registered = Act::Registered(registration.clone()).on(on);
        let next = self.look(&registered, |mut state, _, facts| state.registered(on, registration, facts, &mut Strict));
        match next {
            Ok(next) => Ok(Cleared { review: self, registered, next }),
            Err(fault) => Err(Refused { state: self, fault }),
        }
    }
}

impl<'f> Cleared<'f> {
    /// The day for which it was given.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.registered.on
    }

    /// Registers the certificate: the act is recorded in the file, and the next term starts.
    pub fn register(self) -> At<'f, Running> {
        self.review.moved(self.registered, self.next)
    }

    /// The application, its clearance given up.
    #[must_use]
    pub fn into_review(self) -> At<'f, UnderReview> {
        self.review
    }
}

macro_rules! applications {
    ($($state:ident)+) => {
        $(impl<'f> At<'f, $state> {
            /// Files an application for registration (47.3), [on the day that is named](crate::docs::decided_points#posted_papers).
            /// It [stays filed](crate::docs::decided_points#agency_silence) until it is accepted, refused or withdrawn.
            ///
            /// # Errors
            ///
            /// `lapsed` after the deadline, unless a lapsed certificate may return (reading `lapse_effect`);
            /// `before_window` before the window opens; `agency_missing` and `agency_not_approved` where a list of
            /// agencies is given.
            pub fn file(self, on: NaiveDate, filing: &Filing) -> Result<At<'f, Filed>, Refused<Self>> {
                self.act(Act::ApplicationFiled(filing.clone()).on(on), |mut state, mut lapsed, facts| {
                    applying(&mut state, &mut lapsed).filed(on, filing, facts, &mut Strict)
                })
            }
        })+
    };
}

applications! {
    Running Lapsed
}

macro_rules! acceptances {
    ($($state:ident)+) => {
        $(impl<'f> At<'f, $state> {
            /// Accepts an application for registration (47.3, 47.7), filed before or not. It
            /// [stays under review](crate::docs::decided_points#agency_silence) until it is decided or withdrawn.
            ///
            /// # Errors
            ///
            /// `lapsed` after the deadline, unless what was filed keeps the certificate (readings `in_time`,
            /// `pending_at_expiry`) or it may return (`lapse_effect`); `before_window` before the window opens;
            /// `agency_missing` and `agency_not_approved` where a list of agencies is given.
            pub fn accept(
                self,
                on: NaiveDate,
                acceptance: &Acceptance,
            ) -> Result<At<'f, UnderReview>, Refused<Self>> {
                self.act(Act::ApplicationAccepted(acceptance.clone()).on(on), |mut state, mut lapsed, facts| {
                    applying(&mut state, &mut lapsed).accepted(on, acceptance, facts, &mut Strict)
                })
            }
        })+
    };
}

acceptances! {
    Running Filed Lapsed
}

macro_rules! endings {
    ($($state:ident)+) => {
        $(
            impl<'f> At<'f, $state> {
                /// Refuses the application (47.7); another may follow in time. After the deadline the certificate lapses
                /// [on this day](crate::docs::decided_points#late_decision).
                ///
                /// # Errors
                ///
                /// `lapsed` where the application ended with the term (readings `pending_at_expiry`, `in_time`).
                pub fn refuse(self, on: NaiveDate) -> Result<Decision<'f>, Refused<Self>> {
                    Ok(self.act(Act::Refused.on(on), |mut state, _, _| Ok(state.dossier.ended(on, state.after_lapse)))?.into())
                }

                /// Ends the application that the holder withdraws; another may follow in time. After the deadline the
                /// certificate lapses [on this day](crate::docs::decided_points#late_decision).
                ///
                /// # Errors
                ///
                /// `lapsed` where the application ended with the term (readings `pending_at_expiry`, `in_time`).
                pub fn withdraw(self, on: NaiveDate) -> Result<Decision<'f>, Refused<Self>> {
                    Ok(self.act(Act::ApplicationWithdrawn.on(on), |mut state, _, _| Ok(state.dossier.ended(on, state.after_lapse)))?.into())
                }
            }
        )+
    };
}

endings! {
    Filed UnderReview
}

/// Who applies: a certificate at a state, or lapsed by time alone, where what was filed has ended with the term.
fn applying<'s, S>(state: &'s mut S, lapsed: &'s mut Option<Lapsed>) -> Applying<'s>
where
    Applying<'s>: From<&'s mut S>,
{
    match lapsed {
        Some(lapsed) => lapsed.into(),
        None => state.into(),
    }
}
