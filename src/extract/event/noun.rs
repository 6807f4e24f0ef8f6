//! Events by their nouns: "a meeting of", "the third session", "a business forum in Istanbul".

use std::ops::Range;

use crate::extract::date::TimeExpression;
use crate::extract::lexicon::{self, Class};
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// Nouns, each with what it is as the kind of an event.
const NOUNS: &[(&str, &str)] = &[
    ("meeting", "meeting"),
    ("talks", "talks"),
    ("consultations", "consultations"),
    ("visit", "visit"),
    ("trip", "visit"),
    ("summit", "summit"),
    ("session", "session"),
    ("forum", "forum"),
    ("conference", "conference"),
    ("dialogue", "forum"),
    ("roundtable", "forum"),
    ("mission", "mission"),
    ("reception", "reception"),
    ("exhibition", "exhibition"),
    ("expo", "exhibition"),
    ("fair", "exhibition"),
    ("ceremony", "ceremony"),
    ("opening", "opening"),
    ("round", "talks"),
    ("negotiations", "talks"),
    ("anniversary", "anniversary"),
    ("встреча", "meeting"),
    ("встречу", "meeting"),
    ("встречи", "meeting"),
    ("переговоры", "talks"),
    ("переговоров", "talks"),
    ("визит", "visit"),
    ("визита", "visit"),
    ("заседание", "session"),
    ("заседания", "session"),
    ("форум", "forum"),
    ("форума", "forum"),
    ("саммит", "summit"),
    ("раунд", "talks"),
    ("rencontre", "meeting"),
    ("réunion", "meeting"),
    ("visite", "visit"),
    ("sommet", "summit"),
];

static FIRST: WordList = WordList::new(
    "meeting talks consultations visit trip summit session forum conference dialogue \
     roundtable mission reception exhibition expo fair ceremony opening round negotiations anniversary встреча встречу \
     встречи переговоры переговоров визит визита заседание заседания форум форума саммит раунд \
     rencontre réunion visite sommet",
);

/// Verbs that an event is the subject of.
static VERBS: WordList = WordList::new(
    "held took takes begins began begin opens opened open starts started lasted ended scheduled \
     planned resume resumes resumed convened due expected set состоялась состоялось состоялись \
     состоится пройдет прошло прошла прошли пройдут запланирован запланировано aura",
);

