//! What the parts of a time say of it: months, quarters, halves, fiscal years, rows of years.

use bilat::contested::{FindingKind, findings};

use crate::fixture::{Figure, dossier, trade};

/// The smallest sets that are found, by the numbers of the figures.
fn sets(figures: &[Figure]) -> Vec<Vec<usize>> {
    let dossier = dossier(figures, &[]);
    let found = findings(&dossier, None);
    let checks = found.iter().filter(|f| f.kind == FindingKind::CrossCheck);
    let sets = checks.flat_map(|f| f.sets.clone());
    sets.map(|set| set.iter().map(|record| record.at).collect())
        .collect()
}

/// Figures for these periods.
fn figures(all: &[(&str, &str)]) -> Vec<Figure> {
    let figures = all.iter().map(|(period, value)| trade(value).year(*period));
    figures.collect()
}

#[test]
fn parts_that_leave_no_day_out_are_the_whole() {
    let quarters = [
        "2022-04/2022-06",
        "2022-07/2022-09",
        "2022-10/2022-12",
        "2023-01/2023-03",
    ];
    let quarters: Vec<_> = quarters
        .into_iter()
        .map(|quarter| (quarter, "101"))
        .collect();
    let years: Vec<_> = ["2018", "2019", "2020", "2021", "2022"]
        .into_iter()
        .map(|year| (year, "1011"))
        .collect();
    for (parts, whole, fits, too_much) in [
        (&quarters[..], "2022-04/2023-03", "404", "621"),
        (&quarters[..2], "2022-04/2022-09", "202", "312"),
        (&years[..], "2018/2022", "5055", "6211"),
        (
            &[("2021-01", "98"), ("2021-02", "101"), ("2021-03", "104")],
            "2021-01/2021-03",
            "303",
            "412",
        ),
        (
            &[("2022-04/2022-09", "301"), ("2022-10/2023-03", "303")],
            "2022-04/2023-03",
            "604",
            "731",
        ),
        (
            &[
                ("2021-01/2021-06", "301"),
                ("2021-07", "51"),
                ("2021-08/2021-12", "303"),
            ],
            "2021",
            "655",
            "731",
        ),
    ] {
        let with = |value: &'static str| figures(&[parts, &[(whole, value)]].concat());
        assert_eq!(sets(&with(fits)), Vec::<Vec<usize>>::new(), "{whole}");
        let all: Vec<_> = (0..=parts.len()).collect();
        assert_eq!(sets(&with(too_much)), [all], "{whole}");
    }
}

#[test]
fn no_part_is_more_than_the_whole() {
    for (parts, whole, set) in [
        (&[("2021-01", "123")][..], "2021-01/2021-03", vec![0, 1]),
        (&[("2021-01/2021-05", "123")], "2021-01/2021-06", vec![0, 1]),
        (&[("2022-07/2022-09", "123")], "2022-04/2023-03", vec![0, 1]),
        (&[("2019", "123")], "2018/2022", vec![0, 1]),
        // Of several the fewest that are enough, though all of them make up the whole.
        (
            &[("2021-01", "31"), ("2021-02", "123"), ("2021-03", "32")],
            "2021-01/2021-03",
            vec![1, 3],
        ),
        (
            &[("2021-01", "61"), ("2021-02", "11"), ("2021-03", "62")],
            "2021-01/2021-04",
            vec![0, 2, 3],
        ),
        // Quarters and the months in them are not added to each other.
        (
            &[
                ("2021-01/2021-03", "71"),
                ("2021-02", "41"),
                ("2021-04", "42"),
            ],
            "2021",
            vec![0, 2, 3],
        ),
    ] {
        let all = figures(&[parts, &[(whole, "101")]].concat());
        assert_eq!(sets(&all), [set], "{whole}");
    }
    for (one, other) in [("2021-01", "2022"), ("2020-07/2021-06", "2021")] {
        let all = figures(&[(one, "123"), (other, "101")]);
        assert_eq!(
            sets(&all),
            Vec::<Vec<usize>>::new(),
            "{one} is not within {other}"
        );
    }
    let shares = [
        trade("60").year("2021-01"),
        trade("50").year("2021-01/2021-03"),
    ];
    let shares = shares.map(|share| share.set("unit", "%").set("scale", 0));
    assert_eq!(
        sets(&shares),
        Vec::<Vec<usize>>::new(),
        "shares are not added"
    );
}
