//! Quotes within the turns of a transcript: "The minister said last month that “…”. Was he right?"

use super::super::name::People;
use super::super::quote::label::Turn;
use super::super::quote::span::{self, Span};
use super::super::reading::Reading;
use super::super::speaker::{self, Assigned, Manner};
use super::record::Speech;
use super::{join, select};

/// Words between the verb and the quote, at most.
const BESIDE: usize = 3;

/// Adds the words of others that the turns quote, where a verb of speech brings them.
pub(super) fn add(
    speeches: &mut Vec<Speech>,
    reading: &Reading,
    people: &mut People,
    (turns, voices): (&[Turn], &[(usize, usize)]),
) {
    if turns.is_empty() {
        return;
    }
    let mut skip = vec![true; reading.blocks.len()];
    for turn in turns {
        skip[turn.block] = false;
    }
    let inside = |one: &Span| {
        let turn = turns.binary_search_by_key(&one.block, |turn| turn.block);
        turn.is_ok_and(|at| turns[at].words.start < one.outer.start)
    };
    let mut spans = span::spans(reading, &skip);
    spans.retain(|one| one.count(reading) >= select::SPEECH && inside(one));
    if spans.is_empty() {
        return;
    }
    let (assigned, _) = speaker::assign(reading, &spans, people, voices);
    let quoted = |one: &Assigned| {
        matches!(one.manner, Some(Manner::Says | Manner::According))
            && !one.bare
            && one.gap <= BESIDE
            && one.speaker.mention.clone().is_some_and(|words| {
                let said = reading.text[words].to_lowercase();
                !["i", "we", "you", "я", "мы", "je", "nous", "on"].contains(&said.as_str())
            })
    };
    let (spans, assigned): (Vec<Span>, Vec<Assigned>) = spans
        .into_iter()
        .zip(assigned)
        .filter(|(_, one)| quoted(one))
        .unzip();
    let found = join::speeches(reading, &spans, &assigned);
    merge(speeches, found);
}

/// Puts quotes behind the turns that have them, and counts anew what continues or answers what.
fn merge(speeches: &mut Vec<Speech>, found: Vec<Speech>) {
    let count = speeches.len();
    let mut all: Vec<(usize, Speech)> = std::mem::take(speeches)
        .into_iter()
        .chain(found)
        .enumerate()
        .collect();
    all.sort_by_key(|(_, one)| one.runs.first().map_or(0, |run| run.start));
    let mut places = vec![0; all.len()];
    for (place, (old, _)) in all.iter().enumerate() {
        places[*old] = place;
    }
    speeches.extend(all.into_iter().map(|(old, one)| {
        if old >= count {
            return Speech {
                continues: None,
                answers: None,
                ..one
            };
        }
        Speech {
            continues: one.continues.map(|at| places[at]),
            answers: one.answers.map(|at| places[at]),
            ..one
        }
    }));
}
