//! A lawful beginning, told event by event.

use crate::calendar::date::add_days;
use crate::deferral::Request;
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::education::grant::Grant;
use crate::education::ledger::Ledger;
use crate::ground::claim::{Claim, Ground};
use crate::law::Law;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::history::History;
use crate::lifecycle::term::Term;
use crate::registration::application::{Acceptance, Application, Filing};
use crate::regulation::hours::Hours;
use alloc::boxed::Box;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What a tale leaves open: days that shrink, and never past what keeps it lawful.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawn {
    pub(super) approved_on: NaiveDate,
    /// From 0 to 59.
    pub(super) early: u32,
    /// From 1 to 59.
    pub(super) span: u32,
}

/// A lawful beginning.
#[derive(Debug)]
pub(super) struct Tale {
    pub(super) drawn: Drawn,
    pub(super) law: Law,
    pub(super) ledger: Ledger,
    pub(super) events: Vec<Event>,
}

impl Tale {
    /// Under the notices, of one who has studied enough for the first registration.
    pub(super) fn new(drawn: Drawn) -> Self {
        let mut tale = Self { drawn, law: Law::of_2004(), ledger: Ledger::default(), events: Vec::new() };
        tale.study([600, 600, 600]);
        tale
    }

    /// So many tenths of hours in each year of the first cycle, instead of what was studied.
    pub(super) fn study(&mut self, tenths: [u64; 3]) {
        let years = [1, 367, 733].into_iter().zip(tenths);
        let entry = |(days, tenths): (u32, u64)| Entry {
            on: add_days(self.drawn.approved_on, days + self.drawn.early),
            hours: Hours::from_tenths(tenths).unwrap_or_default(),
            mode: StudyMode::OnTheJob,
            field: Field::Software,
            kind: ContentKind::Technology,
            provider: None,
        };
        self.ledger = years.map(entry).collect();
    }

    /// Records what is lawful.
    pub(super) fn tell(&mut self, event: Event) {
        self.events.push(event);
    }

    /// The approval.
    pub(super) fn approve(&mut self) {
        self.tell(Act::Approved.on(self.drawn.approved_on));
    }

    /// The term that runs, as the events leave it.
    pub(super) fn term(&self) -> Option<Term> {
        let file = self.law.open(self.events.iter().cloned().collect::<History>(), &self.ledger);
        file.certificate().term().copied()
    }

    /// The day of the last event.
    pub(super) fn last(&self) -> NaiveDate {
        self.events.last().map_or(self.drawn.approved_on, |event| event.on)
    }

    /// A filing in the window, approved before; the day of it.
    pub(super) fn filed_in_window(&self) -> Option<Event> {
        Some(filed().on(add_days(self.term()?.opens(), self.drawn.early)))
    }

    /// An application accepted in the window.
    pub(super) fn accepted_in_window(&self, application: Application) -> Option<Event> {
        let act = Act::ApplicationAccepted(Acceptance { agency: None, application });
        Some(act.on(add_days(self.term()?.opens(), self.drawn.early)))
    }

    /// A request for deferral on a lawful ground, made in the window.
    pub(super) fn requested(&self, until: NaiveDate) -> Option<Event> {
        self.requested_on(claim(Ground::Childbirth), until)
    }

    /// The same on a claim of one's own.
    pub(super) fn requested_on(&self, claim: Claim, until: NaiveDate) -> Option<Event> {
        let act = Act::DeferralRequested(Box::new(Request { claim, until }));
        Some(act.on(add_days(self.term()?.opens(), self.drawn.early)))
    }

    /// An extension in the second year, for a ground that arose a month before; half a year beyond the cycle.
    pub(super) fn grant(&self, claim: Claim) -> Option<Grant> {
        let arose_on = add_days(self.drawn.approved_on, 400 + self.drawn.early);
        let until = add_days(self.term()?.nominal(), 180);
        Some(Grant { claim, arose_on, until, written_application: true })
    }

    /// The extension, granted.
    pub(super) fn granted(&self, grant: Grant) -> Event {
        Act::ExtensionGranted(Box::new(grant)).on(add_days(self.drawn.approved_on, 500 + self.drawn.early))
    }
}

/// A filing at no agency.
pub(super) const fn filed() -> Act {
    Act::ApplicationFiled(Filing { agency: None })
}

/// A claim with all that speaks for it but absences.
pub(super) fn claim(ground: Ground) -> Claim {
    Claim { provincial_consent: true, evidence: true, ..Claim::on(ground) }
}
