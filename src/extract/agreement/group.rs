//! "four documents: …": a group that the text counts and then names one by one is no agreement of its own.

use std::collections::HashSet;
use std::ops::Range;

use super::headline::Naming;
use super::list::List;
use super::mention::AgreementMention;
use crate::dossier::agreement::AgreementStatus;
use crate::extract::word::Words;

/// Words from a group to the last of its members, at most.
const REACH: usize = 250;

/// Drops each group whose members its own sentence or the one behind names in full; `from`: the first mention
/// of the paragraph.
pub(super) fn drop_named(all: &mut Vec<AgreementMention>, from: usize, words: &Words<'_>) {
    let here = all[from..].iter();
    let mut placed: Vec<(usize, &AgreementMention)> = here
        .map(|one| (words.place(one.range.start), one))
        .collect();
    placed.sort_by_key(|(place, _)| *place);
    let groups = placed.iter().enumerate().filter(|(at, (_, group))| {
        let count = group
            .count
            .filter(|count| *count > 1 && group.subject.is_empty());
        count.is_some_and(|count| members(words, &placed[*at..]) >= count)
    });
    let named: HashSet<Range<usize>> = groups.map(|(_, (_, group))| group.range.clone()).collect();
    all.retain(|one| one.count.is_none() || !named.contains(&one.range));
}

/// How many members of the first of these mentions the others name: in its sentence behind a colon or a comma, or in
/// a list that the next sentence begins.
fn members(words: &Words<'_>, placed: &[(usize, &AgreementMention)]) -> u32 {
    let Some(((first, _), others)) = placed.split_first() else {
        return 0;
    };
    let near = *first..*first + REACH;
    let find = |list: &[&str]| near.clone().find(|at| list.contains(&words.low(*at)));
    // What is only an example is not in full.
    let examples = ["including", "include", "includes", "among", "such", "under"];
    let end = find(&examples).unwrap_or(near.end);
    let mark = find(&[":", ",", "–", "—"]).unwrap_or(near.end);
    let sentence = |at: usize| words.get(at).map(|word| word.sentence);
    let own = others.iter().take_while(|(place, _)| *place <= end);
    let named = own.filter(|(place, one)| {
        let apart = sentence(*place).zip(sentence(*first));
        let is_near = match apart.map(|(last, first)| last - first) {
            Some(0) => mark < *place,
            Some(1) => one.listed,
            _ => false,
        };
        one.count.is_none() && place > first && is_near
    });
    u32::try_from(named.count()).unwrap_or(u32::MAX)
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

/// Drops what only the headline calls so, where the text names what was signed: "Ghana, Hungary ink two
/// accords".
pub(in crate::extract) fn settle(all: &mut Vec<AgreementMention>) {
    let named = |one: &AgreementMention| one.naming != Naming::Headline && one.count.is_none();
    let signed = all
        .iter()
        .filter(|one| named(one) && one.verb.is_some() && one.status == AgreementStatus::Signed)
        .count();
    let told = |one: &AgreementMention| match one.count {
        Some(count) => {
            one.subject.is_empty() && usize::try_from(count).is_ok_and(|count| count <= signed)
        }
        None => one.status == AgreementStatus::Signed && signed > 0,
    };
    all.retain(|one| one.naming != Naming::Headline || !told(one));
}
