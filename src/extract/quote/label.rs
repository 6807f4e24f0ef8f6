//! Transcripts: "President of Laos Thongloun Sisoulith: …", "VP: …", "Question: …".
//!
//! A label holds for the paragraphs behind it, up to the next label or a heading.

mod ends;

use std::collections::HashMap;
use std::ops::Range;

use super::super::lexicon::Class;
use super::super::name::People;
use super::super::reading::{Block, Reading};
use ends::{NOBODY, is_aside, is_remark, narrates, quotes_another};

/// Words of a label, at most.
const MAX_LABEL: usize = 16;

/// Words of a heading, at most.
const MAX_HEADING: usize = 8;

/// A paragraph of a transcript.
#[derive(Clone, Debug)]
pub(in crate::extract) struct Turn {
    /// The paragraph, by its place in the reading.
    pub(in crate::extract) block: usize,
    /// The label, by its words; that of a paragraph before, where it still holds.
    pub(in crate::extract) label: Range<usize>,
    /// The bytes of what is said.
    pub(in crate::extract) speech: Range<usize>,
    /// The words of what is said.
    pub(in crate::extract) words: Range<usize>,
    pub(in crate::extract) voice: Voice,
    /// Has the paragraph a label of its own?
    pub(in crate::extract) own: bool,
    /// Counts from one label to the next.
    pub(in crate::extract) order: usize,
}

/// Whose label it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Voice {
    /// A name in the label.
    Named(usize),
    /// Initials, which the text declares or not.
    Initials { person: usize, declared: bool },
    /// A question or answer of nobody who is named.
    Unnamed,
    /// Somebody known by the label only.
    Stranger,
}

/// A paragraph that may have a label.
struct Labelled {
    block: usize,
    label: Range<usize>,
    voice: Voice,
}

/// The paragraphs of a transcript; none where the text is none.
pub(in crate::extract) fn turns(reading: &Reading, people: &People) -> Vec<Turn> {
    let labelled = labelled(reading, people);
    if labelled.is_empty() {
        return Vec::new();
    }
    let author = author(reading, people);
    let mut turns: Vec<Turn> = Vec::new();
    let mut next = labelled.iter().peekable();
    let mut current: Option<&Labelled> = None;
    let mut count = 0;
    for (block, at) in reading.blocks.iter().zip(0..) {
        let own = next.next_if(|labelled| labelled.block == at);
        if own.is_some() {
            current = own;
            count += 1;
        } else if is_remark(reading, block)
            || next.peek().is_none() && narrates(reading, block)
            || ends_turn(reading, people, block, current)
            || current.is_some_and(|label| label.block == 0)
            || quotes_another(reading, block)
        {
            current = None;
        }
        let Some(label) = current else {
            continue;
        };
        turns.extend(turn(reading, label, at, count));
    }
    without_author(turns, author)
}

fn turn(reading: &Reading, label: &Labelled, at: usize, count: usize) -> Option<Turn> {
    let block = &reading.blocks[at];
    let own = label.block == at;
    let first = if own {
        label.label.end + 1
    } else {
        block.words.start
    };
    let words = unquoted(reading, first..block.words.end);
    let said = !words.is_empty() && !is_aside(reading, &words);
    said.then(|| Turn {
        block: at,
        label: label.label.clone(),
        speech: reading.bytes(words.clone()),
        words,
        voice: label.voice,
        own,
        order: count,
    })
}

/// Without quote marks at both ends, or at the head where the paragraph is left open.
fn unquoted(reading: &Reading, words: Range<usize>) -> Range<usize> {
    let mark =
        |at: usize| !words.is_empty() && matches!(reading.word(at), "\"" | "“" | "”" | "«" | "»");
    let block = &reading.blocks[reading.block_of(words.start.min(words.end.saturating_sub(1)))];
    if !block.words.clone().next().is_some_and(mark) {
        return words;
    }
    let start = words.start + usize::from(mark(words.start));
    let end = words.end - usize::from(mark(words.end - 1));
    start..end.max(start)
}

