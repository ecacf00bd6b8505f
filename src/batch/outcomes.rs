//! What a day comes to, history by history.

use crate::education::credits::Credits;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::lifecycle::sensitivity::DayOutcome;
use chrono::NaiveDate;

/// What `on` comes to for each history, in order, as they are asked for.
///
/// The credits of the context are replaced by those of each holder.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::batch::outcomes;
/// use ruankao::education::Credits;
/// use ruankao::lifecycle::{Context, PhaseName};
/// use ruankao::regulation::Regulation;
/// use ruankao::{Act, History};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let regulation = Regulation::default();
/// let histories = [2005, 2006].map(|year| History::from_iter([Act::Approved.on(day(year, 3, 10))]));
/// let pairs = histories.iter().map(|history| (history, Credits::none()));
/// let outcomes: Vec<_> = outcomes(pairs, day(2008, 6, 1), Context::new(&regulation)).collect();
/// assert_eq!(outcomes, [Ok((PhaseName::Lapsed, false)), Ok((PhaseName::InForce, true))]);
/// ```
pub fn outcomes<'h, I>(pairs: I, on: NaiveDate, context: Context<'h>) -> impl Iterator<Item = DayOutcome>
where
    I: IntoIterator<Item = (&'h History, &'h Credits)>,
{
    pairs.into_iter().map(move |(history, credits)| history.outcome(on, context.credits(credits)))
}

/// What `on` comes to for each history in one context and in another: other figures, readings or lists.
///
/// Counted by a [`Tally`](crate::batch::Tally) they say what a change of the regulation would do.
///
/// # Examples
///
/// ```
/// use chrono::NaiveDate;
/// use ruankao::batch::{Tally, changes};
/// use ruankao::education::Credits;
/// use ruankao::lifecycle::{Context, PhaseName};
/// use ruankao::regulation::{Parameters, Readings, Regulation};
/// use ruankao::{Act, History};
///
/// let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
/// let three = Regulation::default();
/// let parameters = Parameters { validity_years: 4, ..Parameters::NOTICES };
/// let four = Regulation::new(parameters, Readings::default(), Default::default())?;
///
/// let histories = [2004, 2005, 2007].map(|year| History::from_iter([Act::Approved.on(day(year, 3, 10))]));
/// let pairs = histories.iter().map(|history| (history, Credits::none()));
/// let tally: Tally<_> = changes(pairs, day(2008, 6, 1), Context::new(&three), Context::new(&four)).collect();
/// let (lapsed, in_force) = (Ok((PhaseName::Lapsed, false)), Ok((PhaseName::InForce, true)));
/// assert_eq!((tally.count(&lapsed, &lapsed), tally.count(&lapsed, &in_force)), (1, 1));
/// assert_eq!((tally.total(), tally.changed()), (3, 1));
/// # Ok::<(), ruankao::regulation::RegulationError>(())
/// ```
pub fn changes<'h, I>(
    pairs: I,
    on: NaiveDate,
    before: Context<'h>,
    after: Context<'h>,
) -> impl Iterator<Item = (DayOutcome, DayOutcome)>
where
    I: IntoIterator<Item = (&'h History, &'h Credits)>,
{
    pairs.into_iter().map(move |(history, credits)| {
        (history.outcome(on, before.credits(credits)), history.outcome(on, after.credits(credits)))
    })
}
