//! What the readings and their sides are called.

use crate::naming::table::{Language, Words};
use crate::regulation::readings::Reading;

/// A row reads `Reading: name { its default side; its other side }`, in English and Chinese each.
macro_rules! words {
    ($( $Reading:ident: $en:literal $zh:literal { $one_en:literal $one_zh:literal; $other_en:literal $other_zh:literal } )+) => {
        impl From<Reading> for Words {
            /// What it is called in both languages.
            fn from(reading: Reading) -> Self {
                match reading { $( Reading::$Reading => Self::new($en, $zh), )+ }
            }
        }

        impl Reading {
            /// What its two sides say in few words, the default first.
            #[must_use]
            pub const fn sides_in_words(self) -> [Words; 2] {
                match self {
                    $( Self::$Reading => [Words::new($one_en, $one_zh), Words::new($other_en, $other_zh)], )+
                }
            }
        }
    };
}

words! {
    ExpiryDay: "last day of a term" "有效期最后一日" { "the corresponding day" "对应日"; "the day before it" "对应日的前一日" }
    TermStart: "start of a new term" "新有效期起算日" { "the day of registration" "登记之日"; "where the old term ends" "原有效期届满之日" }
    EducationYear: "year of education" "继续教育年度" { "a year of the cycle" "周期内的年度"; "a calendar year" "公历年度" }
    FirstRegistration: "education before the first registration" "首次登记的继续教育要求" { "required" "须完成"; "exempt" "免予要求" }
    LateHours: "hours earned after the cycle" "周期届满后完成的学时" { "not counted" "不计入"; "counted towards the total" "计入累计" }
    ExtensionEffect: "effect of an extension" "顺延的效果" { "the extra time serves its year" "用于补足事由发生的年度"; "the later years move" "以后各年度依次后移" }
    DeferredValidity: "validity while deferred" "延期登记期间的效力" { "valid" "有效"; "not valid" "无效" }
    PendingAtExpiry: "pending on the last day" "期满时尚未决定的申请" { "kept until the decision" "保留至决定之日"; "ends with the term" "随有效期终止" }
    AppealEffect: "effect of an appeal" "复议的效果" { "none" "不停止执行"; "suspends the cancellation" "停止执行" }
    TermLastDay: "a term's last day that is not worked" "有效期最后一日遇休息日" { "stays" "不顺延"; "moves to the next working day" "顺延至下一工作日" }
    AppealLastDay: "an appeal time's last day that is not worked" "复议期限最后一日遇休息日" { "moves to the next working day" "顺延至下一工作日"; "stays" "不顺延" }
    AbsenceYear: "year of an absence" "境外、病假时间的年度" { "a calendar year" "公历年度"; "any 365 days running" "任意连续365天" }
    AbsenceMeasure: "measure of an absence" "境外、病假时间的计算" { "days added up" "累计天数"; "one unbroken absence in months" "一次连续满若干个月" }
    RestoredTerm: "term after a won appeal" "注销登记被撤销后的有效期" { "runs on" "照常计算"; "longer by the days lost" "按注销期间的日数延长" }
    InTime: "the act that has to come in time" "期满前须完成的行为" { "the filing" "提交申请"; "the acceptance" "受理申请" }
    ConditionsOn: "day on which the conditions are judged" "登记条件的判断时点" { "the day of the decision" "作出决定之日"; "the day of acceptance" "受理之日" }
    LapseEffect: "return after a lapse" "失效后可否再登记" { "a lapsed certificate does not return" "失效后不能再登记"; "a lapsed certificate may return" "失效后可再登记" }
    FraudScope: "applications that fraud concerns" "弄虚作假所涉的申请" { "applications for registration alone" "仅限登记申请"; "any request" "包括延期和顺延申请" }
    OffPostFrom: "years off the post before the approval" "取得证书前的离岗时间" { "not counted" "不计入"; "counted" "计入" }
    LapsedAtRepeal: "lapsed at the repeal" "通知废止时已失效的证书" { "stay lapsed" "仍为失效"; "are given back" "恢复有效" }
}

impl Reading {
    /// What it is called in a language.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::Reading;
    /// use ruankao::Language;
    ///
    /// assert_eq!(Reading::ExpiryDay.in_words(Language::Zh), "有效期最后一日");
    /// assert_eq!(Reading::ExpiryDay.name(), "expiry_day");
    /// ```
    #[must_use]
    pub fn in_words(self, language: Language) -> &'static str {
        Words::from(self).in_words(language)
    }

    /// What one of its sides says in few words; a name that is none of its sides is taken for the other one.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::regulation::{Reading, Readings};
    /// use ruankao::Language;
    ///
    /// let taken = Readings::default().turned(Reading::ExpiryDay).side(Reading::ExpiryDay);
    /// assert_eq!(Reading::ExpiryDay.side_in_words(taken).in_words(Language::Zh), "对应日的前一日");
    /// assert_eq!(Reading::ExpiryDay.side_in_words("corresponding_day").in_words(Language::En), "the corresponding day");
    /// ```
    #[must_use]
    pub fn side_in_words(self, side: &str) -> Words {
        let [(default, _), _] = self.sides();
        let [one, other] = self.sides_in_words();
        if side == default { one } else { other }
    }
}
