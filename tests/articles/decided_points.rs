//! The points that are decided, with no reading to turn: each has a test of its name, in the order of the rule book.

use crate::support::{
    APPROVED, Asked, CANCELLED, Differing, FILED, REGISTERED, accepted, and_then, childbirth, claim, day, deferral,
    enough, extension, history, ledger, no_hours, register, studied,
};
use ruankao::appeal::Outcome;
use ruankao::calendar::Period;
use ruankao::duty::Task;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::ground::Ground;
use ruankao::identity::{Level, PersonName};
use ruankao::lifecycle::PhaseName;
use ruankao::oversight::{
    AccreditationHistory, Act as BodyAct, Authority, CourseContent, CourseDraft, Review, Signature, Title,
    TraineeDraft, may_teach,
};
use ruankao::regulation::{DecidedPoint, Reading};
use ruankao::revocation::{Revocation, RevocationGround};
use ruankao::{Act, Application, Clause, Code, History, Hours, Law, Ledger, Mode, Phase};

const LAPSED: (PhaseName, bool) = (PhaseName::Lapsed, false);
const IN_FORCE: (PhaseName, bool) = (PhaseName::InForce, true);
const OVERTURNED: Act = Act::AppealDecided(Outcome::Overturned);

fn life(events: &[(&str, Act)]) -> History {
    and_then(&history(&[APPROVED]), events)
}

/// The lapse does not reach back to the deadline.
#[test]
fn late_decision() {
    for ended in [Act::Refused, Act::ApplicationWithdrawn] {
        let ended = life(&[("2008-03-10", FILED), ("2008-05-01", ended)]);
        no_hours().read(&ended).turns("2008-04-30", (PhaseName::Filed, true), LAPSED);
        assert_eq!(no_hours().read(&ended).phase("2009-01-01"), Phase::Lapsed { since: day("2008-05-01") });
    }
}

/// Void from the act, appealable from the publication; an appeal before it takes effect in an audit.
#[test]
fn cancellation_takes_effect() {
    let cancelled = life(&[("2006-05-08", CANCELLED)]);
    no_hours().read(&cancelled).turns("2006-05-07", IN_FORCE, (PhaseName::Cancelled, false));
    let early = and_then(&cancelled, &[("2006-05-09", Act::AppealFiled)]);
    no_hours().read(&early).faults(&[Code::NotPublished], Clause::N47_11);
    let audit = no_hours().open_in(Mode::Audit, &early, Ledger::default());
    assert_eq!(audit.stands("2006-05-09"), (PhaseName::UnderAppeal, false));
}

/// Final once the notices' own remedy is used up; no act records what a court says.
#[test]
fn final_within_notices() {
    let published = life(&[("2006-05-08", CANCELLED), ("2006-05-10", Act::CancellationPublished)]);
    let is_final = |on| match no_hours().read(&published).phase(on) {
        Phase::Cancelled { is_final, .. } => is_final,
        phase => panic!("{phase:?}"),
    };
    assert!(!is_final("2006-06-09") && is_final("2006-06-10"));
    // Nothing follows it.
    let decided = and_then(&published, &[("2006-06-10", OVERTURNED)]);
    no_hours().read(&decided).forbids(Code::NoAppealPending, Some(Clause::N47_11));
}

/// A registration got by fraud is void from its revocation, and was valid until then.
#[test]
fn fraud_from_revocation() {
    let fraud = Act::Cancelled(Revocation::Fraud { verified_by_province: true });
    let revoked = life(&[("2008-01-15", accepted()), ("2008-01-20", REGISTERED), ("2009-01-01", fraud)]);
    no_hours().read(&revoked).turns("2008-12-31", IN_FORCE, (PhaseName::Cancelled, false));
    assert_eq!(no_hours().read(&revoked).stands("2008-01-20"), IN_FORCE);
}

/// What is filed stays filed and what is accepted stays under review, however long.
#[test]
fn agency_silence() {
    for (phase, made) in [(PhaseName::Filed, FILED), (PhaseName::UnderReview, accepted())] {
        assert_eq!(no_hours().read(&life(&[("2008-03-10", made)])).stands("2018-03-10"), (phase, true));
    }
}

