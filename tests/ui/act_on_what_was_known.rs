//! A certificate as it was known on a day is asked, and never acted on.

use chrono::NaiveDate;
use ruankao::lifecycle::AsKnown;
use ruankao::{Act, CertificateFile};

fn act(file: &CertificateFile<'_>, on: NaiveDate) {
    let known: AsKnown<'_> = file.as_known_on(on);
    let _ = known.state();
    let _ = known.record(Act::CancellationPublished.on(on));
}

fn main() {}
