//! Certificates made up: a register of any size from a seed.
//!
//! A certificate depends on the seed and its place alone, so that any one of a billion can be told without the others.
//! All are lawful under the notices with a scope from 1999, but for those with a flaw.

use chrono::{Days, Months, NaiveDate};
use fastrand::Rng;
use ruankao::appeal::Outcome;
use ruankao::deferral::Request;
use ruankao::education::{ContentKind, Field, StudyMode};
use ruankao::ground::{Claim, Ground};
use ruankao::identity::Province;
use ruankao::registration::{Acceptance, Filing, Registration};
use ruankao::revocation::Revocation;
use ruankao::{Act, Application, Entry, Event, History, Hours, Ledger, day};

/// Approvals are spread evenly from this day on.
pub const FIRST: NaiveDate = day!(2000, 1, 1);
/// Nothing is dated later.
pub const LAST: NaiveDate = day!(2026, 12, 31);
/// The time for an appeal is rolled on a calendar of working days, which begins here,
const CALENDAR: NaiveDate = day!(2004, 1, 1);
/// and has to hold the last day for an appeal published here.
const LAST_PUBLISHED: NaiveDate = day!(2026, 11, 20);

/// A register that is made up, a certificate at a time.
#[derive(Clone, Copy, Debug)]
pub struct Lives {
    /// Where it comes from.
    pub seed: u64,
    /// How many in a thousand have a flaw.
    pub flawed: u32,
}

/// A certificate and its holder's study.
#[derive(Clone, Debug)]
pub struct Life {
    /// The number on the certificate.
    pub number: String,
    /// Where it is registered.
    pub province: Province,
    /// What happened to it.
    pub history: History,
    /// What its holder studied.
    pub ledger: Ledger,
}

/// What was done without its legal conditions, once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flaw {
    StudyMissing,
    BeforeWindow,
    FeeUnpaid,
    DeferredTooLong,
    FraudUnverified,
}

/// What becomes of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Cancelled,
    Lapses,
    Deferred,
    Registered,
}

impl Lives {
    /// The certificate at a place.
    #[must_use]
    pub fn life(&self, place: u64) -> Life {
        let mut rng = Rng::with_seed(self.seed ^ place.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let provinces = Province::ALL.iter().filter(|province| province.has_registration_duty());
        // More of them in the first: no two provinces are of a size.
        let skewed = rng.f64().powi(2) * 31.0;
        let province = provinces.copied().nth(skewed as usize).unwrap_or(Province::Beijing);
        let flaw = (rng.u32(0..1000) < self.flawed).then(|| match rng.u8(0..5) {
            0 => Flaw::StudyMissing,
            1 => Flaw::BeforeWindow,
            2 => Flaw::FeeUnpaid,
            3 => Flaw::DeferredTooLong,
            _ => Flaw::FraudUnverified,
        });
        let mut telling = Telling { rng, flaw, events: Vec::with_capacity(12), study: Vec::with_capacity(24) };
        telling.tell();
        Life {
            number: format!("RK{place:010}"),
            province,
            history: telling.events.into(),
            ledger: telling.study.into(),
        }
    }
}

struct Telling {
    rng: Rng,
    flaw: Option<Flaw>,
    events: Vec<Event>,
    study: Vec<Entry>,
}

impl Telling {
    fn tell(&mut self) {
        let spread = u32::try_from((LAST - FIRST).num_days()).unwrap_or_default();
        let approved = self.between(FIRST, 0, spread);
        self.act(approved, Act::Approved);
        let mut start = Some(approved);
        while let Some(from) = start {
            start = self.term(from);
            // Whatever is flawed is so in the first term.
            self.flaw = None;
        }
    }

    /// A term that starts on a day; the start of the next, if there is one.
    fn term(&mut self, start: NaiveDate) -> Option<NaiveDate> {
        let (end, opens) = (start + Months::new(36), start + Months::new(36) - Months::new(3));
        let fate = self.fate();
        // Every other holder whose certificate lapses has not studied either.
        if fate != Fate::Lapses || self.rng.bool() {
            self.studies(start);
        }
        match fate {
            Fate::Lapses => None,
            Fate::Cancelled => {
                self.is_cancelled(start, end);
                None
            }
            Fate::Registered if self.flaw == Some(Flaw::BeforeWindow) => {
                let filed = opens - Days::new(self.rng.u64(10..40));
                self.is_registered(filed)
            }
            Fate::Registered => {
                let filed = self.between(opens, 0, 60);
                self.is_registered(filed)
            }
            Fate::Deferred => {
                let months = if self.flaw == Some(Flaw::DeferredTooLong) { 14 } else { self.rng.u32(3..=12) };
                let until = end + Months::new(months);
                self.is_deferred(opens, until)?;
                let time = u32::try_from((until - end).num_days()).unwrap_or_default();
                let filed = self.between(end, 0, time - 30);
                self.is_registered(filed)
            }
        }
    }

