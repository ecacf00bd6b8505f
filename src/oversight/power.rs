//! Who may or must do what: the powers that the notices hand out.

use crate::naming::table::{Language, named};
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;
use crate::regulation::force::Force;
use core::fmt;

named! {
    /// Something that the notices give one authority to do; in order of bearer.
    ///
    /// Each has one bearer, one clause, and the [force](Power::force) of the sentence that gives it. Its words say what it is,
    /// in English behind "to".
    pub enum Power: "power" {
        AdministerRegistration = "administer_registration",
            "administer the registration of certificates nationwide", "管理全国证书登记工作";
        ApproveAgencies = "approve_agencies",
            "approve the registration agencies that the provinces propose", "批准各地证书登记实施机构的设置方案";
        MakeTheSeal = "make_the_seal",
            "have the special registration seal made, one pattern for all",
            "统一刻制计算机专业技术资格（水平）证书登记专用章";
        DecideAppeals = "decide_appeals",
            "decide appeals against cancellations", "对注销登记的复议申请作出决定";
        ReviewAgencies = "review_agencies",
            "review the registration agencies every year", "对证书登记实施机构进行年度审核";
        OrderAgenciesToRectify = "order_agencies_to_rectify",
            "order an agency that failed its review to rectify within a time limit",
            "责令审核不合格的登记实施机构限期整改";
        WithdrawAgencies = "withdraw_agencies",
            "withdraw the qualification of an agency whose rectification is not satisfactory",
            "撤销整改效果不理想的登记实施机构的资格";
        RegulateEducation = "regulate_education",
            "make the rules on the administration of continuing education", "制定继续教育管理办法";
        ApproveSyllabus = "approve_syllabus",
            "have the training syllabus drawn up, and approve it", "组织拟定、审批继续教育培训大纲";
        ManageDaily = "manage_daily",
            "manage the registration of certificates from day to day", "负责证书登记的日常管理工作";
        CollectTalentPool = "collect_talent_pool",
            "bring together the talent pools that the agencies report", "汇总计算机专业技术人才库";
        FileRevocations = "file_revocations",
            "take cancellations on file", "办理注销登记的备案";
        PublishRegistrations = "publish_registrations",
            "keep the public query system up to date", "及时更新证书登记情况网上查询系统";
        CarryOutEducation = "carry_out_education",
            "organize and carry out continuing education", "负责继续教育的具体组织实施";
        FileInstitutions = "file_institutions",
            "take approved training institutions on file", "办理继续教育培训机构的备案";
        FileWithdrawals = "file_withdrawals",
            "take the withdrawals of training institutions on file", "办理取消继续教育培训资格的备案";
        SuperviseAgencies = "supervise_agencies",
            "supervise, administer and guide the registration agencies of its region",
            "监督、管理、指导本行政区域证书登记实施机构的工作";
        ProposeAgencies = "propose_agencies",
            "plan the registration agency of its region and propose it to the Office",
            "确定证书登记实施机构的设置方案并上报";
        ConsentToDeferral = "consent_to_deferral",
            "consent to a deferral on another ground", "同意因其他情况延期登记";
        VerifyFraud = "verify_fraud",
            "verify fraud in an application for registration", "调查核实申请登记过程中的弄虚作假行为";
        SuperviseEducation = "supervise_education",
            "supervise, administer, guide and coordinate continuing education in its region",
            "监督、管理、指导、协调本行政区域的继续教育工作";
        ConsentToExtension = "consent_to_extension",
            "consent to an extension on another ground", "同意因其他情形顺延继续教育时间";
        ApproveInstitutions = "approve_institutions",
            "approve training institutions and have them filed with the Centre", "批准继续教育培训机构并报备案";
        InspectInstitutions = "inspect_institutions",
            "inspect and evaluate the training institutions of its region every year",
            "对本地继续教育培训机构进行年度检查评估";
        OrderInstitutionsToRectify = "order_institutions_to_rectify",
            "order an institution that failed its inspection to rectify within a time limit",
            "责令检查评估不合格的单位限期整顿";
        WithdrawInstitutions = "withdraw_institutions",
            "withdraw the qualification of an institution whose rectification is not satisfactory, and have it filed",
            "取消整改效果不理想的单位从事继续教育培训的资格并报备案";
        ApproveFee = "approve_fee",
            "approve the registration fee", "核准证书登记费的收费标准";
        Register = "register",
            "carry out the registration of certificates", "负责证书登记的实施工作";
        ReviewApplications = "review_applications",
            "examine applications and give an opinion in time", "审查登记申请并按期作出审查意见";
        DeferRegistrations = "defer_registrations",
            "receive and decide requests for deferral", "受理延期登记申请并作出决定";
        RevokeRegistrations = "revoke_registrations",
            "cancel registrations and void the certificates", "办理注销登记手续，作废证书";
        ReceiveInstitutions = "receive_institutions",
            "receive the applications of training institutions and take them to the provincial authority",
            "受理继续教育培训机构的申请并转报省级信息产业主管部门";
        Train = "train",
            "enroll trainees, engage teachers and train", "招生宣传、聘请教学人员、组织开展培训";
        CertifyTraining = "certify_training",
            "issue proofs of training", "出具培训证明";
        RecordTraining = "record_training",
            "record all trainees, their hours and whether they finished", "记录所有学员的培训学时数和结业情况";
        AssessHolders = "assess_holders",
            "assess the holders it employs", "对所属持证人员进行考核";
    }
}

impl Power {
    /// Whose it is.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::{Authority, Power};
    ///
    /// assert_eq!(Power::DecideAppeals.authority(), Authority::Office);
    /// ```
    #[must_use]
    pub const fn authority(self) -> Authority {
        self.grant().0
    }

