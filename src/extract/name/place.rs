//! Places behind an office that look like the name of who holds it: "partner in West Africa", "the Prime Minister of
//! New Zealand, Santiago, 5 November 2024".

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::super::word_list::WordList;

/// Parts of the world: nobody is called by one of these alone, nor has it as the last word of a name.
static PARTS: WordList = WordList::new(
    "africa asia europe america americas eurasia oceania antarctica arctic atlantic pacific caribbean balkans \
     mediterranean scandinavia sahel maghreb mercosur caucasus",
);

/// Words before the name of a place: "Southern Europe", "New York".
static COMPASS: WordList = WordList::new(
    "north south east west northern southern eastern western northeast northwest southeast southwest north-east \
     north-west south-east south-west northeastern northwestern southeastern southwestern central middle far near \
     upper lower greater inner outer latin sub-saharan new",
);

fn is_compass(reading: &Reading, at: usize) -> bool {
    reading.is(at, Class::CAPITAL)
        && !reading.is(at, Class::NATION)
        && COMPASS.has(&reading.word(at).to_lowercase())
}

/// Does the name end in a part of the world, as nobody's does?
pub(super) fn is_part_of_world(reading: &Reading, name: &Range<usize>) -> bool {
    let last = name.end.checked_sub(1);
    let alone = !reading.is(name.start, Class::GIVEN) || name.len() == 1;
    last.is_some_and(|at| PARTS.has(&reading.word(at).to_lowercase())) && alone
}

/// Where a name may begin that a place at the head of these words runs into: behind the York of "Governor of New York
/// Kathy Hochul". Only behind a preposition.
pub(super) fn behind_place(reading: &Reading, words: &Range<usize>) -> usize {
    let led = words.start > 0 && reading.is(words.start - 1, Class::PREPOSITION);
    let mut start = words.start;
    while led && start < words.end && is_compass(reading, start) {
        start += 1;
    }
    if start == words.start {
        start
    } else {
        (start + 1).min(words.end)
    }
}

/// Is it the place of a dateline behind an office that no name follows: a word between commas with a day behind it,
/// or a word that ends the line?
pub(super) fn is_dateline(reading: &Reading, name: &Range<usize>) -> bool {
    let comma = name.start > 0 && reading.is(name.start - 1, Class::COMMA);
    let block = &reading.blocks[reading.block_of(name.start)];
    let given = name.len() > 1 && reading.is(name.start, Class::GIVEN);
    let behind = name.end + 1 + usize::from(reading.reads(name.end + 1, "le"));
    let day = reading.is(name.end, Class::COMMA)
        && reading.is(behind, Class::DIGIT | Class::TIME)
        && !is_age(reading, behind);
    let last = name.len() == 1 && name.end == block.words.end;
    comma && !given && (day || last)
}

/// "Ana Reis, 44, said".
fn is_age(reading: &Reading, at: usize) -> bool {
    reading.is(at, Class::DIGIT) && reading.is(at + 1, Class::COMMA)
}
