//! The catalogue: every sentence that is no finding, in both languages.

use crate::naming::table::Language;

macro_rules! messages {
    ($($variant:ident = $name:literal, $en:literal, $zh:literal;)+) => {
        /// A sentence of the catalogue, with up to four places for values.
        ///
        /// Its name never changes its meaning; new ones may come.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Message {
            $( #[doc = $en] $variant, )+
        }

        impl Message {
            /// All of them.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// Its name, as it is written.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::words::Message;
            ///
            /// assert_eq!(Message::WindowOpens.name(), "window_opens");
            /// ```
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            /// The sentence, with `{a}` to `{d}` where the values go.
            #[must_use]
            pub const fn template(self, language: Language) -> &'static str {
                match self { $( Self::$variant => language.choose($en, $zh), )+ }
            }

            /// The sentence before and after its one place, for what is no value of a phrase.
            pub(crate) fn around(self, language: Language) -> [&'static str; 2] {
                let template = self.template(language);
                template.split_once("{a}").map_or([template, ""], |(before, after)| [before, after])
            }
        }
    };
}

messages! {
    // Days that come.
    WindowOpens = "window_opens", "the window to apply opens on {a}", "自{a}起可以办理登记手续";
    TermEnds = "term_ends", "the term ends on {a}", "有效期至{a}届满";
    Deadline = "deadline", "{a} is the last day on which to register", "办理登记的最后一日为{a}";
    OpinionDue = "opinion_due", "the agency's opinion is due on {a}", "登记实施机构应不晚于{a}作出审查意见";
    AppealEnds = "appeal_ends", "the notice's time for appeal ends on {a}", "通知规定的申请复议期限至{a}届满";
    YearEnds = "year_ends", "year {b} of education ends on {a}", "继续教育周期第{b}年至{a}届满";
    CycleEnds = "cycle_ends", "the education cycle ends on {a}", "继续教育周期至{a}届满";
    RepealTakesEffect = "repeal_takes_effect", "from {a} on the notices no longer apply", "自{a}起两个通知不再适用";

    // What is to be done.
    EarnInYear = "earn_in_year", "earn {a} in year {b}, from {c}", "在{c}期间完成第{b}年所缺的{a}";
    EarnInYearLater = "earn_in_year_later", "or in the time of the extension, {a}", "也可以在顺延期间（{a}）补足";
    EarnInCycle = "earn_in_cycle", "earn {a} more in the cycle, from {b}", "另在{b}期间完成{a}";
    EarnInCycleFrom = "earn_in_cycle_from", "earn {a} more, from {b} on", "自{b}起另完成{a}";
    LeastInAll = "least_in_all", "that is {a} in all, the least that is enough", "合计不少于{a}";
    FreeChoice = "free_choice", "at which institution, in which form and when is for the holder to choose", "培训机构、继续教育形式和具体参加时间由本人自愿选择";
    NothingToEarn = "nothing_to_earn", "no more hours are needed", "学时已满足要求";
    ApplyBetween = "apply_between", "apply from {a}", "在{a}期间申请登记";
    FileBy = "file_by", "the application has to be filed by {a}; acceptance and decision may come after it", "应不晚于{a}提交登记申请，受理和决定可以在其后作出";
    AcceptFiled = "accept_filed", "the application filed on {a} can be accepted and registered from {b} on", "{a}提交的登记申请自{b}起可以受理并予以登记";
    CompleteAccepted = "complete_accepted", "the application accepted on {a} can be registered from {b} on", "{a}受理的登记申请自{b}起可以予以登记";
    ReturnAfterLapse = "return_after_lapse", "no longer valid from {a} on, the certificate may be registered again: apply from {b} on", "证书自{a}起不再有效，但可以再次登记：自{b}起可以申请";
    RegisterFrom = "register_from", "what is missing until then can be supplied while the application is pending, which can be registered from {a} on", "届时尚缺的各项可以在申请待决期间补齐，自{a}起可以予以登记";
    RegisterAt = "register_at", "on the first day possible {a} may register it", "可以登记的首日能够予以登记的登记实施机构：{a}";
    ApplyAt = "apply_at", "on the first of these days {a} may accept it", "首日可以受理的登记实施机构：{a}";
    ValidUntil = "valid_until", "registered on the first of these days, the certificate is valid until {a}", "于首日登记的，有效期至{a}";
    ValidUntilThen = "valid_until_then", "registered on the first day possible, the certificate is valid until {a}", "于可以登记的首日登记的，有效期至{a}";
    StillToShow = "still_to_show", "still to be shown: {a}", "须证明：{a}";
    AwaitApproval = "await_approval", "there is no certificate yet; it has to be approved first", "尚未取得证书，须先经批准";
    NothingToDo = "nothing_to_do", "no registration is needed", "无须办理登记";
    AfterRepeal = "after_repeal", "from {a} on the notices no longer apply: the certificate is valid without end, and nothing is to be done", "自{a}起两个通知不再适用，证书持续有效，无须办理任何手续";
    AwaitRegistration = "await_registration", "the application accepted on {a} meets the conditions; await the registration", "{a}受理的申请符合登记条件，等待登记";
    AssumingApplicationRefused = "assuming_application_refused", "the application accepted on {a} does not meet the conditions; this is what follows if it is refused today", "{a}受理的申请不符合登记条件；以下按当日决定不予登记推算";
    AssumingDeferralRefused = "assuming_deferral_refused", "the deferral requested on {a} is undecided; this is what follows if it is refused today", "{a}提出的延期登记申请尚未决定；以下按当日决定不予延期推算";
    AssumingDeferralGranted = "assuming_deferral_granted", "the deferral requested on {a} is undecided; this is what follows if it is granted today", "{a}提出的延期登记申请尚未决定；以下按当日决定准予延期推算";
    AwaitPublication = "await_publication", "the registration agency is to publish the cancellation, and until it does the notice's time for appeal does not start; other law may count from knowledge, give more time or open a court", "由登记实施机构公布注销登记，公布之前通知规定的申请复议期限不起算；其他法律可能规定自知道之日起算、给予更长的期限或者允许提起诉讼";
    AppealBy = "appeal_by", "appeal to the Office by {a}; other law may give more time or open a court", "不晚于{a}向证书登记管理办公室申请复议；其他法律可能给予更长的期限或者允许提起诉讼";
    AwaitAppeal = "await_appeal", "await the decision on the appeal filed on {a}", "等待对{a}所提复议申请作出决定";
    NothingHelps = "nothing_helps", "the notices provide for nothing more; other law may give more time or open a court", "两个通知没有规定其他办法；其他法律可能给予更长的期限或者允许提起诉讼";

    // What stands in the way as things are.
    CannotRegister = "cannot_register", "the certificate cannot be registered any more as things stand", "就目前情况，已不能办理登记";
    YearClosed = "year_closed", "year {b} lacks {a}, and it has been too late since {c}", "第{b}年缺{a}，自{c}起已无法补足";
    CycleClosed = "cycle_closed", "the cycle lacks {a}, and it has been too late since {b}", "本周期累计缺{a}，自{b}起已无法补足";
    YearNotYet = "year_not_yet", "year {b} lacks {a} and begins on {c}, after the last day on which to register", "第{b}年缺{a}，该年度于{c}才开始，晚于办理登记的最后一日";
    CycleNotYet = "cycle_not_yet", "the cycle lacks {a} and begins on {b}, after the last day on which to register", "本周期累计缺{a}，该周期于{b}才开始，晚于办理登记的最后一日";
    NoAgency = "no_agency", "no registration agency on the list may act from {a}", "名单上没有在{a}期间可以受理的登记实施机构";
    NoAgencyFrom = "no_agency_from", "no registration agency on the list may act from {a} on", "名单上没有自{a}起可以受理的登记实施机构";
    NoWindow = "no_window", "the window to apply opens on {a}, after the last day on which to register, {b}", "登记申请期于{a}才开始，晚于办理登记的最后一日{b}";
    LapsesWithPending = "lapses_with_pending", "whatever is decided on what is pending, the certificate lapses", "无论对待决事项作出何种决定，证书均不再有效";

    // What is open besides.
    DeferralOpen = "deferral_open", "a deferral to {a} at the latest may be requested, by {b}", "可不晚于{b}申请延期登记，最晚延至{a}";
    ExtensionOpen = "extension_open", "an extension to {a} at the latest may be granted, on a ground that arose from {b}", "对{b}期间发生的事由，可以准予顺延继续教育时间，最晚至{a}";
    OnGround = "on_ground", "ground: {a}", "事由：{a}";
    StudyAbroadTrap = "study_abroad_trap", "study outside the mainland defers the registration but does not extend the time for education; work there does both", "境外学习可以延期登记，但不能顺延继续教育时间；境外工作两者均可";
    EarlyCosts = "early_costs", "registering on {a} starts the new term that day and gives up what is left of the old one, {b}", "{a}登记的，新有效期自该日起算，原有效期余下的{b}不再计算";
    DecideBy = "decide_by", "the registration has to be decided by {a}: what is pending ends with the term", "应不晚于{a}作出登记决定，否则待决的申请随有效期届满而终止";
    AcceptBy = "accept_by", "the application has to be accepted by {a}; that it is filed by then is not enough", "登记申请应不晚于{a}获得受理，仅在此前提交申请的，不视为按期办理";
    OpinionUncovered = "opinion_uncovered", "the day on which the opinion is due is not known: the working-day calendar does not cover {a}", "作出审查意见的期限无法确定：工作日历未涵盖{a}年";
    ExtendedBeyondDeadline = "extended_beyond_deadline", "year {a} begins on {b}, after the last day on which to register: only a deferral leaves time for it", "第{a}年于{b}才开始，晚于办理登记的最后一日，只有延期登记才来得及完成";
    RepealUnnamed = "repeal_unnamed", "mind that {a}", "请注意：{a}";

    // Why a standing is what it is.
    StandingIs = "standing_is", "on {a} the certificate is {b}", "{a}证书状态为：{b}";
    StandingSince = "standing_since", "the certificate has been {b} since {a}", "自{a}起证书状态为：{b}";
    StandingUntil = "standing_until", "the certificate is {b}, until {a}", "证书状态为：{b}，至{a}";
    Valid = "valid", "it is valid", "证书有效";
    NotValid = "not_valid", "it is not valid", "证书无效";
    PhaseIs = "phase_is", "the certificate is {a}", "证书状态为：{a}";
    AsOfDay = "as_of_day", "as of {a}", "截至{a}";
    KnownOn = "known_on", "as known on {a}", "按{a}登记册所载";
    HoldsUntil = "holds_until", "this holds until {a}; after it the certificate is {b}", "此状态至{a}止，其后为：{b}";
    FromDay = "from_day", "from {a}: {b}", "自{a}起：{b}";
    Caution = "caution", "note: {a}", "提示：{a}";
    NoApprovalYet = "no_approval_yet", "nothing is recorded up to {a}", "截至{a}没有任何记录";
    ApprovedEarlier = "approved_earlier", "it was approved on {a}; certificates obtained from {b} on are registered", "证书于{a}取得；自{b}起取得的证书方须定期登记";
    ApprovedAfterRepeal = "approved_after_repeal", "it was approved on {a}; the notices have been repealed since {b}", "证书于{a}取得，通知已自{b}起废止";
    TermRan = "term_ran", "the term from {a} ended on {b}", "自{a}起算的有效期已于{b}届满";
    TermRuns = "term_runs", "the term from {a} runs until {b}", "自{a}起算的有效期至{b}";
    TermWasToRun = "term_was_to_run", "the term from {a} was to run until {b}", "自{a}起算的有效期原至{b}";
    TermRolled = "term_rolled", "its nominal last day {a} is not a working day, so it ends on {b}", "有效期本应于{a}届满，该日不是工作日，顺延至{b}";
    NoDeferral = "no_deferral", "no deferral was granted in this term", "本有效期内没有准予延期登记";
    DeferredUntil = "deferred_until", "the registration is deferred until {a}", "准予延期登记至{a}";
    NothingPending = "nothing_pending", "nothing was pending", "没有待决定的事项";
    PendingEnded = "pending_ended", "what was pending since {a} ended with the term", "自{a}起待决的申请随有效期届满而终止";
    PendingKeeps = "pending_keeps", "what is pending since {a} keeps it beyond the last day until it is decided", "申请自{a}起待决，证书在办理登记的最后一日之后仍保留至决定之日";
    ApplicationIsPending = "application_is_pending", "an application accepted on {a} is pending", "{a}受理的登记申请尚未决定";
    ApplicationIsFiled = "application_is_filed", "an application filed on {a} has not been accepted yet", "{a}提交的登记申请尚未受理";
    FiledInTime = "filed_in_time", "the application was accepted on {a}, after the last day on which to register, {b}: it had been filed in time", "申请于{a}受理，晚于办理登记的最后一日{b}，但已按期提交";
    PendingAfterLapse = "pending_after_lapse", "the certificate lapsed on {a}, and is not valid while the application is pending", "证书自{a}起不再有效，申请待决期间仍无效";
    JudgedOnDecision = "judged_on_decision", "the conditions are judged as of the day of the decision", "登记条件按作出决定之日判断";
    JudgedOnAcceptance = "judged_on_acceptance", "the conditions are judged as of the day of acceptance", "登记条件按受理之日判断";
    DeferralIsPending = "deferral_is_pending", "a deferral until {b}, requested on {a}, is pending", "{a}提出的延期至{b}的申请尚未决定";
    LapsedByDecision = "lapsed_by_decision", "the decision on {a} came after the last day on which to register, {b}", "{a}作出的决定晚于办理登记的最后一日{b}";
    NoReturn = "no_return", "a certificate that has lapsed is not registered again", "失效的证书不能再次登记";
    MayReturn = "may_return", "a certificate that has lapsed may be registered again, whenever the application is accepted", "失效的证书可以再次登记，何时受理申请不限";
    RepealedSince = "repealed_since", "the notices have been repealed since {a}", "两个通知自{a}起废止";
    ValidAtRepeal = "valid_at_repeal", "it had neither lapsed nor been cancelled by {a}, and is valid without a last day since", "截至{a}证书既未失效也未注销，此后持续有效";
    RevivedByRepeal = "revived_by_repeal", "it had lapsed by {a}, and the repeal gives it back", "截至{a}证书已经失效，因通知废止恢复有效";
    LapsedAtRepeal = "lapsed_at_repeal", "it had lapsed by {a}, and the repeal does not give it back", "截至{a}证书已经失效，通知废止不使其恢复有效";
    PendingAtRepeal = "pending_at_repeal", "what was pending since {a} ended with the repeal", "自{a}起待决的申请因通知废止而终止";
    WindowOpened = "window_opened", "the window to apply opened on {a}", "登记申请期已于{a}开始";
    CancelledOn = "cancelled_on", "the certificate was cancelled on {a} for {b}", "{a}因{b}被注销登记";
    LeftPost = "left_post", "the holder left the post on {a}", "持证者于{a}脱离岗位";
    LeftPostUntil = "left_post_until", "the holder left the post on {a} and returned on {b}", "持证者于{a}脱离岗位，于{b}返回岗位";
    Unpublished = "unpublished", "the cancellation has not been published, so the notice's {a} for appeal have not started; other law may count from knowledge", "注销登记尚未公布，通知规定的{a}申请复议期限尚未起算；其他法律可能规定自知道之日起算";
    PublishedAppealable = "published_appealable", "under the notice it can be appealed until {a}", "依通知可以不晚于{a}申请复议";
    AppealTimeOver = "appeal_time_over", "the notice's time for appeal ended on {a} unused; other law may give more time or open a court", "通知规定的申请复议期限已于{a}届满，未申请复议；其他法律可能给予更长的期限或者允许提起诉讼";
    AppealWasFiled = "appeal_was_filed", "an appeal was filed on {a}", "已于{a}申请复议";
    AppealUnpublished = "appeal_unpublished", "the cancellation had not been published by then, which is a fault and no nullity", "当时注销登记尚未公布，属于瑕疵，复议申请并不因此无效";
    AppealUpheld = "appeal_upheld", "the cancellation was upheld on {a}, which closes the remedy of the notices; other law may open a court", "{a}复议决定维持注销登记，通知规定的复议程序到此结束；其他法律可能允许提起诉讼";
    AppealSuspends = "appeal_suspends", "the appeal suspends the cancellation", "复议期间停止注销登记的执行";
    AppealDoesNotSuspend = "appeal_does_not_suspend", "the appeal does not suspend the cancellation", "复议期间不停止注销登记的执行";
    TermWouldHaveEnded = "term_would_have_ended", "the appeal suspends the cancellation, but the term has ended", "复议期间停止注销登记的执行，但有效期已届满";
    ReleasedIfWon = "released_if_won", "the appeal suspends the cancellation, and the repeal would release the certificate without it", "复议期间停止注销登记的执行，若无注销，证书因通知废止持续有效";
    LapsedIfWon = "lapsed_if_won", "the appeal suspends the cancellation, but the certificate had lapsed by the repeal", "复议期间停止注销登记的执行，但通知废止时证书已经失效";
    DeferredValidity = "deferred_validity", "the term ended on {a} and a deferral was granted", "有效期已于{a}届满，且已准予延期登记";

    // Why an assessment or the education is what it is.
    MayRegister = "may_register", "on {a} the application may be accepted and the certificate registered", "{a}可以受理申请并予以登记";
    MayNotRegister = "may_not_register", "on {a} the certificate may not be registered; conditions not met: {b}", "{a}不能登记，有{b}项不符合条件";
    Complete = "complete", "the education of the cycle is complete", "本周期继续教育已完成";
    Incomplete = "incomplete", "the education of the cycle is not complete", "本周期继续教育尚未完成";
    TotalMet = "total_met", "study in the cycle comes to {a}; expected at least {b}", "本周期继续教育累计{a}，应达到{b}以上";
    YearMet = "year_met", "study in year {c} of the cycle comes to {a}; expected at least {b}", "本周期第{c}年完成{a}，不得少于{b}";
    Exempt = "exempt", "the first registration asks for no education", "首次登记不要求完成继续教育";
    MadeUp = "made_up", "of these, {a} made up in the time of the extension", "其中{a}在顺延期间补足";
    LateCounted = "late_counted", "of these, {a} earned after the cycle", "其中{a}在周期届满后完成";
    EntryDisregarded = "entry_disregarded", "entry {a} of {b} does not count", "第{a}条学时记录（{b}）不予计算";
    EntryStruck = "entry_struck", "entry {a} of {b} was struck as wrong on {c} and does not count", "第{a}条学时记录（{b}）已于{c}作为错误记载划去，不予计算";
    StillShort = "still_short", "{a} missing", "尚缺{a}";
    NoAgencyLookedAt = "no_agency_looked_at", "no agency is looked at, since none has been chosen yet", "登记实施机构尚未选定，此处不作审查";
    NoAgencyOn = "no_agency_on", "no registration agency on the list may act on {a}", "名单上没有{a}可以办理登记的登记实施机构";
    AgenciesOn = "agencies_on", "registration agencies on the list that may act on {a}: {b}", "名单上{a}可以办理登记的登记实施机构：{b}个";
    AgencyOfAct = "agency_of_act", "the agency looked at is the one that the act names", "所审查的是该项注明的登记实施机构";
    AgencyOfFiling = "agency_of_filing", "the act names no agency; the one looked at is that of the filing on {a}", "该项未注明登记实施机构，所审查的是{a}提交申请时注明的机构";
    AgencyOfAcceptance = "agency_of_acceptance", "the act names no agency; the one looked at is that of the acceptance on {a}", "该项未注明登记实施机构，所审查的是{a}受理申请时注明的机构";
    EventRefused = "event_refused", "event {a}, {b} on {c}, is refused", "第{a}项（{c}{b}）不能成立";
    EventIrregular = "event_irregular", "event {a}, {b} on {c}, is irregular and takes effect", "第{a}项（{c}{b}）不合规定，但仍然有效";
    VerdictMet = "verdict_met", "nothing stands against it", "没有不符合之处";
    VerdictNotMet = "verdict_not_met", "this stands against it", "有下列不符合之处";
    ActRefused = "act_refused", "the act is refused", "该行为不能成立";

    // What would mend it.
    MendOrder = "mend_order", "record the events in order of date", "按日期先后记载各项";
    MendApprove = "mend_approve", "record the approval first", "先记载批准";
    MendStrikeApproval = "mend_strike_approval", "the first approval stands; if the second was recorded by mistake, strike its record", "以首次批准为准；第二次系误记的，划去该条记载";
    MendNothing = "mend_nothing", "nothing has to be done: the certificate needs no registration", "无须办理：该证书不须登记";
    MendRepealed = "mend_repealed", "nothing has to be done: from the repeal on no registration is asked for", "无须办理：通知废止后不再要求登记";
    MendPublished = "mend_published", "the first publication stands, and the time for appeal runs from it", "以首次公布为准，申请复议的期限自该次公布之日起算";
    MendExtended = "mend_extended", "the extension already granted stands; another can be granted in the next term", "已准予的顺延继续有效；下一有效期内可以再准予顺延";
    MendAppealed = "mend_appealed", "the appeal already filed decides; other law may open a court", "以已提出的复议申请为准；其他法律可能允许提起诉讼";
    MendDecide = "mend_decide", "have what is pending decided first", "先就待决事项作出决定";
    MendApplyFirst = "mend_apply_first", "have an application made first, and accepted before it is registered", "先提出登记申请，登记之前还应经受理";
    MendRequestFirst = "mend_request_first", "request the deferral first", "先申请延期登记";
    MendRequestEarlier = "mend_request_earlier", "request the deferral while the term runs", "在有效期内申请延期登记";
    MendLater = "mend_later", "name a later day", "改为更晚的日期";
    MendNotBeyond = "mend_not_beyond", "name an earlier day", "改为更早的日期";
    MendArose = "mend_arose", "name a day of the cycle on which the ground arose", "填写事由在本周期内发生的日期";
    MendCancelFirst = "mend_cancel_first", "nothing is to be published or appealed unless the certificate is cancelled", "证书未被注销登记的，无须公布，也无从申请复议";
    MendPublishFirst = "mend_publish_first", "publish the cancellation first", "先公布注销登记";
    MendCalendar = "mend_calendar", "supply the working-day arrangements of that year", "补充该年的放假安排";
    MendGround = "mend_ground", "rely on another ground of 48.6, such as work outside the mainland", "改依48.6所列其他事由，例如境外工作";
    MendAbsence = "mend_absence", "show a longer absence", "提交更长的境外或病假时间的证明";
    MendAroseInside = "mend_arose_inside", "name a day of the absence on which the ground arose", "填写事由在境外或病假期间内发生的日期";
    MendConsent = "mend_consent", "obtain the consent of the provincial authority", "取得省级信息产业主管部门同意";
    MendWritten = "mend_written", "bring the holder's own written application", "提交本人的书面申请";
    MendEvidence = "mend_evidence", "bring evidence of the ground", "提交事由的相关证明";
    MendWait = "mend_wait", "apply once the window is open", "自登记申请期首日起申请";
    MendAgency = "mend_agency", "go to an agency that is approved on the day", "向当日已获批准的登记实施机构申请";
    MendConditions = "mend_conditions", "mend what is missing", "补正所缺各项";
    MendOffPost = "mend_off_post", "the ground is given only once the time off the post is long enough", "脱离专业技术岗位的时间达到要求后方构成事由";
    MendNoFraud = "mend_no_fraud", "the ground is given only where something was applied for; rely on another ground of 47.10", "提出过申请的，方构成此项事由；可依47.10所列其他事由";
    MendVerify = "mend_verify", "have the provincial authority verify it", "由省级信息产业主管部门调查核实";
    MendAppealInTime = "mend_appeal_in_time", "appeal within the time that the notice gives; other law may give more, or open a court", "在通知规定的期限内申请复议；其他法律可能给予更长的期限或者允许提起诉讼";
    MendConduct = "mend_conduct", "show good professional conduct", "证明职业行为良好";
    MendRecord = "mend_record", "a criminal record cannot be mended", "有犯罪记录的，无从补正";
    MendHealth = "mend_health", "show fitness for the work of the post", "证明能够坚持本专业岗位工作";
    MendEmployer = "mend_employer", "pass the employer's assessment", "通过所在单位考核";
    MendDocument = "mend_document", "bring {a}", "提交{a}";
    MendFee = "mend_fee", "pay the registration fee", "缴纳证书登记费";
    MendEarn = "mend_earn", "earn {a} more", "再完成{a}";
    MendProvider = "mend_provider", "name the institution that taught it", "注明培训机构";
    MendAccredited = "mend_accredited", "study at an accredited institution of one's own choice (48.11)", "到具备资格的培训机构学习，具体机构由本人自愿选择（48.11）";
    MendRegisterInTime = "mend_register_in_time", "register in time", "应在期限内办理登记";
    MendReturn = "mend_return", "apply again: a certificate that has lapsed may be registered again", "重新申请登记：失效的证书可以再次登记";
    MendAppeal = "mend_appeal", "the notices bring the certificate back only if an appeal is won; other law may open a court", "依通知，复议撤销注销登记的，证书方可恢复；其他法律可能允许提起诉讼";
    MendBody = "mend_body", "follow the order of proposal, decision, review and rectification", "依照上报、批准、审核、整改的程序办理";
    MendSupply = "mend_supply", "supply what is missing, or put it right", "补充所缺事项或予以更正";
    MendTeacher = "mend_teacher", "let somebody teach who has both title and competence", "由具备相应职称和专业技术水平的人员任教";
    MendOneAgency = "mend_one_agency", "in principle keep one agency a province", "原则上每省只设一个登记实施机构";
    MendForm = "mend_form", "correct the form, or the paper it disagrees with", "更正申请表或与之不符的材料";
    MendSchedule = "mend_schedule", "supply the fee approved by the local price authority", "提供当地物价部门核准的收费标准";
    MendGrounds = "mend_grounds", "refuse on a finding, or register", "审查发现问题的，方可不予登记，否则应予登记";
    TimeFrom = "time_from", "from {a}", "自{a}起";
    TimeBy = "time_by", "by {a}", "不晚于{a}";
    TimeWithin = "time_within", "from {a}", "在{a}期间";
    TimeTooLate = "time_too_late", "too late since {a}", "自{a}起已逾期";

    // What is different.
    NowRefused = "now_refused", "the history is now refused at event {a}", "改动后，登记经过的第{a}项不能成立";
    NoLongerRefused = "no_longer_refused", "the history is no longer refused", "改动后，登记经过各项均能成立";
    WasThenIs = "was_then_is", "{a} becomes {b}", "由{a}变为{b}";
    BecomesValid = "becomes_valid", "the certificate becomes valid", "证书变为有效";
    BecomesFinal = "becomes_final", "the notices' remedy against the cancellation closes", "通知规定的针对注销登记的复议程序结束";
    BecomesInvalid = "becomes_invalid", "the certificate is no longer valid", "证书变为无效";
    DayMoves = "day_moves", "its day moves from {a} to {b}", "日期由{a}变为{b}";
    DeadlineMoves = "deadline_moves", "the last day on which to register moves from {a} to {b}", "办理登记的最后一日由{a}变为{b}";
    LastValidDayMoves = "last_valid_day_moves", "the last day on which it is valid moves from {a} to {b}", "证书有效的最后一日由{a}变为{b}";
    ValidNoLongerThan = "valid_no_longer_than", "if nothing more happens, it is valid until {a} and no longer", "如无其他情况，证书有效至{a}为止";
    ValidBeyondTerm = "valid_beyond_term", "time alone no longer ends its validity", "证书不再仅因期限届满而失效";
    NoLongerMissing = "no_longer_missing", "no longer stands against it", "已消除的不符合之处";
    NowMissing = "now_missing", "now stands against it", "新出现的不符合之处";
    HoursMove = "hours_move", "the hours of the cycle move from {a} to {b}", "本周期学时由{a}变为{b}";
    HoursOfYearMove = "hours_of_year_move", "the hours of year {a} move from {b} to {c}", "第{a}年学时由{b}变为{c}";
    LeastMoves = "least_moves", "the hours still needed move from {a} to {b}", "尚需学时由{a}变为{b}";
    CanRegister = "can_register", "registering becomes possible, from {a}", "变为可以登记，时间为{a}";
    CanNoLongerRegister = "can_no_longer_register", "registering is no longer possible", "变为不能登记";
    ApplyMoves = "apply_moves", "the days on which to apply move from {a}, to {b}", "申请登记的时间由{a}变为{b}";
    NothingDifferent = "nothing_different", "nothing is different", "没有差别";

    // On what an answer hangs.
    TurnsTo = "turns_to", "\"{a}\" read as \"{b}\"", "“{a}”按“{b}”解释";
    DecidedPoint = "decided_point", "left open by the notices and decided here: {a}", "通知未作规定，此处确定：{a}";
    HoldsAlways = "holds_always", "the answer holds under every reading; readings that can matter: {a}, combinations tried: {b}", "无论采用哪一种解释，结论都相同；其中{a}项解释可能有影响，共试{b}种组合";
    LookedAtSets = "looked_at_sets", "looked at sets of at most {a}; readings that can matter: {b}", "已试至多{a}项解释同时改变的组合，可能有影响的解释共{b}项";
    NothingFlips = "nothing_flips", "none of these sets changes the answer", "这些组合都不改变结论";
    Registrable = "registrable", "it could be registered", "可以登记";
    NotRegistrable = "not_registrable", "it could not be registered", "不能登记";
    NoCycle = "no_cycle", "there is no education cycle", "没有继续教育周期";
    HistoryRefused = "history_refused", "the history is refused", "登记经过中有一项不能成立";

    // What was known.
    KnownDifference = "known_difference", "the certificate on {b}, as known on {a} and as known now", "{b}的证书：按{a}所知与按目前所知";
    KnownSame = "known_same", "on {a} the register held all that it holds now of the days up to {b}", "截至{b}的事项，{a}登记册所载与目前相同";
    EventNotYetHeld = "event_not_yet_held", "on {a} the register did not yet hold the event of {c}, {b}, recorded on {d}", "{a}登记册尚未载有{c}的“{b}”，该项于{d}记载";
    EventStillHeld = "event_still_held", "on {a} the register still held the event of {c}, {b}, struck as wrong on {d}", "{a}登记册仍载有{c}的“{b}”，该项于{d}作为错误记载划去";
    EntryNotYetHeld = "entry_not_yet_held", "on {a} the ledger did not yet hold {b} of {c}, recorded on {d}", "{a}尚未载有{c}的{b}，该条学时记录于{d}记载";
    EntryStillHeld = "entry_still_held", "on {a} the ledger still held {b} of {c}, struck as wrong on {d}", "{a}仍载有{c}的{b}，该条学时记录于{d}作为错误记载划去";
    ThenIs = "then_is", "as known on {a}: {b}", "按{a}所知：{b}";
    NowIs = "now_is", "as known now: {a}", "按目前所知：{a}";
    KnownNow = "known_now", "as known now", "按目前所知";
}
