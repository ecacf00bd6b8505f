//! What the crate says. Each sentence names what was given and what was expected.

#[cfg(test)]
mod codes;
#[cfg(test)]
mod errors;
