//! The register: certificates as they are lived, each with the ledger that makes it lawful.

use chrono::{Datelike, Days, Months, NaiveDate};
use ruankao::appeal::Outcome;
use ruankao::calendar::Period;
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::ground::{Absences, Claim, Ground};
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::regulation::{AppealLastDay, Parameters, Readings};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Entry, Event, History, Hours, Law, Ledger, day};

/// The day on which the register is asked; nothing in it is later.
pub const TODAY: NaiveDate = day!(2026, 7, 1);

/// The notices with their scope set from 1999. An appeal's last day stays as it is, so that no rival needs a calendar.
pub fn law() -> Law {
    let parameters = Parameters { scope_from: day!(1999, 1, 1), ..Parameters::NOTICES };
    let readings = Readings { appeal_last_day: AppealLastDay::AsIs, ..Readings::default() };
    Law::of_2004().with_parameters(parameters).unwrap().with_readings(readings)
}

/// One certificate's events and its holder's study.
pub struct Person {
    pub history: History,
    pub ledger: Ledger,
}

/// Numbers that look drawn (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) % sides
    }

    /// Whether something happens that does so many times of a thousand.
    fn of_a_thousand(&mut self, times: u64) -> bool {
        self.below(1000) < times
    }

    fn days(&mut self, least: u64, most: u64) -> Days {
        Days::new(least + self.below(most - least + 1))
    }
}

/// So many certificates: approvals spread over 2000 to 2026; a term lapses in 7 of 100, is deferred in 10, and cancelled in
/// 1.5.
pub fn register(certificates: usize) -> Vec<Person> {
    let mut dice = Dice(2004);
    (0..certificates).map(|_| person(&mut dice)).collect()
}

fn person(dice: &mut Dice) -> Person {
    let (mut events, mut entries) = (Vec::new(), Vec::new());
    let mut start = day!(2000, 1, 1) + dice.days(0, 9_670);
    events.push(Act::Approved.on(start));
    while let Some(registered_on) = term(start, dice, &mut events, &mut entries) {
        start = registered_on;
    }
    let happened = events.into_iter().take_while(|event| event.on <= TODAY);
    Person { history: happened.collect(), ledger: entries.into_iter().filter(|entry| entry.on <= TODAY).collect() }
}

/// What happens in a term; the day of the next registration, where there is one.
fn term(start: NaiveDate, dice: &mut Dice, events: &mut Vec<Event>, entries: &mut Vec<Entry>) -> Option<NaiveDate> {
    if start > TODAY {
        return None;
    }
    let expiry = start + Months::new(36);
    study(start, dice, entries);
    if dice.of_a_thousand(15) {
        let cancelled_on = start + dice.days(30, 600);
        let published_on = cancelled_on + dice.days(0, 5);
        events.push(Act::Cancelled(Revocation::MajorLoss).on(cancelled_on));
        events.push(Act::CancellationPublished.on(published_on));
        if !dice.of_a_thousand(300) {
            return None;
        }
        let appealed_on = published_on + dice.days(1, 30);
        let outcome = if dice.of_a_thousand(500) { Outcome::Overturned } else { Outcome::Upheld };
        events.push(Act::AppealFiled.on(appealed_on));
        events.push(Act::AppealDecided(outcome).on(appealed_on + dice.days(10, 60)));
        if outcome == Outcome::Upheld {
            return None;
        }
    }
    if dice.of_a_thousand(70) {
        return None;
    }
    let mut filed_on = expiry - Days::new(85) + dice.days(0, 70);
    if dice.of_a_thousand(100) {
        let until = expiry + dice.days(30, 300);
        events.push(Act::DeferralRequested(Box::new(Request { claim: claim(start, dice), until })).on(filed_on));
        events.push(Act::DeferralGranted.on(filed_on + dice.days(1, 10)));
        filed_on = expiry + dice.days(0, 30);
    }
    let accepted_on = filed_on + dice.days(0, 5);
    let registered_on = accepted_on + dice.days(1, 20);
    let application = Application::COMPLETE;
    events.push(Act::ApplicationFiled(Filing::default()).on(filed_on));
    events.push(Act::ApplicationAccepted(Acceptance { agency: None, application }).on(accepted_on));
    events.push(Act::Registered(Registration::default()).on(registered_on));
    Some(registered_on)
}

/// Three times twenty hours a year.
fn study(start: NaiveDate, dice: &mut Dice, entries: &mut Vec<Entry>) {
    for course in 0..9_u32 {
        let begun = start + Months::new(course / 3 * 12) + Days::new(u64::from(course % 3 * 70 + 1));
        entries.push(entry(begun + dice.days(0, 60), 200));
    }
}

fn entry(on: NaiveDate, tenths: u64) -> Entry {
    Entry {
        on,
        hours: Hours::from_tenths(tenths).unwrap(),
        mode: StudyMode::OnTheJob,
        field: Field::Software,
        kind: ContentKind::Technology,
        provider: None,
    }
}

/// Childbirth, or eight months of work abroad in the second calendar year.
fn claim(start: NaiveDate, dice: &mut Dice) -> Claim {
    if dice.of_a_thousand(500) {
        return Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
    }
    let day = |month, day| NaiveDate::from_ymd_opt(start.year() + 1, month, day).unwrap();
    let absences = Absences::from_iter([Period::new(day(2, 1), day(9, 30)).unwrap()]);
    Claim { evidence: true, absences, ..Claim::on(Ground::WorkAbroad) }
}

/// Holders approved once, with so many entries in their cycle, in four of ten too few hours.
pub fn holders(count: usize, entries: u64) -> Vec<Person> {
    let mut dice = Dice(48);
    let mut one = || {
        let start = day!(2023, 7, 10) + dice.days(0, 70);
        let tenths = if dice.of_a_thousand(600) { 2_400 / entries } else { 1_500 / entries };
        let spread = |place: u64, dice: &mut Dice| {
            let days = place * 1_050 / entries;
            entry(start + Days::new(days + 1) + dice.days(0, 1_050 / entries), tenths)
        };
        let ledger = (0..entries).map(|place| spread(place, &mut dice)).collect();
        Person { history: History::from_iter([Act::Approved.on(start)]), ledger }
    };
    (0..count).map(|_| one()).collect()
}
