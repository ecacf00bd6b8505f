//! What the public query system shows (47.12).

use crate::desk::folder::OpenFolder;
use crate::finding::refused::EventFault;
use crate::identity::body::BodyId;
use crate::identity::catalogue::Qualification;
use crate::identity::certificate_number::CertificateNumber;
use crate::identity::masked::Masked;
use crate::lifecycle::agency::Agencies;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::standing::{PhaseName, validity};
use crate::lifecycle::term::Term;
use crate::naming::table::Language;
use crate::registration::paper::Paper;
use crate::regulation::clause::Clause;
use crate::regulation::repeal::Repeal;
use chrono::NaiveDate;
use core::fmt;

/// What employers and society are shown of a certificate (供用人单位和社会查询): its number, the masked name, the
/// qualification, how it stands, and its last registration.
///
/// Nothing personal beyond: not the ground of a cancellation, nor why a registration was deferred. It borrows all it
/// shows. Whoever has the whole name asks the [check](crate::desk::Check).
///
/// # Examples
///
/// ```
/// use ruankao::desk::{Folder, PublicRecord};
/// use ruankao::identity::Qualification;
/// use ruankao::registration::Paper;
/// use ruankao::{Act, History, Language, Law, Ledger, day};
///
/// let (number, name) = ("0531-08".parse()?, "张三".parse()?);
/// let paper = Paper { number, name, qualification: Qualification::SoftwareDesigner, obtained_on: day!(2005, 3, 10) };
/// let folder = Folder::new(paper, History::from_iter([Act::Approved.on(day!(2005, 3, 10))]))?;
/// let (law, ledger) = (Law::of_2004(), Ledger::default());
/// let open = folder.open(&law, &ledger);
///
/// let record = PublicRecord::on(&open, day!(2008, 3, 10))?;
/// assert_eq!((record.name.to_string().as_str(), record.last_valid_day), ("张*", Some(day!(2008, 3, 10))));
/// let record = PublicRecord::on(&open, day!(2008, 3, 11))?;
/// assert_eq!((record.in_force, record.last_valid_day), (false, None));
///
/// // The notices were repealed in 2019, and this law names no day of it.
/// assert!(PublicRecord::on(&open, day!(2018, 12, 31))?.caution(Language::En).is_none());
/// assert!(PublicRecord::on(&open, day!(2019, 1, 1))?.caution(Language::En).is_some());
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PublicRecord<'a> {
    /// The number of the certificate.
    #[cfg_attr(feature = "schema", schemars(with = "alloc::string::String"))]
    pub number: &'a CertificateNumber,
    /// The name of the holder, masked.
    #[cfg_attr(feature = "serde", serde(serialize_with = "as_text"))]
    #[cfg_attr(feature = "schema", schemars(with = "alloc::string::String"))]
    pub name: Masked<'a>,
    /// The qualification.
    pub qualification: Qualification,
    /// The phase on the day.
    pub phase: PhaseName,
    /// Whether the certificate is valid on the day.
    pub in_force: bool,
    /// The last day on which it is valid if nothing more happens; `None` where it is not valid, or without end.
    #[cfg_attr(
        feature = "serde",
        serde(skip_serializing_if = "Option::is_none", with = "crate::calendar::iso::option")
    )]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::calendar::iso::Day>"))]
    pub last_valid_day: Option<NaiveDate>,
    /// The term of the last approval or registration, whatever became of it since.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub term: Option<PublicTerm>,
    /// The last registration, if there was one.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub last_registration: Option<LastRegistration<'a>>,
    /// Whether registration has ended: the notices are repealed on the day.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "core::ops::Not::not"))]
    pub registration_ended: bool,
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    caution: Option<Caution>,
}

/// The term that a public record shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublicTerm {
    /// The day on which it started.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub start: NaiveDate,
    /// Its last day.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub last_day: NaiveDate,
}

/// The last registration of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LastRegistration<'a> {
    /// Its day.
    #[cfg_attr(feature = "serde", serde(with = "crate::calendar::iso"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub on: NaiveDate,
    /// The agency that registered, where one is named.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub agency: Option<&'a BodyId>,
}

/// What has to be said beside a record, in both languages.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Caution {
    en: &'static str,
    zh: &'static str,
}

