//! Dates of a clause compared with those of the records that it speaks of.

use super::clause::Clause;
use super::finding::{Finding, Item, Verdict};
use super::matching::Match;
use crate::dossier::Date;
use crate::dossier::date::Order;
use crate::extract::{Edge, TimeExpression};

/// A date may be accused where the records are so well named.
const NAMED: f64 = 0.5;

/// The verdict on each date of a clause; `more` are dates that are right whatever the records say.
pub(super) fn check(clause: &Clause<'_>, matches: &[Match<'_>], more: &[Date]) -> Vec<Finding> {
    let range = clause.range();
    let dates = clause.sentence.real_dates();
    let here = dates.filter(|date| range.contains(&date.range.start));
    let plain = here.filter(|date| {
        let mut words = clause.sentence.words.iter();
        let quoted = words.any(|word| word.quoted && date.range.contains(&word.range.start));
        !quoted
    });
    plain
        .filter_map(|date| judge(date, matches, more))
        .collect()
}

fn judge(expression: &TimeExpression, matches: &[Match<'_>], more: &[Date]) -> Option<Finding> {
    let date = expression.date().ok().flatten()?;
    let new = |verdict| Finding::new(Item::Date, verdict, expression.range.clone());
    let mut finer = None;
    for one in matches {
        for known in one.topic.dates.iter().filter(|known| known.edtf().is_some()) {
            if agrees(&date, known, expression.edge) {
                if is_finer(&date, known) && expression.edge.is_none() {
                    finer = finer.or(Some((one.topic.record, known)));
                    continue;
                }
                return Some(new(Verdict::Supported).of(one.topic.record));
            }
        }
    }
    if more.iter().any(|known| agrees(&date, known, expression.edge)) {
        return Some(new(Verdict::Supported));
    }
    let mentioned = |one: &&Match<'_>| one.topic.strings.iter().any(|text| has_date(text, &date));
    if let Some(one) = matches.iter().find(mentioned) {
        return Some(new(Verdict::Supported).of(one.topic.record));
    }
    if let Some((record, known)) = finer {
        return Some(
            new(Verdict::MorePrecise)
                .of(record)
                .note(format!("no source gives more than {known}"))
                .suggest(known.to_string()),
        );
    }
    let best = matches.first().filter(|best| best.score >= NAMED);
    let with_date = best.and_then(|best| {
        let known = best.topic.dates.iter().find(|known| known.edtf().is_some())?;
        Some((best, known))
    });
    Some(match with_date {
        Some((best, known)) => new(Verdict::Contradicted)
            .of(best.topic.record)
            .note(format!("the date in the dossier is {known}"))
            .suggest(known.label()),
        None => {
            let bounds = best.and_then(|best| best.topic.dates.iter().find(|known| known.compare(&date) != Order::Possible));
            match (best, bounds) {
                (Some(best), Some(known)) => new(Verdict::Contradicted)
                    .of(best.topic.record)
                    .note(format!("the date in the dossier is {known}")),
                _ => new(Verdict::NotInTheDossier),
            }
        }
    })
}

fn agrees(date: &Date, known: &Date, edge: Option<Edge>) -> bool {
    let order = date.compare(known);
    match edge {
        // Up to, or from then on.
        Some(Edge::Until | Edge::Before) if order == Order::CertainlyAfter => true,
        Some(Edge::After) if order == Order::CertainlyBefore => true,
        _ => order == Order::Possible,
    }
}

/// Is one much narrower than the other?
fn is_finer(date: &Date, known: &Date) -> bool {
    let days = |date: &Date| Some((date.latest()? - date.earliest()?).num_days());
    match (days(date), days(known)) {
        (Some(new), Some(old)) => new * 2 < old,
        _ => false,
    }
}

/// Does a text of the dossier name the year?
fn has_date(text: &str, date: &Date) -> bool {
    let Some(year) = date.year() else {
        return false;
    };
    let year = year.to_string();
    let whole = date.edtf() == Some(year.as_str());
    whole && text.split(|c: char| !c.is_ascii_digit()).any(|part| part == year)
}
