//! Hypotheses, other regulations, other readings: the same way as the answers themselves.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

#[expect(dead_code, reason = "shared with the tests of plans")]
mod support;

use insta::assert_snapshot;
use proptest::prelude::{ProptestConfig, prop, prop_assert, prop_assert_eq, proptest};
use ruankao::batch::{Survey, Tally, outcomes};
use ruankao::deferral::Request;
use ruankao::education::Grant;
use ruankao::ground::Ground;
use ruankao::lifecycle::PhaseName;
use ruankao::registration::{Acceptance, Registration};
use ruankao::regulation::{Parameters, Reading, Readings};
use ruankao::revocation::Revocation;
use ruankao::whatif::{Asked, Change, Conclusion, Hypothesis, Inquiry};
use ruankao::{Act, Application, Code, History, Hours, Language, Law, Ledger, Mode, Record};
use support::{Life, application, day, entry, later, law, life, readings, shown};

fn asked(which: u8, application: &Application) -> Asked<'_> {
    match which {
        0 => Asked::Standing,
        1 => Asked::Registrable(application),
        _ => Asked::Education,
    }
}

fn mode(which: u8) -> Mode {
    Mode::ALL[usize::from(which)]
}

fn sets(set: u32) -> impl Iterator<Item = Reading> {
    Reading::ALL.iter().copied().enumerate().filter(move |(index, _)| set >> index & 1 == 1).map(|(_, reading)| reading)
}

