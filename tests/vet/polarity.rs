//! What a text denies or affirms of what the dossier has, who is said to have said it, and which way it went: in
//! other words and in other places of the sentence than the records have them.

use bilat::vet::Verdict;

use super::kinds::{CONTRADICTED, check};

#[test]
fn what_somebody_said_is_not_left_unsaid() {
    check(&[
        (
            "Doronov never mentioned that Laos is the most heavily bombed country in the world.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Putin did not suggest, though, that the Soviet Union had contributed to the development of the Lao \
             armed forces.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Putin did not say when the two elephants would move to Saint Petersburg.",
            None,
        ),
        (
            "Doronov did not name the president of Laos who knows Russian.",
            None,
        ),
        (
            "Putin did not claim that the shipping route to Vladivostok was already open.",
            None,
        ),
    ]);
}

#[test]
fn a_denial_counts_wherever_it_is() {
    check(&[
        (
            "Do not expect much, but Lao coffee isn't regarded as one of the best in the world, Doronov said.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Tin: not one of the chief sources of GDP in Laos.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "So far no trials of a digital kip have begun.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "The two elephants will not live in a zoo in Saint Petersburg.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "The Moscow talks ended without any agreement being signed.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Russians cannot stay in Laos for 30 days without a visa.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Hardly any leaders of Laos studied in the Soviet Union.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Laos is not rich in natural resources, Yathotou said.",
            Some((CONTRADICTED, "negation")),
        ),
    ]);
}

#[test]
fn what_the_dossier_denies_is_not_affirmed() {
    check(&[
        (
            "Putin expects to see major difficulties in regaining the former positions.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "It would be difficult, Putin replied, to restore relations on new principles.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "A country's foreign policy may directly contradict the interests of other nations, Putin said.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Doronov asked whether it would be difficult to build these relations back.",
            None,
        ),
        (
            "African countries can never pay off their loans, Putin said.",
            None,
        ),
    ]);
}

#[test]
fn what_only_seems_to_deny_accuses_nothing() {
    check(&[
        (
            "No country has ever been bombed harder, Doronov told them.",
            None,
        ),
        ("No nation has suffered heavier bombing than Laos.", None),
        (
            "A nuclear plant in Laos is not new as an idea, for it was discussed in 2015.",
            None,
        ),
        (
            "It is no secret that Laos and Russia have been strategic partners since 2011.",
            None,
        ),
        ("Laos has not finished clearing its land of mines.", None),
        ("Ruble-kip trading has not been formalised yet.", None),
        (
            "The United States has no friends, only interests, as Putin put it.",
            None,
        ),
        ("Laos is not only a member of ASEAN but also of RCEP.", None),
    ]);
}

#[test]
fn who_said_it_is_told_in_many_ways() {
    const MISATTRIBUTED: Verdict = Verdict::Misattributed;
    check(&[
        (
            "The guess that the talks had reached as far as ruble-kip trade came from the Kremlin.",
            Some((MISATTRIBUTED, "speaker")),
        ),
        (
            "According to the Kremlin, the talks probably extended to a digital kip.",
            Some((MISATTRIBUTED, "speaker")),
        ),
        (
            "The elephants, Putin explained, are symbols of Laos and of peace.",
            Some((MISATTRIBUTED, "speaker")),
        ),
        (
            "The guess that the talks had reached as far as ruble-kip trade is the author's.",
            None,
        ),
        (
            "Laos is the most heavily bombed country in the world, the panel's moderator said.",
            None,
        ),
        (
            "The moderator of the forum, Ilya Doronov, praised Lao coffee as one of the best in the world.",
            None,
        ),
    ]);
}

#[test]
fn which_way_it_went_is_told_in_many_ways() {
    check(&[
        (
            "2025: Russia presents Laos with two elephants for the 65th anniversary.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Trucks and hydraulic turbines are listed among the country's chief exports.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Trade between Russia and Laos fell in the first five months of 2025.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "Trade contracted by a fifth year on year from January to May 2025.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "The two figures together would mean that trade rose sixfold in two years.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "2025: Laos presents Russia with two elephants for the 65th anniversary.",
            None,
        ),
        (
            "Trucks and hydraulic turbines are listed among the country's chief imports.",
            None,
        ),
        (
            "Trade between Russia and Laos rose in the first five months of 2025.",
            None,
        ),
        (
            "The two figures together would mean that trade fell to about a sixth in two years.",
            None,
        ),
        (
            "After the clearance 20,000 hectares were given back to the people of Laos.",
            None,
        ),
    ]);
}

#[test]
fn a_figure_of_an_earlier_time_is_no_slip() {
    check(&[
        ("Yathotou spoke of a country of 7 million people.", None),
        (
            "The article of 2025 has 7.7 million people, while Yathotou had spoken of 7 million in 2023.",
            None,
        ),
        (
            "Of 7.7 million people 85% work in agriculture, which would come to some six and a half million.",
            None,
        ),
        (
            "Laos has a population of 7 million.",
            Some((Verdict::Outdated, "")),
        ),
    ]);
}

#[test]
fn what_is_only_asked_is_of_no_stage() {
    check(&[
        (
            "A trade agreement of ASEAN and the EAEU has been discussed, though it is unclear whether it would be \
             concluded by the bloc.",
            None,
        ),
        (
            "The EAEU is a union that counts Russia, Belarus, Kazakhstan, Armenia and Kyrgyzstan among its members.",
            None,
        ),
        (
            "Members were told that ruble-kip trading had been formalised by the same two central banks.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "The ruling party has abandoned socialism, Doronov noted.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "Container shipping by sea from Laos to Vladivostok is in full swing.",
            Some((CONTRADICTED, "status")),
        ),
    ]);
}
