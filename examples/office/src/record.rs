//! Rows added to the register: an act with what lies on whose table for it and who now has to do what, hours, identity
//! numbers, new certificates. Who adds one has the lock of the holder.

use crate::problem::Problem;
use crate::register::{Dossier, form_owner};
use chrono::NaiveDate;
use ruankao::appeal::Outcome;
use ruankao::desk::Draft;
use ruankao::duty::duties;
use ruankao::identity::IdentityDocumentKind;
use ruankao::lifecycle::ActName;
use ruankao::registration::{FormField, Paper};
use ruankao::{Act, Entry, Event, Mode};
use sqlx::AnyConnection;

/// By whom and when something is added.
#[derive(Clone, Copy)]
pub struct By<'a> {
    pub actor: &'a str,
    pub today: NaiveDate,
}

/// What is added to a certificate.
#[derive(Default)]
pub struct Addition<'a> {
    pub event: Option<&'a Event>,
    pub strikes: Option<i64>,
    pub papers: Option<&'a Draft>,
}

/// What an act, or one like it, is added to: the versions of both registers, and the law it was decided under.
pub struct To<'a> {
    pub number: &'a str,
    pub version: i64,
    pub studies_version: i64,
    pub law: &'a str,
}

/// Adds a row to a certificate.
pub async fn append(
    connection: &mut AnyConnection,
    dossier: &Dossier,
    addition: Addition<'_>,
    by: By<'_>,
) -> Result<i64, Problem> {
    let (number, studies_version) = (dossier.number(), dossier.studies_version);
    let to = To { number, version: dossier.version(), studies_version, law: &dossier.fingerprint };
    let version = match insert(connection, &to, &addition, by).await {
        // The lock of the holder comes first, so this is a second line of defense.
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            return Err(dossier.changed_since(dossier.version()));
        }
        inserted => inserted?,
    };
    if let Some(papers) = addition.papers {
        let number_given = papers.form.text(FormField::IdentityNumber).trim();
        keep_identity(connection, &form_owner(number, version), papers.form.document, number_given).await?;
    }
    if let Some(event) = addition.event {
        let (closes, opens) = moves(event.act.name());
        move_matters(connection, number, version, closes, opens.map(|kind| (kind, event.on))).await?;
        if event.act == Act::AppealDecided(Outcome::Overturned) {
            // The certificate is given back as it was, and so is what lay on the tables.
            reopen(connection, number, dossier.newest(ActName::Cancelled)).await?;
        }
        if matches!(event.act.name(), ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn) {
            // The opinion is given, or is owed no more.
            let query = "UPDATE duties SET done_on = $2, done_by = $3 \
                WHERE certificate = $1 AND task = 'give_opinion' AND done_on IS NULL";
            let query = sqlx::query(query).bind(number).bind(by.today.to_string()).bind(by.actor);
            query.execute(&mut *connection).await?;
        }
        let owed = duties(event, event.on, dossier.law.regulation());
        let owed: Vec<_> = owed.map(|duty| (duty.task().name(), duty.bearer().name())).collect();
        owe(connection, number, version, &owed).await?;
    }
    if let Some(struck) = addition.strikes {
        // What the act laid on a table is taken away, what it took away lies there again, and nobody owes for it.
        let query = "UPDATE matters SET closed = $3 WHERE certificate = $1 AND opened = $2 AND closed IS NULL";
        sqlx::query(query).bind(number).bind(struck).bind(version).execute(&mut *connection).await?;
        reopen(connection, number, Some(struck)).await?;
        done(connection, number, struck, None, by).await?;
    }
    Ok(version)
}

/// Adds the row itself: its version.
pub async fn insert(
    connection: &mut AnyConnection,
    to: &To<'_>,
    addition: &Addition<'_>,
    by: By<'_>,
) -> Result<i64, sqlx::Error> {
    let version = to.version + 1;
    let json = |error: serde_json::Error| sqlx::Error::Encode(error.into());
    let event = addition.event.map(serde_json::to_string).transpose().map_err(json)?;
    let without_number = |papers: &Draft| Draft {
        form: papers.form.clone().with(FormField::IdentityNumber, ""),
        evidence: papers.evidence,
    };
    let papers = addition.papers.map(|papers| serde_json::to_string(&without_number(papers)));
    let query = "INSERT INTO acts (certificate, version, event, strikes, papers, name, happened_on, recorded_on, actor, \
        decided_version, studies_version, law) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let query = sqlx::query(query).bind(to.number).bind(version).bind(event).bind(addition.strikes);
    let query = query.bind(papers.transpose().map_err(json)?);
    let query = query.bind(addition.event.map(|event| event.act.name().name()));
    let query = query.bind(addition.event.map(|event| event.on.to_string())).bind(by.today.to_string());
    let query = query.bind(by.actor).bind(to.version).bind(to.studies_version).bind(to.law);
    query.execute(&mut *connection).await?;
    let query = sqlx::query("UPDATE certificates SET version = $2 WHERE number = $1").bind(to.number).bind(version);
    query.execute(connection).await?;
    Ok(version)
}

/// The kinds of matter that an act takes off the tables, as a list of SQL, and the one that it lays there.
const fn moves(act: ActName) -> (&'static str, Option<&'static str>) {
    match act {
        ActName::ApplicationFiled => ("", Some("filing")),
        ActName::ApplicationAccepted => ("'filing'", Some("review")),
        ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn => ("'filing', 'review'", None),
        ActName::DeferralRequested => ("", Some("deferral")),
        ActName::DeferralGranted | ActName::DeferralRefused => ("'deferral'", None),
        ActName::Cancelled => ("'filing', 'review', 'deferral'", Some("publication")),
        ActName::CancellationPublished => ("'publication'", None),
        ActName::AppealFiled => ("", Some("appeal")),
        ActName::AppealDecided => ("'appeal'", None),
        ActName::Approved | ActName::ExtensionGranted => ("", None),
    }
}

