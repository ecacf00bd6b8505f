//! Who uses the service, as what, and what that lets them do.

use crate::app::{Shared, now};
use crate::problem::Problem;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use ruankao::Language;
use ruankao::identity::BodyId;
use ruankao::lifecycle::ActName;
use ruankao::oversight::{Authority, Power};
use sha2::{Digest, Sha256};
use sqlx::AnyConnection;

/// Somebody who is logged in.
#[derive(Clone, Debug)]
pub struct User {
    pub name: String,
    /// As what: a clerk for the registration agency.
    pub role: Authority,
    /// The agency of a clerk.
    pub body: Option<BodyId>,
    /// The secret in the address of the calendar feed.
    pub feed: String,
}

/// The cookie that holds the token of a session.
pub const COOKIE: &str = "session";
/// Seconds that a session lasts.
const LASTS: i64 = 12 * 3600;

/// The power that an act takes.
///
/// The notices give approval to nobody, since they begin with it; it is entered from day to day by the Centre. An appeal is
/// filed with the Office that decides it (47.11).
pub const fn power(act: ActName) -> Power {
    match act {
        ActName::Approved => Power::ManageDaily,
        ActName::ApplicationFiled
        | ActName::ApplicationAccepted
        | ActName::ApplicationWithdrawn
        | ActName::Registered
        | ActName::Refused => Power::ReviewApplications,
        ActName::DeferralRequested | ActName::DeferralGranted | ActName::DeferralRefused => Power::DeferRegistrations,
        // 48.6 names nobody: the agency that counts the hours.
        ActName::ExtensionGranted => Power::Register,
        ActName::Cancelled | ActName::CancellationPublished => Power::RevokeRegistrations,
        ActName::AppealFiled | ActName::AppealDecided => Power::DecideAppeals,
    }
}

impl User {
    /// Whether the notices give that power to what the user is.
    pub fn holds(&self, power: Power) -> bool {
        power.authority() == self.role
    }

    /// The same, as a problem where they do not.
    pub fn require(&self, power: Power) -> Result<(), Problem> {
        if self.holds(power) {
            return Ok(());
        }
        let sentence = |language| power.sentence(language).to_string();
        Err(Problem::forbidden(sentence(Language::Zh), sentence(Language::En)))
    }
}

/// A text nobody can guess.
pub fn secret() -> String {
    rand::random::<[u8; 32]>().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of a text, in hexadecimal.
pub fn digest(text: impl AsRef<[u8]>) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Adds a user.
pub async fn add(
    connection: &mut AnyConnection,
    name: &str,
    password: &str,
    role: Authority,
    body: Option<&str>,
) -> Result<(), Problem> {
    let hash = password_auth::generate_hash(password);
    let query = sqlx::query("INSERT INTO users (name, password, role, body, feed) VALUES ($1, $2, $3, $4, $5)");
    query.bind(name).bind(hash).bind(role.name()).bind(body).bind(secret()).execute(connection).await?;
    Ok(())
}

/// Logs somebody in: the token of the session.
pub async fn log_in(app: &Shared, name: &str, password: &str) -> Result<String, Problem> {
    // A name with a control character is nobody's, and no database need be asked.
    let name = if name.contains(char::is_control) { "" } else { name };
    let row: Option<(String,)> = sqlx::query_as("SELECT password FROM users WHERE name = $1")
        .bind(name)
        .fetch_optional(&app.store.readers)
        .await?;
    let password = password.to_owned();
    // Whether there is such a user takes as long to find out as whether the password is right.
    let stored = row.map_or_else(|| DUMMY.to_owned(), |(hash,)| hash);
    let check = move || password_auth::verify_password(password, &stored).is_ok();
    if !tokio::task::spawn_blocking(check).await.unwrap_or(false) {
        let (zh, en) = ("用户名或密码不对", "the name or the password is wrong");
        return Err(Problem::not_logged_in().told(zh, en));
    }
    let token = secret();
    let mut tx = app.store.begin().await?;
    let now = now().timestamp();
    sqlx::query("DELETE FROM sessions WHERE ends_at < $1").bind(now).execute(&mut *tx).await?;
    let query = sqlx::query("INSERT INTO sessions (digest, actor, ends_at) VALUES ($1, $2, $3)");
    query.bind(digest(&token)).bind(name).bind(now + LASTS).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(token)
}

/// A hash that no password has.
const DUMMY: &str = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Ends a session.
pub async fn log_out(app: &Shared, token: &str) -> Result<(), Problem> {
    let mut tx = app.store.begin().await?;
    sqlx::query("DELETE FROM sessions WHERE digest = $1").bind(digest(token)).execute(&mut *tx).await?;
    Ok(tx.commit().await?)
}

type UserRow = (String, String, Option<String>, String);

fn user((name, role, body, feed): UserRow) -> Option<User> {
    Some(User { name, role: role.parse().ok()?, body: body.as_deref().map(BodyId::from), feed })
}

pub async fn of_session(app: &Shared, token: &str) -> Result<Option<User>, Problem> {
    let query = "SELECT u.name, u.role, u.body, u.feed FROM sessions s JOIN users u ON u.name = s.actor \
        WHERE s.digest = $1 AND s.ends_at >= $2";
    let query = sqlx::query_as(query).bind(digest(token)).bind(now().timestamp());
    let row: Option<UserRow> = query.fetch_optional(&app.store.readers).await?;
    Ok(row.and_then(user))
}

/// The user whose calendar feed has that secret.
pub async fn of_feed(app: &Shared, feed: &str) -> Result<Option<User>, Problem> {
    let query = sqlx::query_as("SELECT name, role, body, feed FROM users WHERE feed = $1").bind(feed);
    let row: Option<UserRow> = query.fetch_optional(&app.store.readers).await?;
    Ok(row.and_then(user))
}

/// The token that a request carries: as a bearer's, or in the cookie.
pub fn token(parts: &Parts) -> Option<String> {
    let bearer = parts.headers.get("authorization").and_then(|value| value.to_str().ok());
    let bearer = bearer.and_then(|value| value.strip_prefix("Bearer ")).map(str::to_owned);
    bearer.or_else(|| Some(CookieJar::from_headers(&parts.headers).get(COOKIE)?.value().to_owned()))
}

impl FromRequestParts<Shared> for User {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &Shared) -> Result<Self, Problem> {
        let token = token(parts).ok_or_else(Problem::not_logged_in)?;
        of_session(app, &token).await?.ok_or_else(Problem::not_logged_in)
    }
}
