//! The application form as a page: its fields written, and read back.

use crate::clerk::Fields;
use crate::problem::Problem;
use crate::register::{Dossier, Papers};
use chrono::NaiveDate;
use ruankao::Language;
use ruankao::calendar::iso;
use ruankao::identity::{IdentityDocumentKind, Province};
use ruankao::registration::{Document, Documents, Evidence, Fen, FilledBy, FormDraft, FormField, Payment};

/// The rows of the education table that the page has at the least.
const ROWS: usize = 6;

/// The form as a page shows it.
pub struct FormView {
    pub fields: Vec<FieldView>,
    pub rows: Vec<[FieldView; 4]>,
    pub documents: Vec<Choice>,
    pub provinces: Vec<Choice>,
    pub kinds: Vec<Choice>,
    pub conduct_good: bool,
    pub no_criminal_record: bool,
    pub fit_for_post: bool,
    pub paid: String,
    pub paid_on: String,
}

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
    let fields = FormField::ALL.iter().copied();
    fields.filter(|field| !IN_ROWS.contains(field) && (field.filled_by() != FilledBy::Agency))
}

impl FormView {
    /// The form as it is written; an identity number that is kept already is shown masked, and not written again.
    pub fn of(papers: &Papers, problem: Option<&Problem>, masked: Option<String>, language: Language) -> Self {
        let wrong = |field, row| {
            let defect = problem.and_then(|problem| problem.defect(field, row));
            defect.map(|defect| defect.in_words(&language).to_owned()).unwrap_or_default()
        };
        let fields = outside().map(|field| {
            let is_kept = field == FormField::IdentityNumber && masked.is_some();
            let hint = if is_kept { masked.clone().unwrap_or_default() } else { field.expected(language).to_owned() };
            FieldView {
                name: field.name().into(),
                label: field.label(language),
                value: if is_kept { String::new() } else { papers.form.text(field).into() },
                hint,
                required: field.is_required() && !is_kept,
                wrong: wrong(field, None),
            }
        });
        let written = papers.form.rows();
        let rows = (0..written.len().max(ROWS)).map(|index| {
            let row = written.get(index).cloned().unwrap_or_default();
            let cell = |field: FormField, value: String| FieldView {
                name: format!("{}_{index}", field.name()),
                label: field.label(language),
                value,
                hint: String::new(),
                required: false,
                wrong: wrong(field, Some(index + 1)),
            };
            [
                cell(FormField::RowDate, row.date),
                cell(FormField::RowMode, row.mode),
                cell(FormField::RowContent, row.content),
                cell(FormField::RowHours, row.hours),
            ]
        });
        let evidence = &papers.evidence;
        let documents = Document::ALL.iter().filter(|&&document| document != Document::ApplicationForm);
        let documents = documents.map(|&document| Choice {
            name: document.name().into(),
            words: document.in_words(language),
            chosen: evidence.documents.contains(document),
        });
        let provinces = Province::ALL.iter().map(|&province| Choice {
            name: province.name().into(),
            words: province.in_words(language),
            chosen: province == evidence.province,
        });
        let kinds = IdentityDocumentKind::ALL.iter().map(|&kind| Choice {
            name: kind.name().into(),
            words: kind.in_words(language),
            chosen: kind == papers.form.document,
        });
        Self {
            fields: fields.collect(),
            rows: rows.collect(),
            documents: documents.collect(),
            provinces: provinces.collect(),
            kinds: kinds.collect(),
            conduct_good: evidence.conduct_good,
            no_criminal_record: evidence.no_criminal_record,
            fit_for_post: evidence.fit_for_post,
            paid: evidence.payment.map(|payment| payment.amount.to_string()).unwrap_or_default(),
            paid_on: evidence.payment.map(|payment| payment.on.to_string()).unwrap_or_default(),
        }
    }
}

/// A form on which the register has written what it knows: the paper, and the hours of the last years.
pub fn prefilled(dossier: &Dossier, today: NaiveDate) -> Papers {
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
    Papers { form, evidence: evidence(&Fields::new()).0 }
}

/// Reads the fields of the page: the papers, and what could not be read of what is beside the form.
pub fn read(fields: &Fields) -> (Papers, Option<Problem>) {
    let given = |name: &str| fields.get(name).map(String::as_str).unwrap_or_default();
    let kind = given("document").parse().unwrap_or(IdentityDocumentKind::ResidentIdentityCard);
    let form =
        outside().fold(FormDraft::blank().identified_by(kind), |form, field| form.with(field, given(field.name())));
    let is_row = |index: &usize| fields.contains_key(&format!("row_date_{index}"));
    let form = (0..).take_while(is_row).fold(form, |form, index| {
        let [date, mode, content, hours] = IN_ROWS.map(|field| given(&format!("{}_{index}", field.name())));
        form.row(date, mode, content, hours)
    });
    let (evidence, problem) = evidence(fields);
    (Papers { form, evidence }, problem)
}

fn evidence(fields: &Fields) -> (Evidence, Option<Problem>) {
    let given = |name: &str| fields.get(name).map(|text| text.trim()).unwrap_or_default();
    let documents: Documents =
        Document::ALL.into_iter().filter(|document| fields.contains_key(&format!("document_{document}"))).collect();
    let (payment, problem) = match (given("paid"), given("paid_on")) {
        ("", "") => (None, None),
        (paid, on) => match (fen(paid), iso::parse(on).ok()) {
            (Some(amount), Some(on)) => (Some(Payment { amount, on }), None),
            _ => {
                let kind = Problem::new(
                    axum::http::StatusCode::UNPROCESSABLE_ENTITY,
                    "payment",
                    "缴费金额或日期填写有误",
                    "the payment cannot be read",
                );
                (
                    None,
                    Some(
                        kind.told("金额如30.00，日期如2008-01-10", "an amount such as 30.00, a day such as 2008-01-10"),
                    ),
                )
            }
        },
    };
    let evidence = Evidence {
        documents,
        conduct_good: fields.contains_key("conduct_good"),
        no_criminal_record: fields.contains_key("no_criminal_record"),
        fit_for_post: fields.contains_key("fit_for_post"),
        province: given("province").parse().unwrap_or(Province::Shanghai),
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
