//! Speakers whom a sentence stresses or names only behind what was said, and words that name nobody.

use super::{described, roles, speeches};

#[test]
fn whom_a_sentence_stresses_is_the_speaker() {
    for (text, expected) in [
        (
            "It was the ministry that said “the moment has come to act together”.",
            "1: (ministry): the moment has come to act together",
        ),
        (
            "It was President Dina Rojas who told reporters “the moment has come to act”.",
            "1: Dina Rojas: the moment has come to act",
        ),
        (
            "President Dina Rojas spoke first. The man who said so was Minister Otieno Maina: “We were never so near to it.”",
            "1: Otieno Maina: We were never so near to it.",
        ),
        (
            "President Dina Rojas spoke. “We were never so near to it.” The one who said so was Minister Otieno Maina.",
            "1: Otieno Maina: We were never so near to it.",
        ),
        (
            "President Dina Rojas spoke. “We were never so near to it.” The envoy who said so was tired.",
            "1: ?: We were never so near to it.",
        ),
        (
            "“Send us no more of these old hoes,” President Dina Rojas quoted a farmer as telling him.",
            "1: ?: Send us no more of these old hoes,",
        ),
    ] {
        let found: Vec<String> = described(text)
            .iter()
            .map(|one| one.trim_end_matches(',').to_owned())
            .collect();
        assert_eq!(found, [expected.trim_end_matches(',')], "{text}");
    }
}

#[test]
fn whoever_is_not_known_goes_on_speaking() {
    let text = "President Dina Rojas opened the day. “We shall go on with all of it,” they said. “It will not be long.”";
    let found = described(text);
    assert!(found.iter().all(|one| !one.contains("Rojas")), "{found:?}");
}

#[test]
fn his_host_and_her_counterpart_are_no_offices() {
    for who in [
        "his host",
        "her counterpart",
        "the minister’s counterpart",
        "His Host",
    ] {
        let text = format!("“We shall go on with the work that we have begun,” {who} said.");
        assert!(roles(&text).is_empty(), "{text}");
        let named = speeches(&text, &[]).speeches[0].speaker.named;
        assert!(!named, "{text}");
    }
    let text = "“We shall go on with the work that we have begun,” the Kenyan minister said.";
    assert_eq!(roles(text), ["Kenyan minister"]);
    // Somebody of his own, with a name or none that is known.
    for who in ["Mrs Ng’s predecessor", "A baker"] {
        let text = format!(
            "Ambassador Juan Rojas was careful. {who}, Tomas Okello, had promised it. \
             “I was far too early with it,” he said."
        );
        let found = described(&text);
        assert!(!found[0].contains("Rojas"), "{found:?}");
    }
}

#[test]
fn an_occasion_has_its_whole_date() {
    let text = "“We want to trade far more with you,” said President Dina Rojas at a forum in Lima on 12 May 2025.";
    let found = speeches(text, &[]);
    let occasion = found.speeches[0].occasion.clone().map(|range| &text[range]);
    assert_eq!(occasion, Some("at a forum in Lima on 12 May 2025"));
}

#[test]
fn a_surname_that_women_are_called_by_makes_no_woman() {
    let text =
        "Vice-minister Elmer Catarina came. “We have seen all of it ourselves,” Mr Catarina said.";
    assert_eq!(
        described(text),
        ["1: Elmer Catarina: We have seen all of it ourselves"]
    );
}

#[test]
fn what_was_not_said_is_nobodys() {
    for (text, expected) in [
        (
            "President Dina Rojas did not tell Kenya that “the deal is dead and buried”.",
            &["1: ?: the deal is dead and buried"] as &[&str],
        ),
        ("President Dina Rojas never said “we give up”.", &[]),
        ("Nobody in Kenya or Peru said “we give up”.", &[]),
        (
            "President Dina Rojas denied having said “Kenya cheats”.",
            &[],
        ),
        ("President Dina Rojas refused to say “sorry”.", &[]),
        (
            "President Dina Rojas stopped short of calling it “a war”.",
            &[],
        ),
        (
            "“The deal is dead and buried,” President Dina Rojas did not say.",
            &["1: ?: The deal is dead and buried"],
        ),
        (
            "It was not President Dina Rojas who said “the deal is dead and buried”.",
            &["1: ?: the deal is dead and buried"],
        ),
        (
            "It is false that President Dina Rojas said “the deal is dead and buried”.",
            &["1: ?: the deal is dead and buried"],
        ),
        (
            "Did President Dina Rojas say “the deal is dead and buried”?",
            &["1: ?: the deal is dead and buried"],
        ),
        (
            "President Dina Rojas should have said “the deal is dead and buried”.",
            &["1: ?: the deal is dead and buried"],
        ),
        ("No Kenyan minister called it “dead and buried”.", &[]),
        (
            "President Dina Rojas did not hesitate to call it “an old and sorry tale”.",
            &["1: Dina Rojas: an old and sorry tale"],
        ),
        (
            "President Dina Rojas did not answer but said “the deal is dead and buried”.",
            &["1: Dina Rojas: the deal is dead and buried"],
        ),
        (
            "“We do not give up yet,” President Dina Rojas said, without saying when.",
            &["1: Dina Rojas: We do not give up yet"],
        ),
    ] {
        assert_eq!(described(text), expected, "{text}");
    }
}
