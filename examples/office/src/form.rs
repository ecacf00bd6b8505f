//! The application form as a page: its fields written, and read back.

use crate::api::read;
use crate::app::{App, Shared};
use crate::change::{ActRequest, Change, Command};
use crate::clerk::Fields;
use crate::decide::keep_identity_number;
use crate::openapi::Papers;
use crate::pages::{self, Html, encoded};
use crate::problem::Problem;
use crate::register::Dossier;
use crate::users::{self, power};
use crate::visitor::{At, Visitor};
use askama::Template;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use ruankao::Language;
use ruankao::calendar::iso;
use ruankao::desk::{Desk, Draft};
use ruankao::identity::{IdentityDocument, IdentityDocumentKind, Province};
use ruankao::lifecycle::ActName;
use ruankao::naming::Words;
use ruankao::registration::{Document, Documents, Evidence, Fen, FilledBy, FormDraft, FormField, Payment, RowDraft};

/// The rows of the education table that the page has at the least.
const ROWS: usize = 6;

/// A field: what is written in it, and what is wrong with that.
pub struct FieldView {
    pub name: String,
    pub label: &'static str,
    pub value: String,
    pub hint: String,
    pub required: bool,
    pub wrong: String,
}

/// Something to choose.
pub struct Choice {
    pub name: String,
    pub words: &'static str,
    pub chosen: bool,
}

const IN_ROWS: [FormField; 4] = [FormField::RowDate, FormField::RowMode, FormField::RowContent, FormField::RowHours];

/// The fields that the page has outside the table; the agency's own part is its decision.
fn outside() -> impl Iterator<Item = FormField> {
    FormField::ALL.iter().copied().filter(|field| !field.is_in_row() && field.filled_by() != FilledBy::Agency)
}

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage {
    v: Visitor,
    dossier: Dossier,
    key: String,
    /// What is written on the form, and what is ticked beside it.
    papers: Draft,
    /// The identity number that is kept already: it is shown masked, and not written again.
    kept: Option<String>,
    /// Whether papers lie there already.
    is_correction: bool,
    problem: Option<Problem>,
}

pub async fn page(State(app): State<Shared>, visitor: Visitor, At(number): At<String>) -> Result<Html, Problem> {
    visitor.user()?.require(power(ActName::ApplicationFiled))?;
    let dossier = read(&app, &number).await?;
    let papers = lying(&app, &dossier)?.cloned().unwrap_or_else(|| prefilled(&dossier, app.clock.today()));
    show(&app, visitor, dossier, papers, None)
}

fn show(
    app: &App,
    visitor: Visitor,
    dossier: Dossier,
    papers: Draft,
    problem: Option<Problem>,
) -> Result<Html, Problem> {
    let lying = lying(app, &dossier)?;
    let kept = lying.and_then(identity_of).map(|document| document.masked().to_string());
    let is_correction = lying.is_some();
    let status = problem.as_ref().map_or(StatusCode::OK, Problem::status);
    let page = FormPage { v: visitor, dossier, key: users::secret(), papers, kept, is_correction, problem };
    pages::html(status, &page)
}

pub async fn hand_in(
    State(app): State<Shared>,
    visitor: Visitor,
    At(number): At<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let dossier = read(&app, &number).await?;
    let lying = lying(&app, &dossier)?;
    let (papers, unread) = written(&fields);
    let papers = keep_identity_number(papers, lying);
    let problem = match unread {
        Some(problem) => problem,
        None => {
            let command = if lying.is_some() { Command::Correct } else { Command::File };
            let request =
                ActRequest { version: fields.whole("version")?, on: None, command: command(Papers(papers.clone())) };
            let change = Change::Act { number: number.clone(), request };
            let answer = fields.perform(&app, visitor.user()?, &number, change).await?;
            if answer.status.is_success() {
                return Ok(Redirect::to(&format!("/certificates/{}", encoded(&number))).into_response());
            }
            serde_json::from_value(answer.body)?
        }
    };
    Ok(show(&app, visitor, dossier, papers, Some(problem))?.into_response())
}

/// The identity document that a form names.
pub fn identity_of(papers: &Draft) -> Option<IdentityDocument> {
    IdentityDocument::parse(papers.form.document, papers.form.text(FormField::IdentityNumber).trim()).ok()
}

/// The papers of the application that lies there now.
pub fn lying<'d>(app: &App, dossier: &'d Dossier) -> Result<Option<&'d Draft>, Problem> {
    Ok(match dossier.open().desk(&app.fees)? {
        Desk::Filed(_) | Desk::UnderReview(_) => dossier.newest_papers(),
        Desk::Free(_) | Desk::Closed(_) => None,
    })
}

impl FormPage {
    fn fields(&self) -> impl Iterator<Item = FieldView> {
        outside().map(|field| match &self.kept {
            Some(kept) if field == FormField::IdentityNumber => {
                FieldView { hint: kept.clone(), ..self.field(field, None, "") }
            }
            _ => FieldView {
                hint: field.expected(self.v.language).into(),
                required: field.is_required(),
                ..self.field(field, None, self.papers.form.text(field))
            },
        })
    }

    fn rows(&self) -> Vec<[FieldView; 4]> {
        let (written, blank) = (self.papers.form.rows(), RowDraft::default());
        let rows = (0..written.len().max(ROWS)).map(|index| {
            let row = written.get(index).unwrap_or(&blank);
            let texts = [&row.date, &row.mode, &row.content, &row.hours];
            [0, 1, 2, 3].map(|place| self.field(IN_ROWS[place], Some(index), texts[place]))
        });
        rows.collect()
    }

