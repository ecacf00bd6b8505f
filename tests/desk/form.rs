//! 47.form: 证书登记申请表, and what is wrong with one.

use crate::{day, draft};
use insta::assert_snapshot;
use proptest::prelude::*;
use ruankao::calendar::iso::DateError;
use ruankao::education::StudyMode;
use ruankao::identity::{CitizenNumberError, IdentityDocumentError, IdentityDocumentKind, Level, LineError};
use ruankao::registration::{Defect, FilledBy, FormDraft, FormField, Wrong};
use ruankao::regulation::HoursError;
use ruankao::{Clause, Hours, Language};

fn defects(draft: &FormDraft) -> Vec<Defect> {
    draft.read().map_or_else(|defects| defects.iter().copied().collect(), |_| Vec::new())
}

/// The one thing wrong with the form when this stands in the field.
fn wrong(field: FormField, text: &str) -> Wrong {
    let defects = defects(&draft().with(field, text));
    assert_eq!(defects.len(), 1, "{field} `{text}`: {defects:?}");
    assert_eq!((defects[0].field, defects[0].row), (field, None));
    defects[0].wrong
}

fn wrong_in_row(date: &str, mode: &str, content: &str, hours: &str) -> Vec<(FormField, Option<usize>, Wrong)> {
    let draft = draft().row(date, mode, content, hours);
    defects(&draft).into_iter().map(|defect| (defect.field, defect.row, defect.wrong)).collect()
}

#[test]
fn a_form_well_filled_in_is_read() {
    let form = draft().with(FormField::Qualification, "软件设计师（中级）").read().unwrap();
    assert_eq!(form.level(), Some(Level::Intermediate));
    assert_eq!(form.obtained_on(), day(2005, 3, 10));
    assert_eq!((form.birth().year(), form.birth().month()), (1949, 12));
    assert_eq!(form.rows().iter().map(|row| row.hours).collect::<Vec<_>>(), [Hours::whole(60); 3]);
    assert!(form.employer_result().is_some_and(|result| result.passed));
    assert_eq!((form.number(), form.remarks(), form.agency_opinion()), (None, None, None));
}

/// Every field of the printed form, in its order (but for the two that a label has twice: 日期, and the place of a seal).
#[test]
fn the_fields_are_those_printed() {
    let printed = Clause::N47Form.text_zh();
    for &field in FormField::ALL {
        let label = field.label(Language::Zh);
        let named = match field {
            FormField::EmployerDate | FormField::EmployerSeal | FormField::AgencyDate | FormField::AgencySeal => {
                "（盖章）"
            }
            _ => label,
        };
        assert!(printed.contains(named), "{field}: {named} is not printed");
    }
    let order: Vec<_> = FormField::ALL.iter().filter_map(|field| printed.find(field.label(Language::Zh))).collect();
    let heads = order.iter().filter(|&&place| place > 0).count();
    assert_eq!(heads, order.len());
}

/// 注：此表除黑体外均由本人负责填写。
#[test]
fn the_applicant_fills_in_all_but_the_official_parts() {
    let official: Vec<_> = FormField::ALL.iter().filter(|field| field.filled_by().is_official()).copied().collect();
    assert_eq!(
        official,
        [
            FormField::EmployerResult,
            FormField::EmployerDate,
            FormField::EmployerSeal,
            FormField::AgencyOpinion,
            FormField::AgencyDate,
            FormField::AgencySeal,
            FormField::Remarks,
        ]
    );
    assert!(official.iter().all(|field| !field.is_required()));
    assert_eq!(FormField::FormNumber.filled_by(), FilledBy::Applicant);
}

#[test]
fn a_blank_form_lacks_all_that_is_required() {
    let missing: Vec<_> = defects(&FormDraft::blank()).iter().map(|defect| defect.field).collect();
    let rows = [FormField::RowDate, FormField::RowMode, FormField::RowContent, FormField::RowHours];
    let required: Vec<_> =
        FormField::ALL.iter().filter(|field| field.is_required() && !rows.contains(field)).copied().collect();
    assert_eq!(missing, required);
}

