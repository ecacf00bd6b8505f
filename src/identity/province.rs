//! The province-level divisions of GB/T 2260.

use alloc::string::String;
use core::fmt;
use core::str::FromStr;
use thiserror::Error;

/// Makes the enum and everything said of a division from one table.
macro_rules! provinces {
    ($($name:ident $code:literal $chinese:literal $english:literal)*) => {
        /// A province, autonomous region, municipality or special administrative region.
        ///
        /// There are 34, each with its two-digit code of GB/T 2260, which is also how it is written and read. The
        /// editions of 2002 to 2007 agree on them. The Xinjiang Production and Construction Corps has no code.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::identity::{Province, UnknownProvince};
        ///
        /// let shanghai: Province = "31".parse()?;
        /// assert_eq!((shanghai.chinese_name(), shanghai.english_name()), ("上海市", "Shanghai"));
        /// assert!(shanghai.has_registration_duty());
        /// assert!("66".parse::<Province>().is_err());
        /// # Ok::<(), UnknownProvince>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Province {
            $(#[doc = concat!($chinese, ", code ", $code, ".")] $name = $code,)*
        }

        impl Province {
            /// All 34, in the order of their codes.
            pub const ALL: [Self; 34] = [$(Self::$name),*];

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
            pub const fn from_code(code: u8) -> Option<Self> {
                match code {
                    $($code => Some(Self::$name),)*
                    _ => None,
                }
            }

            /// The Chinese name in GB/T 2260.
            #[must_use]
            pub const fn chinese_name(self) -> &'static str {
                match self {
                    $(Self::$name => $chinese,)*
                }
            }

            /// The usual English name, without the kind of division.
            #[must_use]
            pub const fn english_name(self) -> &'static str {
                match self {
                    $(Self::$name => $english,)*
                }
            }
        }
    };
}

provinces! {
    Beijing       11 "北京市"           "Beijing"
    Tianjin       12 "天津市"           "Tianjin"
    Hebei         13 "河北省"           "Hebei"
    Shanxi        14 "山西省"           "Shanxi"
    InnerMongolia 15 "内蒙古自治区"     "Inner Mongolia"
    Liaoning      21 "辽宁省"           "Liaoning"
    Jilin         22 "吉林省"           "Jilin"
    Heilongjiang  23 "黑龙江省"         "Heilongjiang"
    Shanghai      31 "上海市"           "Shanghai"
    Jiangsu       32 "江苏省"           "Jiangsu"
    Zhejiang      33 "浙江省"           "Zhejiang"
    Anhui         34 "安徽省"           "Anhui"
    Fujian        35 "福建省"           "Fujian"
    Jiangxi       36 "江西省"           "Jiangxi"
    Shandong      37 "山东省"           "Shandong"
    Henan         41 "河南省"           "Henan"
    Hubei         42 "湖北省"           "Hubei"
    Hunan         43 "湖南省"           "Hunan"
    Guangdong     44 "广东省"           "Guangdong"
    Guangxi       45 "广西壮族自治区"   "Guangxi"
    Hainan        46 "海南省"           "Hainan"
    Chongqing     50 "重庆市"           "Chongqing"
    Sichuan       51 "四川省"           "Sichuan"
    Guizhou       52 "贵州省"           "Guizhou"
    Yunnan        53 "云南省"           "Yunnan"
    Tibet         54 "西藏自治区"       "Tibet"
    Shaanxi       61 "陕西省"           "Shaanxi"
    Gansu         62 "甘肃省"           "Gansu"
    Qinghai       63 "青海省"           "Qinghai"
    Ningxia       64 "宁夏回族自治区"   "Ningxia"
    Xinjiang      65 "新疆维吾尔自治区" "Xinjiang"
    Taiwan        71 "台湾省"           "Taiwan"
    HongKong      81 "香港特别行政区"   "Hong Kong"
    Macao         82 "澳门特别行政区"   "Macao"
}

/// A text is not the code of a province-level division.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("`{code}` is no province-level code of GB/T 2260; expected two digits, such as `11` or `31`")]
pub struct UnknownProvince {
    /// The text given.
    pub code: String,
}

impl Province {
    /// The two-digit code.
    #[must_use]
    pub const fn code(self) -> u8 {
        self as u8
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

impl fmt::Display for Province {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // No code has fewer than two digits.
        fmt::Display::fmt(&self.code(), f)
    }
}

impl FromStr for Province {
    type Err = UnknownProvince;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let &[tens @ b'0'..=b'9', units @ b'0'..=b'9'] = text.as_bytes() else {
            return Err(UnknownProvince { code: text.into() });
        };
        Self::from_code((tens & 0x0f) * 10 + (units & 0x0f)).ok_or_else(|| UnknownProvince { code: text.into() })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Province {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "serde")]
impl<'de> serde::Deserialize<'de> for Province {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::identity::wire::from_text(deserializer, "a province-level code as a string of two digits")
    }
}
