//! Words before a name that belong to a title: "Foreign and European Affairs".

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::Reading;

/// A word before the name that belongs to a title or says whose somebody is.
pub(super) fn is_complement_word(reading: &Reading, at: usize, complement: bool) -> bool {
    let part = Class::MODIFIER | Class::BODY | Class::THING;
    let given = reading.is(at, Class::GIVEN) && reading.is(at + 1, Class::CAPITAL);
    // "Minister of Energy Park Sung-min"
    let family = is_hyphenated(reading, &(at..at + 4));
    !given
        && !family
        && (reading.is(at, Class::NATION | Class::HYPHEN) || complement && reading.is(at, part))
}

/// Where a name begins that the last words for what an office is for run into: "Foreign and European
/// Affairs Alenka Hočevar".
pub(super) fn behind_fields(reading: &Reading, name: &Range<usize>) -> usize {
    let part = |at: &usize| is_complement_word(reading, *at, true);
    let given = |at: usize| reading.is(at, Class::GIVEN);
    let unnamed = |at: &usize| !(name.start..*at).any(given);
    let inner = name.start + 1..name.end.saturating_sub(2);
    let last = inner.rev().find(part).filter(unnamed);
    last.map_or(name.start, |last| last + 1)
}

/// Lee Soo-jin: a family name, and two syllables of which the second is small.
pub(super) fn is_hyphenated(reading: &Reading, name: &Range<usize>) -> bool {
    let hyphen = name.start + 2;
    let small = |at: usize| reading.is(at, Class::LETTER) && !reading.is(at, Class::CAPITAL);
    let apart = Class::MODIFIER | Class::ROLE | Class::NATION | Class::BODY | Class::PREPOSITION;
    name.len() == 4
        && reading.is(hyphen, Class::HYPHEN)
        && small(hyphen + 1)
        && name.clone().all(|at| !reading.is(at, apart))
}

/// Is one Russian word in capitals followed by whose it is in small letters, as no surname is: "глава
/// Союза писателей"?
pub(super) fn is_of_a_body(reading: &Reading, name: &Range<usize>) -> bool {
    const PLURALS: [&str; 6] = ["ов", "ев", "ей", "ий", "ых", "их"];
    let next = name.end;
    let small = reading.is(next, Class::LETTER) && !reading.is(next, Class::CAPITAL);
    let word = |at: usize| reading.word(at);
    name.len() == 1
        && small
        && reading.is(name.start, Class::CYRILLIC)
        && word(next).chars().count() > 4
        && PLURALS.iter().any(|end| word(next).ends_with(end))
}

/// Where the name begins behind what a Russian office is of, "Председатель Госдумы Вячеслав Володин": at a given name
/// before the surname; but "Министр Иванов Пётр Сергеевич" has the surname first.
pub(super) fn behind_genitive(reading: &Reading, name: &Range<usize>) -> usize {
    let last = name.end.saturating_sub(1);
    let patronymic = ["вич", "вна", "чна"];
    let patronymic = patronymic
        .iter()
        .any(|end| reading.word(last).ends_with(end));
    let cyrillic = name.clone().all(|at| reading.is(at, Class::CYRILLIC));
    let given = |at: &usize| reading.is(*at, Class::GIVEN);
    let mut inner = name.start..last;
    match inner.find(given).filter(|_| cyrillic && !patronymic) {
        Some(given) => given,
        None => name.start,
    }
}
