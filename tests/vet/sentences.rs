//! Sentences one by one, each with the verdict that it must have: half of them are sound. A record
//! supports a sentence only if it says all of it, and denies one only if it says otherwise of the same.

use bilat::vet::document::Format;
use bilat::vet::{Document, Item, Report, Verdict, vet};

use super::{built_in, report};

/// What must come of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Want {
    /// A record says so, and nothing is accused.
    Supported,
    /// Nothing is accused; whether a record says so is left open.
    Unaccused,
    /// No record says so; it may be accused.
    Unsupported,
    /// It is contradicted, and the note begins with this word.
    Denied(&'static str),
}

use Want::{Denied, Supported, Unaccused, Unsupported};

/// What is planned or talked about is not done, what is there is not elsewhere, and who did not do it is
/// somebody else.
const FACTS: [(&str, Want); 60] = [
    (
        "Rosatom has completed a nuclear plant with two units in Laos.",
        Denied("status"),
    ),
    (
        "A nuclear plant with two units was opened in Laos.",
        Unsupported,
    ),
    (
        "In August 2015 Rosatom and Laos discussed a nuclear plant with two units.",
        Supported,
    ),
    (
        "Rosatom and Laos held talks on a nuclear plant with two units.",
        Supported,
    ),
    (
        "Freight trains carry cargo between Russia and Laos through China.",
        Unsupported,
    ),
    (
        "Russia plans rail freight with Laos through China.",
        Supported,
    ),
    (
        "Ships bring containers from Laos to Vladivostok every week.",
        Unsupported,
    ),
    (
        "More container shipping from Laos to Vladivostok is being considered.",
        Supported,
    ),
    (
        "Laos and Russia settle their trade in rubles and kip.",
        Unsupported,
    ),
    (
        "The central banks are discussing formal trading in rubles and kip.",
        Supported,
    ),
    ("Shops in Laos take MIR cards.", Unsupported),
    (
        "The use of MIR cards in Laos is under discussion.",
        Supported,
    ),
    (
        "The two elephants are now at home in a zoo in Kazan.",
        Unsupported,
    ),
    (
        "The two elephants will live in a zoo in Saint Petersburg.",
        Supported,
    ),
    ("ASEAN and the EAEU have a trade agreement.", Unsupported),
    (
        "ASEAN and the EAEU are discussing a trade agreement.",
        Supported,
    ),
    (
        "Putin and Sisoulith held talks in Sochi in 2025.",
        Denied("place"),
    ),
    ("Putin and Sisoulith met in Moscow in 2025.", Supported),
    ("In Laos Putin and Sisoulith met in 2025.", Unsupported),
    ("Putin met Sisoulith in Russia in 2025.", Unaccused),
    (
        "The nuclear roadmap for 2025-2026 was signed in Vientiane.",
        Denied("place"),
    ),
    (
        "The nuclear roadmap for 2025-2026 was signed in Moscow.",
        Supported,
    ),
    (
        "Putin and Yathotou held private meetings in Bangkok.",
        Unsupported,
    ),
    ("Putin and Yathotou held private meetings.", Supported),
    ("Russia has built a railway to China.", Unsupported),
    ("Laos has built a railway to China.", Supported),
    (
        "Russia joined the Regional Comprehensive Economic Partnership.",
        Unsupported,
    ),
    (
        "Laos joined the Regional Comprehensive Economic Partnership.",
        Supported,
    ),
    (
        "Lavrov thanked the leaders of Laos for the two elephants.",
        Unsupported,
    ),
    (
        "Putin thanked the leaders of Laos for the two elephants.",
        Supported,
    ),
    (
        "Rosatom and Laos signed a treaty on nuclear energy in 2016.",
        Unsupported,
    ),
    (
        "Rosatom and Laos signed a memorandum on nuclear energy in 2016.",
        Supported,
    ),
    (
        "Trade of Laos with China grew by 12 percent in 2023.",
        Unsupported,
    ),
    (
        "Laos trades more and more with its neighbours in ASEAN and with China.",
        Supported,
    ),
    (
        "Russians need a visa for a stay of 30 days in Laos.",
        Denied("negation"),
    ),
    (
        "Russians may stay in Laos for 30 days without a visa.",
        Supported,
    ),
    (
        "Tourists from Russia do not need a visa for 30 days in Laos.",
        Unaccused,
    ),
    (
        "The agreements on the peaceful atom may bring Laos cheaper electricity.",
        Unaccused,
    ),
    (
        "The agreements on the peaceful atom would help the economy of Laos.",
        Unaccused,
    ),
    (
        "The treaty on mutual legal assistance will be signed next year.",
        Denied("status"),
    ),
    ("In May 2026 Putin and Sisoulith met in Moscow.", Unaccused),
    (
        "A second memorandum on nuclear energy was signed in 2019.",
        Unaccused,
    ),
    (
        "The roadmap on nuclear energy was signed in September 2019.",
        Denied("the date"),
    ),
    (
        "Children from Laos spent their holidays at Okean in 2021.",
        Unaccused,
    ),
    ("Laos joined RCEP in May 2022.", Denied("the date")),
    (
        "Exports of Russian machinery to Laos fell to $2 million.",
        Unaccused,
    ),
    (
        "The country was hit by many bombs of the United States.",
        Unaccused,
    ),
    ("Laos bombed the United States.", Denied("direction")),
    ("Putin visited Laos in 2025.", Unsupported),
    ("Pany Yathotou visited the Okean camp.", Supported),
    (
        "Pany Yathotou met Vladimir Putin at the Eastern Economic Forum in 2023.",
        Supported,
    ),
    ("Russia has a free trade agreement with Laos.", Unsupported),
    (
        "Vietnam has a free trade agreement with the EAEU.",
        Supported,
    ),
    ("Laos and China are strategic partners.", Unsupported),
    ("Laos and Russia are strategic partners.", Supported),
    (
        "Laos is the most heavily bombed country in the world.",
        Unaccused,
    ),
    ("The digital kip was introduced in 2023.", Unsupported),
    ("Laos is testing a digital kip.", Supported),
    (
        "Vietnam is a country of the Regional Comprehensive Economic Partnership.",
        Unsupported,
    ),
    ("The president of Laos speaks Russian.", Supported),
];

