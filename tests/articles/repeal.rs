//! The repeal of the notices (`repealed_on`): the day before, the day, the day after, in every phase.

use crate::support::{
    APPROVED, Asked, CANCELLED, Differing, FILED, REGISTERED, accepted, and_then, childbirth, day, deferral, enough,
    extension, history, no_hours,
};
use ruankao::appeal::Outcome;
use ruankao::lifecycle::{PhaseName, StateName};
use ruankao::regulation::{Parameters, Reading, Repeal};
use ruankao::{Act, Application, Code, History, Law, Phase};

const RELEASED: (PhaseName, bool) = (PhaseName::Released, true);
const LAPSED: (PhaseName, bool) = (PhaseName::Lapsed, false);
const APPEALED: (PhaseName, bool) = (PhaseName::UnderAppeal, false);
const CANCELLED_THEN: (PhaseName, bool) = (PhaseName::Cancelled, false);
const OVERTURNED: Act = Act::AppealDecided(Outcome::Overturned);

fn life(events: &[(&str, Act)]) -> History {
    and_then(&history(&[APPROVED]), events)
}

/// Repealed from 2008-02-01 on, within the window of a certificate approved on 2005-03-10.
fn law() -> Law {
    no_hours().repealed_on("2008-02-01")
}

/// 工信厅人〔2019〕50号: who repealed, by what.
#[test]
fn the_repeal_names_its_document_and_its_issuer() {
    let repeal = Repeal::OF_2019;
    assert_eq!((repeal.document_number(), repeal.issuer_zh()), ("工信厅人〔2019〕50号", "工业和信息化部办公厅"));
    assert_eq!(repeal.issuer_en(), "General Office of the Ministry of Industry and Information Technology");
}

#[test]
fn whatever_has_neither_lapsed_nor_been_cancelled_is_released() {
    let asked = || deferral("2008-09-10", childbirth());
    let rows = [
        (PhaseName::InForce, history(&[("2006-03-10", Act::Approved)])),
        (PhaseName::RegistrationDue, life(&[])),
        (PhaseName::Filed, life(&[("2008-01-15", FILED)])),
        (PhaseName::UnderReview, life(&[("2008-01-15", accepted())])),
        // Before the term ends a request is no phase of its own.
        (PhaseName::RegistrationDue, life(&[("2008-01-15", asked())])),
        (PhaseName::RegistrationDue, life(&[("2008-01-15", asked()), ("2008-01-16", Act::DeferralGranted)])),
        (PhaseName::InForce, life(&[("2008-01-15", accepted()), ("2008-01-31", REGISTERED)])),
    ];
    for (phase, life) in rows {
        law().read(&life).turns("2008-01-31", (phase, true), RELEASED);
        assert_eq!(law().read(&life).stands("2008-02-02"), RELEASED);
        assert_eq!(law().read(&life).phase("2999-12-31"), Phase::Released);
    }
    // After the term: pending over its last day, and deferred.
    let later = no_hours().repealed_on("2008-06-01");
    let rows = [
        (PhaseName::Filed, life(&[("2008-03-10", FILED)])),
        (PhaseName::UnderReview, life(&[("2008-03-10", accepted())])),
        (PhaseName::DeferralPending, life(&[("2008-03-10", asked())])),
        (PhaseName::Deferred, life(&[("2008-03-10", asked()), ("2008-03-10", Act::DeferralGranted)])),
    ];
    for (phase, life) in rows {
        later.read(&life).turns("2008-05-31", (phase, true), RELEASED);
    }
    // A deferred certificate that was not valid is released all the same.
    let deferred = life(&[("2008-03-10", asked()), ("2008-03-10", Act::DeferralGranted)]);
    let not_valid = later.turned(Reading::DeferredValidity);
    not_valid.read(&deferred).turns("2008-05-31", (PhaseName::Deferred, false), RELEASED);
}

