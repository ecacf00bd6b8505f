//! Where everything on a drawing lies.

use crate::picture::canvas::Px;
use crate::picture::education;
use crate::picture::flags::{Flag, Flagged};
use crate::picture::legend::Legend;
use crate::picture::life::Life;
use crate::picture::scale::Scale;
use chrono::NaiveDate;

/// The widths a drawing may have: the first on which the labels keep to few lanes, or else the first.
const WIDTHS: [Px; 4] = [NARROWEST, Px::whole(1280), Px::whole(1600), Px::whole(2000)];
pub(super) const NARROWEST: Px = Px::whole(960);
const FEW_LANES: i64 = 6;
pub(super) const LEFT: Px = Px::whole(98);
pub(super) const MARGIN: Px = Px::whole(24);
pub(super) const BAR: Px = Px::whole(34);
pub(super) const TERM: Px = Px::whole(8);

/// The rows of a drawing: its width, and the y of each one's top, worked out from top to bottom.
pub(super) struct Rows {
    pub(super) wide: Px,
    pub(super) bar: Px,
    pub(super) terms: Px,
    pub(super) below: Px,
    pub(super) education: Px,
    pub(super) axis: Px,
    pub(super) legend: Px,
    pub(super) bottom: Px,
}

/// Everything with its place.
pub(super) struct Layout {
    pub(super) scale: Scale,
    pub(super) above: Flagged,
    pub(super) below: Flagged,
    pub(super) legend: Legend,
    pub(super) rows: Rows,
}

impl Layout {
    pub(super) fn of(life: &Life<'_>, first: NaiveDate, last: NaiveDate) -> Self {
        let laid = |wide: Px| {
            let (above, below) = (life.events(), life.deadlines(first, last));
            let scale = scale(first, last, wide, above.iter().chain(&below));
            let flagged = |flags| Flagged::new(flags, |day| scale.begin(day));
            let (above, below) = (flagged(above), flagged(below));
            (wide, scale, above, below)
        };
        let fits =
            WIDTHS.into_iter().map(laid).find(|(.., above, below)| above.count().max(below.count()) <= FEW_LANES);
        let (wide, scale, above, below) = fits.unwrap_or_else(|| laid(NARROWEST));
        let legend = Legend::of(life);
        let bar = Px::whole(62) + above.height() + Px::whole(8);
        let terms = bar + BAR + Px::whole(22);
        let under_terms = terms + TERM + TERM + Px::whole(2);
        let education = under_terms + below.height() + Px::whole(10);
        let hours = if life.terms.is_empty() { Px(0) } else { education::HEIGHT };
        let axis = education + hours + Px::whole(10);
        let legend_top = axis + Px::whole(52);
        let bottom = legend_top + legend.height(wide - MARGIN - MARGIN) + Px::whole(8);
        let rows = Rows { wide, bar, terms, below: under_terms, education, axis, legend: legend_top, bottom };
        Self { scale, above, below, legend, rows }
    }
}

/// The plot is as wide as the longest label at its right lets it be.
fn scale<'f>(first: NaiveDate, last: NaiveDate, wide: Px, flags: impl Iterator<Item = &'f Flag>) -> Scale {
    let all = last.signed_duration_since(first).num_days() + 1;
    let room = wide - LEFT - MARGIN;
    let fits = flags.filter_map(|flag| {
        let days = flag.at.signed_duration_since(first).num_days();
        (days > 0).then(|| Px((room + Px::whole(14) - flag.reach()).0 * all / days))
    });
    Scale { first, last, left: LEFT, width: fits.min().unwrap_or(room).min(room) }
}
