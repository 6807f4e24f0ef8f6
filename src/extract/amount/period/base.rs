//! What a figure is compared with: "from $2 billion in 2023", "a year earlier".

use super::super::{currency, unit};
use crate::extract::date::TimeExpression;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;
use crate::extract::word_list::WordList;

/// What is told from the period of the figure.
const YEAR_EARLIER: [&str; 5] = [
    "a year earlier",
    "a year ago",
    "a year before",
    "годом ранее",
    "un an plus tôt",
];

/// Is it told from the period of the figure: "a year earlier"?
pub(super) fn is_year_earlier(words: &Words<'_>, time: &TimeExpression) -> bool {
    let mut all = YEAR_EARLIER.iter();
    all.any(|phrase| words.after(time.words.start, phrase).is_some())
}

/// "from the same quarter of 2023", "over the comparable period": a span that is no period of a figure.
pub(super) fn is_same(words: &Words<'_>, first: usize) -> bool {
    let mut near = first..first + 2;
    near.any(|at| {
        matches!(
            words.low(at),
            "same" | "comparable" | "corresponding" | "equivalent"
        )
    })
}

/// Is it the date of a level that a figure is measured by: "double the 2020 figure"?
pub(super) fn is_of_level(words: &Words<'_>, time: &TimeExpression) -> bool {
    let (start, end) = (time.words.start, time.words.end);
    let level = matches!(
        words.low(end),
        "figure" | "level" | "total" | "value" | "number" | "amount"
    );
    let article = matches!(words.low_before(start), "the" | "its" | "their");
    // "of the previous year's total": the article is part of the date.
    let start = start + usize::from(words.low(start) == "the");
    let article = article || words.low_before(start) == "the";
    // "$3 million of the 2020 total" is of 2020, "half of the 2020 total" is not.
    let part = start.checked_sub(3).is_some_and(|at| {
        let scale = matches!(
            words.low(at),
            "million" | "billion" | "trillion" | "m" | "mn" | "bn"
        );
        scale || unit::is_money(words, at)
    });
    let measured = start.checked_sub(2).is_some_and(|at| {
        words.low(at) == "of" && !part
            || matches!(
                words.low(at),
                "twice"
                    | "double"
                    | "triple"
                    | "times"
                    | "half"
                    | "above"
                    | "below"
                    | "than"
                    | "over"
                    | "under"
                    | "from"
                    | "against"
            )
    });
    level && article && measured
}

const COMPARISONS: [&str; 22] = [
    "compared with",
    "compared to",
    "in comparison with",
    "comparison to",
    "up on",
    "down on",
    "than in",
    "than it was in",
    "as in",
    "as it was in",
    "as they were in",
    "as there were in",
    "what it was in",
    "the level of",
    "the level in",
    "its level in",
    "their level in",
    "по сравнению с",
    "по отношению к",
    "чем в",
    "par rapport à",
    "im vergleich zu",
];

/// Words before "that in 2023", the level of a year, and not before "said that in 2023".
static MEASURES: WordList = WordList::new(
    "than with to from over above below on as of times twice double triple half exceeded surpassed matched",
);

/// Does a date that begins with the word `at` follow words of comparison?
pub(super) fn compares(words: &Words<'_>, at: usize) -> bool {
    let level = ["that in", "that of", "those in", "those of"];
    let level = level.iter().find_map(|phrase| words.ending(at, phrase));
    level.is_some_and(|that| MEASURES.has(words.low_before(that)))
        || COMPARISONS
            .iter()
            .any(|phrase| words.ending(at, phrase).is_some())
}

pub(super) const YEARLY: [&str; 13] = [
    "year - on - year",
    "year on year",
    "year over year",
    "year - over - year",
    "yoy",
    "y / y",
    "y - o - y",
    "on the year",
    "в годовом выражении",
    "год к году",
    "г / г",
    "sur un an",
    "en glissement annuel",
];

