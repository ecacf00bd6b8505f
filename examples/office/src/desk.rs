//! What lies on the tables of the office, and what falls due: found in the database, judged by the law.

use crate::app::Shared;
use crate::problem::Problem;
use crate::register::{self, Dossier, day};
use crate::words::Both;
use chrono::{Days, Months, NaiveDate};
use ruankao::agenda::Agenda;
use ruankao::calendar::Period;
use ruankao::duty::{Due, duties};
use ruankao::oversight::Authority;
use ruankao::{Language, Standing};
use serde::Serialize;
use utoipa::ToSchema;

/// The most that a page or a feed lists of one kind.
const MOST: i64 = 200;

/// Something that lies on a table.
#[derive(Clone, Serialize, ToSchema)]
pub struct Task {
    pub certificate: String,
    pub name: String,
    /// What it is: `filing`, `review`, `deferral`, `publication` or `appeal`; `term` where a term ends soon.
    pub kind: String,
    /// Since when.
    pub since: NaiveDate,
    /// By when it is to be done, where a day is named.
    pub due: Option<NaiveDate>,
    pub overdue: bool,
    #[schema(schema_with = crate::openapi::standing)]
    pub standing: Option<Standing>,
}

impl Task {
    /// The kind, in words.
    pub fn kind_in(&self, language: &Language) -> &'static str {
        let (zh, en) = match self.kind.as_str() {
            "filing" => ("待受理的登记申请", "application to accept"),
            "review" => ("待作出审查意见", "opinion to give"),
            "deferral" => ("待决定的延期申请", "deferral to decide"),
            "publication" => ("待公布的注销登记", "cancellation to publish"),
            "appeal" => ("待决定的复议", "appeal to decide"),
            _ => ("有效期即将届满", "term ends soon"),
        };
        language.choose(en, zh)
    }
}

/// Today's counter: what lies on the tables, overdue opinions first, then what is due soonest.
pub async fn counter(app: &Shared) -> Result<Vec<Task>, Problem> {
    let today = app.clock.today();
    let mut connection = app.store.readers.acquire().await?;
    let query = "SELECT certificate, kind, opened_on FROM matters WHERE closed IS NULL ORDER BY opened_on LIMIT $1";
    let lying: Vec<(String, String, String)> = sqlx::query_as(query).bind(MOST).fetch_all(&mut *connection).await?;
    let mut tasks = Vec::new();
    for (number, kind, since) in lying {
        let dossier = register::found(&mut connection, &app.laws, &number).await?;
        let since = day(&since)?;
        // What the working-day calendar does not reach has no day.
        let due = match kind.as_str() {
            "review" => dossier.law.regulation().review_by(since).ok(),
            _ => None,
        };
        tasks.push(task(&dossier, kind, since, due, today));
    }
    // Nobody holds a connection and waits for another.
    drop(connection);
    for (dossier, deadline) in ending(app, today).await? {
        let since = dossier.paper().obtained_on;
        if !tasks.iter().any(|task: &Task| task.certificate == dossier.number()) {
            tasks.push(Task { overdue: false, ..task(&dossier, "term".into(), since, Some(deadline), today) });
        }
    }
    tasks.sort_by_key(|task| (!task.overdue, task.kind == "term", task.due.is_none(), task.due, task.since));
    Ok(tasks)
}

fn task(dossier: &Dossier, kind: String, since: NaiveDate, due: Option<NaiveDate>, today: NaiveDate) -> Task {
    Task {
        certificate: dossier.number().into(),
        name: dossier.name().into(),
        kind,
        since,
        due,
        overdue: due.is_some_and(|due| due < today),
        standing: dossier.open().on(today).ok().map(|as_of| as_of.standing()),
    }
}

