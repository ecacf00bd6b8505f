//! The table of the points that are decided, in the order of the rule book.

use crate::naming::table::Words;
use crate::regulation::clause::Clause;
use crate::regulation::decided::DecidedPoint;

/// A row reads `NAME = "name" [clauses] { open English / Chinese; decided likewise; other likewise, where it has something
/// to say for it }`.
macro_rules! points {
    ($( $NAME:ident = $name:literal [$($clause:ident),+] {
        open $open_en:literal / $open_zh:literal;
        decided $decided_en:literal / $decided_zh:literal;
        $( other $other_en:literal / $other_zh:literal; )?
    } )+) => {
        impl DecidedPoint {
            $(
                #[doc = concat!($open_en, ".")]
                pub const $NAME: Self = Self {
                    name: $name,
                    clauses: &[$( Clause::$clause, )+],
                    open: Words::new($open_en, $open_zh),
                    decided: Words::new($decided_en, $decided_zh),
                    other: { const OTHER: &[Words] = &[$( Words::new($other_en, $other_zh) )?]; OTHER.first() },
                };
            )+

            /// All of them, in the order of the rule book.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::regulation::DecidedPoint;
            /// use ruankao::Clause;
            ///
            /// assert!(DecidedPoint::ALL.contains(&DecidedPoint::DEATH));
            /// assert_eq!(DecidedPoint::DEATH.clauses(), [Clause::N47_10]);
            /// // A point with a reading to turn is none of these.
            /// assert!(DecidedPoint::ALL.iter().all(|point| point.name() != "expiry_day"));
            /// ```
            pub const ALL: &'static [Self] = &[$( Self::$NAME, )+];
        }
    };
}

