//! Verbs of visits and meetings with their object or place in between: "will lead 18 companies to
//! Monterrey", "was received in Windhoek by", "hosted a tea tasting in Irbid".

use super::super::noun;
use super::rows::{Cue, Form};
use crate::extract::amount::country;
use crate::extract::lexicon::{self, Class};
use crate::extract::word::{Word, Words};
use crate::extract::word_list::WordList;

/// Verbs of taking others somewhere, and whether they tell what was.
const LEADS: [(&str, bool); 9] = [
    ("lead", false),
    ("leads", false),
    ("leading", false),
    ("led", true),
    ("take", false),
    ("takes", false),
    ("took", true),
    ("bring", false),
    ("brought", true),
];

/// Who is taken along.
static COMPANY: WordList = WordList::new(
    "companies firms businesses exporters importers investors entrepreneurs delegation mission \
     businesspeople executives producers growers",
);

/// Verbs of holding an event for others.
static HOSTS: WordList = WordList::new("hosted hosts host organised organized");

/// What a verb of opening opens for a visitor.
static STANDS: WordList = WordList::new("pavilion stand exhibition hall house fair plant terminal");

/// The event that begins with the word `at`.
pub(super) fn cue(words: &Words<'_>, at: usize) -> Option<Cue> {
    leads(words, at)
        .or_else(|| on_visit(words, at))
        .or_else(|| hosts(words, at))
        .or_else(|| opens(words, at))
}

fn made(kind: &'static str, form: Form, words: std::ops::Range<usize>, past: bool) -> Cue {
    Cue {
        kind,
        form,
        words,
        past,
        must_be_dated: false,
        of_both: false,
    }
}

/// "will lead 18 companies to Monterrey": a visit of whoever leads them.
fn leads(words: &Words<'_>, at: usize) -> Option<Cue> {
    const REACH: usize = 9;
    let low = words.low(at);
    let (_, past) = LEADS.iter().find(|(verb, _)| *verb == low)?;
    let same = |place: &usize| words.same_sentence(at, *place);
    let to = (at + 2..at + REACH).take_while(same).find(|place| {
        words.low(*place) == "to" && words.get(place + 1).is_some_and(Word::is_capital)
    })?;
    let company = (at + 1..to).any(|place| COMPANY.has(words.low(place)))
        && !(at + 1..to).any(|place| noun::noun(words, place).is_some());
    company.then(|| made("visit", Form::Travel, at..to + 1, *past))
}

/// "who is on a four-day state visit to Lesotho", "arrived here on an official visit".
fn on_visit(words: &Words<'_>, at: usize) -> Option<Cue> {
    const LONGEST: usize = 6;
    let article = matches!(words.low(at + 1), "a" | "an" | "his" | "her");
    if words.low(at) != "on" || !article {
        return None;
    }
    let plain = |place: &usize| {
        let small = words.get(*place).is_some_and(|word| !word.is_capital());
        small && !lexicon::of(words.low(*place)).has(Class::PREPOSITION | Class::AND)
    };
    let noun = (at + 2..at + 2 + LONGEST)
        .take_while(plain)
        .find(|place| matches!(words.low(*place), "visit" | "trip" | "tour"))?;
    // "is on a visit" goes on; "arrived on a visit" is over.
    let here = ["is", "are", "currently", "now"].contains(&words.low_before(at));
    let was = ["was", "were"].contains(&words.low_before(at));
    let owned = (at.saturating_sub(6)..at).any(|place| {
        matches!(
            words.low(place),
            "arrived" | "came" | "flew" | "left" | "travelled" | "traveled"
        )
    });
    (here || was || owned).then(|| made("visit", Form::Visit, at..noun + 1, was || owned))
}

/// "hosted a tea tasting in Irbid": what is held is called by its own noun.
fn hosts(words: &Words<'_>, at: usize) -> Option<Cue> {
    const LONGEST: usize = 6;
    if !HOSTS.has(words.low(at)) || !matches!(words.low(at + 1), "a" | "an") {
        return None;
    }
    let first = at + 2;
    let plain = |place: &usize| {
        let low = words.low(*place);
        let class = lexicon::of(low);
        let small = words.get(*place).is_some_and(|word| !word.is_capital());
        let apart = Class::PREPOSITION | Class::AND | Class::AUXILIARY | Class::ROLE;
        small && low.chars().all(|c| c.is_alphabetic() || c == '-') && !class.has(apart)
    };
    let end = (first..first + LONGEST).take_while(plain).last()? + 1;
    let known = (first..end).any(|place| noun::noun(words, place).is_some());
    let people =
        lexicon::of(words.low(end - 1)).has(Class::PEOPLE) || words.low(end - 1) == "delegation";
    let placed =
        matches!(words.low(end), "in" | "at") && words.get(end + 1).is_some_and(Word::is_capital);
    (placed && !known && !people)
        .then(|| made("event", Form::Event, first..end, words.low(at) != "host"))
}

/// "opened her country's pavilion at the fair": with a date, an opening.
fn opens(words: &Words<'_>, at: usize) -> Option<Cue> {
    const REACH: usize = 7;
    let past = match words.low(at) {
        "opened" | "inaugurated" => true,
        "open" | "inaugurate" => matches!(words.low_before(at), "to" | "will"),
        _ => return None,
    };
    let plain = |place: &usize| {
        let low = words.low(*place);
        words.same_sentence(at, *place)
            && !lexicon::of(low).has(Class::PREPOSITION | Class::AND | Class::CLAUSE)
            && !matches!(low, "," | ";")
    };
    let noun = (at + 1..at + REACH)
        .take_while(plain)
        .find(|place| STANDS.has(words.low(*place)))?;
    let past = past && !matches!(words.low(at), "open" | "inaugurate");
    Some(Cue {
        must_be_dated: true,
        ..made("opening", Form::Visit, at..noun + 1, past)
    })
}

/// "received in Windhoek by": behind the preposition of a phrase, where a place comes before it; "received
/// at the Palace", behind the place.
pub(super) fn around_place(words: &Words<'_>, at: usize, phrase: &str) -> Option<usize> {
    const LONGEST: usize = 5;
    if words.low(at) != "received" {
        return None;
    }
    let first = at + 2 + usize::from(words.low(at + 2) == "the");
    let capital = |at: usize| words.get(at).is_some_and(Word::is_capital);
    if !matches!(words.low(at + 1), "in" | "at") || !capital(first) {
        return None;
    }
    let end = (first..first + LONGEST).find(|place| !capital(*place))?;
    match phrase {
        "received by" => words.after(end, "by"),
        "received" => (matches!(words.low(end), "the" | "his" | "her")
            || country(words, end).is_some())
        .then_some(end),
        _ => None,
    }
}
