//! 47.11: 当事人对办理注销手续有异议的，可以在注销登记公布之日起30日内向计算机专业技术资格（水平）
//! 证书登记管理办公室申请复议。

use crate::support::{
    Asked, CANCELLED, Differing, REGISTERED, accepted, and_then, childbirth, day, deferral, extension, history,
    no_hours, quotes,
};
use ruankao::appeal::Outcome;
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::{Parameter, Reading};
use ruankao::revocation::RevocationGround;
use ruankao::{Act, Clause, Code, History, Law, Ledger, Phase};

const UPHELD: Act = Act::AppealDecided(Outcome::Upheld);
const OVERTURNED: Act = Act::AppealDecided(Outcome::Overturned);
const APPEALED: (PhaseName, bool) = (PhaseName::UnderAppeal, false);
const LAPSED: (PhaseName, bool) = (PhaseName::Lapsed, false);
const IN_FORCE: (PhaseName, bool) = (PhaseName::InForce, true);
const DUE: (PhaseName, bool) = (PhaseName::RegistrationDue, true);

#[test]
fn the_words() {
    quotes(Clause::N47_11, "可以在注销登记公布之日起30日内");
    quotes(Clause::N47_11, "证书登记管理办公室申请复议");
}

/// Cancelled on 2006-05-08 and published on a day.
fn published(on: &str) -> History {
    history(&[("2005-03-10", Act::Approved), ("2006-05-08", CANCELLED), (on, Act::CancellationPublished)])
}

/// Appealed on 2006-06-09.
fn appealed() -> History {
    and_then(&published("2006-05-10"), &[("2006-06-09", Act::AppealFiled)])
}

#[test]
fn within_thirty_days_of_the_publication() {
    let law = Law::of_2004();
    let filed = |on| and_then(&published("2006-05-10"), &[(on, Act::AppealFiled)]);
    law.read(&filed("2006-05-10")).allows();
    law.read(&filed("2006-06-09")).allows();
    law.read(&filed("2006-06-10")).faults(&[Code::AppealTooLate], Clause::N47_11);
    law.with(Parameter::AppealDays, 60).read(&filed("2006-07-10")).allows();
}

/// Reading `appeal_last_day`.
#[test]
fn a_thirtieth_day_that_is_not_worked() {
    let (rolled, as_is) = (Law::of_2004(), Law::of_2004().turned(Reading::AppealLastDay));
    // 2007-10-03 lies in the National Day holiday, which ends with 2007-10-07.
    let holiday = |on| and_then(&published("2007-09-03"), &[(on, Act::AppealFiled)]);
    rolled.read(&holiday("2007-10-08")).allows();
    rolled.read(&holiday("2007-10-09")).faults(&[Code::AppealTooLate], Clause::N47_11);
    as_is.read(&holiday("2007-10-03")).allows();
    as_is.read(&holiday("2007-10-04")).faults(&[Code::AppealTooLate], Clause::N47_11);
    // 2006-12-31 is a Sunday that was worked.
    let makeup = |on| and_then(&published("2006-12-01"), &[(on, Act::AppealFiled)]);
    for law in [rolled, as_is] {
        law.read(&makeup("2006-12-31")).allows();
        law.read(&makeup("2007-01-01")).faults(&[Code::AppealTooLate], Clause::N47_11);
    }
}

#[test]
fn the_cancellation_is_final_when_the_time_has_run_out_unused() {
    let law = Law::of_2004();
    let phase = |is_final, appealable_until: Option<&str>| Phase::Cancelled {
        since: day("2006-05-08"),
        ground: RevocationGround::MajorLoss,
        is_final,
        appealable_until: appealable_until.map(day),
    };
    let life = published("2006-05-10");
    assert_eq!(law.read(&life).phase("2006-05-09"), phase(false, None));
    assert_eq!(law.read(&life).phase("2006-05-10"), phase(false, Some("2006-06-09")));
    assert_eq!(law.read(&life).phase("2006-06-09"), phase(false, Some("2006-06-09")));
    assert_eq!(law.read(&life).phase("2006-06-10"), phase(true, None));
    // An appeal keeps it open; one that is lost ends it.
    let upheld = and_then(&appealed(), &[("2006-08-01", UPHELD)]);
    let pending = Phase::UnderAppeal {
        since: day("2006-05-08"),
        ground: RevocationGround::MajorLoss,
        filed_on: day("2006-06-09"),
    };
    assert_eq!(law.read(&upheld).phase("2006-06-09"), pending);
    assert_eq!(law.read(&upheld).phase("2006-07-31"), pending);
    assert_eq!(law.read(&upheld).phase("2006-08-01"), phase(true, None));
}

