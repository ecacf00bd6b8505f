//! Every code's sentence in both languages, as a real history makes it.

use insta::assert_snapshot;
use ruankao::conformance::{Answer, Case};
use ruankao::finding::{Fault, Subject, Value};
use ruankao::regulation::Force;
use ruankao::{CertificateFile, Clause, Code, Finding, Language, day};

/// A case whose certificate was approved on 2005-03-10, with more events and other fields.
fn case(events: &str, fields: &str) -> Case {
    let history = format!(r#"[{{"event": "approved", "on": "2005-03-10"}}{events}]"#);
    let line = format!(r#"{{"id": "a", {fields} "history": {history}, "ask": []}}"#);
    serde_json::from_str(&line).unwrap()
}

/// The certificate of a case, opened.
fn opened(case: &Case) -> CertificateFile<'_> {
    case.law.open(&case.history, &case.ledger)
}

/// The refusal of a case.
fn refusal(case: &Case) -> Fault {
    opened(case).irregularities().unwrap_err().fault
}

/// The code and its sentence in both languages.
fn told(code: Code, en: &str, zh: &str) -> String {
    format!("{code}\n  {en}\n  {zh}")
}

fn of_fault(fault: &Fault) -> String {
    assert_eq!(fault.to_string(), fault.in_words(Language::En).to_string());
    told(fault.code(), &fault.to_string(), &fault.in_words(Language::Zh).to_string())
}

fn of_finding(finding: &Finding) -> String {
    assert_eq!(finding.to_string(), finding.in_words(Language::En).to_string());
    told(finding.code(), &finding.to_string(), &finding.in_words(Language::Zh).to_string())
}

/// The refusals of histories that go on from the approval.
fn refusals(events: &[&str]) -> String {
    let told = events.iter().map(|events| of_fault(&refusal(&case(events, ""))));
    told.collect::<Vec<_>>().join("\n")
}

const APPLIED: &str = r#", {"event": "application_accepted", "on": "2008-01-15", "application": {"conduct_good": true,
    "no_criminal_record": true, "fit_for_post": true, "employer_assessment_passed": true, "fee_paid": false,
    "documents": ["certificate", "identity", "application_form", "education_proof"]}}"#;
const ASKED: &str = r#", {"event": "deferral_requested", "on": "2008-02-01", "ground": "childbirth", "until": "2008-09-10", "evidence": true}"#;
const GRANTED: &str = r#", {"event": "deferral_granted", "on": "2008-02-10"}"#;
const EXTENDED: &str = r#", {"event": "extension_granted", "on": "2008-01-15", "ground": "childbirth", "arose_on": "2006-06-01",
    "until": "2008-09-10", "written_application": true, "evidence": true}"#;
const CANCELLED: &str = r#", {"event": "cancelled", "on": "2006-05-08", "ground": "major_loss"}"#;
const PUBLISHED: &str = r#", {"event": "cancellation_published", "on": "2006-05-10"}"#;
const APPEALED: &str = r#", {"event": "appeal_filed", "on": "2006-06-09"}"#;

