//! The series that a row of UN Comtrade belongs to: one for each reporter, partner, flow and kind of
//! goods, by years or by months.

use std::ops::Range;

use super::class::Class;
use super::classify::{Row, own_words};
use crate::dossier::observation::{ObservationStatus, Qualifier};
use crate::dossier::series::{Flow, SeriesKind};
use crate::dossier::{Actor, Text, countries};
use crate::import::series_builder::{Figure, Head};
use crate::import::sides::country_name;
use crate::import::{ImportContext, Input, SkipReason};

/// A description of goods in a title: the nomenclature's own take a paragraph.
const MAX_CHARS: usize = 70;

/// Adds the row to its series.
pub(super) fn add(
    row: &Row,
    input: &Input,
    context: &mut ImportContext<'_>,
) -> Result<(), SkipReason> {
    let evidence = input
        .evidence(&row.place)
        .ok_or_else(|| SkipReason::new("its place in the line cannot be told"))?;
    let note = (!row.notes.is_empty()).then(|| Text::new(&row.notes.join("; ")));
    let figure = Figure {
        period: row.period.clone(),
        label: row.label.clone(),
        value: row.value,
        qualifier: row.estimated.then_some(Qualifier::Estimated),
        status: ObservationStatus::Reported,
        is_break: false,
        note,
        evidence,
        place: format!("{}:{}", input.name, row.line),
    };
    let words = words(row);
    if context.builder.is_new(&words) {
        let head = head(row, input, context);
        context.builder.begin(&words, head);
    }
    context.builder.add(&words, figure)
}

/// `comtrade lao gbr exports 0901 h5`: one code may mean other goods in another edition.
fn words(row: &Row) -> String {
    let partner = row
        .partner
        .map_or_else(|| "world".to_owned(), |code| code.to_string());
    let class = match &row.class {
        Class::Services => "services",
        Class::Other(name) => name,
        Class::Hs => "",
    };
    let monthly = if row.is_monthly() { "monthly" } else { "" };
    let reporter = row.reporter;
    let flow = row.way.part.unwrap_or(row.way.flow.word());
    let list = row.list().map(|list| list.code);
    let words = [
        "comtrade",
        reporter.as_str(),
        &partner,
        flow,
        class,
        &row.code,
        list.as_deref().unwrap_or_default(),
        monthly,
    ];
    words
        .into_iter()
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn head(row: &Row, input: &Input, context: &ImportContext<'_>) -> Head {
    let evidence = row.what.as_ref().map(|what| first_words(input, what));
    Head {
        words: words(row),
        title: title(row, context),
        kind: SeriesKind::Trade,
        unit: Some("USD".to_owned()),
        scale: 0,
        flow: Some(row.way.flow),
        reporter: Some(Actor::Country(row.reporter)),
        partner: row.partner.map(Actor::Country),
        commodity: Some(commodity(row)),
        topics: context.about(Some("trade")),
        evidence: evidence.and_then(|range| input.evidence(&range)),
        note: Some(note(row)),
    }
}

/// "Coffee, not roasted (HS 090111): Lao exports to United Kingdom".
fn title(row: &Row, context: &ImportContext<'_>) -> String {
    let sides = &context.sides;
    let who = sides.adjective(row.reporter);
    let partner = row.partner.map_or_else(
        || "the world".to_owned(),
        |code| {
            if sides.are_two(row.reporter, code) {
                sides.name(code)
            } else {
                country_name(code)
            }
        },
    );
    let way = match row.way.flow {
        Flow::Imports => "from",
        _ => "to",
    };
    let flow = row.way.part.unwrap_or_else(|| row.way.flow.word());
    let monthly = if row.is_monthly() { ", by month" } else { "" };
    let area = row.other_asia.as_ref();
    let printed = area
        .filter(|area| countries::find(area).is_none())
        .map_or_else(String::new, |area| format!(" (Taiwan printed as {area})"));
    format!(
        "{}: {who} {flow} {way} {partner}{monthly}{printed}",
        what(row)
    )
}

fn what(row: &Row) -> String {
    match (row.is_total(), &row.class) {
        (true, Class::Services) => "Services, total".to_owned(),
        (true, Class::Hs) => "Goods, total".to_owned(),
        (true, Class::Other(list)) => format!("Goods, total ({list})"),
        (false, class) => {
            let code = coded(row);
            let services = if *class == Class::Services {
                "Services: "
            } else {
                ""
            };
            match short(&row.goods) {
                "" => format!("{services}{code}"),
                goods => format!("{services}{goods} ({code})"),
            }
        }
    }
}

/// "HS 0901, 2017 edition".
fn coded(row: &Row) -> String {
    let list = row.list().map(|list| format!(", {}", list.words));
    let class = row.class.name();
    format!("{class} {}{}", row.code, list.unwrap_or_default())
}

/// What is compared: goods never with services, and of goods only the same code.
fn commodity(row: &Row) -> String {
    let sector = match row.class {
        Class::Services => "services",
        Class::Hs | Class::Other(_) => "goods",
    };
    let code = if row.is_total() {
        "total".to_owned()
    } else {
        coded(row)
    };
    match row.way.part {
        Some(part) => format!("{sector}, {code}, {part}"),
        None => format!("{sector}, {code}"),
    }
}

fn note(row: &Row) -> String {
    let valued = match row.way.flow {
        Flow::Imports => "CIF (with freight and insurance)",
        _ => "FOB",
    };
    let note = match row.class {
        Class::Services => "Current US$.".to_owned(),
        Class::Hs | Class::Other(_) => format!("Current US$, {valued}."),
    };
    match &row.other_asia {
        Some(area) => {
            format!("{note} In the file Taiwan is “{area}” (490), which may hold more.")
        }
        None => note,
    }
}

/// A description, or as much of a long one as ends before a semicolon or with a word.
fn short(goods: &str) -> &str {
    let Some((cut, _)) = goods.char_indices().nth(MAX_CHARS) else {
        return goods;
    };
    let part = &goods[..cut];
    let parts = part.rsplit_once(';').or_else(|| part.rsplit_once(' '));
    let part = parts.map_or(part, |(first, _)| first);
    part.trim_end_matches([',', ';', ' '])
}

/// The range of the words that [`short`] leaves.
fn first_words(input: &Input, range: &Range<usize>) -> Range<usize> {
    let text = &input.text[range.clone()];
    let own = own_words(text);
    let start = range.start + text.rfind(own).unwrap_or_default();
    start..start + short(own).len()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_long_description_is_cut_where_it_pauses() {
        let heading = "Coffee, whether or not roasted or decaffeinated; coffee husks and skins; coffee substitutes";
        for (goods, title) in [
            ("Carbon; activated", "Carbon; activated"),
            (heading, "Coffee, whether or not roasted or decaffeinated"),
            (
                &"word, ".repeat(20),
                "word, word, word, word, word, word, word, word, word, word, word",
            ),
            (&"x".repeat(100), &"x".repeat(70)),
            ("", ""),
        ] {
            assert_eq!(short(goods), title);
        }
    }
}