#[test]
fn what_can_be_appealed() {
    let law = Law::of_2004();
    let running = history(&[("2005-03-10", Act::Approved), ("2006-05-10", Act::AppealFiled)]);
    law.read(&running).forbids(Code::NotCancelled, Some(Clause::N47_11));
    let unpublished =
        history(&[("2005-03-10", Act::Approved), ("2006-05-08", CANCELLED), ("2006-05-10", Act::AppealFiled)]);
    law.read(&unpublished).faults(&[Code::NotPublished], Clause::N47_11);
    // One appeal a cancellation, decided or not, in time or not.
    for on in ["2006-06-09", "2007-01-01"] {
        law.read(&and_then(&appealed(), &[(on, Act::AppealFiled)])).forbids(Code::AppealExists, Some(Clause::N47_11));
        let upheld = and_then(&appealed(), &[("2006-06-09", UPHELD), (on, Act::AppealFiled)]);
        law.read(&upheld).forbids(Code::AppealExists, Some(Clause::N47_11));
    }
    let overturned = and_then(&appealed(), &[("2006-08-01", OVERTURNED)]);
    let again = and_then(&overturned, &[("2006-08-01", Act::AppealFiled)]);
    law.read(&again).forbids(Code::NotCancelled, Some(Clause::N47_11));
    // A second cancellation has an appeal of its own.
    law.read(&and_then(
        &overturned,
        &[("2006-09-01", CANCELLED), ("2006-09-01", Act::CancellationPublished), ("2006-10-08", Act::AppealFiled)],
    ))
    .allows();
}

#[test]
fn only_a_pending_appeal_is_decided() {
    let law = Law::of_2004();
    for decision in [UPHELD, OVERTURNED] {
        let approved = history(&[("2005-03-10", Act::Approved)]);
        for life in [approved, published("2006-05-10"), and_then(&appealed(), &[("2006-08-01", UPHELD)])] {
            let decided = and_then(&life, &[("2006-08-01", decision.clone())]);
            law.read(&decided).forbids(Code::NoAppealPending, Some(Clause::N47_11));
        }
        let twice = and_then(&appealed(), &[("2006-08-01", OVERTURNED), ("2006-08-02", decision)]);
        law.read(&twice).forbids(Code::NoAppealPending, Some(Clause::N47_11));
    }
}

#[test]
fn a_certificate_that_is_won_back_is_as_it_was() {
    let law = no_hours();
    let won = |on| and_then(&appealed(), &[(on, OVERTURNED)]);
    law.read(&won("2006-08-01")).turns("2006-07-31", APPEALED, IN_FORCE);
    assert_eq!(law.read(&won("2006-08-01")).term(), law.read(&published("2006-05-10")).term());
    law.read(&won("2006-08-01")).turns("2008-03-10", DUE, LAPSED);
    // Won on the last day of the term, and on the day after it.
    law.read(&won("2008-03-10")).turns("2008-03-09", APPEALED, DUE);
    law.read(&won("2008-03-11")).turns("2008-03-10", APPEALED, LAPSED);
    assert_eq!(law.read(&won("2008-05-01")).phase("2009-01-01"), Phase::Lapsed { since: day("2008-05-01") });
}

