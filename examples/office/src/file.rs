//! A file: what the register holds of a certificate, what the law makes of it, and what can be done.

use crate::api::read;
use crate::app::{App, Shared};
use crate::change::CONSENTS;
use crate::clerk::Fields;
use crate::decide;
use crate::desk::{self, Owed};
use crate::form::{identity_of, lying};
use crate::pages::{self, Html};
use crate::problem::{Found, Problem};
use crate::register::{self, Dossier, Row, Study};
use crate::users::{self, User, power};
use crate::visitor::{Asked, At, Visitor};
use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{Months, NaiveDate};
use ruankao::appeal::Outcome;
use ruankao::desk::{Desk, Examined};
use ruankao::lifecycle::{ActName, PhaseName};
use ruankao::naming::Shown;
use ruankao::oversight::Power;
use ruankao::registration::Filing;
use ruankao::revocation::Revocation;
use ruankao::{Act, AsOf, Language, Mode, Standing};
use serde_json::Value;

#[derive(Template)]
#[template(path = "file.html")]
struct FilePage {
    v: Visitor,
    dossier: Dossier,
    /// The identity number, masked.
    identity: String,
    standing: Standing,
    deadline: Option<NaiveDate>,
    last_valid_day: Option<NaiveDate>,
    hours_missing: String,
    reasons: String,
    plan: String,
    key: String,
    /// The hours, each with the reason why it does not count, if it does not.
    studies: Vec<(Study, String)>,
    duties: Vec<Owed>,
    others: Vec<String>,
    lies: Option<Lies>,
    /// The acts of the user's that can be done today.
    possible: Vec<ActName>,
    /// Whether the form names another identity document than the register.
    is_other_document: bool,
    top: OnTop,
}

/// The application that lies with the file: its form, and what the law finds in it today.
struct Lies {
    summary: String,
    opinion_due: Option<NaiveDate>,
    findings: Vec<Found>,
    /// Whether it can be registered, or else refused; none where it was not examined.
    met: Option<bool>,
}

/// What is shown on top of a file.
#[derive(Default)]
pub struct OnTop {
    /// What was just stamped.
    pub page: Option<String>,
    pub problem: Option<Problem>,
    pub full_identity: Option<String>,
}

impl FilePage {
    fn can(&self, act: &str) -> bool {
        self.possible.iter().any(|possible| possible.name() == act)
    }

    fn may_strike(&self, row: &Row) -> bool {
        row.struck_on.is_none() && row.event.as_ref().is_some_and(|event| self.v.holds(power(event.act.name())))
    }

    /// What the user may consent to or verify.
    fn consents(&self) -> impl Iterator<Item = Power> {
        CONSENTS.into_iter().filter(|&consent| self.v.holds(consent))
    }

    /// The story it was filled from: its title, and what it teaches.
    fn story(&self) -> Option<(&'static str, &'static str)> {
        let story = ruankao::story::find(self.dossier.story.as_deref()?)?;
        Some((story.title(self.v.language), story.lesson(self.v.language)))
    }
}

pub async fn page(
    State(app): State<Shared>,
    visitor: Visitor,
    At(number): At<String>,
    Asked(asked): Asked<Fields>,
) -> Result<Html, Problem> {
    // The key of what was just done.
    let page = match asked.given("key") {
        Some(key) => stamped(&app, visitor.user()?, key, visitor.language).await?,
        None => None,
    };
    show(&app, &visitor, &number, OnTop { page, ..OnTop::default() }).await
}

/// The registration page that the request with that key came to.
async fn stamped(app: &Shared, user: &User, key: &str, language: Language) -> Result<Option<String>, Problem> {
    let query = sqlx::query_as("SELECT body FROM answers WHERE actor = $1 AND key = $2").bind(&user.name).bind(key);
    let row: Option<(Option<String>,)> = query.fetch_optional(&app.store.readers).await?;
    let body: Value = row.and_then(|(body,)| serde_json::from_str(&body?).ok()).unwrap_or_default();
    Ok(body["page"][language.name()].as_str().map(str::to_owned))
}

