//! The law in use: written out, read back, and told apart.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ruankao::calendar::{DayKind, WorkCalendar};
use ruankao::identity::{Listing, Register};
use ruankao::regulation::{Parameter, Parameters, Reading, Readings};
use ruankao::{Error, Fingerprint, Law, day};
use std::collections::BTreeSet;

fn register(ids: &[&str]) -> Register {
    ids.iter().map(|&id| Listing::new(id, day!(2005, 1, 1), Some(day!(2009, 1, 1))).unwrap()).collect()
}

/// Laws that each differ from the notices of 2004 in one thing.
fn laws() -> Vec<Law> {
    let notices = Law::of_2004;
    let mut laws = vec![
        notices(),
        notices().with_agencies(Register::default()),
        notices().with_institutions(Register::default()),
        notices().with_agencies(register(&["a", "b"])),
        notices().with_institutions(register(&["a", "b"])),
        notices().with_agencies(register(&["a 2005-01-01 2009-01-01\n1 b"])),
        notices().with_calendar(WorkCalendar::empty()),
        notices()
            .with_calendar(WorkCalendar::statutory().with_year(2027, [(day!(2027, 1, 1), DayKind::Holiday)]).unwrap()),
        notices().with_parameters(Parameters { repealed_on: Some(day!(2019, 7, 1)), ..Parameters::NOTICES }).unwrap(),
        notices().with_parameters(Parameters { scope_from: day!(2003, 1, 1), ..Parameters::NOTICES }).unwrap(),
    ];
    for reading in Reading::ALL {
        laws.push(notices().with_readings(Readings::default().turned(reading)));
    }
    for parameter in Parameter::ALL {
        let more = Parameters::NOTICES.value(parameter) + 1;
        laws.push(notices().with_parameters(Parameters::NOTICES.with(parameter, more)).unwrap());
    }
    laws
}

#[test]
fn a_law_is_read_back_as_it_was_written() -> Result<(), serde_json::Error> {
    for law in laws() {
        let text = serde_json::to_string(&law)?;
        let back: Law = serde_json::from_str(&text)?;
        assert_eq!((back.fingerprint(), &back), (law.fingerprint(), &law), "{text}");
    }
    let notices: Law = serde_json::from_str("{}")?;
    assert_eq!(notices, Law::of_2004());
    Ok(())
}

/// A regulation makes a law that names nobody: whoever acts may.
#[test]
fn a_regulation_is_a_law_without_lists() {
    for law in laws() {
        let of_it = Law::from(law.regulation().clone());
        assert_eq!((of_it.regulation(), of_it.agencies(), of_it.institutions()), (law.regulation(), None, None));
    }
}

#[test]
fn what_makes_no_law_is_refused() {
    for (text, expected) in [
        (r#"{"parameters": {"validity_years": 0}}"#, "`validity_years` is `0`"),
        (r#"{"parameters": {"repealed_on": "2004-01-01"}}"#, "`repealed_on` is `2004-01-01`"),
        (r#"{"parameters": {"window_months": 36}}"#, "expected less than the term"),
        (r#"{"agencies": [{"id": "a"}]}"#, "approved_on"),
        (r#"{"lists": []}"#, "unknown field `lists`"),
    ] {
        let error = serde_json::from_str::<Law>(text).unwrap_err().to_string();
        assert!(error.contains(expected), "{text}: {error}");
    }
}

#[test]
fn laws_have_one_fingerprint_exactly_where_they_are_equal() {
    let laws = laws();
    let fingerprints: BTreeSet<Fingerprint> = laws.iter().map(Law::fingerprint).collect();
    assert_eq!(fingerprints.len(), laws.len());
    // Neither the order in which a list was made nor how the law was built makes another.
    let one = Law::of_2004().with_agencies(register(&["a", "b"]));
    let other = Law::of_2004().with_agencies(register(&["b", "a"])).with_readings(Readings::default());
    assert_eq!((one.fingerprint(), &one), (other.fingerprint(), &other));
}

/// It stands beside decisions in stores: it may never become another for the same law.
#[test]
fn the_fingerprint_of_the_notices_stays() {
    let fingerprint = Law::of_2004().fingerprint();
    assert_eq!(fingerprint.to_string(), FINGERPRINT);
    assert_eq!(FINGERPRINT.parse::<Fingerprint>(), Ok(fingerprint));
    let written = serde_json::to_string(&fingerprint).unwrap();
    assert_eq!(serde_json::from_str::<Fingerprint>(&written).unwrap(), fingerprint);
}

const FINGERPRINT: &str = "8e557f8ca6398582e65ce198567a78d3b102c284d6cebc5c76b712358ce97cfe";

#[test]
fn a_text_that_is_no_fingerprint_is_refused() {
    let good = Law::of_2004().fingerprint().to_string();
    let error = |text: &str| Error::from(text.parse::<Fingerprint>().unwrap_err()).to_string();
    for wrong in
        ["", "0", &good.to_uppercase(), good.split_at(1).1, &format!("{good}0"), &good.replace(good.split_at(1).0, "g")]
    {
        assert_eq!(error(wrong), "expected a fingerprint of 64 hexadecimal digits, in lower case");
    }
}

/// A law is shared by every request of a service.
#[test]
fn a_law_crosses_threads() {
    fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    let law = Law::of_2004().with_agencies(register(&["a"]));
    shared(&law);
    let there = std::thread::spawn({
        let law = law.clone();
        move || law.fingerprint()
    });
    assert_eq!(there.join().unwrap(), law.fingerprint());
}
