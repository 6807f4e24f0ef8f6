//! Dates of a clause compared with those of the records that it speaks of.

pub(super) mod act;
pub(super) mod compare;
mod edge;
pub(super) mod form;
pub(super) mod length;
pub(super) mod partial;
mod swapped;
mod whose;

use chrono::{Datelike, NaiveDate};

use super::clause::Clause;
use super::finding::{Finding, Item, Verdict};
use super::index::Index;
use super::matching::Match;
use super::stage::Stage;
use super::telling::{is_issued, is_of_telling};
use super::topic::Topic;
use super::words::Word;
use crate::brief::spoken;
use crate::dossier::date::Order;
use crate::dossier::{Date, Kind, Ref};
use crate::extract::{Edge, TimeExpression};
use compare::{agrees, has_date, is_apart, is_finer, is_span};
use edge::NAMED;
use form::like;
use whose::of_those_named;

/// Words of something that comes beside what the records have.
const ANOTHER: [&str; 7] = [
    "another", "new", "next", "again", "second", "third", "further",
];

/// The verdict on each date of a clause; `more` are dates that are right whatever the records say.
pub(super) fn check(
    index: &Index<'_>,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
    more: &[Date],
) -> Vec<Finding> {
    let mut plain_words = clause.plain();
    let knows = |word: &Word| matches.iter().any(|one| one.topic.raw.contains(&word.stem));
    let mut before = "";
    let is_another = plain_words.any(|word| {
        // "so that its fifth anniversary fell in 2023"
        let is_anniversary = word.low == "anniversary" && !knows(word);
        // "the new roadmap" is one that is known.
        let is_known = word.low == "new" && matches!(before, "the" | "this" | "its" | "their");
        before = &word.low;
        is_anniversary || !is_known && ANOTHER.contains(&word.low.as_str())
    });
    let range = clause.range();
    let dates = clause.sentence.real_dates();
    let here = dates.filter(|date| range.contains(&date.range.start));
    let plain = here.filter(|date| {
        let mut words = clause.sentence.words.iter();
        let quoted = words.any(|word| word.quoted && date.range.contains(&word.range.start));
        !quoted && !is_denied(clause, date)
    });
    let forced = in_force(index, clause, matches);
    let judged = plain.filter_map(|date| {
        let one = if let Some(all) = &forced {
            since(date, clause, all)
        } else {
            swapped::check(date, clause, matches)
                .or_else(|| of_telling(index, date, clause, matches))
                .or_else(|| edge::check(date, clause, matches))
                .or_else(|| edge::span(date, clause, matches))
                .or_else(|| judge(index, date, clause, matches, more))
        };
        one.map(|one| (date, one))
    });
    judged
        .map(|(date, one)| {
            let is_known = is_shifted(date, matches) || edge::is_of_span(date, clause, matches);
            let of_another = is_another || is_news(index, date) && !is_known;
            if one.verdict.is_accusation() && of_another {
                return Finding::new(Item::Date, Verdict::NotInTheDossier, date.range.clone());
            }
            one
        })
        .collect()
}

/// "in 2017, not in 2016": is it when something was not?
fn is_denied(clause: &Clause<'_>, date: &TimeExpression) -> bool {
    let start = date.range.start;
    let before: Vec<&str> = clause
        .plain()
        .filter(|word| word.range.start < start)
        .map(|word| word.low.as_str())
        .collect();
    matches!(
        before[..],
        [.., "not"] | [.., "not", "in" | "on" | "of" | "from"]
    )
}

