//! The words that name an instrument: from its first attribute to the end of what it is about.

mod place;

use std::ops::Range;

use super::instrument::{Instrument, instrument};
use crate::dossier::countries;
use crate::extract::date::TimeExpression;
use crate::extract::token::TokenKind;
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;
pub(super) use place::{before_place, past_place};

/// Words that end a phrase to either side of its noun.
static BOUNDARIES: WordList = WordList::new(
    "is are was were be been being ainsi has have had will would shall should can could may might must do does \
     did signed sign signs signing inked concluded adopted approved ratified initialled exchanged \
     discussed discuss discussing considered considering which that who when where while after \
     instead rather except before during following under at as by since until although because but if whereas he she \
     they it we i said says told added noting including also to from into than then so not into \
     adopt adopts approve approves expect expects seek seeks eye eyes launch launches ink inks finalise finalize \
     expires expired lapses lapsed ends ended ran applies runs remains remain stays entered came comes went goes took \
     becomes became begins began starts started ceased awaits awaiting continues initialed provides envisages covers calls replaces replaced follows \
     followed extends updates here enters comes opens gives helps allows makes aims paves est sont ont sera seront été signé signés \
     dating nor lapse expire begin resume fell too produced yielded планируется планируют подписан подписано подписаны было будет вступило вступил не",
);

/// Endings of adjectives in Russian.
const ADJECTIVES: [&str; 9] = ["ое", "ый", "ий", "ую", "ая", "ого", "ые", "ых", "–"];

/// Words that end it before its noun only.
static BEFORE_NOUN: WordList = WordList::new("of on in for with between and or about over et");

/// Attributes and articles before, and the noun itself with what follows.
pub(super) fn extent(
    words: &Words<'_>,
    head: usize,
    found: Instrument,
    times: &[TimeExpression],
) -> Range<usize> {
    let begin = begin(words, head);
    let end = end(words, past_adjective(words, begin, found.end), times);
    begin..end
}

/// Behind the adjective that follows a noun with a French article: "une convention fiscale".
fn past_adjective(words: &Words<'_>, begin: usize, end: usize) -> usize {
    let french = matches!(
        words.low(begin),
        "un" | "une" | "le" | "la" | "cette" | "ce"
    );
    let low = words.low(end);
    let adjective = words
        .get(end)
        .is_some_and(|word| word.kind == TokenKind::Word)
        && words.same_sentence(begin, end)
        && !BOUNDARIES.has(low)
        && !BEFORE_NOUN.has(low)
        && !opens_complement(low)
        && !matches!(low, "et" | "ou" | "à" | "en" | "pour" | "que" | "qui");
    end + usize::from(french && adjective)
}

fn begin(words: &Words<'_>, head: usize) -> usize {
    const MOST: usize = 9;
    let mut at = head;
    while at > 0 && at + MOST > head && words.same_sentence(at - 1, head) {
        let Some(word) = words.get(at - 1) else { break };
        let low = &*word.low;
        // "a $485 million loan agreement"
        let number = words
            .get(at)
            .is_some_and(|next| next.kind == TokenKind::Number);
        let money = number && matches!(low, "$" | "€" | "£");
        let joins = word.kind != TokenKind::Mark || matches!(low, "-" | "–" | "'s") || money;
        let cyrillic = !low.is_ascii() && !ADJECTIVES.iter().any(|ending| low.ends_with(ending));
        let ends = BOUNDARIES.has(low)
            || BEFORE_NOUN.has(low)
                && !is_titled(words, at - 1, head)
                && !joins_attributes(words, at - 1, head);
        if !joins || cyrillic || ends {
            break;
        }
        at -= 1;
        if matches!(
            low,
            "l'" | "d'"
                | "qu'un"
                | "qu'une"
                | "d'un"
                | "d'une"
                | "a"
                | "an"
                | "the"
                | "un"
                | "une"
                | "this"
                | "that"
                | "its"
                | "their"
                | "these"
        ) {
            break;
        }
    }
    at
}

/// Is it the "and" in "a soil and forest partnership"?
fn joins_attributes(words: &Words<'_>, and: usize, head: usize) -> bool {
    let article = and > 1 && matches!(words.low(and - 2), "a" | "an" | "the");
    words.low(and) == "and" && article && and + 2 == head && words.same_sentence(and - 2, head)
}

