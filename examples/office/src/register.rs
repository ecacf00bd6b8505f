//! The register: certificates read from the database, and rows added to them.

use crate::law::Laws;
use crate::problem::{Changed, Problem, Since};
use axum::http::StatusCode;
use chrono::NaiveDate;
use ruankao::calendar::iso;
use ruankao::desk::{Folder, OpenFolder};
use ruankao::duty::duties;
use ruankao::identity::{CertificateNumber, IdentityDocument, IdentityDocumentKind, Qualification};
use ruankao::lifecycle::ActName;
use ruankao::registration::{Evidence, FormDraft, FormField, Paper};
use ruankao::{Act, Entry, Event, History, Language, Law, Ledger, Mode, Record};
use serde::{Deserialize, Serialize};
use sqlx::AnyConnection;
use std::collections::HashMap;

/// A certificate as it lies in the register, with all that a question about it needs.
pub struct Dossier {
    pub holder: String,
    pub folder: Folder,
    pub ledger: Ledger,
    pub law: Law,
    pub mode: Mode,
    pub story: Option<String>,
    pub acts: Vec<Row>,
    /// The version of each record of the ledger, by its place.
    pub studies: Vec<i64>,
    pub studies_version: i64,
}

/// A row of `acts`.
pub struct Row {
    pub version: i64,
    pub event: Option<Event>,
    pub strikes: Option<i64>,
    pub papers: Option<Papers>,
    pub recorded_on: NaiveDate,
    pub actor: String,
    pub law: String,
    pub decided_version: i64,
}

/// A form with what was brought beside it.
#[derive(Clone, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    #[schema(schema_with = crate::openapi::form)]
    pub form: FormDraft,
    #[schema(schema_with = crate::openapi::evidence)]
    pub evidence: Evidence,
}

/// What is added to a certificate.
#[derive(Default)]
pub struct Addition<'a> {
    pub event: Option<&'a Event>,
    pub strikes: Option<i64>,
    pub papers: Option<&'a Papers>,
}

/// By whom and when something is added.
pub struct By<'a> {
    pub actor: &'a str,
    pub today: NaiveDate,
}

impl Dossier {
    /// The certificate, opened: what was decided stands until it is revoked, whatever was struck since.
    pub fn open(&self) -> OpenFolder<'_> {
        self.folder.open_in(self.mode, &self.law, &self.ledger)
    }

    pub fn paper(&self) -> &Paper {
        self.folder.paper()
    }

    pub fn number(&self) -> &str {
        self.paper().number.as_str()
    }

    pub fn version(&self) -> i64 {
        self.acts.last().map_or(0, |row| row.version)
    }

    /// The day on which a row was struck.
    pub fn struck_on(&self, version: i64) -> Option<NaiveDate> {
        self.acts.iter().find(|row| row.strikes == Some(version)).map(|row| row.recorded_on)
    }

    /// The acts that are not struck, with their versions.
    pub fn held(&self) -> impl DoubleEndedIterator<Item = (i64, &Event)> {
        let held = self.acts.iter().filter(|row| self.struck_on(row.version).is_none());
        held.filter_map(|row| Some((row.version, row.event.as_ref()?)))
    }

    /// The version of the newest act of a name that is not struck.
    pub fn newest(&self, name: ActName) -> Option<i64> {
        self.held().rev().find(|(_, event)| event.act.name() == name).map(|(version, _)| version)
    }

    /// The papers of the application that lies on the table: those it was accepted on, or lies with, and those renewed
    /// under review, with their day.
    pub fn papers(&self) -> Option<(&Papers, Option<(NaiveDate, &Papers)>)> {
        let closing = [ActName::Registered, ActName::Refused, ActName::ApplicationWithdrawn];
        let after = closing.iter().filter_map(|&name| self.newest(name)).max().unwrap_or(0);
        let accepted = self.newest(ActName::ApplicationAccepted).filter(|&version| version > after);
        let brought = || self.acts.iter().rev().filter_map(|row| Some((row, row.papers.as_ref()?)));
        let before = |row: &Row| row.version > after && accepted.is_none_or(|accepted| row.version <= accepted);
        let (_, papers) = brought().find(|(row, _)| before(row))?;
        let renewed = brought().find(|(row, _)| accepted.is_some_and(|accepted| row.version > accepted));
        Some((papers, renewed.map(|(row, papers)| (row.recorded_on, papers))))
    }

    /// The newest of the papers.
    pub fn newest_papers(&self) -> Option<&Papers> {
        let (papers, renewed) = self.papers()?;
        Some(renewed.map_or(papers, |(_, papers)| papers))
    }

    /// The problem that it changed since somebody looked.
    pub fn changed_since(&self, version: i64) -> Problem {
        let since = self.acts.iter().filter(|row| row.version > version).map(|row| Since {
            version: row.version,
            recorded_on: row.recorded_on.to_string(),
            actor: row.actor.clone(),
            zh: row.in_words(Language::Zh),
            en: row.in_words(Language::En),
        });
        let kind = Problem::new(
            StatusCode::CONFLICT,
            "changed",
            "该证书已被他人办理，请按现况重新办理",
            "somebody else acted on the certificate; look at it again",
        );
        Problem { changed: Some(Changed { version: self.version(), since: since.collect() }), ..kind }
    }
}

