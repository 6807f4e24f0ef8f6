//! Words that tell of a meeting or a visit.

use std::ops::Range;

use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// How the words of an event are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "met with", "held talks with": who acts is before, the other behind.
    Verb,
    /// "visited Laos": who acts is before, the place behind.
    Visit,
    /// "received the minister": the host is before.
    Host,
    /// "a meeting between", "the visit of … to": who takes part is behind.
    Noun,
}

/// A word or phrase for an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cue {
    /// As in the kind of an event: "meeting", "visit", "talks", …
    pub(super) kind: &'static str,
    pub(super) form: Form,
    pub(super) words: Range<usize>,
    /// Does the word itself tell what was?
    pub(super) past: bool,
}

/// Phrases that begin with a verb: phrase, kind, form, and whether it tells what was.
const VERBS: &[(&str, &str, Form, bool)] = &[
    ("met with", "meeting", Form::Verb, true),
    ("meets with", "meeting", Form::Verb, true),
    ("meet with", "meeting", Form::Verb, false),
    ("meeting with", "meeting", Form::Verb, false),
    ("met", "meeting", Form::Verb, true),
    ("held talks", "talks", Form::Verb, true),
    ("hold talks", "talks", Form::Verb, false),
    ("holds talks", "talks", Form::Verb, true),
    ("held a meeting", "meeting", Form::Verb, true),
    ("hold a meeting", "meeting", Form::Verb, false),
    ("held negotiations", "talks", Form::Verb, true),
    (
        "held a telephone conversation",
        "phone call",
        Form::Verb,
        true,
    ),
    ("held a phone call", "phone call", Form::Verb, true),
    ("spoke by phone", "phone call", Form::Verb, true),
    ("spoke by telephone", "phone call", Form::Verb, true),
    ("paid a visit", "visit", Form::Visit, true),
    ("paid an official visit", "visit", Form::Visit, true),
    ("paid a state visit", "visit", Form::Visit, true),
    ("paid a working visit", "visit", Form::Visit, true),
    ("pay a visit", "visit", Form::Visit, false),
    ("pay an official visit", "visit", Form::Visit, false),
    ("pay a state visit", "visit", Form::Visit, false),
    ("pay a working visit", "visit", Form::Visit, false),
    ("arrived in", "visit", Form::Visit, true),
    ("visited", "visit", Form::Visit, true),
    ("visiting", "visit", Form::Visit, false),
    ("to visit", "visit", Form::Visit, false),
    ("will visit", "visit", Form::Visit, false),
    ("received", "meeting", Form::Host, true),
    ("hosted", "meeting", Form::Host, true),
    ("встретился с", "meeting", Form::Verb, true),
    ("встретилась с", "meeting", Form::Verb, true),
    ("провел переговоры с", "talks", Form::Verb, true),
    ("посетил", "visit", Form::Visit, true),
    ("посетила", "visit", Form::Visit, true),
    ("посетит", "visit", Form::Visit, false),
    ("a rencontré", "meeting", Form::Verb, true),
    ("s'est entretenu avec", "talks", Form::Verb, true),
];

/// Phrases that begin with a noun.
const NOUNS: &[(&str, &str)] = &[
    ("meeting of the intergovernmental commission", "session"),
    ("session of the intergovernmental commission", "session"),
    ("meeting of the joint commission", "session"),
    ("session of the joint commission", "session"),
    ("meeting between", "meeting"),
    ("meeting of", "meeting"),
    ("talks between", "talks"),
    ("summit between", "summit"),
    ("visit of", "visit"),
    ("visit by", "visit"),
    ("visit to", "visit"),
];

/// The first words of all phrases: most words of a text are done with here.
static FIRST_WORDS: WordList = WordList::new(
    "met meets meet meeting held hold holds spoke paid pay arrived visited visiting to will \
     received hosted встретился встретилась провел посетил посетила посетит a s'est talks summit \
     visit session",
);

/// The event that begins with the word `at`.
pub(super) fn cue(words: &Words<'_>, at: usize) -> Option<Cue> {
    if !FIRST_WORDS.has(words.low(at)) {
        return None;
    }
    let verb = VERBS.iter().find_map(|(phrase, kind, form, past)| {
        Some((*kind, *form, words.after(at, phrase)?, *past))
    });
    let noun = || {
        NOUNS
            .iter()
            .find_map(|(phrase, kind)| Some((*kind, Form::Noun, words.after(at, phrase)?, false)))
    };
    let (kind, form, end, past) = verb.or_else(noun)?;
    // "met the target", "met requirements": nobody was met.
    let next = end
        + usize::from(matches!(
            words.low(end),
            "with" | "the" | "his" | "her" | "their"
        ));
    let somebody = words.get(next).is_some_and(Word::is_capital);
    let alone = matches!(words.low(end), "in" | "on" | "at" | "for" | "with" | "to");
    // "Visiting Prime Minister": who visits, not whom.
    let attribute = words.low(at) == "visiting"
        && !matches!(
            words.low_before(at),
            "is" | "are" | "was" | "were" | "while"
        );
    if form == Form::Host && !somebody || attribute {
        return None;
    }
    (somebody || alone || kind == "session").then_some(Cue {
        kind,
        form,
        words: at..end,
        past,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_begins_with_a_first_word() {
        let verbs = VERBS.iter().map(|(phrase, ..)| *phrase);
        let nouns = NOUNS.iter().map(|(phrase, _)| *phrase);
        for phrase in verbs.chain(nouns) {
            let first = phrase.split(' ').next().unwrap_or_default();
            assert!(FIRST_WORDS.has(first), "{phrase}");
        }
    }
}
