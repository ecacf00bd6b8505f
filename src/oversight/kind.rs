//! The two kinds of body as types: what each has that the other has not.

use crate::oversight::conditions::Conditions;
use crate::oversight::phase::BodyKind;
use core::convert::Infallible;
use core::fmt::Debug;
use core::hash::Hash;

/// A kind of body, as a type: [`Agency`] or [`Institution`], and never another.
///
/// All that both have in common is written once, over any kind; what only one has is a type that the other leaves empty.
pub trait Kind: sealed::Sealed + Copy + Debug + Eq + Hash {
    /// What is brought when it opens: of an agency nothing, of an institution its [`Conditions`].
    type Dossier: Copy + Debug + Eq + Hash;

    /// The filing with the Centre between approval and acting. There is none of an agency, so it has no value there:
    /// an agency that awaits filing, or is filed, cannot be built.
    type Filing: Copy + Debug + Eq + Hash;

    /// The kind, as a value.
    const KIND: BodyKind;

    /// The filing, where there is one.
    const FILING: Option<Self::Filing>;

    /// The conditions that a dossier speaks of.
    fn conditions(dossier: Self::Dossier) -> Option<Conditions>;

    /// The dossier that speaks of these conditions: nothing where they are missing, or foreign to the kind.
    fn dossier(conditions: Option<Conditions>) -> Option<Self::Dossier>;
}

/// A registration agency (47.2, 47.14): proposed by the provincial authority, approved and reviewed by the Office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Agency {}

/// A training institution (48.8, 48.12): it applies, is approved by the provincial authority, filed with the Centre and
/// inspected every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Institution {}

impl Kind for Agency {
    type Dossier = ();
    type Filing = Infallible;
    const KIND: BodyKind = BodyKind::RegistrationAgency;
    const FILING: Option<Infallible> = None;

    fn conditions((): ()) -> Option<Conditions> {
        None
    }

    fn dossier(conditions: Option<Conditions>) -> Option<()> {
        conditions.is_none().then_some(())
    }
}

impl Kind for Institution {
    type Dossier = Conditions;
    type Filing = ();
    const KIND: BodyKind = BodyKind::TrainingInstitution;
    const FILING: Option<()> = Some(());

    fn conditions(dossier: Conditions) -> Option<Conditions> {
        Some(dossier)
    }

    fn dossier(conditions: Option<Conditions>) -> Option<Conditions> {
        conditions
    }
}

mod sealed {
    pub trait Sealed {}
    impl Sealed for super::Agency {}
    impl Sealed for super::Institution {}
}
