//! Events in the form of the wire.
//!
//! An event is read as one flat record and then made into its act, so that a field that is missing, or belongs to
//! another act, is named; reading a tagged enum would lose the place of a mistake.

use crate::appeal::time_limit::Outcome;
use crate::calendar::iso::Day;
use crate::deferral::request::Request;
use crate::education::grant::Grant;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::BodyId;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::record::Record;
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use crate::revocation::ground::{Revocation, RevocationGround};
use alloc::format;
use alloc::string::{String, ToString};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! wire {
    ($($field:ident: $type:ty,)+) => {
        /// Every field that some act has; `null` is the same as leaving it out.
        #[derive(Serialize, Deserialize)]
        #[serde(rename = "Event", deny_unknown_fields)]
        struct Wire {
            event: ActName,
            on: Day,
            $( #[serde(default, skip_serializing_if = "Option::is_none")] $field: Option<$type>, )+
        }

        impl Wire {
            const fn new(event: ActName, on: Day) -> Self {
                Self { event, on, $( $field: None, )+ }
            }

            /// The first field that no one has taken.
            fn left_over(&self) -> Option<&'static str> {
                $( if self.$field.is_some() { return Some(stringify!($field)); } )+
                None
            }
        }
    };
}

wire! {
    ground: GroundName,
    arose_on: Day,
    until: Day,
    absences: Absences,
    provincial_consent: bool,
    written_application: bool,
    evidence: bool,
    agency: BodyId,
    application: Application,
    left_on: Day,
    returned_on: Day,
    verified_by_province: bool,
    outcome: Outcome,
    recorded_on: Day,
    struck_on: Day,
}

macro_rules! ground_names {
    ($claimed:ident: $($claim:ident)+; $revoked:ident: $($revoke:ident)+) => {
        /// The grounds of all acts, since the field has one name.
        #[derive(Clone, Copy, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum GroundName {
            $( $claim, )+
            $( $revoke, )+
        }

        impl GroundName {
            const fn claimed(self) -> Option<$claimed> {
                match self { $( Self::$claim => Some($claimed::$claim), )+ _ => None }
            }

            const fn revoked(self) -> Option<$revoked> {
                match self { $( Self::$revoke => Some($revoked::$revoke), )+ _ => None }
            }
        }

        impl From<$claimed> for GroundName {
            fn from(ground: $claimed) -> Self {
                match ground { $( $claimed::$claim => Self::$claim, )+ }
            }
        }

        impl From<$revoked> for GroundName {
            fn from(ground: $revoked) -> Self {
                match ground { $( $revoked::$revoke => Self::$revoke, )+ }
            }
        }
    };
}

ground_names! {
    Ground: StudyAbroad WorkAbroad SickLeave Childbirth Other;
    RevocationGround: Incapacity CriminalPenalty LeftPost MajorLoss Fraud
}

impl Wire {
    fn into_record(mut self) -> Result<Record<Event>, String> {
        let (recorded_on, struck_on) = (self.recorded_on.take(), self.struck_on.take());
        let event = self.into_event()?;
        Record::written(event, recorded_on.map(|day| day.0), struck_on.map(|day| day.0))
            .map_err(|error| error.to_string())
    }

    fn into_event(mut self) -> Result<Event, String> {
        let act = match self.event {
            ActName::Approved => Act::Approved,
            ActName::DeferralRequested => {
                let until = self.need("until", "the last day on which to register", |wire| wire.until.take())?.0;
                Act::DeferralRequested(Request { claim: self.claim()?, until })
            }
            ActName::DeferralGranted => Act::DeferralGranted,
            ActName::DeferralRefused => Act::DeferralRefused,
            ActName::ExtensionGranted => {
                let arose_on = self.need("arose_on", "the day the ground arose", |wire| wire.arose_on.take())?.0;
                let until = self.need("until", "the new last day of the cycle", |wire| wire.until.take())?.0;
                let written_application = self.written_application.take().unwrap_or(false);
                Act::ExtensionGranted(Grant { claim: self.claim()?, arose_on, until, written_application })
            }
            ActName::ApplicationAccepted => {
                let application = self.need("application", "the particulars", |wire| wire.application.take())?;
                Act::ApplicationAccepted(Acceptance { agency: self.agency.take(), application })
            }
            ActName::ApplicationFiled => Act::ApplicationFiled(Filing { agency: self.agency.take() }),
            ActName::Registered => {
                Act::Registered(Registration { agency: self.agency.take(), application: self.application.take() })
            }
            ActName::Refused => Act::Refused,
            ActName::ApplicationWithdrawn => Act::ApplicationWithdrawn,
            ActName::Cancelled => Act::Cancelled(self.revocation()?),
            ActName::CancellationPublished => Act::CancellationPublished,
            ActName::AppealFiled => Act::AppealFiled,
            ActName::AppealDecided => {
                Act::AppealDecided(self.need("outcome", "`upheld` or `overturned`", |wire| wire.outcome.take())?)
            }
        };
        match self.left_over() {
            None => Ok(act.on(self.on.0)),
            Some(field) => {
                let by_ground = matches!(field, "left_on" | "returned_on") && self.event == ActName::Cancelled;
                let (act, where_) = (self.event.name(), if by_ground { " on this ground" } else { "" });
                Err(format!("the field `{field}` does not belong to `{act}`{where_}; leave it out"))
            }
        }
    }

