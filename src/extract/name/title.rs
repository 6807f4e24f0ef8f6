//! The office or title beside a name: "Russia's foreign minister, …", "…, a lawyer for …".

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::Reading;

/// Words that a title reaches over at most.
const MAX_WORDS: usize = 14;

/// Words that belong to a title whatever they mean.
const PART: Class = Class::MODIFIER
    .or(Class::NATION)
    .or(Class::BODY)
    .or(Class::ROLE)
    .or(Class::CAPITAL);

/// Words that no title has before its noun.
const EDGE: Class = {
    let marks = Class::COMMA
        .or(Class::STOP)
        .or(Class::COLON)
        .or(Class::SEMICOLON)
        .or(Class::DASH)
        .or(Class::OPENING)
        .or(Class::CLOSING);
    let verbs = Class::SAY
        .or(Class::SAYING)
        .or(Class::CALL)
        .or(Class::AUXILIARY);
    let small = Class::PREPOSITION
        .or(Class::CLAUSE)
        .or(Class::ADVERB)
        .or(Class::PRONOUN);
    marks
        .or(verbs)
        .or(small)
        .or(Class::THIRD)
        .or(Class::WHO)
        .or(Class::TIME)
};

/// The title before a name that begins at `name`, up to the name.
pub(super) fn before(reading: &Reading, name: usize, name_end: usize) -> Option<Range<usize>> {
    let floor = reading.blocks[reading.block_of(name)].words.start;
    let comma = name > floor && reading.is(name - 1, Class::COMMA);
    let end = name - usize::from(comma);
    if end == floor || reading.is(end - 1, Class::PREPOSITION | Class::DETERMINER | Class::AND) {
        return None;
    }
    if comma && reading.is(name_end, Class::AND) && enumerates(reading, end, name_end + 1) {
        return None;
    }
    let noun = noun_before(reading, floor, end)?;
    let start = start(reading, floor, noun);
    if let Some(office) = over_rank(reading, (floor, start), end, name_end).filter(|_| !comma) {
        return Some(office);
    }
    // "the Minister, Ms Kovács": the office before the honorific.
    if reading.is(noun, Class::HONORIFIC) && !reading.is(noun, Class::ROLE) && start > floor {
        // "the Minister, Her Excellency Ana Reis"
        let lead = start - usize::from(reading.is(start - 1, Class::POSSESSIVE));
        let held = |title: &Range<usize>| title.clone().any(|at| reading.is(at, Class::ROLE));
        // "Chairperson of the Council Mrs. Ana Reis"
        let office = [lead.max(floor), noun]
            .into_iter()
            .find_map(|end| before(reading, end, name_end).filter(held));
        if office.is_some() {
            return office;
        }
    }
    if comma
        && !(is_apposed(reading, name_end) || begins_sentence(reading, floor, start) || {
            let mut nations = reading.nations_in(start..end);
            nations.next().is_some()
        })
    {
        return None;
    }
    Some(start..end)
}

/// "The Minister of Foreign Affairs of Peru, Ambassador Ana Reis": the office at the beginning of a sentence, before
/// the rank of its holder from `rank` to before `name`.
fn over_rank(
    reading: &Reading,
    (floor, rank): (usize, usize),
    name: usize,
    name_end: usize,
) -> Option<Range<usize>> {
    let ranked = [
        "ambassador",
        "general",
        "captain",
        "professor",
        "engineer",
        "doctor",
    ];
    let alone = rank + 1 == name && ranked.iter().any(|word| reading.reads(rank, word));
    let comma = rank > floor && reading.is(rank - 1, Class::COMMA);
    if !alone || !comma {
        return None;
    }
    let office = before(reading, rank, name_end)?;
    begins_sentence(reading, floor, office.start).then_some(office)
}

/// May it be one of the last two words of "the head of the payments division"?
fn is_plain_noun(reading: &Reading, at: usize, end: usize) -> bool {
    const LAST: usize = 2;
    let verb = ["ed", "met", "said", "told"];
    let word = reading.word(at);
    at + LAST >= end
        && reading.is(at, Class::LETTER)
        && !reading.is(at, EDGE | Class::AND | Class::CAPITAL)
        && !verb.iter().any(|ending| word.ends_with(ending))
}

