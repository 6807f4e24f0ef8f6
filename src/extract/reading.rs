//! A text cut into paragraphs and words, each word with what kinds of word it may be. Every rule on
//! speech and names reads this.

mod pieces;

use std::ops::Range;

use super::lexicon::{self, Class};
use super::nation::{self, Match};
use super::paragraph::{Paragraph, paragraphs};
use super::token::{TokenKind, tokens};
use pieces::pieces;

/// Bytes that are read at a time: three thousand words are no paragraph that anybody wrote, and rules that
/// look for the other end of something must not look for it in a book.
const MAX_PARAGRAPH: usize = 20_000;

/// Small words that an abbreviation in capitals may look like.
const SMALL: Class = Class::DETERMINER
    .or(Class::PREPOSITION)
    .or(Class::PRONOUN)
    .or(Class::THIRD)
    .or(Class::CLAUSE);

/// A word or mark; "Clinton's" is two, as "l'État" is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) class: Class,
    /// Is there white space before it?
    pub(super) spaced: bool,
}

/// A paragraph and its words.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) paragraph: Paragraph,
    /// Places in [`Reading::words`].
    pub(super) words: Range<usize>,
}

/// A country that is named.
#[derive(Clone, Debug)]
pub(super) struct Nation {
    /// Its first word.
    pub(super) at: usize,
    pub(super) found: Match,
}

/// A text, read.
#[derive(Debug)]
pub(super) struct Reading<'a> {
    pub(super) text: &'a str,
    pub(super) words: Vec<Word>,
    pub(super) blocks: Vec<Block>,
    /// In order.
    pub(super) nations: Vec<Nation>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut reading = Self {
            text,
            words: Vec::new(),
            blocks: Vec::new(),
            nations: Vec::new(),
        };
        for paragraph in paragraphs(text) {
            for range in parts(text, paragraph.range.clone()) {
                reading.add(Paragraph { range, ..paragraph });
            }
        }
        reading.mark_messieurs();
        reading.mark_excellencies();
        reading
    }

    /// "M." is an honorific in a French text, and an initial in any other.
    fn mark_messieurs(&mut self) {
        let count = |words: &[&str]| {
            let all = 0..self.words.len();
            all.filter(|at| words.contains(&self.word(*at))).count()
        };
        if count(&["le", "la", "les", "des", "est"]) <= count(&["the", "of", "and", "is"]) {
            return;
        }
        for at in 0..self.words.len() {
            if self.word(at) == "M" {
                let class = self.words[at].class | Class::HONORIFIC | Class::MALE;
                self.words[at].class = class;
            }
        }
    }

    /// "HE Salim Al Rawahi" is His or Her Excellency, and no pronoun.
    fn mark_excellencies(&mut self) {
        for at in 0..self.words.len() {
            let short = matches!(self.word(at), "HE" | "HH" | "HRH" | "HM");
            let name = self.is(at + 1, Class::CAPITAL) && !self.is(at + 1, Class::UPPER);
            if short && name {
                let class = self.words[at].class.without(Class::THIRD | Class::PRONOUN);
                self.words[at].class = class | Class::HONORIFIC;
            }
        }
    }

    fn add(&mut self, paragraph: Paragraph) {
        let first = self.words.len();
        let offset = paragraph.range.start;
        let mut lower = String::new();
        for token in tokens(&self.text[paragraph.range.clone()]) {
            let mut spaced = token.spaced;
            for (start, end) in pieces(&token) {
                let range = offset + token.start + start..offset + token.start + end;
                let alone = classify(&self.text[range.clone()], token.kind, &mut lower);
                let class = self.no_verb(alone);
                self.words.push(Word {
                    start: range.start,
                    end: range.end,
                    class,
                    spaced,
                });
                spaced = false;
            }
        }
        let words = first..self.words.len();
        self.find_nations(words.clone());
        self.blocks.push(Block { paragraph, words });
    }

    /// A capitalised word behind another word is no verb: United States.
    fn no_verb(&self, class: Class) -> Class {
        let behind = self
            .words
            .last()
            .is_some_and(|word| word.class.has(Class::LETTER));
        if behind && class.has(Class::CAPITAL) {
            class.without(Class::VERB)
        } else {
            class
        }
    }

    fn find_nations(&mut self, words: Range<usize>) {
        let mut at = words.start;
        while at < words.end {
            let found = self.nation_from(at, words.end);
            let step = found.map_or(1, |found| found.words);
            if let Some(found) = found {
                self.nations.push(Nation { at, found });
                for word in &mut self.words[at..at + step] {
                    word.class = word.class | Class::NATION;
                }
            }
            at += step;
        }
    }

    fn nation_from(&self, at: usize, end: usize) -> Option<Match> {
        let word = self.words[at];
        let small = !word.class.has(Class::CAPITAL);
        if !word.class.has(Class::LETTER) || small && !nation::may_be_small(self.word(at)) {
            return None;
        }
        let near = |at: usize| self.words.get(at).map_or("", |_| self.word(at));
        let (before, behind) = (near(at.wrapping_sub(1)), near(at + 1));
        if nation::is_of_region(before, self.word(at), behind) {
            return None;
        }
        let rest = self.words[at + 1..end.min(at + 12)]
            .iter()
            .map(|word| &self.text[word.start..word.end]);
        nation::find(self.word(at), &rest)
    }

    /// The word at that place.
    pub(super) fn word(&self, at: usize) -> &'a str {
        let word = self.words[at];
        &self.text[word.start..word.end]
    }

    /// Is the word at that place of any of those kinds? Nothing is beyond the end.
    pub(super) fn is(&self, at: usize, any: Class) -> bool {
        self.words.get(at).is_some_and(|word| word.class.has(any))
    }

    /// Is it that word, in small or capital letters?
    pub(super) fn reads(&self, at: usize, word: &str) -> bool {
        at < self.words.len() && self.word(at).eq_ignore_ascii_case(word)
    }

    /// The bytes of a run of words.
    pub(super) fn bytes(&self, words: Range<usize>) -> Range<usize> {
        if words.is_empty() {
            return 0..0;
        }
        self.words[words.start].start..self.words[words.end - 1].end
    }

    /// A run of words as printed.
    pub(super) fn printed(&self, words: Range<usize>) -> &'a str {
        &self.text[self.bytes(words)]
    }

    /// The countries named in a run of words.
    pub(super) fn nations_in(&self, words: Range<usize>) -> impl Iterator<Item = &Nation> {
        let first = self
            .nations
            .partition_point(|nation| nation.at < words.start);
        let end = words.end;
        self.nations[first..]
            .iter()
            .take_while(move |nation| nation.at < end)
    }

    /// The block that has a word.
    pub(super) fn block_of(&self, word: usize) -> usize {
        self.blocks.partition_point(|block| block.words.end <= word)
    }
}

