//! What cannot be read is flagged, by place and column, and harms nothing else.

use ruankao::batch::Survey;
use ruankao::calendar::Period;
use ruankao::columns::{
    AbsenceColumns, Batch, Bitmap, Bits, Broken, Column, EntryColumns, EventColumns, Flags, Histories, HistoryRows,
    Ledgers, Place, Unread, Why,
};
use ruankao::deferral::Request;
use ruankao::education::StudyMode;
use ruankao::ground::{Claim, Ground};
use ruankao::identity::{Listing, Register};
use ruankao::{Act, Application, History, Law, Mode, day};

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

#[test]
fn what_is_missing_is_flagged_by_its_column() {
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