/// Reading `lapsed_at_repeal`.
#[test]
fn what_had_lapsed_stays_so_or_is_revived() {
    let repealed = |on| no_hours().repealed_on(on);
    let revived = |on| repealed(on).turned(Reading::LapsedAtRepeal);
    // The last day in force is 2008-03-10; a repeal on the day after it finds the certificate in force.
    repealed("2008-03-11").read(&life(&[])).turns("2008-03-10", (PhaseName::RegistrationDue, true), RELEASED);
    repealed("2008-03-12").read(&life(&[])).turns("2008-03-11", LAPSED, LAPSED);
    assert_eq!(repealed("2008-03-12").read(&life(&[])).phase("2019-01-01"), Phase::Lapsed { since: day("2008-03-11") });
    revived("2008-03-12").read(&life(&[])).turns("2008-03-11", LAPSED, RELEASED);
    // Lapsed by a decision.
    let refused = life(&[("2008-03-10", accepted()), ("2008-04-01", Act::Refused)]);
    repealed("2008-04-02").read(&refused).turns("2008-04-01", LAPSED, LAPSED);
    revived("2008-04-02").read(&refused).turns("2008-04-01", LAPSED, RELEASED);
    // The day before the decision it was under review, and released.
    repealed("2008-04-01").read(&life(&[("2008-03-10", accepted())])).turns(
        "2008-03-31",
        (PhaseName::UnderReview, true),
        RELEASED,
    );
}

/// What was pending after a lapse ends too, and leaves the lapse.
#[test]
fn what_is_pending_after_a_lapse_ends() {
    let law = no_hours().turned(Reading::LapseEffect).repealed_on("2010-01-01");
    for (phase, made) in [(PhaseName::Filed, FILED), (PhaseName::UnderReview, accepted())] {
        let pending = life(&[("2009-06-01", made)]);
        law.read(&pending).turns("2009-12-31", (phase, false), LAPSED);
        assert_eq!(law.read(&pending).phase("2010-01-01"), Phase::Lapsed { since: day("2008-03-11") });
        let revived = law.clone().turned(Reading::LapsedAtRepeal);
        revived.read(&pending).turns("2009-12-31", (phase, false), RELEASED);
    }
}

#[test]
fn nothing_is_done_under_the_notices_from_that_day() {
    let acts = || {
        [
            deferral("2008-09-10", childbirth()),
            extension("2006-06-01", "2008-09-10", childbirth()),
            FILED,
            accepted(),
            CANCELLED,
        ]
    };
    for act in acts() {
        law().read(&life(&[("2008-01-31", act.clone())])).allows();
        for on in ["2008-02-01", "2008-02-02"] {
            law().read(&life(&[(on, act.clone())])).forbids(Code::Repealed, None);
        }
    }
    // What was pending is not decided either.
    let decisions = [
        (FILED, accepted()),
        (FILED, Act::ApplicationWithdrawn),
        (accepted(), REGISTERED),
        (accepted(), Act::Refused),
        (deferral("2008-09-10", childbirth()), Act::DeferralGranted),
        (deferral("2008-09-10", childbirth()), Act::DeferralRefused),
    ];
    for (made, decided) in decisions {
        law().read(&life(&[("2008-01-15", made.clone()), ("2008-01-31", decided.clone())])).allows();
        law().read(&life(&[("2008-01-15", made), ("2008-02-01", decided)])).forbids(Code::Repealed, None);
    }
}

/// The order of the general faults: out of order, approved, outside the regime, repealed, lapsed, cancelled.
#[test]
fn where_the_repeal_stands_among_the_faults() {
    let late = |events: &[(&str, Act)]| history(events);
    law().read(&late(&[APPROVED, ("2008-01-01", FILED), ("2007-12-31", FILED)])).forbids(Code::OutOfOrder, None);
    law().read(&late(&[("2008-02-01", FILED)])).forbids(Code::NotApproved, Some(ruankao::Clause::N47_4_1));
    law().read(&late(&[APPROVED, ("2008-02-01", Act::Approved)])).forbids(Code::AlreadyApproved, None);
    let outside = [("2003-12-31", Act::Approved), ("2008-02-01", FILED)];
    law().read(&late(&outside)).forbids(Code::NotSubject, Some(ruankao::Clause::N47_0));
    law().read(&late(&[APPROVED, ("2009-01-01", accepted())])).forbids(Code::Repealed, None);
    law().read(&late(&[APPROVED, ("2008-01-08", CANCELLED), ("2008-02-01", CANCELLED)])).forbids(Code::Repealed, None);
}

