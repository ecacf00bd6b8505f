//! A desk with its law, its folder, its ledger and its fees, and the short ways to each step of a review.

use crate::{accepted_on, day, draft, evidence, fees, paper};
use ruankao::desk::{Accepted, Desk, Draft, Examined, Folder, Free, Met, OpenFolder, Submitted, Unmet};
use ruankao::registration::FeeSchedule;
use ruankao::regulation::{Reading, Readings};
use ruankao::{Act, History, Law, Ledger};

/// What the desk borrows.
pub(crate) struct Office {
    pub(crate) law: Law,
    pub(crate) folder: Folder,
    pub(crate) ledger: Ledger,
    pub(crate) fees: FeeSchedule,
}

impl Office {
    pub(crate) fn new(ledger: Ledger) -> Self {
        let history = History::from_iter([Act::Approved.on(paper().obtained_on)]);
        let folder = Folder::new(paper(), history).unwrap();
        Self { law: Law::of_2004(), folder, ledger, fees: fees() }
    }

    /// The same with one reading turned to its other side.
    pub(crate) fn turned(self, reading: Reading) -> Self {
        Self { law: self.law.with_readings(Readings::default().turned(reading)), ..self }
    }

    pub(crate) fn open(&self) -> OpenFolder<'_> {
        self.folder.open(&self.law, &self.ledger)
    }
}

pub(crate) fn free<'f>(open: &'f mut OpenFolder<'_>, fees: &'f FeeSchedule) -> Free<'f> {
    match open.desk(fees).unwrap() {
        Desk::Free(free) => free,
        other => panic!("{other:?}"),
    }
}

pub(crate) fn application() -> Draft {
    Draft { form: draft(), evidence: evidence() }
}

pub(crate) fn submit<'f>(open: &'f mut OpenFolder<'_>, fees: &'f FeeSchedule, draft: Draft) -> Submitted<'f> {
    draft.submit(free(open, fees), day(2008, 1, 14), None).unwrap()
}

pub(crate) fn accept<'f>(open: &'f mut OpenFolder<'_>, fees: &'f FeeSchedule, draft: Draft) -> Accepted<'f> {
    submit(open, fees, draft).accept(accepted_on(), None).unwrap()
}

pub(crate) fn met(examined: Examined<'_>) -> Met<'_> {
    match examined {
        Examined::Met(met) => met,
        Examined::Unmet(unmet) => panic!("{:?}", unmet.reasons()),
    }
}

pub(crate) fn unmet(examined: Examined<'_>) -> Unmet<'_> {
    match examined {
        Examined::Unmet(unmet) => unmet,
        Examined::Met(_) => panic!("nothing stands against it"),
    }
}