/// Takes matters of some kinds off the tables, and lays one there since a day.
pub async fn move_matters(
    connection: &mut AnyConnection,
    number: &str,
    version: i64,
    closes: &str,
    opens: Option<(&str, NaiveDate)>,
) -> Result<(), sqlx::Error> {
    if !closes.is_empty() {
        let query =
            format!("UPDATE matters SET closed = $2 WHERE certificate = $1 AND kind IN ({closes}) AND closed IS NULL");
        sqlx::query(&query).bind(number).bind(version).execute(&mut *connection).await?;
    }
    if let Some((kind, on)) = opens {
        let query = "INSERT INTO matters (certificate, kind, opened, opened_on) VALUES ($1, $2, $3, $4)";
        let query = sqlx::query(query).bind(number).bind(kind).bind(version).bind(on.to_string());
        query.execute(connection).await?;
    }
    Ok(())
}

/// Lays on the tables again what a version took off them.
async fn reopen(connection: &mut AnyConnection, number: &str, version: Option<i64>) -> Result<(), sqlx::Error> {
    let query = "UPDATE matters SET closed = NULL WHERE certificate = $1 AND closed = $2";
    sqlx::query(query).bind(number).bind(version).execute(connection).await?;
    Ok(())
}

/// Keeps what a version obliges somebody to do: tasks and bearers.
pub async fn owe(
    connection: &mut AnyConnection,
    number: &str,
    version: i64,
    owed: &[(&str, &str)],
) -> Result<(), sqlx::Error> {
    if owed.is_empty() {
        return Ok(());
    }
    let rows: Vec<_> = (0..owed.len()).map(|row| format!("($1, $2, ${}, ${})", 2 * row + 3, 2 * row + 4)).collect();
    let query = format!("INSERT INTO duties (certificate, version, task, bearer) VALUES {}", rows.join(", "));
    let query = sqlx::query(&query).bind(number).bind(version);
    let query = owed.iter().fold(query, |query, (task, bearer)| query.bind(*task).bind(*bearer));
    query.execute(connection).await?;
    Ok(())
}

/// Ticks off a duty that a version brought, or all of them: how many were open.
pub async fn done(
    connection: &mut AnyConnection,
    number: &str,
    version: i64,
    task: Option<&str>,
    by: By<'_>,
) -> Result<u64, sqlx::Error> {
    let query = "UPDATE duties SET done_on = $3, done_by = $4 \
        WHERE certificate = $1 AND version = $2 AND task = COALESCE($5, task) AND done_on IS NULL";
    let query = sqlx::query(query).bind(number).bind(version).bind(by.today.to_string()).bind(by.actor).bind(task);
    Ok(query.execute(connection).await?.rows_affected())
}

/// What is added to a ledger: an entry, or the version of one that is struck.
pub enum Hours {
    Entry(Entry),
    Strike(i64),
}

/// Adds a row to the ledger of a holder.
pub async fn append_study(
    connection: &mut AnyConnection,
    holder: &str,
    hours: &Hours,
    by: By<'_>,
) -> Result<i64, Problem> {
    let query = sqlx::query_as("SELECT version FROM holders WHERE id = $1").bind(holder);
    let newest: Option<(i64,)> = query.fetch_optional(&mut *connection).await?;
    let version = newest.ok_or_else(Problem::not_found)?.0 + 1;
    let (entry, strikes) = match hours {
        Hours::Entry(entry) => (Some(serde_json::to_string(entry)?), None),
        Hours::Strike(struck) => (None, Some(*struck)),
    };
    let query =
        "INSERT INTO studies (holder, version, entry, strikes, recorded_on, actor) VALUES ($1, $2, $3, $4, $5, $6)";
    let query = sqlx::query(query).bind(holder).bind(version).bind(entry).bind(strikes);
    query.bind(by.today.to_string()).bind(by.actor).execute(&mut *connection).await?;
    let query = sqlx::query("UPDATE holders SET version = $2 WHERE id = $1").bind(holder).bind(version);
    query.execute(connection).await?;
    Ok(version)
}

/// Enters a holder of whom nothing is known yet.
pub async fn add_holder(connection: &mut AnyConnection) -> Result<String, sqlx::Error> {
    let holder = format!("{:016x}", rand::random::<u64>());
    sqlx::query("INSERT INTO holders (id) VALUES ($1)").bind(&holder).execute(connection).await?;
    Ok(holder)
}

/// Enters a certificate of which nothing has happened yet; under a law of its own, where one is named.
pub async fn add_certificate(
    connection: &mut AnyConnection,
    paper: &Paper,
    holder: &str,
    law: Option<&str>,
    mode: Mode,
    story: Option<&str>,
) -> Result<(), sqlx::Error> {
    let query = "INSERT INTO certificates (number, holder, name, qualification, obtained_on, law, mode, story, version) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0)";
    let query = sqlx::query(query).bind(paper.number.as_str()).bind(holder).bind(paper.name.exposed());
    let query = query.bind(paper.qualification.name()).bind(paper.obtained_on.to_string());
    query.bind(law).bind(mode.name()).bind(story).execute(connection).await?;
    Ok(())
}

/// Keeps an identity number, apart from all else.
pub async fn keep_identity(
    connection: &mut AnyConnection,
    owner: &str,
    kind: IdentityDocumentKind,
    number: &str,
) -> Result<(), sqlx::Error> {
    let query = sqlx::query("INSERT INTO identities (owner, kind, number) VALUES ($1, $2, $3)");
    query.bind(owner).bind(kind.name()).bind(number).execute(connection).await?;
    Ok(())
}
