//! Everything that changes the register: each change in one transaction, decided by the law on what is held then.

use crate::app::{Shared, now};
use crate::decide::decide;
use crate::fill;
use crate::openapi;
use crate::problem::Problem;
use crate::register::{self, Addition, By, Dossier, Papers, Study};
use crate::store;
use crate::users::{User, digest, power};
use axum::http::StatusCode;
use chrono::NaiveDate;
use ruankao::duty::Task;
use ruankao::identity::{IdentityDocument, IdentityDocumentKind, Qualification};
use ruankao::lifecycle::ActName;
use ruankao::oversight::Power;
use ruankao::{Act, Entry, Event, Language, Mode, Standing};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sqlx::AnyConnection;
use utoipa::ToSchema;

/// What is to be done with a certificate, as its user saw it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ActRequest {
    /// The version that was looked at: the change is refused if the certificate is at another.
    pub version: i64,
    /// The day of the act; today, if nothing is said, and never after it.
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<NaiveDate>,
    /// What is to be done.
    #[serde(rename = "do")]
    pub command: Command,
}

/// What can be done with a certificate.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// Hands in an application (47.3).
    File(Papers),
    /// Brings other papers in place of the former: before the acceptance a correction, under review a renewal.
    Correct(Papers),
    /// Accepts the application that is filed (47.7).
    Accept,
    /// Registers the certificate, if nothing stands against it (47.7).
    Register,
    /// Refuses the application, if something stands against it (47.7).
    Refuse,
    /// Any other act about a certificate, in the form of the wire. Its day is that of the request, and what others have to
    /// consent to or verify is taken from what they did, whatever it says.
    Record {
        #[schema(schema_with = openapi::event)]
        event: Box<Event>,
    },
    /// Strikes what a version recorded as wrong.
    Strike { version: i64 },
}

/// A certificate to enter, newly approved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCertificate {
    pub number: String,
    pub name: String,
    pub qualification: String,
    #[schema(value_type = String, format = Date)]
    pub obtained_on: NaiveDate,
    /// The kind of the identity document.
    #[serde(default = "card")]
    #[schema(value_type = String)]
    pub document: IdentityDocumentKind,
    pub identity_number: String,
}

const fn card() -> IdentityDocumentKind {
    IdentityDocumentKind::ResidentIdentityCard
}

/// What the provincial authority may consent to, or verify.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Consent {
    /// A deferral on another ground (47.8.4).
    Deferral,
    /// An extension on another ground (48.6.4).
    Extension,
    /// Fraud in an application (47.10.5).
    Fraud,
}

impl Consent {
    const fn name(self) -> &'static str {
        match self {
            Self::Deferral => "deferral",
            Self::Extension => "extension",
            Self::Fraud => "fraud",
        }
    }

    pub const fn power(self) -> Power {
        match self {
            Self::Deferral => Power::ConsentToDeferral,
            Self::Extension => Power::ConsentToExtension,
            Self::Fraud => Power::VerifyFraud,
        }
    }
}

/// A change to the register.
pub enum Change {
    Act {
        number: String,
        request: ActRequest,
    },
    Enter(NewCertificate),
    Study {
        number: String,
        entry: Entry,
    },
    StrikeStudy {
        number: String,
        version: i64,
    },
    Consent {
        number: String,
        consent: Consent,
    },
    /// A duty is done.
    Done {
        number: String,
        version: i64,
        task: Task,
    },
    /// A full identity number is looked at, which is a change: the look is recorded first.
    Look {
        number: String,
        reason: String,
    },
}

/// The answer to a change: what is kept under its key, and given again.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub body: Value,
    /// Whether it was given before.
    pub replayed: bool,
}

/// What came of an act.
#[derive(Serialize, ToSchema)]
pub struct Recorded {
    pub number: String,
    /// The version it made.
    pub version: i64,
    /// The version it was decided on.
    pub decided_on: i64,
    /// The standing of the day, computed from what is held now.
    #[schema(schema_with = openapi::standing)]
    pub standing: Option<Standing>,
    /// The registration page, in both languages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Page>,
}

/// What is stamped on the registration page.
#[derive(Clone, Serialize, ToSchema)]
pub struct Page {
    pub zh: String,
    pub en: String,
}

/// A key that makes a request safe to repeat, with the digest of what is asked.
pub struct Key<'a> {
    pub key: &'a str,
    pub request: &'a [u8],
}

