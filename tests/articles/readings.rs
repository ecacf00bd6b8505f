//! Every open point, turned to its other side: a day on which it matters, and one on which it does not.

use crate::support::{
    APPROVED, CANCELLED, Differing, FILED, REGISTERED, accepted, and_then, childbirth, claim, day, deferral, extension,
    history, ledger, no_hours, studied,
};
use ruankao::appeal::Outcome;
use ruankao::ground::Ground;
use ruankao::lifecycle::{DayOutcome, PhaseName};
use ruankao::regulation::{Parameter, Reading};
use ruankao::revocation::Revocation;
use ruankao::{Act, Code, History, Law, Ledger};

/// A certificate of a holder who studied what the ledger says, under a law.
struct Row {
    reading: Reading,
    law: Law,
    life: History,
    studied: Ledger,
    matters: (&'static str, DayOutcome),
    not: &'static str,
}

fn row(reading: Reading, life: &[(&str, Act)], matters: &'static str, otherwise: DayOutcome, not: &'static str) -> Row {
    let (law, life, studied) = (no_hours(), history(life), Ledger::default());
    Row { reading, law, life, studied, matters: (matters, otherwise), not }
}

impl Row {
    fn under(self, law: Law) -> Self {
        Self { law, ..self }
    }

    /// With hours, and asked for them.
    fn with<const N: usize>(self, entries: [(&str, u64); N]) -> Self {
        let studied = ledger(entries.map(|(on, tenths)| studied(on, tenths)));
        Self { law: Law::of_2004(), studied, ..self }
    }
}

const LAPSED: DayOutcome = Ok((PhaseName::Lapsed, false));
const DUE: DayOutcome = Ok((PhaseName::RegistrationDue, true));
const IN_FORCE: DayOutcome = Ok((PhaseName::InForce, true));
const CANCELLED_THEN: DayOutcome = Ok((PhaseName::Cancelled, false));
const NOT_MET: DayOutcome = Err(Code::ConditionsNotMet);

fn rows() -> Vec<Row> {
    let registered = [APPROVED, ("2008-01-15", accepted()), ("2008-01-20", REGISTERED)];
    let asked = ("2008-02-01", deferral("2008-09-10", childbirth()));
    let granted = ("2008-02-10", Act::DeferralGranted);
    let appealed = [
        APPROVED,
        ("2006-05-08", CANCELLED),
        ("2006-05-10", Act::CancellationPublished),
        ("2006-06-09", Act::AppealFiled),
    ];
    let won = [appealed.as_slice(), &[("2006-08-01", Act::AppealDecided(Outcome::Overturned))]].concat();
    let abroad =
        |from, to| [APPROVED, ("2008-02-01", deferral("2008-09-10", claim(Ground::WorkAbroad, &[(from, to)])))];
    let extended = [
        APPROVED,
        ("2007-01-01", extension("2006-06-01", "2008-09-10", childbirth())),
        ("2008-02-01", accepted()),
        ("2008-02-10", REGISTERED),
    ];
    let deferred = [APPROVED, asked.clone(), granted.clone(), ("2008-04-01", accepted()), ("2008-04-10", REGISTERED)];
    let fraud = Act::Cancelled(Revocation::Fraud { verified_by_province: true });
    let left = Act::Cancelled(Revocation::LeftPost { left_on: day("2004-06-01"), returned_on: None });
    vec![
        row(Reading::ExpiryDay, &[APPROVED], "2008-03-10", LAPSED, "2008-03-09"),
        row(Reading::TermStart, &registered, "2011-03-10", DUE, "2008-01-20"),
        // The first calendar year that lies wholly in the cycle has no hours.
        row(Reading::EducationYear, &registered, "2008-01-20", NOT_MET, "2008-01-19").with([
            ("2005-12-01", 900),
            ("2007-01-01", 400),
            ("2008-01-01", 500),
        ]),
        // As the text is read by default, nothing was studied and that is too little.
        row(Reading::FirstRegistration, &registered, "2008-01-20", IN_FORCE, "2008-01-19").with([]),
        row(Reading::LateHours, &deferred, "2008-04-10", IN_FORCE, "2008-04-09").with([
            ("2005-12-01", 600),
            ("2006-12-01", 600),
            ("2007-12-01", 400),
            ("2008-03-11", 200),
        ]),
        // 2007-03-11 to 2007-09-10 is the third year, or the end of the second.
        row(Reading::ExtensionEffect, &extended, "2008-02-10", NOT_MET, "2008-02-09").with([
            ("2005-12-01", 600),
            ("2006-12-01", 600),
            ("2007-09-10", 600),
        ]),
        row(
            Reading::DeferredValidity,
            &[APPROVED, asked.clone(), granted],
            "2008-03-11",
            Ok((PhaseName::Deferred, false)),
            "2008-03-10",
        ),
        row(Reading::PendingAtExpiry, &[APPROVED, ("2008-03-10", accepted())], "2008-03-11", LAPSED, "2008-03-10"),
        row(Reading::AppealEffect, &appealed, "2006-06-09", Ok((PhaseName::UnderAppeal, true)), "2008-03-11"),
        row(Reading::TermLastDay, &[("2005-05-31", Act::Approved)], "2008-06-01", DUE, "2008-06-03"),
        row(
            Reading::AppealLastDay,
            &[
                APPROVED,
                ("2007-09-01", CANCELLED),
                ("2007-09-03", Act::CancellationPublished),
                ("2007-10-08", Act::AppealFiled),
            ],
            "2007-10-08",
            Err(Code::AppealTooLate),
            "2007-10-07",
        ),
        row(Reading::AbsenceYear, &abroad("2006-10-01", "2007-04-02"), "2008-02-01", DUE, "2008-01-31"),
        row(Reading::AbsenceMeasure, &abroad("2006-01-01", "2006-07-01"), "2008-02-01", DUE, "2008-01-31"),
        row(Reading::RestoredTerm, &won, "2008-03-11", DUE, "2008-06-04"),
        row(Reading::InTime, &[APPROVED, ("2008-03-10", FILED)], "2008-03-11", LAPSED, "2008-03-10"),
        // The last hours were earned between the acceptance and the registration.
        row(Reading::ConditionsOn, &registered, "2008-01-20", NOT_MET, "2008-01-19").with([
            ("2005-12-01", 600),
            ("2006-12-01", 600),
            ("2007-12-01", 590),
            ("2008-01-20", 10),
        ]),
        row(
            Reading::LapseEffect,
            &[APPROVED, ("2009-06-01", accepted())],
            "2009-06-01",
            Ok((PhaseName::UnderReview, false)),
            "2009-05-31",
        ),
        row(Reading::FraudScope, &[APPROVED, asked, ("2008-02-20", fraud)], "2008-02-20", CANCELLED_THEN, "2008-02-19"),
        row(Reading::OffPostFrom, &[APPROVED, ("2006-06-01", left)], "2006-06-01", CANCELLED_THEN, "2006-05-31"),
        row(Reading::LapsedAtRepeal, &[APPROVED], "2019-07-01", Ok((PhaseName::Released, true)), "2019-06-30")
            .under(no_hours().repealed_on("2019-07-01")),
    ]
}

#[test]
fn each_reading_matters_somewhere_and_not_everywhere() {
    let rows = rows();
    assert_eq!(rows.iter().map(|row| row.reading).collect::<Vec<_>>(), Reading::ALL);
    for Row { reading, law, life, studied, matters: (on, otherwise), not } in rows {
        let (file, turned) = (law.open(&life, &studied), law.clone().turned(reading).open(&life, &studied));
        assert_eq!(turned.outcome(day(on)), otherwise, "{reading}");
        assert_ne!(file.outcome(day(on)), otherwise, "{reading}");
        assert_eq!(turned.outcome(day(not)), file.outcome(day(not)), "{reading}");
        // And the crate says so itself, whichever side it is asked from.
        let sensitive = |file: &ruankao::CertificateFile<'_>, on| {
            let rows = file.sensitivity(day(on));
            rows.into_iter().find(|row| row.reading == reading).map(|row| (row.to, row.outcome))
        };
        let (side, other) = (law.readings().side(reading), turned.law().readings().side(reading));
        assert_eq!(sensitive(&file, on), Some((other, otherwise)), "{reading}");
        assert_eq!(sensitive(&turned, on), Some((side, file.outcome(day(on)))), "{reading}");
        assert_eq!((sensitive(&file, not), sensitive(&turned, not)), (None, None), "{reading}");
    }
}

