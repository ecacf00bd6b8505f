//! The page is that of the paper on the desk where the application was examined: no other desk stamps it.

use ruankao::desk::{Desk, Met};

fn register(met: Met<'_>, other: Desk<'_>) {
    let _ = met.register(&other);
}

fn main() {}
