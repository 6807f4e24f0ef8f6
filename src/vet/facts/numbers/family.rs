//! How many there are of what the dossier lists one by one: partners of the same kind of agreement, members of a
//! body.

use std::ops::Range;

use super::small;
use crate::dossier::organisation::Belonging;
use crate::dossier::{Kind, Ref};
use crate::extract::Count;
use crate::vet::actors::Who;
use crate::vet::clause::{Clause, clauses};
use crate::vet::facts::judge::NAMED;
use crate::vet::facts::member::ALL;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::{Index, as_float};
use crate::vet::matching::{Match, matches};
use crate::vet::sentence::Sentences;
use crate::vet::words::{Word, is_one_of};

/// What each record of a family has one of.
const EACH: &str = "country countries state states nation nations partner partners agreement agreements deal deals \
    arrangement arrangements accord accords";

/// Words by which all of them are counted.
const WHOLE: &str = "all altogether total lists list makes such kind sort adds up with of";

/// A number of partners or members that is not that of the dossier.
pub(in crate::vet::facts) fn check(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<Finding> {
    let names = clause.sentence.spots.iter().filter(|spot| {
        clause.words.contains(&spot.words.start) && !index.lexicon.is_side(spot.who)
    });
    let names = as_float(names.count());
    // "two countries, Argentina and Kuwait"
    let is_whole = |count: &&Count| {
        let number = count.value.value();
        (names - number).abs() > 0.5 && (names - 1.0 - number).abs() > 0.5 || names < 2.0
    };
    let several = small(clause).filter(|count| count.value.value() > 1.0);
    several.filter(is_whole).find_map(|count| {
        let known = members(index, clause, count)
            .or_else(|| family(index, sentences, clause, matches, count))?;
        let (record, number) = known;
        let is_other = (as_float(number) - count.value.value()).abs() > 1e-9;
        is_other.then(|| {
            let title = index.dossier.title(record);
            Finding::new(Item::Event, Verdict::Contradicted, count.range.clone())
                .of(record)
                .note(format!("number: the dossier has {number} of “{title}”"))
        })
    })
}

/// The words behind a number up to its noun, if that is one of several; none where it counts a part of them.
fn noun(words: &[Word], count: &Range<usize>, nouns: &str) -> Option<usize> {
    /// Words before the noun.
    const NEAR: usize = 4;
    const PART: &str = "of other others more further remaining new";
    let first = words.partition_point(|word| word.range.start < count.end);
    let near = (first..words.len()).take(NEAR);
    let mut near = near.take_while(|at| words[*at].mark.is_none() || words[*at].mark == Some('-'));
    let at = near.find(|at| is_one_of(nouns, &words[*at].low))?;
    let is_part = words[first..at]
        .iter()
        .any(|word| is_one_of(PART, &word.low));
    let here = words.partition_point(|word| word.range.start < count.start);
    let before = here.checked_sub(1).map_or("", |at| &*words[at].low);
    let is_part = is_part || matches!(before, "other" | "another" | "least" | "first" | "only");
    (!is_part).then_some(at)
}

/// The body that a clause counts the members of, and how many it has.
fn members(index: &Index<'_>, clause: &Clause<'_>, count: &Count) -> Option<(Ref, usize)> {
    let words = &clause.sentence.words;
    noun(words, &count.range, "member members")?;
    let spots = clause.sentence.spots.iter();
    let here = spots.filter(|spot| clause.words.contains(&spot.words.start));
    let first = words.partition_point(|word| word.range.start < count.range.start);
    let is_the = first
        .checked_sub(1)
        .is_some_and(|at| words[at].low == "the");
    let here = here.filter(|spot| spot.words.end <= first || is_the);
    let mut bodies = here.filter_map(|spot| match spot.who {
        Who::Record(record) if record.kind == Kind::Organisation => Some(record),
        _ => None,
    });
    bodies.find_map(|record| {
        let members = index.dossier.organisations[record.at].members.iter();
        let full = members.filter(|one| one.kind == Belonging::Member).count();
        (full >= ALL).then_some((record, full))
    })
}

/// The family of records that a clause, or the sentence that it goes on with, speaks of.
fn family(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    own: &[Match<'_>],
    count: &Count,
) -> Option<(Ref, usize)> {
    /// Words before a number, and behind it, that may say that it counts all of them.
    const NEAR: usize = 5;
    let words = &clause.sentence.words;
    let end = noun(words, &count.range, EACH)?;
    let here = words.partition_point(|word| word.range.start < count.range.start);
    let near = here.saturating_sub(NEAR)..words.len().min(end + NEAR);
    words[near]
        .iter()
        .any(|word| is_one_of(WHOLE, &word.low))
        .then_some(())?;
    let size = |record: Ref| Some(index.family(record).count()).filter(|size| *size > 0);
    let best = own.iter().find(|one| one.score >= NAMED);
    if let Some(best) = best {
        return Some((best.topic.record, size(best.topic.record)?));
    }
    let before = sentences.before(clause.sentence)?;
    clauses(before).iter().find_map(|clause| {
        let found = matches(index, sentences, clause).into_iter().next()?;
        let record = found.topic.record;
        (found.score >= NAMED).then(|| Some((record, size(record)?)))?
    })
}
