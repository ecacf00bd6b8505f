//! Nothing personal reaches a message, nor what is printed for debugging.

use crate::form::filled;
use crate::{course, read};
use core::fmt::Debug;
use ruankao::day;
use ruankao::identity::{CitizenNumber, Holder, HolderName, IdentityDocument, PersonName};
use ruankao::oversight::{Archive, CourseDraft, Profile, SHANGHAI_CENTRE};
use ruankao::registration::{FormDraft, FormField, Paper, RowDraft};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Identity numbers, telephones, a name and an address.
const PERSONAL: [&str; 6] = [
    "11010519491231002X",
    "440524188001010014",
    "13800138000",
    "021-36337995",
    "欧阳小明",
    "虬江路1000号聚源大厦804室",
];

/// Of each, what could be put where a value is expected: as text, as a number, inside something, as a key.
fn plants(secret: &str) -> Vec<Value> {
    let number = secret.parse::<u64>().ok();
    let numbers =
        number.into_iter().flat_map(|number| [json!(number), json!(-number.cast_signed()), json!(number as f64)]);
    let wide: String =
        secret.chars().map(|it| char::from_u32(it as u32 + 0xfee0).filter(|_| it.is_ascii()).unwrap_or(it)).collect();
    let texts =
        [secret.to_owned(), format!("{secret}\u{200b}"), format!(" {secret}"), format!("{secret}{secret}"), wide];
    let texts = texts.into_iter().map(Value::from);
    let nested =
        [json!([secret]), json!({ secret: secret }), json!([[number]]), json!({ "kind": secret, "number": 1 })];
    texts.chain(numbers).chain(nested).collect()
}

/// The value with each of its places in turn taken by the plant, and the plant as one more key of each object.
fn planted(value: &Value, plant: &Value, secret: &str) -> Vec<Value> {
    let mut all = vec![plant.clone()];
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                all.extend(planted(inner, plant, secret).into_iter().map(|inner| {
                    let mut fields = fields.clone();
                    fields.insert(key.clone(), inner);
                    Value::Object(fields)
                }));
            }
            let mut fields = fields.clone();
            fields.insert(secret.to_owned(), plant.clone());
            all.push(Value::Object(fields));
        }
        Value::Array(items) => {
            for (place, inner) in items.iter().enumerate() {
                all.extend(planted(inner, plant, secret).into_iter().map(|inner| {
                    let mut items = items.clone();
                    *items.get_mut(place).unwrap() = inner;
                    Value::Array(items)
                }));
            }
        }
        _ => {}
    }
    all
}

fn keeps_to_itself<T: DeserializeOwned + Debug>(example: &Value) {
    assert!(serde_json::from_value::<T>(example.clone()).is_ok(), "{example}");
    for secret in PERSONAL {
        for given in plants(secret).iter().flat_map(|plant| planted(example, plant, secret)) {
            let said = read::<T>(&given);
            let wide = secret.chars().next().filter(char::is_ascii).map(|_| "１１０１０５");
            assert!(!said.contains(secret) && wide.is_none_or(|wide| !said.contains(wide)), "{given} says {said}");
        }
    }
}

fn draft() -> FormDraft {
    let person = [
        (FormField::Name, "欧阳小明"),
        (FormField::Address, "虬江路1000号聚源大厦804室"),
        (FormField::Telephone, "021-36337995"),
    ];
    let draft = person.into_iter().fold(filled(), |draft, (field, text)| draft.with(field, text));
    draft.row("2006-05-20", "业余", "标准", "8")
}

/// In no error and in no `Debug`, at whatever place of what was given it stands.
#[test]
fn nothing_read_repeats_what_is_personal() {
    let document = json!({ "kind": "passport", "number": "G1" });
    keeps_to_itself::<CitizenNumber>(&json!("11010519491231002X"));
    keeps_to_itself::<HolderName>(&json!("张三"));
    keeps_to_itself::<PersonName>(&json!("张三"));
    keeps_to_itself::<IdentityDocument>(&document);
    keeps_to_itself::<Holder>(&json!({ "name": "张三", "document": document }));
    keeps_to_itself::<RowDraft>(&json!({ "date": "", "mode": "业余", "content": "", "hours": "8" }));
    keeps_to_itself::<FormDraft>(&serde_json::to_value(draft()).unwrap());
    keeps_to_itself::<FormDraft>(&json!({}));
    // The number of a paper names the paper, and is printed in full: it is not one of the places.
    let paper = json!({ "number": "1", "name": "张三", "qualification": "软件设计师", "obtained_on": "2005-03-10" });
    for secret in PERSONAL {
        for given in plants(secret).iter().flat_map(|plant| planted(&paper, plant, secret)) {
            let said = read::<Paper>(&given);
            assert!(given.get("number") != Some(&json!("1")) || !said.contains(secret), "{given} says {said}");
        }
    }
}

#[test]
fn forms_and_their_defects_repeat_nothing_personal() {
    for secret in PERSONAL {
        for &field in FormField::ALL.iter().filter(|&&field| field != FormField::CertificateNumber) {
            let draft =
                draft().with(field, secret).row(secret, secret, secret, secret).row("2006-05-20", "业余", secret, "1");
            let printed = match draft.read() {
                Ok(form) => format!("{form:?} {:?}", form.rows()),
                Err(defects) => format!("{defects} {defects:?} {}", serde_json::to_string(&defects).unwrap()),
            };
            assert!(!printed.contains(secret) && !format!("{draft:?}").contains(secret), "{field}: {printed}");
        }
    }
    let form = draft().row("2006-05-20", "业余", "欧阳小明", "1").read().unwrap();
    let printed = format!("{form:?} {:?}", form.rows());
    assert!(PERSONAL.into_iter().all(|secret| !printed.contains(secret)), "{printed}");
}

#[test]
fn records_of_courses_repeat_nothing_personal() {
    for secret in PERSONAL {
        let named = PersonName::parse(secret).unwrap();
        let absent = PersonName::parse(&format!("{secret}三")).unwrap();
        let unfinished = PersonName::parse(&format!("{secret}二")).unwrap();
        let draft = course(secret);
        let unrecorded = CourseDraft { held: None, ..draft.clone() }.record().unwrap_err();
        let record = draft.clone().record().unwrap();
        let voucher = record.voucher(&named, day!(2006, 5, 12)).unwrap();
        let refused = [&absent, &unfinished].map(|name| record.voucher(name, day!(2006, 5, 12)).unwrap_err());
        let errors: Vec<String> = refused.iter().map(|error| format!("{error} {error:?}")).collect();
        let trainees = (draft.trainees.clone(), record.trainees().to_vec(), record.signature().clone());
        let umbrella = ruankao::Error::from(refused[0].clone());
        let archive = Archive { records: vec![record.clone()], vouchers: vec![voucher.clone()] };
        let profile = Profile {
            telephone: Some(secret),
            fax: Some(secret),
            address: Some(secret),
            person_in_charge: Some(secret),
            ..SHANGHAI_CENTRE
        };
        let printed = format!(
            "{draft:?} {unrecorded} {unrecorded:?} {record:?} {voucher:?} {errors:?} {umbrella} {umbrella:?} {archive:?} \
             {trainees:?} {profile:?} {}",
            profile.verdict(),
        );
        assert!(!printed.contains(secret), "{secret}: {printed}");
    }
}