/// The verdict on when something was said or printed, if its source came out then.
fn of_telling(
    index: &Index<'_>,
    expression: &TimeExpression,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<Finding> {
    let date = expression.date().ok().flatten()?;
    let is_told = is_of_telling(clause.sentence, &expression.range);
    let mut issued = matches.iter().flat_map(|one| &one.topic.issued).peekable();
    let is_then = match issued.peek() {
        Some(_) => issued.any(|issued| agrees(&date, issued, None)),
        None => is_issued(index, &date),
    };
    let finding = || Finding::new(Item::Date, Verdict::Supported, expression.range.clone());
    (is_told && is_then).then(finding)
}

/// When the agreement came into force that a clause speaks of, if it says that it did: a signature is
/// another day.
fn in_force(
    index: &Index<'_>,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
) -> Option<Vec<(Ref, Date)>> {
    const BEGUN: &str = "entered enters came comes went took takes becoming became effective";
    let words: Vec<&Word> = clause.plain().collect();
    let is_begun = words.windows(3).any(|near| {
        let is_force = matches!(near[2].low.as_str(), "force" | "effect");
        let took = near[1].low == "effect" && near[0].low.starts_with('t');
        let begins = BEGUN.split(' ').any(|low| low == near[0].low);
        begins && (is_force || took)
    });
    // The best of them: another partnership came into force on another day.
    let records = matches.iter().map(|one| one.topic.record);
    let best = records
        .into_iter()
        .find(|record| record.kind == Kind::Agreement);
    let dates = best.and_then(|record| {
        let agreement = &index.dossier.agreements[record.at];
        Some((record, agreement.in_force.clone()?))
    });
    is_begun.then(|| dates.into_iter().collect())
}

/// The verdict on the day on which something came into force.
fn since(
    expression: &TimeExpression,
    clause: &Clause<'_>,
    known: &[(Ref, Date)],
) -> Option<Finding> {
    let date = expression.date().ok().flatten()?;
    let new = |verdict| Finding::new(Item::Date, verdict, expression.range.clone());
    let same = known
        .iter()
        .find(|(_, known)| agrees(&date, known, expression.edge));
    Some(match (same, known.first()) {
        (Some((record, _)), _) => new(Verdict::Supported).of(*record),
        (None, Some((record, known))) => new(Verdict::Contradicted)
            .of(*record)
            .note(format!("in force since {} in the dossier", spoken(known)))
            .suggest_some(like(clause.sentence.words_of(&expression.range), known)),
        (None, None) => new(Verdict::NotInTheDossier),
    })
}

/// Is a date behind everything that the sources of the dossier could tell? What happened then is no old
/// event with another date.
fn is_news(index: &Index<'_>, expression: &TimeExpression) -> bool {
    let date = expression.date().ok().flatten();
    let first = date.and_then(|date| date.earliest());
    first
        .zip(index.newest)
        .is_some_and(|(first, newest)| first > newest)
}

/// Is it a span that overlaps one of the records, and is another? "2026 to 2027" for "2025 to 2026".
fn is_shifted(expression: &TimeExpression, matches: &[Match<'_>]) -> bool {
    let Some(date) = expression.date().ok().flatten() else {
        return false;
    };
    let mut known = matches.iter().flat_map(|one| &one.topic.dates);
    known.any(|known| is_apart(&date, known) && date.compare(known) == Order::Possible)
}

/// "By 2023", of what the records know only to have been before then.
fn is_bounded(expression: &TimeExpression, date: &Date, matches: &[Match<'_>]) -> Option<Ref> {
    let is_until = matches!(expression.edge, Some(Edge::Until | Edge::Before));
    let is_before = |known: &Date| known.edtf().is_none() && date.compare(known) == Order::Possible;
    let mut named = matches.iter().filter(|one| one.score >= NAMED);
    let one = named.find(|one| one.topic.dates.iter().any(is_before))?;
    is_until.then_some(one.topic.record)
}

/// The record that has a date, of those that follow what a clause speaks of, or that it follows: "preceded by
/// one of September 2017".
fn in_order(
    index: &Index<'_>,
    clause: &Clause<'_>,
    date: &Date,
    matches: &[Match<'_>],
) -> Option<Ref> {
    let mut words = clause.plain();
    let is_order = |word: &Word| {
        [
            "precede",
            "preceding",
            "follow",
            "earlier",
            "succeed",
            "predecessor",
        ]
        .iter()
        .any(|start| word.low.starts_with(start))
    };
    words.any(is_order).then_some(())?;
    let near: Vec<Ref> = matches.iter().map(|one| one.topic.record).collect();
    let follows = |record: Ref| -> Vec<Ref> {
        let dossier = index.dossier;
        let ids = match record.kind {
            Kind::Event => &dossier.events[record.at].follows,
            Kind::Agreement => &dossier.agreements[record.at].follows,
            _ => return Vec::new(),
        };
        ids.iter().filter_map(|id| dossier.find(id)).collect()
    };
    let is_linked = |record: Ref| {
        let is_later = near.iter().any(|one| follows(*one).contains(&record));
        is_later || follows(record).iter().any(|one| near.contains(one))
    };
    let has_date = |one: &&Topic| one.dates.iter().any(|known| agrees(date, known, None));
    let mut topics = index.topics.iter().filter(has_date);
    topics
        .find(|one| is_linked(one.record))
        .map(|one| one.record)
}

fn judge(
    index: &Index<'_>,
    expression: &TimeExpression,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
    more: &[Date],
) -> Option<Finding> {
    let text = clause.sentence.words_of(&expression.range);
    let date = expression.date().ok().flatten()?;
    let new = |verdict| Finding::new(Item::Date, verdict, expression.range.clone());
    let mut finer = None;
    let own = of_those_named(expression, clause, matches);
    let own = own.as_slice();
    for one in own {
        for known in one
            .topic
            .dates
            .iter()
            .filter(|known| known.edtf().is_some())
        {
            if agrees(&date, known, expression.edge) && !is_apart(&date, known) {
                let is_within = is_span(known) && is_running(clause);
                if is_finer(&date, known) && expression.edge.is_none() && !is_within {
                    finer = finer.or(Some((one.topic.record, known)));
                    continue;
                }
                return Some(new(Verdict::Supported).of(one.topic.record));
            }
        }
    }
    if more
        .iter()
        .any(|known| agrees(&date, known, expression.edge))
    {
        return Some(new(Verdict::Supported));
    }
    let mentioned = |one: &&Match<'_>| one.topic.strings.iter().any(|text| has_date(text, &date));
    if let Some(one) = own.iter().find(mentioned) {
        return Some(new(Verdict::Supported).of(one.topic.record));
    }
    if let Some(one) = own.iter().find(|one| is_said_then(one, &date)) {
        return Some(new(Verdict::Supported).of(one.topic.record));
    }
    if let Some(record) = is_bounded(expression, &date, own) {
        return Some(new(Verdict::Supported).of(record));
    }
    if let Some(record) = in_order(index, clause, &date, matches) {
        return Some(new(Verdict::Supported).of(record));
    }
    if let Some((record, known)) = finer.filter(|_| !expression.relative) {
        return Some(
            new(Verdict::MorePrecise)
                .of(record)
                .note(format!("no source gives more than {}", spoken(known)))
                .suggest_some(like(text, known)),
        );
    }
    (!expression.relative).then(|| wrong(expression, text, &date, matches))
}

/// Does a clause tell that something goes on, so that any day of its span is right?
fn is_running(clause: &Clause<'_>) -> bool {
    const RUNNING: &str =
        "running runs ran run force effect valid way underway during still ongoing continued";
    let mut words = clause.plain();
    words.any(|word| RUNNING.split(' ').any(|low| low == word.low))
}

/// Was it said or proposed when a source of it came out? Of what has no date of its own.
fn is_said_then(one: &Match<'_>, date: &Date) -> bool {
    let topic = one.topic;
    let is_words = topic.stage.is_none_or(|stage| stage <= Stage::Ahead);
    let undated = topic.dates.iter().all(|known| known.edtf().is_none());
    let mut issued = topic.issued.iter();
    is_words
        && undated
        && one.score >= NAMED
        && issued.any(|issued| agrees(date, issued, None) && !is_finer(date, issued))
}

/// The date that a text has otherwise, with its record: that of the best, or of another that is as well named and
/// has the same month or day; and whether no other may be meant.
fn meant<'a>(
    date: &Date,
    best: &Match<'a>,
    matches: &[Match<'a>],
) -> Option<(Ref, &'a Date, bool)> {
    /// So well named beside the best, another may be meant.
    const BESIDE: f64 = 0.85;
    fn month(date: &Date) -> Option<&str> {
        date.edtf()?.split_once('-').map(|(_, month)| month)
    }
    let is_dated = |known: &&Date| known.edtf().is_some();
    let of_best = || best.topic.dates.iter().filter(is_dated);
    // A span is another span, where the record has one.
    let same_kind = of_best().find(|known| is_span(known) == is_span(date));
    let first = same_kind.or(of_best().next())?;
    let record = best.topic.record;
    let mut named = matches.iter().filter(|one| {
        let is_plain = one.topic.record.kind != Kind::Claim && !one.topic.is_ongoing;
        is_plain && one.score >= NAMED
    });
    let is_alike = |known: &&Date| month(known).is_some() && month(known) == month(date);
    let alike = named.clone().find_map(|one| {
        let mut known = one.topic.dates.iter().filter(is_dated);
        Some((one.topic.record, known.find(is_alike)?))
    });
    if let Some((record, known)) = alike {
        return Some((record, known, true));
    }
    let is_other = named.any(|one| {
        let mut known = one.topic.dates.iter().filter(is_dated).peekable();
        let is_beside = one.score >= BESIDE * best.score && known.peek().is_some();
        is_beside && known.all(|known| known.compare(first) != Order::Possible)
    });
    Some((record, first, !is_other))
}

/// The verdict on a date that no record has.
fn wrong(expression: &TimeExpression, text: &str, date: &Date, matches: &[Match<'_>]) -> Finding {
    let new = |verdict| Finding::new(Item::Date, verdict, expression.range.clone());
    let is_dated = |one: &&Match<'_>| one.topic.dates.iter().any(|known| known.edtf().is_some());
    let mut named = matches.iter().filter(|one| one.score >= NAMED);
    let first = named.clone().next();
    let Some(best) = named
        .find(|one| is_dated(one) && !one.topic.is_ongoing)
        .or(first)
        .filter(|best| !best.topic.is_ongoing)
    else {
        return new(Verdict::NotInTheDossier);
    };
    let record = best.topic.record;
    let mut dates = best.topic.dates.iter();
    if let Some((record, known, is_sure)) = meant(date, best, matches) {
        let hint = like(text, known).filter(|_| is_sure);
        return new(Verdict::Contradicted)
            .of(record)
            .note(format!("the date in the dossier is {}", spoken(known)))
            .suggest_some(hint);
    }
    match dates.find(|known| known.compare(date) != Order::Possible) {
        Some(bounds) => new(Verdict::Contradicted)
            .of(record)
            .note(format!("the date in the dossier is {}", bounded(bounds))),
        None => new(Verdict::NotInTheDossier),
    }
}

/// "not after 2023", of a date of which only the bounds are known.
fn bounded(date: &Date) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| day.year());
    match (day(date.earliest()), day(date.latest())) {
        (Some(first), Some(last)) if first == last => first.to_string(),
        (Some(first), Some(last)) => format!("between {first} and {last}"),
        (Some(first), None) => format!("not before {first}"),
        (None, Some(last)) => format!("not after {last}"),
        (None, None) => spoken(date),
    }
}
