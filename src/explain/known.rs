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
    let then = answer(&file.as_known_on(known_on), on, Phrase::new(Message::KnownOn).with(known_on));
    let records = difference.phrases().map(Reason::plain);
    let changed = difference.makes_a_difference() || !difference.changes.is_empty();
    let now = changed.then(|| answer(file, on, Phrase::new(Message::KnownNow)));
    Reason::plain(difference.phrase()).because(records).because([then]).because(now)
}

/// As known when, why the standing on a day is what it is, or why the history is refused by then.
fn answer(file: &CertificateFile<'_>, on: NaiveDate, known: Phrase) -> Reason {
    let mut answer = match file.on(on) {
        Ok(as_of) => standing::reason(&as_of),
        Err(fault) => refusal::reason(&fault, &file.context(), Message::EventRefused),
    };
    let known = Reason::plain(known);
    // A standing that is asked as known on a day says so itself.
    let says_so = answer.because.iter().any(|reason| reason.statement == known.statement);
    let behind = core::mem::take(&mut answer.because);
    answer.because((!says_so).then_some(known)).because(behind)
}
