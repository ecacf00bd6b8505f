//! Parts of a case, each as JSON of its own: what is read is written and read again the same.

use bolero::check;
use core::fmt::Debug;
use ruankao::calendar::{Period, WorkCalendar};
use ruankao::conformance::Question;
use ruankao::desk::Folder;
use ruankao::education::Syllabus;
use ruankao::identity::{Holder, IdentityDocument, IdentityDocumentKind, Listing, Register};
use ruankao::oversight::{AccreditationHistory, Agency, BodyHistory, Conditions, Institution};
use ruankao::registration::{Evidence, FeeSchedule, FormDraft, Paper, Payment};
use ruankao::regulation::{Parameters, Readings, Regulation};
use ruankao::whatif::Hypothesis;
use ruankao::{Application, Clause, Entry, Event, History, Hours, Ledger};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Whether it is read; and then written, and read again the same.
fn settled<T: Serialize + DeserializeOwned + PartialEq + Debug>(json: &[u8]) {
    if let Ok(value) = serde_json::from_slice::<T>(json) {
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::from_str::<T>(&text).unwrap_or_else(|error| panic!("{error}: {text}")), value, "{text}");
    }
}

#[test]
fn a_part_is_read_or_refused() {
    check!().for_each(|json: &[u8]| {
        settled::<Application>(json);
        settled::<AccreditationHistory<Agency>>(json);
        settled::<AccreditationHistory<Institution>>(json);
        settled::<BodyHistory>(json);
        settled::<Clause>(json);
        settled::<Conditions>(json);
        settled::<Entry>(json);
        settled::<Event>(json);
        settled::<Evidence>(json);
        settled::<FeeSchedule>(json);
        settled::<Folder>(json);
        settled::<FormDraft>(json);
        settled::<History>(json);
        settled::<Holder>(json);
        settled::<Hours>(json);
        settled::<Hypothesis>(json);
        settled::<IdentityDocument>(json);
        settled::<Ledger>(json);
        settled::<Listing>(json);
        settled::<Paper>(json);
        settled::<Parameters>(json);
        settled::<Payment>(json);
        settled::<Period>(json);
        settled::<Question>(json);
        settled::<Readings>(json);
        settled::<Register>(json);
        settled::<Regulation>(json);
        settled::<Syllabus>(json);
        settled::<WorkCalendar>(json);
    });
}

/// Documents of a person: read or refused, written in full, and never shown in full.
#[test]
fn a_document_is_read_or_refused() {
    check!().for_each(|input: &[u8]| {
        let text = String::from_utf8_lossy(input);
        for kind in IdentityDocumentKind::ALL {
            match IdentityDocument::parse(kind, &text) {
                Ok(document) => {
                    assert!(!document.to_string().contains(&*text), "a number of a document is never shown in full");
                    // A letter or two may stand in the name of the type.
                    assert!(text.chars().count() < 3 || !format!("{document:?}").contains(&*text), "{kind}");
                    settled::<IdentityDocument>(&serde_json::to_vec(&document).unwrap());
                }
                Err(error) => assert!(!error.to_string().contains(char::is_control), "{error:?}"),
            }
        }
    });
}