impl Row {
    /// A row of which nothing is known but that it is there.
    pub fn blank(version: i64) -> Self {
        let (event, strikes, papers, recorded_on) = (None, None, None, NaiveDate::default());
        Self {
            version,
            event,
            strikes,
            papers,
            recorded_on,
            actor: String::new(),
            law: String::new(),
            decided_version: 0,
        }
    }

    /// What the row adds, in a language.
    pub fn in_words(&self, language: Language) -> String {
        match (&self.event, self.strikes) {
            (Some(event), _) => format!("{} {}", event.on, event.act.name().in_words(language)),
            (None, Some(struck)) => match language {
                Language::En => format!("record {struck} struck as wrong"),
                Language::Zh => format!("第{struck}项记载作为错误记载划去"),
            },
            (None, None) => language.choose("papers brought in place of the former", "补正申请材料").into(),
        }
    }
}

/// A day as the database holds it.
pub fn day(text: &str) -> Result<NaiveDate, Problem> {
    iso::parse(text).map_err(|error| unreadable(&error))
}

fn unreadable(error: &dyn std::fmt::Display) -> Problem {
    tracing::error!(%error, "a record cannot be read");
    Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "unreadable", "登记内容无法读取", "a record cannot be read")
}

/// A number as the register holds it; whatever makes none belongs to no certificate.
pub fn number(text: &str) -> Result<String, Problem> {
    CertificateNumber::parse(text).map(|number| number.as_str().to_owned()).map_err(|_| Problem::not_found())
}

type CertificateRow = (String, String, String, String, String, Option<String>, String, Option<String>);
type ActRow = (i64, Option<String>, Option<i64>, Option<String>, String, String, String, i64);
type StudyRow = (i64, Option<String>, Option<i64>, String);

