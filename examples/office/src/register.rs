//! The register: certificates read from the database, with all that a question about one needs.

use crate::law::Laws;
use crate::problem::{Changed, Problem, Since};
use crate::words::Both;
use axum::http::StatusCode;
use chrono::NaiveDate;
use ruankao::calendar::iso;
use ruankao::desk::{Draft, Folder, OpenFolder};
use ruankao::identity::{CertificateNumber, IdentityDocument, Qualification};
use ruankao::lifecycle::ActName;
use ruankao::registration::{FormField, Paper};
use ruankao::{Entry, Event, History, Language, Law, Ledger, Mode, Record};
use serde::Serialize;
use sqlx::AnyConnection;
use std::fmt::Display;
use std::str::FromStr;
use utoipa::ToSchema;

/// A certificate as it lies in the register.
pub struct Dossier {
    pub holder: String,
    pub folder: Folder,
    pub ledger: Ledger,
    pub law: Law,
    pub fingerprint: String,
    pub mode: Mode,
    /// The story it was filled from.
    pub story: Option<String>,
    pub acts: Vec<Row>,
    /// The records of the ledger, in its order.
    pub studies: Vec<Study>,
    pub studies_version: i64,
}

/// A row of `acts`.
#[derive(Clone, Default, Serialize, ToSchema)]
#[schema(as = Act)]
pub struct Row {
    pub version: i64,
    /// What happened; none where the row strikes another, or brings papers alone.
    #[schema(schema_with = crate::openapi::event)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<Event>,
    /// The version that it strikes as wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub strikes: Option<i64>,
    /// The form with what was brought beside it.
    #[serde(skip)]
    pub papers: Option<Draft>,
    pub recorded_on: NaiveDate,
    /// The day on which it was struck itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub struck_on: Option<NaiveDate>,
    pub actor: String,
    /// The version it was decided on.
    pub decided_version: i64,
    /// The fingerprint of the law it was decided under.
    pub law: String,
}

/// Hours that a holder studied, as a row of `studies` records them.
#[derive(Clone, Serialize, ToSchema)]
pub struct Study {
    pub version: i64,
    #[schema(schema_with = crate::openapi::entry)]
    pub entry: Entry,
    pub recorded_on: NaiveDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub struck_on: Option<NaiveDate>,
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

    pub fn name(&self) -> &str {
        self.paper().name.exposed()
    }

    pub fn version(&self) -> i64 {
        self.acts.last().map_or(0, |row| row.version)
    }

    /// The acts that are not struck, with their versions.
    pub fn held(&self) -> impl DoubleEndedIterator<Item = (i64, &Event)> {
        let held = self.acts.iter().filter(|row| row.struck_on.is_none());
        held.filter_map(|row| Some((row.version, row.event.as_ref()?)))
    }

    /// The version of the newest act of a name that is not struck.
    pub fn newest(&self, name: ActName) -> Option<i64> {
        self.held().rev().find(|(_, event)| event.act.name() == name).map(|(version, _)| version)
    }

    /// The papers of the application that lies on the table: those it was accepted on, or lies with, and those renewed
    /// under review, with their day.
    pub fn papers(&self) -> Option<(&Draft, Option<(NaiveDate, &Draft)>)> {
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
    pub fn newest_papers(&self) -> Option<&Draft> {
        let (papers, renewed) = self.papers()?;
        Some(renewed.map_or(papers, |(_, papers)| papers))
    }

    /// The problem that it changed since somebody looked.
    pub fn changed_since(&self, version: i64) -> Problem {
        let since = self.acts.iter().filter(|row| row.version > version).map(|row| Since {
            version: row.version,
            recorded_on: row.recorded_on.to_string(),
            actor: row.actor.clone(),
            words: Both::of(|language| row.in_words(&language)),
        });
        let (zh, en) =
            ("该证书已被他人办理，请按现况重新办理", "somebody else acted on the certificate; look at it again");
        let changed = Some(Changed { version: self.version(), since: since.collect() });
        Problem { changed, ..Problem::new(StatusCode::CONFLICT, "changed", zh, en) }
    }
}

impl Row {
    /// What the row adds, in a language.
    pub fn in_words(&self, language: &Language) -> String {
        match (&self.event, self.strikes) {
            (Some(event), _) => format!("{} {}", event.on, event.act.name().in_words(*language)),
            (None, Some(struck)) => match language {
                Language::En => format!("record {struck} struck as wrong"),
                Language::Zh => format!("第{struck}项记载作为错误记载划去"),
            },
            (None, None) => language.choose("papers brought in place of the former", "补正申请材料").into(),
        }
    }
}

/// What the database holds of a certificate, row by row, in the order of [`Rows::find`].
pub struct Rows {
    pub certificate: CertificateRow,
    pub acts: Vec<ActRow>,
    pub studies: Vec<StudyRow>,
}

type CertificateRow = (String, String, String, String, String, Option<String>, String, Option<String>);
type ActRow = (i64, Option<String>, Option<i64>, Option<String>, String, String, String, i64);
type StudyRow = (i64, Option<String>, Option<i64>, String);

impl Rows {
    /// The rows of a certificate and of its holder's ledger; `None` where there is none of that number.
    pub async fn find(connection: &mut AnyConnection, number: &str) -> Result<Option<Self>, Problem> {
        let query = "SELECT number, holder, name, qualification, obtained_on, law, mode, story FROM certificates \
            WHERE number = $1";
        let certificate = sqlx::query_as(query).bind(number).fetch_optional(&mut *connection).await?;
        let Some(certificate): Option<CertificateRow> = certificate else { return Ok(None) };
        let query = "SELECT version, event, strikes, papers, recorded_on, actor, law, decided_version FROM acts \
            WHERE certificate = $1 ORDER BY version";
        let acts = sqlx::query_as(query).bind(number).fetch_all(&mut *connection).await?;
        let query = "SELECT version, entry, strikes, recorded_on FROM studies WHERE holder = $1 ORDER BY version";
        let studies = sqlx::query_as(query).bind(&certificate.1).fetch_all(connection).await?;
        Ok(Some(Self { certificate, acts, studies }))
    }

