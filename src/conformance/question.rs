//! What can be asked of a case.

use crate::calendar::iso::Given;
use crate::identity::level::Level;
use crate::identity::wire::from_text;
use crate::naming::flat::{FieldError, flat, need};
use crate::naming::table::named;
use crate::oversight::instructor::Title;
use crate::registration::application::Application;
use alloc::string::String;
use chrono::NaiveDate;
use core::fmt;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A question.
///
/// `Debug` leaves an identity number out, be it well formed or not; serialising writes it in full. The first seven may be
/// asked as known on a day.
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
            | Self::Sensitivity { known_on, .. } => *known_on,
            Self::ReviewBy { .. } | Self::Accreditation { .. } | Self::MayTeach { .. } | Self::Identity { .. } => None,
        }
    }
}

named! {
    /// A question by name.
    enum Query: "query" {
        /// The standing on a day.
        Standing = "standing";
        /// The rows of a life.
        Timeline = "timeline";
        /// How long a standing lasts.
        Outlook = "outlook";
        /// The progress of education.
        Education = "education";
        /// Whether the holder may be registered.
        Assessment = "assessment";
        /// What was done without its legal conditions.
        Irregularities = "irregularities";
        /// The readings that matter.
        Sensitivity = "sensitivity";
        /// The day an opinion is due.
        ReviewBy = "review_by";
        /// The standing of the body.
        Accreditation = "accreditation";
        /// Whether a teacher may teach.
        MayTeach = "may_teach";
        /// What an identity number says.
        Identity = "identity";
    }
}

flat! {
    Wire "Question" {
        query: Query,
        ;
        on: Given,
        known_on: Given,
        until: Given,
        accepted_on: Given,
        application: Application,
        level: Level,
        title: Title,
        competent: bool,
        number: IdentityNumber,
    }
}

impl<'de> Deserialize<'de> for IdentityNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "an identity number in quotation marks").map(Self)
    }
}

impl Wire {
    fn into_question(mut self) -> Result<Question, FieldError> {
        let with = self.query.name();
        let mut on = || need(&mut self.on, "on", with, "the day asked about").map(|day| day.0);
        let mut known_on = || self.known_on.take().map(|day| day.0);
        let question = match self.query {
            Query::Standing => Question::Standing { on: on()?, known_on: known_on() },
            Query::Timeline => {
                let until = need(&mut self.until, "until", with, "the last day")?.0;
                Question::Timeline { until, known_on: known_on() }
            }
            Query::Outlook => Question::Outlook { on: on()?, known_on: known_on() },
            Query::Education => Question::Education { on: on()?, known_on: known_on() },
            Query::Assessment => {
                let application = need(&mut self.application, "application", with, "the particulars")?;
                Question::Assessment { on: on()?, application, known_on: known_on() }
            }
            Query::Irregularities => Question::Irregularities { known_on: known_on() },
            Query::Sensitivity => Question::Sensitivity { on: on()?, known_on: known_on() },
            Query::ReviewBy => {
                let accepted_on = need(&mut self.accepted_on, "accepted_on", with, "the day of acceptance")?.0;
                Question::ReviewBy { accepted_on }
            }
            Query::Accreditation => Question::Accreditation { on: on()? },
            Query::MayTeach => Question::MayTeach {
                level: need(&mut self.level, "level", with, "`senior`, `intermediate` or `junior`")?,
                title: need(&mut self.title, "title", with, "the teacher's title")?,
                competent: need(&mut self.competent, "competent", with, "`true` or `false`")?,
            },
            Query::Identity => {
                Question::Identity { number: need(&mut self.number, "number", with, "an identity number")? }
            }
        };
        match self.left_over() {
            None => Ok(question),
            Some(field) => Err(FieldError::Foreign { field, with, expected: "leave it out" }),
        }
    }
}

impl From<&Question> for Wire {
    fn from(question: &Question) -> Self {
        let asked = |query, on: &NaiveDate| Self { on: Some(Given(*on)), ..Self::new(query) };
        let known_on = question.known_on().map(Given);
        let wire = match question {
            Question::Standing { on, .. } => asked(Query::Standing, on),
            Question::Timeline { until, .. } => Self { until: Some(Given(*until)), ..Self::new(Query::Timeline) },
            Question::Outlook { on, .. } => asked(Query::Outlook, on),
            Question::Education { on, .. } => asked(Query::Education, on),
            Question::Assessment { on, application, .. } => {
                Self { application: Some(*application), ..asked(Query::Assessment, on) }
            }
            Question::Irregularities { .. } => Self::new(Query::Irregularities),
            Question::Sensitivity { on, .. } => asked(Query::Sensitivity, on),
            Question::ReviewBy { accepted_on } => {
                Self { accepted_on: Some(Given(*accepted_on)), ..Self::new(Query::ReviewBy) }
            }
            Question::Accreditation { on } => asked(Query::Accreditation, on),
            Question::MayTeach { level, title, competent } => Self {
                level: Some(*level),
                title: Some(*title),
                competent: Some(*competent),
                ..Self::new(Query::MayTeach)
            },
            Question::Identity { number } => Self { number: Some(number.clone()), ..Self::new(Query::Identity) },
        };
        Self { known_on, ..wire }
    }
}

impl fmt::Debug for IdentityNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdentityNumber(..)")
    }
}

impl Serialize for Question {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Wire::from(self).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Question {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Wire::deserialize(deserializer)?.into_question().map_err(D::Error::custom)
    }
}
