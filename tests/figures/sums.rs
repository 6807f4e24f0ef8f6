//! Sums and their parts, mirror reports, trade that nobody is said to report, and figures that cannot
//! be.

use bilat::contested::{Finding, FindingKind, Severity, Standing, findings};
use bilat::figures::cells;

use crate::fixture::{Figure, dossier, growth, indicator, trade};

/// Kind and severity of what is found.
fn found(figures: &[Figure]) -> Vec<(FindingKind, Severity)> {
    let found = findings(&dossier(figures, &[]), None);
    let mut kinds: Vec<_> = found.iter().map(|f| (f.kind, f.severity)).collect();
    kinds.sort();
    kinds
}

fn flow(flow: &str, value: &str) -> Figure {
    trade(value).set("flow", flow)
}

#[test]
fn exports_and_imports_are_the_total_and_leave_the_balance() {
    use FindingKind::CrossCheck;
    use Severity::{Grave, Major, Minor};
    for (figures, expected) in [
        (
            vec![
                flow("exports", "8.3"),
                flow("imports", "4.6"),
                flow("total", "12.9"),
            ],
            vec![],
        ),
        (
            vec![
                flow("exports", "8.3"),
                flow("imports", "4.6"),
                flow("total", "13.0"),
            ],
            vec![],
        ),
        (
            vec![
                flow("exports", "8.3"),
                flow("imports", "4.6"),
                flow("total", "13.4"),
            ],
            vec![(CrossCheck, Minor)],
        ),
        (
            vec![
                flow("exports", "8.3"),
                flow("imports", "4.6"),
                flow("total", "51.2"),
            ],
            vec![(CrossCheck, Grave)],
        ),
        (
            vec![
                flow("exports", "8.3"),
                flow("imports", "4.6"),
                flow("balance", "3.7"),
            ],
            vec![],
        ),
        (
            vec![
                flow("exports", "8.3"),
                flow("imports", "4.6"),
                flow("balance", "-3.7"),
            ],
            vec![(CrossCheck, Major)],
        ),
        // Not those of another year, of another reporter, or what is only aimed at.
        (
            vec![
                flow("exports", "8.3"),
                flow("imports", "4.6").year("2023"),
                flow("total", "51.2"),
            ],
            vec![],
        ),
        (
            vec![
                flow("exports", "8.3"),
                flow("imports", "4.6").says("status", "target"),
                flow("total", "51.2"),
            ],
            vec![],
        ),
    ] {
        let computed: Vec<_> = findings(&dossier(&figures, &[]), None);
        assert_eq!(found(&figures), expected, "{computed:?}");
    }
}

#[test]
fn the_parts_of_a_year_are_the_year() {
    use FindingKind::CrossCheck;
    let quarters = |last: &str| {
        [
            "2024-01/2024-03",
            "2024-04/2024-06",
            "2024-07/2024-09",
            "2024-10/2024-12",
        ]
        .into_iter()
        .zip(["3.1", "3.2", "3.3", last])
        .map(|(quarter, value)| trade(value).year(quarter))
        .collect::<Vec<_>>()
    };
    let with = |last: &str, year: &str| [quarters(last), vec![trade(year)]].concat();
    assert_eq!(found(&with("3.3", "12.9")), []);
    assert_eq!(found(&with("3.3", "20.4")), [(CrossCheck, Severity::Major)]);
    // Three quarters are less than the year, and say nothing else of it.
    let three = [quarters("0")[..3].to_vec(), vec![trade("20.4")]].concat();
    assert_eq!(found(&three), []);
    let too_much = [quarters("0")[..3].to_vec(), vec![trade("8.3")]].concat();
    assert_eq!(found(&too_much), [(CrossCheck, Severity::Major)]);
    let one = [trade("9.4").year("2024-01/2024-05"), trade("8.3")];
    assert_eq!(found(&one), [(CrossCheck, Severity::Major)]);
    // A month that is among the quarters is not counted twice.
    let mut months = with("3.3", "12.9");
    months.push(trade("1.0").year("2024-02"));
    assert_eq!(found(&months), []);
}

