//! 47.11: 当事人对办理注销手续有异议的，可以在注销登记公布之日起30日内……申请复议。
//!
//! An appeal that came before the publication: a fault, and not a nullity.

use crate::support::{APPROVED, Asked, CANCELLED, Differing, REGISTERED, and_then, day, history, no_hours};
use ruankao::appeal::Outcome;
use ruankao::lifecycle::PhaseName;
use ruankao::regulation::Reading;
use ruankao::revocation::RevocationGround;
use ruankao::{Act, CertificateFile, Clause, Code, History, Law, Ledger, Mode, Phase};

const UPHELD: Act = Act::AppealDecided(Outcome::Upheld);
const OVERTURNED: Act = Act::AppealDecided(Outcome::Overturned);
const APPEALED: (PhaseName, bool) = (PhaseName::UnderAppeal, false);
const VOID: (PhaseName, bool) = (PhaseName::Cancelled, false);
const N47_11: Option<Clause> = Some(Clause::N47_11);

/// Cancelled on 2006-05-08 and appealed on 2006-05-09, unpublished, with more behind it.
fn appealed(events: &[(&str, Act)]) -> History {
    and_then(&history(&[APPROVED, ("2006-05-08", CANCELLED), ("2006-05-09", Act::AppealFiled)]), events)
}

fn audit<'a>(law: &Law, life: &'a History) -> CertificateFile<'a> {
    law.open_in(Mode::Audit, life, Ledger::default())
}

#[test]
fn it_is_refused_strictly_and_takes_effect_otherwise() {
    let law = no_hours();
    law.read(&appealed(&[])).faults(&[Code::NotPublished], Clause::N47_11);
    for mode in [Mode::Audit, Mode::Recorded] {
        law.open_in(mode, appealed(&[]), Ledger::default()).turns("2006-05-08", VOID, APPEALED);
    }
    // On the day of the publication, behind it, it is in time; before it on that day it is not.
    let on_the_day = |acts: [Act; 2]| {
        history(&[
            APPROVED,
            ("2006-05-08", CANCELLED),
            ("2006-05-10", acts[0].clone()),
            ("2006-05-10", acts[1].clone()),
        ])
    };
    law.read(&on_the_day([Act::CancellationPublished, Act::AppealFiled])).allows();
    let refusal = law.read(&on_the_day([Act::AppealFiled, Act::CancellationPublished])).refusal().cloned().unwrap();
    assert_eq!((refusal.event, refusal.fault.code()), (2, Code::NotPublished));
}

#[test]
fn the_publication_may_follow_once() {
    let law = no_hours();
    let published = appealed(&[("2006-05-10", Act::CancellationPublished)]);
    let kept = audit(&law, &published).irregularities().unwrap();
    assert_eq!(kept.iter().map(|kept| (kept.event, kept.fault.code())).collect::<Vec<_>>(), [(2, Code::NotPublished)]);
    assert_eq!(audit(&law, &published).stands("2006-05-10"), APPEALED);
    // The appeal stays pending when the time that the publication started has run out.
    assert_eq!(audit(&law, &published).stands("2006-06-10"), APPEALED);
    let twice = and_then(&published, &[("2006-05-10", Act::CancellationPublished)]);
    assert_eq!(audit(&law, &twice).of_last(Mode::Audit), Err((Code::AlreadyPublished, N47_11)));
    let again = and_then(&published, &[("2006-05-10", Act::AppealFiled)]);
    assert_eq!(audit(&law, &again).of_last(Mode::Audit), Err((Code::AppealExists, N47_11)));
}

#[test]
fn also_after_it_was_upheld() {
    let law = no_hours();
    let upheld = appealed(&[("2006-06-01", UPHELD)]);
    let cancelled = Phase::Cancelled {
        since: day("2006-05-08"),
        ground: RevocationGround::MajorLoss,
        is_final: true,
        appealable_until: None,
    };
    assert_eq!(audit(&law, &upheld).phase("2006-06-01"), cancelled);
    let published = and_then(&upheld, &[("2006-06-02", Act::CancellationPublished)]);
    // It stays final: the one appeal has been used.
    assert_eq!(audit(&law, &published).phase("2006-06-02"), cancelled);
    assert!(audit(&law, &published).certificate().publication().is_some());
    let again = and_then(&published, &[("2006-06-03", Act::AppealFiled)]);
    assert_eq!(audit(&law, &again).of_last(Mode::Audit), Err((Code::AppealExists, N47_11)));
    let twice = and_then(&published, &[("2006-06-03", Act::CancellationPublished)]);
    assert_eq!(audit(&law, &twice).of_last(Mode::Audit), Err((Code::AlreadyPublished, N47_11)));
}

#[test]
fn once_it_is_won_there_is_nothing_to_publish() {
    let law = no_hours();
    let won = appealed(&[("2006-06-01", OVERTURNED)]);
    audit(&law, &won).turns("2006-05-31", APPEALED, (PhaseName::InForce, true));
    let published = and_then(&won, &[("2006-06-02", Act::CancellationPublished)]);
    assert_eq!(audit(&law, &published).of_last(Mode::Audit), Err((Code::NotCancelled, Some(Clause::N47_10))));
}

/// Readings `appeal_effect` and `restored_term` treat it as any other appeal.
#[test]
fn it_suspends_and_tolls_as_any_other() {
    let suspends = no_hours().turned(Reading::AppealEffect);
    audit(&suspends, &appealed(&[])).turns("2006-05-08", VOID, (PhaseName::UnderAppeal, true));
    let tolled = no_hours().turned(Reading::RestoredTerm);
    // 24 days from 2006-05-08 to 2006-06-01.
    let won = appealed(&[("2006-06-01", OVERTURNED)]);
    assert_eq!(audit(&tolled, &won).certificate().term().unwrap().expiry(), day("2008-04-03"));
    // While it is pending, nothing else can be done.
    let registered = appealed(&[("2006-05-10", REGISTERED)]);
    assert_eq!(audit(&tolled, &registered).of_last(Mode::Audit), Err((Code::Cancelled, Some(Clause::N47_10))));
}
