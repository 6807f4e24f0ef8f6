//! What an office is for, where that runs into the name: "Minister for Trade and Export Growth Rewi
//! Tamahana".

use std::collections::HashSet;
use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::super::word_list::WordList;
use super::spot::{Run, is_hyphenated};
use super::title;

/// Words for what ministers are responsible for that no ending tells.
static FIELDS: WordList = WordList::new(
    "export exports import imports skills climate change business businesses enterprise enterprises \
     consumer consumers customs revenue women children youth seniors veterans space oceans seas regions \
     arts heritage religion petroleum gas oil steel textiles supply supplies food foods wildlife \
     islands coal shipping roads rail markets standards works plantation plantations diaspora coastal \
     services skills economy utilities lands mines minerals fuels families family persons media cities \
     crafts cooperatives pensions refugees rights statistics peace unity reconstruction \
     rural urban digital strategic social cultural natural marine maritime civil creative innovation",
);

/// Is the word at `at` one of several that an office is for: the Roads of "Minister for Roads and Water"?
pub(super) fn is_listed_field(reading: &Reading, at: usize) -> bool {
    FIELDS.has(&reading.word(at).to_lowercase()) && title::is_complement(reading, at)
}

/// Is it what an office is for, by its ending: the Mining of "Minister of Energy and Mining"?
pub(super) fn is_field(word: &str) -> bool {
    const ENDINGS: [&str; 12] = [
        "ing", "tion", "ment", "ture", "ism", "ity", "ance", "stry", "ics", "sport", "merce",
        "ergy",
    ];
    FIELDS.has(&word.to_lowercase())
        || word.len() > 5 && ENDINGS.iter().any(|end| word.ends_with(end))
}

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

/// Leaves of a name behind "Minister for …" what the text elsewhere has as a name of its own.
pub(super) fn shorten(reading: &Reading, runs: &mut [Run]) {
    let printed = |run: &Run| reading.printed(run.name.clone()).to_lowercase();
    // "Kallas-Rebane" is a surname alone.
    let full = |run: &&Run| {
        let mut rest = run.name.start + 1..run.name.end;
        rest.any(|at| reading.words[at].spaced && reading.is(at, Class::LETTER))
    };
    let names: HashSet<String> = runs.iter().filter(full).map(printed).collect();
    for run in runs {
        let Some(title) = run.title.clone() else {
            continue;
        };
        let joined = title.end == run.name.start && title::is_complement(reading, run.name.start);
        let office = title.clone().any(|at| reading.is(at, Class::ROLE));
        if !joined || !office {
            continue;
        }
        let dropped = |start: &usize| {
            let mut words = run.name.start..*start;
            reading.is(*start, Class::CAPITAL) && words.all(|at| !reading.is(at, Class::GIVEN))
        };
        let own = |start: &usize| {
            let name = reading.printed(*start..run.name.end).to_lowercase();
            names.contains(&name)
        };
        let last = run.name.end - 1;
        if let Some(start) = (run.name.start + 1..last).find(|at| dropped(at) && own(at)) {
            run.name.start = start;
            run.title = Some(title.start..start);
        }
    }
}
