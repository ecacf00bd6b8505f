//! Laws.

use crate::calendar::date::next_day;
use crate::calendar::working_days::WorkCalendar;
use crate::law::Law;
use crate::regulation::parameters::{Parameter, Parameters};
use crate::regulation::readings::{Reading, Readings};
use crate::regulation::rules::Regulation;
use crate::strategies::days::{covered_days, days};
use crate::strategies::studies::{registers, standing_registers};
use alloc::vec::Vec;
use chrono::NaiveDate;
use proptest::prelude::*;

/// Figures that make sense together: those of the notices as often as not, small ones, and any within their bounds; the
/// notices repealed on some day in one of four.
pub fn parameters() -> impl Strategy<Value = Parameters> {
    let figure = |parameter: &Parameter| {
        let (bounds, notices) = (parameter.bounds(), Parameters::NOTICES.value(*parameter));
        let small = *bounds.start()..=(*bounds.end()).min(notices.saturating_mul(2));
        prop_oneof![6 => Just(notices), 3 => small, 1 => bounds]
    };
    let scope: BoxedStrategy<NaiveDate> = prop_oneof![6 => Just(Parameters::NOTICES.scope_from), 1 => days()].boxed();
    let figures: Vec<_> = Parameter::ALL.iter().map(figure).collect();
    let repealed_on = proptest::option::weighted(0.25, covered_days());
    (scope, repealed_on, figures).prop_map(|(scope_from, repealed_on, figures)| {
        let all = Parameter::ALL.iter().zip(figures);
        let given = all.fold(Parameters::NOTICES, |given, (parameter, value)| given.with(*parameter, value));
        // The window is less than the term.
        let window_months = given.window_months.min(given.validity_years.saturating_mul(12).saturating_sub(1));
        let repealed_on = repealed_on.map(|day| day.max(next_day(scope_from)));
        Parameters { scope_from, repealed_on, window_months, ..given }
    })
}

/// Readings: the defaults as often as not, and every one turned at random.
pub fn readings() -> impl Strategy<Value = Readings> {
    let turned = proptest::collection::vec(any::<bool>(), Reading::ALL.len()).prop_map(|turned| {
        let turned = Reading::ALL.iter().zip(turned).filter(|(_, turned)| *turned);
        turned.fold(Readings::default(), |readings, (reading, _)| readings.turned(*reading))
    });
    prop_oneof![Just(Readings::default()), turned]
}

/// Regulations on the statutory calendar.
pub fn regulations() -> impl Strategy<Value = Regulation> {
    (parameters(), readings()).prop_filter_map("figures that make no sense together", |(parameters, readings)| {
        Regulation::new(parameters, readings, WorkCalendar::statutory()).ok()
    })
}

/// Laws: a regulation, with a list of agencies in three of ten and one of institutions in as many.
pub fn laws() -> impl Strategy<Value = Law> {
    let listed = || prop_oneof![1 => registers().boxed(), 3 => standing_registers().boxed()];
    let (agencies, institutions) =
        (proptest::option::weighted(0.3, listed()), proptest::option::weighted(0.3, listed()));
    (regulations(), agencies, institutions).prop_map(|(regulation, agencies, institutions)| {
        let law = agencies.into_iter().fold(Law::new(regulation), Law::with_agencies);
        institutions.into_iter().fold(law, Law::with_institutions)
    })
}
