//! What a history is read against.

use crate::education::credits::Credits;
use crate::finding::scrutiny::Mode;
use crate::identity::body::Register;
use crate::regulation::rules::Regulation;

/// What the acts of a certificate are held against: the regulation, the holder's credits, the approved agencies.
///
/// References only, so it is copied freely.
///
/// # Examples
///
/// ```
/// use ruankao::finding::Mode;
/// use ruankao::lifecycle::Context;
/// use ruankao::regulation::Regulation;
///
/// let regulation = Regulation::default();
/// let context = Context::new(&regulation).mode(Mode::Audit);
/// assert_eq!(context.regulation.parameters().cycle_hours, 180);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The regulation.
    pub regulation: &'a Regulation,
    /// The hours that count.
    pub credits: &'a Credits,
    /// The registration agencies, where a list is given.
    pub agencies: Option<&'a Register>,
    /// How strictly a history is read. The moves of a single state are always strict.
    pub mode: Mode,
}

impl<'a> Context<'a> {
    /// A strict context without credits and without a list of agencies.
    #[must_use]
    pub fn new(regulation: &'a Regulation) -> Self {
        Self { regulation, credits: Credits::none(), agencies: None, mode: Mode::Strict }
    }

    /// The same with the hours that count.
    #[must_use]
    pub const fn credits(self, credits: &'a Credits) -> Self {
        Self { credits, ..self }
    }

    /// The same with a list of agencies; `None` where none is kept.
    #[must_use]
    pub const fn agencies(self, agencies: Option<&'a Register>) -> Self {
        Self { agencies, ..self }
    }

    /// The same in a mode.
    #[must_use]
    pub const fn mode(self, mode: Mode) -> Self {
        Self { mode, ..self }
    }

    /// The same under another regulation.
    #[must_use]
    pub const fn under(self, regulation: &'a Regulation) -> Self {
        Self { regulation, ..self }
    }
}