/// The records of a list of certificates on a day, in its order; nothing is allocated for a row that is lawful.
pub fn public_records<'a, 'f: 'a>(
    folders: impl IntoIterator<Item = &'a OpenFolder<'f>>,
    on: NaiveDate,
) -> impl Iterator<Item = Result<PublicRecord<'a>, EventFault>> {
    folders.into_iter().map(move |folder| PublicRecord::on(folder, on))
}

impl<'a> PublicRecord<'a> {
    /// The record of a certificate on a day.
    ///
    /// # Errors
    ///
    /// The refusal of the first event of the history that is refused by then.
    pub fn on(folder: &'a OpenFolder<'_>, on: NaiveDate) -> Result<Self, EventFault> {
        Ok(Self::of(folder.paper(), &folder.file().on(on)?))
    }

    fn of(paper: &'a Paper, as_of: &AsOf<'a>) -> Self {
        let (standing, on, context) = (as_of.standing(), as_of.on(), as_of.context());
        let events = context.history.held(context.known_on).map(|(_, event)| event);
        let registered = Agencies::of(events.take_while(|event| event.on <= on)).registered;
        let (repeal, repealed_on) = (Repeal::OF_2019, context.regulation().parameters().repealed_on);
        let caution = Caution { en: repeal.caution_en(), zh: repeal.caution_zh() };
        Self {
            number: &paper.number,
            name: paper.name.masked(),
            qualification: paper.qualification,
            phase: standing.phase.name(),
            in_force: standing.in_force,
            last_valid_day: as_of.last_valid_day(),
            term: as_of.certificate().term().map(PublicTerm::of),
            last_registration: registered.map(|(on, agency)| LastRegistration { on, agency }),
            registration_ended: context.regulation().is_repealed_by(on),
            caution: repeal.needs_caution(on, repealed_on).then_some(caution),
        }
    }

    /// What has to be said beside the record, on a day on which the notices may have been repealed: the law it was asked
    /// under names no day of repeal.
    #[must_use]
    pub fn caution(&self, language: Language) -> Option<&'static str> {
        self.caution.map(|Caution { en, zh }| language.choose(en, zh))
    }

    /// The record in a language, a line for each thing it says.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let Self { number, name, qualification, in_force, .. } = *self;
        fmt::from_fn(move |f| {
            let (qualification, phase) = (qualification.in_words(language), self.phase.in_words(language));
            let (valid, clause) = (validity(in_force).in_words(language), Clause::N47_12);
            match language {
                Language::En => {
                    write!(f, "certificate {number}, {name}, {qualification}: {valid}, {phase} ({clause})")
                }
                Language::Zh => {
                    write!(f, "证书{number}，{name}，{qualification}：{valid}，{phase}（{clause}）")
                }
            }?;
            match (self.last_valid_day, language) {
                (None, _) => Ok(()),
                (Some(day), Language::En) => write!(f, "\nvalid through {day}"),
                (Some(day), Language::Zh) => write!(f, "\n有效期至{day}"),
            }?;
            match (self.term, language) {
                (None, _) => Ok(()),
                (Some(term), Language::En) => write!(f, "\nterm from {} to {}", term.start, term.last_day),
                (Some(term), Language::Zh) => write!(f, "\n本次有效期{}至{}", term.start, term.last_day),
            }?;
            if let Some(LastRegistration { on, agency }) = self.last_registration {
                match language {
                    Language::En => write!(f, "\nlast registered on {on}"),
                    Language::Zh => write!(f, "\n最近一次登记日期{on}"),
                }?;
                match (agency, language) {
                    (None, _) => Ok(()),
                    (Some(agency), Language::En) => write!(f, " by {agency}"),
                    (Some(agency), Language::Zh) => write!(f, "，登记机构{agency}"),
                }?;
            }
            if self.registration_ended {
                let ended =
                    language.choose("registration has ended: the notices are repealed", "登记制度已随通知废止而终止");
                write!(f, "\n{ended}")?;
            }
            match (self.caution(language), language) {
                (None, _) => Ok(()),
                (Some(caution), Language::En) => write!(f, "\ncaution: {caution}"),
                (Some(caution), Language::Zh) => write!(f, "\n注意：{caution}"),
            }
        })
    }
}

impl PublicTerm {
    const fn of(term: &Term) -> Self {
        Self { start: term.start(), last_day: term.expiry() }
    }
}

#[cfg(feature = "serde")]
fn as_text<S: serde::Serializer>(text: &Masked<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(text)
}