/// Is it the "of" in "Avoidance of Double Taxation Agreement"?
fn is_titled(words: &Words<'_>, of: usize, head: usize) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    // "the Wells for Growth programme"
    let named = words.low(of) == "for"
        && matches!(words.low(head), "programme" | "program")
        && of > 0
        && capital(of - 1)
        && capital(of + 1);
    named
        || words.low(of) == "of"
            && of > 0
            && words.same_sentence(of - 1, head)
            && matches!(
                words.low(of - 1),
                "avoidance" | "prevention" | "promotion" | "protection"
            )
            && [of - 1, of + 1, head].into_iter().all(capital)
}

fn end(words: &Words<'_>, from: usize, times: &[TimeExpression]) -> usize {
    const MOST: usize = 26;
    let mut at = from;
    // What follows without a preposition is no part of it; "on paper" is no subject.
    let idiom = words.low(at) == "on" && words.low(at + 1) == "paper";
    if idiom || !opens_complement(words.low(at)) || is_date(words, at, times) {
        return from;
    }
    while at < from + MOST && words.same_sentence(from - 1, at) {
        let Some(word) = words.get(at) else { break };
        let low = &*word.low;
        let mark =
            word.kind == TokenKind::Mark && !matches!(low, "-" | "–" | "'" | "’" | "$" | "€" | "%");
        let beside = low == "on" && words.low(at + 1) == "the" && is_beside(words.low(at + 2))
            || low == "in"
                && matches!(
                    words.low(at + 1),
                    "place" | "force" | "effect" | "principle"
                );
        if let Some(close) = quoted_word(words, at) {
            at = close + 1;
            continue;
        }
        if low == "," && continues_title(words, at) {
            at += 1;
            continue;
        }
        let dated = is_date(words, at, times) && !dates_instrument(words, at);
        // "for people under 30"
        let ages = low == "under"
            && words
                .get(at + 1)
                .is_some_and(|w| w.kind == TokenKind::Number);
        if mark || beside || BOUNDARIES.has(low) && low != "to" && !ages || dated {
            break;
        }
        if matches!(low, "and" | "as" | "и" | "et")
            && (begins_another(words, at + 1) || begins_of_another(words, at + 1))
        {
            break;
        }
        at += 1;
    }
    // A small word at the end belongs to what follows.
    while at > from
        && (BEFORE_NOUN.has(words.low(at - 1))
            || matches!(words.low(at - 1), "the" | "a" | "to" | "its" | "their")
            || HEDGES.has(words.low(at - 1))
            || AMENDING.has(words.low(at - 1)))
    {
        at -= 1;
    }
    at
}

/// Words that lead to a date: "on peat around May", "no later than".
static HEDGES: WordList = WordList::new(
    "around circa roughly approximately probably perhaps possibly maybe presumably sometime either no not later earlier early late mid",
);

/// The closing mark of a few words in quotation marks: "a declaration on “third way” cooperation".
fn quoted_word(words: &Words<'_>, open: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let close = match words.low(open) {
        "“" => "”",
        "\"" => "\"",
        _ => return None,
    };
    let end = (open + 2..open + 2 + LONGEST).find(|at| words.low(*at) == close)?;
    let next = words.get(end + 1)?;
    (next.kind == TokenKind::Word && words.same_sentence(open, end + 1)).then_some(end)
}

/// Does a comma stand in a title: "Cooperation in Education, Science and Culture"?
fn continues_title(words: &Words<'_>, comma: usize) -> bool {
    const LONGEST: usize = 5;
    let capital = |at: usize| {
        let word = words.get(at);
        word.is_some_and(|word| word.is_capital() && word.kind == TokenKind::Word)
    };
    let titled = comma > 0 && capital(comma - 1) && capital(comma + 1);
    let mut inside = (comma + 1..comma + 1 + LONGEST)
        .take_while(|at| capital(*at) || matches!(words.low(*at), "and" | ","));
    titled
        && instrument(words, comma + 1).is_none()
        && inside.any(|at| words.low(at) == "and" && at > comma + 1 && capital(at + 1))
        && nation_free(words, comma + 1)
}

/// Do these words name no country, which would be a party or a place?
fn nation_free(words: &Words<'_>, at: usize) -> bool {
    let word = words.get(at);
    word.is_some_and(|word| countries::find(word.text).is_none())
}

