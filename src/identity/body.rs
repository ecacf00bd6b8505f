//! Bodies that act under the notices, by what they are called in a register.

use alloc::string::String;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;
use thiserror::Error;

/// What a registration agency or training institution is called in a register: an opaque text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BodyId(String);

impl BodyId {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: Into<String>> From<T> for BodyId {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for BodyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A body and the time for which it may act: from its approval to the day before its withdrawal.
///
/// It is never withdrawn before it was approved.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Listing {
    id: BodyId,
    approved_on: NaiveDate,
    withdrawn_on: Option<NaiveDate>,
}

/// A body was listed as withdrawn before it was approved.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "`{id}` is withdrawn on `{withdrawn_on}`, before its approval on `{approved_on}`; expected `withdrawn_on` not before `approved_on`"
)]
pub struct WithdrawnBeforeApproved {
    /// The body.
    pub id: BodyId,
    /// The day of approval given.
    pub approved_on: NaiveDate,
    /// The day of withdrawal given.
    pub withdrawn_on: NaiveDate,
}

impl Listing {
    /// Lists a body.
    ///
    /// # Errors
    ///
    /// [`WithdrawnBeforeApproved`] where the withdrawal comes before the approval.
    pub fn new(
        id: impl Into<BodyId>,
        approved_on: NaiveDate,
        withdrawn_on: Option<NaiveDate>,
    ) -> Result<Self, WithdrawnBeforeApproved> {
        let id = id.into();
        match withdrawn_on {
            Some(withdrawn_on) if withdrawn_on < approved_on => {
                Err(WithdrawnBeforeApproved { id, approved_on, withdrawn_on })
            }
            _ => Ok(Self { id, approved_on, withdrawn_on }),
        }
    }

    /// The body.
    #[must_use]
    pub const fn id(&self) -> &BodyId {
        &self.id
    }

    /// The first day on which it may act.
    #[must_use]
    pub const fn approved_on(&self) -> NaiveDate {
        self.approved_on
    }

    /// The first day on which it may act no longer.
    #[must_use]
    pub const fn withdrawn_on(&self) -> Option<NaiveDate> {
        self.withdrawn_on
    }

    /// Whether it may act on `day`.
    #[must_use]
    pub fn may_act_on(&self, day: NaiveDate) -> bool {
        self.approved_on <= day && self.withdrawn_on.is_none_or(|withdrawn_on| day < withdrawn_on)
    }
}

/// A register of bodies: who may act on which day.
///
/// A body may be listed more than once, for one time after another.
///
/// # Examples
///
/// ```
/// use ruankao::day;
/// use ruankao::identity::body::{BodyId, Listing, Register};
///
/// let listing = Listing::new("Shanghai", day!(2005, 7, 1), Some(day!(2009, 7, 1)))?;
/// let register: Register = [listing].into_iter().collect();
/// assert!(register.may_act(&BodyId::from("Shanghai"), day!(2005, 7, 1)));
/// assert!(!register.may_act(&BodyId::from("Shanghai"), day!(2009, 7, 1)));
/// # Ok::<(), ruankao::identity::body::WithdrawnBeforeApproved>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "Vec<Listing>", into = "Vec<Listing>")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Register {
    /// In order of id.
    listings: Vec<Listing>,
}

impl Register {
    /// What is listed, in order of id.
    #[must_use]
    pub fn listings(&self) -> &[Listing] {
        &self.listings
    }

    /// The same register with the body withdrawn on a day: whatever ran then ends the day before.
    #[must_use]
    pub fn withdrawn(&self, id: &BodyId, on: NaiveDate) -> Self {
        let mut listings = self.listings.clone();
        for listing in listings.iter_mut().filter(|listing| listing.id == *id && listing.may_act_on(on)) {
            listing.withdrawn_on = Some(on);
        }
        Self { listings }
    }

    /// Whether the body is listed and may act on `day`.
    #[must_use]
    pub fn may_act(&self, id: &BodyId, day: NaiveDate) -> bool {
        let from = self.listings.partition_point(|listing| listing.id < *id);
        let named = self.listings.iter().skip(from).take_while(|listing| listing.id == *id);
        named.into_iter().any(|listing| listing.may_act_on(day))
    }
}

impl From<Register> for Vec<Listing> {
    fn from(register: Register) -> Self {
        register.listings
    }
}

impl From<Vec<Listing>> for Register {
    fn from(mut listings: Vec<Listing>) -> Self {
        listings.sort();
        Self { listings }
    }
}

impl FromIterator<Listing> for Register {
    fn from_iter<I: IntoIterator<Item = Listing>>(listings: I) -> Self {
        listings.into_iter().collect::<Vec<_>>().into()
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{BodyId, Listing, NaiveDate};
    use crate::calendar::iso;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(rename = "Listing", deny_unknown_fields)]
    struct Wire {
        id: BodyId,
        #[serde(with = "iso")]
        #[cfg_attr(feature = "schema", schemars(with = "iso::Day"))]
        approved_on: NaiveDate,
        #[serde(default, with = "iso::option", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "Option<iso::Day>"))]
        withdrawn_on: Option<NaiveDate>,
    }

    #[cfg(feature = "schema")]
    impl schemars::JsonSchema for Listing {
        fn schema_name() -> alloc::borrow::Cow<'static, str> {
            "Listing".into()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            Wire::json_schema(generator)
        }
    }

    impl Serialize for Listing {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let Self { id, approved_on, withdrawn_on } = self.clone();
            Wire { id, approved_on, withdrawn_on }.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Listing {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Wire { id, approved_on, withdrawn_on } = Wire::deserialize(deserializer)?;
            Self::new(id, approved_on, withdrawn_on).map_err(serde::de::Error::custom)
        }
    }
}