/// Each beyond the last, within a year of the nominal end.
#[test]
fn several_deferrals() {
    let again = |until| {
        life(&[
            ("2008-01-15", deferral("2008-06-10", childbirth())),
            ("2008-01-16", Act::DeferralGranted),
            ("2008-03-10", deferral(until, childbirth())),
        ])
    };
    no_hours().read(&again("2008-06-10")).forbids(Code::DeferralNotBeyondDeadline, Some(Clause::N47_8));
    no_hours().read(&again("2008-06-11")).allows();
    no_hours().read(&again("2009-03-10")).allows();
    no_hours().read(&again("2009-03-11")).faults(&[Code::DeferralTooLong], Clause::N47_8);
}

/// Refused; and the request cannot be withdrawn.
#[test]
fn application_during_request() {
    let asked = life(&[("2008-01-15", deferral("2008-09-10", childbirth()))]);
    for act in [FILED, accepted()] {
        no_hours().read(&and_then(&asked, &[("2008-01-16", act)])).forbids(Code::DeferralPending, Some(Clause::N47_8));
    }
    let withdrawn = and_then(&asked, &[("2008-01-16", Act::ApplicationWithdrawn)]);
    no_hours().read(&withdrawn).forbids(Code::NoApplicationPending, Some(Clause::N47_7));
}

/// Filed on the day the event names: whether that is the day of posting is for who records it.
#[test]
fn posted_papers() {
    no_hours().read(&life(&[("2008-03-10", FILED)])).allows();
    no_hours().read(&life(&[("2008-03-11", FILED)])).forbids(Code::Lapsed, Some(Clause::N47_3));
}

/// Two years completed before the return remain a ground, years after it.
#[test]
fn return_to_post() {
    let back = |returned_on| {
        let (left_on, returned_on) = (day("2005-06-01"), Some(day(returned_on)));
        life(&[("2008-01-15", Act::Cancelled(Revocation::LeftPost { left_on, returned_on }))])
    };
    no_hours().read(&back("2007-06-01")).allows();
    no_hours().read(&back("2007-05-31")).faults(&[Code::OffPostTooShort], Clause::N47_10_3);
}

/// Accepted as they are.
#[test]
fn acts_before_issue() {
    let early = [("2004-01-01", Act::Approved), ("2004-02-01", CANCELLED), ("2004-02-02", Act::CancellationPublished)];
    no_hours().read(&history(&early)).allows();
}

/// Valid without end, with nothing to register.
#[test]
fn after_repeal() {
    let law = no_hours().repealed_on("2008-02-01");
    law.read(&life(&[])).turns("2008-01-31", (PhaseName::RegistrationDue, true), (PhaseName::Released, true));
    assert_eq!(law.read(&life(&[])).stands("2999-12-31"), (PhaseName::Released, true));
}

/// 副教授 is not read as a senior professional title.
#[test]
fn associate_professor() {
    assert!(!may_teach(Level::Senior, Title::AssociateProfessor, true).is_qualified());
    assert!(may_teach(Level::Senior, Title::SeniorProfessional, true).is_qualified());
    assert!(may_teach(Level::Intermediate, Title::AssociateProfessor, true).is_qualified());
}

/// Strictly verified with what is held now; what was decided stands as recorded.
#[test]
fn struck_hours() {
    let life = life(&[("2008-01-15", accepted()), ("2008-01-20", REGISTERED)]);
    let mut file = Law::of_2004().open(&life, enough());
    file.allows();
    file.strike_study(0, day("2009-01-01")).unwrap();
    file.faults(&[Code::ConditionsNotMet], Clause::N47_7);
    assert_eq!(file.under(file.law(), Mode::Recorded).stands("2008-01-20"), IN_FORCE);
}

/// A fault, not a nullity.
#[test]
fn early_application() {
    let early = life(&[("2007-12-09", accepted()), ("2007-12-20", REGISTERED)]);
    let refusal = no_hours().read(&early).refusal().cloned().unwrap();
    assert_eq!((refusal.event, refusal.fault.code()), (1, Code::BeforeWindow));
    assert_eq!(no_hours().open_in(Mode::Audit, &early, Ledger::default()).stands("2007-12-20"), IN_FORCE);
}

/// One a term.
#[test]
fn several_extensions() {
    let extended = |on| (on, extension("2006-06-01", "2008-06-10", childbirth()));
    no_hours().read(&life(&[extended("2007-01-01")])).allows();
    let twice = life(&[extended("2007-01-01"), extended("2007-01-02")]);
    no_hours().read(&twice).forbids(Code::ExtensionExists, Some(Clause::N48_6));
}

