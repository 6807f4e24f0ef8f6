//! The words of a folded text, and where in a long text each of them is.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

/// Occurrences up to which a word of a long text is rare: so many places are looked at one by one.
const RARE: usize = 256;

/// The words of an anchor, and those that must stand around them.
#[derive(Clone, Debug)]
pub(in crate::verify) struct Words {
    pub(in crate::verify) exact: String,
    pub(in crate::verify) prefix: String,
    pub(in crate::verify) suffix: String,
}

/// The ranges of the words of a folded text: runs of letters, marks and digits, and each letter of
/// a script without blanks. Wherever an anchor is found whole, its words are whole words of the
/// text.
pub(in crate::verify) fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at + rest.find(|c| in_word(c) || runs_on(c))?;
        let first = text[start..].chars().next()?;
        let end = if runs_on(first) {
            start + first.len_utf8()
        } else {
            let tail = text[start..].find(|c| !in_word(c));
            tail.map_or(text.len(), |length| start + length)
        };
        at = end;
        Some(start..end)
    })
}

/// A letter, mark or digit of a script that parts its words.
pub(in crate::verify) fn in_word(c: char) -> bool {
    (c.is_alphanumeric() || is_combining_mark(c)) && !runs_on(c)
}

/// Scripts that write no blanks between words, or hang endings on them (Korean).
pub(in crate::verify) fn runs_on(c: char) -> bool {
    matches!(u32::from(c),
        0xe00..=0xe4f | 0xe5a..=0xecf | 0xeda..=0xfff | 0x1000..=0x103f | 0x104a..=0x109f
        | 0x1100..=0x11ff | 0x1780..=0x17df | 0x2e80..=0x2fff | 0x3005..=0x9fff
        | 0xac00..=0xd7ff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// A word that must be whole wherever an anchor is found.
pub(in crate::verify) struct Whole<'a> {
    pub(in crate::verify) word: &'a str,
    /// How far behind the start of the anchor's own words it begins, and how much farther at most.
    offset: isize,
    slack: Range<isize>,
}

impl Words {
    /// Its words that are whole in any text in which it is found: all but those at the outer ends
    /// of what is around it.
    pub(in crate::verify) fn whole(&self) -> impl Iterator<Item = Whole<'_>> {
        let (before, own) = (length(&self.prefix), length(&self.exact));
        let exact = part(&self.exact, 0, 0..1);
        let prefix = part(&self.prefix, -before, -1..1).filter(move |w| w.offset > -before);
        let end = length(&self.suffix);
        let suffix =
            part(&self.suffix, own, 0..2).filter(move |w| w.offset - own + length(w.word) < end);
        exact.chain(prefix).chain(suffix)
    }
}

fn part(text: &str, base: isize, slack: Range<isize>) -> impl Iterator<Item = Whole<'_>> {
    words(text).map(move |range| Whole {
        word: &text[range.clone()],
        offset: base + range.start.cast_signed(),
        slack: slack.clone(),
    })
}

fn length(text: &str) -> isize {
    text.len().cast_signed()
}

/// Where each word of a text is.
#[derive(Clone, Debug)]
pub(super) struct Concordance {
    /// The first place of each distinct word, and where its places begin, in the order of words.
    heads: Vec<(u32, usize)>,
    /// The places of the words, word after word, each in the order of the text.
    places: Vec<u32>,
    /// The places of rare words in the order of the text.
    rare: Vec<u32>,
}

impl Concordance {
    /// Of a text of at most 4 GB; what is beyond is left out.
    pub(super) fn new(text: &str) -> Self {
        let mut ids: HashMap<&str, usize> = HashMap::new();
        let mut lists: Vec<Vec<u32>> = Vec::new();
        for range in words(text) {
            let id = *ids.entry(&text[range.clone()]).or_insert(lists.len());
            if id == lists.len() {
                lists.push(Vec::new());
            }
            lists[id].extend(u32::try_from(range.start));
        }
        let mut order: Vec<_> = ids.into_iter().collect();
        order.sort_unstable();
        let (mut heads, mut places, mut rare) = (Vec::new(), Vec::new(), Vec::new());
        for (_, id) in order {
            let list = &lists[id];
            heads.extend(list.first().map(|first| (*first, places.len())));
            places.extend(list);
            if list.len() <= RARE {
                rare.extend(list);
            }
        }
        rare.sort_unstable();
        Self {
            heads,
            places,
            rare,
        }
    }

    /// The places of `sought` in `text`.
    fn of(&self, text: &str, sought: &str) -> &[u32] {
        let word = |at: u32| {
            let rest = &text[at as usize..];
            words(rest).next().map_or("", |range| &rest[range])
        };
        let Ok(at) = self
            .heads
            .binary_search_by(|(first, _)| word(*first).cmp(sought))
        else {
            return &[];
        };
        let end = self
            .heads
            .get(at + 1)
            .map_or(self.places.len(), |next| next.1);
        &self.places[self.heads[at].1..end]
    }

    /// Everywhere in `text` that an anchor may begin, by the rarest of its words; none where it
    /// has no word.
    pub(super) fn starts(&self, text: &str, words: &Words) -> Option<Vec<usize>> {
        let lists = words
            .whole()
            .map(|whole| (self.of(text, whole.word), whole));
        let (places, whole) = lists.min_by_key(|(places, _)| places.len())?;
        let mut starts = Vec::with_capacity(places.len());
        for place in places {
            let start = (*place as usize).cast_signed() - whole.offset;
            let likely = whole
                .slack
                .clone()
                .map(|slack| start - slack)
                .filter_map(|start| usize::try_from(start).ok());
            starts.extend(likely.filter(|start| {
                let rest = text.as_bytes().get(*start..);
                rest.is_some_and(|rest| rest.starts_with(words.exact.as_bytes()))
            }));
        }
        starts.sort_unstable();
        starts.dedup();
        Some(starts)
    }

    /// The place of the last rare word before a range of the text and of the first one from its
    /// start on.
    pub(super) fn rare_around(&self, start: usize) -> (Option<usize>, Option<usize>) {
        let after = self.rare.partition_point(|at| (*at as usize) < start);
        let before = after.checked_sub(1).map(|at| self.rare[at] as usize);
        (before, self.rare.get(after).map(|at| *at as usize))
    }
}
