//! Every code of a certificate, provoked, with its near miss: a history in which the next condition is just met.

use crate::support::{
    APPROVED, Asked, CANCELLED, Differing, FILED, REGISTERED, accepted, accepted_by, and_then, childbirth, claim, day,
    deferral, extension, filed_at, grant, history, ledger, no_hours, register, registered_by, studied,
};
use ruankao::appeal::Outcome;
use ruankao::education::{Grant, StudyMode};
use ruankao::ground::{Claim, Ground};
use ruankao::registration::Documents;
use ruankao::regulation::Reading;
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Clause, Code, Entry, History, Law, Mode};
use std::collections::BTreeSet;

/// The last event of a history, in a wrong and in a right version.
struct Row {
    code: Code,
    clause: Option<Clause>,
    structural: bool,
    law: Law,
    wrong: History,
    right: History,
}

fn row(code: Code, clause: Option<Clause>, before: &[(&str, Act)], wrong: (&str, Act), right: (&str, Act)) -> Row {
    let (law, before) = (no_hours(), history(before));
    Row { code, clause, structural: true, law, wrong: and_then(&before, &[wrong]), right: and_then(&before, &[right]) }
}

impl Row {
    fn substantive(self) -> Self {
        Self { structural: false, ..self }
    }

    fn under(self, law: Law) -> Self {
        Self { law, ..self }
    }
}

const PUBLISHED: (&str, Act) = ("2006-05-10", Act::CancellationPublished);

fn structural() -> Vec<Row> {
    let (filed, applied) = (|| ("2008-01-15", FILED), || ("2008-01-15", accepted()));
    let asked = || ("2008-01-15", deferral("2008-09-10", childbirth()));
    let extended = || ("2008-01-15", extension("2006-06-01", "2008-09-10", childbirth()));
    let (void, appealed) = (("2006-05-08", CANCELLED), ("2006-05-20", Act::AppealFiled));
    let overturned = || Act::AppealDecided(Outcome::Overturned);
    let at = |on: &'static str, act: &Act| (on, act.clone());
    let (n3, n7, n8) = (Some(Clause::N47_3), Some(Clause::N47_7), Some(Clause::N47_8));
    let (n10, n11, n486) = (Some(Clause::N47_10), Some(Clause::N47_11), Some(Clause::N48_6));
    vec![
        row(Code::OutOfOrder, None, &[APPROVED], at("2005-03-09", &CANCELLED), at("2005-03-10", &CANCELLED)),
        row(Code::NotApproved, Some(Clause::N47_4_1), &[], at("2005-03-10", &CANCELLED), APPROVED),
        row(Code::AlreadyApproved, None, &[APPROVED], APPROVED, at("2005-03-10", &CANCELLED)),
        row(
            Code::CalendarUncovered,
            None,
            &[("2025-03-10", Act::Approved), ("2026-11-01", CANCELLED)],
            ("2026-12-02", Act::CancellationPublished),
            ("2026-12-01", Act::CancellationPublished),
        ),
        row(Code::Lapsed, n3, &[APPROVED], ("2008-03-11", accepted()), ("2008-03-10", accepted())),
        row(Code::Repealed, None, &[APPROVED], ("2006-07-01", CANCELLED), ("2006-06-30", CANCELLED))
            .under(no_hours().repealed_on("2006-07-01")),
        row(Code::Cancelled, n10, &[APPROVED, void.clone()], void.clone(), PUBLISHED),
        row(Code::ApplicationPending, n7, &[APPROVED, applied()], applied(), ("2008-01-15", Act::Refused)),
        row(Code::ApplicationPending, n7, &[APPROVED, filed()], filed(), applied()),
        row(Code::ApplicationPending, n7, &[APPROVED, filed()], asked(), ("2008-01-15", Act::ApplicationWithdrawn)),
        row(Code::NoApplicationPending, n7, &[APPROVED], ("2008-01-15", Act::Refused), applied()),
        row(Code::NoApplicationPending, n7, &[APPROVED], ("2008-01-15", Act::ApplicationWithdrawn), filed()),
        row(
            Code::NoApplicationPending,
            n7,
            &[APPROVED, filed()],
            ("2008-01-15", REGISTERED),
            ("2008-01-15", Act::Refused),
        ),
        row(Code::DeferralPending, n8, &[APPROVED, asked()], asked(), ("2008-01-15", Act::DeferralGranted)),
        row(Code::NoDeferralPending, n8, &[APPROVED], ("2008-01-15", Act::DeferralGranted), asked()),
        row(
            Code::AfterExpiry,
            n8,
            &[APPROVED, asked(), ("2008-01-15", Act::DeferralGranted)],
            ("2008-03-11", deferral("2008-12-10", childbirth())),
            ("2008-03-10", deferral("2008-12-10", childbirth())),
        ),
        row(
            Code::DeferralNotBeyondDeadline,
            n8,
            &[APPROVED],
            ("2008-01-15", deferral("2008-03-10", childbirth())),
            ("2008-01-15", deferral("2008-03-11", childbirth())),
        ),
        row(Code::ExtensionExists, n486, &[APPROVED, extended()], extended(), asked()),
        row(
            Code::OutsideCycle,
            n486,
            &[APPROVED],
            ("2008-01-15", extension("2005-03-10", "2008-09-10", childbirth())),
            ("2008-01-15", extension("2005-03-11", "2008-09-10", childbirth())),
        ),
        row(
            Code::ExtensionNotBeyondCycle,
            n486,
            &[APPROVED],
            ("2008-01-15", extension("2006-06-01", "2008-03-10", childbirth())),
            ("2008-01-15", extension("2006-06-01", "2008-03-11", childbirth())),
        ),
        row(Code::NotCancelled, n10, &[APPROVED], PUBLISHED, void.clone()),
        row(Code::NotCancelled, n11, &[APPROVED], appealed.clone(), void.clone()),
        row(Code::AlreadyPublished, n11, &[APPROVED, void.clone(), PUBLISHED], PUBLISHED, appealed.clone()),
        row(
            Code::AppealExists,
            n11,
            &[APPROVED, void.clone(), PUBLISHED, appealed.clone()],
            appealed.clone(),
            at("2006-05-20", &overturned()),
        ),
        row(Code::NoAppealPending, n11, &[APPROVED, void, PUBLISHED], at("2006-05-20", &overturned()), appealed),
        row(Code::NotSubject, Some(Clause::N47_0), &[("2003-12-31", Act::Approved)], applied(), applied())
            .scope_from_the_approval(),
    ]
}

