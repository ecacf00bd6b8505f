//! A registration page can only be had from a registration.

use ruankao::desk::{RegistrationPage, Seal};
use ruankao::day;

fn main() {
    let _ = RegistrationPage {
        number: "9999-99".parse().unwrap(),
        seal: Seal::Registration,
        agency: None,
        registered_on: day!(2008, 1, 25),
        term_start: day!(2008, 1, 25),
        last_valid_day: day!(2999, 12, 31),
    };
}