pub async fn show(app: &Shared, visitor: &Visitor, number: &str, top: OnTop) -> Result<Html, Problem> {
    let (user, language, today) = (visitor.user()?, visitor.language, app.clock.today());
    let dossier = read(app, number).await?;
    let mut connection = app.store.readers.acquire().await?;
    let document = register::identity(&mut connection, &register::holder_owner(&dossier.holder)).await?;
    let query =
        sqlx::query_scalar("SELECT number FROM certificates WHERE holder = $1 AND number <> $2 ORDER BY number");
    let others = query.bind(&dossier.holder).bind(dossier.number()).fetch_all(&mut *connection).await?;
    drop(connection);
    let duties = desk::owed(app, &dossier, user.role).await?;
    let lies = lies(app, &dossier, user, language)?;
    let possible = possible(&dossier, user, today);
    let on_form = lying(app, &dossier)?.and_then(identity_of);
    let open = dossier.open();
    let as_of = open.on(today)?;
    let page = FilePage {
        v: visitor.clone(),
        identity: document.as_ref().map(|document| document.masked().to_string()).unwrap_or_default(),
        standing: as_of.standing(),
        deadline: as_of.deadline(),
        last_valid_day: as_of.last_valid_day(),
        hours_missing: as_of.hours_missing().to_string(),
        reasons: as_of.explain().in_words(language).to_string(),
        plan: as_of.plan().in_words(language).to_string(),
        key: users::secret(),
        studies: with_reasons(&dossier, &as_of, language),
        duties,
        others,
        lies,
        possible,
        is_other_document: on_form.zip(document).is_some_and(|(form, held)| !form.same_number(&held)),
        top,
        dossier: {
            drop(open);
            dossier
        },
    };
    pages::html(page.top.problem.as_ref().map_or(StatusCode::OK, Problem::status), &page)
}

/// The acts of the user's that the law takes today. Those that need nothing further are tried, and nothing is kept; for
/// those that rest on a claim, a term has to run.
fn possible(dossier: &Dossier, user: &User, today: NaiveDate) -> Vec<ActName> {
    let open = dossier.open();
    let Ok(as_of) = open.on(today) else { return Vec::new() };
    let phase = as_of.standing().phase.name();
    let runs = matches!(phase, PhaseName::InForce | PhaseName::RegistrationDue | PhaseName::Deferred);
    let is_taken = |act: Act| open.clone().record_in(Mode::Strict, act.on(today)).is_ok();
    let can = |act: &ActName| match act {
        ActName::DeferralRequested => runs,
        ActName::ExtensionGranted => runs || matches!(phase, PhaseName::Filed | PhaseName::UnderReview),
        ActName::ApplicationFiled => is_taken(Act::ApplicationFiled(Filing { agency: user.body.clone() })),
        ActName::ApplicationWithdrawn => is_taken(Act::ApplicationWithdrawn),
        ActName::DeferralGranted => is_taken(Act::DeferralGranted),
        ActName::DeferralRefused => is_taken(Act::DeferralRefused),
        ActName::Cancelled => is_taken(Act::Cancelled(Revocation::MajorLoss)),
        ActName::CancellationPublished => is_taken(Act::CancellationPublished),
        ActName::AppealFiled => is_taken(Act::AppealFiled),
        ActName::AppealDecided => is_taken(Act::AppealDecided(Outcome::Upheld)),
        // What is decided at the counter depends on the papers.
        ActName::ApplicationAccepted => phase == PhaseName::Filed,
        ActName::Approved | ActName::Registered | ActName::Refused => false,
    };
    ActName::ALL.into_iter().filter(|act| user.holds(power(*act)) && can(act)).collect()
}

/// What lies with the file: the form, and what the law finds in it today.
fn lies(app: &App, dossier: &Dossier, user: &User, language: Language) -> Result<Option<Lies>, Problem> {
    let today = app.clock.today();
    let Some(papers) = dossier.newest_papers() else { return Ok(None) };
    let Ok(read) = papers.form.read() else { return Ok(None) };
    let summary = read.summary(language).to_string();
    let found = |findings: &[ruankao::Finding]| findings.iter().map(Found::of).collect();
    let mut open = dossier.open();
    let (opinion_due, findings, met) = match open.desk(&app.fees)? {
        Desk::Filed(pending) => {
            let submitted = pending.take_up(read, papers.evidence);
            (None, found(submitted.findings(today).findings()), None)
        }
        Desk::UnderReview(pending) => {
            let opinion_due = pending.take_up(read).opinion_due().ok();
            match decide::examine(app, &mut dossier.open(), dossier, today, user) {
                Ok(Examined::Met(_)) => (opinion_due, Vec::new(), Some(true)),
                Ok(Examined::Unmet(unmet)) => (opinion_due, found(unmet.reasons()), Some(false)),
                Err(problem) => (opinion_due, problem.findings, None),
            }
        }
        Desk::Free(_) | Desk::Closed(_) => return Ok(None),
    };
    Ok(Some(Lies { summary, opinion_due, findings, met }))
}

/// The hours, each with the reason why it does not count, if it does not.
fn with_reasons(dossier: &Dossier, as_of: &AsOf<'_>, language: Language) -> Vec<(Study, String)> {
    let progress = as_of.education().ok();
    let disregarded = progress.as_ref().map(|progress| progress.disregarded.as_slice()).unwrap_or_default();
    let why = |place: usize| disregarded.iter().find(|disregarded| disregarded.entry == place);
    let why = |place| why(place).map(|why| why.reason.in_words(language).to_string()).unwrap_or_default();
    dossier.studies.iter().enumerate().map(|(place, study)| (study.clone(), why(place))).collect()
}

/// The life as a drawing.
pub async fn life(State(app): State<Shared>, visitor: Visitor, At(number): At<String>) -> Result<Response, Problem> {
    visitor.user()?;
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