/// None: it has to reach beyond the cycle.
#[test]
fn extension_within_cycle() {
    let until = |until| life(&[("2007-01-01", extension("2006-06-01", until, childbirth()))]);
    no_hours().read(&until("2008-03-10")).forbids(Code::ExtensionNotBeyondCycle, Some(Clause::N48_6));
    no_hours().read(&until("2008-03-11")).allows();
}

/// An extension of education alone does not defer the registration.
#[test]
fn extension_and_registration() {
    let extended = life(&[("2007-01-01", extension("2006-06-01", "2008-09-10", childbirth()))]);
    no_hours().read(&extended).turns("2008-03-10", (PhaseName::RegistrationDue, true), LAPSED);
}

/// Only after the application is withdrawn.
#[test]
fn deferral_during_application() {
    let asked = || deferral("2008-09-10", childbirth());
    for made in [FILED, accepted()] {
        let pending = life(&[("2008-01-15", made)]);
        no_hours()
            .read(&and_then(&pending, &[("2008-01-16", asked())]))
            .forbids(Code::ApplicationPending, Some(Clause::N47_7));
        no_hours()
            .read(&and_then(&pending, &[("2008-01-16", Act::ApplicationWithdrawn), ("2008-01-16", asked())]))
            .allows();
    }
}

/// Any year within the cycle, the first as well as the last.
#[test]
fn year_of_absence() {
    for away in [("2005-03-11", "2005-09-10"), ("2006-01-01", "2006-07-03"), ("2008-03-11", "2008-09-10")] {
        no_hours().read(&life(&[("2008-01-15", deferral("2008-09-10", claim(Ground::SickLeave, &[away])))])).allows();
    }
}

/// Lapsed since the decision, with no fresh time to register.
#[test]
fn won_appeal_past_deadline() {
    let appealed =
        [("2006-05-08", CANCELLED), ("2006-05-10", Act::CancellationPublished), ("2006-06-09", Act::AppealFiled)];
    let won = |on| and_then(&life(&appealed), &[(on, OVERTURNED)]);
    no_hours().read(&won("2008-03-10")).turns("2008-03-10", (PhaseName::RegistrationDue, true), LAPSED);
    no_hours().read(&won("2008-03-11")).turns("2008-03-10", (PhaseName::UnderAppeal, false), LAPSED);
}

/// No way back but the appeal.
#[test]
fn after_cancellation() {
    for law in [no_hours(), no_hours().turned(Reading::LapseEffect)] {
        for act in [FILED, accepted()] {
            let again = life(&[("2006-05-08", CANCELLED), ("2010-01-15", act)]);
            law.read(&again).forbids(Code::Cancelled, Some(Clause::N47_10));
        }
    }
}

/// It bars without limit of time: the particulars say whether there is one, and not when.
#[test]
fn old_criminal_record() {
    let barred = Application { no_criminal_record: false, ..Application::COMPLETE };
    assert_eq!(no_hours().read(&life(&[])).lacks("2008-01-15", &barred), [Code::CriminalRecord]);
}

/// A new certificate: it does not renew the old.
#[test]
fn new_examination() {
    no_hours().read(&life(&[("2007-11-10", Act::Approved)])).forbids(Code::AlreadyApproved, None);
    let new = history(&[("2007-11-10", Act::Approved)]);
    no_hours().read(&life(&[])).turns("2008-03-10", (PhaseName::RegistrationDue, true), LAPSED);
    assert_eq!(no_hours().read(&new).stands("2008-03-11"), IN_FORCE);
}

/// Under `conditions_on = acceptance` hours between acceptance and registration count for neither cycle.
#[test]
fn hours_during_review() {
    let law = Law::of_2004().turned(Reading::ConditionsOn);
    let life = life(&[("2008-01-15", accepted()), ("2008-01-20", REGISTERED)]);
    let earned =
        |last| ledger([("2005-12-01", 600), ("2006-12-01", 600), (last, 600)].map(|(on, tenths)| studied(on, tenths)));
    law.open(&life, earned("2008-01-15")).allows();
    law.open(&life, earned("2008-01-16")).faults(&[Code::ConditionsNotMet], Clause::N47_7);
    let next = law.open_in(Mode::Recorded, &life, earned("2008-01-16")).progress("2008-01-20");
    assert_eq!((next.from, next.hours), (day("2008-01-21"), Hours::ZERO));
}

