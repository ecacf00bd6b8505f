//! Reading a document: its kind and its number, in either order.

use crate::identity::discreet::Discreet;
use crate::identity::document::{IdentityDocument, IdentityDocumentKind};
use alloc::string::String;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

#[derive(Deserialize)]
#[serde(expecting = "an identity document as an object of `kind` and `number`", deny_unknown_fields)]
struct Wire {
    kind: IdentityDocumentKind,
    number: String,
}

impl<'de> Deserialize<'de> for IdentityDocument {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Wire { kind, number } = Wire::deserialize(Discreet(deserializer))?;
        Self::parse(kind, &number).map_err(Error::custom)
    }
}
