//! Sound sentences that look like slips, beside the slips that they look like.

use bilat::contested::Contests;
use bilat::dossier::Dossier;
use bilat::load::{Origin, load};
use bilat::vet::document::Format;
use bilat::vet::{Document, Verdict, vet};
use serde_json::json;

use super::kinds::{CONTRADICTED, check};

#[test]
fn a_way_within_a_country_is_no_direction() {
    check(&[
        ("Putin has studied in Saint Petersburg.", None),
        (
            "Students from Russia are at school in Laos as cadets of the Suvorov schools.",
            Some((CONTRADICTED, "direction")),
        ),
        (
            "Russia gave nothing of the kind, and Laos gave two elephants.",
            None,
        ),
        (
            "Russia gave Laos two elephants.",
            Some((CONTRADICTED, "direction")),
        ),
    ]);
}

#[test]
fn several_things_are_told_in_one_sentence() {
    check(&[
        (
            "Containers are to go by way of Vietnam, rail freight through China.",
            None,
        ),
        (
            "Rail freight is planned with Laos through Thailand.",
            Some((CONTRADICTED, "party")),
        ),
        (
            "The article puts GDP per head at $10,112 and the population at 7.7 million.",
            None,
        ),
        (
            "The article puts the population of Laos at 9.7 million.",
            Some((CONTRADICTED, "the dossier has another figure")),
        ),
        (
            "The United States dropped over 200 million bombs on Laos, killing 350,000.",
            None,
        ),
        (
            "Between the two articles the population of Laos grew from 7 million to 7.7 million.",
            None,
        ),
        (
            "Laos has a population of 7 million.",
            Some((Verdict::Outdated, "there is a newer figure")),
        ),
    ]);
}

#[test]
fn who_belongs_to_one_body_need_not_belong_to_the_next() {
    check(&[
        ("Laos belongs to ASEAN and RCEP but not to the EAEU.", None),
        ("Belarus is a member of the EAEU but not of ASEAN.", None),
        (
            "Belarus is a member of RCEP but not of the EAEU.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Laos is a member of ASEAN and the EAEU.",
            Some((CONTRADICTED, "party")),
        ),
    ]);
}

#[test]
fn what_ran_out_is_not_cancelled() {
    check(&[
        ("The ASEAN-Russia plan of action expired in 2025.", None),
        (
            "The ASEAN-Russia plan of action was cancelled in 2025.",
            Some((CONTRADICTED, "status")),
        ),
        (
            "The ASEAN-Russia plan of action expired in 2024.",
            Some((CONTRADICTED, "the date in the dossier")),
        ),
    ]);
}

#[test]
fn what_is_denied_is_not_what_the_record_says() {
    check(&[
        (
            "Neither Tajikistan nor Kyrgyzstan charges tariffs on Lao goods.",
            None,
        ),
        ("Tajikistan does not levy tariffs on Lao goods.", None),
        (
            "Tajikistan levies tariffs on Lao goods.",
            Some((CONTRADICTED, "negation")),
        ),
        (
            "Yathotou spoke of mines. Of elephants she did not speak.",
            None,
        ),
        (
            "Yathotou praised the forum. She did not talk about the elephants.",
            None,
        ),
    ]);
}

#[test]
fn more_words_stand_between_a_name_and_its_verb() {
    check(&[
        (
            "It was Putin, too, who said that Laos has a young pioneer movement.",
            Some((Verdict::Misattributed, "speaker")),
        ),
        (
            "It was Doronov, too, who said that Laos has a young pioneer movement.",
            None,
        ),
        (
            "Senior officials of ASEAN and Russia meet every year, and their ninth round was held in Cambodia.",
            Some((CONTRADICTED, "number")),
        ),
        (
            "Senior officials of ASEAN and Russia meet every year, and their 19th round was held in Cambodia.",
            None,
        ),
    ]);
}

/// Two prime ministers, of one of whom the country is not given, and what each says.
fn of_two_ministers() -> Dossier {
    let folder = tempfile::tempdir().expect("a folder");
    let evidence = json!([{"source": "gazette", "paragraph": 1, "exact": "words"}]);
    let role = json!([{"title": "Prime Minister", "as_of": "2019"}]);
    let person =
        |id: &str, name: &str| json!({"id": id, "name": name, "roles": role, "evidence": evidence});
    let mut hanne = person("hanne", "Hanne Lund");
    hanne["country"] = json!("NOR");
    let claim = |id: &str, by: &str, text: &str| {
        json!({"id": id, "statement": text, "asserted_by": by, "modality": "opinion", "about": ["IRL"],
            "evidence": evidence})
    };
    for (name, text) in [
        (
            "dossier",
            json!({"format": "bilat/1", "title": "T", "sides": [
                {"code": "IRL", "name": "Ireland", "adjective": "Irish"}, {"code": "NOR", "name": "Norway"}]}),
        ),
        (
            "sources",
            json!([{"id": "gazette", "type": "report", "title": "Gazette"}]),
        ),
        ("people", json!([person("aoife", "Aoife Byrne"), hanne])),
        (
            "claims",
            json!([
                claim("cod", "aoife", "Cod is the best fish of the northern seas."),
                claim("elk", "hanne", "Elks eat the bark of young birches.")
            ]),
        ),
    ] {
        let path = folder.path().join(format!("{name}.json"));
        std::fs::write(path, text.to_string()).expect("written");
    }
    let loaded = load(&Origin::new(Some(folder.path())).expect("the folder is there"));
    assert_eq!(loaded.problems, []);
    loaded.dossier
}

/// The prime minister of a country that the dossier does not give may be that of the one which a text names.
#[test]
fn an_office_of_no_country_is_of_any() {
    let dossier = of_two_ministers();
    let contests = Contests::new(&dossier, None);
    for (sentence, is_wrong) in [
        (
            "The Irish prime minister, Aoife Byrne, spoke of fish.",
            false,
        ),
        (
            "The Irish foreign minister, Aoife Byrne, spoke of fish.",
            true,
        ),
        ("The Irish prime minister, Hanne Lund, spoke of elks.", true),
        (
            "The Irish prime minister said that cod is the best fish of the northern seas.",
            false,
        ),
        (
            "The Irish prime minister said that elks eat the bark of young birches.",
            true,
        ),
    ] {
        let document = Document::read(sentence, Format::Plain);
        let report = vet(&dossier, &contests, &document);
        let mut all = report.findings.iter();
        let accused = all.any(|one| one.verdict.is_accusation());
        assert_eq!(accused, is_wrong, "{sentence} {:?}", report.findings);
    }
}

#[test]
fn who_had_said_it_says_it() {
    check(&[
        (
            "Yathotou had said that investment between the two had dwindled to a certain extent.",
            Some((CONTRADICTED, "sign")),
        ),
        (
            "Yathotou had said that investment between the two had grown to a certain extent.",
            None,
        ),
        (
            "Yathotou has described the strategic partnership as one of security in the Asia-Pacific.",
            None,
        ),
    ]);
}