/// A heading, or a paragraph that speaks of the speaker: the transcript is over.
fn ends_turn(
    reading: &Reading,
    people: &People,
    block: &Block,
    current: Option<&Labelled>,
) -> bool {
    // "<…>", "* * *": what was left out may have had another speaker.
    let silent = |at| !reading.is(at, Class::LETTER | Class::DIGIT);
    if block.words.clone().all(silent) {
        return true;
    }
    let last = block.words.end - 1;
    let stopped = (last.saturating_sub(1).max(block.words.start)..=last).any(|at| {
        reading.is(
            at,
            Class::STOP | Class::COLON | Class::COMMA | Class::SEMICOLON | Class::CLOSING,
        )
    });
    // The label of somebody who is not known.
    let stranger = label(reading, block).is_some_and(|label| {
        let capitals = |at| reading.is(at, Class::CAPITAL | Class::STOP);
        let letter = reading.word(label.start).chars().count() == 1;
        let initials = letter || reading.is(label.start, Class::UPPER);
        (initials || label.len() > 1) && label.into_iter().all(capitals)
    });
    if stranger || block.words.len() <= MAX_HEADING && !stopped {
        return true;
    }
    let person = current.and_then(|label| label.voice.person());
    person.is_some_and(|person| {
        let mentions = people.within(block.words.clone());
        mentions.iter().any(|mention| mention.person == person)
    })
}

impl Voice {
    pub(in crate::extract) fn person(self) -> Option<usize> {
        match self {
            Self::Named(person) | Self::Initials { person, .. } => Some(person),
            Self::Unnamed | Self::Stranger => None,
        }
    }
}

/// The author of the text, by the line "By …".
fn author(reading: &Reading, people: &People) -> Option<usize> {
    reading.blocks.iter().take(12).find_map(|block| {
        let first = block.words.start;
        let by = reading.reads(first, "by") || reading.reads(first, "автор");
        let short = block.words.len() <= 12;
        let mentions = people.within(block.words.clone());
        mentions
            .first()
            .filter(|_| by && short)
            .map(|mention| mention.person)
    })
}

/// An author's own label over a part of the text in which nobody else has one is no speech.
fn without_author(turns: Vec<Turn>, author: Option<usize>) -> Vec<Turn> {
    let Some(author) = author else {
        return turns;
    };
    let alone = |turn: &Turn| {
        let near = |other: &&Turn| {
            other.voice.person() != Some(author) && other.block.abs_diff(turn.block) <= 2
        };
        !turns.iter().any(|other| near(&other))
    };
    let drop: Vec<usize> = turns
        .iter()
        .filter(|turn| turn.voice.person() == Some(author) && turn.own && alone(turn))
        .map(|turn| turn.order)
        .collect();
    turns
        .into_iter()
        .filter(|turn| !drop.contains(&turn.order))
        .collect()
}

/// The paragraphs that begin with a label of somebody's.
fn labelled(reading: &Reading, people: &People) -> Vec<Labelled> {
    // "Ng on Climate: The Trends Are Bad"
    let headline = People::headline(reading);
    let found: Vec<(usize, Range<usize>)> = reading
        .blocks
        .iter()
        .zip(0..)
        .filter(|(block, _)| !headline.contains(&block.words.start))
        .filter_map(|(block, at)| Some((at, label(reading, block)?)))
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, label) in &found {
        *counts.entry(reading.printed(label.clone())).or_default() += 1;
    }
    let small = |label: &Range<usize>| reading.printed(label.clone()).to_lowercase();
    let has = |is: fn(&str) -> bool| found.iter().any(|(_, label)| is(&small(label)));
    let paired = has(is_asked) && has(is_reply);
    let named = paired
        || found.iter().any(|(_, label)| {
            !people.within(label.clone()).is_empty() || is_office(reading, label)
        });
    let all: Vec<Labelled> = found
        .iter()
        .filter_map(|(block, label)| {
            let often = counts
                .get(reading.printed(label.clone()))
                .is_some_and(|n| *n > 1);
            let voice = voice(reading, people, label, (often, named))?;
            Some(Labelled {
                block: *block,
                label: label.clone(),
                voice,
            })
        })
        .collect();
    // One label makes no transcript.
    if all.len() > 1 { all } else { Vec::new() }
}

