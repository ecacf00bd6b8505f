//! The yearly review and what follows a failed one; what an inspection looks at.

use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::verdict::Verdict;
use crate::naming::table::named;
use crate::regulation::clause::Clause;
use chrono::NaiveDate;

/// What came of a yearly review (47.14, 48.12).
///
/// The day until which to rectify is there exactly where it was failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Review {
    /// Passed.
    Passed,
    /// Failed.
    Failed {
        /// The last day of the time set for rectification (限期).
        rectify_by: NaiveDate,
    },
}

named! {
    /// What came of a rectification.
    pub enum Rectification: "outcome of a rectification" {
        /// The body is accredited as before.
        Satisfactory = "satisfactory";
        /// Its qualification is withdrawn (整改效果不理想的).
        Unsatisfactory = "unsatisfactory";
    }
}

/// A yearly inspection of a training institution, by what 48.12 has it look at.
///
/// # Examples
///
/// ```
/// use ruankao::oversight::{Inspection, Review};
/// use ruankao::{Code, day};
///
/// let rectify_by = day!(2007, 3, 31);
/// let inspection = Inspection { quality: false, ..Inspection::SATISFACTORY };
/// assert_eq!(inspection.verdict().findings()[0].code(), Code::InspectionQuality);
/// assert_eq!(inspection.review(rectify_by), Review::Failed { rectify_by });
/// assert_eq!(Inspection::SATISFACTORY.review(rectify_by), Review::Passed);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Inspection {
    /// How continuing education was carried out is in order (48.12.1).
    pub delivery: bool,
    /// Plans, materials, time, teachers, environment and equipment are in order (48.12.2).
    pub means: bool,
    /// The quality of training and the trainees' satisfaction are in order (48.12.3).
    pub quality: bool,
}

impl Inspection {
    /// All in order.
    pub const SATISFACTORY: Self = Self { delivery: true, means: true, quality: true };

    /// What was found, in the order of 48.12.
    #[must_use]
    pub fn verdict(self) -> Verdict {
        let looked_at = [
            (self.delivery, Code::InspectionDelivery, Clause::N48_12_1),
            (self.means, Code::InspectionMeans, Clause::N48_12_2),
            (self.quality, Code::InspectionQuality, Clause::N48_12_3),
        ];
        looked_at.into_iter().filter(|(met, ..)| !met).map(|(_, code, clause)| Finding::new(code, clause)).collect()
    }

    /// The review it amounts to: passed where nothing was found, else failed, to be rectified by the day given.
    ///
    /// 48.12 does not say how much makes an inspection failed (不合格): here any finding does. An authority that weighs
    /// otherwise makes the [`Review`] itself.
    #[must_use]
    pub fn review(self, rectify_by: NaiveDate) -> Review {
        if self.verdict().is_met() { Review::Passed } else { Review::Failed { rectify_by } }
    }
}
