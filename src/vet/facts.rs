//! Agreements, events and assertions of a sentence compared with the records that it speaks of.

mod fits;
mod goods;
mod items;
mod judge;
mod listed;
mod member;
mod numbers;
mod passage;
mod place;
mod polarity;
mod support;
mod trend;

use super::actors::Who;
use super::clause::{Clause, clauses};
use super::dates;
use super::finding::{Finding, Item, Verdict};
use super::index::Index;
use super::matching::{Match, matches};
use super::negation::denies;
use super::sentence::{Sentence, Sentences};
use super::voice::is_attributed;
use super::words::{is_one_of, words};
use crate::brief::spoken;
use crate::dossier::date::Order;
use crate::dossier::{Date, Kind, Ref};

/// The verdicts on what a sentence tells. `figures` are those on its figures, whose periods are
/// compared there.
pub(super) fn check(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    sentence: &Sentence,
    figures: &[Finding],
) -> Vec<Finding> {
    if sentence.is_reference {
        return Vec::new();
    }
    let parts: Vec<(Clause<'_>, Vec<Match<'_>>)> = clauses(sentence)
        .into_iter()
        .map(|clause| {
            let found = matches(index, sentences, &clause);
            (clause, found)
        })
        .collect();
    let mut whole = Vec::new();
    let parts = if parts.len() > 1 && parts.iter().all(|(_, found)| found.is_empty()) {
        let clause = Clause {
            sentence,
            words: 0..sentence.words.len(),
        };
        let found = matches(index, sentences, &clause);
        vec![(clause, found)]
    } else {
        whole.extend(parts.iter().flat_map(|(_, found)| found.iter().copied()));
        parts
    };
    let more = right_dates(index, sentence, figures);
    let mut found = Vec::new();
    for (clause, matches) in &parts {
        // A clause beside another may go on with its records.
        let all = if matches.is_empty() { &whole } else { matches };
        let vague = matches.first().is_none_or(|best| best.score < judge::NAMED);
        if vague && names_instrument(clause) {
            found.extend(judge::going_on(index, sentences, clause, &whole));
        }
        let mut dated = dates::check(index, clause, all, &more);
        dated.retain(|one| !is_period(sentence, figures, one));
        dated.extend(dates::partial::check(index, sentences, clause, all));
        dated.extend(dates::length::check(clause, all));
        let judged = judged(index, sentences, clause, matches, figures, dated);
        if !judged.iter().any(|one| one.verdict.is_accusation()) {
            let listed = listed::check(index, clause, all);
            // Who belongs to which body, its members say.
            found.extend(listed.filter(|_| member::check(index, sentences, clause).is_none()));
            found.extend(items::check(index, clause));
            // "…, and their ninth round was held there"
            let is_more = || clause.plain().any(|word| is_one_of(MORE, &word.low));
            if vague && !is_more() {
                let named: Vec<Match<'_>> = whole
                    .iter()
                    .filter(|one| one.score >= judge::NAMED)
                    .copied()
                    .collect();
                found.extend(numbers::ordinal(index, clause, &named, Item::Event));
            }
        }
        found.extend(judged);
    }
    found.extend(another(index, sentences, sentence));
    found.extend(unknown(index, sentence, &found));
    found.retain(|one| !is_about_figure(one, figures));
    found
}

/// Words of one more than those of the records.
const MORE: &str = "next another further following later earlier previous will would planned";

/// Is only a figure told that has a verdict of its own, and nothing else?
fn is_about_figure(one: &Finding, figures: &[Finding]) -> bool {
    let known = |figure: &&Finding| figure.verdict != Verdict::NotInTheDossier;
    let holds = |figure: &Finding| {
        one.range.start <= figure.range.start && figure.range.end <= one.range.end
    };
    let open = one.verdict == Verdict::NotInTheDossier && one.item == Item::Event;
    open && figures.iter().filter(known).any(holds)
}

/// "South Korea is another of the six", of what the sentence before tells of several: somebody of whom no
/// record tells it.
fn another(index: &Index<'_>, sentences: &Sentences<'_>, sentence: &Sentence) -> Option<Finding> {
    let before = sentences
        .before(sentence)
        .filter(|_| sentence.is_of_them())?;
    let all = clauses(before);
    let best = all.iter().find_map(|clause| {
        let found = matches(index, sentences, clause).into_iter().next()?;
        (found.score >= judge::NAMED).then_some(found.topic)
    })?;
    index.family(best.record).next()?;
    let takes_part = |who| {
        index
            .family(best.record)
            .any(|one| one.actors.contains(&who))
    };
    let stranger = sentence.spots.iter().find(|spot| {
        let is_voice = index.is_voice(spot.who) || is_attributed(&sentence.words, spot);
        !is_voice && !sentence.words[spot.words.start].quoted && !takes_part(spot.who)
    })?;
    let words = &sentence.words[stranger.words.clone()];
    let range = words.first()?.range.start..words.last()?.range.end;
    let (name, title) = (index.name(stranger.who), index.dossier.title(best.record));
    let note = format!("party: no record tells of {name} what “{title}” does");
    let finding = Finding::new(Item::Agreement, Verdict::Contradicted, range);
    Some(finding.of(best.record).note(note))
}

