//! How many of the planted slips are found, and how many sentences are accused that are right.

use std::collections::BTreeMap;

use super::briefs::{accused, all, sentences_accused};
use super::built_in;
use bilat::vet::vet;

/// Of a hundred slips so many are found at least.
const FOUND: usize = 95;

/// Of a hundred sentences without a slip no more are accused.
const ACCUSED: usize = 2;

#[test]
fn planted_slips_are_found_and_what_is_right_is_left_in_peace() {
    let (dossier, contests) = built_in();
    let mut kinds: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let (mut wrong, mut sentences) = (0, 0);
    let mut told: Vec<String> = Vec::new();
    for brief in all() {
        let document = brief.document(None);
        let clean = vet(&dossier, &contests, &document);
        let (hit, count) = sentences_accused(&clean, &document);
        let before = accused(&clean, &document);
        wrong += hit;
        sentences += count;
        if hit > 0 {
            told.push(format!(
                "{}: accused without a slip: {before:?}",
                brief.name
            ));
        }
        for (at, slip) in brief.slips.iter().enumerate() {
            let document = brief.document(Some(at));
            let report = vet(&dossier, &contests, &document);
            let new = accused(&report, &document);
            let found = new.iter().any(|one| !before.contains(one));
            let row = kinds.entry(slip.kind.clone()).or_default();
            row.0 += usize::from(found);
            row.1 += 1;
            if !found {
                told.push(format!(
                    "{}: not found: {} => {}",
                    brief.name, slip.right, slip.wrong
                ));
            }
        }
    }
    let rows = kinds.iter();
    let rows = rows.map(|(kind, (found, all))| format!("| {kind} | {found} of {all} |"));
    let table = rows.collect::<Vec<_>>().join("\n") + "\n";
    let told = told.join("\n");
    let found: usize = kinds.values().map(|(found, _)| found).sum();
    let planted: usize = kinds.values().map(|(_, all)| all).sum();
    assert!(planted >= 120 && kinds.len() >= 12, "{table}");
    assert!(
        found * 100 >= planted * FOUND,
        "{found} of {planted}\n{table}{told}"
    );
    assert!(
        wrong * 100 <= sentences * ACCUSED,
        "{wrong} of {sentences}\n{told}"
    );
    let guide = include_str!("../../assets/guide/vet.md");
    assert!(
        guide.contains(&table),
        "the guide has another table:\n{table}{told}"
    );
}
