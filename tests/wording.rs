//! The words of the notices, and what no sentence of the crate may say: every catalogue is read, in both languages.

use ruankao::agenda::Due;
use ruankao::appeal::Outcome;
use ruankao::duty::Task;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::ground::Ground;
use ruankao::lifecycle::{ActName, PhaseName, StateName};
use ruankao::naming::Words;
use ruankao::oversight::{Authority, Power};
use ruankao::regulation::{DecidedPoint, Reading, Repeal};
use ruankao::revocation::{Revocation, RevocationGround};
use ruankao::story::stories;
use ruankao::words::{Message, Phrase};
use ruankao::{Act, Clause, Code, Entry, Finding, History, Hours, Language, Law, Ledger, day};

/// Every sentence and name there is.
fn sentences(language: Language) -> Vec<String> {
    let codes = Code::ALL.iter().map(|&code| Finding::without_clause(code).in_words(language).to_string());
    let messages = Message::ALL.iter().map(|message| message.template(language).to_owned());
    let tasks = Task::ALL.iter().map(|task| task.in_words(language).to_owned());
    let powers = Power::ALL.iter().map(|power| power.in_words(language).to_owned());
    let authorities = Authority::ALL.iter().map(|authority| authority.in_words(language).to_owned());
    let told = stories().flat_map(|story| [story.title(language), story.lesson(language)]).map(str::to_owned);
    let missing = Hours::whole(4);
    let due = [
        Due::WindowOpens,
        Due::LastDay,
        Due::DeferralEnds,
        Due::OpinionDue,
        Due::OpinionUncovered { year: 2027 },
        Due::AppealEnds,
        Due::EducationYearEnds { year: 1, missing },
        Due::EducationCycleEnds { missing },
    ];
    let due = due.into_iter().map(|due| due.in_words(language).to_string());
    let names = (ActName::ALL.into_iter().map(Words::from))
        .chain(PhaseName::ALL.into_iter().map(Words::from))
        .chain(StateName::ALL.into_iter().map(Words::from))
        .chain(Ground::ALL.into_iter().map(Words::from))
        .chain(RevocationGround::ALL.into_iter().map(Words::from))
        .chain(Outcome::ALL.into_iter().map(Words::from))
        .chain(StudyMode::ALL.into_iter().map(Words::from))
        .chain(Field::ALL.into_iter().map(Words::from))
        .chain(ContentKind::ALL.into_iter().map(Words::from))
        .chain(Reading::ALL.iter().flat_map(|&reading| {
            let [one, other] = reading.sides_in_words();
            [reading.into(), one, other]
        }))
        .map(|words| words.in_words(language).to_owned());
    let refusals = Code::ALL.iter().map(|&code| code.in_words(language).to_owned());
    let all = codes
        .chain(refusals)
        .chain(messages)
        .chain(tasks)
        .chain(powers)
        .chain(authorities)
        .chain(told)
        .chain(due)
        .chain(names);
    all.collect()
}

fn none_says(language: Language, words: &[&str]) {
    for sentence in sentences(language) {
        for word in words {
            assert!(!sentence.to_lowercase().contains(word), "`{word}` in `{sentence}`");
        }
    }
}

#[test]
fn no_chinese_sentence_says_it_otherwise_than_the_notices() {
    let refused = [
        "审核意见",
        "出国",
        "留学",
        "国外",
        "海外",
        "窗口",
        "终局",
        "末日",
        "胜出",
        "徒然",
        "推翻",
        "随办理时",
        "长期有效",
        "不可恢复",
        "逾期未登记",
        "违规",
        "日历年",
        "事件",
    ];
    none_says(Language::Zh, &refused);
    // 47.14 withdraws an agency's qualification, 48.12 an institution's; neither does away with the body.
    for sentence in sentences(Language::Zh) {
        let withdrawn = ["机构被撤销", "机构已被撤销"].into_iter().flat_map(|words| sentence.split(words).skip(1));
        assert!(withdrawn.into_iter().all(|rest| rest.starts_with("资格")), "{sentence}");
    }
    let page = include_str!("../README.zh-CN.md");
    assert!(["推翻", "不可恢复", "审核意见", "终局", "末日"].iter().all(|word| !page.contains(word)));
    assert!(page.contains("注销登记经复议撤销"));
    // 48.4, in one phrase.
    let total = |text: &str| text.contains("累计") && text.contains("应达到") && text.ends_with("以上");
    assert!(total(Message::TotalMet.template(Language::Zh)));
    assert!(total(&Finding::without_clause(Code::EducationTotal).in_words(Language::Zh).to_string()));
    assert!(Clause::N48_4.text_zh().contains("应达到180学时以上"));
}