#[test]
fn every_required_field_is_missed_when_blank() {
    for &field in FormField::ALL.iter().filter(|field| field.is_required()) {
        if !matches!(field, FormField::RowDate | FormField::RowMode | FormField::RowContent | FormField::RowHours) {
            assert_eq!(wrong(field, " \u{3000} "), Wrong::Missing, "{field}");
        }
    }
}

#[test]
fn category_is_one_of_five_and_only_a_senior_one_may_leave_it_blank() {
    assert_eq!(wrong(FormField::Category, "软件"), Wrong::Unknown);
    assert_eq!(wrong(FormField::Category, ""), Wrong::Missing);
    let senior = draft().with(FormField::Category, "").with(FormField::Qualification, "系统分析师（高级资格）");
    assert_eq!(senior.read().unwrap().category(), None);
}

#[test]
fn words_are_those_of_the_field() {
    assert_eq!(wrong(FormField::Qualification, "软件工程师"), Wrong::Unknown);
    assert_eq!(wrong(FormField::Qualification, "软件设计师（特级）"), Wrong::Unknown);
    assert_eq!(wrong(FormField::Sex, "未知"), Wrong::Unknown);
    assert_eq!(wrong(FormField::Photo, "无"), Wrong::Missing);
    assert_eq!(wrong(FormField::Photo, "照片"), Wrong::Unknown);
    assert_eq!(wrong(FormField::Signature, "否"), Wrong::Missing);
}

#[test]
fn days_are_days() {
    assert_eq!(wrong(FormField::ObtainedOn, "2005-02-29"), Wrong::Date(DateError::NoSuchDay));
    assert_eq!(wrong(FormField::ObtainedOn, "2005年2月29日"), Wrong::Date(DateError::NoSuchDay));
    assert_eq!(wrong(FormField::ObtainedOn, "2005年3月"), Wrong::Date(DateError::Form));
    assert_eq!(wrong(FormField::AppliedOn, "3000-01-01"), Wrong::Date(DateError::OutOfRange));
    assert_eq!(wrong(FormField::EmployerDate, "昨天"), Wrong::Date(DateError::Form));
    assert_eq!(wrong(FormField::Birth, "1949年13月"), Wrong::Date(DateError::NoSuchDay));
    assert_eq!(wrong(FormField::Birth, "1949-12-31"), Wrong::Date(DateError::Form));
}

#[test]
fn numbers_are_well_formed() {
    let check = CitizenNumberError::CheckDigit { found: '1', expected: 'X' };
    assert_eq!(
        wrong(FormField::IdentityNumber, "110105194912310021"),
        Wrong::Identity(IdentityDocumentError::CitizenNumber(check))
    );
    for text in ["20007", "2000711", "20007a", "２０００７１"] {
        assert_eq!(wrong(FormField::PostalCode, text), Wrong::Form, "{text}");
    }
    for text in ["123456", "电话", "021-36337995x", "1234567890123456789012"] {
        assert_eq!(wrong(FormField::Telephone, text), Wrong::Form, "{text}");
    }
    assert!(draft().with(FormField::Telephone, "+86 (21) 3633-7995").read().is_ok());
}

/// 47.9: foreigners and holders from Hong Kong, Macao and Taiwan name another document.
#[test]
fn another_document_has_another_number() {
    let passport = draft().identified_by(IdentityDocumentKind::Passport).with(FormField::IdentityNumber, "G12345678");
    assert!(passport.read().is_ok());
    let permit = passport.identified_by(IdentityDocumentKind::TaiwanPermit);
    assert!(matches!(
        defects(&permit)[..],
        [Defect { field: FormField::IdentityNumber, wrong: Wrong::Identity(_), .. }]
    ));
}

