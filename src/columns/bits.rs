//! Bits, as Arrow packs them.

use alloc::vec::Vec;

/// Bits that are lent: the lowest of each byte first, from a first one on.
///
/// # Examples
///
/// ```
/// use ruankao::columns::Bitmap;
///
/// let bits = Bitmap::new(&[0b0000_0101], 0);
/// assert!(bits.get(0) && !bits.get(1) && bits.get(2));
/// // The same bytes from the third bit on; beyond the end no bit is set.
/// assert!(Bitmap::new(&[0b0000_0101], 2).get(0) && !Bitmap::new(&[0b0000_0101], 2).get(9));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bitmap<'a> {
    bytes: &'a [u8],
    first: usize,
}

impl<'a> Bitmap<'a> {
    /// The bits of `bytes` from the one at `first` on.
    #[must_use]
    pub const fn new(bytes: &'a [u8], first: usize) -> Self {
        Self { bytes, first }
    }

    /// Whether the bit at a place is set; none is beyond the end.
    #[must_use]
    #[inline]
    pub fn get(self, place: usize) -> bool {
        let Some(bit) = self.first.checked_add(place) else { return false };
        self.bytes.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
    }

    /// How many bits there are.
    #[must_use]
    pub const fn len(self) -> usize {
        self.bytes.len().saturating_mul(8).saturating_sub(self.first)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }
}

/// Bits that an answer is written in: the lowest of each byte first.
///
/// # Examples
///
/// ```
/// use ruankao::columns::Bits;
///
/// let bits = Bits::from_iter([true, false, true]);
/// assert_eq!((bits.as_bytes(), bits.len()), (&[0b0000_0101][..], 3));
/// assert!(bits.get(2) && !bits.get(1) && !bits.get(3));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    bytes: Vec<u8>,
    len: usize,
}

impl Bits {
    /// Adds a bit behind the others.
    #[inline]
    pub fn push(&mut self, bit: bool) {
        let place = self.len % 8;
        if place == 0 {
            self.bytes.push(u8::from(bit));
        } else if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << place;
        }
        self.len += 1;
    }

    /// Takes all out, and keeps the room they had.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.len = 0;
    }

    /// Adds the lowest bits of a word behind the others, so many as are asked for; no other of it may be set.
    pub(super) fn push_word(&mut self, word: u64, count: usize) {
        if self.len.is_multiple_of(8) {
            self.bytes.extend(word.to_le_bytes().iter().take(count.div_ceil(8)));
            self.len += count;
        } else {
            self.extend((0..count).map(|place| word >> place & 1 == 1));
        }
    }

    /// Whether the bit at a place is set; none is beyond the end.
    #[must_use]
    pub fn get(&self, place: usize) -> bool {
        self.as_bitmap().get(place)
    }

    /// How many bits there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes they are packed in; what is left of the last is not set.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes themselves.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The bits, lent.
    #[must_use]
    pub fn as_bitmap(&self) -> Bitmap<'_> {
        Bitmap::new(&self.bytes, 0)
    }

    /// Makes room for so many more.
    pub(crate) fn reserve(&mut self, more: usize) {
        self.bytes.reserve(more / 8 + 1);
    }
}

impl Extend<bool> for Bits {
    fn extend<I: IntoIterator<Item = bool>>(&mut self, bits: I) {
        for bit in bits {
            self.push(bit);
        }
    }
}

impl FromIterator<bool> for Bits {
    fn from_iter<I: IntoIterator<Item = bool>>(bits: I) -> Self {
        let mut all = Self::default();
        all.extend(bits);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn a_word_is_its_bits_one_after_the_other() {
        let word = 0x9a3c_0000_ffff_5a71_u64;
        for (before, count) in (0..10).flat_map(|before| (0..=64).map(move |count| (before, count))) {
            let lowest = word.checked_shl(64 - count).map_or(0, |high| high >> (64 - count));
            let (mut bits, mut expected) = (Bits::default(), Bits::default());
            [&mut bits, &mut expected]
                .into_iter()
                .for_each(|bits| bits.extend((0..before).map(|place| place % 3 == 0)));
            bits.push_word(lowest, count as usize);
            expected.extend((0..count).map(|place| lowest >> place & 1 == 1));
            assert_eq!(bits, expected, "{count} behind {before}");
        }
    }
}
