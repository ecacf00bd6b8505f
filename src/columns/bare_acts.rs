//! The acts that carry nothing in particular: each there once, to be lent.

use crate::columns::flags::Flags;
use crate::lifecycle::act::{Act, ActName};
use crate::lifecycle::renewal::Renewal;
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use chrono::NaiveDate;

const FILED: u8 = ActName::ApplicationFiled as u8;
const ACCEPTED: u8 = ActName::ApplicationAccepted as u8;
const REGISTERED: u8 = ActName::Registered as u8;

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

/// The codes of the acts of a renewal.
const RENEWAL: [u8; Renewal::ACTS] = [FILED, ACCEPTED, REGISTERED];

/// The renewal that some codes begin with, on its days, where none of its acts carries anything in particular,
/// and no agency has to be looked up: the flags are asked of its acts from the first, 0, on.
#[inline(always)]
pub(super) fn bare_renewal(
    codes: &[u8],
    on: impl FnOnce() -> Option<[NaiveDate; Renewal::ACTS]>,
    flags: impl Fn(usize) -> Option<u16>,
) -> Option<Renewal<'static>> {
    static ACTS: (Filing, Acceptance, Registration) = (BARE_FILING, BARE_ACCEPTANCE, BARE_REGISTRATION);
    let is_bare = codes.starts_with(&RENEWAL) && flags(1) == Some(Flags::COMPLETE.bits()) && flags(2).is_none();
    if !is_bare {
        return None;
    }
    let [filed_on, accepted_on, registered_on] = on()?;
    let (filing, acceptance, registration) = &ACTS;
    Some(Renewal { filed_on, filing, accepted_on, acceptance, registered_on, registration })
}

/// The act of a code, where it carries nothing in particular: no flags but those of an application to which nothing is
/// lacking, and no agency that would have to be looked up.
#[inline]
pub(super) fn bare_act(code: u8, listed: bool, flags: impl FnOnce() -> Option<u16>) -> Option<&'static Act> {
    let is_bare = match code {
        FILED => !listed,
        ACCEPTED => !listed && flags() == Some(Flags::COMPLETE.bits()),
        REGISTERED => !listed && flags().is_none(),
        _ => true,
    };
    LENT.get(usize::from(code)).and_then(Option::as_ref).filter(|_| is_bare)
}

#[cfg(test)]
mod tests {
    use super::{ActName, LENT};

    #[test]
    fn an_act_is_lent_at_its_code() {
        for (name, lent) in ActName::ALL.into_iter().zip(&LENT) {
            assert!(lent.as_ref().is_none_or(|act| act.name() == name), "{name}");
        }
    }
}
