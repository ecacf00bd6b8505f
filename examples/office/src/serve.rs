//! The routes, what stands around them, and the server that ends when it is told to.

use crate::api;
use crate::app::Shared;
use crate::openapi::{self, Api};
use crate::pages;
use crate::problem::Problem;
use crate::public;
use crate::{baseline, clerk, conformance};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use axum_server::{Handle, Server};
use hyper_util::rt::TokioTimer;
use serde_json::{Value, json};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::set_header::SetResponseHeaderLayer;
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use utoipa::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// The largest body.
const LARGEST: usize = 256 * 1024;
/// How long a request may take, its body included.
const LONGEST: Duration = Duration::from_secs(10);

/// Everything the service answers.
pub fn router(app: Shared, conformance: bool, baseline: bool) -> Router {
    let api = OpenApiRouter::with_openapi(Api::openapi())
        .routes(routes!(public::query))
        .routes(routes!(health))
        .merge(api::routes());
    let (api, description) = api.split_for_parts();
    let description = openapi::whole(&description);
    let mut router = api
        .merge(pages::routes())
        .merge(clerk::routes())
        .route("/openapi.json", get(move || async move { Json(description) }))
        .fallback(|| async { Problem::not_found() });
    if conformance {
        router = router.merge(conformance::routes());
    }
    if baseline {
        router = router.merge(baseline::routes());
    }
    let policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    // The last is the outermost.
    router
        .layer(RequestBodyLimitLayer::new(LARGEST))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, LONGEST))
        .layer(middleware::from_fn(same_site))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), pages::dress))
        .layer(set("content-security-policy", policy))
        .layer(set("x-content-type-options", "nosniff"))
        .layer(set("referrer-policy", "same-origin"))
        .layer(set("cache-control", "no-store"))
        .layer(TraceLayer::new_for_http())
        .with_state(app)
}

fn set(name: &'static str, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::if_not_present(HeaderName::from_static(name), HeaderValue::from_static(value))
}

/// A change that another site's page has a browser ask for is refused; the cookie is not sent there either.
async fn same_site(request: Request, next: Next) -> Response {
    if is_foreign(request.headers()) && !request.method().is_safe() {
        return Problem::forbidden("请求来自其他网站", "the request comes from another site").into_response();
    }
    next.run(request).await
}

fn is_foreign(headers: &HeaderMap) -> bool {
    let given = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let origin = given(header::ORIGIN).and_then(|origin| origin.split_once("://")).map(|(_, host)| host);
    origin.is_some_and(|origin| given(header::HOST) != Some(origin))
}

/// Whether the service and its database answer.
#[utoipa::path(get, path = "/health", tag = "service",
    responses((status = 200), (status = 503, body = Problem, content_type = "application/problem+json")))]
async fn health(State(app): State<Shared>) -> Result<Json<Value>, Problem> {
    if app.store.is_well().await { Ok(Json(json!({ "status": "ok" }))) } else { Err(Problem::unavailable()) }
}

/// Serves until the process is told to end, and lets what is under way come to its end, `grace` long at most. Whoever does
/// not finish to ask in time is cut off.
pub async fn run(listener: TcpListener, router: Router, grace: Duration) -> std::io::Result<()> {
    let (mut terminate, mut interrupt) = (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?);
    let handle = Handle::new();
    let mut server = Server::<SocketAddr>::from_listener(listener).handle(handle.clone()).http1_only();
    server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(LONGEST);
    tokio::spawn(async move {
        tokio::select! { _ = terminate.recv() => (), _ = interrupt.recv() => () }
        tracing::info!("ending");
        handle.graceful_shutdown(Some(grace));
    });
    server.serve(router.into_make_service_with_connect_info::<SocketAddr>()).await
}
