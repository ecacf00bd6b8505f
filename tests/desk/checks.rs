//! 47.7: what the review finds in a form.

use crate::{accepted_on, day, draft, entry, ledger, paper};
use insta::assert_snapshot;
use proptest::prelude::*;
use ruankao::education::StudyMode;
use ruankao::finding::Subject;
use ruankao::identity::{IdentityDocumentKind, Qualification};
use ruankao::registration::{FormDraft, FormField, Paper};
use ruankao::{Code, Language, Ledger};

fn codes_of(draft: &FormDraft, paper: &Paper, ledger: &Ledger) -> Vec<Code> {
    let verdict = draft.read().unwrap().findings(paper, ledger, accepted_on());
    verdict.findings().iter().map(|finding| finding.code()).collect()
}

fn codes(draft: &FormDraft) -> Vec<Code> {
    codes_of(draft, &paper(), &ledger())
}

#[test]
fn nothing_is_found_in_a_true_form() {
    assert_eq!(codes(&draft()), []);
}

#[test]
fn sex_and_birth_agree_with_the_identity_number() {
    assert_eq!(codes(&draft().with(FormField::Sex, "男")), [Code::SexDisagrees]);
    assert_eq!(codes(&draft().with(FormField::Birth, "1949年11月")), [Code::BirthDisagrees]);
    assert_eq!(codes(&draft().with(FormField::Birth, "1950年12月")), [Code::BirthDisagrees]);
    let passport = draft().identified_by(IdentityDocumentKind::Passport).with(FormField::IdentityNumber, "G12345678");
    assert_eq!(codes(&passport.with(FormField::Sex, "男")), [], "a passport's number tells neither");
}

#[test]
fn the_category_and_level_are_the_qualifications() {
    assert_eq!(codes(&draft().with(FormField::Category, "信息系统")), [Code::CategoryDisagrees]);
    assert_eq!(codes(&draft().with(FormField::Qualification, "软件设计师（高级）")), [Code::LevelDisagrees]);
    assert_eq!(codes(&draft().with(FormField::Qualification, "软件评测师")), [Code::QualificationDisagrees]);
    let senior = Paper { qualification: Qualification::SystemsAnalyst, ..paper() };
    for category in ["", "计算机软件", "信息服务"] {
        let draft = draft().with(FormField::Qualification, "系统分析师（高级）").with(FormField::Category, category);
        assert_eq!(codes_of(&draft, &senior, &ledger()), [], "a senior one belongs to no single category");
    }
}

/// The seven of 2007 were first examined in 2008.
#[test]
fn the_qualification_existed_when_it_was_obtained() {
    let paper = Paper { qualification: Qualification::WebPageProducer, ..paper() };
    let draft = draft().with(FormField::Qualification, "网页制作员").with(FormField::Category, "信息服务");
    assert_eq!(codes_of(&draft, &paper, &ledger()), [Code::QualificationNotYet]);
}

#[test]
fn name_number_and_day_are_those_of_the_certificate() {
    assert_eq!(codes(&draft().with(FormField::Name, "李四")), [Code::NameDisagrees]);
    assert_eq!(codes(&draft().with(FormField::CertificateNumber, "0531-09")), [Code::NumberDisagrees]);
    assert_eq!(codes(&draft().with(FormField::ObtainedOn, "2005-03-11")), [Code::ObtainedDisagrees]);
}

/// 居民身份证法 (2011), art. 23: first-generation cards ceased on 2013-01-01.
#[test]
fn the_identity_document_is_one_in_use() {
    let form = draft().with(FormField::IdentityNumber, "110105491231002").read().unwrap();
    let on =
        |on| form.findings(&paper(), &ledger(), on).findings().iter().any(|it| it.code() == Code::IdentityNotInUse);
    assert!(!on(day(2012, 12, 31)));
    assert!(on(day(2013, 1, 1)));
}

#[test]
fn rows_are_entries_of_the_ledger() {
    let unknown = draft().row("2007-07-01", "业余", "标准", "8");
    assert_eq!(codes(&unknown), [Code::RowUnsupported]);
    let another_mode = draft().row("2007-06-01", "脱产", "标准", "60");
    assert_eq!(codes(&another_mode), [Code::RowUnsupported]);
    let twice = draft().row("2007-06-01", "业余", "标准", "60");
    assert_eq!(codes(&twice), [Code::RowUnsupported], "no entry stands behind two rows");
    let entries = |ledger: &Ledger| ledger.held(None).map(|(_, entry)| entry.clone()).collect::<Vec<_>>();
    let fewer: Ledger = entries(&ledger()).into_iter().take(2).chain([entry(day(2007, 6, 1), 40)]).collect();
    assert_eq!(codes_of(&draft(), &paper(), &fewer), [Code::RowHoursDisagree]);
    let both: Ledger = entries(&fewer).into_iter().chain([entry(day(2007, 6, 1), 60)]).collect();
    assert_eq!(codes_of(&draft(), &paper(), &both), [], "the entry with the same hours is the one");
}

