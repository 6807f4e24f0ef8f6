//! What abbreviations come to when they are written out: `@string{b = a # a}` doubles, and thirty of
//! them in a row are a gigabyte. They are counted before anything is written out.

use std::collections::HashMap;

use biblatex::{Field, RawBibliography, RawChunk, RawEntry};

/// Bytes that one abbreviation may come to.
const MOST: usize = 1 << 16;

/// Abbreviations within abbreviations.
const DEPTH: usize = 50;

/// Bytes that all entries of a file may come to by abbreviations, for each byte of the file and
/// beside those.
const EACH: usize = 16;
const BESIDE: usize = 1 << 20;

/// Parts of one field, and parts of long fields in one file: the parser takes the square of the time.
const PARTS: usize = 20_000;
const LONG: usize = 1_000;
const ALL_PARTS: usize = 200_000;

/// What abbreviations come to.
pub(super) struct Budget<'s> {
    sizes: HashMap<&'s str, Option<usize>>,
    left: usize,
    parts: usize,
}

impl<'s> Budget<'s> {
    /// For a file of so many bytes.
    pub(super) fn new(raw: &RawBibliography<'s>, bytes: usize) -> Self {
        let all = raw.abbreviations.iter();
        let fields: HashMap<&str, &Field<'s>> = all.map(|a| (a.key.v, &a.value.v)).collect();
        let mut sizes = HashMap::new();
        for name in fields.keys() {
            size(name, &fields, &mut sizes, DEPTH);
        }
        Self {
            sizes,
            left: bytes.saturating_mul(EACH).saturating_add(BESIDE),
            parts: ALL_PARTS,
        }
    }

    /// The field of an entry that has too many parts, pieces of text and braces, if one has.
    pub(super) fn parts(&mut self, entry: &RawEntry<'s>) -> Result<(), &'s str> {
        for field in &entry.fields {
            let braces = field.value.v.iter().map(|chunk| match chunk.v {
                RawChunk::Normal(text) => text.matches('{').count() + 1,
                RawChunk::Abbreviation(_) => 1,
            });
            let count: usize = braces.sum();
            let left = self.parts.checked_sub(if count > LONG { count } else { 0 });
            self.parts = left.filter(|_| count <= PARTS).ok_or(field.key.v)?;
        }
        Ok(())
    }

    /// Takes what an entry comes to; the abbreviation that comes to too much, if one does.
    pub(super) fn take(&mut self, entry: &RawEntry<'s>) -> Result<(), &'s str> {
        let chunks = entry.fields.iter().flat_map(|field| &field.value.v);
        for chunk in chunks {
            let RawChunk::Abbreviation(name) = chunk.v else {
                continue;
            };
            // One that is not defined may be a month.
            let size = self.sizes.get(name).copied().unwrap_or(Some(0));
            let left = size.and_then(|size| self.left.checked_sub(size));
            self.left = left.ok_or(name)?;
        }
        Ok(())
    }
}

/// The bytes of an abbreviation, at least one for each of its parts; none for one that comes to too
/// much or leads back to itself.
fn size<'s>(
    name: &'s str,
    fields: &HashMap<&'s str, &Field<'s>>,
    sizes: &mut HashMap<&'s str, Option<usize>>,
    depth: usize,
) -> Option<usize> {
    if let Some(known) = sizes.get(name) {
        return *known;
    }
    let Some(field) = fields.get(name) else {
        return Some(1);
    };
    if depth == 0 {
        return None;
    }
    // Whoever comes back to it while it is counted has gone round.
    sizes.insert(name, None);
    let mut parts = field.iter().map(|chunk| match chunk.v {
        RawChunk::Normal(text) => Some(text.len() + 1),
        RawChunk::Abbreviation(name) => Some(size(name, fields, sizes, depth - 1)? + 1),
    });
    let sum = parts
        .try_fold(0_usize, |sum, part| Some(sum + part?))
        .filter(|sum| *sum <= MOST);
    sizes.insert(name, sum);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grows_too_large_is_told_before_it_is_written_out() {
        let take = |text: &str| {
            let raw = RawBibliography::parse(text).expect("BibTeX");
            let mut budget = Budget::new(&raw, text.len());
            let results = raw.entries.iter().map(|entry| {
                let taken = budget.take(&entry.v);
                taken.map_err(ToOwned::to_owned)
            });
            results.collect::<Vec<_>>()
        };
        let entry = |name: &str| format!("@book{{k{name}, title = {name}, month = jan}}\n");
        let double = |at: u32| format!("@string{{a{at} = a{0} # a{0}}}\n", at - 1);
        let strings: String = (1..40).map(double).collect();
        let entries = entry("a3") + &entry("a39");
        let doubling = "@string{a0 = \"x\"}\n".to_owned() + &strings + &entries;
        assert_eq!(take(&doubling), [Ok(()), Err("a39".to_owned())]);
        let round = "@string{a = \"x\"}\n@string{b = a}\n@string{a = b}\n".to_owned() + &entry("b");
        assert_eq!(take(&round), [Err("b".to_owned())]);
        let long = format!("@string{{a = \"{}\"}}\n", "x".repeat(60_000));
        let many: String = (0..200).map(|_| entry("a")).collect();
        assert!(take(&(long + &many)).contains(&Err("a".to_owned())));
    }
}
