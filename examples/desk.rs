//! One holder at the counter: a form sent back, an application refused, the mended one registered and stamped.
//!
//! `cargo run --release --example desk` prints what a clerk would want to see; `-- zh` prints it in Chinese.

use chrono::NaiveDate;
use core::error::Error;
use ruankao::calendar::iso;
use ruankao::desk::{CertificateFile, Desk, Draft, Examined, PublicRecord};
use ruankao::duty::Duty;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::finding::Document;
use ruankao::identity::{Province, Qualification};
use ruankao::lifecycle::{Approved, Context, Decided, Unapproved};
use ruankao::registration::{Documents, Evidence, Fee, FeeSchedule, Fen, FormDraft, FormField, Paper, Payment};
use ruankao::regulation::Regulation;
use ruankao::{Act, Entry, History, Hours, Language, Ledger};

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let language = if std::env::args().nth(1).as_deref() == Some("zh") { Language::Zh } else { Language::En };
    let regulation = Regulation::default();
    let paper = Paper {
        number: "0531-08".parse()?,
        name: "张三".parse()?,
        qualification: Qualification::SoftwareDesigner,
        obtained_on: iso::parse("2005-03-10")?,
    };
    let fee = Fee { province: Province::Shanghai, amount: Fen(3000), from: iso::parse("2005-01-01")?, to: None };
    let fees = FeeSchedule::new(vec![fee])?;
    let mut ledger: Ledger = [entry("2005-06-01", 60)?, entry("2006-06-01", 60)?].into_iter().collect();
    let mut history = History::from_iter([Act::Approved.on(paper.obtained_on)]);
    let Approved::Subject(certificate) = Unapproved.approve(paper.obtained_on, &regulation)? else {
        return Err("a certificate of 2005 is within the regime".into());
    };

    heading(language, "A form that cannot be read", "无法受理的申请表");
    let unreadable = Draft { form: form("1949年12月", "20007", "合格"), evidence: evidence(None) };
    let Err(defective) = unreadable.submit(iso::parse("2008-01-08")?) else {
        return Err("a postal code has six digits".into());
    };
    defective.defects.iter().for_each(|defect| println!("  {}", defect.in_words(language)));

    // The form is well formed now, and still not all of it is true.
    heading(language, "The first application", "第一次申请");
    let credits = ledger.credits(None);
    let desk =
        Desk { context: Context::new(&regulation).credits(&credits), paper: &paper, ledger: &ledger, fees: &fees };
    let draft = Draft { form: form("1949年11月", "200071", "不合格"), evidence: evidence(None) };
    let submitted = draft.submit(iso::parse("2008-01-12")?)?;
    print!("{}", submitted.form().summary(language));
    let accepted = submitted
        .accept(certificate, iso::parse("2008-01-15")?, Some("SH-1".into()), &desk)
        .map_err(|refused| refused.fault)?;
    history.record(accepted.event());
    let due = accepted.opinion_due(&regulation)?;
    println!("{}{due}", language.choose("opinion due: ", "审查意见期限："));
    print_duties(accepted.duties(&regulation), language);
    let Examined::Unmet(unmet) = accepted.examine(&desk) else { return Err("the fee is not paid".into()) };
    let refusal = unmet.refuse(iso::parse("2008-01-18")?, &desk)?;
    heading(language, "Refused, because", "不予登记，理由");
    refusal.reasons().iter().for_each(|reason| println!("  {}", reason.in_words(language)));
    history.record(refusal.event());
    print_duties(refusal.duties(&regulation), language);
    let Decided::Running(certificate) = refusal.into_certificate() else {
        return Err("the term runs to 2008-03-10".into());
    };

    heading(language, "The mended application", "补正后的申请");
    ledger.record(entry("2008-02-20", 60)?);
    let credits = ledger.credits(None);
    let desk =
        Desk { context: Context::new(&regulation).credits(&credits), paper: &paper, ledger: &ledger, fees: &fees };
    let paid = Payment { amount: Fen(3000), on: iso::parse("2008-02-26")? };
    let mended = form("1949年12月", "200071", "合格")
        .with(FormField::AppliedOn, "2008年2月22日")
        .with(FormField::EmployerDate, "2008年2月25日")
        .row("2008年2月20日", "业余", "软件测试新标准", "60");
    let submitted = Draft { form: mended, evidence: evidence(Some(paid)) }.submit(paid.on)?;
    print!("{}", submitted.form().summary(language));
    let accepted =
        submitted.accept(certificate, paid.on, Some("SH-1".into()), &desk).map_err(|refused| refused.fault)?;
    history.record(accepted.event());
    println!("{}{}", language.choose("opinion due: ", "审查意见期限："), accepted.opinion_due(&regulation)?);
    let met = match accepted.examine(&desk) {
        Examined::Met(met) => met,
        Examined::Unmet(unmet) => return Err(format!("{:?}", unmet.reasons()).into()),
    };
    let registered = met.register(iso::parse("2008-03-05")?, &desk)?;
    history.record(registered.event());

    heading(language, "The registration page", "证书登记页");
    println!("  {}", registered.page().in_words(language));
    print_duties(registered.duties(&regulation), language);

    heading(language, "What the public sees", "网上查询");
    let file = CertificateFile { paper: paper.clone(), history };
    for on in ["2008-01-16", "2008-03-05", "2011-03-06"] {
        let record = PublicRecord::on(&file, iso::parse(on)?, desk.context)?;
        println!("  {on} {}", serde_json::to_string(&record)?);
    }
    Ok(())
}

