//! What a refusal is called where its values are not at hand.

use crate::finding::code::Code;
use crate::naming::table::{Language, Words};

impl Code {
    /// What stands against an event, in a few words: a code has no place in a sentence, and its own sentence needs the
    /// values that were compared. What stands against no event in the life of a certificate is called a condition.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::{Code, Language};
    ///
    /// assert_eq!(Code::DeferralTooLong.in_words(Language::En), "too long a deferral");
    /// assert_eq!(Code::DeferralTooLong.in_words(Language::Zh), "延期登记时间超过限度");
    /// assert_ne!(Code::Lapsed.in_words(Language::Zh), Code::Cancelled.in_words(Language::Zh));
    /// ```
    #[must_use]
    pub const fn in_words(self, language: Language) -> &'static str {
        let words = match self {
            Self::OutOfOrder => Words::new("out of order", "日期先后颠倒"),
            Self::NotApproved => Words::new("not approved yet", "证书尚未批准"),
            Self::AlreadyApproved => Words::new("approved already", "证书已经批准"),
            Self::NotSubject => Words::new("outside the regime", "证书不适用登记制度"),
            Self::Lapsed => Words::new("not registered in time", "逾期未办理登记手续"),
            Self::Cancelled => Words::new("cancelled", "证书已被注销登记"),
            Self::ApplicationPending => Words::new("an application is pending", "登记申请尚未决定"),
            Self::NoApplicationPending => Words::new("no application is pending", "没有待决的登记申请"),
            Self::DeferralPending => Words::new("a deferral request is pending", "延期登记申请尚未决定"),
            Self::NoDeferralPending => Words::new("no deferral request is pending", "没有待决的延期登记申请"),
            Self::AfterExpiry => Words::new("a deferral requested after the term", "期满之后才申请延期登记"),
            Self::DeferralNotBeyondDeadline => Words::new("a deferral not beyond the deadline", "延期未超过现有期限"),
            Self::ExtensionExists => Words::new("extended in this term already", "本有效期内已经准予顺延"),
            Self::OutsideCycle => Words::new("a ground that arose outside the cycle", "顺延事由不在本周期之内"),
            Self::ExtensionNotBeyondCycle => Words::new("an extension not beyond the cycle", "顺延未超过周期最后一日"),
            Self::NotCancelled => Words::new("not cancelled", "证书未被注销登记"),
            Self::AlreadyPublished => Words::new("published already", "注销登记已经公布"),
            Self::NotPublished => Words::new("not published", "注销登记尚未公布"),
            Self::AppealExists => Words::new("appealed already", "已经申请过复议"),
            Self::NoAppealPending => Words::new("no appeal is pending", "没有待决的复议申请"),
            Self::CalendarUncovered => {
                Words::new("a year that the working-day calendar does not cover", "工作日历未涵盖有关年份")
            }
            Self::DeferralTooLong => Words::new("too long a deferral", "延期登记时间超过限度"),
            Self::ExtensionTooLong => Words::new("too long an extension", "顺延时间超过限度"),
            Self::GroundNotRecognised => Words::new("not a ground of extension", "不属于可以顺延的事由"),
            Self::AbsenceTooShort => Words::new("too short an absence", "境外或病假时间不足"),
            Self::AroseOutsideAbsence => {
                Words::new("a ground that arose outside the absence", "顺延事由不在境外或病假期间")
            }
            Self::ConsentMissing => {
                Words::new("no consent of the provincial authority", "未经省级信息产业主管部门同意")
            }
            Self::WrittenApplicationMissing => Words::new("no written application", "缺少本人的书面申请"),
            Self::EvidenceMissing => Words::new("no evidence", "缺少相关证明"),
            Self::BeforeWindow => Words::new("before the window to apply", "早于登记申请期"),
            Self::AgencyMissing => Words::new("no registration agency named", "未注明登记实施机构"),
            Self::AgencyNotApproved => Words::new("an agency not approved on the day", "登记实施机构当日未获批准"),
            Self::OffPostTooShort => Words::new("too short a time off the post", "脱离岗位的时间不足"),
            Self::NoApplicationMade => Words::new("no application to commit fraud in", "没有提出或受理过登记申请"),
            Self::VerificationMissing => Words::new("fraud that is not verified", "弄虚作假未经调查核实"),
            Self::AppealTooLate => Words::new("after the notice's time for appeal", "超过通知规定的申请复议期限"),
            Self::Repealed => Words::new("after the repeal of the notices", "通知已经废止"),
            Self::ConditionsNotMet => Words::new("conditions not met", "不符合规定的条件"),
            _ => Words::new("a condition that is not met", "不符合规定的条件"),
        };
        words.in_words(language)
    }
}
