//! What a certificate was opened with stays with it: no other holder's ledger is put into its file.

use ruankao::{CertificateFile, Ledger};

fn exchange<'a>(file: &mut CertificateFile<'a>, another: &'a Ledger) {
    file.ledger = another.into();
}

fn main() {}
