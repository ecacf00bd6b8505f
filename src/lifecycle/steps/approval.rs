//! Approval (47.3).

use crate::calendar::working_days::Uncovered;
use crate::lifecycle::states::{Begun, Dossier, NotSubject, Running, Unapproved};
use crate::lifecycle::term::Term;
use crate::regulation::rules::Regulation;
use crate::revocation::Past;
use chrono::NaiveDate;

impl Unapproved {
    #[inline(always)]
    pub(in crate::lifecycle) fn approved(&self, on: NaiveDate, regulation: &Regulation) -> Result<Begun, Uncovered> {
        if on < regulation.parameters().scope_from || regulation.is_repealed_by(on) {
            return Ok(Begun::NotSubject(NotSubject { approved_on: on }));
        }
        let term = Term::starting(on, true, regulation)?;
        let past = Past { approved_on: on, has_applied: false, has_requested: false };
        Ok(Begun::Running(Running { dossier: Dossier { term, last_event: on, past } }))
    }
}