/// Reads a certificate with its holder's ledger; `None` where there is none of that number.
pub async fn load(connection: &mut AnyConnection, laws: &Laws, number: &str) -> Result<Option<Dossier>, Problem> {
    let query =
        "SELECT number, holder, name, qualification, obtained_on, law, mode, story FROM certificates WHERE number = $1";
    let row: Option<CertificateRow> = sqlx::query_as(query).bind(number).fetch_optional(&mut *connection).await?;
    let Some((number, holder, name, qualification, obtained_on, law, mode, story)) = row else { return Ok(None) };
    let law = match law {
        Some(fingerprint) => laws.find(connection, &fingerprint).await?,
        None => laws.office().clone(),
    };
    let paper = Paper {
        number: number.parse().map_err(|error| unreadable(&error))?,
        name: name.parse().map_err(|error| unreadable(&error))?,
        qualification: Qualification::find(&qualification).ok_or_else(|| unreadable(&"a qualification"))?,
        obtained_on: day(&obtained_on)?,
    };
    let query = "SELECT version, event, strikes, papers, recorded_on, actor, law, decided_version FROM acts \
        WHERE certificate = $1 ORDER BY version";
    let rows: Vec<ActRow> = sqlx::query_as(query).bind(&number).fetch_all(&mut *connection).await?;
    let (mut acts, mut history, mut places) = (Vec::with_capacity(rows.len()), History::default(), HashMap::new());
    for (version, event, strikes, papers, recorded_on, actor, law, decided_version) in rows {
        let recorded_on = day(&recorded_on)?;
        let event: Option<Event> = event.map(|event| serde_json::from_str(&event)).transpose()?;
        if let Some(event) = &event {
            let record = Record::from(event.clone()).recorded_on(recorded_on).map_err(|error| unreadable(&error))?;
            places.insert(version, history.records().len());
            history.record(record);
        }
        if let Some(place) = strikes.and_then(|struck| places.get(&struck)) {
            history.strike(*place, recorded_on).map_err(|error| unreadable(&error))?;
        }
        let papers: Option<Papers> = papers.map(|papers| serde_json::from_str(&papers)).transpose()?;
        let papers = match papers {
            Some(papers) => Some(with_identity(connection, papers, &form_owner(&number, version)).await?),
            None => None,
        };
        acts.push(Row { version, event, strikes, papers, recorded_on, actor, law, decided_version });
    }
    let (ledger, studies, studies_version) = load_ledger(connection, &holder).await?;
    let folder = Folder::new(paper, history).map_err(|error| unreadable(&error))?;
    let mode = mode.parse().map_err(|error| unreadable(&error))?;
    Ok(Some(Dossier { holder, folder, ledger, law, mode, story, acts, studies, studies_version }))
}

/// The same of one that has to be there.
pub async fn found(connection: &mut AnyConnection, laws: &Laws, number: &str) -> Result<Dossier, Problem> {
    load(connection, laws, &self::number(number)?).await?.ok_or_else(Problem::not_found)
}

async fn load_ledger(connection: &mut AnyConnection, holder: &str) -> Result<(Ledger, Vec<i64>, i64), Problem> {
    let query = "SELECT version, entry, strikes, recorded_on FROM studies WHERE holder = $1 ORDER BY version";
    let rows: Vec<StudyRow> = sqlx::query_as(query).bind(holder).fetch_all(connection).await?;
    let (mut ledger, mut places, mut newest) = (Ledger::default(), Vec::new(), 0);
    for (version, entry, strikes, recorded_on) in rows {
        newest = version;
        let recorded_on = day(&recorded_on)?;
        if let Some(entry) = entry {
            let entry: Entry = serde_json::from_str(&entry)?;
            ledger.record(Record::from(entry).recorded_on(recorded_on).map_err(|error| unreadable(&error))?);
            places.push(version);
        }
        if let Some(place) = strikes.and_then(|struck| places.iter().position(|&version| version == struck)) {
            ledger.strike(place, recorded_on).map_err(|error| unreadable(&error))?;
        }
    }
    Ok((ledger, places, newest))
}

fn form_owner(number: &str, version: i64) -> String {
    format!("form {number} {version}")
}

/// The owner of a holder's own identity number.
pub fn holder_owner(holder: &str) -> String {
    format!("holder {holder}")
}

/// The identity document that lies under an owner.
pub async fn identity(connection: &mut AnyConnection, owner: &str) -> Result<Option<IdentityDocument>, Problem> {
    let query = sqlx::query_as("SELECT kind, number FROM identities WHERE owner = $1").bind(owner);
    let row: Option<(String, String)> = query.fetch_optional(connection).await?;
    let read = |(kind, number): (String, String)| {
        let kind: IdentityDocumentKind = kind.parse().map_err(|error| unreadable(&error))?;
        IdentityDocument::parse(kind, &number).map_err(|error| unreadable(&error))
    };
    row.map(read).transpose()
}