#[test]
fn rows_lie_between_the_certificate_and_the_signature() {
    let row = |on: &str| {
        let draft = draft().row(on, "在岗学习", "标准", "8");
        let mut entry = entry(ruankao::calendar::iso::parse(on).unwrap(), 8);
        (entry.mode, entry.provider) = (StudyMode::OnTheJob, None);
        let mut ledger = ledger();
        ledger.record(entry);
        codes_of(&draft, &paper(), &ledger)
    };
    assert_eq!(row("2005-03-09"), [Code::RowOutOfPlace]);
    assert_eq!(row("2005-03-10"), []);
    assert_eq!(row("2008-01-08"), []);
    assert_eq!(row("2008-01-09"), [Code::RowOutOfPlace]);
}

/// Obtained, signed, accepted, then the opinion; assessed by the employer before the signature or after.
#[test]
fn dates_are_in_order() {
    let dated = |field, text: &str| codes(&draft().with(field, text));
    assert_eq!(dated(FormField::AppliedOn, "2008-01-10"), []);
    assert_eq!(dated(FormField::AppliedOn, "2008-01-11"), [], "assessed the day before");
    assert_eq!(dated(FormField::AppliedOn, "2008-01-16"), [Code::AppliedOutOfPlace]);
    assert_eq!(dated(FormField::EmployerDate, "2008-01-08"), []);
    assert_eq!(dated(FormField::EmployerDate, "2008-01-07"), []);
    assert_eq!(dated(FormField::EmployerDate, "2005-03-10"), []);
    assert_eq!(dated(FormField::EmployerDate, "2005-03-09"), [Code::EmployerOutOfPlace]);
    assert_eq!(dated(FormField::EmployerDate, "2008-01-15"), []);
    assert_eq!(dated(FormField::EmployerDate, "2008-01-16"), [Code::EmployerOutOfPlace]);
    let opinion = |on: &str| {
        codes(
            &[(FormField::AgencyOpinion, "同意登记"), (FormField::AgencySeal, "有"), (FormField::AgencyDate, on)]
                .into_iter()
                .fold(draft(), |draft, (field, text)| draft.with(field, text)),
        )
    };
    assert_eq!(opinion("2008-01-15"), []);
    assert_eq!(opinion("2008-01-14"), [Code::OpinionTooEarly]);
}

/// No article says who comes first, the applicant who signs or the employer who assesses: it is noted, and bars nothing.
#[test]
fn an_assessment_before_the_signature_is_noted_and_no_bar() {
    let form = |on: &str| draft().with(FormField::EmployerDate, on).read().unwrap();
    assert_eq!(form("2008-01-08").notes().count(), 0);
    let early = form("2008-01-07");
    assert!(early.findings(&paper(), &ledger(), accepted_on()).is_met());
    let notes: Vec<_> = early.notes().collect();
    assert_eq!(notes.len(), 1);
    assert_snapshot!(notes[0], @"the employer's part is dated `2008-01-07`, before the applicant signed on `2008-01-08`; no article sets their order (47.form)");
    assert_snapshot!(notes[0].in_words(Language::Zh), @"所在单位考核日期为2008-01-07，早于本人签字日期2008-01-08；通知对先后次序没有规定，仅供经办人员注意（47.form）");
}

