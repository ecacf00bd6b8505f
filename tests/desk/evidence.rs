//! 47.6: the documents, and 按当地物价部门核准的收费标准缴纳证书登记费.

use crate::{accepted_on, day, draft, evidence};
use ruankao::Application;
use ruankao::identity::Province;
use ruankao::registration::{Evidence, Fee, FeeError, FeeSchedule, FeeScheduleError, Fen, FormField, Payment};
use ruankao::{Clause, Code, Finding};

fn fees() -> FeeSchedule {
    FeeSchedule::new(vec![
        Fee { province: Province::Shanghai, amount: Fen(2500), from: day(2005, 1, 1), to: Some(day(2007, 12, 31)) },
        Fee { province: Province::Shanghai, amount: Fen(3000), from: day(2008, 1, 1), to: None },
        Fee { province: Province::Fujian, amount: Fen(4000), from: day(2006, 1, 1), to: None },
    ])
    .unwrap()
}

fn application(evidence: Evidence) -> Result<Application, FeeError> {
    evidence.application(&draft().read().unwrap(), &fees(), accepted_on())
}

fn is_paid(amount: u32, on: chrono::NaiveDate) -> bool {
    application(Evidence { payment: Some(Payment { amount: Fen(amount), on }), ..evidence() }).unwrap().fee_paid
}

#[test]
fn all_that_is_asked_for_was_brought() {
    assert_eq!(application(evidence()), Ok(Application::COMPLETE));
}

/// The standard is that of the day of payment; paying late is not paying.
#[test]
fn the_fee_is_that_of_the_day() {
    assert!(is_paid(3000, day(2008, 1, 15)) && is_paid(3001, day(2008, 1, 1)));
    assert!(!is_paid(2999, day(2008, 1, 15)));
    assert!(is_paid(2500, day(2007, 12, 31)));
    assert!(!is_paid(2500, day(2008, 1, 1)));
    assert!(!is_paid(3000, day(2008, 1, 16)), "after the acceptance");
    assert!(!application(Evidence { payment: None, ..evidence() }).unwrap().fee_paid);
}

#[test]
fn a_fee_that_nobody_knows_is_an_error() {
    let elsewhere = Evidence { province: Province::Beijing, ..evidence() };
    let refused = FeeError { province: Province::Beijing, on: day(2008, 1, 15) };
    assert_eq!(application(elsewhere), Err(refused));
    assert_eq!(
        refused.to_string(),
        "the fee schedule has none for the province `11` on `2008-01-15`; supply the one approved for that day"
    );
}

#[test]
fn a_schedule_has_one_fee_a_day() {
    let fee = |from, to| Fee { province: Province::Shanghai, amount: Fen(3000), from, to };
    let (first, second) = (day(2006, 1, 1), day(2007, 1, 1));
    assert!(FeeSchedule::new(vec![fee(first, Some(day(2006, 12, 31))), fee(second, None)]).is_ok());
    for fees in [[fee(first, Some(second)), fee(second, None)], [fee(second, None), fee(first, None)]] {
        let refused = FeeSchedule::new(fees.to_vec());
        assert_eq!(refused, Err(FeeScheduleError::Overlap { province: Province::Shanghai, on: second }));
    }
    assert!(matches!(
        FeeSchedule::new(vec![fee(second, Some(first))]),
        Err(FeeScheduleError::EndsBeforeItBegins(ends)) if ends.from == second
    ));
    assert!(FeeSchedule::new(Vec::new()).is_ok());
}

#[test]
fn a_schedule_is_read_through_the_same_door() {
    let json = serde_json::to_string(&fees()).unwrap();
    assert_eq!(serde_json::from_str::<FeeSchedule>(&json).unwrap(), fees());
    let twice =
        r#"[{"province":"31","amount":3000,"from":"2005-01-01"},{"province":"31","amount":1,"from":"2006-01-01"}]"#;
    assert!(serde_json::from_str::<FeeSchedule>(twice).unwrap_err().to_string().contains("two fees"));
}

