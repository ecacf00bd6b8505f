//! What most lives consist of, as rows hold it: an approval, renewals, and a deferral here and there.

use crate::columns::bare_acts::{ACCEPTED, FILED, REGISTERED, bare_renewal};
use crate::columns::column::Column;
use crate::columns::days::{LAST_KNOWN, known_day, number};
use crate::columns::events::{Histories, Rows};
use crate::finding::scrutiny::AsDecided;
use crate::lifecycle::act::ActName;
use crate::lifecycle::certificate::Certificate;
use crate::lifecycle::context::Facts;
use crate::lifecycle::renewal::Renewal;
use crate::lifecycle::term::Term;
use chrono::NaiveDate;

const APPROVED: u8 = ActName::Approved as u8;
const REQUESTED: u8 = ActName::DeferralRequested as u8;
const GRANTED: u8 = ActName::DeferralGranted as u8;

/// The codes of the acts of a renewal.
const RENEWAL: [u8; Renewal::ACTS] = [FILED, ACCEPTED, REGISTERED];

/// How the usual acts are read, where they carry nothing in particular and nothing of them is verified: many rows at once.
///
/// What stands against an act, and whatever else is not usual, is seen where the row is read by itself.
pub(super) struct UsualActs<'b> {
    histories: &'b Histories<'b>,
    facts: Facts<'b>,
    flags: Column<'b, u16>,
    /// The last day on which to act: that to read up to, or the one before the repeal.
    until: i32,
    /// Which of the acts of a renewal has to be in time, by its place.
    in_time: usize,
    /// The days that a term has at the least; none where it hangs on more than its first day.
    least_term: i32,
}

impl<'b> UsualActs<'b> {
    /// Those of histories up to a day, where they can have any.
    pub(super) fn of(histories: &'b Histories<'b>, facts: Facts<'b>, on: NaiveDate) -> Option<Self> {
        let regulation = facts.regulation();
        let flags = histories.columns.flags?;
        let before_repeal = regulation.parameters().repealed_on.map(|repealed_on| number(repealed_on) - 1);
        let until = number(on).min(before_repeal.unwrap_or(LAST_KNOWN)).min(LAST_KNOWN);
        let least_term =
            Term::least_days(regulation).map(|days| i32::try_from(days).unwrap_or(LAST_KNOWN).min(LAST_KNOWN));
        let in_time = Renewal::in_time(regulation);
        Some(Self { histories, facts, flags, until, in_time, least_term: least_term.unwrap_or(-1) })
    }

    /// Reads the approval that rows begin with and the renewals behind it, and yields the rows behind those: all, and the
    /// certificate is as it was, where the first has to be read by itself.
    #[inline(always)]
    pub(super) fn read_approval<'r>(&self, rows: Rows<'r>, certificate: &mut Certificate) -> Rows<'r> {
        let ([APPROVED, codes @ ..], &[approved, ref on @ ..]) = (rows.codes, rows.on) else { return rows };
        let Some(approved_on) = known_day(approved).filter(|_| approved <= self.until) else { return rows };
        let unread = Rows { codes, on, first: rows.first + 1 };
        match self.renewals(unread, (approved, approved + self.least_term)) {
            Some((last, unread)) if certificate.begin(approved_on, Some(last), &self.facts, &mut AsDecided) => unread,
            None if certificate.begin(approved_on, None, &self.facts, &mut AsDecided) => unread,
            _ => rows,
        }
    }

    /// Reads the deferral and the renewals behind it that rows begin with, and yields the rows behind those: all, and the
    /// certificate is as it was, where the first has to be read by itself.
    #[inline(always)]
    pub(super) fn read<'r>(&self, rows: Rows<'r>, certificate: &mut Certificate) -> Rows<'r> {
        let unread = match rows.codes {
            [FILED, ..] => rows,
            [REQUESTED, GRANTED, ..] => self.read_deferral(rows, certificate).unwrap_or(rows),
            _ => return rows,
        };
        let Some((last_event, deadline)) = certificate.renewable() else { return unread };
        match self.renewals(unread, (number(last_event), number(deadline))) {
            Some((last, later)) if certificate.renew(last, &self.facts, &mut AsDecided) => later,
            _ => unread,
        }
    }

    #[inline(always)]
    fn read_deferral<'r>(&self, rows: Rows<'r>, certificate: &mut Certificate) -> Option<Rows<'r>> {
        let ([_, _, codes @ ..], &[requested, granted, ref on @ ..]) = (rows.codes, rows.on) else { return None };
        let days = (known_day(requested)?, known_day(granted).filter(|_| granted <= self.until)?);
        let request = self.histories.request(rows.first, false).ok()?;
        let is_deferred = certificate.defer(days, &request, &self.facts, &mut AsDecided);
        is_deferred.then_some(Rows { codes, on, first: rows.first + 2 })
    }

    /// The last of the renewals that rows begin with, and the rows behind it: the first is in order and in time between two
    /// days, and each other one in the term that the one before it began.
    #[inline(always)]
    fn renewals<'r>(&self, rows: Rows<'r>, (mut from, mut until): (i32, i32)) -> Option<(Renewal<'static>, Rows<'r>)> {
        let (codes, on) = (rows.codes.as_chunks().0, rows.on.as_chunks().0);
        let (mut read, mut accepted_at) = (0, rows.first + 1);
        for (codes, days) in codes.iter().zip(on) {
            let &[_, _, registered] = days;
            // An acceptance has an application, and nothing of it is verified.
            let is_usual = *codes == RENEWAL
                && self.flags.get(accepted_at).is_some()
                && registered <= self.until
                && Renewal::is_within(days, (from, until), self.in_time);
            if !is_usual {
                break;
            }
            from = registered;
            until = from + self.least_term;
            read += 1;
            accepted_at += Renewal::ACTS;
        }
        let &[filed, accepted, registered] = on.get(..read)?.last()?;
        let last = bare_renewal([known_day(filed)?, known_day(accepted)?, known_day(registered)?]);
        let read = read * Renewal::ACTS;
        Some((last, Rows { codes: rows.codes.get(read..)?, on: rows.on.get(read..)?, first: rows.first + read }))
    }
}
