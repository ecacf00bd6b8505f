//! The words on a drawing that stand nowhere else.

use crate::lifecycle::act::Act;
use crate::lifecycle::standing::Outline;
use crate::naming::table::Language;
use crate::picture::life::Held;
use core::fmt;

/// What a stage is called: the phase, and of a cancellation whether the notices' own remedy is closed.
pub(super) fn outline(outline: Outline, language: Language) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        f.write_str(outline.phase.in_words(language))?;
        match outline.is_final {
            Some(true) => f.write_str(language.choose(", remedy closed", "，复议程序结束")),
            _ => Ok(()),
        }
    })
}

/// What an act is called, with the outcome where it has one.
pub(super) fn act(act: &Act, language: Language) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        f.write_str(act.name().in_words(language))?;
        match act {
            Act::AppealDecided(outcome) => {
                write!(f, "{}{}", colon(language), outcome.in_words(language))
            }
            _ => Ok(()),
        }
    })
}

/// How the register holds a record; nothing where there is nothing to say.
pub(super) fn held(held: Held, language: Language) -> impl fmt::Display {
    fmt::from_fn(move |f| match (held, language) {
        (Held::AsItWas, _) => Ok(()),
        (Held::RecordedLate(on), Language::En) => write!(f, ", recorded {on}"),
        (Held::RecordedLate(on), Language::Zh) => write!(f, "，记载于{on}"),
        (Held::NotYet(on), Language::En) => write!(f, ", not recorded until {on}"),
        (Held::NotYet(on), Language::Zh) => write!(f, "，{on}才记载"),
        (Held::StruckSince(on), Language::En) => write!(f, ", struck {on}"),
        (Held::StruckSince(on), Language::Zh) => write!(f, "，{on}划去"),
    })
}

macro_rules! words {
    ($($name:ident $en:literal $zh:literal;)+) => {
        $( pub(super) const fn $name(language: Language) -> &'static str { language.choose($en, $zh) } )+
    };
}

words! {
    life "Life of a certificate" "证书历程";
    as_of "as of" "截至";
    as_known "as known on" "登记册所载截至";
    valid "valid" "证书有效";
    not_valid "not valid" "证书无效";
    row_phase "phase" "状态";
    row_term "term" "有效期";
    row_hours "education" "继续教育";
    row_earned "hours earned" "已完成学时";
    row_required "/ required" "／应完成学时";
    legend_valid "certificate valid" "证书有效";
    to_come "to come" "尚未到来";
    window_opens "window opens" "登记申请期开始";
    last_day "last day of the term" "到期日";
    deferred_to "deferred until" "延期至";
    extended_to "education extended until" "继续教育顺延至";
    appeal_by "appeal by" "申请复议期限";
    repealed "notices repealed" "通知废止";
    term "term" "有效期";
    window "window to register" "登记申请期";
    deferral "deferral" "延期登记";
    hours "hours" "学时";
    made_up "made up" "补足";
    hours_earned "hours earned" "已完成学时";
    hours_short "hours missing" "学时不足";
    hours_to_come "hours to come" "尚未完成的学时";
    hours_later "to come" "尚未完成";
    extension "extension" "继续教育时间顺延";
    irregular "irregular" "不合规定";
    nothing "nothing is recorded up to this day" "截至该日没有任何记录";
    separator "; " "；";
    colon ": " "：";
    until "to" "至";
}
