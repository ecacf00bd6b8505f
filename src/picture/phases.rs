//! The states of a certificate as people see them.

use crate::lifecycle::standing::PhaseName;
use crate::lifecycle::transitions::StateName;
use crate::naming::table::Language;
use core::fmt;

/// The phases in which a certificate can be seen while it is folded to a state, in the order in which they come: a state moves
/// with the acts, a phase with the days too.
///
/// # Examples
///
/// ```
/// use ruankao::lifecycle::{PhaseName, StateName};
/// use ruankao::picture::phases;
///
/// let running = [PhaseName::InForce, PhaseName::RegistrationDue, PhaseName::Deferred];
/// assert_eq!(phases(StateName::Running), running);
/// assert_eq!(phases(StateName::Upheld), [PhaseName::Cancelled]);
/// ```
#[must_use]
pub const fn phases(state: StateName) -> &'static [PhaseName] {
    match state {
        StateName::Unapproved => &[PhaseName::NotApproved],
        StateName::NotSubject => &[PhaseName::NotSubject],
        StateName::Running => &[PhaseName::InForce, PhaseName::RegistrationDue, PhaseName::Deferred],
        StateName::Filed => &[PhaseName::Filed],
        StateName::UnderReview => &[PhaseName::UnderReview],
        StateName::DeferralPending => {
            &[PhaseName::InForce, PhaseName::RegistrationDue, PhaseName::Deferred, PhaseName::DeferralPending]
        }
        StateName::Lapsed => &[PhaseName::Lapsed],
        StateName::Cancelled | StateName::Published | StateName::Upheld => &[PhaseName::Cancelled],
        StateName::UnderAppeal => &[PhaseName::UnderAppeal],
        StateName::Released => &[PhaseName::Released],
    }
}

/// A state as people see it: its [phases]; where another state is seen in these too, also what it is called.
///
/// # Examples
///
/// ```
/// use ruankao::Language;
/// use ruankao::lifecycle::StateName;
/// use ruankao::picture::seen_as;
///
/// assert_eq!(
///     seen_as(StateName::Running, Language::En).to_string(),
///     "within its term / due for registration / deferred",
/// );
/// assert_eq!(seen_as(StateName::Published, Language::En).to_string(), "cancelled and published");
/// ```
pub fn seen_as(state: StateName, language: Language) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        let (called, phases) = (state.in_words(language), phases(state));
        // A state that is seen as no other says it by its phases; what is cancelled is told further.
        let is_told = match state {
            StateName::Cancelled | StateName::Published | StateName::Upheld => {
                return f.write_str(called);
            }
            StateName::DeferralPending => true,
            _ => false,
        };
        for (index, phase) in phases.iter().enumerate() {
            write!(f, "{}{}", if index == 0 { "" } else { " / " }, phase.in_words(language))?;
        }
        if is_told {
            write!(f, "{}{called}{}", language.choose(" (", "（"), language.choose(")", "）"))
        } else {
            Ok(())
        }
    })
}
