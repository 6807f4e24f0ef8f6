//! Which series an observation belongs to: whose, of what, in what.

use std::ops::Range;

use super::columns::{CURRENCY, Coded, Columns};
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Actor, Code};
use crate::figures::unit::{coded_rate, with_signs};
use crate::import::series_builder::Head;
use crate::import::table::Row;
use crate::import::{ImportContext, SkipReason};

/// Codes for the world.
const WORLD: [&str; 12] = [
    "W", "W0", "W00", "W1", "W19", "WLD", "WORLD", "1C_ALL", "G001", "001", "WXD", "TOTAL",
];

/// Codes for nothing in particular.
const NO_PARTNER: [&str; 4] = ["", "_T", "_Z", "_X"];

/// Whom a figure is about beside the area that it is of.
#[derive(Clone, Copy, PartialEq)]
enum With {
    Nobody,
    World,
    Side(Code),
}

impl With {
    fn side(self) -> Option<Code> {
        match self {
            Self::Side(code) => Some(code),
            Self::Nobody | Self::World => None,
        }
    }
}

/// Codes of the currency of whichever country it is.
const DOMESTIC: [&str; 2] = ["XDC", "NAC"];

/// Codes that say nothing in a title.
const ALL: [&str; 6] = ["", "_T", "_Z", "_X", "_U", "TOTAL"];

/// Who stands behind an agency of SDMX.
const PUBLISHERS: [(&str, &str); 12] = [
    ("ADB", "Asian Development Bank"),
    ("BIS", "Bank for International Settlements"),
    ("ECB", "European Central Bank"),
    ("ESTAT", "Eurostat"),
    ("IAEG-SDGs", "United Nations Statistics Division"),
    ("ILO", "International Labour Organization"),
    ("IMF", "International Monetary Fund"),
    ("OECD", "OECD"),
    ("SPC", "Pacific Community"),
    ("UNSD", "United Nations Statistics Division"),
    ("WB", "World Bank"),
    ("WTO", "World Trade Organization"),
];

/// The name of an agency; its code where that is not known.
pub(super) fn publisher(agency: &str) -> Option<&str> {
    let known = PUBLISHERS.iter().find(|(code, _)| *code == agency);
    known
        .map(|(_, name)| *name)
        .or(Some(agency).filter(|agency| !agency.is_empty()))
}

/// The series of a row, still without evidence, and where what it is of stands.
pub(super) fn head(
    row: &Row<'_>,
    columns: &Columns,
    context: &ImportContext<'_>,
) -> Result<(Head, Option<Range<usize>>), SkipReason> {
    let side = side(&columns.area(row), context)?;
    let with = partner(columns.partner(row), side, context)?;
    let partner = with.side();
    let dimensions = columns.dimensions(row);
    let found = flow(&dimensions).filter(|_| with != With::Nobody);
    let flow = found.map(|(flow, _)| flow);
    let (unit, power) = unit(&columns.unit(row));
    let mut measures = columns.measures(row);
    let unit = in_currency(unit, &mut measures);
    let measures: Vec<_> = measures
        .into_iter()
        .map(|(words, coded)| format!("{words} {}", coded.code))
        .collect();
    let frequency = columns.frequency(row).code;
    let kind = match flow {
        Some(_) => SeriesKind::Trade,
        None => SeriesKind::Indicator,
    };
    let said = |coded: &Coded| !ALL.contains(&&*coded.code);
    let codes: Vec<_> = dimensions.iter().filter(|(_, coded)| said(coded)).collect();
    let named: Vec<_> = codes.iter().map(|(_, coded)| coded.code.as_str()).collect();
    // Which way goods go is no kind of goods.
    let traded = codes
        .iter()
        .filter(|(at, _)| found.is_none_or(|(_, way)| way != *at));
    let spelled: Vec<_> = traded.map(|(_, coded)| coded.spelled()).collect();
    let other = partner.map_or_else(String::new, |code| code.to_string());
    let structure = columns.structure(row).split('(').next().unwrap_or_default();
    let what = match columns.title(row) {
        "" => spelled.join(", "),
        title => title.to_owned(),
    };
    let suffix = measures
        .iter()
        .fold(String::new(), |all, measure| all + ", " + measure);
    let first = codes.first().and_then(|(at, _)| row.cell(Some(*at)));
    let head = Head {
        words: format!(
            "{structure} {side} {other} {} {frequency} {}",
            named.join(" "),
            measures.join(" ")
        ),
        title: title(&what, side, (with, flow), &frequency, context) + &suffix,
        kind,
        unit,
        scale: scale(&columns.scale(row), power)?,
        flow,
        reporter: Some(Actor::Country(side)),
        partner: partner.map(Actor::Country),
        commodity: flow.map(|_| what.clone()).filter(|what| !what.is_empty()),
        topics: context.about(flow.map(|_| "trade")),
        evidence: None,
        note: Some(format!("Codes: {}.", named.join(", "))).filter(|_| !named.is_empty()),
    };
    Ok((head, first.map(|cell| cell.range.clone())))
}

fn side(area: &Coded, context: &ImportContext<'_>) -> Result<Code, SkipReason> {
    if area.code.is_empty() && area.label.is_empty() {
        return Err(SkipReason::new("no area"));
    }
    let coded = context.sides.coded(&area.code);
    let numbered = || context.sides.numbered(&area.code);
    let found = coded
        .or_else(numbered)
        .or_else(|| context.sides.named(&area.label));
    found.ok_or_else(|| SkipReason::with("an area that is neither side", area.spelled()))
}

