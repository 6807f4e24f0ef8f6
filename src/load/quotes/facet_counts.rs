//! The values of one facet within a block, each kept once.

use foldhash::{HashMap, HashMapExt};

/// Which value each quote of a block has.
pub(super) struct FacetCounts {
    places: HashMap<Box<str>, u16>,
    /// The values by place; none where the record leaves the facet out.
    pub(super) values: Vec<Option<Box<str>>>,
    /// The place of the missing value, once there is one.
    missing: Option<u16>,
    /// For each quote the place of its value.
    pub(super) locals: Vec<u16>,
}

impl Default for FacetCounts {
    fn default() -> Self {
        Self {
            places: HashMap::new(),
            values: Vec::new(),
            missing: None,
            locals: Vec::new(),
        }
    }
}

impl FacetCounts {
    /// The place of a value; none for a new one that is not sound.
    pub(super) fn place(
        &mut self,
        value: Option<&str>,
        is_sound: impl FnOnce(&str) -> bool,
    ) -> Option<u16> {
        let next = u16::try_from(self.values.len()).ok();
        let Some(value) = value else {
            if self.missing.is_none() {
                self.missing = Some(next?);
                self.values.push(None);
            }
            return self.missing;
        };
        // Those of one speech follow each other.
        if let Some(last) = self.locals.last()
            && self.values[usize::from(*last)].as_deref() == Some(value)
        {
            return Some(*last);
        }
        if let Some(place) = self.places.get(value) {
            return Some(*place);
        }
        if !is_sound(value) {
            return None;
        }
        let place = next?;
        self.places.insert(value.into(), place);
        self.values.push(Some(value.into()));
        Some(place)
    }

    /// The next quote has the value at `place`.
    pub(super) fn count(&mut self, place: u16) {
        self.locals.push(place);
    }
}
