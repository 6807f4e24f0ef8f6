//! Finding text as it is meant, not as it is spelled: folding, queries, hits. Pure.
//!
//! Case, accents of Latin letters, ё and е, width and typographic punctuation make no difference;
//! й and и, and the tones of Lao, do. What can be asked for is told at [`Query`].

mod index;
mod parse;
mod window;

use std::ops::Range;

use chrono::NaiveDate;

pub use crate::dossier::fold::{Folded, fold};
pub use index::{Found, Index, Tally};

/// The fields that a query can name. What a record says there, [`Dossier::fields`] tells.
///
/// [`Dossier::fields`]: crate::dossier::Dossier::fields
pub const FIELDS: [&str; 6] = ["speaker", "role", "topic", "event", "source", "language"];

/// What is looked for.
///
/// | typed | meaning |
/// |---|---|
/// | `trade asean` | both, in any order, as parts of words |
/// | `"water resources"` | these words as they stand |
/// | `=lao` | the whole word |
/// | `-mines` | not this |
/// | `rail\|sea` | one of these |
/// | `speaker:putin`, `topic:"free trade"` | this in that field |
/// | `year:2023`, `from:2020 to:2024-06` | in this time |
/// | `is:contested` | what is contested |
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    clauses: Vec<Clause>,
    window: Option<window::Window>,
    problem: Option<Problem>,
}

/// What is wrong with a query, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The byte of what was typed at which the wrong part begins.
    pub at: usize,
    /// What is wrong and what would be right.
    pub message: String,
}

/// One of its tests holds; or, if it is excluded, none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Clause {
    excluded: bool,
    any_of: Vec<Test>,
}

/// Something that holds for a record or does not.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Test {
    /// The text occurs, in the field of that name or anywhere.
    Text {
        field: Option<&'static str>,
        needle: String,
        whole: bool,
    },
    /// The record is contested.
    Contested,
}

/// What a record has to be tested.
#[derive(Debug, Default)]
struct Entry {
    /// Everything that is searched, folded.
    text: String,
    /// Folded, by name.
    fields: Vec<(&'static str, String)>,
    contested: bool,
}

impl Query {
    /// Reads what was typed.
    pub fn new(typed: &str) -> Self {
        parse::query(typed)
    }

    /// The first and the last day that are asked for.
    pub fn window(&self) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
        self.window
    }

    /// What is wrong with what was typed.
    pub fn problem(&self) -> Option<&Problem> {
        self.problem.as_ref()
    }

    /// Nothing is looked for: everything matches.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty() && self.window.is_none()
    }

    /// Does it hold for a text alone, that went through [`fold`] and has no fields?
    pub fn matches(&self, folded: &str) -> bool {
        self.holds(&Entry {
            text: folded.to_owned(),
            ..Entry::default()
        })
    }

    fn holds(&self, entry: &Entry) -> bool {
        let one = |clause: &Clause| clause.any_of.iter().any(|test| test.holds(entry));
        self.clauses
            .iter()
            .all(|clause| one(clause) != clause.excluded)
    }

    /// Where the words that are looked for anywhere occur in `text`: ranges of its bytes, in
    /// order, without overlaps.
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let wanted = self.clauses.iter().filter(|clause| !clause.excluded);
        let needles: Vec<_> = wanted.flat_map(|clause| &clause.any_of).collect();
        if needles.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let found = needles.into_iter().flat_map(|test| match test {
            Test::Text {
                field: None,
                needle,
                whole,
            } => occurrences(folded.text(), needle, *whole),
            _ => Vec::new(),
        });
        let mut ranges: Vec<_> = found.map(|range| folded.original(range)).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        merge(ranges)
    }
}

impl Test {
    fn holds(&self, entry: &Entry) -> bool {
        let (field, needle, whole) = match self {
            Self::Contested => return entry.contested,
            Self::Text {
                field,
                needle,
                whole,
            } => (field, needle, *whole),
        };
        let occurs = |text: &str| {
            if whole {
                !occurrences(text, needle, true).is_empty()
            } else {
                text.contains(needle.as_str())
            }
        };
        match field {
            None => occurs(&entry.text),
            Some(field) => entry
                .fields
                .iter()
                .any(|(name, text)| name == field && occurs(text)),
        }
    }
}

/// Where `needle` stands in `text`; as a whole word only where no letter or digit touches it.
fn occurrences(text: &str, needle: &str, whole: bool) -> Vec<Range<usize>> {
    let touches = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let ranges = text
        .match_indices(needle)
        .map(|(at, hit)| at..at + hit.len());
    let fits = |range: &Range<usize>| {
        let before = text[..range.start].chars().next_back();
        !whole || !touches(before) && !touches(text[range.end..].chars().next())
    };
    ranges.filter(fits).collect()
}

