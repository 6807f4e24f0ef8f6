//! What a part says of its whole, where the whole is said to be less: exports of all trade, coffee of all
//! goods, goods of goods and services. A balance is no more than the trade of which it is one.

use super::index::Index;
use super::term::sum;
use crate::dossier::Dossier;
use crate::dossier::series::Flow;
use crate::figures::interval::Interval;
use crate::figures::row::Row;
use crate::figures::statement::Statement;

/// What the row at `at` says of its wholes, each with the place of its row.
pub(super) fn implied(dossier: &Dossier, index: &Index<'_>, at: usize) -> Vec<(usize, Statement)> {
    let key = index.rows[at].key.as_ref();
    let is_balance = key.flow() == Some(Flow::Balance);
    let wholes = if is_balance {
        vec![key.with_flow(Flow::Total)]
    } else {
        key.wholes()
    };
    let targets = wholes.iter().flat_map(|whole| index.comparable(whole));
    let mut found = Vec::new();
    for target in targets {
        let mut periods: Vec<_> = index.periods(at).iter().collect();
        periods.sort_by_key(|(period, _)| **period);
        for (period, parts) in periods {
            let stated = index.periods(target).get(period).into_iter().flatten();
            let row = &index.rows[target];
            let least = stated.filter_map(|whole| at_least(dossier, row, whole, parts));
            found.extend(least.map(|least| (target, least)));
        }
    }
    found
}

/// What `whole` is at least by one of the parts; none where it is no less.
fn at_least(
    dossier: &Dossier,
    row: &Row,
    whole: &Statement,
    parts: &[&Statement],
) -> Option<Statement> {
    let stated = whole.value?;
    let least_size = |part: &Statement| {
        let size = part.value.and_then(Interval::size)?;
        Some(size.or_more()).filter(|least| size.low > 0.0 && !least.overlaps(stated))
    };
    let (part, least) = parts
        .iter()
        .find_map(|part| Some((*part, least_size(part)?)))?;
    let title = dossier.title(part.from[0]);
    let terms = match part.key.flow() {
        Some(Flow::Balance) => format!("{title} is no more than it"),
        _ => format!("{title} is a part of it"),
    };
    Some(sum(dossier, row, &whole.date, least, &[part], &terms))
}
