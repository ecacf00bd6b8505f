//! Who should teach whom (48.10).

use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::verdict::Verdict;
use crate::identity::level::Level;
use crate::naming::table::named;
use crate::regulation::clause::Clause;

named! {
    /// The title of a teacher: an academic one, or a professional technical one.
    pub enum Title: "title" {
        /// Professor (教授).
        Professor = "professor", "professor", "教授";
        /// Associate professor (副教授).
        AssociateProfessor = "associate_professor", "associate professor", "副教授";
        /// Lecturer (讲师).
        Lecturer = "lecturer", "lecturer", "讲师";
        /// Assistant lecturer (助教).
        AssistantLecturer = "assistant_lecturer", "assistant lecturer", "助教";
        /// A senior professional technical title (高级专业技术职称).
        SeniorProfessional = "senior_professional", "senior professional technical title", "高级专业技术职称";
        /// An intermediate professional technical title (中级专业技术职称).
        IntermediateProfessional = "intermediate_professional", "intermediate professional technical title",
            "中级专业技术职称";
        /// A junior professional technical title (初级专业技术职称).
        JuniorProfessional = "junior_professional", "junior professional technical title", "初级专业技术职称";
    }
}

impl Title {
    /// Whether it is high enough to teach holders of that level.
    ///
    /// 48.10.1: 教授职称或高级专业技术职称; 48.10.2: 副教授以上（含副教授）职称或高级专业技术职称; 48.10.3:
    /// 讲师以上（含讲师）职称或中级以上（含中级）专业技术职称. An associate professorship ranks as a senior title elsewhere; 48.10.1 and
    /// 48.10.2 tell the two apart, and so does this.
    #[must_use]
    pub const fn suits(self, level: Level) -> bool {
        match level {
            Level::Senior => matches!(self, Self::Professor | Self::SeniorProfessional),
            Level::Intermediate => {
                matches!(self, Self::Professor | Self::AssociateProfessor | Self::SeniorProfessional)
            }
            Level::Junior => match self {
                Self::Professor | Self::AssociateProfessor | Self::Lecturer => true,
                Self::SeniorProfessional | Self::IntermediateProfessional => true,
                Self::AssistantLecturer | Self::JuniorProfessional => false,
            },
        }
    }
}

/// Whether a teacher is as 48.10 says one generally should be (一般应), and under which item.
///
/// It bars nobody from teaching: where something stands against it, that is a finding under a clause whose
/// [force](Clause::force) is a *should*.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Qualification"))]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(with = "wire::Qualification", rename = "TeacherQualification")
)]
pub struct Qualification {
    clause: Clause,
    verdict: Verdict,
}

impl Qualification {
    /// Whether nothing stands against it.
    #[must_use]
    pub const fn is_qualified(&self) -> bool {
        self.verdict.is_met()
    }

    /// The item of 48.10.
    #[must_use]
    pub const fn clause(&self) -> Clause {
        self.clause
    }

    /// What stands against it.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }
}

/// Whether a teacher with that title, of matching competence or not, should teach holders of that level (48.10).
///
/// # Examples
///
/// ```
/// use ruankao::identity::Level;
/// use ruankao::oversight::{Title, may_teach};
/// use ruankao::regulation::Force;
/// use ruankao::Clause;
///
/// assert!(may_teach(Level::Intermediate, Title::AssociateProfessor, true).is_qualified());
/// let not_quite = may_teach(Level::Senior, Title::AssociateProfessor, true);
/// assert!(!not_quite.is_qualified());
/// assert_eq!(not_quite.clause(), Clause::N48_10_1);
/// assert_eq!(not_quite.clause().force(), Force::Should);
/// ```
#[must_use]
pub fn may_teach(level: Level, title: Title, competent: bool) -> Qualification {
    let clause = match level {
        Level::Senior => Clause::N48_10_1,
        Level::Intermediate => Clause::N48_10_2,
        Level::Junior => Clause::N48_10_3,
    };
    let mut verdict = Verdict::default();
    if !title.suits(level) {
        verdict.find(Finding::new(Code::TitleTooLow, clause));
    }
    // 以及相应的专业技术水平
    if !competent {
        verdict.find(Finding::new(Code::CompetenceMissing, clause));
    }
    Qualification { clause, verdict }
}

/// The same for a class of holders of several levels: the highest counts. Nothing can be said of an empty class.
///
/// # Examples
///
/// ```
/// use ruankao::identity::Level;
/// use ruankao::oversight::{Title, may_teach, may_teach_class};
///
/// let class = [Level::Junior, Level::Senior, Level::Junior];
/// assert_eq!(may_teach_class(class, Title::Lecturer, true), Some(may_teach(Level::Senior, Title::Lecturer, true)));
/// assert_eq!(may_teach_class([], Title::Professor, true), None);
/// ```
#[must_use]
pub fn may_teach_class(
    levels: impl IntoIterator<Item = Level>,
    title: Title,
    competent: bool,
) -> Option<Qualification> {
    let rank = |level: &Level| match level {
        Level::Senior => 2,
        Level::Intermediate => 1,
        Level::Junior => 0,
    };
    let highest = levels.into_iter().max_by_key(rank)?;
    Some(may_teach(highest, title, competent))
}

#[cfg(feature = "serde")]
mod wire {
    use super::Clause;
    use serde::Serialize;

    /// Whether a teacher is as 48.10 says, as it is written.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Qualification {
        qualified: bool,
        clause: Clause,
    }

    impl From<super::Qualification> for Qualification {
        fn from(qualification: super::Qualification) -> Self {
            Self { qualified: qualification.is_qualified(), clause: qualification.clause }
        }
    }
}
