//! The faults of a ground of deferral or extension (rules.md 7).

use crate::book::{Case, day};
use crate::days::{self, Day};
use crate::faults::{Fault, fault};
use alloc::collections::BTreeSet;
use serde_json::Value;

/// The faults, in order; `after` is the day after which absence counts.
pub(crate) fn faults(case: &Case, after: Day, json: &Value, extension: bool) -> Vec<Fault> {
    let clause = if extension { "48.6" } else { "47.8" };
    let ground = json["ground"].as_str().unwrap();
    let absences: Vec<(Day, Day)> =
        json["absences"].as_array().into_iter().flatten().map(|it| (day(&it["from"]), day(&it["to"]))).collect();
    let mut faults = Vec::new();
    let recognised = !(extension && ground == "study_abroad");
    if !recognised {
        faults.push(fault("ground_not_recognised", clause));
    }
    if recognised && ["study_abroad", "work_abroad", "sick_leave"].contains(&ground) {
        let mut away = BTreeSet::new();
        for (from, to) in &absences {
            for day in *from..=*to {
                if day > after && day <= days::read(json["until"].as_str().unwrap()) {
                    away.insert(day);
                }
            }
        }
        if !long_enough(case, &away) {
            faults.push(fault("absence_too_short", clause));
        }
    }
    if extension && ["work_abroad", "sick_leave"].contains(&ground) {
        let arose_on = day(&json["arose_on"]);
        if !absences.iter().any(|(from, to)| *from <= arose_on && arose_on <= *to) {
            faults.push(fault("arose_outside_absence", clause));
        }
    }
    if ground == "other" && json["provincial_consent"] != true {
        faults.push(fault("consent_missing", clause));
    }
    if extension && json["written_application"] != true {
        faults.push(fault("written_application_missing", clause));
    }
    if json["evidence"] != true {
        faults.push(fault("evidence_missing", clause));
    }
    faults
}

fn long_enough(case: &Case, away: &BTreeSet<Day>) -> bool {
    let by_calendar = case.reads("absence_year", "calendar");
    if case.reads("absence_measure", "days") {
        let enough = |count: usize| count as i64 > case.number("absence_days");
        return if by_calendar {
            away.iter().any(|one| enough(away.iter().filter(|day| days::year(**day) == days::year(*one)).count()))
        } else {
            away.iter().any(|first| enough(away.iter().filter(|day| *first <= **day && **day < first + 365).count()))
        };
    }
    away.iter().any(|first| {
        let mut last = *first;
        while away.contains(&(last + 1)) && !(by_calendar && days::year(last + 1) != days::year(last)) {
            last += 1;
        }
        last >= days::plus_months(*first, case.number("absence_months"))
    })
}
