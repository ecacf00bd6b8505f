//! 47.7: from the draft to the stamp, or to a refusal with its reasons.

use crate::{accepted_on, day, draft, entry, evidence, fees, ledger, paper};
use insta::assert_snapshot;
use proptest::prelude::*;
use ruankao::desk::{
    APPLICATION_TRANSITIONS, Accepted, Decision, Desk, Draft, Examined, Met, Submitted, Unmet, irregularity,
    unfounded_refusals,
};
use ruankao::duty::Task;
use ruankao::education::{Credits, Grant};
use ruankao::ground::{Claim, Ground};
use ruankao::identity::{Listing, Register};
use ruankao::lifecycle::{ActName, Approved, Certificate, Context, Decided, Running, Unapproved};
use ruankao::registration::{Evidence, FeeSchedule, FormField, Paper, RowDraft};
use ruankao::regulation::Regulation;
use ruankao::{Act, Application, Code, History, Language, Ledger, Mode};

/// What the desk borrows.
struct Office {
    regulation: Regulation,
    paper: Paper,
    ledger: Ledger,
    credits: Credits,
    fees: FeeSchedule,
}

impl Office {
    fn new(ledger: Ledger) -> Self {
        let credits = ledger.credits(None);
        Self { regulation: Regulation::default(), paper: paper(), ledger, credits, fees: fees() }
    }

    fn desk(&self) -> Desk<'_> {
        let context = Context::new(&self.regulation).credits(&self.credits);
        Desk { context, paper: &self.paper, ledger: &self.ledger, fees: &self.fees }
    }

    fn certificate(&self) -> Running {
        match Unapproved.approve(self.paper.obtained_on, &self.regulation).unwrap() {
            Approved::Subject(running) => running,
            Approved::NotSubject(_) => panic!("obtained in 2005"),
        }
    }

    fn accept(&self, draft: Draft) -> Accepted {
        let submitted = draft.submit(day(2008, 1, 14)).unwrap();
        submitted.accept(self.certificate(), accepted_on(), None, &self.desk()).unwrap()
    }
}

fn application() -> Draft {
    Draft { form: draft(), evidence: evidence() }
}

fn submitted() -> Submitted {
    application().submit(day(2008, 1, 14)).unwrap()
}

fn met(examined: Examined) -> Met {
    match examined {
        Examined::Met(met) => met,
        Examined::Unmet(unmet) => panic!("{:?}", unmet.reasons()),
    }
}

fn unmet(examined: Examined) -> Unmet {
    match examined {
        Examined::Unmet(unmet) => unmet,
        Examined::Met(_) => panic!("nothing stands against it"),
    }
}

