//! What every public type has: it may be sent to and shared with other threads, and prints for debugging.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ruankao::oversight::Agency;
use ruankao::registration::form;
use ruankao::{
    agenda, appeal, batch, calendar, conformance, deferral, desk, duty, education, effect, explain, finding, ground,
    identity, lifecycle, naming, oversight, picture, plan, registration, regulation, revocation, story, strategies,
    whatif, words,
};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::Path;

fn holds<T: Send + Sync + Debug>() {}

/// Asserts it of types, each by the module that shows it; and keeps their names.
macro_rules! types {
    ($( $module:ident { $( $Type:ident $(<$argument:tt>)? ),+ $(,)? } )+) => {
        const NAMES: &[&str] = &[$($( stringify!($Type), )+)+];

        #[test]
        fn every_public_type_is_send_sync_and_debug() {
            $($( holds::<$module::$Type $(<$argument>)?>(); )+)+
            holds::<ruankao::Error>();
        }
    };
}

// One module a paragraph.
#[rustfmt::skip]
types! {
    agenda {
        Agenda, Due, Item, ItemId
    }
    appeal {
        Outcome
    }
    batch {
        Tally<()>
    }
    calendar {
        CalendarError, DateError, DayKind, EndsBeforeItBegins, Period, PeriodError, Uncovered, WorkCalendar
    }
    conformance {
        Answer, Case, Malformed, Question
    }
    deferral {
        Request
    }
    desk {
        Accepted<'_>, ApplicationMove, ApplicationState, Check, Decision, Defective<()>, Desk<'_>, Draft,
        DuplicateCertificate, Examined<'_>, Flaw, Folder, Free<'_>, HolderFile, LastRegistration<'_>, Met<'_>,
        OpenFolder<'_>, Pending<'_, ()>, PublicRecord<'_>, PublicTerm, Registered<'_>, RegistrationPage, Rejected<'_>,
        Seal, Submitted<'_>, Unfiled<'_>, Unmet<'_>, Withdrawn<'_>
    }
    duty {
        Due, DueRule, Duty, Occasion, OccasionName, Party, Task
    }
    education {
        ContentKind, Credits, Cycle<'_>, Disregarded, Entry, Extension, Field, Grant, Ledger, Progress,
        StudyMode, Syllabus, YearProgress, YearSpan
    }
    effect {
        Effect, RestingAct, StruckEntry, Withdrawal
    }
    explain {
        Explanation, Reason, Remedy, Statement, Time
    }
    finding {
        Code, Document, EventFault, Fault, Finding, Language, Mode, Refused<()>, Scrutiny<'_>, Subject, Value,
        Verdict
    }
    ground {
        Absences, Claim, Ground
    }
    identity {
        BodyId, Category, CertificateNumber, CitizenNumber, CitizenNumberError, Disagreement, Holder,
        FormNumber, HolderName, HongKongMacaoPermit, HongKongMacaoPermitError, IdentityDocument, IdentityDocumentError,
        IdentityDocumentKind, InUse, Level, LineError, Listing, ListingError, ManagementNumber, Masked<'_>, Origin, PersonName,
        Passport, PassportError, PermanentResidenceCard, PermanentResidenceCardError, Province, Qualification,
        Register, ResidencePermit, ResidencePermitError, Sex, TaiwanPermit, TaiwanPermitError,
        UnknownProvince, UnknownQualification
    }
    lifecycle {
        Act, ActName, Approved, AsOf<'_>, BeforeLastEvent, Cancelled, Certificate, Cleared, Coming, Context<'_>,
        DayOutcome, DayToCome, Decided, DeferralPending, Event, History, Lapsed, Live, NotSubject, Outline, Outlook,
        Phase, PhaseName, Published, Replay<'_>, Restored, Row, Running, Sensitive, Standing, StateName, Term,
        Transition, Trigger, Unapproved, UnderAppeal, UnderReview, Upheld
    }
    naming {
        Language, Shown<'_>, UnknownName
    }
    oversight {
        Accreditation<Agency>, AccreditationEvent<Agency>, AccreditationHistory<Agency>, Accredited<Agency>,
        Act<Agency>, Agency, Archive, Authority, AwaitingFiling<Agency>, Body, BodyHistory, BodyKind,
        Conditions, CourseContent, CourseDraft, CourseRecord, Declined<Agency>, Deed, Directory,
        DirectoryError, Inspection, Institution, Opened<Agency>, Phase, Power, Profile<'_>, Qualification,
        Rectification, Rectifying<Agency>, Review, Row, Signature, Standing, Title, Trainee, TraineeDraft,
        Unrecorded, Voucher, VoucherError, Withdrawn<Agency>
    }
    picture {
        Life<'_>
    }
    plan {
        Assumed, Bar, Course, Days, Milestone, Opening, Registering, Relief, Stage, Studies, Study, Warning
    }
    registration {
        Acceptance, Application, Defect, Defects, Documents, Evidence, Fee, FeeError, FeeSchedule,
        FeeScheduleError, Fen, FilledBy, Form, FormDraft, FormField, Paper, Payment, Wrong
    }
    form {
        AgencyOpinion, BirthMonth, EmployerResult, FormRow, RowDraft
    }
    regulation {
        AbsenceMeasure, AbsenceYear, AppealEffect, AppealLastDay, Clause, DeferredValidity, EducationYear,
        ExpiryDay, ExtensionEffect, FirstRegistration, Force, Hours, HoursError, LateHours, Notice, Parameter,
        Parameters, PendingAtExpiry, Reading, Readings, Regulation, RegulationError, RestoredTerm,
        TermLastDay, TermStart, UnknownClause
    }
    revocation {
        Revocation, RevocationGround
    }
    story {
        KeyDay, Scene, Story
    }
    strategies {
        Life
    }
    whatif {
        Answers, Asked<'_>, Change, Difference, Flip, Hypothesis, Inquiry<'_>, Outcome, Question<'_>,
        Unanimous
    }
    words {
        Message, Name, Part, Phrase
    }
}

/// Traits, which are no types.
const TRAITS: [&str; 3] = ["Kind", "Arrow", "Named"];

/// The names behind `pub use` in the faces of the modules.
fn shown() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let faces = fs::read_dir(&root).unwrap().map(|entry| entry.unwrap().path().join("mod.rs"));
    let texts = faces.filter(|face| face.exists()).map(|face| fs::read_to_string(face).unwrap());
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
