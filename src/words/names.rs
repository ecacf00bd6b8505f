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
    Reading {
        ExpiryDay = "last day of a term", "有效期最后一日";
        TermStart = "start of a new term", "新有效期起算日";
        EducationYear = "year of education", "继续教育年度";
        FirstRegistration = "education before the first registration", "首次登记的继续教育要求";
        LateHours = "hours earned after the cycle", "周期届满后完成的学时";
        ExtensionEffect = "effect of an extension", "顺延的效果";
        DeferredValidity = "validity while deferred", "延期登记期间的效力";
        PendingAtExpiry = "pending on the last day", "期满时尚未决定的申请";
        AppealEffect = "effect of an appeal", "复议的效果";
        TermLastDay = "a term's last day that is not worked", "有效期最后一日遇休息日";
        AppealLastDay = "an appeal time's last day that is not worked", "复议期限最后一日遇休息日";
        AbsenceYear = "year of an absence", "境外、病假时间的年度";
        AbsenceMeasure = "measure of an absence", "境外、病假时间的计算";
        RestoredTerm = "term after a won appeal", "注销登记被撤销后的有效期";
        InTime = "the act that has to come in time", "期满前须完成的行为";
        ConditionsOn = "the day of the conditions", "登记条件的判断时点";
        LapseEffect = "return after a lapse", "失效后可否再登记";
        FraudScope = "applications that fraud concerns", "弄虚作假所涉的申请";
        OffPostFrom = "years off the post before the approval", "取得证书前的离岗时间";
        LapsedAtRepeal = "lapsed at the repeal", "通知废止时已失效的证书";
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
    let [first, _] = reading.sides();
    let is_default = first.0 == side;
    macro_rules! sides {
        ($( $reading:ident: $en:literal $zh:literal, $other_en:literal $other_zh:literal; )+) => {
            match (reading, is_default) {
                $( (Reading::$reading, true) => Name::new($en, $zh),
                   (Reading::$reading, false) => Name::new($other_en, $other_zh), )+
            }
        };
    }
    sides! {
        ExpiryDay: "the corresponding day" "对应日", "the day before it" "对应日的前一日";
        TermStart: "the day of registration" "登记之日", "where the old term ends" "原有效期届满之日";
        EducationYear: "a year of the cycle" "周期内的年度", "a calendar year" "公历年度";
        FirstRegistration: "required" "须完成", "exempt" "免予要求";
        LateHours: "not counted" "不计入", "counted towards the total" "计入累计";
        ExtensionEffect: "the extra time serves its year" "用于补足事由发生的年度", "the later years move" "以后各年度依次后移";
        DeferredValidity: "in force" "有效", "not in force" "无效";
        PendingAtExpiry: "kept until the decision" "保留至决定之日", "ends with the term" "随有效期终止";
        AppealEffect: "none" "不停止执行", "suspends the cancellation" "停止执行";
        TermLastDay: "stays" "不顺延", "moves to the next working day" "顺延至下一工作日";
        AppealLastDay: "moves to the next working day" "顺延至下一工作日", "stays" "不顺延";
        AbsenceYear: "a calendar year" "公历年度", "any 365 days running" "任意连续365天";
        AbsenceMeasure: "days added up" "累计天数", "one unbroken absence in months" "一次连续满若干个月";
        RestoredTerm: "runs on" "照常计算", "longer by the days lost" "按注销期间的日数延长";
        InTime: "the filing" "提交申请", "the acceptance" "受理申请";
        ConditionsOn: "the day of the decision" "作出决定之日", "the day of acceptance" "受理之日";
        LapseEffect: "a lapse is for good" "失效后不能再登记", "a lapsed certificate may return" "失效后可再登记";
        FraudScope: "applications for registration alone" "仅限登记申请", "any request" "包括延期和顺延申请";
        OffPostFrom: "not counted" "不计入", "counted" "计入";
        LapsedAtRepeal: "stay lapsed" "仍为失效", "are given back" "恢复有效";
    }
}