/// Cancelled on 2008-02-01 with something pending, won back on a day.
fn won_back_with(pending: &[(&str, Act)], on: &str) -> History {
    let life = and_then(&history(&[("2005-03-10", Act::Approved)]), pending);
    let appealed =
        [("2008-02-01", CANCELLED), ("2008-02-01", Act::CancellationPublished), ("2008-02-05", Act::AppealFiled)];
    and_then(&and_then(&life, &appealed), &[(on, OVERTURNED)])
}

#[test]
fn what_was_pending_is_pending_again() {
    let law = no_hours();
    let applied = won_back_with(&[("2008-01-15", accepted())], "2008-05-01");
    assert_eq!(law.read(&applied).phase("2008-05-01"), Phase::UnderReview { accepted_on: day("2008-01-15") });
    law.read(&and_then(&applied, &[("2008-05-02", REGISTERED)])).allows();
    let asked = won_back_with(&[("2008-01-15", deferral("2008-09-10", childbirth()))], "2008-05-01");
    assert_eq!(law.read(&asked).phase("2008-05-01"), Phase::DeferralPending { requested_on: day("2008-01-15") });
    law.read(&and_then(&asked, &[("2008-05-02", Act::DeferralGranted)])).allows();
    // Under `lapses` what was pending ended with the term.
    let lapses = law.turned(Reading::PendingAtExpiry);
    assert_eq!(lapses.read(&applied).phase("2008-05-01"), Phase::Lapsed { since: day("2008-05-01") });
    let in_time = won_back_with(&[("2008-01-15", accepted())], "2008-03-10");
    lapses.read(&in_time).turns("2008-03-10", (PhaseName::UnderReview, true), LAPSED);
}

/// Reading `appeal_effect`.
#[test]
fn an_appeal_may_suspend_the_cancellation() {
    let suspends = Law::of_2004().turned(Reading::AppealEffect);
    let (suspended, void) = ((PhaseName::UnderAppeal, true), (PhaseName::UnderAppeal, false));
    suspends.read(&appealed()).turns("2006-06-08", (PhaseName::Cancelled, false), suspended);
    suspends.read(&appealed()).turns("2008-03-10", suspended, void);
    Law::of_2004().read(&appealed()).turns("2006-06-08", (PhaseName::Cancelled, false), void);
    // It does not matter before the appeal, or once it is lost.
    let upheld = and_then(&appealed(), &[("2006-08-01", UPHELD)]);
    suspends.read(&upheld).turns("2006-07-31", suspended, (PhaseName::Cancelled, false));
    // In a deferral the certificate is as valid as a deferred one.
    let deferred = history(&[
        ("2005-03-10", Act::Approved),
        ("2008-01-10", deferral("2008-09-10", childbirth())),
        ("2008-01-15", Act::DeferralGranted),
        ("2008-02-01", CANCELLED),
        ("2008-02-01", Act::CancellationPublished),
        ("2008-02-05", Act::AppealFiled),
    ]);
    suspends.read(&deferred).turns("2008-03-10", suspended, suspended);
    suspends.read(&deferred).turns("2008-09-10", suspended, void);
    suspends.turned(Reading::DeferredValidity).read(&deferred).turns("2008-03-10", suspended, void);
}

