//! The answers to the questions of a case.

use crate::calendar::iso::Day;
use crate::conformance::case::Case;
use crate::conformance::question::Question;
use crate::education::progress::Progress;
use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::identity::citizen_number::CitizenNumber;
use crate::identity::sex::Sex;
use crate::lifecycle::as_of::Outlook;
use crate::lifecycle::context::Context;
use crate::lifecycle::sensitivity::Sensitive;
use crate::lifecycle::standing::Standing;
use crate::lifecycle::timeline::Row;
use crate::oversight::instructor::{Qualification, may_teach};
use crate::oversight::standing::Standing as BodyStanding;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// An answer, in the form of the wire when serialized.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// To `standing`.
    Standing(Standing),
    /// To `timeline`.
    Timeline(Vec<Row>),
    /// To `outlook`.
    #[serde(serialize_with = "empty_where_none")]
    Outlook(Option<Outlook>),
    /// To `education`.
    Education(Progress),
    /// To `assessment`.
    Assessment(Verdict),
    /// To `irregularities`.
    Irregularities(Vec<EventFault>),
    /// To `sensitivity`.
    Sensitivity(Vec<Sensitive>),
    /// To `review_by`.
    ReviewBy {
        /// The day the opinion is due.
        #[serde(with = "crate::calendar::iso")]
        review_by: NaiveDate,
    },
    /// To `accreditation`.
    Accreditation(BodyStanding),
    /// To `may_teach`.
    MayTeach(Qualification),
    /// To `identity`.
    Identity(IdentityAnswer),
    /// An event was refused.
    Refused {
        /// The event and what stands against it.
        error: EventFault,
    },
    /// The question could not be asked.
    Error {
        /// Why not.
        error: Fault,
    },
}

/// What an identity number says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IdentityAnswer {
    /// It is one.
    Valid {
        /// The day of birth it states.
        birth: NaiveDate,
        /// The sex it states.
        sex: Sex,
    },
    /// It is none.
    Invalid {
        /// Which check it fails.
        code: &'static str,
    },
}

impl Case {
    /// The answers to its questions, in their order.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::conformance::Case;
    ///
    /// let case: Case = serde_json::from_str(
    ///     r#"{"id": "a", "history": [{"event": "approved", "on": "2005-03-10"}],
    ///         "ask": [{"query": "standing", "on": "2008-03-11"}]}"#,
    /// )?;
    /// let answers = serde_json::to_string(&case.answers())?;
    /// assert_eq!(answers, r#"[{"phase":"lapsed","in_force":false,"since":"2008-03-11"}]"#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn answers(&self) -> Vec<Answer> {
        let credits = self.ledger.credits(self.providers.as_ref());
        let context = Context::new(&self.regulation).credits(&credits).agencies(self.agencies.as_ref()).mode(self.mode);
        self.ask.iter().map(|question| self.answer(question, context).unwrap_or_else(|error| error)).collect()
    }

    /// The answer, or the answer that there is none.
    fn answer(&self, question: &Question, context: Context<'_>) -> Result<Answer, Answer> {
        let refused = |error| Answer::Refused { error };
        let history = &self.history;
        let as_of = |on| history.as_of(on, context).map_err(refused);
        Ok(match question {
            Question::Standing { on } => Answer::Standing(as_of(*on)?.standing()),
            Question::Timeline { until } => Answer::Timeline(history.timeline(*until, context).map_err(refused)?),
            Question::Outlook { on } => Answer::Outlook(as_of(*on)?.outlook()),
            Question::Education { on } => {
                let progress = as_of(*on)?.education();
                Answer::Education(progress.map_err(|error| Answer::Error { error })?)
            }
            Question::Assessment { on, application } => Answer::Assessment(as_of(*on)?.assessment(application)),
            Question::Irregularities => Answer::Irregularities(history.irregularities(context).map_err(refused)?),
            Question::Sensitivity { on } => Answer::Sensitivity(history.sensitivity(*on, context)),
            Question::ReviewBy { accepted_on } => {
                let review_by = self.regulation.review_by(*accepted_on);
                let review_by = review_by.map_err(|uncovered| Answer::Error { error: uncovered.into() })?;
                Answer::ReviewBy { review_by }
            }
            Question::Accreditation { on } => Answer::Accreditation(match &self.accreditation {
                Some(body) => body.standing(*on, self.mode).map_err(refused)?,
                None => BodyStanding::unknown(*on),
            }),
            Question::MayTeach { level, title, competent } => Answer::MayTeach(may_teach(*level, *title, *competent)),
            Question::Identity { number } => Answer::Identity(match CitizenNumber::parse(number) {
                Ok(number) => IdentityAnswer::Valid { birth: number.birth(), sex: number.sex() },
                Err(error) => IdentityAnswer::Invalid { code: error.code() },
            }),
        })
    }
}

fn empty_where_none<S: Serializer>(outlook: &Option<Outlook>, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeMap;
    match outlook {
        Some(outlook) => outlook.serialize(serializer),
        None => serializer.serialize_map(Some(0))?.end(),
    }
}

impl Serialize for IdentityAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Valid { birth, sex } => {
                map.serialize_entry("valid", &true)?;
                map.serialize_entry("birth", &Day(*birth))?;
                map.serialize_entry("sex", sex)?;
            }
            Self::Invalid { code } => {
                map.serialize_entry("valid", &false)?;
                map.serialize_entry("code", code)?;
            }
        }
        map.end()
    }
}
