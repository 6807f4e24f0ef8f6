//! Trade in some goods over trade in all goods is their share: a check of three figures that are often
//! printed side by side.

use std::collections::HashMap;
use std::sync::Arc;

use super::period::Period;
use super::row::Row;
use super::statement::{Origin, Statement, weaker};
use super::words::folded;
use crate::dossier::Dossier;
use crate::dossier::series::Flow;

/// Words between the flow and the partner of "exports to Russia".
const TOWARDS: [&str; 4] = ["to", "from", "with", "by"];

/// What a share is a share of, and the whole, both folded: "coffee" and "exports" of "Share of coffee in
/// exports". None for other titles.
pub(crate) fn of(title: &str) -> Option<(String, String)> {
    let title = folded(title);
    let (part, whole) = title.split_once("share of ")?.1.split_once(" in ")?;
    Some((part.to_owned(), whole.to_owned()))
}

/// Who trades with whom, which way, and in what.
type Trade<'a> = (
    Option<&'a str>,
    Option<&'a str>,
    Option<Flow>,
    Option<&'a str>,
);

/// The shares that follow from the amounts in `rows`, each with the place of the row of that share.
pub(crate) fn implied(dossier: &Dossier, rows: &[Row]) -> Vec<(usize, Statement)> {
    let mut trade: HashMap<Trade<'_>, Vec<&Row>> = HashMap::new();
    for row in rows.iter().filter(|row| row.key.is_additive()) {
        let key = &row.key;
        let of = (key.reporter(), key.partner(), key.flow(), key.commodity());
        trade.entry(of).or_default().push(row);
    }
    let mut found = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let key = &row.key;
        let is_share = key.unit() == "%" && !key.is_growth() && !key.is_trade();
        let Some((part, whole)) = of(&row.title).filter(|_| is_share) else {
            continue;
        };
        let Some(flow) = flow(&whole, key.partner().is_some()) else {
            continue;
        };
        let amounts = |commodity| {
            let of = (key.reporter(), key.partner(), Some(flow), commodity);
            trade.get(&of).into_iter().flatten().copied()
        };
        for part in amounts(Some(part.as_str())) {
            let wholes = part.key.wholes();
            for whole in amounts(None).filter(|all| wholes.contains(&all.key)) {
                let shares = shares(dossier, row, part, whole);
                found.extend(shares.into_iter().map(|share| (at, share)));
            }
        }
    }
    found
}

/// The flow that the whole of a share is: "exports", or "exports to Russia" where it has a partner.
fn flow(whole: &str, has_partner: bool) -> Option<Flow> {
    let mut words = whole
        .split(' ')
        .filter(|word| !["total", "all"].contains(word));
    let flow = match words.next()? {
        "exports" => Flow::Exports,
        "imports" => Flow::Imports,
        "trade" => Flow::Total,
        _ => return None,
    };
    let fits = match words.next() {
        None => true,
        Some(word) => has_partner && TOWARDS.contains(&word),
    };
    fits.then_some(flow)
}

/// The share of `part` in `whole` for each printed period of the share.
fn shares(dossier: &Dossier, row: &Row, part: &Row, whole: &Row) -> Vec<Statement> {
    let mut periods: Vec<Period> = row.reports().filter_map(|share| share.period).collect();
    periods.sort();
    periods.dedup();
    let of = |row: &Row| -> HashMap<Period, Statement> {
        let dated = row.reports().filter_map(|s| Some((s.period?, s.clone())));
        dated.collect()
    };
    let (parts, wholes) = (of(part), of(whole));
    let found = periods
        .iter()
        .filter_map(|period| share(dossier, row, parts.get(period)?, wholes.get(period)?));
    found.collect()
}

fn share(dossier: &Dossier, row: &Row, part: &Statement, whole: &Statement) -> Option<Statement> {
    let value = part.value?.over(whole.value?)?.scaled(100.0);
    let working = format!(
        "{} / {} = {} %, {}",
        part.describe(dossier),
        whole.describe(dossier),
        value.shown(),
        value.span()
    );
    Some(Statement {
        key: Arc::clone(&row.key),
        series: row.statements.first()?.series,
        date: part.date.clone(),
        period: part.period,
        value: Some(value),
        figure: value.middle(),
        firmness: weaker(part.firmness, whole.firmness),
        origin: Origin::Quotient,
        from: [part.from.as_slice(), &whole.from].concat(),
        base: None,
        working: vec![working],
        voices: part.voices.union(&whole.voices).cloned().collect(),
        sources: part.sources.union(&whole.sources).cloned().collect(),
    })
}
