//! The yes and no of the acts, in one column.

use crate::finding::value::Document;
use crate::registration::application::{Application, Documents};
use core::ops::BitOr;

/// What an act says by yes or no, a bit each.
///
/// An acceptance carries the nine bits of the application; a registration does where the particulars are others than at
/// acceptance, and is null else. A request for deferral and an extension carry consent and evidence, an extension the written
/// application too, and a cancellation for fraud the verification. Bits that an act has no use for are passed over.
///
/// # Examples
///
/// ```
/// use ruankao::Application;
/// use ruankao::columns::Flags;
///
/// let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
/// let flags = Flags::from(&unpaid);
/// assert!(flags.has(Flags::CONDUCT_GOOD) && !flags.has(Flags::FEE_PAID));
/// assert_eq!(flags.application(), unpaid);
/// assert_eq!(Flags::from(&Application::COMPLETE), Flags::COMPLETE);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Flags(u16);

impl Flags {
    /// None of them.
    pub const NONE: Self = Self(0);
    /// Professional conduct is good (47.4.2).
    pub const CONDUCT_GOOD: Self = Self(1);
    /// There is no criminal record (47.4.2).
    pub const NO_CRIMINAL_RECORD: Self = Self(1 << 1);
    /// The holder is fit for the work of the post (47.4.3).
    pub const FIT_FOR_POST: Self = Self(1 << 2);
    /// The employer's assessment is passed (47.4.4).
    pub const EMPLOYER_ASSESSMENT_PASSED: Self = Self(1 << 3);
    /// The fee is paid (47.6).
    pub const FEE_PAID: Self = Self(1 << 4);
    /// The certificate is brought (47.6).
    pub const CERTIFICATE: Self = Self(1 << 5);
    /// Proof of identity is brought (47.6).
    pub const IDENTITY: Self = Self(1 << 6);
    /// The application form is brought (47.6).
    pub const APPLICATION_FORM: Self = Self(1 << 7);
    /// Proof of continuing education is brought (47.6).
    pub const EDUCATION_PROOF: Self = Self(1 << 8);
    /// The provincial authority agrees (47.8.4, 48.6.4).
    pub const PROVINCIAL_CONSENT: Self = Self(1 << 9);
    /// The papers that show the ground are there (47.8, 48.6).
    pub const EVIDENCE: Self = Self(1 << 10);
    /// The holder applied in writing (48.6).
    pub const WRITTEN_APPLICATION: Self = Self(1 << 11);
    /// The provincial authority has verified the fraud (47.10.5).
    pub const VERIFIED_BY_PROVINCE: Self = Self(1 << 12);

    /// All nine of an application to which nothing is lacking.
    pub const COMPLETE: Self = Self(0x1ff);

    /// The flags of a number.
    #[must_use]
    pub const fn from_bits(bits: u16) -> Self {
        Self(bits)
    }

    /// Their number, as the column holds it.
    #[must_use]
    pub const fn bits(self) -> u16 {
        self.0
    }

    /// Whether all those are set.
    #[must_use]
    pub const fn has(self, flags: Self) -> bool {
        self.0 & flags.0 == flags.0
    }

    /// These flags where it is so, and none where not.
    #[must_use]
    pub(super) const fn when(self, so: bool) -> Self {
        if so { self } else { Self::NONE }
    }

    /// The application that the nine bits say.
    #[must_use]
    #[inline]
    pub fn application(self) -> Application {
        Application {
            conduct_good: self.has(Self::CONDUCT_GOOD),
            no_criminal_record: self.has(Self::NO_CRIMINAL_RECORD),
            fit_for_post: self.has(Self::FIT_FOR_POST),
            employer_assessment_passed: self.has(Self::EMPLOYER_ASSESSMENT_PASSED),
            documents: Document::ALL.into_iter().fold(Documents::NONE, |brought, document| {
                if self.has(Self::brought(document)) { brought.with(document) } else { brought }
            }),
            fee_paid: self.has(Self::FEE_PAID),
        }
    }

    const fn brought(document: Document) -> Self {
        match document {
            Document::Certificate => Self::CERTIFICATE,
            Document::Identity => Self::IDENTITY,
            Document::ApplicationForm => Self::APPLICATION_FORM,
            Document::EducationProof => Self::EDUCATION_PROOF,
        }
    }
}

impl BitOr for Flags {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl From<&Application> for Flags {
    fn from(application: &Application) -> Self {
        let Application {
            conduct_good,
            no_criminal_record,
            fit_for_post,
            employer_assessment_passed,
            documents,
            fee_paid,
        } = *application;
        let flags = Self::CONDUCT_GOOD.when(conduct_good)
            | Self::NO_CRIMINAL_RECORD.when(no_criminal_record)
            | Self::FIT_FOR_POST.when(fit_for_post)
            | Self::EMPLOYER_ASSESSMENT_PASSED.when(employer_assessment_passed)
            | Self::FEE_PAID.when(fee_paid);
        documents.iter().fold(flags, |flags, document| flags | Self::brought(document))
    }
}
