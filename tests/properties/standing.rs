//! What a day comes to.

use crate::{cases, folded, lived};
use chrono::NaiveDate;
use proptest::prelude::*;
use ruankao::Mode;
use ruankao::calendar::{add_days, sub_days};
use ruankao::lifecycle::{Outline, PhaseName};
use ruankao::strategies::{decided_lives, lawful_lives, lives};

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_day_has_one_phase_and_it_decides_what_may_be_in_force((life, on) in lived(lawful_lives())) {
        let standing = life.open().on(on).unwrap().standing();
        let name = standing.phase.name();
        prop_assert_eq!(PhaseName::ALL.iter().filter(|other| **other == name).count(), 1);
        match name {
            PhaseName::NotApproved | PhaseName::Cancelled | PhaseName::Lapsed => prop_assert!(!standing.in_force),
            PhaseName::NotSubject | PhaseName::RegistrationDue | PhaseName::InForce | PhaseName::Released => {
                prop_assert!(standing.in_force);
            }
            PhaseName::UnderAppeal
            | PhaseName::UnderReview
            | PhaseName::Filed
            | PhaseName::DeferralPending
            | PhaseName::Deferred => {}
        }
        prop_assert_eq!(standing.outline().is_final.is_some(), name == PhaseName::Cancelled);
        prop_assert_eq!(name == PhaseName::NotApproved, on < life.days()[0]);
    }

    #[test]
    fn from_the_repeal_on_nothing_lapses((life, on) in lived(lawful_lives())) {
        let Some(repealed_on) = life.law.parameters().repealed_on else { return Ok(()) };
        let file = life.open();
        let on = on.max(repealed_on);
        let standing = file.on(on).unwrap().standing();
        let before = file.on(sub_days(repealed_on, 1)).unwrap().standing();
        match standing.phase.name() {
            PhaseName::NotSubject | PhaseName::UnderAppeal | PhaseName::Cancelled | PhaseName::Released => {}
            // It had lapsed by then, or was cancelled and is given back too late.
            PhaseName::Lapsed => prop_assert!(!before.in_force || before.phase.name() == PhaseName::UnderAppeal),
            other => prop_assert!(false, "{other} after the repeal"),
        }
        prop_assert_eq!(file.on(on).unwrap().deadline(), None);
    }

    #[test]
    fn what_strict_mode_accepts_is_regular_in_audit((life, on) in lived(lives())) {
        let (strict, audit, recorded) = (life.open(), life.open_in(Mode::Audit), life.open_in(Mode::Recorded));
        if strict.irregularities().is_ok() {
            prop_assert_eq!(audit.irregularities(), Ok(Vec::new()));
            prop_assert_eq!(recorded.irregularities(), Ok(Vec::new()));
            prop_assert_eq!(folded(&strict, on), folded(&audit, on));
            prop_assert_eq!(folded(&strict, on), folded(&recorded, on));
        }
    }

    #[test]
    fn what_strict_mode_refuses_for_want_of_conditions_is_irregular_in_audit(life in lives()) {
        if let Err(refusal) = life.open().irregularities() {
            match life.open_in(Mode::Audit).irregularities() {
                Ok(irregularities) => prop_assert_eq!(irregularities.first(), Some(&refusal)),
                Err(later) => prop_assert!(later.event >= refusal.event),
            }
        }
    }

    /// What an audit lets stand, and what is not looked for: the certificate is the same.
    #[test]
    fn an_audit_and_what_was_recorded_leave_the_same((life, on) in lived(lives())) {
        let (audit, recorded) = (life.open_in(Mode::Audit), life.open_in(Mode::Recorded));
        prop_assert_eq!(folded(&audit, on), folded(&recorded, on));
        prop_assert_eq!(audit.irregularities().map(|_| ()), recorded.irregularities().map(|_| ()));
    }

    #[test]
    fn what_was_decided_can_be_read_to_the_end(life in decided_lives()) {
        prop_assert_eq!(life.open_in(Mode::Recorded).irregularities(), Ok(Vec::new()));
        prop_assert!(life.open_in(Mode::Audit).refusal().is_none());
    }

    #[test]
    fn the_outlook_holds_to_its_day_and_changes_on_the_next(life in lawful_lives(), days in 0_u32..1_500) {
        let file = life.open();
        let last = life.days().into_iter().max().unwrap();
        let on = add_days(last, days);
        let outline = |on| -> Outline { file.on(on).unwrap().standing().outline() };
        match file.on(on).unwrap().outlook() {
            Some(outlook) => {
                prop_assert!(on <= outlook.holds_until);
                for day in on.iter_days().take_while(|day| *day <= outlook.holds_until) {
                    prop_assert_eq!(outline(day), outline(on));
                }
                let next = add_days(outlook.holds_until, 1);
                prop_assert_eq!(outline(next), outlook.then);
                prop_assert_ne!(outlook.then, outline(on));
            }
            None => {
                for day in on.iter_days().take(6_000) {
                    prop_assert_eq!(outline(day), outline(on));
                }
            }
        }
    }

    #[test]
    fn it_is_valid_to_its_last_valid_day(life in lawful_lives(), days in 0_u32..1_500) {
        let file = life.open();
        let on = add_days(life.days().into_iter().max().unwrap(), days);
        let is_valid = |on| file.on(on).unwrap().standing().in_force;
        match file.on(on).unwrap().last_valid_day() {
            Some(last) => {
                prop_assert!(on.iter_days().take_while(|day| *day <= last).all(is_valid));
                prop_assert!(!is_valid(add_days(last, 1)));
            }
            None => prop_assert!(!is_valid(on) || on.iter_days().take(6_000).all(is_valid)),
        }
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_timeline_is_the_standings_day_by_day((life, until) in lived(lives())) {
        for mode in Mode::ALL {
            let file = life.open_in(mode);
            let first = life.days()[0];
            let mut rows: Vec<(NaiveDate, Outline)> = Vec::new();
            let mut refusal = None;
            for day in first.iter_days().take_while(|day| *day <= until).take(8_000) {
                match file.on(day) {
                    Ok(as_of) => {
                        let outline = as_of.standing().outline();
                        if rows.last().is_none_or(|(_, last)| *last != outline) {
                            rows.push((day, outline));
                        }
                    }
                    Err(fault) => {
                        refusal = Some(fault);
                        break;
                    }
                }
            }
            let until = until.min(add_days(first, 7_999));
            let timeline = file.timeline(until).map(|rows| rows.iter().map(|row| (row.from, row.outline)).collect());
            prop_assert_eq!(timeline, refusal.map_or(Ok(rows), Err));
        }
    }

    #[test]
    fn on_every_day_all_modes_agree_on_what_strict_mode_accepts(life in lawful_lives()) {
        let files = Mode::ALL.map(|mode| life.open_in(mode));
        let (first, last) = (life.days()[0], life.days().into_iter().max().unwrap());
        for day in sub_days(first, 2).iter_days().take_while(|day| *day <= add_days(last, 1_600)).take(12_000) {
            let [strict, audit, recorded] = files.each_ref().map(|file| file.on(day).map(|as_of| as_of.standing()));
            prop_assert!(strict.is_ok());
            prop_assert_eq!(&strict, &audit);
            prop_assert_eq!(&strict, &recorded);
        }
    }
}