/// 47.4.4: the employer's assessment is the one on the form.
#[test]
fn the_assessment_is_the_employers() {
    let passed = |result: &str| {
        let form = draft().with(FormField::EmployerResult, result).read().unwrap();
        evidence().application(&form, &fees(), accepted_on()).unwrap().employer_assessment_passed
    };
    assert!(passed("合格") && !passed("不合格"));
    let blank = [FormField::EmployerResult, FormField::EmployerDate, FormField::EmployerSeal]
        .into_iter()
        .fold(draft(), |draft, field| draft.with(field, ""));
    let application = evidence().application(&blank.read().unwrap(), &fees(), accepted_on()).unwrap();
    assert!(!application.employer_assessment_passed);
}

/// Whether two fees of a province share a day, and on which, found by holding each against each.
fn overlap(fees: &[Fee]) -> Option<(Province, chrono::NaiveDate)> {
    let pairs = fees.iter().enumerate().flat_map(|(at, fee)| fees[at + 1..].iter().map(move |other| (fee, other)));
    let shared = pairs.filter_map(|(fee, other)| {
        let on = fee.from.max(other.from);
        let both = fee.province == other.province && fee.applies_on(on) && other.applies_on(on);
        both.then_some((fee.province, on))
    });
    shared.min()
}

proptest::proptest! {
    /// Fees are looked at in order of their days, and the same is found as by holding each against each.
    #[test]
    fn overlaps_are_found_as_by_seeking(
        drawn in proptest::collection::vec((0_u32..2, 1_u32..25, proptest::option::of(0_u32..4)), 0..8),
    ) {
        let fees: Vec<Fee> = drawn
            .iter()
            .map(|&(province, from, length)| Fee {
                province: [Province::Shanghai, Province::Fujian][usize::try_from(province).unwrap()],
                amount: Fen(3000),
                from: day(2006, 1, from),
                to: length.map(|length| day(2006, 1, from + length)),
            })
            .collect();
        match (FeeSchedule::new(fees.clone()), overlap(&fees)) {
            (Ok(_), None) => {}
            (Err(FeeScheduleError::Overlap { province, on }), Some(sought)) => {
                proptest::prop_assert_eq!((province, on), sought);
            }
            (found, sought) => proptest::prop_assert!(false, "{found:?} {sought:?}"),
        }
    }
}

/// And in no more time than sorting takes, read from a text too.
#[test]
fn a_long_schedule_is_looked_at_once() {
    let days = day(2005, 1, 1).iter_days();
    let fee = |from| Fee { province: Province::Shanghai, amount: Fen(3000), from, to: Some(from) };
    let fees: Vec<Fee> = days.take(50_000).map(fee).collect();
    let text = serde_json::to_string(&fees).unwrap();
    assert_eq!(serde_json::from_str::<FeeSchedule>(&text).unwrap(), FeeSchedule::new(fees).unwrap());
}

/// From its first day to its last, both included; a fee without a last day goes on.
#[test]
fn a_fee_applies_from_its_first_day_to_its_last() {
    let fee =
        Fee { province: Province::Shanghai, amount: Fen(2505), from: day(2006, 1, 1), to: Some(day(2006, 6, 30)) };
    let applies = [day(2005, 12, 31), day(2006, 1, 1), day(2006, 6, 30), day(2006, 7, 1)].map(|on| fee.applies_on(on));
    assert_eq!(applies, [false, true, true, false]);
    let open = Fee { to: None, ..fee };
    assert!(!open.applies_on(day(2005, 12, 31)) && open.applies_on(day(2026, 7, 1)));
    let schedule = FeeSchedule::new(vec![open, fee_of_fujian()]).unwrap();
    assert_eq!(schedule.fees(), [open, fee_of_fujian()]);
    assert_eq!((fee.amount.to_string(), Fen(5).to_string()), ("25.05".to_owned(), "0.05".to_owned()));
}

fn fee_of_fujian() -> Fee {
    Fee { province: Province::Fujian, amount: Fen(4000), from: day(2006, 1, 1), to: None }
}

/// What is not known is a finding about the province, against the clause that asks for the fee.
#[test]
fn an_unknown_fee_is_found() {
    let finding = Finding::from(FeeError { province: Province::Fujian, on: day(2005, 12, 31) });
    assert_eq!((finding.code(), finding.clause()), (Code::FeeUnknown, Some(Clause::N47_6)));
}