/// It serves all of the holder's certificates.
#[test]
fn one_ledger() {
    let (studied, second) = (enough(), history(&[("2005-03-11", Act::Approved)]));
    for life in [&life(&[]), &second] {
        assert_eq!(Law::of_2004().open(life, &studied).lacks("2008-01-15", &Application::COMPLETE), []);
    }
}

/// Who did not finish a course has no hours of it.
#[test]
fn unfinished_course() {
    let trainee = |name: &str, finished| TraineeDraft {
        name: PersonName::parse(name).ok(),
        hours: Some(Hours::whole(40)),
        finished: Some(finished),
    };
    let (mode, field, kind) = (StudyMode::FullTime, Field::Software, ContentKind::Technology);
    let draft = CourseDraft {
        institution: Some("基地".into()),
        held: Some(Period::new(day("2006-05-08"), day("2006-05-12")).unwrap()),
        content: Some(CourseContent { mode, field, kind }),
        trainees: vec![trainee("李四", true), trainee("王五", false)],
        signature: Some(Signature { by: "赵六".parse().unwrap(), on: day("2006-05-15") }),
    };
    let record = draft.record().unwrap();
    assert_eq!(
        record.entries().map(|(trainee, _)| trainee.name.clone()).collect::<Vec<_>>(),
        ["李四".parse().unwrap()]
    );
}

/// They count, and are asked for.
#[test]
fn hours_before_issue() {
    let early = history(&[("2004-01-01", Act::Approved)]);
    let studied = ledger([studied("2004-12-15", 400), studied("2005-12-15", 700), studied("2006-12-15", 700)]);
    assert_eq!(Law::of_2004().open(&early, &studied).lacks("2006-12-15", &Application::COMPLETE), []);
    let without = Law::of_2004().open(&early, ledger([crate::support::studied("2005-12-15", 1_800)]));
    assert!(without.lacks("2006-12-15", &Application::COMPLETE).contains(&Code::EducationYear));
}

/// Two approvals, two listings: it may act where either covers the day.
#[test]
fn two_provinces() {
    let twice = register(&[("培训", "2005-01-01", Some("2008-01-10")), ("培训", "2008-01-05", None)]);
    let law = no_hours().with_agencies(twice);
    for on in ["2008-01-04", "2008-01-09", "2008-01-10"] {
        law.read(&life(&[(on, crate::support::filed_at("培训"))])).allows();
    }
}

/// A fault.
#[test]
fn second_review() {
    let reviewed = |on| BodyAct::Reviewed(Review::Passed).on(day(on));
    let agency = |second| -> AccreditationHistory<_> {
        let opened = [BodyAct::PROPOSED.on(day("2005-01-10")), BodyAct::Approved.on(day("2005-02-01"))];
        opened.into_iter().chain([reviewed("2006-01-01"), reviewed(second)]).collect()
    };
    assert!(agency("2007-01-01").standing(day("2007-01-01"), Mode::Strict).is_ok());
    let refusal = agency("2006-12-31").standing(day("2007-01-01"), Mode::Strict).unwrap_err();
    assert_eq!((refusal.event, refusal.fault.code()), (3, Code::AlreadyReviewed));
}

/// The provincial authority that approved it.
#[test]
fn who_files() {
    assert_eq!(Task::FileInstitution.bearer(), Authority::ProvincialAuthority);
}

/// Not among the grounds; the certificate lapses in time.
#[test]
fn death() {
    let grounds = RevocationGround::ALL.map(RevocationGround::clause);
    let items = [Clause::N47_10_1, Clause::N47_10_2, Clause::N47_10_3, Clause::N47_10_4, Clause::N47_10_5];
    assert_eq!(grounds, items);
    no_hours().read(&life(&[])).turns("2008-03-10", (PhaseName::RegistrationDue, true), LAPSED);
}

#[test]
fn each_point_has_a_test_of_its_name_in_their_order() {
    let tests: Vec<&str> = include_str!("decided_points.rs")
        .split("#[test]\nfn ")
        .skip(1)
        .filter_map(|test| test.split_once("()").map(|(name, _)| name))
        .collect();
    let points: Vec<&str> = DecidedPoint::ALL.iter().map(DecidedPoint::name).collect();
    assert_eq!(tests[..points.len()], points);
}
