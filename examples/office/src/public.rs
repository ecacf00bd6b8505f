//! The public query (47.12): whether number and name belong together, and how the certificate stands.

use crate::app::{App, Shared};
use crate::openapi;
use crate::pages::{self, Html};
use crate::problem::Problem;
use crate::register;
use crate::visitor::{Asked, Visitor};
use crate::words::Both;
use askama::Template;
use axum::Json;
use axum::extract::{ConnectInfo, State};
use axum::http::StatusCode;
use governor::clock::{Clock, DefaultClock};
use ruankao::desk::{Check, PublicRecord};
use ruankao::identity::{CertificateNumber, HolderName};
use ruankao::naming::Shown;
use serde::{Deserialize, Serialize};
use std::net::SocketAddr;
use utoipa::{IntoParams, ToSchema};

/// What an employer has in hand.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Question {
    /// The number of the certificate.
    #[serde(default)]
    number: String,
    /// The whole name of the holder.
    #[serde(default)]
    name: String,
}

/// What is answered: nothing personal, and whether the number or the name is another is not said.
#[derive(Serialize, ToSchema)]
pub struct Found {
    /// Whether number and name belong together.
    #[schema(schema_with = openapi::check)]
    pub check: Check,
    /// The record of the certificate, where they do.
    #[schema(schema_with = openapi::public_record)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<serde_json::Value>,
    #[serde(skip)]
    words: Option<Both>,
}

fn admit(app: &App, address: SocketAddr) -> Result<(), Problem> {
    let Some(limiter) = &app.limiter else { return Ok(()) };
    limiter.check_key(&address.ip()).map_err(|later| {
        let seconds = later.wait_time_from(DefaultClock::default().now()).as_secs() + 1;
        let kind = Problem::new(StatusCode::TOO_MANY_REQUESTS, "too_many", "查询过于频繁", "too many queries");
        kind.told(format!("请在{seconds}秒后再试"), format!("ask again in {seconds} s"))
    })
}

async fn ask(app: &App, question: &Question) -> Result<Found, Problem> {
    let number = CertificateNumber::parse(&question.number);
    let number = number.map_err(|error| Problem::malformed(format!("`number`: {error}")))?;
    let name = HolderName::parse(&question.name).map_err(|error| Problem::malformed(format!("`name`: {error}")))?;
    let mut connection = app.store.readers.acquire().await?;
    let no_match = Found { check: Check::NoMatch, record: None, words: None };
    let Some(dossier) = register::load(&mut connection, &app.laws, number.as_str()).await? else {
        return Ok(no_match);
    };
    drop(connection);
    let open = dossier.open();
    if open.check(&number, &name) == Check::NoMatch {
        return Ok(no_match);
    }
    let record = PublicRecord::on(&open, app.clock.today())?;
    let words = Both::of(|language| record.in_words(language));
    Ok(Found { check: Check::Match, record: Some(serde_json::to_value(record)?), words: Some(words) })
}

/// Whether a number and a name belong together, and how the certificate stands today (47.12).
#[utoipa::path(get, path = "/api/public", params(Question), tag = "public",
    responses((status = 200, body = Found), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
pub async fn query(
    State(app): State<Shared>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    Asked(question): Asked<Question>,
) -> Result<Json<Found>, Problem> {
    admit(&app, address)?;
    Ok(Json(ask(&app, &question).await?))
}

#[derive(Template)]
#[template(path = "query.html")]
struct QueryPage {
    v: Visitor,
    number: String,
    name: String,
    found: Option<Found>,
    problem: Option<Problem>,
}

impl QueryPage {
    fn check(&self) -> &'static str {
        self.found.as_ref().map_or("", |found| found.check.in_words(self.v.language))
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        let words = self.found.as_ref().and_then(|found| found.words.as_ref());
        words.map(|words| words.in_words(&self.v.language)).unwrap_or_default().lines()
    }
}

/// The page that asks, and answers below.
pub async fn page(
    State(app): State<Shared>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    visitor: Visitor,
    Asked(question): Asked<Question>,
) -> Result<Html, Problem> {
    let (mut found, mut problem) = (None, None);
    if !question.number.is_empty() || !question.name.is_empty() {
        admit(&app, address)?;
        match ask(&app, &question).await {
            Ok(answer) => found = Some(answer),
            Err(told) if told.is_ours() => return Err(told),
            Err(told) => problem = Some(told),
        }
    }
    let status = problem.as_ref().map_or(StatusCode::OK, Problem::status);
    // Of what could not be read nothing is left hidden.
    let shown = |text: String| if problem.is_some() { Shown(&text).to_string() } else { text };
    let (number, name) = (shown(question.number), shown(question.name));
    pages::html(status, &QueryPage { v: visitor, number, name, found, problem })
}
