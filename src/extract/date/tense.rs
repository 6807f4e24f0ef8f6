//! Does a clause look ahead or back? As far as the words near a date tell.

use crate::dossier::spelled::small;
use crate::extract::lexicon::{self, Class};
use crate::extract::modal::is_perhaps;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// The time of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    /// No word tells.
    Open,
}

/// Words before a date that are looked at: a clause is hardly longer.
const BEFORE: usize = 14;
/// Words behind it.
const BEHIND: usize = 10;

/// The tense of the words around a date, from the word `at` to before the word `end`: the nearest
/// word of its clause before it that tells one, else the nearest behind it.
pub(super) fn tense(words: &Words<'_>, at: usize, end: usize) -> Tense {
    let start = before_time_of_day(words, at);
    if let Some(tense) = by_preposition(words, start, end) {
        return tense;
    }
    if matches!(
        words.low(end),
        "deadline" | "summit" | "election" | "elections" | "vote"
    ) {
        return Tense::Future;
    }
    // "Wednesday's ruling", "the Aug. 7 attacks": known to the reader.
    if words.low(end - 1).ends_with("'s") || words.low(end) == "'s" {
        return Tense::Open;
    }
    if words.low_before(start) == "the" && words.get(end).is_some_and(|next| !next.is_glued()) {
        return Tense::Open;
    }
    let before = (start.saturating_sub(BEFORE)..start).rev();
    let near = before
        .take_while(|place| words.same_sentence(*place, at) && !opens_clause(words, *place))
        .find_map(|place| cue(words, place));
    let behind = || {
        (end..end + BEHIND)
            .take_while(|place| words.same_sentence(*place, at))
            .take_while(|place| *place == end || !opens_clause(words, *place))
            .find_map(|place| cue(words, place))
    };
    near.or_else(behind)
        .or_else(|| in_clause_of_time(words, end))
        .unwrap_or(Tense::Open)
}

/// "On 12 May, when the treaty was signed, …": the clause that tells what was on the day.
fn in_clause_of_time(words: &Words<'_>, end: usize) -> Option<Tense> {
    let when = end + usize::from(words.low(end) == ",");
    let clause = (when + 1..when + 1 + BEHIND)
        .take_while(|at| words.same_sentence(*at, end) && !matches!(words.low(*at), "," | ";"));
    let led = words.low(when) == "when";
    clause.filter(|_| led).find_map(|at| cue(words, at))
}

/// The first word of a time of day before the date: "9 a.m. Tuesday".
fn before_time_of_day(words: &Words<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && start + 6 > at {
        let low = words.low(start - 1);
        let clock = matches!(
            low,
            "a.m" | "p.m" | "am" | "pm" | "." | "est" | "edt" | "gmt" | "noon"
        );
        if !clock && !low.starts_with(|c: char| c.is_ascii_digit()) {
            break;
        }
        start -= 1;
    }
    // A date itself may stand behind a point.
    if start < at && words.low(start) == "." {
        at
    } else {
        start
    }
}

/// What the words right before the date tell.
fn by_preposition(words: &Words<'_>, at: usize, end: usize) -> Option<Tense> {
    let ahead = [
        "as early as",
        "as soon as",
        "between now and",
        "no later than",
        "not later than",
        "scheduled for",
        "due",
    ];
    if ahead
        .iter()
        .any(|phrase| words.ending(at, phrase).is_some())
    {
        return Some(Tense::Future);
    }
    let opens = at < 2 || !words.same_sentence(at - 2, at);
    match words.low_before(at) {
        // "Until Thursday, they had not …"
        "until" | "till" | "до" | "by" | "к" if opens => {
            (end..end + BEHIND).find_map(|place| cue(words, place))
        }
        "until" | "till" | "к" | "jusqu'au" | "by" => Some(Tense::Future),
        _ => None,
    }
}

/// Does a clause of its own begin here?
fn opens_clause(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.low(at),
        ";" | "which"
            | "who"
            | "when"
            | "where"
            | "after"
            | "since"
            | "because"
            | "while"
            | "although"
            | "который"
            | "которая"
            | "которое"
            | "которые"
            | "когда"
            | "qui"
            | "weil"
    )
}

fn cue(words: &Words<'_>, at: usize) -> Option<Tense> {
    let low = words.low(at);
    if looks_ahead(low) || plans(words, at) || low.ends_with("'ll") || is_plan(words, at) {
        return Some(Tense::Future);
    }
    let passive = matches!(words.low_before(at), "be" | "to");
    let other = [
        "indeed", "speed", "hundred", "united", "exceed", "proceed", "succeed",
    ];
    let regular = low.len() > 4 && low.ends_with("ed") && !other.contains(&low);
    let french = low == "a" && words.low(at + 1).ends_with('é')
        || matches!(
            low,
            "arrivé" | "arrivée" | "entretenu" | "entretenue" | "rendu" | "rendue"
        );
    ((looks_back(low) || regular || french) && !passive).then_some(Tense::Past)
}

