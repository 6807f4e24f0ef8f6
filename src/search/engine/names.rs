//! Folded names in one string, so that all that hold a part are found by one search.

use memchr::memmem::Finder;

/// Stands before and behind each name, and in none.
const SEPARATOR: char = '\n';

/// Names by number.
#[derive(Debug, Default)]
pub(super) struct Names {
    text: String,
    /// Where each name ends in `text`.
    ends: Vec<usize>,
}

impl Names {
    /// These, which are folded; of several lines each is looked at by itself.
    pub(super) fn new(names: impl Iterator<Item = String>) -> Self {
        let mut all = Self::default();
        for name in names {
            all.text.push_str(&name);
            all.ends.push(all.text.len());
            all.text.push(SEPARATOR);
        }
        all
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A name.
    pub(super) fn name(&self, at: usize) -> &str {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before] + 1);
        &self.text[start..self.ends[at]]
    }

    /// For each, whether it holds `part`.
    pub(super) fn holding(&self, part: &str) -> Vec<bool> {
        let mut hold = vec![false; self.len()];
        let finder = Finder::new(part);
        let mut at = 0;
        while let Some(found) = finder.find(&self.text.as_bytes()[at..]) {
            let name = self.ends.partition_point(|end| *end < at + found);
            if name == self.len() {
                break;
            }
            hold[name] = true;
            at = self.ends[name] + 1;
        }
        hold
    }

    /// For each, whether `is` holds of it.
    pub(super) fn each(&self, is: impl Fn(&str) -> bool) -> Vec<bool> {
        (0..self.len()).map(|at| is(self.name(at))).collect()
    }
}
