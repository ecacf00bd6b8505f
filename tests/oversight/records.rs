//! 48.7, 48.9.

use crate::day;
use insta::assert_snapshot;
use ruankao::calendar::{Period, WorkCalendar};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::PersonName;
use ruankao::oversight::{Archive, CourseContent, CourseDraft, CourseRecord, Signature, TraineeDraft};
use ruankao::regulation::{Parameters, Readings, Regulation};
use ruankao::{Act as CertificateAct, Code, History, Hours, Language, Law, Ledger};

fn name(text: &str) -> PersonName {
    text.parse().unwrap()
}

fn trainee(text: &str, hours: u32, finished: bool) -> TraineeDraft {
    TraineeDraft { name: Some(name(text)), hours: Some(Hours::whole(hours)), finished: Some(finished) }
}

fn complete() -> CourseDraft {
    CourseDraft {
        institution: Some("P1".into()),
        held: Some(Period::new(day("2006-05-08"), day("2006-05-12")).unwrap()),
        content: Some(CourseContent {
            mode: StudyMode::FullTime,
            field: Field::Software,
            kind: ContentKind::Technology,
        }),
        trainees: vec![trainee("李四", 40, true), trainee("赵六", 16, false)],
        signature: Some(Signature { by: name("王五"), on: day("2006-05-12") }),
    }
}

fn record() -> CourseRecord {
    complete().record().unwrap()
}