#[test]
fn texts_are_one_line() {
    let broken = |position| Wrong::Line(LineError::ControlCharacter { position, found: '\n' });
    for field in [FormField::Name, FormField::Health, FormField::Address, FormField::Employer, FormField::Remarks] {
        assert_eq!(wrong(field, "一\n二"), broken(2), "{field}");
    }
    let spaced = draft().with(FormField::FormNumber, " 12\n").read().unwrap();
    assert_eq!(spaced.number(), Some(&"12".parse().unwrap()));
    let wide = draft()
        .with(FormField::FormNumber, "１２")
        .with(FormField::CertificateNumber, "０５３１－０８")
        .read()
        .unwrap();
    assert_eq!((wide.number(), wide.certificate_number().as_str()), (spaced.number(), "0531-08"));
    let hidden = Wrong::Line(LineError::HiddenCharacter { position: 8, found: '\u{200b}' });
    assert_eq!(wrong(FormField::CertificateNumber, "0531-08\u{200b}"), hidden);
    assert_eq!(wrong(FormField::Telephone, &"(".repeat(41)), Wrong::Form);
}

/// A field of the education table that stands in no row is not passed over.
#[test]
fn a_cell_without_a_row_is_told() {
    let given =
        serde_json::to_string(&draft()).unwrap().replacen("\"fields\":{", "\"fields\":{\"row_hours\":\"-5\",", 1);
    let read: FormDraft = serde_json::from_str(&given).unwrap();
    assert_eq!(read, draft().with(FormField::RowHours, "-5"));
    assert_snapshot!(read.read().unwrap_err(), @"hours as approved: it stands in no row of the education table; expected it in one (47.form)");
    for field in [FormField::RowDate, FormField::RowMode, FormField::RowContent, FormField::RowHours] {
        assert_eq!(wrong(field, "60"), Wrong::OutsideRow);
    }
    assert_snapshot!(defects(&read)[0].in_words(Language::Zh), @"核准的学时数：应填入继续教育情况表的某一行；应为0至10000之间的学时数，最多一位小数（47.form）");
}

/// Nor is one of two texts for a field.
#[test]
fn a_field_given_twice_is_refused() {
    let twice = r#"{"fields":{"name":"张三","name":"李四"}}"#;
    assert_snapshot!(serde_json::from_str::<FormDraft>(twice).unwrap_err(), @"the field `name` is given twice; expected each once at line 1 column 43");
}

#[test]
fn rows_say_which_they_are() {
    assert_eq!(wrong_in_row("", " ", "", ""), [], "the printed table has blank rows");
    assert_eq!(
        wrong_in_row("2007-13-01", "函授", "", "-1"),
        [
            (FormField::RowDate, Some(4), Wrong::Date(DateError::NoSuchDay)),
            (FormField::RowMode, Some(4), Wrong::Unknown),
            (FormField::RowContent, Some(4), Wrong::Missing),
            (FormField::RowHours, Some(4), Wrong::Hours(HoursError::Negative)),
        ]
    );
    let of_hours = |hours| wrong_in_row("2007-12-01", "在岗学习", "标准", hours).pop().map(|(.., wrong)| wrong);
    assert_eq!(of_hours("10000"), None);
    assert_eq!(of_hours("0.5"), None);
    assert_eq!(of_hours("10000.1"), Some(Wrong::Hours(HoursError::TooMany)));
    assert_eq!(of_hours("99999999999999999999999"), Some(Wrong::Hours(HoursError::TooMany)));
    assert_eq!(of_hours("12.55"), Some(Wrong::Hours(HoursError::NotTenths)));
    for text in ["十", ".5", "5.", "1e3", "+5"] {
        assert_eq!(of_hours(text), Some(Wrong::Form), "{text}");
    }
}

/// 年 月 日（盖章）: an official part has its result, its day and its seal, or is blank.
#[test]
fn an_official_part_is_whole_or_blank() {
    let blank = [FormField::EmployerResult, FormField::EmployerDate, FormField::EmployerSeal]
        .into_iter()
        .fold(draft(), |draft, field| draft.with(field, ""));
    assert_eq!(blank.read().unwrap().employer_result(), None);
    assert_eq!(wrong(FormField::EmployerSeal, ""), Wrong::Missing);
    assert_eq!(wrong(FormField::EmployerDate, ""), Wrong::Missing);
    assert_eq!(wrong(FormField::EmployerResult, "优秀"), Wrong::Unknown);
    let opinion = draft().with(FormField::AgencyOpinion, "同意登记");
    let missing: Vec<_> = defects(&opinion).iter().map(|defect| (defect.field, defect.wrong)).collect();
    assert_eq!(missing, [(FormField::AgencyDate, Wrong::Missing), (FormField::AgencySeal, Wrong::Missing)]);
    let sealed = opinion.with(FormField::AgencyDate, "2008-01-25").with(FormField::AgencySeal, "有");
    assert!(sealed.clone().read().unwrap().agency_opinion().is_some_and(|opinion| opinion.favorable));
    let unknown = sealed.with(FormField::AgencyOpinion, "待定");
    assert!(matches!(defects(&unknown)[..], [Defect { field: FormField::AgencyOpinion, wrong: Wrong::Unknown, .. }]));
}

