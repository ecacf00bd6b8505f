//! How strongly the notices bind.

use crate::naming::table::named;

named! {
    /// What a sentence of the notices does with whom it addresses: obliges, allows, recommends, or none of these.
    ///
    /// Of a [clause](crate::Clause::force) it is the main effect, read from its operative word. Its sentences may
    /// bind otherwise: 48.6 allows an extension and obliges its applicant to write (应由本人提出书面申请). So each code, duty
    /// and power has a force of its own, that of the sentence it rests on.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Force;
    /// use ruankao::Clause;
    ///
    /// assert_eq!(Clause::N47_5.force(), Force::Must); // 必须
    /// assert_ne!(Clause::N48_10_1.force(), Force::Must); // 一般应
    /// assert_eq!(Force::Should.to_string(), "should");
    /// ```
    pub enum Force: "force" {
        /// It obliges: 必须, 应, 需, 负责, a limit (不得, 最多), or an order (责令).
        Must = "must";
        /// It allows, or leaves the choice: 可, 可以, 自愿.
        May = "may";
        /// It holds as a rule, and leaves room for another course: 一般应, 原则上.
        Should = "should";
        /// It says what is, and obliges nobody.
        States = "states";
    }
}
