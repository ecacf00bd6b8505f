//! A register, and what one would write by hand to answer it: each rival with the layout it likes best.

pub mod gathered;
pub mod integers;
pub mod people;
pub mod service;
pub mod timing;
pub mod verifying;

/// What a day comes to, as all of them answer it: days counted from 1970-01-01.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    pub phase: u8,
    pub in_force: bool,
    pub last_valid_day: Option<i32>,
    pub deadline: Option<i32>,
}
