//! How often, how much, how long and in which order: what no record says of that is not supported.

use bilat::vet::Verdict;

use super::kinds::{CONTRADICTED, check as judge};
use super::sentences::of;
use super::unsaid::check;

#[test]
fn how_often_and_how_much_is_that_of_the_record() {
    check(&[
        (
            "Lao cadets occasionally study in Suvorov schools.",
            "Lao cadets study in Suvorov schools.",
        ),
        (
            "Half of the Lao cadets study in Suvorov schools.",
            "Lao cadets study in Suvorov schools.",
        ),
        (
            "Putin and Sisoulith met thrice in Moscow.",
            "Putin and Sisoulith met in Moscow.",
        ),
        (
            "The Soviet Union temporarily supported the Lao struggle for independence.",
            "The Soviet Union supported the Lao struggle for independence.",
        ),
        (
            "Trade between Russia and Vietnam has been rising marginally since 2021.",
            "Trade between Russia and Vietnam has been rising since 2021.",
        ),
        (
            "Five agreements were signed in Moscow.",
            "Several agreements were signed in Moscow.",
        ),
        (
            "The mountains of Laos facilitate its transport links.",
            "Lao cadets study in Suvorov schools.",
        ),
        (
            "Lao cadets study in Suvorov schools every day.",
            "The ASEAN-Russia senior officials meet every year.",
        ),
        (
            "Putin studied in Saint Petersburg for six years.",
            "Putin studied in Saint Petersburg.",
        ),
    ]);
}

#[test]
fn there_is_one_only_and_a_last_one_where_the_record_says_so() {
    check(&[
        (
            "Only Russia gives Laos GSP status.",
            "Russia gives Laos GSP status.",
        ),
        (
            "Laos is the fewest bombed country in the world.",
            "Laos is the most bombed country in the world.",
        ),
        (
            "Laos is the least bombed country in the world.",
            "Laos is the most bombed country in the world.",
        ),
        (
            "Lao coffee is one of the dearest in the world, Doronov said.",
            "Lao coffee is among the best in the world, Doronov said.",
        ),
        (
            "The 19th meeting of ASEAN-Russia senior officials was the last.",
            "The 19th meeting of ASEAN-Russia senior officials was held in Cambodia.",
        ),
    ]);
}

#[test]
fn who_and_what_is_that_of_the_record() {
    check(&[
        (
            "Roman Starovoit moderated the bilateral talks.",
            "Roman Starovoit was recently involved in the bilateral talks.",
        ),
        (
            "The World Trade Organisation and Laos signed the treaty on mutual legal assistance in criminal matters.",
            "Laos and Russia signed the treaty on mutual legal assistance in criminal matters.",
        ),
        (
            "Laos decided to close the Russian courses.",
            "Laos and Russia signed the treaty on mutual legal assistance in criminal matters.",
        ),
    ]);
}

#[test]
fn what_came_first_is_that_of_the_record() {
    let roadmap = "the roadmap on nuclear energy of 2017";
    let memorandum = "the memorandum on nuclear energy";
    check(&[
        (
            &format!("In fact {memorandum} followed {roadmap}."),
            &format!("In fact {roadmap} followed {memorandum}."),
        ),
        (
            "In fact the first roadmap preceded the memorandum on nuclear energy.",
            &format!("In fact {roadmap} followed {memorandum}."),
        ),
    ]);
}

/// What somebody did not say of others than those of the record, and which of several records is cited.
#[test]
fn a_record_is_that_of_whom_the_sentence_names() {
    judge(&[
        (
            "Yathotou did not say that a railway from Laos to Russia was built.",
            None,
        ),
        (
            "Every year Laos and Russia hold talks on nuclear plants.",
            None,
        ),
        (
            "Ann Ashby met Thongloun Sisoulith (Foreign Minister of Laos) in Moscow.",
            Some((Verdict::Misattributed, "role")),
        ),
        (
            "Less than 30 days may Russians stay in Laos without a visa.",
            Some((CONTRADICTED, "")),
        ),
    ]);
    let report = of("Belarus gives Laos GSP status.");
    let (dossier, _) = super::built_in();
    let cited = report.findings.iter().filter_map(|one| one.record);
    let cited: Vec<String> = cited.map(|record| dossier.id(record).to_string()).collect();
    assert_eq!(cited, ["gsp-belarus-laos"]);
}

/// What follows from the figures of a sentence may have a year of its own.
#[test]
fn what_follows_from_a_rate_is_supported() {
    let report =
        of("With growth of 66% in 2024, the figures imply trade of some $5 million in 2023.");
    let told: Vec<_> = report.findings.iter().map(|one| one.verdict).collect();
    assert!(
        told.iter().all(|one| *one <= Verdict::Contested),
        "{told:?}"
    );
}
