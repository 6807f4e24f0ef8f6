//! Lines typed for words of a text, and the records that come of them.

use super::*;
use crate::dossier::observation::Qualifier;
use crate::dossier::{Agreement, Claim, Event, Observation, Quote};
use crate::load::{Origin, load};
use crate::verify::{Texts, selected, words};

const TEXT: &str = "In 2022 trade was about $50 million.\n\
    On 6 September 2023, Vladimir Putin said: “Laos is a reliable partner of ours in this region.”\n\
    The two signed a memorandum on energy in Vientiane.\n\
    Sales fell in 2019. “We want fifty million by 2090, and no less,” Vladimir Putin said. \
    The two met in May 2021. They sent 300 tonnes of tea. A pact on tea was signed.\n\
    “Tea is the drink of both peoples. It was so in 1990,” Vladimir Putin said on 3 May 2021.\n";

/// What comes of some words of a paragraph and a line.
fn captured(
    number: usize,
    chosen: &str,
    kind: Kind,
    line: &str,
) -> (String, Result<Proposal, CaptureError>) {
    let dossier = load(&Origin::BuiltIn).dossier;
    let source = &dossier.sources[0];
    let mut texts = Texts::default();
    texts.insert(source.id.clone(), TEXT);
    let paragraph = TEXT.lines().nth(number - 1).expect("a paragraph");
    let from = paragraph.find(chosen).expect("the words");
    let all = words(paragraph);
    let within = |word: &&Range<usize>| word.start >= from && word.end <= from + chosen.len();
    let first = all.iter().position(|word| within(&word)).expect("a word");
    let count = all.iter().filter(within).count();
    let places = first..first + count;
    let selected = selected(&texts, &source.id, number, &places, all.len()).expect("selected");
    let capture = Capture {
        dossier: &dossier,
        source,
        text: TEXT,
        selected: &selected,
    };
    let begun = capture.begin(kind);
    let taken = |id: &Id| dossier.find(id).is_some();
    (begun, capture.proposal(kind, line, &taken))
}

#[test]
fn a_quote_has_its_speaker_and_the_date_beside_it() {
    let chosen = "Laos is a reliable partner of ours in this region";
    let line = "putin; 2023-09-06; President of Russia";
    let (begun, one) = captured(2, chosen, Kind::Quote, line);
    assert!(begun.contains("putin; 2023-09-06; "), "{begun}");
    let quote: Quote = serde_json::from_str(one.expect("a quote").record.get()).expect("sound");
    assert_eq!(quote.text.as_str(), chosen);
    assert_eq!(quote.evidence[0].paragraph, 2);
    assert_eq!(quote.evidence[0].exact, None);
    assert_eq!(
        quote
            .said
            .and_then(|date| date.edtf().map(str::to_owned))
            .as_deref(),
        Some("2023-09-06")
    );
}

#[test]
fn a_figure_has_series_period_and_value_filled_in() {
    let (begun, _) = captured(1, "about $50 million", Kind::Observation, "");
    assert_eq!(begun, "trade-total; 2022; about 50");
    let (_, one) = captured(1, "about $50 million", Kind::Observation, &begun);
    let one = one.expect("a figure");
    let figure: Observation = serde_json::from_str(one.record.get()).expect("sound");
    assert_eq!(one.series.as_ref().map(Id::as_str), Some("trade-total"));
    assert_eq!(
        figure.value.map(crate::dossier::Number::printed).as_deref(),
        Some("50")
    );
    assert_eq!(figure.qualifier.map(Qualifier::word), Some("about"));
}

#[test]
fn a_figure_has_its_number_in_its_words() {
    let line = "trade-total; 2022; 50";
    for (number, chosen, fits) in [
        (1, "$50 million", true),
        (1, "In 2022 trade was about", false),
        (1, "trade was about", false),
        (4, "fifty million", true),
        (4, "300 tonnes", false),
    ] {
        let (_, one) = captured(number, chosen, Kind::Observation, line);
        assert_eq!(one.is_ok(), fits, "{chosen}");
        if let Err(error) = one {
            assert!(matches!(error, CaptureError::Unprinted(_)), "{error}");
        }
    }
}

