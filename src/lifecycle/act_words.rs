//! Acts, events and their records, in words.

use crate::identity::body::BodyId;
use crate::lifecycle::act::{Act, Event};
use crate::naming::table::{Language, Words};
use crate::record::Record;
use core::fmt;

impl From<&Act> for Words {
    /// What the act is called: of an appeal decided, how it was decided.
    fn from(act: &Act) -> Self {
        match act {
            Act::AppealDecided(outcome) => (*outcome).into(),
            _ => act.name().into(),
        }
    }
}

impl Act {
    /// What it is called in a language: of an appeal decided, how it was decided.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::appeal::Outcome;
    /// use ruankao::{Act, Language};
    ///
    /// assert_eq!(Act::AppealFiled.in_words(Language::En), "appeal filed");
    /// assert_eq!(Act::AppealDecided(Outcome::Upheld).in_words(Language::Zh), "复议维持注销登记");
    /// ```
    #[must_use]
    pub fn in_words(&self, language: Language) -> &'static str {
        Words::from(self).in_words(language)
    }
}

impl Event {
    /// It as a line in a language: its day, what it is called, and what it names.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::revocation::Revocation;
    /// use ruankao::{Act, Language, day};
    ///
    /// let cancelled = Act::Cancelled(Revocation::MajorLoss).on(day!(2007, 9, 1));
    /// assert_eq!(cancelled.in_words(Language::En).to_string(), "2007-09-01: cancelled (a great loss caused at work)");
    /// assert_eq!(cancelled.in_words(Language::Zh).to_string(), "2007-09-01：注销登记（工作失误造成重大损失）");
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}{}{}", self.on, language.choose(": ", "："), self.act.in_words(language))?;
            let [open, close] = [language.choose(" (", "（"), language.choose(")", "）")];
            let until = language.choose(", until ", "，至");
            let agency = |f: &mut fmt::Formatter<'_>, agency: Option<&BodyId>| match agency {
                Some(agency) => write!(f, "{open}{agency}{close}"),
                None => Ok(()),
            };
            match &self.act {
                Act::DeferralRequested(request) => {
                    write!(f, "{open}{}{until}{}{close}", request.claim.ground.in_words(language), request.until)
                }
                Act::ExtensionGranted(grant) => {
                    write!(f, "{open}{}{until}{}{close}", grant.claim.ground.in_words(language), grant.until)
                }
                Act::ApplicationFiled(filing) => agency(f, filing.agency.as_ref()),
                Act::ApplicationAccepted(acceptance) => agency(f, acceptance.agency.as_ref()),
                Act::Registered(registration) => agency(f, registration.agency.as_ref()),
                Act::Cancelled(revocation) => write!(f, "{open}{}{close}", revocation.ground().in_words(language)),
                Act::Approved
                | Act::DeferralGranted
                | Act::DeferralRefused
                | Act::Refused
                | Act::ApplicationWithdrawn
                | Act::CancellationPublished
                | Act::AppealFiled
                | Act::AppealDecided(_) => Ok(()),
            }
        })
    }
}

impl Record<Event> {
    /// The event as a line in a language, and the days on which it was recorded, where that is not its own day, and struck.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Act, Language, Record, day};
    ///
    /// let record = Record::from(Act::Approved.on(day!(2005, 3, 10))).recorded_on(day!(2005, 4, 1))?;
    /// assert_eq!(record.in_words(Language::En).to_string(), "2005-03-10: approved, recorded on 2005-04-01");
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}", self.what().in_words(language))?;
            self.write_days(f, language)
        })
    }
}
