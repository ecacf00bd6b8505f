//! An accepted application cannot be copied: one form, one page.

use ruankao::desk::Accepted;

fn copy<'f>(accepted: &Accepted<'f>) -> Accepted<'f> {
    Clone::clone(accepted)
}

fn main() {}
