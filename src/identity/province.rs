//! Provinces, autonomous regions and municipalities, by their codes.

/// A province-level division, by the first two digits of its code in GB/T 2260.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Province(u8);

impl Province {
    /// Reads a code of two digits; nothing else is one.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let &[tens, units] = code.as_bytes() else { return None };
        let digit = |byte: u8| byte.is_ascii_digit().then(|| byte - b'0');
        Some(Self(digit(tens)? * 10 + digit(units)?))
    }
}
