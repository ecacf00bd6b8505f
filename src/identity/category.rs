//! The five specialities.

use core::fmt;

/// A speciality (专业类别) of the catalogue.
///
/// The list is closed; the fields of continuing education are these and others besides (48.2 "等").
///
/// # Examples
///
/// ```
/// use ruankao::identity::Category;
///
/// assert_eq!(Category::Applications.chinese_name(), "计算机应用技术");
/// assert_eq!(Category::InformationSystems.to_string(), "information_systems");
/// assert_ne!(Category::InformationServices.code(), "services");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
pub enum Category {
    /// 计算机软件.
    Software,
    /// 计算机网络.
    Networks,
    /// 计算机应用技术.
    Applications,
    /// 信息系统.
    InformationSystems,
    /// 信息服务.
    InformationServices,
}

impl Category {
    /// All five, in the catalogue's order.
    pub const ALL: [Self; 5] =
        [Self::Software, Self::Networks, Self::Applications, Self::InformationSystems, Self::InformationServices];

    /// The name on the wire, as `software`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Software => "software",
            Self::Networks => "networks",
            Self::Applications => "applications",
            Self::InformationSystems => "information_systems",
            Self::InformationServices => "information_services",
        }
    }

    /// The name in the catalogue.
    #[must_use]
    pub const fn chinese_name(self) -> &'static str {
        match self {
            Self::Software => "计算机软件",
            Self::Networks => "计算机网络",
            Self::Applications => "计算机应用技术",
            Self::InformationSystems => "信息系统",
            Self::InformationServices => "信息服务",
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