#[test]
fn sensitivity_goes_by_the_order_of_the_rule_book() {
    let life = and_then(&history(&[APPROVED]), &[("2008-01-15", accepted()), ("2008-03-10", REGISTERED)]);
    let rows = Law::of_2004().read(&life).sensitivity(day("2008-03-10"));
    let rows: Vec<_> = rows.iter().map(|row| (row.reading, row.outcome)).collect();
    // With the day before as the last day the refusal is the same: what was pending is decided later.
    assert_eq!(rows, [(Reading::FirstRegistration, Ok((PhaseName::InForce, true)))]);
    // Of a certificate that was approved before the regime nothing is open.
    let outside = history(&[("2003-12-31", Act::Approved)]);
    assert_eq!(Law::of_2004().read(&outside).sensitivity(day("2007-01-01")), []);
}

/// A reading is a side and not a figure: turned twice it is as it was, and the figures stay.
#[test]
fn a_reading_turned_twice_is_as_it_was() {
    let law = no_hours().with(Parameter::AppealDays, 60);
    for reading in Reading::ALL {
        let turned = law.clone().turned(reading);
        assert_ne!((turned.readings().side(reading), &turned), (law.readings().side(reading), &law));
        assert_eq!((turned.parameters(), &turned.clone().turned(reading)), (law.parameters(), &law));
    }
    assert_eq!(Reading::ALL.len(), 20);
}
