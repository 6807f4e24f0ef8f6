//! Which date of a sentence is that of a figure.

use std::ops::Range;

use super::derived::is_derived;
use crate::extract::TimeExpression;
use crate::vet::sentence::Sentence;
use crate::vet::telling::is_printed;
use crate::vet::words::{Word, is_one_of};

/// "One gives 7.7 million, while the other had 7 million in 2023": is a date behind a figure that of another one,
/// beyond the word that sets both apart?
pub(super) fn is_of_next(sentence: &Sentence, figure: &Range<usize>, date: &Range<usize>) -> bool {
    const LINKS: &str = "while whereas but although though and";
    let between = |start: usize| figure.end <= start && start < date.start;
    // "Growth of 60 % implies 5 million in 2021": the year of what is worked out.
    let mut derived = sentence.amounts.iter().map(|one| &one.range);
    if derived.any(|one| between(one.start) && is_derived(sentence, one)) {
        return true;
    }
    let is_link = |word: &&Word| {
        let is_apart = matches!(word.mark, Some(',' | ';' | '—'));
        is_apart && (word.mark == Some(';') || is_one_of(LINKS, &word.low))
    };
    let mut words = sentence
        .words
        .iter()
        .filter(|word| between(word.range.start));
    let link = words.find(is_link).map(|link| link.range.start);
    // "seven million by one and 7.7 million by the article of 2025": when the second was printed.
    let all = &sentence.words;
    let place = |byte: usize| all.partition_point(|word| word.range.start < byte);
    let is_printed = || is_printed(all, place(date.start), place(date.end));
    let Some(link) = link.or_else(|| is_printed().then_some(figure.end)) else {
        return false;
    };
    let is_behind = |start: usize| between(start) && link < start;
    let mut amounts = sentence.amounts.iter().map(|one| one.range.start);
    let mut counts = sentence.counts.iter().map(|one| one.range.start);
    amounts.any(is_behind) || counts.any(is_behind)
}

/// The date of a sentence that has only one, if no semicolon is between that and a figure; the blank
/// before it is that of a table.
pub(super) fn only_date<'a>(
    sentence: &'a Sentence,
    figure: &Range<usize>,
) -> Option<&'a TimeExpression> {
    let mut dates = sentence.real_dates();
    let first = dates.next()?;
    let place = first.range.start;
    // "Its total for that year, 8 million, is below the 50 million of 2022": the year of the sentence before.
    let before = sentence.words_of(&(sentence.range.start..figure.start));
    let is_of_before = before.contains("that year") || before.contains("the same year");
    if is_of_before && figure.start < place {
        return None;
    }
    let between = sentence.words_of(&(place.min(figure.start)..place.max(figure.start)));
    let mut parts = between.match_indices(';');
    let is_apart = parts.any(|(at, _)| !between[..at].ends_with(' '));
    (dates.next().is_none() && !is_apart).then_some(first)
}

/// The date right behind a figure: "50 million for 2022".
pub(super) fn date_behind<'a>(
    sentence: &'a Sentence,
    figure: &Range<usize>,
) -> Option<&'a TimeExpression> {
    let mut dates = sentence.real_dates();
    let date = dates.find(|date| date.range.start >= figure.end)?;
    let between = sentence.words_of(&(figure.end..date.range.start)).trim();
    matches!(between, "for" | "in").then_some(date)
}
