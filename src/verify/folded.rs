//! A text in the spelling in which anchors are compared, with the way back to the original.
//!
//! The search of the screens folds letters and case too; here these must be as printed.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::dossier::text::is_hidden;
use words::{Concordance, Words, in_word, runs_on};

pub(super) mod words;

/// A text that is longer is searched by the words in it: an answer of an interface is one line of
/// millions of characters, with thousands of anchors.
const LONG: usize = 1 << 14;

/// A folded text.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    text: String,
    /// Folded and original offset of each character that is not as far from the one before as in
    /// the original: few, so that a long text costs little more than itself.
    steps: Vec<(usize, usize)>,
    /// Of a long text: where its words are.
    concordance: OnceLock<Concordance>,
}

/// What becomes of a hyphen at the end of a line inside a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Hyphens {
    /// It belongs to the word: `Lao-Russian`.
    #[default]
    Kept,
    /// It only divides a word before a small letter: `coop-eration`.
    Dropped,
}

impl Folded {
    /// Folds `text`: runs of white space become one blank, those at either end none; quotes,
    /// dashes, dots and ligatures become those of a typewriter; letters are decomposed, so that é
    /// is é in whichever way it was typed; what shows nothing goes, also written as `<U+00AD>`.
    pub(super) fn new(text: &str) -> Self {
        Self::hyphenated(text, Hyphens::default())
    }

    /// The same for a paragraph of several lines, some of which may end inside a word.
    pub(super) fn hyphenated(text: &str, hyphens: Hyphens) -> Self {
        let mut folded = Self::default();
        let mut blank = None;
        let mut next = 0;
        while let Some((c, length)) = letter(&text[next..]) {
            let at = next;
            next += length;
            if c.is_whitespace() {
                blank = blank.or(Some(at));
                continue;
            }
            if blank.is_none() && is_hyphen(c) && folded.text.ends_with(char::is_alphabetic) {
                let (gap, divides) = line_end(c, &text[next..], hyphens);
                next += gap;
                if divides {
                    continue;
                }
            }
            if c.is_control() || is_hidden(c) {
                continue;
            }
            if let Some(before) = blank.take().filter(|_| !folded.text.is_empty()) {
                folded.push(' ', before);
            }
            match plain(c) {
                '…' => (0..3).for_each(|_| folded.push('.', at)),
                'ﬀ'..='ﬆ' => ligature(c).chars().for_each(|part| folded.push(part, at)),
                // Its parts are letters of their own only in theory.
                '가'..='힣' => folded.push(c, at),
                plain => decompose_canonical(plain, |part| folded.push(part, at)),
            }
        }
        folded
    }

    fn push(&mut self, c: char, original: usize) {
        let here = self.text.len();
        let expected = self.steps.last().map(|(f, o)| o + (here - f));
        if expected != Some(original) {
            self.steps.push((here, original));
        }
        self.text.push(c);
    }

    /// The folded text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The range of `original` behind a range that is not empty and does not end in a blank.
    pub(super) fn original(&self, range: &Range<usize>, original: &str) -> Range<usize> {
        let last = self.text.floor_char_boundary(range.end.saturating_sub(1));
        let (start, end) = (self.origin(range.start), self.origin(last));
        start..end + letter(&original[end..]).map_or(0, |(_, length)| length)
    }

    fn origin(&self, at: usize) -> usize {
        let step = self.steps.partition_point(|(folded, _)| *folded <= at);
        match step.checked_sub(1).map(|step| self.steps[step]) {
            Some((folded, original)) => original + (at - folded),
            None => 0,
        }
    }

    /// Every place where the words are whole, with those around them.
    pub(super) fn spots(&self, words: &Words) -> Vec<Range<usize>> {
        let mut spots = self.places(words);
        spots.retain(|spot| self.is_at(spot, words));
        spots
    }

    /// Every place of the words that may be whole, with those around them or with more.
    pub(super) fn places(&self, words: &Words) -> Vec<Range<usize>> {
        let by_word = self
            .concordance()
            .and_then(|all| all.starts(&self.text, words));
        let starts = by_word.unwrap_or_else(|| self.everywhere(&words.exact));
        let places = starts.into_iter();
        places
            .map(|start| start..start + words.exact.len())
            .collect()
    }

    /// Of a long text: where its words are.
    fn concordance(&self) -> Option<&Concordance> {
        let of = || Concordance::new(&self.text);
        (self.text.len() > LONG).then(|| self.concordance.get_or_init(of))
    }

    /// Of a long text: where the last rare word before `original`, an offset of the original text,
    /// and the first one from there on begin in that text. `None` if the text is short: then all
    /// words in it are rare.
    pub(super) fn rare_around(&self, original: usize) -> Option<(Option<usize>, Option<usize>)> {
        let here = self.steps.partition_point(|(_, o)| *o <= original);
        let (folded, from) = here.checked_sub(1).map_or((0, 0), |step| self.steps[step]);
        let next = self.steps.get(here).map_or(self.text.len(), |step| step.0);
        let (before, after) = self
            .concordance()?
            .rare_around((folded + (original - from)).min(next));
        let origin = |at: Option<usize>| at.map(|at| self.origin(at));
        Some((origin(before), origin(after)))
    }

