//! 47.13.

use insta::assert_snapshot;
use ruankao::oversight::{Profile, SHANGHAI_CENTRE};

const NOTICES: &str = include_str!("../notices/notices.txt");

#[test]
fn the_shanghai_centre_stands_at_the_end_of_the_notices() {
    let Profile { name, functions, address, telephone, fax, website, person_in_charge } = SHANGHAI_CENTRE;
    for text in [Some(name), Some(functions), address, telephone, fax, website].into_iter().flatten() {
        assert!(NOTICES.contains(text), "{text}");
    }
    assert_eq!(person_in_charge, None);
    assert_snapshot!(SHANGHAI_CENTRE.verdict(), @"
    what is published as the fax number is not one; expected an area code and the 7 or 8 digits that go with it (47.13)
    nobody is in charge of registration (47.13)
    ");
}

/// What is published for those who ask need not stand in every log.
#[test]
fn a_profile_prints_masked() {
    let named = Profile { person_in_charge: Some("张三"), ..SHANGHAI_CENTRE };
    let printed = format!("{named:?}");
    for personal in ["张三", "36337995", "虬江路", "363379935"] {
        assert!(!printed.contains(personal), "{printed}");
    }
    assert!(printed.contains("张*"), "{printed}");
}

// 47.13: 各地证书登记实施机构应有专人负责，…其联系方式应向社会公布。
#[test]
fn whatever_is_missing_is_found() {
    let bare = Profile { address: None, telephone: Some(" "), fax: None, website: None, ..SHANGHAI_CENTRE };
    assert_snapshot!(bare.verdict(), @r"
    no address is published (47.13)
    no telephone number is published (47.13)
    nobody is in charge of registration (47.13)
    ");
}

#[test]
fn a_number_has_the_digits_its_area_code_goes_with() {
    let is_line = |telephone| {
        let profile = Profile { telephone: Some(telephone), fax: None, person_in_charge: Some("x"), ..SHANGHAI_CENTRE };
        profile.verdict().is_met()
    };
    assert!(["010-68208888", "021-36337995", "0755-1234567", "0755-12345678"].into_iter().all(is_line));
    let wrong =
        ["021-3633799", "021-363379935", "36337995", "21-36337995", "021-3633799a", "0155-1234567", "0755-", ""];
    assert!(!wrong.into_iter().any(is_line));
}
