//! Noun phrases beside a number: "76 rural clinics", "60 % of the shipments", "a first instalment of".

use std::ops::Range;

use crate::extract::amount::currency::country;
use crate::extract::amount::trend::trend;
use crate::extract::amount::unit;
use crate::extract::lexicon::{self, Class};
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// Words of a phrase, at most.
const LONGEST: usize = 5;

/// Words before a figure in which what it is of is looked for.
const REACH: usize = 18;

/// Words of a sentence before a figure, at most: it may be as long as its text.
const SENTENCE: usize = 60;

/// What is counted and is no figure of a relation: times, parts of texts, those who meet, papers.
static NEVER: WordList = WordList::new(
    "years weekdays weekends days hours minutes seconds weeks months decades centuries times degrees countries nations sides \
     states governments parliaments peoples parties ministers leaders presidents delegations ministries sessions \
     rounds articles paragraphs chapters clauses pages lines points seats votes capitals continents neighbours \
     neighbors agreements documents memoranda memorandums protocols treaties deals accords pacts languages \
     ways reasons questions words cases members steps others things",
);

/// Plurals without an "s".
static PLURALS: WordList = WordList::new(
    "people children women men staff personnel community fishermen businessmen cattle sheep aircraft",
);

/// Nouns that count people.
static PERSONS: WordList = WordList::new(
    "people children women men staff personnel fishermen businessmen apprentices pupils youths farmers \
     producers growers fishers teachers professors lecturers engineers officers officials inspectors doctors \
     nurses miners drivers migrants refugees servants volunteers experts executives entrepreneurs graduates \
     trainees employees participants delegates diplomats scientists researchers journalists artists musicians \
     community athletes players pensioners settlers immigrants emigrants passengers pilgrims holidaymakers patients \
     beneficiaries inhabitants residents villagers soldiers peacekeepers technicians specialists managers traders \
     scholars fellows interns midwives widows orphans survivors owners buyers representatives businesspeople",
);

/// Words that are in no phrase.
pub(super) const OUTSIDE: Class = Class::PREPOSITION
    .or(Class::AND)
    .or(Class::AUXILIARY)
    .or(Class::CLAUSE)
    .or(Class::WHO)
    .or(Class::PRONOUN)
    .or(Class::THIRD)
    .or(Class::DETERMINER)
    .or(Class::POSSESSIVE)
    .or(Class::TIME);

/// Words that end a phrase.
const APART: Class = OUTSIDE.or(Class::SAY);

/// Words that are no part of a noun phrase beside a figure: verbs between both, and qualifiers.
static VERBS: WordList = WordList::new(
    "make makes made come comes came carry carries put puts set sets bring brings brought spend spends spent sell \
     sells sold buy buys bought reach reaches worth total totals stand stands stood take takes took pay pays paid \
     give gives gave cover covers need needs get gets got see sees saw earn earns hold holds held run runs rise rises \
     rose fall falls fell grow grows grew cost costs yield yields lend lends lent exceed exceeds amount amounts \
     want wants needs plan plans hope hopes expect expects aim aims more less fewer further another additional extra up down about around nearly almost",
);

/// Does a noun count people?
pub(super) fn counts_people(low: &str) -> bool {
    PERSONS.has(low) || unit::people(low).is_some() || low.ends_with("ans")
}

/// What is counted behind a number that ends before the word `at`, with its adjectives.
pub(super) fn counted(words: &Words<'_>, at: usize) -> Option<Range<usize>> {
    let of = words.low(at) == "of" && matches!(words.low(at + 1), "the" | "its" | "their" | "our");
    let start = at + if of { 2 } else { 0 };
    let people = words.low(start).ends_with("ans") && words.get(start)?.is_capital();
    if people {
        return Some(start..start + 1);
    }
    // "180,000 head of livestock"
    if words.low(start) == "head" && words.low(start + 1) == "of" {
        return Some(start..start + 3);
    }
    let start = behind_countries(words, start);
    let mut end = run(words, start);
    let plural = |end: usize| (start..end).find(|at| is_plural(words, *at));
    // "41,000 inbound and outbound travellers"
    if plural(end).is_none() && end > start && words.low(end) == "and" {
        end = run(words, end + 1);
    }
    let first = plural(end)?;
    let head = first + usize::from(first + 1 < end && is_plural(words, first + 1));
    (!NEVER.has(words.low(head))).then_some(start..head + 1)
}

/// The noun of a phrase that is counted.
pub(super) fn head(words: &Words<'_>, noun: &Range<usize>) -> Range<usize> {
    match words.low(noun.start) {
        "head" => noun.start..noun.start + 1,
        _ => noun.end - 1..noun.end,
    }
}

