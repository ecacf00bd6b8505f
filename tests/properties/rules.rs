//! What more study, an extension and an application do.

use crate::{cases, lived, no_worse};
use proptest::collection::vec;
use proptest::prelude::*;
use ruankao::calendar::{add_days, sub_days};
use ruankao::education::{Grant, StudyMode};
use ruankao::ground::{Claim, Ground};
use ruankao::registration::{Acceptance, Registration};
use ruankao::regulation::{ExtensionEffect, Parameters, Readings};
use ruankao::strategies::{applications, covered_days, days, days_within, entries, lawful_lives, parameters, readings};
use ruankao::{Act, Application, Code, History, Hours, Law, Ledger, Mode};

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn an_extension_never_harms_where_it_is_added_to_its_year(
        (start, ledger) in covered_days().prop_flat_map(|start| {
            let entries = entries(days_within(start, add_days(start, 3_000)));
            (Just(start), vec(entries, 0..25).prop_map(Ledger::from))
        }),
        (parameters, read, is_first) in (parameters(), readings(), any::<bool>()),
        (arose, longer, on) in (0_u32..1_100, 1_u32..500, 0_u32..3_000),
        application in applications(),
    ) {
        let read = Readings { extension_effect: ExtensionEffect::AddedToYear, ..read };
        let parameters = Parameters { scope_from: chrono::NaiveDate::MIN, repealed_on: None, ..parameters };
        let law = Law::of_2004().with_parameters(parameters).unwrap().with_readings(read);
        // Whatever it was decided on: the certificate is registered on its first day, or approved on it.
        let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
        let mut history = History::from_iter([Act::Approved.on(start)]);
        if !is_first {
            history.extend([accepted.on(start), Act::Registered(Registration::default()).on(start)]);
        }
        let plain = law.open_in(Mode::Recorded, &history, &ledger);
        let Ok(as_of) = plain.on(start) else { return Ok(()) };
        let progress = as_of.education().unwrap();
        let cycle = u32::try_from((progress.to - progress.from).num_days()).unwrap() + 1;
        let arose_on = add_days(progress.from, arose % cycle);
        let grant = Grant {
            claim: Claim::on(Ground::Childbirth),
            arose_on,
            until: add_days(progress.to, longer),
            written_application: true,
        };
        let granted = Act::ExtensionGranted(Box::new(grant)).on(arose_on.max(plain.certificate().last_event().unwrap()));
        let mut extended = law.open_in(Mode::Recorded, &history, &ledger);
        prop_assert!(extended.record(granted).is_ok());

        let on = add_days(start, on);
        let without = plain.on(on).unwrap().assessment(&application);
        let with = extended.on(on).unwrap().assessment(&application);
        prop_assert!(no_worse(&without, &with), "{without:?} became {with:?}");
    }

    #[test]
    fn more_hours_never_make_an_assessment_worse(
        (life, on) in lived(lawful_lives()),
        (studied_on, back) in (days(), 0_u32..1_500),
        tenths in 0_u64..2_000,
        (application, mut entry) in (applications(), entries(days())),
    ) {
        let mut file = life.open();
        let before = file.on(on).unwrap().assessment(&application);
        entry.mode = StudyMode::OnTheJob;
        entry.hours = Hours::from_tenths(tenths).unwrap();
        entry.on = if back % 4 == 0 { studied_on } else { sub_days(on, back) };
        file.record_study(entry);
        let now = file.on(on).unwrap().assessment(&application);
        prop_assert!(no_worse(&before, &now), "{before:?} became {now:?}");
    }

    #[test]
    fn the_verdict_is_met_exactly_when_registering_succeeds((life, on) in lived(lawful_lives()), application in applications()) {
        // Agencies are for the act, not for the assessment.
        let law = life.law.institutions().cloned().into_iter().fold(Law::new(life.law.regulation().clone()), Law::with_institutions);
        let mut history: History = life.history.held(None).map(|(_, event)| event.clone()).take_while(|event| event.on <= on).collect();
        let verdict = law.open(&history, &life.ledger).on(on).unwrap().assessment(&application);
        history.record(Act::ApplicationAccepted(Acceptance { agency: None, application }).on(on));
        history.record(Act::Registered(Registration::default()).on(on));
        match law.open(&history, &life.ledger).on(on) {
            Ok(_) => prop_assert!(verdict.is_met(), "{verdict:?}"),
            // The new term's last day may lie beyond the calendar.
            Err(refusal) if refusal.fault.code() == Code::CalendarUncovered => prop_assert!(verdict.is_met(), "{verdict:?}"),
            Err(refusal) if refusal.fault.code() == Code::ConditionsNotMet => {
                prop_assert_eq!(refusal.fault.findings(), verdict.findings());
            }
            Err(refusal) => prop_assert_eq!(verdict.findings()[0].code(), refusal.fault.code()),
        }
    }
}
