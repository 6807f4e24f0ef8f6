//! What an amount measures, as a series: trade between the two countries, and its growth.

use super::counted;
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Actor, Code, Dossier, Id, Series, Text};
use crate::extract::amount::{Amount, ChangeRole, Unit, is_traded};
use crate::figures::Key;

/// The series of an amount of `text`, without an id; none where it is not trade of the two.
pub(super) fn series(dossier: &Dossier, text: &str, amount: &Amount, scale: i8) -> Option<Series> {
    let trade = amount.trade.as_ref().filter(|trade| !trade.shared)?;
    let goods = match &trade.goods {
        Some(range) => Some(goods(text.get(range.clone())?)?),
        None => None,
    };
    let sides = dossier.about.codes();
    let [first, second] = sides.as_slice() else {
        return None;
    };
    let named = [trade.reporter, trade.partner];
    let foreign = |code: &Code| !sides.contains(code);
    if named.iter().flatten().any(foreign) {
        return None;
    }
    let other = |code: Code| if code == *first { *second } else { *first };
    // "growth continuing at 20%": a percentage of a change is its rate, whatever the preposition.
    let role = amount.change.map(|change| change.role);
    let by = role == Some(ChangeRole::By);
    let rate = by || role == Some(ChangeRole::To);
    let (kind, unit) = match amount.unit {
        Unit::Percent | Unit::Share if rate => (SeriesKind::Growth, "%"),
        Unit::Money(currency) if !by => {
            let code = currency.code.or_else(|| currency.code_of_sides(&sides))?;
            (SeriesKind::Trade, code)
        }
        // How much of some goods; of all trade nobody adds up the weight.
        Unit::Measure(unit) if is_traded(unit) && !by && goods.is_some() => {
            (SeriesKind::Trade, unit)
        }
        _ => return None,
    };
    let (reporter, partner) = if trade.flow == Flow::Total {
        // Nobody says whose statistics these are.
        (None, *second)
    } else {
        let reporter = trade.reporter.or(trade.partner.map(other))?;
        (Some(reporter), other(reporter))
    };
    let mut series = blank(kind, Some(trade.flow));
    series.title = title(dossier, (kind, trade.flow), reporter, goods.as_deref());
    series.commodity = goods.as_deref().map(Text::new);
    series.unit = Some(Text::new(unit));
    series.scale = scale;
    series.reporter = reporter.map(Actor::Country);
    series.partner = Some(Actor::Country(partner));
    Some(series)
}

/// A series without a name.
pub(super) fn blank(kind: SeriesKind, flow: Option<Flow>) -> Series {
    Series {
        id: Id::fresh("series", "series", |_| false),
        title: Text::new(""),
        kind,
        unit: None,
        scale: 0,
        flow,
        reporter: None,
        partner: None,
        commodity: None,
        of: None,
        observations: Vec::new(),
        items: Vec::new(),
        evidence: Vec::new(),
        topics: Vec::new(),
        note: None,
    }
}

/// The name of goods as printed; none where the words name none, as "was exported" does.
fn goods(words: &str) -> Option<String> {
    let low = words.to_lowercase();
    let verb = low.ends_with("ported") || low.ends_with("porting");
    (!verb && !low.is_empty()).then_some(low)
}

/// "Trade, total", "Exports of Laos, growth", "Exports of Laos: coffee".
fn title(
    dossier: &Dossier,
    (kind, flow): (SeriesKind, Flow),
    reporter: Option<Code>,
    goods: Option<&str>,
) -> Text {
    let whose = reporter.map_or_else(String::new, |code| format!(" of {}", dossier.country(code)));
    let what = match flow {
        Flow::Total => "Trade",
        Flow::Exports => "Exports",
        Flow::Imports => "Imports",
        Flow::Balance => "Trade balance",
    };
    let end = match (kind, flow) {
        (SeriesKind::Growth, _) => ", growth",
        (_, Flow::Total) if goods.is_none() => ", total",
        _ => "",
    };
    let goods = goods.map_or_else(String::new, |goods| format!(": {goods}"));
    Text::new(&format!("{what}{whose}{goods}{end}"))
}

/// What tells the series of two amounts apart.
type Measure = (
    SeriesKind,
    Option<Flow>,
    Option<Text>,
    i8,
    [Option<Actor>; 2],
    Option<Text>,
    Text,
);

/// The comparable series of the dossier, found once for all amounts that measure the same.
#[derive(Default)]
pub(super) struct Places(Vec<(Measure, Vec<usize>)>);

impl Places {
    /// Those whose figures may be compared with those of a series, by place.
    pub(super) fn of(&mut self, dossier: &Dossier, series: &Series) -> &[usize] {
        let measure = (
            series.kind,
            series.flow,
            series.unit.clone(),
            series.scale,
            [series.reporter.clone(), series.partner.clone()],
            series.commodity.clone(),
            series.title.clone(),
        );
        let known = self.0.iter().position(|(one, _)| *one == measure);
        let at = known.unwrap_or_else(|| {
            self.0.push((measure, comparable(dossier, series)));
            self.0.len() - 1
        });
        &self.0[at].1
    }
}

/// The series of the dossier whose figures may be compared with one's, by place; those of the same
/// scale first.
pub(super) fn comparable(dossier: &Dossier, series: &Series) -> Vec<usize> {
    let mut places: Vec<usize> = (0..dossier.series.len())
        .filter(|at| same_measure(dossier, &dossier.series[*at], series))
        .collect();
    places.sort_by_key(|at| dossier.series[*at].scale != series.scale);
    places
}

/// Do two measure the same? A growth is matched by what grows, for its level may not be recorded.
fn same_measure(dossier: &Dossier, old: &Series, new: &Series) -> bool {
    if old.kind != new.kind {
        return false;
    }
    if counted::is_same(dossier, old, new) {
        return true;
    }
    if new.kind == SeriesKind::Growth {
        let total = new.flow == Some(Flow::Total);
        let titled = new.flow.is_some() || old.title == new.title;
        return old.flow == new.flow
            && titled
            && old.commodity.as_deref().map(str::to_lowercase)
                == new.commodity.as_deref().map(str::to_lowercase)
            && old.unit == new.unit
            && (total || old.reporter == new.reporter);
    }
    // Trade in both directions is the same from either side.
    let turned = Series {
        partner: None,
        ..new.clone()
    };
    let key = |series: &Series| Key::of(dossier, series);
    let fits = |new: &Series| {
        let both = key(old).zip(key(new));
        both.is_some_and(|(old, new)| old.mismatch(&new).is_none())
    };
    let total = old.flow == Some(Flow::Total) && new.flow == Some(Flow::Total);
    let nameless = total && old.reporter.is_none();
    fits(new)
        || nameless
            && fits(&Series {
                partner: old.partner.clone(),
                ..turned
            })
}
