//! The answers to the questions of a case.

use crate::conformance::case::Case;
use crate::conformance::question::Question;
use crate::education::progress::Progress;
use crate::finding::fault::Fault;
use crate::finding::refused::EventFault;
use crate::finding::verdict::Verdict;
use crate::identity::citizen_number::CitizenNumber;
use crate::identity::sex::Sex;
use crate::lifecycle::as_of::Outlook;
use crate::lifecycle::file::{AsKnown, CertificateFile};
use crate::lifecycle::sensitivity::Sensitive;
use crate::lifecycle::standing::Standing;
use crate::lifecycle::timeline::Row;
use crate::oversight::instructor::{Qualification, may_teach};
use crate::oversight::standing::Standing as BodyStanding;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use chrono::NaiveDate;
use serde::Serialize;

/// An answer, in the form of the wire when serialized.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
#[serde(untagged)]
pub enum Answer {
    /// To `standing`.
    Standing(Standing),
    /// To `timeline`.
    Timeline(Vec<Row>),
    /// To `outlook`.
    #[serde(serialize_with = "wire::outlook")]
    #[cfg_attr(feature = "schema", schemars(with = "wire::Outlook"))]
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
        #[serde(serialize_with = "crate::calendar::iso::reckoned")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
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
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Identity"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Identity"))]
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
        let mut opened = Opened { case: self, now: self.open(), as_known: BTreeMap::new() };
        self.ask.iter().map(|question| opened.answer(question).unwrap_or_else(|error| error)).collect()
    }

    /// The certificate of the case, opened.
    #[must_use]
    pub fn open(&self) -> CertificateFile<'_> {
        self.law.open_in(self.mode, &self.history, &self.ledger)
    }
}

/// The certificate of a case, opened once for now and once for each day as known on which it is asked about.
struct Opened<'c> {
    case: &'c Case,
    now: CertificateFile<'c>,
    as_known: BTreeMap<NaiveDate, AsKnown<'c>>,
}

impl Opened<'_> {
    /// The answer, or the answer that there is none.
    fn answer(&mut self, question: &Question) -> Result<Answer, Answer> {
        let refused = |error| Answer::Refused { error };
        let case = self.case;
        let file: &CertificateFile<'_> = match question.known_on() {
            None => &self.now,
            Some(day) => self.as_known.entry(day).or_insert_with(|| case.open().into_known_on(day)),
        };
        let as_of = |on| file.on(on).map_err(refused);
        Ok(match question {
            Question::Standing { on, .. } => Answer::Standing(as_of(*on)?.standing()),
            Question::Timeline { until, .. } => Answer::Timeline(file.timeline(*until).map_err(refused)?),
            Question::Outlook { on, .. } => Answer::Outlook(as_of(*on)?.outlook()),
            Question::Education { on, .. } => {
                let progress = as_of(*on)?.education();
                Answer::Education(progress.map_err(|error| Answer::Error { error })?)
            }
            Question::Assessment { on, application, .. } => Answer::Assessment(as_of(*on)?.assessment(application)),
            Question::Irregularities { .. } => Answer::Irregularities(file.irregularities().map_err(refused)?),
            Question::Sensitivity { on, .. } => Answer::Sensitivity(file.sensitivity(*on)),
            Question::ReviewBy { accepted_on } => {
                let review_by = case.law.regulation().review_by(*accepted_on);
                let review_by = review_by.map_err(|uncovered| Answer::Error { error: uncovered.into() })?;
                Answer::ReviewBy { review_by }
            }
            Question::Accreditation { on } => Answer::Accreditation(match &case.accreditation {
                Some(body) => body.standing(*on, case.mode).map_err(refused)?,
                None => BodyStanding::unknown(*on),
            }),
            Question::MayTeach { level, title, competent } => Answer::MayTeach(may_teach(*level, *title, *competent)),
            Question::Identity { number } => Answer::Identity(match CitizenNumber::parse(number.as_str()) {
                Ok(number) => IdentityAnswer::Valid { birth: number.birth(), sex: number.sex() },
                Err(error) => IdentityAnswer::Invalid { code: error.code() },
            }),
        })
    }
}

mod wire {
    use super::{IdentityAnswer, Sex};
    use crate::calendar::iso::Day;
    use crate::lifecycle::as_of;
    use serde::{Serialize, Serializer};

    /// What comes next if nothing more happens.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(untagged, rename = "OutlookAnswer")]
    pub(super) enum Outlook<'a> {
        /// How long it lasts, and what comes then.
        Changes(&'a as_of::Outlook),
        /// Time alone changes nothing.
        Stays {},
    }

    pub(super) fn outlook<S: Serializer>(outlook: &Option<as_of::Outlook>, serializer: S) -> Result<S::Ok, S::Error> {
        outlook.as_ref().map_or(Outlook::Stays {}, Outlook::Changes).serialize(serializer)
    }

    /// What an identity number says, as it is written.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(untagged)]
    pub(super) enum Identity {
        /// It is one.
        Valid {
            #[cfg_attr(feature = "schema", schemars(extend("const" = true)))]
            valid: bool,
            birth: Day,
            sex: Sex,
        },
        /// It is none.
        Invalid {
            #[cfg_attr(feature = "schema", schemars(extend("const" = false)))]
            valid: bool,
            #[cfg_attr(feature = "schema", schemars(schema_with = "crate::conformance::schema::values::number_codes"))]
            code: &'static str,
        },
    }

    impl From<IdentityAnswer> for Identity {
        fn from(answer: IdentityAnswer) -> Self {
            match answer {
                IdentityAnswer::Valid { birth, sex } => Self::Valid { valid: true, birth: Day(birth), sex },
                IdentityAnswer::Invalid { code } => Self::Invalid { valid: false, code },
            }
        }
    }
}
