//! Acts and events, each by itself: whether one is lawful after another is for [`lawful_lives`](crate::strategies::lawful_lives).

use crate::appeal::Outcome;
use crate::calendar::date::add_days;
use crate::calendar::period::Period;
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::finding::value::Document;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::lifecycle::act::{Act, Event};
use crate::registration::application::{Acceptance, Application, Documents, Filing, Registration};
use crate::revocation::Revocation;
use crate::strategies::days::{covered_days, days};
use crate::strategies::studies::names;
use alloc::boxed::Box;
use alloc::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Claims on any ground, with up to three absences.
pub fn claims() -> impl Strategy<Value = Claim> {
    let absence = (covered_days(), 0_u32..400)
        .prop_filter_map("an absence that ends before it begins", |(first, days)| {
            Period::new(first, add_days(first, days)).ok()
        });
    let absences = proptest::collection::vec(absence, 0..4).prop_map(Absences::from);
    (select(&Ground::ALL[..]), absences, any::<bool>(), any::<bool>()).prop_map(
        |(ground, absences, provincial_consent, evidence)| Claim { ground, absences, provincial_consent, evidence },
    )
}

/// Applications, complete as often as not.
pub fn applications() -> impl Strategy<Value = Application> {
    let documents = subsequence(Document::ALL.to_vec(), 0..=Document::ALL.len()).prop_map(Documents::from_iter);
    let flags = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let any_application = (documents, flags).prop_map(|(documents, flags)| {
        let (conduct_good, no_criminal_record, fit_for_post, employer_assessment_passed, fee_paid) = flags;
        Application { conduct_good, no_criminal_record, fit_for_post, employer_assessment_passed, documents, fee_paid }
    });
    prop_oneof![Just(Application::COMPLETE), any_application]
}

/// Revocations on every ground.
pub(super) fn revocations() -> impl Strategy<Value = Revocation> {
    prop_oneof![
        Just(Revocation::Incapacity),
        Just(Revocation::CriminalPenalty),
        (days(), proptest::option::weighted(0.3, 0_u32..2_000)).prop_map(|(left_on, back)| {
            // A return can be written where it is not before the leaving, and within the days of the wire.
            let returned_on =
                back.map(|days| add_days(left_on, days)).filter(|day| chrono::Datelike::year(day) < 3_000);
            Revocation::LeftPost { left_on, returned_on }
        }),
        Just(Revocation::MajorLoss),
        any::<bool>().prop_map(|verified_by_province| Revocation::Fraud { verified_by_province }),
    ]
}

/// Registrations: plain ones as often as not, others at an agency or with the particulars renewed.
pub(super) fn registrations() -> impl Strategy<Value = Registration> {
    let renewed = prop_oneof![Just(Application::COMPLETE), applications()];
    (proptest::option::weighted(0.3, names()), proptest::option::weighted(0.3, renewed))
        .prop_map(|(agency, application)| Registration { agency, application })
}

/// Every act.
pub fn acts() -> impl Strategy<Value = Act> {
    let grant = (claims(), days(), days(), any::<bool>()).prop_map(|(claim, arose_on, until, written_application)| {
        Act::ExtensionGranted(Box::new(Grant { claim, arose_on, until, written_application }))
    });
    let filing = proptest::option::of(names()).prop_map(|agency| Act::ApplicationFiled(Filing { agency }));
    let acceptance = (proptest::option::of(names()), applications())
        .prop_map(|(agency, application)| Act::ApplicationAccepted(Acceptance { agency, application }));
    prop_oneof![
        Just(Act::Approved),
        (claims(), days()).prop_map(|(claim, until)| Act::DeferralRequested(Box::new(Request { claim, until }))),
        Just(Act::DeferralGranted),
        Just(Act::DeferralRefused),
        grant,
        filing,
        acceptance,
        registrations().prop_map(Act::Registered),
        Just(Act::Refused),
        Just(Act::ApplicationWithdrawn),
        revocations().prop_map(Act::Cancelled),
        Just(Act::CancellationPublished),
        Just(Act::AppealFiled),
        select(&[Outcome::Upheld, Outcome::Overturned][..]).prop_map(Act::AppealDecided),
    ]
}

/// Every act on any day.
pub fn events() -> impl Strategy<Value = Event> {
    (acts(), days()).prop_map(|(act, on)| act.on(on))
}
