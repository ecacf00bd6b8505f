//! Flat records: one record of all the fields that some variant has, told apart by the name of the variant.
//!
//! What is read is read as such a record first, and then made into its variant, so that a field that is missing, or
//! belongs to another variant, is named; reading a tagged enum would lose the place of a mistake.

use alloc::string::{String, ToString};
use thiserror::Error;

/// Declares a flat record: its name, the field that names the variant and others that are always there, and behind a
/// semicolon those that only some variants have. `null` in one of these is the same as leaving it out.
///
/// Makes the record with serde both ways, `new`, and `left_over`, which names the first field that no one has taken.
macro_rules! flat {
    ($Record:ident $name:literal { $( $always:ident: $Always:ty, )+ ; $( $field:ident: $type:ty, )+ }) => {
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(rename = $name, deny_unknown_fields)]
        struct $Record {
            $( $always: $Always, )+
            $( #[serde(default, skip_serializing_if = "Option::is_none")] $field: Option<$type>, )+
        }

        impl $Record {
            const fn new($( $always: $Always, )+) -> Self {
                Self { $( $always, )+ $( $field: None, )+ }
            }

            fn left_over(&self) -> Option<&'static str> {
                $( if self.$field.is_some() { return Some(stringify!($field)); } )+
                None
            }
        }
    };
}

pub(crate) use flat;

/// Why the fields of a flat record make none of its variants.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub(crate) enum FieldError {
    /// A field is not there.
    #[error("`{field}` is missing; expected {expected} with `{with}`")]
    Missing { field: &'static str, with: &'static str, expected: &'static str },
    /// A field belongs to another variant.
    #[error("`{field}` does not belong to `{with}`; {expected}")]
    Foreign { field: &'static str, with: &'static str, expected: &'static str },
    /// What is there makes no sense.
    #[error("{0}")]
    Senseless(String),
}

impl FieldError {
    /// What is there makes no sense, as somebody else says.
    pub(crate) fn senseless(error: impl ToString) -> Self {
        Self::Senseless(error.to_string())
    }
}

/// Takes a field of a flat record that the variant `with` cannot do without.
pub(crate) fn need<T>(
    value: &mut Option<T>,
    field: &'static str,
    with: &'static str,
    expected: &'static str,
) -> Result<T, FieldError> {
    value.take().ok_or(FieldError::Missing { field, with, expected })
}
