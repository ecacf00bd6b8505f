//! The pages of those who are logged in: the counter, the form, the agenda.

use crate::api::read;
use crate::app::Shared;
use crate::change::{self, ActRequest, Change, Command, Key};
use crate::decide::keep_identity_number;
use crate::desk::{self, Owed, Task};
use crate::file;
use crate::form::{self, FormView};
use crate::pages::{self, Html, View, form_encoded};
use crate::problem::Problem;
use crate::register::{Dossier, Papers};
use crate::users::{self, User, power};
use crate::visitor::{Asked, At, Visitor};
use askama::Template;
use axum::Router;
use axum::extract::{Form, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::{Datelike, Months, NaiveDate};
use ruankao::Language;
use ruankao::calendar::Period;
use ruankao::desk::Desk;
use ruankao::identity::IdentityDocument;
use ruankao::lifecycle::ActName;
use ruankao::naming::Shown;
use serde::Deserialize;
use std::collections::BTreeMap;

/// What a form of a page sends: every field once.
pub type Fields = BTreeMap<String, String>;

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/counter", get(counter))
        .route("/agenda", get(agenda))
        .route("/agenda/{feed}/office.ics", get(feed))
        .route("/certificates", get(find))
        .route("/certificates/{number}", get(file::page).post(file::act))
        .route("/certificates/{number}/life.svg", get(file::life))
        .route("/certificates/{number}/application", get(form_page).post(hand_in))
}

/// The user, or the way to log in.
pub fn user(visitor: &Visitor) -> Result<User, Problem> {
    visitor.user.clone().ok_or_else(Problem::not_logged_in)
}

#[derive(Template)]
#[template(path = "counter.html")]
struct CounterPage {
    v: View,
    tasks: Vec<Task>,
    duties: Vec<Owed>,
}

async fn counter(State(app): State<Shared>, visitor: Visitor) -> Result<Html, Problem> {
    let user = user(&visitor)?;
    let (tasks, duties) = (desk::counter(&app).await?, desk::owed_by(&app, user.role).await?);
    pages::html(StatusCode::OK, &CounterPage { v: View::of(&visitor), tasks, duties })
}

#[derive(Deserialize)]
struct Find {
    number: String,
}

async fn find(visitor: Visitor, Asked(find): Asked<Find>) -> Result<Redirect, Problem> {
    user(&visitor)?;
    Ok(Redirect::to(&format!("/certificates/{}", form_encoded(find.number.trim()))))
}

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage {
    v: View,
    number: String,
    name: String,
    version: i64,
    key: String,
    form: FormView,
    /// Whether papers lie there already.
    is_correction: bool,
    problem: Option<Problem>,
}

async fn form_page(State(app): State<Shared>, visitor: Visitor, At(number): At<String>) -> Result<Html, Problem> {
    let user = user(&visitor)?;
    user.require(power(ActName::ApplicationFiled))?;
    let dossier = read(&app, &number).await?;
    let lying = lying(&app, &dossier)?;
    let papers = lying.cloned().unwrap_or_else(|| form::prefilled(&dossier, app.clock.today()));
    let masked = identity_of(&papers).map(|document| document.masked().to_string());
    let form = FormView::of(&papers, None, masked, visitor.language);
    let is_correction = lying.is_some();
    let page = FormPage {
        v: View::of(&visitor),
        number: number.clone(),
        name: dossier.paper().name.exposed().into(),
        version: dossier.version(),
        key: users::secret(),
        form,
        is_correction,
        problem: None,
    };
    pages::html(StatusCode::OK, &page)
}

pub fn identity_of(papers: &Papers) -> Option<IdentityDocument> {
    let number = papers.form.text(ruankao::registration::FormField::IdentityNumber).trim();
    IdentityDocument::parse(papers.form.document, number).ok()
}

/// The papers of the application that lies there now.
pub fn lying<'d>(app: &Shared, dossier: &'d Dossier) -> Result<Option<&'d Papers>, Problem> {
    let mut open = dossier.open();
    Ok(match open.desk(&app.fees)? {
        Desk::Filed(_) | Desk::UnderReview(_) => dossier.newest_papers(),
        Desk::Free(_) | Desk::Closed(_) => None,
    })
}

