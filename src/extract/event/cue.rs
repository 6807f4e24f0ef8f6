//! Words that tell of a meeting or a visit.

mod hosting;
mod rows;

use super::noun;
use crate::extract::amount::country;
use crate::extract::date::TimeExpression;
use crate::extract::lexicon::{self, Class};
use crate::extract::token::TokenKind;
use crate::extract::word::{Word, Words};
pub(super) use rows::{Cue, Form};
use rows::{DATED, FIRST_WORDS, HOLDS, MISSION_VERBS, Row, VERBS};

/// The event that begins with the word `at`.
pub(super) fn cue(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> Option<Cue> {
    let low = words.low(at);
    if HOLDS.has(low) {
        return held(words, at).or_else(|| event(words, at, times));
    }
    if FIRST_WORDS.has(low)
        && let Some(cue) = phrase(words, at, times)
    {
        return Some(cue);
    }
    hosting::cue(words, at)
        .or_else(|| mission(words, at))
        .or_else(|| event(words, at, times))
}

/// "opened its high commission", "closed an honorary consulate".
fn mission(words: &Words<'_>, at: usize) -> Option<Cue> {
    const ATTRIBUTES: usize = 3;
    let low = words.low(at);
    let (_, kind) = MISSION_VERBS.iter().find(|(verb, _)| *verb == low)?;
    let article = matches!(words.low(at + 1), "its" | "their" | "a" | "an" | "the");
    let is_mission = |at: &usize| {
        matches!(
            (words.low(*at), words.low(at + 1)),
            ("embassy" | "consulate" | "legation", _)
                | ("high", "commission")
                | ("consular" | "trade" | "liaison", "office" | "mission")
                | ("diplomatic" | "permanent", "mission")
        )
    };
    let mut near =
        (at + 2..=at + 2 + ATTRIBUTES).take_while(|place| words.same_sentence(at, *place));
    let noun = near.find(is_mission).filter(|_| article)?;
    let attributes = at + 2..noun;
    let plain = attributes.clone().all(|at| {
        let word = words.get(at);
        word.is_some_and(|word| word.kind == TokenKind::Word && !word.is_capital())
    });
    let single = matches!(words.low(noun), "embassy" | "consulate" | "legation");
    let general = words.low(noun + 1) == "general" || !single;
    plain.then_some(Cue {
        kind,
        form: Form::Verb,
        words: at..noun + 1 + usize::from(general),
        past: true,
        must_be_dated: true,
        of_both: false,
    })
}

fn phrase(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> Option<Cue> {
    let row = |rows: &'static [Row]| {
        let low = words.low(at);
        let begins = |row: &&Row| row.0.starts_with(low);
        rows.iter()
            .filter(begins)
            .find_map(|(phrase, kind, form, past)| {
                let end = hosting::around_place(words, at, phrase)
                    .or_else(|| words.after(at, phrase))
                    .or_else(|| around_time(words, at, phrase, times))?;
                Some((*kind, *form, end, *past))
            })
    };
    let dated = row(DATED);
    let (kind, form, end, past) = row(VERBS).or(dated)?;
    let made = Cue {
        kind,
        form,
        words: at..end,
        past,
        must_be_dated: dated.is_some(),
        of_both: false,
    };
    let fits = match (words.low(at), form) {
        (
            "met" | "meet" | "meets" | "meeting" | "встретился" | "встретилась" | "встретились",
            _,
        ) => words.low(end - 1) == "with" || meets(words, at, end),
        ("received" | "hosted" | "a", Form::Verb) | ("called", _) => is_somebody(words, end),
        ("receiving" | "hosting", _) => {
            matches!(
                words.low_before(at),
                "after" | "before" | "when" | "while" | "upon"
            ) && is_somebody(words, end)
        }
        ("talks", _) => words.get(at).is_some_and(Word::is_capital) && is_somebody(words, end),
        // "Visiting Prime Minister": who visits, not whom.
        ("visiting", _) => matches!(
            words.low_before(at),
            "is" | "are" | "was" | "were" | "while" | "after" | "before"
        ),
        _ => true,
    };
    fits.then_some(made)
}

/// "flew on Monday to", "est arrivée mardi à": the day comes before the preposition.
fn around_time(
    words: &Words<'_>,
    at: usize,
    phrase: &str,
    times: &[TimeExpression],
) -> Option<usize> {
    let (verb, preposition) = phrase.rsplit_once(' ')?;
    let end = words.after(at, verb)?;
    let day = end + usize::from(matches!(words.low(end), "on" | "le" | "ce"));
    let next = super::chunk::time_at(times, day)?;
    let known = matches!(
        preposition,
        "to" | "in" | "at" | "with" | "for" | "à" | "avec" | "par" | "в" | "с"
    );
    words.after(next, preposition).filter(|_| known)
}

/// "met the target": nobody was met. "met on Monday", "will meet again" are meetings.
fn meets(words: &Words<'_>, at: usize, end: usize) -> bool {
    let low = words.low(end);
    let alone = matches!(
        low,
        "in" | "on"
            | "at"
            | "for"
            | "with"
            | "to"
            | "there"
            | "again"
            | "during"
            | "last"
            | "this"
            | "yesterday"
            | "today"
            | "tomorrow"
            | "next"
            | "в"
            | "с"
            | "на"
            | "."
            | "behind"
    );
    let noun = words.low(at) == "meeting";
    if noun && end == at + 1 {
        return words.get(end).is_some_and(Word::is_capital)
            && matches!(
                words.low_before(at),
                "after" | "before" | "when" | "while" | "by" | "of"
            );
    }
    // "the way to meet in": only somebody meets.
    let ahead = words.low(at) != "meet"
        || lexicon::of(words.low_before(at)).has(Class::AUXILIARY)
        || words.low_before(at) == "to";
    ahead && (alone || is_somebody(words, end))
}

/// Does a name or an office begin here, perhaps behind an article?
fn is_somebody(words: &Words<'_>, at: usize) -> bool {
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    let article = matches!(
        words.low(at),
        "with" | "the" | "his" | "her" | "their" | "a" | "an" | "visiting"
    );
    // "met Filipino engineers": whoever these are.
    let crowd = |at: usize| {
        let behind = country(words, at).map(|(_, end)| end);
        behind.is_some_and(|end| {
            let low = words.low(end);
            let official = lexicon::of(low).has(Class::ROLE | Class::PEOPLE);
            let several = low.ends_with('s') && !low.ends_with("'s") || low.ends_with("men");
            several && !capital(end) && !official
        })
    };
    if capital(at) && !crowd(at) || article && capital(at + 1) && !crowd(at + 1) {
        return true;
    }
    let people = Class::ROLE | Class::PEOPLE;
    (at..at + 4)
        .take_while(|place| words.same_sentence(*place, at))
        .take_while(|place| {
            let class = lexicon::of(words.low(*place));
            class.has(Class::DETERMINER | Class::MODIFIER | people)
                || capital(*place)
                || words.low(*place) == "delegation"
        })
        .any(|place| lexicon::of(words.low(place)).has(people) || words.low(place) == "delegation")
}

/// "held talks", "is paying an official visit", "провёл переговоры".
fn held(words: &Words<'_>, at: usize) -> Option<Cue> {
    const NEAR: usize = 5;
    let pays = matches!(
        words.low(at),
        "paid" | "pay" | "pays" | "paying" | "made" | "make" | "makes"
    );
    for place in at + 1..at + 1 + NEAR {
        let low = words.low(place);
        let (kind, form) = match low {
            "talks" | "negotiations" | "consultations" | "переговоры" if !pays => {
                ("talks", Form::Verb)
            }
            "meeting" | "meetings" | "встречу" if !pays => ("meeting", Form::Verb),
            "call" | "conversation" if !pays => ("phone call", Form::Verb),
            "visit" | "visits" | "trip" => ("visit", Form::Visit),
            _ if is_attribute(words, place) => continue,
            _ => return None,
        };
        let verb = words.low(at);
        let past = matches!(
            verb,
            "held"
                | "had"
                | "conducted"
                | "paid"
                | "made"
                | "holds"
                | "провел"
                | "провела"
                | "провели"
        );
        let be = matches!(words.low_before(at), "be" | "is" | "are");
        let of = matches!(words.low(place + 1), "of" | "between");
        let planned = be && verb == "held";
        return (!of && !planned).then_some(Cue {
            kind,
            form,
            words: at..place + 1,
            past,
            must_be_dated: false,
            of_both: false,
        });
    }
    None
}

/// May it stand between "held" and what was held: "official", "three-day"?
fn is_attribute(words: &Words<'_>, at: usize) -> bool {
    const ATTRIBUTES: [&str; 15] = [
        "-",
        "delegation",
        "level",
        "high",
        "telephone",
        "phone",
        "working",
        "three",
        "day",
        "brief",
        "state",
        "joint",
        "first",
        "two",
        "short",
    ];
    let low = words.low(at);
    let is_one = lexicon::of(low).has(Class::DETERMINER | Class::MODIFIER)
        || low.ends_with("al")
        || low.ends_with('-')
        || ATTRIBUTES.contains(&low);
    is_one && !words.get(at).is_some_and(Word::is_capital)
}

/// Does a verb of holding something come right before the word `at`?
pub(super) fn is_held_before(words: &Words<'_>, at: usize) -> bool {
    const NEAR: usize = 3;
    (at.saturating_sub(NEAR)..at)
        .any(|place| HOLDS.has(words.low(place)) && words.same_sentence(place, at))
}

/// An event by its noun.
fn event(words: &Words<'_>, at: usize, times: &[TimeExpression]) -> Option<Cue> {
    let (kind, head) = match noun::noun(words, at) {
        Some(kind) => (kind, at),
        None => (meeting_of_body(words, at)?, at),
    };
    let place = noun::phrase(words, head, times);
    let both = place.clone().any(|at| {
        let low = words.low(at);
        low == "intergovernmental"
            || low.starts_with("межправительственн")
            || matches!(low, "joint" | "mixed") && words.low(at + 1) == "commission"
            || low == "two" && matches!(words.low(at + 1), "countries" | "sides" | "governments")
            || low == "countries'" && words.low_before(at) == "two"
    });
    let body = |at| {
        matches!(
            words.low(at),
            "commission" | "committee" | "комиссии" | "комитета"
        )
    };
    let kind = match kind {
        "meeting" if place.clone().any(body) => "session",
        kind => kind,
    };
    Some(Cue {
        kind,
        form: Form::Event,
        words: place,
        past: false,
        must_be_dated: false,
        of_both: both,
    })
}

/// Words behind a body up to the verb that says that it meets: that verb tells of nobody else.
pub(super) fn verb_of_body(words: &Words<'_>, cue: &Cue) -> usize {
    const NEAR: usize = 3;
    let end = cue.words.end;
    let body = cue.form == Form::Event && cue.kind == "session";
    let meets = |at: &usize| matches!(words.low(*at), "meet" | "meets" | "met" | "convene");
    let verb = (end..end + NEAR).find(meets).filter(|_| body);
    verb.map_or(0, |verb| verb + 1 - end)
}

/// "the joint commission meets in Minsk in May", "the task force on rice will meet in Hue".
fn meeting_of_body(words: &Words<'_>, at: usize) -> Option<&'static str> {
    let body = matches!(words.low(at), "commission" | "committee" | "council")
        || matches!(
            (words.low_before(at), words.low(at)),
            ("task", "force") | ("working" | "expert", "group")
        );
    let subject = match words.low(at + 1) {
        "on" | "for" => {
            (at + 2..at + 7).find(|at| matches!(words.low(*at), "will" | "is" | "meets"))
        }
        _ => None,
    };
    let at = subject.map_or(at, |verb| verb - 1);
    let next = usize::from(matches!(words.low(at + 1), "will" | "is" | "to"));
    let meets = matches!(
        words.low(at + 1 + next),
        "meets" | "met" | "meet" | "convenes" | "convene" | "convened"
    );
    (body && meets).then_some("session")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_begins_with_a_first_word() {
        for (phrase, ..) in VERBS.iter().chain(DATED) {
            let first = phrase.split(' ').next().unwrap_or_default();
            assert!(FIRST_WORDS.has(first), "{phrase}");
        }
    }
}
