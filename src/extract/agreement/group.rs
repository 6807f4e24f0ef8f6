//! "four documents: …": a group that the text counts and then names one by one is no agreement of its own.

use std::ops::Range;

use super::list::List;
use super::mention::AgreementMention;
use crate::extract::word::Words;

/// Drops each group whose members its own sentence or the one behind names in full; `from`: the first mention
/// of the paragraph.
pub(super) fn drop_named(all: &mut Vec<AgreementMention>, from: usize, words: &Words<'_>) {
    let named: Vec<Range<usize>> = all[from..]
        .iter()
        .filter(|one| one.subject.is_empty())
        .filter_map(|one| Some((one, usize::try_from(one.count?).ok()?)))
        .filter(|(group, count)| {
            let members = all[from..]
                .iter()
                .filter(|one| is_member(words, group, one));
            *count > 1 && members.count() >= *count
        })
        .map(|(group, _)| group.range.clone())
        .collect();
    all.retain(|one| one.count.is_none() || !named.contains(&one.range));
}

/// Is one of the same sentence behind a colon or a comma, or of a list that the next sentence begins?
fn is_member(words: &Words<'_>, group: &AgreementMention, one: &AgreementMention) -> bool {
    let place = |byte: usize| (0..words.len()).find(|at| words.range(*at..at + 1).end > byte);
    let Some((first, last)) = place(group.range.start).zip(place(one.range.start)) else {
        return false;
    };
    if one.count.is_some() || last <= first {
        return false;
    }
    let mut between = first..last;
    let example = |at: usize| {
        matches!(
            words.low(at),
            "including" | "include" | "includes" | "among" | "such" | "under"
        )
    };
    let sentence = |at: usize| words.get(at).map(|word| word.sentence);
    let apart = sentence(last).zip(sentence(first)).map(|(a, b)| a - b);
    let marked = between
        .clone()
        .any(|at| matches!(words.low(at), ":" | "," | "–" | "—"));
    !between.any(example) && (apart == Some(0) && marked || apart == Some(1) && one.listed)
}

/// Counts the mentions of a paragraph, of which the first is that at `from`: as members of the group that the
/// line over the list counts, or as that line. A group of which all members were named is dropped.
pub(super) fn count(
    list: &mut List,
    entry: bool,
    named: usize,
    (all, from): (&mut Vec<AgreementMention>, usize),
) {
    if !entry {
        if list.is_open() {
            list.group = all.get(from..).and_then(last);
        } else if named > 0 {
            list.group = None;
        }
        return;
    }
    let Some((range, left)) = &mut list.group else {
        return;
    };
    *left = left.saturating_sub(named);
    if *left == 0 {
        all.retain(|one| one.range != *range);
    }
}

/// The last group of a paragraph that announces a list.
fn last(here: &[AgreementMention]) -> Option<(Range<usize>, usize)> {
    let last = here.last().filter(|one| one.subject.is_empty())?;
    Some((last.range.clone(), usize::try_from(last.count?).ok()?))
}
