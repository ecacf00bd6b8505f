//! Ledgers, just enough or just short, and histories of bodies.

use crate::calendar::date::{add_days, add_years};
use crate::conformance::seeded::dice::Dice;
use crate::conformance::seeded::living::{late, struck};
use crate::education::entry::{ContentKind, Entry, Field, StudyMode};
use crate::education::ledger::Ledger;
use crate::identity::body::BodyId;
use crate::law::Law;
use crate::oversight::body_history::BodyHistory;
use crate::oversight::conditions::Conditions;
use crate::oversight::event::Act;
use crate::oversight::history::AccreditationHistory;
use crate::oversight::kind::Institution;
use crate::oversight::kind::Kind;
use crate::oversight::review::{Rectification, Review};
use crate::record::Record;
use crate::regulation::hours::Hours;
use alloc::format;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// Some entries a year from the first day on, that come to about what the law asks for.
pub(super) fn ledger(dice: &mut Dice, law: &Law, first: NaiveDate, edges: &mut Vec<NaiveDate>) -> Ledger {
    let parameters = law.parameters();
    let yearly = (parameters.cycle_hours / parameters.validity_years).max(parameters.yearly_hours).min(9_000);
    let mut records: Vec<Record<Entry>> = Vec::new();
    let diligence = dice.of(100, &[100, 100, 100, 90, 50, 0]);
    for year in 0..dice.below(16) {
        let (mut left, begins) = (u64::from(yearly) * 10 + 1, add_years(first, year));
        for _ in 0..=dice.below(3) {
            let tenths = dice.of(left, &[left / 2, left.saturating_sub(1), 5]);
            left = left.saturating_sub(tenths);
            if !dice.percent(diligence) {
                continue;
            }
            // The year's edges matter most.
            let on = add_days(begins, dice.of(1 + dice.clone().below(364), &[0, 1, 364, 365]));
            let Ok(hours) = Hours::from_tenths(tenths.min(100_000)) else { continue };
            let mode = dice.of(StudyMode::OnTheJob, &[StudyMode::FullTime, StudyMode::PartTime, StudyMode::SpareTime]);
            let provider = dice.percent(90).then(|| BodyId::from(format!("P{}", 1 + dice.below(4))));
            let (field, kind) = (Field::Software, ContentKind::Technology);
            let mut record = Record::from(Entry { on, hours, mode, field, kind, provider });
            if dice.percent(4) {
                late(dice, &mut record, edges);
            }
            if dice.percent(3) {
                struck(dice, &mut record, edges);
            }
            records.push(record);
        }
    }
    records.into()
}

/// The history of an agency or an institution, its acts mostly in their order.
pub(super) fn body(dice: &mut Dice) -> BodyHistory {
    if dice.percent(50) {
        let opens = [Act::PROPOSED, Act::Approved];
        BodyHistory::Agency(acts(dice, &opens))
    } else {
        let mut is_met = || dice.percent(92);
        let conditions = Conditions {
            legal_person: is_met(),
            teaching_resources: is_met(),
            regional_strength: is_met(),
            reputation: is_met(),
        };
        let opens = [Act::applied(conditions), Act::Approved, Act::FILED];
        BodyHistory::Institution(acts::<Institution>(dice, &opens))
    }
}

fn acts<K: Kind>(dice: &mut Dice, opens: &[Act<K>]) -> AccreditationHistory<K> {
    let mut history = AccreditationHistory::new();
    let mut on = add_days(super::lawmaking::FIRST, dice.below(1_500));
    for act in opens {
        if dice.percent(96) {
            let act = if dice.percent(4) { Act::Declined } else { *act };
            history.record(act.on(on));
        }
        if dice.percent(4) {
            // The same once more.
            history.record((*act).on(on));
        }
        on = add_days(on, dice.below(60));
    }
    for _ in 0..dice.below(6) {
        on = add_days(on, dice.below(500));
        let rectify_by = add_days(on, dice.of(0, &[1, 30, 60, 90, 120]));
        let failed = Act::Reviewed(Review::Failed { rectify_by });
        let act = dice.of(
            Act::Reviewed(Review::Passed),
            &[
                Act::Reviewed(Review::Passed),
                failed,
                Act::Rectified(Rectification::Satisfactory),
                Act::Rectified(Rectification::Unsatisfactory),
            ],
        );
        history.record(act.on(on));
        if act == failed && dice.percent(70) {
            let judged_on = add_days(on, dice.below(150));
            let outcome = dice.of(Rectification::Satisfactory, &[Rectification::Unsatisfactory]);
            history.record(Act::Rectified(outcome).on(judged_on));
            on = judged_on;
        }
    }
    history
}
