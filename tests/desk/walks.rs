//! 47.7: whatever is brought, and every move that there is.

use crate::office::{Office, accept, application, met, submit, unmet};
use crate::{accepted_on, day, draft, entry, evidence, ledger};
use proptest::prelude::*;
use ruankao::desk::{APPLICATION_TRANSITIONS, Decision, Draft, Examined, irregularity, unfounded_refusals};
use ruankao::education::Grant;
use ruankao::ground::{Claim, Ground};
use ruankao::lifecycle::ActName;
use ruankao::registration::{Evidence, FormField};
use ruankao::{Code, Ledger};

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
        let lawful = conduct_good && sex == "女" && paid >= 3000
            && hours.iter().sum::<u32>() >= 180 && hours.iter().all(|&hours| hours >= 40);

        let mut open = office.open();
        let accepted = accept(&mut open, &office.fees, Draft { form, evidence });
        let on = accepted_on() + chrono::Days::new(decided);
        let verdict = accepted.verdict(on);
        prop_assert_eq!(verdict.is_met(), lawful);
        let (certificate, decision) = match accepted.examine(on, None).unwrap() {
            Examined::Met(met) => {
                let registered = met.register();
                let page = registered.page();
                prop_assert!(page.registered_on() == on && page.term_start() == on && page.last_valid_day() > on);
                prop_assert_eq!(registered.duties().count(), 3);
                (registered.into_parts().2.certificate(), Decision::Registered)
            }
            Examined::Unmet(unmet) => {
                prop_assert_eq!(unmet.reasons(), verdict.findings());
                let refusal = unmet.refuse().unwrap();
                (refusal.into_desk().certificate(), Decision::Refused)
            }
        };
        prop_assert_eq!(irregularity(decision, &verdict), None);
        let form_alone = verdict.findings().iter().all(|it| it.code() == Code::SexDisagrees);
        let (folder, ledger) = open.close();
        let (_, event) = folder.history().held(None).next_back().unwrap();
        prop_assert!((event.act.name() == ActName::Registered) == lawful);
        let open = folder.open(&office.law, &ledger);
        let read = *open.on(on).unwrap().certificate();
        prop_assert_eq!(read, certificate);
        prop_assert_eq!(unfounded_refusals(open.file()).unwrap().is_empty(), lawful || !form_alone);
    }
}

/// Each move is made and lands where the table says; a move that is not in the table has no function to make it.
#[test]
fn the_table_is_what_the_types_allow() {
    use ruankao::desk::ApplicationState;
    use ruankao::desk::ApplicationState::{Accepted, Draft, Met, Registered, Rejected, Submitted, Unmet, Withdrawn};
    let mut made: Vec<(ApplicationState, &str, ApplicationState)> = Vec::new();
    let (good, poor) = (Office::new(ledger()), Office::new(Ledger::default()));
    let (mut open, mut second, mut poorly) = (good.open(), good.open(), poor.open());
    let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    let (arose_on, until) = (day(2007, 6, 1), day(2008, 9, 10));
    let grant = Grant { claim, arose_on, until, written_application: true };

    let submitted: ruankao::desk::Submitted<'_> = submit(&mut open, &good.fees, application());
    made.push((Draft, "submit", Submitted));
    let submitted: ruankao::desk::Submitted<'_> = submitted.correct(&draft()).unwrap();
    made.push((Submitted, "correct", Submitted));
    let submitted: ruankao::desk::Submitted<'_> = submitted.supplement(evidence());
    made.push((Submitted, "supplement", Submitted));
    let before: ruankao::desk::Submitted<'_> =
        submit(&mut second, &good.fees, application()).extend(day(2008, 1, 14), &grant).unwrap();
    made.push((Submitted, "extend", Submitted));
    let accepted: ruankao::desk::Accepted<'_> = submitted.accept(accepted_on(), None).unwrap();
    made.push((Submitted, "accept", Accepted));
    let withdrawn: ruankao::desk::Withdrawn<'_> = before.withdraw(day(2008, 1, 15)).unwrap();
    made.push((Submitted, "withdraw", Withdrawn));
    let accepted: ruankao::desk::Accepted<'_> =
        accepted.renew(day(2008, 1, 16), draft().read().unwrap(), &evidence()).unwrap();
    made.push((Accepted, "renew", Accepted));
    let extended: ruankao::desk::Accepted<'_> = accepted.extend(day(2008, 1, 16), &grant).unwrap();
    made.push((Accepted, "extend", Accepted));
    let met: ruankao::desk::Met<'_> = met(extended.examine(day(2008, 1, 25), None).unwrap());
    made.push((Accepted, "examine", Met));
    let accepted = accept(&mut poorly, &poor.fees, application());
    let unmet: ruankao::desk::Unmet<'_> = unmet(accepted.examine(day(2008, 1, 25), None).unwrap());
    made.push((Accepted, "examine", Unmet));
    let again = application().submit(withdrawn.into_desk(), day(2008, 1, 15), None).unwrap();
    let again = again.accept(accepted_on(), None).unwrap();
    let _: ruankao::desk::Withdrawn<'_> = again.withdraw(day(2008, 1, 16)).unwrap();
    made.push((Accepted, "withdraw", Withdrawn));
    let _: ruankao::desk::Registered<'_> = met.register();
    made.push((Met, "register", Registered));
    let _: ruankao::desk::Rejected<'_> = unmet.refuse().unwrap();
    made.push((Unmet, "refuse", Rejected));

    let table: Vec<_> = APPLICATION_TRANSITIONS.iter().map(|row| (row.from, row.trigger.name(), row.to)).collect();
    assert_eq!(table, made);
}
