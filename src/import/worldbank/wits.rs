//! The trade summaries of WITS: rows of a country alone, of its trade with the world, and of its
//! trade with its greatest partners, the other side perhaps among them.

use super::label;
use super::layout::Columns;
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Actor, Code};
use crate::import::series_builder::Head;
use crate::import::table::Row;
use crate::import::{ImportContext, Input, SkipReason};

/// Signs for no partner and for all goods.
const ALL: [&str; 4] = ["", "...", "World", "All Products"];

/// The series that a row is.
pub(super) fn head(
    row: &Row<'_>,
    columns: &Columns,
    input: &Input,
    context: &ImportContext<'_>,
) -> Result<Head, SkipReason> {
    let name = row.get(columns.country);
    let side = context
        .sides
        .named(name)
        .ok_or_else(|| SkipReason::with("a country that is neither side", name))?;
    let with = row.get(columns.partner);
    let partner = partner(with, side, context)?;
    let indicator = row.get(columns.indicator);
    if indicator.is_empty() {
        return Err(SkipReason::new("no indicator"));
    }
    let product = Some(row.get(columns.product)).filter(|product| !ALL.contains(product));
    let measure = label::measure(indicator);
    let traded = partner.is_some() && measure.unit.as_deref() == Some("USD");
    let sort = row.get(columns.sort);
    let what = What {
        side,
        partner,
        flow: flow(sort)
            .or_else(|| flow(indicator.split('(').next()?.trim()))
            .filter(|_| traded),
        is_world: with.eq_ignore_ascii_case("world"),
        indicator,
        product,
    };
    let place = row.cell(columns.indicator).map(|cell| cell.range.clone());
    let other = partner.map_or_else(String::new, |code| code.to_string());
    Ok(Head {
        words: format!("wits {side} {other} {sort} {indicator}{}", what.of()),
        title: what.title(context),
        kind: match (what.flow, measure.is_growth) {
            (Some(_), _) => SeriesKind::Trade,
            (None, true) => SeriesKind::Growth,
            (None, false) => SeriesKind::Indicator,
        },
        unit: measure.unit,
        scale: measure.scale,
        flow: what.flow,
        reporter: Some(Actor::Country(side)),
        partner: partner.map(Actor::Country),
        commodity: what.commodity(),
        topics: context.about(Some("trade")),
        evidence: place.and_then(|place| input.evidence(&place)),
        note: what
            .flow
            .map(|_| "Merchandise trade as WITS prints it.".to_owned()),
    })
}

/// What a row is about.
struct What<'r> {
    side: Code,
    partner: Option<Code>,
    flow: Option<Flow>,
    /// Is the partner all the world?
    is_world: bool,
    indicator: &'r str,
    product: Option<&'r str>,
}

impl What<'_> {
    /// ", Wood".
    fn of(&self) -> String {
        self.product
            .map_or_else(String::new, |product| format!(", {product}"))
    }

    /// What is compared, where it is trade.
    fn commodity(&self) -> Option<String> {
        self.flow?;
        Some(match self.product {
            None => "goods, total".to_owned(),
            Some(product) => format!("goods, WITS {product}"),
        })
    }

    /// "Goods, total: Lao exports to United Kingdom (WITS)", "GDP (current US$ Mil): Laos".
    fn title(&self, context: &ImportContext<'_>) -> String {
        let sides = &context.sides;
        let all = || self.is_world.then(|| "the world".to_owned());
        let partner = self.partner.map(|code| sides.name(code)).or_else(all);
        let (of, who) = (self.of(), sides.adjective(self.side));
        match (self.flow, partner) {
            (Some(flow), Some(partner)) => {
                let (word, way) = match flow {
                    Flow::Imports => ("imports", "from"),
                    _ => ("exports", "to"),
                };
                let goods = if of.is_empty() { ", total" } else { &of };
                format!("Goods{goods}: {who} {word} {way} {partner} (WITS)")
            }
            (_, partner) => {
                let with = partner.map_or_else(String::new, |partner| format!(" with {partner}"));
                format!("{}{of}: {}{with}", self.indicator, sides.name(self.side))
            }
        }
    }
}

/// None for a row of the country alone, or of its trade with the world.
fn partner(
    name: &str,
    side: Code,
    context: &ImportContext<'_>,
) -> Result<Option<Code>, SkipReason> {
    if ALL.contains(&name) {
        return Ok(None);
    }
    let other = context
        .sides
        .named(name)
        .filter(|other| context.sides.are_two(side, *other));
    match other {
        Some(code) => Ok(Some(code)),
        None => Err(SkipReason::with("partner is not the other country", name)),
    }
}

fn flow(sort: &str) -> Option<Flow> {
    match sort.to_lowercase().as_str() {
        "export" | "exports" => Some(Flow::Exports),
        "import" | "imports" => Some(Flow::Imports),
        _ => None,
    }
}