/// Carries a change out, whole or not at all. With a key, the answer is kept in the same transaction, and whoever repeats
/// the request is given the first answer.
pub async fn perform(app: &Shared, user: &User, key: Option<Key<'_>>, change: Change) -> Result<Answer, Problem> {
    if key
        .as_ref()
        .is_some_and(|key| !(1..=200).contains(&key.key.len()) || !key.key.bytes().all(|byte| byte.is_ascii_graphic()))
    {
        return Err(Problem::malformed("the key has to be of 1 to 200 visible characters"));
    }
    let mut tx = app.store.begin().await?;
    if let Some(key) = &key
        && let Some(first) = claim(&mut tx, user, key).await?
    {
        return Ok(first);
    }
    let answer = match carry_out(app, &mut tx, user, change).await {
        Ok((status, body)) => Answer { status, body, replayed: false },
        // Nothing is kept of what failed for the database's sake: it may be asked again.
        Err(problem) if problem.is_ours() => return Err(problem),
        // Whatever is refused is refused before anything is written.
        Err(problem) => Answer { status: problem.status(), body: serde_json::to_value(problem)?, replayed: false },
    };
    if let Some(key) = &key {
        let query = "UPDATE answers SET status = $3, body = $4 WHERE actor = $1 AND key = $2";
        let query = sqlx::query(query).bind(&user.name).bind(key.key).bind(i64::from(answer.status.as_u16()));
        query.bind(answer.body.to_string()).execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok(answer)
}

/// Takes a key, or finds the answer that it has. Whoever comes second waits here for the first to end.
async fn claim(tx: &mut AnyConnection, user: &User, key: &Key<'_>) -> Result<Option<Answer>, Problem> {
    let request = digest(key.request);
    let query = "INSERT INTO answers (actor, key, request) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let query = sqlx::query(query).bind(&user.name).bind(key.key).bind(&request);
    if query.execute(&mut *tx).await?.rows_affected() == 1 {
        return Ok(None);
    }
    let query = sqlx::query_as("SELECT request, status, body FROM answers WHERE actor = $1 AND key = $2");
    let row: Option<(String, Option<i64>, Option<String>)> =
        query.bind(&user.name).bind(key.key).fetch_optional(&mut *tx).await?;
    let Some((first, Some(status), Some(body))) = row else { return Err(Problem::unavailable()) };
    if first != request {
        let (zh, en) = ("该Idempotency-Key已用于另一请求", "the Idempotency-Key belongs to another request");
        return Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "key_reused", zh, en));
    }
    let status = u16::try_from(status).ok().and_then(|status| StatusCode::from_u16(status).ok());
    let status = status.unwrap_or(StatusCode::OK);
    Ok(Some(Answer { status, body: serde_json::from_str(&body)?, replayed: true }))
}

type Carried = Result<(StatusCode, Value), Problem>;

async fn carry_out(app: &Shared, tx: &mut AnyConnection, user: &User, change: Change) -> Carried {
    let today = app.clock.today();
    let by = || By { actor: &user.name, today };
    match change {
        Change::Act { number, request } => {
            let recorded = act(app, tx, user, &number, request).await?;
            Ok((StatusCode::CREATED, serde_json::to_value(recorded)?))
        }
        Change::Enter(new) => enter(app, tx, user, new).await,
        Change::Study { number, entry } => {
            user.require(Power::Register)?;
            let dossier = locked(app, tx, &number).await?;
            not_after(entry.on, today)?;
            let version = register::append_study(tx, &dossier.holder, Study::Entry(&entry), by()).await?;
            Ok((StatusCode::CREATED, json!({ "studies_version": version })))
        }
        Change::StrikeStudy { number, version } => {
            user.require(Power::Register)?;
            let dossier = locked(app, tx, &number).await?;
            let place = dossier.studies.iter().position(|&study| study == version);
            let record = place.and_then(|place| dossier.ledger.records().get(place));
            if record.is_none_or(|record| record.struck().is_some()) {
                return Err(Problem::not_found());
            }
            let version = register::append_study(tx, &dossier.holder, Study::Strike(version), by()).await?;
            Ok((StatusCode::CREATED, json!({ "studies_version": version })))
        }
        Change::Consent { number, consent } => {
            user.require(consent.power())?;
            let dossier = locked(app, tx, &number).await?;
            let query = "INSERT INTO consents (certificate, kind, given_on, actor) VALUES ($1, $2, $3, $4) \
                ON CONFLICT (certificate, kind, given_on) DO UPDATE SET used = NULL";
            let query = sqlx::query(query).bind(dossier.number()).bind(consent.name());
            query.bind(today.to_string()).bind(&user.name).execute(&mut *tx).await?;
            Ok((StatusCode::CREATED, json!({ "consent": consent, "given_on": today.to_string() })))
        }
        Change::Done { number, version, task } => {
            if task.bearer() != user.role.authority() {
                let (zh, en) = (task.bearer().in_words(Language::Zh), task.bearer().in_words(Language::En));
                return Err(Problem::forbidden(format!("应由{zh}完成"), format!("it is for {en} to do")));
            }
            let query = "UPDATE duties SET done_on = $4, done_by = $5 \
                WHERE certificate = $1 AND version = $2 AND task = $3 AND done_on IS NULL";
            let query = sqlx::query(query).bind(register::number(&number)?).bind(version).bind(task.name());
            let query = query.bind(today.to_string());
            match query.bind(&user.name).execute(&mut *tx).await?.rows_affected() {
                1 => Ok((StatusCode::OK, json!({ "task": task, "done_on": today.to_string() }))),
                _ => Err(Problem::not_found()),
            }
        }
        Change::Look { number, reason } => look(app, tx, user, &number, &reason).await,
    }
}

