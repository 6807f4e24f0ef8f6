//! What is nearly what a record says and is false: nothing may support it. Beside it what the record does say.

use bilat::vet::{Item, Verdict};

use super::sentences::of;

/// Is every finding of a sentence one that a record supports, and is there one on a fact?
fn is_supported(sentence: &str) -> bool {
    let report = of(sentence);
    let facts = [Item::Event, Item::Agreement, Item::Direction];
    let mut all = report.findings.iter();
    let is_told = all.any(|one| facts.contains(&one.item));
    let mut all = report.findings.iter();
    is_told && all.all(|one| one.verdict <= Verdict::Contested)
}

/// Pairs of a sentence that is false, and one that is right.
pub(super) fn check(pairs: &[(&str, &str)]) {
    let wrong = pairs.iter().flat_map(|(wrong, right)| {
        let wrong = is_supported(wrong).then(|| format!("supported: {wrong}"));
        let right = (!is_supported(right)).then(|| {
            let found = of(right).findings;
            let told = found
                .iter()
                .map(|one| (one.verdict.words(), one.note.clone()));
            format!("not supported: {right}\n  {:?}", told.collect::<Vec<_>>())
        });
        wrong.into_iter().chain(right)
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn words_are_not_turned() {
    check(&[
        (
            "Putin conceded that Russia used to be a colonial power.",
            "Russia has at no time behaved as a colonial power, Putin said.",
        ),
        (
            "The ruling party of Laos has moved away from socialism.",
            "The ruling party of Laos still holds to socialism.",
        ),
        (
            "Kyrgyzstan has put tariffs on goods from Laos.",
            "Kyrgyzstan lets Lao goods in free of tariffs.",
        ),
    ]);
}

#[test]
fn who_tells_it_is_not_who_did_it() {
    let bombs = "dropped more than 200 million bombs on Laos during the Vietnam War";
    check(&[
        (
            &format!("The Soviet Union {bombs}."),
            &format!("The United States {bombs}."),
        ),
        (
            "Russia has young pioneers.",
            "There are young pioneers in Laos.",
        ),
    ]);
}

#[test]
fn the_time_is_that_of_the_record() {
    check(&[
        (
            "Laos and Russia became strategic partners in 2018.",
            "Laos and Russia became strategic partners in 2011.",
        ),
        (
            "The ASEAN-Russia plan of action is in force until 2026.",
            "The ASEAN-Russia plan of action is in force until 2025.",
        ),
        (
            "The ASEAN-Russia plan of action expires in 2026.",
            "The ASEAN-Russia plan of action expires in 2025.",
        ),
        (
            "Rosatom and Laos signed their second roadmap on nuclear energy in 2017.",
            "Rosatom and Laos signed their first roadmap on nuclear energy in 2017.",
        ),
        (
            "Russians may stay in Laos for a fortnight without a visa.",
            "Russians may stay in Laos for thirty days without a visa.",
        ),
        (
            "Russians may stay in Laos for three months without a visa.",
            "Russians may stay in Laos for a month without a visa.",
        ),
    ]);
}

#[test]
fn every_part_of_a_phrase_is_that_of_the_record() {
    check(&[
        (
            "The two signed a treaty on mutual legal assistance in labour matters.",
            "The two signed a treaty on mutual legal assistance in criminal matters.",
        ),
        (
            "The two signed a treaty on fishing in Moscow.",
            "The two signed a treaty on legal assistance in Moscow.",
        ),
        (
            "The two countries invest in energy, water and tourism.",
            "The two countries invest in energy, water and hydrocarbons.",
        ),
        (
            "Laos imports trucks and hydraulic turbines from Russia.",
            "Laos imports trucks and hydraulic turbines.",
        ),
    ]);
}

#[test]
fn a_side_that_no_record_takes() {
    check(&[
        (
            "Putin defended the sending of tanks to Prague and Budapest.",
            "Soviet tanks were sent to Prague and Budapest.",
        ),
        (
            "The Lao cadets at Suvorov schools are homesick, Putin said.",
            "The Lao cadets feel at home in their Suvorov schools, Putin said.",
        ),
        (
            "Roman Starovoit, the Russian minister of transport, skipped the recent bilateral talks.",
            "Roman Starovoit, the Russian minister of transport, was recently involved in the bilateral talks.",
        ),
    ]);
}
