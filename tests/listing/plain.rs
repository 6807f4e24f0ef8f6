//! What a person without a picture reads.

use bilat::dossier::{Kind, Ref};
use bilat::listing::{Chosen, Computed, Filter, LineStyle, Lister};
use chrono::NaiveDate;

use crate::{LISTS, bilat, dossiers};

/// Frames, blocks and braille, which a screen reader spells out, and what a terminal obeys.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}' | '\x1b')
}

#[test]
fn every_record_that_the_dashboard_reaches_is_listed() {
    for (dossier, loaded) in dossiers() {
        let mut listed = String::new();
        for list in LISTS {
            let answer = bilat(&[&[list][..], &dossier].concat());
            listed += &answer.out;
        }
        let kinds = Kind::ALL.into_iter();
        let all: Vec<_> = kinds.flat_map(|kind| loaded.dossier.all(kind)).collect();
        assert!(all.len() > 40);
        let words: std::collections::HashSet<_> = listed
            .split(|c: char| !(c.is_ascii_alphanumeric() || ".-_".contains(c)))
            .collect();
        for record in all {
            let id = loaded.dossier.id(record).to_string();
            assert!(words.contains(id.as_str()), "{id} is in no list");
        }
    }
}

#[test]
fn everything_that_is_contested_is_listed() {
    for (dossier, loaded) in dossiers() {
        let out = bilat(&[&["contested", "--all"][..], &dossier].concat()).out;
        let today = chrono::Local::now().date_naive();
        let contested = bilat::contested::contested(&loaded.dossier, Some(today));
        assert!(!contested.is_empty());
        for one in contested {
            assert!(out.contains(&one.title), "{}: {out}", one.title);
        }
    }
}

/// Whatever Enter opens: each of its rows, and the id of each link.
#[test]
fn what_opens_in_the_dashboard_is_written_out() {
    let today = NaiveDate::from_ymd_opt(2025, 12, 31);
    for (_, loaded) in dossiers() {
        let dossier = &loaded.dossier;
        let lister = Lister {
            dossier,
            filter: &Filter::default(),
            computed: &Computed::new(dossier, today.expect("a day")),
            style: LineStyle::default(),
            query: None,
        };
        for record in Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind)) {
            let within = None;
            let written = lister.page(Chosen { record, within }).join("\n");
            let contests = &lister.computed.contests;
            let page = bilat::cite::page(dossier, contests, record, today);
            for row in &page.rows {
                for part in parts(row) {
                    assert!(written.contains(&part), "{part:?} is not in {written}");
                }
            }
            for link in dossier.links(record) {
                let id = dossier.id(link.target).to_string();
                assert!(written.contains(&id), "{id} is not in {written}");
            }
            assert!(!written.contains(is_drawn), "{written}");
        }
    }
}

/// The words of a row, each line for itself.
fn parts(row: &bilat::describe::page::Row) -> Vec<String> {
    use bilat::describe::page::Row;
    match row {
        Row::Heading(heading) => vec![(*heading).to_string()],
        Row::Body(text) => text.lines().map(ToOwned::to_owned).collect(),
        Row::Field { value, .. } => value
            .split_whitespace()
            .map(ToOwned::to_owned)
            .collect::<Vec<_>>(),
    }
}

#[test]
fn nothing_is_drawn() {
    for (dossier, _) in dossiers() {
        for list in LISTS.into_iter().chain(["contested", "check"]) {
            for full in [&[][..], &["--full"]] {
                if !full.is_empty() && ["contested", "check"].contains(&list) {
                    continue;
                }
                let out = bilat(&[&[list][..], full, &dossier].concat()).out;
                assert!(!out.is_empty() && !out.contains(is_drawn), "{list}: {out}");
            }
        }
    }
    assert!(!bilat(&[]).out.contains(is_drawn));
}

/// A chart in sentences and numbers: the figure, what it is against, what follows, what is missing.
#[test]
fn a_chart_becomes_sentences() {
    let out = bilat(&["trade"]).found();
    for line in [
        "  2022: about US$ 50 million (single source; contested; trade-total.2022; ASEAN Briefing [2023], ¶48)",
        "  2023: ≈ US$ 5.0 million, computed: 8.3 / (1 + 66 %) = 5.0, between 4.73 and 5.27 (from trade-total.2024, trade-growth.2024)",
        "  From 2022 to 2024: -85 to -82 %.",
        "  No figure is printed for 2023.",
    ] {
        assert!(out.lines().any(|one| one == line), "{line}\n{out}");
    }
}

#[test]
fn a_record_is_shown_by_its_id() {
    let page = bilat(&["show", "nuclear-roadmap-2025-2026"]).found();
    assert!(page.starts_with("agreement: "), "{page}");
    for words in ["(nuclear-roadmap-2017)", "¶2", "agreements.json:"] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let wrong = bilat(&["show", "nuclear-roadmap-2025-2027"]);
    assert_eq!((wrong.code, wrong.out.as_str()), (2, ""));
    assert!(
        wrong.err.contains("nuclear-roadmap-2025-2026"),
        "{}",
        wrong.err
    );
}

/// Dates in order, what is ahead and what has no date behind.
#[test]
fn lists_are_in_the_order_of_the_screen() {
    for (_, loaded) in dossiers() {
        let dossier = &loaded.dossier;
        let filter = Filter::default();
        let listing = bilat::listing::Listing::new(dossier, Kind::Event, &filter);
        let lane = |record: Ref| {
            let event = &dossier.events[record.at];
            let year = event.date.as_ref().and_then(bilat::dossier::Date::year);
            (event.is_ahead(), year.is_none(), year)
        };
        let lanes = listing.chosen.iter().map(|one| lane(one.record));
        let dated: Vec<_> = lanes.filter(|(ahead, none, _)| !ahead && !none).collect();
        assert!(dated.is_sorted(), "{dated:?}");
        assert_eq!(listing.chosen.len(), dossier.events.len());
    }
}
