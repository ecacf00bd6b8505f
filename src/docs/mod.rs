//! The two notices walked through: pages to read, and no code.
//!
//! | page | what it holds |
//! | --- | --- |
//! | [`notice_47`], [in Chinese](notice_47_zh) | the notice on registration, article by article: the words, what the crate makes of them, an example |
//! | [`notice_48`], [in Chinese](notice_48_zh) | the notice on continuing education, likewise |
//! | [`open_points`] | the readings: what is open, both sides, what turning each changes |
//! | [`decided_points`] | what else is open and is decided here, with nothing to turn, and what speaks for the other side |
//! | [`costs`] | what each question costs, in time and in memory |
//! | [`testing`] | your own system held against this one: the kit, the line format, strategies, the check of a register, coverage |
//! | [`counting_days`] | years, months, days, working days; first days and last days |
//! | [`compare`] | the same question put to OpenFisca, Catala, DMN engines, policy engines and code by hand |
//!
//! Every example is run as a test. Another test holds the pages against the crate: that they quote the official text,
//! and pass over no clause, figure, reading, decided point or code.

// A page is read in two places: here, where the definitions of `links.md` come first and lead to what they name, and in the
// repository, where its own lead to files.
#[doc = include_str!("links.md")]
#[doc = include_str!("compare.md")]
pub mod compare {}

#[doc = include_str!("links.md")]
#[doc = include_str!("costs.md")]
pub mod costs {}

#[doc = include_str!("links.md")]
#[doc = include_str!("counting_days.md")]
pub mod counting_days {}

#[doc = include_str!("links.md")]
#[doc = include_str!("decided_points.md")]
pub mod decided_points {}

#[doc = include_str!("links.md")]
#[doc = include_str!("notice_47.md")]
pub mod notice_47 {}

#[doc = include_str!("links.md")]
#[doc = include_str!("notice_47.zh.md")]
pub mod notice_47_zh {}

#[doc = include_str!("links.md")]
#[doc = include_str!("notice_48.md")]
pub mod notice_48 {}

#[doc = include_str!("links.md")]
#[doc = include_str!("notice_48.zh.md")]
pub mod notice_48_zh {}

#[doc = include_str!("links.md")]
#[doc = include_str!("open_points.md")]
pub mod open_points {}

#[doc = include_str!("links.md")]
#[doc = include_str!("testing.md")]
pub mod testing {}

#[cfg(doctest)]
#[doc = include_str!("../../README.zh-CN.md")]
struct ReadmeZh;
