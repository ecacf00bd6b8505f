//! Courses as a training institution records them (48.9).

use crate::calendar::date::add_years;
use crate::calendar::period::Period;
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::value::{Subject, Value};
use crate::finding::verdict::Verdict;
use crate::identity::body::BodyId;
use crate::identity::name::PersonName;
use crate::regulation::clause::Clause;
use crate::regulation::hours::Hours;
use crate::regulation::rules::Regulation;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// A record of a course that is being written; anything may still be missing. `Debug` masks the people on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CourseDraft {
    /// The training institution.
    pub institution: Option<BodyId>,
    /// From when to when the course was held; the last day is the day of completion.
    pub held: Option<Period>,
    /// What was taught, and how.
    pub content: Option<CourseContent>,
    /// All who took part.
    pub trainees: Vec<TraineeDraft>,
    /// The signature of the person in charge.
    pub signature: Option<Signature>,
}

/// A trainee on a record that is being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TraineeDraft {
    /// The name, or number, by which the institution keeps the trainee.
    pub name: Option<PersonName>,
    /// The hours of training.
    pub hours: Option<Hours>,
    /// Whether the trainee finished (结业).
    pub finished: Option<bool>,
}

/// What a course taught, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CourseContent {
    /// How it was studied: full-time, part-time or beside work (48.5).
    pub mode: StudyMode,
    /// The field.
    pub field: Field,
    /// The kind of content.
    pub kind: ContentKind,
}

/// The signature of the person in charge.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Signature {
    /// Who signed.
    pub by: PersonName,
    /// The day of signing, on which the record is made.
    pub on: NaiveDate,
}

/// A record of a course to which nothing is missing.
///
/// It names the institution, when the course was held and what it taught, lists each trainee once, with hours and whether
/// finished, and was signed no earlier than the course ended.
///
/// # Examples
///
/// ```
/// use ruankao::calendar::Period;
/// use ruankao::education::{ContentKind, Field, StudyMode};
/// use ruankao::oversight::{CourseContent, CourseDraft, Signature, TraineeDraft};
/// use ruankao::regulation::Regulation;
/// use ruankao::{Hours, day};
///
/// let (mode, field, kind) = (StudyMode::FullTime, Field::Software, ContentKind::Technology);
/// let draft = CourseDraft {
///     institution: Some("P1".into()),
///     held: Some(Period::new(day!(2006, 5, 8), day!(2006, 5, 12))?),
///     content: Some(CourseContent { mode, field, kind }),
///     trainees: vec![TraineeDraft { name: Some("李四".parse()?), hours: Some(Hours::whole(40)), finished: Some(true) }],
///     signature: None,
/// };
/// let unrecorded = draft.record().unwrap_err();
/// assert_eq!(unrecorded.to_string(), "the person in charge has not signed the record (48.9)");
///
/// let signature = Some(Signature { by: "王五".parse()?, on: day!(2006, 5, 15) });
/// let record = CourseDraft { signature, ..unrecorded.draft }.record()?;
/// assert_eq!(record.entries().count(), 1);
/// assert_eq!(record.kept_until(&Regulation::default()), day!(2009, 5, 15));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CourseRecord {
    institution: BodyId,
    held: Period,
    content: CourseContent,
    trainees: Vec<Trainee>,
    signature: Signature,
}

/// A trainee of a recorded course; `Debug` masks the name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Trainee {
    /// The name, or number, by which the institution keeps the trainee.
    pub name: PersonName,
    /// The hours of training.
    pub hours: Hours,
    /// Whether the trainee finished.
    pub finished: bool,
}

/// A draft that is no record yet, and all that is missing to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unrecorded {
    /// The draft, unchanged.
    pub draft: CourseDraft,
    /// All that is missing.
    pub verdict: Verdict,
}

