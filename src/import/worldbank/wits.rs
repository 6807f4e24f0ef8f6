//! The trade summaries of WITS: rows of a country alone, of its trade with the world, and of its
//! trade with its greatest partners, the other side perhaps among them.

use super::label;
use super::layout::Columns;
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Actor, Code};
use crate::import::sheaf::Head;
use crate::import::table::Row;
use crate::import::{Desk, Input, Unused};

/// Signs for no partner and for all goods.
const ALL: [&str; 4] = ["", "...", "World", "All Products"];

/// The series that a row is.
pub(super) fn head(
    row: &Row<'_>,
    columns: &Columns,
    input: &Input,
    desk: &Desk<'_>,
) -> Result<Head, Unused> {
    let name = row.get(columns.country);
    let side = desk.sides.named(name);
    let side = side.ok_or_else(|| Unused::with("a country that is neither side", name))?;
    let partner = partner(row.get(columns.partner), side, desk)?;
    let indicator = row.get(columns.indicator);
    if indicator.is_empty() {
        return Err(Unused::new("no indicator"));
    }
    let product = Some(row.get(columns.product)).filter(|product| !ALL.contains(product));
    let measure = label::measure(indicator);
    let traded = partner.is_some() && measure.unit.as_deref() == Some("USD");
    let flow = flow(row.get(columns.sort)).filter(|_| traded);
    let of = product.map_or_else(String::new, |product| format!(", {product}"));
    let with = partner.map_or_else(String::new, |code| {
        format!(" with {}", desk.sides.name(code))
    });
    let place = row.cell(columns.indicator).map(|cell| cell.range.clone());
    let kind = match (flow, measure.is_growth) {
        (Some(_), _) => SeriesKind::Trade,
        (None, true) => SeriesKind::Growth,
        (None, false) => SeriesKind::Indicator,
    };
    let title = match flow {
        Some(flow) => traded_title(flow, side, partner, &of, desk),
        None => format!("{indicator}{of}: {}{with}", desk.sides.name(side)),
    };
    let other = partner.map_or_else(String::new, |code| code.to_string());
    Ok(Head {
        words: format!(
            "wits {side} {other} {} {indicator}{of}",
            row.get(columns.sort)
        ),
        title,
        kind,
        unit: measure.unit,
        scale: measure.scale,
        flow,
        reporter: Some(Actor::Country(side)),
        partner: partner.map(Actor::Country),
        commodity: flow.map(|_| {
            product.map_or_else(
                || "goods, total".to_owned(),
                |of| format!("goods, WITS {of}"),
            )
        }),
        topics: desk.about(Some("trade")),
        evidence: place.and_then(|place| input.evidence(&place)),
        note: flow.map(|_| "Merchandise trade as WITS prints it.".to_owned()),
    })
}

/// None for a row of the country alone, or of its trade with the world.
fn partner(name: &str, side: Code, desk: &Desk<'_>) -> Result<Option<Code>, Unused> {
    if ALL.contains(&name) {
        return Ok(None);
    }
    let other = desk
        .sides
        .named(name)
        .filter(|other| desk.sides.are_two(side, *other));
    match other {
        Some(code) => Ok(Some(code)),
        None => Err(Unused::with("the partner is not the other side", name)),
    }
}

fn flow(sort: &str) -> Option<Flow> {
    match sort.to_lowercase().as_str() {
        "export" | "exports" => Some(Flow::Exports),
        "import" | "imports" => Some(Flow::Imports),
        _ => None,
    }
}

/// "Goods, total: Lao exports to United Kingdom (WITS)".
fn traded_title(
    flow: Flow,
    side: Code,
    partner: Option<Code>,
    of: &str,
    desk: &Desk<'_>,
) -> String {
    let (word, way) = match flow {
        Flow::Imports => ("imports", "from"),
        _ => ("exports", "to"),
    };
    let who = desk.sides.adjective(side);
    let partner = partner.map_or_else(String::new, |code| desk.sides.name(code));
    let goods = if of.is_empty() { ", total" } else { of };
    format!("Goods{goods}: {who} {word} {way} {partner} (WITS)")
}
