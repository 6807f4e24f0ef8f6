//! One facet of the quotes of a segment, two bytes each.

/// The value of a facet that a record leaves out.
pub const NONE: u32 = u32::MAX;

/// What each quote of a segment has for one facet. A segment has at most 65,536 quotes, so the
/// values that occur in it can be counted in two bytes.
#[derive(Debug, Default)]
pub struct Column {
    /// For each quote the place of its value in `values`; empty where there is one value only.
    local: Box<[u16]>,
    /// The values that occur, by their number in [`Values`](super::Values), or [`NONE`].
    values: Box<[u32]>,
}

impl Column {
    /// A column: for each quote the place of its value in `values`.
    pub(crate) fn new(local: Vec<u16>, values: Vec<u32>) -> Self {
        let local = if values.len() < 2 { Vec::new() } else { local };
        Self {
            local: local.into(),
            values: values.into(),
        }
    }

    /// The values that occur, each once.
    pub fn values(&self) -> &[u32] {
        &self.values
    }

    /// The place in [`Column::values`] of the value of quote `at`.
    pub fn local(&self, at: usize) -> usize {
        self.local.get(at).copied().map_or(0, usize::from)
    }

    /// For each quote the place of its value in [`Column::values`]; empty where all have the
    /// first.
    pub fn locals(&self) -> &[u16] {
        &self.local
    }

    /// The value of quote `at`.
    pub fn value(&self, at: usize) -> Option<u32> {
        let value = self.number(at);
        (value != NONE).then_some(value)
    }

    /// The value of quote `at`, or [`NONE`].
    pub fn number(&self, at: usize) -> u32 {
        self.values[self.local(at)]
    }

    /// For each value that occurs, whether it is one of `selected`, by number.
    pub fn locals_of(&self, selected: &[bool]) -> Vec<bool> {
        let is = |value: &u32| selected.get(*value as usize).copied().unwrap_or(false);
        self.values.iter().map(is).collect()
    }
}
