//! The transition tables of both kinds of body, as data.

use crate::oversight::authority::Authority;
use crate::oversight::event::Deed;
use crate::oversight::phase::{BodyKind, Phase};
use crate::regulation::clause::Clause;
use crate::transition::Transition;

/// Every move that an agency can make; whatever is not here is refused.
pub const AGENCY_TRANSITIONS: &[Transition<Phase, Deed>] = {
    use Clause::{N47_2, N47_14};
    use Phase::{Accredited, Declined, Proposed, Rectifying, Unknown, Withdrawn};
    &[
        Transition::under(N47_2, Unknown, Deed::Proposed, Proposed),
        Transition::under(N47_2, Declined, Deed::Proposed, Proposed),
        Transition::under(N47_2, Proposed, Deed::Approved, Accredited),
        Transition::under(N47_2, Proposed, Deed::Declined, Declined),
        Transition::under(N47_14, Accredited, Deed::Passed, Accredited),
        Transition::under(N47_14, Accredited, Deed::Failed, Rectifying),
        Transition::under(N47_14, Rectifying, Deed::Satisfactory, Accredited),
        Transition::under(N47_14, Rectifying, Deed::Unsatisfactory, Withdrawn),
    ]
};

/// Every move that an institution can make; whatever is not here is refused.
pub const INSTITUTION_TRANSITIONS: &[Transition<Phase, Deed>] = {
    use Clause::{N48_8, N48_12};
    use Phase::{Accredited, Applied, Approved, Declined, Rectifying, Unknown, Withdrawn};
    &[
        Transition::under(N48_8, Unknown, Deed::Applied, Applied),
        Transition::under(N48_8, Declined, Deed::Applied, Applied),
        Transition::under(N48_8, Applied, Deed::Approved, Approved),
        Transition::under(N48_8, Applied, Deed::Declined, Declined),
        Transition::under(N48_8, Approved, Deed::Filed, Accredited),
        Transition::under(N48_12, Accredited, Deed::Passed, Accredited),
        Transition::under(N48_12, Accredited, Deed::Failed, Rectifying),
        Transition::under(N48_12, Rectifying, Deed::Satisfactory, Accredited),
        Transition::under(N48_12, Rectifying, Deed::Unsatisfactory, Withdrawn),
    ]
};

impl BodyKind {
    /// Every move that a body of this kind can make.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::{BodyKind, Deed};
    ///
    /// let files = |kind: BodyKind| kind.transitions().iter().any(|row| row.trigger == Deed::Filed);
    /// assert!(files(BodyKind::TrainingInstitution) && !files(BodyKind::RegistrationAgency));
    /// ```
    #[must_use]
    pub const fn transitions(self) -> &'static [Transition<Phase, Deed>] {
        match self {
            Self::RegistrationAgency => AGENCY_TRANSITIONS,
            Self::TrainingInstitution => INSTITUTION_TRANSITIONS,
        }
    }

    /// Who does it to a body of this kind: the opening is one authority's, all that follows another's.
    #[must_use]
    pub const fn done_by(self, deed: Deed) -> Authority {
        match deed {
            Deed::Proposed | Deed::Applied => self.opened_by(),
            Deed::Approved
            | Deed::Declined
            | Deed::Filed
            | Deed::Passed
            | Deed::Failed
            | Deed::Satisfactory
            | Deed::Unsatisfactory => self.decided_by(),
        }
    }
}
