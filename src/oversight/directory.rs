//! The directory of agencies and institutions.

use crate::finding::code::Code;
use crate::finding::finding::Finding;
use crate::finding::refused::EventFault;
use crate::finding::scrutiny::Mode;
use crate::finding::value::Value;
use crate::identity::body::{BodyId, Listing, Register};
use crate::identity::province::Province;
use crate::oversight::body_history::BodyHistory;
use crate::oversight::phase::BodyKind;
use crate::regulation::clause::Clause;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use chrono::NaiveDate;
use thiserror::Error;

/// The agencies and institutions of all provinces, with their histories: who may act where, when and as what.
///
/// A body is entered once a province and kind. One that is approved in two provinces is entered for each, and its two
/// approvals hold or end apart.
///
/// # Examples
///
/// ```
/// use ruankao::identity::Province;
/// use ruankao::oversight::{AccreditationHistory, Act, BodyKind, Directory};
/// use ruankao::{Mode, day};
///
/// let shanghai = Province::from_code(31).unwrap();
/// let history: AccreditationHistory<_> =
///     [Act::PROPOSED.on(day!(2005, 1, 10)), Act::Approved.on(day!(2005, 2, 1))].into_iter().collect();
///
/// let mut directory = Directory::new(Mode::Strict);
/// directory.enter("ITTA", shanghai, history)?;
/// let agency = |on| directory.who_may_act(BodyKind::RegistrationAgency, shanghai, on).next();
/// assert_eq!(agency(day!(2005, 2, 1)).unwrap().id().as_str(), "ITTA");
/// assert!(agency(day!(2005, 1, 31)).is_none());
/// # Ok::<(), ruankao::oversight::DirectoryError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    mode: Mode,
    bodies: Vec<Body>,
    /// What is entered, to be looked up.
    entered: BTreeSet<(BodyId, BodyKind, Province)>,
}

/// A body in the directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    id: BodyId,
    province: Province,
    history: BodyHistory,
    /// None where it never began to act.
    listing: Option<Listing>,
}

/// Why a body cannot be entered.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum DirectoryError {
    /// Its history is refused.
    #[error("the history of `{id}` is refused: {fault}")]
    Refused {
        /// The body.
        id: BodyId,
        /// The event, and what stands against it.
        fault: EventFault,
    },
    /// It is entered already.
    #[error("`{id}` is entered as a `{kind}` of this province already; expected each body once a province and kind")]
    Duplicate {
        /// The body.
        id: BodyId,
        /// The kind.
        kind: BodyKind,
    },
}

impl Directory {
    /// A directory without bodies, whose histories will be read in that mode.
    #[must_use]
    pub const fn new(mode: Mode) -> Self {
        Self { mode, bodies: Vec::new(), entered: BTreeSet::new() }
    }

    /// Enters a body. Costs the reading of its history, and the logarithm of how many there are.
    ///
    /// # Errors
    ///
    /// A history that is refused anywhere; a body that is entered as that kind for the province already. The directory
    /// stays as it was.
    pub fn enter(
        &mut self,
        id: impl Into<BodyId>,
        province: Province,
        history: impl Into<BodyHistory>,
    ) -> Result<(), DirectoryError> {
        let (id, history) = (id.into(), history.into());
        let listing = match history.listing(id.clone(), self.mode) {
            Ok(listing) => listing,
            Err(fault) => return Err(DirectoryError::Refused { id, fault }),
        };
        let kind = history.kind();
        if !self.entered.insert((id.clone(), kind, province)) {
            return Err(DirectoryError::Duplicate { id, kind });
        }
        self.bodies.push(Body { id, province, history, listing });
        Ok(())
    }

    /// The bodies, as they were entered.
    #[must_use]
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// Those that may act as that kind on that day, anywhere in the country, as they were entered.
    pub fn acting(&self, kind: BodyKind, on: NaiveDate) -> impl Iterator<Item = &Body> {
        self.bodies.iter().filter(move |body| body.kind() == kind && body.may_act_on(on))
    }

    /// Those of them that may act for that province.
    pub fn who_may_act(&self, kind: BodyKind, province: Province, on: NaiveDate) -> impl Iterator<Item = &Body> {
        self.acting(kind, on).filter(move |body| body.province == province)
    }

    /// The register of one kind: what the lists of agencies and of providers are.
    ///
    /// A body that was declined and approved later is listed once, from the day it began to act to its withdrawal; one
    /// that is entered for two provinces is listed twice.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::{BodyKind, Directory};
    ///
    /// assert!(Directory::default().register(BodyKind::TrainingInstitution).listings().is_empty());
    /// ```
    #[must_use]
    pub fn register(&self, kind: BodyKind) -> Register {
        self.bodies.iter().filter(|body| body.kind() == kind).filter_map(|body| body.listing.clone()).collect()
    }

    /// The provinces for which several registration agencies may act on a day, in their order, each with what is found.
    ///
    /// 47.2: 证书登记实施机构原则上各省、自治区、直辖市各设一个. A *should*: nothing is refused for it.
    pub fn provinces_with_several_agencies(&self, on: NaiveDate) -> impl Iterator<Item = (Province, Finding)> + use<> {
        let mut agencies = BTreeMap::<Province, usize>::new();
        for body in self.acting(BodyKind::RegistrationAgency, on) {
            *agencies.entry(body.province).or_default() += 1;
        }
        let finding = Finding::new(Code::SeveralAgencies, Clause::N47_2).compared(Value::Nothing, Value::Day(on));
        agencies.into_iter().filter(|&(_, number)| number > 1).map(move |(province, _)| (province, finding))
    }
}

impl Body {
    /// What it is called.
    #[must_use]
    pub const fn id(&self) -> &BodyId {
        &self.id
    }

    /// The province it acts for.
    #[must_use]
    pub const fn province(&self) -> Province {
        self.province
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> BodyKind {
        self.history.kind()
    }

    /// Its history.
    #[must_use]
    pub const fn history(&self) -> &BodyHistory {
        &self.history
    }

    /// The time for which it may act; none where it never began.
    #[must_use]
    pub const fn listing(&self) -> Option<&Listing> {
        self.listing.as_ref()
    }

    /// Whether it may act on a day.
    #[must_use]
    pub fn may_act_on(&self, day: NaiveDate) -> bool {
        self.listing.as_ref().is_some_and(|listing| listing.may_act_on(day))
    }
}
