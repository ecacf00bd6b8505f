//! Who and what the law speaks of.

pub mod body;
pub mod catalogue;
pub mod province;

pub use body::{BodyId, Listing, Register};
pub use catalogue::Level;
pub use province::Province;
