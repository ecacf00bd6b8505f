//! What every public type has: it may be sent to and shared with other threads, and prints for debugging.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ruankao as root;
use ruankao::oversight::Agency;
use ruankao::{
    agenda, appeal, batch, calendar, columns, conformance, deferral, desk, duty, education, effect, explain, finding,
    ground, identity, lifecycle, naming, oversight, picture, plan, registration, regulation, revocation, story,
    strategies, whatif, words,
};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::Path;

fn holds<T: Send + Sync + Debug>() {}

/// Asserts it of types, each by the module that shows it; and keeps their names.
macro_rules! types {
    ($( $module:ident { $( $Type:ident $(<$($argument:tt),+>)? ),+ $(,)? } )+) => {
        const NAMES: &[&str] = &[$($( stringify!($Type), )+)+];

        #[test]
        fn every_public_type_is_send_sync_and_debug() {
            $($( holds::<$module::$Type $(<$($argument),+>)?>(); )+)+
        }
    };
}

// One module a paragraph.
#[rustfmt::skip]
types! {
    root {
        Act, Application, AsOf<'_>, CertificateFile<'_>, Clause, Code, Entry, Error, Event, Finding,
        Fingerprint, FingerprintError, History, Hours, Language, Law, Ledger, Mode, Phase, Plan, Record<()>,
        RecordError, Standing, Transition<(), ()>, Verdict
    }
    agenda {
        Agenda, Due, Item, ItemId
    }
    appeal {
        Outcome
    }
    batch {
        Survey, Tally<()>
    }
    calendar {
        CalendarError, DateError, DayKind, EndsBeforeItBegins, Period, PeriodError, Uncovered, WorkCalendar
    }
    columns {
        AbsenceColumns<'_>, Assessments, Batch<'_>, Bitmap<'_>, Bits, Broken, Column<'_, ()>, ColumnsError, EntryColumns<'_>,
        EventColumns<'_>, Flags, Histories<'_>, HistoryRows, Irregularities, LedgerRows, Ledgers<'_>, Place, RegisterRows, Standings, Unread,
        Why
    }
    conformance {
        Answer, Capability, Case, ChoiceCoverage, Coverage, Difference, Driven<()>, Explained, Failed, IdentityAnswer,
        IdentityNumber, Level, Limits, Malformed, Question, Report, RuleCoverage, Stance
    }
    deferral {
        Request
    }
    desk {
        Accepted<'_>, ApplicationMove, ApplicationState, Check, Decision, Defective<()>, Desk<'_>, Draft,
        DuplicateCertificate, Examined<'_>, Flaw, Folder, Free<'_>, HolderFile, LastRegistration<'_>, Met<'_>,
        OpenFolder<'_>, Pending<'_, ()>, PublicRecord<'_>, PublicTerm, Registered<'_>, RegistrationPage,
        Rejected<'_>, Seal, Submitted<'_>, Unfiled<'_>, Unmet<'_>, Withdrawn<'_>
    }
    duty {
        Due, DueRule, Duty, Occasion, OccasionName, Party, Task
    }
    education {
        ContentKind, ConversionError, Disregarded, Extension, Field, Grant, Progress, StudyMode, Syllabus,
        YearProgress
    }
    effect {
        Effect, RestingAct, StruckEntry, Withdrawal
    }
    explain {
        Explanation, Reason, Remedy, Statement, Time
    }
    finding {
        EventFault, Fault, Refused<()>, Subject, Value
    }
    ground {
        Absences, Claim, Ground
    }
    identity {
        BodyId, Category, CertificateNumber, CitizenNumber, CitizenNumberError, Disagreement, FormNumber, Holder,
        HolderName, HongKongMacaoPermit, HongKongMacaoPermitError, IdentityDocument, IdentityDocumentError,
        IdentityDocumentKind, InUse, Level, LineError, Listing, ListingError, ManagementNumber, Masked<'_>, Origin,
        Passport, PassportError, PermanentResidenceCard, PermanentResidenceCardError, PersonName, Province,
        Qualification, Register, ResidencePermit, ResidencePermitError, Sex, TaiwanPermit, TaiwanPermitError,
        UnknownProvince, UnknownQualification
    }
    lifecycle {
        ActName, Approved<'_>, AsKnown<'_>, At<'_, ()>, Cancelled, Certificate, Cleared<'_>, Coming, DayOutcome,
        DayToCome, Decision, DeferralPending, Filed, KnownDifference, Lapsed, NotSubject, Outline, Outlook,
        PhaseName, Publication, Published, RecordChange, Recorded, RecordedSince, Restoration<'_>, Row, Running,
        Sensitive, State<'_>, StateName, Term, Trigger, Unapproved, UnderAppeal, UnderReview, Upheld
    }
    naming {
        Shown<'_>, UnknownName, Words
    }
    oversight {
        Accreditation<Agency>, AccreditationEvent<Agency>, AccreditationHistory<Agency>, Accredited<Agency>,
        Act<Agency>, Agency, Archive, Authority, AwaitingFiling<Agency>, Body, BodyHistory, BodyKind, Conditions,
        CourseContent, CourseDraft, CourseRecord, Declined<Agency>, Deed, Directory, DirectoryError, Inspection,
        Institution, Opened<Agency>, Phase, Power, Profile<'_>, Qualification, Rectification, Rectifying<Agency>,
        Review, Row, Signature, Standing, Title, Trainee, TraineeDraft, Unrecorded, Voucher, VoucherError,
        Withdrawn<Agency>
    }
    picture {
        Life<'_>
    }
    plan {
        Assumed, Bar, Course, Days, Milestone, Opening, Registering, Relief, Stage, Studies, Study, Warning
    }
    registration {
        Acceptance, AgencyOpinion, BirthMonth, Defect, Defects, Document, Documents, EmployerResult, Evidence, Fee, FeeError,
        FeeSchedule, FeeScheduleError, Fen, Filing, FilledBy, Form, FormDraft, FormField, FormRow, Paper, Payment,
        Registration, RowDraft, Wrong
    }
    regulation {
        AbsenceMeasure, AbsenceYear, AppealEffect, AppealLastDay, ConditionsOn, DecidedPoint, DeferredValidity,
        EducationYear, ExpiryDay, ExtensionEffect, FirstRegistration, Force, FraudScope, HoursError, InTime,
        LapseEffect, LapsedAtRepeal, LateHours, Notice, OffPostFrom, Parameter, Parameters, PendingAtExpiry,
        Reading, Readings, Regulation, RegulationError, Repeal, RestoredTerm, TermLastDay, TermStart, UnknownClause,
        UnknownDecidedPoint
    }
    revocation {
        Revocation, RevocationGround
    }
    story {
        KeyDay, Story
    }
    strategies {
        FaultyLife, Life, RegisterInColumns
    }
    whatif {
        Asked<'_>, Change, Conclusion, Difference, Flip, Hypothesis, Inquiry<'_>, Search, Shift, Situation,
        Unanimous
    }
    words {
        Message, Part, Phrase
    }
}

