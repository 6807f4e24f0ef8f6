//! A text in the spelling in which anchors are compared, with the way back to the original.
//!
//! The search of the screens folds letters and case too; here these must be as printed.

use std::ops::Range;
use std::sync::OnceLock;

use memchr::memmem;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::dossier::text::is_hidden;

/// A text that is longer is searched by the words in it: an answer of an interface is one line of
/// millions of characters, with thousands of anchors.
const LONG: usize = 1 << 14;

/// Bytes by which the words of a long text are sorted with what follows them.
const SORTED: usize = 200;

/// A folded text.
#[derive(Clone, Debug, Default)]
pub(super) struct Folded {
    text: String,
    /// Folded and original offset of each character that is not as far from the one before as in
    /// the original: few, so that a long text costs little more than itself.
    steps: Vec<(usize, usize)>,
    /// Of a long text: where its words begin, in the order of the words and what follows them.
    starts: OnceLock<Vec<u32>>,
}

/// The words of an anchor, and those that must stand around them.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub(super) exact: String,
    pub(super) prefix: String,
    pub(super) suffix: String,
}

impl Folded {
    /// Folds `text`: runs of white space become one blank, those at either end none; quotes,
    /// dashes and dots become those of a typewriter; letters are decomposed, so that é is é in
    /// whichever way it was typed; what shows nothing goes, also where it stands as `<U+00AD>`.
    pub(super) fn new(text: &str) -> Self {
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
            if c.is_control() || is_hidden(c) {
                continue;
            }
            if let Some(before) = blank.take().filter(|_| !folded.text.is_empty()) {
                folded.push(' ', before);
            }
            match plain(c) {
                '…' => (0..3).for_each(|_| folded.push('.', at)),
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

    /// What a range of `original` is folded to. Of a long text it is cut out rather than made again.
    pub(super) fn part(&self, range: Range<usize>, original: &str) -> String {
        if self.text.len() > LONG
            && let Some(part) = self
                .text
                .get(self.place(range.start)..self.place(range.end))
        {
            return part.trim().to_owned();
        }
        Self::new(&original[range]).text
    }

    /// The folded offset of an original one.
    fn place(&self, at: usize) -> usize {
        let after = self.steps.partition_point(|(_, original)| *original <= at);
        let next = self.steps.get(after).map_or(self.text.len(), |step| step.0);
        match after.checked_sub(1).map(|step| self.steps[step]) {
            Some((folded, original)) => (folded + (at - original)).min(next),
            None => 0,
        }
    }

    /// Does it hold this more than once?
    pub(super) fn repeats(&self, part: &str) -> bool {
        let text = self.text.as_bytes();
        let first = memmem::find(text, part.as_bytes());
        // The second may begin inside the first.
        first.is_some_and(|at| memmem::find(&text[at + 1..], part.as_bytes()).is_some())
    }

    fn origin(&self, at: usize) -> usize {
        let step = self.steps.partition_point(|(folded, _)| *folded <= at);
        match step.checked_sub(1).map(|step| self.steps[step]) {
            Some((folded, original)) => original + (at - folded),
            None => 0,
        }
    }

    /// Every place where the words stand whole, with those around them.
    pub(super) fn spots(&self, words: &Words) -> Vec<Range<usize>> {
        let places = self.near(words, usize::MAX);
        let places = places.unwrap_or_else(|| self.places(&words.exact));
        let spots = places.into_iter();
        let spots = spots.map(|start| start..start + words.exact.len());
        spots.filter(|spot| self.is_at(spot, words)).collect()
    }

    /// Of a long text: where the words may stand with what must follow them, without a look at any
    /// other place. None in a short text, where there are more than `most`, or for words of a script
    /// that parts none.
    pub(super) fn near(&self, words: &Words, most: usize) -> Option<Vec<usize>> {
        let lead = self.lead(&words.exact)?;
        let key = &words.exact[lead..];
        let keys = match words.suffix.as_str() {
            "" => vec![key.to_owned()],
            suffix => vec![format!("{key}{suffix}"), format!("{key} {suffix}")],
        };
        let found = keys.iter().map(|key| self.beginning(key));
        let found: Vec<_> = found.collect();
        if found.iter().map(|found| found.len()).sum::<usize>() > most {
            return None;
        }
        let places = found.into_iter().flatten();
        let places = places.filter_map(|at| (*at as usize).checked_sub(lead));
        let is_there = |at: &usize| self.text.as_bytes()[*at..].starts_with(words.exact.as_bytes());
        let mut places: Vec<_> = places.filter(is_there).collect();
        places.sort_unstable();
        Some(places)
    }

    /// Are these words looked up in an index?
    pub(super) fn is_long(&self, exact: &str) -> bool {
        self.lead(exact).is_some()
    }

    /// Of a long text: how far into `exact` its first word begins.
    fn lead(&self, exact: &str) -> Option<usize> {
        let is_long = self.text.len() > LONG;
        is_long.then(|| exact.find(in_word)).flatten()
    }

    /// The words of a long text that it goes on with as `key` does, as far as that is sorted by.
    fn beginning(&self, key: &str) -> &[u32] {
        let starts = self.starts();
        let key = &key.as_bytes()[..key.len().min(SORTED)];
        let text = self.text.as_bytes();
        let head = |at: u32| {
            let at = at as usize;
            &text[at..(at + key.len()).min(text.len())]
        };
        let from = starts.partition_point(|at| head(*at) < key);
        let count = starts[from..].partition_point(|at| head(*at) == key);
        &starts[from..from + count]
    }

    fn starts(&self) -> &[u32] {
        self.starts.get_or_init(|| {
            let mut starts = word_starts(&self.text);
            let text = self.text.as_bytes();
            let head = |at: u32| {
                let at = at as usize;
                &text[at..(at + SORTED).min(text.len())]
            };
            starts.sort_unstable_by(|a, b| head(*a).cmp(head(*b)).then(a.cmp(b)));
            starts
        })
    }

    /// Everywhere that `exact` may stand whole.
    pub(super) fn places(&self, exact: &str) -> Vec<usize> {
        let Some(first) = exact.chars().next() else {
            return Vec::new();
        };
        if self.lead(exact) == Some(0) {
            return self.by_word(exact);
        }
        let finder = memmem::Finder::new(exact);
        let mut places = Vec::new();
        let mut from = 0;
        while let Some(ahead) = finder.find(&self.text.as_bytes()[from..]) {
            places.push(from + ahead);
            from += ahead + first.len_utf8();
        }
        places
    }

    /// The same for what begins with a word.
    fn by_word(&self, exact: &str) -> Vec<usize> {
        let places = self.beginning(exact).iter().map(|at| *at as usize);
        let is_there = |at: &usize| self.text.as_bytes()[*at..].starts_with(exact.as_bytes());
        let mut places: Vec<_> = places.filter(is_there).collect();
        places.sort_unstable();
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

/// Where words begin: none before another one ends. A text of more than 4 GB is no line.
fn word_starts(text: &str) -> Vec<u32> {
    let mut starts = Vec::new();
    let mut before = false;
    for (at, c) in text.char_indices() {
        let here = in_word(c);
        if here && !before {
            starts.extend(u32::try_from(at));
        }
        before = here;
    }
    starts
}

/// A letter, mark or digit of a script that parts its words.
pub(super) fn in_word(c: char) -> bool {
    (c.is_alphanumeric() || is_combining_mark(c)) && !runs_on(c)
}

/// Scripts that write no blanks between words, or hang endings on them (Korean).
pub(super) fn runs_on(c: char) -> bool {
    matches!(u32::from(c),
        0xe00..=0xe4f | 0xe5a..=0xecf | 0xeda..=0xfff | 0x1000..=0x103f | 0x104a..=0x109f
        | 0x1100..=0x11ff | 0x1780..=0x17df | 0x2e80..=0x2fff | 0x3005..=0x9fff
        | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// The first character and its length; a mark such as `<U+00AD>` is the character that it shows.
fn letter(text: &str) -> Option<(char, usize)> {
    let first = text.chars().next()?;
    if let Some(rest) = text.strip_prefix("<U+")
        && let Some(end) = rest.bytes().take(7).position(|byte| byte == b'>')
        && let Some(code) = rest.get(..end)
        && let Some(shown) = u32::from_str_radix(code, 16).ok().and_then(char::from_u32)
    {
        return Some((shown, code.len() + "<U+>".len()));
    }
    Some((first, first.len_utf8()))
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
            exact in "[ab1é][ab1.,' é\u{301}ສ-]{0,4}",
        ) {
            let folded = Folded::new(&text);
            let words = Words {
                exact: Folded::new(&exact).text().to_owned(),
                prefix: String::new(),
                suffix: String::new(),
            };
            let whole = |places: Vec<usize>| -> Vec<_> {
                let spots = places.into_iter().map(|at| at..at + words.exact.len());
                spots.filter(|spot| folded.is_at(spot, &words)).collect()
            };
            let by_word = whole(folded.by_word(&words.exact));
            prop_assert_eq!(by_word, whole(folded.places(&words.exact)));
        }
    }
}
