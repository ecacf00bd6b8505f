//! 47.12: 网上查询系统，供用人单位和社会查询.

use crate::{day, paper};
use insta::assert_snapshot;
use proptest::prelude::*;
use ruankao::desk::{Check, Folder, PublicRecord, public_records};
use ruankao::duty::{Task, duties};
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::registration::{Acceptance, Filing, Paper, Registration};
use ruankao::regulation::{Parameters, Reading, Readings, Repeal};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Event, History, Language, Law, Ledger, Mode};

static LEDGER: std::sync::LazyLock<Ledger> = std::sync::LazyLock::new(Ledger::default);

/// The folder of a certificate that was obtained on the day of its approval.
fn file(events: impl IntoIterator<Item = Event>) -> Folder {
    let history: History = events.into_iter().collect();
    let approved = history.held(None).find(|(_, event)| event.act == Act::Approved).map(|(_, event)| event.on);
    let paper = Paper { obtained_on: approved.unwrap_or(paper().obtained_on), ..paper() };
    Folder::new(paper, history).unwrap()
}

fn approved() -> Event {
    Act::Approved.on(day(2005, 3, 10))
}

fn cancelled() -> Act {
    Act::Cancelled(Revocation::CriminalPenalty)
}

/// A deferral for sick leave, asked and granted.
fn deferred() -> [Event; 2] {
    let claim =
        Claim { ground: Ground::Childbirth, absences: Absences::default(), provincial_consent: false, evidence: true };
    let request = ruankao::deferral::Request { claim, until: day(2008, 9, 10) };
    [Act::DeferralRequested(Box::new(request)).on(day(2008, 1, 5)), Act::DeferralGranted.on(day(2008, 1, 20))]
}

fn row(file: &Folder, on: chrono::NaiveDate, law: &Law) -> String {
    serde_json::to_string(&PublicRecord::on(&file.open(law, &LEDGER), on).unwrap()).unwrap()
}

#[test]
fn a_record_shows_how_the_certificate_stands_and_nothing_personal() {
    let law = Law::of_2004();
    let cases = [
        (file([approved()]), day(2006, 1, 1)),
        (file([approved()]), day(2008, 3, 11)),
        (file([approved()].into_iter().chain(deferred())), day(2008, 2, 1)),
        (file([approved()].into_iter().chain(deferred())), day(2008, 4, 1)),
        (file([approved(), cancelled().on(day(2006, 7, 1))]), day(2006, 7, 1)),
        (file([Act::Approved.on(day(2003, 5, 1))]), day(2008, 4, 1)),
        (file([]), day(2008, 4, 1)),
    ];
    let rows: Vec<String> = cases.iter().map(|(file, on)| row(file, *on, &law)).collect();
    assert_snapshot!(rows.join("\n"), @r#"
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"in_force","in_force":true,"last_valid_day":"2008-03-10","term":{"start":"2005-03-10","last_day":"2008-03-10"}}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"lapsed","in_force":false,"term":{"start":"2005-03-10","last_day":"2008-03-10"}}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"registration_due","in_force":true,"last_valid_day":"2008-09-10","term":{"start":"2005-03-10","last_day":"2008-03-10"}}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"deferred","in_force":true,"last_valid_day":"2008-09-10","term":{"start":"2005-03-10","last_day":"2008-03-10"}}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"cancelled","in_force":false,"term":{"start":"2005-03-10","last_day":"2008-03-10"}}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"not_subject","in_force":true}
    {"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"not_approved","in_force":false}
    "#);
    for personal in ["张三", "childbirth", "criminal"] {
        assert!(!rows.iter().any(|row| row.contains(personal)), "{personal}");
    }
}

/// Under the other reading a deferred certificate is not valid, so its last valid day is the term's.
#[test]
fn the_last_valid_day_follows_the_readings() {
    let otherwise = Law::of_2004().with_readings(Readings::default().turned(Reading::DeferredValidity));
    let file = file([approved()].into_iter().chain(deferred()));
    let on = |law: &Law| PublicRecord::on(&file.open(law, &LEDGER), day(2008, 2, 1)).unwrap().last_valid_day;
    assert_eq!(on(&Law::of_2004()), Some(day(2008, 9, 10)));
    assert_eq!(on(&otherwise), Some(day(2008, 3, 10)));
}

#[test]
fn a_list_keeps_its_order_and_tells_what_cannot_be_read() {
    let law = Law::of_2004();
    let files = [file([approved()]), file([Act::Registered(Default::default()).on(day(2005, 1, 1))]), file([])];
    let open = files.each_ref().map(|file| file.open(&law, &LEDGER));
    let rows: Vec<_> = public_records(&open, day(2006, 1, 1)).collect();
    assert!(rows[0].as_ref().is_ok_and(|row| row.in_force));
    assert_eq!(rows[1].as_ref().unwrap_err().event, 0);
    assert!(rows[2].as_ref().is_ok_and(|row| !row.in_force));
}