/// Keeps an identity number, apart from all else.
pub async fn keep_identity(
    connection: &mut AnyConnection,
    owner: &str,
    kind: IdentityDocumentKind,
    number: &str,
) -> Result<(), Problem> {
    let query = sqlx::query("INSERT INTO identities (owner, kind, number) VALUES ($1, $2, $3)");
    query.bind(owner).bind(kind.name()).bind(number).execute(connection).await?;
    Ok(())
}

async fn with_identity(connection: &mut AnyConnection, papers: Papers, owner: &str) -> Result<Papers, Problem> {
    Ok(match identity(connection, owner).await? {
        Some(document) => Papers { form: papers.form.with(FormField::IdentityNumber, document.exposed()), ..papers },
        None => papers,
    })
}

/// Adds a row to a certificate that is locked, with what lies on whose table for it and who now has to do what.
pub async fn append(
    connection: &mut AnyConnection,
    dossier: &Dossier,
    addition: Addition<'_>,
    by: By<'_>,
) -> Result<i64, Problem> {
    let (number, version, today) = (dossier.number(), dossier.version() + 1, by.today.to_string());
    let event = addition.event.map(serde_json::to_string).transpose()?;
    let papers = match addition.papers {
        Some(papers) => {
            let number_given = papers.form.text(FormField::IdentityNumber).trim();
            keep_identity(connection, &form_owner(number, version), papers.form.document, number_given).await?;
            let form = papers.form.clone().with(FormField::IdentityNumber, "");
            Some(serde_json::to_string(&Papers { form, ..papers.clone() })?)
        }
        None => None,
    };
    let query = "INSERT INTO acts (certificate, version, event, strikes, papers, name, happened_on, recorded_on, actor, \
        decided_version, studies_version, law) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let query = sqlx::query(query).bind(number).bind(version).bind(event).bind(addition.strikes).bind(papers);
    let query = query.bind(addition.event.map(|event| event.act.name().name()));
    let query = query.bind(addition.event.map(|event| event.on.to_string())).bind(&today).bind(by.actor);
    let query = query.bind(dossier.version()).bind(dossier.studies_version);
    let query = query.bind(dossier.law.fingerprint().to_string());
    match query.execute(&mut *connection).await {
        // The lock of the holder comes first, so this is a second line of defense.
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => {
            return Err(dossier.changed_since(dossier.version()));
        }
        executed => executed?,
    };
    let query = sqlx::query("UPDATE certificates SET version = $2 WHERE number = $1").bind(number).bind(version);
    query.execute(&mut *connection).await?;
    if let Some(event) = addition.event {
        move_matters(connection, dossier, event, version).await?;
        if matches!(event.act.name(), ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn) {
            // The opinion is given, or is owed no more.
            let query = "UPDATE duties SET done_on = $2, done_by = $3 \
                WHERE certificate = $1 AND task = 'give_opinion' AND done_on IS NULL";
            sqlx::query(query).bind(number).bind(&today).bind(by.actor).execute(&mut *connection).await?;
        }
        for duty in duties(event, event.on, dossier.law.regulation()) {
            let query = "INSERT INTO duties (certificate, version, task, bearer) VALUES ($1, $2, $3, $4)";
            let query = sqlx::query(query).bind(number).bind(version).bind(duty.task().name());
            query.bind(duty.bearer().name()).execute(&mut *connection).await?;
        }
    }
    if let Some(struck) = addition.strikes {
        // What the act laid on a table is taken away, what it took away lies there again, and nobody owes for it.
        let closed = "UPDATE matters SET closed = $3 WHERE certificate = $1 AND opened = $2 AND closed IS NULL";
        sqlx::query(closed).bind(number).bind(struck).bind(version).execute(&mut *connection).await?;
        let opened = "UPDATE matters SET closed = NULL WHERE certificate = $1 AND closed = $2";
        sqlx::query(opened).bind(number).bind(struck).execute(&mut *connection).await?;
        let done =
            "UPDATE duties SET done_on = $3, done_by = $4 WHERE certificate = $1 AND version = $2 AND done_on IS NULL";
        sqlx::query(done).bind(number).bind(struck).bind(&today).bind(by.actor).execute(&mut *connection).await?;
    }
    Ok(version)
}

