//! Explanations are the answers they explain, in both languages.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod answers;
mod lives;
mod outside;
mod register;
mod rests;
mod second_edition;
mod sentences;

use ruankao::explain::{Explanation, Reason, Statement};
use ruankao::registration::{Acceptance, Filing};
use ruankao::regulation::{Reading, Readings};
use ruankao::words::Message;
use ruankao::{Act, Application, CertificateFile, History, Language, Law, Ledger, day};

/// The statements of a tree that are facts, in order.
pub(crate) fn facts(explanation: &Explanation) -> Vec<Message> {
    let mut facts = Vec::new();
    explanation.root().visit(&mut |reason: &Reason| {
        if let Statement::Fact(phrase, _) = reason.statement {
            facts.push(phrase.message());
        }
    });
    facts
}

pub(crate) fn approved() -> History {
    History::from_iter([Act::Approved.on(day!(2005, 3, 10))])
}

/// The certificate with nothing studied, under the notices as the rule book reads them.
pub(crate) fn opened(history: History) -> CertificateFile<'static> {
    Law::of_2004().open(history, Ledger::default())
}

/// The notices with one reading turned.
pub(crate) fn turned(reading: Reading) -> Law {
    Law::of_2004().with_readings(Readings::default().turned(reading))
}

/// What an explanation says, the readings, decided points and remedies left out.
pub(crate) fn bare(explanation: &Explanation, language: Language) -> String {
    let text = explanation.in_words(language).to_string();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with(['[', '-']));
    lines.collect::<Vec<_>>().join("\n")
}

pub(crate) fn filed() -> Act {
    Act::ApplicationFiled(Filing::default())
}

pub(crate) fn accepted() -> Act {
    Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE })
}