/// 弄虚作假 is fraud, 境外 outside the mainland; a lapse is said to be since when, and nothing is said to be for good.
#[test]
fn one_english_word_for_each_of_the_notices() {
    none_says(
        Language::En,
        &["deceit", "deceive", "abroad", "overseas", "for good", "forever", "nothing can be done", "with the act"],
    );
    assert_eq!(Ground::StudyAbroad.in_words(Language::En), "study outside the mainland");
    assert_eq!(Ground::WorkAbroad.in_words(Language::En), "work outside the mainland");
    for clause in [Clause::N47_8_1, Clause::N48_6_1] {
        assert!(clause.text_zh().contains("境外") && clause.text_en().contains("outside the mainland"), "{clause}");
    }
    assert!(Clause::ALL.iter().all(|clause| !clause.text_en().contains("abroad")));
    let lapse = "the formalities of registration are not carried out in time";
    assert!(Clause::N47_3.text_zh().contains("逾期未办理登记手续") && Clause::N47_3.text_en().contains(lapse));
    let frauds = RevocationGround::Fraud.in_words(Language::En);
    assert!(Clause::N47_10_5.text_en().contains("fraud") && frauds.contains("fraud"));
    assert!(Power::VerifyFraud.in_words(Language::En).contains("fraud"));
}

/// What stands between Chinese words is Chinese: no code, no name of the wire.
#[test]
fn no_raw_code_stands_in_a_chinese_sentence() {
    for sentence in sentences(Language::Zh) {
        let mut words = String::new();
        let mut is_place = false;
        for c in sentence.chars() {
            is_place = (is_place || c == '{') && c != '}';
            words.push(if is_place { ' ' } else { c });
        }
        assert!(!words.chars().any(|c| c.is_ascii_alphabetic()), "{sentence}");
    }
    let province = ruankao::identity::Province::Shanghai;
    let fee = ruankao::registration::FeeSchedule::default();
    let unknown = Finding::from(fee.fee(province, day!(2008, 1, 15)).unwrap_err());
    assert_eq!(
        unknown.in_words(Language::Zh).to_string(),
        "收费标准中没有上海市2008-01-15的登记费，请补充该日适用的核准标准（47.6）"
    );
}

/// Whoever is told of an appeal is told that the notices' remedy is meant and other law may know more.
#[test]
fn no_holder_is_told_that_a_right_has_ended() {
    for message in [
        Message::NothingHelps,
        Message::AppealBy,
        Message::AwaitPublication,
        Message::Unpublished,
        Message::AppealTimeOver,
        Message::AppealUpheld,
        Message::MendAppeal,
        Message::MendAppealInTime,
    ] {
        assert!(message.template(Language::En).contains("other law may"), "{}", message.name());
        assert!(message.template(Language::Zh).contains("其他法律可能"), "{}", message.name());
    }
    for message in [Message::AppealEnds, Message::PublishedAppealable, Message::BecomesFinal] {
        assert!(message.template(Language::En).contains("notice"), "{}", message.name());
        assert!(message.template(Language::Zh).contains("通知"), "{}", message.name());
    }
}

/// From the cancellation to the end of the notice's time, the plan names the remedy and what may lie beyond it.
#[test]
fn a_plan_after_a_cancellation_names_the_remedy() {
    let history = History::from_iter([
        Act::Approved.on(day!(2005, 3, 10)),
        Act::Cancelled(Revocation::MajorLoss).on(day!(2007, 9, 1)),
        Act::CancellationPublished.on(day!(2007, 9, 3)),
    ]);
    let file = Law::of_2004().open(history, Ledger::default());
    let plan = |on, language| file.on(on).unwrap().plan().in_words(language).to_string();
    let unpublished = day!(2007, 9, 2);
    assert!(plan(unpublished, Language::En).contains("until it does the notice's time for appeal does not start"));
    assert!(
        plan(unpublished, Language::Zh)
            .contains("公布之前通知规定的申请复议期限不起算；其他法律可能规定自知道之日起算")
    );
    for on in [day!(2007, 9, 2), day!(2007, 10, 8), day!(2007, 10, 9)] {
        assert!(plan(on, Language::En).contains("other law may"), "{on}");
        assert!(plan(on, Language::Zh).contains("其他法律可能"), "{on}");
    }
}

