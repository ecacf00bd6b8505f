//! The days on which something changes, and days near them.

use crate::book::Case;
use crate::certificate::Certificate;
use crate::days::{self, Day};

/// The edges that every case shares.
pub(crate) fn common_days() -> Vec<Day> {
    [
        "2004-02-29",
        "2008-02-29",
        "2012-02-29",
        "2026-12-31",
        "2025-12-31",
        "2003-12-31",
        "2005-01-31",
        "2010-10-01",
        "2013-12-31",
    ]
    .iter()
    .map(|day| days::read(day))
    .collect()
}

/// The days that matter to a certificate.
pub(crate) fn edges_of(case: &Case, now: &Certificate) -> Vec<Day> {
    let mut edges = vec![now.opens(case), now.nominal, now.expiry, now.deadline()];
    edges.extend(&now.boundary);
    edges.extend(now.request.map(|(_, until)| until));
    edges.extend(now.extension.map(|(_, until)| until));
    edges.extend(now.extension.map(|(arose_on, _)| arose_on));
    edges.extend(now.lapsed);
    edges
        .extend(now.application.iter().flat_map(|it| [it.filed_on, it.accepted.as_ref().map(|(on, _)| *on)]).flatten());
    edges.extend(case.repealed_on.iter().flat_map(|repeal| [*repeal, *repeal, *repeal - 1]));
    edges.extend(now.cancelled.iter().flat_map(|it| [Some(it.since), it.appealable_until, it.filed_on]).flatten());
    // Not centuries away: every day until then is walked.
    let most = |from: Day, name: &str| days::plus_months(from, case.number(name).min(600));
    edges.extend([most(now.nominal, "deferral_months"), most(now.last_boundary(), "extension_months")]);
    edges
}
