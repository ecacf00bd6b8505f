//! Names, and the numbers on a certificate.

use insta::assert_snapshot;
use ruankao::identity::{
    CertificateNumber, FormNumber, Holder, HolderName, LineError, ManagementNumber, Passport, PersonName,
};

#[test]
fn one_line_is_taken_as_it_is() {
    for text in ["1", "0531-08", "证书 第1号", "沪〔2005〕08"] {
        assert_eq!(CertificateNumber::parse(text).unwrap().as_str(), text);
        assert_eq!(ManagementNumber::parse(text).unwrap().to_string(), text);
        assert_eq!(FormNumber::parse(text).unwrap().to_string(), text);
        assert_eq!(HolderName::parse(text).unwrap().exposed(), text);
    }
    // Full-width forms, a joiner, a selected variant: names are never changed.
    for name in ["Ａ\u{3000}Ｂ", "علی\u{200c}رضا", "葛\u{e0100}"] {
        assert_eq!(HolderName::parse(name).unwrap().exposed(), name);
        assert_eq!(PersonName::parse(name).unwrap().exposed(), name);
    }
}

/// As a Chinese keyboard types them.
#[test]
fn numbers_fold_full_width_forms() {
    for (typed, number) in [("０５３１－０８", "0531-08"), ("Ａ\u{3000}１", "A 1"), ("～！（1）", "~!(1)")]
    {
        let parsed = CertificateNumber::parse(typed).unwrap();
        assert_eq!((parsed.as_str(), &parsed), (number, &CertificateNumber::parse(number).unwrap()));
        assert_eq!(ManagementNumber::parse(typed).unwrap().as_str(), number);
        assert_eq!(serde_json::from_value::<FormNumber>(typed.into()).unwrap().as_str(), number);
    }
}

/// What cannot be seen would make two numbers of one, or one of two.
#[test]
fn hidden_characters_are_refused_with_their_place() {
    let hidden = |position, found| Err(LineError::HiddenCharacter { position, found });
    for found in ['\u{200b}', '\u{202e}', '\u{2066}', '\u{feff}', '\u{ad}', '\u{3164}', '\u{2028}', '\u{e0041}'] {
        let text = format!("0531-08{found}9");
        assert_eq!(CertificateNumber::parse(&text).map(drop), hidden(8, found));
        assert_eq!(FormNumber::parse(&found.to_string()).map(drop), alone(found));
        assert_eq!(HolderName::parse(&text).map(drop), hidden(8, found));
        assert_eq!(PersonName::parse(&text).map(drop), hidden(8, found));
        assert!(serde_json::from_value::<ManagementNumber>(text.into()).is_err());
    }
    // Spelling may need a joiner, a number never does; and alone it is nothing.
    assert_eq!(CertificateNumber::parse("1\u{200d}2").map(drop), hidden(2, '\u{200d}'));
    assert_eq!(CertificateNumber::parse("1\u{a0}2").map(drop), hidden(2, '\u{a0}'));
    assert_eq!(HolderName::parse("\u{200d}\u{fe00}"), Err(LineError::Blank));
    assert_snapshot!(CertificateNumber::parse("1\u{202e}2").unwrap_err(), @r"character 2 of the text is `\u{202e}`, which cannot be seen; expected it without");
    assert_snapshot!(CertificateNumber::parse("1\u{a0}2").unwrap_err(), @r"character 2 of the text is `\u{a0}`, which cannot be seen; expected it without");
}

/// A separator of lines is white space.
fn alone(found: char) -> Result<(), LineError> {
    Err(if found.is_whitespace() { LineError::Blank } else { LineError::HiddenCharacter { position: 1, found } })
}

#[test]
fn length_is_bounded() {
    let long = |length| "号".repeat(length);
    assert!(CertificateNumber::parse(&long(64)).is_ok() && HolderName::parse(&long(200)).is_ok());
    assert_eq!(CertificateNumber::parse(&long(65)), Err(LineError::TooLong { length: 65, most: 64 }));
    assert_eq!(HolderName::parse(&long(201)), Err(LineError::TooLong { length: 201, most: 200 }));
    assert!(ManagementNumber::parse(&long(5_000_000)).is_err());
    assert_snapshot!(CertificateNumber::parse(&long(65)).unwrap_err(), @"the text has `65` characters; expected `64` at most");
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
