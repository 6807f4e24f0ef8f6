//! What looks like a denial and denies nothing of what a clause speaks of.

use super::part::{is_verb, part};
use crate::extract::WordList;
use crate::vet::voice::says;
use crate::vet::words::{Word, is_one_of};

/// Phrases that deny nothing of the matter, with commas between them.
const EXEMPT: &str = "nothing but, not only, not alone, not just, not merely, not all, not every, not much, \
    not clear, not certain, not listed, not the first, not the only, not the last, not the same, not the whole, \
    not between, no later, no fewer, no less, no more, never more than, not least, no source, no evidence, \
    no strings, not new, nothing new, no novelty, not recent, no secret, no coincidence, no accident, no surprise, \
    not surprising, no wonder, no doubt, no stranger, no small, no mean, not without, not unlike, \
    not necessarily, not entirely, not wholly, not quite, not exactly, not fully, not strictly, not simply, \
    not solely, not purely, not so much, not be mistaken, not be confused, not be overstated, \
    not be overlooked, not be underestimated, not be compared, not directly comparable, not comparable, \
    cannot be compared, not to be mistaken, not to be confused, not long after, not long before, not far from, \
    no date, no dates, no details, no detail, no outcome, no results, no word, no figure, no figures, no year, \
    no timetable, no schedule, no deadline, no mention, no indication, no explanation, no reason, no further, \
    no names, no total, no breakdown, not finished, not completed, not complete, not over, not yet finished, \
    not yet complete, not yet completed, not yet over, not been completed, not been finished, \
    not take up, not go into, not dwell on, not dwell upon, not come to an end, not yet come to an end, not yet been completed";

/// Verbs of telling: what is not told may be so. "No talks are reported."
static TELLING: WordList = WordList::new(
    "say says said tell told report reports reported mention mentions mentioned name names \
    named state states stated specify specifies specified explain explains explained know known \
    recorded described disclose discloses disclosed reveal reveals revealed published spelled clarify clarified \
    identify identified documented",
);

/// Words that compare.
const MORE: &str = "more less greater better worse harder heavier larger bigger higher stronger closer longer \
    deeper further";

/// Does a word that denies, by its place, deny nothing here?
pub(super) fn is_seeming(words: &[&Word], at: usize) -> bool {
    let behind = &words[at + 1..part(words, at).end];
    is_exempt(&words[at..])
        || is_superlative(&words[at..])
        || behind.iter().any(|word| is_telling(&word.low))
        || is_contrast(words, at)
        || is_answer(words, at)
        || is_relative(words, at)
        || is_heading(words, at)
        || is_bare(words, at)
        || is_untold(words, at)
        || is_only_other(words, at)
}

/// "It has no friends, only interests": one thing in the place of another.
fn is_only_other(words: &[&Word], at: usize) -> bool {
    let mut behind = words[at + 1..].iter().take(4);
    words[at].low == "no" && behind.any(|word| word.low == "only" && word.mark == Some(','))
}

/// "The article reports no talks": what is not told may be so.
fn is_untold(words: &[&Word], at: usize) -> bool {
    const TELLS: &str = "report reports reported mention mentions mentioned name names named cite cites cited record records";
    let before = at.checked_sub(1).map(|at| words[at].low.as_str());
    let behind = &words[at + 1..part(words, at).end];
    words[at].low == "no"
        && before.is_some_and(|low| is_one_of(TELLS, low))
        && !behind.iter().any(|word| is_verb(word))
}

/// "Neither step has a date", "None of them has a number": what the records lack too.
fn is_bare(words: &[&Word], at: usize) -> bool {
    const DETAILS: &str = "date number name title text deadline year term source figure";
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    let nobody = matches!(low(at), "no" | "none" | "neither");
    let has = |at: &usize| {
        let verb = matches!(low(*at), "has" | "have" | "had" | "bears" | "gives");
        verb && matches!(low(at + 1), "a" | "an" | "any") && is_one_of(DETAILS, low(at + 2))
    };
    nobody && (at + 1..words.len()).any(|at| has(&at))
}

