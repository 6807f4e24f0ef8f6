//! What is found in the built-in dossier, by computing alone.

use bilat::contested::{Finding, FindingKind, Severity};
use bilat::contested::{contested, findings};
use bilat::dossier::{Dossier, Ref};
use bilat::figures::cells;
use bilat::load::{Origin, load};
use chrono::NaiveDate;

fn dossier() -> Dossier {
    load(&Origin::BuiltIn).dossier
}

fn day(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

fn ids(dossier: &Dossier, refs: &[Ref]) -> Vec<String> {
    refs.iter().map(|r| dossier.id(*r).to_string()).collect()
}

fn kinds(found: &[Finding]) -> Vec<(FindingKind, Severity)> {
    found.iter().map(|f| (f.kind, f.severity)).collect()
}

#[test]
fn these_findings_and_no_others() {
    let found = findings(&dossier(), None);
    assert_eq!(
        kinds(&found),
        [
            (FindingKind::Discontinuity, Severity::Grave),
            (FindingKind::PerHead, Severity::Minor),
            (FindingKind::Titles, Severity::Minor),
        ]
    );
}

#[test]
fn trade_falls_tenfold_while_the_text_speaks_of_a_rise() {
    let dossier = dossier();
    let found = &findings(&dossier, None)[0];
    assert_eq!(
        found.title,
        "Trade, total: about US$ 50 million for 2022, ≈ US$ 5.0 million for 2023"
    );
    assert_eq!(
        found.verdict,
        "an order of magnitude apart (10 times), while the text speaks of a rise"
    );
    assert_eq!(
        found.working,
        [
            "Trade, total, 2022: about US$ 50 million, between 47.5 and 52.5 (asean-briefing-2023 ¶48)",
            "Trade, total, 2024: about US$ 8.3 million, between 7.88 and 8.72 (article-2025 ¶12)",
            "Trade, growth, 2024: +66 %, between 65.5 and 66.5 (article-2025 ¶3)",
            "2023: 8.3 / (1 + 66 %) = 5.0, between 4.73 and 5.27",
            "2022 to 2023: down 50 / 5.0 = 10 times, at least 9.0x after rounding (threshold 5.0x)",
            "meanwhile: “Trade is tiny but has been going up.” (claim trade-small-but-rising, asean-briefing-2023 ¶48)",
            "meanwhile: “Trade between the two has been rising, investment somewhat too.” (claim trade-and-investment-up, asean-briefing-2023 ¶32)",
            "meanwhile: “Trade between our countries has been on the rise, and investment increased to a certain extent as well” (quote q-2023-py-09, asean-briefing-2023 ¶32)",
        ]
    );
    let figures = ["trade-total.2022", "trade-total.2024", "trade-growth.2024"];
    assert_eq!(ids(&dossier, &found.statements), figures);
    let sets: Vec<_> = found.sets.iter().map(|set| ids(&dossier, set)).collect();
    assert_eq!(
        sets,
        [
            [figures.as_slice(), &["trade-small-but-rising"]].concat(),
            [figures.as_slice(), &["trade-and-investment-up"]].concat(),
        ]
    );
}

#[test]
fn gdp_over_gdp_per_head_is_not_the_population_that_is_stated() {
    let dossier = dossier();
    let found = &findings(&dossier, None)[1];
    assert_eq!(
        found.title,
        "Population, Laos, [2025]: 7.7 million persons or ≈ 7.81 million persons"
    );
    assert_eq!(found.verdict, "query, 1.01 times apart");
    assert!(found.working.contains(
        &"[2025]: US$ 79 billion PPP / US$ 10,112 PPP/person = 7.81 million, between 7.762 and 7.863"
            .to_owned()
    ));
    // The 7 million of 2023 are shown, and held against nothing.
    assert_eq!(ids(&dossier, &found.context), ["population.2023"]);
    let figures = ["gdp-ppp.2025", "gdp-per-head-ppp.2025", "population.2025"];
    assert_eq!(ids(&dossier, &found.statements), figures);
}

#[test]
fn two_titles_of_one_person() {
    let dossier = dossier();
    let found = &findings(&dossier, None)[2];
    assert_eq!(
        found.title,
        "Pany Yathotou: Deputy Prime Minister or Vice President?"
    );
    assert_eq!(ids(&dossier, &found.statements), ["pany-yathotou"]);
    let mut voices = ids(&dossier, &found.context);
    voices.sort();
    assert_eq!(voices, ["asean-briefing-2023", "ilya-doronov", "putin"]);
}

#[test]
fn the_verdict_of_every_cell() {
    let cells = cells(&dossier(), None);
    let told = |title: &str| {
        let of = cells.iter().filter(|cell| cell.title == title);
        of.map(|cell| (cell.period.clone(), cell.verdict.words()))
            .collect::<Vec<_>>()
    };
    let single = |period: &str| (period.to_owned(), "single source".to_owned());
    assert_eq!(told("Trade, total"), ["2022", "2023", "2024"].map(single));
    assert_eq!(
        told("Trade, growth"),
        ["2024", "2025-01 – 2025-05"].map(single),
        "five months imply no level"
    );
    assert_eq!(
        told("GDP growth, Laos"),
        ["2023", "2025"].map(single),
        "5 % and 4 % are no conflict"
    );
    assert_eq!(
        told("Population, Laos"),
        [
            single("[2023]"),
            ("[2025]".to_owned(), "query, 1.01 times apart".to_owned())
        ]
    );
    let more = cells
        .iter()
        .filter(|cell| cell.statements.len() > 1)
        .count();
    assert_eq!((cells.len(), more), (19, 1));
}

#[test]
fn only_what_was_published_counts() {
    let dossier = dossier();
    let at = |when| kinds(&findings(&dossier, when));
    let titles = (FindingKind::Titles, Severity::Minor);
    assert_eq!(at(day(2022, 1)), []);
    assert_eq!(
        at(day(2024, 1)),
        [titles],
        "one article, one figure for trade"
    );
    assert_eq!(at(day(2025, 7)), kinds(&findings(&dossier, None)));
    let later = at(day(2026, 1));
    assert_eq!(later.last(), Some(&(FindingKind::Horizon, Severity::Note)));
    assert_eq!(later.len(), 4, "the plan of action covers 2021 to 2025");
}

#[test]
fn a_stored_dispute_on_the_same_records_is_shown_once() {
    let dossier = dossier();
    let all = contested(&dossier, None);
    assert_eq!(all.len(), dossier.disputes.len() + 1);
    assert_eq!(all[0].title, "Trade rises, yet its figures fall");
    assert_eq!((all[0].findings.len(), all[0].disputes.len()), (1, 1));
    assert_eq!(all[0].severity, Severity::Grave);
    assert_eq!(all[1].title, "Deputy prime minister or vice president?");
    assert_eq!((all[1].findings.len(), all[1].disputes.len()), (1, 1));
    assert!(all.is_sorted_by(|a, b| a.severity >= b.severity));
    let early = contested(&dossier, day(2024, 1));
    assert!(early.len() < all.len());
    let both = |record: &Ref| dossier.id(*record).as_str() == "trade-fall-or-rise";
    assert!(!early.iter().any(|one| one.disputes.iter().any(both)));
    assert!(
        all[0].records(&dossier).len() >= 5,
        "both sides can be opened"
    );
}

#[test]
fn json_has_a_version_and_ids() {
    let dossier = dossier();
    let json = bilat::contested::json(&dossier, &findings(&dossier, None));
    assert_eq!(json["version"], 1);
    let first = &json["findings"][0];
    assert_eq!(first["kind"], "discontinuity");
    assert_eq!(first["severity"], "grave");
    assert_eq!(first["statements"][0]["id"], "trade-total.2022");
    assert_eq!(first["statements"][0]["evidence"][0]["paragraph"], 48);
    assert_eq!(first["sets"][0].as_array().unwrap().len(), 4);
    let all = bilat::contested::contested_json(
        &dossier,
        &contested(&dossier, None),
        &cells(&dossier, None),
    );
    assert_eq!(all["version"], 1);
    assert_eq!(
        all["contested"][0]["disputes"][0]["id"],
        "trade-fall-or-rise"
    );
    assert_eq!(all["cells"].as_array().unwrap().len(), 19);
}
