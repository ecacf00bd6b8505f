//! Lives in which something is missing, late or taken away.
#![expect(clippy::zero_prefixed_literal, reason = "the days of the tables are written as they are read")]

use crate::appeal::Outcome;
use crate::deferral::Request;
use crate::education::ledger::Ledger;
use crate::finding::code::Code::{self, AgencyNotApproved, EducationTotal, EducationYear};
use crate::finding::scrutiny::Mode;
use crate::ground::claim::Ground;
use crate::law::Law;
use crate::lifecycle::act::Act;
use crate::lifecycle::standing::PhaseName::{
    Cancelled, Deferred, InForce, Lapsed, RegistrationDue, UnderAppeal, UnderReview,
};
use crate::regulation::clause::Clause;
use crate::revocation::Revocation;
use alloc::boxed::Box;

use crate::story::props::{
    AGENCY, FULL, PROVIDER, applied, away, day, days, list, on_the_job, opened, registered, studied,
};
use crate::story::telling::Story;

pub(super) static STORIES: &[Story] = &[
    Story {
        id: "one_hour_short",
        title: ("One hour short", "差一学时"),
        lesson: (
            "179 hours are not 180: the application is refused, the hour is earned while the cycle still runs, and a second application in time succeeds.",
            "179学时不足180学时，不予登记；周期届满前补足一学时，按期再次申请，准予登记。",
        ),
        clauses: &[Clause::N48_4, Clause::N47_7],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2005, 3, 10)),
                    applied(day!(2008, 1, 7)),
                    Act::Refused.on(day!(2008, 1, 21)),
                    applied(day!(2008, 2, 18)),
                    registered(day!(2008, 3, 3)),
                ],
                studied(&[
                    (day!(2005, 9, 20), 60),
                    (day!(2006, 8, 18), 60),
                    (day!(2007, 10, 19), 59),
                    (day!(2008, 2, 15), 1),
                ]),
            )
        },
        known_on: None,
        today: day!(2008, 2, 14),
        until: day!(2008, 12, 31),
        days: days! {
            2008-01-07: UnderReview, true;
            2008-01-21: RegistrationDue, true;
            2008-02-18: UnderReview, true;
            2008-03-03: InForce, true;
        },
        findings: &[EducationTotal],
        irregularities: &[],
    },
    Story {
        id: "unlisted_provider",
        title: ("Hours that do not count", "不予计算的学时"),
        lesson: (
            "The qualification of the institution was withdrawn before the course ended, so its 60 hours are disregarded; study on the job asks for no institution and fills the gap.",
            "结业时培训机构已被取消资格，60学时不予计算；在岗学习不要求培训机构，可以补足。",
        ),
        clauses: &[Clause::N48_5, Clause::N48_8],
        open: || {
            let mut ledger = studied(FULL);
            ledger.record(on_the_job(day!(2008, 2, 22), 60));
            opened(
                &Law::of_2004().with_institutions(list(PROVIDER, day!(2005, 1, 1), day!(2007, 7, 1))),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2005, 3, 10)),
                    applied(day!(2008, 1, 15)),
                    Act::Refused.on(day!(2008, 1, 28)),
                    applied(day!(2008, 2, 25)),
                    registered(day!(2008, 3, 5)),
                ],
                ledger,
            )
        },
        known_on: None,
        today: day!(2008, 2, 1),
        until: day!(2008, 12, 31),
        days: days! {
            2008-01-28: RegistrationDue, true;
            2008-02-25: UnderReview, true;
            2008-03-05: InForce, true;
        },
        findings: &[EducationTotal, EducationYear],
        irregularities: &[],
    },
    Story {
        id: "study_abroad",
        title: ("Study outside the mainland", "境外学习"),
        lesson: (
            "Study outside the mainland defers the registration and not the time for education: hours earned after the cycle do not count, and the deferral runs out in vain.",
            "境外学习可以延期登记，但不能顺延继续教育时间：周期届满后完成的学时不予计算，延期届满时仍不能登记。",
        ),
        clauses: &[Clause::N47_8_1, Clause::N48_6_1],
        open: || {
            let claim = away(Ground::StudyAbroad, day!(2007, 3, 1), day!(2008, 8, 31));
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2005, 3, 10)),
                    Act::DeferralRequested(Box::new(Request { claim, until: day!(2009, 3, 10) })).on(day!(2008, 2, 20)),
                    Act::DeferralGranted.on(day!(2008, 3, 3)),
                ],
                studied(&[(day!(2005, 9, 20), 60), (day!(2006, 8, 18), 60), (day!(2008, 11, 14), 60)]),
            )
        },
        known_on: None,
        today: day!(2008, 12, 1),
        until: day!(2009, 6, 30),
        days: days! {
            2008-03-10: RegistrationDue, true;
            2008-03-11: Deferred, true;
            2009-03-10: Deferred, true;
            2009-03-11: Lapsed, false;
        },
        findings: &[EducationTotal, EducationYear],
        irregularities: &[],
    },
    Story {
        id: "lapsed_by_a_day",
        title: ("A day late", "晚了一天"),
        lesson: (
            "Every hour was earned and nothing was applied for: on the day after the last day the certificate has lapsed.",
            "学时已全部完成，但没有申请登记：到期日的次日，证书不再有效。",
        ),
        clauses: &[Clause::N47_3],
        open: || opened(&Law::of_2004(), Mode::Strict, [Act::Approved.on(day!(2005, 3, 10))], studied(FULL)),
        known_on: None,
        today: day!(2008, 3, 11),
        until: day!(2008, 12, 31),
        days: days! {
            2007-12-10: RegistrationDue, true;
            2008-03-10: RegistrationDue, true;
            2008-03-11: Lapsed, false;
        },
        findings: &[Code::Lapsed],
        irregularities: &[],
    },
    Story {
        id: "agency_withdrawn",
        title: ("The agency was withdrawn", "登记实施机构已被撤销资格"),
        lesson: (
            "The agency accepted an application five days after it lost its approval, and registered the certificate: strictly read the acceptance is refused, in an audit both acts stand and both faults are reported.",
            "登记实施机构被撤销资格五日后仍受理申请并准予登记：严格模式下不能成立；审计模式下登记仍然有效，同时列出这两个问题。",
        ),
        clauses: &[Clause::N47_2, Clause::N47_3],
        open: || {
            opened(
                &Law::of_2004().with_agencies(list(AGENCY, day!(2005, 1, 1), day!(2008, 1, 10))),
                Mode::Audit,
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2008, 1, 15)), registered(day!(2008, 1, 28))],
                studied(FULL),
            )
        },
        known_on: None,
        today: day!(2008, 1, 14),
        until: day!(2008, 12, 31),
        days: days! {
            2008-01-15: UnderReview, true;
            2008-01-28: InForce, true;
        },
        findings: &[],
        irregularities: &[AgencyNotApproved, AgencyNotApproved],
    },
    Story {
        id: "appeal_won",
        title: ("Accused of fraud, appeal won", "被指弄虚作假，经复议撤销注销登记"),
        lesson: (
            "Void from the day of the cancellation and through the appeal; overturned, the certificate is again as it was, and its term runs on as if nothing had happened.",
            "自注销登记之日起，包括复议期间，证书无效；经复议撤销注销登记后，证书恢复原状，有效期照常计算。",
        ),
        clauses: &[Clause::N47_10_5, Clause::N47_11],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2005, 3, 10)),
                    applied(day!(2008, 1, 15)),
                    registered(day!(2008, 1, 28)),
                    Act::Cancelled(Revocation::Fraud { verified_by_province: true }).on(day!(2009, 6, 1)),
                    Act::CancellationPublished.on(day!(2009, 6, 8)),
                    Act::AppealFiled.on(day!(2009, 6, 30)),
                    Act::AppealDecided(Outcome::Overturned).on(day!(2009, 9, 15)),
                ],
                studied(&[
                    (day!(2005, 9, 20), 60),
                    (day!(2006, 8, 18), 60),
                    (day!(2007, 10, 19), 60),
                    (day!(2008, 10, 17), 60),
                    (day!(2009, 5, 15), 60),
                    (day!(2010, 5, 14), 60),
                ]),
            )
        },
        known_on: None,
        today: day!(2009, 7, 15),
        until: day!(2011, 3, 31),
        days: days! {
            2009-05-31: InForce, true;
            2009-06-01: Cancelled, false;
            2009-06-30: UnderAppeal, false;
            2009-09-14: UnderAppeal, false;
            2009-09-15: InForce, true;
            2010-10-28: RegistrationDue, true;
            2011-01-29: Lapsed, false;
        },
        findings: &[Code::Cancelled, EducationTotal, EducationYear],
        irregularities: &[],
    },
    Story {
        id: "appeal_lost",
        title: ("Appealed on the last day, and lost", "最后一日申请复议，维持注销登记"),
        lesson: (
            "The thirtieth day fell into the National Day holiday, so the time for appeal ran to the first working day after it; the appeal was in time, and lost.",
            "第三十日适逢国庆节假期，申请复议的期限顺延至节后第一个工作日；申请按期提出，复议决定维持注销登记。",
        ),
        clauses: &[Clause::N47_10_3, Clause::N47_11],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2005, 5, 20)),
                    Act::Cancelled(Revocation::LeftPost { left_on: day!(2005, 7, 1), returned_on: None })
                        .on(day!(2007, 8, 20)),
                    Act::CancellationPublished.on(day!(2007, 9, 3)),
                    Act::AppealFiled.on(day!(2007, 10, 8)),
                    Act::AppealDecided(Outcome::Upheld).on(day!(2007, 11, 20)),
                ],
                Ledger::default(),
            )
        },
        known_on: None,
        today: day!(2007, 10, 8),
        until: day!(2008, 6, 30),
        days: days! {
            2007-08-19: InForce, true;
            2007-08-20: Cancelled, false;
            2007-10-08: UnderAppeal, false;
            2007-11-20: Cancelled, false;
        },
        findings: &[Code::Cancelled, EducationTotal, EducationYear, EducationYear, EducationYear],
        irregularities: &[],
    },
];
