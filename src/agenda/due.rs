//! What certificates have before them.

use crate::agenda::item::{Due, Item};
use crate::calendar::period::Period;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::coming::{Coming, DayToCome};
use crate::naming::shown::Shown;
use crate::naming::table::Language;
use crate::regulation::hours::Hours;
use crate::regulation::readings::{ConditionsOn, InTime, PendingAtExpiry};
use crate::regulation::repeal::Repeal;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::fmt;

/// What falls due for one certificate, or for many: the items in order, and the caution that has to stand beside them.
///
/// Agendas add up: collected, they are one in one order.
///
/// # Examples
///
/// ```
/// use ruankao::agenda::Agenda;
/// use ruankao::calendar::Period;
/// use ruankao::{Act, Error, History, Law, Ledger, day};
///
/// let (law, ledger) = (Law::of_2004(), Ledger::default());
/// let files = [("31-000117", day!(2005, 3, 10)), ("31-000118", day!(2005, 3, 2))]
///     .map(|(name, on)| (name, law.open(History::from_iter([Act::Approved.on(on)]), &ledger)));
///
/// let winter = Period::new(day!(2007, 12, 1), day!(2007, 12, 31))?;
/// let agendas = files.iter().map(|(name, file)| Ok(file.on(day!(2007, 6, 1))?.due(name, winter)));
/// let agenda: Agenda = agendas.collect::<Result<_, Error>>()?;
/// let opens: Vec<_> = agenda.items().iter().map(|item| (item.on, item.certificate.as_str())).collect();
/// assert_eq!(opens, [(day!(2007, 12, 2), "31-000118"), (day!(2007, 12, 10), "31-000117")]);
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize), serde(into = "wire::Agenda"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "wire::Agenda"))]
pub struct Agenda {
    items: Vec<Item>,
    caution: Option<Repeal>,
}

impl Agenda {
    /// The items, in order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The repeal of 2019, where the law in use names no day of it and the agenda speaks of a day from then on.
    #[must_use]
    pub const fn caution(&self) -> Option<Repeal> {
        self.caution
    }

    /// The agenda as lines of text: an item each, the caution behind them.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let items = self.items.iter().enumerate();
            items.into_iter().try_for_each(|(index, item)| {
                f.write_str(if index == 0 { "" } else { "\n" })?;
                write!(f, "{} {}: {}", item.on, Shown(&item.certificate), item.in_words(language))
            })?;
            let Some(repeal) = self.caution else { return Ok(()) };
            f.write_str(if self.items.is_empty() { "" } else { "\n" })?;
            f.write_str(language.choose(repeal.caution_en(), repeal.caution_zh()))
        })
    }
}

impl Extend<Self> for Agenda {
    fn extend<I: IntoIterator<Item = Self>>(&mut self, agendas: I) {
        for agenda in agendas {
            self.items.extend(agenda.items);
            self.caution = self.caution.or(agenda.caution);
        }
        self.items.sort_unstable();
    }
}

impl FromIterator<Self> for Agenda {
    fn from_iter<I: IntoIterator<Item = Self>>(agendas: I) -> Self {
        let mut all = Self::default();
        all.extend(agendas);
        all
    }
}

impl AsOf<'_> {
    /// What falls due within `days` if nothing more happens, for a certificate that the caller calls `certificate`.
    ///
    /// It is asked as of a day: hours earned after it are not looked at, and where the certificate is no longer in a term by
    /// then, nothing is due of that term. What fell due on an earlier day of `days` is in it too. Nothing falls due from the
    /// repeal of the notices on; only a time for appeal still ends.
    ///
    /// Readings: `pending_at_expiry`, `in_time`, `conditions_on`.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::agenda::Due;
    /// use ruankao::calendar::Period;
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let file = Law::of_2004().open(history, Ledger::default());
    /// let as_of = file.on(day!(2007, 6, 1))?;
    ///
    /// let winter = Period::new(day!(2007, 12, 1), day!(2008, 2, 29))?;
    /// let agenda = as_of.due("31-2005-000117", winter);
    /// assert_eq!(agenda.items().len(), 1);
    /// assert_eq!((agenda.items()[0].on, agenda.items()[0].due), (day!(2007, 12, 10), Due::WindowOpens));
    /// let autumn = Period::new(day!(2007, 9, 1), day!(2007, 11, 30))?;
    /// assert!(as_of.due("31-2005-000117", autumn).items().is_empty());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn due(&self, certificate: &str, days: Period) -> Agenda {
        let all = self.days_set().into_iter().filter_map(|come| self.due_on(come));
        let within = all.filter(|(on, _)| days.contains(*on));
        let mut items: Vec<Item> = within.map(|(on, due)| Item { on, certificate: certificate.into(), due }).collect();
        items.sort_unstable();
        let told = items.iter().map(|item| item.on).fold(self.on().max(days.first()), Ord::max);
        let repealed_on = self.context().regulation().parameters().repealed_on;
        let caution = Some(Repeal::OF_2019).filter(|repeal| repeal.needs_caution(told, repealed_on));
        Agenda { items, caution }
    }

    /// What is due on a day that comes, and when; `None` where nothing has to be done by then.
    fn due_on(&self, come: DayToCome) -> Option<(NaiveDate, Due)> {
        let readings = self.context().regulation().readings();
        let continues = readings.pending_at_expiry == PendingAtExpiry::Continues;
        // What is kept beyond the last day has no last day.
        let (is_kept, is_judged) = match self.certificate() {
            Certificate::Filed(_) => (continues && readings.in_time == InTime::Filing, true),
            Certificate::UnderReview(_) => (continues, readings.conditions_on == ConditionsOn::Decision),
            _ => (false, true),
        };
        let is_kept = is_kept || self.deadline().is_none();
        let due = match come.what {
            Coming::WindowOpens => matches!(self.certificate(), Certificate::Running(_)).then_some(Due::WindowOpens),
            Coming::Deadline => (!is_kept).then_some(Due::LastDay),
            Coming::DeferralEnds => (!is_kept).then_some(Due::DeferralEnds),
            // 48.4: what an extension serves can be made up to the end of it.
            Coming::EducationYearEnds { year, missing, made_up_by } => {
                let due = Due::EducationYearEnds { year, missing };
                let on = made_up_by.unwrap_or(come.day);
                return (is_judged && missing > Hours::ZERO).then_some((on, due));
            }
            Coming::EducationCycleEnds { missing } => {
                (is_judged && missing > Hours::ZERO).then_some(Due::EducationCycleEnds { missing })
            }
            Coming::OpinionDue => Some(Due::OpinionDue),
            Coming::OpinionUncovered { year } => Some(Due::OpinionUncovered { year }),
            Coming::AppealEnds => Some(Due::AppealEnds),
            Coming::TermEnds | Coming::Repeal => None,
        };
        due.map(|due| (come.day, due))
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{Item, Vec};
    use serde::Serialize;

    /// What falls due, in order of day, and the caution that has to stand beside it.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    pub(super) struct Agenda {
        items: Vec<Item>,
        #[serde(skip_serializing_if = "Option::is_none")]
        caution: Option<Caution>,
    }

    /// That the notices were repealed in 2019 and the law in use names no day of it, in both languages.
    #[derive(Serialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
    struct Caution {
        en: &'static str,
        zh: &'static str,
    }

    impl From<super::Agenda> for Agenda {
        fn from(agenda: super::Agenda) -> Self {
            let caution = agenda.caution.map(|repeal| Caution { en: repeal.caution_en(), zh: repeal.caution_zh() });
            Self { items: agenda.items, caution }
        }
    }
}
