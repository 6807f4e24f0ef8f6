//! Dates by table, in four languages, each with the day of publication.

use proptest::prelude::*;

use super::*;

mod foreign;
mod open;

/// A Wednesday.
const PUBLISHED: &str = "2025-03-12";

fn read(text: &str) -> Vec<TimeExpression> {
    let context = Context {
        published: PUBLISHED.parse().ok(),
        language: None,
    };
    dates(text, context)
}

/// Each date as EDTF; `-` for one that is not fixed; bounds behind it; other kinds by their name.
fn shown(text: &str) -> Vec<String> {
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let one = |one: &TimeExpression| {
        let (first, last) = one.limits;
        let bounds =
            (first.is_some() || last.is_some()).then(|| format!(" {}..{}", day(first), day(last)));
        match one.kind {
            TimeKind::Date => {
                one.edtf.clone().unwrap_or_else(|| "-".to_owned()) + &bounds.unwrap_or_default()
            }
            kind => kind.to_string(),
        }
    };
    read(text).iter().map(one).collect()
}

fn check(rows: &[(&str, &[&str])]) {
    let wrong: Vec<_> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let found = shown(text);
            (found != *expected).then(|| format!("{text}\n  {found:?} instead of {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn printed_dates_are_as_precise_as_their_words() {
    check(&[
        ("The road opened in 2019.", &["2019"]),
        ("2019 bilateral trade was small.", &["2019"]),
        (
            "Trade grew from January to May in 2024.",
            &["2024-01/2024-05"],
        ),
        ("It opened on May 15, 2018, in the rain.", &["2018-05-15"]),
        ("It opened on 15 May 2018.", &["2018-05-15"]),
        ("It opened on the 15th of May, 2018.", &["2018-05-15"]),
        ("It opened on Tuesday, May 15, 2018.", &["2018-05-15"]),
        (
            "It opened in May 2018 and closed in Sept. 2019.",
            &["2018-05", "2019-09"],
        ),
        ("The text is dated 2018-05-15.", &["2018-05-15"]),
        ("The text is dated 15.05.2018.", &["2018-05-15"]),
        ("The text is dated 05/15/2018.", &["2018-05-15"]),
        ("The text is dated 05/06/2018.", &["2018"]),
        ("The 2018 harvest was good.", &["2018"]),
        ("It stood until 1957 (rebuilt 1960).", &["1957", "1960"]),
        ("The post-1990 rules hold.", &["1990"]),
        ("He was born circa 1957.", &["1957~"]),
        ("It may rain, and they march on.", &[]),
        ("In May the river rose.", &["2024-05"]),
        ("May Smith and April Jones left.", &[]),
        ("It has 2000 soldiers, 1500 of them new.", &[]),
        ("It cost $2024 and weighs 1990 tonnes.", &[]),
        (
            "Resolution 2024 and 30 February 2021 are odd.",
            &["2021-02"],
        ),
    ]);
}

#[test]
fn months_run_up_to_one_that_is_named() {
    check(&[
        ("It rose in the year to June 2023.", &["2022-07/2023-06"]),
        (
            "It rose over the 12 months ended 30 June 2022.",
            &["2021-07/2022-06"],
        ),
        (
            "It rose in the nine months to September 2023.",
            &["2023-01/2023-09"],
        ),
        (
            "It rose in the year to the end of March 2024.",
            &["2023-04/2024-03"],
        ),
        (
            "It rose in the year ending 15 March 2024.",
            &["2023-03-16/2024-03-15"],
        ),
        ("It took a year to build the road in 2019.", &["2019"]),
    ]);
}

#[test]
fn spans_have_both_ends() {
    check(&[
        (
            "The talks ran from May 15 to 17, 2018.",
            &["2018-05-15/2018-05-17"],
        ),
        (
            "The talks ran on May 15-17, 2018.",
            &["2018-05-15/2018-05-17"],
        ),
        (
            "The talks ran on 15–17 May 2018.",
            &["2018-05-15/2018-05-17"],
        ),
        (
            "They ran from 30 May to 2 June 2018.",
            &["2018-05-30/2018-06-02"],
        ),
        (
            "They ran from December 30, 2018 to January 2, 2019.",
            &["2018-12-30/2019-01-02"],
        ),
        ("Trade grew in January-August 2018.", &["2018-01/2018-08"]),
        (
            "Between January and March trade grew.",
            &["2025-01/2025-03"],
        ),
        (
            "In the January-February period of this year it grew.",
            &["2025-01/2025-02"],
        ),
        ("Trade grew from May to August 2018.", &["2018-05/2018-08"]),
        ("It ran between May and July 2018.", &["2018-05/2018-07"]),
        ("It ran in May and June 2018.", &["2018-05/2018-06"]),
        ("It met in May and July 2018.", &["2018-05", "2018-07"]),
        ("It met on May 15 and 17 guests came.", &["2024-05-15"]),
        ("The plan covers 2014-15.", &["2014/2015"]),
        ("The plan covers 2014–2019.", &["2014/2019"]),
        ("The plan runs from 2014 to 2019.", &["2014/2019"]),
        ("It fell between 2014 and 2019.", &["2014/2019"]),
        ("It fell in 2014 and 2019.", &["2014", "2019"]),
        ("It holds 2000 to 2500 people.", &[]),
        ("The file is of 2018-05.", &["2018-05"]),
        (
            "From November to February 2018 it snowed.",
            &["2017-11/2018-02"],
        ),
    ]);
}

#[test]
fn parts_of_a_year_are_months_or_vague() {
    check(&[
        ("Exports rose in Q1 2024.", &["2024-01/2024-03"]),
        (
            "Exports rose in the second quarter of 2024.",
            &["2024-04/2024-06"],
        ),
        (
            "Exports rose in the first half of 2024.",
            &["2024-01/2024-06"],
        ),
        ("Exports rose in H2 2023.", &["2023-07/2023-12"]),
        (
            "In the first three months of 2020 they fell.",
            &["2020-01/2020-03"],
        ),
        (
            "In the first nine months of last year they fell.",
            &["2024-01/2024-09"],
        ),
        (
            "In the last two months of 2020 they fell.",
            &["2020-11/2020-12"],
        ),
        ("The fourth quarter was weak.", &["2024-10/2024-12"]),
        ("It opened in spring 2021.", &["2021-21"]),
        ("It opened in the winter of 2021.", &["2021-24"]),
        ("It opened in early 2025.", &["2025 ..2025-07-02"]),
        ("It opened in late 2019.", &["2019 2019-07-02.."]),
        ("It opens in mid-June.", &["2024-06"]),
        ("It is due by the end of 2026.", &["2026 2026-07-02.."]),
        ("The late 1990s were hard.", &["199X 1994-12-31.."]),
        ("The 1990s were hard, the nineties were.", &["199X", "199X"]),
        ("A house of the 19th century.", &["18XX"]),
        ("In fiscal year 2023/24 aid fell.", &["2023/2024"]),
        ("In FY2024 aid fell.", &["2024~"]),
        (
            "The first half of May 2018 was dry.",
            &["2018-05 ..2018-05-16"],
        ),
        ("A third quarter of losses.", &[]),
        (
            "The second half was better than the game.",
            &["2024-07/2024-12"],
        ),
    ]);
}

#[test]
fn relative_dates_are_told_from_the_publication() {
    check(&[
        ("He said yesterday that it rained.", &["2025-03-11"]),
        ("He arrived on Monday.", &["2025-03-10"]),
        ("He arrived on Wednesday.", &["2025-03-12"]),
        ("He will arrive on Monday.", &["2025-03-17"]),
        ("He arrived last Friday night.", &["2025-03-07"]),
        ("He arrived on May 15.", &["2024-05-15"]),
        ("He will arrive on May 15.", &["2025-05-15"]),
        ("He will speak on Thursday, March 13.", &["2025-03-13"]),
        (
            "Trade rose last year and will rise this year.",
            &["2024", "2025"],
        ),
        ("It opens next month.", &["2025-04"]),
        ("It opened last March.", &["2024-03"]),
        ("It opened in October last year.", &["2024-10"]),
        ("It opened three years ago.", &["2022~"]),
        ("It opened a decade ago.", &["2015~"]),
        ("It opened two months ago.", &["2025-01~"]),
        ("It opened nine days ago.", &["2025-03-03"]),
        ("It opened last week.", &["2025-03 2025-03-03..2025-03-09"]),
        ("It opened earlier this year.", &["2025 ..2025-03-12"]),
        (
            "It grew in the past three years.",
            &["- 2022-03-12..2025-03-12"],
        ),
        ("In 2023 trade rose from a year earlier.", &["2023", "2022"]),
        (
            "In January-August 2024 it rose on the same period of 2023.",
            &["2024-01/2024-08", "2023-01/2023-08"],
        ),
        (
            "In May 2024 it rose from the same month a year earlier.",
            &["2024-05", "2023-05"],
        ),
        (
            "Compared with a year earlier, trade rose in 2023.",
            &["2022", "2023"],
        ),
        ("It rose from a year earlier.", &["-"]),
        (
            "It fell in 2020 and rose the following year.",
            &["2020", "2021"],
        ),
        (
            "The hall burned in 1990, and that year it was rebuilt.",
            &["1990", "1990"],
        ),
        ("It opened on Thanksgiving Day.", &["2024-11-28"]),
    ]);
}

#[test]
fn other_expressions_of_time_are_no_dates() {
    check(&[
        (
            "They agreed on a five-year plan for three years.",
            &["duration", "duration"],
        ),
        (
            "The 65-year-old left at 10:35 a.m. on foot.",
            &["age", "time of day"],
        ),
        (
            "They meet twice a year and every month.",
            &["frequency", "frequency"],
        ),
        (
            "They marked the 65th anniversary of ties.",
            &["anniversary"],
        ),
        (
            "They marked the sixtieth anniversary of ties.",
            &["anniversary"],
        ),
        (
            "They marked 65 years of diplomatic relations.",
            &["anniversary"],
        ),
        ("Они отметили 65-летие отношений.", &["anniversary"]),
        ("Он пробудет там три года.", &["duration"]),
    ]);
}

#[test]
fn without_the_day_of_publication_nothing_relative_is_fixed() {
    for text in [
        "He came yesterday.",
        "He came on May 15.",
        "He came last year.",
        "He came on Monday.",
    ] {
        let found = dates(text, Context::default());
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].edtf, None, "{text}");
        assert!(found[0].relative && found[0].why.is_some(), "{text}");
    }
}