fn classify(word: &str, kind: TokenKind, lower: &mut String) -> Class {
    match kind {
        TokenKind::Mark => mark(word),
        // The full stop that was cut from an initial.
        _ if word == "." => Class::STOP,
        TokenKind::Number => Class::DIGIT,
        TokenKind::Word => {
            lower.clear();
            for c in word.chars().flat_map(char::to_lowercase) {
                lower.push(match c {
                    'ё' => 'е',
                    'ʼ' => '’',
                    other => other,
                });
            }
            let shape = shape(word);
            let kinds = lexicon::of(lower);
            let capital = shape.has(Class::CAPITAL);
            shape
                | match &**lower {
                    // Of a month and a verb.
                    "may" | "march" if capital => kinds.without(Class::AUXILIARY),
                    "may" | "march" => kinds.without(Class::TIME),
                    // The US and the UN are no pronoun and no article.
                    _ if shape.has(Class::UPPER) => kinds.without(SMALL),
                    _ => kinds,
                }
        }
    }
}

fn shape(word: &str) -> Class {
    let first = word.chars().next().unwrap_or_default();
    let mut class = Class::LETTER;
    if first.is_uppercase() {
        class = class | Class::CAPITAL;
        if word.chars().nth(1).is_some() && !word.chars().any(char::is_lowercase) {
            class = class | Class::UPPER;
        }
    }
    if matches!(first, '\u{400}'..='\u{4ff}') {
        class = class | Class::CYRILLIC;
    }
    class
}

