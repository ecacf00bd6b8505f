//! What was known then, and what is known now.

use crate::explain::reason::Reason;
use crate::explain::refusal;
use crate::explain::standing;
use crate::lifecycle::file::CertificateFile;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use chrono::NaiveDate;

/// The records that make the difference, then why the certificate was what it was as known then, and is as known now.
pub(super) fn reason(file: &CertificateFile<'_>, known_on: NaiveDate, on: NaiveDate) -> Reason {
    let difference = file.difference_known_on(known_on, on);
    let then = answer(&file.as_known_on(known_on), on);
    let records = difference.phrases().map(Reason::plain);
    let now = Reason::plain(Phrase::new(Message::KnownNow)).because([answer(file, on)]);
    let changed = difference.makes_a_difference() || !difference.changes.is_empty();
    Reason::plain(difference.phrase()).because(records).because([then]).because(changed.then_some(now))
}

/// Why the standing on a day is what it is, or why the history is refused by then.
fn answer(file: &CertificateFile<'_>, on: NaiveDate) -> Reason {
    match file.on(on) {
        Ok(as_of) => standing::reason(&as_of),
        Err(fault) => refusal::reason(&fault, &file.context(), Message::EventRefused),
    }
}