impl Row {
    /// Right where the same certificate was approved a day later.
    fn scope_from_the_approval(mut self) -> Self {
        self.right = history(&[("2004-01-01", Act::Approved), ("2006-12-31", accepted())]);
        self
    }
}

fn substantive() -> Vec<Row> {
    let defer = |claim: Claim, until| ("2008-01-15", deferral(until, claim));
    let extend = |claim: Claim, until| ("2008-01-15", extension("2006-06-01", until, claim));
    let sick = |to| claim(Ground::SickLeave, &[("2006-01-01", to)]);
    let unwritten = Grant { written_application: false, ..grant("2006-06-01", "2008-09-10", childbirth()) };
    let consented = Claim { provincial_consent: true, ..claim(Ground::Other, &[]) };
    let at = |agency| ("2008-01-15", filed_at(agency));
    let by = |agency| ("2008-01-15", accepted_by(agency, Application::COMPLETE));
    let cancel = |on, revocation| (on, Act::Cancelled(revocation));
    let left = Revocation::LeftPost { left_on: day("2006-01-01"), returned_on: None };
    let fraud = |verified_by_province| Revocation::Fraud { verified_by_province };
    let agencies = || no_hours().with_agencies(register(&[("上海", "2005-07-01", None)]));
    let unpaid = accepted_by(None, Application { fee_paid: false, ..Application::COMPLETE });
    let (n3, n7, n8, n486) = (Some(Clause::N47_3), Some(Clause::N47_7), Some(Clause::N47_8), Some(Clause::N48_6));
    let (n3_10, n5_10) = (Some(Clause::N47_10_3), Some(Clause::N47_10_5));
    let rows = vec![
        row(
            Code::DeferralTooLong,
            n8,
            &[APPROVED],
            defer(childbirth(), "2009-03-11"),
            defer(childbirth(), "2009-03-10"),
        ),
        row(
            Code::ExtensionTooLong,
            n486,
            &[APPROVED],
            extend(childbirth(), "2009-03-11"),
            extend(childbirth(), "2009-03-10"),
        ),
        row(
            Code::GroundNotRecognised,
            n486,
            &[APPROVED],
            extend(claim(Ground::StudyAbroad, &[("2006-01-01", "2006-12-31")]), "2008-09-10"),
            defer(claim(Ground::StudyAbroad, &[("2006-01-01", "2006-12-31")]), "2008-09-10"),
        ),
        row(
            Code::AbsenceTooShort,
            n8,
            &[APPROVED],
            defer(sick("2006-07-02"), "2008-09-10"),
            defer(sick("2006-07-03"), "2008-09-10"),
        ),
        row(
            Code::AbsenceTooShort,
            n486,
            &[APPROVED],
            extend(sick("2006-07-02"), "2008-09-10"),
            extend(sick("2006-07-03"), "2008-09-10"),
        ),
        row(
            Code::AroseOutsideAbsence,
            n486,
            &[APPROVED],
            ("2008-01-15", extension("2005-12-31", "2008-09-10", sick("2006-07-03"))),
            ("2008-01-15", extension("2006-01-01", "2008-09-10", sick("2006-07-03"))),
        ),
        row(
            Code::ConsentMissing,
            n8,
            &[APPROVED],
            defer(claim(Ground::Other, &[]), "2008-09-10"),
            defer(consented.clone(), "2008-09-10"),
        ),
        row(
            Code::ConsentMissing,
            n486,
            &[APPROVED],
            extend(claim(Ground::Other, &[]), "2008-09-10"),
            extend(consented, "2008-09-10"),
        ),
        row(
            Code::WrittenApplicationMissing,
            n486,
            &[APPROVED],
            ("2008-01-15", Act::ExtensionGranted(Box::new(unwritten))),
            extend(childbirth(), "2008-09-10"),
        ),
        row(
            Code::EvidenceMissing,
            n8,
            &[APPROVED],
            defer(Claim::on(Ground::Childbirth), "2008-09-10"),
            defer(childbirth(), "2008-09-10"),
        ),
        row(
            Code::EvidenceMissing,
            n486,
            &[APPROVED],
            extend(Claim::on(Ground::Childbirth), "2008-09-10"),
            extend(childbirth(), "2008-09-10"),
        ),
        row(Code::BeforeWindow, n3, &[APPROVED], ("2007-12-09", FILED), ("2007-12-10", FILED)),
        row(Code::BeforeWindow, n3, &[APPROVED], ("2007-12-09", accepted()), ("2007-12-10", accepted())),
        row(Code::AgencyMissing, n3, &[APPROVED], ("2008-01-15", FILED), at("上海")).under(agencies()),
        row(Code::AgencyNotApproved, n3, &[APPROVED], at("北京"), at("上海")).under(agencies()),
        row(Code::AgencyMissing, n3, &[APPROVED], by(None), by(Some("上海"))).under(agencies()),
        row(Code::AgencyNotApproved, n3, &[APPROVED], by(Some("北京")), by(Some("上海"))).under(agencies()),
        row(
            Code::AgencyNotApproved,
            n7,
            &[APPROVED, by(Some("上海"))],
            ("2008-01-20", registered_by(Some("北京"), None)),
            ("2008-01-20", registered_by(Some("上海"), None)),
        )
        .under(agencies()),
        row(
            Code::ConditionsNotMet,
            Some(Clause::N47_7),
            &[APPROVED, ("2008-01-15", unpaid)],
            ("2008-01-20", REGISTERED),
            ("2008-01-20", registered_by(None, Some(Application::COMPLETE))),
        ),
        row(Code::OffPostTooShort, n3_10, &[APPROVED], cancel("2007-12-31", left), cancel("2008-01-01", left)),
        row(
            Code::NoApplicationMade,
            n5_10,
            &[APPROVED],
            cancel("2008-01-15", fraud(true)),
            cancel("2008-01-15", Revocation::MajorLoss),
        ),
        row(
            Code::VerificationMissing,
            n5_10,
            &[APPROVED, ("2008-01-15", accepted())],
            cancel("2008-01-15", fraud(false)),
            cancel("2008-01-15", fraud(true)),
        ),
        row(
            Code::NotPublished,
            Some(Clause::N47_11),
            &[APPROVED, ("2006-05-08", CANCELLED)],
            ("2006-05-10", Act::AppealFiled),
            PUBLISHED,
        ),
        row(
            Code::AppealTooLate,
            Some(Clause::N47_11),
            &[APPROVED, ("2006-05-08", CANCELLED), PUBLISHED],
            ("2006-06-10", Act::AppealFiled),
            ("2006-06-09", Act::AppealFiled),
        ),
    ];
    rows.into_iter().map(Row::substantive).collect()
}

