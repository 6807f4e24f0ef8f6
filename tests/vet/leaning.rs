//! Sentences that lean on those before them, on who says something and when, and on what several have in
//! common: slips and sound sentences in pairs.

use bilat::contested::Contests;
use bilat::load::{Origin, load};
use bilat::vet::document::Format;
use bilat::vet::{Document, Verdict, vet};
use chrono::NaiveDate;

use super::kinds::{CONTRADICTED, check};

const MISATTRIBUTED: Verdict = Verdict::Misattributed;

#[test]
fn members_are_those_of_the_dossier() {
    check(&[
        (
            "Laos is not a member of the Regional Comprehensive Economic Partnership.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Armenia does not belong to the Eurasian Economic Union.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Laos remains outside ASEAN.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Laos is a member of ASEAN, but it has not joined RCEP.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Laos is a member of the Eurasian Economic Union.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "The EAEU includes several countries beside Russia, for instance Georgia and Belarus.",
            Some((CONTRADICTED, "party")),
        ),
        ("Russia is a member of ASEAN.", Some((CONTRADICTED, "role"))),
        ("Russia is not a member of ASEAN.", None),
        ("Laos is not a member of the EAEU.", None),
        ("Belarus is in the EAEU, and so is Armenia.", None),
        (
            "Besides Russia, the Eurasian Economic Union takes in Armenia and Kazakhstan.",
            None,
        ),
    ]);
}

#[test]
fn a_preference_has_one_who_grants_and_one_who_has_it() {
    check(&[
        (
            "Laos lets in goods from Tajikistan duty-free.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Goods from Kyrgyzstan enjoy tariff-free treatment in Laos.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Russia enjoys GSP status in Laos.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Belarus has been accorded GSP status by Laos.",
            Some((CONTRADICTED, "direction")),
        ),
        ("Tajikistan admits Lao goods free of tariffs.", None),
        (
            "Two countries, Belarus and Russia, have given Laos GSP status.",
            None,
        ),
        (
            "In Kyrgyzstan, Lao goods enjoy tariff-free treatment.",
            None,
        ),
        (
            "Laos benefits from GSP status granted by Russia, and from tariff-free access to Kyrgyzstan.",
            None,
        ),
    ]);
}

#[test]
fn examples_of_a_list_are_compared_with_the_record() {
    check(&[
        (
            "In the 1990s Russia ceased to be friends with many countries, such as Vietnam and Laos.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "Laos has bilateral agreements with several countries, among them Brazil.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "Laos has bilateral agreements with six countries, among them India. South Korea is another of the six.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "Laos has bilateral agreements with six countries, among them India. Kuwait is another of the six.",
            None,
        ),
        (
            "Tanks, Doronov recalled, had been ordered to invade Warsaw.",
            Some((CONTRADICTED, "name")),
        ),
        (
            "Tanks, Doronov recalled, had been ordered to invade Prague.",
            None,
        ),
        (
            "Thongloun Sisoulith recently visited the Okean children's camp.",
            Some((CONTRADICTED, "party")),
        ),
    ]);
}

#[test]
fn a_half_of_a_sentence_is_compared_by_itself() {
    check(&[
        (
            "Trade with Russia had been falling, Yathotou said, while investment had increased.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "Trade had been rising, Yathotou said, and investment had increased to a certain extent.",
            None,
        ),
        (
            "Lao children go to the Okean camp, Putin said, but they do not study in Suvorov schools.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Lao children go to the Okean camp, Putin said, and Lao cadets study in Suvorov schools.",
            None,
        ),
        (
            "ASEAN Briefing wrote that growth in Laos had not recovered from covid.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "The agreements should give Laos cheap energy that does not harm the environment.",
            None,
        ),
    ]);
}

#[test]
fn who_says_it_is_named_in_many_ways() {
    check(&[
        (
            "The volumes \"may never be huge\", in the words of Sergey Lavrov.",
            Some((MISATTRIBUTED, "speaker")),
        ),
        (
            "The volumes \"may never be huge\", in the words of Chris Devonshire-Ellis.",
            None,
        ),
        (
            "Laos gave Russia two elephants. It was Putin who explained that they are symbols of Laos and of peace.",
            Some((MISATTRIBUTED, "speaker")),
        ),
        (
            "It was Putin who told the session that Laos wanted to extend the line to Australia.",
            Some((MISATTRIBUTED, "speaker")),
        ),
        (
            "Whether ASEAN would sign with the EAEU as a bloc is still open, says Sergey Lavrov.",
            Some((MISATTRIBUTED, "speaker")),
        ),
        (
            "Whether ASEAN would sign with the EAEU as a bloc is still open, says Chris Devonshire-Ellis.",
            None,
        ),
        (
            "The author of the article expects the trade between Laos and Russia to shrink.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "The session was moderated by Chris Devonshire-Ellis.",
            Some((CONTRADICTED, "role")),
        ),
        (
            "Ilya Doronov, who is also the author of the article, asked about the tanks.",
            Some((MISATTRIBUTED, "role")),
        ),
        (
            "Pany Yathotou, who was previously Governor of the Central Bank of Laos, met Putin.",
            None,
        ),
    ]);
}

