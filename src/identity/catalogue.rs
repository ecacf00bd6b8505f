//! The catalogue of qualifications.

use crate::identity::category::Category;
use crate::identity::in_use::literal;
use crate::identity::level::Level;
use alloc::string::String;
use chrono::NaiveDate;
use core::fmt;
use core::str::FromStr;
use thiserror::Error;

/// Makes the enum and everything said of a qualification from one table.
macro_rules! catalogue {
    ($(
        $name:ident $level:ident $category:ident $origin:ident $chinese:literal $english:literal [$($alias:literal),*]
    )*) => {
        /// A qualification (资格) of the catalogue.
        ///
        /// There are 27. Whether it is still examined is another matter and not said here: no document has deleted
        /// any. Written as its Chinese name; read by that or an alias. The English names are the usual ones, for
        /// there is no official list.
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
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Qualification {
            $(#[doc = concat!($chinese, ": ", $english, ".")] $name,)*
        }

        impl Qualification {
            /// All 27, from senior to junior, in the catalogue's order.
            pub const ALL: [Self; 27] = [$(Self::$name),*];

            const fn row(self) -> &'static Row {
                match self {
                    $(Self::$name => &Row {
                        chinese: $chinese,
                        english: $english,
                        level: Level::$level,
                        category: category!($category),
                        origin: Origin::$origin,
                        aliases: &[$($alias),*],
                    },)*
                }
            }
        }
    };
}

/// A senior name stands in one cell across all five categories.
macro_rules! category {
    (All) => {
        None
    };
    ($category:ident) => {
        Some(Category::$category)
    };
}

// The aliases are the names that the catalogue itself gives as former ones, and one misprint: 国人厅发〔2007〕139号 prints
// 网络制作员 where every later table has 网页制作员. 程序员 was also a former name, of what is 程序员 still.
// One row a line, so that the columns can be held against the annex.
#[rustfmt::skip]
catalogue! {
    InformationSystemsProjectManager        Senior       All                 Of2003 "信息系统项目管理师"     "Information Systems Project Manager"               []
    SystemsAnalyst                          Senior       All                 Of2003 "系统分析师"             "Systems Analyst"                                   ["系统分析员"]
    SystemArchitect                         Senior       All                 Of2003 "系统架构设计师"         "System Architect"                                  []
    NetworkPlanningDesigner                 Senior       All                 Of2007 "网络规划设计师"         "Network Planning Designer"                         []
    SystemPlanningManager                   Senior       All                 Of2007 "系统规划与管理师"       "System Planning and Management Professional"       []
    SoftwareTestingEngineer                 Intermediate Software            Of2003 "软件评测师"             "Software Testing Engineer"                         []
    SoftwareDesigner                        Intermediate Software            Of2003 "软件设计师"             "Software Designer"                                 ["高级程序员"]
    SoftwareProcessCapabilityAssessor       Intermediate Software            Of2007 "软件过程能力评估师"     "Software Process Capability Assessor"              []
    NetworkEngineer                         Intermediate Networks            Of2003 "网络工程师"             "Network Engineer"                                  []
    MultimediaApplicationDesigner           Intermediate Applications        Of2003 "多媒体应用设计师"       "Multimedia Application Designer"                   []
    EmbeddedSystemDesigner                  Intermediate Applications        Of2003 "嵌入式系统设计师"       "Embedded System Designer"                          []
    ComputerAidedDesigner                   Intermediate Applications        Of2003 "计算机辅助设计师"       "Computer-Aided Designer"                           []
    ECommerceDesigner                       Intermediate Applications        Of2003 "电子商务设计师"         "E-commerce Designer"                               []
    SystemIntegrationProjectManager         Intermediate InformationSystems  Of2007 "系统集成项目管理工程师" "System Integration Project Management Engineer"    []
    InformationSystemSupervisor             Intermediate InformationSystems  Of2003 "信息系统监理师"         "Information System Supervisor"                     []
    InformationSecurityEngineer             Intermediate InformationSystems  Of2007 "信息安全工程师"         "Information Security Engineer"                     []
    DatabaseSystemEngineer                  Intermediate InformationSystems  Of2003 "数据库系统工程师"       "Database System Engineer"                          []
    InformationSystemManagementEngineer     Intermediate InformationSystems  Of2003 "信息系统管理工程师"     "Information System Management Engineer"            []
    ComputerHardwareEngineer                Intermediate InformationServices Of2007 "计算机硬件工程师"       "Computer Hardware Engineer"                        []
    InformationTechnologySupportEngineer    Intermediate InformationServices Of2003 "信息技术支持工程师"     "Information Technology Support Engineer"           []
    Programmer                              Junior       Software            Of2003 "程序员"                 "Programmer"                                        ["初级程序员"]
    NetworkAdministrator                    Junior       Networks            Of2003 "网络管理员"             "Network Administrator"                             []
    MultimediaProductionTechnician          Junior       Applications        Of2003 "多媒体应用制作技术员"   "Multimedia Application Production Technician"      []
    ECommerceTechnician                     Junior       Applications        Of2003 "电子商务技术员"         "E-commerce Technician"                             []
    InformationSystemOperationAdministrator Junior       InformationSystems  Of2003 "信息系统运行管理员"     "Information System Operation Administrator"        []
    WebPageProducer                         Junior       InformationServices Of2007 "网页制作员"             "Web Page Producer"                                 ["网络制作员"]
    InformationProcessingTechnician         Junior       InformationServices Of2003 "信息处理技术员"         "Information Processing Technician"                 []
}

