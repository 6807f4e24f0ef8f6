//! Words of a line of an exported brief that were changed where the brief has fixed ones: in brackets, in the table
//! of figures, in the list of sources, and of how many there are.

use std::ops::Range;

use crate::dossier::spelled::small;
use crate::extract::{TokenKind, tokens};
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::ranks::is_rank;
use crate::vet::words::is_one_of;

/// Words of a run that denies: "not reported to be".
const DENYING: &str = "not never no longer yet reported to be known";

/// What sort of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Sentences, of which the wording may differ.
    Prose,
    /// A row of the table of figures.
    Row,
    /// What the brief is drawn from.
    Head,
    /// An entry of the list of sources.
    Source,
}

/// A word of a line.
struct Word {
    low: String,
    range: Range<usize>,
    /// Is it in round brackets?
    aside: bool,
}

/// The words of a line, apart from numbers.
pub(super) struct Words(Vec<Word>);

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let mut words = Vec::new();
        let mut depth = 0_usize;
        for token in tokens(text) {
            match (token.kind, token.text) {
                (TokenKind::Mark, "(") => depth += 1,
                (TokenKind::Mark, ")") => depth = depth.saturating_sub(1),
                (TokenKind::Word, _) => words.push(Word {
                    low: token.text.to_lowercase(),
                    range: token.range(),
                    aside: depth > 0,
                }),
                _ => {}
            }
        }
        Self(words)
    }

    /// How many of these words are not in another line, and how many of its words are not here.
    pub(super) fn others(&self, line: &Self) -> usize {
        self.lacking(line).count() + line.lacking(self).count()
    }

    /// The words that another line has not.
    fn lacking(&self, line: &Self) -> impl Iterator<Item = &Word> {
        let has = |word: &Word| line.0.iter().any(|known| known.low == word.low);
        self.0.iter().filter(move |word| !has(word))
    }

    /// Where the wording of this line differs from another: "“reject” for “sign”, without “not”".
    pub(super) fn differences(&self, line: &Self) -> Option<String> {
        /// With more of them it may be another line.
        const MOST: usize = 3;
        let lows = |words: &[Word]| {
            let all: Vec<&str> = words.iter().map(|word| word.low.as_str()).collect();
            all.join(" ")
        };
        // A dispute that is not listed is named instead.
        let points = |words: &[Word]| words.iter().any(|w| w.low == "see") && is_pointer(words);
        let all: Vec<String> = differing(&self.0, &line.0)
            .into_iter()
            .filter(|(own, other)| !points(own) && !points(other))
            .map(
                |(own, other)| match (lows(own).as_str(), lows(other).as_str()) {
                    ("", other) => format!("without “{other}”"),
                    (own, "") => format!("with “{own}”"),
                    (own, other) => format!("“{own}” for “{other}”"),
                },
            )
            .collect();
        (1..=MOST).contains(&all.len()).then(|| all.join(", "))
    }

    /// Are these the words of another line but for a few?
    pub(super) fn are_nearly(&self, other: &Self) -> bool {
        /// Words of the shortest line that tells itself from others.
        const LEAST: usize = 3;
        // Words that only deny may be gone from a short line.
        let is_own = |word: &&Word| !is_denying(word);
        let counts = [self, other].map(|one| one.0.iter().filter(is_own).count());
        let (few, many) = (counts[0].min(counts[1]), counts[0].max(counts[1]));
        let lacks = |one: &Self, other: &Self| one.lacking(other).filter(is_own).count();
        let others = lacks(self, other) + lacks(other, self);
        few >= LEAST && 4 * few >= 3 * many && 4 * others <= few + many
    }
}

/// The fixed words of a line that are not those of the brief.
pub(super) fn reworded(own: &Words, line: &Words, sort: Sort, start: usize) -> Vec<Finding> {
    let found = differing(&own.0, &line.0).into_iter();
    let found = found.filter(|(new, old)| {
        let is_replaced = !new.is_empty() && !old.is_empty();
        let is_fixed = match sort {
            Sort::Prose if !is_replaced => is_turned(own, line, new, old),
            Sort::Prose => is_fixed(new, old) || is_ended(new, old),
            Sort::Head => false,
            Sort::Row => !new.iter().all(|word| is_one_of("one only sole", &word.low)),
            Sort::Source => true,
        };
        is_fixed && (is_replaced || sort == Sort::Prose) && (new.is_empty() || !is_pointer(new))
    });
    let found = found.filter_map(|(new, old)| {
        let range = match (new.first(), new.last()) {
            (Some(first), Some(last)) => first.range.start..last.range.end,
            _ => behind(own, line, old)?,
        };
        let lows: Vec<&str> = old.iter().map(|word| word.low.as_str()).collect();
        let item = if sort == Sort::Row {
            Item::Figure
        } else {
            Item::Event
        };
        let place = start + range.start..start + range.end;
        let note = match lows.as_slice() {
            [] => "drifted: the brief does not have this here".to_owned(),
            lows => format!("drifted: the brief has “{}” here", lows.join(" ")),
        };
        Some(Finding::new(item, Verdict::Contradicted, place).note(note))
    });
    found.collect()
}

/// Where the word behind those is that a line has no more, or the last one.
fn behind(own: &Words, line: &Words, gone: &[Word]) -> Option<Range<usize>> {
    let end = gone.last()?.range.end;
    let next = line.0.iter().position(|word| word.range.start >= end)?;
    let pairs = common(&own.0, &line.0);
    let here = pairs.iter().find(|(_, there)| *there >= next);
    let word = here.map_or(own.0.last(), |(here, _)| own.0.get(*here))?;
    Some(word.range.clone())
}