/// 48.11: 自愿选择继续教育培训机构、继续教育形势以及具体参加时间.
#[test]
fn a_plan_prescribes_neither_where_nor_how_nor_when() {
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    let file = Law::of_2004().open(history, Ledger::default());
    let plan = |on| file.on(on).unwrap().plan();
    let open = plan(day!(2005, 6, 1));
    assert!(open.in_words(Language::Zh).to_string().contains("由本人自愿选择（48.11）"));
    assert!(serde_json::to_value(&open).unwrap()["studies"]["choice"]["en"].is_string());
    // Where nothing can be earned any more there is nothing to choose.
    let closed = plan(day!(2008, 3, 11));
    assert_eq!(closed.studies.choice(), None);
    assert!(!closed.in_words(Language::Zh).to_string().contains("48.11"));
}

/// One word for one thing: a phase is never called what validity is, and what is shown reads as a sentence.
#[test]
fn one_word_for_one_thing() {
    let phases = PhaseName::ALL.map(|phase| phase.in_words(Language::En));
    for sentence in sentences(Language::En) {
        assert!(!sentence.contains("leave the event out") && !sentence.contains("no less will do"), "{sentence}");
        assert!(!sentence.contains("on the ground of off"), "{sentence}");
    }
    assert!(!phases.contains(&"in force") && !phases.contains(&"valid"));
    // Validity is called one thing: in force is what a law is.
    none_says(Language::En, &["in force", "invalid", "revoke", "revocation", "no longer missing", "on the ground of"]);
    none_says(Language::Zh, &["取定", "没有被"]);
    let left = RevocationGround::LeftPost.in_words(Language::En);
    assert_eq!(left, "years off the professional post");
    // What a state, an act and a phase have in common they call alike.
    for language in Language::ALL {
        assert_eq!(StateName::Lapsed.in_words(language), PhaseName::Lapsed.in_words(language));
        assert_eq!(StateName::Released.in_words(language), PhaseName::Released.in_words(language));
        assert_eq!(StateName::Filed.in_words(Language::En), ActName::ApplicationFiled.in_words(Language::En));
    }
}

/// What is counted stands where one of it reads as well as many: `1 hour are missing` is said nowhere.
#[test]
fn one_reads_as_well_as_many() {
    let one = Hours::whole(1);
    let phrases = [
        Phrase::new(Message::YearClosed).with(one).with(2_u32).with(day!(2007, 3, 11)),
        Phrase::new(Message::CycleClosed).with(one).with(day!(2008, 3, 11)),
        Phrase::new(Message::YearNotYet).with(one).with(2_u32).with(day!(2007, 3, 11)),
        Phrase::new(Message::CycleNotYet).with(one).with(day!(2008, 3, 11)),
        Phrase::new(Message::MadeUp).with(one),
        Phrase::new(Message::LateCounted).with(one),
        Phrase::new(Message::LeastInAll).with(one),
        Phrase::new(Message::HoldsAlways).with(1_u32).with(1_u32),
        Phrase::new(Message::LookedAtSets).with(1_u32).with(1_u32),
    ];
    for phrase in phrases {
        let words = phrase.to_string();
        assert!(
            !["1 hour are", "1 hour were", "1 of them", "1 combinations", "1 readings"]
                .iter()
                .any(|it| words.contains(it)),
            "{words}"
        );
        assert!(words.contains('1'), "{words}");
    }
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    let file = Law::of_2004().open(
        history,
        Ledger::from_iter([
            whole_cycle(day!(2005, 6, 1)),
            whole_cycle(day!(2006, 6, 1)),
            whole_cycle(day!(2007, 6, 1)),
        ]),
    );
    let plan = |on| file.on(on).unwrap().plan().in_words(Language::En).to_string();
    assert!(
        plan(day!(2008, 3, 9)).contains("gives up what is left of the old one, 1 day (47.3)"),
        "{}",
        plan(day!(2008, 3, 9))
    );
    assert!(plan(day!(2008, 3, 8)).contains("gives up what is left of the old one, 2 days (47.3)"));
}

fn whole_cycle(on: chrono::NaiveDate) -> Entry {
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Technology);
    Entry { on, hours: Hours::whole(60), mode, field, kind, provider: None }
}

/// The caution of the repeal and the decided points are sentences that people read, in either language.
#[test]
fn what_is_decided_and_repealed_is_said_in_both_languages() {
    let repeal = Repeal::OF_2019;
    assert!(repeal.caution_en().is_ascii() && !repeal.caution_zh().is_ascii());
    for &point in DecidedPoint::ALL {
        let [en, zh] = Language::ALL.map(|language| point.in_words(language).to_string());
        assert!(en.contains(point.open_en()) && en.contains(point.decided_en()), "{point}");
        assert!(!point.open_en().is_empty() && !point.open_zh().is_empty(), "{point}");
        assert!(zh.contains(point.open_zh()) && zh.contains(point.decided_zh()), "{point}");
    }
}