    /// The clause that gives it.
    #[must_use]
    pub const fn clause(self) -> Clause {
        self.grant().1
    }

    /// How strongly the sentence binds that gives it: 负责 obliges, a power that is only presupposed is stated.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::Power;
    /// use ruankao::regulation::Force;
    /// use ruankao::Clause;
    ///
    /// // 48.7: 继续教育培训机构负责招生宣传…
    /// assert_eq!(Power::Train.force(), Force::Must);
    /// assert_eq!(Power::ConsentToDeferral.force(), Force::May);
    /// // 47.2: 原则上 softens the number of agencies alone.
    /// assert_eq!((Clause::N47_2.force(), Power::SuperviseAgencies.force()), (Force::Should, Force::Must));
    /// ```
    #[must_use]
    pub const fn force(self) -> Force {
        self.grant().2
    }

    /// The whole sentence: who is to do what, and under which clause.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::Power;
    /// use ruankao::Language;
    ///
    /// let sentence = |language| Power::DecideAppeals.sentence(language).to_string();
    /// assert_eq!(sentence(Language::En), "the Office is to decide appeals against cancellations (47.11)");
    /// assert!(sentence(Language::Zh).ends_with("对注销登记的复议申请作出决定（47.11）"));
    /// ```
    pub fn sentence(self, language: Language) -> impl fmt::Display {
        let (authority, power, clause) = (self.authority().in_words(language), self.in_words(language), self.clause());
        fmt::from_fn(move |f| match language {
            Language::En => write!(f, "{authority} is to {power} ({clause})"),
            Language::Zh => write!(f, "{authority}{power}（{clause}）"),
        })
    }

    const fn grant(self) -> (Authority, Clause, Force) {
        use Authority::{
            Centre, Employer, Office, PriceAuthority, ProvincialAuthority, RegistrationAgency, TrainingInstitution,
        };
        match self {
            Self::AdministerRegistration => (Office, Clause::N47_2, Force::States),
            Self::ApproveAgencies => (Office, Clause::N47_2, Force::States),
            Self::MakeTheSeal => (Office, Clause::N47_7, Force::States),
            Self::DecideAppeals => (Office, Clause::N47_11, Force::States),
            Self::ReviewAgencies => (Office, Clause::N47_14, Force::Must),
            Self::OrderAgenciesToRectify => (Office, Clause::N47_14, Force::Must),
            Self::WithdrawAgencies => (Office, Clause::N47_14, Force::Must),
            Self::RegulateEducation => (Office, Clause::N48_3, Force::Must),
            Self::ApproveSyllabus => (Office, Clause::N48_3, Force::Must),
            Self::ManageDaily => (Centre, Clause::N47_2, Force::Must),
            Self::CollectTalentPool => (Centre, Clause::N47_7, Force::Must),
            Self::FileRevocations => (Centre, Clause::N47_10, Force::Must),
            Self::PublishRegistrations => (Centre, Clause::N47_12, Force::Must),
            Self::CarryOutEducation => (Centre, Clause::N48_3, Force::Must),
            Self::FileInstitutions => (Centre, Clause::N48_8, Force::Must),
            Self::FileWithdrawals => (Centre, Clause::N48_12, Force::Must),
            Self::SuperviseAgencies => (ProvincialAuthority, Clause::N47_2, Force::Must),
            Self::ProposeAgencies => (ProvincialAuthority, Clause::N47_2, Force::Must),
            Self::ConsentToDeferral => (ProvincialAuthority, Clause::N47_8_4, Force::May),
            Self::VerifyFraud => (ProvincialAuthority, Clause::N47_10_5, Force::Must),
            Self::SuperviseEducation => (ProvincialAuthority, Clause::N48_3, Force::Must),
            Self::ConsentToExtension => (ProvincialAuthority, Clause::N48_6_4, Force::May),
            Self::ApproveInstitutions => (ProvincialAuthority, Clause::N48_8, Force::Must),
            Self::InspectInstitutions => (ProvincialAuthority, Clause::N48_12, Force::Must),
            Self::OrderInstitutionsToRectify => (ProvincialAuthority, Clause::N48_12, Force::Must),
            Self::WithdrawInstitutions => (ProvincialAuthority, Clause::N48_12, Force::Must),
            Self::ApproveFee => (PriceAuthority, Clause::N47_6, Force::States),
            Self::Register => (RegistrationAgency, Clause::N47_2, Force::Must),
            Self::ReviewApplications => (RegistrationAgency, Clause::N47_7, Force::Must),
            Self::DeferRegistrations => (RegistrationAgency, Clause::N47_8, Force::May),
            Self::RevokeRegistrations => (RegistrationAgency, Clause::N47_10, Force::Must),
            Self::ReceiveInstitutions => (RegistrationAgency, Clause::N48_8, Force::May),
            Self::Train => (TrainingInstitution, Clause::N48_7, Force::Must),
            Self::CertifyTraining => (TrainingInstitution, Clause::N48_7, Force::Must),
            Self::RecordTraining => (TrainingInstitution, Clause::N48_9, Force::Must),
            Self::AssessHolders => (Employer, Clause::N47_4_4, Force::Must),
        }
    }
}

impl Authority {
    /// What it is given to do, in the order of the notices.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::{Authority, Power};
    ///
    /// assert!(Authority::Employer.powers().eq([Power::AssessHolders]));
    /// ```
    pub fn powers(self) -> impl Iterator<Item = Power> {
        Power::ALL.iter().copied().filter(move |power| power.authority() == self)
    }
}
