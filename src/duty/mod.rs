//! What an act obliges somebody to do next.
//!
//! An [`Occasion`] is an act, or a step of the oversight of bodies. Each brings [duties](Duty): a [`Task`] with its bearer,
//! addressee and clause, and when it is [due](Due). One table says which occasion brings which tasks.

pub(crate) mod due;
pub(crate) mod duties;
pub(crate) mod occasion;
pub(crate) mod party;
pub(crate) mod task;

pub use due::Due;
pub use duties::{Duty, duties};
pub use occasion::{Occasion, OccasionName};
pub use party::Party;
pub use task::{DueRule, Task};
