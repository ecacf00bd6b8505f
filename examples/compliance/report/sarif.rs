//! SARIF 2.1.0, which code hosting shows beside the lines of the register.

use crate::irregularity::Irregularity;
use crate::report::{Report, rule_of, write_visibly};
use ruankao::regulation::Force;
use ruankao::{Clause, Code, Language};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::Path;

pub fn write(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    let rules = report.rules().map(|(clause, code, name, _)| rule(clause, code, &name, language));
    let results = report.listed.iter().map(|irregularity| result(irregularity, report, language));
    let notifications = report.told.iter().map(|(line, message)| {
        json!({
            "level": "error",
            "message": { "text": message },
            "locations": [{ "physicalLocation": physical(&report.register, *line) }],
        })
    });
    let run = json!({
        "tool": { "driver": {
            "name": "ruankao compliance",
            "version": env!("CARGO_PKG_VERSION"),
            "rules": rules.collect::<Value>(),
        } },
        "language": language.choose("en-US", "zh-CN"),
        "columnKind": "unicodeCodePoints",
        "invocations": [{
            "executionSuccessful": report.unreadable == 0,
            "toolExecutionNotifications": notifications.collect::<Value>(),
        }],
        "results": results.collect::<Value>(),
        "properties": {
            "certificates": report.certificates,
            "accepted": report.accepted,
            "notListed": report.more(),
            "unreadable": report.unreadable,
            "law": report.law.map(|law| law.to_string()),
        },
    });
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    write_visibly(&log, out)
}

/// A rule: the code, and the clause that it rests on.
fn rule(clause: Option<Clause>, code: Code, name: &str, language: Language) -> Value {
    let mut rule = json!({
        "id": name,
        "shortDescription": { "text": code.in_words(language) },
        "defaultConfiguration": { "level": level(clause, code) },
    });
    if let Some(clause) = clause {
        let text = language.choose(clause.text_en(), clause.text_zh());
        rule["fullDescription"] = json!({ "text": text });
        rule["help"] = json!({ "text": format!("{clause} {text}") });
    }
    rule
}

/// What only should be done is a warning; on no clause, a history makes no sense.
fn level(clause: Option<Clause>, code: Code) -> &'static str {
    match clause.and_then(|clause| code.force(clause)) {
        Some(Force::Should) => "warning",
        _ => "error",
    }
}

fn result(irregularity: &Irregularity, report: &Report, language: Language) -> Value {
    let (certificate, event) = (irregularity.certificate(), irregularity.event_in_words(language));
    let text = match language {
        Language::En => format!("{certificate}, {event}: {}", irregularity.sentence(language)),
        Language::Zh => format!("{certificate}，{event}：{}", irregularity.sentence(language)),
    };
    let [required, found] = irregularity.compared(language);
    let place = report.by_rule.keys().position(|rule| *rule == rule_of(irregularity));
    let mut result = json!({
        "ruleId": irregularity.rule(),
        "ruleIndex": place,
        "level": level(irregularity.clause(), irregularity.finding.code()),
        "message": { "text": text },
        "locations": [{
            "physicalLocation": physical(&report.register, irregularity.line),
            "logicalLocations": [{
                "name": certificate.to_string(),
                "fullyQualifiedName": format!("{certificate}/{}", irregularity.event),
                "kind": "object",
            }],
        }],
        "partialFingerprints": { "irregularity/v1": irregularity.key().to_string() },
        "properties": {
            "certificate": irregularity.id,
            "event": irregularity.event,
            "act": irregularity.act.name(),
            "on": irregularity.on.to_string(),
            "refused": irregularity.is_refused,
            "required": required,
            "found": found,
        },
    });
    if report.has_baseline {
        result["baselineState"] = "new".into();
    }
    result
}

fn physical(register: &Path, line: usize) -> Value {
    json!({ "artifactLocation": { "uri": uri(register) }, "region": { "startLine": line } })
}

/// A path as a reference: what may not stand in one is escaped.
fn uri(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    path.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
