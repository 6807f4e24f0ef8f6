//! Slips and sound sentences kind by kind, in pairs: the same matter told wrongly and rightly.

use bilat::vet::Verdict;

use super::sentences::of;

/// What must come of a sentence: one verdict at least, whose note begins so; or none that accuses.
pub(super) type Row = (&'static str, Option<(Verdict, &'static str)>);

pub(super) fn check(rows: &[Row]) {
    let wrong = rows.iter().filter_map(|(sentence, want)| {
        let report = of(sentence);
        let accused = report
            .findings
            .iter()
            .filter(|one| one.verdict.is_accusation());
        let mut accused = accused.peekable();
        let fits = match want {
            None => accused.peek().is_none(),
            Some((verdict, note)) => {
                accused.any(|one| one.verdict == *verdict && one.note.starts_with(note))
            }
        };
        let told = report
            .findings
            .iter()
            .map(|one| (one.verdict.words(), &one.note));
        (!fits).then(|| format!("{sentence}\n  {want:?}, but {:?}", told.collect::<Vec<_>>()))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

pub(super) const CONTRADICTED: Verdict = Verdict::Contradicted;

#[test]
fn what_is_done_is_no_longer_negotiated_and_what_is_open_is_not_denied() {
    check(&[
        (
            "Russia and Laos are still negotiating a treaty on mutual legal assistance in criminal matters.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "A free trade agreement of Laos and the EAEU is so far a matter of speculation.",
            None,
        ),
        (
            "More container shipping from Laos to Vladivostok is not under consideration.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "More container shipping from Laos to Vladivostok is considered but not yet agreed.",
            None,
        ),
        (
            "Russia denies that it plans rail freight with Laos through China.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Kyrgyzstan does not grant Lao goods tariff-free treatment.",
            Some((CONTRADICTED, "negation")),
        ),
        ("Russians do not need a visa for Laos for 30 days.", None),
        (
            "The central banks are not discussing formal trading in rubles and kip.",
            Some((CONTRADICTED, "negation")),
        ),
    ]);
}

#[test]
fn what_rises_does_not_fall() {
    check(&[
        (
            "Mutual cargo flows between Russia and Laos have been decreasing.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "Mutual cargo flows between Russia and Laos have been increasing.",
            None,
        ),
        (
            "The trade of Russia with Vietnam has declined sharply since 2021.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "The trade of Russia with Vietnam has climbed sharply since 2021.",
            None,
        ),
        (
            "The author expects the number of Russian tourists in Laos to decline.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "Fewer visitors from Russia are expected in Laos.",
            Some((CONTRADICTED, "sign")),
        ),
        ("More visitors from Russia are expected in Laos.", None),
        // Contested: it may have gone either way.
        ("Trade between Russia and Laos has been falling.", None),
    ]);
}

#[test]
fn a_span_has_both_its_ends() {
    check(&[
        (
            "The ASEAN-Russia plan of action covers 2021 to 2027.",
            Some((CONTRADICTED, "the date in the dossier is 2021 – 2025")),
        ),
        (
            "The ASEAN-Russia plan of action covers 2019–2025.",
            Some((CONTRADICTED, "the date in the dossier is 2021 – 2025")),
        ),
        (
            "The ASEAN-Russia plan of action covers 2020 to 2024.",
            Some((CONTRADICTED, "the date in the dossier is 2021 – 2025")),
        ),
        ("The ASEAN-Russia plan of action covers 2021–2025.", None),
    ]);
}

#[test]
fn a_unit_of_the_same_quantity_can_be_wrong() {
    check(&[
        (
            "With Russian help more than 20,000 acres were cleared of mines.",
            Some((CONTRADICTED, "unit")),
        ),
        (
            "With Russian help more than 20,000 square kilometres were cleared of mines.",
            Some((CONTRADICTED, "unit")),
        ),
        (
            "With Russian help more than 20,000 square miles were cleared of mines.",
            Some((CONTRADICTED, "unit")),
        ),
        (
            "With Russian help more than 20,000 hectares were cleared of mines.",
            None,
        ),
    ]);
}

#[test]
fn a_figure_is_found_by_words_of_weight() {
    check(&[
        (
            "The gross domestic product of Laos at purchasing power parity is put at US$ 79 million.",
            Some((CONTRADICTED, "scale")),
        ),
        (
            "Laos has a gross domestic product of some 79 billion dollars at purchasing power parity.",
            None,
        ),
        (
            "Trade grew by 66.4 per cent in 2024.",
            Some((Verdict::MorePrecise, "no source gives so many digits")),
        ),
        // Another series has this very figure.
        (
            "About 85 per cent of the people work on the land, of which 90 per cent is planted with rice.",
            None,
        ),
        (
            "Trade was up by a fifth on the year before in January to May 2025.",
            None,
        ),
        (
            "We would not use the 50 million dollars of trade in 2022 without a caveat.",
            None,
        ),
    ]);
}

#[test]
fn a_forecast_is_outdated_by_the_next() {
    check(&[
        (
            "GDP growth of 5 per cent is expected in Laos.",
            Some((Verdict::Outdated, "there is a newer figure")),
        ),
        (
            "According to the latest figures, Laos has 7 million inhabitants.",
            Some((Verdict::Outdated, "there is a newer figure")),
        ),
        (
            "According to Pany Yathotou, Laos has 7 million inhabitants.",
            None,
        ),
        (
            "GDP growth of 5 per cent was expected in Laos for 2023.",
            None,
        ),
    ]);
}

#[test]
fn people_go_and_learn_one_way() {
    check(&[
        (
            "Laotians may stay in Russia for 30 days without a visa.",
            Some((CONTRADICTED, "direction")),
        ),
        ("Laos has cleared land of mines with Russian help.", None),
        (
            "Russians may stay in Laos for 30 days without a visa.",
            None,
        ),
        (
            "Medical staff from Russia are trained at universities in Laos.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Russian medical professionals are being educated at Lao universities.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Medical staff from Laos are trained at universities in Russia.",
            None,
        ),
    ]);
}

#[test]
fn a_title_behind_a_verb_is_a_title() {
    check(&[
        (
            "Pany Yathotou is governor of the Lao Central Bank.",
            Some((Verdict::Outdated, "title no longer held")),
        ),
        ("Pany Yathotou was governor of the Lao Central Bank.", None),
        (
            "Sergey Lavrov is Minister of Transport.",
            Some((Verdict::Misattributed, "role")),
        ),
        ("Sergey Lavrov is Minister of Foreign Affairs.", None),
        (
            "Sergey Lavrov is expected to meet the President of Laos.",
            None,
        ),
        // One office that the dossier has, and one that it may not know.
        (
            "Sergey Lavrov, Chairman and Minister of Foreign Affairs, spoke.",
            None,
        ),
    ]);
}

#[test]
fn what_one_asserts_is_not_said_by_another() {
    check(&[
        (
            "Putin explained that the elephants are symbols of Laos and of peace.",
            Some((
                Verdict::Misattributed,
                "speaker: said by Thongloun Sisoulith",
            )),
        ),
        (
            "Sisoulith explained that the elephants are symbols of Laos and of peace.",
            None,
        ),
        // Another says the opposite, and is not the one whom the sentence names.
        (
            "Putin said that Russia had acted as a colonial power.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Putin said that Russia had never acted as a colonial power.",
            None,
        ),
    ]);
}

#[test]
fn two_sides_are_no_count_of_what_they_sign() {
    check(&[
        (
            "The two sides signed a roadmap on nuclear energy in September 2017.",
            None,
        ),
        (
            "The two countries signed a roadmap on nuclear energy in 2025.",
            None,
        ),
        (
            "In 2025 Laos gave three elephants for the 65th anniversary of relations.",
            Some((CONTRADICTED, "number")),
        ),
    ]);
}

/// "It", "they" and "that" are what the sentence before speaks of.
#[test]
fn a_sentence_that_goes_on_is_compared_with_what_it_goes_on_with() {
    check(&[
        (
            "Laos joined RCEP. That happened in June 2022.",
            Some((CONTRADICTED, "the date in the dossier is January 2022")),
        ),
        ("Laos joined RCEP. That happened in January 2022.", None),
        (
            "Diplomatic relations exist since Soviet times. They began on 7 November 1960.",
            Some((CONTRADICTED, "the date in the dossier is 7 October 1960")),
        ),
        (
            "Laos joined RCEP. This surprised observers in June 2022.",
            None,
        ),
        (
            "Doronov spoke of the Lao people killed by the bombs. He put their number at 450,000.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "Trade of Russia and Laos was about US$ 8.3 million in 2024. This was 66 % less than in 2023.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "Trade of Russia and Laos was about US$ 8.3 million in 2024. This was 66 % more than in 2023.",
            None,
        ),
    ]);
}

/// A place that no record knows does not hide what is told of it.
#[test]
fn a_place_is_compared_by_itself() {
    check(&[
        (
            "The two presidents met in Vientiane.",
            Some((CONTRADICTED, "place")),
        ),
        ("The two presidents met in Moscow.", None),
    ]);
}

/// Whose something is takes no part in what it does.
#[test]
fn owners_are_no_parties() {
    check(&[
        (
            "The Foreign Ministry's MGIMO University and two institutes of Laos signed documents.",
            None,
        ),
        (
            "Russian Railways and the Ministry of Industry and Trade of Laos signed the roadmap for 2025-2026.",
            Some((CONTRADICTED, "party")),
        ),
    ]);
}

/// What the words name with "and" or a word of report takes no other part.
#[test]
fn sound_sentences_are_supported() {
    for sentence in [
        "The central banks of Russia and Laos are discussing the use of MIR cards in Laos.",
        "The two elephants are bound for a zoo in Saint Petersburg.",
        "Russia wants to start rail freight with Laos through China.",
        "In 2023 Yathotou proposed that the railway be extended to Russia.",
    ] {
        let report = of(sentence);
        let unknown = report
            .findings
            .iter()
            .filter(|one| one.verdict > Verdict::Contested);
        let told = unknown.map(|one| (one.verdict.words(), &one.note));
        assert_eq!(told.collect::<Vec<_>>(), Vec::new(), "{sentence}");
        assert!(!report.findings.is_empty(), "{sentence}");
    }
}

/// One sentence is not both right and wrong by the same record.
#[test]
fn a_record_does_not_support_what_it_contradicts() {
    for sentence in [
        "In 2012 Russia and Laos became strategic partners.",
        "Diplomatic relations were opened on 7 October 1965.",
    ] {
        let report = of(sentence);
        let accused: Vec<_> = report
            .findings
            .iter()
            .filter(|one| one.verdict == CONTRADICTED)
            .map(|one| one.record)
            .collect();
        assert!(!accused.is_empty(), "{sentence}");
        let supported = report
            .findings
            .iter()
            .filter(|one| one.verdict == Verdict::Supported);
        for one in supported {
            assert!(!accused.contains(&one.record), "{sentence}: {one:?}");
        }
    }
}
