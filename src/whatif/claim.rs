//! The claim that a conclusion holds under every reading.

use crate::law::Law;
use crate::naming::table::Language;
use crate::regulation::readings::{Reading, Readings};
use crate::whatif::conclusion::Conclusion;
use crate::whatif::inquiry::Inquiry;
use crate::whatif::search::{Search, Shift};
use crate::words::message::Message;
use crate::words::phrase::Phrase;
use core::fmt;

/// The claim that a conclusion holds under every reading of the notices, which is not every view of the law: the
/// [decided points](crate::regulation::DecidedPoint) cannot be turned.
///
/// It can only be had from [`Inquiry::unanimous`], which has tried every combination of those that can matter, and be
/// checked again without relying on which can. Its days may be others under another reading: [`Unanimous::shifts`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanimous(Search);

impl Inquiry<'_> {
    /// That the conclusion holds under every reading.
    ///
    /// # Errors
    ///
    /// What was found: sets that change it, or none, where more readings can matter than were turned together.
    pub fn unanimous(&self, up_to: usize) -> Result<Unanimous, Search> {
        Unanimous::of(self.search(up_to))
    }
}

impl Unanimous {
    /// The claim, where the search is complete and nothing was found.
    pub(super) fn of(search: Search) -> Result<Self, Search> {
        if search.is_complete() && search.flips().is_empty() { Ok(Self(search)) } else { Err(search) }
    }

    /// The conclusion.
    #[must_use]
    pub const fn conclusion(&self) -> Conclusion {
        self.0.conclusion()
    }

    /// The readings that were turned, in every combination; the others cannot matter.
    #[must_use]
    pub fn relevant(&self) -> &[Reading] {
        self.0.relevant()
    }

    /// How many combinations were tried, the readings as they are among them.
    #[must_use]
    pub const fn combinations(&self) -> u32 {
        self.0.tried() + 1
    }

    /// The smallest sets of readings that only move a day.
    #[must_use]
    pub fn shifts(&self) -> &[Shift] {
        self.0.shifts()
    }

    /// Whether the inquiry comes to this under every set of up to so many of all the readings, whether they can matter or
    /// not. Each set costs as much as reading the history.
    #[must_use]
    pub fn is_confirmed_by(&self, inquiry: &Inquiry<'_>, up_to: usize) -> bool {
        let law = inquiry.context().law();
        self.holds(inquiry, law, &Reading::ALL, up_to)
    }

    /// Whether it holds under a law, and with each set of the readings turned besides.
    fn holds(&self, inquiry: &Inquiry<'_>, law: &Law, readings: &[Reading], up_to: usize) -> bool {
        if inquiry.conclusion_in(inquiry.context().under(law)) != self.conclusion() {
            return false;
        }
        let Some(left) = up_to.checked_sub(1) else { return true };
        readings.iter().enumerate().all(|(index, &reading)| {
            let turned: Readings = law.readings().turned(reading);
            let behind = readings.get(index + 1..).unwrap_or_default();
            self.holds(inquiry, &law.clone().with_readings(turned), behind, left)
        })
    }

    /// The claim in a language, and a line for each set of readings that moves a day.
    pub fn in_words(&self, language: Language) -> impl fmt::Display {
        let relevant = u32::try_from(self.relevant().len()).unwrap_or(u32::MAX);
        let claim = Phrase::new(Message::HoldsAlways).with(relevant).with(self.combinations());
        let colon = language.choose(": ", "：");
        fmt::from_fn(move |f| {
            write!(f, "{}{colon}{}", self.conclusion().in_words(language), claim.in_words(language))?;
            self.shifts().iter().try_for_each(|shift| write!(f, "\n{}", shift.in_words(language)))
        })
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Unanimous {
    /// As the search that found nothing.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
