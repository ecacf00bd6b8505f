//! What the public query system shows (47.12).

use crate::desk::file::CertificateFile;
use crate::finding::refused::EventFault;
use crate::identity::catalogue::Qualification;
use crate::identity::certificate_number::CertificateNumber;
use crate::identity::masked::Masked;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::context::Context;
use crate::lifecycle::standing::PhaseName;
use crate::registration::paper::Paper;
use chrono::NaiveDate;

/// What employers and society are shown of a certificate (供用人单位和社会查询): its number, the masked name, the
/// qualification, and how it stands.
///
/// Nothing personal beyond: not the ground of a cancellation, nor why a registration was deferred. It borrows all it
/// shows.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::desk::{CertificateFile, PublicRecord};
/// use ruankao::identity::Qualification;
/// use ruankao::lifecycle::Context;
/// use ruankao::registration::Paper;
/// use ruankao::regulation::Regulation;
/// use ruankao::{Act, History};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let paper = Paper {
///     number: "0531-08".parse()?,
///     name: "张三".parse()?,
///     qualification: Qualification::SoftwareDesigner,
///     obtained_on: day(2005, 3, 10),
/// };
/// let file = CertificateFile { history: History::from_iter([Act::Approved.on(paper.obtained_on)]), paper };
/// let regulation = Regulation::default();
///
/// let record = PublicRecord::on(&file, day(2008, 3, 10), Context::new(&regulation))?;
/// assert_eq!((record.name.to_string().as_str(), record.last_valid_day), ("张*", Some(day(2008, 3, 10))));
/// let record = PublicRecord::on(&file, day(2008, 3, 11), Context::new(&regulation))?;
/// assert_eq!((record.in_force, record.last_valid_day), (false, None));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PublicRecord<'a> {
    /// The number of the certificate.
    pub number: &'a CertificateNumber,
    /// The name of the holder, masked.
    pub name: Masked<'a>,
    /// The qualification.
    pub qualification: Qualification,
    /// The phase on the day.
    pub phase: PhaseName,
    /// Whether the certificate is valid on the day.
    pub in_force: bool,
    /// The last day on which it is valid if nothing more happens; `None` where it is not valid, or without end.
    pub last_valid_day: Option<NaiveDate>,
}

/// The records of a list of certificates on a day, in its order; nothing is allocated for a row that is lawful.
pub fn public_records<'a>(
    files: impl IntoIterator<Item = &'a CertificateFile>,
    on: NaiveDate,
    context: Context<'a>,
) -> impl Iterator<Item = Result<PublicRecord<'a>, EventFault>> {
    files.into_iter().map(move |file| PublicRecord::on(file, on, context))
}

impl<'a> PublicRecord<'a> {
    /// The record of a certificate on a day.
    ///
    /// # Errors
    ///
    /// The refusal of the first event of the history that is refused.
    pub fn on(file: &'a CertificateFile, on: NaiveDate, context: Context<'a>) -> Result<Self, EventFault> {
        Ok(Self::of(&file.paper, &file.history.as_of(on, context)?))
    }

    /// The record of a certificate that was read up to a day.
    #[must_use]
    pub fn of(paper: &'a Paper, as_of: &AsOf<'_>) -> Self {
        let standing = as_of.standing();
        Self {
            number: &paper.number,
            name: paper.name.masked(),
            qualification: paper.qualification,
            phase: standing.phase.name(),
            in_force: standing.in_force,
            last_valid_day: last_valid_day(as_of),
        }
    }
}

/// Follows the outlook from day to day on which something changes, to the last one in force.
fn last_valid_day(as_of: &AsOf<'_>) -> Option<NaiveDate> {
    if !as_of.standing().in_force {
        return None;
    }
    let mut outlook = as_of.outlook()?;
    // The days are those of one term, a handful at most, and each is later than the one before.
    while outlook.then.in_force {
        let next = outlook.holds_until.succ_opt()?;
        outlook = as_of.certificate().as_of(next, *as_of.context()).ok()?.outlook()?;
    }
    Some(outlook.holds_until)
}

#[cfg(feature = "serde")]
impl serde::Serialize for PublicRecord<'_> {
    /// `{"number", "name", "qualification", "phase", "in_force", "last_valid_day"?}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use crate::calendar::iso::Day;
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("number", self.number)?;
        map.serialize_entry("name", &format_args!("{}", self.name))?;
        map.serialize_entry("qualification", &self.qualification)?;
        map.serialize_entry("phase", &self.phase)?;
        map.serialize_entry("in_force", &self.in_force)?;
        if let Some(day) = self.last_valid_day {
            map.serialize_entry("last_valid_day", &Day(day))?;
        }
        map.end()
    }
}
