//! What somebody may have to do.

use crate::duty::party::Party;
use crate::finding::language::Language;
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;
use crate::regulation::force::Force;
use core::fmt;

/// How the time of a task is told from the act that brings it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DueRule {
    /// No time is named.
    Undated,
    /// 及时.
    Promptly,
    /// On the last of the working days for the opinion (47.7).
    Opinion,
    /// By the end of the next calendar year (47.14, 48.12: 年度).
    NextYear,
    /// By the day set for the rectification (47.14, 48.12).
    Rectification,
    /// Through the years for which records are kept (48.9).
    Retention,
}

macro_rules! tasks {
    (@owed_to Public) => { Party::Public };
    (@owed_to Holder) => { Party::Holder };
    (@owed_to $authority:ident) => { Party::Authority(Authority::$authority) };
    ($($name:ident $wire:literal $bearer:ident -> $addressee:ident $due:ident $clause:ident $force:ident
        $en:literal $zh:literal;)+) => {
        /// Something to be done: who bears it, to whom it is owed, and under which clause.
        ///
        /// Every task has the [force](Task::force) of the sentence that sets it: one that obliges, or one that presupposes
        /// the task and says so of nobody.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::duty::Task;
        /// use ruankao::oversight::Authority;
        /// use ruankao::regulation::{Clause, Force};
        ///
        /// let report = Task::ReportTalentPool;
        /// assert_eq!((report.bearer(), report.addressee()), (Authority::RegistrationAgency, Authority::Centre.into()));
        /// assert_eq!((report.clause(), report.force()), (Clause::N47_7, Force::Must));
        /// assert_ne!(report.bearer(), Task::UpdateQuerySystem.bearer());
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
        pub enum Task {
            $( #[doc = concat!($en, ".")] $name, )+
        }

        impl Task {
            /// All of them, in the order of the notices.
            pub const ALL: &'static [Self] = &[$( Self::$name, )+];

            /// The name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$name => $wire, )+ }
            }

            /// Who has to do it.
            #[must_use]
            pub const fn bearer(self) -> Authority {
                match self { $( Self::$name => Authority::$bearer, )+ }
            }

            /// To whom it is owed.
            #[must_use]
            pub const fn addressee(self) -> Party {
                match self { $( Self::$name => tasks!(@owed_to $addressee), )+ }
            }

            /// How its time is told.
            #[must_use]
            pub const fn due_rule(self) -> DueRule {
                match self { $( Self::$name => DueRule::$due, )+ }
            }

            /// The clause that sets it.
            #[must_use]
            pub const fn clause(self) -> Clause {
                match self { $( Self::$name => Clause::$clause, )+ }
            }

            /// How strongly the sentence binds that sets it.
            #[must_use]
            pub const fn force(self) -> Force {
                match self { $( Self::$name => Force::$force, )+ }
            }

            /// What has to be done, in words.
            #[must_use]
            pub const fn called(self, language: Language) -> &'static str {
                match self { $( Self::$name => language.choose($en, $zh), )+ }
            }
        }
    };
}

tasks! {
    GiveOpinion "give_opinion" RegistrationAgency -> Holder Opinion N47_7 Must
        "give an opinion on the application" "作出审查意见";
    SealPage "seal_page" RegistrationAgency -> Holder Undated N47_7 Must
        "stamp the registration page with the special registration seal, and date it" "在证书登记页上加盖计算机专业技术资格（水平）证书登记专用章，并注明登记日期";
    ReportTalentPool "report_talent_pool" RegistrationAgency -> Centre Promptly N47_7 Must
        "report the updated talent pool" "报送更新后的计算机专业技术人才库";
    VoidCertificate "void_certificate" RegistrationAgency -> Holder Undated N47_10 Must
        "revoke the registration and void the certificate" "办理注销登记手续，作废证书";
    FileCancellation "file_cancellation" RegistrationAgency -> Centre Promptly N47_10 Must
        "file the cancellation" "将注销登记报送备案";
    PublishCancellation "publish_cancellation" RegistrationAgency -> Public Undated N47_11 States
        "publish the cancellation" "公布注销登记";
    UpdateQuerySystem "update_query_system" Centre -> Public Promptly N47_12 Must
        "update the public query system" "更新证书登记情况网上查询系统";
    KeepPersonInCharge "keep_person_in_charge" RegistrationAgency -> Public Undated N47_13 Must
        "keep a person in charge of registration" "有专人负责证书登记工作";
    PublishContacts "publish_contacts" RegistrationAgency -> Public Undated N47_13 Must
        "publish how it is reached" "向社会公布联系方式";
    ReviewAgency "review_agency" Office -> RegistrationAgency NextYear N47_14 Must
        "review the registration agency for the year" "对证书登记实施机构进行年度审核";
    RectifyAgency "rectify_agency" RegistrationAgency -> Office Rectification N47_14 Must
        "rectify what the review found" "完成整改";
    ForwardInstitution "forward_institution" RegistrationAgency -> ProvincialAuthority Undated N48_8 Must
        "take the institution's application to the provincial authority" "将单位的申请转报省级信息产业主管部门批准";
    FileInstitution "file_institution" ProvincialAuthority -> Centre Undated N48_8 Must
        "file the approved training institution" "将批准的继续教育培训机构报送备案";
    KeepRecords "keep_records" TrainingInstitution -> ProvincialAuthority Retention N48_9 Must
        "keep the training records and the vouchers given" "保留培训记录和向学员出具的凭证备查";
    SignRecords "sign_records" TrainingInstitution -> ProvincialAuthority Undated N48_9 Must
        "record each trainee's hours and completion, signed by the person in charge"
        "详细记录所有学员的培训学时数和结业情况，并由负责人签字确认";
    InspectInstitution "inspect_institution" ProvincialAuthority -> TrainingInstitution NextYear N48_12 Must
        "inspect and assess the training institution for the year" "对继续教育培训机构进行年度检查评估";
    RectifyInstitution "rectify_institution" TrainingInstitution -> ProvincialAuthority Rectification N48_12 Must
        "rectify what the inspection found" "完成整顿";
    FileWithdrawal "file_withdrawal" ProvincialAuthority -> Centre Undated N48_12 Must
        "file the withdrawal of the training institution" "将取消从事继续教育培训资格的情况报送备案";
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
