//! Runs of capitalised words that may be the name of a person, with the title beside it.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::{Block, Reading};
use super::complement::{
    behind_fields, behind_genitive, is_complement_word, is_hyphenated, is_of_a_body,
};
use super::field::{is_field, is_only_field};
use super::month::is_month_given;
use super::place;
use super::title;

/// Words that no name has.
const SMALL: Class = {
    let small = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::AND)
        .or(Class::CLAUSE)
        .or(Class::ADVERB)
        .or(Class::AUXILIARY)
        .or(Class::PRONOUN)
        .or(Class::THIRD)
        .or(Class::WHO)
        .or(Class::ACCORDING)
        .or(Class::PEOPLE);
    small
        .or(Class::TIME)
        .or(Class::SAY)
        .or(Class::SAYING)
        .or(Class::CALL)
        .or(Class::POSSESSIVE)
};

/// Surnames that are words for places or titles as well.
const PLACES: [&str; 13] = [
    "hall", "park", "day", "west", "law", "north", "bay", "page", "house", "sheikh", "shah",
    "king", "prince",
];

/// Why a run is taken for a person's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sign {
    /// Nothing but capitals.
    None,
    /// Its last word alone is the subject of another sentence.
    Recurs,
    /// A verb of speech beside it.
    Speaks,
    /// A title behind a comma.
    Apposition,
    /// A given name, or initials.
    Given,
    /// A title or honorific before it.
    Title,
}

/// A run of words that may be a name.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// The name alone.
    pub(super) name: Range<usize>,
    /// Where the title or honorific before it begins, or else the name.
    pub(super) lead: usize,
    /// The office before or behind it, or else the honorific.
    pub(super) title: Option<Range<usize>>,
    pub(super) sign: Sign,
}

/// The runs of a paragraph.
pub(super) fn runs(reading: &Reading, block: &Block) -> Vec<Run> {
    let mut found = Vec::new();
    let mut at = block.words.start;
    while at < block.words.end {
        let end = run_end(reading, at, block.words.end);
        if end > at {
            found.extend(run(reading, &(at..end)));
        }
        at = end.max(at + 1);
    }
    found
}

/// May the word be part of a name, behind the one before it?
fn is_name(reading: &Reading, at: usize, first: bool) -> bool {
    if !reading.is(at, Class::CAPITAL) {
        return false;
    }
    if !reading.is(at, SMALL) || reading.is(at, Class::ROLE | Class::HONORIFIC) {
        return true;
    }
    if first && is_month_given(reading, at) {
        return true;
    }
    let behind_given = !first && reading.is(at - 1, Class::GIVEN);
    let before_name = reading.is(at + 1, Class::CAPITAL) && !reading.is(at + 1, SMALL);
    if reading.is(at, Class::GIVEN | Class::PARTICLE) {
        return before_name || behind_given;
    }
    behind_given && reading.is(at, Class::SAY | Class::CALL | Class::TIME)
}

/// The end of the run of words that begins at `at`; `at` itself where there is none.
fn run_end(reading: &Reading, start: usize, limit: usize) -> usize {
    if !is_name(reading, start, true) {
        return start;
    }
    let mut end = start + 1;
    while end < limit {
        let glued = !reading.words[end].spaced;
        let initial = reading.is(end - 1, Class::CAPITAL)
            && (reading.word(end - 1).chars().count() == 1 || reading.is(end - 1, Class::SHORT));
        let hyphen = reading.is(end, Class::HYPHEN) && follows(reading, end + 1);
        let stop = reading.is(end, Class::STOP) && initial && is_name(reading, end + 1, true);
        let particle = || reading.is(end, Class::PARTICLE) && particle_leads(reading, end, limit);
        if glued && (hyphen || stop) {
            end += 2;
        } else if is_name(reading, end, false) || particle() {
            end += 1;
        } else {
            break;
        }
    }
    end.min(limit)
}

fn follows(reading: &Reading, at: usize) -> bool {
    reading.is(at, Class::LETTER) && !reading.words[at].spaced
}

/// Does a name go on behind the small words "de la"?
fn particle_leads(reading: &Reading, at: usize, limit: usize) -> bool {
    let next = (at..limit.min(at + 3)).find(|at| !reading.is(*at, Class::PARTICLE | Class::HYPHEN));
    let prepositions = ["de", "du", "des", "la", "le", "до"];
    let title =
        reading.is(at - 1, Class::ROLE) && prepositions.iter().any(|p| reading.reads(at, p));
    !title
        && next.is_some_and(|at| {
            is_name(reading, at, true) && !reading.is(at, Class::NATION | Class::BODY)
        })
}

