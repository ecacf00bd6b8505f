//! The transition table against the code, both ways, and all short histories against what is promised of them.

use crate::day;
use chrono::NaiveDate;
use insta::assert_snapshot;
use ruankao::oversight::{
    Accreditation, AccreditationHistory, Act, Agency, Authority, BodyKind, Conditions, Deed, Institution, Kind, Phase,
    Rectification, Review,
};
use ruankao::{Clause, Code, Mode, Transition};

/// Every act of a kind, with nothing against it.
fn acts<K: Kind>(rectify_by: NaiveDate) -> Vec<Act<K>> {
    let dossier = K::dossier(None).or_else(|| K::dossier(Some(Conditions::MET))).unwrap();
    let mut acts = vec![Act::Opened(dossier), Act::Approved, Act::Declined];
    acts.extend(K::FILING.map(Act::Filed));
    acts.extend([Review::Passed, Review::Failed { rectify_by }].map(Act::Reviewed));
    acts.extend([Rectification::Satisfactory, Rectification::Unsatisfactory].map(Act::Rectified));
    acts
}

/// What the rule book says against a move that is not in the table.
fn refusal(kind: BodyKind, from: Phase, deed: Deed) -> (Code, Clause) {
    let (set_up, review) = match kind {
        BodyKind::RegistrationAgency => (Clause::N47_2, Clause::N47_14),
        BodyKind::TrainingInstitution => (Clause::N48_8, Clause::N48_12),
    };
    match deed {
        Deed::Proposed => (Code::AlreadyProposed, set_up),
        Deed::Applied => (Code::AlreadyApplied, set_up),
        Deed::Approved | Deed::Declined => (Code::NotAwaitingDecision, set_up),
        Deed::Filed => (Code::NotAwaitingFiling, set_up),
        Deed::Passed | Deed::Failed if from == Phase::Rectifying => (Code::RectificationPending, review),
        Deed::Passed | Deed::Failed => (Code::NotAccredited, review),
        Deed::Satisfactory | Deed::Unsatisfactory => (Code::NoRectificationPending, review),
    }
}

/// Tries every act on every state that can be reached, a year after the last one.
fn explore<K: Kind>() -> Vec<(Phase, Deed, Phase)> {
    let mut moves = Vec::new();
    let mut seen = vec![Phase::Unknown];
    let mut open = vec![(Accreditation::<K>::Unknown, 2005)];
    while let Some((state, year)) = open.pop() {
        let on = NaiveDate::from_ymd_opt(year, 6, 1).unwrap();
        for act in acts::<K>(on.succ_opt().unwrap()) {
            let (from, deed) = (state.phase(), Deed::from(act));
            let mut faults = Vec::new();
            match state.clone().apply(&act.on(on), Mode::Strict, &mut faults) {
                Ok(next) => {
                    moves.push((from, deed, next.phase()));
                    if !seen.contains(&next.phase()) {
                        seen.push(next.phase());
                        open.push((next, year + 1));
                    }
                }
                Err(refused) => {
                    let (code, clause) = refusal(K::KIND, from, deed);
                    let fault = (refused.fault.code(), refused.fault.clause());
                    assert_eq!(fault, (code, Some(clause)), "{from} {deed}");
                    assert_eq!(refused.state, state);
                }
            }
            assert!(faults.is_empty());
        }
    }
    moves
}

#[test]
fn the_table_holds_every_move_and_no_other() {
    for (kind, mut made) in
        [(BodyKind::RegistrationAgency, explore::<Agency>()), (BodyKind::TrainingInstitution, explore::<Institution>())]
    {
        let rows = kind.transitions().iter();
        let mut listed: Vec<_> = rows.map(|row| (row.from, row.trigger, row.to)).collect();
        listed.sort();
        made.sort();
        assert_eq!(made, listed, "{kind}");
    }
}

#[test]
fn each_move_is_made_by_its_authority_under_its_clause() {
    for kind in BodyKind::ALL {
        for Transition { trigger: deed, clause, .. } in kind.transitions() {
            let setting_up =
                matches!(deed, Deed::Proposed | Deed::Applied | Deed::Approved | Deed::Declined | Deed::Filed);
            assert_eq!(*clause, Some(if setting_up { kind.set_up_under() } else { kind.reviewed_under() }));
            let by = if *deed == kind.opening() { kind.opened_by() } else { kind.decided_by() };
            assert_eq!(kind.done_by(*deed), by);
        }
    }
    assert_eq!(BodyKind::RegistrationAgency.decided_by(), Authority::Office);
    assert_eq!(BodyKind::TrainingInstitution.decided_by(), Authority::ProvincialAuthority);
}

