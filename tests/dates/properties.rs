//! What holds for dates of every shape.

use std::cmp::Ordering;

use bilat::dossier::Date;
use bilat::dossier::date::{Order, edtf_year};
use chrono::{Datelike, Days, Months, NaiveDate};
use proptest::prelude::*;

use super::{date, object};

/// Any date of one point in time.
fn point() -> impl Strategy<Value = String> {
    let year = prop_oneof![4 => 1990u32..2030, 1 => 0u32..10000];
    (
        year,
        1u32..=12,
        1u32..=28,
        0u8..8,
        prop::sample::select(vec!["", "", "", "?", "~", "%"]),
    )
        .prop_map(|(year, month, day, shape, doubt)| match shape {
            0 | 1 => format!("{year:04}{doubt}"),
            2 | 3 => format!("{year:04}-{month:02}{doubt}"),
            4 | 5 => format!("{year:04}-{month:02}-{day:02}{doubt}"),
            6 => format!("{year:04}-{}{doubt}", 21 + month % 4),
            _ => format!("-{:04}{doubt}", year.max(1)),
        })
}

/// A year of more than four digits, also one that no calendar holds.
fn far_year() -> impl Strategy<Value = i64> {
    prop_oneof![
        3 => 10_000i64..300_000,
        1 => 300_000i64..=i64::MAX,
    ]
    .prop_flat_map(|year| prop_oneof![Just(year), Just(-year)])
}

/// Any year.
fn year() -> impl Strategy<Value = i64> {
    prop_oneof![2 => -9999i64..=9999, 3 => far_year()]
}

/// A date of any shape that is stored; intervals may run backwards.
fn shape() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => point(),
        1 => (far_year(), prop::sample::select(vec!["", "?", "~", "%"])).prop_map(|(y, doubt)| format!("{}{doubt}", edtf_year(y))),
        1 => (year(), year()).prop_map(|(a, b)| format!("{}/{}", edtf_year(a), edtf_year(b))),
        1 => year().prop_map(|y| format!("{}/..", edtf_year(y))),
        1 => (0u32..1000).prop_map(|decade| format!("{decade:03}X")),
        1 => (0u32..100).prop_map(|century| format!("{century:02}XX")),
        1 => (1900u32..2100, 1u32..=12).prop_map(|(y, m)| format!("{y}-{m:02}-XX")),
        1 => (1900u32..2100).prop_map(|y| format!("{y}-XX")),
        2 => (point(), point()).prop_map(|(a, b)| format!("{a}/{b}")),
        1 => point().prop_map(|a| format!("{a}/..")),
        1 => point().prop_map(|a| format!("../{a}")),
        1 => point().prop_map(|a| format!("{a}/")),
        1 => point().prop_map(|a| format!("/{a}")),
    ]
}

/// A date of any shape, undated ones among them.
fn any_date() -> impl Strategy<Value = Date> {
    let bounded = (point(), point()).prop_filter_map("backwards", |(a, b)| {
        object(&format!(
            r#"{{"edtf": null, "not_before": "{a}", "not_after": "{b}"}}"#
        ))
        .ok()
    });
    prop_oneof![
        9 => shape().prop_filter_map("backwards", |text| Date::parse(&text).ok()),
        1 => bounded,
        1 => Just(object("{}").unwrap()),
    ]
}

