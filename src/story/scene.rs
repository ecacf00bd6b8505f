//! What a story is read against.

use crate::education::credits::Credits;
use crate::education::ledger::Ledger;
use crate::finding::scrutiny::Mode;
use crate::identity::body::Register;
use crate::lifecycle::context::Context;
use crate::lifecycle::history::History;
use crate::regulation::rules::Regulation;

/// A history with all that it is read against, owned.
///
/// # Examples
///
/// ```
/// use ruankao::story;
///
/// let story = story::find("on_time").unwrap();
/// let scene = story.scene();
/// let credits = scene.credits();
/// let as_of = scene.history.as_of(story.today(), scene.context(&credits))?;
/// assert!(as_of.standing().in_force);
/// # Ok::<(), ruankao::finding::EventFault>(())
/// ```
#[derive(Clone, Debug)]
pub struct Scene {
    /// The regulation.
    pub regulation: Regulation,
    /// How strictly the history is read.
    pub mode: Mode,
    /// The events.
    pub history: History,
    /// What the holder has studied.
    pub ledger: Ledger,
    /// The training institutions, where a list is given.
    pub providers: Option<Register>,
    /// The registration agencies, where a list is given.
    pub agencies: Option<Register>,
}

impl Scene {
    /// What of the ledger counts.
    #[must_use]
    pub fn credits(&self) -> Credits {
        self.ledger.credits(self.providers.as_ref())
    }

    /// The context the history is read in, with the [credits](Self::credits) made of its ledger.
    #[must_use]
    pub fn context<'a>(&'a self, credits: &'a Credits) -> Context<'a> {
        Context::new(&self.regulation).credits(credits).agencies(self.agencies.as_ref()).mode(self.mode)
    }
}
