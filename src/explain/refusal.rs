//! Why an event is refused, or irregular.

use crate::explain::reason::Reason;
use crate::explain::standing::judged;
use crate::finding::code::Code;
use crate::finding::refused::EventFault;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::context::Context;
use crate::naming::table::Words;
use crate::regulation::clause::Clause;
use crate::regulation::decided::DecidedPoint;
use crate::words::message::Message;
use crate::words::phrase::Phrase;

/// Events are counted from 1 in words, as people count.
pub(super) fn reason(fault: &EventFault, context: &Context<'_>, message: Message) -> Reason {
    let readings = context.regulation().readings();
    let number = u32::try_from(fault.event).unwrap_or(u32::MAX).saturating_add(1);
    let found = Reason::fault(&fault.fault, readings);
    let Some(event) = context.history.records().get(fault.event).map(|record| record.what()) else {
        return Reason::plain(Phrase::new(Message::ActRefused)).because([found]);
    };
    let phrase = Phrase::new(message).with(number).with(Words::from(&event.act)).with(event.on);
    let found = match (fault.fault.code(), &event.act) {
        (Code::ConditionsNotMet, Act::Registered(_)) => found.because([judged(readings)]),
        (Code::ApplicationPending, Act::DeferralRequested(_)) => {
            found.resting(&[DecidedPoint::DEFERRAL_DURING_APPLICATION])
        }
        (Code::AgencyMissing | Code::AgencyNotApproved, _) => found.because(agency(fault.event, event, context)),
        _ => found,
    };
    Reason::plain(phrase).because([found])
}

/// Whose agency is looked at: the act's own, or else that of the act it goes on from (47.2, 47.3, 47.7).
fn agency(place: usize, event: &Event, context: &Context<'_>) -> Option<Reason> {
    let named = |act: &Act| match act {
        Act::ApplicationFiled(filing) => filing.agency.is_some(),
        Act::ApplicationAccepted(acceptance) => acceptance.agency.is_some(),
        Act::Registered(registration) => registration.agency.is_some(),
        _ => false,
    };
    let before = |is: fn(&Act) -> bool| pending(place, context, is).filter(|event| named(&event.act));
    let accepted = || matches!(event.act, Act::Registered(_)).then(|| before(is_acceptance)).flatten();
    let filed = || (!is_filing(&event.act)).then(|| before(is_filing)).flatten();
    let phrase = if named(&event.act) {
        Phrase::new(Message::AgencyOfAct)
    } else if let Some(acceptance) = accepted() {
        Phrase::new(Message::AgencyOfAcceptance).with(acceptance.on)
    } else {
        Phrase::new(Message::AgencyOfFiling).with(filed()?.on)
    };
    Some(Reason::fact(phrase, Clause::N47_2))
}

const fn is_filing(act: &Act) -> bool {
    matches!(act, Act::ApplicationFiled(_))
}

const fn is_acceptance(act: &Act) -> bool {
    matches!(act, Act::ApplicationAccepted(_))
}

/// The last act of a kind before a place that no decision followed.
fn pending<'a>(place: usize, context: &Context<'a>, is: fn(&Act) -> bool) -> Option<&'a Event> {
    let before = context.history.held(context.known_on).filter(|&(other, _)| other < place).map(|(_, event)| event);
    let since = before.rev().take_while(|event| {
        !matches!(event.act, Act::Approved | Act::Registered(_) | Act::Refused | Act::ApplicationWithdrawn)
    });
    since.into_iter().find(|event| is(&event.act))
}
