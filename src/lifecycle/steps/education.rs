//! Extension of the time for education (48.6), possible whatever is pending.

use crate::education::grant::Grant;
use crate::finding::fault::Fault;
use crate::finding::scrutiny::Scrutiny;
use crate::lifecycle::context::Facts;
use crate::lifecycle::states::Dossier;
use chrono::NaiveDate;

impl Dossier {
    pub(in crate::lifecycle) fn extended(
        &mut self,
        on: NaiveDate,
        grant: &Grant,
        facts: Facts<'_>,
        scrutiny: &mut impl Scrutiny,
    ) -> Result<(), Fault> {
        grant.examine(on, &self.term.cycle(facts.regulation()), scrutiny)?;
        self.term.extend(grant.extension());
        self.requested(on);
        Ok(())
    }
}
