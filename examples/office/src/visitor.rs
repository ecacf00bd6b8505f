//! Whoever asks for a page: in which language, and as whom; and how requests are read.

use crate::app::Shared;
use crate::problem::Problem;
use crate::users::{self, User};
use axum::extract::{FromRequest, FromRequestParts, OptionalFromRequestParts, Path, Query, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use ruankao::Language;
use serde::de::DeserializeOwned;

/// The cookie that holds the language.
pub const LANGUAGE: &str = "language";

/// The language of pages: Chinese, unless English was asked for.
pub fn language(parts: &Parts) -> Language {
    let jar = CookieJar::from_headers(&parts.headers);
    jar.get(LANGUAGE).and_then(|cookie| cookie.value().parse().ok()).unwrap_or(Language::Zh)
}

/// Whoever asks for a page.
#[derive(Clone)]
pub struct Visitor {
    pub language: Language,
    pub user: Option<User>,
    pub today: chrono::NaiveDate,
    /// The path, to come back to.
    pub path: String,
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Problem> {
        let user = <User as OptionalFromRequestParts<Shared>>::from_request_parts(parts, app).await?;
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        Ok(Self { language: language(parts), user, today: app.clock.today(), path })
    }
}

impl OptionalFromRequestParts<Shared> for User {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Option<Self>, Problem> {
        match users::token(parts) {
            Some(token) => users::of_session(app, &token).await,
            None => Ok(None),
        }
    }
}

/// A body of JSON.
pub struct Json<T>(pub T, pub axum::body::Bytes);

impl<T: DeserializeOwned> FromRequest<Shared> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, Problem> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
        if !kind.starts_with("application/json") {
            let (zh, en) = ("请求应为application/json", "the body has to be `application/json`");
            return Err(Problem::new(axum::http::StatusCode::UNSUPPORTED_MEDIA_TYPE, "no_json", zh, en));
        }
        let bytes = axum::body::Bytes::from_request(request, app)
            .await
            .map_err(|rejection| Problem::malformed(rejection.body_text()).with_status(rejection.status()))?;
        let body = serde_json::from_slice(&bytes).map_err(|error| Problem::malformed(error.to_string()))?;
        Ok(Self(body, bytes))
    }
}

/// What is asked in the address.
pub struct Asked<T>(pub T);

impl<T: DeserializeOwned> FromRequestParts<Shared> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &Shared) -> Result<Self, Problem> {
        let asked = Query::try_from_uri(&parts.uri).map_err(|rejection| Problem::malformed(rejection.body_text()))?;
        Ok(Self(asked.0))
    }
}

/// What the path names.
pub struct At<T>(pub T);

impl<T: DeserializeOwned + Send> FromRequestParts<Shared> for At<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Problem> {
        let path = <Path<T> as FromRequestParts<Shared>>::from_request_parts(parts, app).await;
        Ok(Self(path.map_err(|rejection| Problem::malformed(rejection.body_text()))?.0))
    }
}