/// The kinds of matter that an act takes off the tables, and the one that it lays there.
const fn moves(act: ActName) -> (&'static [&'static str], Option<&'static str>) {
    match act {
        ActName::ApplicationFiled => (&[], Some("filing")),
        ActName::ApplicationAccepted => (&["filing"], Some("review")),
        ActName::Registered | ActName::Refused | ActName::ApplicationWithdrawn => (&["filing", "review"], None),
        ActName::DeferralRequested => (&[], Some("deferral")),
        ActName::DeferralGranted | ActName::DeferralRefused => (&["deferral"], None),
        ActName::Cancelled => (&["filing", "review", "deferral"], Some("publication")),
        ActName::CancellationPublished => (&["publication"], None),
        ActName::AppealFiled => (&[], Some("appeal")),
        ActName::AppealDecided => (&["appeal"], None),
        ActName::Approved | ActName::ExtensionGranted => (&[], None),
    }
}

async fn move_matters(
    connection: &mut AnyConnection,
    dossier: &Dossier,
    event: &Event,
    version: i64,
) -> Result<(), Problem> {
    let number = dossier.number();
    let (closes, opens) = moves(event.act.name());
    for kind in closes {
        let query = "UPDATE matters SET closed = $3 WHERE certificate = $1 AND kind = $2 AND closed IS NULL";
        sqlx::query(query).bind(number).bind(*kind).bind(version).execute(&mut *connection).await?;
    }
    if let Some(kind) = opens {
        let query = "INSERT INTO matters (certificate, kind, opened, opened_on) VALUES ($1, $2, $3, $4)";
        let query = sqlx::query(query).bind(number).bind(kind).bind(version).bind(event.on.to_string());
        query.execute(&mut *connection).await?;
    }
    if event.act == Act::AppealDecided(ruankao::appeal::Outcome::Overturned) {
        // The certificate is given back as it was, and so is what lay on the tables.
        let query = "UPDATE matters SET closed = NULL WHERE certificate = $1 AND closed = $2";
        let cancelled = dossier.newest(ActName::Cancelled);
        sqlx::query(query).bind(number).bind(cancelled).execute(&mut *connection).await?;
    }
    Ok(())
}

/// What is added to a ledger: an entry, or the version of one that is struck.
pub enum Study<'a> {
    Entry(&'a Entry),
    Strike(i64),
}

/// Adds a row to the ledger of a holder who is locked.
pub async fn append_study(
    connection: &mut AnyConnection,
    holder: &str,
    study: Study<'_>,
    by: By<'_>,
) -> Result<i64, Problem> {
    let query = sqlx::query_as("SELECT version FROM holders WHERE id = $1").bind(holder);
    let newest: Option<(i64,)> = query.fetch_optional(&mut *connection).await?;
    let version = newest.ok_or_else(Problem::not_found)?.0 + 1;
    let (entry, strikes) = match study {
        Study::Entry(entry) => (Some(serde_json::to_string(entry)?), None),
        Study::Strike(struck) => (None, Some(struck)),
    };
    let query =
        "INSERT INTO studies (holder, version, entry, strikes, recorded_on, actor) VALUES ($1, $2, $3, $4, $5, $6)";
    let query = sqlx::query(query).bind(holder).bind(version).bind(entry).bind(strikes);
    query.bind(by.today.to_string()).bind(by.actor).execute(&mut *connection).await?;
    let query = sqlx::query("UPDATE holders SET version = $2 WHERE id = $1").bind(holder).bind(version);
    query.execute(connection).await?;
    Ok(version)
}
