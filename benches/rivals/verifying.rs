//! An integer loop that verifies what strict mode verifies of the acts that the register holds: that each can happen, in
//! order and in time, that an application is complete, an absence long enough, the hours earned.

use super::integers::{Fold, Packed, add_years, missing, packed, three_months_before};
use ruankao::appeal::Outcome;
use ruankao::columns::Flags;
use ruankao::ground::Ground;
use ruankao::{Act, History};

#[derive(Clone, Copy, Default)]
pub struct Row {
    pub on: Packed,
    pub until: Packed,
    pub away_from: Packed,
    pub away_to: Packed,
    pub away_days: u16,
    pub flags: u16,
    pub act: u8,
    pub ground: u8,
}

#[derive(Default)]
pub struct Rows {
    pub rows: Vec<Row>,
    pub offsets: Vec<u32>,
}

const COMPLETE: u16 = 0x1ff;

impl Rows {
    pub fn of<'h>(histories: impl Iterator<Item = &'h History>) -> Self {
        let mut all = Self { rows: Vec::new(), offsets: vec![0] };
        for history in histories {
            all.rows.extend(history.held(None).map(|(_, event)| {
                let bare = Row { on: packed(event.on), act: event.act.name() as u8, ..Row::default() };
                match &event.act {
                    Act::DeferralRequested(request) => {
                        let run = request.claim.absences.runs().first();
                        Row {
                            until: packed(request.until),
                            ground: request.claim.ground as u8,
                            flags: u16::from(request.claim.evidence),
                            away_from: run.map_or(0, |run| packed(run.first())),
                            away_to: run.map_or(0, |run| packed(run.last())),
                            away_days: run.map_or(0, |run| run.days().try_into().unwrap()),
                            ..bare
                        }
                    }
                    Act::ApplicationAccepted(acceptance) => {
                        Row { flags: Flags::from(&acceptance.application).bits(), ..bare }
                    }
                    Act::AppealDecided(outcome) => Row { flags: u16::from(*outcome == Outcome::Overturned), ..bare },
                    _ => bare,
                }
            }));
            all.offsets.push(all.rows.len().try_into().unwrap());
        }
        all
    }

    pub fn certificate(&self, place: usize) -> &[Row] {
        &self.rows[self.offsets[place] as usize..self.offsets[place + 1] as usize]
    }
}

/// Thirty days later, packed.
fn thirty_days_after(day: Packed) -> Packed {
    let (mut year, mut month, mut date) = (day / 10_000, day / 100 % 100, day % 100 + 30);
    loop {
        let length = match month {
            2 => 28 + i32::from(super::integers::is_leap(year)),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if date <= length {
            return year * 10_000 + month * 100 + date;
        }
        date -= length;
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
}

/// The certificate as its rows leave it, or the place of the first that is refused.
pub fn read(rows: &[Row], entries: (&[Packed], &[u32]), today: Packed) -> Result<Fold, usize> {
    let (mut fold, mut last, mut papers) = (Fold::default(), 0, 0);
    let (mut published_on, mut decided) = (0, false);
    for (place, row) in rows.iter().enumerate() {
        let on = row.on;
        if on > today {
            break;
        }
        let live = fold.start != 0 && fold.cancelled_on == 0;
        let is_pending = fold.accepted_on != 0 || fold.filed_on != 0 || fold.requested_until != 0;
        let in_time = live && (is_pending || on <= fold.deadline());
        let met = on >= last
            && match row.act {
                0 => fold.start == 0 && on >= 19_990_101,
                1 => {
                    let absent = row.ground <= Ground::SickLeave as u8;
                    let long = row.away_days > 183
                        && row.away_from / 10_000 == row.away_to / 10_000
                        && row.away_from > fold.start
                        && row.away_to <= row.until;
                    in_time
                        && !is_pending
                        && on <= fold.expiry
                        && row.until > fold.deadline()
                        && row.until <= add_years(fold.expiry, 1)
                        && (!absent || long)
                        && row.ground != Ground::Other as u8
                        && row.flags == 1
                }
                2 | 3 => live && fold.requested_until != 0,
                5 => in_time && !is_pending && on >= three_months_before(fold.expiry),
                6 => {
                    in_time
                        && fold.accepted_on == 0
                        && fold.requested_until == 0
                        && on >= three_months_before(fold.expiry)
                }
                7 => live && fold.accepted_on != 0 && papers == COMPLETE && missing(fold.start, entries, on) == [0; 4],
                8 | 9 => live && (fold.accepted_on != 0 || fold.filed_on != 0),
                10 => in_time && row.ground != 2 && row.ground != 4,
                11 => fold.cancelled_on != 0 && published_on == 0,
                12 => {
                    fold.cancelled_on != 0
                        && fold.appealed_on == 0
                        && !decided
                        && published_on != 0
                        && on <= thirty_days_after(published_on)
                }
                13 => fold.appealed_on != 0,
                _ => false,
            };
        if !met {
            return Err(place);
        }
        last = on;
        match row.act {
            0 | 7 => fold = Fold::starting(on),
            1 => fold.requested_until = row.until,
            2 => (fold.deferred_until, fold.requested_until) = (fold.requested_until, 0),
            3 => fold.requested_until = 0,
            5 => fold.filed_on = on,
            6 => (fold.accepted_on, fold.filed_on, papers) = (on, 0, row.flags),
            8 | 9 => (fold.accepted_on, fold.filed_on) = (0, 0),
            10 => (fold.cancelled_on, published_on, decided) = (on, 0, false),
            11 => published_on = on,
            12 => fold.appealed_on = on,
            13 => {
                fold.appealed_on = 0;
                decided = row.flags == 0;
                if !decided {
                    fold.cancelled_on = 0;
                }
            }
            _ => {}
        }
    }
    Ok(fold)
}
