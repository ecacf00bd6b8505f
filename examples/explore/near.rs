//! What was meant by a name that is on no list.

use ruankao::Language;

/// The names nearest to what was typed, as `; did you mean …?`; nothing where none is near.
pub fn nearest<'n>(typed: &str, names: impl IntoIterator<Item = &'n str>, language: Language) -> String {
    let mut near: Vec<(f64, &str)> = names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(typed, name), name))
        .filter(|(much, _)| *much > 0.8)
        .collect();
    near.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let near: Vec<String> = near.into_iter().take(3).map(|(_, name)| format!("`{name}`")).collect();
    match near.as_slice() {
        [] => String::new(),
        near => match language {
            Language::En => format!("; did you mean {}?", near.join(" or ")),
            Language::Zh => format!("；是否指{}？", near.join("或")),
        },
    }
}
