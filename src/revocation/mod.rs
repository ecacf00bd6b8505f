//! Revocation of a registration (47.10, 注销登记): the certificate is cancelled.

pub(crate) mod ground;

pub use ground::{Revocation, RevocationGround};
