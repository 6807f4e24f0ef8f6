//! Words, numbers and marks of a text, each with its place.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters first: "trade", "G20", "don't".
    Word,
    /// A digit first: "17,000", "8.3m", "21st".
    Number,
    /// One mark: "“", "$", "-".
    Mark,
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// As printed.
    pub text: &'a str,
    /// Its first byte in the text.
    pub start: usize,
    /// What it is made of.
    pub kind: TokenKind,
    /// Does white space stand before it?
    pub spaced: bool,
}

impl Token<'_> {
    /// The bytes of the text that it has.
    pub fn range(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// Is it this word, in small or capital letters?
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word) || self.text.to_lowercase() == word
    }
}

/// The tokens of a text, by the word boundaries of Unicode (UAX #29).
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut spaced = true;
    let mut rest = text;
    let mut end = 0;
    while let Some(whole) = segment(rest) {
        rest = &rest[whole.len()..];
        end += whole.len();
        // A mark that combines with a blank is one segment with it.
        let text = whole.trim_start();
        let start = end - text.len();
        spaced |= text.len() < whole.len();
        let Some(first) = text.chars().next() else {
            continue;
        };
        let kind = if first.is_numeric() {
            TokenKind::Number
        } else if first.is_alphabetic() {
            TokenKind::Word
        } else {
            TokenKind::Mark
        };
        found.push(Token {
            text,
            start,
            kind,
            spaced,
        });
        spaced = false;
    }
    found
}

/// What a text begins with, up to the next boundary; none at its end.
fn segment(text: &str) -> Option<&str> {
    match plain_segment(text.as_bytes()) {
        Some(length) => Some(&text[..length]),
        None => text.split_word_bounds().next(),
    }
}

/// The length of a word of ASCII letters, or of a blank, that the byte behind it ends for certain. Most
/// segments are such, and for them no table of Unicode is searched.
fn plain_segment(text: &[u8]) -> Option<usize> {
    let letters = text.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let behind = *text.get(letters)?;
    let ends = matches!(
        behind,
        b' ' | b',' | b';' | b'!' | b'?' | b'(' | b')' | b'"' | b'-' | b'/' | b'\n'
    );
    match letters {
        0 if behind == b' ' => text.get(1)?.is_ascii_alphanumeric().then_some(1),
        0 => None,
        _ => ends.then_some(letters),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        let texts = |text| tokens(text).iter().map(|t| t.text).collect::<Vec<_>>();
        assert_eq!(
            texts("trade of US$8.3 million"),
            ["trade", "of", "US", "$", "8.3", "million"]
        );
        assert_eq!(
            texts("“17,000” in 2025–26"),
            ["“", "17,000", "”", "in", "2025", "–", "26"]
        );
        assert_eq!(texts("Дорогие друзья!"), ["Дорогие", "друзья", "!"]);
    }

    proptest! {
        #[test]
        fn plain_segments_end_where_those_of_unicode_do(
            text in "[a-cA-C1 ,;.:'’_?!()\"/\r\n\u{301}\u{200d}\u{ad}\u{1f1f1}\u{1f466}אカé-]{0,24}"
        ) {
            let parts = std::iter::successors(Some((&*text, None)), |(rest, _)| {
                let part = segment(rest)?;
                Some((&rest[part.len()..], Some(part)))
            });
            let parts: Vec<_> = parts.filter_map(|(_, part)| part).collect();
            prop_assert_eq!(parts, text.split_word_bounds().collect::<Vec<_>>());
        }

        #[test]
        fn a_token_is_its_place_and_nothing_but_space_is_between(text in ".{0,60}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert_eq!(&text[token.range()], token.text);
                prop_assert!(text[end..token.start].chars().all(char::is_whitespace));
                end = token.range().end;
            }
            prop_assert!(text[end..].chars().all(char::is_whitespace));
        }
    }
}
