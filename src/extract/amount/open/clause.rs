//! The clause of a figure, and what it is told of: "Korean direct investment came to …".

use std::ops::Range;

use super::actor::is_actor;
use super::phrase;
use super::verb;
use crate::dossier::spelled::small;
use crate::extract::lexicon::{self, Class};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// Words to either side that are looked at: a sentence may be as long as its text.
const REACH: usize = 60;
/// Words before a figure in which a thing may be named in full.
const NAMED: usize = 240;

/// The words of the sentence of the word `of` before the word `at`, nearest first.
fn back<'w>(words: &'w Words<'_>, at: usize, of: usize) -> impl Iterator<Item = usize> + 'w {
    (at.saturating_sub(REACH)..at)
        .rev()
        .take_while(move |one| words.same_sentence(*one, of))
}

/// The words of the clause around a figure.
pub(super) fn around(words: &Words<'_>, figure: &Range<usize>) -> Range<usize> {
    let mut end = figure.end;
    let most = end + REACH;
    while end < most && words.same_sentence(figure.start, end) && !ends(words, end) {
        end += 1;
    }
    start(words, figure.start)..end
}

fn ends(words: &Words<'_>, at: usize) -> bool {
    matches!(words.low(at), "," | ";" | ":" | "–" | "—" | "(" | ")")
        || lexicon::of(words.low(at)).has(Class::WHO)
        || words.low(at) == "that"
        || is_link(words, at)
}

/// "while", "because": another clause begins. "as many as" and "than" compare.
fn is_link(words: &Words<'_>, at: usize) -> bool {
    let as_clause = words.low(at) == "as" && matches!(words.low_before(at), "," | "even" | "just");
    let class = lexicon::of(words.low(at));
    as_clause
        || class.has(Class::CLAUSE)
            && !matches!(
                words.low(at),
                "as" | "than" | "so" | "that" | "si" | "comme" | "once"
            )
}

/// The first word of the clause of the word `at`.
fn start(words: &Words<'_>, at: usize) -> usize {
    let mut start = at;
    let mut verb = false;
    let mut closed = false;
    while start > 0 && start + REACH > at && words.same_sentence(start - 1, at) {
        let before = start - 1;
        let class = lexicon::of(words.low(before));
        if let Some(opening) = aside(words, before) {
            start = opening;
            continue;
        }
        closed |= words.low(before) == ")";
        let mark = matches!(words.low(before), ";" | ":" | "–" | "—" | "\"" | "“")
            || words.low(before) == "(" && !closed;
        closed &= words.low(before) != "(";
        let with = words.low(before) == "with" && words.low_before(before) == ",";
        let said = verb && is_said(words, before, start);
        let that = words.low(before) == "that" && verb && !verb::is_verb(words, start);
        // "Sales rose to … and purchases fell to": another clause, if the words before it have a verb.
        let and = class.has(Class::AND) && verb && opens_clause(words, before, start);
        if mark
            || is_link(words, before)
            || class.has(Class::WHO)
            || with && verb
            || that
            || said
            || and
        {
            return start;
        }
        verb |= verb::is_verb(words, before);
        start = before;
    }
    start
}

/// Where an aside begins that ends with the mark `at`, and behind which the clause goes on: "deliveries – ore,
/// above all – shrank", "the fund, which was set up in May, has".
fn aside(words: &Words<'_>, at: usize) -> Option<usize> {
    let mark = words.low(at);
    let goes_on = matches!(mark, "–" | "—" | ",") && verb::is_any(words, at + 1);
    let mut before = back(words, at, at);
    if mark != "," {
        return goes_on.then(|| before.find(|at| matches!(words.low(*at), "–" | "—")))?;
    }
    let open = goes_on.then(|| before.find(|at| words.low(*at) == ","))??;
    let who = lexicon::of(words.low(open + 1)).has(Class::WHO);
    who.then_some(open)
}

/// "The minister said the volume came to": what is said is a clause of its own.
fn is_said(words: &Words<'_>, at: usize, next: usize) -> bool {
    let class = lexicon::of(words.low(at));
    class.has(Class::SAY) && !class.has(Class::NOUN) && phrase::from(words, next).is_some()
}

/// Does a subject follow the "and", and a verb precede it?
fn opens_clause(words: &Words<'_>, and: usize, next: usize) -> bool {
    let subject = phrase::from(words, next).is_some() || is_pronoun(words, next);
    let before = back(words, and, and).any(|at| verb::is_verb(words, at));
    subject && before && !verb::is_verb(words, next)
}

fn is_pronoun(words: &Words<'_>, at: usize) -> bool {
    lexicon::of(words.low(at)).has(Class::PRONOUN | Class::THIRD)
}

