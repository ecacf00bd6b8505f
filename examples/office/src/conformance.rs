//! `/conformance`: the kit's trait over HTTP, on the very tables and functions that the office works with. It lets whoever
//! asks write certificates under any law, so it is switched on for tests alone.

use crate::app::Shared;
use crate::decide::not_lawful;
use crate::fill;
use crate::law;
use crate::problem::Problem;
use crate::register::{self, Addition, By, Study};
use crate::store;
use crate::visitor::{Asked, At, Json};
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
        .route("/conformance/certificates/{number}/acts", post(record))
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
    let holder = format!("{:016x}", rand::random::<u64>());
    let mut tx = app.store.begin().await?;
    let fingerprint = law::keep(&mut tx, &opening.law, app.clock.today()).await?;
    sqlx::query("INSERT INTO holders (id) VALUES ($1)").bind(&holder).execute(&mut *tx).await?;
    for record in opening.ledger.records() {
        let by = By { actor: ACTOR, today: record.recorded() };
        let version = register::append_study(&mut tx, &holder, Study::Entry(record.what()), by).await?;
        if let Some(today) = record.struck() {
            register::append_study(&mut tx, &holder, Study::Strike(version), By { actor: ACTOR, today }).await?;
        }
    }
    // Of the paper the kit knows nothing: the day obtained is set with the approval.
    let paper = fill::paper(&number, "持证人", Qualification::SoftwareDesigner, NaiveDate::default())?;
    fill::insert_certificate(&mut tx, &paper, &holder, Some(&fingerprint), opening.mode, None).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, axum::Json(json!({ "number": number }))))
}

async fn record(
    State(app): State<Shared>,
    At(number): At<String>,
    Json(record, _): Json<Record<Event>>,
) -> Result<(StatusCode, axum::Json<Value>), Problem> {
    let mut tx = app.store.begin().await?;
    let query = sqlx::query_as("SELECT holder FROM certificates WHERE number = $1").bind(&number);
    let row: Option<(String,)> = query.fetch_optional(&mut *tx).await?;
    store::lock(&mut tx, &row.ok_or_else(Problem::not_found)?.0).await?;
    let event = record.what();
    let mut dossier = register::found(&mut tx, &app.laws, &number).await?;
    // Of the paper the kit knows nothing; it asks of the history alone.
    let mut file = dossier.law.open_in(dossier.mode, dossier.folder.history(), &dossier.ledger);
    if record.is_held(None) {
        file.record(record.clone()).map_err(not_lawful)?;
    }
    drop(file);
    let addition = Addition { event: Some(event), ..Addition::default() };
    let version = register::append(&mut tx, &dossier, addition, By { actor: ACTOR, today: record.recorded() }).await?;
    if let Some(today) = record.struck() {
        dossier.acts.push(register::Row::blank(version));
        let addition = Addition { strikes: Some(version), ..Addition::default() };
        register::append(&mut tx, &dossier, addition, By { actor: ACTOR, today }).await?;
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

async fn standing(
    State(app): State<Shared>,
    At(number): At<String>,
    Asked(day): Asked<Day>,
) -> Result<axum::Json<Value>, Problem> {
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
) -> Result<axum::Json<Vec<Code>>, Problem> {
    let dossier = crate::api::read(&app, &number).await?;
    let verdict = dossier.open().on(asked.on)?.assessment(&asked.application);
    Ok(axum::Json(verdict.findings().iter().map(|finding| finding.code()).collect()))
}

async fn irregularities(
    State(app): State<Shared>,
    At(number): At<String>,
) -> Result<axum::Json<Vec<(usize, Code)>>, Problem> {
    let dossier = crate::api::read(&app, &number).await?;
    let found = dossier.open().irregularities()?;
    Ok(axum::Json(found.into_iter().map(|fault| (fault.event, fault.fault.code())).collect()))
}