fn partner(
    area: Option<Coded>,
    side: Code,
    context: &ImportContext<'_>,
) -> Result<With, SkipReason> {
    let Some(area) = area else {
        return Ok(With::Nobody);
    };
    let code = area.code.to_uppercase();
    if NO_PARTNER.contains(&&*code) {
        return Ok(With::Nobody);
    }
    if WORLD.contains(&&*code) {
        return Ok(With::World);
    }
    let found = context
        .sides
        .coded(&area.code)
        .or_else(|| context.sides.named(&area.label));
    match found.filter(|found| context.sides.are_two(side, *found)) {
        Some(code) => Ok(With::Side(code)),
        None => Err(SkipReason::with(
            "partner is not the other country",
            area.spelled(),
        )),
    }
}

/// Which way goods go, if a code or a label says so, and its column.
fn flow(dimensions: &[(usize, Coded)]) -> Option<(Flow, usize)> {
    let mut found = dimensions.iter().filter_map(|(at, coded)| {
        let (code, label) = (coded.code.to_uppercase(), coded.label.to_lowercase());
        let starts = |starts: &[&str]| starts.iter().any(|start| code.starts_with(start));
        let out = ["X", "EXP", "EXPORT", "EXPORTS"].contains(&&*code)
            || starts(&["TXG", "XG", "EXP_"])
            || label.starts_with("export");
        let into = ["M", "IMP", "IMPORT", "IMPORTS"].contains(&&*code)
            || starts(&["TMG", "MG", "IMP_"])
            || label.starts_with("import");
        match (out, into) {
            (true, false) => Some((Flow::Exports, *at)),
            (false, true) => Some((Flow::Imports, *at)),
            _ => None,
        }
    });
    found.next()
}

/// Domestic currency is the one that an attribute names, if one does.
fn in_currency(unit: Option<String>, measures: &mut Vec<(&str, Coded)>) -> Option<String> {
    let is_domestic = unit.as_deref().is_some_and(|unit| DOMESTIC.contains(&unit));
    let own = measures.iter().position(|(words, _)| *words == CURRENCY);
    match own.filter(|_| is_domestic) {
        Some(at) => Some(measures.remove(at).1.code),
        None => unit,
    }
}

/// The unit, and the power of ten that its code has in it, as `MIO_EUR` does at Eurostat.
fn unit(unit: &Coded) -> (Option<String>, i8) {
    let code = unit.code.to_uppercase();
    let powers = [("THS_", 3), ("MIO_", 6), ("BN_", 9), ("BIO_", 9)];
    if let Some(rate) = coded_rate(&code) {
        return (Some(labelled(rate, &code, &unit.label)), 0);
    }
    let found = powers
        .iter()
        .find_map(|(start, power)| Some((code.strip_prefix(start)?, *power)));
    let (bare, power) = found.unwrap_or((&code, 0));
    let letters = bare.len() == 3 && bare.bytes().all(|b| b.is_ascii_alphabetic());
    let text = match bare {
        "" | "N" | "NUMBER" | "NR" => return (None, power),
        "PS" | "PER" | "PERS" | "PERSONS" => "persons",
        _ if letters => bare,
        // The words of a label say the power themselves.
        _ => return (Some(unit.spelled().to_owned()), 0),
    };
    (Some(text.to_owned()), power)
}

/// A rate of which only the kind is known by its code, in the words of the label: "% (Annual average rate
/// of change)".
fn labelled(rate: String, code: &str, label: &str) -> String {
    if label.is_empty() || rate != format!("% ({code})") {
        return rate;
    }
    let words = with_signs(label);
    if words.contains('%') {
        words
    } else {
        format!("% ({words})")
    }
}

/// The power of ten of the printed figures.
fn scale(text: &str, of_unit: i8) -> Result<i8, SkipReason> {
    match text {
        "" => Ok(of_unit),
        _ => text
            .parse()
            .ok()
            .filter(|scale| (-12..=18).contains(scale))
            .ok_or_else(|| SkipReason::with("UNIT_MULT is no power of ten", text)),
    }
}

/// "Gross domestic product: Laos, by quarter".
fn title(
    what: &str,
    side: Code,
    (with, flow): (With, Option<Flow>),
    frequency: &str,
    context: &ImportContext<'_>,
) -> String {
    let by = match frequency {
        "Q" => ", by quarter",
        "M" => ", by month",
        "S" | "H" => ", by half-year",
        "W" => ", by week",
        "D" | "B" => ", by day",
        _ => "",
    };
    let partner = match with {
        With::Side(code) => Some(context.sides.name(code)),
        With::World if flow.is_some() => Some("the world".to_owned()),
        With::World | With::Nobody => None,
    };
    let who = match (flow, partner) {
        (Some(Flow::Imports), Some(partner)) => {
            format!("{} imports from {partner}", context.sides.adjective(side))
        }
        (Some(_), Some(partner)) => {
            format!("{} exports to {partner}", context.sides.adjective(side))
        }
        (None, Some(partner)) => format!("{} with {partner}", context.sides.name(side)),
        (_, None) => context.sides.name(side),
    };
    match what {
        "" => format!("{who}{by}"),
        what => format!("{what}: {who}{by}"),
    }
}