    fn field(&self, field: FormField, row: Option<usize>, value: &str) -> FieldView {
        let defect = self.problem.as_ref().and_then(|problem| problem.defect(field, row.map(|row| row + 1)));
        FieldView {
            name: row.map_or_else(|| field.name().to_owned(), |row| format!("{}_{row}", field.name())),
            label: field.label(self.v.language),
            value: value.into(),
            hint: String::new(),
            required: false,
            wrong: defect.map(|defect| defect.words.in_words(&self.v.language).to_owned()).unwrap_or_default(),
        }
    }

    fn documents(&self) -> Vec<Choice> {
        let documents = Document::ALL.into_iter().filter(|&document| document != Document::ApplicationForm);
        choices(documents, self.v.language, |document| self.papers.evidence.documents.contains(*document))
    }

    fn provinces(&self) -> Vec<Choice> {
        choices(Province::ALL, self.v.language, |province| *province == self.papers.evidence.province)
    }

    fn kinds(&self) -> Vec<Choice> {
        choices(IdentityDocumentKind::ALL, self.v.language, |kind| *kind == self.papers.form.document)
    }
}

fn choices<T: Copy + ToString + Into<Words>>(
    all: impl IntoIterator<Item = T>,
    language: Language,
    chosen: impl Fn(&T) -> bool,
) -> Vec<Choice> {
    let choice =
        |named: T| Choice { name: named.to_string(), words: named.into().in_words(language), chosen: chosen(&named) };
    all.into_iter().map(choice).collect()
}

/// A form on which the register has written what it knows: the paper, and the hours of the last years.
fn prefilled(dossier: &Dossier, today: NaiveDate) -> Draft {
    let paper = dossier.paper();
    let category = paper.qualification.category().map_or("", |category| category.in_words(Language::Zh));
    let known = [
        (FormField::Category, category.to_owned()),
        (FormField::Qualification, paper.qualification.name().to_owned()),
        (FormField::Name, paper.name.exposed().to_owned()),
        (FormField::CertificateNumber, paper.number.as_str().to_owned()),
        (FormField::ObtainedOn, paper.obtained_on.to_string()),
        (FormField::AppliedOn, today.to_string()),
    ];
    let form = known.into_iter().fold(FormDraft::blank(), |form, (field, text)| form.with(field, text));
    let open = dossier.open();
    let since = open.on(today).ok().and_then(|as_of| as_of.certificate().term().map(|term| term.start()));
    let entries = dossier.ledger.held(None).map(|(_, entry)| entry).filter(|entry| Some(entry.on) > since);
    let form = entries.fold(form, |form, entry| {
        let what = format!("{}{}", entry.field.in_words(Language::Zh), entry.kind.in_words(Language::Zh));
        form.row(&entry.on.to_string(), entry.mode.in_words(Language::Zh), &what, &entry.hours.to_string())
    });
    Draft { form, evidence: evidence(&Fields::default()).0 }
}

/// Reads the fields of the page: the papers, and what could not be read of what is beside the form.
fn written(fields: &Fields) -> (Draft, Option<Problem>) {
    let kind = fields.text("document").parse().unwrap_or(IdentityDocumentKind::ResidentIdentityCard);
    let form = FormDraft::blank().identified_by(kind);
    let form = outside().fold(form, |form, field| form.with(field, fields.text(field.name())));
    let is_row = |index: &usize| fields.has(&format!("row_date_{index}"));
    let form = (0..).take_while(is_row).fold(form, |form, index| {
        let cells = IN_ROWS.map(|field| format!("{}_{index}", field.name()));
        let [date, mode, content, hours] = cells.each_ref().map(|name| fields.text(name));
        form.row(date, mode, content, hours)
    });
    let (evidence, problem) = evidence(fields);
    (Draft { form, evidence }, problem)
}

fn evidence(fields: &Fields) -> (Evidence, Option<Problem>) {
    let is_ticked = |document: &Document| fields.has(&format!("document_{document}"));
    let documents: Documents = Document::ALL.into_iter().filter(is_ticked).collect();
    let (payment, problem) = match (fields.text("paid"), fields.text("paid_on")) {
        ("", "") => (None, None),
        (paid, on) => match (fen(paid), iso::parse(on).ok()) {
            (Some(amount), Some(on)) => (Some(Payment { amount, on }), None),
            _ => {
                let (zh, en) = ("缴费金额或日期填写有误", "the payment cannot be read");
                let problem = Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "payment", zh, en);
                (
                    None,
                    Some(
                        problem
                            .told("金额如30.00，日期如2008-01-10", "an amount such as 30.00, a day such as 2008-01-10"),
                    ),
                )
            }
        },
    };
    let evidence = Evidence {
        documents,
        conduct_good: fields.has("conduct_good"),
        no_criminal_record: fields.has("no_criminal_record"),
        fit_for_post: fields.has("fit_for_post"),
        province: fields.text("province").parse().unwrap_or(Province::Shanghai),
        payment,
    };
    (evidence, problem)
}

/// An amount in yuan, with two places for the fen or none.
fn fen(text: &str) -> Option<Fen> {
    let (yuan, fen) = text.split_once('.').unwrap_or((text, "00"));
    let fen: u32 = Some(fen).filter(|fen| fen.len() == 2)?.parse().ok()?;
    Some(Fen(yuan.parse::<u32>().ok()?.checked_mul(100)?.checked_add(fen)?))
}
