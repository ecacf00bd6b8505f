//! What a holder has studied.

use crate::identity::body::BodyId;
use crate::naming::table::named;
use crate::record::Dated;
use crate::regulation::hours::Hours;
use chrono::NaiveDate;

/// An entry of the ledger: study completed on a day, with the hours approved for it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(deny_unknown_fields))]
pub struct Entry {
    /// The day of completion.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    pub on: NaiveDate,
    /// The hours as approved (核准的学时数); what is beyond the 10,000 of an entry is not written.
    #[cfg_attr(feature = "serde", serde(with = "crate::regulation::hours::of_an_entry"))]
    pub hours: Hours,
    /// How it was studied.
    pub mode: StudyMode,
    /// The field studied.
    pub field: Field,
    /// The kind of content.
    pub kind: ContentKind,
    /// The training institution; study on the job needs none.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub provider: Option<BodyId>,
}

impl Dated for Entry {
    fn on(&self) -> NaiveDate {
        self.on
    }
}

named! {
    /// How something was studied (48.5).
    pub enum StudyMode: "mode of study" {
        /// Away from work (脱产).
        FullTime = "full_time", "full-time", "脱产";
        /// Partly away from work (半脱产).
        PartTime = "part_time", "part-time", "半脱产";
        /// Beside work (业余).
        SpareTime = "spare_time", "spare-time", "业余";
        /// On the job (在岗), where no institution teaches.
        OnTheJob = "on_the_job", "on the job", "在岗";
    }
}

named! {
    /// The field of what was studied (48.2, whose list is open).
    pub enum Field: "field of study" {
        /// Computer software (计算机软件).
        Software = "software", "computer software", "计算机软件";
        /// Computer networks (计算机网络).
        Networks = "networks", "computer networks", "计算机网络";
        /// Applied computer technology (计算机应用技术).
        Applications = "applications", "applied computer technology", "计算机应用技术";
        /// Information systems (信息系统).
        InformationSystems = "information_systems", "information systems", "信息系统";
        /// Information services (信息服务).
        InformationServices = "information_services", "information services", "信息服务";
        /// Another field (等).
        Other = "other", "another field", "其他领域";
    }
}

named! {
    /// What kind of new content was studied (48.2).
    pub enum ContentKind: "kind of content" {
        /// Knowledge (知识).
        Knowledge = "knowledge", "knowledge", "知识";
        /// Technology (技术).
        Technology = "technology", "technology", "技术";
        /// Standards (标准).
        Standard = "standard", "standards", "标准";
        /// Laws and regulations (法规).
        Regulation = "regulation", "laws and regulations", "法规";
    }
}

#[cfg(feature = "serde")]
mod wire {
    use super::{BodyId, ContentKind, Entry, Field, Hours, NaiveDate, StudyMode};
    use crate::calendar::iso;
    use crate::record::Record;
    use crate::regulation::hours::of_an_entry;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Study completed on a day, with the hours approved for it, and the days of its record.
    #[derive(Serialize, Deserialize)]
    #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
    #[serde(rename = "Entry", deny_unknown_fields)]
    struct Wire {
        #[serde(with = "iso")]
        #[cfg_attr(feature = "schema", schemars(with = "iso::Day"))]
        on: NaiveDate,
        #[serde(with = "of_an_entry")]
        #[cfg_attr(feature = "schema", schemars(with = "of_an_entry::Schema"))]
        hours: Hours,
        mode: StudyMode,
        field: Field,
        kind: ContentKind,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provider: Option<BodyId>,
        #[serde(default, with = "iso::option", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "Option<iso::Day>"))]
        recorded_on: Option<NaiveDate>,
        #[serde(default, with = "iso::option", skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "schema", schemars(with = "Option<iso::Day>"))]
        struck_on: Option<NaiveDate>,
    }

    impl Serialize for Record<Entry> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let (recorded_on, struck_on) = (self.recorded_apart(), self.struck());
            let Entry { on, hours, mode, field, kind, provider } = self.what().clone();
            Wire { on, hours, mode, field, kind, provider, recorded_on, struck_on }.serialize(serializer)
        }
    }

    impl<'de> Deserialize<'de> for Record<Entry> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let Wire { on, hours, mode, field, kind, provider, recorded_on, struck_on } =
                Wire::deserialize(deserializer)?;
            let entry = Entry { on, hours, mode, field, kind, provider };
            Self::written(entry, recorded_on, struck_on).map_err(serde::de::Error::custom)
        }
    }

    #[cfg(feature = "schema")]
    impl schemars::JsonSchema for Record<Entry> {
        fn schema_name() -> alloc::borrow::Cow<'static, str> {
            "Entry".into()
        }

        fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
            Wire::json_schema(generator)
        }
    }
}