points! {
    LATE_DECISION = "late_decision" [N47_3, N47_7] {
        open "A refusal or a withdrawal after the deadline"
        / "办理登记的最后一日之后不予登记或者撤回申请";
        decided "The certificate lapses on the day of that decision, so that no later event changes an earlier day."
        / "证书自作出决定或者撤回之日起不再有效，以后的事项不改变以前各日的状况。";
        other "The lapse reaches back to the deadline."
        / "失效追溯到办理登记的最后一日。";
    }
    CANCELLATION_TAKES_EFFECT = "cancellation_takes_effect" [N47_10, N47_11] {
        open "From when a cancellation works, and from when it can be appealed"
        / "注销登记何时生效，何时起可以申请复议";
        decided "It takes effect with the act, and the time for appeal runs from its publication; an appeal before that is a fault, not a nullity."
        / "注销自办理之日起生效，复议期限自公布之日起算；公布之前申请复议是瑕疵，并非无效。";
        other "It takes effect with the publication; the time is sixty days from knowledge (Administrative Reconsideration Law, art. 9; art. 20 since 2024)."
        / "注销自公布之日起生效；复议期限为自知道之日起六十日（行政复议法第九条，2024年起为第二十条）。";
    }
    FINAL_WITHIN_NOTICES = "final_within_notices" [N47_11] {
        open "What `final` says of a cancellation"
        / "注销登记“已确定”的含义";
        decided "It is final within the notices' own remedy, once upheld or once the time for appeal has run out unused."
        / "仅指通知自身的救济已经用尽：复议维持，或者复议期限届满而未申请。";
        other "A court can still be asked (Administrative Litigation Law); nothing here records a judgment."
        / "仍可依行政诉讼法向法院起诉；本库不记载判决。";
    }
    FRAUD_FROM_REVOCATION = "fraud_from_revocation" [N47_10_5] {
        open "From when a registration got by fraud is void"
        / "弄虚作假取得的登记自何时起作废";
        decided "From the act of cancellation."
        / "自办理注销登记之日起作废。";
        other "From the beginning (Administrative Licensing Law, art. 69, by analogy)."
        / "自始无效（类推适用行政许可法第六十九条）。";
    }
    AGENCY_SILENCE = "agency_silence" [N47_3, N47_7] {
        open "Silence of the agency"
        / "证书登记实施机构不作答复";
        decided "What is filed stays filed, and what is accepted stays under review."
        / "已提交的仍为已提交，已受理的仍在审查。";
        other "It is deemed accepted, or deemed renewed (Administrative Licensing Law, arts. 32 and 50, by analogy)."
        / "视为受理，或者视为准予延续（类推适用行政许可法第三十二条、第五十条）。";
    }
    SEVERAL_DEFERRALS = "several_deferrals" [N47_8] {
        open "Several deferrals in a term"
        / "同一有效期内多次延期登记";
        decided "They are allowed, each beyond the last, and none later than a year after the nominal end."
        / "准许，每次须晚于上一次，且均不得超过有效期满后一年。";
        other "One deferral a term."
        / "每一有效期只能延期一次。";
    }
    APPLICATION_DURING_REQUEST = "application_during_request" [N47_3, N47_8] {
        open "Applying while a deferral request is pending"
        / "延期登记申请未决时申请登记";
        decided "It is refused, and the request cannot be withdrawn."
        / "不予受理，延期登记的申请也不能撤回。";
        other "It is allowed."
        / "可以申请。";
    }
    POSTED_PAPERS = "posted_papers" [N47_3] {
        open "Papers sent by post"
        / "邮寄的申请材料";
        decided "They are filed on the day that the event names."
        / "以事项所载日期为提交之日。";
        other "They are filed on the day of posting, or on that of receipt."
        / "以交邮之日或者收到之日为提交之日。";
    }
    RETURN_TO_POST = "return_to_post" [N47_10_3] {
        open "A return to the post"
        / "返回专业技术岗位";
        decided "It ends the years off it; two years completed before it remain a ground."
        / "离岗期间至返回之日为止；此前已连续满二年的，仍可注销。";
        other "It cures: whoever is back cannot be cancelled for having been away."
        / "返回即告补救，不得再以曾经离岗为由注销。";
    }
    ACTS_BEFORE_ISSUE = "acts_before_issue" [N47_0] {
        open "Acts before the notices were issued on 2004-12-16"
        / "2004年12月16日通知印发之前的事项";
        decided "They are accepted as they are."
        / "照原样接受。";
        other "They are void."
        / "无效。";
    }
    AFTER_REPEAL = "after_repeal" [N47_0, N47_3] {
        open "A certificate after the repeal"
        / "通知废止之后的证书";
        decided "It is valid without end."
        / "持续有效。";
        other "The interim rules (暂行规定, art. 12) still ask for registration; and what the authorities said in 2008 on validity for the long term (长期有效) differed by province."
        / "暂行规定第十二条仍要求定期登记；2008年关于“长期有效”的说法，各省不一。";
    }
    ASSOCIATE_PROFESSOR = "associate_professor" [N48_10_1, N48_10_2] {
        open "An associate professor before holders of a senior certificate"
        / "副教授为高级证书持有者授课";
        decided "48.10.1 names a professor or a senior professional title, and an associate professor (副教授) is not read as one."
        / "48.10.1要求教授职称或者高级专业技术职称，副教授不作为后者对待。";
        other "An associate professorship is itself a senior title."
        / "副教授本身就是高级职称。";
    }
    STRUCK_HOURS = "struck_hours" [N47_7, N48_4] {
        open "Hours struck after a registration"
        / "登记之后被划去的学时";
        decided "Strict mode verifies with what is held now; what stands in law is asked in `recorded` mode."
        / "严格模式以目前所载核对；法律上是否仍然成立，则按当时的决定询问。";
    }
    EARLY_APPLICATION = "early_application" [N47_3] {
        open "An application before the window"
        / "登记申请期开始之前的申请";
        decided "It is a fault, not a nullity."
        / "是瑕疵，并非无效。";
        other "It is a nullity."
        / "无效。";
    }
    SEVERAL_EXTENSIONS = "several_extensions" [N48_6] {
        open "Several extensions in a term"
        / "同一有效期内多次顺延";
        decided "One extension a term."
        / "每一有效期只能顺延一次。";
        other "\"最多为一年\" limits the time, not the number."
        / "“最多为一年”限制的是时间，而不是次数。";
    }
    EXTENSION_WITHIN_CYCLE = "extension_within_cycle" [N48_6] {
        open "An extension that ends within the cycle"
        / "止于周期之内的顺延";
        decided "There is none: an extension has to reach beyond the end of the cycle."
        / "不予承认：顺延须超出周期的最后一日。";
        other "A missed year could be made up before the cycle ends."
        / "所缺年度的学时可在周期届满之前补足。";
    }
    EXTENSION_AND_REGISTRATION = "extension_and_registration" [N47_8, N48_6] {
        open "Whether an extension of education alone defers the registration"
        / "继续教育顺延是否同时延期登记";
        decided "No: 47.8 has a request of its own."
        / "不：47.8另有申请。";
        other "48.6 and 47.8 name nearly the same grounds."
        / "48.6与47.8所列事由几乎相同。";
    }
    DEFERRAL_DURING_APPLICATION = "deferral_during_application" [N47_8] {
        open "A deferral while an application is pending"
        / "登记申请未决时申请延期登记";
        decided "Only after the application is withdrawn."
        / "须先撤回登记申请。";
        other "47.8 does not bar it."
        / "47.8并未禁止。";
    }
    YEAR_OF_ABSENCE = "year_of_absence" [N47_8_1, N47_8_2, N48_6_1, N48_6_2] {
        open "Whose year of absence counts"
        / "境外或病假须在哪一年度";
        decided "Any year within the cycle and up to the day asked for."
        / "周期之内、所申请的日期之前的任一年度。";
        other "The year in which the term ends."
        / "有效期届满的年度。";
    }
    WON_APPEAL_PAST_DEADLINE = "won_appeal_past_deadline" [N47_3, N47_11] {
        open "A certificate restored on appeal after its deadline"
        / "复议撤销注销登记时办理登记的最后一日已过的证书";
        decided "It has lapsed since the decision."
        / "自复议决定之日起不再有效。";
        other "The holder gets a fresh time to register."
        / "另给持证者办理登记的时间。";
    }
    AFTER_CANCELLATION = "after_cancellation" [N47_10, N47_11] {
        open "A way back after 47.10"
        / "依47.10注销之后能否恢复";
        decided "None but the appeal."
        / "除复议外别无途径。";
        other "A new registration once the ground has gone, as for architects (Regulations on Registered Architects, art. 19)."
        / "事由消失后可以重新登记，如注册建筑师（注册建筑师条例第十九条）。";
    }
    OLD_CRIMINAL_RECORD = "old_criminal_record" [N47_4_2] {
        open "How long a criminal record bars"
        / "犯罪记录影响登记多久";
        decided "Without limit of time: \"无犯罪记录\"."
        / "没有时间限制：“无犯罪记录”。";
        other "A record may be spent, as for accountants and architects after five years (Law on Certified Public Accountants, art. 10; Regulations on Registered Architects, art. 13)."
        / "经过一定年限即不再影响，如注册会计师、注册建筑师为五年（注册会计师法第十条、注册建筑师条例第十三条）。";
    }
    NEW_EXAMINATION = "new_examination" [N47_3] {
        open "A new examination passed"
        / "再次通过考试";
        decided "It gives a new certificate with a term of its own."
        / "取得新的证书，有其自己的有效期。";
        other "It renews the old one."
        / "视为原证书的登记。";
    }
    HOURS_DURING_REVIEW = "hours_during_review" [N47_7, N48_4] {
        open "Hours between acceptance and registration"
        / "受理之后、登记之前完成的学时";
        decided "They count for neither cycle under `conditions_on` = `acceptance`."
        / "以受理之日判断条件的，不计入任何一个周期。";
        other "They count for the next."
        / "计入下一周期。";
    }
    ONE_LEDGER = "one_ledger" [N48_4] {
        open "One ledger for several certificates"
        / "一人多证而学时只有一份";
        decided "It serves all of them."
        / "同一学时对各个证书均有效。";
        other "Hours are used up by the first."
        / "学时用于一个证书之后即不能再用。";
    }
    UNFINISHED_COURSE = "unfinished_course" [N48_9] {
        open "Hours of those who did not finish a course"
        / "未结业者的学时";
        decided "None: whether a trainee finished (结业情况) is recorded for a reason."
        / "不计：记录结业情况自有其用。";
        other "The hours attended."
        / "按实际参加的学时计。";
    }
    HOURS_BEFORE_ISSUE = "hours_before_issue" [N48_0, N48_4] {
        open "Hours before the notices were issued on 2004-12-16"
        / "2004年12月16日通知印发之前的学时";
        decided "They count, and are asked for: \"从即日起\" in 48.0 speaks to the authorities."
        / "计入，也在要求之列：48.0的“从即日起”是对主管部门说的。";
        other "They are asked for from the notice on."
        / "自通知印发之日起才要求。";
    }
    TWO_PROVINCES = "two_provinces" [N47_2, N48_8] {
        open "One body in two provinces"
        / "同一机构在两省";
        decided "Two approvals, and two listings."
        / "两次批准，两次列入名册。";
        other "One of each."
        / "一次即可。";
    }
    SECOND_REVIEW = "second_review" [N47_14, N48_12] {
        open "A second review in a calendar year"
        / "同一公历年内的第二次年度审核或检查评估";
        decided "It is a fault."
        / "是瑕疵。";
        other "It is allowed."
        / "可以进行。";
    }
    WHO_FILES = "who_files" [N48_8] {
        open "Who files an institution with the Centre"
        / "由谁报电子教育中心备案";
        decided "The provincial authority that approved it."
        / "批准该机构的省级信息产业主管部门。";
        other "The institution."
        / "培训机构自己。";
    }
    DEATH = "death" [N47_10] {
        open "The death of the holder"
        / "持证者死亡";
        decided "It is not among the grounds of 47.10; the certificate lapses in time."
        / "不在47.10所列情形之中，证书到期失效。";
        other "The certificate is cancelled (Administrative Licensing Law, art. 70, by analogy)."
        / "应予注销（类推适用行政许可法第七十条）。";
    }
}
