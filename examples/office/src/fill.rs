//! Filling the register on first use: users, and the stories as certificates.

use crate::app::App;
use crate::law;
use crate::problem::Problem;
use crate::record::{self, Addition, By, Hours};
use crate::register;
use crate::users;
use chrono::{Datelike, NaiveDate};
use ruankao::desk::Draft;
use ruankao::identity::{CitizenNumber, IdentityDocumentKind, Province, Qualification};
use ruankao::lifecycle::ActName;
use ruankao::oversight::Authority;
use ruankao::registration::{Documents, Evidence, FormDraft, FormField, Paper, Payment};
use ruankao::story::{Story, stories};
use ruankao::{Language, Mode};
use sqlx::AnyConnection;

/// The agency that the stories apply to, whose clerks log in.
pub const AGENCY: &str = "上海市登记实施机构";

/// The demonstration's users: name, role, body. The password of each is its name.
pub const DEMO_USERS: [(&str, Authority, Option<&str>); 5] = [
    ("clerk", Authority::RegistrationAgency, Some(AGENCY)),
    ("colleague", Authority::RegistrationAgency, Some(AGENCY)),
    ("province", Authority::ProvincialAuthority, None),
    ("office", Authority::Office, None),
    ("centre", Authority::Centre, None),
];

const SURNAMES: [&str; 12] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙"];
const GIVEN: [&str; 10] = ["伟", "芳", "秀英", "敏", "静", "丽", "强", "磊", "洋", "艳"];

/// Fills an empty database; says whether it was empty.
pub async fn fill(app: &App) -> Result<bool, Problem> {
    let mut tx = app.store.begin().await?;
    law::keep(&mut tx, &app.laws.office, app.clock.today()).await?;
    let (filled,): (i64,) = sqlx::query_as("SELECT COUNT(*) FROM users").fetch_one(&mut *tx).await?;
    if filled == 0 {
        for (name, role, body) in DEMO_USERS {
            users::add(&mut tx, name, name, role, body).await?;
        }
        for (index, story) in stories().enumerate() {
            fill_story(app, &mut tx, story, index).await?;
        }
    }
    tx.commit().await?;
    Ok(filled == 0)
}

/// A certificate for a story: what is dated up to today, recorded and struck as the story has it.
async fn fill_story(app: &App, tx: &mut AnyConnection, story: &Story, index: usize) -> Result<(), Problem> {
    let (today, file) = (app.clock.today(), story.open());
    let Some(obtained_on) = file.history().held(None).next().map(|(_, event)| event.on).filter(|&on| on <= today)
    else {
        return Ok(());
    };
    let name = format!("{}{}", SURNAMES[index % SURNAMES.len()], GIVEN[index % GIVEN.len()]);
    let qualification =
        if index.is_multiple_of(3) { Qualification::SystemsAnalyst } else { Qualification::SoftwareDesigner };
    let number = format!("31-{}-{:04}", obtained_on.year(), index + 1);
    let paper = paper(&number, &name, qualification, obtained_on)?;
    let holder = record::add_holder(tx).await?;
    let citizen = citizen_number(index);
    let owner = register::holder_owner(&holder);
    record::keep_identity(tx, &owner, IdentityDocumentKind::ResidentIdentityCard, &citizen).await?;
    // What the stories suppose is kept: a repeal, another reading, a list of agencies.
    let other = (*file.law() != app.laws.office).then(|| file.law());
    let other = match other {
        Some(law) => Some(law::keep(tx, law, today).await?),
        None => None,
    };
    record::add_certificate(tx, &paper, &holder, other.as_deref(), Mode::Recorded, Some(story.id())).await?;

    let mut strikings = Vec::new();
    for (place, record) in file.ledger().records().iter().enumerate().filter(|(_, record)| record.recorded() <= today) {
        let by = By { actor: "clerk", today: record.recorded() };
        let version = record::append_study(tx, &holder, &Hours::Entry(record.what().clone()), by).await?;
        strikings.extend(record.struck().filter(|&on| on <= today).map(|on| (place, version, on)));
    }
    for (_, version, on) in strikings {
        let by = By { actor: "clerk", today: on };
        record::append_study(tx, &holder, &Hours::Strike(version), by).await?;
    }
    for record in file.history().records().iter().filter(|record| record.recorded() <= today) {
        let dossier = register::found(tx, &app.laws, &number).await?;
        let event = record.what();
        // The stories tell no forms; what lies on a table here needs one.
        let filed = matches!(event.act.name(), ActName::ApplicationFiled | ActName::ApplicationAccepted);
        let papers = (filed && dossier.papers().is_none()).then(|| papers(&paper, &citizen, event.on));
        let addition = Addition { event: Some(event), papers: papers.as_ref(), ..Addition::default() };
        let by = By { actor: "clerk", today: record.recorded() };
        let version = record::append(tx, &dossier, addition, by).await?;
        if event.on < today {
            let done = "UPDATE duties SET done_on = $3, done_by = 'clerk' WHERE certificate = $1 AND version = $2 AND task <> 'give_opinion'";
            let done = sqlx::query(done).bind(&number).bind(version).bind(event.on.to_string());
            done.execute(&mut *tx).await?;
        }
    }
    Ok(())
}