#[test]
fn approved_from_that_day_on_it_is_outside_the_regime() {
    let approved = |on| history(&[(on, Act::Approved)]);
    law().read(&approved("2008-01-31")).turns("2008-01-31", (PhaseName::InForce, true), RELEASED);
    for on in ["2008-02-01", "2008-02-02"] {
        assert_eq!(law().read(&approved(on)).stands(on), (PhaseName::NotSubject, true));
        assert_eq!(law().read(&approved(on)).certificate().state_name(), StateName::NotSubject);
    }
}

/// Cancelled on a day before the repeal, with more behind it.
fn cancelled(events: &[(&str, Act)]) -> History {
    and_then(&life(&[("2006-05-08", CANCELLED)]), events)
}

#[test]
fn what_was_cancelled_stays_cancelled_and_is_published_and_appealed_as_before() {
    law().read(&cancelled(&[])).turns("2008-01-31", CANCELLED_THEN, CANCELLED_THEN);
    let appealed = [("2008-02-10", Act::CancellationPublished), ("2008-03-11", Act::AppealFiled)];
    law().read(&cancelled(&appealed)).allows();
    let published = cancelled(&appealed[..1]);
    law().read(&published).turns("2008-03-11", CANCELLED_THEN, CANCELLED_THEN);
    assert!(matches!(law().read(&published).phase("2008-03-12"), Phase::Cancelled { is_final: true, .. }));
    let too_late = and_then(&published, &[("2008-03-12", Act::AppealFiled)]);
    law().read(&too_late).faults(&[Code::AppealTooLate], ruankao::Clause::N47_11);
    let upheld = and_then(&cancelled(&appealed), &[("2008-04-01", Act::AppealDecided(Outcome::Upheld))]);
    law().read(&upheld).turns("2008-03-31", APPEALED, CANCELLED_THEN);
}

/// Cancelled before it and won after it: released where, left as it was, it would not have lapsed before the repeal.
#[test]
fn a_cancellation_overturned_after_it() {
    let won = |on| {
        cancelled(&[("2006-05-10", Act::CancellationPublished), ("2006-06-09", Act::AppealFiled), (on, OVERTURNED)])
    };
    // On the day before, the term runs again, and the repeal releases it.
    law().read(&won("2008-01-31")).turns("2008-01-31", (PhaseName::RegistrationDue, true), RELEASED);
    for on in ["2008-02-01", "2008-02-02", "2010-01-01"] {
        let last = day(on).pred_opt().unwrap().to_string();
        law().read(&won(on)).turns(&last, APPEALED, RELEASED);
    }
    // It would have lapsed on 2008-03-11: a repeal on the day after that finds it lapsed, since the decision.
    no_hours().repealed_on("2008-03-11").read(&won("2009-01-01")).turns("2008-12-31", APPEALED, RELEASED);
    let lapsed = no_hours().repealed_on("2008-03-12");
    assert_eq!(lapsed.read(&won("2009-01-01")).phase("2009-01-01"), Phase::Lapsed { since: day("2009-01-01") });
    // Reading `lapsed_at_repeal`.
    let revived = lapsed.clone().turned(Reading::LapsedAtRepeal);
    revived.read(&won("2009-01-01")).turns("2008-12-31", APPEALED, RELEASED);
    // Reading `restored_term`: the days from the cancellation to the decision are added, those after the repeal too.
    let tolled = lapsed.turned(Reading::RestoredTerm);
    tolled.read(&won("2009-01-01")).turns("2008-12-31", APPEALED, RELEASED);
    // Tolled from 2008-03-10 by one day alone, it had lapsed by the end of 2008-03-12.
    let at_once = history(&[
        APPROVED,
        ("2008-03-10", CANCELLED),
        ("2008-03-10", Act::CancellationPublished),
        ("2008-03-10", Act::AppealFiled),
        ("2008-03-11", OVERTURNED),
    ]);
    no_hours().turned(Reading::RestoredTerm).repealed_on("2008-03-12").read(&at_once).turns(
        "2008-03-11",
        (PhaseName::RegistrationDue, true),
        RELEASED,
    );
    no_hours().turned(Reading::RestoredTerm).repealed_on("2008-03-13").read(&at_once).turns(
        "2008-03-12",
        LAPSED,
        LAPSED,
    );
}

