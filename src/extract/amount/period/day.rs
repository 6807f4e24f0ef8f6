//! Days among the dates of a figure: on those something happened or was said.

use crate::extract::date::TimeExpression;
use crate::extract::word::{Word, Words};

type Times<'a> = Vec<&'a TimeExpression>;

/// What happened on a day is no figure of that day, if there is another date.
pub(super) fn without_days<'a>(before: Times<'a>, behind: Times<'a>) -> (Times<'a>, Times<'a>) {
    let longer = before.iter().chain(&behind).any(|time| !is_day(time));
    let kept = |times: Times<'a>| -> Times<'a> {
        let all = times.into_iter();
        all.filter(|time| !longer || !is_day(time)).collect()
    };
    (kept(before), kept(behind))
}

pub(super) fn is_day(time: &TimeExpression) -> bool {
    let extent = time.extent;
    extent.is_some_and(|extent| extent.first == extent.last)
}

/// A day on which somebody said something about a figure of another time.
pub(super) fn is_of_speech(words: &Words<'_>, time: &TimeExpression) -> bool {
    let day = is_day(time);
    let start = time.words.start;
    if is_of_act(words, start) {
        return true;
    }
    // "the bank said in May": of a month too, where the verb is right before.
    let preposition = usize::from(matches!(
        words.low_before(start),
        "in" | "on" | "early" | "late"
    ));
    let verb = start
        .checked_sub(1 + preposition)
        .map_or("", |at| words.low(at));
    let short = time
        .extent
        .is_some_and(|extent| (extent.last - extent.first).num_days() < 32);
    if short && matches!(verb, "said" | "says" | "announced" | "told") {
        return true;
    }
    let near = (start.saturating_sub(4)..start).chain(time.words.end..time.words.end + 2);
    let near = near.filter(|at| words.same_sentence(*at, start));
    day && near.into_iter().any(|at| {
        matches!(
            words.low(at),
            "said"
                | "told"
                | "says"
                | "announced"
                | "reported"
                | "signed"
                | "met"
                | "visited"
                | "published"
                | "released"
                | "wrote"
                | "added"
                | "сообщил"
                | "сообщила"
                | "заявил"
                | "заявила"
                | "announcing"
                | "saying"
                | "declared"
        )
    })
}

/// The first word of a place before the preposition of a date: "signed in The Hague in May", "signed at Bonn on 2 May".
fn past_place(words: &Words<'_>, preposition: usize) -> usize {
    const LONGEST: usize = 4;
    let capital = |at: &usize| words.get(*at).is_some_and(Word::is_capital);
    let name = (preposition.saturating_sub(LONGEST)..preposition).rev();
    let first = name.take_while(capital).last();
    let place = first.filter(|first| *first > 1 && matches!(words.low_before(*first), "in" | "at"));
    place.map_or(preposition, |first| first - 1)
}

/// The time of an act that no figure is of: of a signature, an end, of what came into force.
fn is_of_act(words: &Words<'_>, start: usize) -> bool {
    // "the programme, which was signed in January"
    let of_paper = matches!(words.low_before(start), "in" | "on")
        && start > 1
        && matches!(
            words.low(past_place(words, start - 1) - 1),
            "signed"
                | "concluded"
                | "inked"
                | "adopted"
                | "initialled"
                | "founded"
                | "launched"
                | "expired"
                | "lapsed"
                | "cut"
                | "suspended"
                | "abandoned"
        );
    // "in the 2024-25 financial year, which ended in June"
    let of_year = matches!(words.low_before(start), "in" | "on")
        && start > 2
        && matches!(
            words.low(start - 2),
            "ended" | "ends" | "began" | "begins" | "starts" | "started"
        )
        && matches!(words.low(start - 3), "which" | "that");
    // "thanks to a visa waiver, in effect since June 2022"
    let in_force = words.low_before(start) == "since"
        && start > 1
        && matches!(
            words.low(start - 2),
            "effect" | "force" | "place" | "valid" | "operation"
        );
    of_paper || in_force || of_year
}
