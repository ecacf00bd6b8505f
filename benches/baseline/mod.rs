//! What one would write by hand for the notices as they stand: dates packed as `yyyymmdd` in an integer, the figures as
//! literals, the default readings alone, no reasons given.

/// A day as `yyyymmdd`.
pub type Packed = i32;

/// A day and tenths of hours.
pub type PackedEntry = (Packed, u64);

#[derive(Clone, Copy)]
pub enum Kind {
    Approved,
    Accepted,
    Registered,
}

#[derive(Clone, Copy)]
pub struct Particulars {
    pub conduct: bool,
    pub record: bool,
    pub fit: bool,
    pub assessed: bool,
    pub documents: [bool; 4],
    pub paid: bool,
}

pub const COMPLETE: Particulars =
    Particulars { conduct: true, record: true, fit: true, assessed: true, documents: [true; 4], paid: true };

/// The same facts as a folded certificate, those of a cancellation included.
#[derive(Clone, Copy)]
pub struct Fold {
    start: Packed,
    expiry: Packed,
    opens: Packed,
    deferred_until: Packed,
    accepted_on: Packed,
    requested_on: Packed,
    lapsed_since: Packed,
    cancelled_on: Packed,
    appealable_until: Packed,
    filed_on: Packed,
    last_event: Packed,
    upheld: bool,
}

#[expect(dead_code, reason = "only the black box reads the days")]
#[derive(Clone, Copy)]
pub enum Phase {
    NotApproved,
    NotSubject,
    UnderAppeal(Packed, Packed),
    Cancelled(Packed, bool, Packed),
    Lapsed(Packed),
    UnderReview(Packed),
    DeferralPending(Packed),
    Deferred(Packed),
    RegistrationDue(Packed),
    InForce(Packed),
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn month_days(year: i32, month: i32) -> i32 {
    match month {
        2 => 28 + i32::from(is_leap(year)),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn add_years(day: Packed, years: i32) -> Packed {
    let later = day + years * 10_000;
    if later % 10_000 == 229 && !is_leap(later / 10_000) { later - 1 } else { later }
}

fn three_months_before(day: Packed) -> Packed {
    let (mut year, mut month, date) = (day / 10_000, day / 100 % 100 - 3, day % 100);
    if month < 1 {
        month += 12;
        year -= 1;
    }
    year * 10_000 + month * 100 + date.min(month_days(year, month))
}

fn next_day(day: Packed) -> Packed {
    let (year, month, date) = (day / 10_000, day / 100 % 100, day % 100);
    match (month, date < month_days(year, month)) {
        (_, true) => day + 1,
        (12, false) => (year + 1) * 10_000 + 101,
        (_, false) => year * 10_000 + (month + 1) * 100 + 1,
    }
}

#[expect(clippy::indexing_slicing, reason = "as one would write it: two comparisons are at most 2")]
pub fn conditions(particulars: &Particulars, start: Packed, entries: &[PackedEntry], on: Packed) -> bool {
    let boundary = [start, add_years(start, 1), add_years(start, 2), add_years(start, 3)];
    let (mut total, mut years) = (0, [0; 3]);
    for &(day, tenths) in entries {
        if day > boundary[0] && day <= boundary[3] && day <= on {
            total += tenths;
            years[usize::from(day > boundary[1]) + usize::from(day > boundary[2])] += tenths;
        }
    }
    particulars.conduct
        && particulars.record
        && particulars.fit
        && particulars.assessed
        && particulars.documents == [true; 4]
        && particulars.paid
        && total >= 1800
        && years.iter().all(|&year| year >= 400)
}

impl Fold {
    pub fn approved(on: Packed) -> Self {
        let expiry = add_years(on, 3);
        Self {
            start: on,
            expiry,
            opens: three_months_before(expiry),
            deferred_until: 0,
            accepted_on: 0,
            requested_on: 0,
            lapsed_since: 0,
            cancelled_on: 0,
            appealable_until: 0,
            filed_on: 0,
            last_event: on,
            upheld: false,
        }
    }

    pub fn replay(events: &[(Kind, Packed)], entries: &[PackedEntry]) -> Result<Option<Self>, usize> {
        let mut fold: Option<Self> = None;
        for (index, &(kind, on)) in events.iter().enumerate() {
            fold = Some(match (kind, fold) {
                (Kind::Approved, None) if on >= 20040101 => Self::approved(on),
                (Kind::Accepted, Some(fold))
                    if on >= fold.last_event && on <= fold.expiry && on >= fold.opens && fold.accepted_on == 0 =>
                {
                    Self { accepted_on: on, last_event: on, ..fold }
                }
                (Kind::Registered, Some(fold))
                    if on >= fold.last_event
                        && fold.accepted_on != 0
                        && conditions(&COMPLETE, fold.start, entries, fold.accepted_on) =>
                {
                    Self::approved(on)
                }
                _ => return Err(index),
            });
        }
        Ok(fold)
    }

    pub fn standing(&self, on: Packed) -> (Phase, bool) {
        if on < self.last_event {
            return (Phase::NotApproved, false);
        }
        if self.start < 20040101 {
            return (Phase::NotSubject, true);
        }
        if self.filed_on != 0 && !self.upheld {
            return (Phase::UnderAppeal(self.cancelled_on, self.filed_on), false);
        }
        if self.cancelled_on != 0 {
            let is_final = self.upheld || self.appealable_until != 0 && on > self.appealable_until;
            return (Phase::Cancelled(self.cancelled_on, is_final, self.appealable_until), false);
        }
        let deadline = if self.deferred_until != 0 { self.deferred_until } else { self.expiry };
        let pending = self.accepted_on != 0 || self.requested_on != 0;
        if self.lapsed_since != 0 {
            return (Phase::Lapsed(self.lapsed_since), false);
        }
        if on > deadline && !pending {
            return (Phase::Lapsed(next_day(deadline)), false);
        }
        if self.accepted_on != 0 {
            return (Phase::UnderReview(self.accepted_on), true);
        }
        if self.requested_on != 0 && on > deadline {
            return (Phase::DeferralPending(self.requested_on), true);
        }
        if on > self.expiry {
            return (Phase::Deferred(deadline), true);
        }
        (if on >= self.opens { Phase::RegistrationDue(deadline) } else { Phase::InForce(deadline) }, true)
    }
}