/// Is it the date of a year that a rate right before it is measured from: "up 14 per cent on 2021", "from 2021"?
fn is_of_rate(words: &Words<'_>, time: &TimeExpression) -> bool {
    // A quarter or more: "rose 5 per cent on Monday" is measured from nothing.
    const LONG: i64 = 85;
    let article = usize::from(words.low_before(time.words.start) == "the");
    let on = time.words.start.saturating_sub(1 + article);
    let long = time
        .extent
        .is_some_and(|extent| (extent.last - extent.first).num_days() > LONG);
    let rate = |low: &str| matches!(low, "%" | "cent" | "percent" | "pc" | "points");
    // "11.2% more than the previous year", "9 per cent higher than in 2023"
    let than = on - usize::from(words.low(on) == "in" && words.low_before(on) == "than");
    let more = words.low(than) == "than"
        && matches!(
            words.low_before(than),
            "more" | "less" | "higher" | "lower" | "fewer"
        )
        && than > 1
        && rate(words.low(than - 2));
    let span = time.edtf.as_deref().is_some_and(|edtf| edtf.contains('/'));
    let another = matches!(time.rule, "of-another" | "same-period");
    let measured = match words.low(on) {
        "on" => true,
        "from" => !span,
        "over" => another,
        _ => false,
    };
    long && (measured && rate(words.low_before(on)) || more)
}

/// Is "in the previous financial year" behind a figure, or "the year before": a year that its sentence does
/// not date?
pub(super) fn is_of_earlier_year(words: &Words<'_>, end: usize) -> bool {
    let article = usize::from(matches!(words.low(end), "in" | "for" | "during"))
        + usize::from(words.low(end + 1) == "the");
    let at = end + article;
    let is_year = |at: usize| matches!(words.low(at), "year" | "period" | "quarter" | "month");
    let past = usize::from(words.low(end) == "a") + at;
    let before = is_year(past) && matches!(words.low(past + 1), "before" | "earlier" | "ago");
    let previous = matches!(words.low(at), "previous" | "preceding" | "prior");
    before
        || previous && is_year(at + 1)
        || (previous || words.low(at) == "last")
            && matches!(words.low(at + 1), "financial" | "fiscal")
}

/// Is it the date of what another figure changed from: "to $3 billion from $2 billion in 2023", "up 14
/// per cent on 2023"?
pub(super) fn is_of_base(words: &Words<'_>, time: &TimeExpression, figure: usize) -> bool {
    const REACH: usize = 7;
    if is_of_rate(words, time) {
        return true;
    }
    let floor = time.words.start.saturating_sub(REACH);
    let mut at = time.words.start;
    let same = |at: usize| words.same_sentence(at, time.words.start);
    while at > floor
        && matches!(
            words.low(at - 1),
            "in" | "of" | "for" | "during" | "the" | "en"
        )
    {
        at -= 1;
    }
    let end = at;
    let part = |at: usize| {
        let word = words.get(at);
        word.is_some_and(|word| {
            word.kind != TokenKind::Word || word.text.ends_with(char::is_numeric)
        }) || unit::is_money(words, at)
            // "NZ$"
            || words.low(at + 1) == "$" && words.is_glued(at + 1)
            || unit::is_measure(words.low(at))
            || matches!(
                words.low(at),
                "about" | "around" | "nearly" | "almost" | "some" | "just" | "under" | "over"
                    | "fewer" | "less" | "more" | "than" | "billion"
                    | "million"
                    | "trillion"
                    | "bn"
                    | "m"
                    | "mn"
                    | "bln"
                    | "mln"
                    | "milliard"
                    | "milliards"
                    | "millions"
                    | "de"
            )
    };
    while at > floor && same(at - 1) && part(at - 1) {
        at -= 1;
        // "RO 54 million"
        at = currency::before(words, at).map_or(at, |(_, first)| first);
    }
    // "from the $180 million of 2023"
    at -= usize::from(at > floor && words.low(at - 1) == "the");
    let amount =
        at < end && (at..end).any(|at| words.low(at).starts_with(|c: char| c.is_ascii_digit()));
    // "more than $2 billion in 2023" is no comparison.
    let qualifies = at > 1 && matches!(words.low(at - 2), "more" | "less" | "fewer" | "rather");
    let base = matches!(
        words.low_before(at),
        "from" | "against" | "after" | "contre" | "versus"
    ) || words.low_before(at) == "than" && !qualifies
        || ["compared with", "compared to", "par rapport à"]
            .iter()
            .any(|phrase| words.ending(at, phrase).is_some());
    amount && base && at > 0 && same(at - 1) && !(at..end).contains(&figure)
}