/// A paper with these words; refused where they make none.
pub fn paper(number: &str, name: &str, qualification: Qualification, obtained_on: NaiveDate) -> Result<Paper, Problem> {
    let number = number.parse().map_err(|error| Problem::malformed(format!("`number`: {error}")))?;
    let name = name.parse().map_err(|error| Problem::malformed(format!("`name`: {error}")))?;
    Ok(Paper { number, name, qualification, obtained_on })
}

/// A citizen number that is well formed and nobody's in particular: a woman's, born in 1970.
fn citizen_number(index: usize) -> String {
    let day = NaiveDate::from_yo_opt(1970, u32::try_from(index % 365).unwrap_or(0) + 1).unwrap_or_default();
    let body = format!("310101{}{:02}2", day.format("%Y%m%d"), index / 365 % 100);
    let last = "0123456789X".chars().map(|last| format!("{body}{last}"));
    last.into_iter().find(|number| CitizenNumber::parse(number).is_ok()).unwrap_or(body)
}

/// A form that agrees with the paper, and everything that has to come with it.
fn papers(paper: &Paper, citizen: &str, on: NaiveDate) -> Draft {
    let text = |day: NaiveDate| day.format("%Y-%m-%d").to_string();
    let birth = format!("{}-{}", citizen.get(6..10).unwrap_or_default(), citizen.get(10..12).unwrap_or_default());
    let category = paper.qualification.category().map_or("", |category| category.in_words(Language::Zh));
    let form = [
        (FormField::Category, category),
        (FormField::Qualification, paper.qualification.name()),
        (FormField::Name, paper.name.exposed()),
        (FormField::Sex, "女"),
        (FormField::Birth, &birth),
        (FormField::Photo, "有"),
        (FormField::Health, "良好"),
        (FormField::IdentityNumber, citizen),
        (FormField::CertificateNumber, paper.number.as_str()),
        (FormField::ObtainedOn, &text(paper.obtained_on)),
        (FormField::Address, "虬江路1000号"),
        (FormField::PostalCode, "200071"),
        (FormField::Employer, "某软件公司"),
        (FormField::Telephone, "021-36337995"),
        (FormField::EmployerResult, "合格"),
        (FormField::EmployerDate, &text(on)),
        (FormField::EmployerSeal, "有"),
        (FormField::Signature, "有"),
        (FormField::AppliedOn, &text(on)),
    ];
    let form = form.into_iter().fold(FormDraft::blank(), |form, (field, text)| form.with(field, text));
    let evidence = Evidence {
        documents: Documents::ALL,
        conduct_good: true,
        no_criminal_record: true,
        fit_for_post: true,
        province: Province::Shanghai,
        payment: Some(Payment { amount: ruankao::registration::Fen(3000), on }),
    };
    Draft { form, evidence }
}
