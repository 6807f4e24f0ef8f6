//! Levels that follow from growth, over one year or several, beside what is printed.

use bilat::figures::cells;

use crate::cells::of_first;
use crate::fixture::{Figure, dossier, growth, trade};

/// How the cell of a period stands: "2023: confirmed".
fn stands(figures: &[Figure], period: &str) -> String {
    let dossier = dossier(figures, &[]);
    let cells = cells(&dossier, None);
    let trade = cells
        .iter()
        .find(|c| c.title == "Trade" && c.period == period && { !c.statements[0].key.is_growth() });
    trade.map_or("nothing".to_owned(), |cell| cell.verdict.words())
}

#[test]
fn a_level_that_follows_is_held_against_the_printed_one() {
    let level = |value: &str, year: &str| trade(value).year(year);
    let herald = |value: &str, year: &str| level(value, year).source("herald");
    let base = of_first("66", "2024").says("compared_with", "2020");
    let cases = [
        (
            "base confirmed",
            vec![
                level("8.3", "2024"),
                herald("5.0", "2023"),
                of_first("66", "2024"),
            ],
            "2023",
            "confirmed",
        ),
        (
            "base within rounding",
            vec![
                level("8.3", "2024"),
                herald("5", "2023"),
                of_first("66", "2024"),
            ],
            "2023",
            "confirmed",
        ),
        (
            "base in conflict",
            vec![
                level("8.3", "2024"),
                herald("50", "2023"),
                of_first("66", "2024"),
            ],
            "2023",
            "conflict, 10 times apart",
        ),
        (
            "growth taken the wrong way",
            vec![
                level("5.0", "2024"),
                herald("8.3", "2023"),
                of_first("66", "2024"),
            ],
            "2023",
            "conflict, 2.8 times apart",
        ),
        (
            "next level",
            vec![
                level("50", "2022"),
                herald("55", "2023"),
                of_first("10", "2023"),
            ],
            "2023",
            "confirmed",
        ),
        (
            "a fall",
            vec![
                level("50", "2022"),
                herald("45", "2023"),
                of_first("-10", "2023"),
            ],
            "2023",
            "confirmed",
        ),
        (
            "a chain back",
            vec![
                level("8.3", "2024"),
                herald("4.2", "2022"),
                of_first("66", "2024"),
                of_first("20", "2023"),
            ],
            "2022",
            "confirmed",
        ),
        (
            "a chain in conflict",
            vec![
                level("8.3", "2024"),
                herald("42", "2022"),
                of_first("66", "2024"),
                of_first("20", "2023"),
            ],
            "2022",
            "conflict, 10 times apart",
        ),
        (
            "a chain forth",
            vec![
                level("50", "2022"),
                herald("60.5", "2024"),
                of_first("10", "2023"),
                of_first("10", "2024"),
            ],
            "2024",
            "confirmed",
        ),
        (
            "a base that is named",
            vec![level("8.3", "2024"), herald("5.0", "2020"), base.clone()],
            "2020",
            "confirmed",
        ),
        (
            "a base that is named is not the year before",
            vec![level("8.3", "2024"), base],
            "2023",
            "nothing",
        ),
        (
            "five months against the same ones",
            vec![
                level("3.0", "2024-01/2024-05"),
                herald("3.6", "2025-01/2025-05"),
                of_first("20", "2025-01/2025-05").says("compared_with", "2024-01/2024-05"),
            ],
            "2025-01 – 2025-05",
            "confirmed",
        ),
        (
            "five months that do not fit",
            vec![
                level("3.0", "2024-01/2024-05"),
                herald("6.0", "2025-01/2025-05"),
                of_first("20", "2025-01/2025-05").says("compared_with", "2024-01/2024-05"),
            ],
            "2025-01 – 2025-05",
            "conflict, 1.67 times apart",
        ),
        (
            "five months against a whole year",
            vec![
                level("8.3", "2024"),
                of_first("20", "2025-01/2025-05").says("compared_with", "2024"),
            ],
            "2025-01 – 2025-05",
            "nothing",
        ),
        (
            "five months imply nothing",
            vec![level("8.3", "2024"), of_first("20", "2024-01/2024-05")],
            "2023",
            "nothing",
        ),
        (
            "five months of the year after",
            vec![level("8.3", "2024"), of_first("20", "2025-01/2025-05")],
            "2025",
            "nothing",
        ),
        (
            "a fall to nothing",
            vec![level("8.3", "2024"), of_first("-100", "2024")],
            "2023",
            "nothing",
        ),
        (
            "a forecast growth",
            vec![
                level("8.3", "2024"),
                herald("50", "2025"),
                of_first("10", "2025").forecast(),
            ],
            "2025",
            "not comparable: a forecast against what was reported",
        ),
        (
            "within its own source",
            vec![
                level("8.3", "2024"),
                level("5.0", "2023"),
                growth("66").set("of", "s0"),
            ],
            "2023",
            "echo",
        ),
        (
            "only what follows",
            vec![level("8.3", "2024"), of_first("66", "2024")],
            "2023",
            "single source",
        ),
        (
            "growth more than 100",
            vec![
                level("8.3", "2024"),
                herald("5.0", "2023"),
                of_first("100", "2024").says("qualifier", "more-than"),
            ],
            "2023",
            "conflict, 1.20 times apart",
        ),
    ];
    let mut wrong = Vec::new();
    for (label, figures, period, expected) in cases {
        let found = stands(&figures, period);
        if found != expected {
            wrong.push(format!("{label}: expected {expected:?}, found {found:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
