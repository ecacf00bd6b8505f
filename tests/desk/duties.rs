//! 47.7, 47.10, 47.12 to 47.14, 48.8, 48.9, 48.12: what an act obliges somebody to do next.

use crate::day;
use insta::assert_snapshot;
use proptest::prelude::*;
use ruankao::duty::{Due, Occasion, OccasionName, Party, Task, duties};
use ruankao::lifecycle::ActName;
use ruankao::oversight::{Act, Authority, Conditions};
use ruankao::regulation::{Force, Regulation};
use ruankao::{Clause, Language};

/// Every occasion; a rectification is set for a day.
fn occasions() -> Vec<Occasion> {
    let rectify_by = day(2008, 6, 30);
    let of_bodies = [
        Occasion::AgencyApproved,
        Occasion::AgencyPassed,
        Occasion::AgencyFailed { rectify_by },
        Occasion::AgencyWithdrawn,
        Occasion::InstitutionApplied,
        Occasion::InstitutionApproved,
        Occasion::InstitutionFiled,
        Occasion::InstitutionPassed,
        Occasion::InstitutionFailed { rectify_by },
        Occasion::InstitutionWithdrawn,
        Occasion::TrainingHeld,
    ];
    ActName::ALL.into_iter().map(Occasion::from).chain(of_bodies).collect()
}

fn in_words(occasion: impl Into<Occasion>, language: Language) -> String {
    let regulation = Regulation::default();
    let duties = duties(occasion, day(2008, 1, 22), &regulation);
    duties.map(|duty| duty.in_words(language).to_string()).collect::<Vec<_>>().join("\n")
}

