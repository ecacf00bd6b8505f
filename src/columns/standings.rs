//! Standings, in columns.

use crate::batch::survey::Survey;
use crate::columns::batch::{Batch, Reading};
use crate::columns::bits::Bits;
use crate::columns::days::number;
use crate::columns::unread::Unread;
use crate::lifecycle::certificate::Certificate;
use crate::regulation::rules::Regulation;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What a day comes to, certificate by certificate: a row each, in columns as Arrow lays them out.
///
/// Days are counted from 1970-01-01. A row whose certificate could not be read is null: its bit in `read` is not set, and
/// what its other columns hold says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standings {
    /// Whether the certificate could be read.
    pub read: Bits,
    /// The phase: its place in [`PhaseName::ALL`](crate::lifecycle::PhaseName::ALL).
    pub phase: Vec<u8>,
    /// Whether it is valid.
    pub in_force: Bits,
    /// Where `has_last_valid_day` is set, the last day on which it is valid if nothing more happens.
    pub last_valid_day: Vec<i32>,
    /// Whether there is one: it is not where the certificate is not valid, and where it is so without end.
    pub has_last_valid_day: Bits,
    /// Where `has_deadline` is set, the last day on which to act for the next registration.
    pub deadline: Vec<i32>,
    /// Whether there is one.
    pub has_deadline: Bits,
    /// The certificates that could not be read, in order.
    pub unread: Vec<Unread>,
}

impl Standings {
    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.phase.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.phase.is_empty()
    }

    fn reserve(&mut self, more: usize) {
        self.phase.reserve(more);
        self.last_valid_day.reserve(more);
        self.deadline.reserve(more);
        for bits in [&mut self.read, &mut self.in_force, &mut self.has_last_valid_day, &mut self.has_deadline] {
            bits.reserve(more);
        }
    }

    /// Adds a row: the standing of a certificate on a day, or null.
    #[inline]
    fn push(&mut self, certificate: Option<&Certificate>, on: NaiveDate, regulation: &Regulation) {
        let day = |day: Option<NaiveDate>| (day.map_or(0, number), day.is_some());
        let (phase, in_force, last_valid_day, deadline) = match certificate {
            Some(certificate) => {
                let standing = certificate.standing(on, regulation);
                let last_valid_day = standing.in_force.then(|| certificate.valid_through(on, regulation)).flatten();
                let deadline = certificate.deadline_of(&standing);
                (standing.phase.name() as u8, standing.in_force, day(last_valid_day), day(deadline))
            }
            None => (0, false, day(None), day(None)),
        };
        self.read.push(certificate.is_some());
        self.phase.push(phase);
        self.in_force.push(in_force);
        self.last_valid_day.push(last_valid_day.0);
        self.has_last_valid_day.push(last_valid_day.1);
        self.deadline.push(deadline.0);
        self.has_deadline.push(deadline.1);
    }
}

impl Batch<'_> {
    /// What the day of a survey comes to for each certificate, in order.
    #[must_use]
    pub fn standings(&self, survey: &Survey) -> Standings {
        let mut standings = Standings::default();
        self.standings_into(survey, &mut standings);
        standings
    }

    /// The same, written behind what is there: so the columns of one answer serve for the next.
    ///
    /// A certificate that cannot be read is counted in `unread` from the first row that is there on.
    pub fn standings_into(&self, survey: &Survey, standings: &mut Standings) {
        let first = standings.len();
        standings.reserve(self.len());
        let (mut reading, mut certificate) = (Reading::new(self, survey), Certificate::default());
        let (on, regulation) = (survey.on(), survey.law().regulation());
        for place in 0..self.len() {
            match reading.certificate(place, &mut certificate) {
                Ok(()) => standings.push(Some(&certificate), on, regulation),
                Err(unread) => {
                    standings.push(None, on, regulation);
                    standings.unread.push(Unread { certificate: first.saturating_add(place), ..unread });
                }
            }
        }
    }
}
