//! Countries by name, adjective or capital: "Lao", "Russia", "Moscow", "российский".
//!
//! Names and adjectives are those of [`countries`]; what is added here is what only newspapers write.

mod names;

use std::sync::LazyLock;

use foldhash::{HashMap, HashMapExt, HashSet};

use crate::dossier::{Code, countries};
use names::{ADJECTIVES, ALSO, RUSSIAN, RUSSIAN_PAIRS, RUSSIAN_WHOLE, SHARED};

/// A country named by a run of words.
#[derive(Clone, Debug)]
struct Named {
    /// The words behind the first, folded.
    rest: Vec<String>,
    code: Code,
    adjective: bool,
}

type Index = HashMap<String, Vec<Named>>;

/// The names of [`ALSO`] in small letters.
static SMALL: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let names = ALSO.iter().flat_map(|(_, names)| names.split(' '));
    names
        .filter(|name| name.starts_with(char::is_lowercase))
        .collect()
});

static INDEX: LazyLock<Index> = LazyLock::new(index);

/// How many words name a country, which, and whether by its adjective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) words: usize,
    pub(super) code: Code,
    pub(super) adjective: bool,
}

/// The country that the first of these words name, the longest name of several.
pub(super) fn find<'a, I>(first: &str, rest: &I) -> Option<Match>
where
    I: Iterator<Item = &'a str> + Clone,
{
    let key = fold(first);
    if let Some(found) = INDEX.get(&key) {
        let short = key.len() <= 3 && key.is_ascii();
        // "US", "RoK", but not "us".
        let loud = |word: &str| word.chars().filter(|c| c.is_uppercase()).count() > 1;
        let fits = found.iter().filter(|named| {
            let mut words = rest.clone();
            let spelled = !short || named.adjective || !named.rest.is_empty() || loud(first);
            spelled
                && named
                    .rest
                    .iter()
                    .all(|w| words.next().is_some_and(|word| fold(word) == *w))
        });
        return fits
            .max_by_key(|named| named.rest.len())
            .map(|named| Match {
                words: 1 + named.rest.len(),
                code: named.code,
                adjective: named.adjective,
            });
    }
    let cyrillic = matches!(key.chars().next(), Some('а'..='я'));
    if let Some(found) = cyrillic
        .then(|| russian(first, &key, rest.clone()))
        .flatten()
    {
        return Some(found);
    }
    let (start, code) = cyrillic
        .then(|| RUSSIAN.iter().find(|(start, _)| key.starts_with(start)))
        .flatten()?;
    let whole = start.chars().count() > 3 || key.len() <= start.len() || *start == "коре";
    whole.then_some(())?;
    Some(Match {
        words: 1,
        code: Code::parse(code)?,
        adjective: key.contains("ск"),
    })
}

/// The country of a Russian name of two words, "Новой Зеландии", or of one that other words begin like.
fn russian<'a>(first: &str, key: &str, mut rest: impl Iterator<Item = &'a str>) -> Option<Match> {
    let next = rest.next().map(fold).unwrap_or_default();
    let is_pair =
        |(one, two, _): &&(&str, &str, &str)| key.starts_with(one) && next.starts_with(two);
    let pair = RUSSIAN_PAIRS.iter().find(is_pair);
    let whole = || RUSSIAN_WHOLE.iter().find(|(name, _)| *name == first);
    let (words, code) = match pair {
        Some((.., code)) => (2, code),
        None => (1, &whole()?.1),
    };
    Some(Match {
        words,
        code: Code::parse(code)?,
        adjective: next.contains("ск") && words == 2,
    })
}

/// Is a word that may name a country part of the name of a region: "South American", "the Indian Ocean"?
pub(super) fn is_of_region(before: &str, word: &str, behind: &str) -> bool {
    let is = |word: &str, other: &str| word.eq_ignore_ascii_case(other);
    let parts = ["south", "north", "latin", "central"];
    let america = parts.iter().any(|part| is(before, part)) && fold(word).starts_with("america");
    america || is(word, "indian") && is(behind, "ocean")
}

