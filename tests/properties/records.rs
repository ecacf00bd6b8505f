//! What a register holds: nothing later changes an earlier answer.

use crate::{cases, day_of, folded, lived, same};
use chrono::Months;
use proptest::prelude::*;
use proptest::sample::Index;
use ruankao::calendar::{add_days, sub_days};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::finding::EventFault;
use ruankao::lifecycle::{Certificate, Outlook};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::{Parameters, Readings, TermStart};
use ruankao::strategies::{Life, days, entries, events, lawful_lives, lives, records};
use ruankao::{
    Act, Application, AsOf, CertificateFile, Code, Dated, Entry, History, Hours, Law, Ledger, Mode, Record, Standing,
    Verdict, day,
};

/// What was recorded by a day, as it was by its end: what was struck later was not struck yet.
fn known<T: Dated + Clone>(records: &[Record<T>], known_on: chrono::NaiveDate) -> Vec<Record<T>> {
    let recorded = records.iter().filter(|record| record.recorded() <= known_on);
    let as_it_was = |record: &Record<T>| match record.struck() {
        Some(struck_on) if known_on < struck_on => Record::from(record.what().clone()),
        _ => record.clone(),
    };
    recorded.map(as_it_was).collect()
}

/// All that a day comes to; a refusal without its place, which is counted among all records.
type Known = Result<(Certificate, Standing, Option<Outlook>, Verdict, Hours), Code>;

fn answers(as_of: Result<AsOf<'_>, EventFault>) -> Known {
    let as_of = as_of.map_err(|refusal| refusal.fault.code())?;
    let assessment = as_of.assessment(&Application::COMPLETE);
    Ok((*as_of.certificate(), as_of.standing(), as_of.outlook(), assessment, as_of.hours_missing()))
}