/// The verdicts on a clause and on its dates, of which `dated` are those that the records suggest.
fn judged(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
    figures: &[Finding],
    dated: Vec<Finding>,
) -> Vec<Finding> {
    let asks_from = clause.asks_from().unwrap_or(usize::MAX);
    // Who asks it is asserted.
    let is_asked =
        |one: &Finding| one.range.start >= asks_from && one.verdict != Verdict::Misattributed;
    let unless = |is_open: bool, one: Finding| if is_open { left_open(one) } else { one };
    let of_others = matches
        .first()
        .is_some_and(|best| support::is_of_others(index, clause, best.topic));
    let joins_itself = matches
        .first()
        .is_some_and(|best| support::joins_itself(index, clause, best.topic));
    let dated: Vec<Finding> = dated
        .into_iter()
        .filter(|one| !(joins_itself && one.verdict == Verdict::Supported))
        .map(|one| {
            let is_apart = of_others || is_asked(&one) || !fits(index, sentences, clause, &one);
            unless(is_apart, one)
        })
        .collect();
    let is_told = is_told_in_full(clause, figures, &dated);
    let mut judged = judge::clause(index, sentences, clause, matches, is_told);
    let mut found: Vec<Finding> = Vec::new();
    if let Some(belongs) = member::check(index, sentences, clause) {
        judged.retain(|one| !one.verdict.is_accusation());
        if !belongs.is_empty() {
            judged = belongs;
        }
    }
    if !judged.iter().any(|one| one.verdict.is_accusation()) && !denies(clause.plain()) {
        let unnamed = passage::check(index, clause)
            .or_else(|| numbers::family::check(index, sentences, clause, matches))
            .or_else(|| numbers::only::check(index, sentences, clause));
        found.extend(unnamed.filter(|one| !is_asked(one)));
    }
    if !judged.iter().any(|one| one.verdict.is_accusation()) {
        let turned = polarity::check(index, clause).filter(|one| !is_asked(one));
        if turned.is_some() {
            judged.clear();
        }
        found.extend(turned);
    }
    let dated = of_one_record(index, clause, &judged, dated);
    let judged = judged.into_iter();
    found.extend(judged.map(|one| unless(is_asked(&one), one)));
    found.extend(goods::check(index, clause));
    let range = clause.range();
    // "a fifth lower than in 2022" is compared by its figure.
    let is_compared = clause.plain().any(|word| word.low == "than")
        && figures.iter().any(|one| range.contains(&one.range.start));
    if !is_compared && !found.iter().any(|one| one.verdict.is_accusation()) {
        found.extend(trend::check(index, clause));
    }
    found.extend(dated);
    found
}

/// Does the record that speaks against a date tell the deed of the clause?
fn fits(index: &Index<'_>, sentences: &Sentences<'_>, clause: &Clause<'_>, one: &Finding) -> bool {
    let topic = one.record.and_then(|record| index.topic(record));
    topic.is_none_or(|topic| {
        fits::fits(index, sentences, clause, topic)
            && !dates::act::is_other(index.dossier, clause, &one.range, topic)
    })
}

/// A date that only another record has, in which those whom the clause names take no part: "At the forum of
/// 2023 Putin met Sisoulith", who met in 2025.
fn of_one_record(
    index: &Index<'_>,
    clause: &Clause<'_>,
    judged: &[Finding],
    mut dated: Vec<Finding>,
) -> Vec<Finding> {
    let is_own = |one: &&Finding| one.verdict == Verdict::Supported && one.range == clause.range();
    let told = judged.iter().find(is_own).and_then(|one| one.record);
    let Some(topic) = told.and_then(|record| index.topic(record)) else {
        return dated;
    };
    let known = topic.dates.iter().find(|known| known.edtf().is_some());
    let (Some(known), false) = (known, topic.is_ongoing) else {
        return dated;
    };
    let people = clause.sentence.people();
    let has_all = |record: &Ref| {
        let other = index.topic(*record);
        other.is_none_or(|other| {
            people
                .iter()
                .all(|who| other.actors.contains(&Who::Record(*who)))
        })
    };
    for one in &mut dated {
        let of_other = one
            .record
            .filter(|record| *record != topic.record && !has_all(record));
        let mut all = clause.sentence.real_dates();
        let date = all.find(|date| date.range == one.range);
        let date = date.and_then(|date| date.date().ok().flatten());
        let is_apart = date.is_some_and(|date| date.compare(known) != Order::Possible);
        if one.verdict == Verdict::Supported && of_other.is_some() && is_apart {
            let note = format!("the date in the dossier is {}", spoken(known));
            *one = Finding::new(one.item, Verdict::Contradicted, one.range.clone())
                .of(topic.record)
                .note(note);
        }
    }
    dated
}

