//! A register in columns answers as its certificates do one by one.

mod together;
mod unread;

use crate::{cases, day_of};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use ruankao::batch::Survey;
use ruankao::columns::{
    Assessments, Batch, Bits, Histories, HistoryRows, Irregularities, Place, RegisterRows, Standings, Unread, Why,
};
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::finding::EventFault;
use ruankao::regulation::Parameters;
use ruankao::strategies::{Life, RegisterInColumns, applications, lawful_lives, laws, registers_in_columns};
use ruankao::{Act, Application, AsOf, Entry, Event, History, Hours, Law, Ledger, Mode, Record, day};

/// 1970-01-01, from which the columns count.
const EPOCH: NaiveDate = day!(1970, 1, 1);

fn number(day: NaiveDate) -> i32 {
    day.signed_duration_since(EPOCH).num_days().try_into().unwrap()
}

/// One certificate after another, each opened by itself, and what is asked of it; a refusal by its place and code.
fn one_by_one<T>(
    register: &[Life],
    survey: (&Law, Mode, Option<NaiveDate>, NaiveDate),
    mut ask: impl FnMut(Option<&AsOf<'_>>) -> T,
) -> (Vec<T>, Vec<Unread>) {
    let (law, mode, known_on, on) = survey;
    let mut unread = Vec::new();
    let answers = register.iter().enumerate().map(|(certificate, life)| {
        let file = law.open_in(mode, &life.history, &life.ledger);
        let known = known_on.map(|known_on| file.as_known_on(known_on));
        match known.as_deref().unwrap_or(&file).on(on) {
            Ok(as_of) => ask(Some(&as_of)),
            Err(EventFault { event, fault }) => {
                unread.push(Unread { certificate, place: Place::Event(event), why: Why::Refused(fault.code()) });
                ask(None)
            }
        }
    });
    (answers.collect(), unread)
}

fn expected_standings(register: &[Life], survey: (&Law, Mode, Option<NaiveDate>, NaiveDate)) -> Standings {
    let mut standings = Standings::default();
    let (_, unread) = one_by_one(register, survey, |as_of| {
        let standing = as_of.map(|as_of| as_of.standing());
        let last_valid_day = as_of.and_then(|as_of| as_of.last_valid_day());
        let deadline = as_of.and_then(|as_of| as_of.deadline());
        standings.read.push(as_of.is_some());
        standings.phase.push(standing.map_or(0, |standing| standing.phase.name() as u8));
        standings.in_force.push(standing.is_some_and(|standing| standing.in_force));
        standings.last_valid_day.push(last_valid_day.map_or(0, number));
        standings.has_last_valid_day.push(last_valid_day.is_some());
        standings.deadline.push(deadline.map_or(0, number));
        standings.has_deadline.push(deadline.is_some());
    });
    Standings { unread, ..standings }
}

fn expected_assessments(
    register: &[Life],
    survey: (&Law, Mode, Option<NaiveDate>, NaiveDate),
    application: &Application,
) -> Assessments {
    let mut assessments = Assessments::default();
    let (_, unread) = one_by_one(register, survey, |as_of| {
        assessments.read.push(as_of.is_some());
        assessments.met.push(as_of.is_some_and(|as_of| as_of.assessment(application).is_met()));
        assessments.missing.push(as_of.map_or(0, |as_of| as_of.hours_missing().tenths()));
        let years = as_of.and_then(|as_of| as_of.education().ok()).map_or(Vec::new(), |progress| progress.years);
        assessments.missing_in_year.extend(years.iter().map(|year| year.shortfall().tenths()));
        assessments.years.push(assessments.missing_in_year.len().try_into().unwrap());
    });
    Assessments { unread, ..assessments }
}

fn joined(bits: &Bits, more: &Bits) -> Bits {
    let of = |bits: &Bits| (0..bits.len()).map(|place| bits.get(place)).collect::<Vec<_>>();
    of(bits).into_iter().chain(of(more)).collect()
}

/// Those of what is dated by the day: a refusal behind it is none yet.
fn expected_irregularities(
    register: &[Life],
    (law, mode, known_on, on): (&Law, Mode, Option<NaiveDate>, NaiveDate),
) -> Irregularities {
    let mut expected = Irregularities::default();
    for (certificate, life) in register.iter().enumerate() {
        let is_reached = |record: &&Record<Event>| !record.is_held(known_on) || record.what().on <= on;
        let by_then: History = life.history.records().iter().take_while(is_reached).cloned().collect();
        let file = law.open_in(mode, &by_then, &life.ledger);
        let known = known_on.map(|known_on| file.as_known_on(known_on));
        match known.as_deref().unwrap_or(&file).irregularities() {
            Ok(faults) => expected.faults.extend(faults),
            Err(refusal) => {
                let (place, why) = (Place::Event(refusal.event), Why::Refused(refusal.fault.code()));
                expected.unread.push(Unread { certificate, place, why });
                expected.faults.push(refusal);
            }
        }
        expected.offsets.push(expected.faults.len().try_into().unwrap());
    }
    expected
}

/// Hours that 32 bits do not tell apart from next to none: of many entries, and of one that has more than may be written.
#[test]
fn hours_are_added_up_whatever_they_come_to() {
    let parameters = Parameters { cycle_hours: 100_000, yearly_hours: 0, ..Parameters::NOTICES };
    let law = Law::of_2004().with_parameters(parameters).unwrap();
    let entry = |hours| Entry {
        on: day!(2006, 5, 20),
        hours,
        mode: StudyMode::OnTheJob,
        field: Field::Software,
        kind: ContentKind::Technology,
        provider: None,
    };
    let many = Ledger::from_iter((0..42_950).map(|_| entry(Hours::whole(10_000))));
    let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    let survey = Survey::new(&law, day!(2008, 3, 1)).in_mode(Mode::Recorded);
    for ledger in [&many, &Ledger::from_iter([entry(Hours::whole(429_496_730))])] {
        let file = law.open(&history, ledger);
        assert!(file.on(day!(2008, 3, 1)).unwrap().assessment(&Application::COMPLETE).is_met());
        assert!(survey.assessment(&history, ledger, &Application::COMPLETE).unwrap().is_met());
    }
    let mut rows = RegisterRows::default();
    rows.push(&history, &many).unwrap();
    assert!(rows.ask(|batch| batch.assessments(&survey, &Application::COMPLETE)).met.get(0));
}

proptest! {
    #![proptest_config(cases(192))]

    #[test]
    fn columns_answer_as_one_by_one(
        RegisterInColumns { lives: register, rows: gathered } in registers_in_columns(),
        law in proptest::option::of(laws()),
        (place, days) in (any::<Index>(), 0_u32..2_000),
        known in proptest::option::of((any::<Index>(), 0_u32..2_000)),
        application in applications(),
    ) {
        let law = law.unwrap_or_else(|| register[0].law.clone());
        let on = day_of(&register[0], place, days);
        let known_on = known.map(|(place, days)| day_of(&register[0], place, days));
        for mode in Mode::ALL {
            let survey = Survey::new(&law, on).in_mode(mode);
            let survey = known_on.map_or(survey.clone(), |known_on| survey.as_known_on(known_on));
            let asked = (&law, mode, known_on, on);
            let standings = gathered.ask(|batch| batch.standings(&survey));
            prop_assert_eq!(&standings, &expected_standings(&register, asked));
            let assessments = gathered.ask(|batch| batch.assessments(&survey, &application));
            prop_assert_eq!(&assessments, &expected_assessments(&register, asked, &application));
            let irregularities = gathered.ask(|batch| batch.irregularities(&survey));
            prop_assert_eq!(&irregularities, &expected_irregularities(&register, asked));
            // A survey of histories and ledgers, without columns, answers the same.
            let (verdicts, _) = one_by_one(&register, asked, |as_of| as_of.map(|as_of| as_of.assessment(&application)));
            for (life, verdict) in register.iter().zip(verdicts) {
                prop_assert_eq!(survey.assessment(&life.history, &life.ledger, &application).ok(), verdict);
            }
        }
    }

    #[test]
    fn slices_put_together_are_the_whole(
        RegisterInColumns { lives: register, rows: gathered } in registers_in_columns(),
        (cut, on) in (any::<Index>(), any::<Index>()),
    ) {
        let (law, on) = (&register[0].law, day_of(&register[0], on, 700));
        let cut = cut.index(register.len() + 1);
        let survey = Survey::new(law, on);
        gathered.ask(|batch| {
            let mut parts = batch.slice(0..cut).standings(&survey);
            let (first, rest) = (parts.clone(), batch.slice(cut..register.len()).standings(&survey));
            batch.slice(cut..register.len()).standings_into(&survey, &mut parts);
            assert_eq!(parts, batch.standings(&survey));
            assert_eq!(joined(&first.in_force, &rest.in_force), parts.in_force);
            parts.clear();
            assert_eq!(parts, Standings::default());
            let mut parts = batch.slice(0..cut).assessments(&survey, &Application::COMPLETE);
            batch.slice(cut..register.len()).assessments_into(&survey, &Application::COMPLETE, &mut parts);
            assert_eq!(parts, batch.assessments(&survey, &Application::COMPLETE));
            parts.clear();
            assert_eq!(parts, Assessments::default());
        });
    }

    /// A row of any bytes is answered or flagged, and the certificate beside it stays as it is.
    #[test]
    fn a_row_that_cannot_be_read_harms_no_other(
        life in lawful_lives(),
        (row, act, on) in (any::<Index>(), any::<u8>(), any::<i32>()),
        (until, ground, flags) in (any::<i32>(), any::<u8>(), any::<u16>()),
    ) {
        let mut gathered = HistoryRows::default();
        (0..2).for_each(|_| gathered.push(&life.history).unwrap());
        let names = gathered.names();
        let lent = gathered.columns(&names);
        let (mut acts, mut days) = (lent.act.to_vec(), lent.on.to_vec());
        let row = row.index(acts.len() / 2);
        (acts[row], days[row]) = (act, on);
        let (until, ground, flags) = (vec![until; acts.len()], vec![ground; acts.len()], vec![flags; acts.len()]);
        let mut columns = lent;
        (columns.act, columns.on) = (&acts, &days);
        let survey = Survey::new(&life.law, life.days()[0]).in_mode(Mode::Audit);
        let whole = Batch::new(Histories::new(lent).unwrap()).standings(&survey);
        let broken = Batch::new(Histories::new(columns).unwrap()).standings(&survey);
        prop_assert_eq!((broken.phase[1], broken.read.get(1)), (whole.phase[1], whole.read.get(1)));
        prop_assert!(broken.unread.iter().all(|unread| unread.certificate == 0));
        prop_assert_eq!(broken.read.get(0), broken.unread.is_empty());
        // The particulars of all rows, whatever they are: no more than a flag comes of it.
        let column = ruankao::columns::Column::new;
        columns.until = Some(column(&until));
        columns.ground = Some(ruankao::columns::Column::new(&ground));
        columns.flags = Some(ruankao::columns::Column::new(&flags));
        let survey = Survey::new(&life.law, day!(2030, 1, 1));
        let any = Batch::new(Histories::new(columns).unwrap()).standings(&survey);
        prop_assert_eq!(any.len(), 2);
        prop_assert_eq!(any.unread.len(), usize::from(!any.read.get(0)) + usize::from(!any.read.get(1)));
    }
}
