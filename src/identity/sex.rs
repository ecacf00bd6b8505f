//! The sex a number tells.

use crate::naming::table::named;

named! {
    /// The sex that a citizen number tells by the parity of its sequence.
    ///
    /// Written `male` and `female`.
    pub enum Sex: "sex" {
        /// 男: an odd sequence.
        Male = "male", "male", "男";
        /// 女: an even sequence.
        Female = "female", "female", "女";
    }
}
