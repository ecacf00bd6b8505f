//! Forms as JSON: read or refused, examined whatever they say, and nothing of a person repeated.

use bolero::check;
use form::filled;
use ruankao::identity::Qualification;
use ruankao::registration::{FeeSchedule, FormDraft, FormField, Paper};
use ruankao::{Ledger, day};
use ruankao_fuzz::{Bytes, edited};

#[path = "../../../tests/support/form.rs"]
mod form;

fn draft() -> FormDraft {
    filled().row("2006-05-20", "业余", "标准", "8").row("2006-07-09", "脱产", "技术", "16")
}

/// Examined, with nothing hidden and nothing personal in what is said.
fn examined(draft: &FormDraft) {
    let paper = Paper {
        number: "0531-08".parse().unwrap(),
        name: "张三".parse().unwrap(),
        qualification: Qualification::SoftwareDesigner,
        obtained_on: day!(2005, 3, 10),
    };
    let said = match draft.read() {
        Ok(form) => {
            let verdict = form.findings(&paper, &Ledger::default(), day!(2008, 1, 15));
            let found: Vec<String> = verdict.findings().iter().map(ToString::to_string).collect();
            format!("{form:?} {}", found.join(" "))
        }
        Err(defects) => defects.to_string().replace('\n', " "),
    };
    // A certificate's number names the certificate and is printed in full, whatever stands in its field.
    let plain = |letter| match letter {
        '！'..='～' => char::from_u32(letter as u32 - 0xfee0).unwrap(),
        _ => letter,
    };
    let number: String = draft.text(FormField::CertificateNumber).chars().map(plain).collect();
    for secret in ["11010519491231002X", "36337995"] {
        assert!(number.contains(secret) || !said.contains(secret), "{said}");
    }
    assert!(!said.contains(char::is_control), "{said:?}");
}

#[test]
fn an_edited_form_is_examined_or_refused() {
    let written = serde_json::to_string(&draft()).unwrap();
    check!().for_each(|input: &[u8]| {
        let Ok(draft) = serde_json::from_str::<FormDraft>(&edited(&written, &mut Bytes(input))) else { return };
        let again = serde_json::to_string(&draft).unwrap();
        assert_eq!(serde_json::from_str::<FormDraft>(&again).unwrap(), draft);
        examined(&draft);
    });
}

#[test]
fn any_text_in_any_field_is_examined() {
    check!().for_each(|input: &[u8]| {
        let mut bytes = Bytes(input);
        let field = FormField::ALL[bytes.below(FormField::ALL.len())];
        let text = String::from_utf8_lossy(bytes.0).into_owned();
        examined(&draft().with(field, &text));
        examined(&draft().row(&text, &text, &text, &text));
    });
}

#[test]
fn fees_are_read_or_refused() {
    let written = r#"[{"province":"31","amount":3000,"from":"2005-01-01","to":"2005-12-31"},{"province":"31","amount":1,"from":"2006-01-01","to":null}]"#;
    assert!(serde_json::from_str::<FeeSchedule>(written).is_ok(), "what is edited is right to begin with");
    check!().for_each(|input: &[u8]| {
        let Ok(fees) = serde_json::from_str::<FeeSchedule>(&edited(written, &mut Bytes(input))) else { return };
        let again = serde_json::to_string(&fees).unwrap();
        assert_eq!(serde_json::from_str::<FeeSchedule>(&again).unwrap(), fees);
    });
}