#[test]
fn what_cannot_happen() {
    let told = refusals(&[
        r#", {"event": "refused", "on": "2005-03-09"}"#,
        r#", {"event": "approved", "on": "2005-03-10"}"#,
        &APPLIED.replace("2008-01-15", "2008-03-11"),
        &[CANCELLED, CANCELLED].concat(),
        &[APPLIED, APPLIED].concat(),
        r#", {"event": "registered", "on": "2008-01-15"}"#,
        &[ASKED, ASKED].concat(),
        GRANTED,
        &[ASKED, GRANTED, &ASKED.replace("2008-02-01", "2008-03-11")].concat(),
        &ASKED.replace("2008-09-10", "2008-03-10"),
        &[EXTENDED, EXTENDED].concat(),
        &EXTENDED.replace("2006-06-01", "2008-01-16"),
        &EXTENDED.replace("2008-09-10", "2008-03-10"),
        PUBLISHED,
        APPEALED,
        &[CANCELLED, PUBLISHED, PUBLISHED].concat(),
        &[CANCELLED, APPEALED].concat(),
        &[CANCELLED, PUBLISHED, APPEALED, APPEALED].concat(),
        &[CANCELLED, PUBLISHED, r#", {"event": "appeal_decided", "on": "2006-06-09", "outcome": "upheld"}"#].concat(),
    ]);
    assert_snapshot!(told, @"
    out_of_order
      the event is dated `2005-03-09`, before the previous one on `2005-03-10`; give events in order of date
      该项日期为2005-03-09，早于前一项的日期2005-03-10；各项应按日期先后排列
    already_approved
      the certificate has been approved already; it is approved once
      证书已经批准，不能再次批准
    lapsed
      the formalities of registration were not carried out in time, and the certificate has not been valid since `2008-03-11` (47.3)
      逾期未办理登记手续，证书自2008-03-11起不再有效（47.3）
    cancelled
      the certificate has been cancelled since `2006-05-08` (47.10)
      证书自2006-05-08起已被注销登记（47.10）
    application_pending
      an application of `2008-01-15` is pending; it has to be decided first (47.7)
      2008-01-15的登记申请尚未决定，应先作出决定（47.7）
    no_application_pending
      no application is pending; one has to be made first, and accepted before it is registered (47.7)
      没有待决的登记申请，应先提出申请，登记之前还应经受理（47.7）
    deferral_pending
      a deferral requested on `2008-02-01` is pending; it has to be decided first (47.8)
      2008-02-01提出的延期登记申请尚未决定，应先作出决定（47.8）
    no_deferral_pending
      no deferral request is pending; one has to be made first (47.8)
      没有待决的延期登记申请，应先提出申请（47.8）
    after_expiry
      the deferral was requested on `2008-03-11`, after the term ended on `2008-03-10`; request it before (47.8)
      延期登记申请于2008-03-11提出，已过有效期最后一日2008-03-10；应在期满前提出（47.8）
    deferral_not_beyond_deadline
      a deferral until `2008-03-10` does not go beyond the present deadline, `2008-03-10`; ask for a later day (47.8)
      延期至2008-03-10未超过现有期限2008-03-10，应申请更晚的日期（47.8）
    extension_exists
      an extension until `2008-09-10` was granted in this term already; there is one a term (48.6)
      本有效期内已准予顺延至2008-09-10，每个有效期只能顺延一次（48.6）
    outside_cycle
      the ground arose on `2008-01-16`; expected a day of the education cycle, not after the event (48.6)
      顺延事由发生于2008-01-16，应在本继续教育周期之内，且不晚于准予顺延之日（48.6）
    extension_not_beyond_cycle
      an extension until `2008-03-10` does not go beyond the end of the cycle, `2008-03-10`; grant a later day (48.6)
      顺延至2008-03-10未超过周期最后一日2008-03-10，应准予更晚的日期（48.6）
    not_cancelled
      the certificate is not cancelled; only a cancellation is published or appealed (47.10)
      证书未被注销登记；公布和复议都以注销登记为前提（47.10）
    not_cancelled
      the certificate is not cancelled; only a cancellation is published or appealed (47.11)
      证书未被注销登记；公布和复议都以注销登记为前提（47.11）
    already_published
      the cancellation was published already; it is published once (47.11)
      注销登记已经公布，只公布一次（47.11）
    not_published
      the cancellation has not been published; the time for appeal starts with its publication (47.11)
      注销登记尚未公布，申请复议的期限自公布之日起算（47.11）
    appeal_exists
      this cancellation was appealed already; the notice knows one appeal a cancellation (47.11)
      对该次注销登记已申请过复议；依通知，每次注销登记可申请一次复议（47.11）
    no_appeal_pending
      no appeal is pending; one has to be filed first (47.11)
      没有待决的复议申请，应先申请复议（47.11）
    ");
}

#[test]
fn what_cannot_happen_before_the_approval_outside_the_regime_or_beyond_the_calendar() {
    let refused = |line: &str| of_fault(&refusal(&serde_json::from_str(line).unwrap()));
    let told = [
        r#"{"id": "a", "history": [{"event": "registered", "on": "2005-03-10"}], "ask": []}"#,
        r#"{"id": "a", "history": [{"event": "approved", "on": "2003-12-31"}, {"event": "registered", "on": "2006-12-01"}], "ask": []}"#,
        r#"{"id": "a", "regulation": {"repealed_on": "2019-07-01"}, "history": [{"event": "approved", "on": "2017-03-10"}, {"event": "application_filed", "on": "2020-01-10"}], "ask": []}"#,
        r#"{"id": "a", "regulation": {"repealed_on": "2019-07-01"}, "history": [{"event": "approved", "on": "2020-03-10"}, {"event": "application_filed", "on": "2023-01-10"}], "ask": []}"#,
        r#"{"id": "a", "readings": {"term_last_day": "next_working_day"}, "history": [{"event": "approved", "on": "2024-01-01"}], "ask": []}"#,
    ];
    assert_snapshot!(told.map(refused).join("\n"), @"
    not_approved
      the certificate has not been approved; nothing can come before the approval (47.4.1)
      证书尚未批准，批准之前不能有其他事项（47.4.1）
    not_subject
      the certificate is outside the regime (approvals covered: from 2004-01-01 on); it needs no registration (47.0)
      登记制度适用于2004-01-01起取得的证书，该证书不在其内，无须登记（47.0）
    repealed
      the notices no longer apply: they have been repealed since `2019-07-01`
      两个通知自2019-07-01起废止，此后不再办理
    not_subject
      the certificate is outside the regime (approvals covered: 2004-01-01 to 2019-06-30); it needs no registration (47.0)
      登记制度适用于2004-01-01至2019-06-30取得的证书，该证书不在其内，无须登记（47.0）
    calendar_uncovered
      the working-day calendar does not cover the year `2027`; supply that year's arrangements
      工作日历未涵盖2027年，请补充该年的放假安排
    ");
}

#[test]
fn what_was_done_without_its_legal_conditions() {
    let away = |ground: &str, events: &str| {
        let away = r#""absences": [{"from": "2006-01-01", "to": "2006-07-02"}]"#;
        events.replace(r#""ground": "childbirth""#, &format!(r#""ground": "{ground}", {away}"#))
    };
    let long = away("work_abroad", &EXTENDED.replace("2006-06-01", "2006-12-01")).replace("07-02", "07-03");
    let told = refusals(&[
        &ASKED.replace("2008-09-10", "2009-03-11"),
        &EXTENDED.replace("2008-09-10", "2009-03-11"),
        &away("study_abroad", EXTENDED),
        &away("sick_leave", ASKED),
        &long,
        &ASKED.replace("childbirth", "other"),
        &EXTENDED.replace(r#""written_application": true"#, r#""written_application": false"#),
        &ASKED.replace(r#""evidence": true"#, r#""evidence": false"#),
        &APPLIED.replace("2008-01-15", "2007-12-09"),
        r#", {"event": "cancelled", "on": "2007-05-31", "ground": "left_post", "left_on": "2005-06-01"}"#,
        r#", {"event": "cancelled", "on": "2007-05-31", "ground": "fraud", "verified_by_province": true}"#,
        &[APPLIED, r#", {"event": "cancelled", "on": "2008-01-20", "ground": "fraud"}"#].concat(),
        &[CANCELLED, PUBLISHED, &APPEALED.replace("06-09", "06-10")].concat(),
    ]);
    assert_snapshot!(told, @"
    deferral_too_long
      a deferral until `2009-03-11` goes beyond the latest day possible, `2009-03-10` (47.8)
      延期至2009-03-11超过最晚期限2009-03-10（47.8）
    extension_too_long
      an extension until `2009-03-11` goes beyond the latest day possible, `2009-03-10` (48.6)
      顺延至2009-03-11超过最晚期限2009-03-10（48.6）
    ground_not_recognised
      study outside the mainland defers a registration but does not extend the time for education; work there does (48.6)
      境外学习可以延期登记，但不能顺延继续教育时间（境外工作可以）（48.6）
    absence_too_short
      the absence shown is 183 days; expected more than 183 days (47.8)
      境外或病假时间为183天，应超过183天（47.8）
    arose_outside_absence
      the ground arose on `2006-12-01`, which lies in none of the absences given (48.6)
      顺延事由发生于2006-12-01，不在所列的任何一段境外或病假期间内（48.6）
    consent_missing
      the provincial authority has not consented, as it has to in a case the notice does not name (47.8)
      属于其他情形而未经省级信息产业主管部门同意（47.8）
    written_application_missing
      the holder's own written application is missing (48.6)
      缺少本人的书面申请（48.6）
    evidence_missing
      evidence of the ground is missing (47.8)
      缺少相关证明（47.8）
    before_window
      `2007-12-09` is before the window to apply, which opens on `2007-12-10` (47.3)
      2007-12-09早于登记申请期的首日2007-12-10（47.3）
    off_post_too_short
      the time off the post up to `2007-05-31` is too short; expected to last to `2007-06-01` at least (47.10.3)
      截至2007-05-31，连续脱离岗位的时间不足，至少应至2007-06-01（47.10.3）
    no_application_made
      no application was filed or accepted up to then, so there was none to commit fraud in (47.10.5)
      在此之前没有提出或受理过登记申请，不存在申请登记过程中的弄虚作假（47.10.5）
    verification_missing
      the provincial authority has not verified the fraud (47.10.5)
      弄虚作假行为未经省级信息产业主管部门调查核实（47.10.5）
    appeal_too_late
      the appeal was filed on `2006-06-10`, after the notice's time for it ended on `2006-06-09`; other law may give more (47.11)
      复议申请于2006-06-10提出，已过通知规定的最后一日2006-06-09；其他法律可能给予更长的期限（47.11）
    ");
}

#[test]
fn months_are_told_as_months_and_one_day_as_one() {
    let asked = |last: &str| {
        let absence = format!(r#""ground": "sick_leave", "absences": [{{"from": "2006-01-01", "to": "{last}"}}]"#);
        ASKED.replace(r#""ground": "childbirth""#, &absence)
    };
    let told = [("2006-01-01", "days"), ("2006-06-30", "months")].map(|(last, measure)| {
        let readings = format!(r#""readings": {{"absence_measure": "{measure}"}},"#);
        of_fault(&refusal(&case(&asked(last), &readings)))
    });
    assert_snapshot!(told.join("\n"), @"
    absence_too_short
      the absence shown is 1 day; expected more than 183 days (47.8)
      境外或病假时间为1天，应超过183天（47.8）
    absence_too_short
      the absence shown is 2006-01-01 to 2006-06-30; expected more than 6 months (47.8)
      境外或病假时间为2006-01-01至2006-06-30，应超过6个月（47.8）
    ");
}

#[test]
fn agencies() {
    let named = APPLIED.replace(r#""application""#, r#""agency": "北京", "application""#);
    let told = [APPLIED, &named].map(|events| of_fault(&refusal(&case(events, r#""agencies": [],"#))));
    assert_snapshot!(told.join("\n"), @"
    agency_missing
      no registration agency is named; name one that is approved on that day (47.3)
      未注明登记实施机构，应为当日已获批准的机构（47.3）
    agency_not_approved
      the registration agency named is not approved on that day (47.3)
      所列登记实施机构当日未获批准（47.3）
    ");
}

#[test]
fn a_registration_says_all_that_is_missing() {
    let ledger = r#""ledger": [{"on": "2006-01-01", "hours": 1, "mode": "on_the_job", "field": "other", "kind": "standard"},
        {"on": "2007-01-01", "hours": 40, "mode": "on_the_job", "field": "other", "kind": "standard"}],"#;
    let events = [APPLIED, r#", {"event": "registered", "on": "2008-01-20"}"#].concat();
    assert_snapshot!(of_fault(&refusal(&case(&events, ledger))), @r#"
    conditions_not_met
      the conditions are not met (47.7): the registration fee is not paid (47.6); study in the cycle comes to 41 hours; expected at least 180 hours (48.4); study in year 1 of the cycle comes to 1 hour; expected at least 40 hours (48.4); study in year 3 of the cycle comes to 0 hours; expected at least 40 hours (48.4)
      不符合规定的条件（47.7）：证书登记费尚未缴纳（47.6）；本周期继续教育累计41学时，应达到180学时以上（48.4）；本周期第1年完成1学时，不得少于40学时（48.4）；本周期第3年完成0学时，不得少于40学时（48.4）
    "#);
}

#[test]
fn the_conditions_of_registration() {
    let line = r#"{"id": "a", "history": [{"event": "approved", "on": "2005-03-10"}], "ask": [{"query": "assessment",
        "on": "2008-01-15", "application": {"conduct_good": false, "no_criminal_record": false, "fit_for_post": false,
        "employer_assessment_passed": false, "documents": [], "fee_paid": true}}]}"#;
    let case: Case = serde_json::from_str(line).unwrap();
    let [Answer::Assessment(verdict)] = &case.answers()[..] else { panic!("one assessment was asked for") };
    let told: Vec<_> = verdict.findings().iter().map(of_finding).collect();
    assert_snapshot!(told.join("\n"), @r#"
    conduct
      professional conduct is not good (47.4.2)
      职业行为不良（47.4.2）
    criminal_record
      there is a criminal record (47.4.2)
      有犯罪记录（47.4.2）
    health
      the holder is not fit for the work of the post (47.4.3)
      身体状况不能坚持本专业岗位工作（47.4.3）
    employer_assessment
      the employer's assessment is not passed (47.4.4)
      所在单位考核不合格（47.4.4）
    document_missing
      the certificate is missing (47.6)
      缺少证书（47.6）
    document_missing
      proof of identity is missing (47.6)
      缺少身份证明（47.6）
    document_missing
      the application form is missing (47.6)
      缺少证书登记申请表（47.6）
    document_missing
      proof of continuing education is missing (47.6)
      缺少继续教育证明（47.6）
    education_total
      study in the cycle comes to 0 hours; expected at least 180 hours (48.4)
      本周期继续教育累计0学时，应达到180学时以上（48.4）
    education_year
      study in year 1 of the cycle comes to 0 hours; expected at least 40 hours (48.4)
      本周期第1年完成0学时，不得少于40学时（48.4）
    education_year
      study in year 2 of the cycle comes to 0 hours; expected at least 40 hours (48.4)
      本周期第2年完成0学时，不得少于40学时（48.4）
    education_year
      study in year 3 of the cycle comes to 0 hours; expected at least 40 hours (48.4)
      本周期第3年完成0学时，不得少于40学时（48.4）
    "#);
}

#[test]
fn entries_that_do_not_count() {
    let ledger = r#""providers": [], "ledger": [{"on": "2006-01-01", "hours": 1, "mode": "full_time", "field": "other", "kind": "standard"},
        {"on": "2007-01-01", "hours": 40, "mode": "part_time", "field": "other", "kind": "standard", "provider": "x"}],"#;
    let case = case("", ledger);
    let progress = opened(&case).on(day!(2008, 1, 15)).unwrap().education().unwrap();
    let told: Vec<_> = progress.disregarded.iter().map(|entry| of_finding(&entry.reason)).collect();
    assert_snapshot!(told.join("\n"), @"
    provider_missing
      the entry is not of study on the job and names no provider (48.5)
      该条记录不属于在岗学习，又未注明培训机构（48.5）
    provider_not_accredited
      the provider named might not train on the day of the entry (48.8)
      所列培训机构当日不具备从事继续教育培训的资格（48.8）
    ");
}

/// The codes of bodies, with values as they carry them.
#[test]
fn bodies() {
    let finding = |code| Finding::new(code, Clause::N47_14);
    let days = |code| finding(code).compared(Value::Day(day!(2006, 7, 1)), Value::Day(day!(2006, 6, 30)));
    let told = [
        finding(Code::AlreadyProposed),
        finding(Code::AlreadyApplied),
        finding(Code::NotAwaitingDecision),
        finding(Code::NotAwaitingFiling),
        days(Code::RectificationPending),
        finding(Code::NotAccredited),
        days(Code::AlreadyReviewed),
        days(Code::RectificationNotAfterReview),
        finding(Code::NoRectificationPending),
    ];
    let unmet = Fault::conditions_unmet(vec![Clause::N48_8_2, Clause::N48_8_4]);
    assert_snapshot!(told.map(|finding| of_finding(&finding)).join("\n"), @"
    already_proposed
      the agency was proposed already (47.14)
      该登记实施机构的设置方案已经上报（47.14）
    already_applied
      the institution applied already (47.14)
      该培训机构已经提出申请（47.14）
    not_awaiting_decision
      nothing awaits a decision (47.14)
      没有待决定的事项（47.14）
    not_awaiting_filing
      nothing awaits filing; an institution is filed once, after its approval (47.14)
      没有待备案的事项，培训机构经批准后备案一次（47.14）
    rectification_pending
      a rectification until `2006-06-30` is pending; it has to be judged first (47.14)
      限期至2006-06-30的整改尚未验收，应先验收（47.14）
    not_accredited
      the body may not act on that day (47.14)
      该机构当日不具备开展工作的资格（47.14）
    already_reviewed
      the body was reviewed on `2006-06-30` already; there is one review a calendar year (47.14)
      该机构已于2006-06-30审核，每个公历年审核一次（47.14）
    rectification_not_after_review
      rectification by `2006-06-30` is not after the review on `2006-07-01` (47.14)
      整改期限2006-06-30不晚于审核日2006-07-01（47.14）
    no_rectification_pending
      no rectification is pending (47.14)
      没有待验收的整改（47.14）
    ");
    assert_snapshot!(of_fault(&unmet), @r#"
    conditions_not_met
      the conditions are not met (48.8): 48.8.2; 48.8.4
      不符合规定的条件（48.8）：48.8.2；48.8.4
    "#);
}

#[test]
fn every_sentence_is_whole() {
    for code in Code::ALL {
        for language in [Language::En, Language::Zh] {
            let sentence = Finding::without_clause(code).in_words(language).to_string();
            assert!(!sentence.is_empty() && !sentence.ends_with(['.', '。']), "{code}: {sentence}");
            assert!(!sentence.contains(['{', '}']), "{code}: {sentence}");
            assert_eq!(sentence.is_ascii(), language == Language::En, "{code}: {sentence}");
        }
    }
}

/// What a finding is about is beside its code: a year, a province.
#[test]
fn a_finding_says_what_it_is_about() {
    let of_year = Finding::new(Code::EducationYear, Clause::N48_4);
    let written = |finding: Finding| serde_json::to_value(finding).unwrap();
    assert_eq!(written(of_year)["year"], serde_json::Value::Null);
    assert_eq!(written(of_year.about(Subject::Year(2)))["year"], 2);
    let uncovered = Finding::without_clause(Code::CalendarUncovered);
    assert_eq!(written(uncovered.about(Subject::CalendarYear(2027)))["year"], 2027);
    let unknown = Finding::new(Code::FeeUnknown, Clause::N47_6).about(Subject::Province("31".parse().unwrap()));
    assert_eq!(written(unknown)["province"], "31");
}

/// A clause binds as its words do, whatever the finding; what rests on no clause binds by none.
#[test]
fn a_finding_binds_as_its_sentence_does() {
    assert_eq!(Finding::new(Code::WrittenApplicationMissing, Clause::N48_6).force(), Some(Force::Must));
    assert_ne!(Finding::new(Code::GroundNotRecognised, Clause::N48_6).force(), Some(Force::Must));
    assert_eq!(Finding::without_clause(Code::CalendarUncovered).force(), None);
}

/// A span of one day is that day.
#[test]
fn a_span_of_one_day_is_the_day() {
    let told = |last, language| {
        let mut text = String::new();
        Value::Span(day!(2006, 1, 1), last).write(&mut text, language).unwrap();
        text
    };
    assert_eq!(Language::ALL.map(|language| told(day!(2006, 1, 1), language)), ["2006-01-01"; 2]);
    assert_eq!(told(day!(2006, 1, 2), Language::En), "2006-01-01 to 2006-01-02");
}