#[test]
fn a_part_is_no_more_than_the_whole() {
    let coffee = |value: &str| flow("exports", value).set("commodity", "Coffee");
    assert_eq!(found(&[coffee("8.3"), flow("exports", "9.1")]), []);
    assert_eq!(
        found(&[coffee("8.3"), flow("exports", "6.1")]),
        [(FindingKind::CrossCheck, Severity::Major)]
    );
    assert_eq!(
        found(&[coffee("8.3").year("2023"), flow("exports", "6.1")]),
        []
    );
    assert_eq!(found(&[coffee("8.3"), flow("imports", "6.1")]), []);
    // A commodity that is all of them is none.
    for all in ["goods", "All goods", "Goods, total", "total"] {
        let whole = |value: &str| flow("exports", value).set("commodity", all);
        assert_eq!(found(&[coffee("8.3"), whole("9.1")]), [], "{all}");
        assert_eq!(
            found(&[coffee("8.3"), whole("6.1")]),
            [(FindingKind::CrossCheck, Severity::Major)],
            "{all}"
        );
    }
}

#[test]
fn reports_of_the_two_sides_differ_within_a_band() {
    let sent = |value: &str| {
        let russian = flow("exports", value).set("reporter", "RUS");
        russian.set("partner", "LAO")
    };
    assert_eq!(found(&[flow("imports", "4.6"), sent("4.2")]), []);
    assert_eq!(found(&[flow("imports", "4.6"), sent("3.9")]), []);
    assert_eq!(
        found(&[flow("imports", "4.6"), sent("2.9")]),
        [(FindingKind::MirrorGap, Severity::Major)]
    );
    let years = [
        flow("imports", "46.1"),
        sent("4.2"),
        flow("imports", "41.3").year("2023"),
        sent("3.9").year("2023"),
    ];
    let all = findings(&dossier(&years, &[]), None);
    assert!(
        all.iter().all(|f| f.standing() == Standing::Query),
        "{all:?}"
    );
    assert!(all.iter().any(|f| f.kind == FindingKind::MirrorGap));
}

#[test]
fn trade_that_nobody_is_said_to_report_is_compared_with_every_report() {
    let nameless = |value: &str| trade(value).without("reporter").source("herald");
    assert_eq!(found(&[trade("8.3"), nameless("8.3")]), []);
    assert_eq!(
        found(&[trade("12.9"), nameless("50.2")]),
        [(FindingKind::Conflict, Severity::Grave)]
    );
    let turned = trade("12.9").set("reporter", "RUS").set("partner", "LAO");
    assert_eq!(
        found(&[turned, nameless("50.2")]),
        [(FindingKind::Conflict, Severity::Grave)]
    );
    assert_eq!(
        found(&[trade("12.9").set("flow", "exports"), nameless("50.2")]),
        []
    );
    assert_eq!(
        found(&[trade("12.9").set("unit", "EUR"), nameless("50.2")]),
        []
    );
}

#[test]
fn a_share_is_no_more_than_the_whole() {
    let share = |title: &str, value: &str| indicator(title, "%", value);
    assert_eq!(found(&[share("Share of coffee in exports", "98")]), []);
    assert_eq!(
        found(&[share("Share of coffee in exports", "120")]),
        [(FindingKind::Impossible, Severity::Major)]
    );
    assert_eq!(
        found(&[
            share("Share of coffee in exports", "60"),
            share("Share of fabrics in exports", "50"),
        ]),
        [(FindingKind::CrossCheck, Severity::Minor)]
    );
    assert_eq!(
        found(&[
            share("Share of coffee in exports", "60"),
            share("Share of fabrics in imports", "50"),
        ]),
        []
    );
    assert_eq!(found(&[growth("-99")]), []);
    assert_eq!(
        found(&[growth("-120")]),
        [(FindingKind::Impossible, Severity::Major)]
    );
    assert_eq!(found(&[growth("120")]), []);
}

