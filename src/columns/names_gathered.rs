//! Names while they are gathered: each once.

use crate::identity::body::BodyId;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

/// Names, each with its place, in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    places: BTreeMap<BodyId, i32>,
}

impl Names {
    /// The place of a name, a new one behind the others.
    pub(super) fn place(&mut self, name: &BodyId) -> i32 {
        if let Some(&place) = self.places.get(name) {
            return place;
        }
        // There are no more names than rows, and those were counted.
        let place = i32::try_from(self.places.len()).unwrap_or(i32::MAX);
        self.places.insert(name.clone(), place);
        place
    }

    /// The names by place.
    pub(super) fn list(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.places.iter().collect();
        names.sort_unstable_by_key(|&(_, place)| place);
        names.into_iter().map(|(name, _)| name.as_str()).collect()
    }
}
