//! Numbers drawn from a seed. Frozen: see `frozen.rs`.

/// Xorshift with a multiplication behind it, after Marsaglia and Vigna.
pub(crate) struct Dice(u64);

impl Dice {
    /// The numbers of case `number`; cases that follow one another start far apart.
    pub(crate) fn of_case(number: u64) -> Self {
        let mut mixed = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        Self((mixed ^ (mixed >> 32)) | 1)
    }

    fn draw(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number from 0 to `bound` less one.
    pub(crate) fn below(&mut self, bound: i64) -> i64 {
        i64::try_from(self.draw() % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    /// A number within both bounds.
    pub(crate) fn within(&mut self, least: i64, most: i64) -> i64 {
        least + self.below(most - least + 1)
    }

    /// Whether what has that chance in a hundred happens.
    pub(crate) fn percent(&mut self, chance: i64) -> bool {
        self.below(100) < chance
    }

    /// One of several.
    pub(crate) fn of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[usize::try_from(self.below(i64::try_from(choices.len()).unwrap())).unwrap()]
    }
}
