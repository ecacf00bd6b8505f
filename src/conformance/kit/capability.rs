//! What a system can be asked, and how far its answers are compared.

use crate::conformance::case::Case;
use crate::conformance::question::Question;
use crate::naming::table::named;
use crate::record::{Dated, Record};

named! {
    /// How far the answers of a system are compared.
    ///
    /// Each level holds what the one before it holds.
    #[derive(Default)]
    pub enum Level: "level" {
        /// The phase on a day, whether the certificate is valid, and the code of a refusal.
        Standing = "standing", "standing", "证书状态";
        /// Also what an assessment finds, and what is irregular: codes, in their order.
        Findings = "findings", "findings", "审查结论";
        /// Everything that the wire format says, to the letter.
        #[default]
        Everything = "everything", "everything", "全部内容";
    }
}

named! {
    /// Something that a system may lack: a question it does not answer, or a thing it does not know.
    ///
    /// Cases and questions that ask for what is lacking are passed over, and counted by name.
    pub enum Capability: "capability" {
        /// The question `timeline`.
        Timeline = "timeline", "timelines", "证书经历";
        /// The question `outlook`.
        Outlook = "outlook", "outlooks", "后续变化";
        /// The question `education`.
        Education = "education", "progress of education", "继续教育进度";
        /// The question `assessment`.
        Assessment = "assessment", "assessments", "登记条件预审";
        /// The question `irregularities`.
        Irregularities = "irregularities", "irregularities", "不合规定之处";
        /// The question `sensitivity`.
        Sensitivity = "sensitivity", "readings that matter", "解释的影响";
        /// The question `plan`.
        Plan = "plan", "plans", "办理计划";
        /// The question `explanation`.
        Explanation = "explanation", "explanations", "理由说明";
        /// The question `agenda`.
        Agenda = "agenda", "agendas", "期限日程";
        /// The question `difference`.
        Difference = "difference", "differences under a hypothesis", "假设情形的差别";
        /// The question `known_difference`.
        KnownDifference = "known_difference", "differences in what was known", "所知情况的差别";
        /// The question `review_by`.
        ReviewBy = "review_by", "days on which an opinion is due", "审查期限";
        /// The question `accreditation`.
        Accreditation = "accreditation", "accreditation of bodies", "机构资格";
        /// The question `may_teach`.
        MayTeach = "may_teach", "qualification of teachers", "教学人员条件";
        /// The question `identity`.
        Identity = "identity", "identity numbers", "身份证件号码";
        /// Questions as known on a day.
        KnownOn = "known_on", "what was known on a day", "某日已知的登记";
        /// Records that came late or were struck.
        Records = "records", "records made late or struck", "补记与更正";
        /// A ledger of study.
        Ledger = "ledger", "ledgers", "继续教育记录";
        /// A list of registration agencies.
        Agencies = "agencies", "lists of agencies", "登记实施机构名册";
        /// A list of training institutions.
        Institutions = "institutions", "lists of institutions", "培训机构名册";
    }
}

impl Question {
    /// What a system needs to be asked this; nothing where it is the standing of now.
    pub(super) const fn needs(&self) -> Option<Capability> {
        match self {
            Self::Standing { .. } => None,
            Self::Timeline { .. } => Some(Capability::Timeline),
            Self::Outlook { .. } => Some(Capability::Outlook),
            Self::Education { .. } => Some(Capability::Education),
            Self::Assessment { .. } => Some(Capability::Assessment),
            Self::Irregularities { .. } => Some(Capability::Irregularities),
            Self::Sensitivity { .. } => Some(Capability::Sensitivity),
            Self::Plan { .. } => Some(Capability::Plan),
            Self::Explanation { .. } => Some(Capability::Explanation),
            Self::Agenda { .. } => Some(Capability::Agenda),
            Self::Difference { .. } => Some(Capability::Difference),
            Self::KnownDifference { .. } => Some(Capability::KnownDifference),
            Self::ReviewBy { .. } => Some(Capability::ReviewBy),
            Self::Accreditation { .. } => Some(Capability::Accreditation),
            Self::MayTeach { .. } => Some(Capability::MayTeach),
            Self::Identity { .. } => Some(Capability::Identity),
        }
    }

    /// The lowest level on which it is asked.
    pub(super) const fn level(&self) -> Level {
        match self {
            Self::Standing { .. } => Level::Standing,
            Self::Assessment { .. } | Self::Irregularities { .. } => Level::Findings,
            _ => Level::Everything,
        }
    }
}

impl Case {
    /// What a system needs to hold what the case holds.
    pub(super) fn needs(&self) -> impl Iterator<Item = Capability> {
        let late = |recorded, on, struck: bool| recorded != on || struck;
        let needs = [
            (self.law.agencies().is_some(), Capability::Agencies),
            (self.law.institutions().is_some(), Capability::Institutions),
            (!self.ledger.records().is_empty(), Capability::Ledger),
            (
                self.history.records().iter().any(|record| apart(record, late))
                    || self.ledger.records().iter().any(|record| apart(record, late)),
                Capability::Records,
            ),
        ];
        needs.into_iter().filter_map(|(is_there, capability)| is_there.then_some(capability))
    }
}

fn apart<T: Dated>(record: &Record<T>, late: impl Fn(chrono::NaiveDate, chrono::NaiveDate, bool) -> bool) -> bool {
    late(record.recorded(), record.what().on(), record.struck().is_some())
}
