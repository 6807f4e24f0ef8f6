//! Which verb of speech, and with it which phrase, a quote belongs to.

mod unlisted;

use super::super::confidence::{Basis, Confidence};
use super::super::lexicon::Class;
use super::super::name::People;
use super::super::quote::span::Span;
use super::attribution::{AFTER, Attribution, EARLIER};
use super::cue::{Cue, Manner};
use super::frame::Frame;
use super::phrase::{Finder, Head};
use unlisted::{renamed, unknown_verb};

/// Items between the end of a quote and the verb behind it, at most.
const BEHIND: usize = 40;

const BEFORE: Basis = Basis::new(
    "cue-before",
    Confidence::Sure,
    "subject of a verb of speech before the quote",
);
const ACCORDING: Basis = Basis::new(
    "according-to",
    Confidence::Sure,
    "the sentence names its source",
);
const INTRODUCTION: Basis = Basis::new(
    "introduction",
    Confidence::Sure,
    "a name and a colon come before the quote",
);
const SIGNATURE: Basis = Basis::new(
    "signature",
    Confidence::Likely,
    "a dash and a name follow the quote",
);
const VIEW: Basis = Basis::new(
    "view",
    Confidence::Likely,
    "the sentence begins with in whose eyes it is so",
);
const SUBJECT: Basis = Basis::new(
    "subject",
    Confidence::Unsure,
    "the subject of the sentence; no verb of speech",
);

/// The attribution of the quote at the item `quote`.
pub(super) fn attribution(
    frame: &Frame,
    people: &People,
    cues: &[Cue],
    quote: usize,
    span: &Span,
) -> Option<Attribution> {
    let before = renamed(frame, people, cues, quote).or_else(|| before(frame, cues, quote));
    let after = after(frame, people, cues, quote, span);
    let opens =
        (0..quote).all(|at| !frame.is(at, Class::LETTER | Class::DIGIT) && !frame.is_quote(at));
    // A comma within the marks belongs to what is said behind them.
    let inside = !span
        .last(frame.reading())
        .has(Class::LETTER | Class::DIGIT | Class::CLOSING);
    let comma = inside || frame.is(quote + 1, Class::COMMA);
    let chosen = match (before, after) {
        (Some(before), Some(after)) => {
            let behind = opens || comma && (after.gap == 0 && !before.adjacent || before.gap > 3);
            Some(if behind { after } else { before })
        }
        (before, after) => after.or(before),
    };
    chosen
        .or_else(|| introduction(frame, people, quote))
        .or_else(|| signature(frame, people, quote))
        .or_else(|| according(frame, cues, quote))
        .or_else(|| view(frame, people, quote))
        .or_else(|| subject(frame, people, quote))
}

/// A name and a colon before the quote: "Lao premier Ng: “…”".
fn introduction(frame: &Frame, people: &People, quote: usize) -> Option<Attribution> {
    let colon = quote
        .checked_sub(1)
        .filter(|at| frame.is(*at, Class::COLON))?;
    let finder = Finder { frame, people };
    let phrase = finder
        .starting(0, colon)
        .filter(|phrase| matches!(phrase.head, Head::Mention(_)))?;
    let alone = frame.place(phrase.words.end - 1)? + 1 == colon;
    alone.then_some(Attribution {
        phrase,
        basis: INTRODUCTION,
        manner: Some(Manner::Says),
        gap: 0,
        adjacent: true,
        behind: false,
    })
}

/// The name behind a quote that is all of a sentence, and a dash: "“…” — Arthur Ng".
fn signature(frame: &Frame, people: &People, quote: usize) -> Option<Attribution> {
    let alone =
        (0..quote).all(|at| !frame.is(at, Class::LETTER | Class::DIGIT) && !frame.is_quote(at));
    let dash = frame.is(quote + 1, Class::DASH | Class::HYPHEN);
    if !alone || !dash || !frame.is(quote + 2, Class::CAPITAL) {
        return None;
    }
    let finder = Finder { frame, people };
    let phrase = finder.starting(quote + 2, frame.items.len())?;
    let next = frame.place(phrase.words.end - 1)? + 1;
    let over =
        next >= frame.items.len() || frame.is(next, Class::COMMA | Class::STOP | Class::OPENING);
    over.then_some(Attribution {
        phrase,
        basis: SIGNATURE,
        manner: Some(Manner::Says),
        gap: 0,
        adjacent: true,
        behind: true,
    })
}

