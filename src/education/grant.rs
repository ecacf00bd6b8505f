//! The grant of an extension (48.6, 顺延).

use crate::calendar::date::{add_months, next_day};
use crate::education::cycle::Cycle;
use crate::education::extension::Extension;
use crate::finding::code::Code;
use crate::finding::fault::Fault;
use crate::finding::finding::Finding;
use crate::finding::scrutiny::Scrutiny;
use crate::finding::value::Value;
use crate::ground::claim::{Claim, Ground};
use crate::regulation::clause::Clause;
use chrono::NaiveDate;

/// An extension as it is granted: on a claim and the holder's own written application.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Grant {
    /// The ground and what speaks for it.
    pub claim: Claim,
    /// The day on which the ground arose.
    pub arose_on: NaiveDate,
    /// The new last day of the cycle.
    pub until: NaiveDate,
    /// Whether the holder applied in writing.
    pub written_application: bool,
}

impl Grant {
    /// As it works on the cycle.
    #[must_use]
    pub const fn extension(&self) -> Extension {
        Extension { arose_on: self.arose_on, until: self.until }
    }

    /// 48.6, in its order: once a term, on a ground of this cycle, beyond its end, by a year at most, as applied for.
    pub(crate) fn examine(&self, on: NaiveDate, cycle: &Cycle<'_>, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
        let clause = Clause::N48_6;
        let finding = |code, required, found| Finding::new(code, clause).compared(required, Value::Day(found));
        if let Some(extension) = cycle.extension() {
            return Err(finding(Code::ExtensionExists, Value::Nothing, extension.until).into());
        }
        let (after, end) = (cycle.after(), cycle.nominal_end());
        if self.arose_on <= after || self.arose_on > end || self.arose_on > on {
            let required = Value::Span(next_day(after), end.min(on));
            return Err(finding(Code::OutsideCycle, required, self.arose_on).into());
        }
        if self.until <= end {
            return Err(finding(Code::ExtensionNotBeyondCycle, Value::Day(end), self.until).into());
        }
        scrutiny.look(|| {
            let latest = add_months(end, cycle.regulation().parameters().extension_months);
            (self.until > latest).then(|| finding(Code::ExtensionTooLong, Value::Day(latest), self.until))
        })?;
        self.require_ground(cycle, scrutiny)?;
        scrutiny.require(self.written_application, || Finding::new(Code::WrittenApplicationMissing, clause))?;
        self.claim.require_evidence(clause, scrutiny)
    }

    /// 48.6.1 names work outside the mainland alone, where 47.8.1 names study too.
    fn require_ground(&self, cycle: &Cycle<'_>, scrutiny: &mut impl Scrutiny) -> Result<(), Fault> {
        let (clause, claim) = (Clause::N48_6, &self.claim);
        if claim.ground == Ground::StudyAbroad {
            return scrutiny.look(|| Some(Finding::new(Code::GroundNotRecognised, clause)));
        }
        claim.require_absence(clause, cycle.after(), self.until, cycle.regulation(), scrutiny)?;
        scrutiny.look(|| {
            let arose_away = !claim.ground.is_absence() || claim.absences.contains(self.arose_on);
            let finding = Finding::new(Code::AroseOutsideAbsence, clause);
            (!arose_away).then(|| finding.compared(Value::Nothing, Value::Day(self.arose_on)))
        })?;
        claim.require_consent(clause, scrutiny)
    }
}
