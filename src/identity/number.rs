//! What the identity numbers share: their storage, and the ways in and out.

/// At most `N` ASCII characters, stored in place so that a number is plain data.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Ascii<const N: usize> {
    /// Filled up with NUL, so that the derived order is the order of the texts.
    bytes: [u8; N],
    length: u8,
}

impl<const N: usize> Ascii<N> {
    /// Stores what the caller has checked to be ASCII and to fit.
    pub(super) fn new(text: impl IntoIterator<Item = u8>) -> Self {
        let mut stored = Self { bytes: [0; N], length: 0 };
        for (slot, byte) in stored.bytes.iter_mut().zip(text) {
            *slot = byte;
            stored.length += 1;
        }
        stored
    }

    pub(super) fn as_str(&self) -> &str {
        self.first(self.len())
    }

    /// The first `length` characters.
    pub(super) fn first(&self, length: usize) -> &str {
        self.bytes.get(..length).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    pub(super) const fn len(&self) -> usize {
        self.length as usize
    }
}

/// The first character that does not fit its place, and that place, counted from 1.
pub(super) fn first_misfit(text: &str, fits: impl Fn(usize, char) -> bool) -> Option<(usize, char)> {
    (1..).zip(text.chars()).find(|&(position, character)| !fits(position, character))
}

/// The value of ASCII digits; at most nine of them.
pub(super) fn decimal(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |value, digit| value * 10 + u32::from(digit & 0x0f))
}

/// Gives a type with `parse`, `masked` and `exposed` the standard traits, none of which prints it in full.
macro_rules! personal_text {
    ($name:ident, $error:ty, $expecting:literal) => {
        impl core::str::FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<&str> for $name {
            type Error = $error;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                Self::parse(text)
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Display::fmt(&self.masked(), f)
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.masked())
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.exposed())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::identity::wire::from_text(deserializer, $expecting)
            }
        }
    };
}

pub(super) use personal_text;
