//! 48.5: 完成继续教育可以参加有关继续教育培训机构组织的脱产、半脱产、业余培训的学习，也可以采取在岗学习的方式。
//! 各种学习形式折算成学时数的方法在继续教育培训大纲中规定。
//!
//! 48.8: ……经……批准，报信息产业部电子教育中心备案，作为全国信息技术人才培训基地，方可从事继续教育培训工作。

use crate::support::{Asked, Differing, and_then, childbirth, extension, history, quotes, register, studied};
use ruankao::education::{StudyMode, Syllabus};
use ruankao::regulation::Reading;
use ruankao::{Act, Clause, Code, Entry, History, Hours, Law, Ledger};

#[test]
fn the_words() {
    quotes(Clause::N48_5, "可以参加有关继续教育培训机构组织的脱产、半脱产、业余培训的学习，也可以采取在岗学习的方式");
    quotes(Clause::N48_5, "各种学习形式折算成学时数的方法在继续教育培训大纲中规定");
    quotes(Clause::N48_8, "方可从事继续教育培训工作");
}

fn approved() -> History {
    history(&[("2005-03-10", Act::Approved)])
}

fn taught(on: &str, mode: StudyMode, provider: Option<&str>) -> Entry {
    Entry { mode, provider: provider.map(Into::into), ..studied(on, 10) }
}

/// The hours that count, and why the others do not, by their place in the ledger.
fn counted(law: &Law, entries: &[Entry], on: &str) -> (u64, Vec<(usize, Code, Option<Clause>)>) {
    let progress = law.open(approved(), Ledger::from(entries.to_vec())).progress(on);
    let why = |entry: &ruankao::education::Disregarded| (entry.entry, entry.reason.code(), entry.reason.clause());
    (progress.hours.tenths(), progress.disregarded.iter().map(why).collect())
}

#[test]
fn an_institution_is_named_but_for_study_on_the_job() {
    for mode in StudyMode::ALL {
        let entries = [taught("2006-01-01", mode, Some("基地")), taught("2006-01-02", mode, None)];
        let (hours, why) = counted(&Law::of_2004(), &entries, "2008-01-01");
        if mode == StudyMode::OnTheJob {
            assert_eq!((hours, why), (20, vec![]));
        } else {
            assert_eq!((hours, why), (10, vec![(1, Code::ProviderMissing, Some(Clause::N48_5))]));
        }
    }
}

#[test]
fn where_institutions_are_listed_theirs_count_from_accreditation_to_the_day_before_withdrawal() {
    let law = Law::of_2004().with_institutions(register(&[("基地", "2006-01-01", Some("2006-06-01"))]));
    let days = ["2005-12-31", "2006-01-01", "2006-05-31", "2006-06-01"];
    let entries = days.map(|on| taught(on, StudyMode::FullTime, Some("基地")));
    let not = |entry| (entry, Code::ProviderNotAccredited, Some(Clause::N48_8));
    assert_eq!(counted(&law, &entries, "2008-01-01"), (20, vec![not(0), not(3)]));
    let other =
        [taught("2006-02-01", StudyMode::PartTime, Some("别处")), taught("2006-02-01", StudyMode::PartTime, None)];
    let missing = (1, Code::ProviderMissing, Some(Clause::N48_5));
    assert_eq!(counted(&law, &other, "2008-01-01"), (0, vec![not(0), missing]));
    // A provider named for study on the job is passed over.
    let on_the_job = [taught("2005-12-31", StudyMode::OnTheJob, Some("别处"))];
    assert_eq!(counted(&law, &on_the_job, "2008-01-01"), (10, vec![]));
    // An empty list is a list.
    let entries = [taught("2006-02-01", StudyMode::SpareTime, Some("基地"))];
    assert_eq!(counted(&law.with_institutions(register(&[])), &entries, "2008-01-01"), (0, vec![not(0)]));
}

#[test]
fn only_an_entry_that_would_count_is_disregarded() {
    let days = ["2005-03-10", "2005-03-11", "2008-03-10", "2008-03-11", "2008-09-10", "2008-09-11"];
    let entries = days.map(|on| taught(on, StudyMode::FullTime, None));
    let places = |law: &Law, life: &History, on| {
        let progress = law.open(life, Ledger::from(entries.to_vec())).progress(on);
        progress.disregarded.iter().map(|entry| entry.entry).collect::<Vec<_>>()
    };
    let (not, counted) = (Law::of_2004(), Law::of_2004().turned(Reading::LateHours));
    assert_eq!(places(&not, &approved(), "2008-12-01"), [1, 2]);
    assert_eq!(places(&not, &approved(), "2008-03-09"), [1]);
    assert_eq!(places(&counted, &approved(), "2008-12-01"), [1, 2, 3, 4, 5]);
    let extended = and_then(&approved(), &[("2008-02-01", extension("2006-01-01", "2008-09-10", childbirth()))]);
    assert_eq!(places(&not, &extended, "2008-12-01"), [1, 2, 3, 4]);
}

#[test]
fn a_syllabus_converts_study_exactly_or_not_at_all() {
    let syllabus = Syllabus { full_time: 10, part_time: 8, spare_time: 5, on_the_job: 0 };
    let convert = |mode, tenths| syllabus.convert(mode, Hours::from_tenths(tenths).unwrap()).ok().map(Hours::tenths);
    assert_eq!(convert(StudyMode::FullTime, 125), Some(125));
    assert_eq!(convert(StudyMode::PartTime, 125), Some(100));
    assert_eq!(convert(StudyMode::PartTime, 124), None);
    assert_eq!(convert(StudyMode::SpareTime, 2), Some(1));
    assert_eq!(convert(StudyMode::SpareTime, 1), None);
    assert_eq!(convert(StudyMode::OnTheJob, 100_000), Some(0));
    let double = Syllabus { full_time: 20, ..syllabus };
    assert_eq!(double.convert(StudyMode::FullTime, Hours::whole(5_000)), Ok(Hours::whole(10_000)));
    assert!(double.convert(StudyMode::FullTime, Hours::from_tenths(50_001).unwrap()).is_err());
}
