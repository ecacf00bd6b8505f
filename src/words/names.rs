//! What things are called.

use crate::appeal::time_limit::Outcome;
use crate::finding::value::Document;
use crate::ground::claim::Ground;
use crate::lifecycle::act::ActName;
use crate::lifecycle::standing::PhaseName;
use crate::naming::table::Language;
use crate::regulation::readings::Reading;
use crate::revocation::ground::RevocationGround;

/// What something is called in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    en: &'static str,
    zh: &'static str,
}

impl Name {
    /// A name in both languages.
    #[must_use]
    pub const fn new(en: &'static str, zh: &'static str) -> Self {
        Self { en, zh }
    }

    /// The name in a language.
    #[must_use]
    pub const fn choose(self, language: Language) -> &'static str {
        language.choose(self.en, self.zh)
    }
}

/// Something that has a name in both languages.
///
/// # Examples
///
/// ```
/// use ruankao::ground::Ground;
/// use ruankao::words::Named;
/// use ruankao::Language;
///
/// assert_eq!(Ground::SickLeave.called().choose(Language::Zh), "病假");
/// assert_ne!(Ground::WorkAbroad.called(), Ground::StudyAbroad.called());
/// ```
pub trait Named {
    /// Its name.
    fn called(self) -> Name;
}

impl Named for Document {
    fn called(self) -> Name {
        Name::new(self.in_words(Language::En), self.in_words(Language::Zh))
    }
}

impl Named for Reading {
    fn called(self) -> Name {
        Name::new(self.in_words(Language::En), self.in_words(Language::Zh))
    }
}

macro_rules! names {
    ($( $type:ident { $( $variant:ident = $en:literal, $zh:literal; )+ } )+) => {
        $(impl Named for $type {
            fn called(self) -> Name {
                match self { $( Self::$variant => Name::new($en, $zh), )+ }
            }
        })+
    };
}

names! {
    PhaseName {
        NotApproved = "not approved", "尚未取得证书";
        NotSubject = "not subject to registration", "不适用登记制度";
        UnderAppeal = "under appeal", "复议中";
        Cancelled = "cancelled", "已注销登记";
        Lapsed = "lapsed", "逾期失效";
        Released = "released by the repeal", "通知废止后长期有效";
        Filed = "application filed", "已提交登记申请";
        UnderReview = "under review", "登记审查中";
        DeferralPending = "awaiting a decision on deferral", "延期登记申请待决";
        Deferred = "deferred", "延期登记中";
        RegistrationDue = "due for registration", "应办理登记";
        InForce = "in force", "有效期内";
    }
    ActName {
        Approved = "approved", "批准";
        DeferralRequested = "deferral requested", "申请延期登记";
        DeferralGranted = "deferral granted", "准予延期登记";
        DeferralRefused = "deferral refused", "不予延期登记";
        ExtensionGranted = "extension granted", "准予继续教育时间顺延";
        ApplicationFiled = "application filed", "提交登记申请";
        ApplicationAccepted = "application accepted", "受理登记申请";
        Registered = "registered", "登记";
        Refused = "refused", "不予登记";
        ApplicationWithdrawn = "application withdrawn", "撤回登记申请";
        Cancelled = "cancelled", "注销登记";
        CancellationPublished = "cancellation published", "公布注销登记";
        AppealFiled = "appeal filed", "申请复议";
        AppealDecided = "appeal decided", "作出复议决定";
    }
    Ground {
        StudyAbroad = "study outside the mainland", "境外学习";
        WorkAbroad = "work outside the mainland", "境外工作";
        SickLeave = "sick leave", "病假";
        Childbirth = "childbirth", "生育";
        Other = "another case", "其他情形";
    }
    RevocationGround {
        Incapacity = "loss of civil capacity", "完全丧失民事行为能力";
        CriminalPenalty = "a criminal penalty", "受刑事处罚";
        LeftPost = "off the professional post", "脱离专业技术岗位";
        MajorLoss = "a great loss caused at work", "工作失误造成重大损失";
        Fraud = "fraud in applying", "在申请登记过程中弄虚作假";
    }
    Outcome {
        Upheld = "upheld", "维持";
        Overturned = "overturned", "撤销";
    }
}

/// What it is called that a certificate is valid or not.
#[must_use]
pub const fn validity(in_force: bool) -> Name {
    if in_force { Name::new("valid", "有效") } else { Name::new("not valid", "无效") }
}

/// What the side named `side` of a reading says, in both languages.
///
/// # Examples
///
/// ```
/// use ruankao::regulation::Reading;
/// use ruankao::words::side;
/// use ruankao::Language;
///
/// assert_eq!(side(Reading::ExpiryDay, "day_before").choose(Language::Zh), "对应日的前一日");
/// ```
#[must_use]
pub fn side(reading: Reading, side: &str) -> Name {
    let of_both = |language| {
        let [default, other] = reading.sides_in_words(language);
        let [(name, _), _] = reading.sides();
        if name == side { default } else { other }
    };
    Name::new(of_both(Language::En), of_both(Language::Zh))
}