    /// Every place of `exact`.
    fn everywhere(&self, exact: &str) -> Vec<usize> {
        let Some(first) = exact.chars().next() else {
            return Vec::new();
        };
        let finder = memmem::Finder::new(exact);
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(ahead) = finder.find(&self.text.as_bytes()[from..]) {
            places.push(from + ahead);
            from += ahead + first.len_utf8();
        }
        places
    }

    /// Do the words stand whole at a place where they are, with those around them?
    pub(super) fn is_at(&self, spot: &Range<usize>, words: &Words) -> bool {
        self.is_whole(spot, words) && self.is_between(spot, words)
    }

    fn is_between(&self, spot: &Range<usize>, words: &Words) -> bool {
        let (before, after) = self.around(spot);
        before.trim_end().ends_with(&words.prefix) && after.trim_start().starts_with(&words.suffix)
    }

    /// What stands before and after a place.
    pub(super) fn around(&self, spot: &Range<usize>) -> (&str, &str) {
        (&self.text[..spot.start], &self.text[spot.end..])
    }

    /// Does a place neither begin nor end inside a word or a number? A comma that the anchor itself
    /// names beside its words parts the columns of a table, and no thousands.
    fn is_whole(&self, spot: &Range<usize>, words: &Words) -> bool {
        let (before, after) = self.around(spot);
        let inside = &self.text[spot.clone()];
        let first = inside.chars().next();
        let last = inside.chars().next_back();
        let marked = after.chars().next().is_some_and(is_combining_mark);
        let signed = first.is_some_and(char::is_numeric) && is_minus(before);
        let (left, right) = (words.prefix.ends_with(','), words.suffix.starts_with(','));
        let joined = joins(last, after.chars(), right) || joins(first, before.chars().rev(), left);
        !marked && !signed && !joined
    }
}

/// Does `edge`, the first or last letter of a match, belong together with what is outside of it?
/// A comma between digits does not where it `parts` columns.
fn joins(edge: Option<char>, mut outside: impl Iterator<Item = char>, parts: bool) -> bool {
    let (Some(edge), Some(next)) = (edge, outside.next()) else {
        return false;
    };
    let digits = edge.is_numeric() && outside.next().is_some_and(char::is_numeric);
    let inside = matches!(next, '.' | '\'') || next == ',' && !parts;
    in_word(edge) && in_word(next) || digits && inside
}

/// A minus at the end: a dash before which no word or number ends.
fn is_minus(before: &str) -> bool {
    before.strip_suffix('-').is_some_and(|rest| {
        let last = rest.chars().next_back();
        last.is_none_or(|c| !in_word(c) && !runs_on(c))
    })
}

/// The first character and its length; a mark such as `<U+00AD>` is the character that it shows.
fn letter(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next()?;
    if let Some(rest) = text.strip_prefix("<U+")
        && let Some((code, _)) = rest.split_once('>').filter(|(code, _)| code.len() <= 6)
        && let Some(shown) = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
    {
        return Some((shown, code.len() + "<U+>".len()));
    }
    Some((first, first.len_utf8()))
}

/// A hyphen that may end a line inside a word.
fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '\u{ad}')
}

/// How much of `rest` is the end of a line after a hyphen in a word, and whether that hyphen
/// only divides the word.
fn line_end(hyphen: char, rest: &str, hyphens: Hyphens) -> (usize, bool) {
    let word = rest.trim_start();
    let gap = rest.len() - word.len();
    let next = word.chars().next().filter(|c| c.is_alphanumeric());
    match next.filter(|_| rest[..gap].contains('\n')) {
        Some(next) => {
            let divides = hyphens == Hyphens::Dropped && next.is_lowercase();
            (gap, hyphen == '\u{ad}' || divides)
        }
        None => (0, false),
    }
}

/// The letters of a ligature.
fn ligature(c: char) -> &'static str {
    match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => "st",
    }
}

/// Quotes and dashes as on a typewriter.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' | '‹' | '›' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_long_text_is_searched_with_the_same_result(
            text in "[ab1.,' é\u{301}ສ-]{0,40}",
            exact in "[ab1é.,][ab1.,' é\u{301}ສ-]{0,4}",
            prefix in "[ab1,ສ ]{0,4}",
            suffix in "[ab1,ສ ]{0,4}",
        ) {
            let folded = Folded::new(&text);
            let fold = |text: &str| Folded::new(text).text().to_owned();
            let words = Words {
                exact: fold(&exact),
                prefix: fold(&prefix),
                suffix: fold(&suffix),
            };
            let whole = |places: Vec<usize>| -> Vec<_> {
                let spots = places.into_iter().map(|at| at..at + words.exact.len());
                spots.filter(|spot| folded.is_at(spot, &words)).collect()
            };
            let concordance = Concordance::new(folded.text());
            if let Some(starts) = concordance.starts(folded.text(), &words) {
                prop_assert_eq!(whole(starts), whole(folded.everywhere(&words.exact)));
            }
        }
    }
}