/// Reading `restored_term`.
#[test]
fn the_term_may_be_longer_by_the_days_lost() {
    let tolled = no_hours().turned(Reading::RestoredTerm);
    // 85 days from 2006-05-08 to 2006-08-01.
    let won = and_then(&appealed(), &[("2006-08-01", OVERTURNED)]);
    let term = tolled.read(&won).term();
    assert_eq!(
        (term.nominal(), term.expiry(), term.opens()),
        (day("2008-06-03"), day("2008-06-03"), day("2008-03-03"))
    );
    tolled.read(&won).turns("2008-06-03", DUE, LAPSED);
    // Won on the day of the cancellation it makes no difference.
    let at_once = history(&[
        ("2005-03-10", Act::Approved),
        ("2006-05-08", CANCELLED),
        ("2006-05-08", Act::CancellationPublished),
        ("2006-05-08", Act::AppealFiled),
        ("2006-05-08", OVERTURNED),
    ]);
    assert_eq!(tolled.read(&at_once).term(), no_hours().read(&at_once).term());
    // The education cycle stays.
    assert_eq!(tolled.read(&won).progress("2006-08-01").to, day("2008-03-10"));
    let extended = |arose_on| and_then(&won, &[("2008-06-01", extension(arose_on, "2008-09-10", childbirth()))]);
    tolled.read(&extended("2008-03-10")).allows();
    tolled.read(&extended("2008-03-11")).forbids(Code::OutsideCycle, Some(Clause::N48_6));
    // The latest day of a deferral moves with the nominal end.
    let asked = |until| and_then(&won, &[("2008-06-03", deferral(until, childbirth()))]);
    tolled.read(&asked("2009-06-03")).allows();
    tolled.read(&asked("2009-06-04")).faults(&[Code::DeferralTooLong], Clause::N47_8);
}

#[test]
fn the_days_of_deferrals_move_with_the_term() {
    let tolled = no_hours().turned(Reading::RestoredTerm);
    // 90 days from 2008-02-01 to 2008-05-01.
    let asked = [("2008-01-15", deferral("2008-09-10", childbirth()))];
    let requested = won_back_with(&asked, "2008-05-01");
    assert_eq!(tolled.read(&requested).term().expiry(), day("2008-06-08"));
    tolled.read(&requested).turns("2008-06-08", DUE, (PhaseName::DeferralPending, true));
    let granted_later = and_then(&requested, &[("2008-05-02", Act::DeferralGranted)]);
    tolled.read(&granted_later).turns("2008-12-09", (PhaseName::Deferred, true), LAPSED);
    let granted_before = [asked[0].clone(), ("2008-01-16", Act::DeferralGranted)];
    tolled.read(&won_back_with(&granted_before, "2008-05-01")).turns("2008-12-09", (PhaseName::Deferred, true), LAPSED);
    // However long the appeal takes, the days that were left of the term are left.
    let lost = won_back_with(&[], "2009-06-01");
    tolled.read(&lost).turns("2009-05-31", APPEALED, DUE);
}

/// Longer by 203 days, the term ends in the holidays of October and rolls beyond the day until which it was deferred.
#[test]
fn a_term_that_rolls_beyond_its_deferral_is_valid_to_the_deferral() {
    let law = Law::of_2004().turned(Reading::RestoredTerm).turned(Reading::TermLastDay);
    let history = history(&[
        ("2005-03-10", Act::Approved),
        ("2008-01-10", deferral("2008-03-11", childbirth())),
        ("2008-01-15", Act::DeferralGranted),
        ("2008-02-01", CANCELLED),
        ("2008-02-02", Act::CancellationPublished),
        ("2008-02-10", Act::AppealFiled),
        ("2008-08-22", OVERTURNED),
    ]);
    let term = law.read(&history).term();
    assert_eq!(
        (term.nominal(), term.expiry(), term.deadline()),
        (day("2008-09-29"), day("2008-10-06"), day("2008-09-30"))
    );
    let file = law.open(&history, Ledger::default());
    let as_of = file.on(day("2008-09-01")).unwrap();
    assert_eq!((as_of.standing().in_force, as_of.last_valid_day()), (true, Some(day("2008-09-30"))));
}

#[test]
fn a_longer_term_that_rolls_into_an_unknown_year_refuses_the_decision() {
    let law = Law::of_2004().turned(Reading::RestoredTerm).turned(Reading::TermLastDay);
    let won = |on| {
        history(&[
            ("2023-12-01", Act::Approved),
            ("2026-01-05", CANCELLED),
            ("2026-01-05", Act::CancellationPublished),
            ("2026-01-06", Act::AppealFiled),
            (on, OVERTURNED),
        ])
    };
    // 2026-12-01 and thirty days are 2026-12-31.
    law.read(&won("2026-02-04")).allows();
    law.read(&won("2026-02-05")).forbids(Code::CalendarUncovered, None);
}
