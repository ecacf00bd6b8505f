//! The five specialities.

use crate::naming::table::named;

named! {
    /// A speciality (专业类别) of the catalogue.
    ///
    /// Its Chinese words are its name in the catalogue, in whose order they stand. The list is closed; the fields of continuing education are these and others besides (48.2 "等").
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::Category;
    /// use ruankao::Language;
    ///
    /// assert_eq!(Category::Applications.in_words(Language::Zh), "计算机应用技术");
    /// assert_eq!(Category::InformationSystems.to_string(), "information_systems");
    /// assert_ne!(Category::InformationServices.name(), "services");
    /// ```
    pub enum Category: "speciality" {
        /// 计算机软件.
        Software = "software", "software", "计算机软件";
        /// 计算机网络.
        Networks = "networks", "networks", "计算机网络";
        /// 计算机应用技术.
        Applications = "applications", "applications", "计算机应用技术";
        /// 信息系统.
        InformationSystems = "information_systems", "information systems", "信息系统";
        /// 信息服务.
        InformationServices = "information_services", "information services", "信息服务";
    }
}
