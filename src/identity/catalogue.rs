//! The catalogue of qualifications.

use crate::calendar::day::literal;
use crate::identity::category::Category;
use crate::identity::level::Level;
use crate::naming::shown::Shown;
use crate::naming::table::named;
use alloc::string::String;
use chrono::NaiveDate;
use core::str::FromStr;
use thiserror::Error;

named! {
    /// A qualification (资格) of the catalogue.
    ///
    /// There are 27, from senior to junior, in the catalogue's order. Whether it is still examined is another matter and
    /// not said here: no document has deleted any. Its name is the Chinese one of the catalogue; it is read by that or an
    /// alias. The English words are the usual ones, for there is no official list.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{Category, Level, Qualification};
    ///
    /// let designer = Qualification::find("软件设计师").unwrap();
    /// assert_eq!(designer, Qualification::SoftwareDesigner);
    /// assert_eq!((designer.level(), designer.category()), (Level::Intermediate, Some(Category::Software)));
    /// assert_eq!(Qualification::find("软件工程师"), None);
    /// ```
    ///
    /// # References
    ///
    /// The annex of 国人部发\[2003\]39号, and 国人厅发〔2007〕139号.
    pub enum Qualification {
        InformationSystemsProjectManager = "信息系统项目管理师", "Information Systems Project Manager", "信息系统项目管理师";
        SystemsAnalyst = "系统分析师", "Systems Analyst", "系统分析师";
        SystemArchitect = "系统架构设计师", "System Architect", "系统架构设计师";
        NetworkPlanningDesigner = "网络规划设计师", "Network Planning Designer", "网络规划设计师";
        SystemPlanningManager = "系统规划与管理师", "System Planning and Management Professional", "系统规划与管理师";
        SoftwareTestingEngineer = "软件评测师", "Software Testing Engineer", "软件评测师";
        SoftwareDesigner = "软件设计师", "Software Designer", "软件设计师";
        SoftwareProcessCapabilityAssessor = "软件过程能力评估师", "Software Process Capability Assessor", "软件过程能力评估师";
        NetworkEngineer = "网络工程师", "Network Engineer", "网络工程师";
        MultimediaApplicationDesigner = "多媒体应用设计师", "Multimedia Application Designer", "多媒体应用设计师";
        EmbeddedSystemDesigner = "嵌入式系统设计师", "Embedded System Designer", "嵌入式系统设计师";
        ComputerAidedDesigner = "计算机辅助设计师", "Computer-Aided Designer", "计算机辅助设计师";
        ECommerceDesigner = "电子商务设计师", "E-commerce Designer", "电子商务设计师";
        SystemIntegrationProjectManager = "系统集成项目管理工程师",
            "System Integration Project Management Engineer", "系统集成项目管理工程师";
        InformationSystemSupervisor = "信息系统监理师", "Information System Supervisor", "信息系统监理师";
        InformationSecurityEngineer = "信息安全工程师", "Information Security Engineer", "信息安全工程师";
        DatabaseSystemEngineer = "数据库系统工程师", "Database System Engineer", "数据库系统工程师";
        InformationSystemManagementEngineer = "信息系统管理工程师", "Information System Management Engineer", "信息系统管理工程师";
        ComputerHardwareEngineer = "计算机硬件工程师", "Computer Hardware Engineer", "计算机硬件工程师";
        InformationTechnologySupportEngineer = "信息技术支持工程师", "Information Technology Support Engineer", "信息技术支持工程师";
        Programmer = "程序员", "Programmer", "程序员";
        NetworkAdministrator = "网络管理员", "Network Administrator", "网络管理员";
        MultimediaProductionTechnician = "多媒体应用制作技术员", "Multimedia Application Production Technician", "多媒体应用制作技术员";
        ECommerceTechnician = "电子商务技术员", "E-commerce Technician", "电子商务技术员";
        InformationSystemOperationAdministrator = "信息系统运行管理员",
            "Information System Operation Administrator", "信息系统运行管理员";
        WebPageProducer = "网页制作员", "Web Page Producer", "网页制作员";
        InformationProcessingTechnician = "信息处理技术员", "Information Processing Technician", "信息处理技术员";
    }
}

named! {
    /// The notice that brought a qualification in; its name is the notice's number.
    pub enum Origin: "notice" {
        /// The annex of 国人部发\[2003\]39号: 20 qualifications.
        Of2003 = "国人部发[2003]39号";
        /// Added by 国人厅发〔2007〕139号: 7 qualifications.
        Of2007 = "国人厅发〔2007〕139号";
    }
}

/// A text is the name of no qualification.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(
    "`{}` is no qualification; expected one of the 27 Chinese names of the catalogue, such as `软件设计师`",
    Shown(name)
)]
pub struct UnknownQualification {
    /// The text given.
    pub name: String,
}

const FROM_2003: NaiveDate = literal(2004, 1, 1);
const FROM_2007: NaiveDate = literal(2008, 1, 1);

impl Origin {
    /// The first day a certificate can bear such a qualification.
    ///
    /// The notice of 2003 came into force on 2004-01-01. That of 2007 is dated 2007-09-14, but has the examinations
    /// begin "自2008年起": nobody passed one before 2008-01-01.
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        match self {
            Self::Of2003 => FROM_2003,
            Self::Of2007 => FROM_2007,
        }
    }
}

