//! Whole lives of certificates.

use crate::appeal::time_limit::Outcome;
use crate::calendar::date::{add_days, sub_days};
use crate::calendar::period::Period;
use crate::deferral::request::Request;
use crate::education::credits::Credits;
use crate::education::grant::Grant;
use crate::education::ledger::Ledger;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::{BodyId, Register};
use crate::lifecycle::act::{Act, ActName, Event};
use crate::lifecycle::certificate::{Certificate, StateName};
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::registration::application::{Acceptance, Application};
use crate::regulation::rules::Regulation;
use crate::revocation::ground::Revocation;
use crate::strategies::acts::{applications, events, revocations};
use crate::strategies::days::covered_days;
use crate::strategies::rules::regulations;
use crate::strategies::studies::{diligent_ledgers, ledgers, names, registers};
use alloc::vec::Vec;
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A certificate's history with all that it is read under.
#[derive(Clone, Debug)]
pub struct Life {
    /// The regulation, on the statutory calendar.
    pub regulation: Regulation,
    /// The events.
    pub history: History,
    /// What the holder has studied.
    pub ledger: Ledger,
    /// The training institutions, where there is a list.
    pub providers: Option<Register>,
    /// The registration agencies, where there is a list.
    pub agencies: Option<Register>,
}

impl Life {
    /// What the ledger is worth.
    #[must_use]
    pub fn credits(&self) -> Credits {
        self.ledger.credits(self.providers.as_ref())
    }

    /// The context to read the history in, strictly.
    #[must_use]
    pub fn context<'a>(&'a self, credits: &'a Credits) -> Context<'a> {
        Context::new(&self.regulation).credits(credits).agencies(self.agencies.as_ref())
    }
}

/// When the next act is tried: some days on, or some days into the window, or about the last day in force or to register.
#[derive(Clone, Copy, Debug)]
enum Pace {
    Soon(u32),
    Window(u32),
    LastDay(u32),
    Deadline(u32),
}

/// All that the next act might need.
#[derive(Clone, Debug)]
struct Draw {
    act: Index,
    pace: Pace,
    claim: Claim,
    away: (u32, u32),
    longer: u32,
    written_application: bool,
    agency: Option<BodyId>,
    application: Application,
    revocation: Revocation,
    outcome: Outcome,
}

/// Histories that strict mode accepts to the end, with up to sixteen events.
pub fn lawful_lives() -> impl Strategy<Value = Life> {
    let surroundings = (
        regulations(),
        proptest::option::weighted(0.3, registers()),
        proptest::option::weighted(0.2, registers()),
        covered_days(),
    );
    surroundings.prop_flat_map(|(regulation, providers, agencies, approved_on)| {
        let ledger = prop_oneof![3 => diligent_ledgers(approved_on).boxed(), 1 => ledgers().boxed()];
        let fixed = (Just(regulation), Just(providers), Just(agencies), Just(approved_on));
        (fixed, ledger, proptest::collection::vec(draws(), 0..16)).prop_map(|(fixed, ledger, draws)| {
            let (regulation, providers, agencies, approved_on) = fixed;
            let life = Life { regulation, history: History::default(), ledger, providers, agencies };
            lived(life, approved_on, draws)
        })
    })
}

/// Histories that are lawful at first, with up to three events of any kind put in anywhere.
pub fn lives() -> impl Strategy<Value = Life> {
    let strangers = proptest::collection::vec((any::<Index>(), events()), 0..4);
    (lawful_lives(), strangers).prop_map(|(life, strangers)| {
        let mut events: Vec<Event> = life.history.events().to_vec();
        for (place, event) in strangers {
            events.insert(place.index(events.len().saturating_add(1)), event);
        }
        Life { history: History::from(events), ..life }
    })
}

