//! A plain integer loop over the same acts: one flat list with offsets, days packed as `yyyymmdd`, the figures as literals.

use super::Answer;
use chrono::{Datelike, NaiveDate};
use ruankao::appeal::Outcome;
use ruankao::lifecycle::PhaseName;
use ruankao::{Act, History};
use std::ops::Range;

/// A day as `yyyymmdd`; 0 for none.
pub type Packed = i32;

pub fn packed(day: NaiveDate) -> Packed {
    day.year() * 10_000 + (day.month() * 100 + day.day()).cast_signed()
}

pub fn unpacked(day: Packed) -> NaiveDate {
    let (month, date) = ((day / 100 % 100).cast_unsigned(), (day % 100).cast_unsigned());
    NaiveDate::from_ymd_opt(day / 10_000, month, date).unwrap()
}

#[derive(Clone, Copy)]
pub struct Row {
    pub on: Packed,
    /// With a request for deferral, until when; with a decision on an appeal, 1 where it overturns.
    pub more: i32,
    pub act: u8,
}

/// All certificates in one list.
#[derive(Default)]
pub struct Rows {
    pub rows: Vec<Row>,
    pub offsets: Vec<u32>,
}

impl Rows {
    pub fn of<'h>(histories: impl Iterator<Item = &'h History>) -> Self {
        let mut all = Self { rows: Vec::new(), offsets: vec![0] };
        for history in histories {
            all.rows.extend(history.held(None).map(|(_, event)| {
                let more = match &event.act {
                    Act::DeferralRequested(request) => packed(request.until),
                    Act::AppealDecided(outcome) => i32::from(*outcome == Outcome::Overturned),
                    _ => 0,
                };
                Row { on: packed(event.on), more, act: event.act.name() as u8 }
            }));
            all.offsets.push(all.rows.len().try_into().unwrap());
        }
        all
    }

    pub fn certificates(&self, places: Range<usize>) -> impl Iterator<Item = &[Row]> {
        let ends = self.offsets[places.start..=places.end].windows(2);
        ends.map(|ends| &self.rows[ends[0] as usize..ends[1] as usize])
    }
}

pub fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

pub fn add_years(day: Packed, years: i32) -> Packed {
    let later = day + years * 10_000;
    if later % 10_000 == 229 && !is_leap(later / 10_000) { later - 1 } else { later }
}

