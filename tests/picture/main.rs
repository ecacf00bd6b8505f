//! Diagrams and drawings, held equal to what is committed, and to the facts.
//!
//! `RUANKAO_REGENERATE=1 cargo test --test picture` writes the files under `docs/` anew.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod colors;
mod diagrams;
mod facts;
mod sheet;

use ruankao::registration::{Acceptance, Registration};
use ruankao::story::Story;
use ruankao::{Act, Application, CertificateFile, Event, Language, day};
use std::path::Path;

/// What a story tells of: as known on its day, where it names one.
fn opened<R>(story: &Story, ask: impl FnOnce(&CertificateFile<'_>) -> R) -> R {
    let file = story.open();
    match story.known_on() {
        None => ask(&file),
        Some(known_on) => ask(&file.as_known_on(known_on)),
    }
}

fn drawn(story: &Story, language: Language) -> String {
    opened(story, |file| {
        let life = file.picture(story.until(), story.today(), language).unwrap();
        life.titled(story.title(language)).to_string()
    })
}

fn applied() -> Act {
    Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE })
}

fn registered() -> Act {
    Act::Registered(Registration::default())
}

fn approved() -> Vec<Event> {
    vec![Act::Approved.on(day!(2005, 3, 10))]
}

fn hold(file: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(file);
    if std::env::var_os("RUANKAO_REGENERATE").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == made, "docs/{file} is out of date; RUANKAO_REGENERATE=1 writes it anew");
}