fn heading(language: Language, en: &str, zh: &str) {
    println!("\n== {}", language.choose(en, zh));
}

fn print_duties(duties: impl Iterator<Item = Duty>, language: Language) {
    duties.for_each(|duty| println!("  → {}", duty.in_words(language)));
}

fn entry(on: &str, hours: u32) -> Outcome<Entry> {
    let on: NaiveDate = iso::parse(on)?;
    let (mode, field, kind) = (StudyMode::SpareTime, Field::Software, ContentKind::Technology);
    Ok(Entry { on, hours: Hours::whole(hours), mode, field, kind, provider: Some("T1".into()) })
}

fn evidence(payment: Option<Payment>) -> Evidence {
    Evidence {
        documents: Documents::ALL.without(Document::ApplicationForm),
        conduct_good: true,
        no_criminal_record: true,
        fit_for_post: true,
        province: Province::Shanghai,
        payment,
    }
}

/// What the holder wrote, but for the fields that change.
fn form(birth: &str, postal_code: &str, employer_result: &str) -> FormDraft {
    [
        (FormField::Category, "计算机软件"),
        (FormField::Qualification, "软件设计师（中级）"),
        (FormField::Name, "张三"),
        (FormField::Sex, "女"),
        (FormField::Birth, birth),
        (FormField::Photo, "有"),
        (FormField::Health, "良好"),
        (FormField::IdentityNumber, "11010519491231002X"),
        (FormField::CertificateNumber, "0531-08"),
        (FormField::ObtainedOn, "2005年3月10日"),
        (FormField::Address, "虬江路1000号"),
        (FormField::PostalCode, postal_code),
        (FormField::Employer, "某软件公司"),
        (FormField::Telephone, "021-36337995"),
        (FormField::EmployerResult, employer_result),
        (FormField::EmployerDate, "2008年1月10日"),
        (FormField::EmployerSeal, "有"),
        (FormField::Signature, "有"),
        (FormField::AppliedOn, "2008年1月8日"),
    ]
    .into_iter()
    .fold(FormDraft::blank(), |draft, (field, text)| draft.with(field, text))
    .row("2005年6月1日", "业余", "软件体系结构", "60")
    .row("2006年6月1日", "业余", "著作权法规", "60")
}
