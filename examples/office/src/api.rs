//! The same for machines: JSON, described in `/openapi.json`.

use crate::app::Shared;
use crate::change::{ActRequest, Answer, Change, NewCertificate, Recorded};
use crate::decide;
use crate::desk::{self, counter};
use crate::openapi;
use crate::perform::{Key, perform};
use crate::problem::{Found, Problem};
use crate::record::Hours;
use crate::register::{self, Dossier, Row, Study};
use crate::users::{self, User, power};
use crate::visitor::{Answered, Asked, At, Json};
use axum::extract::{FromRequest, FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;
use ruankao::agenda::Item;
use ruankao::calendar::Period;
use ruankao::desk::Examined;
use ruankao::duty::Task;
use ruankao::lifecycle::ActName;
use ruankao::oversight::Power;
use ruankao::{Entry, Standing};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
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
    obtained_on: NaiveDate,
    /// What to name in the request that acts on it.
    version: i64,
    studies_version: i64,
    /// The day it is.
    today: NaiveDate,
    #[schema(schema_with = openapi::standing)]
    standing: Standing,
    deadline: Option<NaiveDate>,
    last_valid_day: Option<NaiveDate>,
    #[schema(value_type = f64)]
    hours_missing: ruankao::Hours,
    acts: Vec<Row>,
    studies: Vec<Study>,
}

/// Reads a certificate for somebody who may see files: whoever is logged in.
pub async fn read(app: &Shared, number: &str) -> Result<Dossier, Problem> {
    let mut connection = app.store.readers.acquire().await?;
    register::found(&mut connection, &app.laws, number).await
}

