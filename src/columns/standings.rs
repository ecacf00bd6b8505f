//! Standings, in columns.

use crate::batch::survey::Survey;
use crate::columns::batch::Batch;
use crate::columns::bits::Bits;
use crate::columns::days::number;
use crate::columns::reading::Reading;
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

    /// Takes all rows out, and keeps the room they had: so one answer serves for many batches.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::batch::Survey;
    /// use ruankao::columns::{Batch, EventColumns, Histories, Standings};
    /// use ruankao::{Law, day};
    ///
    /// let batch = Batch::new(Histories::new(EventColumns::new(&[0, 1], &[0], &[12_852]))?);
    /// let (survey, mut standings) = (Survey::new(&Law::of_2004(), day!(2006, 1, 1)), Standings::default());
    /// batch.standings_into(&survey, &mut standings);
    /// standings.clear();
    /// assert_eq!(standings, Standings::default());
    /// batch.standings_into(&survey, &mut standings);
    /// assert_eq!(standings.len(), 1);
    /// # Ok::<(), ruankao::columns::ColumnsError>(())
    /// ```
    pub fn clear(&mut self) {
        let Self { read, phase, in_force, last_valid_day, has_last_valid_day, deadline, has_deadline, unread } = self;
        [read, in_force, has_last_valid_day, has_deadline].into_iter().for_each(Bits::clear);
        [last_valid_day, deadline].into_iter().for_each(Vec::clear);
        phase.clear();
        unread.clear();
    }
}

/// What a day comes to for one certificate.
#[derive(Clone, Copy, Default)]
struct Row {
    is_read: bool,
    phase: u8,
    in_force: bool,
    last_valid_day: Option<i32>,
    deadline: Option<i32>,
}

impl Row {
    #[inline(always)]
    fn of(certificate: &Certificate, on: NaiveDate, regulation: &Regulation) -> Self {
        let standing = certificate.standing(on, regulation);
        let last_valid_day = standing.in_force.then(|| certificate.valid_through(on, regulation)).flatten();
        let deadline = certificate.deadline_of(&standing);
        let number_of_deadline = deadline.map(number);
        // Mostly it is one day.
        let of_last = if last_valid_day == deadline { number_of_deadline } else { last_valid_day.map(number) };
        Self {
            is_read: true,
            phase: standing.phase.name() as u8,
            in_force: standing.in_force,
            last_valid_day: of_last,
            deadline: number_of_deadline,
        }
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
        let (mut reading, mut certificate) = (Reading::new(self, survey), Certificate::default());
        let (on, regulation) = (survey.on(), survey.law().regulation());
        let mut bits = [
            &mut standings.read,
            &mut standings.in_force,
            &mut standings.has_last_valid_day,
            &mut standings.has_deadline,
        ];
        bits.iter_mut().for_each(|bits| bits.reserve(self.len()));
        let phases = more(&mut standings.phase, self.len()).chunks_mut(WORD);
        let last_valid_days = more(&mut standings.last_valid_day, self.len()).chunks_mut(WORD);
        let deadlines = more(&mut standings.deadline, self.len()).chunks_mut(WORD);
        for (block, ((phases, last_valid_days), deadlines)) in phases.zip(last_valid_days).zip(deadlines).enumerate() {
            let (count, mut words) = (phases.len(), [0; 4]);
            let days = last_valid_days.iter_mut().zip(deadlines);
            for (at, (phase, (last_valid_day, deadline))) in phases.iter_mut().zip(days).enumerate() {
                let place = block * WORD + at;
                let row = match reading.certificate(place, &mut certificate) {
                    Ok(()) => Row::of(&certificate, on, regulation),
                    Err(unread) => {
                        standings.unread.push(Unread { certificate: first.saturating_add(place), ..unread });
                        Row::default()
                    }
                };
                let are = [row.is_read, row.in_force, row.last_valid_day.is_some(), row.deadline.is_some()];
                for (word, is) in words.iter_mut().zip(are) {
                    *word |= u64::from(is) << at;
                }
                *phase = row.phase;
                *last_valid_day = row.last_valid_day.unwrap_or_default();
                *deadline = row.deadline.unwrap_or_default();
            }
            for (bits, word) in bits.iter_mut().zip(words) {
                bits.push_word(word, count);
            }
        }
    }
}

/// How many bits are put together before they are written.
const WORD: usize = 64;

/// Room for more values behind the others.
fn more<T: Clone + Default>(values: &mut Vec<T>, count: usize) -> &mut [T] {
    let first = values.len();
    values.resize(first + count, T::default());
    values.get_mut(first..).unwrap_or_default()
}
