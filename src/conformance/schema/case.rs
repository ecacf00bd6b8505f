//! The schemas of events and questions.

use crate::appeal::Outcome;
use crate::calendar::iso::Day;
use crate::calendar::period::Period;
use crate::conformance::question::{Explained, Question};
use crate::conformance::schema::probe::{Variant, variants};
use crate::conformance::schema::values::schema;
use crate::deferral::Request;
use crate::education::grant::Grant;
use crate::ground::absences::Absences;
use crate::ground::claim::{Claim, Ground};
use crate::identity::body::BodyId;
use crate::identity::level::Level;
use crate::lifecycle::act::{Act, ActName, Event};
use crate::oversight::conditions::Conditions;
use crate::oversight::instructor::Title;
use crate::record::Record;
use crate::registration::application::{Acceptance, Application, Filing, Registration};
use crate::revocation::{Revocation, RevocationGround};
use crate::whatif::hypothesis::Hypothesis;
use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;
use alloc::{borrow::ToOwned, vec};
use chrono::{Days, NaiveDate};
use schemars::{JsonSchema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

schema!(Record<Event>, "Event", |generator| {
    let exemplars = ActName::ALL.into_iter().flat_map(acts).flat_map(records);
    let (names, one_of) = one_of(generator, "event", "ground", variants(exemplars, "event", "ground"));
    json_schema!({ "description": "What happened to a certificate.", "propertyNames": names, "oneOf": one_of })
});

schema!(Question, "Question", |generator| {
    let (names, one_of) = one_of(generator, "query", "of", variants(questions(), "query", "of"));
    json_schema!({ "description": "What is asked.", "propertyNames": names, "oneOf": one_of })
});

/// A day for the exemplars.
pub(super) fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2008, 1, 15).unwrap_or_default()
}

/// A record of an act, with all that it can have.
fn records(act: Act) -> Option<Record<Event>> {
    let recorded_on = day() + Days::new(1);
    Record::from(act.on(day())).recorded_on(recorded_on).ok()?.struck_on(recorded_on).ok()
}

/// Every act of a name, with all that it can have.
fn acts(name: ActName) -> Vec<Act> {
    match name {
        ActName::Approved => vec![Act::Approved],
        ActName::DeferralRequested => {
            claims().map(|claim| Act::DeferralRequested(Box::new(Request { claim, until: day() }))).collect()
        }
        ActName::DeferralGranted => vec![Act::DeferralGranted],
        ActName::DeferralRefused => vec![Act::DeferralRefused],
        ActName::ExtensionGranted => claims()
            .map(|claim| {
                Act::ExtensionGranted(Box::new(Grant {
                    claim,
                    arose_on: day(),
                    until: day(),
                    written_application: true,
                }))
            })
            .collect(),
        ActName::ApplicationAccepted => {
            vec![Act::ApplicationAccepted(Acceptance { agency: Some("A1".into()), application: Application::COMPLETE })]
        }
        ActName::ApplicationFiled => vec![Act::ApplicationFiled(Filing { agency: Some("A1".into()) })],
        ActName::ApplicationWithdrawn => vec![Act::ApplicationWithdrawn],
        ActName::Registered => {
            vec![Act::Registered(Registration { agency: Some("A1".into()), application: Some(Application::COMPLETE) })]
        }
        ActName::Refused => vec![Act::Refused],
        ActName::Cancelled => RevocationGround::ALL.into_iter().map(revocation).map(Act::Cancelled).collect(),
        ActName::CancellationPublished => vec![Act::CancellationPublished],
        ActName::AppealFiled => vec![Act::AppealFiled],
        ActName::AppealDecided => vec![Act::AppealDecided(Outcome::Upheld)],
    }
}

fn claims() -> impl Iterator<Item = Claim> {
    Ground::ALL.into_iter().map(|ground| {
        let absences: Absences = Period::new(day(), day()).into_iter().collect::<Vec<_>>().into();
        Claim { ground, absences, provincial_consent: true, evidence: true }
    })
}

fn revocation(ground: RevocationGround) -> Revocation {
    match ground {
        RevocationGround::Incapacity => Revocation::Incapacity,
        RevocationGround::CriminalPenalty => Revocation::CriminalPenalty,
        RevocationGround::LeftPost => Revocation::LeftPost { left_on: day(), returned_on: Some(day()) },
        RevocationGround::MajorLoss => Revocation::MajorLoss,
        RevocationGround::Fraud => Revocation::Fraud { verified_by_province: true },
    }
}

/// A question of each kind.
fn questions() -> impl Iterator<Item = Question> {
    core::iter::successors(Some(Question::Standing { on: day(), known_on: Some(day()) }), next_question)
}

