//! The language of a text, as far as the writing of numbers and dates depends on it.

use super::token::Token;

/// A language whose numbers, units and dates are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// Also where no other language is recognised.
    #[default]
    English,
    /// Every word in Cyrillic letters is read as Russian, whatever the language of the text.
    Russian,
    /// French.
    French,
    /// German.
    German,
}

/// Words from the beginning of a text that are looked at.
const SAMPLE: usize = 4000;

const ENGLISH: [&str; 9] = ["the", "of", "and", "in", "to", "with", "by", "for", "from"];
const FRENCH: [&str; 12] = [
    "le", "la", "les", "des", "du", "et", "en", "dans", "une", "par", "aux", "pour",
];
const GERMAN: [&str; 12] = [
    "der", "die", "das", "und", "den", "von", "mit", "dem", "ein", "eine", "um", "auf",
];

impl Language {
    /// The language of most function words; of most letters, where they are Cyrillic.
    pub fn of(tokens: &[Token<'_>]) -> Self {
        let (mut cyrillic, mut words) = (0, 0);
        let mut votes = [(Self::English, 0), (Self::French, 0), (Self::German, 0)];
        for token in tokens.iter().take(SAMPLE) {
            let Some(first) = token.text.chars().next().filter(|c| c.is_alphabetic()) else {
                continue;
            };
            words += 1;
            cyrillic += usize::from(is_cyrillic(first));
            let lists: [&[&str]; 3] = [&ENGLISH, &FRENCH, &GERMAN];
            for (vote, list) in votes.iter_mut().zip(lists) {
                let known = |word: &&str| token.text.eq_ignore_ascii_case(word);
                vote.1 += usize::from(list.iter().any(known));
            }
        }
        if cyrillic * 2 > words {
            return Self::Russian;
        }
        // The first of equals: English.
        let most = votes.iter().map(|vote| vote.1).max().unwrap_or(0);
        votes
            .iter()
            .find(|vote| vote.1 == most)
            .map_or(Self::English, |vote| vote.0)
    }

    /// Is `8,3` the usual way to write eight and three tenths?
    pub fn has_decimal_comma(self) -> bool {
        self != Self::English
    }
}

/// Is it a letter of Russian and its neighbours?
pub(super) fn is_cyrillic(letter: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::super::token::tokens;
    use super::*;

    #[test]
    fn the_language_is_that_of_the_function_words() {
        for (text, language) in [
            (
                "Trade of the two rose by a third in 2020.",
                Language::English,
            ),
            ("Торговля выросла на треть.", Language::Russian),
            (
                "Les échanges ont augmenté de 5 % dans le pays.",
                Language::French,
            ),
            ("Der Handel ist um 5 % gestiegen.", Language::German),
            ("12,5", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(Language::of(&tokens(text)), language, "{text}");
        }
    }
}
