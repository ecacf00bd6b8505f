//! `/conformance`: the kit's trait over HTTP, on the very tables and functions that the office works with. It lets whoever
//! asks write certificates under any law, so it is switched on for tests alone.

use crate::app::Shared;
use crate::fill;
use crate::law;
use crate::perform::locked;
use crate::problem::Problem;
use crate::record::{self, Addition, By, Hours};
use crate::register::Row;
use crate::visitor::{Answered, Asked, At, Json};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use chrono::NaiveDate;
use ruankao::identity::Qualification;
use ruankao::{Application, Code, Event, Law, Ledger, Mode, Record};
use serde::Deserialize;
use serde_json::{Value, json};

/// Who acts here.
const ACTOR: &str = "conformance";

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/conformance/certificates", post(open))
        .route("/conformance/certificates/{number}/acts", post(add))
        .route("/conformance/certificates/{number}/standing", get(standing))
        .route("/conformance/certificates/{number}/assessment", post(assess))
        .route("/conformance/certificates/{number}/irregularities", get(irregularities))
}

/// A certificate of which nothing has happened yet, under a law and a way of reading.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opening {
    law: Law,
    ledger: Ledger,
    mode: Mode,
}

async fn open(
    State(app): State<Shared>,
    Json(opening, _): Json<Opening>,
) -> Result<(StatusCode, axum::Json<Value>), Problem> {
    let number = format!("C-{:016x}", rand::random::<u64>());
    let mut tx = app.store.begin().await?;
    let fingerprint = law::keep(&mut tx, &opening.law, app.clock.today()).await?;
    let holder = record::add_holder(&mut tx).await?;
    for record in opening.ledger.records() {
        let by = By { actor: ACTOR, today: record.recorded() };
        let version = record::append_study(&mut tx, &holder, &Hours::Entry(record.what().clone()), by).await?;
        if let Some(today) = record.struck() {
            record::append_study(&mut tx, &holder, &Hours::Strike(version), By { actor: ACTOR, today }).await?;
        }
    }
    // Of the paper the kit knows nothing: the day obtained is set with the approval.
    let paper = fill::paper(&number, "持证人", Qualification::SoftwareDesigner, NaiveDate::default())?;
    record::add_certificate(&mut tx, &paper, &holder, Some(&fingerprint), opening.mode, None).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(json!({ "number": number }))))
}

async fn add(
    State(app): State<Shared>,
    At(number): At<String>,
    Json(record, _): Json<Record<Event>>,
) -> Result<(StatusCode, axum::Json<Value>), Problem> {
    let mut tx = app.store.begin().await?;
    let event = record.what();
    let mut dossier = locked(&app, &mut tx, &number).await?;
    // Of the paper the kit knows nothing; it asks of the history alone.
    let mut file = dossier.law.open_in(dossier.mode, dossier.folder.history(), &dossier.ledger);
    if record.is_held(None) {
        file.record(record.clone())?;
    }
    drop(file);
    let addition = Addition { event: Some(event), ..Addition::default() };
    let version = record::append(&mut tx, &dossier, addition, By { actor: ACTOR, today: record.recorded() }).await?;
    if let Some(today) = record.struck() {
        dossier.acts.push(Row { version, ..Row::default() });
        let addition = Addition { strikes: Some(version), ..Addition::default() };
        record::append(&mut tx, &dossier, addition, By { actor: ACTOR, today }).await?;
    } else if event.act == ruankao::Act::Approved {
        let query = "UPDATE certificates SET obtained_on = $2 WHERE number = $1";
        sqlx::query(query).bind(&number).bind(event.on.to_string()).execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(json!({ "version": version }))))
}

#[derive(Deserialize)]
struct Day {
    on: NaiveDate,
}

async fn standing(State(app): State<Shared>, At(number): At<String>, Asked(day): Asked<Day>) -> Answered<Value> {
    let dossier = crate::api::read(&app, &number).await?;
    let standing = dossier.open().on(day.on)?.standing();
    Ok(axum::Json(json!({ "phase": standing.phase.name(), "in_force": standing.in_force })))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Assessment {
    on: NaiveDate,
    application: Application,
}

async fn assess(
    State(app): State<Shared>,
    At(number): At<String>,
    Json(asked, _): Json<Assessment>,
) -> Answered<Vec<Code>> {
    let dossier = crate::api::read(&app, &number).await?;
    let verdict = dossier.open().on(asked.on)?.assessment(&asked.application);
    Ok(axum::Json(verdict.findings().iter().map(|finding| finding.code()).collect()))
}

async fn irregularities(State(app): State<Shared>, At(number): At<String>) -> Answered<Vec<(usize, Code)>> {
    let dossier = crate::api::read(&app, &number).await?;
    let found = dossier.open().irregularities()?;
    Ok(axum::Json(found.into_iter().map(|fault| (fault.event, fault.fault.code())).collect()))
}