/// Filed, accepted and registered are read at once where nothing bars them; on whatever days they fall, that is as one by one.
#[test]
fn a_renewal_is_its_acts_wherever_they_fall() {
    let acts = [
        Act::ApplicationFiled(Filing::default()),
        Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE }),
        Act::Registered(Registration::default()),
    ];
    let approved = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    let studied = |year: u32| Entry {
        on: day!(2005, 3, 10) + Months::new(12 * year + 1),
        hours: Hours::whole(60),
        mode: StudyMode::OnTheJob,
        field: Field::Software,
        kind: ContentKind::Technology,
        provider: None,
    };
    let ledgers = [Ledger::default(), (0_u32..3).map(studied).collect()];
    let of_2004 = Law::of_2004();
    let repealed = Parameters { repealed_on: Some(day!(2008, 2, 1)), ..Parameters::NOTICES };
    let laws = [
        of_2004.clone(),
        of_2004.clone().with_parameters(repealed).unwrap(),
        of_2004.with_readings(Readings { term_start: TermStart::PreviousExpiry, ..Readings::default() }),
    ];
    // About the approval, the beginning of the window, the repeal, and the end of the term.
    let days = [
        [day!(2005, 3, 9), day!(2005, 3, 10), day!(2007, 12, 9), day!(2007, 12, 10)],
        [day!(2008, 1, 31), day!(2008, 2, 1), day!(2008, 3, 10), day!(2008, 3, 11)],
    ]
    .concat();
    let mut renewed = 0;
    let days = &days;
    let pairs = days.iter().flat_map(|&first| days.iter().map(move |&second| (first, second)));
    let triples = pairs.flat_map(|(first, second)| days.iter().map(move |&third| [first, second, third]));
    for [filed, accepted, registered] in triples {
        let events = acts.clone().into_iter().zip([filed, accepted, registered]).map(|(act, on)| act.on(on));
        let mut history = approved.clone();
        history.extend(events.clone());
        let read = laws
            .iter()
            .flat_map(|law| ledgers.iter().flat_map(move |ledger| Mode::ALL.map(|mode| (law, ledger, mode))));
        for (law, ledger, mode) in read {
            let whole = law.open_in(mode, &history, ledger);
            let mut file = law.open_in(mode, &approved, ledger);
            let refusal = events.clone().find_map(|event| file.record(event).err());
            assert_eq!(whole.refusal(), refusal.as_ref(), "{filed} {accepted} {registered} {mode}");
            assert_eq!(whole.certificate(), file.certificate(), "{filed} {accepted} {registered} {mode}");
            renewed += u32::from(refusal.is_none());
        }
    }
    assert!(renewed > 500, "{renewed}");
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_later_event_never_changes_an_earlier_day(life in lives(), cut in any::<Index>(), back in 1_u32..500) {
        let records = life.history.records();
        let cut = cut.index(records.len());
        let on = sub_days(records[cut].what().on, back);
        let earlier = Life { history: History::from(records[..cut].to_vec()), ..life.clone() };
        for mode in Mode::ALL {
            let (all, earlier) = (life.open_in(mode), earlier.open_in(mode));
            if records[cut].is_held(None) {
                prop_assert_eq!(folded(&all, on), folded(&earlier, on));
                prop_assert_eq!(all.outcome(on), earlier.outcome(on));
            }
        }
    }

    /// The standing on a day as known on another rests only on acts dated by that day and on what was recorded or struck
    /// by the other.
    #[test]
    fn a_day_as_known_on_another_rests_on_nothing_later(
        (life, on) in lived(lives()),
        (place, days) in (any::<Index>(), 0_u32..2_000),
        (event, entry) in (records(events()), records(entries(days()))),
        sooner in 0_u32..400,
    ) {
        let known_on = sub_days(day_of(&life, place, days), sooner);
        // Nothing recorded later was there; what was struck later stood.
        let (mut history, mut ledger) =
            (known(life.history.records(), known_on), known(life.ledger.records(), known_on));
        // Of acts, those up to the first that is dated later; of study, none that is.
        let later = history.iter().position(|record| record.is_held(None) && on < record.what().on);
        history.truncate(later.unwrap_or(history.len()));
        ledger.retain(|record| record.what().on <= on);
        // Whatever comes later may be otherwise.
        history.extend([event].into_iter().filter(|event| on < event.what().on));
        ledger.extend([entry].into_iter().filter(|entry| on < entry.what().on));

        let (history, ledger) = (History::from(history), Ledger::from(ledger));
        for mode in Mode::ALL {
            let now = life.law.open_in(mode, &history, &ledger);
            let then = life.open_in(mode);
            prop_assert_eq!(answers(then.as_known_on(known_on).on(on)), answers(now.on(on)));
        }
    }

    /// Known later than anything was recorded or struck, it is known as now.
    #[test]
    fn as_known_at_last_is_as_known_now((life, on) in lived(lives())) {
        let days = life.history.records().iter().map(|record| record.struck().unwrap_or(record.recorded()));
        let studied = life.ledger.records().iter().map(|record| record.struck().unwrap_or(record.recorded()));
        let last = days.chain(studied).max().unwrap();
        let file = life.open();
        let view = file.as_known_on(last);
        prop_assert_eq!(answers(view.on(on)), answers(file.on(on)));
        prop_assert_eq!(view.refusal(), file.refusal());
    }

    /// A view as known on a day is asked like any other file.
    #[test]
    fn a_view_answers_on_each_day_what_opening_what_was_known_does(life in lives(), place in any::<Index>(), days in 0_u32..2_000) {
        let known_on = day_of(&life, place, days);
        let history = History::from(known(life.history.records(), known_on));
        let ledger = Ledger::from(known(life.ledger.records(), known_on));
        let (file, opened) = (life.open_in(Mode::Audit), life.law.open_in(Mode::Audit, &history, &ledger));
        let view = file.as_known_on(known_on);
        prop_assert_eq!(view.certificate(), opened.certificate());
        prop_assert_eq!(view.refusal().map(|refusal| &refusal.fault), opened.refusal().map(|refusal| &refusal.fault));
        let until = add_days(known_on, 3_000);
        let code = |refusal: EventFault| refusal.fault.code();
        prop_assert_eq!(view.timeline(until).map_err(code), opened.timeline(until).map_err(code));
        let faults = |file: &CertificateFile<'_>| -> Result<Vec<_>, Code> {
            let found = file.irregularities().map_err(|refusal| refusal.fault.code())?;
            Ok(found.into_iter().map(|irregular| irregular.fault).collect())
        };
        prop_assert_eq!(faults(&view), faults(&opened));
    }

    #[test]
    fn a_reading_in_two_parts_is_the_reading(life in lives(), halt in any::<Index>()) {
        let records = life.history.records();
        let halt = halt.index(records.len() + 1);
        for mode in Mode::ALL {
            let whole = life.open_in(mode);
            let mut file = life.law.open_in(mode, History::from(records[..halt].to_vec()), &life.ledger);
            let recorded = records[halt..].iter().try_for_each(|record| file.record(record.clone()).map(|_| ()));
            match recorded {
                Ok(()) => same(&file, &whole),
                // The file is as it was before the event that is refused; so is the whole, read up to there.
                Err(refusal) => {
                    prop_assert_eq!(Some(&refusal), whole.refusal());
                    prop_assert_eq!(file.certificate(), whole.certificate());
                }
            }
        }
    }

    #[test]
    fn recording_one_by_one_is_opening(life in lawful_lives()) {
        let mut file = life.law.open(History::default(), Ledger::default());
        for record in life.ledger.records() {
            file.record_study(record.clone());
        }
        for record in life.history.records() {
            let on = record.what().on;
            prop_assert_eq!(file.record(record.clone()).unwrap().on(), on);
        }
        same(&file, &life.open());
        let (history, ledger) = file.close();
        prop_assert_eq!((history, ledger), (life.history, life.ledger));
    }

    #[test]
    fn striking_is_opening_anew(life in lives(), (event, entry) in (any::<Index>(), any::<Index>()), days in 0_u32..900) {
        let Life { law, mut history, mut ledger } = life.clone();
        let mut file = life.open_in(Mode::Audit);
        let event = event.index(history.records().len());
        let on = add_days(history.records()[event].recorded(), days);
        history.strike(event, on).unwrap();
        file.strike(event, on).unwrap();
        same(&file, &law.open_in(Mode::Audit, &history, &ledger));
        if !ledger.records().is_empty() {
            let entry = entry.index(ledger.records().len());
            let on = add_days(ledger.records()[entry].recorded(), days);
            ledger.strike(entry, on).unwrap();
            file.strike_study(entry, on).unwrap();
            same(&file, &law.open_in(Mode::Audit, &history, &ledger));
            // Nothing was taken out, and a day too early is refused.
            prop_assert!(file.strike_study(entry, sub_days(ledger.records()[entry].what().on, 1)).is_err());
        }
        prop_assert_eq!(file.history().records().len(), life.history.records().len());
        same(&file, &law.open_in(Mode::Audit, &history, &ledger));
    }

    #[test]
    fn a_study_recorded_is_opening_anew(life in lives(), entry in records(entries(days()))) {
        let mut file = life.open();
        file.record_study(entry.clone());
        let Life { law, history, mut ledger } = life.clone();
        ledger.record(entry);
        same(&file, &law.open(&history, &ledger));
    }
}
