//! One holder at the counter: a form sent back, corrected without losing its place in time, an application refused, the
//! mended one registered and stamped.
//!
//! `cargo run --release --example desk` prints what a clerk would want to see; `-- zh` prints it in Chinese.

use ruankao::calendar::iso;
use ruankao::desk::{Check, Desk, Draft, Examined, Folder, PublicRecord};
use ruankao::duty::Duty;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::{Province, Qualification};
use ruankao::registration::{
    Document, Documents, Evidence, Fee, FeeSchedule, Fen, FormDraft, FormField, Paper, Payment,
};
use ruankao::{Act, Entry, Error, History, Hours, Language, Law, Ledger, day};

fn main() -> Result<(), Box<dyn core::error::Error>> {
    let language = if std::env::args().nth(1).as_deref() == Some("zh") { Language::Zh } else { Language::En };
    // Each step says which one comes next; here all of them are known beforehand.
    counter(language)?.ok_or("a step went another way than it was written")?;
    Ok(())
}

fn counter(language: Language) -> Result<Option<()>, Error> {
    let law = Law::of_2004();
    let fee = Fee { province: Province::Shanghai, amount: Fen(3000), from: day!(2005, 1, 1), to: None };
    let fees = FeeSchedule::new(vec![fee])?;
    let (number, name) = ("0531-08".parse()?, "张三".parse()?);
    let paper = Paper { number, name, qualification: Qualification::SoftwareDesigner, obtained_on: day!(2005, 3, 10) };
    let folder = Folder::new(paper, History::from_iter([Act::Approved.on(day!(2005, 3, 10))]))?;
    let ledger: Ledger = [entry("2005-06-01", 60)?, entry("2006-06-01", 60)?].into_iter().collect();
    let mut open = folder.open(&law, &ledger);
    let Desk::Free(desk) = open.desk(&fees)? else { return Ok(None) };

    heading(language, "A form that cannot be read", "无法受理的申请表");
    let unreadable = Draft { form: form("1949年11月", "20007", "不合格"), evidence: evidence(None) };
    let Err(unfiled) = unreadable.submit(desk, day!(2008, 1, 8), None) else { return Ok(None) };
    println!("  {}", unfiled.flaw.in_words(language));

    // The form is well formed now, and still not all of it is true.
    heading(language, "The first application", "第一次申请");
    let draft = Draft { form: form("1949年11月", "200071", "不合格"), evidence: evidence(None) };
    let submitted = draft.submit(unfiled.desk, day!(2008, 1, 12), Some("SH-1".into()))?;
    print!("{}", submitted.form().summary(language));
    heading(language, "Sent back for correction", "退回补正");
    let findings = submitted.findings(day!(2008, 1, 15)).into_findings();
    findings.iter().for_each(|finding| println!("  {}", finding.in_words(language)));
    let submitted = submitted.correct(&form("1949年12月", "200071", "不合格"))?;
    println!("{}{}", language.choose("handed in, as before: ", "提交日期不变："), submitted.submitted_on());
    let accepted = submitted.accept(day!(2008, 1, 15), None)?;
    println!("{}{}", language.choose("opinion due: ", "审查意见期限："), accepted.opinion_due()?);
    print_duties(accepted.duties(), language);
    let Examined::Unmet(unmet) = accepted.examine(day!(2008, 1, 18), None)? else { return Ok(None) };
    let refusal = unmet.refuse()?;
    heading(language, "Refused, because", "不予登记，理由");
    refusal.reasons().iter().for_each(|reason| println!("  {}", reason.in_words(language)));
    print_duties(refusal.duties(), language);

    // More is studied, and entered where the folder is kept.
    open.record_study(entry("2008-02-20", 60)?);
    let Desk::Free(desk) = open.desk(&fees)? else { return Ok(None) };

    heading(language, "The mended application", "补正后的申请");
    let paid = Payment { amount: Fen(3000), on: day!(2008, 2, 28) };
    let mended = form("1949年12月", "200071", "合格")
        .with(FormField::AppliedOn, "2008年2月22日")
        .with(FormField::EmployerDate, "2008年2月25日")
        .row("2008年2月20日", "业余", "软件测试新标准", "60");
    let draft = Draft { form: mended.clone(), evidence: evidence(None) };
    let submitted = draft.submit(desk, day!(2008, 2, 26), Some("SH-1".into()))?;
    print!("{}", submitted.form().summary(language));
    let accepted = submitted.accept(day!(2008, 2, 26), None)?;
    println!("{}{}", language.choose("opinion due: ", "审查意见期限："), accepted.opinion_due()?);
    // The fee is paid under review, which counts at the decision.
    let accepted = accepted.renew(paid.on, mended.read()?, &evidence(Some(paid)))?;
    let Examined::Met(met) = accepted.examine(day!(2008, 3, 5), None)? else { return Ok(None) };
    let registered = met.register();

    heading(language, "The registration page", "证书登记页");
    println!("  {}", registered.page().in_words(language));
    print_duties(registered.duties(), language);

    heading(language, "What the public sees", "网上查询");
    for on in [day!(2008, 1, 16), day!(2008, 3, 5), day!(2011, 3, 6), day!(2024, 5, 6)] {
        let record = PublicRecord::on(&open, on)?.in_words(language).to_string();
        println!("  {on}\n    {}", record.replace('\n', "\n    "));
    }

    heading(language, "An employer checks", "用人单位核对");
    for name in ["张三", "张四"] {
        let check: Check = open.check(&"0531-08".parse()?, &name.parse()?);
        println!("  {}", check.in_words(language));
    }
    Ok(Some(()))
}

fn heading(language: Language, en: &str, zh: &str) {
    println!("\n== {}", language.choose(en, zh));
}

fn print_duties(duties: impl Iterator<Item = Duty>, language: Language) {
    duties.for_each(|duty| println!("  → {}", duty.in_words(language)));
}

fn entry(on: &str, hours: u32) -> Result<Entry, Error> {
    let on = iso::parse(on)?;
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
