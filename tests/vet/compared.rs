//! Comparisons in words with an earlier level: "a fifth higher than a year before".

use bilat::vet::{Item, Verdict};

use super::kinds::{CONTRADICTED, check};
use super::sentences::of;

#[test]
fn parts_and_multiples_are_compared_with_rates_and_levels() {
    check(&[
        (
            "From January to May 2025 trade was a fifth higher than a year before.",
            None,
        ),
        (
            "From January to May 2025 trade was a third higher than a year before.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "From January to May 2025 trade was a fifth lower than a year before.",
            Some((CONTRADICTED, "sign")),
        ),
        ("In 2024 trade was six times lower than in 2022.", None),
        ("Trade was six times larger in 2022 than in 2024.", None),
        (
            "Trade was six times larger in 2024 than in 2022.",
            Some((CONTRADICTED, "the levels")),
        ),
    ]);
}

#[test]
fn a_change_between_two_known_levels_is_compared_with_them() {
    check(&[
        (
            "Trade tripled between 2022 and 2024.",
            Some((CONTRADICTED, "the levels")),
        ),
        ("Trade fell sixfold between 2022 and 2024.", None),
        ("Trade fell by five sixths from 2022 to 2024.", None),
    ]);
}

#[test]
fn a_rate_against_one_year_says_nothing_of_another() {
    check(&[
        ("In 2024 trade was 12 % higher than in 2019.", None),
        (
            "In 2024 trade was 12 % higher than in 2023.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
    ]);
}

#[test]
fn a_comparison_has_a_verdict_of_its_own() {
    let found =
        of("From January to May 2025 trade was a fifth higher than a year before.").findings;
    let is_figure = |verdict: Verdict| {
        let mut all = found.iter();
        all.any(|one| one.item == Item::Figure && one.verdict == verdict)
    };
    assert!(is_figure(Verdict::Supported));
}
