//! What ministers are responsible for: words that are no names.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::super::word_list::WordList;
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

/// Bodies that are for a field, and are not called after it and somebody: "the Ministry of Economy Ana Reis".
static SCHOLARS: WordList = WordList::new(
    "institute institution center centre university school foundation academy college laboratory",
);

/// Do the words name no one, but what an office is for: the Roads of "Minister for Roads and Water", or
/// "director of the Institute for Climate Impact Research"?
pub(super) fn is_only_field(reading: &Reading, words: &Range<usize>, name: &Range<usize>) -> bool {
    let body = words.start > 1
        && reading.is(words.start - 1, Class::PREPOSITION)
        && SCHOLARS.has(&reading.word(words.start - 2).to_lowercase());
    let cut = name.start > words.start && is_listed_field(reading, words.start);
    name.len() == 1 && (is_listed_field(reading, name.start) || is_abstract(reading, name.start))
        || body && cut
}

/// Is it the last word for what an office is for, by an ending that no surname has: the Promotion of "Minister of
/// Commerce, Industry and Investment Promotion"?
fn is_abstract(reading: &Reading, at: usize) -> bool {
    const ENDINGS: [&str; 6] = ["tion", "sion", "ment", "ship", "ness", "tics"];
    let word = reading.word(at);
    let ends = word.len() > 7 && ENDINGS.iter().any(|end| word.ends_with(end));
    ends && title::is_complement(reading, at)
}

fn is_listed_field(reading: &Reading, at: usize) -> bool {
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