/// Traits, which are no types.
const TRAITS: [&str; 4] = ["Answering", "Dated", "Kind", "System"];

/// The names behind `pub use` in the faces of the modules.
fn shown() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let faces = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path().join("mod.rs"));
    let faces = faces.filter(|face| face.exists()).chain([root.join("lib.rs")]);
    let texts = faces.map(|face| fs::read_to_string(face).unwrap());
    let uses = |text: String| {
        let uses = text.split("\npub use ").skip(1).filter_map(|rest| rest.split_once(';'));
        uses.map(|(names, _)| names.to_owned()).collect::<Vec<_>>()
    };
    let words = |names: String| {
        names.split(|letter: char| !letter.is_alphanumeric() && letter != '_').map(str::to_owned).collect::<Vec<_>>()
    };
    // A constant has no small letter, a function no capital one.
    let is_type = |name: &String| name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase);
    texts.flat_map(uses).flat_map(words).filter(is_type).collect()
}

#[test]
fn no_public_type_is_left_out() {
    let listed: BTreeSet<&str> = NAMES.iter().copied().chain(TRAITS).collect();
    let left_out: Vec<_> = shown().into_iter().filter(|name| !listed.contains(name.as_str())).collect();
    assert!(left_out.is_empty(), "{left_out:?}");
}
