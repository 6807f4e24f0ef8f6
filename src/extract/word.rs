//! The words of a paragraph as the rules for numbers, dates and amounts see them: digits apart from
//! the letters that touch them, in small letters, numbered by sentence.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::is_short_currency;
use super::token::{Token, TokenKind, tokens};

/// A longer paragraph is read in parts, so that hostile input takes bounded memory. No sentence of
/// prose comes near it.
const LONGEST: usize = 1 << 16;

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing: it touches the word before.
    Glued,
    /// A space at which a line may end.
    Space,
    /// A no-break or thin space, as between the groups of a number.
    Fixed,
}

/// A run of letters, a run of digits with what separates them, or a mark.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    /// As printed.
    pub(super) text: &'a str,
    /// In small letters, with `е` for `ё` and a straight apostrophe.
    pub(super) low: Cow<'a, str>,
    /// Its first byte in the whole text.
    pub(super) start: usize,
    /// What it is made of.
    pub(super) kind: TokenKind,
    /// What is before it.
    pub(super) gap: Gap,
    /// The number of its sentence in the paragraph.
    pub(super) sentence: u32,
}

impl Word<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    pub(super) fn is_glued(&self) -> bool {
        self.gap == Gap::Glued
    }

    /// Does it begin with a capital letter?
    pub(super) fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The words of a paragraph.
#[derive(Debug)]
pub(super) struct Words<'a>(Vec<Word<'a>>);

impl<'a> Words<'a> {
    /// Those of a paragraph that begins at the byte `offset` of the text.
    pub(super) fn new(paragraph: &'a str, offset: usize) -> Self {
        let found = tokens(paragraph);
        let mut words = Vec::with_capacity(found.len());
        for token in &found {
            split(token, &mut words);
        }
        let mut end = 0;
        for word in &mut words {
            word.gap = gap(&paragraph[end..word.start]);
            end = word.end();
            word.start += offset;
        }
        number_sentences(&mut words);
        Self(words)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Word<'a>> {
        self.0.get(at)
    }

    /// The word before.
    pub(super) fn before(&self, at: usize) -> Option<&Word<'a>> {
        self.0.get(at.checked_sub(1)?)
    }

    /// A word in small letters; nothing beyond either end.
    pub(super) fn low(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |word| &word.low)
    }

    /// The word before, in small letters.
    pub(super) fn low_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.low(before))
    }

    /// Is the word there, touching the one before?
    pub(super) fn is_glued(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(Word::is_glued)
    }

    /// The place of the word that has this byte of the text, or of the first behind it.
    pub(super) fn place(&self, byte: usize) -> usize {
        self.0.partition_point(|word| word.end() <= byte)
    }

    /// The bytes of the text from the first to before the last of these words.
    pub(super) fn range(&self, words: Range<usize>) -> Range<usize> {
        let start = self.0.get(words.start).map_or(0, |word| word.start);
        let last = words.end.checked_sub(1).and_then(|last| self.0.get(last));
        start..last.map_or(start, Word::end).max(start)
    }

    /// Behind the words of a phrase that begins here. Words of a phrase are separated by spaces.
    pub(super) fn after(&self, at: usize, phrase: &str) -> Option<usize> {
        // Most phrases fail at their first letter: thousands are tried at each word of a text.
        let first = self.low(at);
        if first.is_empty() || first.as_bytes().first() != phrase.as_bytes().first() {
            return None;
        }
        let mut at = at;
        for word in phrase.split(' ') {
            if self.low(at) != word {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// The first word of a phrase that ends before this word.
    pub(super) fn ending(&self, at: usize, phrase: &str) -> Option<usize> {
        let start = at.checked_sub(phrase.split(' ').count())?;
        self.after(start, phrase).map(|_| start)
    }

    /// The first of the phrases that begins here, and the word behind it.
    pub(super) fn any_after<'p>(&self, at: usize, phrases: &[&'p str]) -> Option<(&'p str, usize)> {
        phrases
            .iter()
            .find_map(|phrase| Some((*phrase, self.after(at, phrase)?)))
    }

    /// Are both words of one sentence?
    pub(super) fn same_sentence(&self, a: usize, b: usize) -> bool {
        let sentence = |at: usize| self.0.get(at).map(|word| word.sentence);
        sentence(a).is_some() && sentence(a) == sentence(b)
    }
}