/// "The carrier plans two flights": a verb, and no noun as in "the plans".
fn plans(words: &Words<'_>, at: usize) -> bool {
    let before = lexicon::of(words.low_before(at));
    let noun = before.has(Class::DETERMINER | Class::POSSESSIVE | Class::PREPOSITION);
    let next = words.get(at + 1);
    let counts = next.is_some_and(|next| next.kind == TokenKind::Number)
        || small(words.low(at + 1)).is_some();
    words.low(at) == "plans" && counts && !noun
}

fn looks_ahead(low: &str) -> bool {
    matches!(
        low,
        "will"
            | "shall"
            | "would"
            | "upcoming"
            | "forthcoming"
            | "won't"
            | "planning"
            | "начнется"
            | "состоится"
            | "пройдет"
            | "будет"
            | "будут"
            | "планируется"
            | "планирует"
            | "планируют"
            | "намерен"
            | "намерены"
            | "собирается"
            | "приедет"
            | "состоятся"
            | "пройдут"
            | "doit"
            | "doivent"
            | "flies"
            | "leaves"
            | "departs"
            | "convenes"
            | "ожидается"
            | "предстоит"
            | "запланирован"
            | "запланировано"
            | "запланирована"
            | "aura"
            | "sera"
            | "seront"
            | "rendra"
            | "rendront"
            | "effectuera"
            | "visitera"
            | "recevra"
            | "tiendra"
            | "réunira"
            | "signera"
            | "attendu"
            | "attendue"
            | "attendus"
            | "wird"
            | "werden"
            | "soll"
            | "sollen"
    )
}

fn looks_back(low: &str) -> bool {
    matches!(
        low,
        "was"
            | "were"
            | "had"
            | "did"
            | "said"
            | "told"
            | "met"
            | "made"
            | "came"
            | "went"
            | "took"
            | "began"
            | "rose"
            | "fell"
            | "grew"
            | "held"
            | "gave"
            | "left"
            | "won"
            | "lost"
            | "found"
            | "saw"
            | "got"
            | "sent"
            | "led"
            | "became"
            | "has"
            | "have"
            | "been"
            | "был"
            | "была"
            | "было"
            | "были"
            | "сказал"
            | "сообщил"
            | "сообщила"
            | "заявил"
            | "заявила"
            | "прошел"
            | "прошла"
            | "состоялся"
            | "состоялась"
            | "вырос"
            | "выросла"
            | "составил"
            | "составила"
            | "hat"
            | "haben"
            | "wurde"
            | "war"
            | "ont"
            | "avait"
    )
}

/// "is to", "plans to", "agreed to", "due on": what follows is ahead.
fn is_plan(words: &Words<'_>, at: usize) -> bool {
    let (low, next) = (words.low(at), words.low(at + 1));
    match low {
        // "is to visit Minsk on Thursday and to meet …"
        "to" if words.low_before(at) == "and" => {
            let floor = at.saturating_sub(BEFORE);
            let before = (floor..at - 1).rev();
            before
                .take_while(|place| words.same_sentence(*place, at))
                .any(|place| words.low(place) == "to" && is_plan(words, place))
        }
        "to" => matches!(
            words.low_before(at),
            "is" | "are"
                | "invitation"
                | "set"
                | "about"
                | "decided"
                | "agreed"
                | "promised"
                | "vowed"
                | "pledged"
                | "invited"
                | "scheduled"
                | "expected"
                | "due"
                | "plan"
                | "plans"
                | "planning"
                | "hope"
                | "hopes"
                | "intend"
                | "intends"
                | "going"
                | "wants"
        ),
        "expected" | "due" | "slated" => {
            matches!(next, "for" | "on" | "in" | "to" | "next")
        }
        "planned" => {
            matches!(next, "for" | "to") || matches!(words.low_before(at), "is" | "are" | "be")
        }
        // "The next commission meets in May".
        "meets" | "goes" | "travels" => is_day_near(words, at),
        // "comes into force on 1 July", "expires in May"
        "comes" | "enters" | "takes" | "becomes" => {
            (at + 1..at + 4).any(|at| matches!(words.low(at), "force" | "effect" | "effective"))
        }
        "expires" | "lapses" => true,
        "next" => {
            words.get(at + 1).is_some_and(|word| !word.is_capital())
                && words.low_before(at) == "the"
        }
        _ => next != "have" && is_perhaps(words, at),
    }
}

/// Does a day or a month follow a verb of the present within some words, as in "goes to Brest tomorrow"?
fn is_day_near(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 8;
    let every = |place: usize| matches!(words.low(place), "every" | "each" | "year" | "annually");
    let near = at + 1..at + NEAR;
    near.clone().all(|place| !every(place))
        && near.into_iter().any(|place| words.same_sentence(place, at))
}
