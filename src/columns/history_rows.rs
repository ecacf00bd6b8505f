//! Columns gathered from histories.

use crate::columns::column::Gathered;
use crate::columns::days::number;
use crate::columns::error::ColumnsError;
use crate::columns::events::{AbsenceColumns, EventColumns};
use crate::columns::flags::Flags;
use crate::columns::names_gathered::Names;
use crate::ground::claim::Claim;
use crate::lifecycle::act::{Act, Event};
use crate::lifecycle::history::History;
use crate::record::Record;
use crate::revocation::Revocation;
use alloc::vec::Vec;

/// Columns that are gathered from histories, with every particular of every act.
///
/// # Examples
///
/// ```
/// use ruankao::batch::Survey;
/// use ruankao::columns::{Batch, Histories, HistoryRows};
/// use ruankao::{Act, History, Law, day};
///
/// let mut rows = HistoryRows::default();
/// rows.push(&History::from_iter([Act::Approved.on(day!(2005, 3, 10))]))?;
/// let names = rows.names();
/// let histories = Histories::new(rows.columns(&names))?;
/// let standings = Batch::new(histories).standings(&Survey::new(&Law::of_2004(), day!(2008, 3, 10)));
/// assert!(standings.in_force.get(0));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct HistoryRows {
    offsets: Vec<i32>,
    act: Vec<u8>,
    on: Vec<i32>,
    recorded_on: Gathered<i32>,
    struck_on: Gathered<i32>,
    flags: Gathered<u16>,
    ground: Gathered<u8>,
    until: Gathered<i32>,
    arose_on: Gathered<i32>,
    left_on: Gathered<i32>,
    returned_on: Gathered<i32>,
    outcome: Gathered<u8>,
    agency: Gathered<i32>,
    names: Names,
    absences: Vec<i32>,
    from: Vec<i32>,
    to: Vec<i32>,
}

impl Default for HistoryRows {
    /// No certificate.
    fn default() -> Self {
        Self {
            offsets: alloc::vec![0],
            act: Vec::new(),
            on: Vec::new(),
            recorded_on: Gathered::default(),
            struck_on: Gathered::default(),
            flags: Gathered::default(),
            ground: Gathered::default(),
            until: Gathered::default(),
            arose_on: Gathered::default(),
            left_on: Gathered::default(),
            returned_on: Gathered::default(),
            outcome: Gathered::default(),
            agency: Gathered::default(),
            names: Names::default(),
            absences: alloc::vec![0],
            from: Vec::new(),
            to: Vec::new(),
        }
    }
}

/// What only some acts carry.
#[derive(Default)]
struct Particulars {
    flags: Option<Flags>,
    ground: Option<u8>,
    until: Option<i32>,
    arose_on: Option<i32>,
    left_on: Option<i32>,
    returned_on: Option<i32>,
    outcome: Option<u8>,
}

impl HistoryRows {
    /// Adds the history of a certificate behind the others.
    ///
    /// # Errors
    ///
    /// [`ColumnsError::TooMany`] beyond what offsets of 32 bits tell apart; nothing is added then.
    pub fn push(&mut self, history: &History) -> Result<(), ColumnsError> {
        let rows = self.on.len().saturating_add(history.records().len());
        let end = i32::try_from(rows).map_err(|_| ColumnsError::TooMany)?;
        let claims = history.records().iter().filter_map(|record| claim(&record.what().act));
        let periods = claims.map(|claim| claim.absences.runs().len()).fold(self.from.len(), usize::saturating_add);
        i32::try_from(periods).map_err(|_| ColumnsError::TooMany)?;
        for record in history.records() {
            self.push_record(record);
        }
        self.offsets.push(end);
        Ok(())
    }