/// The nearest verb before the quote.
fn before(frame: &Frame, cues: &[Cue], quote: usize) -> Option<Attribution> {
    let end = cues.partition_point(|cue| cue.at < quote);
    let near = cues[..end].iter().rev().take(8);
    near.filter(|cue| cue.manner != Manner::According)
        .find_map(|cue| {
            let gap = gap(frame, cue.at, quote);
            let phrase = match (&cue.subject, &cue.behind) {
                (Some(found), None) => found.phrase.clone(),
                (Some(found), Some(_)) if found.direct => found.phrase.clone(),
                (_, Some(behind)) => behind.clone(),
                (None, None) => return None,
            };
            if cue.manner == Manner::Weak && gap > 1 {
                return None;
            }
            if relative(frame, cue, quote) || hollow(frame, cue, &cues[..end]) {
                return None;
            }
            let basis = if gap <= 2 { BEFORE } else { EARLIER };
            let adjacent = (cue.at + 1..quote)
                .all(|at| frame.is(at, Class::CLAUSE | Class::COMMA | Class::COLON));
            Some(Attribution {
                phrase,
                basis,
                manner: Some(cue.manner),
                gap,
                adjacent,
                behind: false,
            })
        })
}

/// A verb of a relative clause that is over before the quote: "those who complain are “…”".
fn relative(frame: &Frame, cue: &Cue, quote: usize) -> bool {
    let Some(found) = &cue.subject else {
        return false;
    };
    let end = frame.place(found.phrase.words.end - 1).unwrap_or(cue.at);
    let verb = (end..cue.at).rev().find(|at| !frame.is_filler(*at));
    let who = verb.is_some_and(|at| frame.is(at, Class::WHO));
    let over =
        (cue.at + 1..quote).any(|at| frame.is(at, Class::BE) || frame.is(at, Class::AUXILIARY));
    let that =
        (cue.at + 1..quote).any(|at| frame.is(at, Class::CLAUSE | Class::COMMA | Class::COLON));
    let anybody = [
        "anyone", "anybody", "those", "everyone", "someone", "people",
    ];
    who && (over || frame.reads(end, &anybody)) && !that
}

/// "Ng says it means “…”": the verb of "it" only goes on with what Ng says.
fn hollow(frame: &Frame, cue: &Cue, before: &[Cue]) -> bool {
    let it = cue.subject.as_ref().is_some_and(|found| {
        let place = frame.place(found.phrase.words.start);
        found.phrase.words.len() == 1 && place.is_some_and(|at| frame.is(at, Class::PRONOUN))
    });
    let after_saying = before
        .iter()
        .any(|other| other.at < cue.at && other.manner == Manner::Says && other.subject.is_some());
    // "Ng said Serbia wanted “…”": what a country wants is in the words of who says so.
    let country = cue.manner == Manner::Weak
        && cue
            .subject
            .as_ref()
            .is_some_and(|found| match found.phrase.head {
                Head::Word(word) => frame.reading().is(word, Class::NATION | Class::BODY),
                Head::Name | Head::Mention(_) => false,
            });
    (it || country) && after_saying
}

/// Words between a verb and the quote behind it, small ones not counted.
fn gap(frame: &Frame, verb: usize, quote: usize) -> usize {
    let between = verb + 1..quote;
    let small = Class::CLAUSE
        | Class::DETERMINER
        | Class::PREPOSITION
        | Class::PRONOUN
        | Class::THIRD
        | Class::ADVERB
        | Class::AUXILIARY
        | Class::TIME;
    between
        .filter(|at| {
            frame.is_quote(*at)
                || frame.is(*at, Class::LETTER | Class::DIGIT) && !frame.is(*at, small)
        })
        .count()
}

