//! Changes carried out: each in one transaction, decided by the law on what is held then.

use crate::app::{Shared, now};
use crate::change::{ActRequest, Answer, CONSENTS, Change, Command, NewCertificate, Recorded};
use crate::decide::decide;
use crate::fill;
use crate::openapi::Papers;
use crate::problem::Problem;
use crate::record::{self, Addition, By, Hours};
use crate::register::{self, Dossier};
use crate::users::{User, digest, power};
use axum::http::StatusCode;
use chrono::{NaiveDate, SecondsFormat};
use ruankao::identity::{IdentityDocument, Qualification};
use ruankao::lifecycle::ActName;
use ruankao::oversight::Power;
use ruankao::revocation::Revocation::Fraud;
use ruankao::{Act, Event, Language, Mode};
use serde_json::{Value, json};
use sqlx::AnyConnection;

/// A key that makes a request safe to repeat, with all that is asked.
pub struct Key<'a> {
    pub key: &'a str,
    pub request: &'a [u8],
}

/// Carries a change out, whole or not at all. With a key, the answer is kept in the same transaction, and whoever repeats
/// the request is given the first answer.
pub async fn perform(app: &Shared, user: &User, key: Option<Key<'_>>, change: Change) -> Result<Answer, Problem> {
    // A full identity number lies nowhere but in its place, and in no answer that is kept.
    let key = key.filter(|_| !matches!(change, Change::Look { .. }));
    let is_a_key = |key: &str| (1..=200).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic());
    if key.as_ref().is_some_and(|key| !is_a_key(key.key)) {
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
    let by = By { actor: &user.name, today };
    let created = |body: Value| Ok((StatusCode::CREATED, body));
    match change {
        Change::Act { number, request } => created(serde_json::to_value(act(app, tx, user, &number, request).await?)?),
        Change::Enter(new) => created(enter(app, tx, user, new).await?),
        Change::Study { number, hours } => {
            user.require(Power::Register)?;
            let dossier = locked(app, tx, &number).await?;
            let is_held =
                |version| dossier.studies.iter().any(|study| study.version == version && study.struck_on.is_none());
            match &hours {
                Hours::Entry(entry) => not_after(entry.on, today)?,
                Hours::Strike(version) if !is_held(*version) => return Err(Problem::not_found()),
                Hours::Strike(_) => {}
            }
            let version = record::append_study(tx, &dossier.holder, &hours, by).await?;
            created(json!({ "studies_version": version }))
        }
        Change::Consent { number, consent } => {
            if !CONSENTS.contains(&consent) {
                return Err(Problem::malformed(format!(
                    "`{consent}` is no consent; expected {}",
                    CONSENTS.map(Power::name).join(", ")
                )));
            }
            user.require(consent)?;
            let dossier = locked(app, tx, &number).await?;
            let query = "INSERT INTO consents (certificate, kind, given_on, actor) VALUES ($1, $2, $3, $4) \
                ON CONFLICT (certificate, kind, given_on) DO UPDATE SET used = NULL";
            let query = sqlx::query(query).bind(dossier.number()).bind(consent.name());
            query.bind(today.to_string()).bind(&user.name).execute(&mut *tx).await?;
            created(json!({ "consent": consent, "given_on": today }))
        }
        Change::Done { number, version, task } => {
            if task.bearer() != user.role {
                let bearer = task.bearer();
                let (zh, en) = (bearer.in_words(Language::Zh), bearer.in_words(Language::En));
                return Err(Problem::forbidden(format!("应由{zh}完成"), format!("it is for {en} to do")));
            }
            match record::done(tx, &register::number(&number)?, version, Some(task.name()), by).await? {
                1 => Ok((StatusCode::OK, json!({ "task": task, "done_on": today }))),
                _ => Err(Problem::not_found()),
            }
        }
        Change::Look { number, reason } => Ok((StatusCode::OK, look(app, tx, user, &number, &reason).await?)),
    }
}

/// Reads a certificate when nobody else acts on any of its holder's, and keeps others waiting to the end of the transaction.
pub async fn locked(app: &Shared, tx: &mut AnyConnection, number: &str) -> Result<Dossier, Problem> {
    let number = register::number(number)?;
    lock(tx, &number).await?;
    register::found(tx, &app.laws, &number).await
}

/// Takes the lock of the row of a certificate's holder.
pub async fn lock(tx: &mut AnyConnection, number: &str) -> Result<(), sqlx::Error> {
    let query = "UPDATE holders SET version = version WHERE id = (SELECT holder FROM certificates WHERE number = $1)";
    sqlx::query(query).bind(number).execute(tx).await?;
    Ok(())
}

fn not_after(on: NaiveDate, today: NaiveDate) -> Result<(), Problem> {
    if on <= today {
        return Ok(());
    }
    let (zh, en) = (format!("{on}晚于今日{today}"), format!("`{on}` is after today, which is `{today}`"));
    Err(Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "not_yet", "日期未到", "that day is still to come").told(zh, en))
}

