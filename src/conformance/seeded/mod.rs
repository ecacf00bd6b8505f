//! Cases made of a seed: the same on every machine, as many as are asked for.
//!
//! They are made to tell systems apart: laws of every kind, histories that are lawful more often than not, with an act now
//! and then that is a day early or late or lacks something, ledgers that are just enough or just short, records that came
//! late or were struck, and questions about the days on which something turns. Beside them are hostile ones: whatever else the
//! format admits.

mod asking;
pub(crate) mod cases;
mod dice;
pub(crate) mod hostile;
mod lawmaking;
mod living;
mod training;
