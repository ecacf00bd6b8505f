//! The check that employers need (47.12).

use crate::identity::certificate_number::CertificateNumber;
use crate::identity::holder::HolderName;
use crate::naming::table::named;
use crate::registration::paper::Paper;

named! {
    /// What the query system answers an employer who gives a number and a name: whether they belong together, and no
    /// more. The name is shown to nobody who does not have it, and whether the number or the name is another is not said.
    pub enum Check: "check" {
        /// Number and name belong together.
        Match = "match", "number and name match", "证书编号与姓名相符";
        /// They do not.
        NoMatch = "no_match", "number and name do not match", "证书编号与姓名不符";
    }
}

impl Check {
    /// Holds a number and a name against a paper.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::desk::Check;
    /// use ruankao::identity::Qualification;
    /// use ruankao::registration::Paper;
    /// use ruankao::day;
    ///
    /// let (number, name) = ("0531-08".parse()?, "张三".parse()?);
    /// let paper = Paper { number, name, qualification: Qualification::SoftwareDesigner, obtained_on: day!(2005, 3, 10) };
    /// assert_eq!(Check::of(&paper, &"0531-08".parse()?, &"张三".parse()?), Check::Match);
    /// assert_eq!(Check::of(&paper, &"0531-08".parse()?, &"李四".parse()?), Check::NoMatch);
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn of(paper: &Paper, number: &CertificateNumber, name: &HolderName) -> Self {
        if paper.number == *number && paper.name == *name { Self::Match } else { Self::NoMatch }
    }
}