pub(super) fn is_telling(low: &str) -> bool {
    TELLING.has(low)
}

fn is_exempt(words: &[&Word]) -> bool {
    EXEMPT.split(", ").any(|phrase| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let lows = words.iter().take(parts.len());
        lows.map(|word| word.low.as_str()).eq(parts.iter().copied())
    })
}

/// "No country has been bombed more heavily than Laos", "no country was hit harder": that one most of all.
fn is_superlative(words: &[&Word]) -> bool {
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    let nobody = matches!(low(0), "no" | "nobody" | "none" | "nothing" | "never");
    let is_than = |from: usize| (from..words.len()).any(|at| low(at) == "than");
    let is_end = |at: usize| {
        let next = words.get(at + 1);
        next.is_none_or(|next| next.mark.is_some() || next.low.ends_with("ly"))
            || is_one_of("in by from with often", low(at + 1))
    };
    let is_compared = |at: usize| is_than(at) || is_end(at) || is_end(at + 1);
    nobody && (2..words.len()).any(|at| is_one_of(MORE, low(at)) && is_compared(at))
}

/// "Never a colonial power": a heading without a verb, which asserts nothing.
fn is_heading(words: &[&Word], at: usize) -> bool {
    let is_head = at == 0 && matches!(words[at].low.as_str(), "never" | "not");
    let article = words.get(1).map(|word| word.low.as_str());
    let is_verb = |word: &&Word| is_verb(word) || word.low.ends_with("ed");
    is_head && matches!(article, Some("a" | "an" | "the")) && !words.iter().any(is_verb)
}

/// "No, they signed one": the answer to a question, which denies nothing of what comes behind.
fn is_answer(words: &[&Word], at: usize) -> bool {
    let next = words.get(at + 1);
    words[at].low == "no" && next.is_some_and(|next| next.mark == Some(','))
}

/// "A present that nobody will overlook": what is denied is told of the present alone.
fn is_relative(words: &[&Word], at: usize) -> bool {
    let nobody = matches!(words[at].low.as_str(), "nobody" | "none" | "no");
    let before = |back: usize| at.checked_sub(back).map(|at| words[at]);
    let is_link = |word: &Word| matches!(word.low.as_str(), "that" | "which" | "whom");
    let tells = |word: &Word| says(&word.low) || is_telling(&word.low);
    nobody && before(1).is_some_and(is_link) && !before(2).is_none_or(tells)
}

/// "not Sochi but Moscow", "though not Kyrgyzstan": one thing of several is denied, and not what is told.
fn is_contrast(words: &[&Word], at: usize) -> bool {
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    if low(at) != "not" || low(at + 1) == "among" || low(at + 1) == "one" && low(at + 2) == "of" {
        return false;
    }
    let is_verb = |word: &&Word| is_verb(word);
    // "Coffee: not a major crop": what the heading is not.
    let is_of_heading =
        matches!(words[at].mark, Some(':' | '—' | '–')) && !words[..at].iter().any(is_verb);
    let before = at.checked_sub(1).map(|before| words[before]);
    let is_aside = words[at].mark.is_some() && !is_of_heading
        || before.is_some_and(|word| matches!(word.low.as_str(), "but" | "though" | "and"));
    // "That is a guess, not what the Kremlin has said"
    let is_other = matches!(
        low(at + 1),
        "what" | "who" | "where" | "when" | "how" | "why"
    );
    if is_aside && is_other {
        return true;
    }
    let behind = &words[at + 1..part(words, at).end];
    // "Not one but two have been signed": only what is before "but" is denied.
    let first = behind
        .split(|word| word.low == "but")
        .next()
        .unwrap_or_default();
    let has_verb = first.iter().any(is_verb);
    let is_free = before.is_none_or(|word| !is_verb(&word));
    let but = behind.iter().any(|word| word.low == "but");
    let mut next = behind.iter().take(2);
    let is_deed = next.any(|word| word.low.ends_with("ed") || word.low == "yet");
    !has_verb && !is_deed && (is_aside && is_free || but)
}