async fn act(
    app: &Shared,
    tx: &mut AnyConnection,
    user: &User,
    number: &str,
    request: ActRequest,
) -> Result<Recorded, Problem> {
    let ActRequest { version: seen, on, mut command } = request;
    let today = app.clock.today();
    let on = on.unwrap_or(today);
    not_after(on, today)?;
    let dossier = locked(app, tx, number).await?;
    user.require(power(command.act(&dossier)?))?;
    if seen != dossier.version() {
        return Err(dossier.changed_since(seen));
    }
    let consent = match &mut command {
        Command::Record { event } => consents(tx, number, event).await?,
        _ => None,
    };
    let decided = decide(app, &dossier, &command, on, user)?;
    let (strikes, papers) = match &command {
        Command::Strike { version } => (Some(*version), None),
        Command::File(Papers(papers)) | Command::Correct(Papers(papers)) => (None, Some(papers)),
        Command::Accept | Command::Register | Command::Refuse | Command::Record { .. } => (None, None),
    };
    let addition = Addition { event: decided.event.as_ref(), strikes, papers };
    let version = record::append(tx, &dossier, addition, By { actor: &user.name, today }).await?;
    if let Some(consent) = consent {
        let query = "UPDATE consents SET used = $3 WHERE certificate = $1 AND kind = $2 AND used IS NULL";
        sqlx::query(query).bind(number).bind(consent.name()).bind(version).execute(tx).await?;
    }
    Ok(Recorded { number: number.into(), version, decided_on: seen, standing: decided.standing, page: decided.page })
}

/// Puts into an event what others consented to or verified, and nothing that only the event says; the consent it used.
async fn consents(tx: &mut AnyConnection, number: &str, event: &mut Event) -> Result<Option<Power>, Problem> {
    let (kind, claimed) = match &mut event.act {
        Act::DeferralRequested(request) => (Power::ConsentToDeferral, &mut request.claim.provincial_consent),
        Act::ExtensionGranted(grant) => (Power::ConsentToExtension, &mut grant.claim.provincial_consent),
        Act::Cancelled(Fraud { verified_by_province }) => (Power::VerifyFraud, verified_by_province),
        _ => return Ok(None),
    };
    let query = sqlx::query("SELECT 1 FROM consents WHERE certificate = $1 AND kind = $2 AND used IS NULL LIMIT 1");
    *claimed = query.bind(number).bind(kind.name()).fetch_optional(tx).await?.is_some();
    Ok(claimed.then_some(kind))
}

async fn enter(app: &Shared, tx: &mut AnyConnection, user: &User, new: NewCertificate) -> Result<Value, Problem> {
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
    let query = query.bind(document.kind().name()).bind(document.exposed());
    let known: Option<(String,)> = query.fetch_optional(&mut *tx).await?;
    let holder = match known.as_ref().and_then(|(owner,)| owner.strip_prefix("holder ")) {
        Some(holder) => holder.to_owned(),
        None => {
            let holder = record::add_holder(tx).await?;
            let owner = register::holder_owner(&holder);
            record::keep_identity(tx, &owner, document.kind(), document.exposed()).await?;
            holder
        }
    };
    record::add_certificate(tx, &paper, &holder, None, Mode::Recorded, None).await?;
    let dossier = register::found(tx, &app.laws, &new.number).await?;
    let event = Act::Approved.on(new.obtained_on);
    dossier.open().record_in(Mode::Strict, event.clone())?;
    let addition = Addition { event: Some(&event), ..Addition::default() };
    let version = record::append(tx, &dossier, addition, By { actor: &user.name, today }).await?;
    Ok(json!({ "number": new.number, "version": version }))
}

async fn look(app: &Shared, tx: &mut AnyConnection, user: &User, number: &str, reason: &str) -> Result<Value, Problem> {
    user.require(power(ActName::ApplicationFiled))?;
    if reason.trim().is_empty() || reason.chars().count() > 200 || reason.contains(char::is_control) {
        return Err(Problem::malformed("`reason` has to be one line of 1 to 200 characters"));
    }
    let dossier = register::found(tx, &app.laws, number).await?;
    let owner = register::holder_owner(&dossier.holder);
    let document = register::identity(tx, &owner).await?.ok_or_else(Problem::not_found)?;
    let query = sqlx::query("INSERT INTO looks (id, at, actor, owner, reason) VALUES ($1, $2, $3, $4, $5)");
    let at = now().to_rfc3339_opts(SecondsFormat::Secs, true);
    let query = query.bind(format!("{:032x}", rand::random::<u128>())).bind(at).bind(&user.name);
    query.bind(owner).bind(reason.trim()).execute(tx).await?;
    Ok(json!({ "kind": document.kind(), "number": document.exposed() }))
}
