//! What somebody may have to do.

use crate::duty::party::Party;
use crate::naming::table::named;
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;

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
    /// Every task rests on a clause that obliges; they stand in the order of the notices. Its words say what has to be done.
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
    /// assert_eq!((report.clause(), report.clause().force()), (Clause::N47_7, Force::Must));
    /// assert_ne!(report.bearer(), Task::UpdateQuerySystem.bearer());
    /// ```
    pub enum Task: "task" {
        GiveOpinion = "give_opinion",
            "give an opinion on the application", "作出审查意见";
        SealPage = "seal_page",
            "seal and date the registration page of the certificate", "在证书登记页上加盖登记专用章并注明登记日期";
        ReportTalentPool = "report_talent_pool",
            "report the updated talent pool", "报送更新后的计算机专业技术人才库";
        VoidCertificate = "void_certificate",
            "revoke the registration and void the certificate", "办理注销登记手续，作废证书";
        FileCancellation = "file_cancellation",
            "file the cancellation", "报注销登记备案";
        UpdateQuerySystem = "update_query_system",
            "update the public query system", "更新证书登记情况网上查询系统";
        KeepPersonInCharge = "keep_person_in_charge",
            "keep a person in charge of registration", "由专人负责证书登记";
        PublishContacts = "publish_contacts",
            "publish how it is reached", "向社会公布联系方式";
        ReviewAgency = "review_agency",
            "review the registration agency for the year", "对证书登记实施机构进行年度审核";
        RectifyAgency = "rectify_agency",
            "rectify what the review found", "限期整改";
        FileInstitution = "file_institution",
            "file the approved training institution", "将批准的继续教育培训机构报备案";
        KeepRecords = "keep_records",
            "keep the training records and the vouchers given", "培训记录和凭证保留备查";
        SignRecords = "sign_records",
            "record each trainee's hours and completion, signed by the person in charge",
            "详细记录学员的培训学时数和结业情况，由负责人签字确认";
        InspectInstitution = "inspect_institution",
            "inspect and assess the training institution for the year", "对继续教育培训机构进行年度检查评估";
        RectifyInstitution = "rectify_institution",
            "rectify what the inspection found", "限期整顿";
        FileWithdrawal = "file_withdrawal",
            "file the withdrawal of the training institution", "将取消继续教育培训资格报备案";
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

    const fn row(self) -> (Authority, Party, DueRule, Clause) {
        use Authority::{Centre, Office, ProvincialAuthority, RegistrationAgency, TrainingInstitution};
        use DueRule::{NextYear, Opinion, Promptly, Rectification, Retention, Undated};
        match self {
            Self::GiveOpinion => (RegistrationAgency, Party::Holder, Opinion, Clause::N47_7),
            Self::SealPage => (RegistrationAgency, Party::Holder, Undated, Clause::N47_7),
            Self::ReportTalentPool => (RegistrationAgency, Party::Authority(Centre), Promptly, Clause::N47_7),
            Self::VoidCertificate => (RegistrationAgency, Party::Holder, Undated, Clause::N47_10),
            Self::FileCancellation => (RegistrationAgency, Party::Authority(Centre), Promptly, Clause::N47_10),
            Self::UpdateQuerySystem => (Centre, Party::Public, Promptly, Clause::N47_12),
            Self::KeepPersonInCharge => (RegistrationAgency, Party::Public, Undated, Clause::N47_13),
            Self::PublishContacts => (RegistrationAgency, Party::Public, Undated, Clause::N47_13),
            Self::ReviewAgency => (Office, Party::Authority(RegistrationAgency), NextYear, Clause::N47_14),
            Self::RectifyAgency => (RegistrationAgency, Party::Authority(Office), Rectification, Clause::N47_14),
            Self::FileInstitution => (ProvincialAuthority, Party::Authority(Centre), Undated, Clause::N48_8),
            Self::KeepRecords => (TrainingInstitution, Party::Authority(ProvincialAuthority), Retention, Clause::N48_9),
            Self::SignRecords => (TrainingInstitution, Party::Authority(ProvincialAuthority), Undated, Clause::N48_9),
            Self::InspectInstitution => {
                (ProvincialAuthority, Party::Authority(TrainingInstitution), NextYear, Clause::N48_12)
            }
            Self::RectifyInstitution => {
                (TrainingInstitution, Party::Authority(ProvincialAuthority), Rectification, Clause::N48_12)
            }
            Self::FileWithdrawal => (ProvincialAuthority, Party::Authority(Centre), Undated, Clause::N48_12),
        }
    }
}
