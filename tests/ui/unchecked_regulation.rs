//! Figures are checked where a regulation is made of them.

use ruankao::calendar::WorkCalendar;
use ruankao::regulation::{Parameters, Readings, Regulation};

fn unchecked(parameters: Parameters) -> Regulation {
    Regulation { parameters, readings: Readings::default(), calendar: WorkCalendar::statutory() }
}

fn main() {}
