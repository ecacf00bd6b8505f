//! Which open points can matter to a conclusion, and from which event on, told from the events alone.

use crate::appeal::Outcome;
use crate::finding::scrutiny::Mode;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::regulation::readings::Reading;
use crate::regulation::rules::Regulation;
use crate::revocation::RevocationGround;
use crate::whatif::asked::Asked;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// An open point that can matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Relevant {
    pub(super) reading: Reading,
    /// The place, among the events read, of the first that it can matter to; their number, where it can matter to the
    /// question alone. Up to there both its sides leave the same certificate.
    pub(super) from: usize,
}

/// The open points that can matter to what `on` comes to, in the order of the rule book; the others cannot, whatever
/// side is taken on any.
///
/// It looks at which acts were done up to that day, and at nothing they come to, so that it holds under every reading. A
/// point that can matter need not.
pub(super) fn relevant(
    events: &[&Event],
    on: NaiveDate,
    mode: Mode,
    asked: Asked<'_>,
    regulation: &Regulation,
) -> Vec<Relevant> {
    let first = |is: &dyn Fn(&Act) -> bool| events.iter().position(|event| is(&event.act));
    let named = |names: &[ActName]| first(&|act| names.contains(&act.name()));
    let asks = |asks: bool| asks.then_some(events.len());
    // Where a substantive fault is no refusal, what only makes a fault changes no standing.
    let judged = |place: Option<usize>| place.filter(|_| mode == Mode::Strict);
    let earlier = |one: Option<usize>, other: Option<usize>| one.into_iter().chain(other).min();

    let approved = named(&[ActName::Approved]);
    let registered = named(&[ActName::Registered]);
    let applied = named(&[ActName::ApplicationFiled, ActName::ApplicationAccepted]);
    let overturned = first(&|act| *act == Act::AppealDecided(Outcome::Overturned));
    let cancelled_on =
        |ground| first(&move |act| matches!(act, Act::Cancelled(revocation) if revocation.ground() == ground));
    let absence = first(&|act| match act {
        Act::DeferralRequested(request) => request.claim.ground.is_absence(),
        Act::ExtensionGranted(grant) => grant.claim.ground.is_absence(),
        _ => false,
    });
    let standing = matches!(asked, Asked::Standing);
    let education = earlier(judged(registered), asks(!standing));

    let from = |reading: Reading| match reading {
        Reading::ExpiryDay | Reading::TermLastDay => approved,
        Reading::TermStart => registered,
        Reading::EducationYear | Reading::FirstRegistration | Reading::LateHours => education,
        Reading::ExtensionEffect => {
            education.zip(named(&[ActName::ExtensionGranted])).map(|(education, extended)| education.max(extended))
        }
        Reading::DeferredValidity => asks(standing).and(named(&[ActName::DeferralGranted])).map(|_| events.len()),
        Reading::PendingAtExpiry => earlier(applied, named(&[ActName::DeferralRequested])),
        Reading::AppealEffect => asks(standing).and(named(&[ActName::AppealFiled])).map(|_| events.len()),
        Reading::AppealLastDay => named(&[ActName::CancellationPublished]),
        Reading::AbsenceYear | Reading::AbsenceMeasure => judged(absence),
        Reading::RestoredTerm => overturned,
        Reading::InTime => named(&[ActName::ApplicationFiled]),
        Reading::ConditionsOn => judged(registered),
        Reading::LapseEffect => earlier(applied, asks(matches!(asked, Asked::Registrable(_)))),
        Reading::FraudScope => judged(cancelled_on(RevocationGround::Fraud)),
        Reading::OffPostFrom => judged(cancelled_on(RevocationGround::LeftPost)),
        Reading::LapsedAtRepeal => {
            let repealed = regulation.is_repealed_by(on);
            earlier(overturned, Some(events.len())).filter(|_| repealed)
        }
    };
    Reading::ALL.iter().filter_map(|&reading| Some(Relevant { reading, from: from(reading)? })).collect()
}