    fn need<T>(&mut self, field: &str, expected: &str, take: impl FnOnce(&mut Self) -> Option<T>) -> Result<T, String> {
        let act = self.event.name();
        take(self).ok_or_else(|| format!("missing field `{field}` of `{act}`; expected {expected}"))
    }

    fn claim(&mut self) -> Result<Claim, String> {
        let named = self.need("ground", "the ground", |wire| wire.ground.take())?;
        let ground = named.claimed().ok_or_else(|| {
            let act = self.event.name();
            format!(
                "the field `ground` of `{act}` names a ground of revocation; expected one of `study_abroad`, \
                 `work_abroad`, `sick_leave`, `childbirth`, `other`"
            )
        })?;
        Ok(Claim {
            ground,
            absences: self.absences.take().unwrap_or_default(),
            provincial_consent: self.provincial_consent.take().unwrap_or(false),
            evidence: self.evidence.take().unwrap_or(false),
        })
    }

    /// `verified_by_province` may stand with any ground, and counts with fraud alone.
    fn revocation(&mut self) -> Result<Revocation, String> {
        let named = self.need("ground", "the ground", |wire| wire.ground.take())?;
        let ground = named.revoked().ok_or(
            "the field `ground` of `cancelled` names a ground of deferral; expected one of `incapacity`, \
             `criminal_penalty`, `left_post`, `major_loss`, `fraud`",
        )?;
        let verified_by_province = self.verified_by_province.take().unwrap_or(false);
        Ok(match ground {
            RevocationGround::Incapacity => Revocation::Incapacity,
            RevocationGround::CriminalPenalty => Revocation::CriminalPenalty,
            RevocationGround::LeftPost => {
                let left_on = self.need("left_on", "the day the post was left", |wire| wire.left_on.take())?.0;
                let returned_on = self.returned_on.take().map(|day| day.0);
                if let Some(returned_on) = returned_on.filter(|&returned_on| returned_on < left_on) {
                    return Err(format!(
                        "the field `returned_on` is `{returned_on}`; expected a day not before `left_on`, which is \
                         `{left_on}`"
                    ));
                }
                Revocation::LeftPost { left_on, returned_on }
            }
            RevocationGround::MajorLoss => Revocation::MajorLoss,
            RevocationGround::Fraud => Revocation::Fraud { verified_by_province },
        })
    }

    fn with_claim(self, claim: &Claim) -> Self {
        let Claim { ground, absences, provincial_consent, evidence } = claim;
        let absences = Some(absences.clone()).filter(|absences| !absences.runs().is_empty());
        let flag = |set: bool| set.then_some(true);
        let (provincial_consent, evidence) = (flag(*provincial_consent), flag(*evidence));
        Self { ground: Some((*ground).into()), absences, provincial_consent, evidence, ..self }
    }
}

impl From<&Event> for Wire {
    fn from(event: &Event) -> Self {
        let wire = Self::new(event.act.name(), Day(event.on));
        match &event.act {
            Act::Approved
            | Act::DeferralGranted
            | Act::DeferralRefused
            | Act::Refused
            | Act::ApplicationWithdrawn
            | Act::CancellationPublished
            | Act::AppealFiled => wire,
            Act::DeferralRequested(Request { claim, until }) => {
                Self { until: Some(Day(*until)), ..wire.with_claim(claim) }
            }
            Act::ExtensionGranted(Grant { claim, arose_on, until, written_application }) => Self {
                arose_on: Some(Day(*arose_on)),
                until: Some(Day(*until)),
                written_application: written_application.then_some(true),
                ..wire.with_claim(claim)
            },
            Act::ApplicationFiled(Filing { agency }) => Self { agency: agency.clone(), ..wire },
            Act::ApplicationAccepted(Acceptance { agency, application }) => {
                Self { agency: agency.clone(), application: Some(*application), ..wire }
            }
            Act::Registered(Registration { agency, application }) => {
                Self { agency: agency.clone(), application: *application, ..wire }
            }
            Act::Cancelled(revocation) => {
                let wire = Self { ground: Some(revocation.ground().into()), ..wire };
                match *revocation {
                    Revocation::LeftPost { left_on, returned_on } => {
                        Self { left_on: Some(Day(left_on)), returned_on: returned_on.map(Day), ..wire }
                    }
                    Revocation::Fraud { verified_by_province } => {
                        Self { verified_by_province: verified_by_province.then_some(true), ..wire }
                    }
                    Revocation::Incapacity | Revocation::CriminalPenalty | Revocation::MajorLoss => wire,
                }
            }
            Act::AppealDecided(outcome) => Self { outcome: Some(*outcome), ..wire },
        }
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Wire::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer)?.into_event().map_err(D::Error::custom)
    }
}

impl Serialize for Record<Event> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (recorded_on, struck_on) = (self.recorded_apart().map(Day), self.struck().map(Day));
        Wire { recorded_on, struck_on, ..Wire::from(self.what()) }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Record<Event> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer)?.into_record().map_err(D::Error::custom)
    }
}
