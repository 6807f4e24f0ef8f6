//! The countries of ISO 3166-1: what they are called, and which one somebody means.
//!
//! The table is `assets/countries.tsv`, which names its sources.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::dossier::{Code, nearest};

const TABLE: &str = include_str!("../../assets/countries.tsv");

/// One country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its alpha-3 code.
    pub code: Code,
    /// Its alpha-2 code.
    pub alpha2: &'static str,
    /// What it is called in English.
    pub name: &'static str,
    /// Its long name, where that is another one.
    pub official_name: Option<&'static str>,
    /// As in "Lao exports", where there is one.
    pub adjective: Option<&'static str>,
    /// Its number in ISO 3166-1, which is that of UN statistics (M49), such as `418`.
    pub number: u16,
    other_names: &'static str,
    capitals: &'static str,
}

impl Country {
    /// Is a place of that name its capital, or where its government is?
    pub fn has_capital(&self, place: &str) -> bool {
        let place = folded(place);
        self.capitals().any(|name| folded(name) == place)
    }

    /// Its capital, and where its government is.
    pub fn capitals(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.capitals.split('|').filter(|name| !name.is_empty())
    }

    /// Everything that it is called: its name, its long name, what tables print, former names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let others = self.other_names.split('|').filter(|name| !name.is_empty());
        [Some(self.name), self.official_name]
            .into_iter()
            .flatten()
            .chain(others)
    }
}

/// All of them, by alpha-3 code.
pub fn all() -> impl Iterator<Item = Country> {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut fields = line.split('\t');
        let some = |field: &'static str| (!field.is_empty()).then_some(field);
        Some(Country {
            code: Code::parse(fields.next()?)?,
            alpha2: fields.next()?,
            name: fields.next()?,
            official_name: fields.next().and_then(some),
            adjective: fields.next().and_then(some),
            number: fields.next()?.parse().ok()?,
            other_names: fields.next().unwrap_or_default(),
            capitals: fields.next().unwrap_or_default(),
        })
    })
}

/// The country of that alpha-3 code.
pub fn of(code: Code) -> Option<Country> {
    static CODES: LazyLock<HashMap<Code, Country>> =
        LazyLock::new(|| all().map(|country| (country.code, country)).collect());
    CODES.get(&code).copied()
}

/// The country of that code, alpha-3 or alpha-2, or of that whole name, in any case of letters.
pub fn find(text: &str) -> Option<Country> {
    static NAMES: LazyLock<HashMap<String, Country>> = LazyLock::new(by_name);
    let named = |text: &str| NAMES.get(&folded(text)).copied();
    named(text).or_else(|| named(&reordered(text)?))
}

/// `Federal Republic of Nigeria` for `Nigeria (Federal Republic of)` and `Nigeria, Federal Republic of`:
/// lists put the word that they are sorted by first.
pub fn reordered(text: &str) -> Option<String> {
    let text = text.trim();
    let in_brackets = || text.strip_suffix(')')?.split_once('(');
    let (name, rest) = in_brackets().or_else(|| text.split_once(','))?;
    let (head, tail) = (name.trim(), rest.trim());
    let lower = tail.to_lowercase();
    let is_turned = lower.ends_with(" of") || lower.ends_with(" of the");
    (is_turned && !head.is_empty()).then(|| format!("{tail} {head}"))
}

/// Every country by all its names and codes, as they are compared; no two have one.
fn by_name() -> HashMap<String, Country> {
    let mut names = HashMap::new();
    for country in all() {
        let codes = [country.code.to_string(), country.alpha2.to_owned()];
        let all = codes.into_iter().chain(country.names().map(str::to_owned));
        for name in all {
            names.entry(folded(&name)).or_insert(country);
        }
    }
    names
}

