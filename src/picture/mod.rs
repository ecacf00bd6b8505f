//! Pictures: the machine as a diagram, a certificate's life as a drawing.
//!
//! A diagram is printed from a transition table, as [Mermaid](mermaid) or as [DOT](dot). A [`Life`] is an SVG drawing of
//! what happened to one certificate, made by [`CertificateFile::picture`](crate::CertificateFile::picture). Both are
//! text, made when written and the same for the same facts; what is committed under `docs/` is held equal to them by a
//! test. Whatever text they are given, they never say more than it.

mod canvas;
mod diagram;
mod drawing;
mod education;
mod escape;
mod flags;
mod legend;
mod life;
mod phases;
mod rows;
mod scale;
mod style;
mod words;

pub use diagram::{dot, dot_in_words, mermaid, mermaid_in_words};
pub use life::Life;
pub use phases::{phases, seen_as};
