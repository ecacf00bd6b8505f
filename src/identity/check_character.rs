//! ISO 7064 MOD 11-2, the check character of every 18-character card.

/// The character that completes `body`, ASCII digits, under MOD 11-2: a digit or `X`.
///
/// Doubling the running sum at each digit gives the digit i places from the end the weight 2^i, which modulo 11 are
/// the weights that GB 11643-1999 tabulates.
pub(super) fn mod_11_2(body: impl IntoIterator<Item = u8>) -> char {
    let sum = body.into_iter().fold(0, |sum, digit| (sum + (digit & 0x0f)) * 2 % 11);
    match (12 - sum) % 11 {
        10 => 'X',
        digit => char::from(b'0' + digit),
    }
}

#[cfg(test)]
mod tests {
    use super::mod_11_2;

    /// Against the standard's own tables, on every body with one or two digits that differ from 0.
    #[test]
    fn equals_the_tables_of_the_standard() {
        const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        const CHECK: &[u8; 11] = b"10X98765432";
        for (at, other) in (0..17).flat_map(|at| (0..17).map(move |other| (at, other))) {
            for (digit, second) in (b'0'..=b'9').flat_map(|digit| (b'0'..=b'9').map(move |second| (digit, second))) {
                let mut body = [b'0'; 17];
                body[at] = digit;
                body[other] = second;
                let sum: u32 = body.iter().zip(WEIGHTS).map(|(byte, weight)| u32::from(byte - b'0') * weight).sum();
                assert_eq!(mod_11_2(body), char::from(CHECK[(sum % 11) as usize]));
            }
        }
    }
}
