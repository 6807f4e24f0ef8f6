//! When it was, how long it takes and which of several it is: what a clause says of that must be in its record.

use std::ops::Range;

use super::order::{self, KINDS};
use crate::dossier::date::Order;
use crate::dossier::{Date, Dossier, Kind, Ref};
use crate::extract::ordinals;
use crate::vet::clause::Clause;
use crate::vet::dates::compare::{agrees, has_date};
use crate::vet::index::Index;
use crate::vet::lengths::{Length, lengths};
use crate::vet::telling::is_of_telling;
use crate::vet::topic::Topic;
use crate::vet::words::{Word, is_one_of, stem, words};

/// What a record says otherwise of the time, in words.
pub(super) fn missing(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> Option<String> {
    if is_other_time(clause, topic) {
        return Some("it was at another time".to_owned());
    }
    if is_other_length(index, clause, topic) {
        return Some("the record gives another length of time".to_owned());
    }
    if is_other_often(index, clause, topic) {
        return Some("the record does not say that it is so often".to_owned());
    }
    if order::is_unknown(index, clause, topic, |record| before(index.dossier, record)) {
        return Some("the record does not say which came first".to_owned());
    }
    let is_other = is_other_ordinal(index, clause, topic);
    is_other.then(|| "the record does not say which of several it is".to_owned())
}

/// Are all dates of a clause other than those of the record?
pub(in crate::vet::facts) fn is_other_time(clause: &Clause<'_>, topic: &Topic) -> bool {
    let known = topic.dates.iter().filter(|known| known.edtf().is_some());
    let known: Vec<&Date> = known.collect();
    if topic.is_ongoing || known.is_empty() {
        return false;
    }
    let sentence = clause.sentence;
    let range = clause.range();
    let here = sentence.real_dates().filter(|date| {
        let is_told = is_of_telling(sentence, &date.range);
        range.contains(&date.range.start) && !date.relative && !is_told
    });
    let mut told = here
        .filter_map(|one| Some((one.date().ok().flatten()?, one.edge)))
        .peekable();
    let is_mentioned = |date: &Date| topic.strings.iter().any(|text| has_date(text, date));
    let is_then = |date: &Date, edge| known.iter().any(|known| agrees(date, known, edge));
    told.peek().is_some() && !told.any(|(date, edge)| is_mentioned(&date) || is_then(&date, edge))
}

/// Does a clause say that something ran out, and did not end before its time?
pub(in crate::vet::facts) fn runs_out(clause: &Clause<'_>) -> bool {
    const RAN_OUT: &str = "expired expires expire lapsed lapses ended ends ran runs run";
    let words: Vec<&Word> = clause.plain().collect();
    let is_end = |at: usize| {
        let low = words[at].low.as_str();
        let is_out = words.get(at + 1).is_some_and(|next| next.low == "out");
        is_one_of(RAN_OUT, low) && (is_out || !low.starts_with('r'))
            || low == "end" && at > 1 && matches!(&*words[at - 2].low, "come" | "came" | "comes")
    };
    (0..words.len()).any(is_end)
}

/// Does a clause give the date with which a span of the record ends?
pub(in crate::vet::facts) fn ends_then(clause: &Clause<'_>, topic: &Topic) -> bool {
    let range = clause.range();
    let dates = clause.sentence.real_dates();
    let here = dates.filter(|date| range.contains(&date.range.start));
    let mut told = here.filter_map(|one| one.date().ok().flatten());
    let last = |known: &Date| {
        let (_, to) = known.edtf()?.split_once('/')?;
        Date::parse(to).ok()
    };
    let ends: Vec<Date> = topic.dates.iter().filter_map(last).collect();
    told.any(|date| ends.iter().any(|end| date.compare(end) == Order::Possible))
}

/// Does a record give a length of time, and none that the clause gives? "A week" is not thirty days.
fn is_other_length(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    let plain: Vec<Word> = clause.plain().cloned().collect();
    let here = lengths(&plain);
    if here.is_empty() {
        return false;
    }
    let read = topic.read(&index.lexicon).iter();
    let known: Vec<Length> = read.flat_map(|text| lengths(&text.words)).collect();
    let meets = |one: &Length| known.iter().any(|known| one.meets(known));
    // "for ten years", of what has neither a length nor a span.
    let is_span = |one: &Length| one.at > 1 && plain[one.at - 2].low == "for";
    let is_told = |one: &Length| meets(one) || known.is_empty() && !is_span(one);
    !here.iter().all(is_told)
}

/// "every two years", "weekly", of what a record does not tell to be so often: how often a clause says that it is.
fn is_other_often(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    let plain: Vec<Word> = clause.plain().cloned().collect();
    let Some(told) = often(&plain) else {
        return false;
    };
    let mut texts = topic.read(&index.lexicon).iter();
    !texts.any(|text| often(&text.words).as_ref() == Some(&told))
}

/// How often something is: the number of units, and the unit.
fn often(words: &[Word]) -> Option<(&str, &str)> {
    const UNITS: [(&str, &str); 5] = [
        ("year", "year years yearly annual annually"),
        ("quarter", "quarter quarters quarterly"),
        ("month", "month months monthly"),
        ("week", "week weeks weekly"),
        ("day", "day days daily"),
    ];
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    let unit = |low: &str| {
        UNITS
            .iter()
            .find(|(_, all)| is_one_of(all, low))
            .map(|(unit, _)| *unit)
    };
    (0..words.len()).find_map(|at| {
        let (first, next) = (low(at), low(at + 1));
        match first {
            "every" | "each" => unit(next).map(|unit| ("one", unit)).or_else(|| {
                let unit = unit(low(at + 2)).filter(|_| first == "every" && next != "single")?;
                Some((next, unit))
            }),
            "once" if matches!(next, "a" | "every") => Some(("one", unit(low(at + 2))?)),
            _ if first.ends_with("ly") || first == "annual" => Some(("one", unit(first)?)),
            _ => None,
        }
    })
}

/// Does a clause say which of several a thing is that the record has, where the record does not say so, nor the
/// order in which one follows the other?
fn is_other_ordinal(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    let text = clause.sentence.words_of(&clause.range());
    let read = words(text, &(0..text.len()), &[]);
    ordinals(text).into_iter().any(|(range, number)| {
        let Some(noun) = noun(&read, &range).filter(|noun| topic.raw.contains(noun)) else {
            return false;
        };
        let texts = topic.read(&index.lexicon).iter();
        let mut told = texts.flat_map(|text| &text.ordinals);
        let is_told = told.any(|(_, known)| *known == number);
        !is_told && order(index, topic.record, &noun) != Some(number)
    })
}

/// The stem of the first noun behind an ordinal that is none of time.
fn noun(read: &[Word], ordinal: &Range<usize>) -> Option<String> {
    /// Words behind an ordinal.
    const NEAR: usize = 4;
    const TIME: [&str; 5] = ["time", "half", "quarter", "place", "step"];
    let next = read.partition_point(|word| word.range.start < ordinal.end);
    let near = read[next..].iter().take(NEAR);
    let near: Vec<&Word> = near.take_while(|word| word.mark.is_none()).collect();
    let is_of_time = near.iter().take(2).any(|word| {
        let is_span = crate::dossier::date::MONTHS.contains(&word.low.as_str());
        is_span || TIME.contains(&word.low.as_str())
    });
    // What an ordinal counts ends its phrase.
    let mut nouns = near.iter().filter(|word| !word.stem.is_empty());
    let last = nouns.find(|word| KINDS.contains(&word.low.as_str()))?;
    (!is_of_time).then(|| stem(&last.low))
}

/// Which of those of a kind a record is, by what it follows; none where nothing is said of that.
fn order(index: &Index<'_>, record: Ref, noun: &String) -> Option<u32> {
    /// Records of one row.
    const MOST: u32 = 50;
    let is_kind = |one: Ref| {
        let topic = index.topic(one);
        topic.is_some_and(|topic| topic.raw.contains(noun))
    };
    let mut place = 1;
    let mut last = record;
    let mut is_row = false;
    while let Some(before) = before(index.dossier, last).filter(|_| place < MOST) {
        is_row = true;
        place += u32::from(is_kind(before));
        last = before;
    }
    is_row.then_some(place)
}

/// What a record follows: its own, or that of an agreement of an event.
fn before(dossier: &Dossier, record: Ref) -> Option<Ref> {
    match record.kind {
        Kind::Event => {
            let event = &dossier.events[record.at];
            let own = event.follows.first().and_then(|id| dossier.find(id));
            let agreements = event.agreements.iter().filter_map(|id| dossier.find(id));
            let mut agreements = agreements.filter(|one| one.kind == Kind::Agreement);
            own.or_else(|| agreements.find_map(|one| before(dossier, one)))
        }
        Kind::Agreement => {
            let follows = dossier.agreements[record.at].follows.first();
            follows.and_then(|id| dossier.find(id))
        }
        _ => None,
    }
}