/// Reads a certificate when nobody else acts on any of its holder's.
async fn locked(app: &Shared, tx: &mut AnyConnection, number: &str) -> Result<Dossier, Problem> {
    let query = sqlx::query_as("SELECT holder FROM certificates WHERE number = $1").bind(register::number(number)?);
    let row: Option<(String,)> = query.fetch_optional(&mut *tx).await?;
    store::lock(tx, &row.ok_or_else(Problem::not_found)?.0).await?;
    register::found(tx, &app.laws, number).await
}

fn not_after(on: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    if on <= today {
        return Ok(());
    }
    let (zh, en) = (format!("{on}晚于今日{today}"), format!("`{on}` is after today, which is `{today}`"));
    Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "not_yet", "日期未到", "that day is still to come").told(zh, en))
}

async fn enter(app: &Shared, tx: &mut AnyConnection, user: &User, new: NewCertificate) -> Carried {
    user.require(power(ActName::Approved))?;
    let today = app.clock.today();
    not_after(new.obtained_on, today)?;
    let unknown = || Problem::malformed("`qualification` is none of the catalogue");
    let qualification = Qualification::find(&new.qualification).ok_or_else(unknown)?;
    let paper = fill::paper(&new.number, &new.name, qualification, new.obtained_on)?;
    let document = IdentityDocument::parse(new.document, new.identity_number.trim());
    let document = document.map_err(|error| Problem::malformed(format!("`identity_number`: {error}")))?;
    let taken = sqlx::query("SELECT 1 FROM certificates WHERE number = $1").bind(&new.number);
    if taken.fetch_optional(&mut *tx).await?.is_some() {
        let (zh, en) = ("该证书编号已有登记", "there is a certificate of that number already");
        return Err(Problem::new(StatusCode::CONFLICT, "taken", zh, en));
    }
    // Whoever has certificates already is known by the number of the document.
    let query =
        sqlx::query_as("SELECT owner FROM identities WHERE kind = $1 AND number = $2 AND owner LIKE 'holder %'");
    let known: Option<(String,)> =
        query.bind(document.kind().name()).bind(document.exposed()).fetch_optional(&mut *tx).await?;
    let holder = match known.as_ref().and_then(|(owner,)| owner.strip_prefix("holder ")) {
        Some(holder) => holder.to_owned(),
        None => {
            let holder = format!("{:016x}", rand::random::<u64>());
            sqlx::query("INSERT INTO holders (id) VALUES ($1)").bind(&holder).execute(&mut *tx).await?;
            let owner = register::holder_owner(&holder);
            register::keep_identity(tx, &owner, document.kind(), document.exposed()).await?;
            holder
        }
    };
    fill::insert_certificate(tx, &paper, &holder, None, Mode::Recorded, None).await?;
    let dossier = register::found(tx, &app.laws, &new.number).await?;
    let event = Act::Approved.on(new.obtained_on);
    dossier.open().record_in(Mode::Strict, event.clone())?;
    let addition = Addition { event: Some(&event), ..Addition::default() };
    let version = register::append(tx, &dossier, addition, By { actor: &user.name, today }).await?;
    Ok((StatusCode::CREATED, json!({ "number": new.number, "version": version })))
}

