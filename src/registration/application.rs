//! What the applicant brings.

use crate::finding::value::Document;
use crate::identity::body::BodyId;

/// The particulars of an application, as far as the conditions of registration look at them (47.4, 47.6).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Application {
    /// Whether professional conduct is good (47.4.2).
    pub conduct_good: bool,
    /// Whether there is no criminal record (47.4.2).
    pub no_criminal_record: bool,
    /// Whether the holder is in health and fit for the work of the post (47.4.3).
    pub fit_for_post: bool,
    /// Whether the employer's assessment is passed (47.4.4).
    pub employer_assessment_passed: bool,
    /// The documents brought (47.6).
    pub documents: Documents,
    /// Whether the fee is paid (47.6).
    pub fee_paid: bool,
}

impl Application {
    /// An application to which nothing is lacking.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::Application;
    ///
    /// let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    /// assert_ne!(unpaid, Application::COMPLETE);
    /// ```
    pub const COMPLETE: Self = Self {
        conduct_good: true,
        no_criminal_record: true,
        fit_for_post: true,
        employer_assessment_passed: true,
        documents: Documents::ALL,
        fee_paid: true,
    };

    /// An application of which nothing is shown yet: no requirement of it is met.
    pub const BLANK: Self = Self {
        conduct_good: false,
        no_criminal_record: false,
        fit_for_post: false,
        employer_assessment_passed: false,
        documents: Documents::NONE,
        fee_paid: false,
    };
}

/// A set of documents.
///
/// # Examples
///
/// ```
/// use ruankao::registration::{Document, Documents};
///
/// let brought: Documents = [Document::Certificate, Document::Identity].into_iter().collect();
/// assert!(brought.contains(Document::Identity) && !brought.contains(Document::EducationProof));
/// assert_eq!(brought.iter().count(), 2);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Documents {
    /// A bit a document, in the order of [`Document::ALL`].
    bits: u8,
}

impl Documents {
    /// All of them.
    pub const ALL: Self = Self { bits: 0b1111 };

    /// None of them.
    pub const NONE: Self = Self { bits: 0 };

    /// Whether the document is there.
    #[must_use]
    pub const fn contains(self, document: Document) -> bool {
        self.bits >> document as u8 & 1 == 1
    }

    /// The same set with the document in it.
    #[must_use]
    pub const fn with(self, document: Document) -> Self {
        Self { bits: self.bits | 1 << document as u8 }
    }

    /// The same set without the document.
    #[must_use]
    pub const fn without(self, document: Document) -> Self {
        Self { bits: self.bits & !(1 << document as u8) }
    }

    /// Those that are there, in the order of 47.6.
    pub fn iter(self) -> impl Iterator<Item = Document> {
        Document::ALL.into_iter().filter(move |&document| self.contains(document))
    }
}

impl FromIterator<Document> for Documents {
    fn from_iter<I: IntoIterator<Item = Document>>(documents: I) -> Self {
        documents.into_iter().fold(Self::NONE, Self::with)
    }
}

/// The filing of an application (47.3): the agency at which it is filed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Filing {
    /// The registration agency; need not be named where no list of agencies is given.
    pub agency: Option<BodyId>,
}

/// The acceptance of an application (47.3, 47.7): the agency that accepted it, and what the applicant brought.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Acceptance {
    /// The registration agency, where it is another than the one at which the application was filed, or none was; need
    /// not be named where no list of agencies is given.
    pub agency: Option<BodyId>,
    /// What the applicant brought.
    pub application: Application,
}

/// A registration (47.7): the agency that registers, and the particulars as they stand at the decision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Registration {
    /// The registration agency, where it is another than that of acceptance.
    pub agency: Option<BodyId>,
    /// The particulars at the decision, where they are others than at acceptance.
    pub application: Option<Application>,
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Document, Documents};
    use alloc::vec::Vec;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    impl Serialize for Documents {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(self.iter())
        }
    }

    impl<'de> Deserialize<'de> for Documents {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            Ok(Vec::<Document>::deserialize(deserializer)?.into_iter().collect())
        }
    }
}