/// The country that a single word names, by its name, its adjective or its capital.
pub fn country(word: &str) -> Option<Code> {
    // "Finnish capital"
    let kinds = [" capital", " port", " city", " town"];
    let whose = kinds.iter().find_map(|kind| word.strip_suffix(kind));
    let found = find(whose.unwrap_or(word), &std::iter::empty())?;
    Some(found.code)
}

/// Can a word in small letters name a country? Only adjectives of French and Russian do.
pub(super) fn may_be_small(word: &str) -> bool {
    !word.is_ascii() || SMALL.contains(word)
}

fn fold(word: &str) -> String {
    if word.is_ascii() {
        let plain = word.bytes().filter(|b| !matches!(b, b'.' | b'\''));
        return plain.map(|b| char::from(b.to_ascii_lowercase())).collect();
    }
    countries::folded(word)
}

fn index() -> Index {
    let mut index = Index::new();
    let mut adjectives: HashMap<&str, Vec<Code>> = HashMap::new();
    for country in countries::all() {
        for name in country.names() {
            enter(&mut index, name, country.code, false);
        }
        let plain = |capital: &&str| !capital.contains(' ') && !SHARED.contains(capital);
        for capital in country.capitals().filter(plain) {
            enter(&mut index, capital, country.code, false);
        }
        if let Some(adjective) = country.adjective {
            adjectives.entry(adjective).or_default().push(country.code);
        }
    }
    for (adjective, codes) in adjectives {
        if let Some(code) = owner(&codes) {
            enter(&mut index, adjective, code, true);
        }
    }
    for (code, names) in ADJECTIVES {
        for name in names.split(' ') {
            if let Some(code) = Code::parse(code) {
                enter(&mut index, name, code, true);
            }
        }
    }
    for (code, names) in ALSO {
        for name in names.split(' ') {
            if let Some(code) = Code::parse(code) {
                enter(&mut index, name, code, name.chars().all(char::is_lowercase));
            }
        }
    }
    index
}

/// Whose an adjective is: a state's rather than its territories'; nobody's where two states share it.
fn owner(codes: &[Code]) -> Option<Code> {
    match codes {
        [code] => Some(*code),
        codes => {
            let states = ["FRA", "NLD", "NOR", "KOR"];
            codes.iter().find(|c| states.contains(&c.as_str())).copied()
        }
    }
}

fn enter(index: &mut Index, name: &str, code: Code, adjective: bool) {
    let cut = name.replace('’', "'").replace("'s", " 's");
    let mut words = cut
        .split([' ', ',', '-', '(', ')'])
        .filter(|w| !w.is_empty());
    let Some(first) = words.next() else {
        return;
    };
    let rest = words.map(fold).collect();
    let named = Named {
        rest,
        code,
        adjective,
    };
    index.entry(fold(first)).or_default().push(named);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_wins_and_short_ones_are_capitals() {
        for (text, expected) in [
            ("Lao People 's Democratic Republic", Some((5, "LAO"))),
            ("Lao delegation", Some((1, "LAO"))),
            ("Laotian", Some((1, "LAO"))),
            ("United States", Some((2, "USA"))),
            ("United front", None),
            ("U.S officials", Some((1, "USA"))),
            ("us", None),
            ("RoK", Some((1, "KOR"))),
            ("rok", None),
            ("serbe", Some((1, "SRB"))),
            ("Equatorial Guinea", Some((2, "GNQ"))),
            ("Guinea", Some((1, "GIN"))),
            ("French", Some((1, "FRA"))),
            ("Dominican", None),
            ("Côte d’Ivoire", Some((2, "CIV"))),
            ("российский", Some((1, "RUS"))),
            ("РФ", Some((1, "RUS"))),
            ("Новой Зеландии", Some((2, "NZL"))),
            ("Новой дороги", None),
            ("Перу", Some((1, "PER"))),
            ("перу", None),
            ("рфи", None),
            ("Лаоса", Some((1, "LAO"))),
            ("Moscow", Some((1, "RUS"))),
        ] {
            let mut words = text.split(' ');
            let found = find(words.next().unwrap_or_default(), &words);
            let found = found.map(|found| (found.words, found.code.to_string()));
            let expected = expected.map(|(words, code)| (words, code.to_owned()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
