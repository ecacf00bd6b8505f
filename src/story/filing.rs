//! Lives that turn on how an application is filed, accepted, withdrawn and decided.
#![expect(clippy::zero_prefixed_literal, reason = "the days of the tables are written as they are read")]

use crate::finding::code::Code::{AgencyNotApproved, ApplicationPending, EducationTotal, EducationYear};
use crate::finding::scrutiny::Mode;
use crate::law::Law;
use crate::lifecycle::act::Act;
use crate::lifecycle::standing::PhaseName::{Filed, InForce, Lapsed, RegistrationDue, UnderReview};
use crate::regulation::clause::Clause;
use crate::regulation::readings::{LapseEffect, Readings};
use crate::story::props::{AGENCY, FULL, applied, day, days, filed, list, opened, registered, studied};
use crate::story::telling::Story;

pub(super) static STORIES: &[Story] = &[
    Story {
        id: "filed_on_the_last_day",
        title: ("Filed on the last day", "到期日当天提交申请"),
        lesson: (
            "The holder files on the last day of the term and the agency accepts a week later: what was filed in time keeps the certificate valid. If the acceptance had to come in time, it would have lapsed.",
            "到期日当天提交登记申请，登记实施机构一周后受理：按期提交的申请使证书继续有效。如果解释为受理须在期满之前，证书则已失效。",
        ),
        clauses: &[Clause::N47_3],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2005, 3, 10)),
                    filed(day!(2008, 3, 10)),
                    applied(day!(2008, 3, 17)),
                    registered(day!(2008, 3, 31)),
                ],
                studied(FULL),
            )
        },
        known_on: None,
        today: day!(2008, 3, 12),
        until: day!(2008, 12, 31),
        days: days! {
            2008-03-09: RegistrationDue, true;
            2008-03-10: Filed, true;
            2008-03-11: Filed, true;
            2008-03-17: UnderReview, true;
            2008-03-31: InForce, true;
        },
        findings: &[],
        irregularities: &[],
    },
    Story {
        id: "withdrawn_and_filed_again",
        title: ("Withdrawn and filed again", "撤回后再次提交"),
        lesson: (
            "Twenty hours are missing, so the holder withdraws the application instead of waiting for a refusal, studies on, and files again within the term.",
            "学时尚差20学时，申请人在决定作出之前撤回申请，补足学时后在有效期内再次提交，准予登记。",
        ),
        clauses: &[Clause::N47_3, Clause::N47_7, Clause::N48_4],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2005, 3, 10)),
                    filed(day!(2008, 1, 7)),
                    Act::ApplicationWithdrawn.on(day!(2008, 1, 18)),
                    filed(day!(2008, 2, 20)),
                    applied(day!(2008, 2, 25)),
                    registered(day!(2008, 3, 5)),
                ],
                studied(&[
                    (day!(2005, 9, 20), 60),
                    (day!(2006, 8, 18), 60),
                    (day!(2007, 10, 19), 40),
                    (day!(2008, 2, 15), 20),
                ]),
            )
        },
        known_on: None,
        today: day!(2008, 2, 1),
        until: day!(2008, 12, 31),
        days: days! {
            2008-01-07: Filed, true;
            2008-01-18: RegistrationDue, true;
            2008-02-20: Filed, true;
            2008-02-25: UnderReview, true;
            2008-03-05: InForce, true;
        },
        findings: &[EducationTotal],
        irregularities: &[],
    },
    Story {
        id: "agency_lost_approval",
        title: ("An agency that could no longer register", "受理之后机构被撤销资格"),
        lesson: (
            "The agency was approved when it accepted the application and no longer when it registered the certificate: strictly read the registration is refused, in an audit it stands and the fault is reported. Another agency, approved on that day, could have registered it.",
            "登记实施机构受理申请时具有资格，准予登记时已被撤销资格：严格模式下不能成立；审计模式下登记仍然有效，同时列出这一问题。当日具有资格的其他机构可以办理登记。",
        ),
        clauses: &[Clause::N47_2, Clause::N47_7],
        open: || {
            opened(
                &Law::of_2004().with_agencies(list(AGENCY, day!(2005, 1, 1), day!(2008, 1, 20))),
                Mode::Audit,
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2008, 1, 15)), registered(day!(2008, 1, 28))],
                studied(FULL),
            )
        },
        known_on: None,
        today: day!(2008, 1, 21),
        until: day!(2008, 12, 31),
        days: days! {
            2008-01-15: UnderReview, true;
            2008-01-20: UnderReview, true;
            2008-01-28: InForce, true;
        },
        findings: &[ApplicationPending],
        irregularities: &[AgencyNotApproved],
    },
    Story {
        id: "met_by_the_decision",
        title: ("Met only by the day of decision", "作出决定时才符合条件"),
        lesson: (
            "Forty hours are missing when the application is accepted and earned before it is decided: each registration is judged as of its own day. Judged as of the acceptance, it would be refused.",
            "受理时尚差40学时，作出决定之前已经补足：登记条件按准予登记之日判断。如果按受理之日判断，则不予登记。",
        ),
        clauses: &[Clause::N47_7, Clause::N48_4],
        open: || {
            opened(
                &Law::of_2004(),
                Mode::Strict,
                [Act::Approved.on(day!(2005, 3, 10)), applied(day!(2008, 2, 20)), registered(day!(2008, 3, 7))],
                studied(&[
                    (day!(2005, 9, 20), 60),
                    (day!(2006, 8, 18), 60),
                    (day!(2007, 10, 19), 20),
                    (day!(2008, 2, 29), 40),
                ]),
            )
        },
        known_on: None,
        today: day!(2008, 2, 21),
        until: day!(2008, 12, 31),
        days: days! {
            2008-02-20: UnderReview, true;
            2008-02-28: UnderReview, true;
            2008-03-07: InForce, true;
        },
        findings: &[ApplicationPending, EducationTotal, EducationYear],
        irregularities: &[],
    },
    Story {
        id: "return_after_a_lapse",
        title: ("A return after a lapse", "失效之后再次登记"),
        lesson: (
            "All hours were earned in time and nothing was filed. Where a lapse is read to leave a way back, the holder may file later and be registered; until then the certificate is not valid. Read as an end, the filing is refused.",
            "学时已按期全部完成，但未在期满前提交申请。如果解释为失效后可以再登记，此后仍可申请并准予登记，登记之前证书无效；如果解释为失效后不得再登记，则该申请不能成立。",
        ),
        clauses: &[Clause::N47_3],
        open: || {
            let readings = Readings { lapse_effect: LapseEffect::MayReturn, ..Readings::default() };
            opened(
                &Law::of_2004().with_readings(readings),
                Mode::Strict,
                [
                    Act::Approved.on(day!(2005, 3, 10)),
                    filed(day!(2008, 6, 2)),
                    applied(day!(2008, 6, 5)),
                    registered(day!(2008, 6, 20)),
                ],
                studied(FULL),
            )
        },
        known_on: None,
        today: day!(2008, 4, 1),
        until: day!(2009, 6, 30),
        days: days! {
            2008-03-10: RegistrationDue, true;
            2008-03-11: Lapsed, false;
            2008-06-02: Filed, false;
            2008-06-05: UnderReview, false;
            2008-06-20: InForce, true;
        },
        findings: &[],
        irregularities: &[],
    },
];
