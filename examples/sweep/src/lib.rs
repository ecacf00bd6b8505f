//! A national register swept by a query engine, with `ruankao` as its functions.
//!
//! To read in this order: [`schema`] (how a register lies in Parquet), [`functions`] (what SQL can ask), [`lent`] (the columns,
//! lent to the crate) and [`answers`] (what it says), [`question`] (the SQL), [`sweep`] (one question asked), [`cluster`]
//! and [`codec`] (the same on many machines). [`life`] and [`write`] make registers up.

pub mod answer;
pub mod answers;
pub mod chart;
pub mod cluster;
pub mod codec;
pub mod error;
pub mod functions;
pub mod lent;
pub mod life;
pub mod question;
pub mod schema;
pub mod sweep;
pub mod write;
