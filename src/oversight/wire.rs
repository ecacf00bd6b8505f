//! Accreditations as the wire format writes them.

use crate::calendar::iso;
use crate::oversight::body_history::BodyHistory;
use crate::oversight::conditions::Conditions;
use crate::oversight::event::{AccreditationEvent, Act, Deed};
use crate::oversight::history::AccreditationHistory;
use crate::oversight::kind::Kind;
use crate::oversight::phase::BodyKind;
use crate::oversight::review::{Rectification, Review};
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;
use core::marker::PhantomData;
use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// Reads an object and nothing else: what is derived would take an array of the fields' values too.
fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
    expected: &'static str,
) -> Result<T, D::Error> {
    struct Object<T>(&'static str, PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.0)
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }
    }

    deserializer.deserialize_map(Object(expected, PhantomData))
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Name {
    Proposed,
    Applied,
    Approved,
    Declined,
    Filed,
    Reviewed,
    Rectified,
}

#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Outcome {
    Passed,
    Failed,
    Satisfactory,
    Unsatisfactory,
}

/// An event of either kind, as it is written; whether its fields belong together is not yet known.
#[derive(Serialize, Deserialize)]
#[serde(rename = "event", deny_unknown_fields)]
struct RawFields {
    event: Name,
    #[serde(with = "iso")]
    on: NaiveDate,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    conditions: Option<Conditions>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outcome: Option<Outcome>,
    #[serde(default, with = "iso::option", skip_serializing_if = "Option::is_none")]
    rectify_by: Option<NaiveDate>,
}

struct Raw(RawFields);

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        object(deserializer, "an event: an object with `event` and `on`").map(Self)
    }
}

/// Why the fields of an event make none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
enum FieldError {
    #[error("`event` is `{event}`, which is none of a `{kind}`; expected {expected}")]
    OtherKind { event: &'static str, kind: BodyKind, expected: &'static str },
    #[error("`{field}` is missing; expected {expected} with `{with}`")]
    Missing { field: &'static str, with: &'static str, expected: &'static str },
    #[error("`{field}` does not belong to `{with}`; expected it with `{place}` only")]
    Foreign { field: &'static str, with: &'static str, place: &'static str },
    #[error("`outcome` is `{found}`, which is none of `{with}`; expected {expected}")]
    Outcome { found: &'static str, with: &'static str, expected: &'static str },
}

const REVIEW_OUTCOMES: &str = "`passed` or `failed`";
const RECTIFICATION_OUTCOMES: &str = "`satisfactory` or `unsatisfactory`";

impl Name {
    const fn text(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Applied => "applied",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Filed => "filed",
            Self::Reviewed => "reviewed",
            Self::Rectified => "rectified",
        }
    }
}

impl Outcome {
    const fn text(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "failed",
            Self::Satisfactory => "satisfactory",
            Self::Unsatisfactory => "unsatisfactory",
        }
    }
}

impl RawFields {
    const fn bare(event: Name, on: NaiveDate) -> Self {
        Self { event, on, conditions: None, outcome: None, rectify_by: None }
    }

    fn no_conditions(&self) -> Result<(), FieldError> {
        let foreign = FieldError::Foreign { field: "conditions", with: self.event.text(), place: "applied" };
        if self.conditions.is_none() { Ok(()) } else { Err(foreign) }
    }

    fn no_outcome(&self) -> Result<(), FieldError> {
        let foreign =
            FieldError::Foreign { field: "outcome", with: self.event.text(), place: "reviewed` and `rectified" };
        if self.outcome.is_none() { self.no_rectify_by(self.event.text()) } else { Err(foreign) }
    }

    fn no_rectify_by(&self, with: &'static str) -> Result<(), FieldError> {
        let foreign = FieldError::Foreign { field: "rectify_by", with, place: "failed" };
        if self.rectify_by.is_none() { Ok(()) } else { Err(foreign) }
    }

    fn other_kind<K: Kind>(&self) -> FieldError {
        let expected = match K::KIND {
            BodyKind::RegistrationAgency => "`proposed`, `approved`, `declined`, `reviewed` or `rectified`",
            BodyKind::TrainingInstitution => "`applied`, `approved`, `declined`, `filed`, `reviewed` or `rectified`",
        };
        FieldError::OtherKind { event: self.event.text(), kind: K::KIND, expected }
    }