/// Are words that deny a status added or gone? "In force" is not "not reported to be in force".
fn is_turned(own: &Words, line: &Words, new: &[Word], old: &[Word]) -> bool {
    const STATED: &str = "in force signed planned expired terminated reported";
    let (whole, run) = if new.is_empty() {
        (line, old)
    } else {
        (own, new)
    };
    let end = run.last().map_or(0, |word| word.range.end);
    let next = whole.0.iter().find(|word| word.range.start >= end);
    let denies = |word: &Word| is_one_of("not never no", &word.low);
    let is_status = next.is_some_and(|word| is_one_of(STATED, &word.low));
    is_status && run.iter().any(denies) && run.iter().all(is_denying)
}

/// "No longer in force", where a line has "not reported to be in force".
fn is_ended(new: &[Word], old: &[Word]) -> bool {
    new.iter().chain(old).all(is_denying) && new.iter().any(|word| word.low == "longer")
}

fn is_denying(word: &Word) -> bool {
    is_one_of(DENYING, &word.low)
}

/// Do words in brackets give another status, weight or office, or do they count what the line does not?
fn is_fixed(new: &[Word], old: &[Word]) -> bool {
    const FIXED: &str = "planned proposed expected discussion speculative cancelled occurred ongoing signed force \
        expired terminated superseded agreed approved concluded completed done confirmed settled resolved certain \
        uncertain contested grave major minor query";
    const STATUS: &str = "planned proposed under discussion speculative signed in force expired terminated superseded \
        since not reported to be";
    const AMOUNTS: &str = "one several many some few no all both";
    let any = |words: &[Word], list: &str| words.iter().any(|word| is_one_of(list, &word.low));
    let is_aside = new.iter().chain(old).all(|word| word.aside);
    let is_office = || {
        let has_rank = |words: &[Word]| words.iter().any(|word| is_rank(&word.low));
        has_rank(new) && has_rank(old)
    };
    let is_count =
        |word: &Word| word.low == "dozen" || small(&word.low).is_some_and(|number| number > 1);
    // The status of an agreement comes without brackets.
    let is_status = new
        .iter()
        .chain(old)
        .all(|word| is_one_of(STATUS, &word.low))
        && any(new, FIXED)
        && any(old, FIXED);
    let is_counted = new.iter().any(is_count) && (old.iter().any(is_count) || any(old, AMOUNTS));
    is_counted || is_status || is_aside && (any(new, FIXED) || is_office())
}

/// "see open dispute 2": which of them depends on what else is in the brief.
fn is_pointer(words: &[Word]) -> bool {
    words
        .iter()
        .all(|word| is_one_of("see open dispute disputes", &word.low))
}

/// Runs of words that a line has where another has other words, or none.
fn differing<'a>(own: &'a [Word], line: &'a [Word]) -> Vec<(&'a [Word], &'a [Word])> {
    let mut found = Vec::new();
    let (mut new, mut old) = (0, 0);
    let ends = [(own.len(), line.len())];
    for (here, there) in common(own, line).into_iter().chain(ends) {
        if here > new || there > old {
            found.push((&own[new..here], &line[old..there]));
        }
        (new, old) = (here + 1, there + 1);
    }
    found
}

/// The places of the longest run of words, with gaps, that two lines have in common.
fn common(own: &[Word], line: &[Word]) -> Vec<(usize, usize)> {
    let wide = line.len() + 1;
    let mut lengths = vec![0_usize; (own.len() + 1) * wide];
    for here in (0..own.len()).rev() {
        for there in (0..line.len()).rev() {
            lengths[here * wide + there] = if own[here].low == line[there].low {
                lengths[(here + 1) * wide + there + 1] + 1
            } else {
                lengths[(here + 1) * wide + there].max(lengths[here * wide + there + 1])
            };
        }
    }
    let (mut here, mut there, mut found) = (0, 0, Vec::new());
    while here < own.len() && there < line.len() {
        if own[here].low == line[there].low {
            found.push((here, there));
            (here, there) = (here + 1, there + 1);
        } else if lengths[(here + 1) * wide + there] >= lengths[here * wide + there + 1] {
            here += 1;
        } else {
            there += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(own: &str, line: &str, sort: Sort) -> Vec<String> {
        let (words, line) = (Words::of(own), Words::of(line));
        assert!(words.are_nearly(&line), "{own}");
        let found = reworded(&words, &line, sort, 0);
        found
            .into_iter()
            .map(|one| own[one.range].to_owned())
            .collect()
    }

    #[test]
    fn fixed_words_are_compared() {
        for (own, line, sort, expected) in [
            (
                "A bridge over the river (opened in part, signed) was seen by both.",
                "A bridge over the river (opened in part, planned) was seen by both.",
                Sort::Prose,
                &["signed"][..],
            ),
            (
                "The guests of the day signed three papers at the end of it.",
                "The guests of the day signed several papers at the end of it.",
                Sort::Prose,
                &["three"],
            ),
            (
                "The guests of the day inked several papers at the end of it.",
                "The guests of the day signed several papers at the end of it.",
                Sort::Prose,
                &[],
            ),
            (
                "Rice, exports; 2021; ● 4 tonnes; official",
                "Rice, exports; 2021; ● 4 tonnes; estimated",
                Sort::Row,
                &["official"],
            ),
            (
                "Ann Ashby, “On rice”, Fields and Roads, 2021.",
                "Ann Archer, “On rice”, Fields and Roads, 2021.",
                Sort::Source,
                &["Ashby"],
            ),
        ] {
            assert_eq!(told(own, line, sort), expected, "{own}");
        }
    }
}
