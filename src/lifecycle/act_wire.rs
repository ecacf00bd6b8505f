//! Events in the form of the wire.
//!
//! An event is read as one flat record and then made into its act.

use crate::appeal::Outcome;
use crate::calendar::iso::Given;
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::BodyId;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::naming::flat::{FieldError, flat, need};
use crate::record::Record;
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use crate::revocation::{Revocation, RevocationGround};
use alloc::boxed::Box;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

flat! {
    Wire "Event" {
        event: ActName,
        on: Given,
        ;
        ground: GroundName,
        arose_on: Given,
        until: Given,
        absences: Absences,
        provincial_consent: bool,
        written_application: bool,
        evidence: bool,
        agency: BodyId,
        application: Application,
        left_on: Given,
        returned_on: Given,
        verified_by_province: bool,
        outcome: Outcome,
        recorded_on: Given,
        struck_on: Given,
    }
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
    fn into_record(mut self) -> Result<Record<Event>, FieldError> {
        let (recorded_on, struck_on) = (self.recorded_on.take(), self.struck_on.take());
        let event = self.into_event()?;
        Record::written(event, recorded_on.map(|day| day.0), struck_on.map(|day| day.0)).map_err(FieldError::senseless)
    }

    fn into_event(mut self) -> Result<Event, FieldError> {
        let with = self.event.name();
        let act = match self.event {
            ActName::Approved => Act::Approved,
            ActName::DeferralRequested => {
                let until = need(&mut self.until, "until", with, "the last day on which to register")?.0;
                Act::DeferralRequested(Box::new(Request { claim: self.claim()?, until }))
            }
            ActName::DeferralGranted => Act::DeferralGranted,
            ActName::DeferralRefused => Act::DeferralRefused,
            ActName::ExtensionGranted => {
                let arose_on = need(&mut self.arose_on, "arose_on", with, "the day the ground arose")?.0;
                let until = need(&mut self.until, "until", with, "the new last day of the cycle")?.0;
                let written_application = self.written_application.take().unwrap_or(false);
                Act::ExtensionGranted(Box::new(Grant { claim: self.claim()?, arose_on, until, written_application }))
            }
            ActName::ApplicationAccepted => {
                let application = need(&mut self.application, "application", with, "the particulars")?;
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
                Act::AppealDecided(need(&mut self.outcome, "outcome", with, "`upheld` or `overturned`")?)
            }
        };
        let expected = match self.left_over() {
            None => return Ok(act.on(self.on.0)),
            Some("left_on" | "returned_on") => "expected it with the ground `left_post` only",
            Some(_) => "leave it out",
        };
        Err(FieldError::Foreign { field: self.left_over().unwrap_or_default(), with, expected })
    }

    fn claim(&mut self) -> Result<Claim, FieldError> {
        let with = self.event.name();
        let named = need(&mut self.ground, "ground", with, "the ground")?;
        let ground = named.claimed().ok_or_else(|| {
            FieldError::senseless(format_args!(
                "`ground` of `{with}` is a ground of revocation; expected one of `study_abroad`, `work_abroad`, \
                 `sick_leave`, `childbirth`, `other`"
            ))
        })?;
        Ok(Claim {
            ground,
            absences: self.absences.take().unwrap_or_default(),
            provincial_consent: self.provincial_consent.take().unwrap_or(false),
            evidence: self.evidence.take().unwrap_or(false),
        })
    }

    /// `verified_by_province` may stand with any ground, and counts with fraud alone.
    fn revocation(&mut self) -> Result<Revocation, FieldError> {
        let with = self.event.name();
        let named = need(&mut self.ground, "ground", with, "the ground")?;
        let ground = named.revoked().ok_or_else(|| {
            FieldError::senseless(
                "`ground` of `cancelled` is a ground of deferral; expected one of `incapacity`, `criminal_penalty`, \
                 `left_post`, `major_loss`, `fraud`",
            )
        })?;
        let verified_by_province = self.verified_by_province.take().unwrap_or(false);
        Ok(match ground {
            RevocationGround::Incapacity => Revocation::Incapacity,
            RevocationGround::CriminalPenalty => Revocation::CriminalPenalty,
            RevocationGround::LeftPost => {
                let left_on = need(&mut self.left_on, "left_on", "left_post", "the day the post was left")?.0;
                let returned_on = self.returned_on.take().map(|day| day.0);
                if let Some(returned_on) = returned_on.filter(|&returned_on| returned_on < left_on) {
                    return Err(FieldError::senseless(format_args!(
                        "`returned_on` is `{returned_on}`; expected a day not before `left_on`, which is `{left_on}`"
                    )));
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
        let wire = Self::new(event.act.name(), Given(event.on));
        match &event.act {
            Act::Approved
            | Act::DeferralGranted
            | Act::DeferralRefused
            | Act::Refused
            | Act::ApplicationWithdrawn
            | Act::CancellationPublished
            | Act::AppealFiled => wire,
            Act::DeferralRequested(request) => {
                let Request { claim, until } = &**request;
                Self { until: Some(Given(*until)), ..wire.with_claim(claim) }
            }
            Act::ExtensionGranted(grant) => {
                let Grant { claim, arose_on, until, written_application } = &**grant;
                Self {
                    arose_on: Some(Given(*arose_on)),
                    until: Some(Given(*until)),
                    written_application: written_application.then_some(true),
                    ..wire.with_claim(claim)
                }
            }
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
                        Self { left_on: Some(Given(left_on)), returned_on: returned_on.map(Given), ..wire }
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
        let (recorded_on, struck_on) = (self.recorded_apart().map(Given), self.struck().map(Given));
        Wire { recorded_on, struck_on, ..Wire::from(self.what()) }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Record<Event> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer)?.into_record().map_err(D::Error::custom)
    }
}