    fn act<K: Kind>(&self) -> Result<Act<K>, FieldError> {
        let with = self.event.text();
        if self.event != Name::Applied {
            self.no_conditions()?;
        }
        if !matches!(self.event, Name::Reviewed | Name::Rectified) {
            self.no_outcome()?;
        }
        match self.event {
            Name::Proposed | Name::Applied if self.event.text() != K::KIND.opening().name() => {
                Err(self.other_kind::<K>())
            }
            Name::Proposed | Name::Applied => {
                let expected = "how the institution stands to 48.8.1 to 48.8.4";
                let missing = FieldError::Missing { field: "conditions", with, expected };
                K::dossier(self.conditions).map(Act::Opened).ok_or(missing)
            }
            Name::Approved => Ok(Act::Approved),
            Name::Declined => Ok(Act::Declined),
            Name::Filed => K::FILING.map(Act::Filed).ok_or_else(|| self.other_kind::<K>()),
            Name::Reviewed => self.review().map(Act::Reviewed),
            Name::Rectified => self.rectification().map(Act::Rectified),
        }
    }

    fn review(&self) -> Result<Review, FieldError> {
        let (with, expected) = (self.event.text(), REVIEW_OUTCOMES);
        match self.outcome.ok_or(FieldError::Missing { field: "outcome", with, expected })? {
            Outcome::Passed => self.no_rectify_by("passed").map(|()| Review::Passed),
            Outcome::Failed => {
                let expected = "the last day on which to rectify";
                let missing = FieldError::Missing { field: "rectify_by", with: "failed", expected };
                Ok(Review::Failed { rectify_by: self.rectify_by.ok_or(missing)? })
            }
            found => Err(FieldError::Outcome { found: found.text(), with, expected }),
        }
    }

    fn rectification(&self) -> Result<Rectification, FieldError> {
        let (with, expected) = (self.event.text(), RECTIFICATION_OUTCOMES);
        self.no_rectify_by(with)?;
        match self.outcome.ok_or(FieldError::Missing { field: "outcome", with, expected })? {
            Outcome::Satisfactory => Ok(Rectification::Satisfactory),
            Outcome::Unsatisfactory => Ok(Rectification::Unsatisfactory),
            found => Err(FieldError::Outcome { found: found.text(), with, expected }),
        }
    }

    fn event<K: Kind>(&self) -> Result<AccreditationEvent<K>, FieldError> {
        Ok(AccreditationEvent { on: self.on, act: self.act()? })
    }
}

impl<K: Kind> From<&AccreditationEvent<K>> for RawFields {
    fn from(event: &AccreditationEvent<K>) -> Self {
        let bare = |name| Self::bare(name, event.on);
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
                Self { rectify_by: Some(rectify_by), ..with(Name::Reviewed, Outcome::Failed) }
            }
            Act::Rectified(Rectification::Satisfactory) => with(Name::Rectified, Outcome::Satisfactory),
            Act::Rectified(Rectification::Unsatisfactory) => with(Name::Rectified, Outcome::Unsatisfactory),
        }
    }
}

impl<K: Kind> Serialize for AccreditationEvent<K> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        RawFields::from(self).serialize(serializer)
    }
}

impl<'de, K: Kind> Deserialize<'de> for AccreditationEvent<K> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Raw::deserialize(deserializer)?.0.event().map_err(D::Error::custom)
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

impl<'de> Deserialize<'de> for Conditions {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "conditions", deny_unknown_fields)]
        struct Fields {
            legal_person: bool,
            teaching_resources: bool,
            regional_strength: bool,
            reputation: bool,
        }

        let Fields { legal_person, teaching_resources, regional_strength, reputation } =
            object(deserializer, "an object with the four conditions of 48.8")?;
        Ok(Self { legal_person, teaching_resources, regional_strength, reputation })
    }
}

impl Serialize for BodyHistory {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut accreditation = serializer.serialize_struct("accreditation", 2)?;
        accreditation.serialize_field("kind", &self.kind())?;
        match self {
            Self::Agency(history) => accreditation.serialize_field("history", history)?,
            Self::Institution(history) => accreditation.serialize_field("history", history)?,
        }
        accreditation.end()
    }
}

impl<'de> Deserialize<'de> for BodyHistory {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(rename = "accreditation", deny_unknown_fields)]
        struct Fields {
            kind: BodyKind,
            history: Vec<Raw>,
        }

        /// The kind may be written behind the history, so the events are told apart only here.
        fn events<K: Kind, E: Error>(history: &[Raw]) -> Result<AccreditationHistory<K>, E> {
            let placed = |(index, raw): (usize, &Raw)| {
                raw.0.event().map_err(|error| E::custom(format_args!("`history[{index}]`: {error}")))
            };
            history.iter().enumerate().map(placed).collect()
        }

        let Fields { kind, history } = object(deserializer, "an object with `kind` and `history`")?;
        Ok(match kind {
            BodyKind::RegistrationAgency => Self::Agency(events(&history)?),
            BodyKind::TrainingInstitution => Self::Institution(events(&history)?),
        })
    }
}
