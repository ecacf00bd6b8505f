//! Lives that go well, on time, early, late or long.
#![expect(clippy::zero_prefixed_literal, reason = "the days of the tables are written as they are read")]

use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::education::ledger::Ledger;
use crate::finding::code::Code::{ApplicationPending, BeforeWindow, EducationTotal, EducationYear, NotSubject};
use crate::finding::scrutiny::Mode;
use crate::ground::claim::Ground;
use crate::law::Law;
use crate::lifecycle::act::Act;
use crate::lifecycle::standing::PhaseName::{self, Deferred, InForce, Lapsed, RegistrationDue, UnderReview};
use crate::regulation::clause::Clause;
use alloc::boxed::Box;

use crate::story::props::{FULL, applied, away, day, days, opened, registered, studied};
use crate::story::telling::Story;

pub(super) static STORIES: &[Story] = &[
    Story {
        id: "on_time",
        title: ("On time", "按时登记"),
        lesson: (
            "Three years of study, an application inside the last three months, a registration: the next term starts on the day of registration.",
            "三年内完成继续教育，在期满前三个月内申请并准予登记，新的有效期自登记之日起算。",
        ),
        clauses: &[Clause::N47_3, Clause::N47_7, Clause::N48_4],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2008, 1, 15)), registered(day!(2008, 1, 28))],
                studied(FULL),
            )
        },
        known_on: None,
        today: day!(2008, 1, 14),
        until: day!(2011, 3, 31),
        days: days! {
            2005-03-10: InForce, true;
            2007-12-09: InForce, true;
            2007-12-10: RegistrationDue, true;
            2008-01-15: UnderReview, true;
            2008-01-28: InForce, true;
            2011-01-28: RegistrationDue, true;
            2011-01-29: Lapsed, false;
        },
        findings: &[],
        irregularities: &[],
    },
    Story {
        id: "early",
        title: ("The first day of the window", "登记申请期首日"),
        lesson: (
            "Registered a week after the window opens: lawful, and it costs the rest of the old term, unless the new one is read to follow the old.",
            "登记申请期首日申请，一周后准予登记：符合规定，但原有效期余下的日子不再计算；如果解释为自原有效期届满起算，则没有损失。",
        ),
        clauses: &[Clause::N47_3],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2007, 12, 10)), registered(day!(2007, 12, 17))],
                studied(FULL),
            )
        },
        known_on: None,
        today: day!(2011, 1, 10),
        until: day!(2011, 3, 31),
        days: days! {
            2007-12-10: UnderReview, true;
            2007-12-17: InForce, true;
            2010-09-17: RegistrationDue, true;
            2010-12-17: RegistrationDue, true;
            2010-12-18: Lapsed, false;
        },
        findings: &[crate::finding::code::Code::Lapsed, EducationTotal, EducationYear, EducationYear, EducationYear],
        irregularities: &[],
    },
    Story {
        id: "too_early",
        title: ("A day before the window", "早了一天"),
        lesson: (
            "An application accepted the day before the window opens is a fault, not a nullity: strictly read it is refused, in an audit the registration stands and the fault is reported.",
            "在登记申请期首日的前一天受理申请，不合规定，但并非无效：严格模式下不能成立；审计模式下登记仍然有效，同时列出这一问题。",
        ),
        clauses: &[Clause::N47_3],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Audit,
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2007, 12, 9)), registered(day!(2007, 12, 21))],
                studied(FULL),
            )
        },
        known_on: None,
        today: day!(2007, 12, 8),
        until: day!(2008, 12, 31),
        days: days! {
            2007-12-08: InForce, true;
            2007-12-09: UnderReview, true;
            2007-12-21: InForce, true;
        },
        findings: &[BeforeWindow],
        irregularities: &[BeforeWindow],
    },
    Story {
        id: "leap_day",
        title: ("Approved on 29 February", "2月29日批准"),
        lesson: (
            "Where there is no corresponding day, the month's last day ends the term; and the 29th does not come back: the next term starts on the 28th.",
            "没有对应日的，以当月最后一日为到期日；下一有效期自28日起算，不再回到29日。",
        ),
        clauses: &[Clause::N47_3],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [Act::Approved.on(day!(2004, 2, 29)), applied(day!(2007, 2, 26)), registered(day!(2007, 2, 28))],
                studied(&[(day!(2004, 9, 10), 60), (day!(2005, 9, 9), 60), (day!(2006, 9, 8), 60)]),
            )
        },
        known_on: None,
        today: day!(2006, 11, 28),
        until: day!(2010, 3, 31),
        days: days! {
            2006-11-27: InForce, true;
            2006-11-28: RegistrationDue, true;
            2007-02-28: InForce, true;
            2010-02-28: RegistrationDue, true;
            2010-03-01: Lapsed, false;
        },
        findings: &[],
        irregularities: &[],
    },
    Story {
        id: "pending_over_expiry",
        title: ("Decided after the term", "期满未决"),
        lesson: (
            "An application accepted in time and undecided on the last day keeps the certificate valid until the decision; read the other way, it would end with the term.",
            "期满前已经受理、期满时尚未决定的，证书在作出决定之前继续有效；按另一种解释，则随有效期届满而终止。",
        ),
        clauses: &[Clause::N47_3, Clause::N47_7],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2008, 3, 7)), registered(day!(2008, 3, 24))],
                studied(FULL),
            )
        },
        known_on: None,
        today: day!(2008, 3, 15),
        until: day!(2008, 12, 31),
        days: days! {
            2008-03-10: UnderReview, true;
            2008-03-11: UnderReview, true;
            2008-03-23: UnderReview, true;
            2008-03-24: InForce, true;
        },
        findings: &[ApplicationPending],
        irregularities: &[],
    },
    Story {
        id: "sick_leave",
        title: ("Sick leave, deferral and extension", "病假、延期与顺延"),
        lesson: (
            "184 days of sick leave in one year carry both: the hours missing in that year are made up in the time added to the cycle, and the registration waits.",
            "年度内病假184天，既可以延期登记，也可以顺延继续教育时间：当年所缺的学时在顺延期间补足。",
        ),
        clauses: &[Clause::N47_8_2, Clause::N48_6_2],
        open: || {
            let sick = || away(Ground::SickLeave, day!(2007, 7, 1), day!(2008, 2, 29));
            let (arose_on, until) = (day!(2007, 7, 1), day!(2010, 3, 1));
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2006, 6, 1)),
                    Act::ExtensionGranted(Box::new(Grant {
                        claim: sick(),
                        arose_on,
                        until,
                        written_application: true,
                    }))
                    .on(day!(2008, 4, 1)),
                    Act::DeferralRequested(Box::new(Request { claim: sick(), until: day!(2010, 6, 1) }))
                        .on(day!(2009, 4, 10)),
                    Act::DeferralGranted.on(day!(2009, 4, 24)),
                    applied(day!(2010, 1, 11)),
                    registered(day!(2010, 1, 25)),
                ],
                studied(&[
                    (day!(2006, 11, 17), 60),
                    (day!(2007, 6, 20), 8),
                    (day!(2008, 12, 12), 60),
                    (day!(2009, 9, 18), 40),
                    (day!(2009, 12, 4), 12),
                ]),
            )
        },
        known_on: None,
        today: day!(2010, 1, 8),
        until: day!(2010, 12, 31),
        days: days! {
            2009-04-10: RegistrationDue, true;
            2009-06-01: RegistrationDue, true;
            2009-06-02: Deferred, true;
            2010-01-11: UnderReview, true;
            2010-01-25: InForce, true;
        },
        findings: &[],
        irregularities: &[],
    },
    Story {
        id: "three_terms",
        title: ("Three registrations", "三次登记"),
        lesson: (
            "Nothing is carried over: each registration starts a term and an education cycle of its own.",
            "学时不结转：每次登记各自开始新的有效期和新的继续教育周期。",
        ),
        clauses: &[Clause::N47_3, Clause::N48_4],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2004, 11, 20)),
                    applied(day!(2007, 10, 22)),
                    registered(day!(2007, 11, 5)),
                    applied(day!(2010, 10, 11)),
                    registered(day!(2010, 10, 25)),
                    applied(day!(2013, 9, 24)),
                    registered(day!(2013, 10, 15)),
                ],
                studied(&[
                    (day!(2005, 6, 10), 64),
                    (day!(2006, 6, 9), 60),
                    (day!(2007, 6, 8), 72),
                    (day!(2008, 6, 13), 60),
                    (day!(2009, 6, 12), 60),
                    (day!(2010, 6, 11), 60),
                    (day!(2011, 6, 10), 48),
                    (day!(2012, 6, 8), 80),
                    (day!(2013, 6, 14), 56),
                    (day!(2014, 6, 13), 40),
                    (day!(2015, 6, 12), 24),
                ]),
            )
        },
        known_on: None,
        today: day!(2016, 3, 1),
        until: day!(2016, 12, 31),
        days: days! {
            2007-11-05: InForce, true;
            2010-11-05: InForce, true;
            2013-10-25: InForce, true;
            2016-10-15: RegistrationDue, true;
            2016-10-16: PhaseName::Lapsed, false;
        },
        findings: &[BeforeWindow, EducationTotal, EducationYear, EducationYear],
        irregularities: &[],
    },
    Story {
        id: "before_the_regime",
        title: ("Before the regime", "制度施行之前"),
        lesson: (
            "A certificate approved before 2004 is outside the regime: it is valid without end and never registered.",
            "2004年1月1日之前取得的证书不在定期登记之列，无须登记。",
        ),
        clauses: &[Clause::N47_0],
        open: || opened(&Law::of_2004(), Mode::Strict, [Act::Approved.on(day!(2003, 11, 8))], Ledger::default()),
        known_on: None,
        today: day!(2008, 6, 1),
        until: day!(2012, 12, 31),
        days: days! {
            2003-11-07: PhaseName::NotApproved, false;
            2003-11-08: PhaseName::NotSubject, true;
            2012-12-31: PhaseName::NotSubject, true;
        },
        findings: &[NotSubject],
        irregularities: &[],
    },
];
