//! The province-level divisions.

use insta::assert_snapshot;
use ruankao::identity::Province;

#[test]
fn there_are_34_of_which_31_have_duties() {
    assert_eq!(Province::ALL.len(), 34);
    let without: Vec<u8> =
        Province::ALL.into_iter().filter(|it| !it.has_registration_duty()).map(Province::code).collect();
    assert_eq!(without, [71, 81, 82]);
    assert!(Province::ALL.is_sorted());
}

#[test]
fn each_code_reads_as_what_prints_it() {
    for code in 0..=u8::MAX {
        match Province::from_code(code) {
            Some(it) => {
                assert_eq!(it.code(), code);
                assert_eq!(it.to_string().parse(), Ok(it));
                assert!(Province::ALL.contains(&it));
            }
            None => assert!(format!("{code:02}").parse::<Province>().is_err()),
        }
    }
}

#[test]
fn what_is_no_code_is_refused() {
    for text in ["", "1", "011", "+1", "1 ", "京", "北京市", "１１", "83", "66", "00"] {
        assert!(text.parse::<Province>().is_err(), "{text}");
    }
    let error = "83".parse::<Province>().unwrap_err();
    assert_snapshot!(error, @"`83` is no province-level code of GB/T 2260; expected two digits, such as `11` or `31`");
}
