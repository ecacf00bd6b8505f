//! The days on which an act may fall.

use crate::book::Case;
use crate::certificate::Certificate;
use crate::days::Day;

/// First and last day of the term, of the window, of a deferral, of the time for appeal, and the repeal; one day to either
/// side of each; and the days of the last act and after it. None is before the last act.
pub(crate) fn boundary_days(case: &Case, now: &Certificate, last: Day) -> Vec<Day> {
    let mut edges = vec![now.boundary[0] + case.offset(), now.opens(case), now.expiry, now.deadline()];
    // A deferral begins with the day after the term.
    edges.extend(now.deferred_to.map(|_| now.expiry + 1));
    edges.extend(now.request.map(|(_, until)| until));
    edges.extend(now.extension.map(|(_, until)| until));
    edges.extend(now.cancelled.as_ref().and_then(|it| it.appealable_until));
    edges.extend(case.repealed_on);
    let mut days: Vec<Day> =
        edges.iter().flat_map(|edge| [edge - 1, *edge, edge + 1]).chain([last, last + 1]).collect();
    days.retain(|day| *day >= last);
    days.sort_unstable();
    days.dedup();
    days
}