/// What the clause of a figure, which begins with the word `figure`, is told of.
pub(super) fn subject(words: &Words<'_>, figure: usize) -> Option<Range<usize>> {
    if let Some(gapped) = gapped(words, figure) {
        return Some(gapped);
    }
    let start = start(words, figure);
    let (first, relative) = (start, start.checked_sub(1));
    let who = relative.filter(|at| lexicon::of(words.low(*at)).has(Class::WHO));
    if let Some(who) = who {
        let pronoun = verb::is_verb(words, first) || words.low(who) == "whose";
        if pronoun || preposition(words, who.wrapping_sub(1)) {
            return antecedent(words, who);
        }
    }
    told(words, start..figure, 1)
}

/// "Tea accounts for 12 percent, and maize for 9 percent": what has no verb of its own.
fn gapped(words: &Words<'_>, figure: usize) -> Option<Range<usize>> {
    let end = figure - usize::from(figure > 0 && preposition(words, figure - 1));
    let own = phrase::before(words, end).filter(|own| !phrase::is_abstract(words, own))?;
    let mut opener = own.start;
    while opener > 0 && phrase::is_article(words, opener - 1) {
        opener -= 1;
    }
    if words.low_before(opener) == "of"
        && matches!(words.low(opener.wrapping_sub(2)), "those" | "that")
    {
        opener -= 2;
    }
    let opens = matches!(words.low_before(opener), "," | "and" | "but");
    let before = || back(words, opener.saturating_sub(1), figure);
    let number = |at: usize| {
        words
            .get(at)
            .is_some_and(|word| word.kind == TokenKind::Number)
    };
    let verb = before().any(|at| verb::is_any(words, at));
    (opens && verb && before().any(number)).then_some(own)
}

/// "the second comes to": an ordinal, and what was called the first before.
pub(super) fn ordinal(words: &Words<'_>, figure: usize) -> Option<(usize, Range<usize>)> {
    let clause = start(words, figure)..figure;
    let first = past_intro(words, &clause);
    let at = first + usize::from(phrase::is_article(words, first));
    let is_ordinal = matches!(
        words.low(at),
        "second" | "third" | "fourth" | "fifth" | "last"
    );
    if !is_ordinal || !verb::is_verb(words, at + 1) {
        return None;
    }
    let places = (at.saturating_sub(NAMED)..at).rev();
    let places = places.filter(|at| words.low(*at) == "first");
    let mut named = places.filter_map(|one| phrase::from(words, one + 1));
    Some((at, named.next()?))
}

/// What "which" stands for: the phrase before it.
fn antecedent(words: &Words<'_>, who: usize) -> Option<Range<usize>> {
    let mut end = who;
    while end > 0 && (words.low(end - 1) == "," || preposition(words, end - 1)) {
        end -= 1;
    }
    chain(words, end)
}

fn preposition(words: &Words<'_>, at: usize) -> bool {
    lexicon::of(words.low(at)).has(Class::PREPOSITION)
}

/// The subject of a clause, whose verb is before its end; `back` sentences may be gone back for a pronoun.
fn told(words: &Words<'_>, clause: Range<usize>, back: usize) -> Option<Range<usize>> {
    let first = past_intro(words, &clause);
    if first >= clause.end {
        return None;
    }
    let demonstrative = matches!(words.low(first), "this" | "that" | "these" | "those");
    let own = phrase::from(words, first).filter(|own| own.end <= clause.end);
    let Some(own) = own else {
        let pronoun = matches!(words.low(first), "it" | "they") || demonstrative;
        return (pronoun && back > 0)
            .then(|| before(words, first, false))
            .flatten();
    };
    let whole = phrase::joined(words, &own);
    let own = if whole.end < clause.end && verb::is_any(words, whole.end) {
        whole
    } else {
        own
    };
    let whole = phrase::extended(words, &own, clause.end);
    if phrase::is_abstract(words, &own) && whole == own {
        let next = within(words, own.end..clause.end);
        let ordinal = matches!(
            words.low(own.start),
            "first" | "second" | "third" | "fourth"
        );
        let the = !ordinal && matches!(words.low(first), "the" | "this" | "that" | "its");
        let before = || {
            (back > 0 && the)
                .then(|| before(words, first, false))
                .flatten()
        };
        return next.or_else(before);
    }
    Some(named_before(words, &whole).unwrap_or(whole))
}

/// The first other phrase in a clause that says what it is of, behind a preposition, before the verb.
fn within(words: &Words<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut places = range.clone().filter(|at| preposition(words, *at));
    places.find_map(|at| {
        let number = words
            .get(at + 1)
            .is_some_and(|word| word.kind == TokenKind::Number);
        let found = phrase::from(words, at + 1 + usize::from(number))
            .filter(|found| found.end <= range.end)?;
        let fits = !phrase::is_abstract(words, &found) && !phrase::is_country(words, &found);
        fits.then(|| phrase::extended(words, &found, range.end))
    })
}

