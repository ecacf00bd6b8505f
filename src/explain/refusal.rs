//! Why an event is refused, or irregular.

use crate::explain::reason::Reason;
use crate::finding::refused::EventFault;
use crate::lifecycle::history::History;
use crate::regulation::readings::Readings;
use crate::words::message::Message;
use crate::words::names::Named;
use crate::words::phrase::Phrase;

/// Events are counted from 1 in words, as people count.
pub(super) fn reason(fault: &EventFault, history: &History, readings: &Readings, message: Message) -> Reason {
    let number = u32::try_from(fault.event).unwrap_or(u32::MAX).saturating_add(1);
    let because = [Reason::fault(&fault.fault, readings)];
    let phrase = match history.records().get(fault.event).map(|record| record.what()) {
        Some(event) => Phrase::new(message).with(number).with(event.act.name().called()).with(event.on),
        None => Phrase::new(Message::ActRefused),
    };
    Reason::plain(phrase).because(because)
}
