//! A clearance holds the file that it was given for: what it registers is that certificate, and no other is handed to it.

use ruankao::CertificateFile;
use ruankao::lifecycle::Cleared;

fn register(cleared: Cleared<'_>, another: &mut CertificateFile<'_>) {
    let _ = cleared.register(another);
}

fn main() {}
