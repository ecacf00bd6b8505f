//! The same for machines: JSON, described in `/openapi.json`.

use crate::app::Shared;
use crate::change::{self, ActRequest, Answer, Change, Consent, Key, NewCertificate, Recorded};
use crate::decide;
use crate::desk::{self, Task, counter};
use crate::openapi;
use crate::problem::{Found, Problem};
use crate::register::{self, Dossier};
use crate::users::{self, User, power};
use crate::visitor::{Asked, At, Json};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use ruankao::calendar::Period;
use ruankao::desk::Examined;
use ruankao::lifecycle::ActName;
use ruankao::{Entry, Event, Hours, Language, Standing};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The routes, with their description.
pub fn routes() -> OpenApiRouter<Shared> {
    OpenApiRouter::new()
        .routes(routes!(log_in))
        .routes(routes!(enter))
        .routes(routes!(certificate))
        .routes(routes!(examination))
        .routes(routes!(act))
        .routes(routes!(study))
        .routes(routes!(strike_study))
        .routes(routes!(consent))
        .routes(routes!(done))
        .routes(routes!(look))
        .routes(routes!(tasks))
        .routes(routes!(agenda))
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Login {
    name: String,
    password: String,
}

#[derive(Serialize, ToSchema)]
struct Session {
    /// What to send as `Authorization: Bearer`.
    token: String,
}

/// Logs in.
#[utoipa::path(post, path = "/api/sessions", tag = "service", request_body = Login,
    responses((status = 201, body = Session), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn log_in(State(app): State<Shared>, Json(login, _): Json<Login>) -> Result<Response, Problem> {
    let token = users::log_in(&app, &login.name, &login.password).await?;
    Ok((StatusCode::CREATED, axum::Json(Session { token })).into_response())
}

/// A certificate as its file shows it: the identity number is not in it.
#[derive(Serialize, ToSchema)]
struct Certificate {
    number: String,
    name: String,
    qualification: String,
    #[schema(value_type = String, format = Date)]
    obtained_on: NaiveDate,
    /// What to name in the request that acts on it.
    version: i64,
    studies_version: i64,
    /// The day it is.
    #[schema(value_type = String, format = Date)]
    today: NaiveDate,
    #[schema(schema_with = openapi::standing)]
    standing: Standing,
    #[schema(value_type = Option<String>, format = Date)]
    deadline: Option<NaiveDate>,
    #[schema(value_type = Option<String>, format = Date)]
    last_valid_day: Option<NaiveDate>,
    #[schema(value_type = f64)]
    hours_missing: Hours,
    acts: Vec<Act>,
    studies: Vec<Study>,
}

#[derive(Serialize, ToSchema)]
struct Act {
    version: i64,
    /// What happened; none where the row strikes another, or brings papers alone.
    #[schema(schema_with = openapi::event)]
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<Event>,
    #[serde(skip_serializing_if = "Option::is_none")]
    strikes: Option<i64>,
    #[schema(value_type = String, format = Date)]
    recorded_on: NaiveDate,
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    struck_on: Option<NaiveDate>,
    actor: String,
    /// The version it was decided on.
    decided_version: i64,
    /// The fingerprint of the law it was decided under.
    law: String,
}

#[derive(Serialize, ToSchema)]
struct Study {
    version: i64,
    #[schema(schema_with = openapi::entry)]
    entry: Entry,
    #[schema(value_type = String, format = Date)]
    recorded_on: NaiveDate,
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    struck_on: Option<NaiveDate>,
}

/// Reads a certificate for somebody who may see files: whoever is logged in.
pub async fn read(app: &Shared, number: &str) -> Result<Dossier, Problem> {
    let mut connection = app.store.readers.acquire().await?;
    register::found(&mut connection, &app.laws, number).await
}

/// A certificate, as it stands today.
#[utoipa::path(get, path = "/api/certificates/{number}", params(("number" = String, Path)), tag = "files", security(("bearer" = [])),
    responses((status = 200, body = Certificate), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn certificate(
    State(app): State<Shared>,
    _: User,
    At(number): At<String>,
) -> Result<axum::Json<Certificate>, Problem> {
    let dossier = read(&app, &number).await?;
    let (open, today, paper) = (dossier.open(), app.clock.today(), dossier.paper());
    let as_of = open.on(today)?;
    let act = |row: &register::Row| Act {
        version: row.version,
        event: row.event.clone(),
        strikes: row.strikes,
        recorded_on: row.recorded_on,
        struck_on: dossier.struck_on(row.version),
        actor: row.actor.clone(),
        decided_version: row.decided_version,
        law: row.law.clone(),
    };
    let study = |(version, record): (&i64, &ruankao::Record<Entry>)| Study {
        version: *version,
        entry: record.what().clone(),
        recorded_on: record.recorded(),
        struck_on: record.struck(),
    };
    Ok(axum::Json(Certificate {
        number: paper.number.as_str().into(),
        name: paper.name.exposed().into(),
        qualification: paper.qualification.name().into(),
        obtained_on: paper.obtained_on,
        version: dossier.version(),
        studies_version: dossier.studies_version,
        today,
        standing: as_of.standing(),
        deadline: as_of.deadline(),
        last_valid_day: as_of.last_valid_day(),
        hours_missing: as_of.hours_missing(),
        acts: dossier.acts.iter().map(act).collect(),
        studies: dossier.studies.iter().zip(dossier.ledger.records()).map(study).collect(),
    }))
}

/// What an examination finds.
#[derive(Serialize, ToSchema)]
struct Examination {
    /// Whether it can be registered; if not, it can be refused.
    met: bool,
    findings: Vec<Found>,
}

/// What stands against the application under review, were it decided today (47.7).
#[utoipa::path(get, path = "/api/certificates/{number}/examination", params(("number" = String, Path)), tag = "files", security(("bearer" = [])),
    responses((status = 200, body = Examination), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn examination(
    State(app): State<Shared>,
    user: User,
    At(number): At<String>,
) -> Result<axum::Json<Examination>, Problem> {
    user.require(power(ActName::Registered))?;
    let dossier = read(&app, &number).await?;
    let mut open = dossier.open();
    let examined = decide::examine(&mut open, &dossier, app.clock.today(), &user, &app.fees)?;
    Ok(axum::Json(match examined {
        Examined::Met(_) => Examination { met: true, findings: Vec::new() },
        Examined::Unmet(unmet) => Examination { met: false, findings: unmet.reasons().iter().map(Found::of).collect() },
    }))
}

/// The key of a request, if it has one.
fn key<'a>(headers: &'a HeaderMap, request: &'a [u8]) -> Result<Option<Key<'a>>, Problem> {
    let Some(key) = headers.get("idempotency-key") else { return Ok(None) };
    let key = key.to_str().map_err(|_| Problem::malformed("the key has to be of 1 to 200 visible characters"))?;
    Ok(Some(Key { key, request }))
}

async fn perform(
    app: &Shared,
    user: &User,
    headers: &HeaderMap,
    scope: &str,
    body: &[u8],
    change: Change,
) -> Result<Answer, Problem> {
    // The same key with the same body about something else is another request.
    let request = [scope.as_bytes(), b"\n", body].concat();
    change::perform(app, user, key(headers, &request)?, change).await
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let kind = if self.status.is_success() { "application/json" } else { "application/problem+json" };
        let mut response = (self.status, [(header::CONTENT_TYPE, kind)], self.body.to_string()).into_response();
        if self.replayed {
            response.headers_mut().insert("idempotency-replayed", HeaderValue::from_static("true"));
        }
        if let Ok(problem) = serde_json::from_value::<Problem>(self.body) {
            response.extensions_mut().insert(problem);
        }
        response
    }
}

/// Enters a certificate that is newly approved.
#[utoipa::path(post, path = "/api/certificates", request_body = NewCertificate, tag = "files", security(("bearer" = [])),
    params(("idempotency-key" = Option<String>, Header)),
    responses((status = 201), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn enter(
    State(app): State<Shared>,
    user: User,
    headers: HeaderMap,
    Json(new, bytes): Json<NewCertificate>,
) -> Result<Answer, Problem> {
    perform(&app, &user, &headers, "enter", &bytes, Change::Enter(new)).await
}

/// Acts on a certificate: decided by the law on what is held, and refused with 409 if somebody else acted meanwhile.
#[utoipa::path(post, path = "/api/certificates/{number}/acts", request_body = ActRequest, tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("idempotency-key" = Option<String>, Header)),
    responses((status = 201, body = Recorded), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn act(
    State(app): State<Shared>,
    user: User,
    At(number): At<String>,
    headers: HeaderMap,
    Json(request, bytes): Json<ActRequest>,
) -> Result<Answer, Problem> {
    let scope = format!("act {number}");
    perform(&app, &user, &headers, &scope, &bytes, Change::Act { number, request }).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewStudy {
    #[schema(schema_with = openapi::entry)]
    entry: Entry,
}

/// Records hours in the ledger of the certificate's holder (48.4).
#[utoipa::path(post, path = "/api/certificates/{number}/studies", request_body = NewStudy, tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("idempotency-key" = Option<String>, Header)),
    responses((status = 201), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn study(
    State(app): State<Shared>,
    user: User,
    At(number): At<String>,
    headers: HeaderMap,
    Json(new, bytes): Json<NewStudy>,
) -> Result<Answer, Problem> {
    let scope = format!("study {number}");
    perform(&app, &user, &headers, &scope, &bytes, Change::Study { number, entry: new.entry }).await
}

/// Strikes hours as wrong.
#[utoipa::path(post, path = "/api/certificates/{number}/studies/{version}/strike", tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("version" = i64, Path), ("idempotency-key" = Option<String>, Header)),
    responses((status = 201), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn strike_study(
    State(app): State<Shared>,
    user: User,
    At((number, version)): At<(String, i64)>,
    headers: HeaderMap,
) -> Result<Answer, Problem> {
    let scope = format!("strike {number} {version}");
    perform(&app, &user, &headers, &scope, b"", Change::StrikeStudy { number, version }).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewConsent {
    consent: Consent,
}

/// Consents to a deferral or an extension on another ground, or verifies fraud: what an act may then rest on.
#[utoipa::path(post, path = "/api/certificates/{number}/consents", request_body = NewConsent, tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("idempotency-key" = Option<String>, Header)),
    responses((status = 201), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn consent(
    State(app): State<Shared>,
    user: User,
    At(number): At<String>,
    headers: HeaderMap,
    Json(new, bytes): Json<NewConsent>,
) -> Result<Answer, Problem> {
    let scope = format!("consent {number}");
    perform(&app, &user, &headers, &scope, &bytes, Change::Consent { number, consent: new.consent }).await
}

/// Ticks a duty off.
#[utoipa::path(post, path = "/api/certificates/{number}/duties/{version}/{task}", tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("version" = i64, Path), ("task" = String, Path)),
    responses((status = 200), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn done(
    State(app): State<Shared>,
    user: User,
    At((number, version, task)): At<(String, i64, String)>,
) -> Result<Answer, Problem> {
    let task = task.parse().map_err(|_| Problem::not_found())?;
    change::perform(&app, &user, None, Change::Done { number, version, task }).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Look {
    /// Why the full number is needed.
    reason: String,
}

/// Shows the full identity number of a holder; that it was looked at, by whom and why, is recorded first.
#[utoipa::path(post, path = "/api/certificates/{number}/looks", request_body = Look, tag = "files", security(("bearer" = [])),
    params(("number" = String, Path)),
    responses((status = 200), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn look(
    State(app): State<Shared>,
    user: User,
    At(number): At<String>,
    Json(look, _): Json<Look>,
) -> Result<Answer, Problem> {
    change::perform(&app, &user, None, Change::Look { number, reason: look.reason }).await
}

/// What lies on the tables, overdue opinions first.
#[utoipa::path(get, path = "/api/counter", tag = "files", security(("bearer" = [])),
    responses((status = 200, body = Vec<Task>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn tasks(State(app): State<Shared>, _: User) -> Result<axum::Json<Vec<Task>>, Problem> {
    Ok(axum::Json(counter(&app).await?))
}

/// The days to look at.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Days {
    #[param(value_type = String, format = Date)]
    from: NaiveDate,
    #[param(value_type = String, format = Date)]
    to: NaiveDate,
}

#[derive(Serialize, ToSchema)]
struct Item {
    #[schema(value_type = String, format = Date)]
    on: NaiveDate,
    certificate: String,
    due: String,
    clause: String,
    zh: String,
    en: String,
}

/// What falls due within days, for what is at work or ends soon.
#[utoipa::path(get, path = "/api/agenda", params(Days), tag = "files", security(("bearer" = [])),
    responses((status = 200, body = Vec<Item>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn agenda(
    State(app): State<Shared>,
    _: User,
    Asked(days): Asked<Days>,
) -> Result<axum::Json<Vec<Item>>, Problem> {
    let days = Period::new(days.from, days.to).map_err(|error| Problem::malformed(error.to_string()))?;
    let agenda = desk::agenda(&app, days).await?;
    let item = |item: &ruankao::agenda::Item| Item {
        on: item.on,
        certificate: item.certificate.clone(),
        due: item.due.name().into(),
        clause: item.due.clause().to_string(),
        zh: item.in_words(Language::Zh).to_string(),
        en: item.in_words(Language::En).to_string(),
    };
    Ok(axum::Json(agenda.items().iter().map(item).collect()))
}
