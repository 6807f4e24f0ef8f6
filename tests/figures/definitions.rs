//! What a series is a series of: its unit in any spelling, the base of a growth, prices, goods and
//! services, and which part of trade its title says it is.

use bilat::contested::FindingKind;

use crate::fixture::{Figure, found, growth, indicator, trade};

#[test]
fn a_unit_has_several_spellings() {
    let of = |unit: &str, value: &str| trade(value).set("unit", unit).set("commodity", "tea");
    for (one, other) in [
        ("t", "tonnes"),
        ("tonnes", "metric tons"),
        ("ha", "hectares"),
        ("km2", "km²"),
        ("per cent", "%"),
        ("US$", "us dollars"),
        ("US$ per capita", "USD/person"),
    ] {
        let figures = [of(one, "24.6"), of(other, "246").source("herald")];
        assert_eq!(
            found(&figures),
            [(FindingKind::Conflict, vec![0, 1])],
            "{one}"
        );
        let figures = [of(one, "24.6"), of(other, "24.6").source("herald")];
        assert_eq!(found(&figures), [], "{one}");
    }
    assert_eq!(found(&[of("t", "24.6"), of("ha", "246")]), []);
}

#[test]
fn growth_since_other_times_is_not_compared() {
    let since = |value: &str, base: &str| growth(value).says("compared_with", base);
    assert_eq!(found(&[since("40", "2019"), since("-5", "2023")]), []);
    assert_eq!(
        found(&[since("40", "2019"), since("-5", "2019")]),
        [(FindingKind::Conflict, vec![0, 1])]
    );
    // Of a whole year the base is the year before, unless another one is named.
    assert_eq!(found(&[since("60", "2015"), growth("4")]), []);
    assert_eq!(
        found(&[since("60", "2023"), growth("4")]),
        [(FindingKind::Conflict, vec![0, 1])]
    );
    let quarter = |growth: Figure| growth.year("2024-01/2024-03");
    let figures = [
        quarter(since("12", "2023-10/2023-12")),
        quarter(since("-3", "2023-01/2023-03")),
    ];
    assert_eq!(found(&figures), []);
}

#[test]
fn a_real_growth_says_nothing_of_amounts_at_current_prices() {
    let level = |value: &str, year: &str| indicator("GDP", "USD", value).year(year);
    let of = |title: &str, value: &str| {
        let growth = growth(value).without("flow").without("partner");
        growth.set("title", title).set("of", "s0")
    };
    let levels = [level("100.2", "2023"), level("109.2", "2024")];
    let with = |growth: Figure| found(&[levels.to_vec(), vec![growth]].concat());
    assert_eq!(with(of("Real GDP growth", "2")), []);
    assert_eq!(with(of("GDP growth at constant prices", "2")), []);
    assert_eq!(with(of("Growth of GDP", "2")).len(), 1);
    assert_eq!(with(of("Nominal GDP growth", "2")).len(), 1);
    let both = [
        level("101.2", "2023"),
        of("Nominal GDP growth", "9"),
        of("Real GDP growth", "2"),
    ];
    assert_eq!(found(&both), []);
    let real = |value: &str, year: &str| level(value, year).set("title", "GDP at constant prices");
    let figures = [
        real("100.2", "2023"),
        real("109.2", "2024"),
        of("Real GDP growth", "2"),
    ];
    assert_eq!(found(&figures).len(), 1);
}

#[test]
fn goods_and_services_are_the_goods_and_the_services() {
    use FindingKind::CrossCheck;
    let of = |commodity: &str, value: &str| {
        let figure = trade(value).set("flow", "exports");
        figure.set("commodity", commodity)
    };
    let all = |value: &str| of("goods and services", value);
    assert_eq!(found(&[of("goods", "303"), all("425")]), []);
    let three = |sum: &str| [of("goods", "303"), of("services", "122"), all(sum)];
    assert_eq!(found(&three("425")), []);
    assert_eq!(found(&three("611")), [(CrossCheck, vec![0, 1, 2])]);
    assert_eq!(
        found(&[of("goods", "503"), all("402")]),
        [(CrossCheck, vec![0, 1])]
    );
    assert_eq!(
        found(&[of("services", "503"), all("402")]),
        [(CrossCheck, vec![0, 1])]
    );
    assert_eq!(
        found(&[of("coffee", "503"), all("402")]),
        [(CrossCheck, vec![0, 1])]
    );
    assert_eq!(found(&[of("services", "503"), of("goods", "402")]), []);
    let titled = |title: &str, value: &str| trade(value).set("title", title);
    assert_eq!(
        found(&[
            titled("Trade in goods", "1.9"),
            titled("Trade in goods and services", "2.6")
        ]),
        []
    );
}

#[test]
fn the_title_of_trade_may_define_it() {
    let titled = |title: &str, value: &str| {
        let figure = trade(value).set("flow", "exports");
        figure.set("title", title)
    };
    for title in [
        "Re-exports to Russia",
        "Domestic exports",
        "Non-oil exports",
        "Exports excluding electricity",
        "Timber exports",
        "Exports of timber to Russia",
        "Exports, FOB",
        "Exports in real terms",
    ] {
        let figures = [titled(title, "212"), titled("All exports", "610")];
        assert_eq!(found(&figures), [], "{title}");
        let twice = [titled(title, "212"), titled(title, "610")];
        assert_eq!(
            found(&twice),
            [(FindingKind::Conflict, vec![0, 1])],
            "{title}"
        );
    }
    // Names, sides and general words define nothing.
    for title in [
        "Exports",
        "Lao exports",
        "Total exports of goods to Russia",
        "Exports of Laos to Russia",
        "Bilateral trade: exports",
        "Exports (US$ million)",
        "Value of annual exports, 2024",
        "Russia's trade with Laos: exports",
    ] {
        let goods = title.contains("goods").then_some("Exports of goods");
        let figures = [
            titled(title, "212"),
            titled(goods.unwrap_or("Exports"), "610"),
        ];
        assert_eq!(
            found(&figures),
            [(FindingKind::Conflict, vec![0, 1])],
            "{title}"
        );
    }
    // The goods are in a field of their own.
    let coffee = |title: &str, value: &str| titled(title, value).set("commodity", "Coffee");
    let figures = [coffee("Coffee exports", "8.3"), coffee("Exports", "83.2")];
    assert_eq!(found(&figures).len(), 1);
}
