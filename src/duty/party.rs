//! Those who bear duties, and those to whom they are owed.

use crate::finding::language::Language;
use core::fmt;

macro_rules! parties {
    ($($name:ident $wire:literal $en:literal $zh:literal)+) => {
        /// Somebody who bears a duty, or to whom one is owed, in the words of the notices.
        ///
        /// # Examples
        ///
        /// ```
        /// use ruankao::duty::Party;
        /// use ruankao::finding::Language;
        ///
        /// assert_eq!(Party::Centre.called(Language::Zh), "信息产业部电子教育中心");
        /// assert_ne!(Party::Office.name(), Party::RegistrationAgency.name());
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "snake_case"))]
        pub enum Party {
            $( #[doc = concat!($zh, ": ", $en, ".")] $name, )+
        }

        impl Party {
            /// All of them.
            pub const ALL: &'static [Self] = &[$( Self::$name, )+];

            /// The name on the wire.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$name => $wire, )+ }
            }

            /// What it is called.
            #[must_use]
            pub const fn called(self, language: Language) -> &'static str {
                match self { $( Self::$name => language.choose($en, $zh), )+ }
            }
        }
    };
}

parties! {
    Office "office" "the Office" "计算机专业技术资格（水平）证书登记管理办公室"
    Centre "centre" "the Centre" "信息产业部电子教育中心"
    ProvincialAuthority "provincial_authority" "the provincial authority" "省、自治区、直辖市信息产业主管部门"
    RegistrationAgency "registration_agency" "the registration agency" "证书登记实施机构"
    TrainingInstitution "training_institution" "the training institution" "继续教育培训机构"
    Public "public" "the public" "社会"
    Holder "holder" "the holder" "持证者"
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
