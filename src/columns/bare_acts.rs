//! The acts that carry nothing in particular: each there once, to be lent.

use crate::appeal::Outcome;
use crate::columns::column::Column;
use crate::columns::events::Histories;
use crate::columns::flags::Flags;
use crate::lifecycle::act::{Act, ActName};
use crate::lifecycle::renewal::Renewal;
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use crate::revocation::{Revocation, RevocationGround};
use chrono::NaiveDate;

pub(super) const FILED: u8 = ActName::ApplicationFiled as u8;
pub(super) const ACCEPTED: u8 = ActName::ApplicationAccepted as u8;
pub(super) const REGISTERED: u8 = ActName::Registered as u8;
const CANCELLATION: u8 = ActName::Cancelled as u8;
const APPEAL_DECISION: u8 = ActName::AppealDecided as u8;

const BARE_FILING: Filing = Filing { agency: None };
const BARE_ACCEPTANCE: Acceptance = Acceptance { agency: None, application: Application::COMPLETE };
const BARE_REGISTRATION: Registration = Registration { agency: None, application: None };

/// Each act as it is where it carries nothing in particular, in the order of the codes; none where it always does.
static LENT: [Option<Act>; ActName::ALL.len()] = [
    Some(Act::Approved),
    None,
    Some(Act::DeferralGranted),
    Some(Act::DeferralRefused),
    None,
    Some(Act::ApplicationFiled(BARE_FILING)),
    Some(Act::ApplicationAccepted(BARE_ACCEPTANCE)),
    Some(Act::Registered(BARE_REGISTRATION)),
    Some(Act::Refused),
    Some(Act::ApplicationWithdrawn),
    None,
    Some(Act::CancellationPublished),
    Some(Act::AppealFiled),
    None,
];

/// A renewal none of whose acts carries anything in particular, on its days.
#[inline(always)]
pub(super) fn bare_renewal([filed_on, accepted_on, registered_on]: [NaiveDate; Renewal::ACTS]) -> Renewal<'static> {
    static ACTS: (Filing, Acceptance, Registration) = (BARE_FILING, BARE_ACCEPTANCE, BARE_REGISTRATION);
    let (filing, acceptance, registration) = &ACTS;
    Renewal { filed_on, filing, accepted_on, acceptance, registered_on, registration }
}

/// The cancellations by the code of their ground, where it says all there is.
static CANCELLED: [Option<Act>; RevocationGround::ALL.len()] = [
    Some(Act::Cancelled(Revocation::Incapacity)),
    Some(Act::Cancelled(Revocation::CriminalPenalty)),
    None,
    Some(Act::Cancelled(Revocation::MajorLoss)),
    None,
];

/// The decisions on an appeal by the code of their outcome.
static DECIDED: [Act; Outcome::ALL.len()] =
    [Act::AppealDecided(Outcome::Upheld), Act::AppealDecided(Outcome::Overturned)];

impl Histories<'_> {
    /// The act of a row, where it carries nothing in particular, as most do: no flags but those of an application to which
    /// nothing is lacking, no agency that would have to be looked up, no more than the code of a ground or an outcome.
    #[inline(always)]
    pub(super) fn bare_act(&self, code: u8, row: usize, listed: bool) -> Option<&'static Act> {
        let coded = |column: Option<Column<'_, u8>>| Some(usize::from(column?.get(row)?));
        let is_bare = match code {
            FILED => !listed,
            ACCEPTED => !listed && self.flags_of(row) == Some(Flags::COMPLETE.bits()),
            REGISTERED => !listed && self.flags_of(row).is_none(),
            CANCELLATION => return CANCELLED.get(coded(self.columns.ground)?)?.as_ref(),
            APPEAL_DECISION => return DECIDED.get(coded(self.columns.outcome)?),
            _ => true,
        };
        LENT.get(usize::from(code)).and_then(Option::as_ref).filter(|_| is_bare)
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, ActName, CANCELLED, DECIDED, LENT};
    use crate::appeal::Outcome;
    use crate::revocation::RevocationGround;

    #[test]
    fn an_act_is_lent_at_its_code() {
        for (name, lent) in ActName::ALL.into_iter().zip(&LENT) {
            assert!(lent.as_ref().is_none_or(|act| act.name() == name), "{name}");
        }
    }

    #[test]
    fn a_cancellation_and_a_decision_are_lent_at_their_codes() {
        for (ground, lent) in RevocationGround::ALL.into_iter().zip(&CANCELLED) {
            let of_ground = |act: &Act| matches!(act, Act::Cancelled(revocation) if revocation.ground() == ground);
            assert!(lent.as_ref().is_none_or(of_ground), "{ground}");
        }
        for (outcome, lent) in Outcome::ALL.into_iter().zip(&DECIDED) {
            assert_eq!(*lent, Act::AppealDecided(outcome));
        }
    }
}
