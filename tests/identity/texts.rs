//! Names, and the numbers on a certificate.

use insta::assert_snapshot;
use ruankao::identity::{CertificateNumber, Holder, HolderName, LineError, ManagementNumber, Passport};

#[test]
fn one_line_is_taken_as_it_is() {
    for text in ["1", "0531-08", "证书 第1号", "a\u{3000}b"] {
        assert_eq!(CertificateNumber::parse(text).unwrap().as_str(), text);
        assert_eq!(ManagementNumber::parse(text).unwrap().to_string(), text);
        assert_eq!(HolderName::parse(text).unwrap().exposed(), text);
    }
}

#[test]
fn anything_else_is_refused() {
    for (text, error) in [
        ("", LineError::Blank),
        (" ", LineError::Blank),
        ("\u{3000}\n", LineError::Blank),
        (" 1", LineError::SpaceAround),
        ("1\n", LineError::SpaceAround),
        ("1\u{3000}", LineError::SpaceAround),
        ("1\t2", LineError::ControlCharacter { position: 2, found: '\t' }),
        ("张\u{0}三", LineError::ControlCharacter { position: 2, found: '\0' }),
    ] {
        assert_eq!(CertificateNumber::parse(text), Err(error), "{text:?}");
        assert_eq!(ManagementNumber::parse(text), Err(error), "{text:?}");
        assert_eq!(HolderName::parse(text), Err(error), "{text:?}");
    }
    assert_snapshot!(LineError::Blank, @"the text is blank; expected at least one character");
    assert_snapshot!(LineError::SpaceAround, @"the text begins or ends with white space; expected it without");
    assert_snapshot!(HolderName::parse("张\t三").unwrap_err(), @r"character 2 of the text is the control character `\t`; expected one line of text");
}

#[test]
fn a_name_shows_its_first_character() {
    let masked = |name| HolderName::parse(name).unwrap().masked().to_string();
    assert_eq!(
        ["张", "张三", "张小三", "欧阳小明", "John Smith"].map(masked),
        ["*", "张*", "张**", "欧***", "J*********"]
    );
}

#[test]
fn a_holder_prints_masked() {
    let holder =
        Holder { name: HolderName::parse("张三").unwrap(), document: Passport::parse("G12345678").unwrap().into() };
    assert_snapshot!(format!("{holder:?}"), @"Holder { name: HolderName(张*), document: Passport(Passport(G*******8)) }");
}
