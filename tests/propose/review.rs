//! Decisions on the command line: who speaks, and what cannot be decided so.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use super::kinds::{draft, of};
use super::{bilat, dossier, empty, ids, proposals, records, text};

/// A quote with a speaker and an office, and another person.
const SPOKEN: &str = "Lao Energy Minister Bouny Keosavat met Russian Trade Minister Oleg Lunin in Vientiane.\n\n\
    “We will light every village of the north by rail and by river,” Energy Minister Keosavat told reporters.\n\n\
    “The turbines are built and paid for already,” Trade Minister Lunin said.\n";

fn spoken() -> (TempDir, Vec<Value>) {
    let folder = empty();
    draft(&folder, SPOKEN, "2026-03-04");
    let all = proposals(&dossier(&folder));
    (folder, all)
}

#[test]
fn the_speaker_that_is_chosen_is_the_one_that_is_written() {
    let (folder, all) = spoken();
    let into = dossier(&folder);
    let quote = of(&all, "quote")[0];
    assert_eq!(text(&quote["record"], "speaker"), "bouny-keosavat");
    assert!(!quote["record"]["role"].is_null(), "{quote}");
    let id = text(quote, "id");
    let (code, out, err) = bilat(&["review", &into, "--speaker", "oleg-lunin", "--accept", id]);
    assert_eq!(code, 0, "{out}{err}");
    let written = &records(&into, "quotes.json")[0];
    assert_eq!(text(written, "speaker"), "oleg-lunin");
    // The office of the text was that of the other.
    assert!(written["role"].is_null(), "{written}");
    let people = records(&into, "people.json");
    let people: Vec<_> = people.iter().map(|one| text(one, "id")).collect();
    assert_eq!(people, ["oleg-lunin"]);
}

/// The passage of a quote of the dossier is not added to it under another name.
#[test]
fn the_same_words_of_another_speaker_are_a_quote_of_their_own() {
    let (folder, all) = spoken();
    let into = dossier(&folder);
    let quotes = ids(&all, |one| text(one, "kind") == "quote");
    let both = quotes.join(",");
    assert_eq!(bilat(&["review", &into, "--accept", &both]).0, 0);
    let again = "“We will light every village of the north by rail and by river,” Energy \
        Minister Keosavat repeated in a speech at home.\n";
    draft(&folder, again, "2026-05-05");
    let all = proposals(&into);
    let same = ids(&all, |one| {
        text(one, "kind") == "quote" && text(one, "news") == "same"
    });
    let (code, out, err) = bilat(&[
        "review",
        &into,
        "--speaker",
        "oleg-lunin",
        "--accept",
        same[0],
    ]);
    assert_eq!(code, 0, "{out}{err}");
    let written = records(&into, "quotes.json");
    let speakers: Vec<_> = written.iter().map(|one| text(one, "speaker")).collect();
    assert_eq!(speakers, ["bouny-keosavat", "oleg-lunin", "oleg-lunin"]);
}

#[test]
fn a_speaker_of_no_quote_is_refused() {
    let (folder, all) = spoken();
    let into = dossier(&folder);
    let person = ids(&all, |one| text(one, "kind") == "person")[0];
    let speaker = [
        "review",
        &into,
        "--speaker",
        "oleg-lunin",
        "--accept",
        person,
    ];
    let (code, _, err) = bilat(&speaker);
    assert!(
        code == 2 && err.contains("--speaker needs a quote"),
        "{err}"
    );
    let file = fs::read_to_string(Path::new(&into).join("people.json")).expect("there");
    assert!(!file.contains("oleg-lunin"), "{file}");
}
