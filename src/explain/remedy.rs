//! What would mend a finding, and by when.

use crate::calendar::date::add_days;
use crate::calendar::period::Period;
use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::value::{Subject, Value};
use crate::naming::table::Language;
use crate::regulation::readings::{LapseEffect, Readings};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use chrono::NaiveDate;
use core::fmt;

/// What would mend a finding, and by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Remedy {
    /// What to do.
    pub what: Phrase,
    /// By when.
    pub when: Time,
}

/// The time in which a remedy helps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Time {
    /// No day bounds it.
    Open,
    /// From a day on.
    From(NaiveDate),
    /// To the end of a day.
    By(NaiveDate),
    /// Within these days.
    Within(Period),
    /// It no longer helps, since this day.
    TooLate(NaiveDate),
}

impl Time {
    /// It as a sentence, where there is something to say.
    #[must_use]
    pub fn phrase(self) -> Option<Phrase> {
        match self {
            Self::Open => None,
            Self::From(day) => Some(Phrase::new(Message::TimeFrom).with(day)),
            Self::By(day) => Some(Phrase::new(Message::TimeBy).with(day)),
            Self::Within(days) => Some(Phrase::new(Message::TimeWithin).with(days)),
            Self::TooLate(since) => Some(Phrase::new(Message::TimeTooLate).with(since)),
        }
    }
}

impl Remedy {
    /// What mends a finding as far as the finding alone says: what is compared tells the day.
    ///
    /// Reading: `lapse_effect`, which alone may leave a way back from a lapse.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::explain::{Remedy, Time};
    /// use ruankao::finding::Value;
    /// use ruankao::regulation::Readings;
    /// use ruankao::{Clause, Code, Finding, Language, day};
    ///
    /// let (first, last) = (Value::Day(day!(2007, 12, 1)), Value::Day(day!(2007, 12, 10)));
    /// let early = Finding::new(Code::BeforeWindow, Clause::N47_3).compared(last, first);
    /// let remedy = Remedy::of(&early, &Readings::default());
    /// assert_eq!(remedy.when, Time::From(day!(2007, 12, 10)));
    /// assert_eq!(remedy.in_words(Language::En).to_string(), "apply once the window is open: from 2007-12-10");
    ///
    /// let late = Finding::new(Code::AppealTooLate, Clause::N47_11).compared(first, last);
    /// assert_eq!(Remedy::of(&late, &Readings::default()).when, Time::TooLate(day!(2007, 12, 2)));
    /// ```
    #[must_use]
    pub fn of(finding: &Finding, readings: &Readings) -> Self {
        let returns = finding.code() == Code::Lapsed && readings.lapse_effect == LapseEffect::MayReturn;
        if returns {
            return Self { what: Phrase::new(Message::MendReturn), when: Time::Open };
        }
        let what = Phrase::new(what_mends(finding.code()));
        let what = match (finding.code(), finding.subject(), finding.shortfall()) {
            (Code::DocumentMissing, Subject::Document(document), _) => what.with(document),
            (_, _, Some(hours)) => what.with(hours),
            _ => what,
        };
        Self { what, when: when_it_helps(finding) }
    }

    /// The same, where more is known of the time.
    #[must_use]
    pub const fn at(self, when: Time) -> Self {
        Self { when, ..self }
    }

    /// It in a language.
    pub fn in_words(self, language: Language) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            write!(f, "{}", self.what.in_words(language))?;
            match self.when.phrase() {
                None => Ok(()),
                Some(when) => write!(f, "{}{}", language.choose(": ", "："), when.in_words(language)),
            }
        })
    }
}

fn when_it_helps(finding: &Finding) -> Time {
    let (required, found) = (finding.required(), finding.found());
    match (finding.code(), required, found) {
        (Code::BeforeWindow | Code::OffPostTooShort | Code::OutOfOrder, Value::Day(from), _) => Time::From(from),
        (Code::AfterExpiry | Code::AppealTooLate, Value::Day(last), _) => Time::TooLate(add_days(last, 1)),
        (Code::Lapsed, _, Value::Day(since)) => Time::TooLate(since),
        (Code::DeferralTooLong | Code::ExtensionTooLong, Value::Day(latest), _) => Time::By(latest),
        (
            Code::DeferralNotBeyondDeadline | Code::ExtensionNotBeyondCycle | Code::RectificationNotAfterReview,
            Value::Day(day),
            _,
        ) => Time::From(add_days(day, 1)),
        (Code::OutsideCycle, Value::Span(first, last), _) => {
            Period::between(first, last).map_or(Time::Open, Time::Within)
        }
        _ => Time::Open,
    }
}