impl Qualification {
    /// The qualification of this Chinese name, or of which this is an alias.
    ///
    /// A former name finds its successor; a certificate that bears the former name is older than the regime and needs
    /// no registration.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::Qualification;
    ///
    /// assert_eq!(Qualification::find("高级程序员"), Some(Qualification::SoftwareDesigner));
    /// assert_eq!(Qualification::find("程序员"), Some(Qualification::Programmer));
    /// assert_eq!(Qualification::find("程序"), None);
    /// ```
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.name() == name || it.aliases().contains(&name))
    }

    /// The level.
    #[must_use]
    pub const fn level(self) -> Level {
        self.row().0
    }

    /// The speciality; `None` for the senior ones, which the catalogue gives to all five.
    #[must_use]
    pub const fn category(self) -> Option<Category> {
        self.row().1
    }

    /// The notice that brought it in.
    #[must_use]
    pub const fn origin(self) -> Origin {
        self.row().2
    }

    // One row a line, so that the columns can be held against the annex.
    #[rustfmt::skip]
    const fn row(self) -> (Level, Option<Category>, Origin) {
        use Category::{Applications, InformationServices, InformationSystems, Networks, Software};
        use Level::{Intermediate, Junior, Senior};
        use Origin::{Of2003, Of2007};
        /// A senior name stands in one cell across all five categories.
        const ALL_FIVE: Option<Category> = None;
        match self {
            Self::InformationSystemsProjectManager        => (Senior,       ALL_FIVE,                  Of2003),
            Self::SystemsAnalyst                          => (Senior,       ALL_FIVE,                  Of2003),
            Self::SystemArchitect                         => (Senior,       ALL_FIVE,                  Of2003),
            Self::NetworkPlanningDesigner                 => (Senior,       ALL_FIVE,                  Of2007),
            Self::SystemPlanningManager                   => (Senior,       ALL_FIVE,                  Of2007),
            Self::SoftwareTestingEngineer                 => (Intermediate, Some(Software),            Of2003),
            Self::SoftwareDesigner                        => (Intermediate, Some(Software),            Of2003),
            Self::SoftwareProcessCapabilityAssessor       => (Intermediate, Some(Software),            Of2007),
            Self::NetworkEngineer                         => (Intermediate, Some(Networks),            Of2003),
            Self::MultimediaApplicationDesigner           => (Intermediate, Some(Applications),        Of2003),
            Self::EmbeddedSystemDesigner                  => (Intermediate, Some(Applications),        Of2003),
            Self::ComputerAidedDesigner                   => (Intermediate, Some(Applications),        Of2003),
            Self::ECommerceDesigner                       => (Intermediate, Some(Applications),        Of2003),
            Self::SystemIntegrationProjectManager         => (Intermediate, Some(InformationSystems),  Of2007),
            Self::InformationSystemSupervisor             => (Intermediate, Some(InformationSystems),  Of2003),
            Self::InformationSecurityEngineer             => (Intermediate, Some(InformationSystems),  Of2007),
            Self::DatabaseSystemEngineer                  => (Intermediate, Some(InformationSystems),  Of2003),
            Self::InformationSystemManagementEngineer     => (Intermediate, Some(InformationSystems),  Of2003),
            Self::ComputerHardwareEngineer                => (Intermediate, Some(InformationServices), Of2007),
            Self::InformationTechnologySupportEngineer    => (Intermediate, Some(InformationServices), Of2003),
            Self::Programmer                              => (Junior,       Some(Software),            Of2003),
            Self::NetworkAdministrator                    => (Junior,       Some(Networks),            Of2003),
            Self::MultimediaProductionTechnician          => (Junior,       Some(Applications),        Of2003),
            Self::ECommerceTechnician                     => (Junior,       Some(Applications),        Of2003),
            Self::InformationSystemOperationAdministrator => (Junior,       Some(InformationSystems),  Of2003),
            Self::WebPageProducer                         => (Junior,       Some(InformationServices), Of2007),
            Self::InformationProcessingTechnician         => (Junior,       Some(InformationServices), Of2003),
        }
    }

    /// The other Chinese names by which it is found: those that the catalogue itself gives as former ones, and one
    /// misprint.
    #[must_use]
    pub const fn aliases(self) -> &'static [&'static str] {
        match self {
            Self::SystemsAnalyst => &["系统分析员"],
            Self::SoftwareDesigner => &["高级程序员"],
            // 程序员 was also a former name, of what is 程序员 still.
            Self::Programmer => &["初级程序员"],
            // 国人厅发〔2007〕139号 prints 网络制作员 where every later table has 网页制作员.
            Self::WebPageProducer => &["网络制作员"],
            _ => &[],
        }
    }

    /// Whether a certificate approved on `day` can bear it.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::Qualification;
    /// use ruankao::day;
    ///
    /// let day = day!(2004, 12, 16);
    /// assert!(Qualification::NetworkEngineer.existed_on(day));
    /// assert!(!Qualification::WebPageProducer.existed_on(day));
    /// ```
    #[must_use]
    pub fn existed_on(self, day: NaiveDate) -> bool {
        self.origin().first_day() <= day
    }
}

impl FromStr for Qualification {
    type Err = UnknownQualification;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::find(name).ok_or_else(|| UnknownQualification { name: name.into() })
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Qualification {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::identity::wire::from_text(deserializer, "a qualification's Chinese name as a string")
    }
}
