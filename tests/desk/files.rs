//! Several certificates of one holder: each is registered apart, and one ledger serves all.

use crate::{day, entry, ledger, paper};
use insta::assert_snapshot;
use ruankao::desk::{Folder, HolderFile};
use ruankao::identity::{CitizenNumber, Qualification};
use ruankao::lifecycle::PhaseName;
use ruankao::registration::{Acceptance, Paper};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, History, Hours, Law};

/// A certificate of 2005 that was registered in 2008, and one of 2006.
fn holder() -> HolderFile {
    let mut holder = HolderFile::new(CitizenNumber::parse("11010519491231002X").unwrap().into(), ledger());
    let acceptance = Acceptance { agency: None, application: Application::COMPLETE };
    let history = History::from_iter([
        Act::Approved.on(day(2005, 3, 10)),
        Act::ApplicationAccepted(acceptance).on(day(2008, 1, 15)),
        Act::Registered(Default::default()).on(day(2008, 1, 25)),
    ]);
    holder.add(Folder::new(paper(), history).unwrap()).unwrap();
    let second = Paper {
        number: "0621-11".parse().unwrap(),
        qualification: Qualification::SystemsAnalyst,
        obtained_on: day(2005, 5, 20),
        ..paper()
    };
    let history = History::from_iter([Act::Approved.on(second.obtained_on)]);
    holder.add(Folder::new(second, history).unwrap()).unwrap();
    holder
}

#[test]
fn each_certificate_stands_for_itself() {
    let holder = holder();
    let open = holder.open(&Law::of_2004());
    let seen: Vec<String> = open
        .iter()
        .map(|folder| {
            let view = folder.on(day(2008, 3, 1)).unwrap();
            let education = view.education().unwrap();
            format!(
                "{} {} {:?} until {} earned {} complete {}",
                folder.paper().number,
                folder.paper().qualification,
                view.standing().phase.name(),
                view.deadline().unwrap(),
                education.hours,
                education.is_complete()
            )
        })
        .collect();
    // The hours that served the first certificate's old term serve the second one's too.
    assert_snapshot!(seen.join("\n"), @"
    0531-08 软件设计师 InForce until 2011-01-25 earned 0 complete false
    0621-11 系统分析师 RegistrationDue until 2008-05-20 earned 180 complete true
    ");
    let lapsed = open[1].on(day(2008, 5, 21)).unwrap();
    assert_eq!(lapsed.standing().phase.name(), PhaseName::Lapsed);
    assert_eq!(lapsed.outlook(), None);
    let first = open[0].on(day(2008, 5, 21)).unwrap();
    assert!(first.standing().in_force);
}

#[test]
fn a_history_that_cannot_be_read_hides_no_other() {
    let mut holder = holder();
    let paper = Paper { number: "3".parse().unwrap(), ..paper() };
    let history = History::from_iter([Act::Registered(Default::default()).on(day(2006, 1, 1))]);
    holder.add(Folder::new(paper, history).unwrap()).unwrap();
    let open = holder.open(&Law::of_2004());
    let seen: Vec<bool> = open.iter().map(|folder| folder.on(day(2007, 1, 1)).is_ok()).collect();
    assert_eq!(seen, [true, true, false]);
}

/// What is recorded and struck while a folder lies open is in it, and in the ledger, once it is closed.
#[test]
fn an_open_folder_is_recorded_in_and_struck() {
    let approved = History::from_iter([Act::Approved.on(paper().obtained_on)]);
    let folder = Folder::new(paper(), approved).unwrap();
    let (law, before) = (Law::of_2004(), ledger());
    let mut open = folder.open(&law, &before);
    open.record(Act::Cancelled(Revocation::MajorLoss).on(day(2006, 1, 10))).unwrap();
    open.strike(1, day(2006, 2, 1)).unwrap();
    assert!(open.on(day(2006, 2, 1)).unwrap().standing().in_force, "what was struck is as if it had never been");
    open.record_study(entry(day(2007, 7, 1), 5));
    open.strike_study(0, day(2007, 8, 1)).unwrap();
    assert_eq!(open.on(day(2008, 1, 15)).unwrap().education().unwrap().hours, Hours::whole(125));
    assert!(open.strike(0, day(2005, 3, 9)).is_err() && open.strike_study(3, day(2007, 6, 30)).is_err());

    let (folder, ledger) = open.close();
    assert_eq!(folder.history().records()[1].struck(), Some(day(2006, 2, 1)));
    assert_eq!(
        ledger.records().iter().map(|record| record.struck()).collect::<Vec<_>>(),
        [Some(day(2007, 8, 1)), None, None, None]
    );
}

#[test]
fn a_number_is_there_once() {
    let mut holder = holder();
    let refused = holder.add(Folder::new(paper(), History::default()).unwrap()).unwrap_err();
    assert_snapshot!(refused, @"the holder has a certificate numbered `0531-08` already; expected a number of its own");
    assert_eq!(holder.folders().len(), 2);
}

/// One certificate is acted on and put back; the others stay as they are.
#[test]
fn a_folder_is_put_back_in_its_place() {
    let mut holder = holder();
    let other = holder.folders()[0].clone();
    let mut open = holder.folders()[1].open(&Law::of_2004(), &holder.ledger);
    open.record(Act::Cancelled(ruankao::revocation::Revocation::MajorLoss).on(day(2006, 1, 1))).unwrap();
    let (changed, _) = open.close();
    assert!(holder.replace(changed.clone()).is_some_and(|old| old.history().records().len() == 1));
    assert_eq!(holder.folders(), [other, changed]);
    let paper = Paper { number: "3".parse().unwrap(), ..paper() };
    assert!(holder.replace(Folder::new(paper, History::default()).unwrap()).is_none());
    assert_eq!(holder.folders().len(), 2);
}

/// Each number is looked up, not sought among the others: forty thousand are entered in no time.
#[test]
fn many_certificates_are_added() {
    let mut holder = HolderFile::new(CitizenNumber::parse("11010519491231002X").unwrap().into(), ledger());
    for number in 0..40_000 {
        let paper = Paper { number: format!("n{number}").parse().unwrap(), ..paper() };
        holder.add(Folder::new(paper, History::default()).unwrap()).unwrap();
    }
    let again = Paper { number: "n17".parse().unwrap(), ..paper() };
    assert!(holder.add(Folder::new(again, History::default()).unwrap()).is_err());
    assert_eq!(holder.folders().len(), 40_000);
}
