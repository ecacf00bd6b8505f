//! What may happen to a certificate next.

use crate::appeal::Outcome;
use crate::calendar::date::{add_days, sub_days};
use crate::calendar::period::Period;
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::BodyId;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::transitions::StateName;
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use crate::revocation::Revocation;
use crate::strategies::acts::{applications, registrations, revocations};
use crate::strategies::studies::names;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// When the next act is tried: some days on, some days into the window, about the last day in force, about the last to
/// register and after it, or about the repeal.
#[derive(Clone, Copy, Debug)]
enum Pace {
    Soon(u32),
    Window(u32),
    LastDay(u32),
    Deadline(u32),
    Lapsed(u32),
    Repeal(u32),
}

/// All that the next act might need.
#[derive(Clone, Debug)]
pub(super) struct Draw {
    act: Index,
    pace: Pace,
    claim: Claim,
    away: (u32, u32),
    longer: u32,
    written_application: bool,
    agency: Option<BodyId>,
    application: Application,
    registration: Registration,
    revocation: Revocation,
    outcome: Outcome,
}

pub(super) fn draws() -> impl Strategy<Value = Draw> {
    let pace = prop_oneof![
        6 => (0_u32..80).prop_map(Pace::Soon),
        6 => (0_u32..80).prop_map(Pace::Window),
        2 => (0_u32..4).prop_map(Pace::LastDay),
        2 => (0_u32..4).prop_map(Pace::Deadline),
        1 => (1_u32..400).prop_map(Pace::Lapsed),
        1 => (0_u32..5).prop_map(Pace::Repeal),
    ];
    let claim = (select(&Ground::ALL[..]), proptest::bool::weighted(0.9), proptest::bool::weighted(0.9))
        .prop_map(|(ground, provincial_consent, evidence)| Claim { provincial_consent, evidence, ..Claim::on(ground) });
    let request = (claim, (0_u32..300, 0_u32..500), 1_u32..370, proptest::bool::weighted(0.9));
    let application = (
        proptest::option::weighted(0.7, names()),
        prop_oneof![4 => Just(Application::COMPLETE), 1 => applications()],
        prop_oneof![2 => Just(Registration::default()), 1 => registrations()],
    );
    let outcome = prop_oneof![3 => Just(Outcome::Overturned), 1 => Just(Outcome::Upheld)];
    (any::<Index>(), pace, request, application, revocations(), outcome).prop_map(
        |(act, pace, request, (agency, application, registration), revocation, outcome)| {
            let (claim, away, longer, written_application) = request;
            Draw {
                act,
                pace,
                claim,
                away,
                longer,
                written_application,
                agency,
                application,
                registration,
                revocation,
                outcome,
            }
        },
    )
}

/// What may well happen in a state, more often what is named more often; nothing, where nothing more can.
const fn likely(state: StateName) -> &'static [ActName] {
    use ActName as Name;
    match state {
        StateName::Unapproved | StateName::NotSubject | StateName::Released => &[],
        StateName::Running => &[
            Name::ApplicationFiled,
            Name::ApplicationFiled,
            Name::ApplicationAccepted,
            Name::ApplicationAccepted,
            Name::ApplicationAccepted,
            Name::DeferralRequested,
            Name::DeferralRequested,
            Name::ExtensionGranted,
            Name::Cancelled,
        ],
        StateName::Filed => &[
            Name::ApplicationAccepted,
            Name::ApplicationAccepted,
            Name::ApplicationAccepted,
            Name::ApplicationAccepted,
            Name::ApplicationWithdrawn,
            Name::Refused,
            Name::ExtensionGranted,
            Name::Cancelled,
        ],
        StateName::UnderReview => &[
            Name::Registered,
            Name::Registered,
            Name::Registered,
            Name::Registered,
            Name::Refused,
            Name::ApplicationWithdrawn,
            Name::ExtensionGranted,
            Name::Cancelled,
        ],
        StateName::DeferralPending => &[
            Name::DeferralGranted,
            Name::DeferralGranted,
            Name::DeferralRefused,
            Name::ExtensionGranted,
            Name::Cancelled,
        ],
        StateName::Lapsed => &[Name::ApplicationFiled, Name::ApplicationAccepted],
        // An appeal before the publication stands only where what was decided does.
        StateName::Cancelled => &[Name::CancellationPublished, Name::CancellationPublished, Name::AppealFiled],
        StateName::Published => &[Name::AppealFiled],
        StateName::UnderAppeal => &[Name::AppealDecided, Name::AppealDecided, Name::CancellationPublished],
        StateName::Upheld => &[Name::CancellationPublished],
    }
}

impl Draw {
    /// What may well happen to the certificate next; nothing, where nothing more can.
    pub(super) fn event(self, certificate: &Certificate, repealed_on: Option<NaiveDate>) -> Option<Event> {
        let likely = likely(certificate.state_name());
        let name = *likely.get(self.act.index(likely.len().max(1)))?;
        let (term, last) = (certificate.term()?, certificate.last_event()?);
        let on = last.max(match self.pace {
            Pace::Soon(days) => add_days(last, days),
            Pace::Window(days) => add_days(term.opens(), days),
            Pace::LastDay(days) => sub_days(term.expiry(), days),
            Pace::Deadline(days) => sub_days(term.deadline(), days),
            Pace::Lapsed(days) => add_days(term.deadline(), days),
            Pace::Repeal(days) => sub_days(add_days(repealed_on.unwrap_or(last), 2), days),
        });
        let first_away = sub_days(on, self.away.0);
        let absences = Period::new(first_away, add_days(first_away, self.away.1)).into_iter().collect::<Vec<_>>();
        let claim = Claim { absences: Absences::from(absences), ..self.claim };
        let act = match name {
            ActName::Approved => Act::Approved,
            ActName::DeferralRequested => {
                Act::DeferralRequested(Box::new(Request { claim, until: add_days(term.deadline(), self.longer) }))
            }
            ActName::DeferralGranted => Act::DeferralGranted,
            ActName::DeferralRefused => Act::DeferralRefused,
            ActName::ExtensionGranted => Act::ExtensionGranted(Box::new(Grant {
                claim,
                arose_on: first_away,
                until: add_days(term.nominal(), self.longer),
                written_application: self.written_application,
            })),
            ActName::ApplicationFiled => Act::ApplicationFiled(Filing { agency: self.agency }),
            ActName::ApplicationAccepted => {
                Act::ApplicationAccepted(Acceptance { agency: self.agency, application: self.application })
            }
            ActName::Registered => Act::Registered(self.registration),
            ActName::Refused => Act::Refused,
            ActName::ApplicationWithdrawn => Act::ApplicationWithdrawn,
            ActName::Cancelled => Act::Cancelled(self.revocation),
            ActName::CancellationPublished => Act::CancellationPublished,
            ActName::AppealFiled => Act::AppealFiled,
            ActName::AppealDecided => Act::AppealDecided(self.outcome),
        };
        Some(act.on(on))
    }
}
