//! The counter of a registration agency: the form, its checks, the review, the page, the duties, the public record.

#[cfg(test)]
mod checks;
#[cfg(test)]
mod decisions;
#[cfg(test)]
mod duties;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod files;
#[cfg(test)]
mod form;
#[cfg(test)]
mod office;
#[cfg(test)]
mod public_record;
#[cfg(test)]
mod review;
#[cfg(test)]
mod walks;

use chrono::NaiveDate;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::{Province, Qualification};
use ruankao::registration::{
    Document, Documents, Evidence, Fee, FeeSchedule, Fen, FormDraft, FormField, Paper, Payment,
};
use ruankao::{Entry, Hours, Ledger};

/// A day that exists.
#[cfg(test)]
fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// 2008-01-15, inside the window of a certificate obtained on 2005-03-10.
#[cfg(test)]
fn accepted_on() -> NaiveDate {
    day(2008, 1, 15)
}

/// The certificate of the one who fills in [`draft`].
#[cfg(test)]
fn paper() -> Paper {
    Paper {
        number: "0531-08".parse().expect("a line"),
        name: "张三".parse().expect("a line"),
        qualification: Qualification::SoftwareDesigner,
        obtained_on: day(2005, 3, 10),
    }
}

/// What was studied on a day, beside work.
#[cfg(test)]
fn entry(on: NaiveDate, hours: u32) -> Entry {
    let (mode, field, kind) = (StudyMode::SpareTime, Field::Software, ContentKind::Technology);
    Entry { on, hours: Hours::whole(hours), mode, field, kind, provider: Some("T1".into()) }
}

/// 60 hours in each year: enough.
#[cfg(test)]
fn ledger() -> Ledger {
    [day(2005, 6, 1), day(2006, 6, 1), day(2007, 6, 1)].into_iter().map(|on| entry(on, 60)).collect()
}

/// A form to which nothing is lacking.
#[cfg(test)]
fn draft() -> FormDraft {
    draft_without_rows()
        .row("2005-06-01", "业余", "软件体系结构", "60")
        .row("2006年6月1日", "业余", "软件测试新标准", "60.0")
        .row("2007-06-01", "业余", "著作权法规", "60")
}

/// The same, with the education table left blank.
#[cfg(test)]
fn draft_without_rows() -> FormDraft {
    let texts = [
        (FormField::Qualification, "软件设计师"),
        (FormField::Category, "计算机软件"),
        (FormField::Name, "张三"),
        (FormField::Sex, "女"),
        (FormField::Birth, "1949年12月"),
        (FormField::Photo, "有"),
        (FormField::Health, "良好"),
        (FormField::IdentityNumber, "11010519491231002X"),
        (FormField::CertificateNumber, "0531-08"),
        (FormField::ObtainedOn, "2005年3月10日"),
        (FormField::Address, "虬江路1000号聚源大厦804室"),
        (FormField::PostalCode, "200071"),
        (FormField::Employer, "某软件公司"),
        (FormField::Telephone, "021-36337995"),
        (FormField::EmployerResult, "合格"),
        (FormField::EmployerDate, "2008年1月10日"),
        (FormField::EmployerSeal, "有"),
        (FormField::Signature, "有"),
        (FormField::AppliedOn, "2008年1月8日"),
    ];
    texts.into_iter().fold(FormDraft::blank(), |draft, (field, text)| draft.with(field, text))
}

/// 30 yuan in Shanghai.
#[cfg(test)]
fn fees() -> FeeSchedule {
    let fee = Fee { province: Province::Shanghai, amount: Fen(3000), from: day(2005, 1, 1), to: None };
    FeeSchedule::new(vec![fee]).expect("one fee")
}

/// All that 47.6 asks for, and the fee paid on the day of acceptance.
#[cfg(test)]
fn evidence() -> Evidence {
    Evidence {
        documents: Documents::ALL.without(Document::ApplicationForm),
        conduct_good: true,
        no_criminal_record: true,
        fit_for_post: true,
        province: Province::Shanghai,
        payment: Some(Payment { amount: Fen(3000), on: accepted_on() }),
    }
}