fn merge(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn marked(query: &str, text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for hit in Query::new(query).hits(text) {
            out.extend([&text[at..hit.start], "[", &text[hit.clone()], "]"]);
            at = hit.end;
        }
        out + &text[at..]
    }

    #[test]
    fn hits_are_found_as_meant() {
        for (query, text, shown) in [
            (
                "HYDRO",
                "energy, hydro resources",
                "energy, [hydro] resources",
            ),
            ("cafe", "Café", "[Café]"),
            ("елка", "Ёлка", "[Ёлка]"),
            ("ёлка", "Елка", "[Елка]"),
            ("мой", "мои мой", "мои [мой]"),
            ("lao", "ＬＡＯ Lao", "[ＬＡＯ] [Lao]"),
            ("ສະບາຍ", "ສະບາຍດີ", "[ສະບາຍ]ດີ"),
            ("laos'", "Laos’ struggle", "[Laos’] struggle"),
            ("a b", "b a", "[b] [a]"),
            ("ab bc", "abc", "[abc]"),
            ("ﬁ", "five", "[fi]ve"),
            ("", "text", "text"),
        ] {
            assert_eq!(marked(query, text), shown, "{query}");
        }
    }

    #[test]
    fn all_words_must_occur() {
        let text = fold("Trade between our countries has been on the rise");
        assert!(Query::new("rise TRADE").matches(&text));
        assert!(!Query::new("rise fall").matches(&text));
        assert!(Query::new("  ").matches(&text));
    }

    #[test]
    fn phrases_exclusions_alternatives_and_whole_words() {
        let text = fold("Trade between Laos and Russia, by rail; Lao exports of coffee");
        for (query, holds) in [
            ("\"between laos\"", true),
            ("\"laos between\"", false),
            ("\"between la", true),
            ("trade -rail", false),
            ("trade -sea", true),
            ("-\"by sea\"", true),
            ("sea|rail", true),
            ("sea|air", false),
            ("-sea|air", true),
            ("=lao", true),
            ("=la", false),
            ("=rail", true),
            ("=\"by rail\"", true),
            ("- = | trade", true),
            ("8:30", false),
            ("speaker:putin", false),
            ("-speaker:putin", true),
            ("speaker:", true),
            ("\"\"", true),
        ] {
            let parsed = Query::new(query);
            assert_eq!(parsed.matches(&text), holds, "{query}");
            assert_eq!(parsed.problem(), None, "{query}");
        }
    }

    #[test]
    fn only_what_is_wanted_is_marked() {
        assert_eq!(marked("=lao laos", "Laos, Lao"), "[Laos], [Lao]");
        assert_eq!(marked("lao -laos", "Lao"), "[Lao]");
        assert_eq!(marked("\"lao s\"|x", "lao s x"), "[lao s] [x]");
        assert_eq!(marked("speaker:lao", "lao"), "lao");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        for (query, at, message) in [
            (
                "trade speeker:putin",
                6,
                "no field is called speeker; did you mean speaker?",
            ),
            ("year:20x3", 0, "year:20x3 is not a date"),
            ("a is:disputed", 2, "is: knows contested only"),
            ("-year:2023", 1, "year: stands alone, without - and |"),
        ] {
            let problem = Query::new(query).problem().cloned();
            let expected = Problem {
                at,
                message: message.to_owned(),
            };
            assert_eq!(problem, Some(expected), "{query}");
        }
    }

    proptest! {
        #[test]
        fn a_text_matches_each_of_its_own_words(text in "[a-zA-Zа-яёЁéü ກ-ໝ’]{0,40}") {
            for word in text.split_whitespace() {
                prop_assert!(Query::new(word).matches(&fold(&text)));
                prop_assert!(!Query::new(word).hits(&text).is_empty());
            }
        }

        #[test]
        fn nothing_that_is_typed_breaks_it(typed in "[a-z:|=\"~ -]{0,30}|\\PC{0,20}", text in "\\PC{0,30}") {
            let query = Query::new(&typed);
            prop_assert!(query.problem().is_none_or(|p| typed.is_char_boundary(p.at)));
            query.matches(&fold(&text));
            query.hits(&text);
        }

        #[test]
        fn hits_stand_on_characters_in_order(text in "\\PC{0,40}", query in "\\PC{1,3}") {
            let mut end = 0;
            for hit in Query::new(&query).hits(&text) {
                prop_assert!(hit.start >= end && hit.start < hit.end);
                prop_assert!(text.get(hit.clone()).is_some());
                end = hit.end;
            }
        }
    }
}
