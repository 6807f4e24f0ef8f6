//! Quotes as records have them: what "she said" breaks is one quote of several runs.

use super::super::lexicon::Class;
use super::super::quote::marks::End;
use super::super::quote::span::{Form, Span};
use super::super::reading::Reading;
use super::super::speaker::{Assigned, Speaker};
use super::record::{Speech, SpeechForm};
use super::{occasion, said, select};

/// The quotes among the spans, in order.
pub(super) fn speeches(reading: &Reading, spans: &[Span], assigned: &[Assigned]) -> Vec<Speech> {
    let mut found: Vec<Speech> = Vec::new();
    let mut at = 0;
    // The quote that the span before it belongs to, if it is speech.
    let mut before: Option<usize> = None;
    while at < spans.len() {
        let mut end = at + 1;
        while end < spans.len() && goes_on(reading, &spans[end - 1..=end], &assigned[end - 1..=end])
        {
            end += 1;
        }
        let continued = before.filter(|_| spans[at].continues);
        let speech = speech(reading, &spans[at..end], &assigned[at..end]);
        before = speech.map(|speech| {
            found.push(Speech {
                continues: continued,
                ..speech
            });
            found.len() - 1
        });
        at = end;
    }
    found
}

/// Do two spans make one quote, with only "she said" between them?
fn goes_on(reading: &Reading, spans: &[Span], assigned: &[Assigned]) -> bool {
    let ([first, second], [own, next]) = (spans, assigned) else {
        return false;
    };
    let between = first.outer.end..second.outer.start;
    // What may end earlier is a quote of its own, and no part of a certain one.
    let paired = first.end == End::Closed && second.end != End::Broken;
    let closed = first.block == second.block && paired && first.form == second.form;
    let after = own.speaker.basis.rule == "cue-after" || own.behind;
    let same = next.speaker.who == own.speaker.who;
    let mark = between
        .clone()
        .next_back()
        .is_some_and(|at| reading.is(at, Class::COMMA | Class::STOP | Class::COLON | Class::DASH));
    let comma = !first.last(reading).has(Class::LETTER | Class::DIGIT);
    let stops = between
        .clone()
        .filter(|at| reading.is(*at, Class::STOP) && *at + 1 < between.end);
    let abbreviated = stops
        .into_iter()
        .all(|at| reading.is(at - 1, Class::CAPITAL | Class::SHORT));
    closed
        && after
        && same
        && mark
        && comma
        && abbreviated
        && between.len() <= 40
        && (next.sentence == own.sentence || next.bare)
}

fn speech(reading: &Reading, spans: &[Span], assigned: &[Assigned]) -> Option<Speech> {
    let (first, own) = (spans.first()?, assigned.first()?);
    let count: usize = spans.iter().map(|span| span.count(reading)).sum();
    let basis = spans
        .iter()
        .zip(assigned)
        .filter_map(|(span, assigned)| select::basis(reading, span, assigned))
        .max_by_key(|basis| basis.confidence)?;
    let occasion = occasion::of(reading, own.words.clone(), spans);
    Some(Speech {
        dated: said::spots(reading, &own.words, spans, occasion.as_ref()),
        paragraph: reading.blocks[first.block].paragraph.number,
        runs: spans.iter().map(|span| span.inner.clone()).collect(),
        kind: select::kind(reading, first, count),
        form: match first.form {
            Form::Marks => SpeechForm::Marks,
            Form::Dash => SpeechForm::Dash,
        },
        basis,
        speaker: Speaker {
            ..own.speaker.clone()
        },
        occasion,
        continues: None,
        answers: None,
    })
}
