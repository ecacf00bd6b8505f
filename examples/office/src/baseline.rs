//! What the figures compare with: the same service without the law. It reads and writes the same rows by the same
//! functions, and decides nothing.

use crate::app::Shared;
use crate::perform::lock;
use crate::problem::Problem;
use crate::record::{self, Addition, By, To};
use crate::register::Rows;
use crate::users::User;
use crate::visitor::{Answered, Asked, At, Json};
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
use ruankao::Event;
use serde::Deserialize;
use serde_json::{Value, json};

pub fn routes() -> Router<Shared> {
    Router::new().route("/baseline/public", get(query)).route("/baseline/certificates/{number}/acts", post(act))
}

#[derive(Deserialize)]
struct Question {
    number: String,
    name: String,
}

/// The rows that the public query reads, and the last of them.
async fn query(State(app): State<Shared>, Asked(question): Asked<Question>) -> Answered<Value> {
    let mut connection = app.store.readers.acquire().await?;
    let rows = Rows::find(&mut connection, &question.number).await?.ok_or_else(Problem::not_found)?;
    let ((_, _, name, _, obtained_on, ..), last) = (rows.certificate, rows.acts.last().map(|row| &row.1));
    let (matches, studies) = (name == question.name, rows.studies.len());
    Ok(axum::Json(json!({ "match": matches, "obtained_on": obtained_on, "last": last, "studies": studies })))
}

/// The rows that a cancellation reads and writes.
async fn act(
    State(app): State<Shared>,
    user: User,
    At(number): At<String>,
    Json(event, _): Json<Event>,
) -> Answered<Value> {
    let mut tx = app.store.begin().await?;
    lock(&mut tx, &number).await?;
    let rows = Rows::find(&mut tx, &number).await?.ok_or_else(Problem::not_found)?;
    let (version, .., law, _) = rows.acts.last().ok_or_else(Problem::not_found)?;
    let to = To { number: &number, version: *version, studies_version: 0, law };
    let addition = Addition { event: Some(&event), ..Addition::default() };
    let version = record::insert(&mut tx, &to, &addition, By { actor: &user.name, today: app.clock.today() }).await?;
    record::move_matters(&mut tx, &number, version, "'one', 'other', 'third'", Some(("baseline", event.on))).await?;
    let owed = ["one", "other", "third", "fourth"].map(|task| (task, "baseline"));
    record::owe(&mut tx, &number, version, &owed).await?;
    tx.commit().await?;
    Ok(axum::Json(json!({ "version": version })))
}