/// "on the sidelines of the summit": when it was signed, not what it is about.
fn is_beside(low: &str) -> bool {
    matches!(
        low,
        "sidelines" | "sideline" | "margins" | "fringes" | "occasion" | "eve"
    )
}

/// Behind the dates that follow an instrument: "for 2026-2028".
pub(super) fn past_dates(words: &Words<'_>, end: usize, times: &[TimeExpression]) -> usize {
    if !is_date(words, end, times) {
        return end;
    }
    let next = times.partition_point(|time| time.words.start < end);
    let end = times.get(next).map_or(end, |time| time.words.end);
    end + usize::from(words.low(end) == "period")
}

/// Behind the years of an instrument that says nothing else: without them "a roadmap for 2025-2030" would be
/// any.
pub(super) fn past_span(
    words: &Words<'_>,
    (end, is_bare): (usize, bool),
    times: &[TimeExpression],
) -> usize {
    if is_bare && words.low(end) == "for" {
        past_dates(words, end, times)
    } else {
        end
    }
}

/// What one instrument does to another.
static AMENDING: WordList = WordList::new(
    "amending supplementing implementing extending renewing updating revising modifying",
);

/// Is the year here that of another instrument behind it: "a protocol to the 1994 treaty"?
fn dates_instrument(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 4;
    let preposition = usize::from(matches!(words.low(at), "of" | "on"));
    let article = |at: usize| matches!(words.low(at), "the" | "its" | "their");
    let year = if preposition == 1 && article(at + 1) {
        at + 2
    } else {
        at
    };
    let number = words
        .get(year)
        .is_some_and(|word| word.kind == TokenKind::Number && word.text.len() == 4);
    let near = (year + 1..=year + NEAR).take_while(|place| words.same_sentence(at, *place));
    number
        && year > 0
        && article(year - 1)
        && near
            .take_while(|place| {
                words
                    .get(*place)
                    .is_some_and(|word| word.kind == TokenKind::Word)
            })
            .any(|place| instrument(words, place).is_some())
}

fn opens_complement(low: &str) -> bool {
    AMENDING.has(low)
        || matches!(
            low,
            "on" | "establishing"
                | "for"
                | "of"
                | "between"
                | "with"
                | "concerning"
                | "regarding"
                | "about"
                | "in"
                | "to"
                | "covering"
                | "worth"
                | "waiving"
                | "abolishing"
                | "exempting"
                | "allowing"
                | "regulating"
                | "setting"
                | "creating"
                | "governing"
                | "granting"
                | "easing"
                | "simplifying"
                | "providing"
                | "о"
                | "об"
                | "по"
                | "между"
                | "с"
                | "sur"
                | "de"
                | "entre"
        )
}

/// Does a preposition with a date begin here: "in September 2017", "on Monday"?
fn is_date(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> bool {
    let preposition = matches!(
        words.low(at),
        "in" | "on" | "for" | "at" | "of" | "during" | "в"
    );
    let article = usize::from(preposition && words.low(at + 1) == "the");
    let first = at + usize::from(preposition) + article;
    let next = times.partition_point(|time| time.words.start < first);
    times
        .get(next)
        .is_some_and(|time| time.words.start == first)
}

/// "the Agreement on Ports and of a Protocol on Fish": the same noun governs both.
fn begins_of_another(words: &Words<'_>, at: usize) -> bool {
    matches!(words.low(at), "of" | "on" | "to" | "for")
        && matches!(words.low(at + 1), "a" | "an" | "the")
        && begins_another(words, at + 1)
}

/// Verbs of what else was done, behind an "and": "signed a loan agreement for a line and set a goal".
static DID: WordList = WordList::new(
    "agreed set held met made took gave put began spoke told sent sought vowed went drew laid",
);

/// Does another instrument or a clause follow an "and"?
fn begins_another(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    let article = matches!(
        low,
        "a" | "an" | "the" | "un" | "une" | "two" | "three" | "four" | "several" | "other"
    );
    let near = (at..at + 7).take_while(|place| words.low(*place) != ",");
    BOUNDARIES.has(low)
        || instrument(words, at).is_some()
        || DID.has(low)
        || low.ends_with("ed") && low.len() > 4
        || article
            && near
                .into_iter()
                .any(|place| instrument(words, place).is_some())
}