/// The paragraphs of a text, each with its first byte: its lines, long ones in parts.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let line = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let end = if line > LONGEST { cut(rest) } else { line };
        let start = at;
        at += end;
        Some((start, &rest[..end]))
    })
}

/// Where the first part of a long line ends: behind a space, if there is one.
fn cut(line: &str) -> usize {
    let end = line.floor_char_boundary(LONGEST);
    let part = &line[..end];
    part.rfind(char::is_whitespace).map_or(end, |at| at + 1)
}

/// Adds a token; letters and digits that touch become words of their own.
fn split<'a>(token: &Token<'a>, words: &mut Vec<Word<'a>>) {
    let mixed = |b: u8| b.is_ascii_digit() || b >= 0x80;
    if token.kind == TokenKind::Mark || !token.text.bytes().any(mixed) {
        words.push(word(token.text, token.start, token.kind));
        return;
    }
    let mut start = token.start;
    let mut rest = token.text;
    while let Some(first) = rest.chars().next() {
        let end = piece(rest, first);
        let kind = match first {
            '0'..='9' => TokenKind::Number,
            c if c.is_alphanumeric() => TokenKind::Word,
            _ => TokenKind::Mark,
        };
        if !first.is_whitespace() {
            words.push(word(&rest[..end], start, kind));
        }
        start += end;
        rest = &rest[end..];
    }
}

/// The length of the piece that begins with `first`.
fn piece(text: &str, first: char) -> usize {
    if !first.is_alphanumeric() {
        return first.len_utf8();
    }
    let digits = first.is_ascii_digit();
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        let belongs = if digits {
            letter.is_ascii_digit() || (is_separator(letter) && digit_at(text, at, letter))
        } else {
            !letter.is_ascii_digit() && !letter.is_whitespace()
        };
        if !belongs {
            break;
        }
        end = at + letter.len_utf8();
    }
    end
}

/// What may stand between the digits of one number.
fn is_separator(letter: char) -> bool {
    matches!(letter, '.' | ',' | '\'' | '’')
}

/// Does a digit follow the letter at that place?
fn digit_at(text: &str, at: usize, letter: char) -> bool {
    let next = text.as_bytes().get(at + letter.len_utf8());
    next.is_some_and(u8::is_ascii_digit)
}

fn word(text: &str, start: usize, kind: TokenKind) -> Word<'_> {
    Word {
        text,
        low: lower(text),
        start,
        kind,
        gap: Gap::Glued,
        sentence: 0,
    }
}

fn lower(text: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_lowercase() && c != 'ё' || c.is_ascii() && !c.is_ascii_uppercase();
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let letters = text.chars().flat_map(char::to_lowercase).map(|c| match c {
        'ё' => 'е',
        '’' | 'ʼ' => '\'',
        c => c,
    });
    Cow::Owned(letters.collect())
}

fn gap(between: &str) -> Gap {
    let fixed = ['\u{a0}', '\u{2009}', '\u{202f}', '\u{2007}'];
    if between.is_empty() {
        Gap::Glued
    } else if between.chars().all(|c| fixed.contains(&c)) {
        Gap::Fixed
    } else {
        Gap::Space
    }
}

/// Words before a point that does not end a sentence.
const ABBREVIATIONS: [&str; 63] = [
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mr",
    "mrs", "ms", "dr", "st", "gen", "col", "lt", "sen", "rep", "gov", "no", "nos", "vs", "approx",
    "ca", "mio", "mrd", "tsd", "bln", "mln", "янв", "фев", "авг", "сент", "окт", "нояб", "дек",
    "тыс", "млн", "млрд", "долл", "руб", "им", "eng", "engr", "arch", "cr", "cllr", "atty", "adv",
    "brig", "hon", "prof", "ye", "yu", "ya", "zh", "kh", "ts", "amb",
];

