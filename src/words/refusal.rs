//! What a refusal is called where its values are not at hand.

use crate::finding::code::Code;

/// What stands against an event, in a few Chinese words: a code has no place in a Chinese sentence, and its own sentence
/// needs the values that were compared.
///
/// # Examples
///
/// ```
/// use ruankao::words::in_chinese;
/// use ruankao::Code;
///
/// assert_eq!(in_chinese(Code::DeferralTooLong), "延期登记时间超过限度");
/// assert_ne!(in_chinese(Code::Lapsed), in_chinese(Code::Cancelled));
/// ```
#[must_use]
pub const fn in_chinese(code: Code) -> &'static str {
    match code {
        Code::OutOfOrder => "日期先后颠倒",
        Code::NotApproved => "证书尚未批准",
        Code::AlreadyApproved => "证书已经批准",
        Code::NotSubject => "证书不适用登记制度",
        Code::Lapsed => "逾期未办理登记手续",
        Code::Cancelled => "证书已被注销登记",
        Code::ApplicationPending => "登记申请尚未决定",
        Code::NoApplicationPending => "没有待决的登记申请",
        Code::DeferralPending => "延期登记申请尚未决定",
        Code::NoDeferralPending => "没有待决的延期登记申请",
        Code::AfterExpiry => "期满之后才申请延期登记",
        Code::DeferralNotBeyondDeadline => "延期未超过现有期限",
        Code::ExtensionExists => "本有效期内已经准予顺延",
        Code::OutsideCycle => "顺延事由不在本周期之内",
        Code::ExtensionNotBeyondCycle => "顺延未超过周期最后一日",
        Code::NotCancelled => "证书没有被注销登记",
        Code::AlreadyPublished => "注销登记已经公布",
        Code::NotPublished => "注销登记尚未公布",
        Code::AppealExists => "已经申请过复议",
        Code::NoAppealPending => "没有待决的复议申请",
        Code::CalendarUncovered => "工作日历未涵盖有关年份",
        Code::DeferralTooLong => "延期登记时间超过限度",
        Code::ExtensionTooLong => "顺延时间超过限度",
        Code::GroundNotRecognised => "不属于可以顺延的事由",
        Code::AbsenceTooShort => "境外或病假时间不足",
        Code::AroseOutsideAbsence => "顺延事由不在境外或病假期间",
        Code::ConsentMissing => "未经省级信息产业主管部门同意",
        Code::WrittenApplicationMissing => "缺少本人的书面申请",
        Code::EvidenceMissing => "缺少相关证明",
        Code::BeforeWindow => "早于登记申请期",
        Code::AgencyMissing => "未注明登记实施机构",
        Code::AgencyNotApproved => "登记实施机构当日未获批准",
        Code::OffPostTooShort => "脱离岗位的时间不足",
        Code::NoApplicationMade => "没有提出或受理过登记申请",
        Code::VerificationMissing => "弄虚作假未经调查核实",
        Code::AppealTooLate => "超过通知规定的申请复议期限",
        // The others are none of an event in the life of a certificate.
        _ => "不符合规定的条件",
    }
}
