//! The points that the notices leave open, each a reading of its own.

use crate::naming::table::{Words, named};
use crate::regulation::clause::Clause;

macro_rules! readings {
    ($( $field:ident $wire:literal $name:ident [$($clause:ident),+]
        $en:literal, $zh:literal,
        $question:literal
        { $one:ident = $one_name:literal, $one_en:literal, $one_zh:literal, $one_doc:literal;
          $other:ident = $other_name:literal, $other_en:literal, $other_zh:literal, $other_doc:literal }
    )+) => {
        $(
            named! {
                #[doc = $question]
                #[derive(Default)]
                pub enum $name: "side of this reading" {
                    #[doc = $one_doc]
                    ///
                    /// The default.
                    #[default]
                    $one = $one_name, $one_en, $one_zh;
                    #[doc = $other_doc]
                    $other = $other_name, $other_en, $other_zh;
                }
            }
        )+

        /// The side taken on every open point.
        ///
        /// Any combination is a lawful one. [`Readings::default`] takes the side the rule book takes.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::regulation::{ExpiryDay, Readings};
        ///
        /// let readings = Readings { expiry_day: ExpiryDay::DayBefore, ..Readings::default() };
        /// assert_ne!(readings, Readings::default());
        /// ```
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub struct Readings {
            $( #[doc = $question] pub $field: $name, )+
        }

        named! {
            /// One of the open points.
            pub enum Reading: "reading" {
                $( #[doc = $question] $name = $wire, $en, $zh; )+
            }
        }

        impl Readings {
            /// The same readings with one turned to its other side.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::regulation::{ExpiryDay, Reading, Readings};
            ///
            /// let turned = Readings::default().turned(Reading::ExpiryDay);
            /// assert_eq!(turned.expiry_day, ExpiryDay::DayBefore);
            /// assert_eq!(turned.turned(Reading::ExpiryDay), Readings::default());
            /// ```
            #[must_use]
            pub const fn turned(mut self, reading: Reading) -> Self {
                match reading {
                    $( Reading::$name => self.$field = match self.$field { $name::$one => $name::$other, $name::$other => $name::$one }, )+
                }
                self
            }

            /// The name of the side taken on `reading`, as on the wire.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::regulation::{Reading, Readings};
            ///
            /// assert_eq!(Readings::default().side(Reading::ExpiryDay), "corresponding_day");
            /// ```
            #[must_use]
            pub const fn side(&self, reading: Reading) -> &'static str {
                match reading {
                    $( Reading::$name => self.$field.name(), )+
                }
            }
        }

        impl Reading {
            /// What the text leaves open.
            #[must_use]
            pub const fn question(self) -> &'static str {
                match self { $( Self::$name => $question, )+ }
            }

            /// Its two sides, the default first: the name on the wire, and what speaks for it.
            #[must_use]
            pub const fn sides(self) -> [(&'static str, &'static str); 2] {
                match self { $( Self::$name => [($one_name, $one_doc), ($other_name, $other_doc)], )+ }
            }

            /// What its two sides say in few words, the default first.
            #[must_use]
            pub const fn sides_in_words(self) -> [Words; 2] {
                match self {
                    $( Self::$name => [Words::new($one_en, $one_zh), Words::new($other_en, $other_zh)], )+
                }
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
            /// let default = Reading::ExpiryDay.side_in_words("corresponding_day");
            /// assert_eq!(default.in_words(Language::En), "the corresponding day");
            /// ```
            #[must_use]
            pub fn side_in_words(self, side: &str) -> Words {
                let [(default, _), _] = self.sides();
                let [one, other] = self.sides_in_words();
                if side == default { one } else { other }
            }

            /// The clauses whose words are open.
            #[must_use]
            pub const fn clauses(self) -> &'static [Clause] {
                match self { $( Self::$name => &[$( Clause::$clause, )+], )+ }
            }
        }

        #[cfg(feature = "serde")]
        mod wire {
            use super::*;
            use serde::{Deserialize, Deserializer, Serialize, Serializer};

            /// Every reading may be left out, or be `null`, which is the same.
            #[derive(Serialize, Deserialize, Default)]
            #[serde(rename = "Readings", deny_unknown_fields, default)]
            struct Wire {
                $( $field: Option<$name>, )+
            }

            impl Serialize for Readings {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    Wire { $( $field: Some(self.$field), )+ }.serialize(serializer)
                }
            }

            impl<'de> Deserialize<'de> for Readings {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    let given = Wire::deserialize(deserializer)?;
                    Ok(Self { $( $field: given.$field.unwrap_or_default(), )+ })
                }
            }
        }
    };
}

