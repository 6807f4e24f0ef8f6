//! What is due: by kind of record, by status, by lineage, by how well a date is known.

#[path = "due/fixture.rs"]
mod fixture;

use bilat::dossier::Dossier;
use bilat::due::{Class, Due, due, pressing};
use bilat::load::{Origin, load};
use fixture::{Dossiers, agreement, day, dossier, event};
use serde_json::{Value, json};

/// Id, class and words of all that is due.
fn told(dossier: &Dossier, today: &str) -> Vec<(String, &'static str, String)> {
    let all = due(dossier, day(today)).into_iter();
    all.map(|due| {
        let id = dossier.id(due.record).to_string();
        (id, due.class.word(), due.words)
    })
    .collect()
}

fn lines(dossier: &Dossier, today: &str) -> Vec<String> {
    let all = told(dossier, today).into_iter();
    all.map(|(id, class, words)| format!("{id}: {class}: {words}"))
        .collect()
}

fn builtin() -> Dossier {
    load(&Origin::BuiltIn).dossier
}

#[test]
fn the_built_in_dossier_on_a_day() {
    let dossier = builtin();
    let lines = lines(&dossier, "2026-11-28");
    for line in [
        "asean-russia-plan-of-action: overdue: covers 2021 – 2025, which has passed; no evidence since [2023]",
        "nuclear-roadmap-2025-2026: soon: covers 2025 – 2026, ends in 33 days; last evidence [2025]",
        "rail-cargo-through-china: quiet: planned; no evidence since [2025]",
        "container-shipping-vladivostok: quiet: under discussion; no evidence since [2025]",
        "railway-to-russia: silent: proposed; no evidence since [2023]",
        "gdp-growth.2023: unreported: forecast for 2023, which has passed; no reported figure; no evidence since [2023]",
    ] {
        assert!(lines.iter().any(|l| l == line), "{line}\n{lines:#?}");
    }
    assert_eq!(pressing(&due(&dossier, day("2026-11-28"))), 2);
    assert!(!lines.join("\n").contains("fail"), "{lines:#?}");
    insta::assert_snapshot!(lines.join("\n"));
}
