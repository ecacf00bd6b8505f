//! Stories: cases that teach, each about one point of the notices.
//!
//! A [`Story`] is data: what happened, what is written down of it, and what comes of it on the days that matter. Each
//! is a test of the crate as well, and a life to be drawn.

mod filing;
mod life;
mod props;
mod register;
mod repeal;
mod shelf;
mod telling;
mod trouble;

pub use shelf::{find, stories};
pub use telling::{KeyDay, Story};
