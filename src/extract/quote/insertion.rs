//! "She said" between the marks of one quote, as French and Russian newspapers print it:
//! "« Nous restons, a dit Ng. Demain aussi. »", "«Мы остаемся, — сказал Нг. — И завтра»".

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::reading::Reading;

/// Words of an insertion, at most.
const MAX_WORDS: usize = 16;

/// Where the insertion is in the words of a quote: from its comma to the mark at its end.
pub(super) fn find(reading: &Reading, quote: Range<usize>) -> Option<Range<usize>> {
    let comma = Class::COMMA | Class::STOP;
    let starts = quote.clone().filter(|at| reading.is(*at, comma));
    let mut found = starts.filter_map(|at| insertion(reading, at, quote.end));
    found.next().filter(|range| range.start > quote.start)
}

fn insertion(reading: &Reading, comma: usize, end: usize) -> Option<Range<usize>> {
    let dash = reading.is(comma + 1, Class::DASH)
        || reading.is(comma + 1, Class::HYPHEN) && reading.words[comma + 1].spaced;
    let first = comma + 1 + usize::from(dash);
    let auxiliary = ["a", "ont", "avait", "s’est", "s'est"]
        .iter()
        .any(|word| reading.reads(first, word));
    let inverted = usize::from(auxiliary && reading.is(first + 1, Class::HYPHEN)) * 4;
    let verb = first + usize::from(auxiliary) + inverted;
    let foreign = reading.is(verb, Class::FRENCH) && !reading.is(verb, Class::CAPITAL)
        || dash && reading.is(verb, Class::CYRILLIC);
    let spoken =
        reading.is(verb, Class::SAY) && foreign && (dash || reading.is(comma, Class::COMMA));
    let named = reading.is(
        verb + 1,
        Class::CAPITAL | Class::DETERMINER | Class::ROLE | Class::THIRD,
    ) || inverted > 0;
    if !spoken || !named {
        return None;
    }
    let most = end.min(verb + MAX_WORDS);
    let initial = |at: usize| {
        reading.is(at, Class::STOP) && reading.is(at - 1, Class::HONORIFIC | Class::SHORT)
    };
    let close =
        (verb + 1..most).find(|at| reading.is(*at, Class::STOP | Class::COMMA) && !initial(*at))?;
    let after = close + 1;
    let dashed = reading.is(after, Class::DASH | Class::HYPHEN) && dash;
    let next = after + usize::from(dashed);
    (next < end && (dashed || !dash)).then_some(comma + 1..next)
}