    fn push_record(&mut self, record: &Record<Event>) {
        let Event { on, act } = record.what();
        self.act.push(act.name() as u8);
        self.on.push(number(*on));
        let recorded_on = Some(record.recorded()).filter(|recorded| recorded != on);
        self.recorded_on.push(recorded_on.map(number));
        self.struck_on.push(record.struck().map(number));
        let agency = match act {
            Act::ApplicationFiled(filing) => filing.agency.as_ref(),
            Act::ApplicationAccepted(acceptance) => acceptance.agency.as_ref(),
            Act::Registered(registration) => registration.agency.as_ref(),
            _ => None,
        };
        self.agency.push(agency.map(|agency| self.names.place(agency)));
        let Particulars { flags, ground, until, arose_on, left_on, returned_on, outcome } = particulars(act);
        self.flags.push(flags.map(Flags::bits));
        self.ground.push(ground);
        self.until.push(until);
        self.arose_on.push(arose_on);
        self.left_on.push(left_on);
        self.returned_on.push(returned_on);
        self.outcome.push(outcome);
        for run in claim(act).into_iter().flat_map(|claim| claim.absences.runs()) {
            self.from.push(number(run.first()));
            self.to.push(number(run.last()));
        }
        // Looked at before the history was taken in.
        self.absences.push(i32::try_from(self.from.len()).unwrap_or(i32::MAX));
    }

    /// The names of the agencies, in the order in which they came.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.names.list()
    }

    /// The columns, lent together with the [names](Self::names).
    #[must_use]
    pub fn columns<'a>(&'a self, names: &'a [&'a str]) -> EventColumns<'a> {
        EventColumns {
            offsets: &self.offsets,
            act: &self.act,
            on: &self.on,
            recorded_on: self.recorded_on.column(),
            struck_on: self.struck_on.column(),
            flags: self.flags.column(),
            ground: self.ground.column(),
            until: self.until.column(),
            arose_on: self.arose_on.column(),
            left_on: self.left_on.column(),
            returned_on: self.returned_on.column(),
            outcome: self.outcome.column(),
            agency: self.agency.column(),
            names,
            absences: Some(AbsenceColumns { offsets: &self.absences, from: &self.from, to: &self.to }),
        }
    }
}

const fn claim(act: &Act) -> Option<&Claim> {
    match act {
        Act::DeferralRequested(request) => Some(&request.claim),
        Act::ExtensionGranted(grant) => Some(&grant.claim),
        _ => None,
    }
}

fn particulars(act: &Act) -> Particulars {
    let none = Particulars::default();
    let claimed = |claim: &Claim| {
        let flags = Flags::PROVINCIAL_CONSENT.when(claim.provincial_consent) | Flags::EVIDENCE.when(claim.evidence);
        (flags, Some(claim.ground as u8))
    };
    match act {
        Act::DeferralRequested(request) => {
            let (flags, ground) = claimed(&request.claim);
            Particulars { flags: Some(flags), ground, until: Some(number(request.until)), ..none }
        }
        Act::ExtensionGranted(grant) => {
            let (flags, ground) = claimed(&grant.claim);
            let flags = Some(flags | Flags::WRITTEN_APPLICATION.when(grant.written_application));
            let (until, arose_on) = (Some(number(grant.until)), Some(number(grant.arose_on)));
            Particulars { flags, ground, until, arose_on, ..none }
        }
        Act::ApplicationAccepted(acceptance) => {
            Particulars { flags: Some(Flags::from(&acceptance.application)), ..none }
        }
        Act::Registered(registration) => {
            Particulars { flags: registration.application.as_ref().map(Flags::from), ..none }
        }
        Act::Cancelled(revocation) => {
            let bare = Particulars { ground: Some(revocation.ground() as u8), ..none };
            match *revocation {
                Revocation::LeftPost { left_on, returned_on } => {
                    Particulars { left_on: Some(number(left_on)), returned_on: returned_on.map(number), ..bare }
                }
                Revocation::Fraud { verified_by_province } => {
                    Particulars { flags: Some(Flags::VERIFIED_BY_PROVINCE.when(verified_by_province)), ..bare }
                }
                Revocation::Incapacity | Revocation::CriminalPenalty | Revocation::MajorLoss => bare,
            }
        }
        Act::AppealDecided(outcome) => Particulars { outcome: Some(*outcome as u8), ..none },
        Act::Approved
        | Act::DeferralGranted
        | Act::DeferralRefused
        | Act::ApplicationFiled(_)
        | Act::Refused
        | Act::ApplicationWithdrawn
        | Act::CancellationPublished
        | Act::AppealFiled => none,
    }
}
