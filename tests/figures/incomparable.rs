//! Pairs of figures that say nothing about each other, and why.

use serde_json::json;

use crate::fixture::{Figure, growth, indicator, trade};
use crate::pairs::{check, other, rate};

#[test]
fn what_is_measured_comes_first() {
    let coffee = |figure: Figure| figure.set("commodity", "Coffee");
    let titled = |title: &str| other("8.3").set("title", title);
    let exports = trade("8.3").set("flow", "exports");
    let turned = |figure: Figure| figure.set("reporter", "RUS").set("partner", "LAO");
    let not = |why: &str| format!("not comparable: {why}");
    let (units, flows) = (not("other units"), not("other flows"));
    let mirror = not("the other side's report of the same flow");
    let services = not("goods against services");
    let share = |title: &str| indicator(title, "%", "85");
    check(&[
        (
            "growth and level",
            trade("8.3"),
            rate("8.3"),
            &not("growth against a level"),
        ),
        (
            "dollars and euros",
            trade("8.3"),
            other("8.3").set("unit", "EUR"),
            &not("other currencies"),
        ),
        (
            "in purchasing power",
            trade("8.3").set("unit", "USD PPP"),
            other("8.3").set("unit", "EUR PPP"),
            &not("other currencies"),
        ),
        (
            "prices and purchasing power",
            trade("8.3"),
            other("8.3").set("unit", "USD PPP"),
            &units,
        ),
        (
            "hectares and people",
            indicator("Land", "ha", "20"),
            indicator("Land", "persons", "20"),
            &units,
        ),
        (
            "dollars and per cent",
            indicator("Debt", "USD", "20"),
            indicator("Debt", "%", "20"),
            &units,
        ),
        (
            "goods and services",
            trade("8.3").set("title", "Trade in goods"),
            titled("Trade in services"),
            &services,
        ),
        (
            "goods and both",
            trade("8.3").set("title", "Trade in goods"),
            titled("Trade in goods and services"),
            &services,
        ),
        (
            "goods and not said",
            trade("8.3").set("title", "Trade in goods"),
            titled("Trade"),
            &services,
        ),
        (
            "coffee and paper",
            coffee(trade("8.3")),
            other("8.3").set("commodity", "Paper"),
            &not("other goods"),
        ),
        (
            "coffee and all goods",
            coffee(trade("8.3")),
            other("8.3"),
            &not("other goods"),
        ),
        (
            "mirror of exports",
            exports.clone(),
            turned(other("50").set("flow", "imports")),
            &mirror,
        ),
        (
            "mirror of the total",
            trade("8.3"),
            turned(other("8.3")),
            &mirror,
        ),
        (
            "mirror of other goods",
            coffee(exports.clone()),
            turned(other("8.3").set("flow", "imports")),
            &not("other goods"),
        ),
        (
            "exports and imports",
            exports.clone(),
            other("8.3").set("flow", "imports"),
            &flows,
        ),
        ("exports and total", exports.clone(), other("8.3"), &flows),
        (
            "exports both ways",
            exports,
            turned(other("8.3").set("flow", "exports")),
            &not("other reporters"),
        ),
        (
            "other reporters",
            trade("8.3"),
            other("8.3").set("reporter", "VNM"),
            &not("other reporters"),
        ),
        (
            "other partners",
            trade("8.3"),
            other("8.3").set("partner", "CHN"),
            &not("other partners"),
        ),
        (
            "two shares",
            share("Work in farming"),
            share("Land under rice"),
            &not("other measures"),
        ),
        (
            "trade and an indicator",
            trade("8.3").without("flow"),
            indicator("Trade", "USD", "8.3").set("partner", "RUS"),
            &not("other measures"),
        ),
        (
            "growth of two measures",
            growth("5").set("title", "Growth of GDP"),
            rate("5").set("title", "Growth of wages"),
            &not("other measures"),
        ),
    ]);
}

#[test]
fn then_the_period_and_how_firm_it_is() {
    let not = |why: &str| format!("not comparable: {why}");
    let (periods, undated) = (not("other periods"), not("a period that is not known"));
    let part = not("a part of a year against a whole one");
    let forecast = not("a forecast against what was reported");
    let bounded = || json!({"basis": "inferred", "why": "told later", "not_after": "2024"});
    check(&[
        (
            "two years",
            trade("8.3").year("2023"),
            other("8.3"),
            &periods,
        ),
        (
            "two months",
            trade("8.3").year("2024-01"),
            other("8.3").year("2024-02"),
            &periods,
        ),
        (
            "a year of two",
            trade("8.3").year("2023/2024"),
            other("8.3"),
            &periods,
        ),
        (
            "five months and a year",
            trade("8.3").year("2024-01/2024-05"),
            other("8.3"),
            &part,
        ),
        (
            "growth of five months",
            growth("20").year("2024-01/2024-05"),
            rate("66"),
            &part,
        ),
        (
            "dated and not",
            trade("8.3").year(bounded()),
            other("8.3"),
            &undated,
        ),
        (
            "neither dated",
            trade("8.3").year(bounded()),
            other("8.3").year(bounded()),
            &undated,
        ),
        (
            "some year of a decade",
            trade("8.3").year("202X"),
            other("8.3"),
            &undated,
        ),
        (
            "forecast and reported, alike",
            trade("8.3").forecast(),
            other("8.3"),
            &forecast,
        ),
        (
            "forecast and reported, apart",
            trade("50").forecast(),
            other("8.3"),
            &forecast,
        ),
        ("no figure", trade("null"), other("8.3"), &not("no figure")),
    ]);
}
