//! A clearance cannot be copied to serve twice.

use ruankao::lifecycle::Cleared;

fn copy(cleared: &Cleared) -> Cleared {
    Clone::clone(cleared)
}

fn main() {}
