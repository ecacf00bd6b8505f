//! Lengths, and the width of words.

use alloc::string::String;
use core::fmt;
use core::ops::{Add, Sub};

/// A length on the drawing, in tenths of its unit: whole numbers, so that a drawing is the same on every machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Px(pub(super) i64);

impl Px {
    pub(super) const fn whole(units: i64) -> Self {
        Self(units * 10)
    }

    pub(super) const fn half(self) -> Self {
        Self(self.0 / 2)
    }
}

impl Add for Px {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Px {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, tenths) = (if self.0 < 0 { "-" } else { "" }, self.0.unsigned_abs());
        write!(f, "{sign}{}", tenths / 10)?;
        if tenths.is_multiple_of(10) { Ok(()) } else { write!(f, ".{}", tenths % 10) }
    }
}

/// How wide a text is at most, in a font of `size`, whatever sans serif font is at hand.
pub(super) fn width(text: &str, size: i64) -> Px {
    Px(text.chars().map(|c| tenths(c) * size).sum::<i64>() + size)
}

/// As much of a text as has room.
pub(super) fn fitting(text: &str, size: i64, room: Px) -> String {
    if width(text, size) <= room {
        return text.into();
    }
    let mut left = room.0 - 2 * size;
    let mut fits = text
        .chars()
        .take_while(|&c| {
            left -= tenths(c) * size;
            left >= 10 * size
        })
        .collect::<String>();
    fits.push('…');
    fits
}

/// How wide a letter is, in tenths of the font's size.
const fn tenths(c: char) -> i64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | '|' | '\'' => 4,
        'm' | 'w' | 'M' | 'W' => 9,
        '\0'..='\u{2e7f}' => 6,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::{Px, fitting, width};

    /// A letter is shown from where there is room for it, for the ellipsis and for a margin, and no text is cut that fits.
    #[test]
    fn as_much_of_a_text_is_shown_as_has_room() {
        let (text, size) = ("a".repeat(20), 17);
        for shown in 1..18 {
            let room = Px((6 * i64::try_from(shown).unwrap() + 12) * size);
            assert_eq!(fitting(&text, size, room), "a".repeat(shown) + "…");
            assert_eq!(fitting(&text, size, Px(room.0 - 1)), "a".repeat(shown - 1) + "…");
        }
        let whole = width(&text, size);
        assert_eq!(fitting(&text, size, whole), text);
        assert!(fitting(&text, size, Px(whole.0 - 1)).ends_with('…'));
    }
}