#[test]
fn an_agreement_that_was_signed_may_have_a_date_of_it() {
    let chosen = "a memorandum on energy";
    let (begun, _) = captured(3, chosen, Kind::Agreement, "");
    assert_eq!(begun, "; ; signed");
    let (_, one) = captured(
        3,
        chosen,
        Kind::Agreement,
        "Memorandum on energy; 2023; signed",
    );
    let agreement: Agreement = serde_json::from_str(one.expect("one").record.get()).expect("sound");
    assert_eq!(agreement.kind.word(), "memorandum");
    assert!(agreement.signed.is_some());
    let (_, wrong) = captured(3, chosen, Kind::Agreement, "Memorandum; 2023; planned");
    assert!(matches!(wrong, Err(CaptureError::Unsigned("planned"))));
}

#[test]
fn an_event_and_a_claim_are_what_the_line_says() {
    let (_, one) = captured(
        3,
        "signed a memorandum",
        Kind::Event,
        "Signing in Vientiane; 2023; signing",
    );
    let event: Event = serde_json::from_str(one.expect("one").record.get()).expect("sound");
    assert_eq!(
        (event.kind.as_str(), event.title.as_str()),
        ("signing", "Signing in Vientiane")
    );
    let (begun, one) = captured(1, "trade was about", Kind::Claim, "Trade grows;;opinion");
    assert!(begun.ends_with("; assertion"), "{begun}");
    let claim: Claim = serde_json::from_str(one.expect("one").record.get()).expect("sound");
    assert_eq!(
        (claim.modality.word(), claim.asserted_by),
        ("opinion", None)
    );
}

#[test]
fn what_is_wrong_with_a_line_is_told() {
    for (kind, line, message) in [
        (Kind::Quote, "", "speaker is missing"),
        (
            Kind::Quote,
            "Nobody At All",
            "no person is called `Nobody At All`",
        ),
        (Kind::Quote, "putin; last week", "`last week` is no date"),
        (Kind::Quote, "putin; 2023; a; b", "too many fields"),
        (
            Kind::Event,
            "Talks; 2023",
            "kind is missing: title; date; kind",
        ),
        (
            Kind::Observation,
            "trade-total; 2022; fifty",
            "`fifty` is no value",
        ),
        (
            Kind::Observation,
            "trade-totl; 2022; 50",
            "did you mean `trade-total`?",
        ),
        (Kind::Claim, "It grows;; guess", "`guess` is no modality"),
    ] {
        let (_, one) = captured(1, "trade was about", kind, line);
        let error = one.expect_err(line).to_string();
        assert!(error.contains(message), "{line}: {error}");
    }
}

#[test]
fn the_beginnings_of_words_name_one_record_or_several() {
    let (_, one) = captured(
        1,
        "trade was about",
        Kind::Observation,
        "trade; 2022; 5 to 6",
    );
    assert!(matches!(one, Err(CaptureError::Several { .. })));
}

/// A date of another sentence, or one within the words, or one to come, is not when it was said.
#[test]
fn only_a_date_of_the_own_sentence_is_filled_in() {
    for (paragraph, chosen, kind, expected) in [
        (4, "We want fifty million by 2090", Kind::Quote, "putin; ; "),
        (4, "300 tonnes", Kind::Observation, "; ; 300"),
        (4, "A pact on tea", Kind::Agreement, "; ; signed"),
        (4, "The two met", Kind::Event, "; 2021-05; "),
        (4, "A pact", Kind::Event, "; ; "),
        (
            5,
            "Tea is the drink of both peoples",
            Kind::Quote,
            "putin; 2021-05-03; ",
        ),
        (5, "It was so in 1990", Kind::Quote, "putin; 2021-05-03; "),
    ] {
        let (begun, _) = captured(paragraph, chosen, kind, "");
        assert_eq!(begun, expected, "{chosen}");
    }
}
