//! The duties that an act brings.

use crate::calendar::date::add_years;
use crate::duty::due::Due;
use crate::duty::occasion::Occasion;
use crate::duty::party::Party;
use crate::duty::task::{DueRule, Task};
use crate::lifecycle::act::ActName;
use crate::naming::table::Language;
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;
use crate::regulation::force::Force;
use crate::regulation::rules::Regulation;
use chrono::{Datelike, NaiveDate};
use core::fmt;

/// What somebody must now do: the task, and when it is due.
///
/// Bearer, addressee and clause are those of its task, so that no duty can be put on the wrong shoulders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Duty {
    task: Task,
    due: Due,
}

/// The duties that something done on `on` brings, in the order of the notices; nothing is allocated.
///
/// A certificate approved before the regime began brings none: it is never registered.
///
/// # Examples
///
/// ```
/// use ruankao::duty::{Due, Task, duties};
/// use ruankao::lifecycle::ActName;
/// use ruankao::regulation::Regulation;
/// use ruankao::day;
///
/// let regulation = Regulation::default();
/// let opinion = duties(ActName::ApplicationAccepted, day!(2008, 1, 22), &regulation).next().unwrap();
/// assert_eq!((opinion.task(), opinion.due()), (Task::GiveOpinion, Due::By(day!(2008, 2, 15))));
/// assert_eq!(
///     opinion.to_string(),
///     "the registration agency must give an opinion on the application, by 2008-02-15; owed to the holder (47.7)",
/// );
///
/// assert_eq!(duties(ActName::ExtensionGranted, day!(2008, 1, 22), &regulation).count(), 0);
/// ```
pub fn duties(
    occasion: impl Into<Occasion>,
    on: NaiveDate,
    regulation: &Regulation,
) -> impl Iterator<Item = Duty> + Clone {
    let occasion = occasion.into();
    let outside = occasion == Occasion::Certificate(ActName::Approved) && on < regulation.parameters().scope_from;
    let tasks = if outside { &[] } else { occasion.name().tasks() };
    tasks.iter().map(move |&task| Duty { task, due: due(task, occasion, on, regulation) })
}

fn due(task: Task, occasion: Occasion, on: NaiveDate, regulation: &Regulation) -> Due {
    match task.due_rule() {
        DueRule::Undated => Due::Undated,
        DueRule::Promptly => Due::Promptly,
        DueRule::Opinion => regulation.review_by(on).map_or_else(Due::Uncovered, Due::By),
        // Reviews are missing for each whole calendar year after that of the act.
        DueRule::NextYear => NaiveDate::from_ymd_opt(on.year() + 1, 12, 31).map_or(Due::Undated, Due::By),
        DueRule::Rectification => occasion.rectify_by().map_or(Due::Undated, Due::By),
        DueRule::Retention => Due::Through(add_years(on, regulation.parameters().record_retention_years)),
    }
}

impl Duty {
    /// What has to be done.
    #[must_use]
    pub const fn task(&self) -> Task {
        self.task
    }

    /// When it is due.
    #[must_use]
    pub const fn due(&self) -> Due {
        self.due
    }

    /// Who has to do it.
    #[must_use]
    pub const fn bearer(&self) -> Authority {
        self.task.bearer()
    }

    /// To whom it is owed.
    #[must_use]
    pub const fn addressee(&self) -> Party {
        self.task.addressee()
    }

    /// The clause that sets it.
    #[must_use]
    pub const fn clause(&self) -> Clause {
        self.task.clause()
    }

    /// How strongly the sentence binds that sets it.
    #[must_use]
    pub const fn force(&self) -> Force {
        self.task.force()
    }

    /// The sentence in a language, with the citation; a time where the notices name one.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let (bearer, addressee) = (self.bearer().in_words(language), self.addressee().in_words(language));
            let (task, due, clause) = (self.task.in_words(language), self.due.in_words(language), self.clause());
            match (language, self.force()) {
                // No sentence says that it has to be done, only what follows once it is.
                (Language::En, Force::States) => write!(f, "{bearer} is to {task}"),
                (Language::En, force) => write!(f, "{bearer} {force} {task}"),
                (Language::Zh, Force::States) => write!(f, "由{bearer}{task}"),
                (Language::Zh, _) if self.due == Due::Promptly => write!(f, "{bearer}应{due}{task}"),
                (Language::Zh, _) => write!(f, "{bearer}应{task}"),
            }?;
            match (language, self.due) {
                (_, Due::Undated) | (Language::Zh, Due::Promptly) => Ok(()),
                (Language::En, _) => write!(f, ", {due}"),
                (Language::Zh, _) => write!(f, "，{due}"),
            }?;
            match language {
                Language::En => write!(f, "; owed to {addressee} ({clause})"),
                Language::Zh => write!(f, "；对象：{addressee}（{clause}）"),
            }
        })
    }
}

impl fmt::Display for Duty {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.in_words(Language::En))
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Duty {
    /// `{"task", "bearer", "addressee", "clause", "force", "promptly"?, "by"?, "through"?, "calendar_uncovered"?}`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use crate::calendar::iso::Day;
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("task", &self.task)?;
        map.serialize_entry("bearer", &self.bearer())?;
        map.serialize_entry("addressee", &self.addressee())?;
        map.serialize_entry("clause", &self.clause())?;
        map.serialize_entry("force", &self.force())?;
        match self.due {
            Due::Undated => {}
            Due::Promptly => map.serialize_entry("promptly", &true)?,
            Due::By(day) => map.serialize_entry("by", &Day(day))?,
            Due::Through(day) => map.serialize_entry("through", &Day(day))?,
            Due::Uncovered(uncovered) => map.serialize_entry("calendar_uncovered", &uncovered.year)?,
        }
        map.end()
    }
}