/// The words before the colon with which a paragraph begins, if they may be a label.
fn label(reading: &Reading, block: &Block) -> Option<Range<usize>> {
    let quoted = matches!(reading.word(block.words.start), "\"" | "“" | "«");
    let first = block.words.start + usize::from(quoted);
    let most = block.words.end.min(first + MAX_LABEL);
    let colon = (first..most).find(|at| reading.is(*at, Class::COLON))?;
    let label = first..colon;
    let apt = Class::LETTER
        | Class::STOP
        | Class::HYPHEN
        | Class::OPENING
        | Class::CLOSING
        | Class::COMMA
        | Class::APOSTROPHE;
    let verb = |at: usize| {
        reading.is(at, Class::VERB | Class::THIRD)
            && !reading.is(at, Class::CAPITAL | Class::ROLE | Class::BODY)
    };
    let fits = label.clone().all(|at| {
        reading.is(at, apt)
            && !verb(at)
            && (!reading.is(at, Class::AUXILIARY) || reading.is(at, Class::POSSESSIVE))
    });
    let nobody = NOBODY.iter().any(|word| reading.reads(first, word));
    let spaced = reading.words.get(colon + 1).is_some_and(|word| word.spaced);
    let capital = reading.is(first, Class::CAPITAL);
    (!label.is_empty() && fits && capital && !nobody && spaced && colon + 1 < block.words.end)
        .then_some(label)
}

/// Whose label it is, if it is somebody's. A text may have it `often`, and other labels may be `named`.
fn voice(
    reading: &Reading,
    people: &People,
    label: &Range<usize>,
    (often, named): (bool, bool),
) -> Option<Voice> {
    let printed = reading.printed(label.clone());
    if let Some(mention) = people.within(label.clone()).last() {
        return Some(Voice::Named(mention.person));
    }
    if let Some(person) = people
        .by_alias(printed)
        .or_else(|| people.by_surname(printed))
    {
        return Some(Voice::Initials {
            person,
            declared: true,
        });
    }
    let small = printed.to_lowercase();
    if is_asked(&small) || is_reply(&small) {
        return (often || named).then_some(Voice::Unnamed);
    }
    let letters = label.len() == 1
        && printed.chars().all(char::is_uppercase)
        && (2..=4).contains(&printed.chars().count());
    if let Some(person) = people.by_initials(printed).filter(|_| letters) {
        let declared = declares(reading, printed, label);
        return (often || named || declared).then_some(Voice::Initials { person, declared });
    }
    let office = label.clone().any(|at| reading.is(at, Class::ROLE));
    let capitals = in_capitals(reading, label);
    (often && label.len() <= 5 && (capitals || office) || office && capitals)
        .then_some(Voice::Stranger)
}

/// "Question", "Question from a radio reporter": the label of whoever asks, in small letters.
fn is_asked(label: &str) -> bool {
    const ASKED: [&str; 11] = [
        "q",
        "question",
        "questioner",
        "moderator",
        "interviewer",
        "journalist",
        "reporter",
        "вопрос",
        "корр",
        "корреспондент",
        "ведущий",
    ];
    let first = label.split(' ').next().unwrap_or_default();
    ASKED.contains(&first.trim_end_matches('.'))
}

/// "A", "Answer".
fn is_reply(label: &str) -> bool {
    ["a", "answer", "ответ"].contains(&label)
}

/// "PRIME MINISTER CHINH": is it an office with capitals all through?
fn is_office(reading: &Reading, label: &Range<usize>) -> bool {
    label.clone().any(|at| reading.is(at, Class::ROLE)) && in_capitals(reading, label)
}

fn in_capitals(reading: &Reading, label: &Range<usize>) -> bool {
    let capital = |at| !reading.is(at, Class::LETTER) || reading.is(at, Class::CAPITAL);
    label.clone().all(capital)
}

/// Does the text use those initials where they are no label?
fn declares(reading: &Reading, initials: &str, label: &Range<usize>) -> bool {
    let head = reading
        .blocks
        .iter()
        .take_while(|block| block.words.end <= label.start);
    let mut words = head.flat_map(|block| block.words.clone());
    words.any(|at| reading.word(at) == initials && !reading.is(at + 1, Class::COLON))
}
