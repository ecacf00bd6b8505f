//! Several certificates of one holder: each is registered apart, and one ledger serves all.

use crate::{day, ledger, paper};
use insta::assert_snapshot;
use ruankao::desk::{CertificateFile, HolderFile};
use ruankao::identity::{CitizenNumber, Qualification};
use ruankao::lifecycle::{Context, PhaseName};
use ruankao::registration::{Acceptance, Paper};
use ruankao::regulation::Regulation;
use ruankao::{Act, Application, History};

/// A certificate of 2005 that was registered in 2008, and one of 2006.
fn holder() -> HolderFile {
    let mut holder = HolderFile::new(CitizenNumber::parse("11010519491231002X").unwrap().into(), ledger());
    let acceptance = Acceptance { agency: None, application: Application::COMPLETE };
    let history = History::from_iter([
        Act::Approved.on(day(2005, 3, 10)),
        Act::ApplicationAccepted(acceptance).on(day(2008, 1, 15)),
        Act::Registered.on(day(2008, 1, 25)),
    ]);
    holder.add(CertificateFile { paper: paper(), history }).unwrap();
    let second = Paper {
        number: "0621-11".parse().unwrap(),
        qualification: Qualification::SystemsAnalyst,
        obtained_on: day(2005, 5, 20),
        ..paper()
    };
    let history = History::from_iter([Act::Approved.on(second.obtained_on)]);
    holder.add(CertificateFile { paper: second, history }).unwrap();
    holder
}

#[test]
fn each_certificate_stands_for_itself() {
    let (holder, regulation) = (holder(), Regulation::default());
    let credits = holder.ledger.credits(None);
    let context = Context::new(&regulation).credits(&credits);
    let seen: Vec<String> = holder
        .on(day(2008, 3, 1), context)
        .map(|view| {
            let view = view.unwrap();
            let education = view.education.as_ref().unwrap();
            format!(
                "{} {} {:?} until {} earned {} complete {}",
                view.paper.number,
                view.paper.qualification,
                view.standing.phase.name(),
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
    let lapsed = holder.on(day(2008, 5, 21), context).nth(1).unwrap().unwrap();
    assert_eq!(lapsed.standing.phase.name(), PhaseName::Lapsed);
    assert_eq!(lapsed.outlook, None);
    let first = holder.on(day(2008, 5, 21), context).next().unwrap().unwrap();
    assert!(first.standing.in_force);
}

#[test]
fn a_history_that_cannot_be_read_hides_no_other() {
    let mut holder = holder();
    let paper = Paper { number: "3".parse().unwrap(), ..paper() };
    let history = History::from_iter([Act::Registered.on(day(2006, 1, 1))]);
    holder.add(CertificateFile { paper, history }).unwrap();
    let regulation = Regulation::default();
    let seen: Vec<bool> = holder.on(day(2007, 1, 1), Context::new(&regulation)).map(|view| view.is_ok()).collect();
    assert_eq!(seen, [true, true, false]);
}

#[test]
fn a_number_is_there_once() {
    let mut holder = holder();
    let refused = holder.add(CertificateFile { paper: paper(), history: History::default() }).unwrap_err();
    assert_snapshot!(refused, @"the holder has a certificate numbered `0531-08` already; expected a number of its own");
    assert_eq!(holder.certificates().len(), 2);
}
