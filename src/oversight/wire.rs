//! Accreditations as the wire format writes them.

use crate::calendar::iso::Given;
use crate::naming::flat::{FieldError, flat, need};
use crate::naming::plain::Plain;
use crate::naming::table::named;
use crate::oversight::body_history::BodyHistory;
use crate::oversight::conditions::Conditions;
use crate::oversight::event::{AccreditationEvent, Act, Deed};
use crate::oversight::history::AccreditationHistory;
use crate::oversight::kind::Kind;
use crate::oversight::phase::BodyKind;
use crate::oversight::review::{Rectification, Review};
use alloc::vec::Vec;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

named! {
    /// An event by name.
    enum Name: "event" {
        /// An agency is proposed.
        Proposed = "proposed";
        /// An institution applies.
        Applied = "applied";
        /// The body is approved.
        Approved = "approved";
        /// It is turned down.
        Declined = "declined";
        /// An institution is filed.
        Filed = "filed";
        /// The body is reviewed.
        Reviewed = "reviewed";
        /// What it rectified is judged.
        Rectified = "rectified";
    }
}

named! {
    /// The outcomes of reviews and of rectifications, since the field has one name.
    enum Outcome: "outcome" {
        /// Of a review.
        Passed = "passed";
        /// Of a review.
        Failed = "failed";
        /// Of a rectification.
        Satisfactory = "satisfactory";
        /// Of a rectification.
        Unsatisfactory = "unsatisfactory";
    }
}

flat! {
    Fields "event" {
        event: Name,
        on: Given,
        ;
        conditions: Conditions,
        outcome: Outcome,
        rectify_by: Given,
    }
}

const REVIEW_OUTCOMES: &str = "`passed` or `failed`";
const RECTIFICATION_OUTCOMES: &str = "`satisfactory` or `unsatisfactory`";

impl Fields {
    fn into_event<K: Kind>(mut self) -> Result<AccreditationEvent<K>, FieldError> {
        let act = self.act()?;
        let Some(field) = self.left_over() else { return Ok(act.on(self.on.0)) };
        let with = match (act, self.event) {
            (Act::Reviewed(Review::Passed), _) => "passed",
            (_, event) => event.name(),
        };
        let expected = match field {
            "conditions" => "expected it with `applied` only",
            "outcome" => "expected it with `reviewed` and `rectified` only",
            _ => "expected it with `failed` only",
        };
        Err(FieldError::Foreign { field, with, expected })
    }

    fn act<K: Kind>(&mut self) -> Result<Act<K>, FieldError> {
        let with = self.event.name();
        match self.event {
            Name::Proposed | Name::Applied if with != K::KIND.opening().name() => Err(self.other_kind::<K>()),
            Name::Proposed => K::dossier(None).map(Act::Opened).ok_or_else(|| self.other_kind::<K>()),
            Name::Applied => {
                let expected = "how the institution stands to 48.8.1 to 48.8.4";
                let conditions = need(&mut self.conditions, "conditions", with, expected)?;
                K::dossier(Some(conditions)).map(Act::Opened).ok_or_else(|| self.other_kind::<K>())
            }
            Name::Approved => Ok(Act::Approved),
            Name::Declined => Ok(Act::Declined),
            Name::Filed => K::FILING.map(Act::Filed).ok_or_else(|| self.other_kind::<K>()),
            Name::Reviewed => match need(&mut self.outcome, "outcome", with, REVIEW_OUTCOMES)? {
                Outcome::Passed => Ok(Act::Reviewed(Review::Passed)),
                Outcome::Failed => {
                    let expected = "the last day on which to rectify";
                    let rectify_by = need(&mut self.rectify_by, "rectify_by", "failed", expected)?.0;
                    Ok(Act::Reviewed(Review::Failed { rectify_by }))
                }
                other => Err(other.is_none_of(with, REVIEW_OUTCOMES)),
            },
            Name::Rectified => match need(&mut self.outcome, "outcome", with, RECTIFICATION_OUTCOMES)? {
                Outcome::Satisfactory => Ok(Act::Rectified(Rectification::Satisfactory)),
                Outcome::Unsatisfactory => Ok(Act::Rectified(Rectification::Unsatisfactory)),
                other => Err(other.is_none_of(with, RECTIFICATION_OUTCOMES)),
            },
        }
    }

