//! The buttons of a file: what the fields of their forms ask for.

use crate::app::Shared;
use crate::change::{ActRequest, Change, Command};
use crate::clerk::Fields;
use crate::file::{OnTop, show};
use crate::pages::encoded;
use crate::problem::Problem;
use crate::record::Hours;
use crate::visitor::{At, Visitor};
use axum::extract::{Form, State};
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use ruankao::{Entry, Event};
use serde_json::{Map, Value, json};

/// Everything that a file's buttons do.
pub async fn press(
    State(app): State<Shared>,
    visitor: Visitor,
    At(number): At<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let user = visitor.user()?;
    let (mut top, mut is_done) = (OnTop::default(), false);
    match asked(&fields, &number, app.clock.today()) {
        Ok(change) => {
            let is_look = matches!(change, Change::Look { .. });
            let answer = fields.perform(&app, user, &number, change).await?;
            match (answer.status.is_success(), is_look) {
                (true, true) => top.full_identity = answer.body["number"].as_str().map(str::to_owned),
                (true, false) => is_done = true,
                (false, _) => top.problem = serde_json::from_value(answer.body).ok(),
            }
        }
        Err(problem) => top.problem = Some(problem),
    }
    if is_done && fields.text("back") == "counter" {
        return Ok(Redirect::to("/counter").into_response());
    }
    if is_done {
        let to = format!("/certificates/{}?key={}", encoded(&number), encoded(fields.text("key")));
        return Ok(Redirect::to(&to).into_response());
    }
    Ok(show(&app, &visitor, &number, top).await?.into_response())
}

/// What the fields of a button's form ask for.
fn asked(fields: &Fields, number: &str, today: NaiveDate) -> Result<Change, Problem> {
    let number = number.to_owned();
    let command = match fields.text("do") {
        "accept" => Command::Accept,
        "register" => Command::Register,
        "refuse" => Command::Refuse,
        "strike" => Command::Strike { version: fields.whole("target")? },
        "record" => Command::Record { event: Box::new(event(fields, today)?) },
        "study" => return Ok(Change::Study { number, hours: Hours::Entry(entry(fields)?) }),
        "strike_study" => return Ok(Change::Study { number, hours: Hours::Strike(fields.whole("target")?) }),
        "look" => return Ok(Change::Look { number, reason: fields.text("reason").into() }),
        "done" => {
            let task = fields.text("task").parse().map_err(|_| Problem::not_found())?;
            return Ok(Change::Done { number, version: fields.whole("target")?, task });
        }
        "consent" => {
            let consent = fields.text("consent").parse().map_err(|_| Problem::not_found())?;
            return Ok(Change::Consent { number, consent });
        }
        _ => return Err(Problem::malformed("`do` names nothing that can be done")),
    };
    Ok(Change::Act { number, request: ActRequest { version: fields.whole("version")?, on: None, command } })
}

/// An event of the wire from the fields of a page.
fn event(fields: &Fields, today: NaiveDate) -> Result<Event, Problem> {
    let mut wire = Map::from_iter([("on".into(), json!(today))]);
    // Fields of one ground alone are left blank on the page with the others.
    let of_post: &[&str] = if fields.text("ground") == "left_post" { &["left_on", "returned_on"] } else { &[] };
    for &name in ["event", "ground", "until", "arose_on", "outcome"].iter().chain(of_post) {
        wire.extend(fields.given(name).map(|text| (name.into(), json!(text))));
    }
    for name in ["evidence", "written_application"].into_iter().filter(|name| fields.has(name)) {
        wire.insert(name.into(), json!(true));
    }
    if let (Some(from), Some(to)) = (fields.given("away_from"), fields.given("away_to")) {
        wire.insert("absences".into(), json!([{ "from": from, "to": to }]));
    }
    serde_json::from_value(Value::Object(wire)).map_err(|error| Problem::malformed(error.to_string()))
}

fn entry(fields: &Fields) -> Result<Entry, Problem> {
    let hours: f64 = fields.text("hours").parse().map_err(|_| Problem::malformed("`hours` has to be a number"))?;
    let mut wire = Map::from_iter([("hours".into(), json!(hours))]);
    for name in ["on", "mode", "field", "kind", "provider"] {
        wire.extend(fields.given(name).map(|text| (name.into(), json!(text))));
    }
    serde_json::from_value(Value::Object(wire)).map_err(|error| Problem::malformed(error.to_string()))
}