/// Acts in an order that an audit can read, whatever the days between.
fn acts() -> impl Strategy<Value = Vec<Event>> {
    let acceptance = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let [request, _] = deferred();
    let act = prop::sample::select(vec![
        acceptance,
        Act::Registered(Default::default()),
        Act::Refused,
        request.act,
        Act::DeferralGranted,
        Act::DeferralRefused,
        cancelled(),
        Act::CancellationPublished,
        Act::AppealFiled,
        Act::AppealDecided(ruankao::appeal::Outcome::Overturned),
        Act::AppealDecided(ruankao::appeal::Outcome::Upheld),
    ]);
    prop::collection::vec((act, 0_u64..500), 1..10).prop_map(|acts| {
        let mut on = day(2005, 3, 10);
        let mut events = vec![approved()];
        for (act, days) in acts {
            on = on + chrono::Days::new(days);
            events.push(act.on(on));
        }
        events
    })
}

proptest! {
    /// Whenever an act makes the public record read otherwise, the Centre has to update the query system; the last valid
    /// day is the last: in force on it, and not on the day after.
    #[test]
    fn a_changed_record_has_to_be_updated(events in acts()) {
        let law = Law::of_2004();
        let open = |folder: &Folder, on| {
            let open = folder.open_in(Mode::Audit, &law, &LEDGER);
            PublicRecord::on(&open, on).map(|it| (it.phase, it.in_force, it.last_valid_day))
        };
        let mut history = History::default();
        for event in events {
            let before = file(history.held(None).map(|(_, event)| event.clone()));
            let mut longer = history.clone();
            longer.record(event.clone());
            let after = Folder::new(before.paper().clone(), longer.clone()).unwrap();
            let on = event.on;
            let Ok(shown) = open(&after, on) else { continue };
            history = longer;
            if open(&before, on).is_ok_and(|before| before != shown) {
                prop_assert!(duties(&event, on, law.regulation()).any(|duty| duty.task() == Task::UpdateQuerySystem));
            }
            if let (_, in_force, Some(last)) = shown {
                let next = last.succ_opt().unwrap();
                prop_assert!(in_force && last >= on);
                prop_assert!(open(&after, last).unwrap().1);
                prop_assert!(!open(&after, next).unwrap().1);
            }
        }
    }
}

