//! What the figures compare with: the same reads and writes without the law, so that its own cost shows.

use crate::app::Shared;
use crate::problem::Problem;
use crate::store;
use crate::users::User;
use crate::visitor::{Asked, At};
use axum::Router;
use axum::extract::State;
use axum::routing::{get, post};
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

type Texts = (String, Option<String>, String);

/// The rows that the public query reads, and the last of them.
async fn query(State(app): State<Shared>, Asked(question): Asked<Question>) -> Result<axum::Json<Value>, Problem> {
    let mut connection = app.store.readers.acquire().await?;
    let query = "SELECT name, holder, obtained_on FROM certificates WHERE number = $1";
    let row: Option<(String, String, String)> =
        sqlx::query_as(query).bind(&question.number).fetch_optional(&mut *connection).await?;
    let (name, holder, obtained_on) = row.ok_or_else(Problem::not_found)?;
    let query = "SELECT recorded_on, event, law FROM acts WHERE certificate = $1 ORDER BY version";
    let acts: Vec<Texts> = sqlx::query_as(query).bind(&question.number).fetch_all(&mut *connection).await?;
    let query = "SELECT recorded_on, entry, actor FROM studies WHERE holder = $1 ORDER BY version";
    let studies: Vec<Texts> = sqlx::query_as(query).bind(&holder).fetch_all(&mut *connection).await?;
    let last = acts.last().map(|(_, event, _)| event);
    Ok(axum::Json(
        json!({ "match": name == question.name, "obtained_on": obtained_on, "last": last, "studies": studies.len() }),
    ))
}

/// The rows that an act reads and writes, for an act that nobody decides.
async fn act(
    State(app): State<Shared>,
    user: User,
    At(number): At<String>,
    body: String,
) -> Result<axum::Json<Value>, Problem> {
    let mut tx = app.store.begin().await?;
    let query = sqlx::query_as("SELECT holder, version FROM certificates WHERE number = $1").bind(&number);
    let row: Option<(String, i64)> = query.fetch_optional(&mut *tx).await?;
    let (holder, _) = row.ok_or_else(Problem::not_found)?;
    store::lock(&mut tx, &holder).await?;
    let query = "SELECT recorded_on, event, law FROM acts WHERE certificate = $1 ORDER BY version";
    let acts: Vec<Texts> = sqlx::query_as(query).bind(&number).fetch_all(&mut *tx).await?;
    let query = "SELECT recorded_on, entry, actor FROM studies WHERE holder = $1 ORDER BY version";
    let _: Vec<Texts> = sqlx::query_as(query).bind(&holder).fetch_all(&mut *tx).await?;
    let Some((_, _, law)) = acts.last() else { return Err(Problem::not_found()) };
    let version = i64::try_from(acts.len()).unwrap_or(i64::MAX) + 1;
    let today = app.clock.today().to_string();
    let query = "INSERT INTO acts (certificate, version, event, name, happened_on, recorded_on, actor, decided_version, \
        studies_version, law) VALUES ($1, $2, $3, 'baseline', $4, $4, $5, $2, 0, $6)";
    let query = sqlx::query(query).bind(&number).bind(version).bind(&body).bind(&today).bind(&user.name).bind(law);
    query.execute(&mut *tx).await?;
    let query = sqlx::query("UPDATE certificates SET version = $2 WHERE number = $1").bind(&number).bind(version);
    query.execute(&mut *tx).await?;
    let query = "INSERT INTO duties (certificate, version, task, bearer) VALUES ($1, $2, 'baseline', 'baseline')";
    sqlx::query(query).bind(&number).bind(version).execute(&mut *tx).await?;
    let query =
        "INSERT INTO matters (certificate, kind, opened, opened_on, closed) VALUES ($1, 'baseline', $2, $3, $2)";
    sqlx::query(query).bind(&number).bind(version).bind(&today).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(axum::Json(json!({ "version": version })))
}
