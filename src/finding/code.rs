//! The codes of the rule book, each with its sentence in both languages.

use crate::naming::table::{Language, named};
use crate::regulation::clause::Clause;
use crate::regulation::force::Force;

macro_rules! codes {
    ($( $variant:ident $($force:ident $(($article:ident $otherwise:ident))?)? =
        $name:literal, $en:literal, $zh:literal; )+) => {
        named! {
            /// The name of a rule that is not met, as in the rule book and on the wire.
            ///
            /// A code never changes its meaning; new ones may come.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::Code;
            ///
            /// assert_eq!(Code::BeforeWindow.name(), "before_window");
            /// assert_eq!("before_window".parse(), Ok(Code::BeforeWindow));
            /// ```
            #[non_exhaustive]
            pub enum Code: "code" {
                $( #[doc = concat!("`", $name, "`")] $variant = $name; )+
            }
        }

        impl Code {
            /// How strongly the sentence binds on which it rests under a clause; `None` where it rests on none.
            ///
            /// That sentence may bind more or less than its clause does as a whole, which is
            /// [`Clause::force`](crate::Clause::force).
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::regulation::Force;
            /// use ruankao::{Clause, Code};
            ///
            /// // 可…申请延期登记（延期时间不得超过一年）
            /// assert_eq!(Clause::N47_8.force(), Force::May);
            /// assert_eq!(Code::DeferralTooLong.force(Clause::N47_8), Some(Force::Must));
            /// assert_ne!(Code::AfterExpiry.force(Clause::N47_8), Some(Force::Must));
            /// ```
            #[must_use]
            pub const fn force(self, clause: Clause) -> Option<Force> {
                match (self, clause.article()) {
                    $( $($( (Self::$variant, Clause::$article) => Some(Force::$otherwise), )?)? )+
                    $( $( (Self::$variant, _) => Some(Force::$force), )? )+
                    _ => None,
                }
            }

            /// The sentence, with `{required}`, `{found}` and `{subject}` where the values go.
            pub(super) const fn template(self, language: Language) -> &'static str {
                match self { $( Self::$variant => language.choose($en, $zh), )+ }
            }
        }
    };
}

