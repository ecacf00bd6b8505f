//! One holder at the counter: a form sent back, corrected without losing its place in time, an application refused, the
//! mended one registered and stamped.
//!
//! `cargo run --release --example desk` prints what a clerk would want to see; `-- --language zh` prints it in Chinese.

#[path = "explore/plain.rs"]
mod plain;
#[path = "explore/started.rs"]
mod started;
#[path = "explore/tongue.rs"]
mod tongue;

use plain::Program;
use ruankao::calendar::iso;
use ruankao::desk::{Check, Desk, Draft, Examined, Folder, PublicRecord};
use ruankao::duty::Duty;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::{Province, Qualification};
use ruankao::registration::{
    Document, Documents, Evidence, Fee, FeeSchedule, Fen, FormDraft, FormField, Paper, Payment,
};
use ruankao::{Act, Entry, Error, History, Hours, Language, Law, Ledger, day};
use std::fmt::Display;
use std::process::ExitCode;

const PROGRAM: Program = Program {
    name: "desk",
    about: "One holder at the counter, from a form that cannot be read to a registration page",
    about_zh: "一位持证者在窗口办理登记：从无法受理的申请表到证书登记页",
    usage_zh: "desk [选项]",
};

fn main() -> ExitCode {
    // Each step says which one comes next; here all of them are known beforehand.
    started::run(&PROGRAM, |out, language| {
        let told = counter(language)?.ok_or("a step went another way than it was written")?;
        Ok(out.write_all(told.text.as_bytes())?)
    })
}

/// What is told, line by line.
struct Told {
    text: String,
    language: Language,
}

impl Told {
    fn line(&mut self, line: impl Display) {
        self.text += &format!("{line}\n");
    }

    fn heading(&mut self, en: &str, zh: &str) {
        self.line(format_args!("\n== {}", self.language.choose(en, zh)));
    }

    fn duties(&mut self, duties: impl Iterator<Item = Duty>) {
        let language = self.language;
        duties.for_each(|duty| self.line(format_args!("  -> {}", duty.in_words(language))));
    }
}

fn counter(language: Language) -> Result<Option<Told>, Error> {
    let mut told = Told { text: String::new(), language };
    let law = Law::of_2004();
    let fee = Fee { province: Province::Shanghai, amount: Fen(3000), from: day!(2005, 1, 1), to: None };
    let fees = FeeSchedule::new(vec![fee])?;
    let (number, name) = ("0531-08".parse()?, "张三".parse()?);
    let paper = Paper { number, name, qualification: Qualification::SoftwareDesigner, obtained_on: day!(2005, 3, 10) };
    let folder = Folder::new(paper, History::from_iter([Act::Approved.on(day!(2005, 3, 10))]))?;
    let ledger: Ledger = [entry("2005-06-01", 60)?, entry("2006-06-01", 60)?].into_iter().collect();
    let mut open = folder.open(&law, &ledger);
    let Desk::Free(desk) = open.desk(&fees)? else { return Ok(None) };

    told.heading("A form that cannot be read", "无法受理的申请表");
    let unreadable = Draft { form: form("1949年11月", "20007", "不合格"), evidence: evidence(None) };
    let Err(unfiled) = unreadable.submit(desk, day!(2008, 1, 8), None) else { return Ok(None) };
    told.line(format_args!("  {}", unfiled.flaw.in_words(language)));

    // The form is well formed now, and still not all of it is true.
    told.heading("The first application", "第一次申请");
    let draft = Draft { form: form("1949年11月", "200071", "不合格"), evidence: evidence(None) };
    let submitted = draft.submit(unfiled.desk, day!(2008, 1, 12), Some("SH-1".into()))?;
    told.text += &submitted.form().summary(language).to_string();
    told.heading("Sent back for correction", "退回补正");
    let findings = submitted.findings(day!(2008, 1, 15)).into_findings();
    for finding in &findings {
        told.line(format_args!("  {}", finding.in_words(language)));
    }
    let submitted = submitted.correct(&form("1949年12月", "200071", "不合格"))?;
    told.line(format_args!(
        "{}{}",
        language.choose("handed in, as before: ", "提交日期不变："),
        submitted.submitted_on()
    ));
    let accepted = submitted.accept(day!(2008, 1, 15), None)?;
    told.line(format_args!("{}{}", language.choose("opinion due: ", "审查意见期限："), accepted.opinion_due()?));
    told.duties(accepted.duties());
    let Examined::Unmet(unmet) = accepted.examine(day!(2008, 1, 18), None)? else { return Ok(None) };
    let refusal = unmet.refuse()?;
    told.heading("Refused, because", "不予登记，理由");
    for reason in refusal.reasons() {
        told.line(format_args!("  {}", reason.in_words(language)));
    }
    told.duties(refusal.duties());

    // More is studied, and entered where the folder is kept.
    open.record_study(entry("2008-02-20", 60)?);
    let Desk::Free(desk) = open.desk(&fees)? else { return Ok(None) };

    told.heading("The mended application", "补正后的申请");
    let paid = Payment { amount: Fen(3000), on: day!(2008, 2, 28) };
    let mended = form("1949年12月", "200071", "合格")
        .with(FormField::AppliedOn, "2008年2月22日")
        .with(FormField::EmployerDate, "2008年2月25日")
        .row("2008年2月20日", "业余", "软件测试新标准", "60");
    let draft = Draft { form: mended.clone(), evidence: evidence(None) };
    let submitted = draft.submit(desk, day!(2008, 2, 26), Some("SH-1".into()))?;
    told.text += &submitted.form().summary(language).to_string();
    let accepted = submitted.accept(day!(2008, 2, 26), None)?;
    told.line(format_args!("{}{}", language.choose("opinion due: ", "审查意见期限："), accepted.opinion_due()?));
    // The fee is paid under review, which counts at the decision.
    let accepted = accepted.renew(paid.on, mended.read()?, &evidence(Some(paid)))?;
    let Examined::Met(met) = accepted.examine(day!(2008, 3, 5), None)? else { return Ok(None) };
    let registered = met.register();

    told.heading("The registration page", "证书登记页");
    told.line(format_args!("  {}", registered.page().in_words(language)));
    told.duties(registered.duties());

    told.heading("What the public sees", "网上查询");
    for on in [day!(2008, 1, 16), day!(2008, 3, 5), day!(2011, 3, 6), day!(2024, 5, 6)] {
        let record = PublicRecord::on(&open, on)?.in_words(language).to_string();
        told.line(format_args!("  {on}\n    {}", record.replace('\n', "\n    ")));
    }

    told.heading("An employer checks", "用人单位核对");
    for name in ["张三", "张四"] {
        let check: Check = open.check(&"0531-08".parse()?, &name.parse()?);
        told.line(format_args!("  {}", check.in_words(language)));
    }
    Ok(Some(told))
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
