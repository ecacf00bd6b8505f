//! A register in columns answers as its certificates do one by one.

use crate::{cases, day_of};
use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::Index;
use ruankao::batch::Survey;
use ruankao::calendar::Period;
use ruankao::columns::{
    AbsenceColumns, Assessments, Batch, Bits, Broken, EntryColumns, EventColumns, Histories, HistoryRows,
    Irregularities, Ledgers, Place, RegisterRows, Standings, Unread, Why,
};
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::finding::EventFault;
use ruankao::ground::{Claim, Ground};
use ruankao::registration::{Acceptance, Filing, Registration};
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

/// A ledger that cannot be read is flagged with entry and column, and harms no other; certificates may share one.
#[test]
fn a_ledger_that_cannot_be_read_harms_no_other() {
    let (offsets, approved_on) = ([0, 1, 2, 3, 4, 5], [12_852; 5]);
    let histories = Histories::new(EventColumns::new(&offsets, &[0; 5], &approved_on)).unwrap();
    // 40 hours; a day beyond 2999; more hours than an entry can have; no mode; away from work, with no institution.
    let (on, tenths) = ([13_288, 400_000, 13_288, 13_288, 13_288], [400, 400, 100_001, 400, 400]);
    let mode = [StudyMode::OnTheJob as u8, 3, 3, 9, StudyMode::FullTime as u8];
    let ledgers = Ledgers::new(EntryColumns::new(&offsets, &on, &tenths, &mode)).unwrap();
    let survey = Survey::new(&Law::of_2004(), day!(2008, 3, 1)).in_mode(Mode::Recorded);
    let assessed = |batch: Batch<'_>| batch.assessments(&survey, &Application::COMPLETE);
    let broken =
        |certificate, column, how| Unread { certificate, place: Place::Entry(0), why: Why::Broken { column, how } };

    let own = assessed(Batch::new(histories).with_ledgers(ledgers).unwrap());
    assert_eq!(own.missing, [1_400, 0, 0, 0, 1_800]);
    let expected = [
        broken(1, "on", Broken::NoSuchDay),
        broken(2, "tenths", Broken::TooManyHours),
        broken(3, "mode", Broken::UnknownCode),
    ];
    assert_eq!(own.unread, expected);

    let shared = Batch::new(histories).with_ledgers_of(ledgers, &[0, 0, 4, 1, 0]).unwrap();
    assert_eq!(assessed(shared).missing, [1_400, 1_400, 1_800, 0, 1_400]);
    assert_eq!(assessed(shared).unread, [broken(3, "on", Broken::NoSuchDay)]);
    assert_eq!(assessed(shared.slice(1..3)).missing, [1_400, 1_800]);
    // One ledger, all of which counts, that is not the certificate's own place.
    let one = Ledgers::new(EntryColumns::new(&[0, 1, 2], &[13_288; 2], &[400, 900], &[3; 2])).unwrap();
    assert_eq!(assessed(Batch::new(histories).with_ledgers_of(one, &[1; 5]).unwrap()).missing, [900; 5]);
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

#[test]
fn what_is_missing_is_flagged_by_its_column() {
    use ruankao::columns::EventColumns;
    let acts: Vec<u8> = vec![0, 1, 0, 6, 0, 10, 0, 13, 0, 14];
    let days = [12_852, 13_000, 12_852, 13_900, 12_852, 13_000, 12_852, 13_000, 12_852, 13_000];
    let histories = Histories::new(EventColumns::new(&[0, 2, 4, 6, 8, 10], &acts, &days)).unwrap();
    let standings = Batch::new(histories).standings(&Survey::new(&Law::of_2004(), day!(2010, 1, 1)));
    let columns = [
        ("until", Broken::Missing),
        ("flags", Broken::Missing),
        ("ground", Broken::Missing),
        ("outcome", Broken::Missing),
        ("act", Broken::UnknownCode),
    ];
    let expected = columns.into_iter().enumerate().map(|(certificate, (column, how))| Unread {
        certificate,
        place: Place::Event(1),
        why: Why::Broken { column, how },
    });
    assert_eq!(standings.unread, expected.collect::<Vec<_>>());
}

/// Two terms, each renewed, of three certificates: whichever acceptance has lost its flags is flagged, and nothing else.
#[test]
fn an_acceptance_without_its_flags_is_flagged_in_a_renewal_too() {
    use ruankao::columns::{Bitmap, Column, EventColumns, Flags};
    let acts = [0, 5, 6, 7, 5, 6, 7].repeat(3);
    let days = [12_852, 13_900, 13_905, 13_910, 14_960, 14_970, 14_980].repeat(3);
    let complete = Flags::from(&Application::COMPLETE).bits();
    let flags: Vec<u16> = acts.iter().map(|&act| if act == 6 { complete } else { 0 }).collect();
    let standings = |lost: Option<usize>| {
        // Those of a filing are passed over.
        let is_valid = acts.iter().enumerate().map(|(row, &act)| act == 5 || act == 6 && Some(row) != lost);
        let valid: Bits = is_valid.collect();
        let flags = Some(Column::with_nulls(&flags, Bitmap::new(valid.as_bytes(), 0)));
        let columns = EventColumns { flags, ..EventColumns::new(&[0, 7, 14, 21], &acts, &days) };
        let survey = Survey::new(&Law::of_2004(), day!(2012, 1, 1)).in_mode(Mode::Recorded);
        Batch::new(Histories::new(columns).unwrap()).standings(&survey)
    };
    assert_eq!(standings(None).unread, []);
    for row in (0..21).filter(|&row| acts[row] == 6) {
        let (place, why) = (Place::Event(row % 7), Why::Broken { column: "flags", how: Broken::Missing });
        assert_eq!(standings(Some(row)).unread, [Unread { certificate: row / 7, place, why }]);
    }
}

/// A place at which no agency is named is flagged where there is a list to look it up in, and nowhere else.
#[test]
fn an_agency_that_is_not_named_is_flagged_where_it_is_looked_up() {
    use ruankao::columns::{Bitmap, Column, Flags};
    use ruankao::identity::{Listing, Register};
    let (acts, days) = ([0, 5, 6, 7], [12_852, 13_900, 13_905, 13_910]);
    let flags = [0, 0, Flags::COMPLETE.bits(), 0];
    let listed = Register::from_iter([Listing::new("a", day!(2005, 1, 1), None).unwrap()]);
    let laws = [Law::of_2004(), Law::of_2004().with_agencies(listed)];
    for (place, named, mode) in (1..4).flat_map(|place| {
        [0, 9].into_iter().flat_map(move |named| [Mode::Audit, Mode::Recorded].map(|mode| (place, named, mode)))
    }) {
        let mut agency = [0; 4];
        agency[place] = named;
        let columns = EventColumns {
            flags: Some(Column::with_nulls(&flags, Bitmap::new(&[0b0100], 0))),
            agency: Some(Column::new(&agency)),
            names: &["a"],
            ..EventColumns::new(&[0, 4], &acts, &days)
        };
        let flagged = laws.each_ref().map(|law| {
            let survey = Survey::new(law, day!(2009, 1, 1)).in_mode(mode);
            Batch::new(Histories::new(columns).unwrap()).standings(&survey).unread
        });
        let why = Why::Broken { column: "agency", how: Broken::NoSuchName };
        let expected = (named == 9).then_some(Unread { certificate: 0, place: Place::Event(place), why });
        assert_eq!(flagged, [vec![], Vec::from_iter(expected)], "{place} {mode}");
    }
}

/// Absences that are no periods are flagged with their column in every mode, though few modes ask how long they are.
#[test]
fn an_absence_that_is_no_period_is_flagged() {
    let away = [Period::new(day!(2006, 2, 1), day!(2006, 9, 30)).unwrap()];
    let claim = Claim { evidence: true, absences: away.into_iter().collect(), ..Claim::on(Ground::SickLeave) };
    let request = Request { claim, until: day!(2008, 9, 1) };
    let requested = Act::DeferralRequested(Box::new(request)).on(day!(2008, 1, 10));
    let acts = [Act::Approved.on(day!(2005, 3, 10)), requested, Act::DeferralGranted.on(day!(2008, 1, 20))];
    let mut gathered = HistoryRows::default();
    (0..3).for_each(|_| gathered.push(&History::from_iter(acts.clone())).unwrap());
    let names = gathered.names();
    let lent = gathered.columns(&names);
    let absences = lent.absences.unwrap();
    let (first, last) = (absences.from[1], absences.to[1]);
    let (from, to) = ("absences.from", "absences.to");
    for (period, broken) in [
        ([first, last], None),
        ([first, first], None),
        ([first, first - 1], Some((to, Broken::TooEarly))),
        ([400_000, last], Some((from, Broken::NoSuchDay))),
        ([first, 400_000], Some((to, Broken::NoSuchDay))),
    ] {
        let (mut from, mut to) = (absences.from.to_vec(), absences.to.to_vec());
        [from[1], to[1]] = period;
        let absences = Some(AbsenceColumns { from: &from, to: &to, ..absences });
        let histories = Histories::new(EventColumns { absences, ..lent }).unwrap();
        let expected = broken.map(|(column, how)| Unread {
            certificate: 1,
            place: Place::Event(1),
            why: Why::Broken { column, how },
        });
        for mode in [Mode::Audit, Mode::Recorded] {
            let survey = Survey::new(&Law::of_2004(), day!(2008, 2, 1)).in_mode(mode);
            let standings = Batch::new(histories).standings(&survey);
            assert_eq!(standings.unread, Vec::from_iter(expected), "{mode}");
            assert_eq!((standings.read.get(0), standings.read.get(2)), (true, true));
            let alone = Batch::new(histories).slice(1..2).standings(&survey).unread;
            assert_eq!(alone, Vec::from_iter(expected.map(|unread| Unread { certificate: 0, ..unread })), "{mode}");
            // A part without it is read as ever.
            assert_eq!(Batch::new(histories).slice(2..3).standings(&survey).unread, []);
        }
    }
}

/// A renewal of which the register does not hold an act, or did not hold it yet, is none.
#[test]
fn what_is_struck_or_not_yet_recorded_is_in_no_renewal() {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let acts =
        [Act::Approved, Act::ApplicationFiled(Filing::default()), accepted, Act::Registered(Registration::default())];
    let days = [day!(2005, 3, 10), day!(2008, 1, 20), day!(2008, 1, 25), day!(2008, 2, 1)];
    let (struck_on, law) = (day!(2008, 4, 1), Law::of_2004());
    for marked in 0..4 {
        let record = |(place, (act, on)): (usize, (Act, NaiveDate))| {
            let record = Record::from(act.on(on));
            match place == marked {
                true => record.recorded_on(day!(2008, 2, 10)).unwrap().struck_on(struck_on).unwrap(),
                false => record,
            }
        };
        let history: History = acts.clone().into_iter().zip(days).enumerate().map(record).collect();
        let life = Life { law: law.clone(), history, ledger: Ledger::default() };
        let mut gathered = RegisterRows::default();
        gathered.push(&life.history, &life.ledger).unwrap();
        let known = [None, Some(day!(2008, 2, 9)), Some(day!(2008, 2, 10)), Some(struck_on)];
        for (mode, known_on) in Mode::ALL.into_iter().flat_map(|mode| known.map(|known_on| (mode, known_on))) {
            let on = day!(2008, 3, 1);
            let survey = Survey::new(&law, on).in_mode(mode);
            let survey = known_on.map_or(survey.clone(), |known_on| survey.as_known_on(known_on));
            let expected = expected_standings(std::slice::from_ref(&life), (&law, mode, known_on, on));
            assert_eq!(gathered.ask(|batch| batch.standings(&survey)), expected, "{marked} {mode} {known_on:?}");
            let opened = law.open_in(mode, &life.history, &life.ledger);
            let known = known_on.map(|known_on| opened.as_known_on(known_on));
            let outcome = known.as_deref().unwrap_or(&opened).outcome(on);
            assert_eq!(survey.outcome(&life.history, &life.ledger), outcome, "{marked} {mode} {known_on:?}");
        }
    }
}

/// Renewed twice: in columns as one by one, on and about the day of each act, in every mode and with a list of agencies.
#[test]
fn a_renewal_in_columns_is_its_acts_on_every_day() {
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let renewal = [Act::ApplicationFiled(Filing::default()), accepted, Act::Registered(Registration::default())];
    let acts = [vec![Act::Approved], renewal.to_vec(), renewal.to_vec()].concat();
    let days = [
        [day!(2005, 3, 10), day!(2008, 1, 20), day!(2008, 1, 25), day!(2008, 2, 1)].as_slice(),
        &[day!(2010, 12, 20), day!(2010, 12, 20), day!(2011, 1, 5)],
    ]
    .concat();
    let studied = |year| Entry {
        on: ruankao::calendar::add_years(day!(2005, 6, 1), year),
        hours: Hours::whole(60),
        mode: StudyMode::OnTheJob,
        field: Field::Software,
        kind: ContentKind::Technology,
        provider: None,
    };
    let history: History = acts.into_iter().zip(days.iter().copied()).map(|(act, on)| act.on(on)).collect();
    let listed = Law::of_2004().with_agencies(ruankao::identity::Register::default());
    for (law, ledger) in [Law::of_2004(), listed]
        .into_iter()
        .flat_map(|law| [Ledger::default(), (0..6).map(studied).collect()].map(|ledger: Ledger| (law.clone(), ledger)))
    {
        let life = Life { law: law.clone(), history: history.clone(), ledger };
        let mut gathered = RegisterRows::default();
        (0..2).for_each(|_| gathered.push(&life.history, &life.ledger).unwrap());
        for (mode, &day) in Mode::ALL.into_iter().flat_map(|mode| days.iter().map(move |day| (mode, day))) {
            for on in [day - chrono::Days::new(1), day, day + chrono::Days::new(1)] {
                let expected = expected_standings(&[life.clone(), life.clone()], (&law, mode, None, on));
                let standings = gathered.ask(|batch| batch.standings(&Survey::new(&law, on).in_mode(mode)));
                assert_eq!(standings, expected, "{on} {mode}");
            }
        }
    }
}

/// A certificate that is renewed twice, with a deferral between or none: on and about the last days of its terms, in order and
/// not, under every reading that says when a term begins, ends, and is kept.
#[test]
fn acts_that_are_read_together_are_read_as_one_by_one() {
    use ruankao::regulation::Reading::{
        DeferredValidity, ExpiryDay, InTime, LapseEffect, LapsedAtRepeal, PendingAtExpiry, TermLastDay, TermStart,
    };
    let turned = |readings: &[_]| {
        let turn = |law: Law, &reading| law.clone().with_readings(law.regulation().readings().turned(reading));
        readings.iter().fold(Law::of_2004(), turn)
    };
    let with = |parameters| Law::of_2004().with_parameters(parameters).unwrap();
    let laws = [
        turned(&[]),
        turned(&[ExpiryDay]),
        turned(&[TermStart]),
        turned(&[TermLastDay]),
        turned(&[InTime]),
        turned(&[PendingAtExpiry]),
        turned(&[InTime, PendingAtExpiry]),
        turned(&[LapseEffect]),
        turned(&[DeferredValidity, ExpiryDay]),
        with(Parameters { validity_years: 1, ..Parameters::NOTICES }),
        with(Parameters { validity_years: 4, ..Parameters::NOTICES }),
        with(Parameters { scope_from: day!(2005, 1, 1), ..Parameters::NOTICES }),
        with(Parameters { repealed_on: Some(day!(2010, 12, 1)), ..Parameters::NOTICES }),
        with(Parameters { repealed_on: Some(day!(2008, 3, 1)), ..Parameters::NOTICES })
            .with_readings(ruankao::regulation::Readings::default().turned(LapsedAtRepeal)),
    ];
    // Days from the end of three years.
    let renewals = [
        [-60, -50, -40],
        [-1, 0, 0],
        [0, 0, 0],
        [-1, 0, 1],
        [0, 1, 2],
        [1, 1, 1],
        [-2, -1, 500],
        [-60, -61, -40],
        [-60, -50, -51],
        [-1_096, -1_096, -1_096],
        [-1_097, -1_090, -1_090],
        [90, 95, 99],
    ];
    // Requested, granted, until.
    let deferrals = [None, Some([-30, -20, 100]), Some([0, 1, 100]), Some([-30, -31, 100]), Some([-30, -20, 0])];
    let accepted = Act::ApplicationAccepted(Acceptance { agency: None, application: Application::COMPLETE });
    let acts = [Act::ApplicationFiled(Filing::default()), accepted, Act::Registered(Registration::default())];
    let after = |day: NaiveDate, days: i64| day.checked_add_signed(chrono::Duration::days(days)).unwrap();
    let renewed = |events: &mut Vec<Event>, start, days: [i64; 3], decided: &Act| {
        let end = ruankao::calendar::add_years(start, 3);
        let acts = [&acts[0], &acts[1], decided];
        events.extend(acts.into_iter().zip(days).map(|(act, days)| act.clone().on(after(end, days))));
        after(end, days[2])
    };
    let unpaid = Application { fee_paid: false, ..Application::COMPLETE };
    let unpaid = Act::Registered(Registration { agency: None, application: Some(unpaid) });
    let decisions = [&acts[2], &unpaid, &Act::Refused, &Act::ApplicationWithdrawn];
    let (mut lives, mut read_apart) = (Vec::new(), Vec::new());
    let (places, approvals) = (0..renewals.len(), [day!(2004, 2, 29), day!(2005, 3, 10), day!(2003, 12, 31)]);
    for (approved_on, deferral) in approvals.into_iter().flat_map(|day| deferrals.map(|deferral| (day, deferral))) {
        for (first, second) in places.clone().flat_map(|first| places.clone().map(move |second| (first, second))) {
            let mut events = vec![Act::Approved.on(approved_on)];
            let start = renewed(&mut events, approved_on, renewals[first], decisions[first % 3]);
            if let Some([requested, granted, until]) = deferral {
                let end = ruankao::calendar::add_years(start, 3);
                let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
                let request = Request { claim, until: after(end, until) };
                events.push(Act::DeferralRequested(Box::new(request)).on(after(end, requested)));
                events.push(Act::DeferralGranted.on(after(end, granted)));
            }
            renewed(&mut events, start, renewals[second], decisions[(first + second) % 4]);
            // A record that is struck stands between each two: so none of them are read together.
            let apart = events.iter().flat_map(|event| {
                let struck = Record::from(Act::Approved.on(event.on)).struck_on(event.on).unwrap();
                [event.clone().into(), struck]
            });
            let life = |history| Life { law: Law::of_2004(), history, ledger: Ledger::default() };
            read_apart.push(life(apart.collect()));
            lives.push(life(events.into_iter().collect()));
        }
    }
    let mut gathered = RegisterRows::default();
    lives.iter().for_each(|life| gathered.push(&life.history, &life.ledger).unwrap());
    for (place, law) in laws.iter().enumerate() {
        for on in [day!(2010, 12, 20), day!(2011, 1, 25), day!(2012, 6, 1)] {
            let mut expected = expected_standings(&read_apart, (law, Mode::Recorded, None, on));
            for unread in &mut expected.unread {
                let Place::Event(event) = &mut unread.place else { panic!("{unread:?}") };
                *event /= 2;
            }
            assert_eq!(expected_standings(&lives, (law, Mode::Recorded, None, on)), expected, "law {place}, {on}");
            let survey = Survey::new(law, on).in_mode(Mode::Recorded);
            assert_eq!(gathered.ask(|batch| batch.standings(&survey)), expected, "law {place}, {on}");
        }
    }
}
