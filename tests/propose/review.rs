//! Decisions on the command line: who speaks, and what cannot be decided so.

use std::fs;
use std::path::Path;

use bilat::dossier::kind::with_article;
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

/// One bad line hides no other, is told with its place by every command, and is kept as it is.
#[test]
fn a_line_that_cannot_be_read_is_told_and_kept() {
    let (folder, all) = spoken();
    let into = dossier(&folder);
    let path = Path::new(&into).join("proposed.jsonl");
    let sound = fs::read_to_string(&path).expect("there");
    let id = |line: &str| {
        let line: Value = serde_json::from_str(line).expect("JSON");
        text(&line, "id").to_owned()
    };
    let mut lines: Vec<String> = sound.lines().map(str::to_owned).collect();
    let (name, last) = (id(&lines[2]), id(lines.last().expect("a line")));
    for (right, wrong, told) in [
        (
            "\"news\":\"new\"",
            "\"news\":\"old\"",
            "news: unknown word `old`",
        ),
        ("\"rule\"", "\"rul\"", "did you mean `rule`?"),
        ("\"kind\":\"", "\"kind\":\"x", "no record is of kind"),
        (
            "\"news\"",
            "news\"",
            "expected a field name in quotation marks",
        ),
    ] {
        lines[2] = sound
            .lines()
            .nth(2)
            .expect("a line")
            .replacen(right, wrong, 1);
        let broken = lines.join("\n") + "\n";
        fs::write(&path, &broken).expect("written");
        let (code, out, err) = bilat(&["review", &into]);
        assert_eq!(code, 1, "{out}{err}");
        assert_eq!(out.lines().count(), all.len(), "{out}");
        let (code, out, _) = bilat(&["check", &into]);
        assert_eq!(code, 1, "{out}");
        for words in [&out, &err] {
            assert!(words.contains("proposed.jsonl:3:"), "{words}");
            assert!(
                words.contains(": error: ") && words.contains(told),
                "{words}"
            );
            assert!(!words.contains("at line"), "{words}");
        }
        let (code, out, err) = bilat(&["review", &into, "--reject", &last]);
        assert_eq!(code, 0, "{out}{err}");
        let after = fs::read_to_string(&path).expect("there");
        assert_eq!(after.lines().nth(2), Some(lines[2].as_str()));
        assert_eq!(after.lines().count(), sound.lines().count());
    }
    // Nor is its name given to another.
    draft(
        &folder,
        "Lao Minister Somchit Vong visited Moscow on 2 May 2026.",
        "2026-05-05",
    );
    let named = proposals(&into);
    assert!(
        !named.is_empty() && named.iter().all(|one| text(one, "id") != name),
        "{named:?}"
    );
}

#[test]
fn one_proposal_is_not_decided_twice() {
    let (folder, all) = spoken();
    let into = dossier(&folder);
    let id = text(&all[0], "id");
    let (code, _, err) = bilat(&["review", &into, "--accept", id, "--reject", id]);
    assert!(
        code == 2 && err.contains("both accepted and rejected"),
        "{err}"
    );
    assert_eq!(proposals(&into).len(), all.len());
}

/// "1 amount", "an event": counts and articles as a person writes them.
#[test]
fn counts_and_articles_are_those_of_the_word() {
    let folder = empty();
    let article = "Lao and Russian officials met in Vientiane on 2 March 2026. The bridge of Peru \
        and Chile cost about $12 million.\n";
    let out = draft(&folder, article, "2026-03-04");
    assert!(
        !out.contains("1 amounts") && !out.contains("1 agreements"),
        "{out}"
    );
    assert!(out.contains("1 amount that is not"), "{out}");
    let into = dossier(&folder);
    let all = proposals(&into);
    let source = ids(&all, |one| text(one, "kind") == "source")[0];
    let (_, _, err) = bilat(&["review", &into, "--accept", source, "--merge", "x"]);
    assert!(err.contains("is a source: only"), "{err}");
    assert_eq!(with_article("event"), "an event");
    let event = ids(&all, |one| text(one, "kind") == "event")[0];
    let (_, _, err) = bilat(&["review", &into, "--accept", event, "--speaker", "x"]);
    assert!(err.contains("--speaker needs a quote"), "{err}");
}

/// A dossier that the system does not let be read is not called no dossier.
#[test]
fn what_cannot_be_looked_at_is_told_as_such() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = folder.path().join("dossier.json");
    std::os::unix::fs::symlink(&head, &head).expect("a link to itself");
    let article = folder.path().join("a.txt");
    fs::write(&article, "Words.").expect("written");
    let [into, article] = [folder.path(), &article].map(|path| path.to_str().expect("UTF-8"));
    let (code, _, err) = bilat(&["draft", article, "--into", into]);
    assert!(code == 2 && !err.contains("is not a dossier"), "{err}");
    assert!(
        err.contains("dossier.json") && err.contains("symbolic links"),
        "{err}"
    );
}