pub fn three_months_before(day: Packed) -> Packed {
    let (mut year, mut month, date) = (day / 10_000, day / 100 % 100 - 3, day % 100);
    if month < 1 {
        month += 12;
        year -= 1;
    }
    let length = match month {
        2 => 28 + i32::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    year * 10_000 + month * 100 + date.min(length)
}

#[derive(Clone, Copy, Default)]
pub struct Fold {
    pub start: Packed,
    pub expiry: Packed,
    pub deferred_until: Packed,
    pub filed_on: Packed,
    pub accepted_on: Packed,
    pub requested_until: Packed,
    pub cancelled_on: Packed,
    pub appealed_on: Packed,
}

impl Fold {
    pub fn starting(on: Packed) -> Self {
        Self { start: on, expiry: add_years(on, 3), ..Self::default() }
    }

    pub fn read(rows: &[Row], today: Packed) -> Self {
        let mut fold = Self::default();
        for row in rows {
            if row.on > today {
                break;
            }
            match row.act {
                0 | 7 => fold = Self::starting(row.on),
                1 => fold.requested_until = row.more,
                2 => (fold.deferred_until, fold.requested_until) = (fold.requested_until, 0),
                3 => fold.requested_until = 0,
                5 => fold.filed_on = row.on,
                6 => (fold.accepted_on, fold.filed_on) = (row.on, 0),
                8 | 9 => (fold.accepted_on, fold.filed_on) = (0, 0),
                10 => fold.cancelled_on = row.on,
                12 => fold.appealed_on = row.on,
                13 => {
                    fold.appealed_on = 0;
                    if row.more == 1 {
                        fold.cancelled_on = 0;
                    }
                }
                _ => {}
            }
        }
        fold
    }

    pub fn deadline(&self) -> Packed {
        if self.deferred_until != 0 { self.deferred_until } else { self.expiry }
    }

    pub fn phase(&self, today: Packed) -> (PhaseName, bool) {
        if self.start == 0 {
            return (PhaseName::NotApproved, false);
        }
        if self.cancelled_on != 0 {
            return (if self.appealed_on != 0 { PhaseName::UnderAppeal } else { PhaseName::Cancelled }, false);
        }
        if self.accepted_on != 0 {
            return (PhaseName::UnderReview, true);
        }
        if self.filed_on != 0 {
            return (PhaseName::Filed, true);
        }
        if today > self.deadline() {
            let pending = self.requested_until != 0;
            return (if pending { PhaseName::DeferralPending } else { PhaseName::Lapsed }, pending);
        }
        if today > self.expiry {
            return (PhaseName::Deferred, true);
        }
        let due = today >= three_months_before(self.expiry);
        (if due { PhaseName::RegistrationDue } else { PhaseName::InForce }, true)
    }
}

/// The answer in columns: days packed, 0 for none.
#[derive(Default)]
pub struct Answers {
    pub phase: Vec<u8>,
    pub in_force: Vec<bool>,
    pub last_valid_day: Vec<Packed>,
    pub deadline: Vec<Packed>,
}

impl Answers {
    pub fn push(&mut self, fold: &Fold, today: Packed) {
        let (phase, in_force) = fold.phase(today);
        let is_kept = fold.accepted_on != 0 || fold.filed_on != 0 || fold.requested_until != 0;
        let deadline = if in_force { fold.deadline() } else { 0 };
        self.phase.push(phase as u8);
        self.in_force.push(in_force);
        self.last_valid_day.push(if is_kept { 0 } else { deadline });
        self.deadline.push(deadline);
    }

    pub fn clear(&mut self) {
        self.phase.clear();
        self.in_force.clear();
        self.last_valid_day.clear();
        self.deadline.clear();
    }

    pub fn get(&self, place: usize) -> Answer {
        let day = |day: Packed| (day != 0).then(|| super::service::number(unpacked(day)));
        Answer {
            phase: self.phase[place],
            in_force: self.in_force[place],
            last_valid_day: day(self.last_valid_day[place]),
            deadline: day(self.deadline[place]),
        }
    }
}

/// Entries of all holders in one list: days and tenths apart.
#[derive(Default)]
pub struct Entries {
    pub on: Vec<Packed>,
    pub tenths: Vec<u32>,
    pub offsets: Vec<u32>,
}

impl Entries {
    pub fn of<'l>(ledgers: impl Iterator<Item = &'l ruankao::Ledger>) -> Self {
        let mut all = Self { offsets: vec![0], ..Self::default() };
        for ledger in ledgers {
            for (_, entry) in ledger.held(None) {
                all.on.push(packed(entry.on));
                all.tenths.push(entry.hours.tenths().try_into().unwrap());
            }
            all.offsets.push(all.on.len().try_into().unwrap());
        }
        all
    }

    pub fn ledger(&self, place: usize) -> (&[Packed], &[u32]) {
        let rows = self.offsets[place] as usize..self.offsets[place + 1] as usize;
        (&self.on[rows.clone()], &self.tenths[rows])
    }
}

/// What is missing in all and by year, in tenths.
pub fn missing(start: Packed, entries: (&[Packed], &[u32]), today: Packed) -> [u32; 4] {
    let ends = [add_years(start, 1), add_years(start, 2), add_years(start, 3)];
    let mut years = [0; 3];
    for (&day, &tenths) in entries.0.iter().zip(entries.1) {
        if day > start && day <= ends[2] && day <= today {
            years[usize::from(day > ends[0]) + usize::from(day > ends[1])] += tenths;
        }
    }
    let [first, second, third] = years;
    [
        1800_u32.saturating_sub(first + second + third),
        400_u32.saturating_sub(first),
        400_u32.saturating_sub(second),
        400_u32.saturating_sub(third),
    ]
}
