//! How a batch is read for a survey, certificate by certificate.

use crate::batch::survey::Survey;
use crate::columns::batch::Batch;
use crate::columns::entries::{Apart, Counted};
use crate::columns::events::{Histories, Row};
use crate::columns::unread::{Place, Unread, Why};
use crate::columns::usual_acts::UsualActs;
use crate::education::credits::Credits;
use crate::finding::scrutiny::{AsDecided, Mode, Scrutiny, Strict};
use crate::identity::body::Named;
use crate::lifecycle::act::ActName;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// A batch while it is read for a survey: what is worked out once for all of its certificates.
pub(super) struct Reading<'b> {
    batch: &'b Batch<'b>,
    survey: &'b Survey,
    /// The law, and no hours: those of a ledger are counted where they are asked for.
    facts: Facts<'b>,
    /// Whether there is a list of agencies to look them up in.
    is_listed: bool,
    /// Whether there can be events that the register does not hold.
    is_marked: bool,
    /// Whether no absence has to be read to see whether it is one.
    are_absences_sound: bool,
    /// How the usual acts are read where nothing of them is verified, nor anything looked up.
    usual_acts: Option<UsualActs<'b>>,
    institutions: Vec<Named>,
    /// Whether all entries of all ledgers were found to count.
    all_count: bool,
    apart: Apart,
}

impl<'b> Reading<'b> {
    pub(super) fn new(batch: &'b Batch<'b>, survey: &'b Survey) -> Self {
        let institutions = batch.ledgers.map(|ledgers| ledgers.institutions(survey.law().institutions()));
        let institutions = institutions.unwrap_or_default();
        let facts = Facts::new(survey.law(), Credits::none());
        let (is_listed, is_marked) = (survey.law().agencies().is_some(), batch.histories.is_marked(survey.known_on()));
        let are_absences_sound = batch.histories.are_absences_sound();
        let usual_acts = UsualActs::of(&batch.histories, facts, survey.on());
        let usual_acts = usual_acts.filter(|_| !is_listed && !is_marked && are_absences_sound);
        let apart = Apart::default();
        Self {
            batch,
            survey,
            facts,
            is_listed,
            is_marked,
            are_absences_sound,
            usual_acts,
            institutions,
            all_count: false,
            apart,
        }
    }

    /// The same where all ledgers will be read: what is mostly so is looked at for all of them at once.
    pub(super) fn of_all_ledgers(self) -> Self {
        // Ledgers of a slice are those of its certificates, unless they are referred to.
        let own = self.batch.ledgers.filter(|_| self.batch.ledger_of.is_none());
        Self { all_count: own.is_some_and(|ledgers| ledgers.all_count(self.survey.known_on())), ..self }
    }

    /// What of a certificate's ledger counts; nothing where there are no ledgers.
    #[inline]
    pub(super) fn counted(&mut self, certificate: usize) -> Result<Counted<'_>, Unread> {
        let Some(ledgers) = &self.batch.ledgers else { return Ok(Counted::default()) };
        let institutions = (&self.institutions[..], self.survey.law().institutions());
        let ledger = self.batch.ledger_of(certificate);
        let counted = ledgers.count(ledger, institutions, self.survey.known_on(), self.all_count, &mut self.apart);
        counted.map_err(|(place, why)| Unread { certificate, place, why })
    }

    /// A certificate as its events up to the day of the survey leave it, read as any history is; it is written over the one
    /// that is there.
    #[inline(always)]
    pub(super) fn certificate(&mut self, place: usize, certificate: &mut Certificate) -> Result<(), Unread> {
        match self.survey.mode() {
            Mode::Strict => self.read_strictly(place, certificate),
            Mode::Audit | Mode::Recorded => self.read_as_decided(place, certificate),
        }
    }

    /// The day of a row.
    pub(super) fn on(&self, row: usize) -> Result<NaiveDate, Why> {
        let number = self.batch.histories.columns.on.get(row).copied().unwrap_or(i32::MIN);
        Histories::on(number)
    }

    pub(super) const fn histories(&self) -> &'b Histories<'b> {
        &self.batch.histories
    }

    pub(super) const fn survey(&self) -> &'b Survey {
        self.survey
    }

    #[inline(never)]
    pub(super) fn read_strictly(&mut self, place: usize, certificate: &mut Certificate) -> Result<(), Unread> {
        *certificate = Certificate::default();
        let (mut unread, mut hours) = (self.histories().unread(place), None);
        while let Some((row, later)) = unread.split_first()
            && self.row(place, row, certificate, &mut Strict, Some(&mut hours))?
        {
            unread = later;
        }
        Ok(())
    }

    #[inline(always)]
    fn read_as_decided(&mut self, place: usize, certificate: &mut Certificate) -> Result<(), Unread> {
        *certificate = Certificate::default();
        let mut unread = self.histories().unread(place);
        if let Some(usual_acts) = &self.usual_acts {
            unread = usual_acts.read_approval(unread, certificate);
        }
        while let Some((row, later)) = unread.split_first() {
            if let Some(usual_acts) = &self.usual_acts {
                unread = usual_acts.read(unread, certificate);
                if unread.first > row.at {
                    continue;
                }
            }
            if !self.row_as_decided(place, row, certificate)? {
                break;
            }
            unread = later;
        }
        Ok(())
    }

    /// By itself, so that what only it needs stands in no other row's way.
    #[inline(never)]
    fn row_as_decided(&mut self, place: usize, row: Row, certificate: &mut Certificate) -> Result<bool, Unread> {
        self.row(place, row, certificate, &mut AsDecided, None)
    }

    /// Reads a row by a scrutiny, and says whether those behind it are to be read: not where it lies after the day. The hours
    /// are kept for the rows to come, where any are asked for.
    #[inline(always)]
    fn row<S: Scrutiny>(
        &mut self,
        place: usize,
        row: Row,
        certificate: &mut Certificate,
        scrutiny: &mut S,
        hours: Option<&mut Option<Credits>>,
    ) -> Result<bool, Unread> {
        let histories = self.histories();
        let Row { code, number, at: row } = row;
        let unread = |why| {
            let event = row - histories.rows(place).start;
            Unread { certificate: place, place: Place::Event(event), why }
        };
        let on = Histories::on(number).map_err(unread)?;
        if self.is_marked && !histories.is_held(row, on, self.survey.known_on()).map_err(unread)? {
            return Ok(true);
        }
        if on > self.survey.on() {
            return Ok(false);
        }
        let hours = match hours.filter(|_| code == ActName::Registered as u8) {
            Some(hours @ None) => Some(&*hours.insert(self.counted(place)?.credits())),
            hours => hours.and_then(|hours| hours.as_ref()),
        };
        match histories.bare_act(code, row, self.is_listed) {
            Some(act) if hours.is_none() => {
                if let Err(fault) = certificate.advance(on, act, &self.facts, scrutiny) {
                    return Err(unread(Why::Refused(fault.code())));
                }
            }
            _ => {
                let facts = Facts::new(self.survey.law(), hours.unwrap_or(Credits::none()));
                let with_absences = S::LOOKS || !self.are_absences_sound;
                histories.read_row(row, on, with_absences, certificate, &facts, scrutiny).map_err(unread)?;
            }
        }
        Ok(true)
    }
}