/// What an inquiry finds, and what is found by opening the certificate under every set of up to so many of the twenty
/// readings: the smallest that change the answer.
fn by_brute_force(life: &Life, up_to: u32, conclude: &dyn Fn(&Inquiry<'_>) -> Conclusion) -> Vec<Vec<Reading>> {
    let base = *life.law.readings();
    let on = |law: &Law| {
        let file = law.open(&life.history, &life.ledger);
        conclude(&file.inquiry(life.last))
    };
    let as_read = on(&life.law);
    let mut all: Vec<u32> = (1..1 << Reading::ALL.len()).filter(|set: &u32| set.count_ones() <= up_to).collect();
    all.sort_by_key(|set| set.count_ones());
    let mut smallest: Vec<u32> = Vec::new();
    for set in all {
        let turned = life.law.clone().with_readings(sets(set).fold(base, Readings::turned));
        if !smallest.iter().any(|smaller| set & smaller == *smaller) && on(&turned) != as_read {
            smallest.push(set);
        }
    }
    smallest.into_iter().map(|set| sets(set).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_cannot_matter_does_not(
        life in life(), wait in 0_u64..1000, other in readings(), which in 0_u8..3, read in 0_u8..3, application in application()
    ) {
        let on = later(life.last, wait);
        let here_as_read = life.law.open_in(mode(read), &life.history, &life.ledger);
        let relevant = here_as_read.inquiry(on).asking(asked(which, &application)).relevant();
        // From any readings, turning what cannot matter changes nothing.
        let irrelevant = Reading::ALL.iter().copied().filter(|reading| !relevant.contains(reading));
        let back = irrelevant.filter(|&reading| other.side(reading) != life.law.readings().side(reading));
        let here = here_as_read.what_if(&Hypothesis::default().read(back.fold(other, Readings::turned)));
        let there = here_as_read.what_if(&Hypothesis::default().read(other));
        let asking = asked(which, &application);
        prop_assert_eq!(there.inquiry(on).asking(asking).conclusion(), here.inquiry(on).asking(asking).conclusion());
        let days = |file: &ruankao::CertificateFile<'_>| file.on(on).map(|as_of| (as_of.standing(), as_of.deadline(), as_of.last_valid_day()));
        if which == 0 {
            prop_assert_eq!(days(&there).ok(), days(&here).ok());
        }
    }

    #[test]
    fn what_comes_later_changes_nothing(life in life(), wait in 0_u64..1000, after in 1_u64..400, application in application()) {
        let (on, file) = (later(life.last, wait), life.open());
        let (event, study) = (Act::Registered(Registration::default()).on(later(on, after)), entry(later(on, after), Hours::whole(40)));
        let there = file.what_if(&Hypothesis::default().event(event).entry(study));
        let difference = file.difference(&there, on, &application);
        prop_assert!(difference.is_empty(), "{}", difference.in_words(Language::En));
        prop_assert_eq!(difference.before, difference.after);
    }

    #[test]
    fn a_difference_is_one_where_an_answer_differs(life in life(), wait in 0_u64..1000, back in 0_u64..800, tenths in 0_u64..900, other in law()) {
        let (on, file) = (later(life.last, wait), life.open());
        let study = entry(on - chrono::Days::new(back), Hours::from_tenths(tenths).unwrap());
        let (studied, otherwise) = (Hypothesis::default().entry(study), Hypothesis::default().under(other.clone()));
        for there in [file.what_if(&studied), file.what_if(&otherwise), file.under(&other, Mode::Strict)] {
            let difference = file.difference(&there, on, &Application::COMPLETE);
            let same = match (&*difference.before, &*difference.after) {
                (Ok(before), Ok(after)) => before.standing == after.standing && before.assessment == after.assessment,
                (before, after) => before == after,
            };
            prop_assert!(same || !difference.is_empty(), "{:?} {:?}", difference.before, difference.after);
            prop_assert!(difference.before != difference.after || difference.is_empty());
            let gone = difference.changes().iter().filter(|change| matches!(change, Change::Gone(_))).count();
            let new = difference.changes().iter().filter(|change| matches!(change, Change::New(_))).count();
            if let (Ok(before), Ok(after)) = (&*difference.before, &*difference.after) {
                let (before, after) = (before.assessment.findings().len(), after.assessment.findings().len());
                prop_assert_eq!(before + new, after + gone);
            }
        }
    }

    /// Put in one by one as the hypothesis says, it is the same history.
    #[test]
    fn what_is_thought_in_stands_where_it_happened(life in life(), days in prop::collection::vec(0_u64..4000, 0..6), gone in 0_usize..12) {
        let file = life.open();
        let events = days.iter().map(|&days| Act::Refused.on(later(day("2004-01-01"), days)));
        let hypothesis = events.clone().fold(Hypothesis::default().without_event(gone), Hypothesis::event);
        let thought = file.what_if(&hypothesis);
        let mut one_by_one: Vec<_> = life.history.held(None).filter(|(place, _)| *place != gone).map(|(_, event)| event.clone()).collect();
        for event in events {
            let place = one_by_one.iter().position(|later| later.on > event.on).unwrap_or(one_by_one.len());
            one_by_one.insert(place, event);
        }
        let held: Vec<_> = thought.history().held(None).map(|(_, event)| event.clone()).collect();
        prop_assert_eq!(held, one_by_one);
        // What was thought away is there still, and was held on no day.
        if let Some(record) = life.history.records().get(gone) {
            prop_assert!(thought.history().records().iter().any(|other| other.what() == record.what()));
        }
        prop_assert_eq!(file.history(), &life.history);
    }

    #[test]
    fn a_tally_counts_every_history_once(lives in prop::collection::vec(life(), 0..6), other in law(), read in 0_u8..3) {
        let on = day("2008-06-01");
        let here = Survey::new(&Law::of_2004(), on).in_mode(mode(read));
        let there = here.under(&other);
        let certificates = || lives.iter().map(|life| (&life.history, &life.ledger));
        let tally: Tally<_> = here.compared(&there, certificates()).collect();
        prop_assert_eq!(tally.total(), lives.len() as u64);
        for (before, after) in here.outcomes(certificates()).zip(there.outcomes(certificates())) {
            prop_assert!(tally.count(&before, &after) > 0);
        }
        prop_assert_eq!(tally.changed() == 0, tally.in_words(Language::Zh).to_string() == "没有差别");
        // A survey answers as each opened certificate would.
        let files: Vec<_> = certificates().map(|(history, ledger)| other.open_in(mode(read), history, ledger)).collect();
        prop_assert!(there.outcomes(certificates()).eq(outcomes(&files, on)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_smallest_sets_are_all_the_smallest_sets(mut life in life(), wait in 0_u64..1000, which in 0_u8..3, application in application()) {
        life.last = later(life.last, wait);
        let (file, asking) = (life.open(), asked(which, &application));
        let inquiry = file.inquiry(life.last).asking(asking);
        let search = inquiry.search(3);
        let mut found: Vec<Vec<Reading>> = search.flips().iter().map(|flip| flip.turned.iter().map(|(reading, _)| *reading).collect()).collect();
        let mut expected = by_brute_force(&life, 3, &|inquiry| inquiry.asking(asking).conclusion());
        found.sort();
        expected.sort();
        prop_assert_eq!(&found, &expected);
        match inquiry.unanimous(3) {
            Ok(claim) => prop_assert!(expected.is_empty() && search.is_complete() && claim.is_confirmed_by(&inquiry, 2)),
            Err(counterexamples) => {
                prop_assert!(!expected.is_empty() || !search.is_complete());
                prop_assert_eq!(counterexamples, search);
            }
        }
    }

    /// Each set found does what it says, and a smaller one that it holds does not; a search that looks further finds no
    /// less.
    #[test]
    fn what_a_search_finds_is_so(life in life(), wait in 0_u64..1000, which in 0_u8..3, application in application()) {
        let (on, file, asking) = (later(life.last, wait), life.open(), asked(which, &application));
        let inquiry = file.inquiry(on).asking(asking);
        let search = inquiry.search(usize::MAX);
        prop_assert!(search.is_complete());
        let turned = |set: &[(Reading, &str)]| {
            set.iter().fold(*life.law.readings(), |readings, (reading, _)| readings.turned(*reading))
        };
        for flip in search.flips() {
            let there = file.what_if(&Hypothesis::default().read(turned(&flip.turned)));
            prop_assert_eq!(there.inquiry(on).asking(asking).conclusion(), flip.conclusion);
            prop_assert!(flip.conclusion != search.conclusion());
        }
        for shift in search.shifts() {
            let there = file.what_if(&Hypothesis::default().read(turned(&shift.turned)));
            prop_assert_eq!(there.inquiry(on).asking(asking).conclusion(), search.conclusion());
            prop_assert!(!shift.changes.is_empty());
            prop_assert!(!search.flips().iter().any(|flip| flip.turned.iter().all(|one| shift.turned.contains(one))));
        }
        prop_assert!(inquiry.search(2).flips().iter().all(|flip| search.flips().contains(flip)));
        prop_assert_eq!(inquiry.search(0).tried(), 0);
        // Up to so many readings are turned at once, and no more.
        let single = inquiry.search(1);
        prop_assert!(usize::try_from(single.tried()).unwrap() <= single.relevant().len());
    }

    /// The wire's sensitivity is a search through single readings.
    #[test]
    fn sensitivity_is_a_search_of_one(life in life(), wait in 0_u64..1000) {
        let (on, file) = (later(life.last, wait), life.open());
        let single: Vec<_> = file.sensitivity(on).iter().map(|found| vec![(found.reading, found.to)]).collect();
        let search = file.inquiry(on).search(1);
        let flips: Vec<_> = search.flips().iter().map(|flip| flip.turned.clone()).collect();
        prop_assert_eq!(single, flips);
    }
}

fn approved() -> History {
    History::from_iter([Act::Approved.on(day("2005-03-10"))])
}

#[test]
fn a_difference_in_words() {
    let ledger: Ledger = ["2005-06-01", "2006-06-01"].map(|on| entry(day(on), Hours::whole(60))).into_iter().collect();
    let file = Law::of_2004().open(approved(), ledger);
    let what_if =
        |hypothesis: &Hypothesis, on| file.difference(&file.what_if(hypothesis), day(on), &Application::COMPLETE);
    let studied = Hypothesis::default().entry(entry(day("2007-06-01"), Hours::whole(70)));
    let difference = what_if(&studied, "2008-02-01");
    assert_snapshot!(difference.in_words(Language::En), @"
    no longer stands against it: study in the cycle comes to 120 hours; expected at least 180 hours (48.4)
    no longer stands against it: study in year 3 of the cycle comes to 0 hours; expected at least 40 hours (48.4)
    the hours of the cycle move from 120 hours to 190 hours
    the hours of year 3 move from 0 hours to 70 hours
    the hours still needed move from 60 hours to 0 hours
    ");
    assert_snapshot!(difference.in_words(Language::Zh), @"
    已消除的不符合之处：本周期继续教育累计120学时，应达到180学时以上（48.4）
    已消除的不符合之处：本周期第3年完成0学时，不得少于40学时（48.4）
    本周期学时由120学时变为190学时
    第3年学时由0学时变为70学时
    尚需学时由60学时变为0学时
    ");

    let request = Request { claim: shown(Ground::Childbirth), until: day("2008-12-31") };
    let deferred = Hypothesis::default()
        .event(Act::DeferralRequested(Box::new(request)).on(day("2008-01-10")))
        .event(Act::DeferralGranted.on(day("2008-01-20")));
    assert_snapshot!(what_if(&deferred, "2008-04-01").in_words(Language::En), @"
    lapsed becomes deferred
    the certificate becomes valid
    no longer stands against it: the formalities of registration were not carried out in time, and the certificate has not been valid since `2008-03-11` (47.3)
    ");

    let refused = Hypothesis::default().event(Act::Registered(Registration::default()).on(day("2008-01-10")));
    assert_snapshot!(what_if(&refused, "2008-02-01").in_words(Language::Zh), @"改动后，登记经过的第2项不能成立：没有待决的登记申请，应先提出申请，登记之前还应经受理（47.7）");
    let wire = serde_json::to_value(what_if(&refused, "2008-02-01")).unwrap();
    assert_eq!(wire["after"]["refused"]["code"], "no_application_pending");
    assert_eq!(wire["changes"][0]["change"], "now_refused");
}

/// A cancellation that stays one differs in what it still leaves open: until when it can be appealed, or nothing any more.
#[test]
fn what_a_cancellation_leaves_open_is_a_difference() {
    let mut unpublished = approved();
    unpublished.record(Act::Cancelled(Revocation::MajorLoss).on(day("2007-09-01")));
    let mut published = unpublished.clone();
    published.record(Act::CancellationPublished.on(day("2007-09-03")));
    let (law, ledger) = (Law::of_2004(), Ledger::default());
    let [unpublished, published] = [unpublished, published].map(|history| law.open(history, &ledger));
    let changes = |before: &ruankao::CertificateFile<'_>, after: &ruankao::CertificateFile<'_>, on| {
        before.difference(after, day(on), &Application::COMPLETE).changes().to_vec()
    };
    let open = Change::Appealable(day("2007-10-08"));
    assert_eq!(changes(&unpublished, &published, "2007-10-08"), [open]);
    assert_eq!(changes(&unpublished, &published, "2007-10-09"), [Change::Final]);
    assert_eq!(changes(&published, &unpublished, "2007-10-08"), [Change::Unpublished]);
}

#[test]
fn two_readings_that_matter_only_together() {
    // Undecided on the last day: for the certificate to have lapsed by then, the term has to end a day earlier and what
    // is pending with it.
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let mut history = approved();
    history.record(accepted.on(day("2008-01-10")));
    let file = Law::of_2004().open(&history, Ledger::default());
    let words = |on, language| {
        let search = file.inquiry(day(on)).search(2);
        search.flips().iter().map(|flip| flip.in_words(language).to_string()).collect::<Vec<_>>().join("\n")
    };
    assert_snapshot!(words("2008-03-10", Language::En), @r#""last day of a term" read as "the day before it" and "pending on the last day" read as "ends with the term" -> lapsed, not valid"#);
    assert_snapshot!(words("2008-03-10", Language::Zh), @"“有效期最后一日”按“对应日的前一日”解释，“期满时尚未决定的申请”按“随有效期终止”解释 -> 逾期失效，无效");
    let claim = file.inquiry(day("2008-02-01")).unanimous(4).unwrap();
    assert_snapshot!(claim.in_words(Language::En), @r#"
    under review, valid: the answer holds under every reading; readings that can matter: 4, combinations tried: 16
    "last day of a term" read as "the day before it" -> the last day on which to register moves from 2008-03-10 to 2008-03-09
    "pending on the last day" read as "ends with the term" -> if nothing more happens, it is valid until 2008-03-10 and no longer
    "#);
    assert_snapshot!(claim.in_words(Language::Zh), @r#"
    登记审查中，有效：无论采用哪一种解释，结论都相同；其中4项解释可能有影响，共试16种组合
    “有效期最后一日”按“对应日的前一日”解释 -> 办理登记的最后一日由2008-03-10变为2008-03-09
    “期满时尚未决定的申请”按“随有效期终止”解释 -> 如无其他情况，证书有效至2008-03-10为止
    "#);
    // Looked at by twos, nothing is claimed.
    let search = file.inquiry(day("2008-02-01")).unanimous(2).unwrap_err();
    assert_snapshot!(search.in_words(Language::En), @r#"
    "last day of a term" read as "the day before it" -> the last day on which to register moves from 2008-03-10 to 2008-03-09
    "pending on the last day" read as "ends with the term" -> if nothing more happens, it is valid until 2008-03-10 and no longer
    none of these sets changes the answer
    looked at sets of at most 2; readings that can matter: 4
    "#);
    assert_snapshot!(search.in_words(Language::Zh), @r#"
    “有效期最后一日”按“对应日的前一日”解释 -> 办理登记的最后一日由2008-03-10变为2008-03-09
    “期满时尚未决定的申请”按“随有效期终止”解释 -> 如无其他情况，证书有效至2008-03-10为止
    这些组合都不改变结论
    已试至多2项解释同时改变的组合，可能有影响的解释共4项
    "#);
    let wire = serde_json::to_value(&search).unwrap();
    assert_eq!((&wire["up_to"], &wire["complete"], &wire["flips"]), (&2.into(), &false.into(), &serde_json::json!([])));
    assert_eq!(wire["shifts"][0]["turned"]["expiry_day"], "day_before");
}

#[test]
fn what_an_extension_serves_is_a_matter_of_reading() {
    // Nothing in the second year, 100 hours in the time of an extension whose ground arose in the first. Where that time
    // serves the first year alone, the second is missing; where the later years move, it lies in the third.
    let grant = Grant {
        claim: shown(Ground::Childbirth),
        arose_on: day("2005-09-01"),
        until: day("2009-03-10"),
        written_application: true,
    };
    let mut history = approved();
    history.record(Act::ExtensionGranted(Box::new(grant)).on(day("2006-01-10")));
    let studied = [("2005-06-01", 40), ("2007-06-01", 40), ("2008-06-01", 100)];
    let ledger: Ledger = studied.map(|(on, hours)| entry(day(on), Hours::whole(hours))).into_iter().collect();
    let file = Law::of_2004().open(history, ledger);
    let inquiry = file.inquiry(day("2008-07-01")).asking(Asked::Education);
    assert_eq!(inquiry.conclusion(), Conclusion::Education { complete: Some(false) });
    let search = inquiry.search(3);
    let words: Vec<String> = search.flips().iter().map(|flip| flip.in_words(Language::En).to_string()).collect();
    assert_snapshot!(words.join("\n"), @r#"
    "last day of a term" read as "the day before it" -> the history is refused (too long an extension)
    "education before the first registration" read as "exempt" -> the education of the cycle is complete
    "effect of an extension" read as "the later years move" -> the education of the cycle is complete
    "#);
}

#[test]
fn a_change_of_the_law_counted() {
    let histories = ["2004-05-01", "2005-03-10", "2005-06-10", "2007-01-01"]
        .map(|on| History::from_iter([Act::Approved.on(day(on))]));
    let longer = Law::of_2004().with_parameters(Parameters { validity_years: 4, ..Parameters::NOTICES }).unwrap();
    let (here, none) = (Survey::new(&Law::of_2004(), day("2008-06-01")), Ledger::default());
    let certificates = histories.iter().map(|history| (history, &none));
    let tally: Tally<_> = here.compared(&here.under(&longer), certificates).collect();
    assert_snapshot!(tally.in_words(Language::En), @"
    1: lapsed, not valid -> within its term, valid
    1: due for registration, valid -> within its term, valid
    ");
    assert_snapshot!(tally.in_words(Language::Zh), @r#"
    1: 逾期失效，无效 -> 有效期内，有效
    1: 应办理登记，有效 -> 有效期内，有效
    "#);
    assert_eq!((tally.changed(), tally.total()), (2, 4));
    assert_eq!(serde_json::to_value(&tally).unwrap()[0]["before"]["phase"], "lapsed");
}

/// What holds of one day is not confirmed by another's answer.
#[test]
fn a_claim_is_confirmed_by_what_it_is_about_alone() {
    let file = Law::of_2004().open(History::from_iter([Act::Approved.on(day("2005-03-10"))]), Ledger::default());
    let (in_term, lapsed) = (file.inquiry(day("2006-03-10")), file.inquiry(day("2009-03-10")));
    let claim = in_term.unanimous(2).unwrap();
    assert!(claim.is_confirmed_by(&in_term, 2));
    assert!(!claim.is_confirmed_by(&lapsed, 0));
    // On the last day of the term the reading of that day alone tells.
    let last_day = file.inquiry(day("2008-03-10"));
    assert!(!claim.is_confirmed_by(&last_day, 1));
}

#[test]
fn a_law_supposed_is_the_law_asked() {
    let longer = Law::of_2004().with_parameters(Parameters { validity_years: 4, ..Parameters::NOTICES }).unwrap();
    let file = Law::of_2004().open(History::from_iter([Act::Approved.on(day("2005-03-10"))]), Ledger::default());
    assert_eq!(file.what_if(&Hypothesis::default().under(longer.clone())).law(), &longer);
}

/// A register that was reviewed is surveyed as recorded: what was decided stands, and no hours are asked for.
#[test]
fn what_was_recorded_needs_no_ledger() {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let mut history = approved();
    history.extend([accepted.on(day("2008-01-10")), Act::Registered(Registration::default()).on(day("2008-01-20"))]);
    let survey = Survey::new(&Law::of_2004(), day("2010-01-01"));
    let none = Ledger::default();
    assert_eq!(survey.outcome(&history, &none), Err(Code::ConditionsNotMet));
    assert_eq!(survey.in_mode(Mode::Recorded).outcome(&history, &none), Ok((PhaseName::InForce, true)));
    let tally = Tally::from_iter([(Err(Code::ConditionsNotMet), Ok((PhaseName::InForce, true)))]);
    assert_eq!(
        tally.in_words(Language::En).to_string(),
        "1: the history is refused (conditions not met) -> within its term, valid"
    );
    assert!(!tally.in_words(Language::Zh).to_string().contains("conditions_not_met"));
}

#[test]
fn striking_another_mode_and_another_day_of_knowledge() {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let late = Record::from(accepted.on(day("2008-01-10"))).recorded_on(day("2008-02-01")).unwrap();
    let mut history = approved();
    history.record(late);
    history.record(Act::Registered(Registration::default()).on(day("2008-02-20")));
    let file = Law::of_2004().open(&history, Ledger::default());
    let on = |hypothesis: &Hypothesis, on| file.what_if(hypothesis).outcome(day(on));

    assert_eq!(on(&Hypothesis::default(), "2008-03-01"), Err(Code::ConditionsNotMet));
    let recorded = Hypothesis::default().in_mode(Mode::Recorded);
    assert_eq!(on(&recorded, "2008-03-01"), Ok((PhaseName::InForce, true)));
    // Without the acceptance nothing was pending; without the registration too, the term runs out.
    assert_eq!(on(&recorded.clone().without_event(1), "2008-03-01"), Err(Code::NoApplicationPending));
    assert_eq!(on(&recorded.clone().without_event(2), "2008-03-01"), Ok((PhaseName::UnderReview, true)));
    // On the last day of January the register did not hold the acceptance.
    assert_eq!(on(&recorded.as_known_on(day("2008-01-31")), "2008-01-31"), Ok((PhaseName::RegistrationDue, true)));
    assert_eq!(file.as_known_on(day("2008-01-31")).outcome(day("2008-01-31")), Ok((PhaseName::RegistrationDue, true)));

    let ledger = [entry(day("2005-06-01"), Hours::whole(180))].into_iter().collect::<Ledger>();
    let studied = Law::of_2004().open(approved(), ledger);
    let missing =
        |file: &ruankao::CertificateFile<'_>| file.on(day("2005-07-01")).unwrap().education().unwrap().shortfall();
    assert_eq!(missing(&studied), Hours::ZERO);
    assert_eq!(missing(&studied.what_if(&Hypothesis::default().without_entry(0))), Hours::whole(180));

    let hypothesis =
        Hypothesis::default().event(Act::Refused.on(day("2008-02-02"))).without_event(2).in_mode(Mode::Audit);
    let written = serde_json::to_string(&hypothesis).unwrap();
    assert_eq!(serde_json::from_str::<Hypothesis>(&written).unwrap(), hypothesis);
}

/// 20,000 events put into as many: two million comparisons at most, where pair by pair there would be 400 million.
#[test]
fn many_events_are_thought_in_at_once() {
    let days = |first: &'static str| (0..20_000).map(move |n| Act::Refused.on(later(day(first), n)));
    let history: History = days("2005-01-01").collect();
    let file = Law::of_2004().open(&history, Ledger::default());
    let thought = file.what_if(&days("2006-01-01").fold(Hypothesis::default(), Hypothesis::event));
    let held: Vec<_> = thought.history().held(None).map(|(_, event)| event.on).collect();
    assert!(held.len() == 40_000 && held.is_sorted());
}
