//! Dates that the words leave open, and words that make a bound of one.

use super::{Edge, check, read};

#[test]
fn one_of_two_dates_is_not_the_first() {
    check(&[
        ("It opened in 2009 or 2010.", &["- 2009-01-01..2010-12-31"]),
        (
            "It opened in May 2023 or 2024.",
            &["- 2023-05-01..2024-12-31"],
        ),
        (
            "It opened last year or the year before.",
            &["- 2023-01-01..2024-12-31"],
        ),
        ("It opened in 2009 and 2010.", &["2009", "2010"]),
    ]);
}

#[test]
fn a_doubt_about_a_date_is_kept() {
    check(&[
        ("It opened on or about 3 May 2010.", &["2010-05-03~"]),
        ("It opened around May 2010.", &["2010-05~"]),
        ("It opened probably in 2010.", &["2010?"]),
        ("It opened around noon on 3 May 2010.", &["2010-05-03"]),
    ]);
}

#[test]
fn no_later_than_a_date_is_a_bound() {
    for (text, edge) in [
        ("It opened no later than May 2010.", Some(Edge::Until)),
        ("It opened not later than 3 May 2010.", Some(Edge::Until)),
        ("It opened no earlier than 3 May 2010.", Some(Edge::Since)),
        ("It opened on 3 May 2010.", None),
    ] {
        let found = read(text);
        assert_eq!(found.first().and_then(|one| one.edge), edge, "{text}");
    }
}

#[test]
fn a_clause_of_time_tells_whether_its_day_was() {
    check(&[
        (
            "On 12 May, when it was opened, she rejoiced.",
            &["2024-05-12"],
        ),
        (
            "On 12 May, when it will open, she will sing.",
            &["2025-05-12"],
        ),
    ]);
}
