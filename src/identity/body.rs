//! Bodies that act under the notices, by what they are called in a register.

use crate::calendar::day::{FIRST_YEAR, LAST_YEAR};
use crate::naming::shown::Shown;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use chrono::{Datelike, NaiveDate};
use core::fmt;
use thiserror::Error;

/// What a registration agency or training institution is called in a register: an opaque text.
///
/// It is kept and compared byte for byte, as the wire has it, and shown by `Display` as [`Shown`](crate::naming::Shown)
/// shows any text from outside.
///
/// # Examples
///
/// ```
/// use ruankao::identity::BodyId;
///
/// let id = BodyId::from("A1\r\nA2");
/// assert_eq!((id.as_str(), id.to_string().as_str()), ("A1\r\nA2", r"A1\r\nA2"));
/// assert_ne!(id, BodyId::from("A1\nA2"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(transparent))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BodyId(
    // One pointer wide, so that whatever may name a body stays small.
    Box<Box<str>>,
);

impl BodyId {
    /// The text, as it came; whoever shows it to people uses `Display` instead.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: Into<String>> From<T> for BodyId {
    fn from(text: T) -> Self {
        Self(Box::new(text.into().into_boxed_str()))
    }
}

impl fmt::Display for BodyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Shown(&self.0).fmt(f)
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

/// Why a body cannot be listed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ListingError {
    /// It was withdrawn before it was approved.
    #[error(
        "`{id}` is withdrawn on `{withdrawn_on}`, before its approval on `{approved_on}`; expected `withdrawn_on` not before `approved_on`"
    )]
    WithdrawnBeforeApproved {
        /// The body.
        id: BodyId,
        /// The day of approval given.
        approved_on: NaiveDate,
        /// The day of withdrawal given.
        withdrawn_on: NaiveDate,
    },
    /// It was approved or withdrawn on a day that the wire format cannot write.
    #[error("`{id}` is listed with the day `{day}`; expected a day from 1900-01-01 to 2999-12-31")]
    OutOfRange {
        /// The body.
        id: BodyId,
        /// The day given.
        day: NaiveDate,
    },
}

impl Listing {
    /// Lists a body.
    ///
    /// # Errors
    ///
    /// [`ListingError::OutOfRange`] for a day outside the years 1900 to 2999,
    /// [`ListingError::WithdrawnBeforeApproved`] where the withdrawal comes before the approval.
    pub fn new(
        id: impl Into<BodyId>,
        approved_on: NaiveDate,
        withdrawn_on: Option<NaiveDate>,
    ) -> Result<Self, ListingError> {
        let id = id.into();
        let is_out = |day: &NaiveDate| !(FIRST_YEAR..=LAST_YEAR).contains(&day.year());
        match [Some(approved_on), withdrawn_on].into_iter().flatten().find(is_out) {
            Some(day) => Err(ListingError::OutOfRange { id, day }),
            None => Self::between(id, approved_on, withdrawn_on),
        }
    }

    /// The same of days that a history tells, which may lie anywhere.
    ///
    /// # Errors
    ///
    /// [`ListingError::WithdrawnBeforeApproved`] where the withdrawal comes before the approval.
    pub(crate) fn between(
        id: impl Into<BodyId>,
        approved_on: NaiveDate,
        withdrawn_on: Option<NaiveDate>,
    ) -> Result<Self, ListingError> {
        let id = id.into();
        match withdrawn_on {
            Some(withdrawn_on) if withdrawn_on < approved_on => {
                Err(ListingError::WithdrawnBeforeApproved { id, approved_on, withdrawn_on })
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
/// use ruankao::identity::{BodyId, Listing, Register};
/// use ruankao::day;
///
/// let listing = Listing::new("Shanghai", day!(2005, 7, 1), Some(day!(2009, 7, 1)))?;
/// let register: Register = [listing].into_iter().collect();
/// assert!(register.may_act(&BodyId::from("Shanghai"), day!(2005, 7, 1)));
/// assert!(!register.may_act(&BodyId::from("Shanghai"), day!(2009, 7, 1)));
/// # Ok::<(), ruankao::identity::ListingError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "Vec<Listing>", into = "Vec<Listing>")
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Register {
    /// In order of id, and of approval where one is listed more than once.
    listings: Vec<Listing>,
    /// For each listing, the first day on which neither it nor one before it of the same body lets the body act, if they
    /// began by then; `MAX` where one has no end.
    ends: Vec<NaiveDate>,
}

/// A body that an act names, looked up in a register once, so that what remembers it can stay plain data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Named {
    /// None is named.
    #[default]
    Nobody,
    /// The one named is not listed.
    Unlisted,
    /// It is listed, first at this place.
    Listed(u32),
}

impl Named {
    /// This one, or the other where none is named here.
    pub(crate) const fn or(self, other: Self) -> Self {
        match self {
            Self::Nobody => other,
            Self::Unlisted | Self::Listed(_) => self,
        }
    }
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
        listings.into()
    }

    /// Whether the body is listed and may act on `day`.
    #[must_use]
    pub fn may_act(&self, id: &BodyId, day: NaiveDate) -> bool {
        self.may(self.named(Some(id)), day)
    }

    /// The same where there may be no register, and then whoever is named is listed nowhere.
    #[inline]
    pub(crate) fn named_in(register: Option<&Self>, id: Option<&BodyId>) -> Named {
        match (register, id) {
            (_, None) => Named::Nobody,
            (None, Some(_)) => Named::Unlisted,
            (Some(register), Some(_)) => register.named(id),
        }
    }

    /// Looks a body up that an act names, or does not.
    pub(crate) fn named(&self, id: Option<&BodyId>) -> Named {
        let Some(id) = id else { return Named::Nobody };
        let place = self.listings.partition_point(|listing| listing.id < *id);
        let is_listed = self.listings.get(place).is_some_and(|listing| listing.id == *id);
        u32::try_from(place).ok().filter(|_| is_listed).map_or(Named::Unlisted, Named::Listed)
    }

    /// Whether one that was looked up here may act on `day`: whether any of its listings covers the day.
    pub(crate) fn may(&self, named: Named, day: NaiveDate) -> bool {
        let Named::Listed(place) = named else { return false };
        let Ok(place) = usize::try_from(place) else { return false };
        let listed = self.listings.get(place..).unwrap_or_default();
        let Some(first) = listed.first() else { return false };
        let begun = listed.partition_point(|listing| listing.id == first.id && listing.approved_on <= day);
        let last = (place + begun).checked_sub(1).filter(|_| begun > 0);
        last.and_then(|last| self.ends.get(last)).is_some_and(|&end| day < end)
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
        let mut ends: Vec<NaiveDate> = Vec::with_capacity(listings.len());
        let mut before: Option<&Listing> = None;
        for listing in &listings {
            let end = listing.withdrawn_on.unwrap_or(NaiveDate::MAX);
            let earlier = ends.last().filter(|_| before.is_some_and(|before| before.id == listing.id));
            ends.push(earlier.map_or(end, |&earlier| earlier.max(end)));
            before = Some(listing);
        }
        Self { listings, ends }
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

    /// A body and the time for which it may act: from its approval to the day before its withdrawal.
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
