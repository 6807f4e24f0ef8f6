//! Wordings of slips and of sound sentences: each kind in words of its own.

use bilat::vet::Verdict;
use bilat::vet::document::Format;
use bilat::vet::{Document, Item};

use super::kinds::{CONTRADICTED, Row, check};
use super::report;

/// Slips, each with the verdict and the beginning of its note.
const SLIPS: &[Row] = &[
    (
        "They agreed to begin negotiations on the treaty on mutual legal assistance in criminal matters.",
        Some((CONTRADICTED, "status")),
    ),
    (
        "Laos is about to join RCEP.",
        Some((CONTRADICTED, "status")),
    ),
    (
        "The documents with MGIMO University remain unsigned.",
        Some((CONTRADICTED, "status")),
    ),
    (
        "The two elephants have moved into a zoo in Saint Petersburg.",
        Some((CONTRADICTED, "status")),
    ),
    (
        "The railway from Laos to China is only planned.",
        Some((CONTRADICTED, "status")),
    ),
    (
        "Trains carry freight between Russia and Laos through China.",
        Some((CONTRADICTED, "status")),
    ),
    (
        "Putin ruled out an expansion of container transport through Vietnam's ports.",
        Some((CONTRADICTED, "negation")),
    ),
    (
        "Tourism in Laos is no longer developing.",
        Some((CONTRADICTED, "negation")),
    ),
    (
        "Yathotou did not mention humanitarian aid among the benefits.",
        Some((CONTRADICTED, "negation")),
    ),
    (
        "Yathotou said that investment had gone down somewhat.",
        Some((CONTRADICTED, "sign")),
    ),
    (
        "Extending the railway to Russia would hurt trade and investment, Yathotou believes.",
        Some((CONTRADICTED, "sign")),
    ),
    (
        "Ties in tourism are weakening, according to ASEAN Briefing.",
        Some((CONTRADICTED, "sign")),
    ),
    (
        "Bilateral trade rose by US$66 million in 2024.",
        Some((CONTRADICTED, "unit")),
    ),
    (
        "Lao Railways could provide rolling stock to Russia.",
        Some((CONTRADICTED, "direction")),
    ),
    (
        "Laos grants Belarus GSP status.",
        Some((CONTRADICTED, "direction")),
    ),
    (
        "Putin met the president of Vietnam in Moscow in 2025.",
        Some((CONTRADICTED, "party")),
    ),
    (
        "Rosneft signed a roadmap on nuclear energy with Laos in September 2017.",
        Some((CONTRADICTED, "party")),
    ),
    (
        "Vladimir Putin moderated the session.",
        Some((CONTRADICTED, "role")),
    ),
    (
        "Two elephants were given for the anniversary in 2023.",
        Some((CONTRADICTED, "the date")),
    ),
    (
        "Yathotou had earlier been Governor of the Russian Central Bank.",
        Some((Verdict::Misattributed, "role")),
    ),
    (
        "As Deputy Foreign Minister, Roman Starovoit took part in bilateral talks.",
        Some((Verdict::Misattributed, "role")),
    ),
    (
        "It was Pany Yathotou who called Laos the most heavily bombed country in the world.",
        Some((Verdict::Misattributed, "speaker")),
    ),
    (
        "Doronov thinks that the scales of history are tilted in favour of Russia.",
        Some((Verdict::Misattributed, "speaker")),
    ),
];

/// What is right, or what the dossier does not have.
const SOUND: &[Row] = &[
    (
        "The Soviet Union supported Laos in its struggle for independence and helped it to build up its economy.",
        None,
    ),
    (
        "Did Russia and Laos sign no treaty on legal assistance?",
        None,
    ),
    ("No, the two presidents met in Moscow.", None),
    ("Two elephants are a gift that nobody will forget.", None),
    (
        "Laos is reached by land, mostly through China or Vietnam.",
        None,
    ),
    (
        "VIENTIANE, 28 November 2025 (KPL) – The two elephants are a gift of the Lao leadership.",
        None,
    ),
    (
        "The strategic partnership of ASEAN and Russia entered into force in May 2019.",
        None,
    ),
    (
        "The rise in trade of 66 per cent in 2024 slowed to 20 per cent from January to May 2025.",
        None,
    ),
    (
        "The rise of 66 per cent in trade in 2024 was followed by growth of 20 per cent in early 2025.",
        None,
    ),
    (
        "Roughly nine in ten arable hectares in Laos, 90 per cent, carry rice.",
        None,
    ),
    (
        "Yathotou said that the help came \"with no strings attached\".",
        None,
    ),
    (
        "The then deputy energy and mines minister, Sinava Souphanouvong, told Rosatom's outlet about the plant.",
        None,
    ),
    (
        "Containers would go from Laos to Vladivostok through ports in Vietnam, Putin said.",
        None,
    ),
    (
        "In Putin's view the scales are tilted in favour of Russia.",
        None,
    ),
    (
        "Cambodia hosted the 19th ASEAN-Russia Senior Officials Meeting.",
        None,
    ),
    ("Putin met the president of Laos in Moscow in 2025.", None),
    (
        "As Transport Minister, Roman Starovoit took part in bilateral talks.",
        None,
    ),
    (
        "Yathotou had earlier been Governor of the Lao Central Bank.",
        None,
    ),
    ("Belarus and Russia have granted Laos GSP status.", None),
    ("GSP status was given to Laos by Russia and Belarus.", None),
];

#[test]
fn slips_are_found_in_other_words() {
    check(SLIPS);
}

#[test]
fn what_is_sound_is_left_in_peace() {
    check(SOUND);
}

/// "Trade: 8.3 million" is no speech, and a label before a quotation is none for the next paragraphs.
#[test]
fn lists_and_labels_are_no_transcripts() {
    let text = "Putin: “There are also plans to organize railroad cargo transportation through China.”\n\n\
        Laos returned 20,000 demined hectares to its people.\n\n\
        Killed, according to Doronov: 350,000 people.\n\n\
        Doronov called Laos “the most heavily bombed country in the world”.";
    let report = report(&Document::read(text, Format::Plain));
    let mut accused = report
        .findings
        .iter()
        .filter(|one| one.verdict.is_accusation());
    assert_eq!(accused.next(), None);
}

/// Who has an office is not said by what they did.
#[test]
fn an_office_is_no_event() {
    let text = "Sergey Lavrov is Foreign Minister.";
    let report = report(&Document::read(text, Format::Plain));
    let items: Vec<_> = report
        .findings
        .iter()
        .map(|one| (one.item, one.verdict))
        .collect();
    assert_eq!(items, [(Item::Person, Verdict::Supported)]);
}