/// The subject of the sentence before that of the word `at`; its object, if it is told of somebody.
pub(super) fn before(words: &Words<'_>, at: usize, actors: bool) -> Option<Range<usize>> {
    let first = back(words, at + 1, at).last()?;
    let end = first.checked_sub(1)?;
    let start = back(words, end + 1, end).last()?;
    let colon = (start..end).rev().find(|at| words.low(*at) == ":");
    let clause = colon.map_or(start, |at| at + 1)..end;
    let opener = past_intro(words, &clause);
    let subject = told(words, clause, 0).filter(|_| !is_pronoun(words, opener));
    if let Some(subject) = subject.filter(|found| actors || !is_actor(words, found)) {
        return Some(subject);
    }
    let verb = (opener + 1..end).find(|at| verb::is_any(words, *at))?;
    let object = phrase::joined(words, &phrase::from(words, verb + 1)?);
    Some(phrase::extended(words, &object, end))
}

/// Behind what is before the subject: "In July,", "Under the plan,", "And in 2019".
fn past_intro(words: &Words<'_>, clause: &Range<usize>) -> usize {
    const MOST: usize = 4;
    let mut at = clause.start;
    for _ in 0..MOST {
        let class = lexicon::of(words.low(at));
        let number = words
            .get(at)
            .is_some_and(|word| word.kind == TokenKind::Number);
        let comma = words.low(at) == "," || matches!(words.low(at), "“" | "\"" | "-");
        let counts = small(words.low(at)).is_some() && words.low(at + 1) != "-"
            || words
                .get(at + 1)
                .is_some_and(|word| word.kind == TokenKind::Number);
        if class.has(Class::AND | Class::TIME) || number || comma || counts {
            at += 1;
            continue;
        }
        let intro = Class::PREPOSITION | Class::ADVERB | Class::ACCORDING | Class::CLAUSE;
        let gerund = words.low(at).ends_with("ing") && at == clause.start;
        if !class.has(intro) && !gerund && words.low(at) != "out" {
            break;
        }
        let near = at..clause.end.min(at + 16);
        let comma = near.clone().find(|at| words.low(*at) == ",");
        let verb = near.clone().find(|at| verb::is_verb(words, *at));
        let sentence = class.has(Class::CLAUSE) || gerund;
        match comma.filter(|comma| sentence || verb.is_none_or(|verb| *comma < verb)) {
            Some(comma) => at = comma + 1,
            None if gerund => break,
            None => at = phrase::from(words, at + 1).map_or(at + 1, |found| found.end),
        }
    }
    at
}

/// "The contract is worth": where it was named in full before.
fn named_before(words: &Words<'_>, whole: &Range<usize>) -> Option<Range<usize>> {
    let article = matches!(
        words.low_before(whole.start),
        "the" | "this" | "these" | "those"
    );
    if whole.len() > 1 || !article {
        return None;
    }
    let noun = words.low(whole.start);
    let places = (whole.start.saturating_sub(NAMED)..whole.start).rev();
    let places = places.filter(|at| words.low(*at) == noun);
    places.into_iter().find_map(|at| {
        let own = phrase::before(words, at + 1)?;
        let full = phrase::extended(words, &own, whole.start);
        (full.len() > 1 && full.end > at).then_some(full)
    })
}

fn is_agreement(words: &Words<'_>, own: &Range<usize>) -> bool {
    let low = words.low(own.end - 1);
    matches!(
        low,
        "agreement" | "protocol" | "memorandum" | "contract" | "deal" | "accord" | "treaty"
    )
}

/// What is expected to reach a figure: "expects the figure to reach".
pub(super) fn expected(words: &Words<'_>, figure: usize) -> Option<Range<usize>> {
    let to = figure.checked_sub(2).filter(|at| words.low(*at) == "to")?;
    let own = phrase::before(words, to).filter(|_| words.same_sentence(to, figure))?;
    if !phrase::is_abstract(words, &own) {
        return Some(own);
    }
    matches!(words.low_before(own.start), "the" | "this" | "that")
        .then(|| before(words, own.start, false))
        .flatten()
}

/// The phrase that ends before the word `end`, from the noun that what is behind it is joined to:
/// "order for machines from the railways".
pub(super) fn chain(words: &Words<'_>, end: usize) -> Option<Range<usize>> {
    let mut own = phrase::before(words, end)?;
    let mut best = (!phrase::is_abstract(words, &own)).then(|| own.clone());
    for _ in 0..3 {
        let mut opener = own.start;
        while opener > 0 && phrase::is_article(words, opener - 1) {
            opener -= 1;
        }
        let Some(joint) = opener.checked_sub(1).filter(|at| {
            let low = words.low(*at);
            let passes = preposition(words, *at) || low == "worth";
            passes && words.same_sentence(*at, own.start)
        }) else {
            break;
        };
        let agreed = phrase::before(words, joint).is_some_and(|own| is_agreement(words, &own));
        let on = !agreed
            && matches!(
                words.low(joint),
                "on" | "under" | "about" | "after" | "during" | "at" | "by"
            );
        let Some(next) = phrase::before(words, joint) else {
            break;
        };
        if best.is_some() && (on || phrase::is_abstract(words, &next)) {
            break;
        }
        if !phrase::is_abstract(words, &next) {
            best = Some(next.clone());
        }
        own = next;
    }
    let best = best?;
    let full = phrase::extended(words, &best, end);
    Some(full)
}
