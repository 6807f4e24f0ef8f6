//! What to say where nothing is found: what each word finds alone, and which words are near it.

use std::collections::HashSet;
use std::fmt;

use super::fuzzy::Likeness;
use super::runs::{is_short, runs};
use super::{How, Query, Test, hits};

/// Words as near as this are offered: `railroad` for `railway`.
const NEAR: f64 = 0.85;

/// More near words than this are no help.
const MOST: usize = 3;

/// Shorter words have too many near them.
const SHORT: usize = 3;

/// What the words of a query find, each alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missed {
    /// In the order of the query.
    pub words: Vec<Alone>,
}

/// What a word finds alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alone {
    /// As it was typed, with its field.
    pub typed: String,
    /// How many records it finds.
    pub found: usize,
    /// Words that are near it, and how many records each finds.
    pub near: Vec<(String, usize)>,
}

/// "railway 2, near: railroad 1; coffee 5".
impl fmt::Display for Missed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.words.iter().map(ToString::to_string);
        f.write_str(&words.collect::<Vec<_>>().join("; "))
    }
}

impl fmt::Display for Alone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.typed, self.found)?;
        let near = self
            .near
            .iter()
            .map(|(word, found)| format!("{word} {found}"));
        match near.collect::<Vec<_>>().as_slice() {
            [] => Ok(()),
            near => write!(f, ", near: {}", near.join(", ")),
        }
    }
}

/// Where words are counted.
pub(super) trait Counts {
    /// How many records a query finds; none when the answer is not wanted any more.
    fn count(&self, query: &Query) -> Option<usize>;

    /// Calls `see` with folded texts that have the words of a field, or those that are looked for
    /// when no field is named.
    fn each_text(&self, field: Option<&'static str>, see: &mut dyn FnMut(&str));
}

impl Missed {
    /// All of it in a line; none where that says no more than that nothing is found.
    pub fn remark(&self) -> Option<String> {
        let more = self.words.len() > 1 || self.words.iter().any(|word| !word.near.is_empty());
        more.then(|| self.to_string())
    }

    /// What the words of `query` find in `counts`; none when that is not wanted any more.
    pub(super) fn new(query: &Query, counts: &impl Counts) -> Option<Self> {
        let mut words = Vec::new();
        for (typed, alone) in query.alone() {
            words.push(Alone {
                typed,
                found: counts.count(&alone)?,
                near: near(&alone, counts)?,
            });
        }
        Some(Self { words })
    }

    /// What two kinds of records have together, of one query.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for (one, other) in self.words.iter_mut().zip(other.words) {
            one.found += other.found;
            for (word, found) in other.near {
                match one.near.iter_mut().find(|(near, _)| *near == word) {
                    Some((_, before)) => *before += found,
                    None => one.near.push((word, found)),
                }
            }
        }
        self
    }
}

impl Query {
    /// Each of its words as a query of its own, with what was typed of it.
    pub fn alone(&self) -> Vec<(String, Self)> {
        let alone = |typed: &String| {
            let query = Self::new(typed).with_marked(self.marked.clone());
            (typed.clone(), query)
        };
        self.words.iter().map(alone).collect()
    }
}

/// The words near that of a query of one word.
fn near(query: &Query, counts: &impl Counts) -> Option<Vec<(String, usize)>> {
    let [clause] = query.clauses.as_slice() else {
        return Some(Vec::new());
    };
    let [Test::Text { field, needle, how }] = clause.any_of.as_slice() else {
        return Some(Vec::new());
    };
    let one = runs(needle.as_bytes()).next() == Some(0..needle.len());
    if clause.excluded || !one || needle.chars().count() < SHORT {
        return Some(Vec::new());
    }
    let mut near = Vec::new();
    for (_, word) in nearest(needle, *how, *field, counts) {
        let typed = field.map_or_else(|| word.clone(), |field| format!("{field}:{word}"));
        match counts.count(&Query::new(&typed))? {
            0 => {}
            found => near.push((word, found)),
        }
    }
    Some(near)
}

/// The nearest words that the needle does not find itself, the nearest first.
fn nearest(
    needle: &str,
    how: How,
    field: Option<&'static str>,
    counts: &impl Counts,
) -> Vec<(f64, String)> {
    let likeness = Likeness::new(needle);
    let first = needle.chars().next();
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    counts.each_text(field, &mut |text| {
        for run in runs(text.as_bytes()).filter(is_short) {
            let word = &text[run];
            let like = likeness.holds(word.as_bytes());
            if (!like && word.chars().next() != first) || seen.contains(word) {
                continue;
            }
            let nearness = strsim::jaro_winkler(needle, word);
            if (like || nearness >= NEAR) && !hits::occurs(word, needle, how) {
                found.push((nearness, word.to_owned()));
                seen.insert(word.to_owned());
            }
        }
    });
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.truncate(MOST);
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::fold;

    struct Texts(&'static [&'static str]);

    impl Counts for Texts {
        fn count(&self, query: &Query) -> Option<usize> {
            let matching = self.0.iter().filter(|text| query.matches(&fold(text)));
            Some(matching.count())
        }

        fn each_text(&self, _: Option<&'static str>, see: &mut dyn FnMut(&str)) {
            self.0.iter().for_each(|text| see(&fold(text)));
        }
    }

    #[test]
    fn each_word_is_counted_alone_with_its_neighbours() {
        let texts = Texts(&[
            "The railway to Boten",
            "a railway",
            "a Railroad, and coffee",
        ]);
        for (typed, expected) in [
            ("railway coffee", "railway 2, near: railroad 1; coffee 1"),
            ("railwy", "railwy 0, near: railway 2, railroad 1"),
            (
                "\"railway coffee\" cofee",
                "\"railway coffee\" 0; cofee 0, near: coffee 1",
            ),
            ("zzz -coffee", "zzz 0; -coffee 2"),
            ("year:2023 boten", "year:2023 3; boten 1"),
        ] {
            let missed = Missed::new(&Query::new(typed), &texts).expect("wanted");
            assert_eq!(missed.to_string(), expected, "{typed}");
        }
    }
}
