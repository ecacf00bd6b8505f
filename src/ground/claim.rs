//! A claim: a ground put forward, with what speaks for it.

use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::ground::absences::Absences;
use crate::naming::table::named;
use crate::regulation::clause::Clause;
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

named! {
    /// A ground of deferral (47.8) or of extension (48.6).
    ///
    /// Study outside the mainland defers a registration and does not extend the time for education: 48.6.1 names work
    /// alone.
    pub enum Ground: "ground of deferral or extension" {
        /// Study outside the mainland for more than six months of a year (47.8.1).
        StudyAbroad = "study_abroad", "study outside the mainland", "境外学习";
        /// Work outside the mainland for more than six months of a year (47.8.1, 48.6.1).
        WorkAbroad = "work_abroad", "work outside the mainland", "境外工作";
        /// Sick leave of more than six months of a year (47.8.2, 48.6.2).
        SickLeave = "sick_leave", "sick leave", "病假";
        /// Childbirth (47.8.3, 48.6.3).
        Childbirth = "childbirth", "childbirth", "生育";
        /// Another case to which the provincial authority agrees (47.8.4, 48.6.4).
        Other = "other", "another case", "其他情形";
    }
}

impl Ground {
    /// Whether the ground is an absence, which has to be long enough.
    #[must_use]
    pub const fn is_absence(self) -> bool {
        matches!(self, Self::StudyAbroad | Self::WorkAbroad | Self::SickLeave)
    }

    /// The item of 47.8 that makes it a ground of deferral.
    #[must_use]
    pub const fn defers_under(self) -> Clause {
        match self {
            Self::StudyAbroad | Self::WorkAbroad => Clause::N47_8_1,
            Self::SickLeave => Clause::N47_8_2,
            Self::Childbirth => Clause::N47_8_3,
            Self::Other => Clause::N47_8_4,
        }
    }

    /// The item of 48.6 that makes it a ground of extension; study outside the mainland is none.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::ground::Ground;
    /// use ruankao::Clause;
    ///
    /// assert_eq!(Ground::WorkAbroad.extends_under(), Some(Clause::N48_6_1));
    /// assert_eq!(Ground::StudyAbroad.extends_under(), None);
    /// ```
    #[must_use]
    pub const fn extends_under(self) -> Option<Clause> {
        match self {
            Self::StudyAbroad => None,
            Self::WorkAbroad => Some(Clause::N48_6_1),
            Self::SickLeave => Some(Clause::N48_6_2),
            Self::Childbirth => Some(Clause::N48_6_3),
            Self::Other => Some(Clause::N48_6_4),
        }
    }
}

/// A ground put forward by the holder, with what speaks for it.
///
/// # Examples
///
/// ```
/// use ruankao::ground::{Claim, Ground};
///
/// let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
/// assert!(!claim.provincial_consent);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Claim {
    /// The ground.
    pub ground: Ground,
    /// The days spent outside the mainland or on sick leave.
    pub absences: Absences,
    /// Whether the provincial authority agrees; asked for [`Ground::Other`] alone.
    pub provincial_consent: bool,
    /// Whether the papers that show the ground are there.
    pub evidence: bool,
}

impl Claim {
    /// The bare claim on a ground, with nothing yet that speaks for it.
    #[must_use]
    pub fn on(ground: Ground) -> Self {
        Self { ground, absences: Absences::default(), provincial_consent: false, evidence: false }
    }

    /// Fault 2 of the list: an absence has to be long enough, within the days after `after` and up to `until`.
    pub(crate) fn require_absence(
        &self,
        clause: Clause,
        after: NaiveDate,
        until: NaiveDate,
        regulation: &Regulation,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        scrutiny.look(|| {
            let (required, found) =
                self.ground.is_absence().then(|| self.absences.shortcoming(after, until, regulation))??;
            Some(Finding::new(Code::AbsenceTooShort, clause).compared(required, found))
        })
    }

    /// Fault 4: for another case, the provincial authority has to agree.
    pub(crate) fn require_consent(&self, clause: Clause, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
        let met = self.ground != Ground::Other || self.provincial_consent;
        scrutiny.require(met, || Finding::new(Code::ConsentMissing, clause))
    }

    /// Fault 6: the papers have to be there.
    pub(crate) fn require_evidence(&self, clause: Clause, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
        scrutiny.require(self.evidence, || Finding::new(Code::EvidenceMissing, clause))
    }
}
