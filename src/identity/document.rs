//! Any of the documents with which a holder identifies himself.

use crate::identity::citizen_number::{CitizenNumber, CitizenNumberError};
use crate::identity::in_use::InUse;
use crate::identity::line::fold;
use crate::identity::masked::Masked;
use crate::identity::passport::{Passport, PassportError};
use crate::identity::permanent_residence::{PermanentResidenceCard, PermanentResidenceCardError};
use crate::identity::residence_permit::{ResidencePermit, ResidencePermitError};
use crate::identity::sex::Sex;
use crate::identity::travel_permit::{HongKongMacaoPermit, HongKongMacaoPermitError, TaiwanPermit, TaiwanPermitError};
use crate::naming::table::named;
use chrono::NaiveDate;
use core::fmt;
use thiserror::Error;

/// A document with which a holder identifies himself (身份证明, 47.6), known by its number.
///
/// The number is well formed for its kind of document; that it was ever issued, nobody can tell from it. Written as
/// `{"kind": "passport", "number": "G12345678"}`, with the number in full.
///
/// # Examples
///
/// ```
/// use ruankao::identity::{CitizenNumber, IdentityDocument, Passport, Sex};
///
/// let card: IdentityDocument = CitizenNumber::parse("11010519491231002X")?.into();
/// assert_eq!(card.sex(), Some(Sex::Female));
///
/// let passport: IdentityDocument = Passport::parse("G12345678")?.into();
/// assert_eq!(passport.sex(), None);
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize),
    serde(tag = "kind", content = "number", rename_all = "snake_case")
)]
pub enum IdentityDocument {
    /// 居民身份证.
    ResidentIdentityCard(CitizenNumber),
    /// 港澳居民来往内地通行证.
    HongKongMacaoPermit(HongKongMacaoPermit),
    /// 台湾居民来往大陆通行证.
    TaiwanPermit(TaiwanPermit),
    /// 港澳台居民居住证.
    ResidencePermit(ResidencePermit),
    /// 护照.
    Passport(Passport),
    /// 外国人永久居留身份证.
    PermanentResidenceCard(PermanentResidenceCard),
}

named! {
    /// A kind of [`IdentityDocument`].
    pub enum IdentityDocumentKind: "kind of identity document" {
        /// 居民身份证, of citizens resident in the mainland.
        ResidentIdentityCard = "resident_identity_card", "resident identity card", "居民身份证";
        /// 港澳居民来往内地通行证, the travel permit of residents of Hong Kong and Macao.
        HongKongMacaoPermit = "hong_kong_macao_permit", "travel permit for residents of Hong Kong and Macao",
            "港澳居民来往内地通行证";
        /// 台湾居民来往大陆通行证, the travel permit of residents of Taiwan.
        TaiwanPermit = "taiwan_permit", "travel permit for residents of Taiwan", "台湾居民来往大陆通行证";
        /// 港澳台居民居住证, the residence permit of residents of Hong Kong, Macao and Taiwan.
        ResidencePermit = "residence_permit", "residence permit for residents of Hong Kong, Macao and Taiwan",
            "港澳台居民居住证";
        /// 护照, of foreigners and of citizens settled abroad.
        Passport = "passport", "passport", "护照";
        /// 外国人永久居留身份证, of foreigners with permanent residence.
        PermanentResidenceCard = "permanent_residence_card", "permanent residence card", "外国人永久居留身份证";
    }
}

