//! Diagrams and drawings, held equal to what is committed.
//!
//! `RUANKAO_REGENERATE=1 cargo test --test picture` writes the files under `docs/` anew.

use chrono::{Days, NaiveDate};
use insta::assert_snapshot;
use ruankao::finding::Language;
use ruankao::lifecycle::{Context, History, PhaseName, TRANSITIONS};
use ruankao::picture;
use ruankao::regulation::Regulation;
use ruankao::story::{Story, find, stories};
use std::path::Path;

fn drawn(story: &Story, language: Language) -> String {
    let scene = story.scene();
    let credits = scene.credits();
    let life = picture::life(&scene.history, scene.context(&credits), story.until(), story.today(), language).unwrap();
    life.titled(story.title(language)).to_string()
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

#[test]
fn the_committed_diagrams_are_the_table() {
    hold("diagrams/certificate.mmd", &picture::mermaid(TRANSITIONS).to_string());
    hold("diagrams/certificate.dot", &picture::dot("certificate", TRANSITIONS).to_string());
}

#[test]
fn the_committed_drawings_are_the_stories() {
    hold("pictures/sick_leave.svg", &drawn(find("sick_leave").unwrap(), Language::En));
    hold("pictures/appeal_won.zh.svg", &drawn(find("appeal_won").unwrap(), Language::Zh));
}
