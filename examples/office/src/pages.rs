//! What all pages share: the frame, problems as pages, language, logging in and out.

use crate::app::Shared;
use crate::clerk::Fields;
use crate::problem::Problem;
use crate::public;
use crate::users;
use crate::visitor::{self, Asked, Visitor};
use askama::Template;
use axum::Router;
use axum::extract::{Form, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use percent_encoding::{NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};
use ruankao::Language;
use serde::Deserialize;

/// A page that was made.
pub type Html = (StatusCode, axum::response::Html<String>);

/// A page as an answer.
pub fn html(status: StatusCode, page: &impl Template) -> Result<Html, Problem> {
    let made = page.render().map_err(|error| {
        tracing::error!(%error, "a page cannot be made");
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "page", "页面无法生成", "the page cannot be made")
    })?;
    Ok((status, axum::response::Html(made)))
}

/// The pages that everybody may open.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/", get(public::page))
        .route("/login", get(login_page).post(log_in))
        .route("/logout", post(log_out))
        .route("/language/{language}", post(choose_language))
        .route("/style.css", get(style))
}

async fn style() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "max-age=3600")];
    (headers, include_str!("../templates/style.css")).into_response()
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    v: Visitor,
    problem: Problem,
}

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    v: Visitor,
    next: String,
    problem: Option<Problem>,
}

/// Whatever goes wrong is told as a problem of RFC 9457; where a page was asked for, as a page. What the frameworks say in
/// plain text is a problem too.
pub async fn dress(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let wants_page =
        ["/api", "/health", "/openapi.json", "/conformance"].iter().all(|api| !parts.uri.path().starts_with(api));
    let method = parts.method.clone();
    let before = Request::from_parts(parts.clone(), body);
    let response = next.run(before).await;
    if !response.status().is_client_error() && !response.status().is_server_error() {
        return response;
    }
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    if kind.starts_with("text/html") {
        return response;
    }
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone(),
        None => {
            let status = response.status();
            let reason = status.canonical_reason().unwrap_or("the request cannot be answered");
            Problem::new(status, "http", "请求无法处理", reason)
        }
    };
    if !wants_page {
        // The response as it is, where it tells the problem already, for the sake of its headers.
        return if response.extensions().get::<Problem>().is_some() { response } else { problem.into_response() };
    }
    use axum::extract::FromRequestParts;
    let Ok(visitor) = Visitor::from_request_parts(&mut parts, &app).await else { return problem.into_response() };
    if problem.status == 401 && method == "GET" {
        return Redirect::to(&format!("/login?next={}", encoded(&visitor.path))).into_response();
    }
    let status = problem.status();
    let page = ProblemPage { v: visitor, problem };
    html(status, &page).map_or_else(IntoResponse::into_response, IntoResponse::into_response)
}

/// A text as it may stand in a path or a query.
pub fn encoded(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, NON_ALPHANUMERIC)
}

/// A place of this site to go to, and none of another.
fn local(path: &str) -> &str {
    let is_local = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\t']);
    if is_local { path } else { "/" }
}

async fn login_page(visitor: Visitor, Asked(asked): Asked<Fields>) -> Result<Html, Problem> {
    html(StatusCode::OK, &LoginPage { v: visitor, next: asked.text("next").into(), problem: None })
}

#[derive(Deserialize)]
struct Login {
    name: String,
    password: String,
    #[serde(default)]
    next: String,
}

async fn log_in(
    State(app): State<Shared>,
    visitor: Visitor,
    jar: CookieJar,
    Form(login): Form<Login>,
) -> Result<Response, Problem> {
    match users::log_in(&app, &login.name, &login.password).await {
        Ok(token) => {
            let next = if login.next.is_empty() { "/counter" } else { local(&login.next) };
            Ok((jar.add(cookie(users::COOKIE, token)), Redirect::to(next)).into_response())
        }
        Err(problem) if problem.is_ours() => Err(problem),
        Err(problem) => {
            let page = LoginPage { v: visitor, next: login.next, problem: Some(problem) };
            Ok(html(StatusCode::UNAUTHORIZED, &page)?.into_response())
        }
    }
}

async fn log_out(State(app): State<Shared>, jar: CookieJar) -> Result<Response, Problem> {
    if let Some(session) = jar.get(users::COOKIE) {
        users::log_out(&app, session.value()).await?;
    }
    Ok((jar.remove(Cookie::build(users::COOKIE).path("/")), Redirect::to("/")).into_response())
}

fn cookie(name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name, value)).path("/").http_only(true).same_site(SameSite::Strict).build()
}

async fn choose_language(
    visitor::At(language): visitor::At<String>,
    headers: HeaderMap,
    jar: CookieJar,
) -> Result<Response, Problem> {
    let language: Language = language.parse().map_err(|_| Problem::not_found())?;
    let referer = headers.get(header::REFERER).and_then(|referer| referer.to_str().ok()).unwrap_or_default();
    let path = referer.splitn(4, '/').nth(3).map(|path| format!("/{path}")).unwrap_or_default();
    Ok((jar.add(cookie(visitor::LANGUAGE, language.name().to_owned())), Redirect::to(local(&path))).into_response())
}
