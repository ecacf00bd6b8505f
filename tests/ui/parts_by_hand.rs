//! A certificate is opened under a law; its parts are not put together by hand.

use ruankao::{CertificateFile, History, Law, Ledger};

fn assemble(law: Law, history: &History, ledger: &Ledger) -> CertificateFile<'static> {
    CertificateFile { law, history: history.into(), ledger: ledger.into() }
}

fn main() {}