async fn hand_in(
    State(app): State<Shared>,
    visitor: Visitor,
    At(number): At<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let user = user(&visitor)?;
    let dossier = read(&app, &number).await?;
    let lying = lying(&app, &dossier)?;
    let (mut papers, unread) = form::read(&fields);
    papers = keep_identity_number(papers, lying);
    let given = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let version = given("version").parse().map_err(|_| Problem::malformed("`version` has to be a whole number"))?;
    let is_correction = lying.is_some();
    let problem = match unread {
        Some(problem) => problem,
        None => {
            let command = if is_correction { Command::Correct(papers.clone()) } else { Command::File(papers.clone()) };
            let change = Change::Act { number: number.clone(), request: ActRequest { version, on: None, command } };
            let request = serde_json::to_vec(&(&number, &fields))?;
            let key = given("key");
            let keyed = (!key.is_empty()).then_some(Key { key, request: &request });
            let answer = change::perform(&app, &user, keyed, change).await?;
            if answer.status.is_success() {
                return Ok(Redirect::to(&format!("/certificates/{}", form_encoded(&number))).into_response());
            }
            serde_json::from_value(answer.body)?
        }
    };
    let masked = lying.and_then(identity_of).map(|document| document.masked().to_string());
    let page = FormPage {
        v: View::of(&visitor),
        number,
        name: dossier.paper().name.exposed().into(),
        version: dossier.version(),
        key: users::secret(),
        form: FormView::of(&papers, Some(&problem), masked, visitor.language),
        is_correction,
        problem: Some(problem),
    };
    let status = page.problem.as_ref().map_or(StatusCode::OK, Problem::status);
    Ok(pages::html(status, &page)?.into_response())
}

#[derive(Template)]
#[template(path = "agenda.html")]
struct AgendaPage {
    v: View,
    feed: String,
    items: Vec<AgendaLine>,
}

struct AgendaLine {
    on: NaiveDate,
    certificate: String,
    words: String,
    clause: String,
}

fn coming(today: NaiveDate) -> Result<Period, Problem> {
    let from = today.checked_sub_months(Months::new(1)).unwrap_or(today);
    let to = today.checked_add_months(Months::new(6)).unwrap_or(today);
    Period::new(from, to).map_err(|error| Problem::malformed(error.to_string()))
}

async fn agenda(State(app): State<Shared>, visitor: Visitor) -> Result<Html, Problem> {
    let user = user(&visitor)?;
    let agenda = desk::agenda(&app, coming(app.clock.today())?).await?;
    let line = |item: &ruankao::agenda::Item| AgendaLine {
        on: item.on,
        certificate: item.certificate.clone(),
        words: item.in_words(visitor.language).to_string(),
        clause: item.due.clause().to_string(),
    };
    let items = agenda.items().iter().map(line).collect();
    let feed = format!("/agenda/{}/office.ics", user.feed);
    pages::html(StatusCode::OK, &AgendaPage { v: View::of(&visitor), feed, items })
}

/// The agenda as a calendar feed (RFC 5545): whoever knows the address may read it, for calendar programs log in nowhere.
async fn feed(State(app): State<Shared>, At(secret): At<String>) -> Result<Response, Problem> {
    users::of_feed(&app, &secret).await?.ok_or_else(Problem::not_found)?;
    let today = app.clock.today();
    let agenda = desk::agenda(&app, coming(today)?).await?;
    let mut calendar = icalendar::Calendar::new();
    for item in agenda.items() {
        use icalendar::{Component, EventLike};
        let (clause, Some(next)) = (item.due.clause(), item.on.succ_opt()) else { continue };
        if !(0..=9998).contains(&next.year()) {
            continue;
        }
        let event = icalendar::Event::new()
            .uid(&format!("{}@ruankao", item.id()))
            .timestamp(today.and_time(chrono::NaiveTime::MIN).and_utc())
            .starts(item.on)
            .ends(next)
            .summary(&format!("{}：{}", Shown(&item.certificate), item.in_words(Language::Zh)))
            .description(&format!("{clause}：{}", clause.text_zh()))
            .add_property("TRANSP", "TRANSPARENT")
            .done();
        calendar.push(event);
    }
    Ok(([(header::CONTENT_TYPE, "text/calendar; charset=utf-8")], calendar.to_string()).into_response())
}
