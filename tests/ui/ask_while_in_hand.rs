//! Nobody else acts on a file while its certificate is in hand.

use chrono::NaiveDate;
use ruankao::lifecycle::State;
use ruankao::revocation::Revocation;
use ruankao::{Act, CertificateFile};

fn meanwhile(file: &mut CertificateFile<'_>, on: NaiveDate) {
    let Ok(State::Running(running)) = file.state() else { return };
    let _ = file.record(Act::CancellationPublished.on(on));
    let _ = running.cancel(on, Revocation::Incapacity);
}

fn main() {}
