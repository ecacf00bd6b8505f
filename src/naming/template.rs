//! Sentences with places for values, and the citation behind a sentence.

use crate::naming::table::Language;
use core::fmt;

/// Writes a template such as `the term ends on {a}`; `value` is asked for each place, by its name, and writes what belongs
/// there.
pub(crate) fn fill<W: fmt::Write>(
    out: &mut W,
    template: &str,
    mut value: impl FnMut(&mut W, &str) -> fmt::Result,
) -> fmt::Result {
    let mut rest = template;
    while let Some((before, opened)) = rest.split_once('{') {
        out.write_str(before)?;
        let (place, after) = opened.split_once('}').unwrap_or((opened, ""));
        value(out, place)?;
        rest = after;
    }
    out.write_str(rest)
}

/// Writes the citation behind a sentence, in the brackets of its language; nothing where it rests on no clause.
pub(crate) fn cite(out: &mut impl fmt::Write, clause: Option<impl fmt::Display>, language: Language) -> fmt::Result {
    match (clause, language) {
        (None, _) => Ok(()),
        (Some(clause), Language::En) => write!(out, " ({clause})"),
        (Some(clause), Language::Zh) => write!(out, "（{clause}）"),
    }
}