/// One sentence a code: the second half of the catalogue of findings.
const fn what_mends(code: Code) -> Message {
    match code {
        Code::OutOfOrder => Message::MendOrder,
        Code::NotApproved => Message::MendApprove,
        Code::AlreadyApproved => Message::MendStrikeApproval,
        Code::NotSubject => Message::MendNothing,
        Code::Repealed => Message::MendRepealed,
        Code::AlreadyPublished => Message::MendPublished,
        Code::ExtensionExists => Message::MendExtended,
        Code::AppealExists => Message::MendAppealed,
        Code::Lapsed => Message::MendRegisterInTime,
        Code::Cancelled => Message::MendAppeal,
        Code::ApplicationPending | Code::DeferralPending => Message::MendDecide,
        Code::NoApplicationPending => Message::MendApplyFirst,
        Code::NoDeferralPending => Message::MendRequestFirst,
        Code::AfterExpiry => Message::MendRequestEarlier,
        Code::DeferralNotBeyondDeadline | Code::ExtensionNotBeyondCycle | Code::RectificationNotAfterReview => {
            Message::MendLater
        }
        Code::OutsideCycle => Message::MendArose,
        Code::NotCancelled => Message::MendCancelFirst,
        Code::NotPublished => Message::MendPublishFirst,
        Code::NoAppealPending | Code::AppealTooLate => Message::MendAppealInTime,
        Code::CalendarUncovered => Message::MendCalendar,
        Code::DeferralTooLong | Code::ExtensionTooLong => Message::MendNotBeyond,
        Code::GroundNotRecognised => Message::MendGround,
        Code::AbsenceTooShort => Message::MendAbsence,
        Code::AroseOutsideAbsence => Message::MendAroseInside,
        Code::ConsentMissing => Message::MendConsent,
        Code::WrittenApplicationMissing => Message::MendWritten,
        Code::EvidenceMissing => Message::MendEvidence,
        Code::BeforeWindow => Message::MendWait,
        Code::AgencyMissing | Code::AgencyNotApproved => Message::MendAgency,
        Code::ConditionsNotMet => Message::MendConditions,
        Code::OffPostTooShort => Message::MendOffPost,
        Code::NoApplicationMade => Message::MendNoFraud,
        Code::VerificationMissing => Message::MendVerify,
        Code::Conduct => Message::MendConduct,
        Code::CriminalRecord => Message::MendRecord,
        Code::Health => Message::MendHealth,
        Code::EmployerAssessment => Message::MendEmployer,
        Code::DocumentMissing => Message::MendDocument,
        Code::FeeUnpaid => Message::MendFee,
        Code::EducationTotal | Code::EducationYear => Message::MendEarn,
        Code::ProviderMissing => Message::MendProvider,
        Code::ProviderNotAccredited => Message::MendAccredited,
        Code::AlreadyProposed
        | Code::AlreadyApplied
        | Code::NotAwaitingDecision
        | Code::NotAwaitingFiling
        | Code::RectificationPending
        | Code::NotAccredited
        | Code::AlreadyReviewed
        | Code::NoRectificationPending => Message::MendBody,
        Code::SeveralAgencies => Message::MendOneAgency,
        Code::InspectionDelivery
        | Code::InspectionMeans
        | Code::InspectionQuality
        | Code::AddressMissing
        | Code::TelephoneMissing
        | Code::TelephoneMalformed
        | Code::FaxMalformed
        | Code::PersonInChargeMissing
        | Code::InstitutionMissing
        | Code::CoursePeriodMissing
        | Code::CourseContentMissing
        | Code::CourseOnTheJob
        | Code::TraineesMissing
        | Code::TraineeUnnamed
        | Code::TraineeRepeated
        | Code::TraineeHoursMissing
        | Code::TraineeOutcomeMissing
        | Code::SignatureMissing
        | Code::SignedTooEarly => Message::MendSupply,
        Code::TitleTooLow | Code::CompetenceMissing => Message::MendTeacher,
        Code::CategoryDisagrees
        | Code::QualificationDisagrees
        | Code::LevelDisagrees
        | Code::QualificationNotYet
        | Code::NameDisagrees
        | Code::SexDisagrees
        | Code::BirthDisagrees
        | Code::IdentityNotInUse
        | Code::NumberDisagrees
        | Code::ObtainedDisagrees
        | Code::ApprovalDisagrees
        | Code::RowOutOfPlace
        | Code::RowUnsupported
        | Code::RowHoursDisagree
        | Code::AppliedOutOfPlace
        | Code::EmployerOutOfPlace
        | Code::EmployerBeforeSignature
        | Code::OpinionTooEarly => Message::MendForm,
        Code::FeeUnknown => Message::MendSchedule,
        Code::RefusedWithoutFinding => Message::MendGrounds,
    }
}
