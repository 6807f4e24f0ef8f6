//! Speakers whom no verb of speech of any list names: behind a relative clause, and before a verb that is not
//! known.

use super::super::attribution::{AFTER, Attribution, EARLIER};
use super::super::cue::{Cue, Manner};
use super::super::frame::Frame;
use super::super::phrase::{Finder, Head};
use crate::extract::confidence::Confidence;
use crate::extract::lexicon::Class;
use crate::extract::name::People;

/// Who is named behind a relative clause: "the man who said so was Ng: “…”".
pub(super) fn renamed(
    frame: &Frame,
    people: &People,
    cues: &[Cue],
    quote: usize,
) -> Option<Attribution> {
    let end = cues.partition_point(|cue| cue.at < quote);
    let cue = cues[..end].last()?;
    let who = cue
        .at
        .checked_sub(1)
        .filter(|at| frame.is(*at, Class::WHO))?;
    let be = (who + 2..quote).find(|at| frame.is(*at, Class::BE))?;
    let finder = Finder { frame, people };
    let phrase = finder.starting(be + 1, quote)?;
    let last = frame.place(phrase.words.end - 1)? + 1;
    let over = last == quote || last + 1 == quote && frame.is(last, Class::COLON | Class::COMMA);
    let named = matches!(phrase.head, Head::Mention(_) | Head::Name);
    (over && named).then_some(Attribution {
        phrase,
        basis: EARLIER,
        manner: Some(cue.manner),
        gap: 0,
        adjacent: true,
        behind: false,
    })
}

/// "…," Ng quipped: a comma, a name, and a verb that no list has.
pub(super) fn unknown_verb(frame: &Frame, people: &People, quote: usize) -> Option<Attribution> {
    let word = frame.word(quote + 1)?;
    let at = people
        .place(word)
        .filter(|at| people.mentions[*at].words.start == word);
    let pronoun = frame.is(quote + 1, Class::HE | Class::SHE);
    let end = at.map_or(word + 1, |at| people.mentions[at].words.end);
    let verb = frame.reading().word(frame.word(frame.place(end)?)?);
    // "Ng shot back"
    let back = matches!(verb, "shot" | "hit" | "came" | "fired" | "hits" | "shoots")
        && frame
            .place(end)
            .is_some_and(|at| frame.reads(at + 1, &["back"]));
    let past = back
        || verb.len() > 3
            && (verb.ends_with("ed") || verb.ends_with('s'))
            && verb.starts_with(char::is_lowercase);
    if !past || !(pronoun || at.is_some()) {
        return None;
    }
    let finder = Finder { frame, people };
    let phrase = finder.starting(quote + 1, frame.items.len())?;
    let basis = AFTER.at_most(Confidence::Likely);
    Some(Attribution {
        phrase,
        basis,
        manner: Some(Manner::Weak),
        gap: 0,
        adjacent: true,
        behind: true,
    })
}
