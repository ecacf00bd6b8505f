//! Every open point, turned to its other side: a day on which it matters, and one on which it does not.

use crate::support::{
    CANCELLED, Law, accepted, and_then, childbirth, claim, day, deferral, extension, history, studied,
};
use ruankao::appeal::Outcome;
use ruankao::ground::Ground;
use ruankao::lifecycle::{DayOutcome, PhaseName};
use ruankao::regulation::Reading;
use ruankao::{Act, Code, History, Mode};

struct Row {
    reading: Reading,
    law: Law,
    life: History,
    matters: (&'static str, DayOutcome),
    not: &'static str,
}

fn row(reading: Reading, life: &[(&str, Act)], matters: &'static str, otherwise: DayOutcome, not: &'static str) -> Row {
    Row { reading, law: Law::no_hours(), life: history(life), matters: (matters, otherwise), not }
}

impl Row {
    fn under(self, law: Law) -> Self {
        Self { law, ..self }
    }
}

const APPROVED: (&str, Act) = ("2005-03-10", Act::Approved);
const LAPSED: DayOutcome = Ok((PhaseName::Lapsed, false));

fn rows() -> Vec<Row> {
    let registered = [APPROVED, ("2008-01-15", accepted()), ("2008-01-20", Act::Registered)];
    let asked = ("2008-02-01", deferral("2008-09-10", childbirth()));
    let granted = ("2008-02-10", Act::DeferralGranted);
    let not_met = Err(Code::ConditionsNotMet);
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
        ("2008-02-10", Act::Registered),
    ];
    let deferred =
        [APPROVED, asked.clone(), granted.clone(), ("2008-04-01", accepted()), ("2008-04-10", Act::Registered)];
    vec![
        row(Reading::ExpiryDay, &[APPROVED], "2008-03-10", LAPSED, "2008-03-09"),
        row(Reading::TermStart, &registered, "2011-03-10", Ok((PhaseName::RegistrationDue, true)), "2008-01-20"),
        // The first calendar year that lies wholly in the cycle has no hours.
        row(Reading::EducationYear, &registered, "2008-01-20", not_met, "2008-01-19").under(Law::notices().ledger(&[
            studied("2005-12-01", 900),
            studied("2007-01-01", 400),
            studied("2008-01-01", 500),
        ])),
        // As the text is read by default, nothing was studied and that is too little.
        row(Reading::FirstRegistration, &registered, "2008-01-20", Ok((PhaseName::InForce, true)), "2008-01-19")
            .under(Law::notices()),
        row(Reading::LateHours, &deferred, "2008-04-10", Ok((PhaseName::InForce, true)), "2008-04-09").under(
            Law::notices().ledger(&[
                studied("2005-12-01", 600),
                studied("2006-12-01", 600),
                studied("2007-12-01", 400),
                studied("2008-03-11", 200),
            ]),
        ),
        // 2007-03-11 to 2007-09-10 is the third year, or the end of the second.
        row(Reading::ExtensionEffect, &extended, "2008-02-10", not_met, "2008-02-09").under(Law::notices().ledger(&[
            studied("2005-12-01", 600),
            studied("2006-12-01", 600),
            studied("2007-09-10", 600),
        ])),
        row(
            Reading::DeferredValidity,
            &[APPROVED, asked.clone(), granted],
            "2008-03-11",
            Ok((PhaseName::Deferred, false)),
            "2008-03-10",
        ),
        row(Reading::PendingAtExpiry, &[APPROVED, ("2008-03-10", accepted())], "2008-03-11", LAPSED, "2008-03-10"),
        row(Reading::AppealEffect, &appealed, "2006-06-09", Ok((PhaseName::UnderAppeal, true)), "2008-03-11"),
        row(
            Reading::TermLastDay,
            &[("2005-05-31", Act::Approved)],
            "2008-06-01",
            Ok((PhaseName::RegistrationDue, true)),
            "2008-06-03",
        ),
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
        row(
            Reading::AbsenceYear,
            &abroad("2006-10-01", "2007-04-02"),
            "2008-02-01",
            Ok((PhaseName::RegistrationDue, true)),
            "2008-01-31",
        ),
        row(
            Reading::AbsenceMeasure,
            &abroad("2006-01-01", "2006-07-01"),
            "2008-02-01",
            Ok((PhaseName::RegistrationDue, true)),
            "2008-01-31",
        ),
        row(Reading::RestoredTerm, &won, "2008-03-11", Ok((PhaseName::RegistrationDue, true)), "2008-06-04"),
    ]
}

#[test]
fn each_reading_matters_somewhere_and_not_everywhere() {
    let rows = rows();
    assert_eq!(rows.iter().map(|row| row.reading).collect::<Vec<_>>(), Reading::ALL);
    for Row { reading, law, life, matters: (on, otherwise), not } in rows {
        let outcome = |law: &Law, on| law.ask(Mode::Strict, |context| life.outcome(day(on), context));
        let turned = law.clone().turned(reading);
        assert_eq!(outcome(&turned, on), otherwise, "{reading}");
        assert_ne!(outcome(&law, on), otherwise, "{reading}");
        assert_eq!(outcome(&turned, not), outcome(&law, not), "{reading}");
        // And the crate says so itself, whichever side it is asked from.
        let sensitive = |law: &Law, on| {
            let rows = law.ask(Mode::Strict, |context| life.sensitivity(day(on), context));
            rows.into_iter().find(|row| row.reading == reading).map(|row| (row.to, row.outcome))
        };
        let (side, other) = (law.regulation.readings().side(reading), turned.regulation.readings().side(reading));
        assert_eq!(sensitive(&law, on), Some((other, otherwise)), "{reading}");
        assert_eq!(sensitive(&turned, on), Some((side, outcome(&law, on))), "{reading}");
        assert_eq!((sensitive(&law, not), sensitive(&turned, not)), (None, None), "{reading}");
    }
}

#[test]
fn sensitivity_goes_by_the_order_of_the_rule_book() {
    let life = and_then(&history(&[APPROVED]), &[("2008-01-15", accepted()), ("2008-03-10", Act::Registered)]);
    let rows = Law::notices().ask(Mode::Strict, |context| life.sensitivity(day("2008-03-10"), context));
    let rows: Vec<_> = rows.iter().map(|row| (row.reading, row.outcome)).collect();
    // With the day before as the last day the refusal is the same: what was pending is decided later.
    assert_eq!(rows, [(Reading::FirstRegistration, Ok((PhaseName::InForce, true)))]);
    // Of a certificate that was approved before the regime nothing is open.
    let outside = history(&[("2003-12-31", Act::Approved)]);
    assert_eq!(Law::notices().ask(Mode::Strict, |context| outside.sensitivity(day("2007-01-01"), context)), []);
}
