//! The turns of a transcript as quotes, a paragraph each.

use super::super::confidence::{Basis, Confidence};
use super::super::lexicon::Class;
use super::super::name::People;
use super::super::quote::label::{Turn, Voice};
use super::super::reading::Reading;
use super::super::speaker::{Speaker, Who, calls};
use super::record::{Speech, SpeechForm};
use crate::dossier::quote::QuoteKind;

const LABEL: Basis = Basis::new(
    "label",
    Confidence::Sure,
    "the paragraph begins with a speaker's label",
);
const HOLDS: Basis = Basis::new(
    "label-holds",
    Confidence::Likely,
    "the label of an earlier paragraph still applies",
);
const INITIALS: Basis = Basis::new(
    "label-initials",
    Confidence::Likely,
    "the only person with these initials",
);
const ANSWERS: Basis = Basis::new(
    "label-answer",
    Confidence::Likely,
    "an answer in an interview with the person whom its first lines name",
);
const NOBODY: Basis = Basis::new("label-unnamed", Confidence::Sure, "the label names nobody");

/// Adds the turns of a transcript to the quotes of a text.
pub(super) fn merge(
    speeches: &mut Vec<Speech>,
    reading: &Reading,
    people: &People,
    turns: &[Turn],
) {
    if turns.is_empty() {
        return;
    }
    let answers = interviewee(reading, people, turns);
    let own: Vec<Speech> = turns
        .iter()
        .map(|turn| speech(reading, people, turn, answers))
        .collect();
    let quoted = std::mem::take(speeches);
    let mut places: Vec<usize> = Vec::new();
    let mut quoted = quoted.into_iter().peekable();
    // Where the quotes went; what continues what is counted anew.
    let mut moved: Vec<usize> = Vec::new();
    let push = |speech: Speech, moved: &mut Vec<usize>, speeches: &mut Vec<Speech>| {
        moved.push(speeches.len());
        let continues = speech.continues.and_then(|at| moved.get(at).copied());
        speeches.push(Speech {
            continues,
            ..speech
        });
    };
    for (turn, speech) in turns.iter().zip(own) {
        let number = reading.blocks[turn.block].paragraph.number;
        while let Some(before) = quoted.next_if(|quote| quote.paragraph < number) {
            push(before, &mut moved, speeches);
        }
        places.push(speeches.len());
        speeches.push(speech);
    }
    for speech in quoted {
        push(speech, &mut moved, speeches);
    }
    link(speeches, reading, turns, &places);
}

/// The only person whom the title of an interview names, "Seven questions to Anna Orlova", or else the
/// one whom the lines before the first question say to have been asked, or else the first whom they name with an
/// office.
fn interviewee(reading: &Reading, people: &People, turns: &[Turn]) -> Option<usize> {
    let title = reading.blocks.first()?.words.clone();
    let mut named = people.within(title).iter().map(|mention| mention.person);
    if let Some(first) = named.next() {
        return named.all(|person| person == first).then_some(first);
    }
    let start = turns.first()?.label.start;
    let lead = people.within(0..start).iter();
    let mut asked = lead
        .clone()
        .filter(|mention| is_asked(reading, mention.words.start));
    if let Some(mention) = asked.next() {
        return Some(mention.person);
    }
    let office = |person: &usize| !people.all[*person].titles.is_empty();
    lead.map(|mention| mention.person).find(office)
}

/// "We asked the ambassador, Ann Lee", "spoke with Ann Lee": is the name at the word `at` that of whom somebody
/// asked?
fn is_asked(reading: &Reading, at: usize) -> bool {
    const ASKED: [&str; 6] = [
        "asked",
        "interviewed",
        "questioned",
        "quizzed",
        "spoke",
        "talked",
    ];
    const REACH: usize = 8;
    let before = (at.saturating_sub(REACH)..at).rev();
    let mut before = before.take_while(|at| !reading.is(*at, Class::STOP));
    before.any(|at| ASKED.iter().any(|verb| reading.reads(at, verb)))
}

/// Who speaks in the turns, by their paragraphs.
pub(super) fn voices(reading: &Reading, people: &People, turns: &[Turn]) -> Vec<(usize, usize)> {
    let answers = interviewee(reading, people, turns);
    let person = |turn: &Turn| {
        let answering = || answers.filter(|_| is_answer(reading, turn));
        Some((turn.block, turn.voice.person().or_else(answering)?))
    };
    turns.iter().filter_map(person).collect()
}

/// Is it the label of an answer?
fn is_answer(reading: &Reading, turn: &Turn) -> bool {
    ["a", "answer", "ответ", "r"]
        .contains(&reading.printed(turn.label.clone()).to_lowercase().as_str())
}

fn speech(reading: &Reading, people: &People, turn: &Turn, answers: Option<usize>) -> Speech {
    let block = &reading.blocks[turn.block];
    let (who, found) = match turn.voice {
        Voice::Named(person)
        | Voice::Initials {
            person,
            declared: true,
        } => (Who::Person(person), LABEL),
        Voice::Initials {
            person,
            declared: false,
        } => (Who::Person(person), INITIALS),
        Voice::Unnamed => match answers.filter(|_| is_answer(reading, turn)) {
            Some(person) => (Who::Person(person), ANSWERS),
            None => (Who::Unknown, NOBODY),
        },
        Voice::Stranger => (
            Who::Unnamed(reading.printed(turn.label.clone()).to_owned()),
            LABEL,
        ),
    };
    let basis = if turn.own {
        found
    } else {
        HOLDS.at_most(found.confidence)
    };
    let mention = people.within(turn.label.clone()).last();
    let title = mention.and_then(|mention| mention.title.clone());
    Speech {
        paragraph: block.paragraph.number,
        runs: vec![turn.speech.clone()],
        kind: QuoteKind::Verbatim,
        form: SpeechForm::Transcript,
        basis,
        speaker: Speaker {
            who,
            mention: Some(reading.bytes(turn.label.clone())),
            named: calls(reading, turn.label.clone()),
            role: title.map(|title| reading.bytes(title)),
            basis,
        },
        occasion: None,
        dated: Vec::new(),
        continues: None,
        answers: None,
    }
}

/// What goes on with a turn, and what answers a question.
fn link(speeches: &mut [Speech], reading: &Reading, turns: &[Turn], places: &[usize]) {
    let mut question: Option<usize> = None;
    for at in 1..turns.len() {
        let (before, turn) = (&turns[at - 1], &turns[at]);
        if before.order == turn.order {
            speeches[places[at]].continues = Some(places[at - 1]);
        } else {
            let other = before.voice != turn.voice && before.block + 1 == turn.block;
            question = Some(places[at - 1]).filter(|_| other && asks(reading, before));
        }
        speeches[places[at]].answers = question;
    }
}

/// Does it end with a question?
fn asks(reading: &Reading, turn: &Turn) -> bool {
    let last = turn
        .words
        .clone()
        .rev()
        .find(|at| reading.is(*at, Class::STOP));
    last.is_some_and(|at| reading.word(at).starts_with(['?', '？']))
}