async fn look(app: &Shared, tx: &mut AnyConnection, user: &User, number: &str, reason: &str) -> Carried {
    user.require(power(ActName::ApplicationFiled))?;
    if reason.trim().is_empty() || reason.chars().count() > 200 || reason.contains(char::is_control) {
        return Err(Problem::malformed("`reason` has to be one line of 1 to 200 characters"));
    }
    let dossier = register::found(tx, &app.laws, number).await?;
    let owner = register::holder_owner(&dossier.holder);
    let document = register::identity(tx, &owner).await?.ok_or_else(Problem::not_found)?;
    let query = sqlx::query("INSERT INTO looks (id, at, actor, owner, reason) VALUES ($1, $2, $3, $4, $5)");
    let at = now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    let query = query.bind(format!("{:032x}", rand::random::<u128>())).bind(at).bind(&user.name);
    query.bind(owner).bind(reason.trim()).execute(&mut *tx).await?;
    Ok((StatusCode::OK, json!({ "kind": document.kind(), "number": document.exposed() })))
}

async fn act(
    app: &Shared,
    tx: &mut AnyConnection,
    user: &User,
    number: &str,
    request: ActRequest,
) -> Result<Recorded, Problem> {
    let today = app.clock.today();
    let on = request.on.unwrap_or(today);
    not_after(on, today)?;
    let dossier = locked(app, tx, number).await?;
    user.require(power(request.command.act(&dossier)?))?;
    if request.version != dossier.version() {
        return Err(dossier.changed_since(request.version));
    }
    let mut command = request.command;
    let consent = match &mut command {
        Command::Record { event } => consents(tx, number, event).await?,
        _ => None,
    };
    let decided = decide(&dossier, &command, on, user, &app.fees)?;
    let strikes = match command {
        Command::Strike { version } => Some(version),
        _ => None,
    };
    let papers = match &command {
        Command::File(papers) | Command::Correct(papers) => Some(papers),
        _ => None,
    };
    let addition = Addition { event: decided.event.as_ref(), strikes, papers };
    let version = register::append(tx, &dossier, addition, By { actor: &user.name, today }).await?;
    if let Some(consent) = consent {
        let query = "UPDATE consents SET used = $3 WHERE certificate = $1 AND kind = $2 AND used IS NULL";
        sqlx::query(query).bind(number).bind(consent.name()).bind(version).execute(&mut *tx).await?;
    }
    let dossier = register::found(tx, &app.laws, number).await?;
    let standing = dossier.open().on(today).map(|as_of| as_of.standing()).ok();
    Ok(Recorded { number: number.into(), version, decided_on: request.version, standing, page: decided.page })
}

/// Puts into an event what others consented to or verified, and nothing that only the event says; the consent it used.
async fn consents(tx: &mut AnyConnection, number: &str, event: &mut Event) -> Result<Option<Consent>, Problem> {
    use ruankao::revocation::Revocation::Fraud;
    let (kind, claimed) = match &mut event.act {
        Act::DeferralRequested(request) => (Consent::Deferral, &mut request.claim.provincial_consent),
        Act::ExtensionGranted(grant) => (Consent::Extension, &mut grant.claim.provincial_consent),
        Act::Cancelled(Fraud { verified_by_province }) => (Consent::Fraud, verified_by_province),
        _ => return Ok(None),
    };
    let query = sqlx::query("SELECT 1 FROM consents WHERE certificate = $1 AND kind = $2 AND used IS NULL LIMIT 1");
    *claimed = query.bind(number).bind(kind.name()).fetch_optional(tx).await?.is_some();
    Ok(claimed.then_some(kind))
}

impl Command {
    /// The act whose power the command takes; striking takes that of the act struck.
    fn act(&self, dossier: &Dossier) -> Result<ActName, Problem> {
        Ok(match self {
            Self::File(_) | Self::Correct(_) => ActName::ApplicationFiled,
            Self::Accept => ActName::ApplicationAccepted,
            Self::Register => ActName::Registered,
            Self::Refuse => ActName::Refused,
            Self::Record { event } => event.act.name(),
            Self::Strike { version } => {
                let held = dossier.held().find(|(held, _)| held == version);
                held.map(|(_, event)| event.act.name()).ok_or_else(Problem::not_found)?
            }
        })
    }
}
