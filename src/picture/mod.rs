//! Pictures: the machine as a diagram, a certificate's life as a drawing.
//!
//! A [`diagram`] is printed from a transition table, as Mermaid or as DOT. A
//! [`Life`] is an SVG drawing of what happened to one certificate. Both are text, made when
//! written and the same for the same facts; what is committed under `docs/` is held equal to them by a test.

mod canvas;
pub(crate) mod diagram;
mod drawing;
mod education;
mod flags;
mod legend;
pub(crate) mod life;
mod scale;
mod style;
mod words;

pub use diagram::{Arrow, dot, mermaid};
pub use life::{Life, life};