#[test]
fn each_fault_and_its_near_miss() {
    for Row { code, clause, structural, law, wrong, right } in structural().into_iter().chain(substantive()) {
        let last = wrong.records().last().unwrap().what();
        if structural {
            law.read(&wrong).forbids(code, clause);
        } else {
            law.read(&wrong).faults(&[code], clause.unwrap());
        }
        assert_eq!(law.read(&right).refusal(), None, "{code}: {last:?}");
    }
}

/// The findings of an assessment, which are not faults of an event, each alone.
fn conditions() -> BTreeSet<Code> {
    let complete = Application::COMPLETE;
    let applications = [
        Application { conduct_good: false, ..complete },
        Application { no_criminal_record: false, ..complete },
        Application { fit_for_post: false, ..complete },
        Application { employer_assessment_passed: false, ..complete },
        Application { documents: Documents::NONE, ..complete },
        Application { fee_paid: false, ..complete },
    ];
    let law = Law::of_2004();
    applications
        .iter()
        .flat_map(|application| law.read(&history(&[APPROVED])).lacks("2008-01-15", application))
        .collect()
}

/// Why entries of a ledger are disregarded.
fn of_entries() -> BTreeSet<Code> {
    let entry = |provider: Option<&str>| {
        let provider = provider.map(Into::into);
        Entry { mode: StudyMode::FullTime, provider, ..studied("2006-01-01", 10) }
    };
    let file = Law::of_2004()
        .with_institutions(register(&[]))
        .open(history(&[APPROVED]), ledger([entry(None), entry(Some("基地"))]));
    file.progress("2008-01-15").disregarded.iter().map(|entry| entry.reason.code()).collect()
}

