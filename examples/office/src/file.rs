//! A file: what the register holds of a certificate, what the law makes of it, and what can be done.

use crate::api::read;
use crate::app::Shared;
use crate::change::{self, ActRequest, Change, Command, Consent, Key};
use crate::clerk::{Fields, identity_of, lying, user};
use crate::decide;
use crate::desk::{self, Owed};
use crate::pages::{self, Html, View, form_encoded};
use crate::problem::{Found, Problem};
use crate::register::{self, Dossier};
use crate::users::{self, Role, User, power};
use crate::visitor::{Asked, At, Visitor};
use askama::Template;
use axum::extract::{Form, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::{Months, NaiveDate};
use ruankao::desk::{Desk, Examined};
use ruankao::lifecycle::{ActName, PhaseName};
use ruankao::naming::Shown;
use ruankao::{AsOf, Entry, Event, Language};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A row of the history, as the file shows it.
struct ActLine {
    version: i64,
    words: String,
    recorded_on: NaiveDate,
    struck_on: Option<NaiveDate>,
    actor: String,
    law: String,
    may_strike: bool,
}

/// A row of the ledger.
struct StudyLine {
    version: i64,
    on: NaiveDate,
    hours: String,
    what: String,
    provider: String,
    /// Why it does not count, if it does not.
    disregarded: String,
    recorded_on: NaiveDate,
    struck_on: Option<NaiveDate>,
}

/// What can be done now, as the law has it.
#[derive(Default)]
struct Doable {
    apply: bool,
    correct: bool,
    accept: bool,
    examined: bool,
    met: bool,
    withdraw: bool,
    defer: bool,
    decide_deferral: bool,
    revoke: bool,
    publish: bool,
    appeal: bool,
    decide_appeal: bool,
}

#[derive(Template)]
#[template(path = "file.html")]
struct FilePage {
    v: View,
    number: String,
    name: String,
    qualification: &'static str,
    obtained_on: NaiveDate,
    identity: String,
    full_identity: Option<String>,
    phase: &'static str,
    in_force: bool,
    standing: String,
    deadline: Option<NaiveDate>,
    last_valid_day: Option<NaiveDate>,
    hours_missing: String,
    reasons: String,
    plan: String,
    version: i64,
    key: String,
    acts: Vec<ActLine>,
    studies: Vec<StudyLine>,
    duties: Vec<Owed>,
    others: Vec<String>,
    summary: String,
    findings: Vec<Found>,
    doable: Doable,
    is_province: bool,
    is_office: bool,
    opinion_due: Option<NaiveDate>,
    /// Whether the form names another identity document than the register.
    is_other_document: bool,
    page: Option<String>,
    /// The story it was filled from: its title, and what it teaches.
    story: Option<(&'static str, &'static str)>,
    problem: Option<Problem>,
}

impl FilePage {
    /// What the provincial authority may give, with the words on its button.
    fn consents(&self) -> [(&'static str, &str); 3] {
        [
            ("deferral", self.v.t("同意因其他情况延期登记（47.8.4）", "Consent to a deferral (47.8.4)")),
            ("extension", self.v.t("同意因其他情形顺延（48.6.4）", "Consent to an extension (48.6.4)")),
            ("fraud", self.v.t("核实弄虚作假（47.10.5）", "Verify fraud (47.10.5)")),
        ]
    }

    /// What something is called, in the language of the page.
    fn words<T: Copy + Into<ruankao::naming::Words>>(&self, named: &T) -> &'static str {
        (*named).into().in_words(self.v.language)
    }
}

/// What is shown on top of a file.
#[derive(Default)]
struct OnTop {
    page: Option<String>,
    problem: Option<Problem>,
    full_identity: Option<String>,
}

#[derive(Deserialize)]
pub struct Opened {
    /// The key of what was just done.
    key: Option<String>,
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    At(number): At<String>,
    Asked(opened): Asked<Opened>,
) -> Result<Html, Problem> {
    let user = user(&visitor)?;
    let page = match opened.key {
        Some(key) => stamped(&app, &user, &key, visitor.language).await?,
        None => None,
    };
    show(&app, &visitor, &user, &number, OnTop { page, ..OnTop::default() }).await
}

/// The registration page that the request with that key came to.
async fn stamped(app: &Shared, user: &User, key: &str, language: Language) -> Result<Option<String>, Problem> {
    let query = sqlx::query_as("SELECT body FROM answers WHERE actor = $1 AND key = $2").bind(&user.name).bind(key);
    let row: Option<(Option<String>,)> = query.fetch_optional(&app.store.readers).await?;
    let body: Value = row.and_then(|(body,)| serde_json::from_str(&body?).ok()).unwrap_or_default();
    Ok(body["page"][language.name()].as_str().map(str::to_owned))
}

async fn show(app: &Shared, visitor: &Visitor, user: &User, number: &str, top: OnTop) -> Result<Html, Problem> {
    let dossier = read(app, number).await?;
    let (language, today) = (visitor.language, app.clock.today());
    let mut connection = app.store.readers.acquire().await?;
    let document = register::identity(&mut connection, &register::holder_owner(&dossier.holder)).await?;
    let query = sqlx::query_as("SELECT number FROM certificates WHERE holder = $1 AND number <> $2 ORDER BY number");
    let others: Vec<(String,)> = query.bind(&dossier.holder).bind(dossier.number()).fetch_all(&mut *connection).await?;
    drop(connection);
    let duties = desk::owed(app, &dossier, user.role).await?;
    let (mut findings, mut doable) = (Vec::new(), doable(&dossier, today));
    let (mut summary, mut opinion_due) = (String::new(), None);
    weigh(app, &dossier, user, language, &mut doable, &mut findings, &mut summary, &mut opinion_due)?;
    let open = dossier.open();
    let as_of = open.on(today)?;
    let (standing, paper) = (as_of.standing(), dossier.paper());
    let is_clerk = user.role == Role::Clerk;
    let on_form = lying(app, &dossier)?.and_then(identity_of);
    let is_other_document = on_form.zip(document.as_ref()).is_some_and(|(form, held)| !form.same_number(held));
    let page = FilePage {
        v: View::of(visitor),
        number: dossier.number().into(),
        name: paper.name.exposed().into(),
        qualification: paper.qualification.in_words(language),
        obtained_on: paper.obtained_on,
        identity: document.as_ref().map(|document| document.masked().to_string()).unwrap_or_default(),
        full_identity: top.full_identity,
        phase: standing.phase.name().in_words(language),
        in_force: standing.in_force,
        standing: standing.in_words(language).to_string(),
        deadline: as_of.deadline(),
        last_valid_day: as_of.last_valid_day(),
        hours_missing: as_of.hours_missing().to_string(),
        reasons: as_of.explain().in_words(language).to_string(),
        plan: as_of.plan().in_words(language).to_string(),
        version: dossier.version(),
        key: users::secret(),
        acts: act_lines(&dossier, user, language),
        studies: study_lines(&dossier, &as_of, language),
        duties,
        others: others.into_iter().map(|(number,)| number).collect(),
        summary,
        findings,
        doable: if is_clerk || user.role == Role::Office { doable } else { Doable::default() },
        is_province: user.role == Role::Province,
        is_office: user.role == Role::Office,
        opinion_due,
        is_other_document,
        page: top.page,
        story: dossier
            .story
            .as_deref()
            .and_then(ruankao::story::find)
            .map(|story| (story.title(language), story.lesson(language))),
        problem: top.problem,
    };
    let status = page.problem.as_ref().map_or(StatusCode::OK, Problem::status);
    pages::html(status, &page)
}

fn doable(dossier: &Dossier, today: NaiveDate) -> Doable {
    let open = dossier.open();
    let Ok(as_of) = open.on(today) else { return Doable::default() };
    let phase = as_of.standing().phase.name();
    let running = matches!(phase, PhaseName::InForce | PhaseName::RegistrationDue | PhaseName::Deferred);
    let pending = matches!(phase, PhaseName::Filed | PhaseName::UnderReview);
    let published = dossier.newest(ActName::CancellationPublished) > dossier.newest(ActName::Cancelled);
    Doable {
        apply: running,
        correct: pending,
        accept: phase == PhaseName::Filed,
        withdraw: pending,
        defer: running,
        decide_deferral: dossier.newest(ActName::DeferralRequested)
            > dossier.newest(ActName::DeferralGranted).max(dossier.newest(ActName::DeferralRefused)),
        revoke: running || pending || phase == PhaseName::DeferralPending,
        publish: phase == PhaseName::Cancelled && !published,
        appeal: phase == PhaseName::Cancelled && published,
        decide_appeal: phase == PhaseName::UnderAppeal,
        ..Doable::default()
    }
}

/// What lies with the file: the form, and what the law finds in it today.
#[expect(clippy::too_many_arguments, reason = "the parts of one page, each filled in where it is found")]
fn weigh(
    app: &Shared,
    dossier: &Dossier,
    user: &User,
    language: Language,
    doable: &mut Doable,
    findings: &mut Vec<Found>,
    summary: &mut String,
    opinion_due: &mut Option<NaiveDate>,
) -> Result<(), Problem> {
    let today = app.clock.today();
    let Some(papers) = dossier.newest_papers() else { return Ok(()) };
    let Ok(read) = papers.form.read() else { return Ok(()) };
    let mut open = dossier.open();
    match open.desk(&app.fees)? {
        Desk::Filed(pending) => {
            *summary = read.summary(language).to_string();
            let submitted = pending.take_up(read, papers.evidence);
            findings.extend(submitted.findings(today).findings().iter().map(Found::of));
        }
        Desk::UnderReview(pending) => {
            *summary = read.summary(language).to_string();
            *opinion_due = pending.take_up(read).opinion_due().ok();
            let mut open = dossier.open();
            match decide::examine(&mut open, dossier, today, user, &app.fees) {
                Ok(Examined::Met(_)) => (doable.examined, doable.met) = (true, true),
                Ok(Examined::Unmet(unmet)) => {
                    doable.examined = true;
                    findings.extend(unmet.reasons().iter().map(Found::of));
                }
                Err(problem) => findings.extend(problem.findings),
            }
        }
        Desk::Free(_) | Desk::Closed(_) => {}
    }
    Ok(())
}

fn act_lines(dossier: &Dossier, user: &User, language: Language) -> Vec<ActLine> {
    let line = |row: &register::Row| {
        let struck_on = dossier.struck_on(row.version);
        let may = row.event.as_ref().is_some_and(|event| user.holds(power(event.act.name())));
        ActLine {
            version: row.version,
            words: row.in_words(language),
            recorded_on: row.recorded_on,
            struck_on,
            actor: row.actor.clone(),
            law: row.law.get(..8).unwrap_or_default().into(),
            may_strike: may && struck_on.is_none(),
        }
    };
    dossier.acts.iter().map(line).collect()
}

fn study_lines(dossier: &Dossier, as_of: &AsOf<'_>, language: Language) -> Vec<StudyLine> {
    let progress = as_of.education().ok();
    let why = |place: usize| {
        let disregarded = progress.iter().flat_map(|progress| &progress.disregarded);
        let disregarded = disregarded.filter(|disregarded| disregarded.entry == place);
        disregarded.map(|disregarded| disregarded.reason.in_words(language).to_string()).next().unwrap_or_default()
    };
    let records = dossier.studies.iter().zip(dossier.ledger.records()).enumerate();
    let line = |(place, (version, record)): (usize, (&i64, &ruankao::Record<Entry>))| {
        let entry = record.what();
        let parts = [entry.mode.in_words(language), entry.field.in_words(language), entry.kind.in_words(language)];
        StudyLine {
            version: *version,
            on: entry.on,
            hours: entry.hours.to_string(),
            what: parts.join(" · "),
            provider: entry.provider.as_ref().map(|body| Shown(body.as_str()).to_string()).unwrap_or_default(),
            disregarded: why(place),
            recorded_on: record.recorded(),
            struck_on: record.struck(),
        }
    };
    records.map(line).collect()
}

/// Everything that a file's buttons do.
pub async fn act(
    State(app): State<Shared>,
    visitor: Visitor,
    At(number): At<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let user = user(&visitor)?;
    let given = |name: &str| fields.get(name).map(|text| text.trim()).unwrap_or_default();
    let change = match asked(&fields, &number, app.clock.today()) {
        Ok(change) => change,
        Err(problem) => {
            let top = OnTop { problem: Some(problem), ..OnTop::default() };
            return Ok(show(&app, &visitor, &user, &number, top).await?.into_response());
        }
    };
    let is_look = matches!(change, Change::Look { .. });
    let key = given("key");
    let request = serde_json::to_vec(&(&number, &fields))?;
    let keyed = (!key.is_empty() && !is_look).then_some(Key { key, request: &request });
    let answer = change::perform(&app, &user, keyed, change).await?;
    let top = match (answer.status.is_success(), is_look) {
        (true, false) if given("back") == "counter" => return Ok(Redirect::to("/counter").into_response()),
        (true, false) => {
            let to = format!("/certificates/{}?key={}", form_encoded(&number), form_encoded(key));
            return Ok(Redirect::to(&to).into_response());
        }
        (true, true) => OnTop { full_identity: answer.body["number"].as_str().map(str::to_owned), ..OnTop::default() },
        (false, _) => OnTop { problem: serde_json::from_value(answer.body).ok(), ..OnTop::default() },
    };
    Ok(show(&app, &visitor, &user, &number, top).await?.into_response())
}

/// What the fields of a button's form ask for.
fn asked(fields: &Fields, number: &str, today: NaiveDate) -> Result<Change, Problem> {
    let given = |name: &str| fields.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
    let whole = |name: &str| -> Result<i64, Problem> {
        let read = given(name).and_then(|text| text.parse().ok());
        read.ok_or_else(|| Problem::malformed(format!("`{name}` has to be a whole number")))
    };
    let number = number.to_owned();
    let command = match given("do").unwrap_or_default() {
        "accept" => Command::Accept,
        "register" => Command::Register,
        "refuse" => Command::Refuse,
        "strike" => Command::Strike { version: whole("target")? },
        "record" => Command::Record { event: Box::new(event(fields, today)?) },
        "study" => return Ok(Change::Study { number, entry: entry(fields)? }),
        "strike_study" => return Ok(Change::StrikeStudy { number, version: whole("target")? }),
        "look" => return Ok(Change::Look { number, reason: given("reason").unwrap_or_default().into() }),
        "done" => {
            let task = given("task").and_then(|task| task.parse().ok()).ok_or_else(Problem::not_found)?;
            return Ok(Change::Done { number, version: whole("target")?, task });
        }
        "consent" => {
            let consent: Consent = serde_json::from_value(json!(given("consent")))
                .map_err(|_| Problem::malformed("`consent` is none that can be given"))?;
            return Ok(Change::Consent { number, consent });
        }
        _ => return Err(Problem::malformed("`do` names nothing that can be done")),
    };
    Ok(Change::Act { number, request: ActRequest { version: whole("version")?, on: None, command } })
}

/// An event of the wire from the fields of a page.
fn event(fields: &Fields, today: NaiveDate) -> Result<Event, Problem> {
    let mut wire = Map::new();
    wire.insert("on".into(), json!(today.to_string()));
    for name in ["event", "ground", "until", "arose_on", "left_on", "returned_on", "outcome"] {
        if let Some(text) = fields.get(name).map(|text| text.trim()).filter(|text| !text.is_empty()) {
            wire.insert(name.into(), json!(text));
        }
    }
    for name in ["evidence", "written_application"] {
        if fields.contains_key(name) {
            wire.insert(name.into(), json!(true));
        }
    }
    let day = |name: &str| fields.get(name).map(|text| text.trim()).filter(|text| !text.is_empty());
    if let (Some(from), Some(to)) = (day("away_from"), day("away_to")) {
        wire.insert("absences".into(), json!([{ "from": from, "to": to }]));
    }
    // Fields of one ground alone are left blank on the page with the others.
    if wire.get("ground") != Some(&json!("left_post")) {
        wire.retain(|name, _| name != "left_on" && name != "returned_on");
    }
    serde_json::from_value(Value::Object(wire)).map_err(|error| Problem::malformed(error.to_string()))
}

fn entry(fields: &Fields) -> Result<Entry, Problem> {
    let given = |name: &str| fields.get(name).map(|text| text.trim()).unwrap_or_default();
    let hours: f64 = given("hours").parse().map_err(|_| Problem::malformed("`hours` has to be a number"))?;
    let mut wire = json!({
        "on": given("on"), "hours": hours, "mode": given("mode"), "field": given("field"), "kind": given("kind"),
    });
    if !given("provider").is_empty() {
        wire["provider"] = json!(given("provider"));
    }
    serde_json::from_value(wire).map_err(|error| Problem::malformed(error.to_string()))
}

/// The life as a drawing.
pub async fn life(State(app): State<Shared>, visitor: Visitor, At(number): At<String>) -> Result<Response, Problem> {
    user(&visitor)?;
    let dossier = read(&app, &number).await?;
    let (open, today) = (dossier.open(), app.clock.today());
    let deadline = open.on(today)?.deadline().unwrap_or(today).max(today);
    let until = deadline.checked_add_months(Months::new(6)).unwrap_or(deadline);
    let life = open.picture(until, today, visitor.language)?.titled(Shown(&number).to_string());
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; style-src 'unsafe-inline'"),
    ];
    Ok((headers, life.to_string()).into_response())
}
