//! The transition table, as data.

use crate::oversight::authority::Authority;
use crate::oversight::event::Deed;
use crate::oversight::phase::{BodyKind, Phase};
use crate::regulation::clause::Clause;
use core::fmt;

/// A move that can be made: of which kind of body, from where, by what and whom, to where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Transition {
    /// The kind of body.
    pub kind: BodyKind,
    /// The phase before.
    pub from: Phase,
    /// The act.
    pub deed: Deed,
    /// The phase after.
    pub to: Phase,
    /// Who does it.
    pub by: Authority,
    /// The clause it rests on.
    pub clause: Clause,
}

macro_rules! transitions {
    ($( $kind:ident { $( $from:ident $deed:ident $to:ident $by:ident $clause:ident; )+ } )+) => {
        /// Every move that can be made; whatever is not here is refused.
        pub const TRANSITIONS: &[Transition] = &[$($( Transition {
            kind: BodyKind::$kind,
            from: Phase::$from,
            deed: Deed::$deed,
            to: Phase::$to,
            by: Authority::$by,
            clause: Clause::$clause,
        }, )+)+];
    };
}

transitions! {
    RegistrationAgency {
        Unknown    Proposed       Proposed   ProvincialAuthority N47_2;
        Declined   Proposed       Proposed   ProvincialAuthority N47_2;
        Proposed   Approved       Accredited Office              N47_2;
        Proposed   Declined       Declined   Office              N47_2;
        Accredited Passed         Accredited Office              N47_14;
        Accredited Failed         Rectifying Office              N47_14;
        Rectifying Satisfactory   Accredited Office              N47_14;
        Rectifying Unsatisfactory Withdrawn  Office              N47_14;
    }
    TrainingInstitution {
        Unknown    Applied        Applied    TrainingInstitution N48_8;
        Declined   Applied        Applied    TrainingInstitution N48_8;
        Applied    Approved       Approved   ProvincialAuthority N48_8;
        Applied    Declined       Declined   ProvincialAuthority N48_8;
        Approved   Filed          Accredited ProvincialAuthority N48_8;
        Accredited Passed         Accredited ProvincialAuthority N48_12;
        Accredited Failed         Rectifying ProvincialAuthority N48_12;
        Rectifying Satisfactory   Accredited ProvincialAuthority N48_12;
        Rectifying Unsatisfactory Withdrawn  ProvincialAuthority N48_12;
    }
}

impl fmt::Display for Transition {
    /// A line of a state diagram: `proposed --> accredited: approved (47.2)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (event, outcome) = self.deed.event();
        let (before, outcome) = outcome.map_or(("", ""), |outcome| (" ", outcome));
        write!(f, "{} --> {}: {event}{before}{outcome} ({})", self.from, self.to, self.clause)
    }
}
