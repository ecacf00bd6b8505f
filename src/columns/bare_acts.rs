//! The acts that carry nothing in particular: each there once, to be lent.

use crate::columns::flags::Flags;
use crate::lifecycle::act::{Act, ActName};
use crate::registration::application::{Acceptance, Application, Filing, Registration};

const FILED: u8 = ActName::ApplicationFiled as u8;
const ACCEPTED: u8 = ActName::ApplicationAccepted as u8;
const REGISTERED: u8 = ActName::Registered as u8;

/// Each act as it is where it carries nothing in particular, in the order of the codes; none where it always does.
static LENT: [Option<Act>; ActName::ALL.len()] = [
    Some(Act::Approved),
    None,
    Some(Act::DeferralGranted),
    Some(Act::DeferralRefused),
    None,
    Some(Act::ApplicationFiled(Filing { agency: None })),
    Some(Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE })),
    Some(Act::Registered(Registration { agency: None, application: None })),
    Some(Act::Refused),
    Some(Act::ApplicationWithdrawn),
    None,
    Some(Act::CancellationPublished),
    Some(Act::AppealFiled),
    None,
];

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