/// The certificates whose term, by the law, ends within a month. The database is asked for the terms that
/// began long enough ago, and the law says which of them end.
async fn ending(app: &Shared, today: NaiveDate) -> Result<Vec<(Dossier, NaiveDate)>, Problem> {
    let years = app.laws.office.parameters().validity_years;
    let began = |from: NaiveDate| from.checked_sub_months(Months::new(years * 12)).unwrap_or(NaiveDate::MIN);
    let last = today.checked_add_days(Days::new(31)).unwrap_or(NaiveDate::MAX);
    let query = "SELECT DISTINCT certificate, happened_on FROM acts WHERE name IN ('approved', 'registered') \
        AND happened_on BETWEEN $1 AND $2 ORDER BY happened_on LIMIT $3";
    let query = sqlx::query_as(query).bind(began(today).to_string()).bind(began(last).to_string()).bind(MOST);
    let rows: Vec<(String, String)> = query.fetch_all(&app.store.readers).await?;
    let mut connection = app.store.readers.acquire().await?;
    let mut ending = Vec::new();
    for (number, _) in rows {
        let dossier = register::found(&mut connection, &app.laws, &number).await?;
        let deadline = dossier.open().on(today).ok().and_then(|as_of| as_of.deadline());
        if let Some(deadline) = deadline.filter(|&deadline| today <= deadline && deadline <= last) {
            ending.push((dossier, deadline));
        }
    }
    Ok(ending)
}

/// What falls due within days, for what lies on the tables and what ends soon.
pub async fn agenda(app: &Shared, days: Period) -> Result<Agenda, Problem> {
    let today = app.clock.today();
    let (mut agenda, tasks) = (Agenda::default(), counter(app).await?);
    let mut connection = app.store.readers.acquire().await?;
    for task in tasks {
        let dossier = register::found(&mut connection, &app.laws, &task.certificate).await?;
        if let Ok(as_of) = dossier.open().on(today) {
            agenda.extend([as_of.due(&task.certificate, days)]);
        }
    }
    Ok(agenda)
}

/// A duty of an act, as it is shown.
pub struct Owed {
    pub certificate: String,
    pub version: i64,
    pub task: &'static str,
    pub words: Both,
    pub done_on: Option<String>,
    pub done_by: Option<String>,
    pub overdue: bool,
    /// Whether it is the role's to do.
    pub mine: bool,
}

type Tick = (String, i64, String, Option<String>, Option<String>);

/// The duties that a certificate's acts brought.
pub async fn owed(app: &Shared, dossier: &Dossier, role: Authority) -> Result<Vec<Owed>, Problem> {
    let query =
        "SELECT certificate, version, task, done_on, done_by FROM duties WHERE certificate = $1 ORDER BY version";
    let ticks: Vec<Tick> = sqlx::query_as(query).bind(dossier.number()).fetch_all(&app.store.readers).await?;
    Ok(told(dossier, ticks, app.clock.today(), role))
}

/// The open duties of a role, oldest first.
pub async fn owed_by(app: &Shared, role: Authority) -> Result<Vec<Owed>, Problem> {
    let query = "SELECT certificate, version, task, done_on, done_by FROM duties \
        WHERE bearer = $1 AND done_on IS NULL ORDER BY certificate, version LIMIT $2";
    let query = sqlx::query_as(query).bind(role.name()).bind(MOST);
    let ticks: Vec<Tick> = query.fetch_all(&app.store.readers).await?;
    let mut connection = app.store.readers.acquire().await?;
    let mut owed = Vec::new();
    for ticks in ticks.chunk_by(|one, other| one.0 == other.0) {
        let Some((number, ..)) = ticks.first() else { continue };
        let dossier = register::found(&mut connection, &app.laws, number).await?;
        owed.extend(told(&dossier, ticks.to_vec(), app.clock.today(), role));
    }
    owed.sort_by_key(|owed| !owed.overdue);
    Ok(owed)
}

/// The duties follow from the acts by the law; the database knows which are done.
fn told(dossier: &Dossier, ticks: Vec<Tick>, today: NaiveDate, role: Authority) -> Vec<Owed> {
    let tell = |(certificate, version, task, done_on, done_by): Tick| {
        let event = dossier.acts.iter().find(|row| row.version == version)?.event.as_ref()?;
        let duty = duties(event, event.on, dossier.law.regulation()).find(|duty| duty.task().name() == task)?;
        Some(Owed {
            certificate,
            version,
            task: duty.task().name(),
            words: Both::of(|language| duty.in_words(language)),
            overdue: done_on.is_none() && matches!(duty.due(), Due::By(_)) && duty.due().is_overdue(today),
            done_on,
            done_by,
            mine: duty.bearer() == role,
        })
    };
    ticks.into_iter().filter_map(tell).collect()
}
