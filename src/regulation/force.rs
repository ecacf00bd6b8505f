//! How strongly a clause binds.

use crate::naming::table::named;

named! {
    /// What a clause does with whom it addresses: obliges, allows, recommends, or none of these.
    ///
    /// It is the clause's main effect, read from its operative word; a clause that obliges in passing what it mainly allows
    /// (48.6, which asks for a written application) is still [`May`](Self::May).
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::{Clause, Force};
    ///
    /// assert_eq!(Clause::N47_5.force(), Force::Must); // 必须
    /// assert_ne!(Clause::N48_10_1.force(), Force::Must); // 一般应
    /// assert_eq!(Force::Should.to_string(), "should");
    /// ```
    pub enum Force: "force" {
        /// It obliges: 必须, 应, 需, or an order (责令).
        Must = "must";
        /// It allows, or leaves the choice: 可, 可以, 自愿.
        May = "may";
        /// It holds as a rule, and leaves room for another course: 一般应, 原则上.
        Should = "should";
        /// It says what is, and obliges nobody.
        States = "states";
    }
}