/// The name alone in a run of capitalised words.
fn without_titles(reading: &Reading, words: &Range<usize>) -> Range<usize> {
    let noun = Class::ROLE | Class::HONORIFIC;
    let mut name = words.clone();
    // The last title in it that a name follows.
    let last = words.clone().rev().find(|at| {
        let behind = after_title(reading, *at);
        reading.is(*at, noun) && behind < words.end && !is_surname(reading, words.start, *at)
    });
    if let Some(last) = last {
        name.start = after_title(reading, last);
        while name.start + 1 < name.end
            && reading.is(name.start, Class::NATION)
            && !reading.is(name.start, Class::GIVEN)
        {
            name.start += 1;
        }
        name.start = behind_genitive(reading, &name);
    } else {
        let complement = title::is_complement(reading, words.start);
        if complement {
            name.start = place::behind_place(reading, words);
        }
        // "Minister of Economic Growth Maxim Reshetnikov": a given name begins the name.
        let begins = |at: &usize| reading.is(*at, Class::GIVEN) && at + 1 < words.end;
        // "замглавы Минэкономразвития Ольга Самсонова"
        let office = words.start > 0
            && words.len() > 2
            && reading.is(words.start, Class::CYRILLIC)
            && reading.is(words.start - 1, Class::ROLE);
        if let Some(given) = words
            .clone()
            .skip(1)
            .find(begins)
            .filter(|_| complement || office)
        {
            name.start = given;
        }
        // "председателем Правительства России Михаилом Мишустиным"
        let part = |at: &usize| reading.is(*at, Class::NATION | Class::BODY) && at + 1 < words.end;
        if let Some(last) = words.clone().rev().find(part).filter(|_| office) {
            name.start = last + 1;
        }
        // "Ambassador to Seoul Liis Tamm"
        let posted = words.len() > 2
            && words.start > 1
            && reading.reads(words.start - 1, "to")
            && reading.is(words.start - 2, Class::ROLE)
            && reading.is(words.start + 1, Class::LETTER);
        name.start += usize::from(posted);
        let field = |name: &Range<usize>| {
            complement && name.len() > 2 && is_field(reading.word(name.start))
        };
        while name.start < name.end
            && (is_complement_word(reading, name.start, complement) || field(&name))
        {
            name.start += 1;
        }
        if complement {
            name.start = behind_fields(reading, &name);
        }
    }
    name
}

/// The name in a run of capitalised words, and the title before or behind it.
fn run(reading: &Reading, words: &Range<usize>) -> Option<Run> {
    let name = without_titles(reading, words);
    if name.is_empty() || !is_person(reading, &name) && !is_titled_place(reading, &name) {
        return None;
    }
    // "Seoul-based" leaves "based"; "Союза писателей" is a body.
    let begins = reading.is(name.start, Class::CAPITAL | Class::PARTICLE);
    let listed = is_only_field(reading, words, &name);
    if !begins || is_of_a_body(reading, &name) || listed || place::is_part_of_world(reading, &name)
    {
        return None;
    }
    let before = title::before(reading, name.start, name.end);
    if before.is_some() && place::is_dateline(reading, &name) {
        return None;
    }
    let office = |title: &Range<usize>| title.clone().any(|at| reading.is(at, Class::ROLE));
    let titled = before.clone().is_some_and(|title| office(&title));
    let behind = if titled {
        None
    } else {
        title::after(reading, name.end)
    };
    let lead = before.as_ref().map_or(name.start, |title| title.start);
    let article = name.start > 0 && reading.is(name.start - 1, Class::DETERMINER);
    let sign = match (&before, &behind) {
        _ if is_loud(reading, &name) => Sign::None,
        (Some(_), _) => Sign::Title,
        _ if is_given(reading, &name) => Sign::Given,
        _ if article => Sign::None,
        (_, Some(_)) => Sign::Apposition,
        _ if is_described(reading, &name) => Sign::Apposition,
        _ if speaks(reading, &name) => Sign::Speaks,
        _ => Sign::None,
    };
    Some(Run {
        name,
        lead,
        title: behind.or(before),
        sign,
    })
}

/// A word that is a title as well, behind a given name: Stephen King.
fn is_surname(reading: &Reading, start: usize, at: usize) -> bool {
    at > start
        && reading.is(at - 1, Class::GIVEN)
        && !reading.is(at, Class::HONORIFIC)
        && !reading.is(at + 1, Class::CAPITAL)
}

/// The word behind a title: its full stop and "-elect" belong to it.
fn after_title(reading: &Reading, at: usize) -> usize {
    let glued = |at: usize| reading.words.get(at).is_some_and(|word| !word.spaced);
    if glued(at + 1) && reading.is(at + 1, Class::STOP) && reading.is(at, Class::SHORT) {
        at + 2
    } else if glued(at + 1) && reading.is(at + 1, Class::HYPHEN) {
        at + 3
    } else {
        at + 1
    }
}

