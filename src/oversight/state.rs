//! The states of an accreditation, each a type of its own; a move consumes one and returns the next.
//!
//! Both kinds of body run through the same states by the same rules, written here once. A move that a state has not does
//! not compile; a move that the facts forbid gives the state back.

use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::refused::Refused;
use crate::finding::scrutiny::{Scrutiny, Strict};
use crate::finding::value::Value;
use crate::oversight::conditions::Conditions;
use crate::oversight::kind::{Agency, Institution, Kind};
use crate::oversight::review::Review;
use crate::oversight::service::Service;
use alloc::vec::Vec;
use chrono::NaiveDate;
use core::marker::PhantomData;

/// Proposed (an agency) or applied (an institution): it awaits the decision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Opened<K: Kind> {
    on: NaiveDate,
    dossier: K::Dossier,
}

/// Turned down; it may open again.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Declined<K: Kind> {
    on: NaiveDate,
    kind: PhantomData<K>,
}

/// Approved and not yet filed with the Centre, so it may not act yet. There is none of an agency.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct AwaitingFiling<K: Kind> {
    on: NaiveDate,
    filing: K::Filing,
}

/// It may act.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Accredited<K: Kind> {
    on: NaiveDate,
    pub(crate) service: Service,
    kind: PhantomData<K>,
}

/// It failed a review and has to rectify; it may still act.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Rectifying<K: Kind> {
    on: NaiveDate,
    pub(crate) service: Service,
    rectify_by: NaiveDate,
    kind: PhantomData<K>,
}

/// It may act no longer. From here there is no move: a withdrawal is for good.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Withdrawn<K: Kind> {
    on: NaiveDate,
    since: NaiveDate,
    kind: PhantomData<K>,
}

/// An event comes no earlier than the one before it.
fn in_order(previous: NaiveDate, on: NaiveDate) -> Result<(), Fault> {
    if previous <= on {
        return Ok(());
    }
    Err(Finding::without_clause(Code::OutOfOrder).compared(Value::Day(previous), Value::Day(on)).into())
}

/// Moves on where nothing stands against it; gives the state back where something does.
fn step<S, T>(state: S, examined: Result<(), Fault>, next: impl FnOnce(S) -> T) -> Result<T, Refused<S>> {
    match examined {
        Ok(()) => Ok(next(state)),
        Err(fault) => Err(Refused { state, fault }),
    }
}

impl Opened<Agency> {
    /// The provincial authority proposes an agency to the Office (47.2: 具体设置方案由各地信息产业主管部门确定).
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::Opened;
    /// use ruankao::day;
    ///
    /// let agency = Opened::propose(day!(2005, 1, 10)).approve(day!(2005, 2, 1))?;
    /// assert_eq!(agency.since(), day!(2005, 2, 1));
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    #[must_use]
    pub const fn propose(on: NaiveDate) -> Self {
        Self { on, dossier: () }
    }

    /// The Office approves; the agency may act from that day (47.2: 批准后，负责…登记实施工作).
    ///
    /// # Errors
    ///
    /// `out_of_order` before the proposal.
    pub fn approve(self, on: NaiveDate) -> Result<Accredited<Agency>, Refused<Self>> {
        Ok(Accredited::began(self.approval(on, &mut Strict)?))
    }
}

impl Opened<Institution> {
    /// A unit applies to become a training institution (48.8: 可以向当地证书登记实施机构提出申请).
    #[must_use]
    pub const fn apply(on: NaiveDate, conditions: Conditions) -> Self {
        Self { on, dossier: conditions }
    }

    /// The provincial authority approves (48.8); the institution may act once it is filed.
    ///
    /// # Errors
    ///
    /// `out_of_order` before the application; `conditions_not_met` where one of the four conditions is not.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::oversight::{Conditions, Opened};
    /// use ruankao::day;
    ///
    /// let applied = Opened::apply(day!(2005, 1, 10), Conditions::MET);
    /// let institution = applied.approve(day!(2005, 2, 1))?.file(day!(2005, 2, 20))?;
    /// assert_eq!(institution.since(), day!(2005, 2, 20));
    ///
    /// let unknown = Opened::apply(day!(2005, 1, 10), Conditions { reputation: false, ..Conditions::MET });
    /// let refused = unknown.approve(day!(2005, 2, 1)).unwrap_err();
    /// assert_eq!(refused.to_string(), "the conditions are not met (48.8): 48.8.4");
    /// assert!(refused.state.decline(day!(2005, 2, 1)).is_ok());
    /// # Ok::<(), ruankao::Error>(())
    /// ```
    pub fn approve(self, on: NaiveDate) -> Result<AwaitingFiling<Institution>, Refused<Self>> {
        Ok(AwaitingFiling { on: self.approval(on, &mut Strict)?, filing: () })
    }

    /// How it stands to the conditions of 48.8.
    #[must_use]
    pub const fn conditions(&self) -> Conditions {
        self.dossier
    }
}

impl<K: Kind> Opened<K> {
    /// The day on which it was opened.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    pub(crate) const fn open(on: NaiveDate, dossier: K::Dossier) -> Self {
        Self { on, dossier }
    }

    /// 48.8: 具备以上条件的单位…经…批准; of an agency 47.2 asks none. Yields the day of approval.
    pub(crate) fn approval(self, on: NaiveDate, scrutiny: &mut impl Scrutiny) -> Result<NaiveDate, Refused<Self>> {
        let examined = in_order(self.on, on).and_then(|()| {
            let unmet: Vec<_> = K::conditions(self.dossier).into_iter().flat_map(Conditions::unmet).collect();
            scrutiny.require(unmet.is_empty(), || Fault::conditions_unmet(unmet))
        });
        step(self, examined, |_| on)
    }

    /// It is turned down.
    ///
    /// # Errors
    ///
    /// `out_of_order` before the opening.
    pub fn decline(self, on: NaiveDate) -> Result<Declined<K>, Refused<Self>> {
        let examined = in_order(self.on, on);
        step(self, examined, |_| Declined { on, kind: PhantomData })
    }
}

