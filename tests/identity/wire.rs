//! How each is written and read as JSON.

use crate::compact::Compact;
use insta::assert_snapshot;
use ruankao::conformance::{Case, Question};
use ruankao::identity::{
    Category, CertificateNumber, CitizenNumber, Holder, HolderName, IdentityDocument, IdentityDocumentKind, Level,
    ManagementNumber, Province, Qualification, Sex,
};
use ruankao::registration::{FormDraft, FormField, RowDraft};
use serde::de::DeserializeOwned;
use serde_json::{from_str, from_value, json, to_value};

#[test]
fn words_are_the_wire_formats() {
    assert_eq!(to_value(Level::ALL).unwrap(), json!(["junior", "intermediate", "senior"]));
    assert_eq!(
        to_value(Category::ALL).unwrap(),
        json!(["software", "networks", "applications", "information_systems", "information_services"])
    );
    assert_eq!(to_value([Sex::Male, Sex::Female]).unwrap(), json!(["male", "female"]));
    for level in Level::ALL {
        assert_eq!(to_value(level).unwrap(), level.name());
    }
    for category in Category::ALL {
        assert_eq!(to_value(category).unwrap(), category.name());
    }
    assert_eq!(to_value(Sex::Male).unwrap(), Sex::Male.name());
}

#[test]
fn provinces_and_qualifications() {
    assert_eq!(to_value(Province::Shanghai).unwrap(), "31");
    assert_eq!(from_str::<Province>("\"31\"").unwrap(), Province::Shanghai);
    assert_snapshot!(from_str::<Province>("\"83\"").unwrap_err(), @"`83` is no province-level code of GB/T 2260; expected two digits, such as `11` or `31` at line 1 column 4");
    assert_snapshot!(from_str::<Province>("31").unwrap_err(), @"invalid type: number, expected a province-level code as a string of two digits at line 1 column 2");
    for it in Qualification::ALL {
        assert_eq!(to_value(it).unwrap(), it.name());
        for name in [it.name()].iter().chain(it.aliases()) {
            assert_eq!(from_value::<Qualification>(json!(name)).unwrap(), it);
        }
    }
}

#[test]
fn a_holder_goes_out_in_full_and_comes_back() {
    let written = r#"{"name":"张三","document":{"kind":"resident_identity_card","number":"11010519491231002X"}}"#;
    let holder: Holder = from_str(written).unwrap();
    assert_eq!(serde_json::to_string(&holder).unwrap(), written);
    // The number may come before its kind.
    let turned = r#"{"document":{"number":"11010519491231002X","kind":"resident_identity_card"},"name":"张三"}"#;
    assert_eq!(from_str::<Holder>(turned).unwrap(), holder);
    let read = from_str::<CertificateNumber>("\"0531\"").unwrap();
    assert_eq!(to_value(read).unwrap(), "0531");
    assert!(from_str::<ManagementNumber>("\" 0531\"").is_err());
    assert!(from_str::<HolderName>("\"\"").is_err());
}

#[test]
fn every_document_has_its_kind() {
    for (kind, number) in [
        ("resident_identity_card", "110105491231002"),
        ("hong_kong_macao_permit", "H12345678"),
        ("taiwan_permit", "0123456702(B)"),
        ("residence_permit", "810000197502159066"),
        ("passport", "G12345678"),
        ("permanent_residence_card", "911124198108030024"),
    ] {
        let written = json!({ "kind": kind, "number": number });
        let document: IdentityDocument = from_value(written.clone()).unwrap();
        assert_eq!(to_value(document).unwrap(), written);
        assert_eq!(to_value(document.kind()).unwrap(), kind);
    }
}

