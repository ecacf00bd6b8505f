//! The plan itself.

use crate::finding::finding::Finding;
use crate::lifecycle::as_of::AsOf;
use crate::lifecycle::standing::Standing;
use crate::plan::agencies::acting;
use crate::plan::course::{Bar, Course};
use crate::plan::days::Days;
use crate::plan::milestone::{Milestone, milestones};
use crate::plan::prospect::{Assumed, Prospect};
use crate::plan::relief::{Relief, relief};
use crate::plan::study::Studies;
use crate::plan::warning::{Warning, warnings};
use crate::registration::application::Application;
use alloc::vec::Vec;
use chrono::NaiveDate;

/// What the holder of a certificate can do as of a day.
///
/// It rests on what is dated up to that day alone. Where something is pending that has to be decided first, it says which
/// decision it assumes, made that very day.
///
/// # Examples
///
/// ```
/// use ruankao::plan::Course;
/// use ruankao::{Act, History, Hours, Law, Ledger, day};
///
/// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
/// let file = Law::of_2004().open(history, Ledger::default());
///
/// let early = file.on(day!(2005, 6, 1))?.plan();
/// let Course::Register(registering) = &early.course else { panic!() };
/// // 40 hours a year and 60 besides, to be earned before an application that the window admits.
/// assert_eq!(registering.apply.first(), day!(2007, 12, 10));
/// assert_eq!(early.studies.least(), Hours::whole(180));
///
/// // The first year is over and nothing was earned in it.
/// assert!(matches!(file.on(day!(2006, 6, 1))?.plan().course, Course::Barred(_)));
/// # Ok::<(), ruankao::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Plan {
    /// The day it is made as of.
    #[cfg_attr(feature = "serde", serde(serialize_with = "crate::calendar::iso::reckoned"))]
    #[cfg_attr(feature = "schema", schemars(with = "crate::calendar::iso::Day"))]
    pub on: NaiveDate,
    /// The standing on that day.
    pub standing: Standing,
    /// The days that come by themselves, in order.
    pub milestones: Vec<Milestone>,
    /// Where something is pending that has to be decided first: the decision that the rest assumes.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub assumed: Option<Assumed>,
    /// What the holder can do.
    pub course: Course,
    /// The least study that is still needed.
    pub studies: Studies,
    /// The papers and conditions that are still missing: of the draft or of what was accepted, or all of them where there
    /// is neither.
    pub papers: Vec<Finding>,
    /// Whether something is known of the applicant, by a draft or by what was accepted. Where nothing is, the papers are
    /// what is still to be shown, and nobody is said to lack it.
    pub drafted: bool,
    /// What else is open on the day.
    pub relief: Relief,
    /// What is easily overlooked.
    pub warnings: Vec<Warning>,
}

impl Plan {
    fn of(as_of: &AsOf<'_>, draft: Option<&Application>) -> Self {
        let Prospect { assumed, course, studies, papers, is_drafted: drafted } = Prospect::of(as_of, draft);
        let milestones = milestones(as_of);
        let relief = relief(as_of, &course);
        let warnings = warnings(as_of, &milestones, &course, &relief);
        let (on, standing) = (as_of.on(), as_of.standing());
        Self { on, standing, milestones, assumed, course, studies, papers, drafted, relief, warnings }
    }
}

impl AsOf<'_> {
    /// What the holder can do, with nothing known of the applicant yet: all has to be shown.
    #[must_use]
    pub fn plan(&self) -> Plan {
        Plan::of(self, None)
    }

    /// What the holder can do, with a draft of the application: what that draft still lacks.
    #[must_use]
    pub fn plan_with(&self, draft: &Application) -> Plan {
        Plan::of(self, Some(draft))
    }

    /// What a list of agencies adds to the [assessment](Self::assessment), which looks at none: that nobody on the list
    /// may act on the day. `None` where somebody may, and where no list is given.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::identity::{Listing, Register};
    /// use ruankao::{Act, History, Law, Ledger, day};
    ///
    /// let history = History::from_iter([Act::Approved.on(day!(2005, 3, 10))]);
    /// let listing = Listing::new("agency-31", day!(2005, 1, 1), Some(day!(2008, 1, 1)))?;
    /// let law = Law::of_2004().with_agencies(Register::from_iter([listing]));
    /// let file = law.open(history, Ledger::default());
    /// assert_eq!(file.on(day!(2007, 12, 31))?.no_agency(), None);
    /// assert!(file.on(day!(2008, 1, 1))?.no_agency().is_some());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub fn no_agency(&self) -> Option<Bar> {
        let day = Days::new(self.on(), Some(self.on()))?;
        let nobody = self.context().law().agencies().filter(|agencies| acting(agencies, day).is_none());
        nobody.map(|_| Bar::NoAgency(day))
    }
}
