//! Ranges and the words before a figure: what they leave open, compared with a definition that counts
//! in whole numbers, and what they say beside other figures.

use bilat::contested::findings;
use bilat::dossier::observation::Qualifier;
use bilat::dossier::{Date, Id, Number, Observation};
use bilat::figures::{Interval, cells};
use proptest::prelude::*;

use crate::fixture::{Figure, dossier, trade};
use crate::pairs::{check, other};

/// A number as printed: so many units of its last place, and how many places there are.
type Printed = (i64, usize);

fn number((units, places): Printed) -> Number {
    let digits = format!("{:0width$}", units.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let sign = if units < 0 { "-" } else { "" };
    let point = if places == 0 { "" } else { "." };
    Number::parse(&format!("{sign}{whole}{point}{fraction}")).unwrap()
}

/// A value with one place more than the number that it is compared with.
fn value(tenths: i64, places: usize) -> f64 {
    number((tenths, places + 1)).value()
}

/// Is it written as `units`? A half is rounded away from nought.
fn is_written_as(tenths: i64, units: i64) -> bool {
    (tenths.abs() + 5) / 10 * tenths.signum() == units
}

/// By the definition: a tenth of the last place, or a twentieth of the figure, whichever is more.
fn is_near(tenths: i64, units: i64) -> bool {
    let apart = (tenths - units * 10).abs();
    apart <= 10 || apart * 20 <= (units * 10).abs()
}

/// Would somebody say that number, after that word, of a value?
fn is_said(tenths: i64, units: i64, word: Option<Qualifier>) -> bool {
    let exact = units * 10;
    let is_it = is_written_as(tenths, units);
    match word {
        None => is_it,
        Some(Qualifier::About | Qualifier::Estimated) => is_near(tenths, units),
        Some(Qualifier::MoreThan) => tenths > exact,
        Some(Qualifier::LessThan) => tenths < exact,
        Some(Qualifier::AtLeast) => is_it || tenths >= exact,
        Some(Qualifier::AtMost) => is_it || tenths <= exact,
        Some(Qualifier::Almost) => tenths < exact && is_near(tenths, units),
    }
}

/// The word, where it widens a range.
fn widening(word: Option<Qualifier>) -> Option<Qualifier> {
    word.filter(|word| matches!(word, Qualifier::About | Qualifier::Estimated))
}

/// Would somebody say that range of a value? Either end may be missing.
fn is_in_range(tenths: i64, ends: [Option<i64>; 2], word: Option<Qualifier>) -> bool {
    let word = widening(word);
    let [low, high] = ends;
    let above = |low: i64| tenths >= low * 10 || is_said(tenths, low, word);
    let below = |high: i64| tenths <= high * 10 || is_said(tenths, high, word);
    low.is_none_or(above) && high.is_none_or(below)
}

fn word() -> impl Strategy<Value = Option<Qualifier>> {
    prop::sample::select(vec![
        None,
        Some(Qualifier::About),
        Some(Qualifier::Estimated),
        Some(Qualifier::MoreThan),
        Some(Qualifier::LessThan),
        Some(Qualifier::AtLeast),
        Some(Qualifier::AtMost),
        Some(Qualifier::Almost),
    ])
}

/// Units of a printed number and tenths of one near it, often at the very edge.
fn near() -> impl Strategy<Value = (i64, i64)> {
    let units = prop_oneof![-20i64..20, -100_000i64..100_000];
    units.prop_flat_map(|units| {
        let twentieth = units.abs() / 2;
        let edges = vec![-10, -5, 0, 5, 10, twentieth, -twentieth];
        let offset = (prop::sample::select(edges), -2i64..=2);
        let tenths = prop_oneof![
            3 => offset.prop_map(move |(edge, more)| units * 10 + edge + more),
            1 => (-2_000_000i64..2_000_000).prop_map(|tenths| tenths),
        ];
        (Just(units), tenths)
    })
}

fn figure(value: Option<Number>, word: Option<Qualifier>) -> Observation {
    let period = Date::parse("2024").unwrap();
    Observation {
        qualifier: word,
        ..Observation::new(Id::new("x").unwrap(), period, value)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4096, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_word_leaves_open_what_would_be_said_so((units, tenths) in near(), places in 0usize..3, word in word()) {
        let number = number((units, places));
        let interval = Interval::stated(number, word);
        let read = (number.to_string(), value(tenths, places));
        prop_assert_eq!(interval.contains(read.1), is_said(tenths, units, word), "{:?}", read);
        prop_assert_eq!(Interval::of(&figure(Some(number), word)), Some(interval));
    }

    #[test]
    fn a_range_leaves_open_what_lies_in_it(
        (one, tenths) in near(), width in 0i64..200, places in 0usize..3, word in word(),
        open in prop::sample::select(vec![[true, true], [true, false], [false, true]]),
        has_middle in any::<bool>(),
    ) {
        let ends = [open[0].then_some(one), open[1].then_some(one + width)];
        let [low, high] = ends.map(|end| end.map(|units| number((units, places))));
        let middle = has_middle.then(|| number((one, places)));
        let figure = Observation { low, high, ..figure(middle, word) };
        let interval = Interval::of(&figure).unwrap();
        // The other end too, and not only the one that the value was made for.
        for tenths in [tenths, tenths + width * 10] {
            let (value, said) = (value(tenths, places), is_in_range(tenths, ends, word));
            prop_assert_eq!(interval.contains(value), said, "{} in {:?}", value, interval);
        }
    }

    /// A figure within a printed range is what the range says.
    #[test]
    fn a_range_and_a_figure_in_it_are_no_conflict(low in 1i64..1000, width in 0i64..100, at in 0i64..=100) {
        let inside = low + width * at / 100;
        let [low, high, inside] = [low, low + width, inside].map(|units| number((units, 0)));
        let range = Observation { low: Some(low), high: Some(high), ..figure(None, None) };
        let figure = figure(Some(inside), None);
        prop_assert!(Interval::of(&range).unwrap().overlaps(Interval::of(&figure).unwrap()));
    }
}

/// A printed range.
fn range(low: f64, high: f64) -> Figure {
    trade("null").says("low", low).says("high", high)
}

fn word_before(value: &str, word: &str) -> Figure {
    trade(value).says("qualifier", word)
}

#[test]
fn ranges_beside_figures() {
    check(&[
        ("its middle", range(10.0, 12.0), other("11"), "confirmed"),
        ("inside", range(10.0, 12.0), other("10"), "within rounding"),
        (
            "at its end",
            range(10.0, 12.0),
            other("12"),
            "within rounding",
        ),
        (
            "beyond it",
            range(10.0, 12.0),
            other("15"),
            "conflict, 1.36 times apart",
        ),
        (
            "two ranges",
            range(10.0, 12.0),
            range(11.0, 14.0).source("herald"),
            "within rounding",
        ),
        (
            "ranges apart",
            range(10.0, 12.0),
            range(15.0, 17.0).source("herald"),
            "conflict, 1.45 times apart",
        ),
        (
            "about a range",
            range(10.0, 12.0).about(),
            other("13"),
            "within rounding",
        ),
        (
            "a range and its middle",
            range(10.0, 12.0).value("11"),
            other("11"),
            "confirmed",
        ),
        (
            "from a figure on",
            trade("null").says("low", 10),
            other("15"),
            "within rounding",
        ),
        (
            "up to a figure",
            trade("null").says("high", 10),
            other("15"),
            "conflict, 1.50 times apart",
        ),
    ]);
}

#[test]
fn words_beside_figures() {
    let nothing = "within rounding";
    check(&[
        (
            "at least, more",
            word_before("20", "at-least"),
            other("25"),
            nothing,
        ),
        (
            "at least, the same",
            word_before("20", "at-least"),
            other("20"),
            "confirmed",
        ),
        (
            "at least, less",
            word_before("20", "at-least"),
            other("15"),
            "conflict, 1.33 times apart",
        ),
        (
            "at most, less",
            word_before("20", "at-most"),
            other("15"),
            nothing,
        ),
        (
            "at most, more",
            word_before("20", "at-most"),
            other("25"),
            "conflict, 1.25 times apart",
        ),
        (
            "almost, just below",
            word_before("20", "almost"),
            other("19.5"),
            nothing,
        ),
        (
            "almost, far below",
            word_before("20", "almost"),
            other("15"),
            "conflict, 1.33 times apart",
        ),
        (
            "almost, above",
            word_before("20", "almost"),
            other("21"),
            "conflict, 1.05 times apart",
        ),
        (
            "almost and at least",
            word_before("20", "almost"),
            word_before("20", "at-least").source("herald"),
            nothing,
        ),
    ]);
}

#[test]
fn a_target_is_never_compared_with_a_report() {
    let target = |value: &str| trade(value).says("status", "target");
    let apart = "not comparable: one is a target";
    check(&[
        ("far above", target("83"), other("8.3"), apart),
        ("the same", target("8.3"), other("8.3"), apart),
        (
            "provisional",
            target("83"),
            other("8.3").says("status", "provisional"),
            apart,
        ),
        ("forecast", target("83"), other("8.3").forecast(), apart),
        (
            "two targets",
            target("83"),
            target("83").source("herald"),
            "confirmed",
        ),
        (
            "targets apart",
            target("83"),
            target("50").source("herald"),
            "conflict, 1.66 times apart",
        ),
    ]);
    // Nor with the year before it.
    let figures = [trade("8.3"), target("830").year("2025").source("herald")];
    let dossier = dossier(&figures, &[]);
    assert_eq!(findings(&dossier, None), []);
    assert!(
        cells(&dossier, None)
            .iter()
            .all(|cell| cell.pairs.is_empty())
    );
}

#[test]
fn a_range_of_growth_gives_a_range_of_levels() {
    let rate = Figure::clone(&crate::cells::of_first("null", "2024"))
        .says("low", 5)
        .says("high", 7);
    let figures = [trade("107"), rate];
    let dossier = dossier(&figures, &[]);
    let all = cells(&dossier, None);
    let before = all.iter().find(|cell| cell.period == "2023").unwrap();
    let [level] = before.statements.as_slice() else {
        panic!("one level follows");
    };
    assert!(
        level.working[0].starts_with("107 / (1 + 5 to 7 %) = 101, between 9"),
        "{:?}",
        level.working
    );
    let value = level.printed(&dossier).unwrap();
    assert!(value.contains(100.0) && value.contains(101.9) && !value.contains(98.0));
}