// A row reads `variant force = "name", English, Chinese`; the force is that of the sentence a code rests on, in brackets
// that under another clause, and none where it rests on no clause.
codes! {
    // What cannot happen in the present state of a certificate.
    OutOfOrder = "out_of_order",
        "the event is dated `{found}`, before the previous one on `{required}`; give events in order of date",
        "该项日期为{found}，早于前一项的日期{required}；各项应按日期先后排列";
    NotApproved Must = "not_approved",
        "the certificate has not been approved; nothing can come before the approval",
        "证书尚未批准，批准之前不能有其他事项";
    AlreadyApproved = "already_approved",
        "the certificate has been approved already; it is approved once",
        "证书已经批准，不能再次批准";
    NotSubject Must = "not_subject",
        "the certificate is outside the regime (approvals covered: {required}); it needs no registration",
        "登记制度适用于{required}取得的证书，该证书不在其内，无须登记";
    Repealed = "repealed",
        "the notices no longer apply: they have been repealed since `{required}`",
        "两个通知自{required}起废止，此后不再办理";
    Lapsed States = "lapsed",
        "the formalities of registration were not carried out in time, and the certificate has not been valid since `{found}`",
        "逾期未办理登记手续，证书自{found}起不再有效";
    Cancelled Must = "cancelled",
        "the certificate has been cancelled since `{found}`",
        "证书自{found}起已被注销登记";
    ApplicationPending Must = "application_pending",
        "an application of `{found}` is pending; it has to be decided first",
        "{found}的登记申请尚未决定，应先作出决定";
    NoApplicationPending Must = "no_application_pending",
        "no application is pending; one has to be made first, and accepted before it is registered",
        "没有待决的登记申请，应先提出申请，登记之前还应经受理";
    DeferralPending May = "deferral_pending",
        "a deferral requested on `{found}` is pending; it has to be decided first",
        "{found}提出的延期登记申请尚未决定，应先作出决定";
    NoDeferralPending May = "no_deferral_pending",
        "no deferral request is pending; one has to be made first",
        "没有待决的延期登记申请，应先提出申请";
    AfterExpiry May = "after_expiry",
        "the deferral was requested on `{found}`, after the term ended on `{required}`; request it before",
        "延期登记申请于{found}提出，已过有效期最后一日{required}；应在期满前提出";
    DeferralNotBeyondDeadline May = "deferral_not_beyond_deadline",
        "a deferral until `{found}` does not go beyond the present deadline, `{required}`; ask for a later day",
        "延期至{found}未超过现有期限{required}，应申请更晚的日期";
    ExtensionExists May = "extension_exists",
        "an extension until `{found}` was granted in this term already; there is one a term",
        "本有效期内已准予顺延至{found}，每个有效期只能顺延一次";
    OutsideCycle May = "outside_cycle",
        "the ground arose on `{found}`; expected a day of the education cycle, not after the event",
        "顺延事由发生于{found}，应在本继续教育周期之内，且不晚于准予顺延之日";
    ExtensionNotBeyondCycle May = "extension_not_beyond_cycle",
        "an extension until `{found}` does not go beyond the end of the cycle, `{required}`; grant a later day",
        "顺延至{found}未超过周期最后一日{required}，应准予更晚的日期";
    NotCancelled Must (N47_11 May) = "not_cancelled",
        "the certificate is not cancelled; only a cancellation is published or appealed",
        "证书未被注销登记；公布和复议都以注销登记为前提";
    AlreadyPublished States = "already_published",
        "the cancellation was published already; it is published once",
        "注销登记已经公布，只公布一次";
    NotPublished May = "not_published",
        "the cancellation has not been published; the time for appeal starts with its publication",
        "注销登记尚未公布，申请复议的期限自公布之日起算";
    AppealExists May = "appeal_exists",
        "this cancellation was appealed already; the notice knows one appeal a cancellation",
        "对该次注销登记已申请过复议；依通知，每次注销登记可申请一次复议";
    NoAppealPending May = "no_appeal_pending",
        "no appeal is pending; one has to be filed first",
        "没有待决的复议申请，应先申请复议";
    CalendarUncovered = "calendar_uncovered",
        "the working-day calendar does not cover the year `{subject}`; supply that year's arrangements",
        "工作日历未涵盖{subject}年，请补充该年的放假安排";

    // What was done without its legal conditions.
    DeferralTooLong Must = "deferral_too_long",
        "a deferral until `{found}` goes beyond the latest day possible, `{required}`",
        "延期至{found}超过最晚期限{required}";
    ExtensionTooLong Must = "extension_too_long",
        "an extension until `{found}` goes beyond the latest day possible, `{required}`",
        "顺延至{found}超过最晚期限{required}";
    GroundNotRecognised May = "ground_not_recognised",
        "study outside the mainland defers a registration but does not extend the time for education; work there does",
        "境外学习可以延期登记，但不能顺延继续教育时间（境外工作可以）";
    AbsenceTooShort May = "absence_too_short",
        "the absence shown is {found}; expected more than {required}",
        "境外或病假时间为{found}，应超过{required}";
    AroseOutsideAbsence May = "arose_outside_absence",
        "the ground arose on `{found}`, which lies in none of the absences given",
        "顺延事由发生于{found}，不在所列的任何一段境外或病假期间内";
    ConsentMissing May = "consent_missing",
        "the provincial authority has not consented, as it has to in a case the notice does not name",
        "属于其他情形而未经省级信息产业主管部门同意";
    WrittenApplicationMissing Must = "written_application_missing",
        "the holder's own written application is missing",
        "缺少本人的书面申请";
    EvidenceMissing May (N48_6 Must) = "evidence_missing",
        "evidence of the ground is missing",
        "缺少相关证明";
    BeforeWindow Must = "before_window",
        "`{found}` is before the window to apply, which opens on `{required}`",
        "{found}早于登记申请期的首日{required}";
    AgencyMissing Must = "agency_missing",
        "no registration agency is named; name one that is approved on that day",
        "未注明登记实施机构，应为当日已获批准的机构";
    AgencyNotApproved Must = "agency_not_approved",
        "the registration agency named is not approved on that day",
        "所列登记实施机构当日未获批准";
    ConditionsNotMet Must = "conditions_not_met",
        "the conditions are not met",
        "不符合规定的条件";
    OffPostTooShort Must = "off_post_too_short",
        "the time off the post up to `{found}` is too short; expected to last to `{required}` at least",
        "截至{found}，连续脱离岗位的时间不足，至少应至{required}";
    NoApplicationMade Must = "no_application_made",
        "no application was filed or accepted up to then, so there was none to commit fraud in",
        "在此之前没有提出或受理过登记申请，不存在申请登记过程中的弄虚作假";
    VerificationMissing Must = "verification_missing",
        "the provincial authority has not verified the fraud",
        "弄虚作假行为未经省级信息产业主管部门调查核实";
    AppealTooLate May = "appeal_too_late",
        "the appeal was filed on `{found}`, after the notice's time for it ended on `{required}`; other law may give more",
        "复议申请于{found}提出，已过通知规定的最后一日{required}；其他法律可能给予更长的期限";

    // The conditions of registration.
    Conduct Must = "conduct",
        "professional conduct is not good",
        "职业行为不良";
    CriminalRecord Must = "criminal_record",
        "there is a criminal record",
        "有犯罪记录";
    Health Must = "health",
        "the holder is not fit for the work of the post",
        "身体状况不能坚持本专业岗位工作";
    EmployerAssessment Must = "employer_assessment",
        "the employer's assessment is not passed",
        "所在单位考核不合格";
    DocumentMissing Must = "document_missing",
        "{subject} is missing",
        "缺少{subject}";
    FeeUnpaid Must = "fee_unpaid",
        "the registration fee is not paid",
        "证书登记费尚未缴纳";
    EducationTotal Must = "education_total",
        "study in the cycle comes to {found}; expected at least {required}",
        "本周期继续教育累计{found}，应达到{required}以上";
    EducationYear Must = "education_year",
        "study in year {subject} of the cycle comes to {found}; expected at least {required}",
        "本周期第{subject}年完成{found}，不得少于{required}";

    // Entries of a ledger that do not count.
    ProviderMissing May = "provider_missing",
        "the entry is not of study on the job and names no provider",
        "该条记录不属于在岗学习，又未注明培训机构";
    ProviderNotAccredited Must = "provider_not_accredited",
        "the provider named might not train on the day of the entry",
        "所列培训机构当日不具备从事继续教育培训的资格";

    // Agencies and training institutions.
    AlreadyProposed Must = "already_proposed",
        "the agency was proposed already",
        "该登记实施机构的设置方案已经上报";
    AlreadyApplied Must = "already_applied",
        "the institution applied already",
        "该培训机构已经提出申请";
    NotAwaitingDecision Must = "not_awaiting_decision",
        "nothing awaits a decision",
        "没有待决定的事项";
    NotAwaitingFiling Must = "not_awaiting_filing",
        "nothing awaits filing; an institution is filed once, after its approval",
        "没有待备案的事项，培训机构经批准后备案一次";
    RectificationPending Must = "rectification_pending",
        "a rectification until `{found}` is pending; it has to be judged first",
        "限期至{found}的整改尚未验收，应先验收";
    NotAccredited Must = "not_accredited",
        "the body may not act on that day",
        "该机构当日不具备开展工作的资格";
    AlreadyReviewed Must = "already_reviewed",
        "the body was reviewed on `{found}` already; there is one review a calendar year",
        "该机构已于{found}审核，每个公历年审核一次";
    RectificationNotAfterReview Must = "rectification_not_after_review",
        "rectification by `{found}` is not after the review on `{required}`",
        "整改期限{found}不晚于审核日{required}";
    NoRectificationPending Must = "no_rectification_pending",
        "no rectification is pending",
        "没有待验收的整改";
    SeveralAgencies Should = "several_agencies",
        "several registration agencies may act in the province on `{found}`; in principle there is one",
        "{found}该省、自治区、直辖市有多个登记实施机构，原则上只设一个";

    // What a yearly inspection of a training institution looks at.
    InspectionDelivery Must = "inspection_delivery",
        "continuing education was not carried out as it has to be",
        "继续教育工作实施情况不合格";
    InspectionMeans Must = "inspection_means",
        "plans, materials, time, teachers, environment or equipment fall short",
        "教学计划、教材、时间安排、师资、环境或设备等不合格";
    InspectionQuality Must = "inspection_quality",
        "the quality of training or the satisfaction of the trainees falls short",
        "培训质量或受训人员满意程度不合格";

    // What a registration agency owes the public.
    AddressMissing Must = "address_missing",
        "no address is published",
        "未公布地址";
    TelephoneMissing Must = "telephone_missing",
        "no telephone number is published",
        "未公布电话";
    TelephoneMalformed Must = "telephone_malformed",
        "what is published as the telephone number is not one; expected an area code and the 7 or 8 digits that go with it",
        "公布的电话号码有误，应为区号及与之相应的7或8位号码";
    FaxMalformed Must = "fax_malformed",
        "what is published as the fax number is not one; expected an area code and the 7 or 8 digits that go with it",
        "公布的传真号码有误，应为区号及与之相应的7或8位号码";
    PersonInChargeMissing Must = "person_in_charge_missing",
        "nobody is in charge of registration",
        "没有专人负责证书登记工作";

    // What teaching staff should have.
    TitleTooLow Should = "title_too_low",
        "the teacher's title is lower than a class of that level should generally have",
        "教学人员的职称低于该级别培训一般应具备的职称";
    CompetenceMissing Should = "competence_missing",
        "the teacher lacks the professional and technical competence that matches",
        "教学人员不具备相应的专业技术水平";

    // What a training record holds.
    InstitutionMissing Must = "institution_missing",
        "the record does not name the training institution; name it",
        "培训记录未注明培训机构";
    CoursePeriodMissing Must = "course_period_missing",
        "the record does not say from when to when the course was held; give its first and last day",
        "培训记录未注明培训起止日期";
    CourseContentMissing Must = "course_content_missing",
        "the record does not say what was taught and how; give mode, field and kind",
        "培训记录未注明培训方式和内容";
    CourseOnTheJob May = "course_on_the_job",
        "study on the job is no course of an institution; expected full-time, part-time or spare-time training",
        "在岗学习不属于培训机构组织的培训，应为脱产、半脱产或业余培训";
    TraineesMissing Must = "trainees_missing",
        "the record lists no trainee; list all who took part",
        "培训记录未列学员，应列明所有参加培训的学员";
    TraineeUnnamed Must = "trainee_unnamed",
        "trainee {subject} is not named",
        "第{subject}名学员未注明姓名";
    TraineeRepeated Must = "trainee_repeated",
        "trainee {subject} is listed before; list each once",
        "第{subject}名学员重复，每名学员只列一次";
    TraineeHoursMissing Must = "trainee_hours_missing",
        "the hours of trainee {subject} are missing",
        "第{subject}名学员未注明培训学时数";
    TraineeOutcomeMissing Must = "trainee_outcome_missing",
        "the record does not say whether trainee {subject} finished",
        "第{subject}名学员未注明结业情况";
    SignatureMissing Must = "signature_missing",
        "the person in charge has not signed the record",
        "培训记录未经负责人签字确认";
    SignedTooEarly Must = "signed_too_early",
        "the record was signed on `{found}`, before the course ended on `{required}`",
        "培训记录于{found}签字，早于培训结束日{required}";

    // The application form held against the certificate, the identity document and the ledger.
    CategoryDisagrees Must = "category_disagrees",
        "the form names the category `{found}`; the qualification belongs to `{required}`",
        "申请表所填专业类别为{found}，该资格属于{required}";
    QualificationDisagrees Must = "qualification_disagrees",
        "the form names the qualification `{found}`; the certificate is of `{required}`",
        "申请表所填资格名称为{found}，证书上为{required}";
    LevelDisagrees Must = "level_disagrees",
        "the form names the level `{found}`; the qualification is of the level `{required}`",
        "申请表所填级别为{found}，该资格为{required}";
    QualificationNotYet Must = "qualification_not_yet",
        "the certificate was obtained on `{found}`; there has been such a qualification since `{required}`",
        "证书于{found}取得，该资格自{required}起设立";
    NameDisagrees Must = "name_disagrees",
        "the name on the form is not the one on the certificate",
        "申请表上的姓名与证书不一致";
    SexDisagrees Must = "sex_disagrees",
        "the sex on the form is not the one that the identity number tells",
        "申请表所填性别与身份证件号码不一致";
    BirthDisagrees Must = "birth_disagrees",
        "the year and month of birth on the form are not those that the identity number tells",
        "申请表所填出生年月与身份证件号码不一致";
    IdentityNotInUse Must = "identity_not_in_use",
        "an identity document with a number of this form was not in use on `{found}`; bring one that is",
        "此种号码的身份证件在{found}尚未启用或者已经停用，请出示有效证件";
    NumberDisagrees Must = "number_disagrees",
        "the certificate number on the form is not the one on the certificate",
        "申请表所填证书编号与证书不一致";
    ObtainedDisagrees Must = "obtained_disagrees",
        "the form has the certificate obtained on `{found}`; the certificate says `{required}`",
        "申请表所填取得时间为{found}，证书上为{required}";
    ApprovalDisagrees Must = "approval_disagrees",
        "the certificate was approved on `{found}`; the paper says that it was obtained on `{required}`",
        "证书批准日期为{found}，证书上的取得时间为{required}";
    RowOutOfPlace Must = "row_out_of_place",
        "row {subject} of the education table is dated `{found}`; expected a day from {required}",
        "继续教育情况第{subject}行日期为{found}，应在{required}之间";
    RowUnsupported Must = "row_unsupported",
        "row {subject} of the education table has no entry of that day and mode in the ledger",
        "继续教育情况第{subject}行在继续教育记录中没有相应日期和方式的条目";
    RowHoursDisagree Must = "row_hours_disagree",
        "row {subject} of the education table claims {found}; the ledger has {required} of that day and mode",
        "继续教育情况第{subject}行填写{found}，继续教育记录为{required}";
    AppliedOutOfPlace Must = "applied_out_of_place",
        "the form is signed on `{found}`; expected a day from {required}",
        "申请日期为{found}，应在{required}之间";
    EmployerOutOfPlace States = "employer_out_of_place",
        "the employer's part is dated `{found}`; expected a day from {required}",
        "所在单位考核日期为{found}，应在{required}之间";
    EmployerBeforeSignature States = "employer_before_signature",
        "the employer's part is dated `{found}`, before the applicant signed on `{required}`; no article sets their order",
        "所在单位考核日期为{found}，早于本人签字日期{required}；通知对先后次序没有规定，仅供经办人员注意";
    OpinionTooEarly States = "opinion_too_early",
        "the agency's part is dated `{found}`; expected `{required}` or later",
        "登记实施机构意见日期为{found}，不应早于{required}";
    FeeUnknown Must = "fee_unknown",
        "the fee schedule has no fee for the province `{subject}` on `{found}`; supply the one approved for that day",
        "收费标准中没有{subject}{found}的登记费，请补充该日适用的核准标准";
    RefusedWithoutFinding Must = "refused_without_finding",
        "the application was refused although nothing stood against it",
        "申请没有不符合条件之处，却未予登记";
}
