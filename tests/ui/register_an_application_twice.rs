//! One application examined, one registration.

use ruankao::desk::Met;

fn register_twice(met: Met<'_>) {
    let _ = met.register();
    let _ = met.register();
}

fn main() {}
