//! Who says what, by name or by office; names that are nearly right; a few words of somebody.

use bilat::vet::Verdict::{Misattributed, Misquoted};

use super::kinds::{CONTRADICTED, check};

#[test]
fn who_tells_of_an_event_is_compared() {
    check(&[
        (
            "Sisoulith said that the elephants will live in a zoo in Saint Petersburg.",
            Some((Misattributed, "speaker: said by Vladimir Putin")),
        ),
        (
            "Putin said that the elephants will live in a zoo in Saint Petersburg.",
            None,
        ),
        (
            "The wish to talk about an extension of the Lao railway to Russia was voiced by Putin in 2023.",
            Some((Misattributed, "speaker: said by Pany Yathotou")),
        ),
        (
            "“We will celebrate together,” Putin said when Doronov mentioned that diplomatic relations \
             were opened on 7 October 1960.",
            None,
        ),
    ]);
}

#[test]
fn an_office_that_speaks_is_that_of_the_speaker() {
    check(&[
        (
            "“Russia helped us demine our land,” the Russian president said.",
            Some((Misattributed, "speaker: said by Pany Yathotou")),
        ),
        (
            "“Russia helped us demine our land,” the minister said.",
            None,
        ),
        (
            "The Lao president said that the Soviet Union had contributed to the development of the \
             Lao economy and armed forces.",
            Some((Misattributed, "speaker: said by Vladimir Putin")),
        ),
        (
            "The Russian president said that Lao people still love baguettes.",
            Some((Misattributed, "speaker: said by Ilya Doronov")),
        ),
        (
            "The moderator said that Lao people still love baguettes.",
            None,
        ),
        (
            "Sinava Souphanouvong, at that time deputy foreign minister of Laos, spoke of a plant.",
            Some((Misattributed, "role")),
        ),
        (
            "Sinava Souphanouvong, at that time deputy minister of energy and mines, spoke of a plant.",
            None,
        ),
    ]);
}

#[test]
fn a_misspelt_name_is_found() {
    check(&[
        (
            "Yathotu spoke at the Eastern Economic Forum in 2023.",
            Some((CONTRADICTED, "name: the dossier has Pany Yathotou")),
        ),
        (
            "President Thongloun Sisulith met Putin in Moscow.",
            Some((CONTRADICTED, "name: the dossier has Thongloun Sisoulith")),
        ),
        ("The Putins of this world met in Moscow.", None),
        (
            "The United States bombed Laos during the Korean War.",
            Some((CONTRADICTED, "name: the passage")),
        ),
        (
            "The United States bombed Laos during the Vietnam War.",
            None,
        ),
    ]);
}

#[test]
fn a_few_words_are_quoted_as_they_were_said() {
    check(&[
        (
            "Yathotou praised \"traditional weak relations\" since the Soviet era.",
            Some((Misquoted, "the words differ")),
        ),
        (
            "Yathotou praised \"traditional strong relations\" since the Soviet era.",
            None,
        ),
        (
            "Putin spoke of \"emancipation and liberty\" in the 1990s.",
            Some((Misquoted, "the words differ")),
        ),
        // Nobody is named who said it.
        ("It was a time of \"emancipation and liberty\".", None),
    ]);
}

#[test]
fn who_and_what_goes_where_is_compared() {
    check(&[
        (
            "Footwear and coffee are what Russian exporters ship to Laos.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Paper, wood pulp and plastics reach Laos from Russia.",
            None,
        ),
        (
            "The two elephants were a present from Putin to the leaders of Laos.",
            Some((CONTRADICTED, "direction")),
        ),
        ("Laos made Russia a present of two elephants.", None),
        (
            "Laos makes manufacturing investments in its neighbours Thailand and China.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Laos draws manufacturing investment from Thailand and China.",
            None,
        ),
        (
            "The 17,000 tourists mentioned in 2023 were Laotians travelling to Russia.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Laos counted an estimated 17,000 tourists from Russia.",
            None,
        ),
        (
            "He gave the decrease in mutual cargo flows as the reason for looking at sea transport.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "In January 2022 Laos became a member of the Eurasian Economic Union.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "In January 2022 Laos became a member of the Regional Comprehensive Economic Partnership.",
            None,
        ),
        (
            "Lavrov and Sisoulith met in Moscow in 2025.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "A four-unit nuclear power station was discussed in 2015.",
            Some((CONTRADICTED, "number")),
        ),
        (
            "The nuclear roadmap for 2025-2026 was signed [2024] in Moscow.",
            Some((CONTRADICTED, "the date in the dossier")),
        ),
        (
            "The nuclear roadmap for 2025-2026 was signed [2025] in Moscow.",
            None,
        ),
    ]);
}
