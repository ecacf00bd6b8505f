//! The pages of those who are logged in: the counter and the agenda.

use crate::app::Shared;
use crate::change::{Answer, Change};
use crate::desk::{self, Owed, Task};
use crate::pages::{self, Html, encoded};
use crate::perform::{Key, perform};
use crate::problem::Problem;
use crate::users::{self, User};
use crate::visitor::{Asked, At, Visitor};
use crate::{buttons, file, form};
use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use chrono::{Datelike, Months, NaiveDate};
use ruankao::Language;
use ruankao::agenda::Item;
use ruankao::calendar::Period;
use ruankao::naming::Shown;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a form of a page sends: every field once.
#[derive(Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fields(BTreeMap<String, String>);

impl Fields {
    /// Whether the field is there: a box that is ticked.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// What is written in a field, if something is.
    pub fn given(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|text| text.trim()).filter(|text| !text.is_empty())
    }

    /// The same; nothing where it is left blank.
    pub fn text(&self, name: &str) -> &str {
        self.given(name).unwrap_or_default()
    }

    pub fn whole(&self, name: &str) -> Result<i64, Problem> {
        let read = self.given(name).and_then(|text| text.parse().ok());
        read.ok_or_else(|| Problem::malformed(format!("`{name}` has to be a whole number")))
    }

    /// What is asked for, under the key that the page gave its button.
    pub async fn perform(&self, app: &Shared, user: &User, number: &str, change: Change) -> Result<Answer, Problem> {
        let request = serde_json::to_vec(&(number, self))?;
        let key = self.given("key").map(|key| Key { key, request: &request });
        perform(app, user, key, change).await
    }
}

pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/counter", get(counter))
        .route("/agenda", get(agenda))
        .route("/agenda/{feed}/office.ics", get(feed))
        .route("/certificates", get(find))
        .route("/certificates/{number}", get(file::page).post(buttons::press))
        .route("/certificates/{number}/life.svg", get(file::life))
        .route("/certificates/{number}/application", get(form::page).post(form::hand_in))
}

#[derive(Template)]
#[template(path = "counter.html")]
struct CounterPage {
    v: Visitor,
    tasks: Vec<Task>,
    duties: Vec<Owed>,
}

async fn counter(State(app): State<Shared>, visitor: Visitor) -> Result<Html, Problem> {
    let user = visitor.user()?;
    let (tasks, duties) = (desk::counter(&app).await?, desk::owed_by(&app, user.role).await?);
    pages::html(StatusCode::OK, &CounterPage { v: visitor, tasks, duties })
}

async fn find(visitor: Visitor, Asked(asked): Asked<Fields>) -> Result<Redirect, Problem> {
    visitor.user()?;
    Ok(Redirect::to(&format!("/certificates/{}", encoded(asked.text("number")))))
}

#[derive(Template)]
#[template(path = "agenda.html")]
struct AgendaPage {
    v: Visitor,
    feed: String,
    items: Vec<Item>,
}

fn coming(today: NaiveDate) -> Result<Period, Problem> {
    let from = today.checked_sub_months(Months::new(1)).unwrap_or(today);
    let to = today.checked_add_months(Months::new(6)).unwrap_or(today);
    Period::new(from, to).map_err(|error| Problem::malformed(error.to_string()))
}

async fn agenda(State(app): State<Shared>, visitor: Visitor) -> Result<Html, Problem> {
    let user = visitor.user()?;
    let agenda = desk::agenda(&app, coming(app.clock.today())?).await?;
    let items = agenda.items().to_vec();
    let feed = format!("/agenda/{}/office.ics", user.feed);
    pages::html(StatusCode::OK, &AgendaPage { v: visitor, feed, items })
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
