//! The syllabus, which converts study into hours (48.5).

use crate::education::entry::StudyMode;
use crate::regulation::hours::{Hours, HoursError};
use thiserror::Error;

/// How study of each mode converts into credit hours: a table that the user supplies, since 48.5 leaves it to the
/// syllabus.
///
/// A rate says how many tenths of a credit hour one hour of study is worth.
///
/// # Examples
///
/// ```
/// use ruankao::education::{StudyMode, Syllabus};
/// use ruankao::Hours;
///
/// let syllabus = Syllabus { full_time: 10, part_time: 10, spare_time: 8, on_the_job: 5 };
/// assert_eq!(syllabus.convert(StudyMode::OnTheJob, Hours::whole(25)), Ok(Hours::from_tenths(125)?));
/// // Half an hour at 0.5 is no whole tenth.
/// assert!(syllabus.convert(StudyMode::OnTheJob, Hours::from_tenths(5)?).is_err());
/// # Ok::<(), ruankao::regulation::HoursError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Syllabus {
    /// Tenths of a credit hour for an hour away from work.
    pub full_time: u32,
    /// Tenths of a credit hour for an hour partly away from work.
    pub part_time: u32,
    /// Tenths of a credit hour for an hour beside work.
    pub spare_time: u32,
    /// Tenths of a credit hour for an hour on the job.
    pub on_the_job: u32,
}

/// Why study could not be converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ConversionError {
    /// The result has a second decimal, which the notices leave nobody to round.
    #[error("`{studied}` hours at `{rate}` tenths an hour are no whole tenths; expected study that converts exactly")]
    NotTenths {
        /// The hours studied.
        studied: Hours,
        /// The rate of the mode.
        rate: u32,
    },
    /// The result is no number of hours that an entry can have.
    #[error(transparent)]
    Hours(#[from] HoursError),
}

impl Syllabus {
    /// The credit hours that `studied` hours of a mode are worth.
    ///
    /// # Errors
    ///
    /// [`ConversionError::NotTenths`] where the result is not exact, and [`ConversionError::Hours`] beyond 10,000.
    pub fn convert(&self, mode: StudyMode, studied: Hours) -> Result<Hours, ConversionError> {
        let rate = match mode {
            StudyMode::FullTime => self.full_time,
            StudyMode::PartTime => self.part_time,
            StudyMode::SpareTime => self.spare_time,
            StudyMode::OnTheJob => self.on_the_job,
        };
        let hundredths = studied.tenths().saturating_mul(u64::from(rate));
        if !hundredths.is_multiple_of(10) {
            return Err(ConversionError::NotTenths { studied, rate });
        }
        Ok(Hours::from_tenths(hundredths / 10)?)
    }
}