// 48.9: 要对参加培训的所有学员以及每个学员的培训学时数和结业情况作详细的记录，并由负责人签字确认。
#[test]
fn all_that_is_missing_is_reported_and_the_draft_comes_back() {
    assert_snapshot!(CourseDraft::default().record().unwrap_err(), @r"
    the record does not name the training institution; name it (48.9)
    the record does not say from when to when the course was held; give its first and last day (48.9)
    the record does not say what was taught and how; give mode, field and kind (48.9)
    the record lists no trainee; list all who took part (48.9)
    the person in charge has not signed the record (48.9)
    ");
    let content = complete().content.map(|content| CourseContent { mode: StudyMode::OnTheJob, ..content });
    let trainees = vec![trainee("李四", 40, true), TraineeDraft::default(), trainee("李四", 4, true)];
    let signature = Some(Signature { by: name("王五"), on: day("2006-05-11") });
    let draft = CourseDraft { content, trainees, signature, ..complete() };
    let unrecorded = draft.clone().record().unwrap_err();
    assert_eq!(unrecorded.draft, draft);
    assert_snapshot!(unrecorded, @r"
    study on the job is no course of an institution; expected full-time, part-time or spare-time training (48.5)
    trainee 2 is not named (48.9)
    the hours of trainee 2 are missing (48.9)
    the record does not say whether trainee 2 finished (48.9)
    trainee 3 is listed before; list each once (48.9)
    the record was signed on `2006-05-11`, before the course ended on `2006-05-12` (48.9)
    ");
    let finding = unrecorded.verdict.findings()[2];
    assert_snapshot!(finding.in_words(Language::Zh), @"第2名学员未注明培训学时数（48.9）");
    assert_snapshot!(
        serde_json::to_string(&finding).unwrap(),
        @r#"{"code":"trainee_hours_missing","clause":"48.9","trainee":2}"#
    );
}

#[test]
fn a_blank_name_is_none() {
    let unnamed = TraineeDraft { name: None, ..trainee("李四", 8, true) };
    let blank = CourseDraft { institution: Some(" ".into()), trainees: vec![unnamed], ..complete() };
    assert_eq!(blank.verdict().findings().len(), 2);
    assert!(" ".parse::<PersonName>().is_err());
}

// 48.9: 培训记录和向学员出具的凭证应保留三年备查。
#[test]
fn records_and_vouchers_are_kept_for_three_years_each_from_its_own_day() {
    let voucher = record().voucher(&name("李四"), day("2006-06-01")).unwrap();
    assert_eq!(voucher.issued_on(), day("2006-06-01"));
    let archive = Archive { records: vec![record()], vouchers: vec![voucher] };
    let regulation = Regulation::default();
    let destroyable = |on| {
        let (records, vouchers) =
            (archive.destroyable_records(day(on), &regulation), archive.destroyable_vouchers(day(on), &regulation));
        (records.count(), vouchers.count())
    };
    assert_eq!(destroyable("2009-05-12"), (0, 0));
    assert_eq!(destroyable("2009-05-13"), (1, 0));
    assert_eq!(destroyable("2009-06-01"), (1, 0));
    assert_eq!(destroyable("2009-06-02"), (1, 1));

    let parameters = Parameters { record_retention_years: 5, ..Parameters::NOTICES };
    let longer = Regulation::new(parameters, Readings::default(), WorkCalendar::statutory()).unwrap();
    assert_eq!(record().kept_until(&longer), day("2011-05-12"));
}

// 48.7: 出具培训证明.
#[test]
fn vouchers_go_to_trainees_who_finished_once_the_course_is_over() {
    let refused = |text, on| record().voucher(&name(text), day(on)).unwrap_err().to_string();
    assert_snapshot!(
        refused("孙七", "2006-05-12"),
        @"`孙*` is not on the record of the course; expected the name of a trainee listed there"
    );
    assert_snapshot!(refused("赵六", "2006-05-12"), @"`赵*` did not finish the course; expected a trainee who did");
    assert_snapshot!(
        refused("李四", "2006-05-11"),
        @"the voucher is issued on `2006-05-11`, before the course ended on `2006-05-12`; expected that day or later"
    );
    assert_eq!(record().voucher(&name("李四"), day("2006-05-12")).unwrap().hours(), Hours::whole(40));
}

#[test]
fn a_record_makes_entries_that_can_be_traced_back_to_it() {
    let archive = Archive { records: vec![record()], vouchers: Vec::new() };
    let record = record();
    let entries: Vec<_> = record.entries().collect();
    let [(trainee, entry)] = entries.as_slice() else { panic!("one trainee finished") };
    assert_eq!((trainee.name.exposed(), entry.on, entry.hours), ("李四", day("2006-05-12"), Hours::whole(40)));
    assert_eq!(archive.trace(&name("李四"), entry), archive.records.first());

    let mut more = entry.clone();
    more.hours = Hours::whole(44);
    assert_eq!(archive.trace(&name("李四"), &more), None);
    assert_eq!(archive.trace(&name("赵六"), entry), None);

    let ledger: Ledger = record.entries().map(|(_, entry)| entry).collect();
    let history = History::from_iter([CertificateAct::Approved.on(day("2006-01-10"))]);
    let file = Law::of_2004().open(history, ledger);
    let hours = |on| file.on(day(on)).unwrap().education().unwrap().hours;
    assert_eq!((hours("2006-05-11"), hours("2006-05-12")), (Hours::ZERO, Hours::whole(40)));
}

/// Each trainee is looked up, not sought among those before: the same is found as by seeking.
#[test]
fn repeated_trainees_are_found_as_by_seeking() {
    let names = ["李四", "赵六", "", "李四", " ", "孙七", "", "赵六", "李四"];
    for length in 0..names.len() {
        let listed = &names[..length];
        let draft =
            |text: &str| TraineeDraft { name: text.parse().ok(), hours: Some(Hours::whole(8)), finished: Some(true) };
        let trainees = listed.iter().map(|name| draft(name)).collect();
        let verdict = CourseDraft { trainees, ..complete() }.verdict();
        let found = verdict.findings().iter().filter(|finding| finding.code() == Code::TraineeRepeated).count();
        let sought = listed.iter().enumerate();
        let sought = sought.filter(|&(place, name)| !name.trim().is_empty() && listed[..place].contains(name)).count();
        assert_eq!(found, sought);
    }
}

/// And in no more time than sorting takes.
#[test]
fn a_long_list_of_trainees_is_looked_at_once() {
    let trainees = (0..100_000).map(|number| trainee(&format!("n{}", number / 2), 8, true)).collect();
    assert_eq!(CourseDraft { trainees, ..complete() }.verdict().findings().len(), 50_000);
}
