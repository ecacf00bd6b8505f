//! What can be asked of a case.

use crate::calendar::period::Period;
use crate::identity::level::Level;
use crate::identity::wire::from_text;
use crate::oversight::instructor::Title;
use crate::registration::application::Application;
use crate::whatif::hypothesis::Hypothesis;
use alloc::boxed::Box;
use alloc::string::String;
use chrono::NaiveDate;
use core::fmt;
use serde::{Deserialize, Deserializer, Serialize};

/// A question.
///
/// `Debug` leaves an identity number out, be it well formed or not; serialising writes it in full. Those about the certificate
/// may be asked as known on a day.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// The standing on a day.
    Standing {
        /// The day.
        on: NaiveDate,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// The rows of the certificate's life up to a day.
    Timeline {
        /// The last day.
        until: NaiveDate,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// How long the standing on a day lasts.
    Outlook {
        /// The day.
        on: NaiveDate,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// The progress in the education cycle as of a day.
    Education {
        /// The day.
        on: NaiveDate,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// Whether the holder may be registered on an application accepted on a day.
    Assessment {
        /// The day.
        on: NaiveDate,
        /// What the applicant brings.
        application: Application,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// The irregularities of the whole history.
    Irregularities {
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// The readings that matter on a day.
    Sensitivity {
        /// The day.
        on: NaiveDate,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// What the holder can do, by when, and what is too late.
    Plan {
        /// The day it is made as of.
        on: NaiveDate,
        /// A draft of the application; `None` where nothing is known of it.
        application: Option<Application>,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// Why the answer on a day is what it is.
    Explanation {
        /// The day.
        on: NaiveDate,
        /// Which answer.
        of: Explained,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// What falls due within some days if nothing more happens.
    Agenda {
        /// The day it is asked as of.
        on: NaiveDate,
        /// The days within which.
        within: Period,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// What would be answered on a day if things were otherwise, beside what is.
    Difference {
        /// The day.
        on: NaiveDate,
        /// What the applicant would bring.
        application: Application,
        /// What is thought to be otherwise.
        hypothesis: Box<Hypothesis>,
        /// The day as known on which; `None` for now.
        known_on: Option<NaiveDate>,
    },
    /// What a day came to as known on another, beside what it comes to as known now.
    KnownDifference {
        /// The day.
        on: NaiveDate,
        /// The day as known on which.
        known_on: NaiveDate,
    },
    /// The day an opinion is due.
    ReviewBy {
        /// The day of acceptance.
        accepted_on: NaiveDate,
    },
    /// The standing of the body on a day.
    Accreditation {
        /// The day.
        on: NaiveDate,
    },
    /// Whether somebody meets what is asked of those who teach a level.
    MayTeach {
        /// The highest level of certificate taught.
        level: Level,
        /// The teacher's title.
        title: Title,
        /// Whether the teacher has the competence that goes with it.
        competent: bool,
    },
    /// What an identity number says.
    Identity {
        /// The number.
        number: IdentityNumber,
    },
}

/// An answer that is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Explained {
    /// The standing.
    Standing,
    /// The assessment of an application.
    Assessment(Application),
    /// The education of the cycle.
    Education,
}

/// An identity number as it is written, well formed or not, which no refusal and no `Debug` repeats.
#[derive(Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct IdentityNumber(String);

impl IdentityNumber {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<T: Into<String>> From<T> for IdentityNumber {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl Question {
    /// The day as known on which it is asked; `None` for now, and of what no register of certificates holds.
    #[must_use]
    pub const fn known_on(&self) -> Option<NaiveDate> {
        match self {
            Self::Standing { known_on, .. }
            | Self::Timeline { known_on, .. }
            | Self::Outlook { known_on, .. }
            | Self::Education { known_on, .. }
            | Self::Assessment { known_on, .. }
            | Self::Irregularities { known_on }
            | Self::Sensitivity { known_on, .. }
            | Self::Plan { known_on, .. }
            | Self::Explanation { known_on, .. }
            | Self::Agenda { known_on, .. }
            | Self::Difference { known_on, .. } => *known_on,
            Self::KnownDifference { known_on, .. } => Some(*known_on),
            Self::ReviewBy { .. } | Self::Accreditation { .. } | Self::MayTeach { .. } | Self::Identity { .. } => None,
        }
    }
}

impl<'de> Deserialize<'de> for IdentityNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "an identity number in quotation marks").map(Self)
    }
}

impl fmt::Debug for IdentityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdentityNumber(..)")
    }
}