/// Can these words be a person's name?
fn is_person(reading: &Reading, name: &Range<usize>) -> bool {
    let words: Vec<_> = name
        .clone()
        .filter(|at| reading.is(*at, Class::LETTER))
        .collect();
    // "Salim bin Nasser Al Rawahi": the small words do not count.
    let long = words.iter().filter(|at| {
        let letter = reading.word(**at).chars().count() == 1;
        !letter && !reading.is(**at, Class::PARTICLE)
    });
    let given = words
        .first()
        .is_some_and(|at| reading.is(*at, Class::GIVEN))
        && words.len() > 1;
    let last = words.last().copied().unwrap_or(name.start);
    if words.len() > 8 || long.clone().count() == 0 || long.clone().count() > 4 {
        return false;
    }
    let never = Class::BODY | Class::THING | Class::ROLE | Class::PEOPLE;
    words.iter().all(|at| {
        let word = reading.word(*at);
        let place = given && *at == last && PLACES.contains(&word.to_lowercase().as_str());
        let surname = given
            && *at == last
            && words.len() == 2
            && reading.is(*at, Class::ROLE | Class::NATION);
        // Park Sung-min.
        let family =
            words.first() == Some(at) && words.len() > 2 && reading.is(at + 2, Class::HYPHEN);
        let place = place || family && PLACES.contains(&word.to_lowercase().as_str());
        let nation = reading.is(*at, Class::NATION) && !reading.is(*at, Class::GIVEN);
        let occasion = reading.is(*at, Class::OCCASION) && !given;
        place || surname || !(reading.is(*at, never) || nation || occasion)
    })
}

/// "Minister West": behind a title, a surname that is a word for a place as well.
fn is_titled_place(reading: &Reading, name: &Range<usize>) -> bool {
    let title = name.start.checked_sub(1).is_some_and(|at| {
        reading.is(at, Class::CAPITAL) && reading.is(at, Class::ROLE | Class::HONORIFIC)
    });
    let alone = !reading.is(name.end, Class::CAPITAL | Class::HYPHEN);
    name.len() == 1
        && title
        && alone
        && PLACES.contains(&reading.word(name.start).to_lowercase().as_str())
}

/// Is it in capitals all through, as acronyms and headlines are?
fn is_loud(reading: &Reading, name: &Range<usize>) -> bool {
    let suffix = |at: &usize| reading.is(*at, Class::SUFFIX);
    name.clone()
        .any(|at| reading.is(at, Class::UPPER) && !suffix(&at))
}

/// Is it the first letters of a given name and a full stop: "V.", "Ye."?
pub(super) fn is_initial(reading: &Reading, at: usize) -> bool {
    let letters = reading.word(at).chars().count();
    let short = letters == 2 && reading.is(at, Class::SHORT) && !reading.is(at, Class::HONORIFIC);
    (letters == 1 || short) && reading.is(at + 1, Class::STOP)
}

/// Does a given name or do initials come first?
fn is_given(reading: &Reading, name: &Range<usize>) -> bool {
    let initial = is_initial(reading, name.start);
    let first = name.start
        + if reading.is(name.start + 1, Class::HYPHEN) {
            3
        } else {
            1
        };
    let more = first < name.end && reading.is(first, Class::CAPITAL | Class::PARTICLE);
    initial && name.len() > 2
        || is_hyphenated(reading, name)
        || reading.is(name.start, Class::GIVEN) && (more || first + 1 < name.end)
}

/// "Bold Enkhtuya, a herder", "Nguyen Van Loc, who owns": somebody, whatever they do.
fn is_described(reading: &Reading, name: &Range<usize>) -> bool {
    const NEAR: usize = 4;
    let words = name
        .clone()
        .filter(|at| reading.is(*at, Class::LETTER))
        .count();
    let first = name.end + 1;
    // "Bold Enkhtuya, 44,"
    let age = reading.is(first, Class::DIGIT)
        && matches!(reading.word(first).len(), 2)
        && reading.is(first + 1, Class::COMMA);
    let who = ["who", "qui", "который", "которая"]
        .iter()
        .any(|word| reading.reads(first, word));
    let article = reading.reads(first, "a") || reading.reads(first, "an");
    let thing = (first..first + NEAR).any(|at| {
        reading.is(
            at,
            Class::BODY | Class::THING | Class::WORK | Class::OCCASION,
        )
    });
    (2..=4).contains(&words)
        && reading.is(name.end, Class::COMMA)
        && (who || age || article && !thing && begins(reading, name.start))
}

/// Does a sentence begin with the word?
fn begins(reading: &Reading, at: usize) -> bool {
    at == reading.blocks[reading.block_of(at)].words.start || reading.is(at - 1, Class::STOP)
}

/// Is there a verb of speech beside a name of two or three words?
fn speaks(reading: &Reading, name: &Range<usize>) -> bool {
    let verb =
        |at: usize| reading.is(at, Class::SAY | Class::SAYING) && !reading.is(at, Class::CAPITAL);
    let mut behind = name.end;
    while reading.is(behind, Class::ADVERB | Class::AUXILIARY) {
        behind += 1;
    }
    let inverted =
        name.start > 1 && verb(name.start - 1) && !reading.is(name.start - 2, Class::LETTER);
    (2..=4).contains(&name.len()) && (verb(behind) || inverted)
}
