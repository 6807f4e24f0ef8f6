//! Pairs of printed statements and what they say about each other.

use crate::fixture::{Figure, dossier, growth, indicator, trade};
use bilat::figures::{judge, statements};

/// The second is from another source unless it says otherwise.
fn verdict(one: &Figure, other: &Figure) -> String {
    let dossier = dossier(&[one.clone(), other.clone()], &[]);
    let all = statements(&dossier, None);
    assert_eq!(all.len(), 2);
    let words = judge(&all[0], &all[1]).words();
    assert_eq!(
        words,
        judge(&all[1], &all[0]).words(),
        "the order makes no difference"
    );
    words
}

pub(crate) fn check(cases: &[(&str, Figure, Figure, &str)]) {
    let mut wrong = Vec::new();
    for (label, one, other, expected) in cases {
        let found = verdict(one, other);
        if found != *expected {
            wrong.push(format!("{label}: expected {expected:?}, found {found:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

pub(crate) fn other(value: &str) -> Figure {
    trade(value).source("herald")
}

pub(crate) fn rate(value: &str) -> Figure {
    growth(value).source("herald")
}

#[test]
fn what_agrees() {
    let people = |unit: &str| indicator("Population", unit, "7000");
    check(&[
        (
            "one figure, two sources",
            trade("8.3"),
            other("8.3"),
            "confirmed",
        ),
        (
            "a digit more, the same",
            trade("8.3"),
            other("8.30"),
            "confirmed",
        ),
        (
            "in thousands",
            trade("8.3"),
            other("8300").set("scale", 3),
            "confirmed",
        ),
        (
            "written out",
            trade("8.3"),
            other("8300000").set("scale", 0),
            "confirmed",
        ),
        (
            "both about",
            trade("8.3").about(),
            other("8.3").about(),
            "confirmed",
        ),
        (
            "spellings of a unit",
            trade("8.3").set("unit", "US$"),
            other("8.3"),
            "confirmed",
        ),
        (
            "people and persons",
            people("people"),
            people("persons").source("herald"),
            "confirmed",
        ),
        (
            "a year in doubt",
            trade("8.3").year("2024?"),
            other("8.3"),
            "confirmed",
        ),
        (
            "a year as months",
            trade("8.3"),
            other("8.3").year("2024-01/2024-12"),
            "confirmed",
        ),
        (
            "two forecasts",
            trade("8.3").forecast(),
            other("8.3").forecast(),
            "confirmed",
        ),
        (
            "provisional",
            trade("8.3").says("status", "provisional"),
            other("8.3"),
            "confirmed",
        ),
        ("one growth", growth("66"), rate("66"), "confirmed"),
        (
            "two speakers",
            trade("8.3").says("said_by", "ann"),
            other("8.3").says("said_by", "bob"),
            "confirmed",
        ),
        (
            "a digit more, another",
            trade("8.3"),
            other("8.32"),
            "within rounding",
        ),
        (
            "whole millions",
            trade("8"),
            other("8.3"),
            "within rounding",
        ),
        (
            "about 49 and a round 50",
            trade("49").about(),
            other("50"),
            "confirmed",
        ),
        (
            "about reaches a twentieth",
            trade("8.3").about(),
            other("8.7"),
            "within rounding",
        ),
        (
            "an estimate",
            trade("17000").says("qualifier", "estimated"),
            other("17400"),
            "within rounding",
        ),
        (
            "more than 20 and 20",
            trade("20").says("qualifier", "more-than"),
            other("20"),
            "within rounding",
        ),
        (
            "more than 20 and 25",
            trade("20").says("qualifier", "more-than"),
            other("25"),
            "within rounding",
        ),
        (
            "less than 10 and 9.5",
            trade("10").says("qualifier", "less-than"),
            other("9.5"),
            "within rounding",
        ),
        (
            "growth rounded",
            growth("66"),
            rate("66.4"),
            "within rounding",
        ),
        (
            "growth of about 5",
            growth("5").about(),
            rate("4"),
            "within rounding",
        ),
        (
            "they share an edge",
            trade("7.7"),
            other("7.75"),
            "within rounding",
        ),
    ]);
}

#[test]
fn one_utterance_told_twice_confirms_nothing() {
    let ann = |figure: Figure| figure.says("said_by", "ann");
    check(&[
        (
            "one speaker, two outlets",
            ann(trade("8.3")),
            ann(other("8.3")),
            "echo",
        ),
        (
            "one speaker, about",
            ann(trade("8.3").about()),
            ann(other("8.3").about()),
            "echo",
        ),
        (
            "one speaker, rounded by one outlet",
            ann(trade("8.3")),
            ann(other("8.32")),
            "echo",
        ),
        ("one source twice", trade("8.3"), trade("8.3"), "echo"),
        ("one source, rounded", trade("8.3"), trade("8.32"), "echo"),
    ]);
}

#[test]
fn what_cannot_both_be_true() {
    let qualified = |value, word: &str| trade(value).says("qualifier", word);
    check(&[
        (
            "the next digit",
            trade("8.3"),
            other("8.4"),
            "conflict, 1.01 times apart",
        ),
        (
            "50 and 8.3",
            trade("50"),
            other("8.3"),
            "conflict, 6.0 times apart",
        ),
        (
            "the point moved",
            trade("8.3"),
            other("83"),
            "conflict, 10 times apart",
        ),
        (
            "millions and billions",
            trade("8.3"),
            other("8.3").set("scale", 9),
            "conflict, 1000 times apart",
        ),
        (
            "two abouts",
            trade("50").about(),
            other("8.3").about(),
            "conflict, 6.0 times apart",
        ),
        (
            "more than 20, yet 19",
            qualified("20", "more-than"),
            other("19"),
            "conflict, 1.05 times apart",
        ),
        (
            "less than 10, yet 11",
            qualified("10", "less-than"),
            other("11"),
            "conflict, 1.10 times apart",
        ),
        (
            "more than 100, less than 50",
            qualified("100", "more-than"),
            other("50").says("qualifier", "less-than"),
            "conflict, 2.0 times apart",
        ),
        (
            "growth, the point moved",
            growth("66"),
            rate("6.6"),
            "conflict, 59.4 points apart",
        ),
        (
            "growth and fall",
            growth("5"),
            rate("-5"),
            "conflict, 10.0 points apart",
        ),
        (
            "growth of 5 and 4",
            growth("5"),
            rate("4"),
            "conflict, 1.0 points apart",
        ),
        (
            "two forecasts",
            growth("5").forecast(),
            rate("4").forecast(),
            "conflict, 1.0 points apart",
        ),
        (
            "revised",
            trade("8.3").says("status", "provisional"),
            other("9.3"),
            "conflict, 1.12 times apart",
        ),
        (
            "one source against itself",
            trade("50"),
            trade("8.3"),
            "conflict, 6.0 times apart",
        ),
        (
            "one speaker, two figures",
            trade("50").says("said_by", "ann"),
            other("40").says("said_by", "ann"),
            "conflict, 1.25 times apart",
        ),
        (
            "surplus and deficit",
            trade("4").set("flow", "balance"),
            other("-4").set("flow", "balance"),
            "conflict, not above zero both",
        ),
        (
            "nothing and something",
            trade("0"),
            other("5"),
            "conflict, not above zero both",
        ),
        (
            "an estimate too far",
            trade("17000").says("qualifier", "estimated"),
            other("19000"),
            "conflict, 1.12 times apart",
        ),
    ]);
}