/// A name in the spelling in which names are compared: small letters without accents, single blanks
/// for all that is neither letter nor digit, and no "the" before it. Only whole names are compared:
/// Guinea is not Equatorial Guinea.
pub fn folded(name: &str) -> String {
    let plain = name
        .nfkd()
        .filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '.'))
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .replace('&', " and ");
    let words: Vec<_> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        ["the", rest @ ..] if !rest.is_empty() => rest.join(" "),
        words => words.join(" "),
    }
}

/// The country that `text` may have been meant for: one whose code has the same letters or differs
/// in one of them, or whose name is much like it.
pub fn near(text: &str) -> Option<Country> {
    let query = text.trim();
    if query.chars().count() <= 3 {
        let code = query.to_uppercase();
        let distance =
            |country: &Country| strsim::damerau_levenshtein(&code, country.code.as_str());
        return all().filter(|c| distance(c) <= 1).min_by_key(distance);
    }
    let names: Vec<_> = all().map(|country| country.name.to_lowercase()).collect();
    let found = nearest(query, names.iter().map(String::as_str))?;
    all().find(|country| country.name.to_lowercase() == found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        let all: Vec<_> = all().collect();
        assert_eq!(all.len(), 249);
        assert!(all.is_sorted_by_key(|country| country.code));
        for country in &all {
            assert_eq!(country.alpha2.len(), 2, "{country:?}");
            assert!(!country.name.is_empty(), "{country:?}");
            assert_ne!(country.official_name, Some(country.name));
            assert_eq!(find(country.code.as_str()), Some(*country));
            assert_eq!(find(country.alpha2), Some(*country));
        }
        let laos = find("laos").expect("a country");
        assert_eq!(laos.code.as_str(), "LAO");
        assert_eq!(laos.official_name, Some("Lao People's Democratic Republic"));
        assert_eq!(laos.adjective, Some("Lao"));
        assert!(laos.has_capital("Vientiane") && !laos.has_capital(""));
        let china = find("china").expect("a country");
        assert!(china.has_capital("Beijing") && !china.has_capital("Vientiane"));
    }

    #[test]
    fn no_two_countries_have_one_name_and_only_whole_names_count() {
        let mut names = std::collections::HashMap::new();
        for country in all() {
            let own = country
                .names()
                .map(folded)
                .chain([country.alpha2.to_lowercase()]);
            for name in own.chain([country.code.as_str().to_lowercase()]) {
                let other = names.insert(name.clone(), country.code);
                assert!(
                    other.is_none_or(|other| other == country.code),
                    "{name}: {other:?}"
                );
            }
        }
        for (text, code) in [
            ("Lao PDR", Some("LAO")),
            ("LAO PEOPLE’S DEMOCRATIC REPUBLIC", Some("LAO")),
            ("uk", Some("GBR")),
            (
                "The United Kingdom of Great Britain & Northern Ireland",
                Some("GBR"),
            ),
            ("Korea, Rep.", Some("KOR")),
            ("Cote d'Ivoire", Some("CIV")),
            ("Côte d’Ivoire", Some("CIV")),
            ("Burma", Some("MMR")),
            ("Guinea", Some("GIN")),
            ("Equatorial Guinea", Some("GNQ")),
            ("Prussia", None),
            ("Soviet Union", None),
            ("", None),
        ] {
            let found = find(text).map(|country| country.code.to_string());
            assert_eq!(found.as_deref(), code, "{text}");
        }
    }

    #[test]
    fn a_slip_has_a_nearest_country() {
        let near = |text| near(text).map(|country| country.code.to_string());
        assert_eq!(near("LOA").as_deref(), Some("LAO"));
        assert_eq!(near("GBT").as_deref(), Some("GBR"));
        assert_eq!(near("Untied Kingdom").as_deref(), Some("GBR"));
        assert_eq!(near("russa").as_deref(), Some("RUS"));
        assert_eq!(near("zzzzzz"), None);
        assert_eq!(near("\u{1b}[31m"), None);
        assert_eq!(find("PRUSSIA"), None);
    }
}
