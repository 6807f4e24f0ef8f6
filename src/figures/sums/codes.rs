//! What goods with codes say of each other: `HS 0901` is a part of `HS 09`, both are parts of all goods,
//! and goods of which no code begins as that of another add up to no more than the whole.

use std::collections::BTreeMap;

use super::index::Index;
use super::term::sum;
use crate::dossier::Dossier;
use crate::dossier::series::Flow;
use crate::figures::interval::Interval;
use crate::figures::key::Key;
use crate::figures::statement::Statement;

/// Goods that are named in the arithmetic.
const NAMED: usize = 6;

/// A code and the place of its row.
type Coded = (String, usize);

/// What the rows with codes say of their wholes, each with the place of its row.
pub(super) fn implied(dossier: &Dossier, index: &Index<'_>) -> Vec<(usize, Statement)> {
    let mut found = Vec::new();
    for (family, members) in families(index) {
        for (place, (code, at)) in members.iter().enumerate() {
            let rest = members[place + 1..].iter();
            let below = rest.take_while(|(other, _)| other.starts_with(code));
            let below: Vec<_> = below.filter(|(other, _)| other != code).collect();
            found.extend(of_whole(dossier, index, *at, &below, 1));
        }
        let wholes = family.wholes().into_iter();
        let all: Vec<_> = members.iter().collect();
        for whole in wholes.filter(|whole| whole.commodity().is_none()) {
            for target in index.comparable(&whole) {
                // What one of them says is said of all goods, with or without a code.
                found.extend(of_whole(dossier, index, target, &all, 2));
            }
        }
    }
    found
}

/// The rows of one trade whose goods have codes of one list, in the order of the codes.
fn families(index: &Index<'_>) -> BTreeMap<Key, Vec<Coded>> {
    let mut families: BTreeMap<Key, Vec<Coded>> = BTreeMap::new();
    for (at, row) in index.rows.iter().enumerate() {
        let is_sum = row.key.is_additive() && row.key.flow() != Some(Flow::Balance);
        if let Some((family, code)) = row.key.coded().filter(|_| is_sum) {
            families.entry(family).or_default().push((code, at));
        }
    }
    for members in families.values_mut() {
        members.sort();
    }
    families
}

/// For every period of the row at `target` that is said to be less than its parts, what it is at least by
/// as few of them as possible, if these are `fewest` or more.
fn of_whole(
    dossier: &Dossier,
    index: &Index<'_>,
    target: usize,
    parts: &[&Coded],
    fewest: usize,
) -> Vec<(usize, Statement)> {
    if parts.len() < fewest {
        return Vec::new();
    }
    let mut periods: Vec<_> = index.periods(target).iter().collect();
    periods.sort_by_key(|(period, _)| **period);
    let mut found = Vec::new();
    for (period, stated) in periods {
        let printed = parts.iter().filter_map(|(code, at)| {
            let all = index.periods(*at).get(period)?;
            Some((code.as_str(), lowest(all)?))
        });
        let apart = apart(&printed.collect::<Vec<_>>());
        for whole in stated {
            let more = whole.value.and_then(|value| more(&apart, value));
            if let Some((least, chosen)) = more.filter(|(_, chosen)| chosen.len() >= fewest) {
                let row = &index.rows[target];
                let terms = terms(dossier, &chosen);
                let said = sum(dossier, row, &whole.date, least, &chosen, &terms);
                found.push((target, said));
            }
        }
    }
    found
}

fn low(statement: &Statement) -> f64 {
    statement.value.map_or(0.0, |value| value.low)
}

/// The one that says the least, where several do.
fn lowest<'a>(all: &[&'a Statement]) -> Option<&'a Statement> {
    let known = all.iter().filter(|one| one.value.is_some());
    known.min_by(|a, b| low(a).total_cmp(&low(b))).copied()
}

/// Those that are no parts of each other and are the most together; they come in the order of their codes.
fn apart<'a>(parts: &[(&str, &'a Statement)]) -> Vec<&'a Statement> {
    let mut chosen = Vec::new();
    let mut rest = parts;
    while let [(code, whole), others @ ..] = rest {
        let count = others.partition_point(|(other, _)| other.starts_with(code));
        let below = apart(&others[..count]);
        let sum: f64 = below.iter().map(|part| low(part)).sum();
        if sum > low(whole) {
            chosen.extend(below);
        } else {
            chosen.push(*whole);
        }
        rest = &others[count..];
    }
    chosen
}

/// As few of the parts as are more than the whole is said to be, and what it is at least by them.
fn more<'a>(parts: &[&'a Statement], stated: Interval) -> Option<(Interval, Vec<&'a Statement>)> {
    let mut greatest = parts.to_vec();
    greatest.sort_by(|a, b| low(b).total_cmp(&low(a)));
    let mut sum: Option<Interval> = None;
    for (at, part) in greatest.iter().enumerate() {
        let value = part.value.filter(|value| value.low > 0.0)?;
        let so_far = sum.map_or(value, |sum| sum.plus(value));
        if !so_far.or_more().overlaps(stated) {
            greatest.truncate(at + 1);
            return Some((so_far.or_more(), greatest));
        }
        sum = Some(so_far);
    }
    None
}

/// "Coffee (HS 0901), 2014: US$ 5,000,000 is a part of it".
fn terms(dossier: &Dossier, parts: &[&Statement]) -> String {
    let mut titles: Vec<_> = parts
        .iter()
        .map(|part| dossier.title(part.from[0]))
        .collect();
    let more = titles.len().saturating_sub(NAMED);
    if more > 0 {
        titles.truncate(NAMED);
        titles.push(format!("{more} more"));
    }
    let verb = if parts.len() == 1 {
        "is a part"
    } else {
        "are parts"
    };
    format!("{} {verb} of it", titles.join(" and "))
}