/// German months: the point of "15. Mai" ends no sentence.
pub(super) const GERMAN_MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
];

fn number_sentences(words: &mut [Word<'_>]) {
    let mut sentence = 0;
    for at in 0..words.len() {
        if at > 0 && ends_sentence(words, at) {
            sentence += 1;
        }
        words[at].sentence = sentence;
    }
}

/// Does a sentence end before this word?
fn ends_sentence(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    let opens = word.is_capital() || word.kind != TokenKind::Word && word.text != "-";
    if word.is_glued() || !opens {
        return false;
    }
    let closes = |word: &Word<'_>| matches!(word.text, "\"" | "”" | "’" | "'" | "»" | ")");
    // At most two: a quotation mark and a bracket.
    let Some(mark) = (at.saturating_sub(3)..at)
        .rev()
        .find(|at| !closes(&words[*at]))
    else {
        return false;
    };
    match words[mark].text {
        "!" | "?" | "…" => true,
        "." => mark.checked_sub(1).is_none_or(|before| {
            let before = &words[before];
            let initial = before.text.chars().count() == 1 && before.is_capital();
            let dotted = before.text.contains('.') && before.kind == TokenKind::Word;
            let day = before.kind == TokenKind::Number && before.text.len() <= 2;
            let german = day && GERMAN_MONTHS.contains(&&*word.low);
            // "It was $5 bln. In May": a point behind it may end both.
            let lower = word.text.chars().any(char::is_lowercase);
            let sum = matches!(&*before.low, "bln" | "mln") && lower;
            let short = ABBREVIATIONS.contains(&&*before.low) && !sum;
            let money = word.kind == TokenKind::Number && is_short_currency(&before.low);
            !(initial || dotted || german || short || money)
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let words = Words::new(text, 0);
        words.0.iter().map(|word| word.text.to_owned()).collect()
    }

    #[test]
    fn digits_are_apart_from_letters() {
        for (text, expected) in [
            ("US$8.3m", &["US", "$", "8.3", "m"][..]),
            (
                "USD10bn in FY2024",
                &["USD", "10", "bn", "in", "FY", "2024"],
            ),
            ("12\u{202f}345,5\u{202f}млн", &["12", "345,5", "млн"]),
            ("the 1990s", &["the", "1990", "s"]),
            ("5;6", &["5", ";", "6"]),
            ("don’t", &["don’t"]),
        ] {
            assert_eq!(texts(text), expected, "{text}");
        }
    }

    #[test]
    fn a_point_behind_an_abbreviation_ends_no_sentence() {
        let sentences = |text| {
            let words = Words::new(text, 0);
            words.0.last().map_or(0, |word| word.sentence + 1)
        };
        for (text, number) in [
            ("It rose. It fell.", 2),
            ("It met on Jan. 5 in the U.S. Capitol.", 1),
            ("“It rose.” He left.", 2),
            ("It grew by 8,3 млн. долл. в год.", 1),
            ("It was $5 bln. In May it fell.", 2),
        ] {
            assert_eq!(sentences(text), number, "{text}");
        }
    }

    #[test]
    fn long_lines_are_read_in_parts() {
        let text = "word ".repeat(50_000);
        let parts: Vec<_> = paragraphs(&text).collect();
        assert!(parts.len() > 3);
        let whole: String = parts.iter().map(|(_, part)| *part).collect();
        assert_eq!(whole, text);
    }

    proptest! {
        #[test]
        fn a_word_is_its_place(text in "[0-9.,'’ \u{202f}a-zA-Zа-яё$%;\n-]{0,40}") {
            for (offset, paragraph) in paragraphs(&text) {
                for word in &Words::new(paragraph, offset).0 {
                    prop_assert_eq!(&text[word.start..word.end()], word.text);
                }
            }
        }
    }
}
