//! The transition table of a certificate, as data.

use crate::lifecycle::act::ActName;
use crate::lifecycle::certificate::StateName;
use crate::regulation::clause::Clause;

/// What moves a certificate from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trigger {
    /// An act.
    Act(ActName),
    /// The deadline passes.
    Deadline,
}

/// A row of the transition table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Transition {
    /// The state before.
    pub from: StateName,
    /// What moves it.
    pub trigger: Trigger,
    /// The state after.
    pub to: StateName,
    /// The clause that it rests on.
    pub clause: Clause,
}

macro_rules! transitions {
    ($($from:ident $trigger:ident $to:ident $clause:ident;)+) => {
        /// All moves that there are; whatever is not here cannot happen.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::lifecycle::{ActName, StateName, TRANSITIONS, Trigger};
        ///
        /// let registered: Vec<_> =
        ///     TRANSITIONS.iter().filter(|row| row.trigger == Trigger::Act(ActName::Registered)).collect();
        /// assert_eq!(registered.len(), 1);
        /// assert_eq!(registered[0].from, StateName::UnderReview);
        /// ```
        pub const TRANSITIONS: &[Transition] = &[$(
            Transition {
                from: StateName::$from,
                trigger: transitions!(@ $trigger),
                to: StateName::$to,
                clause: Clause::$clause,
            },
        )+];
    };
    (@ Deadline) => { Trigger::Deadline };
    (@ $act:ident) => { Trigger::Act(ActName::$act) };
}

transitions! {
    Unapproved Approved NotSubject N47_0;
    Unapproved Approved Running N47_3;
    Running DeferralRequested DeferralPending N47_8;
    Running ExtensionGranted Running N48_6;
    Running ApplicationAccepted UnderReview N47_3;
    Running Cancelled Cancelled N47_10;
    Running Deadline Lapsed N47_3;
    UnderReview ExtensionGranted UnderReview N48_6;
    UnderReview Registered Running N47_7;
    UnderReview Refused Running N47_7;
    UnderReview Refused Lapsed N47_3;
    UnderReview Cancelled Cancelled N47_10;
    UnderReview Deadline Lapsed N47_3;
    DeferralPending ExtensionGranted DeferralPending N48_6;
    DeferralPending DeferralGranted Running N47_8;
    DeferralPending DeferralGranted Lapsed N47_3;
    DeferralPending DeferralRefused Running N47_8;
    DeferralPending DeferralRefused Lapsed N47_3;
    DeferralPending Cancelled Cancelled N47_10;
    DeferralPending Deadline Lapsed N47_3;
    Cancelled CancellationPublished Published N47_11;
    Published AppealFiled UnderAppeal N47_11;
    UnderAppeal AppealDecided Upheld N47_11;
    UnderAppeal AppealDecided Running N47_11;
    UnderAppeal AppealDecided UnderReview N47_11;
    UnderAppeal AppealDecided DeferralPending N47_11;
    UnderAppeal AppealDecided Lapsed N47_3;
}
