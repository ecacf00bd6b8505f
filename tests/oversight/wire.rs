//! Accreditations as they are written.

use insta::assert_snapshot;
use ruankao::oversight::{
    AccreditationEvent, AccreditationHistory, Agency, BodyHistory, Conditions, Institution, Kind,
};

fn read(kind: &str, events: &str) -> Result<BodyHistory, String> {
    let text = format!(r#"{{"kind": "{kind}", "history": [{events}]}}"#);
    serde_json::from_str(&text).map_err(|error| error.to_string())
}

fn agency(event: &str) -> String {
    read("registration_agency", event).unwrap_err()
}

fn institution(event: &str) -> String {
    read("training_institution", event).unwrap_err()
}

const CONDITIONS: &str =
    r#""conditions":{"legal_person":true,"teaching_resources":true,"regional_strength":true,"reputation":false}"#;

#[test]
fn what_is_read_is_written_again() {
    for text in [
        r#"{"kind":"registration_agency","history":[{"event":"proposed","on":"2005-01-01"},{"event":"declined","on":"2005-01-02"}]}"#.to_owned(),
        format!(
            r#"{{"kind":"training_institution","history":[{{"event":"applied","on":"2005-01-01",{CONDITIONS}}},{{"event":"approved","on":"2005-01-02"}},{{"event":"filed","on":"2005-01-02"}},{{"event":"reviewed","on":"2005-02-01","outcome":"failed","rectify_by":"2005-03-01"}},{{"event":"rectified","on":"2005-02-02","outcome":"satisfactory"}},{{"event":"reviewed","on":"2006-02-01","outcome":"passed"}},{{"event":"rectified","on":"2007-02-02","outcome":"unsatisfactory"}}]}}"#
        ),
    ] {
        let history: BodyHistory = serde_json::from_str(&text).unwrap();
        assert_eq!(serde_json::to_string(&history).unwrap(), text);
    }
}

/// 48.8: conditions are those of an institution; an agency's proposal speaks of none.
#[test]
fn conditions_make_the_dossier_of_an_institution_alone() {
    assert_eq!((Agency::dossier(None), Agency::dossier(Some(Conditions::MET))), (Some(()), None));
    assert_eq!(Institution::dossier(None), None);
    assert_eq!(Institution::dossier(Some(Conditions::MET)), Some(Conditions::MET));
}

/// Where the kind is known it is not written.
#[test]
fn a_history_of_a_kind_is_its_events() {
    let text = r#"[{"event":"proposed","on":"2005-01-01"},{"event":"approved","on":"2005-02-01"}]"#;
    let history: AccreditationHistory<Agency> = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&history).unwrap(), text);
    assert_eq!(history, AccreditationHistory::from(history.events().to_vec()));
    assert_eq!(history.events().len(), 2);
    assert!(serde_json::from_str::<AccreditationHistory<Institution>>(text).is_err());
}

#[test]
fn the_kind_may_be_written_behind_the_history() {
    let text = r#"{"history": [{"event": "filed", "on": "2005-01-01"}], "kind": "training_institution"}"#;
    assert!(serde_json::from_str::<BodyHistory>(text).is_ok());
}

