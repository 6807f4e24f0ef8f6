//! The verbs of speech of a sentence, each with its subject.

use super::super::lexicon::Class;
use super::super::name::People;
use super::frame::Frame;
use super::phrase::{Finder, Found, Head, Phrase};
use super::unsaid::is_unsaid;

/// In what way words bring speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Manner {
    /// Said, saying.
    Says,
    /// Called, described.
    Names,
    /// Continued, thinks: only next to the quote.
    Weak,
    /// According to.
    According,
    /// "Did not say", "refused to call": nobody said it.
    Denied,
}

/// A verb of speech, and who does it.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    /// Its place among the items.
    pub(super) at: usize,
    pub(super) manner: Manner,
    pub(super) subject: Option<Found>,
    /// The phrase behind it, where that may be the subject: "said Ng".
    pub(super) behind: Option<Phrase>,
}

/// The verbs of speech of a sentence, in order.
pub(super) fn cues(frame: &Frame, people: &People) -> Vec<Cue> {
    let finder = Finder { frame, people };
    let all = 0..frame.items.len();
    all.filter_map(|at| cue(&finder, at)).collect()
}

fn cue(finder: &Finder, at: usize) -> Option<Cue> {
    let frame = finder.frame;
    if let Some(source) = source(frame, at) {
        let subject = finder.starting(source, frame.items.len());
        return Some(Cue {
            at,
            manner: Manner::According,
            subject: subject.map(|phrase| Found {
                phrase,
                direct: true,
            }),
            behind: None,
        });
    }
    let manner = manner(frame, at)?;
    if is_noun(finder, at) {
        return None;
    }
    let manner = if is_unsaid(frame, at) {
        Manner::Denied
    } else {
        manner
    };
    if is_passive(frame, at) {
        let agent = by_agent(finder, at)?;
        return Some(Cue {
            at,
            manner,
            subject: Some(Found {
                phrase: agent,
                direct: true,
            }),
            behind: None,
        });
    }
    let quoted_before = at > 0
        && (frame.is_quote(at - 1)
            || at > 1 && frame.is(at - 1, Class::COMMA | Class::DASH) && frame.is_quote(at - 2));
    let foreign = frame.is(at, Class::FRENCH | Class::CYRILLIC);
    let inverted = quoted_before || foreign || at == 0;
    let is_aside = !inverted && frame.is(at - 1, Class::COMMA);
    let mut behind = (inverted || is_aside).then(|| finder.behind(at)).flatten();
    if is_aside {
        behind = behind.filter(|phrase| is_before_comma(frame, phrase));
    }
    Some(Cue {
        at,
        manner,
        subject: finder.before(at).filter(|_| !is_aside || behind.is_none()),
        behind,
    })
}

/// Where the source is named behind "according to" or "in the words of".
fn source(frame: &Frame, at: usize) -> Option<usize> {
    if frame.is(at, Class::ACCORDING) {
        return Some(at + 1 + usize::from(frame.reads(at + 1, &["to"])));
    }
    let in_words = at >= 2
        && frame.reads(at - 2, &["in"])
        && frame.reads(at, &["words"])
        && frame.reads(at + 1, &["of"]);
    in_words.then_some(at + 2)
}

fn manner(frame: &Frame, at: usize) -> Option<Manner> {
    if frame.is(at, Class::CAPITAL) && at > 0 {
        return None;
    }
    if frame.is(at, Class::SAY)
        || frame.is(at, Class::SAYING) && !frame.is(at, Class::CALL | Class::WEAK)
    {
        Some(Manner::Says)
    } else if frame.is(at, Class::CALL) {
        Some(Manner::Names)
    } else if frame.is(at, Class::WEAK) {
        Some(Manner::Weak)
    } else {
        None
    }
}

/// Is the word a noun here: "the report", "his claims"?
fn is_noun(finder: &Finder, at: usize) -> bool {
    let frame = finder.frame;
    if !frame.is(at, Class::NOUN) {
        return false;
    }
    let Some(before) = at.checked_sub(1) else {
        return true;
    };
    let mention = frame
        .word(before)
        .and_then(|word| finder.people.place(word))
        .is_some();
    let head = Class::HE
        | Class::SHE
        | Class::THEY
        | Class::PRONOUN
        | Class::PEOPLE
        | Class::WHO
        | Class::UPPER
        | Class::CLOSING;
    let subject = head
        | Class::AUXILIARY
        | Class::ADVERB
        | Class::BODY
        | Class::ROLE
        | Class::COMMA
        | Class::AND;
    let owned = frame.is(before, Class::POSSESSIVE | Class::DETERMINER);
    let infinitive = frame.reads(before, &["to"]);
    owned
        || !(mention
            || infinitive
            || frame.is_quote(before)
            || frame.is(before, subject | Class::CAPITAL))
}

/// Was it said of or to the subject: "was told", "when asked"?
fn is_passive(frame: &Frame, at: usize) -> bool {
    if !frame.is(at, Class::PARTICIPLE)
        || frame.is(at, Class::SAYING)
        || frame.reads(at, &["quoted", "cited"])
    {
        return false;
    }
    let mut before = at;
    while before > 0 && frame.is_filler(before - 1) {
        before -= 1;
        if frame.is(before, Class::BE) {
            return true;
        }
    }
    let asked = frame.reads(at, &["asked", "pressed", "questioned", "challenged"]);
    let about = Class::PREPOSITION | Class::CLAUSE;
    let led = before == 0
        || frame.is(before - 1, Class::CLAUSE | Class::COMMA) && frame.is(at + 1, about);
    // "Odera said by telephone": how, not by whom.
    let by = frame.reads(at + 1, &["by"]) && !frame.reads(at + 2, &MEANS);
    asked && led && !frame.is_quote(at + 1) || by
}

/// By what people speak who are far away.
const MEANS: [&str; 9] = [
    "telephone",
    "phone",
    "e",
    "email",
    "video",
    "videolink",
    "letter",
    "text",
    "message",
];

/// Who did it, in "was described by Ng as".
fn by_agent(finder: &Finder, at: usize) -> Option<Phrase> {
    let frame = finder.frame;
    let by = (at + 1..at + 8).find(|at| frame.is_quote(*at) || frame.reads(*at, &["by", "par"]))?;
    if frame.is_quote(by) {
        return None;
    }
    finder.starting(by + 1, frame.items.len())
}

/// "The boats, joked Ng, “may be of use”": is a phrase a name with a comma behind it?
fn is_before_comma(frame: &Frame, phrase: &Phrase) -> bool {
    let last = phrase.words.end.checked_sub(1);
    let last = last.and_then(|word| frame.place(word));
    let is_comma = last.is_some_and(|at| frame.is(at + 1, Class::COMMA));
    is_comma && matches!(phrase.head, Head::Mention(_))
}