    fn fate(&mut self) -> Fate {
        match (self.flaw, self.rng.u32(0..1000)) {
            (Some(Flaw::DeferredTooLong), _) => Fate::Deferred,
            (Some(Flaw::FraudUnverified), _) => Fate::Cancelled,
            (Some(_), _) => Fate::Registered,
            (None, 0..15) => Fate::Cancelled,
            (None, 15..85) => Fate::Lapses,
            (None, 85..185) => Fate::Deferred,
            (None, _) => Fate::Registered,
        }
    }

    /// Two courses a year, of 33 to 42 hours: more than 40 hours a year and 180 in all, done before the window opens.
    fn studies(&mut self, start: NaiveDate) {
        for year in 0..3 {
            if year == 1 && self.flaw == Some(Flaw::StudyMissing) {
                continue;
            }
            for (first, last) in [(20, 90), (120, 240)] {
                let on = self.between(start + Months::new(12 * year), first, last);
                let Ok(hours) = Hours::from_tenths(self.rng.u64(330..=420)) else { continue };
                let (mode, field, kind) = (StudyMode::OnTheJob, Field::Other, ContentKind::Technology);
                if on <= LAST {
                    self.study.push(Entry { on, hours, mode, field, kind, provider: None });
                }
            }
        }
    }

    fn is_registered(&mut self, filed: NaiveDate) -> Option<NaiveDate> {
        self.act(filed, Act::ApplicationFiled(Filing::default()))?;
        let application = Application { fee_paid: self.flaw != Some(Flaw::FeeUnpaid), ..Application::COMPLETE };
        let accepted = self.between(filed, 0, 5);
        self.act(accepted, Act::ApplicationAccepted(Acceptance { agency: None, application }))?;
        let registered = self.between(accepted, 1, 12);
        self.act(registered, Act::Registered(Registration::default()))
    }

    fn is_deferred(&mut self, opens: NaiveDate, until: NaiveDate) -> Option<NaiveDate> {
        let claim = Claim { evidence: true, ..Claim::on(Ground::Childbirth) };
        let requested = self.between(opens, 0, 40);
        self.act(requested, Act::DeferralRequested(Box::new(Request { claim, until })))?;
        let granted = self.between(requested, 1, 15);
        self.act(granted, Act::DeferralGranted)
    }

    fn is_cancelled(&mut self, start: NaiveDate, end: NaiveDate) -> Option<NaiveDate> {
        let time = u32::try_from((end - start).num_days()).unwrap_or_default();
        let on = self.between(start, 1, time - 1);
        let revocation = match self.rng.u8(0..3) {
            _ if self.flaw == Some(Flaw::FraudUnverified) => Revocation::Fraud { verified_by_province: false },
            0 => Revocation::Incapacity,
            1 => Revocation::CriminalPenalty,
            _ => Revocation::MajorLoss,
        };
        self.act(on, Act::Cancelled(revocation))?;
        let published = self.between(on, 1, 20);
        if !(CALENDAR..=LAST_PUBLISHED).contains(&published) {
            return None;
        }
        self.act(published, Act::CancellationPublished)?;
        if self.rng.u8(0..5) > 0 {
            return None;
        }
        let filed = self.between(published, 1, 30);
        self.act(filed, Act::AppealFiled)?;
        let decided = self.between(filed, 10, 60);
        let outcome = if self.rng.u8(0..4) == 0 { Outcome::Overturned } else { Outcome::Upheld };
        self.act(decided, Act::AppealDecided(outcome))
    }

    /// A day so many to so many days after another.
    fn between(&mut self, after: NaiveDate, least: u32, most: u32) -> NaiveDate {
        after + Days::new(self.rng.u32(least..=most).into())
    }

    /// What happens on a day, and the day; nothing happens after the last.
    fn act(&mut self, on: NaiveDate, act: Act) -> Option<NaiveDate> {
        (on <= LAST).then(|| {
            self.events.push(act.on(on));
            on
        })
    }
}
