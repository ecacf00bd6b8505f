//! Reading what may be personal, and repeating nothing of it where it cannot be read.
//!
//! Serde's own messages quote what was given: a number where a text is due, an unknown field, an unknown name. Around a
//! record of a person that may be anybody's identity number or telephone, at whatever field it was put. Whatever is read
//! through [`Discreet`] is refused by saying what was expected, and no more of what was given than its kind.

use crate::naming::shown::Shown;
use crate::naming::unknown::Listed;
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use core::fmt;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor, value::MapAccessDeserializer,
};

/// A deserializer, visitor, seed or access of serde that words every error anew, for itself and all that it hands on.
pub(crate) struct Discreet<T>(pub(crate) T);

/// Has a type that is `#[serde(remote = "Self")]` read discreetly, and written as it is.
macro_rules! discreet {
    ($($Type:ident),+) => {$(
        impl serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                Self::serialize(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $Type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::deserialize($crate::identity::discreet::Discreet(deserializer))
            }
        }
    )+};
}

pub(crate) use discreet;

/// What a visitor has to say of a value, before it is said.
#[derive(Debug)]
struct Said(String);

impl Said {
    /// As another error, with what was given taken out.
    fn without<E: Error>(self, given: &str) -> E {
        // One character gives nobody away, and taking it out would take the message apart.
        if given.chars().nth(1).is_none() {
            return E::custom(self.0);
        }
        E::custom(self.0.replace(&Shown(given).to_string(), "…").replace(given, "…"))
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl core::error::Error for Said {}

impl Error for Said {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }

    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("invalid type: {}, expected {expected}", kind(unexpected)))
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self(format!("invalid value: {}, expected {expected}", kind(unexpected)))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        Self(format!("unknown name; expected {}", Listed(expected)))
    }

    fn unknown_field(_: &str, expected: &'static [&'static str]) -> Self {
        Self(format!("unknown field; expected {}", Listed(expected)))
    }
}

/// What a value with nothing inside is, and nothing of it.
const fn kind(unexpected: Unexpected<'_>) -> &'static str {
    match unexpected {
        Unexpected::Bool(_) => "boolean",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) | Unexpected::Float(_) => "number",
        Unexpected::Char(_) | Unexpected::Str(_) => "string",
        Unexpected::Bytes(_) => "bytes",
        _ => "something else",
    }
}

/// Each of these asks for a shape. A format for people is asked for whatever is there, for asked for a shape it may word
/// the refusal itself.
macro_rules! ask {
    ($($method:ident($($argument:ident: $Argument:ty),*))+) => {$(
        fn $method<V: Visitor<'de>>(self, $($argument: $Argument,)* visitor: V) -> Result<V::Value, D::Error> {
            if self.0.is_human_readable() {
                self.0.deserialize_any(Discreet(visitor))
            } else {
                self.0.$method($($argument,)* Discreet(visitor))
            }
        }
    )+};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Discreet<D> {
    type Error = D::Error;

    ask! {
        deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64() deserialize_i128()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_u128() deserialize_f32()
        deserialize_f64() deserialize_char() deserialize_str() deserialize_string() deserialize_bytes()
        deserialize_byte_buf() deserialize_unit() deserialize_unit_struct(name: &'static str) deserialize_seq()
        deserialize_tuple(length: usize) deserialize_tuple_struct(name: &'static str, length: usize) deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) deserialize_identifier()
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_any(Discreet(visitor))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_option(Discreet(visitor))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_newtype_struct(name, Discreet(visitor))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        if self.0.is_human_readable() {
            self.0.deserialize_any(Discreet(Variants { names: variants, visitor }))
        } else {
            self.0.deserialize_enum(name, variants, Discreet(visitor))
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.0.deserialize_ignored_any(visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

/// The visitor of an enum, shown whatever is there: a text is a variant without content, an object one with it.
struct Variants<V> {
    names: &'static [&'static str],
    visitor: V,
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Variants<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Listed(self.names))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        self.visitor.visit_enum(text.into_deserializer())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(MapAccessDeserializer::new(map))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.visitor.visit_enum(access)
    }
}

/// Values with nothing inside: what the visitor says of one is heard before it is passed on.
macro_rules! hear {
    ($($method:ident($given:ident: $Given:ty) $text:expr;)+) => {$(
        fn $method<E: Error>(self, $given: $Given) -> Result<V::Value, E> {
            let text = $text;
            self.0.$method::<Said>($given).map_err(|said| said.without(&text))
        }
    )+};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Discreet<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    hear! {
        visit_bool(given: bool) String::new();
        visit_i64(given: i64) given.to_string();
        visit_i128(given: i128) given.to_string();
        visit_u64(given: u64) given.to_string();
        visit_u128(given: u128) given.to_string();
        visit_f64(given: f64) given.to_string();
        visit_char(given: char) given.to_string();
        visit_str(given: &str) given.to_owned();
        visit_borrowed_str(given: &'de str) given.to_owned();
        visit_string(given: String) given.clone();
        visit_bytes(given: &[u8]) String::new();
        visit_borrowed_bytes(given: &'de [u8]) String::new();
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Discreet(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Discreet(deserializer))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Discreet(access))
    }

    fn visit_map<A: MapAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Discreet(access))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<V::Value, A::Error> {
        self.0.visit_enum(Discreet(access))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Discreet<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Discreet(deserializer))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Discreet<A> {
    type Error = A::Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, A::Error> {
        self.0.next_element_seed(Discreet(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Discreet<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        self.0.next_key_seed(Discreet(seed))
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, A::Error> {
        self.0.next_value_seed(Discreet(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Discreet<A> {
    type Error = A::Error;
    type Variant = Discreet<A::Variant>;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Self::Variant), A::Error> {
        let (value, variant) = self.0.variant_seed(Discreet(seed))?;
        Ok((value, Discreet(variant)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Discreet<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.unit_variant()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, A::Error> {
        self.0.newtype_variant_seed(Discreet(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.0.tuple_variant(length, Discreet(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.struct_variant(fields, Discreet(visitor))
    }
}
