//! The difference between two situations, change by change.

use crate::finding::refused::EventFault;
use crate::lifecycle::file::CertificateFile;
use crate::naming::table::Language;
use crate::registration::application::Application;
use crate::whatif::change::{Change, educations, plans, standings};
use crate::whatif::situation::Situation;
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// What is answered before and after, and every change between the two.
///
/// There is a change exactly where one of the things compared differs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Written<'static>"))]
pub struct Difference {
    /// What is answered before, or the refusal.
    pub before: Box<Result<Situation, EventFault>>,
    /// What is answered after, or the refusal.
    pub after: Box<Result<Situation, EventFault>>,
    changes: Vec<Change>,
}

impl Difference {
    /// What differs between two situations, or the refusals in their places.
    #[must_use]
    pub fn new(before: Result<Situation, EventFault>, after: Result<Situation, EventFault>) -> Self {
        let mut changes = Vec::new();
        match (&before, &after) {
            (Ok(before), Ok(after)) => {
                changes.extend(standings(before.standing, after.standing));
                let (before_found, after_found) = (before.assessment.findings(), after.assessment.findings());
                let gone = before_found.iter().filter(|finding| !after_found.contains(finding));
                changes.extend(gone.copied().map(Change::Gone));
                let new = after_found.iter().filter(|finding| !before_found.contains(finding));
                changes.extend(new.copied().map(Change::New));
                if let (Some(before), Some(after)) = (&before.education, &after.education) {
                    changes.extend(educations(before, after));
                }
                changes.extend(plans(&before.plan, &after.plan));
            }
            (Ok(_), Err(refusal)) => changes.push(Change::Refused(refusal.clone())),
            (Err(_), Ok(_)) => changes.push(Change::Accepted),
            (Err(before), Err(after)) if before != after => changes.push(Change::Refused(after.clone())),
            (Err(_), Err(_)) => {}
        }
        Self { before: Box::new(before), after: Box::new(after), changes }
    }

    /// The changes: standing, assessment, education, plan.
    #[must_use]
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// Whether nothing differs.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// A line for each change.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let Some((first, rest)) = self.changes.split_first() else {
                return write!(f, "{}", Phrase::new(Message::NothingDifferent).in_words(language));
            };
            write!(f, "{}", first.in_words(language))?;
            rest.iter().try_for_each(|change| write!(f, "\n{}", change.in_words(language)))
        })
    }
}

impl CertificateFile<'_> {
    /// What is answered here and there on a day, for somebody who would bring an application, and every change between
    /// the two. There is the same certificate after a [hypothesis](crate::whatif::Hypothesis), under another law, or as it
    /// was known on a day.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::revocation::Revocation;
    /// use ruankao::whatif::Hypothesis;
    /// use ruankao::{Act, Application, History, Language, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    ///
    /// let cancelled = Hypothesis::default().event(Act::Cancelled(Revocation::MajorLoss).on(day!(2005, 5, 8)));
    /// let there = file.what_if(&cancelled);
    /// let difference = file.difference(&there, day!(2006, 1, 1), &Application::COMPLETE);
    /// let words = difference.in_words(Language::En).to_string();
    /// assert!(words.starts_with("within its term becomes cancelled\nthe certificate is no longer valid"));
    ///
    /// // On the day before nothing was cancelled yet.
    /// assert!(file.difference(&there, day!(2005, 5, 7), &Application::COMPLETE).is_empty());
    /// ```
    #[must_use]
    pub fn difference(&self, there: &CertificateFile<'_>, on: NaiveDate, application: &Application) -> Difference {
        Difference::new(self.situation(on, application), there.situation(on, application))
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Change, EventFault, Situation};
    use serde::{Serialize, Serializer};

    /// All that is answered, or the refusal.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(untagged)]
    enum Answered<'a> {
        /// All that is answered.
        Situation(&'a Situation),
        /// The history is refused.
        Refused { refused: &'a EventFault },
    }

    /// What is answered before and after, and every change between the two.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    #[serde(rename = "Difference")]
    pub(super) struct Written<'a> {
        before: Answered<'a>,
        after: Answered<'a>,
        changes: &'a [Change],
    }

    impl Serialize for super::Difference {
        /// `{"before", "after", "changes"}`; before and after are the situations, or `{"refused"}`.
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            const fn answered(situation: &Result<Situation, EventFault>) -> Answered<'_> {
                match situation {
                    Ok(situation) => Answered::Situation(situation),
                    Err(refused) => Answered::Refused { refused },
                }
            }
            let (before, after) = (answered(&self.before), answered(&self.after));
            Written { before, after, changes: &self.changes }.serialize(serializer)
        }
    }
}