#[test]
fn all_is_told_at_once_in_both_languages() {
    let draft = draft()
        .with(FormField::Category, "")
        .with(FormField::IdentityNumber, "110105194912310021")
        .with(FormField::PostalCode, "２０００７１")
        .with(FormField::AppliedOn, "2008年2月30日")
        .row("2007-06-02", "业余", "标准", "12.55");
    let told = |language| {
        let told: Vec<_> = defects(&draft).iter().map(|defect| defect.in_words(language).to_string()).collect();
        told.join("\n")
    };
    assert_snapshot!(told(Language::En), @"
    professional category: it is missing; expected one of the five specialities, such as `计算机软件`; a senior qualification may leave it blank (47.form)
    identity card number: the citizen number ends in `1`; expected `X` after these 17 digits; look for a typing error (47.form)
    postal code: it is not of the form expected; expected six digits (47.form)
    hours as approved in row 4: hours are counted in tenths; expected a whole number or one decimal (47.form)
    day of application: there is no such day; expected a day of the Gregorian calendar (47.form)
    ");
    assert_snapshot!(told(Language::Zh), @"
    专业类别：未填写；应为五个专业类别之一，如“计算机软件”；高级资格可不填（47.form）
    身份证号码：证件号码不符合规则；应为所列证件的号码，并符合编号规则（47.form）
    邮政编码：格式不符；应为六位数字（47.form）
    核准的学时数（第4行）：学时数多于一位小数；应为0至10000之间的学时数，最多一位小数（47.form）
    申请日期：没有该日期；应为年月日，如“2008年1月8日”（47.form）
    ");
    assert_snapshot!(serde_json::to_string(&draft.read().unwrap_err()).unwrap(), @r#"[{"field":"category","wrong":"it is missing","expected":"one of the five specialities, such as `计算机软件`; a senior qualification may leave it blank"},{"field":"identity_number","wrong":"the citizen number ends in `1`; expected `X` after these 17 digits; look for a typing error","expected":"the number of the document named, well formed"},{"field":"postal_code","wrong":"it is not of the form expected","expected":"six digits"},{"field":"row_hours","row":4,"wrong":"hours are counted in tenths; expected a whole number or one decimal","expected":"hours from 0 to 10000, whole or with one decimal"},{"field":"applied_on","wrong":"there is no such day; expected a day of the Gregorian calendar","expected":"a day, such as `2008-01-08` or `2008年1月8日`"}]"#);
}

/// One defect a line, and no line besides.
#[test]
fn defects_are_a_line_each() {
    let told = draft().with(FormField::Sex, "未知").with(FormField::Name, "").read().unwrap_err().to_string();
    assert_snapshot!(told, @"
    name: it is missing; expected the name on the certificate, in one line (47.form)
    sex: it is none of the words known here; expected `男` or `女` (47.form)
    ");
    assert!(told.starts_with("name") && !told.ends_with('\n'));
}

/// 48.5, in its words and in those of the wire.
#[test]
fn a_mode_of_study_is_written_in_the_words_of_the_notice() {
    let of = |text| draft().row("2007-07-02", text, "标准", "1").read().unwrap().rows().last().unwrap().mode;
    assert_eq!(["脱产", "半脱产", "业余", "在岗学习"].map(of), StudyMode::ALL);
    assert_eq!(StudyMode::ALL.map(|mode| of(mode.name())), StudyMode::ALL);
    assert_eq!(of("在岗"), StudyMode::OnTheJob);
}

/// What was written stands as it was written.
#[test]
fn a_draft_shows_what_was_written() {
    let draft = FormDraft::blank().with(FormField::PostalCode, "20007").row("2005年", "业余", "", "八");
    assert_eq!((draft.text(FormField::PostalCode), draft.text(FormField::Name)), ("20007", ""));
    let [row] = draft.rows() else { panic!("one row") };
    assert_eq!([&row.date, &row.mode, &row.content, &row.hours], ["2005年", "业余", "", "八"]);
}

/// A month is written as a day is, without the day.
#[test]
fn a_month_of_birth_is_written_as_days_are() {
    let form = draft().with(FormField::Birth, "1949年12月").read().unwrap();
    assert_eq!(form.birth().to_string(), "1949-12");
}

#[test]
fn a_summary_masks_the_person() {
    let form = draft().read().unwrap();
    assert_snapshot!(form.summary(Language::Zh), @"
    资格名称：软件设计师
    专业类别：计算机软件
    姓名：张*
    身份证号码：110105***********X
    证书编号：0531-08
    取得时间：2005-03-10
    所在单位：某软件公司
    日期：2005-06-01 60 软件体系结构
    日期：2006-06-01 60 软件测试新标准
    日期：2007-06-01 60 著作权法规
    所在单位考核结果：合格 2008-01-10
    申请日期：2008-01-08
    ");
    let printed = format!("{form:?} {:?} {} {}", draft(), form.summary(Language::En), form.summary(Language::Zh));
    for personal in ["张三", "19491231", "1949", "虬江路", "36337995", "200071", "良好"] {
        assert!(!printed.contains(personal), "{personal} in {printed}");
    }
}

#[test]
fn a_draft_is_read_from_json() {
    let json = serde_json::to_string(&draft()).unwrap();
    assert_eq!(serde_json::from_str::<FormDraft>(&json).unwrap(), draft());
    assert!(serde_json::from_str::<FormDraft>(r#"{"fields": {"nick_name": "三"}}"#).is_err());
    let listed = serde_json::from_str::<FormDraft>(r#"{"fields": []}"#).unwrap_err().to_string();
    assert!(listed.contains("expected an object of fields, each a string"), "{listed}");
    assert_eq!(serde_json::from_str::<FormDraft>("{}").unwrap(), FormDraft::blank());
}

proptest! {
    /// Whatever stands in a field: no panic, the others are still read, and the text is never repeated.
    #[test]
    fn any_text_is_read_or_refused(index in 0..FormField::ALL.len(), text in "\\PC{0,12}|[0-9年月日.-]{0,12}") {
        let field = FormField::ALL[index];
        let defects = defects(&draft().with(field, text.clone()).row(&text, &text, &text, &text));
        prop_assert!(defects.iter().all(|defect| defect.field == field || defect.row == Some(4)
            || matches!(field, FormField::AgencyOpinion | FormField::AgencyDate | FormField::AgencySeal)
            || (field == FormField::Qualification && defect.field == FormField::Category)));
        let in_order = defects.iter().filter(|defect| defect.wrong != Wrong::OutsideRow);
        let places: Vec<_> = in_order.map(|defect| defect.field).collect();
        prop_assert!(places.is_sorted(), "not in the order printed: {places:?}");
    }

    /// A day in either form is the same day.
    #[test]
    fn both_forms_of_a_day_agree(days in 0_u64..365_000) {
        use chrono::Datelike;
        let on = day(1950, 1, 1) + chrono::Days::new(days);
        let chinese = format!("{}年{}月{}日", on.year(), on.month(), on.day());
        let form = draft().with(FormField::AppliedOn, chinese).read().unwrap();
        prop_assert_eq!(form.applied_on(), on);
        prop_assert_eq!(&form, &draft().with(FormField::AppliedOn, on.to_string()).read().unwrap());
    }
}

/// 此表除黑体外均由本人负责填写: the text at hand does not show what is bold, and no page claims to know.
#[test]
fn what_is_printed_in_bold_is_not_known() {
    let page = include_str!("../../src/registration/form/field.rs");
    assert!(page.contains("does not show what is bold"));
    assert_eq!(page.matches("bold").count(), 2);
}
