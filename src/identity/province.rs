//! The province-level divisions of GB/T 2260.

use crate::naming::shown::Shown;
use crate::naming::table::named;
use alloc::string::String;
use core::str::FromStr;
use thiserror::Error;

named! {
    /// A province, autonomous region, municipality or special administrative region.
    ///
    /// There are 34, each with its two-digit code of GB/T 2260, which is also its name: how it is written and read. Its
    /// Chinese words are its name in GB/T 2260, its English ones the usual name, without the kind of division. The editions
    /// of 2002 to 2007 agree on them. The Xinjiang Production and Construction Corps has no code.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{Province, UnknownProvince};
    /// use ruankao::Language;
    ///
    /// let shanghai: Province = "31".parse()?;
    /// assert_eq!(shanghai.in_words(Language::Zh), "上海市");
    /// assert_eq!(shanghai.in_words(Language::En), "Shanghai");
    /// assert!(shanghai.has_registration_duty());
    /// assert!("66".parse::<Province>().is_err());
    /// # Ok::<(), UnknownProvince>(())
    /// ```
    pub enum Province {
        Beijing = "11", "Beijing", "北京市";
        Tianjin = "12", "Tianjin", "天津市";
        Hebei = "13", "Hebei", "河北省";
        Shanxi = "14", "Shanxi", "山西省";
        InnerMongolia = "15", "Inner Mongolia", "内蒙古自治区";
        Liaoning = "21", "Liaoning", "辽宁省";
        Jilin = "22", "Jilin", "吉林省";
        Heilongjiang = "23", "Heilongjiang", "黑龙江省";
        Shanghai = "31", "Shanghai", "上海市";
        Jiangsu = "32", "Jiangsu", "江苏省";
        Zhejiang = "33", "Zhejiang", "浙江省";
        Anhui = "34", "Anhui", "安徽省";
        Fujian = "35", "Fujian", "福建省";
        Jiangxi = "36", "Jiangxi", "江西省";
        Shandong = "37", "Shandong", "山东省";
        Henan = "41", "Henan", "河南省";
        Hubei = "42", "Hubei", "湖北省";
        Hunan = "43", "Hunan", "湖南省";
        Guangdong = "44", "Guangdong", "广东省";
        Guangxi = "45", "Guangxi", "广西壮族自治区";
        Hainan = "46", "Hainan", "海南省";
        Chongqing = "50", "Chongqing", "重庆市";
        Sichuan = "51", "Sichuan", "四川省";
        Guizhou = "52", "Guizhou", "贵州省";
        Yunnan = "53", "Yunnan", "云南省";
        Tibet = "54", "Tibet", "西藏自治区";
        Shaanxi = "61", "Shaanxi", "陕西省";
        Gansu = "62", "Gansu", "甘肃省";
        Qinghai = "63", "Qinghai", "青海省";
        Ningxia = "64", "Ningxia", "宁夏回族自治区";
        Xinjiang = "65", "Xinjiang", "新疆维吾尔自治区";
        Taiwan = "71", "Taiwan", "台湾省";
        HongKong = "81", "Hong Kong", "香港特别行政区";
        Macao = "82", "Macao", "澳门特别行政区";
    }
}

/// A text is not the code of a province-level division.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{}` is no province-level code of GB/T 2260; expected two digits, such as `11` or `31`", Shown(code))]
pub struct UnknownProvince {
    /// The text given.
    pub code: String,
}

impl Province {
    /// The two-digit code.
    #[must_use]
    pub const fn code(self) -> u8 {
        let (mut code, mut digits) = (0, self.name().as_bytes());
        while let [digit, rest @ ..] = digits {
            code = code * 10 + (*digit & 0x0f);
            digits = rest;
        }
        code
    }

    /// The division with this code.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::Province;
    ///
    /// assert_eq!(Province::from_code(11), Some(Province::Beijing));
    /// // 83 stands for Taiwan on residence permits, not in GB/T 2260.
    /// assert_eq!(Province::from_code(83), None);
    /// ```
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether the notices give its authority duties: the 31 provinces, autonomous regions and municipalities.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::Province;
    ///
    /// assert!(Province::Tibet.has_registration_duty());
    /// assert!(!Province::HongKong.has_registration_duty());
    /// ```
    ///
    /// # References
    ///
    /// 47.2: "各省、自治区、直辖市".
    #[must_use]
    pub const fn has_registration_duty(self) -> bool {
        !matches!(self, Self::Taiwan | Self::HongKong | Self::Macao)
    }
}

impl FromStr for Province {
    type Err = UnknownProvince;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|it| it.name() == text).ok_or_else(|| UnknownProvince { code: text.into() })
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Province {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::identity::wire::from_text(deserializer, "a province-level code as a string of two digits")
    }
}
