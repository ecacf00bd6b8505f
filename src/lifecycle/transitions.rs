//! The transition table of a certificate, as data.

use crate::appeal::Outcome;
use crate::lifecycle::act::{Act, ActName};
use crate::lifecycle::certificate::Certificate;
use crate::naming::table::{Language, named};
use crate::regulation::clause::Clause;
use crate::transition::Transition;
use core::fmt;

named! {
    /// A state of a certificate, by name alone.
    pub enum StateName: "state" {
        /// Before the approval.
        Unapproved = "unapproved", "not approved", "尚未取得证书";
        /// Outside the regime.
        NotSubject = "not_subject", "not subject to registration", "不适用登记制度";
        /// A term runs and nothing is pending.
        Running = "running", "term running", "有效期进行中";
        /// An application is filed.
        Filed = "filed", "application filed", "已提交登记申请";
        /// An application is under review.
        UnderReview = "under_review", "under review", "登记审查中";
        /// A request for deferral is pending.
        DeferralPending = "deferral_pending", "deferral requested", "延期登记申请待决";
        /// Lapsed.
        Lapsed = "lapsed", "lapsed", "逾期失效";
        /// Cancelled, not published.
        Cancelled = "cancelled", "cancelled, not published", "已注销登记，尚未公布";
        /// Cancelled and published.
        Published = "published", "cancelled and published", "已注销登记并公布";
        /// Cancelled and appealed.
        UnderAppeal = "under_appeal", "under appeal", "复议中";
        /// Cancelled, and upheld on appeal.
        Upheld = "upheld", "cancellation upheld", "复议维持注销登记";
        /// Released by the repeal: time alone leads there, so that no folded certificate is at it.
        Released = "released", "released by the repeal", "通知废止后持续有效";
    }
}

/// What moves a certificate from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trigger {
    /// An act, other than the decision on an appeal.
    Act(ActName),
    /// The decision on an appeal: where it leads depends on its outcome.
    Decided(Outcome),
    /// The deadline passes.
    Deadline,
    /// The notices are repealed.
    Repeal,
}

impl Trigger {
    /// Its name: of an act the one on the wire, with the outcome behind it where that leads elsewhere.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Act(act) => act.name(),
            Self::Decided(Outcome::Upheld) => "appeal_decided upheld",
            Self::Decided(Outcome::Overturned) => "appeal_decided overturned",
            Self::Deadline => "deadline",
            Self::Repeal => "repeal",
        }
    }

    /// The words for it in a language.
    #[must_use]
    pub const fn in_words(self, language: Language) -> &'static str {
        match self {
            Self::Act(act) => act.in_words(language),
            Self::Decided(outcome) => outcome.in_words(language),
            Self::Deadline => language.choose("the deadline passes", "办理登记的期限届满"),
            Self::Repeal => language.choose("the notices are repealed", "通知废止"),
        }
    }

    /// The act, where it is one.
    #[must_use]
    pub const fn act(self) -> Option<ActName> {
        match self {
            Self::Act(act) => Some(act),
            Self::Decided(_) => Some(ActName::AppealDecided),
            Self::Deadline | Self::Repeal => None,
        }
    }
}

impl From<&Act> for Trigger {
    fn from(act: &Act) -> Self {
        match act {
            Act::AppealDecided(outcome) => Self::Decided(*outcome),
            other => Self::Act(other.name()),
        }
    }
}

impl fmt::Display for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Certificate {
    /// Its state by name.
    #[must_use]
    pub const fn state_name(&self) -> StateName {
        match self {
            Self::Unapproved(_) => StateName::Unapproved,
            Self::NotSubject(_) => StateName::NotSubject,
            Self::Running(_) => StateName::Running,
            Self::Filed(_) => StateName::Filed,
            Self::UnderReview(_) => StateName::UnderReview,
            Self::DeferralPending(_) => StateName::DeferralPending,
            Self::Lapsed(_) => StateName::Lapsed,
            Self::Cancelled(_) => StateName::Cancelled,
            Self::Published(_) => StateName::Published,
            Self::UnderAppeal(_) => StateName::UnderAppeal,
            Self::Upheld(_) => StateName::Upheld,
        }
    }
}