#[test]
fn null_in_an_optional_field_is_the_same_as_leaving_it_out() {
    let nulls = r#"{"event":"reviewed","on":"2005-01-01","conditions":null,"outcome":"passed","rectify_by":null}"#;
    let bare = r#"{"event":"reviewed","on":"2005-01-01","outcome":"passed"}"#;
    assert_eq!(read("registration_agency", nulls), read("registration_agency", bare));
    assert!(read("registration_agency", r#"{"event":"proposed","on":null}"#).is_err());
}

#[test]
fn an_event_of_the_other_kind_is_malformed() {
    assert_snapshot!(
        agency(&format!(r#"{{"event":"applied","on":"2005-01-01",{CONDITIONS}}}"#)),
        @"`history[0]`: `event` is `applied`, which is none of a `registration_agency`; expected `proposed`, `approved`, `declined`, `reviewed` or `rectified`"
    );
    // Before anything is missed of it.
    assert_snapshot!(
        agency(r#"{"event":"applied","on":"2005-01-01"}"#),
        @"`history[0]`: `event` is `applied`, which is none of a `registration_agency`; expected `proposed`, `approved`, `declined`, `reviewed` or `rectified`"
    );
    assert_snapshot!(
        agency(r#"{"event":"proposed","on":"2005-01-01"},{"event":"filed","on":"2005-01-01"}"#),
        @"`history[1]`: `event` is `filed`, which is none of a `registration_agency`; expected `proposed`, `approved`, `declined`, `reviewed` or `rectified`"
    );
    assert_snapshot!(
        institution(r#"{"event":"proposed","on":"2005-01-01"}"#),
        @"`history[0]`: `event` is `proposed`, which is none of a `training_institution`; expected `applied`, `approved`, `declined`, `filed`, `reviewed` or `rectified`"
    );
    let alone = serde_json::from_str::<AccreditationEvent<Agency>>(r#"{"event":"filed","on":"2005-01-01"}"#);
    assert!(alone.unwrap_err().to_string().starts_with("`event` is `filed`"));
}

#[test]
fn a_missing_field_is_named() {
    assert_snapshot!(
        institution(r#"{"event":"applied","on":"2005-01-01"}"#),
        @"`history[0]`: `conditions` is missing; expected how the institution stands to 48.8.1 to 48.8.4 with `applied`"
    );
    assert_snapshot!(
        agency(r#"{"event":"reviewed","on":"2005-01-01"}"#),
        @"`history[0]`: `outcome` is missing; expected `passed` or `failed` with `reviewed`"
    );
    assert_snapshot!(
        agency(r#"{"event":"reviewed","on":"2005-01-01","outcome":"failed"}"#),
        @"`history[0]`: `rectify_by` is missing; expected the last day on which to rectify with `failed`"
    );
    assert_snapshot!(
        agency(r#"{"event":"rectified","on":"2005-01-01","outcome":null}"#),
        @"`history[0]`: `outcome` is missing; expected `satisfactory` or `unsatisfactory` with `rectified`"
    );
    assert_snapshot!(agency(r#"{"event":"approved"}"#), @"missing field `on` at line 1 column 64");
    assert!(
        institution(r#"{"event":"applied","on":"2005-01-01","conditions":{"reputation":true}}"#)
            .contains("legal_person")
    );
    assert!(serde_json::from_str::<BodyHistory>(r#"{"history": []}"#).unwrap_err().to_string().contains("`kind`"));
    assert!(
        serde_json::from_str::<BodyHistory>(r#"{"kind": "registration_agency"}"#)
            .unwrap_err()
            .to_string()
            .contains("`history`")
    );
}

#[test]
fn a_field_that_belongs_elsewhere_is_named() {
    assert_snapshot!(
        agency(r#"{"event":"reviewed","on":"2005-01-01","outcome":"passed","rectify_by":"2005-02-01"}"#),
        @"`history[0]`: `rectify_by` does not belong to `passed`; expected it with `failed` only"
    );
    assert_snapshot!(
        agency(r#"{"event":"rectified","on":"2005-01-01","outcome":"satisfactory","rectify_by":"2005-02-01"}"#),
        @"`history[0]`: `rectify_by` does not belong to `rectified`; expected it with `failed` only"
    );
    assert_snapshot!(
        agency(r#"{"event":"approved","on":"2005-01-01","outcome":"passed"}"#),
        @"`history[0]`: `outcome` does not belong to `approved`; expected it with `reviewed` and `rectified` only"
    );
    assert_snapshot!(
        agency(&format!(r#"{{"event":"proposed","on":"2005-01-01",{CONDITIONS}}}"#)),
        @"`history[0]`: `conditions` does not belong to `proposed`; expected it with `applied` only"
    );
    assert_snapshot!(
        agency(r#"{"event":"reviewed","on":"2005-01-01","outcome":"satisfactory"}"#),
        @"`history[0]`: `outcome` is `satisfactory`, which is none of `reviewed`; expected `passed` or `failed`"
    );
    assert_snapshot!(
        agency(r#"{"event":"rectified","on":"2005-01-01","outcome":"failed","rectify_by":null}"#),
        @"`history[0]`: `outcome` is `failed`, which is none of `rectified`; expected `satisfactory` or `unsatisfactory`"
    );
}

#[test]
fn whatever_else_is_no_accreditation_is_refused() {
    for event in [
        r#"{"event":"proposed","on":"2005-01-01","agency":"A"}"#,
        r#"{"event":"proposed","event":"proposed","on":"2005-01-01"}"#,
        r#"{"event":"proposed","on":"2005-01-01","on":"2005-01-01"}"#,
        r#"{"event":"proposed","on":"2005-02-29"}"#,
        r#"{"event":"proposed","on":"1899-12-31"}"#,
        r#"{"event":"proposed","on":"3000-01-01"}"#,
        r#"{"event":"suspended","on":"2005-01-01"}"#,
        r#"{"on":"2005-01-01"}"#,
        r#"["proposed","2005-01-01",null,null,null]"#,
        r#"{"event":"reviewed","on":"2005-01-01","outcome":"failed","rectify_by":"2005-13-01"}"#,
        r#""proposed""#,
        "null",
    ] {
        assert!(read("registration_agency", event).is_err(), "{event}");
    }
    for conditions in [
        r#"{"legal_person":true,"teaching_resources":true,"regional_strength":true,"reputation":true,"fame":true}"#,
        r#"{"legal_person":true,"legal_person":true,"teaching_resources":true,"regional_strength":true,"reputation":true}"#,
        r#"{"legal_person":1,"teaching_resources":true,"regional_strength":true,"reputation":true}"#,
        "[true,true,true,true]",
    ] {
        let event = format!(r#"{{"event":"applied","on":"2005-01-01","conditions":{conditions}}}"#);
        assert!(read("training_institution", &event).is_err(), "{conditions}");
    }
    for text in [
        "[]",
        r#"["registration_agency", []]"#,
        r#"{"kind":"employer","history":[]}"#,
        r#"{"kind":"registration_agency","history":[],"id":1}"#,
        r#"{"kind":"registration_agency","kind":"registration_agency","history":[]}"#,
        r#"{"kind":"registration_agency","history":null}"#,
    ] {
        assert!(serde_json::from_str::<BodyHistory>(text).is_err(), "{text}");
    }
}