/// Are the words before `end` an apposition, set off by a mark?
fn is_apposed(reading: &Reading, end: usize) -> bool {
    reading.is(
        end,
        Class::COMMA | Class::STOP | Class::POSSESSIVE | Class::CLOSING,
    )
}

fn begins_sentence(reading: &Reading, floor: usize, start: usize) -> bool {
    let article = start > floor && reading.is(start - 1, Class::DETERMINER);
    let first = start - usize::from(article);
    first == floor || reading.is(first - 1, Class::STOP)
}

/// The noun of a title that ends at `end`: "minister" itself, or with what it is a minister of.
fn noun_before(reading: &Reading, floor: usize, end: usize) -> Option<usize> {
    let noun = Class::ROLE | Class::HONORIFIC;
    let mut at = end.checked_sub(1).filter(|at| *at >= floor)?;
    if reading.is(at, Class::STOP) && at > floor && !reading.words[at].spaced {
        at -= 1;
        return reading.is(at, Class::HONORIFIC).then_some(at);
    }
    if reading.is(at, noun) {
        return Some(at);
    }
    // President-elect.
    if at >= floor + 2 && reading.is(at - 1, Class::HYPHEN) && reading.is(at - 2, noun) {
        return Some(at - 2);
    }
    let least = end.saturating_sub(MAX_WORDS).max(floor);
    for at in (least..end).rev() {
        let link = of(reading, at);
        if link && at > least && reading.is(at - 1, Class::ROLE) {
            return Some(at - 1);
        }
        // Président français, президент России.
        let national = at + 1 < end && reading.is(at + 1, Class::NATION | Class::CYRILLIC);
        if national && reading.is(at, Class::ROLE) {
            return Some(at);
        }
        if ends_person(reading, at) {
            return None;
        }
        let inside = PART | Class::THING | Class::POSSESSIVE | Class::HYPHEN | Class::DETERMINER;
        let joined = link
            || reading.is(at, inside | Class::AND | Class::CYRILLIC)
            || at > least && enumerates(reading, at, end);
        let apart = Class::PREPOSITION | Class::CLAUSE | Class::ADVERB;
        let joined = joined || is_plain_noun(reading, at, end);
        if !joined || !link && reading.is(at, apart) || reading.is(at, Class::SAY | Class::STOP) {
            return None;
        }
    }
    None
}

/// Is it the comma in "Minister of Economy, Trade and Industry"?
fn enumerates(reading: &Reading, at: usize, end: usize) -> bool {
    const REACH: usize = 6;
    let subject = |at: usize| {
        reading.is(at, Class::CAPITAL)
            && !reading.is(at, Class::ROLE | Class::NATION | Class::GIVEN)
    };
    reading.is(at, Class::COMMA)
        && subject(at - 1)
        && subject(at + 1)
        && (at + 2..end.min(at + REACH)).any(|at| reading.is(at, Class::AND))
}

/// A preposition that joins an office with what it is for.
fn of(reading: &Reading, at: usize) -> bool {
    [
        "of", "for", "to", "at", "in", "de", "du", "des", "d’", "en", "по", "в",
    ]
    .iter()
    .any(|word| reading.reads(at, word))
}