/// The verb behind the quote, where its subject is behind the quote too.
fn after(
    frame: &Frame,
    people: &People,
    cues: &[Cue],
    quote: usize,
    span: &Span,
) -> Option<Attribution> {
    let start = cues.partition_point(|cue| cue.at < quote);
    let place = frame.items[quote].at;
    for cue in cues[start..].iter().take(3) {
        let between = quote + 1..cue.at;
        let stopped = between
            .clone()
            .any(|at| frame.is_quote(at) || frame.is(at, Class::SEMICOLON));
        if between.len() > BEHIND || stopped {
            return None;
        }
        let phrase = match (&cue.subject, &cue.behind) {
            (_, Some(behind)) if between.clone().all(|at| is_link(frame, at)) => behind.clone(),
            (Some(found), _) if found.direct && found.phrase.words.start > place => {
                found.phrase.clone()
            }
            _ => continue,
        };
        let gap = frame
            .place(phrase.words.start.max(place + 1))
            .map_or(between.len(), |start| {
                (quote + 1..start.min(cue.at))
                    .filter(|at| frame.is(*at, Class::LETTER))
                    .count()
            });
        let start = frame
            .place(phrase.words.start)
            .unwrap_or(cue.at)
            .min(cue.at);
        let open = span.last(frame.reading()).has(Class::LETTER | Class::DIGIT);
        let other = (quote + 1..start).any(|at| frame.is(at, Class::CLAUSE | Class::AND));
        if gap > 6 && !is_parenthetical(frame, start, cue.at) || open && other {
            continue;
        }
        let basis = if gap == 0 {
            AFTER
        } else {
            AFTER.at_most(Confidence::Likely)
        };
        return Some(Attribution {
            phrase,
            basis,
            manner: Some(cue.manner),
            gap,
            adjacent: gap == 0,
            behind: true,
        });
    }
    unknown_verb(frame, people, quote)
}

/// A mark or auxiliary between a quote and its verb: "…, — said Ng", "…, a dit Ng".
fn is_link(frame: &Frame, at: usize) -> bool {
    let marks = Class::COMMA | Class::DASH | Class::HYPHEN;
    frame.is(at, marks)
        || frame.is_filler(at)
        || frame.reads(at, &["a", "ont", "s’est", "s'est", "t"])
}

/// "…, Ng said.": said of all that comes before.
fn is_parenthetical(frame: &Frame, subject: usize, verb: usize) -> bool {
    let ends = Class::COMMA | Class::STOP | Class::PREPOSITION | Class::TIME;
    let last = verb + 1 == frame.items.len();
    subject > 0
        && frame.is(subject - 1, Class::COMMA | Class::DASH)
        && (last || frame.is(verb + 1, ends))
}

fn according(frame: &Frame, cues: &[Cue], quote: usize) -> Option<Attribution> {
    let named = cues.iter().filter(|cue| cue.manner == Manner::According);
    let near = named.min_by_key(|cue| cue.at.abs_diff(quote))?;
    let found = near.subject.clone()?;
    let gap = gap(frame, near.at.min(quote), near.at.max(quote));
    Some(Attribution {
        phrase: found.phrase,
        basis: ACCORDING,
        manner: Some(Manner::According),
        gap,
        adjacent: false,
        behind: false,
    })
}

/// "For Ng, the accord is “…”": in whose eyes it is so.
fn view(frame: &Frame, people: &People, quote: usize) -> Option<Attribution> {
    if !frame.reads(0, &["for", "pour", "для"]) {
        return None;
    }
    let finder = Finder { frame, people };
    let phrase = finder
        .starting(1, quote)
        .filter(|phrase| matches!(phrase.head, Head::Mention(_)))?;
    let next = frame.place(phrase.words.end - 1)? + 1;
    (next < quote && frame.is(next, Class::COMMA)).then_some(Attribution {
        phrase,
        basis: VIEW,
        manner: Some(Manner::Says),
        gap: quote - next,
        adjacent: false,
        behind: false,
    })
}

/// The subject of the sentence.
fn subject(frame: &Frame, people: &People, quote: usize) -> Option<Attribution> {
    let finder = Finder { frame, people };
    let phrase = finder.main(quote).filter(|phrase| {
        let start = frame.place(phrase.words.start);
        start.is_some_and(|start| start < quote)
    })?;
    Some(Attribution {
        phrase,
        basis: SUBJECT,
        manner: None,
        gap: quote,
        adjacent: false,
        behind: false,
    })
}
