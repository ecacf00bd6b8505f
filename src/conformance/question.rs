//! What can be asked of a case.

use crate::calendar::iso::Day;
use crate::identity::level::Level;
use crate::identity::wire::from_text;
use crate::oversight::instructor::Title;
use crate::registration::application::Application;
use alloc::format;
use alloc::string::String;
use chrono::NaiveDate;
use core::fmt;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A question.
///
/// `Debug` leaves an identity number out, be it well formed or not; serialising writes it in full.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Question {
    /// The standing on a day.
    Standing {
        /// The day.
        on: NaiveDate,
    },
    /// The rows of the certificate's life up to a day.
    Timeline {
        /// The last day.
        until: NaiveDate,
    },
    /// How long the standing on a day lasts.
    Outlook {
        /// The day.
        on: NaiveDate,
    },
    /// The progress in the education cycle as of a day.
    Education {
        /// The day.
        on: NaiveDate,
    },
    /// Whether the holder may be registered on an application accepted on a day.
    Assessment {
        /// The day.
        on: NaiveDate,
        /// What the applicant brings.
        application: Application,
    },
    /// The irregularities of the whole history.
    Irregularities,
    /// The readings that matter on a day.
    Sensitivity {
        /// The day.
        on: NaiveDate,
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
        number: String,
    },
}

#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Query {
    Standing,
    Timeline,
    Outlook,
    Education,
    Assessment,
    Irregularities,
    Sensitivity,
    ReviewBy,
    Accreditation,
    MayTeach,
    Identity,
}

macro_rules! wire {
    ($($field:ident: $type:ty,)+) => {
        /// Every field that some question has.
        #[derive(Serialize, Deserialize)]
        #[serde(rename = "Question", deny_unknown_fields)]
        struct Wire {
            query: Query,
            $( #[serde(default, skip_serializing_if = "Option::is_none")] $field: Option<$type>, )+
        }

        impl Wire {
            const fn new(query: Query) -> Self {
                Self { query, $( $field: None, )+ }
            }

            /// The first field that no one has taken.
            fn left_over(&self) -> Option<&'static str> {
                $( if self.$field.is_some() { return Some(stringify!($field)); } )+
                None
            }
        }
    };
}

wire! {
    on: Day,
    until: Day,
    accepted_on: Day,
    application: Application,
    level: Level,
    title: Title,
    competent: bool,
    number: Number,
}

/// An identity number as it is written, which no refusal repeats.
#[derive(Serialize)]
#[serde(transparent)]
struct Number(String);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, "an identity number in quotation marks").map(Self)
    }
}

impl Wire {
    fn into_question(mut self) -> Result<Question, String> {
        fn need<T>(field: Option<T>, name: &str, expected: &str) -> Result<T, String> {
            field.ok_or_else(|| format!("missing field `{name}`; expected {expected}"))
        }
        let mut on = || need(self.on.take(), "on", "the day asked about").map(|day| day.0);
        let question = match self.query {
            Query::Standing => Question::Standing { on: on()? },
            Query::Timeline => Question::Timeline { until: need(self.until.take(), "until", "the last day")?.0 },
            Query::Outlook => Question::Outlook { on: on()? },
            Query::Education => Question::Education { on: on()? },
            Query::Assessment => {
                let application = need(self.application.take(), "application", "the particulars")?;
                Question::Assessment { on: on()?, application }
            }
            Query::Irregularities => Question::Irregularities,
            Query::Sensitivity => Question::Sensitivity { on: on()? },
            Query::ReviewBy => {
                let accepted_on = need(self.accepted_on.take(), "accepted_on", "the day of acceptance")?.0;
                Question::ReviewBy { accepted_on }
            }
            Query::Accreditation => Question::Accreditation { on: on()? },
            Query::MayTeach => Question::MayTeach {
                level: need(self.level.take(), "level", "`senior`, `intermediate` or `junior`")?,
                title: need(self.title.take(), "title", "the teacher's title")?,
                competent: need(self.competent.take(), "competent", "`true` or `false`")?,
            },
            Query::Identity => {
                Question::Identity { number: need(self.number.take(), "number", "an identity number")?.0 }
            }
        };
        match self.left_over() {
            None => Ok(question),
            Some(field) => Err(format!("the field `{field}` does not belong to this question; leave it out")),
        }
    }
}

impl From<&Question> for Wire {
    fn from(question: &Question) -> Self {
        let asked = |query, on: &NaiveDate| Self { on: Some(Day(*on)), ..Self::new(query) };
        match question {
            Question::Standing { on } => asked(Query::Standing, on),
            Question::Timeline { until } => Self { until: Some(Day(*until)), ..Self::new(Query::Timeline) },
            Question::Outlook { on } => asked(Query::Outlook, on),
            Question::Education { on } => asked(Query::Education, on),
            Question::Assessment { on, application } => {
                Self { application: Some(*application), ..asked(Query::Assessment, on) }
            }
            Question::Irregularities => Self::new(Query::Irregularities),
            Question::Sensitivity { on } => asked(Query::Sensitivity, on),
            Question::ReviewBy { accepted_on } => {
                Self { accepted_on: Some(Day(*accepted_on)), ..Self::new(Query::ReviewBy) }
            }
            Question::Accreditation { on } => asked(Query::Accreditation, on),
            Question::MayTeach { level, title, competent } => Self {
                level: Some(*level),
                title: Some(*title),
                competent: Some(*competent),
                ..Self::new(Query::MayTeach)
            },
            Question::Identity { number } => {
                Self { number: Some(Number(number.clone())), ..Self::new(Query::Identity) }
            }
        }
    }
}

impl fmt::Debug for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut of = |name, field, day: &NaiveDate| f.debug_struct(name).field(field, day).finish();
        match self {
            Self::Standing { on } => of("Standing", "on", on),
            Self::Timeline { until } => of("Timeline", "until", until),
            Self::Outlook { on } => of("Outlook", "on", on),
            Self::Education { on } => of("Education", "on", on),
            Self::Assessment { on, application } => {
                f.debug_struct("Assessment").field("on", on).field("application", application).finish()
            }
            Self::Irregularities => f.write_str("Irregularities"),
            Self::Sensitivity { on } => of("Sensitivity", "on", on),
            Self::ReviewBy { accepted_on } => of("ReviewBy", "accepted_on", accepted_on),
            Self::Accreditation { on } => of("Accreditation", "on", on),
            Self::MayTeach { level, title, competent } => {
                let mut may_teach = f.debug_struct("MayTeach");
                may_teach.field("level", level).field("title", title).field("competent", competent).finish()
            }
            Self::Identity { number: _ } => f.debug_struct("Identity").finish_non_exhaustive(),
        }
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
