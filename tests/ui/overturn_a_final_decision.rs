//! A cancellation that was upheld is final within the notices' own remedy.

use chrono::NaiveDate;
use ruankao::lifecycle::{At, Upheld};

fn overturn(upheld: At<'_, Upheld>, on: NaiveDate) {
    let _ = upheld.overturn(on);
}

fn main() {}
