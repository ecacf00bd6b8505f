//! The promise of a plan: doing what it says is enough, and doing less is not.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

extern crate alloc;

mod around;
mod bounds;
mod courses;
mod promise;
#[expect(dead_code, reason = "shared with other tests")]
#[path = "../support/mod.rs"]
mod support;
mod texts;

use crate::support::{day, entry};
use ruankao::registration::Acceptance;
use ruankao::regulation::{Parameters, Reading};
use ruankao::{Act, Application, History, Hours, Law, Ledger, Plan};

pub(crate) fn plain_plan(
    history: &[(&str, Act)],
    earned: &[(&str, u32)],
    on: &str,
    draft: Option<&Application>,
) -> Plan {
    plan_under(&Law::of_2004(), history, earned, on, draft)
}

pub(crate) fn plan_under(
    law: &Law,
    history: &[(&str, Act)],
    earned: &[(&str, u32)],
    on: &str,
    draft: Option<&Application>,
) -> Plan {
    let ledger: Ledger = earned.iter().map(|&(on, hours)| entry(day(on), Hours::whole(hours))).collect();
    let history: History = history.iter().map(|(on, act)| act.clone().on(day(on))).collect();
    let file = law.open(history, ledger);
    let as_of = file.on(day(on)).unwrap();
    draft.map_or_else(|| as_of.plan(), |draft| as_of.plan_with(draft))
}

pub(crate) fn turned(readings: &[Reading]) -> Law {
    let law = Law::of_2004();
    let readings = readings.iter().fold(*law.readings(), |readings, &reading| readings.turned(reading));
    law.with_readings(readings)
}

pub(crate) fn accepted(application: Application) -> Act {
    Act::ApplicationAccepted(Acceptance { agency: None, application })
}

pub(crate) fn repealed(on: &str) -> Law {
    Law::of_2004().with_parameters(Parameters { repealed_on: Some(day(on)), ..Parameters::NOTICES }).unwrap()
}
