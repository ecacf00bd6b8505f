//! Whoever asks for a page: in which language, and as whom; and how requests are read.

use crate::app::Shared;
use crate::problem::Problem;
use crate::users::{self, User};
use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use chrono::NaiveDate;
use ruankao::Language;
use ruankao::naming::Words;
use ruankao::oversight::Power;
use serde::de::DeserializeOwned;

/// The cookie that holds the language.
pub const LANGUAGE: &str = "language";

/// Whoever asks for a page; the page's frame shows it.
#[derive(Clone)]
pub struct Visitor {
    /// Chinese, unless English was asked for.
    pub language: Language,
    pub user: Option<User>,
    pub today: NaiveDate,
    /// The path, to come back to.
    pub path: String,
}

impl Visitor {
    /// The user, or the way to log in.
    pub fn user(&self) -> Result<&User, Problem> {
        self.user.as_ref().ok_or_else(Problem::not_logged_in)
    }

    /// A text in the language of the page.
    pub fn t<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        self.language.choose(en, zh)
    }

    /// The language of the page, as HTML names it.
    pub fn tag(&self) -> &'static str {
        self.language.choose("en", "zh-CN")
    }

    /// What something is called, in the language of the page.
    pub fn say<T: Copy + Into<Words>>(&self, named: &T) -> &'static str {
        (*named).into().in_words(self.language)
    }

    /// As what the user is logged in.
    pub fn role(&self) -> &'static str {
        self.user.as_ref().map_or("", |user| user.role.in_words(self.language))
    }

    pub fn holds(&self, power: Power) -> bool {
        self.user.as_ref().is_some_and(|user| user.holds(power))
    }

    pub fn is_clerk(&self) -> bool {
        self.holds(Power::Register)
    }
}

impl FromRequestParts<Shared> for Visitor {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Problem> {
        let user = match users::token(parts) {
            Some(token) => users::of_session(app, &token).await?,
            None => None,
        };
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str()).to_owned();
        let chosen =
            CookieJar::from_headers(&parts.headers).get(LANGUAGE).and_then(|chosen| chosen.value().parse().ok());
        Ok(Self { language: chosen.unwrap_or(Language::Zh), user, today: app.clock.today(), path })
    }
}

/// An answer of JSON, or a problem.
pub type Answered<T> = Result<axum::Json<T>, Problem>;

/// A body of JSON, read, and as it came. No body at all is `null`.
pub struct Json<T>(pub T, pub Bytes);

impl<T: DeserializeOwned> FromRequest<Shared> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &Shared) -> Result<Self, Problem> {
        let kind = request.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        let is_json = kind.is_some_and(|kind| kind.starts_with("application/json"));
        let bytes = Bytes::from_request(request, app).await.map_err(|rejection| {
            let status = rejection.status().as_u16();
            Problem { status, ..Problem::malformed(rejection.body_text()) }
        })?;
        if !is_json && !bytes.is_empty() {
            let (zh, en) = ("请求应为application/json", "the body has to be `application/json`");
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "no_json", zh, en));
        }
        let body = serde_json::from_slice(if bytes.is_empty() { b"null" } else { &bytes });
        Ok(Self(body.map_err(|error| Problem::malformed(error.to_string()))?, bytes))
    }
}

/// What is asked in the address.
#[derive(FromRequestParts)]
#[from_request(via(Query), rejection(Problem))]
pub struct Asked<T>(pub T);

/// What the path names.
#[derive(FromRequestParts)]
#[from_request(via(Path), rejection(Problem))]
pub struct At<T>(pub T);