/// The file of a certificate is read and written.
#[test]
fn a_file_is_read_back() {
    let file = file([approved()].into_iter().chain(deferred()));
    let json = serde_json::to_string(&file).unwrap();
    assert_eq!(serde_json::from_str::<Folder>(&json).unwrap(), file);
    assert!(serde_json::from_str::<Paper>(r#"{"number": ""}"#).is_err());
}

fn registered() -> Vec<Event> {
    let application = Application::COMPLETE;
    vec![
        approved(),
        Act::ApplicationFiled(Filing { agency: Some("A1".into()) }).on(day(2008, 1, 14)),
        Act::ApplicationAccepted(Acceptance { agency: None, application }).on(day(2008, 1, 15)),
        Act::Registered(Registration::default()).on(day(2008, 1, 25)),
    ]
}

/// The day of the last registration, its term and its agency, which the filing may have named.
#[test]
fn the_last_registration_is_shown() {
    let law = Law::of_2004();
    let file = file(registered());
    let open = file.open_in(Mode::Recorded, &law, &LEDGER);
    let shown = |on| serde_json::to_string(&PublicRecord::on(&open, on).unwrap()).unwrap();
    assert_snapshot!(shown(day(2008, 1, 24)), @r#"{"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"under_review","in_force":true,"term":{"start":"2005-03-10","last_day":"2008-03-10"}}"#);
    assert_snapshot!(shown(day(2008, 1, 25)), @r#"{"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"in_force","in_force":true,"last_valid_day":"2011-01-25","term":{"start":"2008-01-25","last_day":"2011-01-25"},"last_registration":{"on":"2008-01-25","agency":"A1"}}"#);
    let in_words = |language| PublicRecord::on(&open, day(2008, 1, 25)).unwrap().in_words(language).to_string();
    assert_snapshot!(in_words(Language::En), @"
    certificate 0531-08, 张*, Software Designer: valid, within its term (47.12)
    valid through 2011-01-25
    term from 2008-01-25 to 2011-01-25
    last registered on 2008-01-25 by A1
    ");
    assert_snapshot!(in_words(Language::Zh), @"
    证书0531-08，张*，软件设计师：有效，有效期内（47.12）
    有效期至2011-01-25
    本次有效期2008-01-25至2011-01-25
    最近一次登记日期2008-01-25，登记机构A1
    ");
    // By another agency than that of acceptance.
    let mut events = registered();
    events[3] = Act::Registered(Registration { agency: Some("A2".into()), application: None }).on(day(2008, 1, 25));
    let file = self::file(events);
    let open = file.open_in(Mode::Recorded, &law, &LEDGER);
    let record = PublicRecord::on(&open, day(2008, 2, 1)).unwrap();
    assert_eq!(record.last_registration.and_then(|it| it.agency), Some(&"A2".into()));
}

/// From a repeal on registration has ended; where no day of it is named, an answer of 2019 or later says so beside it.
#[test]
fn a_repeal_is_told() {
    let file = file(registered());
    let repealed_on = Some(day(2010, 1, 1));
    let law = Law::of_2004().with_parameters(Parameters { repealed_on, ..Parameters::NOTICES }).unwrap();
    let open = file.open_in(Mode::Recorded, &law, &LEDGER);
    let record = |on| PublicRecord::on(&open, on).unwrap();
    assert!(!record(day(2009, 12, 31)).registration_ended);
    let released = record(day(2019, 6, 1));
    assert!(released.registration_ended && released.in_force && released.caution(Language::En).is_none());
    assert_snapshot!(released.in_words(Language::En), @"
    certificate 0531-08, 张*, Software Designer: valid, released by the repeal (47.12)
    term from 2008-01-25 to 2011-01-25
    last registered on 2008-01-25 by A1
    registration has ended: the notices are repealed
    ");
    assert_snapshot!(released.in_words(Language::Zh), @"
    证书0531-08，张*，软件设计师：有效，通知废止后持续有效（47.12）
    本次有效期2008-01-25至2011-01-25
    最近一次登记日期2008-01-25，登记机构A1
    登记制度已随通知废止而终止
    ");
    assert_snapshot!(serde_json::to_string(&released).unwrap(), @r#"{"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"released","in_force":true,"term":{"start":"2008-01-25","last_day":"2011-01-25"},"last_registration":{"on":"2008-01-25","agency":"A1"},"registration_ended":true}"#);

    let law = Law::of_2004();
    let open = file.open_in(Mode::Recorded, &law, &LEDGER);
    let record = |on| PublicRecord::on(&open, on).unwrap();
    assert_eq!(record(day(2018, 12, 31)).caution(Language::Zh), None);
    let unsure = record(day(2019, 1, 1));
    assert_eq!(unsure.caution(Language::En), Some(Repeal::OF_2019.caution_en()));
    assert_eq!(unsure.caution(Language::Zh), Some(Repeal::OF_2019.caution_zh()));
    assert_snapshot!(unsure.in_words(Language::Zh), @"
    证书0531-08，张*，软件设计师：无效，逾期失效（47.12）
    本次有效期2008-01-25至2011-01-25
    最近一次登记日期2008-01-25，登记机构A1
    注意：两个通知已于2019年废止；本答复未指定废止日期，按通知仍然有效作出
    ");
    assert_snapshot!(serde_json::to_string(&unsure).unwrap(), @r#"{"number":"0531-08","name":"张*","qualification":"软件设计师","phase":"lapsed","in_force":false,"term":{"start":"2008-01-25","last_day":"2011-01-25"},"last_registration":{"on":"2008-01-25","agency":"A1"},"caution":{"en":"the notices were repealed in 2019; this answer names no day of repeal and speaks as if they still applied","zh":"两个通知已于2019年废止；本答复未指定废止日期，按通知仍然有效作出"}}"#);
}

/// 供用人单位…查询: who has number and name is told whether they belong together, and nobody is told the name.
#[test]
fn an_employer_checks_number_and_name() {
    let (file, law) = (file([approved()]), Law::of_2004());
    let open = file.open(&law, &LEDGER);
    let check = |number: &str, name: &str| {
        let (number, name) = (number.parse().unwrap(), name.parse().unwrap());
        assert_eq!(file.check(&number, &name), open.check(&number, &name));
        open.check(&number, &name)
    };
    assert_eq!(check("0531-08", "张三"), Check::Match);
    for (number, name) in [("0531-08", "张四"), ("0531-08", "张"), ("0531-09", "张三"), ("0531-09", "李四")] {
        assert_eq!(check(number, name), Check::NoMatch);
    }
    assert_eq!(Check::NoMatch.in_words(Language::Zh), "证书编号与姓名不符");
    assert!(!format!("{:?} {}", check("0531-08", "张三"), Check::Match).contains('张'));
}