/// Persons are persons whatever the noun, a unit is accused only of the same number, and a figure has
/// the period that the text gives it.
const FIGURES: [(&str, Want); 28] = [
    (
        "Some 350,000 villagers lost their lives under the bombs.",
        Supported,
    ),
    ("350,000 Laotians were killed by bombs.", Supported),
    (
        "About 350,000 noncombatants were killed in the bombing of Laos.",
        Supported,
    ),
    (
        "350,000 houses were lost to the bombs dropped on Laos.",
        Unsupported,
    ),
    (
        "An estimated 17,000 Russians came to Laos as tourists.",
        Supported,
    ),
    (
        "An estimated 17,000 Russian nationals visited Laos as tourists.",
        Supported,
    ),
    (
        "An estimated 17,000 Russian tourist families visited Laos.",
        Denied("unit"),
    ),
    (
        "Almost 2 million tonnes of bombs were dropped on Laos.",
        Unaccused,
    ),
    (
        "More than 200 million bombs were dropped on Laos.",
        Supported,
    ),
    (
        "More than 200 million tonnes of bombs were dropped on Laos.",
        Denied("unit"),
    ),
    (
        "Turnover of trade moved from 50 million dollars in 2022 to 8.3 million dollars in 2024.",
        Supported,
    ),
    (
        "Trade sank from $50 million in 2022 to $8.3 million in 2024.",
        Supported,
    ),
    (
        "Trade sank from $50 million in 2021 to $8.3 million in 2024.",
        Denied("period"),
    ),
    (
        "The GDP of Laos comes to 79 billion international dollars.",
        Supported,
    ),
    (
        "The GDP of Laos comes to 97 billion international dollars.",
        Denied("the dossier has another"),
    ),
    (
        "Trade stood at $15 million in 2025, up 40 percent from the year before.",
        Unaccused,
    ),
    (
        "Trade rose by 66 percent in 2024 from the year before.",
        Supported,
    ),
    ("Trade rose by 66 percent in 2022.", Denied("period")),
    (
        "Trade grew by 20 percent from January to May 2025.",
        Supported,
    ),
    (
        "In the first five months of 2025 trade grew by 20 percent.",
        Supported,
    ),
    (
        "In the first quarter of 2025 trade grew by 20 percent.",
        Denied("period"),
    ),
    (
        "Trade grew by 20 percent in the first half of 2025.",
        Denied("period"),
    ),
    ("Laos has 7.7 million inhabitants.", Supported),
    ("Laos has 7.7 million elephants.", Unsupported),
    ("17,000 Chinese tourists visited Laos.", Unsupported),
    ("17,000 Russian tourists visited Vietnam.", Unsupported),
    ("17,000 Russian tourists visited Laos.", Supported),
    (
        "Growth of 4 percent is expected for the GDP of Laos in 2025.",
        Supported,
    ),
];

pub(super) fn of(sentence: &str) -> Report {
    report(&Document::read(sentence, Format::Plain))
}

/// Does a record say a fact or a figure of a sentence, with or without a clause?
fn is_supported(report: &Report, items: &[Item]) -> bool {
    let mut all = report.findings.iter();
    all.any(|one| items.contains(&one.item) && one.verdict <= Verdict::Contested)
}

fn fits(report: &Report, want: Want, items: &[Item]) -> bool {
    let accused = || {
        report
            .findings
            .iter()
            .filter(|one| one.verdict.is_accusation())
    };
    match want {
        Supported => is_supported(report, items) && accused().next().is_none(),
        Unaccused => accused().next().is_none(),
        Unsupported => !is_supported(report, items),
        Denied(word) => {
            accused().any(|one| one.verdict == Verdict::Contradicted && one.note.starts_with(word))
        }
    }
}

fn check(table: &[(&str, Want)], items: &[Item]) {
    let wrong = table.iter().filter_map(|(sentence, want)| {
        let report = of(sentence);
        let all = report.findings.iter();
        let told = all.map(|one| format!("{:?} {:?}: {}", one.item, one.verdict, one.note));
        let told: Vec<String> = told.collect();
        (!fits(&report, *want, items)).then(|| format!("{sentence}\n  {want:?}, but {told:#?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_fact_is_supported_only_if_a_record_says_all_of_it() {
    check(&FACTS, &[Item::Event, Item::Agreement]);
}

#[test]
fn a_figure_is_compared_with_its_own_unit_and_period() {
    check(&FIGURES, &[Item::Figure]);
}

/// The verdict on a sentence does not change with sentences of other matters around it.
#[test]
fn sentences_side_by_side_have_the_verdicts_of_each_alone() {
    let (dossier, contests) = built_in();
    let denied = FACTS.iter().filter(|(_, want)| matches!(want, Denied(_)));
    for (sentence, _) in denied {
        let text = format!("It was a warm day.\n\n{sentence}\n\nThe rain came later.\n");
        let report = vet(&dossier, &contests, &Document::read(&text, Format::Plain));
        let accused = report
            .findings
            .iter()
            .any(|one| one.verdict.is_accusation());
        assert!(accused, "{sentence}");
    }
}