#[test]
fn points_of_a_share_are_added_to_it() {
    let share = |value: &str, year: &str| {
        let figure = indicator("Share of coffee", "%", value);
        figure.year(year)
    };
    let points = |value: &str| {
        growth(value)
            .set("unit", "percentage-points")
            .set("of", "s0")
    };
    let figures = |points| [share("10.0", "2023"), share("15.0", "2024"), points];
    assert_eq!(found(&figures(points("5.0"))), []);
    assert_eq!(found(&figures(points("7.0")))[0].0, FindingKind::Conflict);
    // Five per cent of a share may be meant as points of it.
    assert_eq!(found(&figures(points("7.0").set("unit", "%"))), []);
}

#[test]
fn round_amounts_are_round() {
    for (round, exact, fits) in [
        ("50", "49.4", true),
        ("50", "44.0", false),
        ("17000", "17240", true),
        ("17000", "17900", false),
        ("100", "104", true),
        ("100", "106", false),
        ("17001", "17003", false),
    ] {
        let figures = [trade(round), trade(exact).source("herald")];
        assert_eq!(found(&figures).is_empty(), fits, "{round} and {exact}");
    }
    // A rate is not rounded to tens.
    let rates = [growth("50"), growth("49").source("herald")];
    assert_eq!(found(&rates).len(), 1);
}

#[test]
fn a_further_statement_never_lowers_the_severity() {
    let two = [trade("12.9"), trade("50").about().source("herald")];
    assert_eq!(found(&two), [(FindingKind::Conflict, Severity::Grave)]);
    for word in ["less-than", "more-than", "at-most", "at-least", "almost"] {
        let third = trade("13").says("qualifier", word).source("courier");
        let [a, b] = two.clone();
        let found = found(&[a, b, third]);
        assert_eq!(found[0], (FindingKind::Conflict, Severity::Grave), "{word}");
    }
}

#[test]
fn three_sources_a_figure_over_four_years_are_told_briefly() {
    let mut figures = Vec::new();
    for year in ["2021", "2022", "2023", "2024"] {
        for (source, value) in [("gazette", "12.9"), ("herald", "50.2"), ("courier", "8.3")] {
            figures.push(trade(value).year(year).source(source));
            figures.push(growth("66").year(year).set("of", "s0").source(source));
        }
    }
    let dossier = dossier(&figures, &[]);
    let all = findings(&dossier, None);
    let mut sets: Vec<_> = all.iter().flat_map(|f| f.sets.clone()).collect();
    let count = sets.len();
    sets.sort();
    sets.dedup();
    assert_eq!(sets.len(), count, "each set is told once");
    let lines = |one: &Finding| bilat::contested::lines(&dossier, one).join("\n").len();
    let size: usize = all.iter().map(lines).sum();
    assert!(size < 40_000, "{size}");
    assert!(all.iter().all(|one| one.title.len() < 200));
}

#[test]
fn each_statement_of_a_cell_has_its_own_verdict() {
    let figures = [
        trade("66.1"),
        trade("66.1").source("herald"),
        trade("50.2").source("courier"),
    ];
    let cells = cells(&dossier(&figures, &[]), None);
    let names: Vec<_> = (0..3).map(|at| cells[0].standing_of(at).name()).collect();
    assert_eq!(names, ["conflict", "conflict", "conflict"]);
    let figures = [
        trade("60").says("qualifier", "more-than").source("courier"),
        trade("66.1"),
        trade("65.2").source("herald"),
    ];
    let cells = bilat::figures::cells(&dossier(&figures, &[]), None);
    let names: Vec<_> = (0..3).map(|at| cells[0].standing_of(at).name()).collect();
    assert_eq!(names, ["within rounding", "conflict", "conflict"]);
}
