//! Texts that are read one by one: a number, a name, a day, a clause, a law.

use bolero::check;
use core::fmt::Display;
use core::str::FromStr;
use ruankao::calendar::iso;
use ruankao::identity::{CertificateNumber, CitizenNumber, HolderName, ManagementNumber, Province, Qualification};
use ruankao::regulation::{DecidedPoint, Reading};
use ruankao::{Clause, Fingerprint, Language, Law, Mode};

/// What is read and printed is read again the same.
fn settled<T: FromStr + Display + PartialEq + core::fmt::Debug>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        let printed = value.to_string();
        assert!(printed.parse::<T>().is_ok_and(|again| again == value), "`{text}` printed `{printed}`");
    }
}

#[test]
fn texts_are_read_or_refused() {
    check!().for_each(|input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        settled::<Clause>(&text);
        settled::<Fingerprint>(&text);
        settled::<Language>(&text);
        settled::<Mode>(&text);
        settled::<DecidedPoint>(&text);
        settled::<Province>(&text);
        settled::<Qualification>(&text);
        settled::<CertificateNumber>(&text);
        settled::<ManagementNumber>(&text);
        let _ = text.parse::<HolderName>();
        let _ = Reading::ALL.iter().find(|reading| reading.name() == text);
        if let Ok(day) = iso::parse(&text) {
            assert_eq!(day.to_string(), text);
        }
        if let Ok(number) = CitizenNumber::parse(&text) {
            assert!(!format!("{number:?}").contains(&*text), "an identity number is never shown in full");
        }
    });
}

#[test]
fn a_law_is_read_or_refused() {
    check!().for_each(|input: &[u8]| {
        if let Ok(law) = serde_json::from_slice::<Law>(input) {
            let text = serde_json::to_string(&law).unwrap();
            let back: Law = serde_json::from_str(&text).unwrap();
            assert_eq!((back.fingerprint(), &back), (law.fingerprint(), &law), "{text}");
        }
    });
}

/// A law that is nearly right: figures, readings, a calendar and lists, edited.
#[test]
fn an_edited_law_is_read_or_refused() {
    use ruankao_fuzz::{Bytes, edited};
    let listed = ruankao::identity::Listing::new("P1", ruankao::day!(2005, 1, 1), None).unwrap();
    let law = Law::of_2004().with_agencies([listed.clone()].into_iter().collect());
    let written = serde_json::to_string(&law.with_institutions([listed].into_iter().collect())).unwrap();
    check!().for_each(|input: &[u8]| {
        let Ok(law) = serde_json::from_str::<Law>(&edited(&written, &mut Bytes(input))) else { return };
        let text = serde_json::to_string(&law).unwrap();
        let back: Law = serde_json::from_str(&text).unwrap();
        assert_eq!((back.fingerprint(), &back), (law.fingerprint(), &law), "{text}");
    });
}