/// Why a text is no number of the kind of document named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum IdentityDocumentError {
    /// It is no citizen number.
    #[error(transparent)]
    CitizenNumber(#[from] CitizenNumberError),
    /// It is no number of a travel permit for residents of Hong Kong and Macao.
    #[error(transparent)]
    HongKongMacaoPermit(#[from] HongKongMacaoPermitError),
    /// It is no number of a travel permit for residents of Taiwan.
    #[error(transparent)]
    TaiwanPermit(#[from] TaiwanPermitError),
    /// It is no number of a residence permit.
    #[error(transparent)]
    ResidencePermit(#[from] ResidencePermitError),
    /// It is no passport number.
    #[error(transparent)]
    Passport(#[from] PassportError),
    /// It is no number of a permanent residence card.
    #[error(transparent)]
    PermanentResidenceCard(#[from] PermanentResidenceCardError),
}

/// Something the form says that the number contradicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum Disagreement {
    /// The day of birth differs.
    #[error("the form's birth date `{form}` is not that of the identity number; expected the two to agree")]
    Birth {
        /// The day that the number tells.
        number: NaiveDate,
        /// The day that the form states.
        form: NaiveDate,
    },
    /// The sex differs.
    #[error("the form's sex `{form}` is not that of the identity number; expected the two to agree")]
    Sex {
        /// The sex that the number tells.
        number: Sex,
        /// The sex that the form states.
        form: Sex,
    },
}

impl IdentityDocument {
    /// Reads the number of a document of this kind, the full-width forms of ASCII taken for the plain ones, as a number
    /// is typed on a Chinese keyboard.
    ///
    /// The types of the numbers themselves take the plain forms alone.
    ///
    /// # Errors
    ///
    /// What the number's own `parse` refuses.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{IdentityDocument, IdentityDocumentKind};
    ///
    /// let permit = IdentityDocument::parse(IdentityDocumentKind::TaiwanPermit, "01234567");
    /// assert!(permit.is_ok());
    /// assert_eq!(IdentityDocument::parse(IdentityDocumentKind::TaiwanPermit, "０１２３４５６７"), permit);
    /// assert!(IdentityDocument::parse(IdentityDocumentKind::HongKongMacaoPermit, "01234567").is_err());
    /// ```
    pub fn parse(kind: IdentityDocumentKind, number: &str) -> Result<Self, IdentityDocumentError> {
        let number = fold(number);
        let number = number.as_str();
        Ok(match kind {
            IdentityDocumentKind::ResidentIdentityCard => CitizenNumber::parse(number)?.into(),
            IdentityDocumentKind::HongKongMacaoPermit => HongKongMacaoPermit::parse(number)?.into(),
            IdentityDocumentKind::TaiwanPermit => TaiwanPermit::parse(number)?.into(),
            IdentityDocumentKind::ResidencePermit => ResidencePermit::parse(number)?.into(),
            IdentityDocumentKind::Passport => Passport::parse(number)?.into(),
            IdentityDocumentKind::PermanentResidenceCard => PermanentResidenceCard::parse(number)?.into(),
        })
    }

    /// The kind of document.
    #[must_use]
    pub const fn kind(&self) -> IdentityDocumentKind {
        match self {
            Self::ResidentIdentityCard(_) => IdentityDocumentKind::ResidentIdentityCard,
            Self::HongKongMacaoPermit(_) => IdentityDocumentKind::HongKongMacaoPermit,
            Self::TaiwanPermit(_) => IdentityDocumentKind::TaiwanPermit,
            Self::ResidencePermit(_) => IdentityDocumentKind::ResidencePermit,
            Self::Passport(_) => IdentityDocumentKind::Passport,
            Self::PermanentResidenceCard(_) => IdentityDocumentKind::PermanentResidenceCard,
        }
    }

    /// The day of birth, where the number tells it.
    #[must_use]
    pub fn birth(&self) -> Option<NaiveDate> {
        match self {
            Self::ResidentIdentityCard(number) => Some(number.birth()),
            Self::ResidencePermit(number) => Some(number.birth()),
            Self::PermanentResidenceCard(number) => number.birth(),
            Self::HongKongMacaoPermit(_) | Self::TaiwanPermit(_) | Self::Passport(_) => None,
        }
    }

    /// The sex, where the number tells it.
    #[must_use]
    pub const fn sex(&self) -> Option<Sex> {
        match self {
            Self::ResidentIdentityCard(number) => Some(number.sex()),
            Self::ResidencePermit(number) => Some(number.sex()),
            // The rule of 2023 was not seen to give its sequence the parity of a citizen number's.
            Self::PermanentResidenceCard(_)
            | Self::HongKongMacaoPermit(_)
            | Self::TaiwanPermit(_)
            | Self::Passport(_) => None,
        }
    }

    /// What the form says of birth and sex that the number contradicts; what the number does not tell, it cannot.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{CitizenNumber, Disagreement, IdentityDocument, Sex};
    /// use ruankao::day;
    ///
    /// let card: IdentityDocument = CitizenNumber::parse("11010519491231002X")?.into();
    /// let birth = day!(1949, 12, 31);
    /// assert_eq!(card.disagreements(birth, Sex::Female).count(), 0);
    /// assert_eq!(
    ///     card.disagreements(birth, Sex::Male).next(),
    ///     Some(Disagreement::Sex { number: Sex::Female, form: Sex::Male }),
    /// );
    /// # Ok::<(), ruankao::identity::CitizenNumberError>(())
    /// ```
    pub fn disagreements(&self, birth: NaiveDate, sex: Sex) -> impl Iterator<Item = Disagreement> + use<> {
        let birth =
            self.birth().filter(|number| *number != birth).map(|number| Disagreement::Birth { number, form: birth });
        let sex = self.sex().filter(|number| *number != sex).map(|number| Disagreement::Sex { number, form: sex });
        birth.into_iter().chain(sex)
    }

    /// Whether both are of one kind and bear the same number for life, in whatever form or issue.
    ///
    /// Yes shows that the holder is the same; no shows nothing, for a passport's number changes when it is renewed.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{IdentityDocument, IdentityDocumentKind};
    ///
    /// let permit = |number| IdentityDocument::parse(IdentityDocumentKind::HongKongMacaoPermit, number);
    /// assert!(permit("H1234567800")?.same_number(&permit("H1234567801")?));
    /// assert!(!permit("H1234567800")?.same_number(&permit("H1234567900")?));
    /// # Ok::<(), ruankao::identity::IdentityDocumentError>(())
    /// ```
    #[must_use]
    pub fn same_number(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::ResidentIdentityCard(one), Self::ResidentIdentityCard(two)) => one.same_number(two),
            (Self::HongKongMacaoPermit(one), Self::HongKongMacaoPermit(two)) => one.same_number(two),
            (Self::TaiwanPermit(one), Self::TaiwanPermit(two)) => one.same_number(two),
            (one, two) => one == two,
        }
    }

    /// The days on which a document with a number of this form could be shown.
    #[must_use]
    pub const fn form_in_use(&self) -> InUse {
        match self {
            Self::ResidentIdentityCard(number) => number.form_in_use(),
            Self::HongKongMacaoPermit(number) => number.form_in_use(),
            Self::TaiwanPermit(number) => number.form_in_use(),
            Self::ResidencePermit(number) => number.form_in_use(),
            Self::Passport(number) => number.form_in_use(),
            Self::PermanentResidenceCard(number) => number.form_in_use(),
        }
    }

    /// Whether a document with a number of this form could be shown on `day`.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{IdentityDocument, ResidencePermit};
    /// use ruankao::day;
    ///
    /// let permit: IdentityDocument = ResidencePermit::parse("83000019600529336X")?.into();
    /// assert!(permit.was_in_use_on(day!(2018, 9, 1)));
    /// assert!(!permit.was_in_use_on(day!(2018, 8, 31)));
    /// # Ok::<(), ruankao::identity::ResidencePermitError>(())
    /// ```
    #[must_use]
    pub fn was_in_use_on(&self, day: NaiveDate) -> bool {
        self.form_in_use().includes(day)
    }

    /// The full number, as written.
    #[must_use]
    pub fn exposed(&self) -> &str {
        match self {
            Self::ResidentIdentityCard(number) => number.exposed(),
            Self::HongKongMacaoPermit(number) => number.exposed(),
            Self::TaiwanPermit(number) => number.exposed(),
            Self::ResidencePermit(number) => number.exposed(),
            Self::Passport(number) => number.exposed(),
            Self::PermanentResidenceCard(number) => number.exposed(),
        }
    }

    /// The number as it may be printed.
    #[must_use]
    pub fn masked(&self) -> Masked<'_> {
        match self {
            Self::ResidentIdentityCard(number) => number.masked(),
            Self::HongKongMacaoPermit(number) => number.masked(),
            Self::TaiwanPermit(number) => number.masked(),
            Self::ResidencePermit(number) => number.masked(),
            Self::Passport(number) => number.masked(),
            Self::PermanentResidenceCard(number) => number.masked(),
        }
    }
}

/// The masked number.
impl fmt::Display for IdentityDocument {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.masked().fmt(f)
    }
}

impl From<CitizenNumber> for IdentityDocument {
    fn from(number: CitizenNumber) -> Self {
        Self::ResidentIdentityCard(number)
    }
}

impl From<HongKongMacaoPermit> for IdentityDocument {
    fn from(number: HongKongMacaoPermit) -> Self {
        Self::HongKongMacaoPermit(number)
    }
}

impl From<TaiwanPermit> for IdentityDocument {
    fn from(number: TaiwanPermit) -> Self {
        Self::TaiwanPermit(number)
    }
}

impl From<ResidencePermit> for IdentityDocument {
    fn from(number: ResidencePermit) -> Self {
        Self::ResidencePermit(number)
    }
}

impl From<Passport> for IdentityDocument {
    fn from(number: Passport) -> Self {
        Self::Passport(number)
    }
}

impl From<PermanentResidenceCard> for IdentityDocument {
    fn from(number: PermanentResidenceCard) -> Self {
        Self::PermanentResidenceCard(number)
    }
}
