//! What is built of lists and looked up in them.

use crate::form::filled;
use crate::{Asked, Holds, Question};
use chrono::Days;
use ruankao::calendar::{Period, WorkCalendar};
use ruankao::desk::{Folder, HolderFile};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::identity::{BodyId, CitizenNumber, Listing, PersonName, Province, Qualification, Register};
use ruankao::oversight::{AccreditationHistory, CourseContent, CourseDraft, Directory, Signature, TraineeDraft};
use ruankao::registration::{Fee, FeeSchedule, Fen, Paper};
use ruankao::{Act, Entry, History, Hours, Law, Ledger, Mode, day};

/// Listings of one id for the greater part, since that is what was slow.
fn listings(n: u32) -> Vec<Listing> {
    let listing = |place: u32| {
        let from = day!(1950, 1, 1) + Days::new(u64::from(place) * 2);
        let id = if place.is_multiple_of(4) { format!("B{place}") } else { "B".to_owned() };
        Listing::new(id.as_str(), from, Some(from + Days::new(1))).unwrap()
    };
    (0..n).rev().map(listing).collect()
}

fn register(n: u32) -> Asked {
    let listings = listings(n);
    Box::new(move || listings.iter().cloned().collect::<Register>().listings().len())
}

fn looked_up(n: u32) -> Asked {
    let register: Register = listings(n).into_iter().collect();
    let days: Vec<_> = (0..n).map(|place| day!(1950, 1, 1) + Days::new(u64::from(place) * 2)).collect();
    let id = BodyId::from("B");
    Box::new(move || days.iter().filter(|&&day| register.may_act(&id, day)).count())
}

fn paper(number: &str) -> Paper {
    Paper {
        number: number.parse().unwrap(),
        name: "张三".parse().unwrap(),
        qualification: Qualification::SoftwareDesigner,
        obtained_on: day!(2005, 3, 10),
    }
}

fn holder(n: u32) -> HolderFile {
    let document = CitizenNumber::parse("11010519491231002X").unwrap();
    let mut holder = HolderFile::new(document.into(), crate::lives::ledger(n));
    for number in 0..n {
        let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
        holder.add(Folder::new(paper(&number.to_string()), history).unwrap()).unwrap();
    }
    holder
}

fn opened(n: u32) -> Asked {
    let holder = holder(n);
    Box::new(move || holder.open(&Law::of_2004()).len())
}

fn directory(n: u32) -> Asked {
    use ruankao::oversight::Act;
    Box::new(move || {
        let mut directory = Directory::new(Mode::Strict);
        for number in 0..n {
            let history: AccreditationHistory<_> =
                [Act::PROPOSED.on(day!(2005, 1, 10)), Act::Approved.on(day!(2005, 2, 1))].into_iter().collect();
            directory.enter(format!("B{number}").as_str(), Province::Shanghai, history).unwrap();
        }
        directory.bodies().len()
    })
}

fn fees(n: u32) -> Asked {
    let fee = |place: u32| {
        let from = day!(1950, 1, 1) + Days::new(u64::from(place));
        Fee { province: Province::Shanghai, amount: Fen(3000), from, to: Some(from) }
    };
    let fees: Vec<Fee> = (0..n).rev().map(fee).collect();
    Box::new(move || FeeSchedule::new(fees.clone()).unwrap().fees().len())
}

fn course(n: u32) -> Asked {
    let trainee = |place: u32| TraineeDraft {
        name: PersonName::parse(&format!("学员{place}")).ok(),
        hours: Some(Hours::whole(1)),
        finished: Some(true),
    };
    let (mode, field, kind) = (StudyMode::FullTime, Field::Software, ContentKind::Technology);
    let draft = CourseDraft {
        institution: Some("P1".into()),
        held: Some(Period::new(day!(2006, 5, 8), day!(2006, 5, 12)).unwrap()),
        content: Some(CourseContent { mode, field, kind }),
        trainees: (0..n).map(trainee).collect(),
        signature: Some(Signature { by: PersonName::parse("张三").unwrap(), on: day!(2006, 5, 12) }),
    };
    Box::new(move || draft.verdict().findings().len())
}

/// The form printed with as many rows as the ledger has entries, none of which agrees.
fn form(n: u32) -> Asked {
    let draft = (0..n).fold(filled(), |draft, _| draft.row("2006-05-20", "业余", "标准", "8"));
    let (form, paper) = (draft.read().unwrap(), paper("0531-08"));
    let (mode, field, kind) = (StudyMode::OnTheJob, Field::Software, ContentKind::Standard);
    let entry = Entry { on: day!(2006, 5, 20), hours: Hours::whole(9), mode, field, kind, provider: None };
    let ledger: Ledger = std::iter::repeat_n(entry, n as usize).collect();
    Box::new(move || form.findings(&paper, &ledger, day!(2008, 1, 15)).findings().len())
}

fn calendar(n: u32) -> Asked {
    Box::new(move || {
        let years = (0..n.cast_signed()).rev();
        years.fold(WorkCalendar::empty(), |calendar, year| calendar.with_year(year, []).unwrap()).years().count()
    })
}

pub(crate) const QUESTIONS: &[Question] = &[
    Question::new("Register::from_iter", Holds::EachPart(128), register),
    Question::new("Register::may_act", Holds::Nothing, looked_up),
    Question::new("HolderFile::add", Holds::EachPart(512), |n| Box::new(move || holder(n).folders().len())),
    Question::new("HolderFile::open", Holds::EachPart(640), opened),
    Question::new("Directory::enter", Holds::EachPart(512), directory),
    Question::new("FeeSchedule::new", Holds::EachPart(64), fees),
    Question::new("CourseDraft::verdict", Holds::EachPart(64), course),
    Question::new("Form::findings", Holds::EachPart(256), form),
    Question::new("WorkCalendar::with_year", Holds::EachPart(256), calendar),
];