#[test]
fn edges_are_kept_beside_the_date() {
    for (text, edge) in [
        ("It has grown since 2021.", Some(Edge::Since)),
        ("It is due by 2030.", Some(Edge::Until)),
        ("It fell before 1990.", Some(Edge::Before)),
        ("It fell after the 1990s.", Some(Edge::After)),
        ("It fell in 1990.", None),
    ] {
        assert_eq!(read(text).last().and_then(|one| one.edge), edge, "{text}");
    }
}

/// Words of which dates are made, in any order.
const WORDS: &str = "(2018|15|May|June|of|the|-|,|first|half|quarter|last|year|to|ago|three|early|мая|года|в|1990|s|/|.|31|February){1,12}";

proptest! {
    #[test]
    fn what_is_found_is_valid_and_in_the_text(words in proptest::collection::vec(WORDS, 1..4), space in "[ ]?") {
        let text = words.join(&space);
        let mut end = 0;
        for one in read(&text) {
            prop_assert!(one.range.start >= end);
            prop_assert!(text.get(one.range.clone()).is_some_and(|t| !t.is_empty()));
            end = one.range.end;
            prop_assert!(one.date().is_ok(), "{:?}", one);
            prop_assert!(!one.relative || one.why.is_some());
            // A day is told by a day only.
            let days = one.edtf.as_deref().is_some_and(|edtf| edtf.len() >= 10 && edtf.as_bytes()[7] == b'-');
            prop_assert!(!days || text[one.range.clone()].contains(|c: char| c.is_ascii_digit()));
        }
    }
}
