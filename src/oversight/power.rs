//! Who may or must do what: the powers that the notices hand out.

use crate::finding::language::Language;
use crate::oversight::authority::Authority;
use crate::regulation::clause::Clause;
use crate::regulation::force::Force;
use core::fmt;

macro_rules! powers {
    ($( $authority:ident { $( $variant:ident, $clause:ident, $force:ident, $en:literal, $zh:literal; )+ } )+) => {
        /// Something that the notices give one authority to do.
        ///
        /// Each has one bearer, one clause, and the [force](Power::force) of the sentence that gives it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Power {
            $($( #[doc = concat!("To ", $en, ".")] $variant, )+)+
        }

        impl Power {
            /// All of them, by bearer.
            pub const ALL: &'static [Self] = &[$($( Self::$variant, )+)+];

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
                match self { $($( Self::$variant => Authority::$authority, )+)+ }
            }

            /// The clause that gives it.
            #[must_use]
            pub const fn clause(self) -> Clause {
                match self { $($( Self::$variant => Clause::$clause, )+)+ }
            }

            /// How strongly the sentence binds that gives it: 负责 obliges, a power that is only presupposed is stated.
            ///
            /// # Examples
            ///
            /// ```
            /// use ruankao::oversight::Power;
            /// use ruankao::regulation::{Clause, Force};
            ///
            /// // 48.7: 继续教育培训机构负责招生宣传…
            /// assert_eq!(Power::Train.force(), Force::Must);
            /// assert_eq!(Power::ConsentToDeferral.force(), Force::May);
            /// // 47.2: 原则上 softens the number of agencies alone.
            /// assert_eq!((Clause::N47_2.force(), Power::SuperviseAgencies.force()), (Force::Should, Force::Must));
            /// ```
            #[must_use]
            pub const fn force(self) -> Force {
                match self { $($( Self::$variant => Force::$force, )+)+ }
            }

            /// What it is, in words: behind "to" in English.
            #[must_use]
            pub const fn in_words(self, language: Language) -> &'static str {
                match self { $($( Self::$variant => language.choose($en, $zh), )+)+ }
            }
        }
    };
}

powers! {
    Office {
        AdministerRegistration, N47_2, States,
            "administer the registration of certificates nationwide", "管理全国证书登记工作";
        ApproveAgencies, N47_2, States,
            "approve the registration agencies that the provinces propose", "批准各地证书登记实施机构的设置方案";
        MakeTheSeal, N47_7, States,
            "have the special registration seal made, one pattern for all", "统一刻制计算机专业技术资格（水平）证书登记专用章";
        DecideAppeals, N47_11, States,
            "decide appeals against revocations", "对注销登记的复议申请作出决定";
        ReviewAgencies, N47_14, Must,
            "review the registration agencies every year", "对证书登记实施机构进行年度审核";
        OrderAgenciesToRectify, N47_14, Must,
            "order an agency that failed its review to rectify within a time limit", "责令审核不合格的登记实施机构限期整改";
        WithdrawAgencies, N47_14, Must,
            "withdraw the qualification of an agency whose rectification is not satisfactory",
            "撤销整改效果不理想的登记实施机构的资格";
        RegulateEducation, N48_3, Must,
            "make the rules on the administration of continuing education", "制定继续教育管理办法";
        ApproveSyllabus, N48_3, Must,
            "have the training syllabus drawn up, and approve it", "组织拟定、审批继续教育培训大纲";
    }
    Centre {
        ManageDaily, N47_2, Must,
            "manage the registration of certificates from day to day", "负责证书登记的日常管理工作";
        CollectTalentPool, N47_7, Must,
            "bring together the talent pools that the agencies report", "汇总计算机专业技术人才库";
        FileRevocations, N47_10, Must,
            "take revocations on file", "办理注销登记的备案";
        PublishRegistrations, N47_12, Must,
            "keep the public query system up to date", "及时更新证书登记情况网上查询系统";
        CarryOutEducation, N48_3, Must,
            "organize and carry out continuing education", "负责继续教育的具体组织实施";
        FileInstitutions, N48_8, Must,
            "take approved training institutions on file", "办理继续教育培训机构的备案";
        FileWithdrawals, N48_12, Must,
            "take the withdrawals of training institutions on file", "办理取消继续教育培训资格的备案";
    }
    ProvincialAuthority {
        SuperviseAgencies, N47_2, Must,
            "supervise, administer and guide the registration agencies of its region",
            "监督、管理、指导本行政区域证书登记实施机构的工作";
        ProposeAgencies, N47_2, Must,
            "plan the registration agency of its region and propose it to the Office", "确定证书登记实施机构的设置方案并上报";
        ConsentToDeferral, N47_8_4, May,
            "consent to a deferral on another ground", "同意因其他情况延期登记";
        VerifyFraud, N47_10_5, Must,
            "verify fraud in an application for registration", "调查核实申请登记过程中的弄虚作假行为";
        SuperviseEducation, N48_3, Must,
            "supervise, administer, guide and coordinate continuing education in its region",
            "监督、管理、指导、协调本行政区域的继续教育工作";
        ConsentToExtension, N48_6_4, May,
            "consent to an extension on another ground", "同意因其他情形顺延继续教育时间";
        ApproveInstitutions, N48_8, Must,
            "approve training institutions and have them filed with the Centre", "批准继续教育培训机构并报备案";
        InspectInstitutions, N48_12, Must,
            "inspect and evaluate the training institutions of its region every year",
            "对本地继续教育培训机构进行年度检查评估";
        OrderInstitutionsToRectify, N48_12, Must,
            "order an institution that failed its inspection to rectify within a time limit", "责令检查评估不合格的单位限期整顿";
        WithdrawInstitutions, N48_12, Must,
            "withdraw the qualification of an institution whose rectification is not satisfactory, and have it filed",
            "取消整改效果不理想的单位从事继续教育培训的资格并报备案";
    }
    PriceAuthority {
        ApproveFee, N47_6, States,
            "approve the registration fee", "核准证书登记费的收费标准";
    }
    RegistrationAgency {
        Register, N47_2, Must,
            "carry out the registration of certificates", "负责证书登记的实施工作";
        ReviewApplications, N47_7, Must,
            "examine applications and give an opinion in time", "审查登记申请并按期作出审查意见";
        DeferRegistrations, N47_8, May,
            "receive and decide requests for deferral", "受理延期登记申请并作出决定";
        RevokeRegistrations, N47_10, Must,
            "revoke registrations and void the certificates", "办理注销登记手续，作废证书";
        ReceiveInstitutions, N48_8, May,
            "receive the applications of training institutions and take them to the provincial authority",
            "受理继续教育培训机构的申请并转报省级信息产业主管部门";
    }
    TrainingInstitution {
        Train, N48_7, Must,
            "enroll trainees, engage teachers and train", "招生宣传、聘请教学人员、组织开展培训";
        CertifyTraining, N48_7, Must,
            "issue proofs of training", "出具培训证明";
        RecordTraining, N48_9, Must,
            "record all trainees, their hours and whether they finished", "记录所有学员的培训学时数和结业情况";
    }
    Employer {
        AssessHolders, N47_4_4, Must,
            "assess the holders it employs", "对所属持证人员进行考核";
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

impl fmt::Display for Power {
    /// A sentence: `the Office is to decide appeals against revocations (47.11)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is to {} ({})", self.authority(), self.in_words(Language::En), self.clause())
    }
}
