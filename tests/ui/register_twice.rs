//! One clearance, one registration.

use ruankao::lifecycle::Cleared;

fn register_twice(cleared: Cleared<'_>) {
    let _ = cleared.register();
    let _ = cleared.register();
}

fn main() {}
