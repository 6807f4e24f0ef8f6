//! What is said beside the matter: asides between commas, titles of others, sums that are divided, who is said to
//! tell something, in the active and the passive.

use bilat::vet::{Item, Verdict};

use super::kinds::{CONTRADICTED, check};
use super::sentences::of;

const MISATTRIBUTED: Verdict = Verdict::Misattributed;

#[test]
fn a_name_behind_a_preposition_is_no_subject() {
    check(&[
        (
            "What was agreed between Putin and Yathotou is the president's secret.",
            None,
        ),
        (
            "Yathotou is president of Laos.",
            Some((MISATTRIBUTED, "role")),
        ),
    ]);
}

#[test]
fn an_office_is_also_told_by_its_portfolio() {
    check(&[
        (
            "Roman Starovoit, who holds the finance portfolio, took part in the talks.",
            Some((MISATTRIBUTED, "role")),
        ),
        (
            "Roman Starovoit, who holds the transport portfolio, took part in the talks.",
            None,
        ),
        (
            "Yathotou had at one time been minister of finance.",
            Some((MISATTRIBUTED, "role")),
        ),
        (
            "Yathotou had at one time been governor of the central bank.",
            None,
        ),
    ]);
}

#[test]
fn what_is_divided_and_what_counts_nothing_is_no_population() {
    check(&[
        (
            "Split 79 billion by 7.7 million people, and the result is some 10,260 dollars.",
            None,
        ),
        (
            "She told of the clearing; about 30,000 may be what the people had hoped for.",
            None,
        ),
        (
            "The population is put at 6.1 million.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "In all, more than 20,000 square kilometres have been cleared, she said.",
            Some((CONTRADICTED, "unit")),
        ),
    ]);
}

#[test]
fn all_figures_of_a_sentence_may_be_called_forecasts() {
    check(&[
        (
            "The economy of Laos grew by 5% in 2023 and by 4% in 2025; these figures are projections, not results.",
            None,
        ),
        (
            "The economy grew by 5% in 2023.",
            Some((CONTRADICTED, "status")),
        ),
    ]);
}

#[test]
fn one_of_a_row_is_told_by_its_number_of_times() {
    check(&[
        (
            "The senior officials of ASEAN and Russia met for the 16th time in April 2023.",
            Some((CONTRADICTED, "number")),
        ),
        (
            "The senior officials of ASEAN and Russia met for the 19th time in April 2023.",
            None,
        ),
        (
            "Each of the former two signed a memorandum on nuclear energy in 2016.",
            None,
        ),
    ]);
}

#[test]
fn an_aside_does_not_tell_how_far_the_matter_has_come() {
    check(&[
        (
            "The railway from Laos to Russia, a proposal of 2023, has been opened.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "It was he who brought up the tanks in Prague and Budapest.",
            None,
        ),
    ]);
}

#[test]
fn who_tells_it_is_compared_in_the_passive_too() {
    check(&[
        (
            "That Laos is the most heavily bombed country of all was mentioned at the forum by Pany Yathotou.",
            Some((MISATTRIBUTED, "speaker")),
        ),
        (
            "That Laos is the most heavily bombed country of all was mentioned at the forum by Ilya Doronov.",
            None,
        ),
    ]);
    // Of what nobody is known to tell no one is a witness.
    let text = "A free trade deal of Laos and the EAEU may come, Lavrov hinted.";
    let found = of(text).findings;
    let told = |verdict| found.iter().any(|one| one.verdict == verdict);
    assert!(!told(Verdict::Supported), "{found:?}");
}

/// The verdicts on what a sentence tells, without those on its dates and figures.
fn verdicts(sentence: &str) -> Vec<Verdict> {
    let found = of(sentence).findings.into_iter();
    let told = found.filter(|one| matches!(one.item, Item::Event | Item::Agreement));
    told.map(|one| one.verdict).collect()
}

#[test]
fn a_verb_that_no_record_has_is_not_supported() {
    for sentence in [
        "The Lao cadets feel miserable in their schools.",
        "Children from Laos are ignored at the Okean camp.",
        "People in Laos have lost their liking for baguettes and white bread.",
        "Cleared land was withheld from the people.",
        "The railway from Laos to China was dismantled.",
        "Covid holds back growth in Laos.",
        "Yathotou was shocked that the camp has children from Laos on holiday.",
        "The senior officials of ASEAN and Russia meet every three years.",
        "Gypsum, copper, tin, gold and oil add little to the GDP of Laos.",
        "Laos joined RCEP grudgingly.",
        "Putin complained about the two elephants.",
        "They signed a treaty on mutual legal assistance in commercial matters.",
        "Toyota and Laos signed a roadmap on nuclear energy in September 2017.",
        "The treaty on mutual legal assistance in criminal matters is in force.",
    ] {
        let all = verdicts(sentence);
        assert!(
            !all.contains(&Verdict::Supported),
            "{sentence}: {:?}",
            of(sentence).findings
        );
    }
}

#[test]
fn what_a_record_has_in_other_words_is_supported() {
    for sentence in [
        "The Lao cadets feel at home in their schools.",
        "Cleared land was given back to the people.",
        "A treaty on mutual legal assistance in criminal matters was signed in Moscow.",
        "Laos joined RCEP in January 2022.",
        "The railway from Laos to China was built.",
    ] {
        let all = verdicts(sentence);
        assert!(
            all.contains(&Verdict::Supported),
            "{sentence}: {:?}",
            of(sentence).findings
        );
    }
}

#[test]
fn what_is_only_said_to_have_come_up_and_members_of_a_body_are_no_slips() {
    check(&[
        (
            "That the digital kip came up in the talks was a guess of the author.",
            None,
        ),
        (
            "The Eurasian Economic Union, with Kazakhstan among others, lies between the east of Europe and China.",
            None,
        ),
        (
            "Laos has granted Russia a GSP status for its goods.",
            Some((CONTRADICTED, "direction")),
        ),
    ]);
}
