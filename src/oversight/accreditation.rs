//! The accreditation of a body in whatever state it is.

use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::{InMode, Mode};
use crate::finding::value::Value;
use crate::oversight::event::{AccreditationEvent, Act};
use crate::oversight::kind::Kind;
use crate::oversight::phase::Phase;
use crate::oversight::review::{Rectification, Review};
use crate::oversight::state::{Accredited, AwaitingFiling, Declined, Opened, Rectifying, Withdrawn};
use alloc::vec::Vec;
use chrono::NaiveDate;

/// The accreditation of a body, in one of its states: for what comes out of a database.
///
/// # Examples
///
/// ```
/// use ruankao::oversight::{Accreditation, Act, Agency, Phase};
/// use ruankao::{Code, Mode, day};
///
/// let mut irregularities = Vec::new();
/// let agency: Accreditation<Agency> = Accreditation::Unknown;
/// let agency = agency.apply(&Act::PROPOSED.on(day!(2005, 1, 10)), Mode::Strict, &mut irregularities)?;
/// assert_eq!(agency.phase(), Phase::Proposed);
/// let refused = agency.apply(&Act::PROPOSED.on(day!(2005, 1, 11)), Mode::Strict, &mut irregularities).unwrap_err();
/// assert_eq!(refused.fault.code(), Code::AlreadyProposed);
/// assert_eq!(refused.state.phase(), Phase::Proposed);
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Accreditation<K: Kind> {
    /// Nothing is known of it.
    #[default]
    Unknown,
    /// It awaits a decision.
    Opened(Opened<K>),
    /// It was turned down.
    Declined(Declined<K>),
    /// It awaits filing; of an agency this has no value.
    AwaitingFiling(AwaitingFiling<K>),
    /// It may act.
    Accredited(Accredited<K>),
    /// It is to rectify.
    Rectifying(Rectifying<K>),
    /// Its qualification is withdrawn.
    Withdrawn(Withdrawn<K>),
}

impl<K: Kind> Accreditation<K> {
    /// Where it stands.
    #[must_use]
    pub const fn phase(&self) -> Phase {
        match self {
            Self::Unknown => Phase::Unknown,
            Self::Opened(_) => K::KIND.opened(),
            Self::Declined(_) => Phase::Declined,
            Self::AwaitingFiling(_) => Phase::Approved,
            Self::Accredited(_) => Phase::Accredited,
            Self::Rectifying(_) => Phase::Rectifying,
            Self::Withdrawn(_) => Phase::Withdrawn,
        }
    }

    /// Whether the body may act.
    #[must_use]
    pub const fn may_act(&self) -> bool {
        self.phase().may_act()
    }

    /// The day of the last event, if there was one.
    #[must_use]
    pub const fn last_event(&self) -> Option<NaiveDate> {
        match self {
            Self::Unknown => None,
            Self::Opened(state) => Some(state.on()),
            Self::Declined(state) => Some(state.on()),
            Self::AwaitingFiling(state) => Some(state.on()),
            Self::Accredited(state) => Some(state.on()),
            Self::Rectifying(state) => Some(state.on()),
            Self::Withdrawn(state) => Some(state.on()),
        }
    }

    /// Applies an event. In audit mode what was done without its legal conditions takes effect, and the fault goes behind
    /// `irregularities`.
    ///
    /// # Errors
    ///
    /// An event that cannot happen in this state, in every mode; in strict mode also an approval whose conditions are not
    /// met. The state comes back with it.
    pub fn apply(
        self,
        event: &AccreditationEvent<K>,
        mode: Mode,
        irregularities: &mut Vec<Fault>,
    ) -> Result<Self, Refused<Self>> {
        let on = event.on;
        if let Some(previous) = self.last_event().filter(|&previous| on < previous) {
            let finding = Finding::without_clause(Code::OutOfOrder);
            return self.refuse(finding.compared(Value::Day(previous), Value::Day(on)));
        }
        let mut scrutiny = InMode(mode, irregularities);
        match (self, event.act) {
            (Self::Unknown, Act::Opened(dossier)) => Ok(Self::Opened(Opened::open(on, dossier))),
            (Self::Declined(state), Act::Opened(dossier)) => {
                moved(state.reopen(on, dossier), Self::Opened, Self::Declined)
            }
            (state, Act::Opened(_)) => state.set_up(K::KIND.already_opened()),

            (Self::Opened(state), Act::Approved) => {
                moved(state.approval(on, &mut scrutiny), Self::approved, Self::Opened)
            }
            (Self::Opened(state), Act::Declined) => moved(state.decline(on), Self::Declined, Self::Opened),
            (state, Act::Approved | Act::Declined) => state.set_up(Code::NotAwaitingDecision),

            (Self::AwaitingFiling(state), Act::Filed(_)) => {
                moved(state.file(on), Self::Accredited, Self::AwaitingFiling)
            }
            (state, Act::Filed(_)) => state.set_up(Code::NotAwaitingFiling),

            (Self::Accredited(state), Act::Reviewed(Review::Passed)) => {
                moved(state.pass(on), Self::Accredited, Self::Accredited)
            }
            (Self::Accredited(state), Act::Reviewed(Review::Failed { rectify_by })) => {
                moved(state.fail(on, rectify_by), Self::Rectifying, Self::Accredited)
            }
            (Self::Rectifying(state), Act::Reviewed(_)) => {
                let finding = Finding::new(Code::RectificationPending, K::KIND.reviewed_under());
                let until = Value::Day(state.rectify_by());
                Self::Rectifying(state).refuse(finding.compared(Value::Nothing, until))
            }
            (state, Act::Reviewed(_)) => state.oversight(Code::NotAccredited),

            (Self::Rectifying(state), Act::Rectified(Rectification::Satisfactory)) => {
                moved(state.restore(on), Self::Accredited, Self::Rectifying)
            }
            (Self::Rectifying(state), Act::Rectified(Rectification::Unsatisfactory)) => {
                moved(state.withdraw(on), Self::Withdrawn, Self::Rectifying)
            }
            (state, Act::Rectified(_)) => state.oversight(Code::NoRectificationPending),
        }
    }

    /// An agency may act from its approval (47.2), an institution once it is filed (48.8: 方可).
    fn approved(on: NaiveDate) -> Self {
        match K::FILING {
            None => Self::Accredited(Accredited::began(on)),
            Some(filing) => Self::AwaitingFiling(AwaitingFiling::approved(on, filing)),
        }
    }

    fn set_up(self, code: Code) -> Result<Self, Refused<Self>> {
        self.refuse(Finding::new(code, K::KIND.set_up_under()))
    }

    fn oversight(self, code: Code) -> Result<Self, Refused<Self>> {
        self.refuse(Finding::new(code, K::KIND.reviewed_under()))
    }

    fn refuse(self, finding: Finding) -> Result<Self, Refused<Self>> {
        Err(Refused { state: self, fault: finding.into() })
    }
}

/// Takes a move of a typed state up into the accreditation, and a refusal likewise.
fn moved<S, T, A>(
    result: Result<T, Refused<S>>,
    next: impl FnOnce(T) -> A,
    same: impl FnOnce(S) -> A,
) -> Result<A, Refused<A>> {
    result.map(next).map_err(|refused| refused.map(same))
}
