//! Offices that a sentence gives by what their holders do: "who moderated the session", "had headed the central
//! bank".

use std::ops::Range;

use super::run::Predicate;
use crate::dossier::Ref;
use crate::vet::words::{Word, is_one_of};

/// Words between somebody and the verb.
const LEAD: &str = "who had has have once previously formerly earlier also used to then himself herself before that \
    at the time now currently";

/// Words for what a moderator leads.
const SESSIONS: &str = "session discussion debate panel conversation talk";

/// The offices of people who are said to do what belongs to them.
pub(super) fn titles(words: &[Word], people: &[(Ref, Range<usize>)]) -> Vec<Predicate> {
    let found = people.iter().filter_map(|(person, name)| {
        if let Some(title) = chaired_by(words, name.start) {
            return Some(Predicate {
                person: *person,
                title,
                office: Some("moderator".to_owned()),
                was: false,
            });
        }
        let (verb, was) = verb(words, name.end)?;
        let (office, end) = office(words, verb)?;
        Some(Predicate {
            person: *person,
            title: words[verb].range.start..words[end].range.end,
            office: Some(office),
            was,
        })
    });
    found.collect()
}

/// "chaired by Lavrov, the session": the verb before somebody who is said to have led a session.
fn chaired_by(words: &[Word], name: usize) -> Option<Range<usize>> {
    /// Words to either side in which the session is named.
    const NEAR: usize = 8;
    let verb = name.checked_sub(2)?;
    let is_by = words[verb + 1].low == "by" && !words[verb].quoted;
    let is_verb = matches!(&*words[verb].low, "moderated" | "chaired");
    let near = &words[verb.saturating_sub(NEAR)..words.len().min(name + NEAR)];
    let is_session = near.iter().any(|word| is_one_of(SESSIONS, &word.low));
    (is_by && is_verb && is_session).then(|| words[verb].range.clone())
}

/// The place of the verb behind somebody, and whether it is told of the past.
fn verb(words: &[Word], end: usize) -> Option<(usize, bool)> {
    /// Words before it, at most.
    const MOST: usize = 5;
    let leads = |at: &usize| is_one_of(LEAD, &words[*at].low);
    let skipped = (end..words.len()).take(MOST).take_while(leads).count();
    let verb = end + skipped;
    let lead = words.get(end..verb)?;
    // Behind a comma only "who" goes on with a name.
    let who = words.get(end)?;
    let is_close = who.mark.is_none() || who.low == "who";
    let is_whole = (end + 1..=verb).all(|at| words.get(at).is_some_and(|word| word.mark.is_none()));
    let past = |word: &Word| {
        matches!(
            word.low.as_str(),
            "had" | "once" | "previously" | "formerly" | "earlier" | "used" | "before"
        )
    };
    let was = lead.iter().any(past);
    (is_close && is_whole && !words.get(verb)?.quoted).then_some((verb, was))
}

/// The office of somebody who does so, and the last word of it: "headed the ministry of finance".
fn office(words: &[Word], verb: usize) -> Option<(String, usize)> {
    const TEXTS: &str = "article piece commentary";
    let the = words.get(verb + 1)?;
    let is_definite = matches!(the.low.as_str(), "the" | "this" | "that");
    match words[verb].low.as_str() {
        "moderated" | "moderates" | "chaired" | "hosted" => {
            let end = behind(words, verb + 2, SESSIONS).filter(|_| is_definite)?;
            Some(("moderator".to_owned(), end))
        }
        "wrote" | "authored" | "penned" => {
            let end = behind(words, verb + 2, TEXTS).filter(|_| is_definite)?;
            Some(("author".to_owned(), end))
        }
        "holds" | "held" => portfolio(words, verb + 1).filter(|_| is_definite),
        "heads" | "headed" | "leads" | "led" | "runs" | "ran" | "run" => headed(words, verb + 1),
        _ => None,
    }
}

/// One of several nouns, right there or behind a word or two that tell which: "the forum session".
fn behind(words: &[Word], first: usize, nouns: &str) -> Option<usize> {
    /// Words before the noun.
    const NEAR: usize = 3;
    let near = (first..words.len()).take(NEAR);
    let mut near = near.take_while(|at| words[*at].mark.is_none());
    near.find(|at| is_one_of(nouns, &words[*at].low))
}

/// The office of who holds "the energy portfolio".
fn portfolio(words: &[Word], first: usize) -> Option<(String, usize)> {
    /// Words of its name.
    const MOST: usize = 5;
    let is_part = |at: &usize| words[*at].mark.is_none() && !words[*at].quoted;
    let mut name = (first..words.len()).take(MOST).take_while(is_part);
    let end = name.find(|at| words[*at].low == "portfolio")?;
    let lows: Vec<&str> = words[first..end]
        .iter()
        .map(|word| word.low.as_str())
        .collect();
    (lows.len() > 1).then(|| (format!("{} minister", lows.join(" ")), end))
}

/// The office of who heads a ministry or a central bank.
fn headed(words: &[Word], first: usize) -> Option<(String, usize)> {
    /// Words of a name.
    const MOST: usize = 7;
    let is_part = |at: &usize| words[*at].mark.is_none() && !words[*at].quoted;
    let name = (first..words.len()).take(MOST).take_while(is_part);
    let lows: Vec<&str> = name.map(|at| words[at].low.as_str()).collect();
    let at = lows
        .iter()
        .position(|low| matches!(*low, "ministry" | "bank"))?;
    let before = lows[..at].join(" ");
    if lows[at] == "bank" {
        let is_central = lows[..at].contains(&"central");
        return is_central.then(|| (format!("governor of {before} bank"), first + at));
    }
    let is_of = |low: &&str| matches!(*low, "of" | "for");
    if !lows.get(at + 1).is_some_and(is_of) {
        return Some((format!("{before} minister"), first + at));
    }
    let ends = |low: &&str| {
        !matches!(
            *low,
            "and" | "at" | "in" | "from" | "until" | "when" | "before"
        )
    };
    let joined = lows.get(at + 3).is_some_and(|low| *low == "and");
    let of: Vec<&str> = if joined {
        lows[at + 1..].iter().take(4).copied().collect()
    } else {
        lows[at + 1..]
            .iter()
            .copied()
            .take_while(|low| ends(low))
            .take(2)
            .collect()
    };
    Some((
        format!("{before} minister {}", of.join(" ")),
        first + at + of.len(),
    ))
}