#[test]
fn the_year_of_a_saying_is_not_that_of_what_is_said() {
    check(&[
        (
            "Many leaders of Laos studied in the Soviet Union, a point that Pany Yathotou made in 2023.",
            None,
        ),
        (
            "Soviet help for the armed forces of Laos was recalled by Putin in 2025.",
            None,
        ),
        (
            "In 2023, ASEAN Briefing wrote that growth in Laos had recovered from covid.",
            None,
        ),
        (
            "Laos and the Soviet Union opened diplomatic relations. The date, as Ilya Doronov recalled at the \
             forum of 2023, was 7 October 1970.",
            Some((CONTRADICTED, "the date in the dossier is 7 October 1960")),
        ),
        (
            "Laos and the Soviet Union opened diplomatic relations. The date, as Ilya Doronov recalled at the \
             forum of 2023, was 7 October 1960.",
            None,
        ),
        (
            "Rosatom and Laos have a roadmap for 2025 and 2026. It was preceded by one of September 2017.",
            None,
        ),
        (
            "Rosatom and Laos have a roadmap for 2025 and 2026. It followed an earlier one of September 2018.",
            Some((CONTRADICTED, "the date in the dossier")),
        ),
        (
            "ASEAN Briefing writes about growth in Laos. It was expected to reach 5% by the end of 2024.",
            Some((CONTRADICTED, "period")),
        ),
        (
            "ASEAN Briefing writes about growth in Laos. It was expected to reach 5% by the end of 2023.",
            None,
        ),
        (
            "When the moderator brought up the tanks in Prague and Budapest, Putin conceded that this part of \
             Soviet policy had been a mistake.",
            None,
        ),
    ]);
}

#[test]
fn a_paragraph_may_go_on_with_the_one_before() {
    check(&[
        (
            "ASEAN Briefing gives the trade of Laos and Russia in 2022.\n\nThe article of 2025 has a different \
             number, about US$8.3 billion for 2024.",
            Some((CONTRADICTED, "scale")),
        ),
        (
            "Laos gave Russia two elephants.\n\nThe animals have already moved into a zoo in Saint Petersburg.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "Laos gave Russia two elephants.\n\nThe animals will live in a zoo in Saint Petersburg.",
            None,
        ),
    ]);
}

#[test]
fn what_goes_on_has_not_stopped_and_what_is_open_is_not_rejected() {
    check(&[
        (
            "The two countries have stopped investing in energy, water and hydrocarbons.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "The central banks of both countries have rejected the use of MIR cards in Laos.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "The central banks are discussing ruble-baht trading.",
            Some((CONTRADICTED, "unit")),
        ),
        (
            "The ASEAN-Russia senior officials' meeting is held every month.",
            Some((CONTRADICTED, "unit")),
        ),
        (
            "At the forum of 2023 Putin met Thongloun Sisoulith.",
            Some((CONTRADICTED, "the date in the dossier is [2025]")),
        ),
        (
            "Sinava Souphanouvong was foreign minister in 2015.",
            Some((MISATTRIBUTED, "role")),
        ),
        (
            "Africans have forgotten the help that they had against colonial rule.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Africans remember the help that they had against colonial rule.",
            None,
        ),
    ]);
}

#[test]
fn a_period_that_has_passed_is_outdated() {
    let loaded = load(&Origin::BuiltIn);
    let verdicts = |text: &str, year: i32| {
        let today = NaiveDate::from_ymd_opt(year, 11, 28).expect("a date");
        let contests = Contests::new(&loaded.dossier, Some(today));
        let document = Document::read(text, Format::Plain);
        let report = vet(&loaded.dossier, &contests, &document);
        report
            .findings
            .iter()
            .map(|one| one.verdict)
            .collect::<Vec<_>>()
    };
    let text = "The ASEAN-Russia plan of action is still running today.";
    assert!(verdicts(text, 2026).contains(&Verdict::Outdated));
    assert!(!verdicts(text, 2025).contains(&Verdict::Outdated));
    let past = "The ASEAN-Russia plan of action was still running in 2023.";
    assert!(
        !verdicts(past, 2026)
            .iter()
            .any(|verdict| verdict.is_accusation())
    );
}
