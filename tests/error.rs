//! The one error that all others convert into.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ruankao::calendar::{DayKind, Period, Uncovered, WorkCalendar, iso};
use ruankao::columns::ColumnsError;
use ruankao::conformance::Malformed;
use ruankao::desk::{Defective, Draft, DuplicateCertificate};
use ruankao::education::ConversionError;
use ruankao::finding::{EventFault, Fault, Refused};
use ruankao::identity::{
    CitizenNumber, Disagreement, HolderName, HongKongMacaoPermit, IdentityDocument, IdentityDocumentKind, Listing,
    Passport, PermanentResidenceCard, Province, Qualification, ResidencePermit, Sex, TaiwanPermit,
};
use ruankao::oversight::{BodyKind, CourseDraft, DirectoryError, Unrecorded, VoucherError};
use ruankao::registration::{Documents, Evidence, FeeError, FeeScheduleError, FormDraft, Wrong};
use ruankao::regulation::{DecidedPoint, Parameters, Readings, Regulation};
use ruankao::{Act, Clause, Code, Error, Finding, Fingerprint, Hours, Mode, Record, day};
use std::error::Error as _;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

/// What an error becomes behind `?`; it says the same.
fn behind_the_question_mark<E: Into<Error> + Display>(error: E) -> Error {
    let said = error.to_string();
    let error = error.into();
    assert_eq!(error.to_string(), said);
    error
}

macro_rules! becomes {
    ($( $error:expr => $variant:ident; )+) => {
        $( assert!(matches!(behind_the_question_mark($error), Error::$variant(_)), "{}", stringify!($error)); )+
    };
}

#[test]
fn each_error_converts_and_says_the_same() {
    let figures = Parameters { validity_years: 0, ..Parameters::NOTICES };
    let (day, earlier) = (day!(2006, 1, 2), day!(2006, 1, 1));
    let fault = || Fault::from(Finding::new(Code::Lapsed, Clause::N47_3));
    let province = Province::Shanghai;
    let defects = || FormDraft::default().read().unwrap_err();
    let evidence = Evidence {
        documents: Documents::default(),
        conduct_good: true,
        no_criminal_record: true,
        fit_for_post: true,
        province,
        payment: None,
    };
    let draft = Draft { form: FormDraft::default(), evidence };
    let defective = Defective { state: draft, defects: defects() };
    let course = CourseDraft::default();
    becomes! {
        "lenient".parse::<Mode>().unwrap_err() => Name;
        iso::parse("2005-02-29").unwrap_err() => Date;
        Period::new(day, earlier).unwrap_err() => Period;
        WorkCalendar::empty().with_year(2026, [(day!(2027, 1, 1), DayKind::Holiday)]).unwrap_err() => Calendar;
        Uncovered { year: 2027 } => Calendar;
        "47.15".parse::<Clause>().unwrap_err() => Clause;
        Hours::try_from(-0.5).unwrap_err() => Hours;
        Regulation::new(figures, Readings::default(), WorkCalendar::statutory()).unwrap_err() => Regulation;
        HolderName::parse("").unwrap_err() => Line;
        IdentityDocument::parse(IdentityDocumentKind::Passport, "").unwrap_err() => Identity;
        CitizenNumber::parse("").unwrap_err() => Identity;
        HongKongMacaoPermit::parse("").unwrap_err() => Identity;
        TaiwanPermit::parse("").unwrap_err() => Identity;
        ResidencePermit::parse("").unwrap_err() => Identity;
        Passport::parse("").unwrap_err() => Identity;
        PermanentResidenceCard::parse("").unwrap_err() => Identity;
        Disagreement::Sex { number: Sex::Female, form: Sex::Male } => Disagreement;
        "66".parse::<Province>().unwrap_err() => Province;
        "软件工程师".parse::<Qualification>().unwrap_err() => Qualification;
        Listing::new("上海", day, Some(earlier)).unwrap_err() => Listing;
        fault() => Fault;
        *fault().finding() => Fault;
        Refused { state: (), fault: fault() } => Fault;
        EventFault { event: 1, fault: fault() } => Event;
        ConversionError::from(Hours::try_from(-0.5).unwrap_err()) => Conversion;
        FeeScheduleError::Overlap { province, on: day } => FeeSchedule;
        FeeError { province, on: day } => Fee;
        Wrong::Missing => Field;
        defects() => Form;
        Box::new(defective.clone()) => Form;
        defective => Form;
        Unrecorded { verdict: course.verdict(), draft: course } => Course;
        VoucherError::NoTrainee { name: "张三".parse().unwrap() } => Voucher;
        DirectoryError::Duplicate { id: "上海".into(), kind: BodyKind::RegistrationAgency } => Directory;
        DuplicateCertificate { number: "0531-08".to_owned() } => Certificate;
        Record::from(Act::Approved.on(day)).recorded_on(earlier).unwrap_err() => Record;
        ColumnsError::TooMany => Columns;
        "0".parse::<Fingerprint>().unwrap_err() => Fingerprint;
        "nothing".parse::<DecidedPoint>().unwrap_err() => DecidedPoint;
        Malformed { id: None, message: "line 1: not JSON".to_owned() } => Malformed;
    }
}

#[test]
fn its_source_is_the_one_of_the_error_inside() {
    let overlap = FeeScheduleError::Overlap { province: Province::Shanghai, on: day!(2006, 1, 1) };
    assert!(Error::from(overlap).source().is_none());
    assert!(Error::from("66".parse::<Province>().unwrap_err()).source().is_none());
}

#[test]
fn it_is_small_enough_to_be_returned() {
    assert!(size_of::<Error>() <= 64, "{}", size_of::<Error>());
}

fn source_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { source_files(&path) } else { vec![path] }).collect()
}

/// Every public type of the sources that is an error, by derivation or by hand.
fn errors(text: &str) -> Vec<&str> {
    let mut errors = Vec::new();
    let mut derived = false;
    for line in text.lines() {
        derived |= line.starts_with("#[derive(") && line.contains("Error)");
        let declared = line.strip_prefix("pub enum ").or_else(|| line.strip_prefix("pub struct ")).filter(|_| derived);
        let by_hand = line.split_once("core::error::Error for ").map(|(_, name)| name);
        errors.extend(declared.or(by_hand).and_then(|name| name.split(|c: char| !c.is_alphanumeric()).next()));
        derived &= line.starts_with("#[") || line.starts_with(' ') || line.starts_with(")]") || line.starts_with("//");
    }
    errors
}

#[test]
fn no_error_is_left_out() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let umbrella = fs::read_to_string(root.join("error.rs")).unwrap();
    let mut count = 0;
    for path in source_files(&root).into_iter().filter(|path| path.extension().is_some_and(|it| it == "rs")) {
        for name in
            errors(&fs::read_to_string(&path).unwrap()).into_iter().filter(|name| !["Error", "Said"].contains(name))
        {
            let converts = [
                format!("#[from] {name})"),
                format!("From<{name}> for"),
                format!("From<{name}<"),
                format!("From<Box<{name}<"),
            ];
            assert!(converts.iter().any(|it| umbrella.contains(it)), "`{name}` does not convert");
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
}