impl CourseDraft {
    /// All that is missing to a record, in the order of 48.9: 对参加培训的所有学员以及每个学员的培训学时数和结业情况作详细的记录，并由负责人签字确认.
    ///
    /// Costs n log n for n trainees.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let finding = |code| Finding::new(code, Clause::N48_9);
        let mut verdict = Verdict::default();
        let mut require = |met: bool, missing: Finding| {
            if !met {
                verdict.find(missing);
            }
        };
        let is_named = self.institution.as_ref().is_some_and(|id| !id.as_str().trim().is_empty());
        require(is_named, finding(Code::InstitutionMissing));
        require(self.held.is_some(), finding(Code::CoursePeriodMissing));
        require(self.content.is_some(), finding(Code::CourseContentMissing));
        // 48.5: 培训机构组织的脱产、半脱产、业余培训…也可以采取在岗学习的方式.
        let on_the_job = self.content.is_some_and(|content| content.mode == StudyMode::OnTheJob);
        require(!on_the_job, Finding::new(Code::CourseOnTheJob, Clause::N48_5));
        require(!self.trainees.is_empty(), finding(Code::TraineesMissing));
        let mut before = BTreeSet::new();
        for (place, trainee) in (1..).zip(&self.trainees) {
            let about = |code| finding(code).about(Subject::Trainee(place));
            require(trainee.name.is_some(), about(Code::TraineeUnnamed));
            let is_first = trainee.name.as_ref().is_none_or(|name| before.insert(name));
            require(is_first, about(Code::TraineeRepeated));
            require(trainee.hours.is_some(), about(Code::TraineeHoursMissing));
            require(trainee.finished.is_some(), about(Code::TraineeOutcomeMissing));
        }
        match &self.signature {
            Some(signature) => {
                if let Some(end) = self.held.map(Period::last).filter(|&end| signature.on < end) {
                    let early = finding(Code::SignedTooEarly);
                    require(false, early.compared(Value::Day(end), Value::Day(signature.on)));
                }
            }
            None => require(false, finding(Code::SignatureMissing)),
        }
        verdict
    }

    /// Makes the record.
    ///
    /// # Errors
    ///
    /// The draft, with all that is missing to it.
    pub fn record(self) -> Result<CourseRecord, Unrecorded> {
        let verdict = self.verdict();
        match (self, verdict.is_met()) {
            (
                Self {
                    institution: Some(institution),
                    held: Some(held),
                    content: Some(content),
                    trainees,
                    signature: Some(signature),
                },
                true,
            ) => {
                let trainees = trainees.into_iter().filter_map(TraineeDraft::complete).collect();
                Ok(CourseRecord { institution, held, content, trainees, signature })
            }
            (draft, _) => Err(Unrecorded { draft, verdict }),
        }
    }
}

impl TraineeDraft {
    fn complete(self) -> Option<Trainee> {
        let Self { name, hours, finished } = self;
        Some(Trainee { name: name?, hours: hours?, finished: finished? })
    }
}

impl CourseRecord {
    /// The training institution.
    #[must_use]
    pub const fn institution(&self) -> &BodyId {
        &self.institution
    }

    /// From when to when the course was held.
    #[must_use]
    pub const fn held(&self) -> Period {
        self.held
    }

    /// What was taught, and how.
    #[must_use]
    pub const fn content(&self) -> CourseContent {
        self.content
    }

    /// All who took part, each once.
    #[must_use]
    pub fn trainees(&self) -> &[Trainee] {
        &self.trainees
    }

    /// The signature of the person in charge.
    #[must_use]
    pub const fn signature(&self) -> &Signature {
        &self.signature
    }

    /// The last day on which the record has to be kept (48.9: 应保留三年备查), counted from the day of the record.
    #[must_use]
    pub fn kept_until(&self, regulation: &Regulation) -> NaiveDate {
        add_years(self.signature.on, regulation.parameters().record_retention_years)
    }

    /// What the trainees who finished enter in their ledgers, in the order of the list.
    pub fn entries(&self) -> impl Iterator<Item = (&Trainee, Entry)> {
        self.trainees.iter().filter(|trainee| trainee.finished).map(|trainee| (trainee, self.entry(trainee)))
    }

    /// Whether an entry in the ledger of the trainee of that name comes from this record.
    #[must_use]
    pub fn bears_out(&self, name: &PersonName, entry: &Entry) -> bool {
        self.entries().any(|(trainee, entered)| trainee.name == *name && entered == *entry)
    }

    fn entry(&self, trainee: &Trainee) -> Entry {
        let CourseContent { mode, field, kind } = self.content;
        let (on, hours, provider) = (self.held.last(), trainee.hours, Some(self.institution.clone()));
        Entry { on, hours, mode, field, kind, provider }
    }
}

impl fmt::Display for Unrecorded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.verdict, f)
    }
}

impl core::error::Error for Unrecorded {}
