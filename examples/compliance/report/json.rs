//! For programs: the whole as one object.

use crate::report::{Report, write_visibly};
use ruankao::Language;
use serde_json::{Value, json};
use std::io::{self, Write};

pub fn write(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    let listed = report.listed.iter().map(|irregularity| irregularity.to_json(language));
    let by_rule = report.rules().map(|(clause, code, _, count)| {
        let mut rule = json!({ "code": code.name(), "count": count });
        if let Some(clause) = clause {
            rule["clause"] = clause.citation().into();
        }
        rule
    });
    let told = report.told.iter().map(|(line, message)| json!({ "line": line, "message": message }));
    let whole = json!({
        "register": report.register.display().to_string(),
        "law": report.law.map(|law| law.to_string()),
        "certificates": report.certificates,
        "irregular": report.irregular,
        "accepted": report.accepted,
        "by_rule": by_rule.collect::<Value>(),
        "irregularities": listed.collect::<Value>(),
        "not_listed": report.more(),
        "unreadable": report.unreadable,
        "unreadable_lines": told.collect::<Value>(),
    });
    write_visibly(&whole, out)
}