impl Declined<Agency> {
    /// It is proposed again.
    ///
    /// # Errors
    ///
    /// `out_of_order` before it was declined.
    pub fn propose(self, on: NaiveDate) -> Result<Opened<Agency>, Refused<Self>> {
        self.reopen(on, ())
    }
}

impl Declined<Institution> {
    /// It applies again.
    ///
    /// # Errors
    ///
    /// `out_of_order` before it was declined.
    pub fn apply(self, on: NaiveDate, conditions: Conditions) -> Result<Opened<Institution>, Refused<Self>> {
        self.reopen(on, conditions)
    }
}

impl<K: Kind> Declined<K> {
    /// The day on which it was declined.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    pub(crate) fn reopen(self, on: NaiveDate, dossier: K::Dossier) -> Result<Opened<K>, Refused<Self>> {
        let examined = in_order(self.on, on);
        step(self, examined, |_| Opened { on, dossier })
    }
}

impl<K: Kind> AwaitingFiling<K> {
    /// The day on which it was approved.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    pub(crate) const fn approved(on: NaiveDate, filing: K::Filing) -> Self {
        Self { on, filing }
    }

    /// It is filed with the Centre and may act from that day (48.8: 报信息产业部电子教育中心备案…方可从事继续教育培训工作).
    ///
    /// # Errors
    ///
    /// `out_of_order` before the approval.
    pub fn file(self, on: NaiveDate) -> Result<Accredited<K>, Refused<Self>> {
        let examined = in_order(self.on, on);
        step(self, examined, |_| Accredited::began(on))
    }
}

impl<K: Kind> Accredited<K> {
    /// The day of the last event: the one on which it began to act, was reviewed or had rectified.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    pub(crate) const fn began(on: NaiveDate) -> Self {
        Self { on, service: Service::began(on), kind: PhantomData }
    }

    /// It is reviewed and passes.
    ///
    /// # Errors
    ///
    /// `out_of_order`; `already_reviewed` in the same calendar year.
    pub fn pass(self, on: NaiveDate) -> Result<Self, Refused<Self>> {
        let examined = self.examine_review(on, Review::Passed);
        step(self, examined, |state| Self { on, service: state.service.reviewed(on), kind: state.kind })
    }

    /// It is reviewed and fails; it has to rectify by the day given, that day included (责令其限期整改).
    ///
    /// # Errors
    ///
    /// `out_of_order`; `already_reviewed` in the same calendar year; `rectification_not_after_review`.
    pub fn fail(self, on: NaiveDate, rectify_by: NaiveDate) -> Result<Rectifying<K>, Refused<Self>> {
        let examined = self.examine_review(on, Review::Failed { rectify_by });
        step(self, examined, |state| Rectifying {
            on,
            service: state.service.reviewed(on),
            rectify_by,
            kind: state.kind,
        })
    }

    /// 47.14, 48.12: 年度审核, 年度检查评估 — once a calendar year; a time limit lies ahead.
    fn examine_review(&self, on: NaiveDate, review: Review) -> Result<(), Fault> {
        in_order(self.on, on)?;
        let finding = |code| Finding::new(code, K::KIND.reviewed_under());
        if let Some(reviewed_on) = self.service.review_in_year_of(on) {
            return Err(finding(Code::AlreadyReviewed).compared(Value::Nothing, Value::Day(reviewed_on)).into());
        }
        match review {
            Review::Failed { rectify_by } if rectify_by <= on => {
                let finding = finding(Code::RectificationNotAfterReview);
                Err(finding.compared(Value::Day(on), Value::Day(rectify_by)).into())
            }
            Review::Failed { .. } | Review::Passed => Ok(()),
        }
    }

    /// The day on which it began to act; a rectification does not change it.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.service.since()
    }
}

impl<K: Kind> Rectifying<K> {
    /// The day on which it failed its review.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The rectification is satisfactory: it is accredited as before. The day may lie after the time limit: 47.14 and 48.12
    /// look at what came of it (整改效果).
    ///
    /// # Errors
    ///
    /// `out_of_order` before the review.
    pub fn restore(self, on: NaiveDate) -> Result<Accredited<K>, Refused<Self>> {
        let examined = in_order(self.on, on);
        step(self, examined, |state| Accredited { on, service: state.service, kind: state.kind })
    }

    /// The rectification is not satisfactory: the qualification is withdrawn (整改效果不理想的，撤销…的资格).
    ///
    /// # Errors
    ///
    /// `out_of_order` before the review.
    pub fn withdraw(self, on: NaiveDate) -> Result<Withdrawn<K>, Refused<Self>> {
        let examined = in_order(self.on, on);
        step(self, examined, |state| Withdrawn { on, since: state.service.since(), kind: state.kind })
    }

    /// The day on which it began to act.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.service.since()
    }

    /// The last day on which to rectify.
    #[must_use]
    pub const fn rectify_by(&self) -> NaiveDate {
        self.rectify_by
    }
}

impl<K: Kind> Withdrawn<K> {
    /// The day on which it was withdrawn: the first on which it might not act.
    #[must_use]
    pub const fn on(&self) -> NaiveDate {
        self.on
    }

    /// The day on which it had begun to act.
    #[must_use]
    pub const fn since(&self) -> NaiveDate {
        self.since
    }
}