    async fn read(self, connection: &mut AnyConnection, laws: &Laws) -> Result<Dossier, Problem> {
        let (number, holder, name, qualification, obtained_on, law, mode, story) = self.certificate;
        let (law, fingerprint) = match law {
            Some(fingerprint) => (laws.find(connection, &fingerprint).await?, fingerprint),
            None => (laws.office.clone(), laws.fingerprint.clone()),
        };
        let paper = Paper {
            number: parsed(&number)?,
            name: parsed(&name)?,
            qualification: Qualification::find(&qualification)
                .ok_or_else(|| Problem::unreadable(&"a qualification"))?,
            obtained_on: day(&obtained_on)?,
        };
        let (mut acts, mut history, mut places) =
            (Vec::<Row>::with_capacity(self.acts.len()), History::default(), Vec::new());
        for (version, event, strikes, papers, recorded_on, actor, law, decided_version) in self.acts {
            let recorded_on = day(&recorded_on)?;
            let event: Option<Event> = event.as_deref().map(serde_json::from_str).transpose()?;
            if let Some(event) = &event {
                let record = Record::from(event.clone()).recorded_on(recorded_on);
                history.record(record.map_err(|error| Problem::unreadable(&error))?);
                places.push(version);
            }
            if let Some(place) = strikes.and_then(|struck| places.iter().position(|&version| version == struck)) {
                history.strike(place, recorded_on).map_err(|error| Problem::unreadable(&error))?;
            }
            acts.iter_mut()
                .filter(|act| strikes == Some(act.version))
                .for_each(|act| act.struck_on = Some(recorded_on));
            let papers = match papers {
                Some(papers) => Some(whole(connection, &papers, &form_owner(&number, version)).await?),
                None => None,
            };
            let struck_on = None;
            acts.push(Row { version, event, strikes, papers, recorded_on, struck_on, actor, decided_version, law });
        }
        let folder = Folder::new(paper, history).map_err(|error| Problem::unreadable(&error))?;
        let studies_version = self.studies.last().map_or(0, |row| row.0);
        let (ledger, studies) = ledger(self.studies)?;
        Ok(Dossier {
            holder,
            folder,
            ledger,
            law,
            fingerprint,
            mode: parsed(&mode)?,
            story,
            acts,
            studies,
            studies_version,
        })
    }
}

fn ledger(rows: Vec<StudyRow>) -> Result<(Ledger, Vec<Study>), Problem> {
    let (mut ledger, mut studies) = (Ledger::default(), Vec::<Study>::new());
    for (version, entry, strikes, recorded_on) in rows {
        let recorded_on = day(&recorded_on)?;
        if let Some(entry) = entry {
            let entry: Entry = serde_json::from_str(&entry)?;
            let record = Record::from(entry.clone()).recorded_on(recorded_on);
            ledger.record(record.map_err(|error| Problem::unreadable(&error))?);
            studies.push(Study { version, entry, recorded_on, struck_on: None });
        }
        if let Some(place) = strikes.and_then(|struck| studies.iter().position(|study| study.version == struck)) {
            ledger.strike(place, recorded_on).map_err(|error| Problem::unreadable(&error))?;
            studies[place].struck_on = Some(recorded_on);
        }
    }
    Ok((ledger, studies))
}

/// Reads a certificate with its holder's ledger; `None` where there is none of that number.
pub async fn load(connection: &mut AnyConnection, laws: &Laws, number: &str) -> Result<Option<Dossier>, Problem> {
    match Rows::find(connection, number).await? {
        Some(rows) => rows.read(connection, laws).await.map(Some),
        None => Ok(None),
    }
}

/// The same of one that has to be there.
pub async fn found(connection: &mut AnyConnection, laws: &Laws, number: &str) -> Result<Dossier, Problem> {
    load(connection, laws, &self::number(number)?).await?.ok_or_else(Problem::not_found)
}

/// A number as the register holds it; whatever makes none belongs to no certificate.
pub fn number(text: &str) -> Result<String, Problem> {
    CertificateNumber::parse(text).map(|number| number.as_str().to_owned()).map_err(|_| Problem::not_found())
}

/// A day as the database holds it.
pub fn day(text: &str) -> Result<NaiveDate, Problem> {
    iso::parse(text).map_err(|error| Problem::unreadable(&error))
}

fn parsed<T: FromStr<Err: Display>>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|error| Problem::unreadable(&error))
}

/// The owner of the identity number on a form.
pub fn form_owner(number: &str, version: i64) -> String {
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
        IdentityDocument::parse(parsed(&kind)?, &number).map_err(|error| Problem::unreadable(&error))
    };
    row.map(read).transpose()
}

/// Papers with the identity number that lies apart from them.
async fn whole(connection: &mut AnyConnection, papers: &str, owner: &str) -> Result<Draft, Problem> {
    let mut papers: Draft = serde_json::from_str(papers)?;
    if let Some(document) = identity(connection, owner).await? {
        papers.form = papers.form.with(FormField::IdentityNumber, document.exposed());
    }
    Ok(papers)
}
