//! A clearance cannot be copied to serve twice.

use ruankao::lifecycle::Cleared;

fn copy<'f>(cleared: &Cleared<'f>) -> Cleared<'f> {
    Clone::clone(cleared)
}

fn main() {}