#[test]
fn no_code_is_left_out() {
    let faults: BTreeSet<_> = structural().iter().chain(&substantive()).map(|row| row.code).collect();
    let provoked: BTreeSet<_> = [faults, conditions(), of_entries()].into_iter().flatten().collect();
    // The codes of a certificate come first, and those of bodies and of the desk behind them.
    let all: BTreeSet<_> = Code::ALL.iter().copied().take_while(|&code| code != Code::AlreadyProposed).collect();
    assert_eq!(provoked, all);
    assert_eq!(all.len(), 48);
}

#[test]
fn with_calendar_rolling_the_calendar_is_asked_last() {
    let law = Law::of_2004().turned(Reading::TermLastDay);
    let unpaid = accepted_by(None, Application { fee_paid: false, ..Application::COMPLETE });
    let applied = history(&[("2021-03-10", Act::Approved), ("2024-01-15", unpaid)]);
    let registered = and_then(&applied, &[("2024-01-20", REGISTERED)]);
    let file = law.read(&registered);
    let code = |mode| file.under(&law, mode).refusal().map(|refusal| (refusal.event, refusal.fault.code()));
    assert_eq!(code(Mode::Strict), Some((2, Code::ConditionsNotMet)));
    assert_eq!(code(Mode::Audit), Some((2, Code::CalendarUncovered)));
    assert_eq!(code(Mode::Recorded), Some((2, Code::CalendarUncovered)));
    // A structural fault comes before it too.
    law.read(&and_then(&applied, &[("2024-03-11", accepted())])).forbids(Code::ApplicationPending, Some(Clause::N47_7));
}