/// The question after this one; the match is exhaustive so that none is forgotten.
fn next_question(question: &Question) -> Option<Question> {
    let on = day();
    let known_on = Some(on);
    Some(match question {
        Question::Standing { .. } => Question::Timeline { until: on, known_on },
        Question::Timeline { .. } => Question::Outlook { on, known_on },
        Question::Outlook { .. } => Question::Education { on, known_on },
        Question::Education { .. } => Question::Assessment { on, application: Application::COMPLETE, known_on },
        Question::Assessment { .. } => Question::Irregularities { known_on },
        Question::Irregularities { .. } => Question::Sensitivity { on, known_on },
        Question::Sensitivity { .. } => Question::Plan { on, application: Some(Application::COMPLETE), known_on },
        Question::Plan { .. } => Question::Explanation { on, of: Explained::Standing, known_on },
        Question::Explanation { of: Explained::Standing, .. } => {
            Question::Explanation { on, of: Explained::Education, known_on }
        }
        Question::Explanation { of: Explained::Education, .. } => {
            Question::Explanation { on, of: Explained::Assessment(Application::COMPLETE), known_on }
        }
        Question::Explanation { of: Explained::Assessment(_), .. } => {
            Question::Agenda { on, within: Period::new(on, on).ok()?, known_on }
        }
        Question::Agenda { .. } => {
            let (application, hypothesis) = (Application::COMPLETE, Box::default());
            Question::Difference { on, application, hypothesis, known_on }
        }
        Question::Difference { .. } => Question::KnownDifference { on, known_on: on },
        Question::KnownDifference { .. } => Question::ReviewBy { accepted_on: on },
        Question::ReviewBy { .. } => Question::Accreditation { on },
        Question::Accreditation { .. } => {
            Question::MayTeach { level: Level::Senior, title: Title::Professor, competent: true }
        }
        Question::MayTeach { .. } => Question::Identity { number: "11010519491231002X".into() },
        Question::Identity { .. } => return None,
    })
}

/// The names of all fields, and the schemas of the variants.
pub(super) fn one_of(
    generator: &mut SchemaGenerator,
    tag: &str,
    by: &str,
    variants: impl IntoIterator<Item = (Variant, Vec<String>)>,
) -> (Value, Vec<Value>) {
    let (mut names, mut all) = (BTreeSet::from([tag.to_owned()]), Vec::new());
    for (variant, values) in variants {
        all.push(record(generator, tag, &variant, (by, &values)));
        let Variant { tag: _, required, optional, foreign } = variant;
        names.extend(required.into_iter().chain(optional).chain(foreign));
    }
    (json!({ "enum": names }), all)
}

/// The schema of a variant; the field that it is told apart by has the values given. A field of other variants can only be
/// left out.
fn record(generator: &mut SchemaGenerator, tag: &str, variant: &Variant, by: (&str, &[String])) -> Value {
    let Variant { tag: name, required, optional, foreign } = variant;
    let mut properties = Map::new();
    properties.insert(tag.to_owned(), json!({ "const": name }));
    for field in required {
        properties.insert(field.clone(), property(generator, field, by));
    }
    for field in optional {
        let schema = property(generator, field, by);
        properties.insert(field.clone(), json!({ "anyOf": [schema, { "type": "null" }] }));
    }
    let others = if foreign.is_empty() { json!(false) } else { json!({ "type": "null" }) };
    let required: Vec<&str> = [tag].into_iter().chain(required.iter().map(String::as_str)).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": others })
}

/// The schema of a field, which has one meaning wherever it stands.
fn property(generator: &mut SchemaGenerator, field: &str, (by, values): (&str, &[String])) -> Value {
    match field {
        _ if field == by => json!({ "enum": values }),
        "on" | "known_on" | "recorded_on" | "struck_on" | "returned_on" | "arose_on" | "until" | "left_on"
        | "accepted_on" | "rectify_by" | "from" | "to" => of::<Day>(generator),
        "absences" => of::<Absences>(generator),
        "provincial_consent" | "written_application" | "evidence" | "verified_by_province" | "competent" => {
            of::<bool>(generator)
        }
        "agency" => of::<BodyId>(generator),
        "application" => of::<Application>(generator),
        "hypothesis" => of::<Hypothesis>(generator),
        "outcome" => of::<Outcome>(generator),
        "conditions" => of::<Conditions>(generator),
        "level" => of::<Level>(generator),
        "title" => of::<Title>(generator),
        "number" => of::<String>(generator),
        // A field that is not known here matches nothing, and the samples show it.
        _ => json!(false),
    }
}

pub(super) fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    generator.subschema_for::<T>().to_value()
}