/// The notice that brought a qualification in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The annex of 国人部发\[2003\]39号: 20 qualifications.
    Of2003,
    /// Added by 国人厅发〔2007〕139号: 7 qualifications.
    Of2007,
}

/// A text is the name of no qualification.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{name}` is no qualification; expected one of the 27 Chinese names of the catalogue, such as `软件设计师`")]
pub struct UnknownQualification {
    /// The text given.
    pub name: String,
}

/// One row of the table.
struct Row {
    chinese: &'static str,
    english: &'static str,
    level: Level,
    category: Option<Category>,
    origin: Origin,
    aliases: &'static [&'static str],
}

const FROM_2003: NaiveDate = literal(2004, 1, 1);
const FROM_2007: NaiveDate = literal(2008, 1, 1);

impl Origin {
    /// The number of the notice.
    #[must_use]
    pub const fn notice(self) -> &'static str {
        match self {
            Self::Of2003 => "国人部发[2003]39号",
            Self::Of2007 => "国人厅发〔2007〕139号",
        }
    }

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
        Self::ALL.into_iter().find(|it| it.chinese_name() == name || it.aliases().contains(&name))
    }

    /// The name in the catalogue.
    #[must_use]
    pub const fn chinese_name(self) -> &'static str {
        self.row().chinese
    }

    /// The usual English name.
    #[must_use]
    pub const fn english_name(self) -> &'static str {
        self.row().english
    }

    /// The level.
    #[must_use]
    pub const fn level(self) -> Level {
        self.row().level
    }

    /// The speciality; `None` for the senior ones, which the catalogue gives to all five.
    #[must_use]
    pub const fn category(self) -> Option<Category> {
        self.row().category
    }

    /// The notice that brought it in.
    #[must_use]
    pub const fn origin(self) -> Origin {
        self.row().origin
    }

    /// The other Chinese names by which it is found.
    #[must_use]
    pub const fn aliases(self) -> &'static [&'static str] {
        self.row().aliases
    }

    /// Whether a certificate approved on `day` can bear it.
    ///
    /// # Examples
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use ruankao::identity::Qualification;
    ///
    /// let day = NaiveDate::from_ymd_opt(2004, 12, 16).unwrap();
    /// assert!(Qualification::NetworkEngineer.existed_on(day));
    /// assert!(!Qualification::WebPageProducer.existed_on(day));
    /// ```
    #[must_use]
    pub fn existed_on(self, day: NaiveDate) -> bool {
        self.origin().first_day() <= day
    }
}

impl fmt::Display for Qualification {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.chinese_name())
    }
}

impl FromStr for Qualification {
    type Err = UnknownQualification;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        Self::find(name).ok_or_else(|| UnknownQualification { name: name.into() })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Qualification {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.chinese_name())
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Qualification {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::identity::wire::from_text(deserializer, "a qualification's Chinese name as a string")
    }
}