/// Where the title begins whose noun is at `noun`.
fn start(reading: &Reading, floor: usize, noun: usize) -> usize {
    let mut best = noun;
    let mut at = noun;
    let least = noun.saturating_sub(MAX_WORDS).max(floor);
    let mut unknown = false;
    while at > least {
        at -= 1;
        if reading.is(at, Class::HYPHEN) {
            continue;
        }
        if reading.is(at, Class::DETERMINER) && !reading.is(at, Class::POSSESSIVE) {
            return if unknown { at + 1 } else { best };
        }
        if reading.is(at, Class::POSSESSIVE) || reading.is(at, Class::APOSTROPHE) {
            let owner = at > floor && reading.is(at - 1, Class::NATION | Class::CAPITAL);
            if !owner {
                return best;
            }
            (best, unknown) = (at, false);
        } else if reading.is(at, EDGE) && !reading.is(at, Class::MODIFIER)
            || joins_persons(reading, at)
        {
            return best;
        } else if reading.is(at, PART) {
            if unknown && reading.is(at, Class::ROLE) {
                return best;
            }
            if unknown && !reading.is(at, Class::NATION) {
                continue;
            }
            (best, unknown) = (at, false);
        } else if !reading.is(at, Class::LETTER | Class::AND) {
            return best;
        } else if reading.is(noun, Class::CAPITAL)
            || (best..noun).any(|at| reading.is(at, Class::NATION))
        {
            // "… met Russian Foreign Minister" begins with the country.
            return best;
        } else {
            unknown = true;
        }
    }
    best
}

/// "Президент Казахстана Касым-Жомарт Токаев и премьер-министр": Russian offices that "и" joins are of two persons, or
/// stand without it, "министр иностранных дел".
fn joins_persons(reading: &Reading, at: usize) -> bool {
    reading.is(at, Class::AND) && reading.is(at, Class::CYRILLIC)
}

/// Is somebody else named or meant before it: "Лавров и …", "его …"?
fn ends_person(reading: &Reading, at: usize) -> bool {
    let whose = ["его", "ее", "её", "их"]
        .iter()
        .any(|word| reading.word(at).to_lowercase() == *word);
    let named = at > 0
        && reading.is(at - 1, Class::CAPITAL)
        && !reading.is(at - 1, Class::NATION | Class::BODY);
    whose || named && joins_persons(reading, at)
}

/// The title behind a name that ends at `end`: "…, the envoy to Laos, …".
pub(super) fn after(reading: &Reading, end: usize) -> Option<Range<usize>> {
    let block = reading.blocks.get(reading.block_of(end))?;
    if !block.words.contains(&end) || !reading.is(end, Class::COMMA) {
        return None;
    }
    let mut start = end + 1;
    if reading.is(start, Class::DETERMINER) && !reading.is(start, Class::POSSESSIVE) {
        start += 1;
    }
    let opens = PART.without(Class::CAPITAL) | Class::POSSESSIVE;
    if !reading.is(start, opens) && start == end + 1 {
        return None;
    }
    let mark =
        Class::COMMA | Class::STOP | Class::DASH | Class::SEMICOLON | Class::COLON | Class::OPENING;
    let stop = mark | Class::WHO | Class::SAY | Class::AUXILIARY;
    let most = block.words.end.min(start + MAX_WORDS);
    let close = (start..most).find(|at| {
        reading.is(*at, stop.without(Class::POSSESSIVE))
            && !reading.is(*at, Class::POSSESSIVE)
            && !(*at > start && enumerates(reading, *at, most))
    })?;
    // "Orlov, the Minister of Trade, Her Excellency Ana Reis": the office of the next one.
    let next =
        close + 1 + usize::from(reading.is(close + 1, Class::POSSESSIVE | Class::DETERMINER));
    if reading.is(close, Class::COMMA)
        && reading.is(next, Class::HONORIFIC)
        && reading.is(next + 1, Class::CAPITAL)
    {
        return None;
    }
    let noun = (start..close).find(|at| reading.is(*at, Class::ROLE))?;
    // "Putin, President Sisoulith and others" is a list.
    let named =
        reading.is(noun + 1, Class::CAPITAL) && !reading.is(noun + 1, Class::NATION | Class::ROLE);
    (!named && noun - start < 8).then_some(start..close)
}

/// Does a run of words that ends at `end` belong to a title, as "Foreign Affairs" does in "Minister of
/// Foreign Affairs"?
pub(super) fn is_complement(reading: &Reading, at: usize) -> bool {
    let block = reading.block_of(at);
    let floor = reading.blocks[block].words.start;
    at > floor
        && !reading.is(at - 1, Class::COMMA | Class::ROLE)
        && noun_before(reading, floor, at).is_some()
}
