//! A day that is written out exists.

use ruankao::day;

fn main() {
    // There was no 29 February in 2005.
    let _ = day!(2005, 2, 29);
    // A year with a digit missing.
    let _ = day!(205, 3, 10);
}
