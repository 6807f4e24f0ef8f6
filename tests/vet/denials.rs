//! What a sentence denies, and what it only seems to: a denial counts for the words around it.

use super::kinds::{CONTRADICTED, check};

#[test]
fn what_is_denied_elsewhere_is_not_denied_here() {
    check(&[
        (
            "It is not the first of its kind: a roadmap on nuclear energy was signed in September 2017.",
            None,
        ),
        (
            "The danger has not passed, for Laos is still dealing with mines and other ordnance.",
            None,
        ),
        (
            "Gypsum, copper, tin, gold and oil are the main sources of GDP; how much of each is not said.",
            None,
        ),
        (
            "Belarus and Russia, though not Kyrgyzstan and Tajikistan, give Lao goods GSP status.",
            None,
        ),
        (
            "It was Yathotou, not Sisoulith, who spoke at the Eastern Economic Forum.",
            None,
        ),
        ("Laos does not lack a railway to China.", None),
        (
            "Laos lacks a railway to China.",
            Some((CONTRADICTED, "negation")),
        ),
        ("No talks between Laos and the EAEU are reported.", None),
        (
            "The United States, said Putin, leans on its allies and has no friends, only interests.",
            None,
        ),
        (
            "Putin, who was asked about the tanks in Prague, did not defend Soviet policy there.",
            None,
        ),
        (
            "Not all of the land is free of mines, though more than 20,000 hectares have been cleared.",
            None,
        ),
        (
            "The nuclear plant was only discussed in 2015 and has not been built.",
            None,
        ),
        (
            "Whether trade in rubles and kip was a subject in 2023 is a guess of the author's.",
            None,
        ),
    ]);
}

#[test]
fn what_is_denied_of_the_matter_is_found() {
    check(&[
        (
            "Laos has decided against reviving Russian language courses.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "According to Yathotou, the Russian help with the mines was not free of conditions.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Russia never helped Laos to clear mines.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Laos has completed its digital currency trials.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "The pair of elephants have already moved into a zoo in Saint Petersburg.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "Russia has extended the railway to its territory.",
            Some((CONTRADICTED, "status")),
        ),
    ]);
}

#[test]
fn opposite_words_and_what_is_over_are_found() {
    check(&[
        (
            "Taking the railway to Russia would have a negative impact on trade and investment flows.",
            Some((CONTRADICTED, "sense")),
        ),
        (
            "Taking the railway to Russia would have a positive impact on trade and investment flows.",
            None,
        ),
        (
            "Unexploded ordnance no longer affects the lives of people in Laos, Yathotou said.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Telecommunications equipment, trucks and hydraulic turbines are the primary exports of Laos.",
            Some((CONTRADICTED, "direction")),
        ),
        ("In 2023 a digital kip was being tried out.", None),
        (
            "Pany Yathotou, once Governor of the Lao Central Bank, took part in the 8th Eastern Economic \
             Forum.",
            None,
        ),
        (
            "Russia and ASEAN signed a strategic partnership in 2018, so that its fifth anniversary fell \
             in 2023.",
            None,
        ),
        (
            "The Africans' openness and their wish to work with Russia had surprised him, he said at the \
             Russia-Africa Summit.",
            None,
        ),
    ]);
}

/// What a clause goes on with may be some sentences before.
#[test]
fn a_sentence_goes_on_with_those_before() {
    check(&[
        (
            "The United States dropped bombs on Laos, according to Doronov. Their number was high. \
             He put the dead at 450,000.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "Russian tourists come to Laos in growing numbers. In the past 12 months there were an \
             estimated 19,000.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "The 19th ASEAN-Russia senior officials' meeting took place in April 2023. It was hosted \
             by Thailand.",
            Some((CONTRADICTED, "party")),
        ),
    ]);
}