#[test]
fn all_findings_are_told_in_words_and_say_nothing_personal() {
    let draft = draft()
        .with(FormField::Category, "信息系统")
        .with(FormField::Qualification, "软件评测师（高级）")
        .with(FormField::Name, "李四")
        .with(FormField::Sex, "男")
        .with(FormField::Birth, "1950年1月")
        .with(FormField::CertificateNumber, "0531-09")
        .with(FormField::ObtainedOn, "2005-03-11")
        .with(FormField::EmployerDate, "2008-02-01")
        .row("2008-06-01", "业余", "标准", "8");
    let verdict = draft.read().unwrap().findings(&paper(), &ledger(), accepted_on());
    let told = |language| {
        let told: Vec<_> = verdict.findings().iter().map(|finding| finding.in_words(language).to_string()).collect();
        told.join("\n")
    };
    assert_snapshot!(told(Language::En), @"
    the form names the category `information_systems`; the qualification belongs to `software` (47.form)
    the form names the qualification `Software Testing Engineer`; the certificate is of `Software Designer` (47.6)
    the form names the level `senior`; the qualification is of the level `intermediate` (47.form)
    the name on the form is not the one on the certificate (47.6)
    the sex on the form is not the one that the identity number tells (47.form)
    the year and month of birth on the form are not those that the identity number tells (47.form)
    the certificate number on the form is not the one on the certificate (47.6)
    the form has the certificate obtained on `2005-03-11`; the certificate says `2005-03-10` (47.6)
    row 4 of the education table is dated `2008-06-01`; expected a day from 2005-03-11 to 2008-01-08 (47.form)
    row 4 of the education table has no entry of that day and mode in the ledger (47.6)
    the employer's part is dated `2008-02-01`; expected a day from 2005-03-11 to 2008-01-15 (47.form)
    ");
    assert_snapshot!(told(Language::Zh), @"
    申请表所填专业类别为信息系统，该资格属于计算机软件（47.form）
    申请表所填资格名称为软件评测师，证书上为软件设计师（47.6）
    申请表所填级别为高级资格，该资格为中级资格（47.form）
    申请表上的姓名与证书不一致（47.6）
    申请表所填性别与身份证件号码不一致（47.form）
    申请表所填出生年月与身份证件号码不一致（47.form）
    申请表所填证书编号与证书不一致（47.6）
    申请表所填取得时间为2005-03-11，证书上为2005-03-10（47.6）
    继续教育情况第4行日期为2008-06-01，应在2005-03-11至2008-01-08之间（47.form）
    继续教育情况第4行在继续教育记录中没有相应日期和方式的条目（47.6）
    所在单位考核日期为2008-02-01，应在2005-03-11至2008-01-15之间（47.form）
    ");
    let row = verdict.findings().iter().find(|finding| finding.code() == Code::RowUnsupported).unwrap();
    assert_eq!(row.subject(), Subject::Row(4));
    assert_eq!(serde_json::to_string(row).unwrap(), r#"{"code":"row_unsupported","clause":"47.6","row":4}"#);
}

proptest! {
    /// However the rows and entries lie: as many rows lack support as there are rows beyond the entries of their day.
    #[test]
    fn support_is_a_matching(rows in prop::collection::vec((1_u32..4, 1_u32..4), 0..6), entries in prop::collection::vec((1_u32..4, 1_u32..4), 0..6)) {
        let mut draft = crate::draft_without_rows();
        for (at, hours) in &rows {
            draft = draft.row(&format!("2006-06-0{at}"), "业余", "标准", &hours.to_string());
        }
        let ledger: Ledger = entries.iter().map(|&(at, hours)| entry(day(2006, 6, at), hours)).collect();
        let codes = codes_of(&draft, &paper(), &ledger);
        let of_day = |list: &[(u32, u32)], at| list.iter().filter(|(on, _)| *on == at).count();
        let lacking: usize = (1..4).map(|at| of_day(&rows, at).saturating_sub(of_day(&entries, at))).sum();
        prop_assert_eq!(codes.iter().filter(|&&code| code == Code::RowUnsupported).count(), lacking);
    }

    /// Rows find the entries that seeking finds, row by row: the very one before one with other hours.
    #[test]
    fn support_is_found_as_by_seeking(rows in prop::collection::vec((1_u32..4, 1_u32..4), 0..6), entries in prop::collection::vec((1_u32..4, 1_u32..4), 0..6)) {
        let mut draft = crate::draft_without_rows();
        for (at, hours) in &rows {
            draft = draft.row(&format!("2006-06-0{at}"), "业余", "标准", &hours.to_string());
        }
        let ledger: Ledger = entries.iter().map(|&(at, hours)| entry(day(2006, 6, at), hours)).collect();
        let mut taken = vec![false; entries.len()];
        let mut sought = vec![None; rows.len()];
        for same_hours in [true, false] {
            for (row, support) in rows.iter().zip(&mut sought).filter(|(_, support)| support.is_none()) {
                let fits = |&place: &usize| {
                    !taken[place] && entries[place].0 == row.0 && (!same_hours || entries[place].1 == row.1)
                };
                *support = (0..entries.len()).find(fits);
                support.iter().for_each(|&place: &usize| taken[place] = true);
            }
        }
        let expected: Vec<Code> = rows.iter().zip(&sought).filter_map(|(row, support)| match support {
            None => Some(Code::RowUnsupported),
            Some(place) => (entries[*place].1 != row.1).then_some(Code::RowHoursDisagree),
        }).collect();
        prop_assert_eq!(codes_of(&draft, &paper(), &ledger), expected);
    }
}

/// And in no more time than sorting takes.
#[test]
fn a_long_table_is_held_against_a_long_ledger_in_no_time() {
    let mut draft = crate::draft_without_rows();
    for _ in 0..20_000 {
        draft = draft.row("2006-06-01", "业余", "标准", "8");
    }
    let ledger: Ledger = (0..20_000).map(|_| entry(day(2006, 6, 1), 9)).collect();
    let codes = codes_of(&draft, &paper(), &ledger);
    assert_eq!(codes, vec![Code::RowHoursDisagree; 20_000]);
}