#[test]
fn the_table_prints_as_a_diagram() {
    let of = |kind: BodyKind| {
        let rows = kind.transitions().iter().map(|Transition { from, trigger, to, clause }| {
            let (event, outcome) = trigger.event();
            let words = outcome.map_or(event.to_owned(), |outcome| format!("{event} {outcome}"));
            format!("{from} --> {to}: {words} ({})", clause.unwrap())
        });
        rows.collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(of(BodyKind::RegistrationAgency), @r"
    unknown --> proposed: proposed (47.2)
    declined --> proposed: proposed (47.2)
    proposed --> accredited: approved (47.2)
    proposed --> declined: declined (47.2)
    accredited --> accredited: reviewed passed (47.14)
    accredited --> rectifying: reviewed failed (47.14)
    rectifying --> accredited: rectified satisfactory (47.14)
    rectifying --> withdrawn: rectified unsatisfactory (47.14)
    ");
    assert_snapshot!(of(BodyKind::TrainingInstitution), @r"
    unknown --> applied: applied (48.8)
    declined --> applied: applied (48.8)
    applied --> approved: approved (48.8)
    applied --> declined: declined (48.8)
    approved --> accredited: filed (48.8)
    accredited --> accredited: reviewed passed (48.12)
    accredited --> rectifying: reviewed failed (48.12)
    rectifying --> accredited: rectified satisfactory (48.12)
    rectifying --> withdrawn: rectified unsatisfactory (48.12)
    ");
}

/// What is promised of a history whose events come half a year apart.
fn examine<K: Kind>(history: &AccreditationHistory<K>) {
    let end = day("2999-12-31");
    let (strict, audit) = (history.standing(end, Mode::Strict), history.standing(end, Mode::Audit));
    match (&strict, &audit) {
        // What strict mode accepts, audit mode finds nothing in.
        (Ok(strict), audit) => assert_eq!(Ok(strict), audit.as_ref()),
        (Err(refused), Ok(audit)) => assert_eq!(audit.irregularities().first(), Some(refused)),
        (Err(strict), Err(audit)) => assert!(strict.event <= audit.event),
    }
    // As recorded, the audit's standing without what it found.
    let recorded = history.standing(end, Mode::Recorded);
    match (&audit, &recorded) {
        (Ok(audit), Ok(recorded)) => {
            assert!(recorded.irregularities().is_empty());
            assert_eq!((audit.phase(), audit.since()), (recorded.phase(), recorded.since()));
        }
        (audit, recorded) => assert_eq!(audit.as_ref().err(), recorded.as_ref().err()),
    }
    for mode in Mode::ALL {
        let timeline = history.timeline(end, mode);
        assert_eq!(timeline.as_ref().err(), history.standing(end, mode).as_ref().err());
        for event in history.events() {
            let before = event.on.pred_opt().unwrap();
            for on in [before, event.on] {
                let Ok(standing) = history.standing(on, mode) else { continue };
                // Nothing later changes an earlier day.
                let prefix: AccreditationHistory<K> =
                    history.events().iter().copied().take_while(|event| event.on <= on).collect();
                assert_eq!(prefix.standing(on, mode).as_ref(), Ok(&standing));
                // The timeline says what the standing says.
                let rows = prefix.timeline(on, mode).unwrap();
                let row = rows.last().map(|row| (row.phase, row.may_act));
                assert_eq!(row.unwrap_or((Phase::Unknown, false)), (standing.phase(), standing.may_act()));
                assert_eq!(standing.since().is_some(), standing.may_act());
                // The register says what the standing says.
                if let Ok(listing) = history.listing("B", mode) {
                    assert_eq!(listing.is_some_and(|listing| listing.may_act_on(on)), standing.may_act());
                }
            }
        }
    }
}

fn each_history<K: Kind>(acts: &[Act<K>], length: usize, events: &mut Vec<ruankao::oversight::AccreditationEvent<K>>) {
    examine(&events.iter().copied().collect());
    if events.len() < length {
        // Two a year, so that some years hold two reviews.
        let number = i32::try_from(events.len()).unwrap();
        let month = if number % 2 == 0 { 3 } else { 9 };
        let on = NaiveDate::from_ymd_opt(2005 + number / 2, month, 1).unwrap();
        for act in acts {
            events.push(act.on(on));
            each_history(acts, length, events);
            events.pop();
        }
    }
}

#[test]
fn promises_hold_of_all_short_histories() {
    let rectify_by = day("2020-01-01");
    each_history(&acts::<Agency>(rectify_by), 5, &mut Vec::new());
    let mut acts = acts::<Institution>(rectify_by);
    acts.push(Act::applied(Conditions { regional_strength: false, ..Conditions::MET }));
    each_history(&acts, 4, &mut Vec::new());
    // Further on, from an institution that acts.
    let filed = [Act::applied(Conditions::MET), Act::Approved, Act::FILED].map(|act| act.on(day("2005-01-01")));
    each_history(&acts, 6, &mut filed.to_vec());
}