/// Deserialising goes through the same door.
#[test]
fn a_malformed_number_does_not_get_in() {
    let read = |text: &str| from_str::<IdentityDocument>(text).unwrap_err().to_string();
    assert_snapshot!(read(r#"{"kind":"passport","number":"g1"}"#), @"character 1 of the passport number is `g`; expected a capital letter or a digit");
    assert!(read(r#"{"kind":"passport","number":"G1","country":"CAN"}"#).contains("expected `kind` or `number`"));
    assert!(
        read(r#"{"kind":"driving_licence","number":"1"}"#).contains("unknown name; expected `resident_identity_card`")
    );
    assert!(read(r#"{"kind":"passport"}"#).contains("missing field `number`"));
}

/// Serde's own message would quote the number.
#[test]
fn a_number_without_quotation_marks_is_not_repeated() {
    let digits = "440524188001010014";
    let error = from_str::<CitizenNumber>(digits).unwrap_err();
    assert_snapshot!(error, @"invalid type: number, expected a citizen number as a string at line 1 column 18");
    for text in [
        digits.into(),
        format!("-{digits}"),
        format!("{digits}.5"),
        format!("[{digits}]"),
        format!("{{\"{digits}\":1}}"),
    ] {
        let error = from_str::<CitizenNumber>(&text).unwrap_err().to_string();
        assert!(!error.contains(digits) && !error.contains("4405241"), "{error}");
        for written in [
            format!(r#"{{"kind":"resident_identity_card","number":{text}}}"#),
            format!(r#"{{"number":{text},"kind":"resident_identity_card"}}"#),
        ] {
            let error = from_str::<IdentityDocument>(&written).unwrap_err().to_string();
            assert!(!error.contains(digits) && !error.contains("4405241"), "{error}");
        }
    }
    let error = from_value::<CitizenNumber>(json!(440_524_188_001_010_014_u64)).unwrap_err().to_string();
    assert!(!error.contains(digits), "{error}");
}

/// What is read from a text says which text is expected.
#[test]
fn a_text_is_expected() {
    for (error, expected) in [
        (from_str::<CertificateNumber>("true").unwrap_err(), "a certificate number"),
        (from_str::<Province>("null").unwrap_err(), "a province-level code as a string of two digits"),
        (from_str::<Qualification>("[]").unwrap_err(), "a qualification's Chinese name as a string"),
        (from_str::<CitizenNumber>("{}").unwrap_err(), "a citizen number as a string"),
    ] {
        assert!(error.to_string().contains(&format!("expected {expected}")), "{error}");
    }
}

/// Of what stands where something else was expected only its kind is told.
#[test]
fn what_is_refused_is_told_by_its_kind() {
    let refused = |given: &str| from_str::<FormDraft>(given).unwrap_err().to_string();
    let field = |given: &str| refused(&format!(r#"{{"fields":{{"name":{given}}}}}"#));
    assert_snapshot!([field("true"), field("5"), field("-5"), field("0.5"), refused("\"x\"")].join("\n"), @"
    invalid type: boolean, expected a string at line 1 column 22
    invalid type: number, expected a string at line 1 column 19
    invalid type: number, expected a string at line 1 column 20
    invalid type: number, expected a string at line 1 column 21
    invalid type: string, expected a form as an object of `document`, `fields` and `rows` at line 1 column 3
    ");
    let document = |given: &str| refused(&format!(r#"{{"document":{given}}}"#));
    assert_snapshot!([document("5"), document("null"), document(r#"{"passport":5}"#)].join("\n"), @"
    invalid type: number, expected `resident_identity_card`, `hong_kong_macao_permit`, `taiwan_permit`, `residence_permit`, `passport` or `permanent_residence_card` at line 1 column 13
    invalid type: null, expected `resident_identity_card`, `hong_kong_macao_permit`, `taiwan_permit`, `residence_permit`, `passport` or `permanent_residence_card` at line 1 column 16
    invalid type: number, expected unit at line 1 column 25
    ");
    assert!(from_str::<FormDraft>(r#"{"document":{"passport":null}}"#).is_ok());
}

fn read<T: DeserializeOwned>(written: Compact) -> Result<T, serde::de::value::Error> {
    T::deserialize(written)
}

/// A format that is not self-describing is asked for each shape, and words a refusal itself.
#[test]
fn a_compact_format_is_asked_for_each_shape() {
    let row =
        RowDraft { date: "2006-05-20".into(), mode: "业余".into(), content: "标准".into(), hours: "8".into() };
    let mut draft = FormDraft::blank().with(FormField::Name, "张三").row("2006-05-20", "业余", "标准", "8");
    draft.document = IdentityDocumentKind::Passport;
    let texts = |row: &RowDraft| {
        Compact::List([&row.date, &row.mode, &row.content, &row.hours].map(|it| Compact::Text(it.clone())).into())
    };
    assert_eq!(read::<RowDraft>(texts(&row)).unwrap(), row);
    let kind = Compact::Text("passport".into());
    let fields = Compact::Map(vec![("name", Compact::Text("张三".into()))]);
    let written = Compact::List(vec![kind, fields, Compact::List(vec![texts(&row)])]);
    assert_eq!(read::<FormDraft>(written).unwrap(), draft);
    let error = read::<RowDraft>(Compact::Text("11010519491231002X".into())).unwrap_err().to_string();
    assert_snapshot!(error, @"invalid type: another shape, expected a row as an object of `date`, `mode`, `content` and `hours`");
    // Bytes that are no text are told by their kind.
    let bytes = Compact::List(vec![Compact::Bytes(vec![0xff])]);
    assert_snapshot!(read::<RowDraft>(bytes).unwrap_err(), @"invalid value: bytes, expected a string");
    // A name without content has none.
    let filled = Compact::Map(vec![("passport", Compact::Text("11010519491231002X".into()))]);
    assert!(read::<FormDraft>(Compact::List(vec![filled])).is_err());
}

/// A case is printed when something is wrong with it, and what it asks about may be anybody's number.
#[test]
fn a_question_about_a_number_prints_without_it() {
    for number in ["11010519491231002X", "110105194912310021", "11010519491231002"] {
        let line = json!({ "id": "a", "ask": [{ "query": "identity", "number": number }] });
        let case: Case = from_value(line.clone()).unwrap();
        let printed = format!("{case:?}");
        assert!(printed.contains("Identity { number: IdentityNumber(..) }") && !printed.contains("1949"), "{printed}");
        assert_eq!(to_value(&case).unwrap()["ask"], line["ask"]);
    }
    let question: Question = from_value(json!({ "query": "accreditation", "on": "2005-02-01" })).unwrap();
    assert_eq!(format!("{question:?}"), "Accreditation { on: 2005-02-01 }");
}
