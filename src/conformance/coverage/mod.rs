//! What a set of cases has exercised: rules in both outcomes, figures and readings away from their default.

mod bodies;
mod certificates;
pub(crate) mod report;
mod rules;
mod telling;
