//! Lives that see the notices repealed.
#![expect(clippy::zero_prefixed_literal, reason = "the days of the tables are written as they are read")]

use crate::education::ledger::Ledger;
use crate::finding::code::Code;
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use crate::lifecycle::act::Act;
use crate::lifecycle::standing::PhaseName::{InForce, Lapsed, RegistrationDue, Released};
use crate::regulation::clause::Clause;
use crate::regulation::parameters::Parameters;
use crate::story::props::{day, days, opened, studied};
use crate::story::telling::Story;

/// The law of 2004, repealed on a day that the stories suppose: which day it was is not known.
fn repealed() -> Law {
    let parameters = Parameters { repealed_on: Some(day!(2019, 6, 1)), ..Parameters::NOTICES };
    // Whoever changed the figures so that they make no law would find the stories' promises broken.
    Law::of_2004().with_parameters(parameters).unwrap_or_default()
}

pub(super) static STORIES: &[Story] = &[
    Story {
        id: "released",
        title: ("Released by the repeal", "通知废止后持续有效"),
        lesson: (
            "Here the notices are supposed to be repealed from 2019-06-01. A certificate whose term still runs on the day before is valid without end from then on: no hours are asked for and no registration falls due.",
            "假定通知自2019年6月1日起废止。废止前一日仍在有效期内的证书，自废止之日起持续有效，不再要求继续教育，也不再办理登记。",
        ),
        clauses: &[Clause::N47_3],
        open: || {
            opened(
                &repealed(),
                Mode::Strict,
                [Act::Approved.on(day!(2016, 8, 20))],
                studied(&[(day!(2017, 6, 9), 60), (day!(2018, 6, 8), 40)]),
            )
        },
        known_on: None,
        today: day!(2019, 6, 1),
        until: day!(2020, 12, 31),
        days: days! {
            2019-05-19: InForce, true;
            2019-05-20: RegistrationDue, true;
            2019-05-31: RegistrationDue, true;
            2019-06-01: Released, true;
            2020-12-31: Released, true;
        },
        findings: &[Code::Repealed],
        irregularities: &[],
    },
    Story {
        id: "lapsed_before_the_repeal",
        title: ("Lapsed before the repeal", "通知废止前已失效"),
        lesson: (
            "The term ended a week before the day on which the notices are supposed to be repealed, and nothing had been filed: the certificate has lapsed and stays so, unless the repeal is read to revive what had lapsed.",
            "有效期在假定的废止之日一周前届满，且未提交申请：证书已经失效，废止后仍然无效；如果解释为废止使已失效的证书恢复效力，则持续有效。",
        ),
        clauses: &[Clause::N47_3],
        open: || opened(&repealed(), Mode::Strict, [Act::Approved.on(day!(2016, 5, 25))], Ledger::default()),
        known_on: None,
        today: day!(2019, 7, 1),
        until: day!(2020, 12, 31),
        days: days! {
            2019-05-25: RegistrationDue, true;
            2019-05-26: Lapsed, false;
            2019-06-01: Lapsed, false;
            2020-12-31: Lapsed, false;
        },
        findings: &[Code::Repealed],
        irregularities: &[],
    },
];