    fn other_kind<K: Kind>(&self) -> FieldError {
        let (event, kind) = (self.event, K::KIND);
        let expected = match kind {
            BodyKind::RegistrationAgency => "`proposed`, `approved`, `declined`, `reviewed` or `rectified`",
            BodyKind::TrainingInstitution => "`applied`, `approved`, `declined`, `filed`, `reviewed` or `rectified`",
        };
        FieldError::senseless(format_args!("`event` is `{event}`, which is none of a `{kind}`; expected {expected}"))
    }
}

impl Outcome {
    fn is_none_of(self, with: &str, expected: &str) -> FieldError {
        FieldError::senseless(format_args!("`outcome` is `{self}`, which is none of `{with}`; expected {expected}"))
    }
}

impl<K: Kind> From<&AccreditationEvent<K>> for Fields {
    fn from(event: &AccreditationEvent<K>) -> Self {
        let bare = |name| Self::new(name, Given(event.on));
        let with = |name, outcome| Self { outcome: Some(outcome), ..bare(name) };
        match event.act {
            Act::Opened(dossier) => {
                let name = if K::KIND.opening() == Deed::Proposed { Name::Proposed } else { Name::Applied };
                Self { conditions: K::conditions(dossier), ..bare(name) }
            }
            Act::Approved => bare(Name::Approved),
            Act::Declined => bare(Name::Declined),
            Act::Filed(_) => bare(Name::Filed),
            Act::Reviewed(Review::Passed) => with(Name::Reviewed, Outcome::Passed),
            Act::Reviewed(Review::Failed { rectify_by }) => {
                Self { rectify_by: Some(Given(rectify_by)), ..with(Name::Reviewed, Outcome::Failed) }
            }
            Act::Rectified(Rectification::Satisfactory) => with(Name::Rectified, Outcome::Satisfactory),
            Act::Rectified(Rectification::Unsatisfactory) => with(Name::Rectified, Outcome::Unsatisfactory),
        }
    }
}

impl<K: Kind> Serialize for AccreditationEvent<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Fields::from(self).serialize(serializer)
    }
}

impl<'de, K: Kind> Deserialize<'de> for AccreditationEvent<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Fields::deserialize(Plain(deserializer))?.into_event().map_err(D::Error::custom)
    }
}

impl<K: Kind> Serialize for AccreditationHistory<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.events().serialize(serializer)
    }
}

impl<'de, K: Kind> Deserialize<'de> for AccreditationHistory<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::deserialize(deserializer)?.into())
    }
}

/// An accreditation as it is written. The kind may stand behind the history, so the events are told apart only afterwards.
#[derive(Serialize, Deserialize)]
#[serde(rename = "accreditation", deny_unknown_fields)]
struct Written {
    kind: BodyKind,
    history: Vec<Fields>,
}

impl From<&BodyHistory> for Written {
    fn from(body: &BodyHistory) -> Self {
        let history = match body {
            BodyHistory::Agency(history) => history.events().iter().map(Into::into).collect(),
            BodyHistory::Institution(history) => history.events().iter().map(Into::into).collect(),
        };
        Self { kind: body.kind(), history }
    }
}

impl Serialize for BodyHistory {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Written::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for BodyHistory {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        fn events<K: Kind, E: Error>(history: Vec<Fields>) -> Result<AccreditationHistory<K>, E> {
            let placed = |(index, fields): (usize, Fields)| {
                fields.into_event().map_err(|error| E::custom(format_args!("`history[{index}]`: {error}")))
            };
            history.into_iter().enumerate().map(placed).collect()
        }

        let Written { kind, history } = Written::deserialize(Plain(deserializer))?;
        Ok(match kind {
            BodyKind::RegistrationAgency => Self::Agency(events(history)?),
            BodyKind::TrainingInstitution => Self::Institution(events(history)?),
        })
    }
}
