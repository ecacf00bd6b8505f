//! All that is shown, as data.

use crate::questions::UP_TO;
use crate::register::{self, Counted, Effect, ToldEvent};
use crate::report::Look;
use ruankao::calendar::Period;
use ruankao::explain::Explanation;
use ruankao::finding::EventFault;
use ruankao::whatif::{Asked, Search, Unanimous};
use ruankao::{AsOf, Entry, Language, Mode, Record};
use serde::Serialize;
use serde_json::{Map, Value, json};

/// Something of the library as it is on the wire.
fn wire(value: impl Serialize) -> Value {
    // What is not a number, a text, a list or a map of texts is nowhere on the wire.
    serde_json::to_value(value).unwrap_or_default()
}

fn both(words: impl Fn(Language) -> String) -> Value {
    json!({ "en": words(Language::En), "zh": words(Language::Zh) })
}

/// Everything, in one object; each answer is as the wire has it. Places of events and entries are those of the wire too, from
/// 0.
pub fn all(look: &Look<'_>) -> Value {
    let (subject, file) = (look.subject, look.file);
    let (rows, _) = look.rows();
    let as_of = file.on(subject.on).ok();
    let (law, mut told) = (file.law(), Map::new());
    let mut tell = |name: &str, value: Value| told.insert(name.to_owned(), value);
    tell("id", json!(subject.id));
    tell("title", both(|language| subject.title(language)));
    if let Some(story) = subject.story {
        tell("lesson", both(|language| story.lesson(language).to_owned()));
    }
    tell("on", json!(subject.on.to_string()));
    tell("until", json!(subject.until.to_string()));
    tell("known_on", json!(subject.known_on.map(|day| day.to_string())));
    tell("mode", json!(file.mode().name()));
    tell(
        "law",
        json!({ "fingerprint": law.fingerprint().to_string(), "parameters": wire(law.parameters()),
                "readings": wire(law.readings()) }),
    );
    tell("timeline", wire(&rows));
    tell("events", register::events(file).iter().enumerate().map(|(place, event)| event_data(place, event)).collect());
    tell(
        "entries",
        register::entries(file, as_of.as_ref())
            .iter()
            .enumerate()
            .map(|(place, entry)| entry_data(place, entry))
            .collect(),
    );
    if let Some(refusal) = file.refusal() {
        tell("refusal", explained(refusal, &file.explain_fault(refusal)));
    }
    if file.mode() == Mode::Audit
        && let (Ok(faults), Ok(whys)) = (file.irregularities(), file.explain_irregularities())
    {
        tell("irregularities", faults.iter().zip(&whys).map(|(fault, why)| explained(fault, why)).collect());
    }
    if let Some(as_of) = &as_of {
        answers(look, as_of, &mut tell);
    }
    if !look.args.what_if.is_empty() {
        let difference = look.before.difference(file, subject.on, &subject.application);
        let words = both(|language| difference.in_words(language).to_string());
        tell("difference", json!({ "answer": wire(&difference), "words": words }));
    }
    if let Some(known_on) = subject.known_on {
        tell("learned_since", wire(subject.file.explain_difference(known_on, subject.on)));
    }
    Value::Object(told)
}

fn answers(look: &Look<'_>, as_of: &AsOf<'_>, tell: &mut impl FnMut(&str, Value) -> Option<Value>) {
    let (subject, application) = (look.subject, &look.subject.application);
    tell("standing", json!({ "answer": wire(as_of.standing()), "explanation": wire(as_of.explain()) }));
    tell("deadline", json!(as_of.deadline().map(|day| day.to_string())));
    if let Ok(progress) = as_of.education() {
        tell("education", wire(progress));
    }
    let no_agency = as_of.no_agency().map(wire);
    tell(
        "assessment",
        json!({ "application": wire(application), "answer": wire(as_of.assessment(application)),
                "explanation": wire(as_of.explain_assessment(application)), "no_agency": no_agency }),
    );
    let plan = as_of.plan_with(application);
    let words = both(|language| plan.in_words(language).to_string());
    tell("plan", json!({ "answer": wire(&plan), "words": words }));
    let inquiry = look.file.inquiry(as_of.on());
    let found = |found: Result<Unanimous, Search>| match found {
        Ok(claim) => {
            json!({ "holds": true, "answer": wire(&claim), "words": both(|language| claim.in_words(language).to_string()) })
        }
        Err(search) => {
            json!({ "holds": false, "answer": wire(&search), "words": both(|language| search.in_words(language).to_string()) })
        }
    };
    tell(
        "other_readings",
        json!({ "standing": found(inquiry.asking(Asked::Standing).unanimous(UP_TO)),
                "registrable": found(inquiry.asking(Asked::Registrable(application)).unanimous(UP_TO)) }),
    );
    let Ok(days) = Period::new(as_of.on(), subject.until) else { return };
    let agenda = as_of.due(&subject.id, days);
    let words = both(|language| agenda.in_words(language).to_string());
    tell("agenda", json!({ "answer": wire(&agenda), "words": words }));
}

fn explained(fault: &EventFault, why: &Explanation) -> Value {
    json!({ "answer": wire(fault), "explanation": wire(why) })
}

fn event_data(place: usize, event: &ToldEvent<'_>) -> Value {
    let (effect, after) = match &event.effect {
        Effect::Read(after) => ("read", Some(after)),
        Effect::Refused => ("refused", None),
        Effect::Unread => ("unread", None),
        Effect::PassedOver => ("passed_over", None),
    };
    let words = both(|language| event.record.in_words(language).to_string());
    let mut told = json!({ "event": place, "record": wire(event.record), "words": words, "effect": effect });
    if let (Some(after), Some(told)) = (after, told.as_object_mut()) {
        told.insert("after".into(), wire(after.outline));
        told.insert("deadline".into(), json!(after.deadline.map(|day| day.to_string())));
    }
    if let (false, Some(told)) = (event.faults.is_empty(), told.as_object_mut()) {
        told.insert("irregularities".into(), wire(&event.faults));
    }
    told
}

fn entry_data(place: usize, (record, counted): &(&Record<Entry>, Counted)) -> Value {
    let words = both(|language| record.in_words(language).to_string());
    let mut told = json!({ "entry": place, "record": wire(record), "words": words, "effect": counted.name() });
    let more = match counted {
        Counted::InYear(year) | Counted::MakesUp(year) => Some(("year", json!(year))),
        Counted::Disregarded(reason) => Some(("reason", wire(reason))),
        _ => None,
    };
    if let (Some((name, value)), Some(told)) = (more, told.as_object_mut()) {
        told.insert(name.to_owned(), value);
    }
    told
}