/// What is said of somebody else has another date than the record, and none that is wrong; what is only
/// asked asserts nothing.
fn left_open(one: Finding) -> Finding {
    if one.verdict.is_accusation() {
        return Finding::new(one.item, Verdict::NotInTheDossier, one.range);
    }
    one
}

/// Has the dossier every figure and date of a clause? Else no record supports it as a whole.
fn is_told_in_full(clause: &Clause<'_>, figures: &[Finding], dates: &[Finding]) -> bool {
    let range = clause.range();
    let here = |one: &&Finding| range.contains(&one.range.start);
    let unknown = |one: &Finding| one.verdict == Verdict::NotInTheDossier;
    let wrong = |one: &Finding| unknown(one) || one.verdict == Verdict::Contradicted;
    !figures.iter().filter(here).any(wrong) && !dates.iter().any(unknown)
}

/// Does a clause speak of "an arrangement" or "the treaty" that the clause before it named?
fn names_instrument(clause: &Clause<'_>) -> bool {
    const INSTRUMENTS: [&str; 11] = [
        "arrangement",
        "arrangements",
        "agreement",
        "agreements",
        "treaty",
        "memorandum",
        "deal",
        "document",
        "documents",
        "roadmap",
        "pact",
    ];
    clause
        .plain()
        .any(|word| INSTRUMENTS.contains(&word.low.as_str()))
}

/// Dates that need no record: of the figures and of the speech of a sentence.
fn right_dates(index: &Index<'_>, sentence: &Sentence, figures: &[Finding]) -> Vec<Date> {
    let mut dates = Vec::new();
    let records = figures.iter().filter_map(|one| one.record);
    for record in records.chain(sentence.bound.iter().copied()) {
        dates.extend(index.dossier.dates(record));
        if record.kind == Kind::Observation {
            let (_, observation) = index.dossier.observation(record.at);
            dates.extend(observation.compared_with.clone());
        }
        for evidence in index.dossier.evidence(record).iter() {
            let source = index.dossier.source(&evidence.source);
            dates.extend(source.and_then(|source| source.issued.clone()));
        }
    }
    dates
}

/// Is a date the period of a figure that has a verdict of its own?
fn is_period(sentence: &Sentence, figures: &[Finding], date: &Finding) -> bool {
    let known = figures
        .iter()
        .any(|one| one.verdict != Verdict::NotInTheDossier);
    let mut amounts = sentence.amounts.iter();
    let period = amounts.any(|amount| {
        let time = amount.own_period().map(|period| &period.time.range);
        let base = amount.compared_with.as_ref().map(|base| &base.range);
        time == Some(&date.range) || base == Some(&date.range)
    });
    known && (period || sentence.real_dates().count() == 1)
}

/// Agreements and events that the text tells of and no record matches.
fn unknown(index: &Index<'_>, sentence: &Sentence, found: &[Finding]) -> Vec<Finding> {
    let mentions = sentence.mentions.iter();
    mentions
        .filter(|(_, range)| {
            let mut findings = found.iter();
            let is_fact = |one: &Finding| matches!(one.item, Item::Agreement | Item::Event);
            !findings.any(|one| {
                is_fact(one) && one.range.start < range.end && range.start < one.range.end
            })
        })
        .filter(|(_, range)| !is_named(index, sentence, range))
        .map(|(item, range)| Finding::new(*item, Verdict::NotInTheDossier, range.clone()))
        .collect()
}

/// "the forum", "the Moscow summit": does an event have all the words by which another is only named?
fn is_named(index: &Index<'_>, sentence: &Sentence, range: &std::ops::Range<usize>) -> bool {
    /// Words of a name.
    const MOST: usize = 3;
    let text = sentence.words_of(range);
    let read = words(text, &(0..text.len()), &[]);
    let stems: Vec<&String> = read
        .iter()
        .map(|word| &word.stem)
        .filter(|stem| !stem.is_empty())
        .collect();
    let mut events = index
        .topics
        .iter()
        .filter(|one| one.record.kind == Kind::Event);
    let is_short = !stems.is_empty() && read.len() <= MOST;
    is_short && events.any(|one| stems.iter().all(|stem| one.raw.contains(*stem)))
}
