//! For people: what is irregular, clause by clause.

use crate::irregularity::Irregularity;
use crate::report::Report;
use ruankao::Language;
use ruankao::naming::Shown;
use std::collections::BTreeMap;
use std::io::{self, Write};

pub fn write(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    let mut clauses: BTreeMap<_, Vec<&Irregularity>> = BTreeMap::new();
    for irregularity in &report.listed {
        let clause = irregularity.clause();
        clauses.entry((clause.is_none(), clause)).or_default().push(irregularity);
    }
    for ((_, clause), irregularities) in clauses {
        match clause {
            Some(clause) => writeln!(out, "{clause}  {}", language.choose(clause.text_en(), clause.text_zh()))?,
            None => writeln!(out, "{}", language.choose("on no clause", "不涉及条文"))?,
        }
        irregularities.into_iter().try_for_each(|irregularity| one(irregularity, language, out))?;
        writeln!(out)?;
    }
    for (_, code, name, count) in report.rules() {
        writeln!(out, "{count:>8}  {name} ({})", code.in_words(language))?;
    }
    in_all(report, language, out)
}

fn one(irregularity: &Irregularity, language: Language, out: &mut impl Write) -> io::Result<()> {
    let (certificate, line) = (irregularity.certificate(), irregularity.line);
    let event = irregularity.event_in_words(language);
    match language {
        Language::En => writeln!(out, "  {certificate} (line {line}), {event}")?,
        Language::Zh => writeln!(out, "  {certificate}（第{line}行），{event}")?,
    }
    writeln!(out, "    {}", irregularity.sentence(language))?;
    let compared = irregularity.compared(language);
    for (words, value) in [("required", "要求"), ("found", "实为")].into_iter().zip(compared) {
        if let Some(value) = value {
            writeln!(out, "    {}{value}", language.choose(words.0, words.1).to_owned() + language.choose(": ", "："))?;
        }
    }
    if irregularity.is_refused {
        writeln!(out, "    {}", language.choose("what follows it was not audited", "其后各项未经审查"))?;
    }
    Ok(())
}

fn in_all(report: &Report, language: Language, out: &mut impl Write) -> io::Result<()> {
    let Report { certificates, irregular, accepted, unreadable, .. } = report;
    let (path, more) = (report.register.display().to_string(), report.more());
    let path = Shown(&path);
    match language {
        Language::En => writeln!(out, "{path}: {certificates} certificates, {irregular} irregularities")?,
        Language::Zh => writeln!(out, "{path}：证书{certificates}份，不合规定{irregular}处")?,
    }
    let rows = [
        (more, "not listed", "未列出"),
        (*accepted, "accepted before, passed over", "此前已接受，予以略过"),
        (*unreadable, "lines that could not be read", "无法读取的行"),
    ];
    for (count, en, zh) in rows.into_iter().filter(|row| row.0 > 0) {
        writeln!(out, "{}{}{count}", language.choose(en, zh), language.choose(": ", "："))?;
    }
    Ok(())
}
