//! A state is no certificate: without the file there is nothing to act on.

use ruankao::lifecycle::{At, Running};

fn forge(state: Running) -> At<'static, Running> {
    At { state }
}

fn main() {}