fn draws() -> impl Strategy<Value = Draw> {
    let pace = prop_oneof![
        3 => (0_u32..80).prop_map(Pace::Soon),
        3 => (0_u32..80).prop_map(Pace::Window),
        1 => (0_u32..4).prop_map(Pace::LastDay),
        1 => (0_u32..4).prop_map(Pace::Deadline),
    ];
    let claim = (select(&Ground::ALL[..]), proptest::bool::weighted(0.9), proptest::bool::weighted(0.9))
        .prop_map(|(ground, provincial_consent, evidence)| Claim { provincial_consent, evidence, ..Claim::on(ground) });
    let request = (claim, (0_u32..300, 0_u32..500), 1_u32..370, proptest::bool::weighted(0.9));
    let application =
        (proptest::option::weighted(0.7, names()), prop_oneof![4 => Just(Application::COMPLETE), 1 => applications()]);
    let outcome = prop_oneof![3 => Just(Outcome::Overturned), 1 => Just(Outcome::Upheld)];
    (any::<Index>(), pace, request, application, revocations(), outcome).prop_map(
        |(act, pace, (claim, away, longer, written_application), (agency, application), revocation, outcome)| Draw {
            act,
            pace,
            claim,
            away,
            longer,
            written_application,
            agency,
            application,
            revocation,
            outcome,
        },
    )
}

/// Tries each draw on the certificate as it stands; what is refused is left out.
fn lived(mut life: Life, approved_on: NaiveDate, draws: Vec<Draw>) -> Life {
    let credits = life.credits();
    let mut events = Vec::new();
    let mut certificate = Certificate::default();
    let context = life.context(&credits);
    let approval = Act::Approved.on(approved_on);
    for draw in core::iter::once(None).chain(draws.into_iter().map(Some)) {
        let event = match draw {
            None => Some(approval.clone()),
            Some(draw) => draw.event(&certificate),
        };
        let Some(event) = event else { break };
        certificate = match certificate.apply(&event, &context) {
            Ok(next) => {
                events.push(event);
                next
            }
            Err(refused) => refused.state,
        };
    }
    life.history = History::from(events);
    life
}

impl Draw {
    /// What may well happen to the certificate next; nothing, where nothing more can.
    fn event(self, certificate: &Certificate) -> Option<Event> {
        use ActName as Name;
        let likely: &[Name] = match certificate.state_name() {
            StateName::Unapproved | StateName::NotSubject | StateName::Lapsed | StateName::Upheld => return None,
            StateName::Running => &[
                Name::ApplicationAccepted,
                Name::ApplicationAccepted,
                Name::ApplicationAccepted,
                Name::DeferralRequested,
                Name::ExtensionGranted,
                Name::Cancelled,
            ],
            StateName::UnderReview => &[
                Name::Registered,
                Name::Registered,
                Name::Registered,
                Name::Refused,
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
            StateName::Cancelled => &[Name::CancellationPublished],
            StateName::Published => &[Name::AppealFiled],
            StateName::UnderAppeal => &[Name::AppealDecided],
        };
        let (term, last) = (certificate.term()?, certificate.last_event()?);
        let on = last.max(match self.pace {
            Pace::Soon(days) => add_days(last, days),
            Pace::Window(days) => add_days(term.opens(), days),
            Pace::LastDay(days) => sub_days(term.expiry(), days),
            Pace::Deadline(days) => sub_days(term.deadline(), days),
        });
        let first_away = sub_days(on, self.away.0);
        let absences = Period::new(first_away, add_days(first_away, self.away.1)).into_iter().collect::<Vec<_>>();
        let claim = Claim { absences: Absences::from(absences), ..self.claim };
        let act = match self.act.get(likely) {
            Name::Approved => Act::Approved,
            Name::DeferralRequested => {
                Act::DeferralRequested(Request { claim, until: add_days(term.deadline(), self.longer) })
            }
            Name::DeferralGranted => Act::DeferralGranted,
            Name::DeferralRefused => Act::DeferralRefused,
            Name::ExtensionGranted => Act::ExtensionGranted(Grant {
                claim,
                arose_on: first_away,
                until: add_days(term.nominal(), self.longer),
                written_application: self.written_application,
            }),
            Name::ApplicationAccepted => {
                Act::ApplicationAccepted(Acceptance { agency: self.agency, application: self.application })
            }
            Name::Registered => Act::Registered,
            Name::Refused => Act::Refused,
            Name::Cancelled => Act::Cancelled(self.revocation),
            Name::CancellationPublished => Act::CancellationPublished,
            Name::AppealFiled => Act::AppealFiled,
            Name::AppealDecided => Act::AppealDecided(self.outcome),
        };
        Some(act.on(on))
    }
}