/// The kind of event whose noun is the word `at`.
pub(super) fn noun(words: &Words<'_>, at: usize) -> Option<&'static str> {
    let low = words.low(at);
    if !FIRST.has(low) || !is_whole(words, at) {
        return None;
    }
    let (_, kind) = NOUNS.iter().find(|(noun, _)| *noun == low)?;
    let before = words.low_before(at);
    let owned = |list: &[&str]| list.contains(&before);
    let fits = match low {
        "round" => words.low(at + 1) == "of" || is_of_talks(words, at),
        "opening" => words.low(at + 1) == "of",
        // "the 40th anniversary of diplomatic relations"
        "anniversary" => {
            words.low(at + 1) == "of"
                && (at + 2..at + 8).any(|at| matches!(words.low(at), "relations" | "ties"))
        }
        "negotiations" => is_held(words, at + 1),
        "mission" | "dialogue" => {
            owned(&["trade", "business", "economic"]) || words.get(at).is_some_and(Word::is_capital)
        }
        "conference" => before != "news" && before != "press",
        "fair" => {
            owned(&["trade", "book", "industrial"]) || words.get(at).is_some_and(Word::is_capital)
        }
        "ceremony" => owned(&["opening", "signing"]),
        // "after meeting Lavrov" is a verb.
        // "a plan of consultations" is a paper.
        "consultations" => {
            !(before == "of"
                && matches!(
                    words.low(at.saturating_sub(2)),
                    "plan" | "programme" | "program"
                ))
        }
        "meeting" | "visit" => !words.get(at + 1).is_some_and(Word::is_capital) && before != "to",
        _ => true,
    };
    fits.then_some(*kind)
}

/// Is it one of several rounds, in a sentence about talks: "a second round due in Budapest"?
fn is_of_talks(words: &Words<'_>, at: usize) -> bool {
    const REACH: usize = 24;
    let counted = matches!(
        words.low_before(at),
        "first" | "second" | "third" | "fourth" | "fifth" | "next" | "final" | "new" | "another"
    );
    counted
        && (at.saturating_sub(REACH)..at + REACH)
            .filter(|place| words.same_sentence(*place, at))
            .any(|place| matches!(words.low(place), "talks" | "negotiations" | "consultations"))
}

/// Is the noun no attribute of another, as in "meeting room"?
fn is_whole(words: &Words<'_>, at: usize) -> bool {
    let next = words.low(at + 1);
    if next.is_empty() || !words.same_sentence(at, at + 1) {
        return true;
    }
    let small = Class::PREPOSITION
        | Class::AUXILIARY
        | Class::AND
        | Class::CLAUSE
        | Class::WHO
        | Class::TIME
        | Class::ADVERB;
    let letters = next.chars().all(char::is_alphabetic);
    let capital = words.get(at + 1).is_some_and(Word::is_capital);
    let this = matches!(
        next,
        "this" | "next" | "last" | "early" | "late" | "российско"
    );
    !letters
        || capital
        || this
        || lexicon::of(next).has(small)
        || VERBS.has(next)
        || !next.is_ascii()
}

/// From the first attribute of the noun at `at` to what it is of.
pub(super) fn phrase(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> Range<usize> {
    const LONGEST: usize = 6;
    let mut start = at;
    while start > 0 && at - start < LONGEST && words.same_sentence(start - 1, at) {
        let low = words.low(start - 1);
        let class = lexicon::of(low);
        let small =
            Class::DETERMINER | Class::PREPOSITION | Class::AUXILIARY | Class::AND | Class::SAY;
        let mark = low.chars().all(|c| !c.is_alphanumeric()) && !matches!(low, "-" | "–" | "/");
        let verb = class.has(Class::PRONOUN | Class::THIRD | Class::CLAUSE | Class::WHO);
        let dated = super::chunk::time_at(times, start - 1).is_some();
        if class.has(small) && !matches!(low, "two" | "three")
            || mark
            || verb
            || dated
            || is_verb(low)
        {
            break;
        }
        start -= 1;
    }
    while start < at && matches!(words.low(start), "-" | "–" | "/") {
        start += 1;
    }
    let mut end = at + 1;
    if matches!(words.low(end), "of" | "on") {
        let most = end + 10;
        let same = |at: &usize| words.same_sentence(*at, end - 1);
        let part = |at: &usize| {
            let low = words.low(*at);
            let joins = matches!(low, "of" | "the" | "and" | "on" | "-" | "–" | "for");
            let class = lexicon::of(low);
            let verb = Class::AUXILIARY | Class::PREPOSITION | Class::CLAUSE | Class::WHO;
            let word =
                low.chars().all(char::is_alphanumeric) && !class.has(verb) && !VERBS.has(low);
            (joins || word || low.ends_with("'s") || low.ends_with("s'"))
                && super::chunk::time_at(times, *at).is_none()
        };
        let last = (end..most).take_while(same).take_while(part).last();
        end = last.map_or(end, |at| at + 1);
        while end > at + 1 && matches!(words.low(end - 1), "of" | "the" | "and" | "on" | "for") {
            end -= 1;
        }
    }
    start..end
}

fn is_verb(low: &str) -> bool {
    matches!(
        low,
        "hold"
            | "held"
            | "holds"
            | "attend"
            | "attended"
            | "lead"
            | "led"
            | "open"
            | "opened"
            | "convene"
            | "convened"
            | "host"
            | "hosted"
            | "paid"
            | "pay"
            | "paying"
            | "after"
            | "during"
            | "address"
            | "addressed"
            | "organise"
            | "organised"
            | "join"
            | "joined"
            | "made"
            | "began"
    )
}

/// The verb of an event behind its noun: "was held", "is scheduled", "took place".
pub(super) fn is_held(words: &Words<'_>, end: usize) -> bool {
    const NEAR: usize = 6;
    (end..end + NEAR)
        .take_while(|at| words.same_sentence(*at, end - 1))
        .any(|at| VERBS.has(words.low(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_noun_is_looked_for() {
        for (noun, _) in NOUNS {
            assert!(FIRST.has(noun), "{noun}");
        }
    }
}