/// Behind countries that are joined to a noun: "6,000 Peru-Kenya joint ventures".
fn behind_countries(words: &Words<'_>, at: usize) -> usize {
    let joined = |at: usize| {
        let (_, end) = country(words, at)?;
        (words.low(end) == "-").then_some(end + 1)
    };
    let second = joined(at).and_then(|next| country(words, next));
    second.map_or(at, |(_, end)| end)
}

/// What a number is told of that its sentence names before it: "Applications by … dropped to 1,064".
pub(super) fn subject(words: &Words<'_>, start: usize) -> Option<Range<usize>> {
    let level = matches!(
        words.low_before(start),
        "to" | "from"
            | "at"
            | "reached"
            | "numbered"
            | "totalled"
            | "totaled"
            | "hit"
            | "exceeded"
            | "exceed"
            | "reach"
            | "see"
    );
    let same = |at: &usize| words.same_sentence(*at, start);
    let moves = || {
        (start.saturating_sub(REACH)..start)
            .filter(same)
            .any(|at| trend(words.low(at)).is_some())
    };
    let counted = numbered(words, start);
    let towards = matches!(words.low_before(start), "at" | "to");
    // "the number of workers is likely to be 2,500"
    let is = matches!(
        words.low_before(start),
        "be" | "is" | "was" | "were" | "between"
    ) && counted.is_some();
    if !level && !is || towards && counted.is_none() && !moves() {
        return None;
    }
    counted.or_else(|| first(words, start))
}

/// What "the number of" that its sentence names before a word counts.
pub(super) fn numbered(words: &Words<'_>, start: usize) -> Option<Range<usize>> {
    let near = start.saturating_sub(REACH)..start;
    let mut near = near.rev().filter(|at| words.same_sentence(*at, start));
    let at = near.find_map(|at| words.after(at, "number of"))?;
    plural(words, at..start)
}

/// The first plural of the sentence of a word, before it.
pub(super) fn first(words: &Words<'_>, start: usize) -> Option<Range<usize>> {
    let same = |at: &usize| words.same_sentence(*at, start);
    let near = start.saturating_sub(SENTENCE)..start;
    let first = near.rev().take_while(same).last()?;
    let article = usize::from(lexicon::of(words.low(first)).has(Class::DETERMINER));
    let noun = plural(words, first + article..start)?;
    (!NEVER.has(words.low(noun.end - 1))).then_some(noun)
}

/// The people of the sentence before: "Visitors are fewer. The board expects 5,000 of them".
pub(super) fn people_before(words: &Words<'_>, start: usize) -> Option<Range<usize>> {
    let own = words.get(start)?.sentence;
    let near = (start.saturating_sub(SENTENCE)..start).rev();
    let mut before = near
        .skip_while(|at| words.same_sentence(*at, start))
        .take_while(|at| words.get(*at).is_some_and(|word| word.sentence + 1 == own));
    let at = before.find(|at| unit::people(words.low(*at)).is_some())?;
    Some(at..at + 1)
}

/// The first phrase with a plural, without its beginning if that is long.
fn plural(words: &Words<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut start = range.start;
    while start < range.end {
        let end = run(words, start).min(range.end);
        if let Some(head) = (start..end).find(|at| is_plural(words, *at)) {
            return Some(start..head + 1);
        }
        start = end.max(start + 1);
    }
    None
}

/// Does no noun follow at the word `at`, which a number might count?
pub(super) fn is_free(words: &Words<'_>, at: usize) -> bool {
    run(words, at) == at || matches!(words.low(at), "next" | "last" | "this")
}

/// Behind the last word of the phrase that begins with the word `start`.
fn run(words: &Words<'_>, start: usize) -> usize {
    let part = |at: &usize| is_part(words, *at) && words.same_sentence(start, *at);
    (start..start + LONGEST)
        .take_while(part)
        .last()
        .map_or(start, |last| last + 1)
}

/// May the word be part of a noun phrase?
fn is_part(words: &Words<'_>, at: usize) -> bool {
    let Some(word) = words.get(at) else {
        return false;
    };
    if word.kind == TokenKind::Mark {
        let joins = word.text == "-" && word.is_glued();
        return joins && words.is_glued(at + 1);
    }
    let low = &*word.low;
    let opens = at == 0 || !words.same_sentence(at - 1, at);
    let named = || {
        VERBS.has(low)
            || trend(low).is_some()
            || word.is_capital() && !opens && country(words, at).is_none()
    };
    word.kind == TokenKind::Word && low.len() > 1 && !lexicon::of(low).has(APART) && !named()
}

fn is_plural(words: &Words<'_>, at: usize) -> bool {
    let low = words.low(at);
    let ends = |end: &str| low.ends_with(end);
    let regular = low.len() > 3 && ends("s") && !["ss", "us", "is", "'s"].into_iter().any(ends);
    let small = words
        .get(at)
        .is_some_and(|word| word.kind == TokenKind::Word && !word.is_capital());
    small && (regular || PLURALS.has(low))
}
