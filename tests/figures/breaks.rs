//! Marked breaks: nothing is compared across one.

use bilat::contested::FindingKind;
use bilat::contested::findings;
use bilat::dossier::{Dossier, Series};
use bilat::figures::{Change, cells, change, implied};
use serde_json::{Value, json};

use crate::fixture::{dossier, trade};

/// A series of trade in these years, the marked ones after a break; with growths of it.
fn series(figures: &[(&str, f64, bool)], growths: &[(&str, f64, bool)]) -> Dossier {
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "words"}]);
    let all = |name: &str, figures: &[(&str, f64, bool)]| -> Vec<Value> {
        let figures = figures.iter();
        let figure = |(period, value, is_break): &(&str, f64, bool)| {
            json!({"id": format!("{name}.{period}").to_lowercase(), "period": period, "value": value,
                "break": is_break, "evidence": evidence})
        };
        figures.map(figure).collect()
    };
    let one = |name: &str, kind: &str, of: Option<&str>, figures: Vec<Value>| {
        json!({"id": name, "title": name, "kind": kind, "unit": "USD", "scale": 6, "reporter": "LAO", "partner": "RUS",
            "flow": "total", "of": of, "observations": figures, "evidence": evidence})
    };
    let mut series = vec![one("level", "trade", None, all("level", figures))];
    if !growths.is_empty() {
        series.push(one(
            "growth",
            "growth",
            Some("level"),
            all("growth", growths),
        ));
    }
    dossier(&[], &[("series.json", json!(series))])
}

fn changes(series: &Series) -> String {
    change(series)
        .as_ref()
        .map(Change::describe)
        .unwrap_or_default()
}

const BROKEN: &str = "not comparable: break in the series";

#[test]
fn a_change_is_not_told_across_a_break() {
    for (figures, expected) in [
        (vec![("2022", 50.0, false), ("2024", 60.0, false)], "+20 %"),
        (vec![("2022", 50.0, false), ("2024", 60.0, true)], BROKEN),
        // What is before the break is as it was, and what is after it can be compared.
        (vec![("2022", 50.0, true), ("2024", 60.0, false)], "+20 %"),
        (
            vec![
                ("2020", 9.0, false),
                ("2022", 50.0, true),
                ("2024", 60.0, false),
            ],
            "+20 %",
        ),
        // A break in a part of the later year, or of a year between.
        (
            vec![
                ("2022", 50.0, false),
                ("2024-06", 5.0, true),
                ("2024", 60.0, false),
            ],
            BROKEN,
        ),
        (
            vec![
                ("2022", 50.0, false),
                ("2023-06", 5.0, true),
                ("2024", 60.0, false),
            ],
            BROKEN,
        ),
        (
            vec![
                ("2022", 50.0, false),
                ("2024", 60.0, false),
                ("2025-01", 5.0, true),
            ],
            "+20 %",
        ),
    ] {
        let dossier = series(&figures, &[]);
        assert_eq!(changes(&dossier.series[0]), expected, "{figures:?}");
    }
}

fn jumps(dossier: &Dossier) -> usize {
    let found = findings(dossier, None).into_iter();
    found
        .filter(|finding| finding.kind == FindingKind::Discontinuity)
        .count()
}

#[test]
fn neighbouring_years_are_not_compared_across_a_break() {
    let jump = |is_break: bool| {
        let dossier = series(&[("2023", 50.0, false), ("2024", 5.0, is_break)], &[]);
        jumps(&dossier)
    };
    assert_eq!((jump(false), jump(true)), (1, 0));
    // Another series of the same measure that has the break.
    let other = |is_break: bool| {
        let marked = trade("5.0")
            .year("2024")
            .says("break", is_break)
            .source("herald");
        let figures = [trade("50").year("2023"), trade("5.1").year("2024"), marked];
        jumps(&dossier(&figures, &[]))
    };
    assert_eq!((other(false), other(true)), (1, 0));
}

/// The periods of the levels that follow.
fn levels(dossier: &Dossier) -> Vec<String> {
    let implied = implied(dossier, 0).into_iter();
    let mut periods: Vec<_> = implied.map(|level| level.period.label()).collect();
    periods.sort();
    periods
}

#[test]
fn levels_do_not_follow_across_a_break() {
    let growths = |marked: &str| {
        let one = |year| (year, 10.0, year == marked);
        ["2021", "2022", "2023", "2024"].map(one)
    };
    let of = |level: (&str, f64, bool), marked: &str| levels(&series(&[level], &growths(marked)));
    let all = ["2020", "2021", "2022", "2023"];
    assert_eq!(of(("2024", 50.0, false), ""), all);
    // A break in the level, and one in the growth.
    assert_eq!(of(("2024", 50.0, true), ""), [""; 0]);
    assert_eq!(of(("2024", 50.0, false), "2022"), ["2022", "2023"]);
    // From before the break on.
    assert_eq!(of(("2020", 50.0, false), "2023"), ["2021", "2022"]);
    assert_eq!(
        of(("2020", 50.0, true), ""),
        ["2021", "2022", "2023", "2024"]
    );
}

/// A level that would contradict what is printed, were it not for the break.
#[test]
fn a_break_is_no_contradiction() {
    let cell = |is_break: bool| {
        let figures = [("2023", 50.0, false), ("2024", 500.0, is_break)];
        let dossier = series(&figures, &[("2024", 10.0, false)]);
        let cells = cells(&dossier, None);
        let cell = cells.iter().find(|cell| cell.period == "2023");
        cell.unwrap().verdict.name()
    };
    assert_eq!((cell(false), cell(true)), ("conflict", "single source"));
}
