//! The three levels of qualification.

use crate::naming::table::named;

named! {
    /// A level of qualification (级别).
    ///
    /// Levels are ordered from junior to senior, so the highest of a mixed class is its `max`.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::Level;
    ///
    /// assert!(Level::Senior > Level::Intermediate);
    /// assert!(Level::Junior < Level::Intermediate);
    /// assert_eq!(Level::Senior.to_string(), "senior");
    /// ```
    pub enum Level: "level" {
        /// 初级资格.
        Junior = "junior", "junior", "初级资格";
        /// 中级资格.
        Intermediate = "intermediate", "intermediate", "中级资格";
        /// 高级资格.
        Senior = "senior", "senior", "高级资格";
    }
}