#[test]
fn a_lawful_application_is_registered_and_stamped() {
    let office = Office::new(ledger());
    let registered =
        met(office.accept(application()).examine(&office.desk())).register(day(2008, 1, 25), &office.desk()).unwrap();
    assert_snapshot!(registered.page().in_words(Language::En), @"certificate 0531-08: registered on 2008-01-25, valid through 2011-01-25; the special registration seal affixed (47.7)");
    assert_snapshot!(registered.page().in_words(Language::Zh), @"证书0531-08：登记日期2008-01-25，有效期至2011-01-25；加盖计算机专业技术资格（水平）证书登记专用章（47.7）");
    assert_snapshot!(serde_json::to_string(registered.page()).unwrap(), @r#"{"number":"0531-08","seal":"registration","registered_on":"2008-01-25","term_start":"2008-01-25","last_valid_day":"2011-01-25"}"#);
    assert!(registered.form().agency_opinion().is_some_and(|it| it.favorable && it.on == day(2008, 1, 25)));
    let tasks: Vec<Task> = registered.duties(&office.regulation).map(|duty| duty.task()).collect();
    assert_eq!(tasks, [Task::SealPage, Task::ReportTalentPool, Task::UpdateQuerySystem]);
    assert_eq!(registered.into_certificate().term().expiry(), day(2011, 1, 25));
}

#[test]
fn a_form_that_cannot_be_read_is_not_handed_in() {
    let draft = Draft { form: draft().with(FormField::PostalCode, "1"), evidence: evidence() };
    let refused = draft.clone().submit(day(2008, 1, 14)).unwrap_err();
    assert_eq!(refused.state, draft);
    assert_eq!(refused.defects.iter().count(), 1);
}

/// A row that is one day off is sent back and corrected: the day of handing in stays, and nothing was decided.
#[test]
fn a_wrong_row_is_corrected_before_anything_is_decided() {
    let office = Office::new(ledger());
    let row = |date: &str| RowDraft {
        date: date.into(),
        mode: "业余".into(),
        content: "软件体系结构".into(),
        hours: "60".into(),
    };
    let wrong = draft().with_row(1, row("2005-06-02"));
    let submitted = Draft { form: wrong.clone(), evidence: evidence() }.submit(day(2008, 1, 14)).unwrap();
    let codes: Vec<Code> = {
        let verdict = submitted.findings(accepted_on(), &office.desk());
        verdict.findings().iter().map(|finding| finding.code()).collect()
    };
    assert_eq!(codes, [Code::RowUnsupported]);

    let unreadable = submitted.clone().correct(&wrong.clone().with(FormField::PostalCode, "1")).unwrap_err();
    assert_eq!((&unreadable.state, unreadable.defects.iter().count()), (&submitted, 1));

    let corrected = submitted.correct(&wrong.with_row(1, row("2005-06-01"))).unwrap();
    assert_eq!(corrected.submitted_on(), day(2008, 1, 14));
    assert!(corrected.findings(accepted_on(), &office.desk()).is_met());
    let accepted = corrected.accept(office.certificate(), accepted_on(), None, &office.desk()).unwrap();
    assert_eq!(accepted.notes().count(), 0);
    met(accepted.examine(&office.desk())).register(day(2008, 1, 25), &office.desk()).unwrap();
}

/// What disagrees in the form comes first, then the conditions in the order of the notices.
#[test]
fn a_refusal_gives_all_its_reasons() {
    let office = Office::new(Ledger::default());
    let draft = Draft {
        form: draft().with(FormField::Sex, "男").with(FormField::EmployerResult, "不合格"),
        evidence: Evidence { payment: None, conduct_good: false, ..evidence() },
    };
    let refusal = unmet(office.accept(draft).examine(&office.desk())).refuse(day(2008, 1, 25), &office.desk()).unwrap();
    let codes: Vec<&str> = refusal.reasons().iter().map(|reason| reason.code().name()).collect();
    assert_snapshot!(codes.join("\n"), @"
    sex_disagrees
    row_unsupported
    row_unsupported
    row_unsupported
    conduct
    employer_assessment
    fee_unpaid
    education_total
    education_year
    education_year
    education_year
    ");
    assert!(refusal.form().agency_opinion().is_some_and(|it| !it.favorable));
    assert!(refusal.duties(&office.regulation).any(|duty| duty.task() == Task::UpdateQuerySystem));
    assert!(matches!(refusal.into_certificate(), Decided::Running(_)));
}

/// 受理登记申请后15个工作日内: the day of acceptance counts, not that of submission.
#[test]
fn the_opinion_is_due_on_the_fifteenth_working_day() {
    let office = Office::new(ledger());
    let accepted = office.accept(application());
    let due = office.regulation.review_by(accepted_on()).unwrap();
    assert_eq!(accepted.opinion_due(&office.regulation), Ok(due));
    // A Sunday that was worked before the holidays.
    assert_eq!(due, day(2008, 2, 3));
    assert_eq!(accepted.is_overdue(due, &office.regulation), Ok(false));
    assert_eq!(accepted.is_overdue(day(2008, 2, 4), &office.regulation), Ok(true));
    let opinion = accepted.duties(&office.regulation).next().unwrap();
    assert_eq!((opinion.task(), opinion.due().day()), (Task::GiveOpinion, Some(due)));
}

#[test]
fn an_acceptance_refused_gives_both_back() {
    let office = Office::new(ledger());
    let refused = submitted().accept(office.certificate(), day(2008, 1, 13), None, &office.desk()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::OutOfOrder);
    let (submitted, certificate) = refused.state;

    let refused = submitted.accept(certificate, day(2008, 3, 11), None, &office.desk()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::Lapsed);
    let (submitted, certificate) = refused.state;

    let unknown = Office { fees: FeeSchedule::default(), ..Office::new(ledger()) };
    let refused = submitted.accept(certificate, accepted_on(), None, &unknown.desk()).unwrap_err();
    assert_snapshot!(refused, @"the fee schedule has no fee for the province `31` on `2008-01-15`; supply the one approved for that day (47.6)");
    assert_snapshot!(serde_json::to_string(&refused.fault).unwrap(), @r#"{"code":"fee_unknown","clause":"47.6"}"#);
    let (submitted, certificate) = refused.state;

    assert!(submitted.accept(certificate, accepted_on(), None, &office.desk()).is_ok());
}

/// 47.3: 批准的证书登记实施机构.
#[test]
fn an_agency_that_is_not_approved_accepts_nothing() {
    let office = Office::new(ledger());
    let agencies: Register = [Listing::new("A1", day(2005, 1, 1), None).unwrap()].into_iter().collect();
    let desk = Desk { context: office.desk().context.agencies(Some(&agencies)), ..office.desk() };
    let refused = submitted().accept(office.certificate(), accepted_on(), Some("A2".into()), &desk).unwrap_err();
    assert_eq!(refused.fault.code(), Code::AgencyNotApproved);
    let accepted = submitted().accept(office.certificate(), accepted_on(), Some("A1".into()), &desk).unwrap();
    let registered = met(accepted.examine(&desk)).register(day(2008, 1, 25), &desk).unwrap();
    assert_eq!(registered.page().agency, Some("A1".into()));
}

#[test]
fn a_decision_before_the_acceptance_gives_the_application_back() {
    let office = Office::new(ledger());
    let met = met(office.accept(application()).examine(&office.desk()));
    let refused = met.register(day(2008, 1, 14), &office.desk()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::OutOfOrder);
    assert!(refused.state.register(accepted_on(), &office.desk()).is_ok());

    let empty = Office::new(Ledger::default());
    let unmet = unmet(empty.accept(application()).examine(&empty.desk()));
    let refused = unmet.refuse(day(2008, 1, 14), &empty.desk()).unwrap_err();
    assert_eq!(refused.fault.code(), Code::OutOfOrder);
    assert!(!refused.state.reasons().is_empty());
}

#[test]
fn a_refused_applicant_may_apply_again_in_time() {
    let office = Office::new(ledger());
    let unpaid = Draft { evidence: Evidence { payment: None, ..evidence() }, ..application() };
    let unmet = unmet(office.accept(unpaid).examine(&office.desk()));
    assert_eq!(unmet.reasons().len(), 1);
    let Decided::Running(certificate) = unmet.refuse(day(2008, 1, 16), &office.desk()).unwrap().into_certificate()
    else {
        panic!("the term runs to 2008-03-10");
    };
    let again = submitted().accept(certificate, day(2008, 1, 20), None, &office.desk()).unwrap();
    assert!(met(again.examine(&office.desk())).register(day(2008, 1, 25), &office.desk()).is_ok());
}

/// A refusal without a finding, or a registration with one, is irregular wherever it was made.
#[test]
fn a_decision_against_the_findings_is_irregular() {
    let (lawful, lacking) = (Office::new(ledger()), Office::new(Ledger::default()));
    let verdict = |office: &Office| office.accept(application()).verdict(&office.desk());
    assert_eq!(irregularity(Decision::Registered, &verdict(&lawful)), None);
    assert_eq!(irregularity(Decision::Refused, &verdict(&lacking)), None);
    assert_eq!(irregularity(Decision::Refused, &verdict(&lawful)).unwrap().code(), Code::RefusedWithoutFinding);
    let registered = irregularity(Decision::Registered, &verdict(&lacking)).unwrap();
    assert_eq!((registered.code(), registered.findings().len()), (Code::ConditionsNotMet, 7));
}

#[test]
fn a_history_shows_refusals_without_a_reason() {
    let acceptance = |on| {
        let application = Application::COMPLETE;
        Act::ApplicationAccepted(ruankao::registration::Acceptance { agency: None, application }).on(on)
    };
    let history: History = [
        Act::Approved.on(day(2005, 3, 10)),
        acceptance(day(2008, 1, 15)),
        Act::Refused.on(day(2008, 1, 20)),
        acceptance(day(2008, 1, 20)),
        Act::Registered.on(day(2008, 1, 20)),
    ]
    .into_iter()
    .collect();
    let unfounded = |ledger| {
        let office = Office::new(ledger);
        let context = office.desk().context.mode(Mode::Audit);
        unfounded_refusals(&history, context).unwrap().iter().map(|it| (it.event, it.fault.code())).collect::<Vec<_>>()
    };
    assert_eq!(unfounded(ledger()), [(2, Code::RefusedWithoutFinding)]);
    assert_eq!(unfounded(Ledger::default()), []);
}

proptest! {
    /// Whatever is brought: it is registered exactly where nothing is found, the history replays to the same certificate,
    /// and no decision is irregular or without its duties.
    #[test]
    fn the_desk_drives_the_certificate(
        hours in prop::collection::vec(0_u32..120, 3),
        paid in 2998_u32..3003,
        sex in prop::sample::select(vec!["男", "女"]),
        conduct_good in any::<bool>(),
        decided in 0_u64..80,
    ) {
        let dates = [day(2005, 6, 1), day(2006, 6, 1), day(2007, 6, 1)];
        let ledger: Ledger = dates.into_iter().zip(&hours).map(|(on, &hours)| entry(on, hours)).collect();
        let mut form = crate::draft_without_rows().with(FormField::Sex, sex);
        for (on, hours) in dates.iter().zip(&hours) {
            form = form.row(&on.to_string(), "业余", "标准", &hours.to_string());
        }
        let mut evidence = Evidence { conduct_good, ..evidence() };
        evidence.payment = evidence.payment.map(|it| ruankao::registration::Payment { amount: ruankao::registration::Fen(paid), ..it });
        let office = Office::new(ledger);
        let desk = office.desk();
        let lawful = conduct_good && sex == "女" && paid >= 3000
            && hours.iter().sum::<u32>() >= 180 && hours.iter().all(|&hours| hours >= 40);

        let accepted = office.accept(Draft { form, evidence });
        let mut history = History::from_iter([Act::Approved.on(office.paper.obtained_on), accepted.event()]);
        let verdict = accepted.verdict(&desk);
        prop_assert_eq!(verdict.is_met(), lawful);
        let on = accepted_on() + chrono::Days::new(decided);
        let (certificate, event, decision): (Certificate, _, _) = match accepted.examine(&desk) {
            Examined::Met(met) => {
                let registered = met.register(on, &desk).unwrap();
                let page = registered.page();
                prop_assert!(page.registered_on == on && page.term_start == on && page.last_valid_day > on);
                prop_assert_eq!(registered.duties(&office.regulation).count(), 3);
                let event = registered.event();
                (Certificate::Running(registered.into_certificate()), event, Decision::Registered)
            }
            Examined::Unmet(unmet) => {
                prop_assert_eq!(unmet.reasons(), verdict.findings());
                let refusal = unmet.refuse(on, &desk).unwrap();
                let event = refusal.event();
                (refusal.into_certificate().into(), event, Decision::Refused)
            }
        };
        prop_assert_eq!(irregularity(decision, &verdict), None);
        let form_alone = verdict.findings().iter().all(|it| it.code() == Code::SexDisagrees);
        prop_assert!((event.act.name() == ActName::Registered) == lawful);
        history.record(event);
        prop_assert_eq!(history.certificate(on, desk.context).unwrap(), certificate);
        prop_assert_eq!(unfounded_refusals(&history, desk.context).unwrap().is_empty(), lawful || !form_alone);
    }
}

/// Each move is made and lands where the table says; a move that is not in the table has no function to make it.
#[test]
fn the_table_is_what_the_types_allow() {
    use ruankao::desk::ApplicationState;
    use ruankao::desk::ApplicationState::{Accepted, Draft, Met, Registered, Rejected, Submitted, Unmet};
    let mut made: Vec<(ApplicationState, &str, ApplicationState)> = Vec::new();
    let (good, poor) = (Office::new(ledger()), Office::new(Ledger::default()));

    let submitted: ruankao::desk::Submitted = application().submit(day(2008, 1, 14)).unwrap();
    made.push((Draft, "submit", Submitted));
    let submitted: ruankao::desk::Submitted = submitted.correct(&draft()).unwrap();
    made.push((Submitted, "correct", Submitted));
    let accepted: ruankao::desk::Accepted =
        submitted.accept(good.certificate(), accepted_on(), None, &good.desk()).unwrap();
    made.push((Submitted, "accept", Accepted));
    let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    let (arose_on, until) = (day(2007, 6, 1), day(2008, 9, 10));
    let grant = Grant { claim, arose_on, until, written_application: true };
    let extended: ruankao::desk::Accepted = accepted.extend(day(2008, 1, 16), &grant, &good.desk()).unwrap();
    made.push((Accepted, "extend", Accepted));
    let met: ruankao::desk::Met = met(extended.examine(&good.desk()));
    made.push((Accepted, "examine", Met));
    let unmet: ruankao::desk::Unmet = unmet(poor.accept(application()).examine(&poor.desk()));
    made.push((Accepted, "examine", Unmet));
    let _: ruankao::desk::Registered = met.register(day(2008, 1, 25), &good.desk()).unwrap();
    made.push((Met, "register", Registered));
    let _: ruankao::desk::Rejected = unmet.refuse(day(2008, 1, 25), &poor.desk()).unwrap();
    made.push((Unmet, "refuse", Rejected));

    let table: Vec<_> = APPLICATION_TRANSITIONS.iter().map(|row| (row.from, row.trigger, row.to)).collect();
    assert_eq!(table, made);
}