/// A certificate, as it stands today.
#[utoipa::path(get, path = "/api/certificates/{number}", params(("number" = String, Path)), tag = "files", security(("bearer" = [])),
    responses((status = 200, body = Certificate), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn certificate(State(app): State<Shared>, _: User, At(number): At<String>) -> Answered<Certificate> {
    let dossier = read(&app, &number).await?;
    let (open, today, paper) = (dossier.open(), app.clock.today(), dossier.paper());
    let as_of = open.on(today)?;
    Ok(axum::Json(Certificate {
        number: dossier.number().into(),
        name: dossier.name().into(),
        qualification: paper.qualification.name().into(),
        obtained_on: paper.obtained_on,
        version: dossier.version(),
        studies_version: dossier.studies_version,
        today,
        standing: as_of.standing(),
        deadline: as_of.deadline(),
        last_valid_day: as_of.last_valid_day(),
        hours_missing: as_of.hours_missing(),
        acts: dossier.acts.clone(),
        studies: dossier.studies.clone(),
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
async fn examination(State(app): State<Shared>, user: User, At(number): At<String>) -> Answered<Examination> {
    user.require(power(ActName::Registered))?;
    let dossier = read(&app, &number).await?;
    let mut open = dossier.open();
    let examined = decide::examine(&app, &mut open, &dossier, app.clock.today(), &user)?;
    Ok(axum::Json(match examined {
        Examined::Met(_) => Examination { met: true, findings: Vec::new() },
        Examined::Unmet(unmet) => Examination { met: false, findings: unmet.reasons().iter().map(Found::of).collect() },
    }))
}

/// A request that changes something: by whom, under which key, and what it says.
struct Asks<T> {
    app: Shared,
    user: User,
    key: Option<String>,
    /// All that is asked: the same key with the same body about something else is another request.
    request: Vec<u8>,
    body: T,
}

impl<T: DeserializeOwned> FromRequest<Shared> for Asks<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, Problem> {
        let (mut parts, body) = request.into_parts();
        let user = <User as FromRequestParts<Shared>>::from_request_parts(&mut parts, app).await?;
        // What is no text makes no key either.
        let key = parts.headers.get("idempotency-key").map(|key| key.to_str().unwrap_or_default().to_owned());
        let path = parts.uri.path().to_owned();
        let Json(body, bytes) = Json::from_request(Request::from_parts(parts, body), app).await?;
        let request = [path.as_bytes(), b"\n", &bytes].concat();
        Ok(Self { app: app.clone(), user, key, request, body })
    }
}

impl<T> Asks<T> {
    async fn perform(self, change: impl FnOnce(T) -> Change) -> Result<Answer, Problem> {
        let key = self.key.as_deref().map(|key| Key { key, request: &self.request });
        perform(&self.app, &self.user, key, change(self.body)).await
    }
}

/// Enters a certificate that is newly approved.
#[utoipa::path(post, path = "/api/certificates", request_body = NewCertificate, tag = "files", security(("bearer" = [])),
    params(("idempotency-key" = Option<String>, Header)),
    responses((status = 201), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn enter(asks: Asks<NewCertificate>) -> Result<Answer, Problem> {
    asks.perform(Change::Enter).await
}

/// Acts on a certificate: decided by the law on what is held, and refused with 409 if somebody else acted meanwhile.
#[utoipa::path(post, path = "/api/certificates/{number}/acts", request_body = ActRequest, tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("idempotency-key" = Option<String>, Header)),
    responses((status = 201, body = Recorded), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn act(At(number): At<String>, asks: Asks<ActRequest>) -> Result<Answer, Problem> {
    asks.perform(|request| Change::Act { number, request }).await
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
async fn study(At(number): At<String>, asks: Asks<NewStudy>) -> Result<Answer, Problem> {
    asks.perform(|new| Change::Study { number, hours: Hours::Entry(new.entry) }).await
}

/// Strikes hours as wrong.
#[utoipa::path(post, path = "/api/certificates/{number}/studies/{version}/strike", tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("version" = i64, Path), ("idempotency-key" = Option<String>, Header)),
    responses((status = 201), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn strike_study(At((number, version)): At<(String, i64)>, asks: Asks<IgnoredAny>) -> Result<Answer, Problem> {
    asks.perform(|_| Change::Study { number, hours: Hours::Strike(version) }).await
}

#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewConsent {
    /// `consent_to_deferral`, `consent_to_extension` or `verify_fraud`.
    #[schema(value_type = String)]
    consent: Power,
}

/// Consents to a deferral or an extension on another ground, or verifies fraud: what an act may then rest on.
#[utoipa::path(post, path = "/api/certificates/{number}/consents", request_body = NewConsent, tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("idempotency-key" = Option<String>, Header)),
    responses((status = 201), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn consent(At(number): At<String>, asks: Asks<NewConsent>) -> Result<Answer, Problem> {
    asks.perform(|new| Change::Consent { number, consent: new.consent }).await
}

/// Ticks a duty off.
#[utoipa::path(post, path = "/api/certificates/{number}/duties/{version}/{task}", tag = "files", security(("bearer" = [])),
    params(("number" = String, Path), ("version" = i64, Path), ("task" = String, Path)),
    responses((status = 200), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn done(At((number, version, task)): At<(String, i64, Task)>, asks: Asks<IgnoredAny>) -> Result<Answer, Problem> {
    asks.perform(|_| Change::Done { number, version, task }).await
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
async fn look(At(number): At<String>, asks: Asks<Look>) -> Result<Answer, Problem> {
    asks.perform(|look| Change::Look { number, reason: look.reason }).await
}

/// What lies on the tables, overdue opinions first.
#[utoipa::path(get, path = "/api/counter", tag = "files", security(("bearer" = [])),
    responses((status = 200, body = Vec<desk::Task>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn tasks(State(app): State<Shared>, _: User) -> Answered<Vec<desk::Task>> {
    Ok(axum::Json(counter(&app).await?))
}

/// A day on which something is due.
#[derive(Serialize, ToSchema)]
struct Due {
    #[serde(flatten)]
    #[schema(schema_with = openapi::item)]
    item: Item,
}

/// What falls due within days, for what is at work or ends soon.
#[utoipa::path(get, path = "/api/agenda", params(("from" = NaiveDate, Query), ("to" = NaiveDate, Query)), tag = "files",
    security(("bearer" = [])),
    responses((status = 200, body = Vec<Due>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
async fn agenda(State(app): State<Shared>, _: User, Asked(days): Asked<Period>) -> Answered<Vec<Due>> {
    let agenda = desk::agenda(&app, days).await?;
    Ok(axum::Json(agenda.items().iter().map(|item| Due { item: item.clone() }).collect()))
}