/// 47.7: 证书登记实施机构应在受理登记申请后15个工作日内作出审查意见。
#[test]
fn an_accepted_application_asks_for_an_opinion() {
    assert_snapshot!(in_words(ActName::ApplicationAccepted, Language::En), @"
    the registration agency must give an opinion on the application, by 2008-02-15; owed to the holder (47.7)
    the Centre must update the public query system, promptly; owed to the public (47.12)
    ");
}

/// 47.7: 登记专用章，并注明登记日期 … 及时将更新后的计算机专业技术人才库报信息产业部电子教育中心汇总。
#[test]
fn a_registration_is_sealed_and_reported() {
    assert_snapshot!(in_words(ActName::Registered, Language::Zh), @"
    证书登记实施机构应在证书登记页上加盖计算机专业技术资格（水平）证书登记专用章，并注明登记日期；对象：持证者（47.7）
    证书登记实施机构应及时报送更新后的计算机专业技术人才库；对象：信息产业部电子教育中心（47.7）
    信息产业部电子教育中心应及时更新证书登记情况网上查询系统；对象：社会（47.12）
    ");
}

/// 47.10: 作废其…证书，并及时报信息产业部电子教育中心备案。 47.11: 在注销登记公布之日起30日内, which names nobody.
#[test]
fn a_cancellation_is_filed_and_published() {
    assert_snapshot!(in_words(ActName::Cancelled, Language::En), @"
    the registration agency must cancel the registration and void the certificate; owed to the holder (47.10)
    the registration agency must file the cancellation, promptly; owed to the Centre (47.10)
    the registration agency is to publish the cancellation; owed to the public (47.11)
    the Centre must update the public query system, promptly; owed to the public (47.12)
    ");
    assert_snapshot!(in_words(ActName::Cancelled, Language::Zh), @"
    证书登记实施机构应办理注销登记手续，作废证书；对象：持证者（47.10）
    证书登记实施机构应及时将注销登记报送备案；对象：信息产业部电子教育中心（47.10）
    由证书登记实施机构公布注销登记；对象：社会（47.11）
    信息产业部电子教育中心应及时更新证书登记情况网上查询系统；对象：社会（47.12）
    ");
}

/// 47.13 and 47.14, from the approval of an agency; 48.8 and 48.12 of an institution.
#[test]
fn bodies_are_reviewed_every_year() {
    let all: Vec<String> =
        occasions()[ActName::ALL.len()..].iter().map(|&occasion| in_words(occasion, Language::En)).collect();
    assert_snapshot!(all.join("\n--\n"), @"
    the registration agency must keep a person in charge of registration; owed to the public (47.13)
    the registration agency must publish how it is reached; owed to the public (47.13)
    the Office must review the registration agency for the year, by 2009-12-31; owed to the registration agency (47.14)
    --
    the Office must review the registration agency for the year, by 2009-12-31; owed to the registration agency (47.14)
    --
    the Office must review the registration agency for the year, by 2009-12-31; owed to the registration agency (47.14)
    the registration agency must rectify what the review found, by 2008-06-30; owed to the Office (47.14)
    --

    --
    the registration agency must take the institution's application to the provincial authority; owed to the provincial authority (48.8)
    --
    the provincial authority must file the approved training institution; owed to the Centre (48.8)
    --
    the provincial authority must inspect and assess the training institution for the year, by 2009-12-31; owed to the training institution (48.12)
    --
    the provincial authority must inspect and assess the training institution for the year, by 2009-12-31; owed to the training institution (48.12)
    --
    the provincial authority must inspect and assess the training institution for the year, by 2009-12-31; owed to the training institution (48.12)
    the training institution must rectify what the inspection found, by 2008-06-30; owed to the provincial authority (48.12)
    --
    the provincial authority must file the withdrawal of the training institution; owed to the Centre (48.12)
    --
    the training institution must keep the training records and the vouchers given, through 2011-01-22; owed to the provincial authority (48.9)
    the training institution must record each trainee's hours and completion, signed by the person in charge; owed to the provincial authority (48.9)
    ");
}

/// A time is printed where the notices name one, 及时 included, and nowhere else.
#[test]
fn a_duty_without_a_named_time_prints_none() {
    let regulation = Regulation::default();
    for occasion in occasions() {
        for duty in duties(occasion, day(2008, 1, 22), &regulation) {
            for language in [Language::En, Language::Zh] {
                let (sentence, due) = (duty.in_words(language).to_string(), duty.due().in_words(language).to_string());
                assert!(sentence.contains(&due), "{sentence}");
                assert_eq!(due.is_empty(), duty.due() == Due::Undated, "{sentence}");
                let clause = duty.clause();
                if duty.due() == Due::Promptly {
                    assert!([Clause::N47_7, Clause::N47_10, Clause::N47_12].contains(&clause), "{sentence}");
                    assert!(clause.text_zh().contains("及时"), "{sentence}");
                }
            }
        }
    }
}

/// 48.8: 可以向当地证书登记实施机构提出申请，经当地…主管部门批准.
#[test]
fn an_institution_applies_through_the_registration_agency() {
    let conditions = Conditions::MET;
    assert_eq!(Occasion::of_body(&Act::applied(conditions)), Some(Occasion::InstitutionApplied));
    assert_eq!(Occasion::of_body(&Act::PROPOSED), None);
    let brought = duties(Occasion::InstitutionApplied, day(2008, 1, 22), &Regulation::default()).next().unwrap();
    assert_eq!(
        (brought.task(), brought.bearer(), brought.addressee()),
        (Task::ForwardInstitution, Authority::RegistrationAgency, Authority::ProvincialAuthority.into())
    );
    assert_eq!(
        brought.in_words(Language::Zh).to_string(),
        "证书登记实施机构应将单位的申请转报省级信息产业主管部门批准；对象：省、自治区、直辖市信息产业主管部门（48.8）"
    );
}

/// 48.9: 培训记录和向学员出具的凭证应保留三年备查。
#[test]
fn records_are_kept_for_three_years() {
    let regulation = Regulation::default();
    let kept = duties(Occasion::TrainingHeld, day(2008, 2, 29), &regulation).next().unwrap();
    assert_eq!((kept.task(), kept.due()), (Task::KeepRecords, Due::Through(day(2011, 2, 28))));
}

#[test]
fn an_opinion_beyond_the_calendar_says_so() {
    let regulation = Regulation::default();
    let due = |on| duties(ActName::ApplicationAccepted, on, &regulation).next().unwrap().due();
    assert_eq!(due(day(2026, 12, 10)), Due::By(day(2026, 12, 31)));
    assert!(matches!(due(day(2026, 12, 11)), Due::Uncovered(uncovered) if uncovered.year == 2027));
}

/// A certificate outside the regime is not registered, so nothing is shown of its registration (47.0).
#[test]
fn outside_the_regime_nobody_owes_anything() {
    let regulation = Regulation::default();
    assert_eq!(duties(ActName::Approved, day(2003, 12, 31), &regulation).count(), 0);
    assert_eq!(duties(ActName::Approved, day(2004, 1, 1), &regulation).count(), 1);
}

#[test]
fn every_task_is_somebodys_and_has_the_force_of_its_sentence() {
    for task in Task::ALL {
        // 47.11 presupposes a publication and lays it on nobody.
        let force = if task == Task::PublishCancellation { Force::States } else { Force::Must };
        assert_eq!(task.force(), force, "{task}");
        assert_ne!(Party::from(task.bearer()), task.addressee(), "{task}");
        assert!(
            occasions().iter().any(|occasion| occasion.name().tasks().contains(&task)),
            "{task} is brought by nothing"
        );
    }
}

/// The clauses of the rule book, 11.
#[test]
fn every_clause_that_sets_a_duty_has_one() {
    let mut clauses: Vec<Clause> = Task::ALL.iter().map(|task| task.clause()).collect();
    clauses.dedup();
    assert_eq!(
        clauses,
        [
            Clause::N47_7,
            Clause::N47_10,
            Clause::N47_11,
            Clause::N47_12,
            Clause::N47_13,
            Clause::N47_14,
            Clause::N48_8,
            Clause::N48_9,
            Clause::N48_12,
        ]
    );
}

#[test]
fn a_duty_is_written_with_its_force() {
    let regulation = Regulation::default();
    let written: Vec<String> = duties(ActName::ApplicationAccepted, day(2008, 1, 22), &regulation)
        .map(|duty| serde_json::to_string(&duty).unwrap())
        .collect();
    assert_snapshot!(written.join("\n"), @r#"
    {"task":"give_opinion","bearer":"registration_agency","addressee":"holder","clause":"47.7","force":"must","by":"2008-02-15"}
    {"task":"update_query_system","bearer":"centre","addressee":"public","clause":"47.12","force":"must","promptly":true}
    "#);
}

/// What no act may come without.
const NEVER_WITHOUT: &[(OccasionName, &[Task])] = &[
    (OccasionName::Certificate(ActName::ApplicationAccepted), &[Task::GiveOpinion]),
    (
        OccasionName::Certificate(ActName::Registered),
        &[Task::SealPage, Task::ReportTalentPool, Task::UpdateQuerySystem],
    ),
    (
        OccasionName::Certificate(ActName::Cancelled),
        &[Task::VoidCertificate, Task::FileCancellation, Task::PublishCancellation, Task::UpdateQuerySystem],
    ),
    (OccasionName::Certificate(ActName::AppealDecided), &[Task::UpdateQuerySystem]),
    (OccasionName::AgencyApproved, &[Task::PublishContacts, Task::KeepPersonInCharge, Task::ReviewAgency]),
    (OccasionName::AgencyPassed, &[Task::ReviewAgency]),
    (OccasionName::AgencyFailed, &[Task::ReviewAgency, Task::RectifyAgency]),
    (OccasionName::InstitutionApplied, &[Task::ForwardInstitution]),
    (OccasionName::InstitutionApproved, &[Task::FileInstitution]),
    (OccasionName::InstitutionFiled, &[Task::InspectInstitution]),
    (OccasionName::InstitutionPassed, &[Task::InspectInstitution]),
    (OccasionName::InstitutionFailed, &[Task::InspectInstitution, Task::RectifyInstitution]),
    (OccasionName::InstitutionWithdrawn, &[Task::FileWithdrawal]),
    (OccasionName::TrainingHeld, &[Task::KeepRecords, Task::SignRecords]),
];

proptest! {
    /// On whatever day: no act without the duties of its clauses, none due before the act, and none twice.
    #[test]
    fn no_act_without_its_duties(days in 0_u64..8000) {
        let (regulation, on) = (Regulation::default(), day(2004, 1, 1) + chrono::Days::new(days));
        for occasion in occasions() {
            let brought: Vec<_> = duties(occasion, on, &regulation).collect();
            let tasks: Vec<Task> = brought.iter().map(|duty| duty.task()).collect();
            for (_, needed) in NEVER_WITHOUT.iter().filter(|(name, _)| *name == occasion.name()) {
                for task in *needed {
                    prop_assert!(tasks.contains(task), "{occasion:?} without {task}");
                }
            }
            for duty in &brought {
                let is_rectification = matches!(duty.task(), Task::RectifyAgency | Task::RectifyInstitution);
                prop_assert!(is_rectification || duty.due().day().is_none_or(|day| day > on));
                prop_assert!(!duty.due().is_overdue(on) || is_rectification);
                prop_assert_eq!(tasks.iter().filter(|&&task| task == duty.task()).count(), 1);
            }
        }
    }
}
