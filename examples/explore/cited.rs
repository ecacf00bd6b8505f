//! Citations in a text, and what they are.

use ruankao::{Clause, Language};

/// The clauses that a text cites, each with the bytes of its citation between the brackets.
pub fn citations(words: &str) -> Vec<(core::ops::Range<usize>, Clause)> {
    let opens = words.char_indices().filter(|(_, sign)| matches!(sign, '(' | '（'));
    let cited = |(at, open): (usize, char)| {
        let from = at + open.len_utf8();
        let rest = words.get(from..)?;
        let citation = rest.get(..rest.find([')', '）'])?)?;
        Some((from..from + citation.len(), citation.parse().ok()?))
    };
    opens.filter_map(cited).collect()
}

/// Where a clause stands.
pub fn place(clause: Clause, language: Language) -> String {
    let citation = clause.citation();
    let mut numbers = citation.split('.').skip(1);
    let (article, item, notice) = (numbers.next().unwrap_or_default(), numbers.next(), clause.notice());
    let (number, name) = (notice.number(), notice.name());
    match (article, item, language) {
        ("0", _, Language::En) => format!("the opening of notice {number} ({name})"),
        ("0", _, Language::Zh) => format!("{name}通知的首部"),
        ("form", _, Language::En) => format!("the form annexed to notice {number} ({name})"),
        ("form", _, Language::Zh) => format!("{name}通知所附的申请表"),
        (article, None, Language::En) => format!("article {article} of notice {number} ({name})"),
        (article, None, Language::Zh) => format!("{name}通知第{article}条"),
        (article, Some(item), Language::En) => format!("article {article}, item {item} of notice {number} ({name})"),
        (article, Some(item), Language::Zh) => format!("{name}通知第{article}条第{item}项"),
    }
}

/// What a citation means, for whoever meets the first.
pub fn guide(clause: Clause, language: Language) -> String {
    match language {
        Language::En => format!("({clause}) is {}; --clauses {clause} prints it", place(clause, language)),
        Language::Zh => format!("（{clause}）指{}；条文：--clauses {clause}", place(clause, language)),
    }
}