fn mark(mark: &str) -> Class {
    match mark.chars().next().unwrap_or_default() {
        ',' | '，' | '、' => Class::COMMA,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => Class::STOP,
        ':' | '：' => Class::COLON,
        ';' => Class::SEMICOLON,
        '—' | '–' | '―' | '‒' => Class::DASH,
        '-' | '‐' | '‑' => Class::HYPHEN,
        '(' | '[' | '{' => Class::OPENING,
        ')' | ']' | '}' => Class::CLOSING,
        '\'' | '’' => Class::APOSTROPHE,
        _ => Class::NONE,
    }
}

/// A paragraph in parts that are not too long: between two sentences where there is an end of one, else
/// between two words.
fn parts(text: &str, paragraph: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut start = paragraph.start;
    std::iter::from_fn(move || {
        let rest = text
            .get(start..paragraph.end)
            .filter(|rest| !rest.is_empty())?;
        let most = rest.floor_char_boundary(MAX_PARAGRAPH);
        let end = if most == rest.len() {
            most
        } else {
            let head = &rest[..most];
            let sentence = ENDS.iter().filter_map(|end| head.rfind(end)).max();
            let word = head.rfind(char::is_whitespace).filter(|at| *at > 0);
            sentence.map(|at| at + 1).or(word).unwrap_or(most)
        };
        let range = start..start + end;
        let blanks = rest[end..].len() - rest[end..].trim_start().len();
        start = range.end + blanks;
        Some(range)
    })
}

/// A sentence ends at the first sign of these.
const ENDS: [&str; 3] = [". ", "! ", "? "];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn possessives_articles_and_initials_are_words_of_their_own() {
        for (text, expected) in [
            ("Laos’s leader", "Laos|’s|leader"),
            ("l’État d’Emmanuel", "l’|État|d’|Emmanuel"),
            ("V.V.Putin, В.Путин", "V|.|V|.|Putin|,|В|.|Путин"),
            ("the U.S. don’t", "the|U.S|.|don’t"),
            ("D’Angelo O’Brien's", "D’Angelo|O’Brien|'s"),
        ] {
            let reading = Reading::new(text);
            let words: Vec<_> = (0..reading.words.len())
                .map(|at| reading.word(at))
                .collect();
            assert_eq!(words.join("|"), expected);
        }
    }

    #[test]
    fn countries_are_marked_and_a_huge_paragraph_is_read_in_parts() {
        let reading = Reading::new("The Lao People’s Democratic Republic and us");
        assert_eq!(reading.nations.len(), 1);
        assert!(reading.is(5, Class::NATION) && !reading.is(7, Class::NATION));
        let huge = format!("one\n{}\ntwo", "\"".repeat(MAX_PARAGRAPH + 1));
        let numbers: Vec<_> = Reading::new(&huge)
            .blocks
            .iter()
            .map(|block| block.paragraph.number)
            .collect();
        assert_eq!(numbers, [1, 2, 2, 3]);
    }

    /// All of a paragraph is in its parts, and sentences stay whole where there are any.
    #[test]
    fn a_paragraph_is_parted_between_sentences() {
        let shown = |text: &str| -> Vec<usize> {
            let parts: Vec<_> = parts(text, 0..text.len()).collect();
            let whole: String = parts.iter().map(|range| &text[range.clone()]).collect();
            assert_eq!(whole.replace(' ', ""), text.replace(' ', ""));
            assert!(parts.iter().all(|range| range.len() <= MAX_PARAGRAPH));
            parts.iter().map(ExactSizeIterator::len).collect()
        };
        assert_eq!(shown("One. Two."), [9]);
        let sentence = "Some words here.";
        let many = format!("{sentence} ").repeat(2_400);
        let many = many.trim_end();
        let most = MAX_PARAGRAPH / (sentence.len() + 1) * (sentence.len() + 1) - 1;
        assert_eq!(shown(many), [most, most, many.len() - 2 * (most + 1)]);
        assert_eq!(shown(&"ab ".repeat(8_000)), [19_997, 4_002]);
        assert_eq!(shown(&"é".repeat(12_000)), [20_000, 4_000]);
    }
}