readings! {
    expiry_day "expiry_day" ExpiryDay [N47_3]
        "last day of a term", "有效期最后一日",
        "Do three years from 2005-03-10 end on 2008-03-10, or on the day before?"
        { CorrespondingDay = "corresponding_day", "the corresponding day", "对应日",
            "On the corresponding day: the day a period starts on is not counted (General Principles of Civil Law, art. 154; Civil Code, arts. 201 and 202).";
          DayBefore = "day_before", "the day before it", "对应日的前一日",
            "On the day before it, as the validity of a trademark ends (Implementing Regulations of the Trademark Law, 2014, art. 12, para. 2)." }
    term_start "term_start" TermStart [N47_3]
        "start of a new term", "新有效期起算日",
        "Does a new term start on the day of registration, or does it follow the old one, so that registering early costs nothing?"
        { Registration = "registration", "the day of registration", "登记之日",
            "On the day of registration: \"自批准或登记之日起算\", word for word.";
          PreviousExpiry = "previous_expiry", "where the old term ends", "原有效期届满之日",
            "Where the old term ends, but not before the decision (Trademark Law, art. 40; Measures for Medical Device Registration, 2021, art. 84)." }
    education_year "education_year" EducationYear [N48_4]
        "year of education", "继续教育年度",
        "Is \"每年\" a year of the cycle, or a calendar year?"
        { Cycle = "cycle", "a year of the cycle", "周期内的年度",
            "A year of the cycle, which starts with the term.";
          Calendar = "calendar", "a calendar year", "公历年度",
            "A calendar year, as \"年度\" is in the rules on paid leave (art. 18) and in accounting law." }
    first_registration "first_registration" FirstRegistration [N47_4, N47_5, N47_6, N48_4]
        "education before the first registration", "首次登记的继续教育要求",
        "Is continuing education asked of the first registration?"
        { EducationRequired = "education_required", "required", "须完成",
            "Yes: 47.5, 47.6 and 48.4 ask it of every registration; Shanghai's list of papers of 2008 does too.";
          EducationExempt = "education_exempt", "exempt", "免予要求",
            "No: 47.4 asks the proof of education of \"再次登记的人员\" only." }
    late_hours "late_hours" LateHours [N48_4]
        "hours earned after the cycle", "周期届满后完成的学时",
        "Do hours earned after the cycle, before a registration made later, count towards the total?"
        { NotCounted = "not_counted", "not counted", "不计入",
            "No: the cycle is three years.";
          Counted = "counted", "counted towards the total", "计入累计",
            "Yes: what counts is the sum \"每次登记时\", at the registration." }
    extension_effect "extension_effect" ExtensionEffect [N48_6]
        "effect of an extension", "顺延的效果",
        "Does the extra time serve the year in which the ground arose, or does that year grow and the later ones move along?"
        { AddedToYear = "added_to_year", "the extra time serves its year", "用于补足事由发生的年度",
            "It serves that year; the years stay as they are, so an extension never harms.";
          LaterYearsMove = "later_years_move", "the later years move", "以后各年度依次后移",
            "That year grows by the time granted and the later years move along: \"顺延\"." }
    deferred_validity "deferred_validity" DeferredValidity [N47_8]
        "validity while deferred", "延期登记期间的效力",
        "Is a certificate valid while its registration is deferred?"
        { InForce = "in_force", "valid", "有效",
            "Yes, as in publishing (rules on publishing qualifications, 2008), where a deferral extends the validity.";
          NotInForce = "not_in_force", "not valid", "无效",
            "No, as with a driving license, which may be renewed later but not used meanwhile (art. 75)." }
    pending_at_expiry "pending_at_expiry" PendingAtExpiry [N47_3, N47_7]
        "pending on the last day", "期满时尚未决定的申请",
        "What becomes of an application or request that was made in time and is undecided on the last day?"
        { Continues = "continues", "kept until the decision", "保留至决定之日",
            "It is decided later and the certificate stays until then (Administrative Licensing Law, art. 50); only who \"逾期未办理\" loses.";
          Lapses = "lapses", "ends with the term", "随有效期终止",
            "It ends with the term: 47.3 knows no validity beyond three years, and the certificate is a title, not a license." }
    appeal_effect "appeal_effect" AppealEffect [N47_11]
        "effect of an appeal", "复议的效果",
        "Does an appeal suspend the cancellation?"
        { None = "none", "none", "不停止执行",
            "No (Administrative Reconsideration Law, art. 21).";
          Suspends = "suspends", "suspends the cancellation", "停止执行",
            "Yes, as that article lets the authority decide." }
    term_last_day "term_last_day" TermLastDay [N47_3]
        "a term's last day that is not worked", "有效期最后一日遇休息日",
        "Does a term whose last day is not a working day end later?"
        { AsIs = "as_is", "stays", "不顺延",
            "No: a validity does not roll (Implementing Regulations of the Trademark Law, art. 12, para. 2).";
          NextWorkingDay = "next_working_day", "moves to the next working day", "顺延至下一工作日",
            "It ends on the next working day (General Principles of Civil Law, art. 154)." }
    appeal_last_day "appeal_last_day" AppealLastDay [N47_11]
        "an appeal time's last day that is not worked", "复议期限最后一日遇休息日",
        "Does a time for appeal whose last day is not a working day end later?"
        { NextWorkingDay = "next_working_day", "moves to the next working day", "顺延至下一工作日",
            "It ends on the next working day (General Principles of Civil Law, art. 154; Civil Procedure Law, art. 85).";
          AsIs = "as_is", "stays", "不顺延",
            "No: 47.11 says thirty days, and no more." }
    absence_year "absence_year" AbsenceYear [N47_8_1, N47_8_2, N48_6_1, N48_6_2]
        "year of an absence", "境外、病假时间的年度",
        "Is \"年度内\" within one calendar year, or within any 365 days running?"
        { Calendar = "calendar", "a calendar year", "公历年度",
            "Within a calendar year (rules on paid leave, art. 18).";
          Rolling = "rolling", "any 365 days running", "任意连续365天",
            "Within any 365 days running, so that two half-stays across New Year add up." }
    absence_measure "absence_measure" AbsenceMeasure [N47_8_1, N47_8_2, N48_6_1, N48_6_2]
        "measure of an absence", "境外、病假时间的计算",
        "Is \"超过六个月\" a number of days added up, or one unbroken absence by the calendar?"
        { Days = "days", "days added up", "累计天数",
            "More than a number of days, added up: no unbroken absence is asked for, where 47.10.3 asks for unbroken years (连续).";
          Months = "months", "one unbroken absence in months", "一次连续超过规定的月数",
            "One unbroken absence that goes beyond the corresponding day six months after it began: the words are months (个月), which are counted by the calendar." }
    restored_term "restored_term" RestoredTerm [N47_3, N47_11]
        "term after a won appeal", "注销登记被撤销后的有效期",
        "When a cancellation is overturned, does the term run on, or longer by the days lost?"
        { AsItWas = "as_it_was", "runs on", "照常计算",
            "It runs on as if nothing had happened: 47.3 knows no term but three years.";
          Tolled = "tolled", "longer by the days lost", "按注销期间的日数延长",
            "It runs longer by the days from the cancellation to the decision: a cancellation found wrong should cost nothing." }
    in_time "in_time" InTime [N47_3]
        "the act that has to come in time", "期满前须完成的行为",
        "Which act has to fall within the term: the filing of the application, or its acceptance?"
        { Filing = "filing", "the filing", "提交申请",
            "The filing: \"在有效期满前三个月内，持证者应到批准的证书登记实施机构办理证书登记手续\" speaks of what the holder does, and no article gives the agency a time in which to accept; papers posted before the end are in time (Civil Procedure Law, art. 85).";
          Acceptance = "acceptance", "the acceptance", "受理申请",
            "The acceptance: 47.7 counts its fifteen days from \"受理登记申请\", so only with it are the formalities (登记手续) under way." }
    conditions_on "conditions_on" ConditionsOn [N47_3, N47_7, N48_4]
        "day on which the conditions are judged", "登记条件的判断时点",
        "As of which day are the conditions of registration judged: that of the decision, or that of acceptance?"
        { Decision = "decision", "the day of the decision", "作出决定之日",
            "That of the decision: 48.4 asks for the hours \"每次登记时\", at each registration, and 47.7 puts the stamp on what meets the conditions.";
          Acceptance = "acceptance", "the day of acceptance", "受理之日",
            "That of acceptance: 47.3 tells the holder to act in time, and how long the agency then takes is not the holder's to bear." }
    lapse_effect "lapse_effect" LapseEffect [N47_3, N47_6]
        "return after a lapse", "失效后可否再登记",
        "May a holder whose certificate has lapsed be registered again?"
        { ForGood = "for_good", "a lapsed certificate does not return", "失效后不能再登记",
            "No: it is the certificate itself that is \"不再有效\", and 47.6 asks for a valid (有效的) one.";
          MayReturn = "may_return", "a lapsed certificate may return", "失效后可再登记",
            "Yes, as constructors, nurses and publishers may after theirs (Ministry of Construction, Order 153, arts. 16 to 18; Regulations on Nurses; rules on publishing qualifications, 2008): the registration lapses, the examination passed does not." }
    fraud_scope "fraud_scope" FraudScope [N47_10_5]
        "applications that fraud concerns", "弄虚作假所涉的申请",
        "Is the fraud of 47.10.5 that of applications for registration alone, or of requests for deferral and extension as well?"
        { Registration = "registration", "applications for registration alone", "仅限登记申请",
            "Of applications for registration alone: \"在申请登记过程中\", word for word.";
          AnyRequest = "any_request", "any request", "包括延期和顺延申请",
            "Of any request: a deferral (延期登记) is asked for within the procedure of registration, and an extension decides whether its conditions are met." }
    off_post_from "off_post_from" OffPostFrom [N47_10_3]
        "years off the post before the approval", "取得证书前的离岗时间",
        "Do years off the post before the certificate was approved count?"
        { Approval = "approval", "not counted", "不计入",
            "No: 47.10 voids \"其计算机专业技术资格（水平）证书\", the certificate of whoever left, and before the approval there is none.";
          AnyTime = "any_time", "counted", "计入",
            "Yes: \"连续二年以上\" names no day from which to count, and practice lost before the approval is lost all the same." }
    lapsed_at_repeal "lapsed_at_repeal" LapsedAtRepeal [N47_3]
        "lapsed at the repeal", "通知废止时已失效的证书",
        "Does the repeal of the notices give back a certificate that had lapsed?"
        { StaysLapsed = "stays_lapsed", "stay lapsed", "仍为失效",
            "No: what a rule did while it applied stands when it is repealed; \"不再有效\" had taken its effect.";
          Revived = "revived", "are given back", "恢复有效",
            "Yes: certificates are valid for the long term (长期有效), as the national office said in 2008, and without the notices nothing takes that from them." }
}