fn before(a: &Date, b: &Date) -> bool {
    a.compare(b) == Order::CertainlyBefore
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_the_same(date in any_date(), shape in shape()) {
        let json = serde_json::to_string(&date).unwrap();
        prop_assert_eq!(object(&json), Ok(date));
        // A printed date stays the very string.
        if let Ok(date) = Date::parse(&shape) {
            prop_assert_eq!(serde_json::to_string(&date).unwrap(), format!("\"{shape}\""));
        }
    }

    #[test]
    fn days_are_those_of_the_calendar(year in -9999i32..=9999, month in 1u32..=12, day in 1u32..=31) {
        let sign = if year < 0 { "-" } else { "" };
        let year_text = format!("{sign}{:04}", year.abs());
        let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap();
        let last = (first + Months::new(1)) - Days::new(1);
        let month_text = format!("{year_text}-{month:02}");
        let whole = date(&month_text);
        prop_assert_eq!((whole.earliest(), whole.latest()), (Some(first), Some(last)));

        let day_text = format!("{month_text}-{day:02}");
        let exact = NaiveDate::from_ymd_opt(year, month, day);
        let parsed = Date::parse(&day_text).ok();
        prop_assert_eq!(parsed.as_ref().and_then(Date::earliest), exact);
        prop_assert_eq!(parsed.as_ref().and_then(Date::latest), exact);

        let whole = date(&year_text);
        prop_assert_eq!(whole.earliest(), NaiveDate::from_ymd_opt(year, 1, 1));
        prop_assert_eq!(whole.latest(), NaiveDate::from_ymd_opt(year, 12, 31));
    }

    /// As far as the calendar goes; beyond it a date is bounded on the side of the calendar only.
    #[test]
    fn far_years_are_bounded_by_what_the_calendar_holds(year in year()) {
        let text = edtf_year(year);
        let date = date(&text);
        let day = |month, day| {
            let year = i32::try_from(year).ok()?;
            NaiveDate::from_ymd_opt(year, month, day)
        };
        let days = (day(1, 1), day(12, 31));
        let expected = match days {
            (Some(_), Some(_)) => days,
            _ if year < 0 => (None, Some(NaiveDate::MIN)),
            _ => (Some(NaiveDate::MAX), None),
        };
        prop_assert_eq!((date.earliest(), date.latest()), expected);
        prop_assert_eq!(date.year(), Some(year));
        prop_assert_eq!(date.edtf(), Some(text.as_str()));
        let shown = if year.abs() > 9999 { year.to_string() } else { text };
        prop_assert_eq!(date.label(), shown);
    }

    /// Lists have years in their order, also those that no calendar holds; of two such none is said
    /// to be certainly the first.
    #[test]
    fn far_years_are_sorted_as_numbers(a in year(), b in year()) {
        let (first, second) = (date(&edtf_year(a)), date(&edtf_year(b)));
        prop_assert_eq!(first.sort(&second), a.cmp(&b));
        prop_assert!(!before(&first, &second) || a < b);
        let in_calendar = |year: i64| (-262_143..=262_142).contains(&year);
        if in_calendar(a) && in_calendar(b) {
            prop_assert_eq!(before(&first, &second), a < b);
        }
        let Ok(span) = Date::parse(&format!("{}/{}", edtf_year(a), edtf_year(b))) else {
            return Ok(());
        };
        // A span begins with its first year.
        prop_assert!(a <= b);
        prop_assert_eq!(span.year(), Some(a));
        prop_assert!(first.sort(&span).is_le());
    }

    #[test]
    fn winter_ends_with_february(year in 0i32..9999) {
        let last = date(&format!("{year:04}-24")).latest().unwrap();
        prop_assert_eq!(last, NaiveDate::from_ymd_opt(year + 1, 3, 1).unwrap() - Days::new(1));
    }

    #[test]
    fn what_was_stored_is_kept(text in shape()) {
        if let Ok(date) = Date::parse(&text) {
            prop_assert_eq!(date.edtf(), Some(text.as_str()));
            if let (Some(a), Some(b)) = (date.earliest(), date.latest()) {
                prop_assert!(a <= b);
            }
        }
    }

    #[test]
    fn an_interval_runs_forwards(a in point(), b in point()) {
        let (first, last) = (date(&a), date(&b));
        let parsed = Date::parse(&format!("{a}/{b}"));
        if before(&last, &first) {
            prop_assert!(parsed.is_err(), "{a}/{b}");
        }
        if let Ok(interval) = parsed {
            prop_assert_eq!(interval.earliest(), first.earliest());
            prop_assert_eq!(interval.latest(), last.latest());
        }
    }

    /// Nothing that is shown is more precise than what was stored: the figures are the same, but
    /// for the code of a season, which becomes a word.
    #[test]
    fn a_label_shows_the_digits_that_were_stored(text in shape()) {
        let Ok(date) = Date::parse(&text) else { return Ok(()) };
        let digits = |text: &str| text.chars().filter(|c| c.is_ascii_digit() || *c == 'X').collect::<String>();
        let mut stored = text.clone();
        for code in ["-21", "-22", "-23", "-24"] {
            stored = stored.split('/').map(|end| {
                let bare = end.trim_end_matches(['?', '~', '%']);
                // A month stands behind a year of four digits; -0021 is a year.
                if bare.len() == 7 { bare.trim_end_matches(code) } else { bare }
            }).collect::<Vec<_>>().join("/");
        }
        let label = date.label();
        prop_assert_eq!(digits(&label), digits(&stored), "{}", label);
        prop_assert_eq!(label.contains('~'), date.is_approximate());
        prop_assert_eq!(label.contains('?'), date.is_uncertain());
        let written: bool = text.contains(['~', '%']);
        prop_assert_eq!(date.is_approximate(), written);
    }

    #[test]
    fn certainly_before_is_a_strict_order(a in any_date(), b in any_date(), c in any_date()) {
        prop_assert!(!before(&a, &a));
        prop_assert!(!(before(&a, &b) && before(&b, &a)));
        prop_assert!(!(before(&a, &b) && before(&b, &c)) || before(&a, &c));
        prop_assert_eq!(before(&a, &b), b.compare(&a) == Order::CertainlyAfter);
    }

    #[test]
    fn sorting_is_a_total_order_that_agrees(a in any_date(), b in any_date(), c in any_date()) {
        prop_assert_eq!(a.sort(&a), Ordering::Equal);
        prop_assert_eq!(a.sort(&b), b.sort(&a).reverse());
        if a.sort(&b).is_le() && b.sort(&c).is_le() {
            prop_assert!(a.sort(&c).is_le());
        }
        if before(&a, &b) {
            prop_assert_eq!(a.sort(&b), Ordering::Less);
        }
    }

    #[test]
    fn narrowing_stays_within(text in shape(), low in point(), high in point()) {
        let Ok(wide) = Date::parse(&text) else { return Ok(()) };
        let json = format!(r#"{{"edtf": "{text}", "not_before": "{low}", "not_after": "{high}"}}"#);
        let Ok(narrow) = object(&json) else { return Ok(()) };
        prop_assert_eq!(narrow.earliest(), wide.earliest().max(date(&low).earliest()));
        let last = [wide.latest(), date(&high).latest()].into_iter().flatten().min();
        prop_assert_eq!(narrow.latest(), last);
        prop_assert_eq!(narrow.label(), wide.label());
    }

    #[test]
    fn any_text_is_survived(text in "\\PC{0,12}|[0-9XYES/.?~%T:Z-]{0,14}") {
        if let Ok(date) = Date::parse(&text) {
            prop_assert_eq!(date.edtf(), Some(text.as_str()));
            prop_assert!(!date.label().is_empty());
            prop_assert!(date.earliest().is_none_or(|day| day.year() > -300_000));
        }
    }
}
