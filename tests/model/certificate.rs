//! A certificate, and what time alone does to it (rules.md 5).

use crate::book::Case;
use crate::days::{self, Day};
use serde_json::Value;

/// A cancellation: the day, the ground, the last day to appeal once published, the appeal and whether it was upheld.
#[derive(Clone)]
pub(crate) struct Cancellation {
    pub(crate) since: Day,
    pub(crate) ground: String,
    pub(crate) appealable_until: Option<Day>,
    pub(crate) filed_on: Option<Day>,
    pub(crate) upheld: bool,
}

/// A pending application: the day it was filed, the day it was accepted with its particulars, and the agency named last.
#[derive(Clone)]
pub(crate) struct Application {
    pub(crate) filed_on: Option<Day>,
    pub(crate) accepted: Option<(Day, Value)>,
    pub(crate) agency: Value,
}

/// What is remembered of a holder through every term.
#[derive(Clone, Copy)]
pub(crate) struct Past {
    pub(crate) approved_on: Day,
    pub(crate) applied: bool,
    pub(crate) requested: bool,
}

/// A certificate that was approved.
#[derive(Clone)]
pub(crate) struct Certificate {
    pub(crate) subject: bool,
    pub(crate) past: Past,
    pub(crate) term: usize,
    pub(crate) nominal: Day,
    pub(crate) expiry: Day,
    pub(crate) boundary: Vec<Day>,
    pub(crate) deferred_to: Option<Day>,
    pub(crate) request: Option<(Day, Day)>,
    pub(crate) application: Option<Application>,
    pub(crate) extension: Option<(Day, Day)>,
    pub(crate) lapsed: Option<Day>,
    pub(crate) released: bool,
    pub(crate) cancelled: Option<Cancellation>,
}

impl Certificate {
    /// A term that starts on `start`, or the year its last day can't be rolled in.
    pub(crate) fn begin(case: &Case, start: Day, term: usize, past: Past) -> Result<Self, i64> {
        let end = |k: i64| {
            let corresponding = days::corresponding(start, 12 * k);
            corresponding.map_or_else(|| days::plus_months(start, 12 * k), |day| day - case.offset())
        };
        let boundary: Vec<Day> = (0..=case.number("validity_years")).map(end).collect();
        let nominal = *boundary.last().unwrap();
        let expiry = roll(case, "term_last_day", nominal)?;
        Ok(Self {
            subject: true,
            past,
            term,
            nominal,
            expiry,
            boundary,
            deferred_to: None,
            request: None,
            application: None,
            extension: None,
            lapsed: None,
            released: false,
            cancelled: None,
        })
    }

    pub(crate) fn opens(&self, case: &Case) -> Day {
        days::plus_months(self.nominal + case.offset(), -case.number("window_months"))
    }

    pub(crate) fn deadline(&self) -> Day {
        self.deferred_to.unwrap_or(self.expiry)
    }

    pub(crate) fn last_boundary(&self) -> Day {
        *self.boundary.last().unwrap()
    }

    /// The day on which the pending application was accepted, and its particulars.
    pub(crate) fn accepted(&self) -> Option<&(Day, Value)> {
        self.application.as_ref()?.accepted.as_ref()
    }

    /// Whether something is pending that keeps the certificate beyond its deadline.
    fn kept(&self, case: &Case) -> bool {
        let in_time = self.accepted().is_some()
            || self.request.is_some()
            || self.application.is_some() && case.reads("in_time", "filing");
        in_time && case.reads("pending_at_expiry", "continues")
    }

    /// What a new day does by itself, before anything happens on it.
    pub(crate) fn dawn(&mut self, case: &Case, today: Day) {
        if !self.subject || self.released || self.cancelled.is_some() {
            return;
        }
        if case.repealed(today) {
            (self.application, self.request) = (None, None);
            self.released |= self.lapsed.is_none() || case.reads("lapsed_at_repeal", "revived");
        } else if self.lapsed.is_none() && today > self.deadline() && !self.kept(case) {
            self.lapse(today);
        }
    }

    fn lapse(&mut self, today: Day) {
        (self.application, self.request) = (None, None);
        self.lapsed = Some(today);
    }

    /// After a decision: a deadline in the past ends the certificate on the day of the decision.
    pub(crate) fn after_decision(&mut self, today: Day) {
        if self.lapsed.is_none() && today > self.deadline() {
            self.lapse(today);
        }
    }

    /// Whether this cancelled certificate would be released, once the regime is repealed, were it restored as it is here.
    pub(crate) fn released_if_restored(&self, case: &Case) -> bool {
        let last = case.repealed_on.unwrap() - 1;
        last <= self.deadline() || self.kept(case) || case.reads("lapsed_at_repeal", "revived")
    }

    /// The cancellation is overturned, or the year is told in which the term's last day can't be rolled.
    pub(crate) fn restore(&mut self, case: &Case, today: Day) -> Result<(), i64> {
        let lost = today - self.cancelled.take().unwrap().since;
        if case.reads("restored_term", "tolled") {
            self.nominal += lost;
            self.expiry = roll(case, "term_last_day", self.nominal)?;
            self.deferred_to = self.deferred_to.map(|day| day + lost);
            self.request = self.request.map(|(made_on, until)| (made_on, until + lost));
        }
        if case.repealed(today) && !self.released_if_restored(case) {
            self.lapse(today);
        } else {
            self.dawn(case, today);
        }
        Ok(())
    }
}

/// The day, or the first working day not before it, as the reading says.
pub(crate) fn roll(case: &Case, reading: &str, day: Day) -> Result<Day, i64> {
    if case.reads(reading, "next_working_day") { days::first_working(day) } else { Ok(day) }
}
