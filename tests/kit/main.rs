//! The kit, held against systems that are right but for what was planted in them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod reports;
mod seeded;
mod shrunk;

use chrono::NaiveDate;
use ruankao::conformance::{
    Answering, Capability, Case, Driven, Level, Report, Stance, System, check, hostile_cases, read_case, seeded_cases,
    seeded_cases_for,
};
use ruankao::lifecycle::PhaseName;
use ruankao::{Act, Application, CertificateFile, Code, Event, History, Language, Law, Ledger, Mode, Record, day};
use serde_json::Value;

/// A system over the crate itself, with a fault planted in it.
struct Planted {
    stance: Stance,
    fault: Fault,
    file: CertificateFile<'static>,
}

#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    /// The window is open a day too early.
    EarlyWindow,
    /// Publishing a cancellation does nothing.
    NeverFinal,
    /// An appeal won gives nothing back.
    NothingBack,
    /// An unpaid fee is overlooked.
    FeeOverlooked,
}

impl Planted {
    fn new(fault: Fault, level: Level) -> Self {
        let law = Law::of_2004();
        let stance = Stance::any().law(law.clone()).mode(Mode::Strict).level(level);
        let stance = stance.without([Capability::Records, Capability::KnownOn]);
        Self { stance, fault, file: law.open(History::default(), Ledger::default()) }
    }
}

impl System for Planted {
    type Failure = String;

    fn stance(&self) -> Stance {
        self.stance.clone()
    }

    fn open(&mut self, law: &Law, ledger: &Ledger) -> Result<(), String> {
        self.file = law.open(History::default(), ledger.clone());
        Ok(())
    }

    fn record(&mut self, record: &Record<Event>) -> Result<Result<(), Code>, String> {
        if self.fault == Fault::NothingBack && matches!(record.what().act, Act::AppealDecided(_)) {
            return Ok(Ok(()));
        }
        Ok(self.file.record(record.clone()).map(|_| ()).map_err(|refusal| refusal.fault.code()))
    }

    fn standing(&mut self, on: NaiveDate) -> Result<(PhaseName, bool), String> {
        let phase = |day| self.file.on(day).map(|as_of| as_of.standing()).map_err(|refusal| refusal.to_string());
        let standing = phase(on)?;
        let early = self.fault == Fault::EarlyWindow
            && standing.phase.name() == PhaseName::InForce
            && phase(on.succ_opt().unwrap())?.phase.name() == PhaseName::RegistrationDue;
        Ok((if early { PhaseName::RegistrationDue } else { standing.phase.name() }, standing.in_force))
    }

    fn assess(&mut self, on: NaiveDate, application: &Application) -> Result<Vec<Code>, String> {
        let verdict = self.file.on(on).map_err(|refusal| refusal.to_string())?.assessment(application);
        let codes = verdict.findings().iter().map(|finding| finding.code());
        Ok(codes.filter(|&code| self.fault != Fault::FeeOverlooked || code != Code::FeeUnpaid).collect())
    }

    fn irregularities(&mut self) -> Result<Vec<(usize, Code)>, String> {
        let found = self.file.irregularities().map_err(|refusal| refusal.to_string())?;
        Ok(found.into_iter().map(|found| (found.event, found.fault.code())).collect())
    }
}

fn checked(fault: Fault, level: Level) -> Report {
    let mut system = Driven(Planted::new(fault, level));
    let stance = system.stance();
    check(&mut system, seeded_cases_for(3, &stance).take(4_000))
}

#[test]
fn a_system_that_is_right_conforms() {
    for level in [Level::Standing, Level::Findings] {
        let report = checked(Fault::None, level);
        assert!(report.conforms(), "{}", report.in_words(Language::En));
        assert!(report.cases > 1_000 && report.questions > 1_000);
        // What is lacking is named.
        assert!(report.passed_over[&Capability::Records] > 0 && report.passed_over[&Capability::KnownOn] > 0);
    }
}

#[test]
fn what_was_planted_is_found_and_shrunk() {
    for (fault, level, events) in [
        (Fault::EarlyWindow, Level::Standing, 1),
        (Fault::NothingBack, Level::Standing, 5),
        (Fault::FeeOverlooked, Level::Findings, 1),
    ] {
        let report = checked(fault, level);
        let difference = &report.differences[0];
        let history = difference.case["history"].as_array().unwrap();
        assert!(history.len() <= events, "{}", report.in_words(Language::En));
        assert_eq!(difference.case["ask"].as_array().unwrap().len(), 1);
        // What it reports can be replayed: the crate answers it as it says.
        let case: Case = serde_json::from_value(difference.case.clone()).unwrap();
        assert_eq!(serde_json::to_value(&case.answers()[0]).unwrap(), difference.expected);
    }
    // Below its level nobody looks at it.
    assert!(checked(Fault::FeeOverlooked, Level::Standing).conforms());
    assert!(checked(Fault::NeverFinal, Level::Findings).conforms());
}

/// Something that ends in the middle.
struct Gone(u32);

impl Answering for Gone {
    type Failure = &'static str;

