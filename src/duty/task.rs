//! What somebody may have to do.

use crate::duty::party::Party;
use crate::naming::table::named;
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;
use crate::regulation::force::Force;

/// How the time of a task is told from the act that brings it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

named! {
    /// Something to be done: who bears it, to whom it is owed, and under which clause.
    ///
    /// Every task has the [force](Task::force) of the sentence that sets it: one that obliges, or one that presupposes the
    /// task and says so of nobody. They stand in the order of the notices. Its words say what has to be done.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::duty::Task;
    /// use ruankao::oversight::Authority;
    /// use ruankao::regulation::Force;
    /// use ruankao::Clause;
    ///
    /// let report = Task::ReportTalentPool;
    /// assert_eq!((report.bearer(), report.addressee()), (Authority::RegistrationAgency, Authority::Centre.into()));
    /// assert_eq!((report.clause(), report.force()), (Clause::N47_7, Force::Must));
    /// assert_ne!(report.bearer(), Task::UpdateQuerySystem.bearer());
    /// ```
    pub enum Task: "task" {
        GiveOpinion = "give_opinion",
            "give an opinion on the application", "作出审查意见";
        SealPage = "seal_page",
            "stamp the registration page with the special registration seal, and date it",
            "在证书登记页上加盖计算机专业技术资格（水平）证书登记专用章，并注明登记日期";
        ReportTalentPool = "report_talent_pool",
            "report the updated talent pool", "报送更新后的计算机专业技术人才库";
        VoidCertificate = "void_certificate",
            "cancel the registration and void the certificate", "办理注销登记手续，作废证书";
        FileCancellation = "file_cancellation",
            "file the cancellation", "将注销登记报送备案";
        PublishCancellation = "publish_cancellation",
            "publish the cancellation", "公布注销登记";
        UpdateQuerySystem = "update_query_system",
            "update the public query system", "更新证书登记情况网上查询系统";
        KeepPersonInCharge = "keep_person_in_charge",
            "keep a person in charge of registration", "有专人负责证书登记工作";
        PublishContacts = "publish_contacts",
            "publish how it is reached", "向社会公布联系方式";
        ReviewAgency = "review_agency",
            "review the registration agency for the year", "对证书登记实施机构进行年度审核";
        RectifyAgency = "rectify_agency",
            "rectify what the review found", "完成整改";
        ForwardInstitution = "forward_institution",
            "take the institution's application to the provincial authority",
            "将单位的申请转报省级信息产业主管部门批准";
        FileInstitution = "file_institution",
            "file the approved training institution", "将批准的继续教育培训机构报送备案";
        KeepRecords = "keep_records",
            "keep the training records and the vouchers given", "保留培训记录和向学员出具的凭证备查";
        SignRecords = "sign_records",
            "record each trainee's hours and completion, signed by the person in charge",
            "详细记录所有学员的培训学时数和结业情况，并由负责人签字确认";
        InspectInstitution = "inspect_institution",
            "inspect and assess the training institution for the year", "对继续教育培训机构进行年度检查评估";
        RectifyInstitution = "rectify_institution",
            "rectify what the inspection found", "完成整顿";
        FileWithdrawal = "file_withdrawal",
            "file the withdrawal of the training institution", "将取消从事继续教育培训资格的情况报送备案";
    }
}

impl Task {
    /// Who has to do it.
    #[must_use]
    pub const fn bearer(self) -> Authority {
        self.row().0
    }

    /// To whom it is owed.
    #[must_use]
    pub const fn addressee(self) -> Party {
        self.row().1
    }

    /// How its time is told.
    #[must_use]
    pub const fn due_rule(self) -> DueRule {
        self.row().2
    }

    /// The clause that sets it.
    #[must_use]
    pub const fn clause(self) -> Clause {
        self.row().3
    }

    /// How strongly the sentence binds that sets it.
    #[must_use]
    pub const fn force(self) -> Force {
        self.row().4
    }

    const fn row(self) -> (Authority, Party, DueRule, Clause, Force) {
        use Authority::{Centre, Office, ProvincialAuthority, RegistrationAgency, TrainingInstitution};
        use DueRule::{NextYear, Opinion, Promptly, Rectification, Retention, Undated};
        match self {
            Self::GiveOpinion => (RegistrationAgency, Party::Holder, Opinion, Clause::N47_7, Force::Must),
            Self::SealPage => (RegistrationAgency, Party::Holder, Undated, Clause::N47_7, Force::Must),
            Self::ReportTalentPool => {
                (RegistrationAgency, Party::Authority(Centre), Promptly, Clause::N47_7, Force::Must)
            }
            Self::VoidCertificate => (RegistrationAgency, Party::Holder, Undated, Clause::N47_10, Force::Must),
            Self::FileCancellation => {
                (RegistrationAgency, Party::Authority(Centre), Promptly, Clause::N47_10, Force::Must)
            }
            Self::PublishCancellation => (RegistrationAgency, Party::Public, Undated, Clause::N47_11, Force::States),
            Self::UpdateQuerySystem => (Centre, Party::Public, Promptly, Clause::N47_12, Force::Must),
            Self::KeepPersonInCharge => (RegistrationAgency, Party::Public, Undated, Clause::N47_13, Force::Must),
            Self::PublishContacts => (RegistrationAgency, Party::Public, Undated, Clause::N47_13, Force::Must),
            Self::ReviewAgency => (Office, Party::Authority(RegistrationAgency), NextYear, Clause::N47_14, Force::Must),
            Self::RectifyAgency => {
                (RegistrationAgency, Party::Authority(Office), Rectification, Clause::N47_14, Force::Must)
            }
            Self::ForwardInstitution => {
                (RegistrationAgency, Party::Authority(ProvincialAuthority), Undated, Clause::N48_8, Force::Must)
            }
            Self::FileInstitution => {
                (ProvincialAuthority, Party::Authority(Centre), Undated, Clause::N48_8, Force::Must)
            }
            Self::KeepRecords => {
                (TrainingInstitution, Party::Authority(ProvincialAuthority), Retention, Clause::N48_9, Force::Must)
            }
            Self::SignRecords => {
                (TrainingInstitution, Party::Authority(ProvincialAuthority), Undated, Clause::N48_9, Force::Must)
            }
            Self::InspectInstitution => {
                (ProvincialAuthority, Party::Authority(TrainingInstitution), NextYear, Clause::N48_12, Force::Must)
            }
            Self::RectifyInstitution => {
                (TrainingInstitution, Party::Authority(ProvincialAuthority), Rectification, Clause::N48_12, Force::Must)
            }
            Self::FileWithdrawal => {
                (ProvincialAuthority, Party::Authority(Centre), Undated, Clause::N48_12, Force::Must)
            }
        }
    }
}
