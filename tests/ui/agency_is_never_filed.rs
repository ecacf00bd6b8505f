//! Filing is for institutions (48.8); an approved agency may act, and there is nothing to file (47.2).

use chrono::NaiveDate;
use ruankao::oversight::{Act, Agency, Opened};

fn file_a_state(agency: Opened<Agency>, on: NaiveDate) {
    let _ = agency.approve(on).unwrap().file(on);
}

fn file_by_an_act() -> Act<Agency> {
    Act::<Agency>::Filed(())
}

fn main() {}