    fn stance(&self) -> Stance {
        Stance::any()
    }

    fn answer(&mut self, case: &Case) -> Result<Vec<Value>, Self::Failure> {
        self.0 += 1;
        if self.0 > 3 {
            return Err("it has ended \u{1b}[2J");
        }
        Ok(case.answers().iter().map(|answer| serde_json::to_value(answer).unwrap()).collect())
    }
}

#[test]
fn a_system_that_ends_is_reported() {
    let report = check(&mut Gone(0), seeded_cases(1));
    assert!(!report.conforms() && report.differences.is_empty());
    assert_eq!((report.cases, report.failure.as_ref().unwrap().on.as_str()), (4, "1-3"));
    let xml = report.junit("a <system> & \"more\"").to_string();
    assert!(xml.contains("name=\"a &lt;system&gt; &amp; &quot;more&quot;\"") && xml.contains("errors=\"1\""));
    assert!(!xml.contains('\u{1b}'), "{xml}");
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["failure"]["on"], "1-3");
    for language in [Language::En, Language::Zh] {
        assert!(report.in_words(language).to_string().contains("1-3"));
    }
}

#[test]
fn the_cases_of_a_seed_are_the_same_wherever_they_are_drawn() {
    let digest = seeded_cases(11).take(200).map(|case| serde_json::to_string(&case).unwrap()).collect::<String>();
    let again = seeded_cases(11).take(200).map(|case| serde_json::to_string(&case).unwrap()).collect::<String>();
    assert_eq!(digest, again);
    let law = Law::of_2004().with_parameters(ruankao::regulation::Parameters {
        repealed_on: Some(day!(2019, 7, 1)),
        ..ruankao::regulation::Parameters::NOTICES
    });
    let stance = Stance::any().law(law.unwrap()).mode(Mode::Audit);
    assert!(seeded_cases_for(11, &stance).take(50).all(|case| Some(&case.law) == stance.law.as_ref()));
}

/// Nothing that stands in the JSON of a case is left which could be taken out and the two still differ.
#[test]
fn nothing_can_be_taken_away_from_what_is_reported() {
    struct Strict;
    impl Answering for Strict {
        type Failure = String;

        fn stance(&self) -> Stance {
            Stance::any()
        }

        /// Right, but that it takes whoever was away for a matter of days to have been on sick leave.
        fn answer(&mut self, case: &Case) -> Result<Vec<Value>, String> {
            let answers = case.answers().into_iter().map(|answer| serde_json::to_value(answer).unwrap());
            Ok(answers.map(|answer| if is_short(&answer) { Value::Null } else { answer }).collect())
        }
    }
    fn is_short(answer: &Value) -> bool {
        answer.pointer("/error/code").is_some_and(|code| code == "absence_too_short")
    }
    let report = check(&mut Strict, seeded_cases(5).take(3_000));
    let difference = &report.differences[0];
    assert!(difference.is_smallest && difference.clauses == ["47.8"], "{}", report.in_words(Language::En));
    assert_eq!(difference.case["history"].as_array().unwrap().len(), 2);
    let differs = |case: &Value| {
        let case = serde_json::from_value::<Case>(case.clone()).ok();
        case.is_some_and(|case| case.answers().iter().any(|answer| is_short(&serde_json::to_value(answer).unwrap())))
    };
    assert!(differs(&difference.case));
    let mut tried = 0;
    without_one(&difference.case, &mut |less| {
        tried += 1;
        assert!(!differs(less), "{less} still differs");
    });
    assert!(tried > 10);
}

/// Every value that lacks one item or field of a value, however deep it lies.
fn without_one(value: &Value, each: &mut dyn FnMut(&Value)) {
    let places: Vec<String> = match value {
        Value::Array(items) => (0..items.len()).map(|place| place.to_string()).collect(),
        Value::Object(fields) => fields.keys().cloned().collect(),
        _ => return,
    };
    for place in places {
        let mut less = value.clone();
        match &mut less {
            Value::Array(items) => drop(items.remove(place.parse().unwrap())),
            Value::Object(fields) => drop(fields.remove(&place)),
            _ => {}
        }
        each(&less);
        let inner = value.pointer(&format!("/{place}")).unwrap();
        without_one(inner, &mut |inner| {
            let mut less = value.clone();
            *less.pointer_mut(&format!("/{place}")).unwrap() = inner.clone();
            each(&less);
        });
    }
}

/// What else the format admits is answered as it is by whoever reads the lines, and each case can be written and read.
#[test]
fn hostile_cases_are_cases() {
    let mut codes = std::collections::BTreeSet::new();
    for case in hostile_cases(3).take(1_000) {
        let line = serde_json::to_string(&case).unwrap();
        let read = read_case(line.as_bytes(), 1).unwrap();
        let [written, read] = [&case, &read].map(|case| serde_json::to_value(case.answers()).unwrap());
        assert_eq!(written, read);
        for answer in written.as_array().unwrap() {
            codes.extend(answer.pointer("/error/code").map(ToString::to_string));
        }
    }
    assert!(codes.len() > 12, "{codes:?}");
}