/// All moves that there are under any reading, in every mode.
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
pub const TRANSITIONS: &[Transition<StateName, Trigger>] = {
    use ActName as Name;
    use Clause::{N47_0, N47_3, N47_7, N47_8, N47_10, N47_11, N48_6};
    use StateName::{
        Cancelled, DeferralPending, Filed, Lapsed, NotSubject, Published, Released, Running, Unapproved, UnderAppeal,
        UnderReview, Upheld,
    };
    const fn act(clause: Clause, from: StateName, act: ActName, to: StateName) -> Transition<StateName, Trigger> {
        Transition::under(clause, from, Trigger::Act(act), to)
    }
    const fn decided(clause: Clause, outcome: Outcome, to: StateName) -> Transition<StateName, Trigger> {
        Transition::under(clause, UnderAppeal, Trigger::Decided(outcome), to)
    }
    const fn deadline(from: StateName) -> Transition<StateName, Trigger> {
        Transition::under(Clause::N47_3, from, Trigger::Deadline, Lapsed)
    }
    const fn repeal(from: StateName, to: StateName) -> Transition<StateName, Trigger> {
        Transition { from, trigger: Trigger::Repeal, to, clause: None }
    }
    &[
        act(N47_0, Unapproved, Name::Approved, NotSubject),
        act(N47_3, Unapproved, Name::Approved, Running),
        act(N47_8, Running, Name::DeferralRequested, DeferralPending),
        act(N48_6, Running, Name::ExtensionGranted, Running),
        act(N47_3, Running, Name::ApplicationFiled, Filed),
        act(N47_3, Running, Name::ApplicationAccepted, UnderReview),
        act(N47_10, Running, Name::Cancelled, Cancelled),
        deadline(Running),
        repeal(Running, Released),
        act(N48_6, Filed, Name::ExtensionGranted, Filed),
        act(N47_3, Filed, Name::ApplicationAccepted, UnderReview),
        act(N47_7, Filed, Name::Refused, Running),
        act(N47_3, Filed, Name::Refused, Lapsed),
        act(N47_7, Filed, Name::ApplicationWithdrawn, Running),
        act(N47_3, Filed, Name::ApplicationWithdrawn, Lapsed),
        act(N47_10, Filed, Name::Cancelled, Cancelled),
        deadline(Filed),
        repeal(Filed, Released),
        repeal(Filed, Lapsed),
        act(N48_6, UnderReview, Name::ExtensionGranted, UnderReview),
        act(N47_7, UnderReview, Name::Registered, Running),
        act(N47_7, UnderReview, Name::Refused, Running),
        act(N47_3, UnderReview, Name::Refused, Lapsed),
        act(N47_7, UnderReview, Name::ApplicationWithdrawn, Running),
        act(N47_3, UnderReview, Name::ApplicationWithdrawn, Lapsed),
        act(N47_10, UnderReview, Name::Cancelled, Cancelled),
        deadline(UnderReview),
        repeal(UnderReview, Released),
        repeal(UnderReview, Lapsed),
        act(N48_6, DeferralPending, Name::ExtensionGranted, DeferralPending),
        act(N47_8, DeferralPending, Name::DeferralGranted, Running),
        act(N47_3, DeferralPending, Name::DeferralGranted, Lapsed),
        act(N47_8, DeferralPending, Name::DeferralRefused, Running),
        act(N47_3, DeferralPending, Name::DeferralRefused, Lapsed),
        act(N47_10, DeferralPending, Name::Cancelled, Cancelled),
        deadline(DeferralPending),
        repeal(DeferralPending, Released),
        act(N47_3, Lapsed, Name::ApplicationFiled, Filed),
        act(N47_3, Lapsed, Name::ApplicationAccepted, UnderReview),
        repeal(Lapsed, Released),
        act(N47_11, Cancelled, Name::CancellationPublished, Published),
        act(N47_11, Cancelled, Name::AppealFiled, UnderAppeal),
        act(N47_11, Published, Name::AppealFiled, UnderAppeal),
        act(N47_11, UnderAppeal, Name::CancellationPublished, UnderAppeal),
        decided(N47_11, Outcome::Upheld, Upheld),
        decided(N47_11, Outcome::Overturned, Running),
        decided(N47_11, Outcome::Overturned, Filed),
        decided(N47_11, Outcome::Overturned, UnderReview),
        decided(N47_11, Outcome::Overturned, DeferralPending),
        decided(N47_3, Outcome::Overturned, Lapsed),
        act(N47_11, Upheld, Name::CancellationPublished, Upheld),
    ]
};