/// What was pending at the cancellation keeps it from having lapsed, and ends with the repeal.
#[test]
fn an_appeal_won_after_it_with_something_pending() {
    let won = life(&[
        ("2008-01-15", FILED),
        ("2008-01-20", CANCELLED),
        ("2008-01-20", Act::CancellationPublished),
        ("2008-01-25", Act::AppealFiled),
        ("2009-01-01", OVERTURNED),
    ]);
    no_hours().repealed_on("2008-06-01").read(&won).turns("2008-12-31", APPEALED, RELEASED);
    // Under `in_time = acceptance` it would have lapsed with the term.
    let acceptance = no_hours().turned(Reading::InTime).repealed_on("2008-06-01");
    acceptance.read(&won).turns("2008-12-31", APPEALED, LAPSED);
}

/// Reading `appeal_effect`: from the repeal on, in force where it would be released if the appeal were won.
#[test]
fn an_appeal_that_suspends() {
    let appealed = cancelled(&[("2006-05-10", Act::CancellationPublished), ("2006-06-09", Act::AppealFiled)]);
    let suspends = |on| no_hours().turned(Reading::AppealEffect).repealed_on(on);
    let (in_force, not) = ((PhaseName::UnderAppeal, true), APPEALED);
    suspends("2008-03-11").read(&appealed).turns("2008-03-10", in_force, in_force);
    suspends("2008-03-12").read(&appealed).turns("2008-03-10", in_force, not);
    assert_eq!(suspends("2008-03-12").read(&appealed).stands("2008-03-12"), not);
    let revived = suspends("2008-03-12").turned(Reading::LapsedAtRepeal);
    revived.read(&appealed).turns("2008-03-11", not, in_force);
}

#[test]
fn what_is_asked_after_it() {
    let law = Law::of_2004().repealed_on("2008-02-01");
    let approved = life(&[]);
    let file = law.open(&approved, enough());
    let before = file.on(day("2008-01-31")).unwrap();
    let outlook = before.outlook().unwrap();
    assert_eq!((outlook.holds_until, outlook.then.phase), (day("2008-01-31"), PhaseName::Released));
    assert_eq!((before.deadline(), before.last_valid_day()), (Some(day("2008-03-10")), None));
    let after = file.on(day("2008-02-01")).unwrap();
    assert_eq!((after.deadline(), after.last_valid_day(), after.outlook()), (None, None, None));
    // An assessment says that alone.
    let worst = Application { fee_paid: false, conduct_good: false, ..Application::COMPLETE };
    assert_eq!(file.lacks("2008-02-01", &worst), [Code::Repealed]);
    assert_eq!(file.lacks("2008-01-31", &worst), [Code::Conduct, Code::FeeUnpaid]);
    // Education is answered as before it.
    assert_eq!(file.progress("2008-02-01"), Law::of_2004().open(&approved, enough()).progress("2008-02-01"));
}

/// A calendar that does not cover a rolled day refuses as before the repeal.
#[test]
fn the_calendar_is_asked_as_before_it() {
    let law = no_hours().repealed_on("2026-11-15");
    let published =
        |on| history(&[("2025-03-10", Act::Approved), ("2026-11-01", CANCELLED), (on, Act::CancellationPublished)]);
    law.read(&published("2026-12-01")).allows();
    law.read(&published("2026-12-02")).forbids(Code::CalendarUncovered, None);
}

#[test]
fn the_day_is_for_whoever_embeds_the_crate_to_name() {
    assert_eq!(Parameters::NOTICES.repealed_on, None);
    let lawful = |on| Law::of_2004().with_parameters(Parameters { repealed_on: Some(day(on)), ..Parameters::NOTICES });
    assert!(lawful("2004-01-01").is_err());
    assert!(lawful("2004-01-02").is_ok());
    let caution = |on, repealed_on: Option<&str>| Repeal::OF_2019.needs_caution(day(on), repealed_on.map(day));
    assert!(!caution("2018-12-31", None) && caution("2019-01-01", None) && !caution("2019-01-01", Some("2019-07-01")));
}
