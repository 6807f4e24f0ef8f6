//! Bodies and speakers that are others than those of the records, and words that look like another stage.

use bilat::vet::Verdict;

use super::kinds::{CONTRADICTED, check};

#[test]
fn a_body_is_the_one_of_the_record() {
    let party = Some((CONTRADICTED, "party"));
    check(&[
        (
            "The roadmap for 2025 and 2026 was signed by Rosatom and the Lao Ministry of Energy and Mines.",
            party,
        ),
        (
            "The roadmap for 2025 and 2026 was signed by Rosatom and the Lao Ministry of Industry and Trade.",
            None,
        ),
        (
            "The finance ministries of both countries are discussing how to formalise ruble-kip trading.",
            party,
        ),
        (
            "The central banks of both countries are discussing how to formalise ruble-kip trading.",
            None,
        ),
        (
            "Two documents link MGIMO with the National University of Laos and an institute of the Lao Foreign Ministry.",
            None,
        ),
    ]);
}

#[test]
fn a_speaker_may_be_named_behind_by() {
    check(&[
        (
            "That Lao cadets study at Suvorov schools and feel comfortable there was mentioned by Pany Yathotou.",
            Some((Verdict::Misattributed, "speaker")),
        ),
        (
            "That Lao cadets study at Suvorov schools and feel comfortable there was mentioned by Putin.",
            None,
        ),
    ]);
}

#[test]
fn those_who_say_it_take_no_part() {
    check(&[
        (
            "Asked were the Baltic states, the Czech Republic or Hungary, who say that Russia sent tanks to Prague.",
            None,
        ),
        (
            "Her answer does not go into the language courses, although she praised Soviet help with training.",
            None,
        ),
        (
            "The newer article gives a total for 2024. Its figure for that year, 8.3 million dollars, is far below the \
             50 million or so that the older text has for 2022 (contested).",
            None,
        ),
    ]);
}

#[test]
fn each_half_is_compared_with_its_own() {
    check(&[
        (
            "The first nuclear roadmap was signed in September 2017, not in 2016.",
            None,
        ),
        (
            "Laos sells coffee, footwear and fruits to Russia; Russia sells paper and plastics.",
            None,
        ),
        ("The GDP of Laos will grow by 4 per cent in 2025.", None),
    ]);
}

#[test]
fn what_is_expected_goes_one_way() {
    check(&[
        (
            "ASEAN Briefing, which in 2023 spoke of 17,000 Russian visitors, expected this number to decline.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "ASEAN Briefing, which in 2023 spoke of 17,000 Russian visitors, expected this number to rise.",
            None,
        ),
    ]);
}

#[test]
fn what_is_not_free_of_it_has_it() {
    check(&[
        (
            "The assistance with demining, as Yathotou described it, was not free of conditions.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "The assistance with demining, as Yathotou described it, was free of conditions.",
            None,
        ),
    ]);
}

#[test]
fn the_occasion_and_what_is_asked_have_no_stage() {
    check(&[
        (
            "More are expected, as Pany Yathotou told the Eastern Economic Forum that year.",
            None,
        ),
        (
            "A trade deal between the EAEU and ASEAN has been talked about, but it is open whether the bloc or single \
             members would make it.",
            None,
        ),
        (
            "Yathotou spoke of the past. Humanitarian aid was one of the things that she brought up.",
            None,
        ),
    ]);
}
