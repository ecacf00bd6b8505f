//! Revocation of a registration (47.10, 注销登记): the certificate is cancelled. The five grounds.

use crate::calendar::date::add_years;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::finding::value::Value;
use crate::naming::table::named;
use crate::regulation::clause::Clause;
use crate::regulation::readings::{FraudScope, OffPostFrom};
use crate::regulation::rules::Regulation;
use chrono::NaiveDate;

named! {
    /// The ground on which a registration is revoked, by name, in the order of 47.10. Death is
    /// [not among them](crate::docs::decided_points#death).
    ///
    /// Its words go on from "cancelled for".
    pub enum RevocationGround: "ground of revocation" {
        /// Full loss of civil capacity (47.10.1).
        Incapacity = "incapacity", "loss of civil capacity", "完全丧失民事行为能力";
        /// A criminal penalty (47.10.2).
        CriminalPenalty = "criminal_penalty", "a criminal penalty", "受刑事处罚";
        /// Two years or more off the professional post (47.10.3).
        LeftPost = "left_post", "years off the professional post", "脱离专业技术岗位";
        /// A great loss caused by an error at work (47.10.4).
        MajorLoss = "major_loss", "a great loss caused at work", "工作失误造成重大损失";
        /// Fraud while applying for registration, verified by the provincial authority (47.10.5).
        Fraud = "fraud", "fraud in applying", "在申请登记过程中弄虚作假";
    }
}

impl RevocationGround {
    /// The item of 47.10.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::revocation::RevocationGround;
    /// use ruankao::Clause;
    ///
    /// assert_eq!(RevocationGround::Fraud.clause(), Clause::N47_10_5);
    /// ```
    #[must_use]
    pub const fn clause(self) -> Clause {
        match self {
            Self::Incapacity => Clause::N47_10_1,
            Self::CriminalPenalty => Clause::N47_10_2,
            Self::LeftPost => Clause::N47_10_3,
            Self::MajorLoss => Clause::N47_10_4,
            Self::Fraud => Clause::N47_10_5,
        }
    }
}

/// A revocation with the facts its ground asks for.
///
/// The day on which the holder left the post is there exactly where that is the ground, and with it the day of a return,
/// where there was one: it ends the years off the post, and two completed before it
/// [remain a ground](crate::docs::decided_points#return_to_post). A return before the leaving makes the time none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Revocation {
    /// Full loss of civil capacity.
    Incapacity,
    /// A criminal penalty.
    CriminalPenalty,
    /// Off the professional post.
    LeftPost {
        /// The day on which the holder left it.
        left_on: NaiveDate,
        /// The day on which the holder returned to it, if that is so: it ends the time off the post (连续).
        returned_on: Option<NaiveDate>,
    },
    /// A great loss caused by an error at work.
    MajorLoss,
    /// Fraud while applying for registration.
    Fraud {
        /// Whether the provincial authority has verified it.
        verified_by_province: bool,
    },
}

impl Revocation {
    /// Its ground, by name.
    ///
    /// # Examples
    ///
    /// ```
    /// use ruankao::revocation::{Revocation, RevocationGround};
    ///
    /// assert_eq!(Revocation::Fraud { verified_by_province: true }.ground(), RevocationGround::Fraud);
    /// ```
    #[must_use]
    pub const fn ground(self) -> RevocationGround {
        match self {
            Self::Incapacity => RevocationGround::Incapacity,
            Self::CriminalPenalty => RevocationGround::CriminalPenalty,
            Self::LeftPost { .. } => RevocationGround::LeftPost,
            Self::MajorLoss => RevocationGround::MajorLoss,
            Self::Fraud { .. } => RevocationGround::Fraud,
        }
    }

    /// 47.10, by ground: items 1, 2 and 4 ask nothing that a register could show.
    ///
    /// Readings: `off_post_from`, `fraud_scope`.
    pub(crate) fn examine(
        self,
        on: NaiveDate,
        past: Past,
        regulation: &Regulation,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        let readings = regulation.readings();
        match self {
            Self::Incapacity | Self::CriminalPenalty | Self::MajorLoss => Ok(()),
            Self::LeftPost { left_on, returned_on } => scrutiny.look(|| {
                let from = match readings.off_post_from {
                    OffPostFrom::Approval => left_on.max(past.approved_on),
                    OffPostFrom::AnyTime => left_on,
                };
                let to = returned_on.map_or(on, |returned_on| returned_on.min(on));
                let needed = add_years(from, regulation.parameters().off_post_years);
                let finding = Finding::new(Code::OffPostTooShort, Clause::N47_10_3);
                (needed > to).then(|| finding.compared(Value::Day(needed), Value::Day(to)))
            }),
            Self::Fraud { verified_by_province } => {
                let applied = match readings.fraud_scope {
                    FraudScope::Registration => past.has_applied,
                    FraudScope::AnyRequest => past.has_applied || past.has_requested,
                };
                scrutiny.require(applied, || Finding::new(Code::NoApplicationMade, Clause::N47_10_5))?;
                scrutiny.require(verified_by_province, || Finding::new(Code::VerificationMissing, Clause::N47_10_5))
            }
        }
    }
}

/// What of a certificate's past a revocation looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Past {
    /// The day of its approval.
    pub(crate) approved_on: NaiveDate,
    /// Whether an application for registration was ever filed or accepted.
    pub(crate) has_applied: bool,
    /// Whether a deferral was ever requested or an extension granted.
    pub(crate) has_requested: bool,
}
