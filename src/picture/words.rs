//! The words on a drawing.

use crate::appeal::time_limit::Outcome;
use crate::lifecycle::act::Act;
use crate::lifecycle::standing::{Outline, PhaseName};
use crate::naming::table::Language;

/// What a phase is called.
pub(super) const fn phase(phase: PhaseName, language: Language) -> &'static str {
    match phase {
        PhaseName::NotApproved => language.choose("not approved", "尚未取得证书"),
        PhaseName::NotSubject => language.choose("outside the regime", "不适用登记制度"),
        PhaseName::UnderAppeal => language.choose("under appeal", "复议中"),
        PhaseName::Cancelled => language.choose("cancelled", "已注销"),
        PhaseName::Lapsed => language.choose("lapsed", "已失效"),
        PhaseName::Released => language.choose("released", "长期有效"),
        PhaseName::Filed => language.choose("application filed", "已提交申请"),
        PhaseName::UnderReview => language.choose("under review", "审查中"),
        PhaseName::DeferralPending => language.choose("deferral undecided", "延期申请待决"),
        PhaseName::Deferred => language.choose("deferred", "延期中"),
        PhaseName::RegistrationDue => language.choose("due for registration", "应办理登记"),
        PhaseName::InForce => language.choose("in force", "有效期内"),
    }
}

/// What a stage is called: the phase, and of a cancellation whether the notices' own remedy is closed.
pub(super) const fn outline(outline: Outline, language: Language) -> &'static str {
    match outline.is_final {
        Some(true) => language.choose("cancelled, remedy closed", "已注销，复议程序结束"),
        _ => phase(outline.phase, language),
    }
}

/// What an act is called.
pub(super) const fn act(act: &Act, language: Language) -> &'static str {
    match act {
        Act::Approved => language.choose("approved", "批准"),
        Act::DeferralRequested(_) => language.choose("deferral requested", "申请延期登记"),
        Act::DeferralGranted => language.choose("deferral granted", "准予延期登记"),
        Act::DeferralRefused => language.choose("deferral refused", "不予延期登记"),
        Act::ExtensionGranted(_) => language.choose("extension granted", "准予顺延继续教育时间"),
        Act::ApplicationAccepted(_) => language.choose("application accepted", "受理登记申请"),
        Act::ApplicationFiled(_) => language.choose("application filed", "提交登记申请"),
        Act::ApplicationWithdrawn => language.choose("application withdrawn", "撤回登记申请"),
        Act::Registered(_) => language.choose("registered", "登记"),
        Act::Refused => language.choose("application refused", "不予登记"),
        Act::Cancelled(_) => language.choose("cancelled", "注销登记"),
        Act::CancellationPublished => language.choose("cancellation published", "公布注销登记"),
        Act::AppealFiled => language.choose("appeal filed", "申请复议"),
        Act::AppealDecided(Outcome::Upheld) => language.choose("cancellation upheld", "复议维持注销登记"),
        Act::AppealDecided(Outcome::Overturned) => language.choose("cancellation overturned", "复议撤销注销登记"),
    }
}

macro_rules! words {
    ($($name:ident $en:literal $zh:literal;)+) => {
        $( pub(super) const fn $name(language: Language) -> &'static str { language.choose($en, $zh) } )+
    };
}

words! {
    life "Life of a certificate" "证书历程";
    as_of "on" "截至";
    valid "in force" "证书有效";
    not_valid "not in force" "证书无效";
    row_phase "phase" "状态";
    row_term "term" "有效期";
    legend_valid "certificate in force" "证书有效";
    row_hours "education" "继续教育";
    window_opens "window opens" "登记申请期开始";
    last_day "last day of the term" "到期日";
    deferred_to "deferred until" "延期至";
    extended_to "education extended until" "继续教育顺延至";
    appeal_by "appeal by" "申请复议期限";
    today "today" "今日";
    term "term" "有效期";
    window "window to register" "登记申请期";
    deferral "deferral" "延期登记";
    hours "hours" "学时";
    made_up "made up" "补足";
    hours_earned "hours earned" "已完成学时";
    hours_short "hours missing" "学时不足";
    extension "extension" "继续教育时间顺延";
    irregular "irregular" "不合规定";
    nothing "nothing is recorded up to this day" "截至该日没有任何记录";
    separator "; " "；";
    colon ": " "：";
    until "to" "至";
}
