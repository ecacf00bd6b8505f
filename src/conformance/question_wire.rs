//! Questions on the wire: one flat record of all the fields that some question has.

use crate::calendar::iso::Given;
use crate::calendar::period::Period;
use crate::conformance::question::{Explained, IdentityNumber, Question};
use crate::identity::level::Level;
use crate::naming::flat::{FieldError, flat, need};
use crate::naming::table::named;
use crate::oversight::instructor::Title;
use crate::registration::application::Application;
use crate::whatif::hypothesis::Hypothesis;
use alloc::boxed::Box;
use chrono::NaiveDate;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

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
        /// What the holder can do.
        Plan = "plan";
        /// Why an answer is what it is.
        Explanation = "explanation";
        /// What falls due.
        Agenda = "agenda";
        /// What would be answered if things were otherwise.
        Difference = "difference";
        /// What was known then and is known now.
        KnownDifference = "known_difference";
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

named! {
    /// An answer that is explained, by name.
    enum Of: "answer to explain" {
        /// The standing.
        Standing = "standing";
        /// The assessment.
        Assessment = "assessment";
        /// The education.
        Education = "education";
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
        of: Of,
        from: Given,
        to: Given,
        application: Application,
        hypothesis: Box<Hypothesis>,
        level: Level,
        title: Title,
        competent: bool,
        number: IdentityNumber,
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
            Query::Plan => Question::Plan { on: on()?, application: self.application.take(), known_on: known_on() },
            Query::Explanation => {
                let of = match self.of.take().unwrap_or(Of::Standing) {
                    Of::Standing => Explained::Standing,
                    Of::Assessment => Explained::Assessment(need(
                        &mut self.application,
                        "application",
                        "assessment",
                        "the particulars",
                    )?),
                    Of::Education => Explained::Education,
                };
                Question::Explanation { on: on()?, of, known_on: known_on() }
            }
            Query::Agenda => {
                let from = need(&mut self.from, "from", with, "the first day of the agenda")?.0;
                let to = need(&mut self.to, "to", with, "the last day of the agenda")?.0;
                let within = Period::new(from, to).map_err(FieldError::senseless)?;
                Question::Agenda { on: on()?, within, known_on: known_on() }
            }
            Query::Difference => {
                let application = need(&mut self.application, "application", with, "the particulars")?;
                let hypothesis = need(&mut self.hypothesis, "hypothesis", with, "what is thought to be otherwise")?;
                Question::Difference { on: on()?, application, hypothesis, known_on: known_on() }
            }
            Query::KnownDifference => {
                let known_on = need(&mut self.known_on, "known_on", with, "the day as known on which")?.0;
                Question::KnownDifference { on: need(&mut self.on, "on", with, "the day asked about")?.0, known_on }
            }
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
            Question::Plan { on, application, .. } => Self { application: *application, ..asked(Query::Plan, on) },
            Question::Explanation { on, of, .. } => {
                let (of, application) = match of {
                    Explained::Standing => (Of::Standing, None),
                    Explained::Assessment(application) => (Of::Assessment, Some(*application)),
                    Explained::Education => (Of::Education, None),
                };
                Self { of: Some(of), application, ..asked(Query::Explanation, on) }
            }
            Question::Agenda { on, within, .. } => {
                let [from, to] = [within.first(), within.last()].map(|day| Some(Given(day)));
                Self { from, to, ..asked(Query::Agenda, on) }
            }
            Question::Difference { on, application, hypothesis, .. } => {
                let (application, hypothesis) = (Some(*application), Some(hypothesis.clone()));
                Self { application, hypothesis, ..asked(Query::Difference, on) }
            }
            Question::KnownDifference { on, .. } => asked(Query::KnownDifference, on),
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
