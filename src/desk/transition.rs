//! The transition table of an application at the counter, as data.

use crate::naming::table::named;
use crate::regulation::clause::Clause;
use crate::transition::Transition;

named! {
    /// A state of an application, by name alone.
    pub enum ApplicationState: "state of an application" {
        /// Being made out.
        Draft = "draft", "being made out", "填写中";
        /// Handed in, and filed.
        Submitted = "submitted", "handed in", "已提交";
        /// Accepted, and under review.
        Accepted = "accepted", "accepted", "已受理";
        /// Examined, and nothing stands against it.
        Met = "met", "conditions met", "符合登记条件";
        /// Examined, and something does.
        Unmet = "unmet", "conditions not met", "不符合登记条件";
        /// Registered and stamped.
        Registered = "registered", "registered", "已登记";
        /// Refused with reasons.
        Rejected = "rejected", "refused", "不予登记";
        /// Withdrawn by the holder.
        Withdrawn = "withdrawn", "withdrawn", "已撤回";
    }
}

named! {
    /// What takes an application on, by the name of the function that does it.
    pub enum ApplicationMove: "move of an application" {
        /// It is handed in.
        Submit = "submit", "hand in", "提交";
        /// Its form is corrected.
        Correct = "correct", "correct", "补正";
        /// Something else is brought beside the form.
        Supplement = "supplement", "supplement", "补交材料";
        /// The time for education is extended meanwhile.
        Extend = "extend", "extend", "顺延";
        /// It is accepted.
        Accept = "accept", "accept", "受理";
        /// Its particulars are renewed for the decision.
        Renew = "renew", "renew", "更新材料";
        /// It is examined.
        Examine = "examine", "examine", "审查";
        /// It is registered.
        Register = "register", "register", "登记";
        /// It is refused.
        Refuse = "refuse", "refuse", "不予登记";
        /// The holder withdraws it.
        Withdraw = "withdraw", "withdraw", "撤回";
    }
}

/// The moves that take an application on; giving a state back to an earlier one is not among them.
///
/// # Examples
///
/// ```
/// use ruankao::desk::{APPLICATION_TRANSITIONS, ApplicationState};
///
/// let stamped = APPLICATION_TRANSITIONS.iter().filter(|row| row.to == ApplicationState::Registered);
/// assert!(stamped.into_iter().all(|row| row.from == ApplicationState::Met));
/// ```
pub const APPLICATION_TRANSITIONS: &[Transition<ApplicationState, ApplicationMove>] = {
    use ApplicationMove as Move;
    use ApplicationState::{Accepted, Draft, Met, Registered, Rejected, Submitted, Unmet, Withdrawn};
    use Clause::{N47_3, N47_6, N47_7, N48_6};
    &[
        Transition::under(N47_3, Draft, Move::Submit, Submitted),
        Transition::under(N47_6, Submitted, Move::Correct, Submitted),
        Transition::under(N47_6, Submitted, Move::Supplement, Submitted),
        Transition::under(N48_6, Submitted, Move::Extend, Submitted),
        Transition::under(N47_7, Submitted, Move::Accept, Accepted),
        Transition::under(N47_7, Submitted, Move::Withdraw, Withdrawn),
        Transition::under(N47_6, Accepted, Move::Renew, Accepted),
        Transition::under(N48_6, Accepted, Move::Extend, Accepted),
        Transition::under(N47_7, Accepted, Move::Examine, Met),
        Transition::under(N47_7, Accepted, Move::Examine, Unmet),
        Transition::under(N47_7, Accepted, Move::Withdraw, Withdrawn),
        Transition::under(N47_7, Met, Move::Register, Registered),
        Transition::under(N47_7, Unmet, Move::Refuse, Rejected),
    ]
};
