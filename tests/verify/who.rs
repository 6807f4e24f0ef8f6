//! Whom records name, against the texts of their sources.

use bilat::dossier::Dossier;
use bilat::verify::{DoubtKind, Texts, verify};

use crate::world::World;

/// A talk with labels, a paragraph without one, and a report.
const TALK: &str = "\
Ann Lee’s remarks are prefaced by AL and those of Bo Ray by BR.
Moderator: What do you expect?
AL: We expect more tourists.
They like the river.
Ray: I agree. Ann Lee told me: “The river is clean.”
AL: Thank you.
A memorandum was signed by Rivercorp and the Ministry of Water of Laos in Vientiane.
Ann Lee, the Deputy Minister of Water, met the Vietnamese president.
";

const PEOPLE: &str = r#"[
    {"id": "ann", "name": "Ann Lee", "evidence": [{"source": "news", "paragraph": 1, "exact": "Ann Lee"}]},
    {"id": "bo", "name": "Bo Ray", "evidence": [{"source": "news", "paragraph": 1, "exact": "Bo Ray"}]}]"#;

const BODIES: &str = r#"[
    {"id": "corp", "name": "Rivercorp", "kind": "company",
     "evidence": [{"source": "news", "paragraph": 7, "exact": "Rivercorp"}]},
    {"id": "water", "name": "Ministry of Water", "kind": "ministry", "country": "LAO",
     "evidence": [{"source": "news", "paragraph": 7, "exact": "Ministry of Water"}]}]"#;

fn doubts(files: &[(&str, String)]) -> Vec<(DoubtKind, String)> {
    let mut all = vec![
        ("people.json", PEOPLE),
        ("organisations.json", BODIES),
        ("news.txt", TALK),
    ];
    all.retain(|(name, _)| files.iter().all(|(other, _)| other != name));
    all.extend(files.iter().map(|(name, text)| (*name, text.as_str())));
    let world = World::new(&all);
    let dossier = world.dossier();
    let (texts, _) = Texts::read(&dossier, &[world.path()]);
    doubts_in(&dossier, &texts)
}

fn doubts_in(dossier: &Dossier, texts: &Texts) -> Vec<(DoubtKind, String)> {
    let report = verify(dossier, texts);
    let doubts = report.doubts().iter();
    doubts
        .map(|doubt| (doubt.kind, doubt.message.clone()))
        .collect()
}

fn quote(speaker: &str, text: &str, paragraph: u32) -> Vec<(&'static str, String)> {
    let quote = format!(
        r#"[{{"id": "q", "speaker": "{speaker}", "text": "{text}",
            "evidence": [{{"source": "news", "paragraph": {paragraph}}}]}}]"#
    );
    vec![("quotes.json", quote)]
}

#[test]
fn a_transcript_names_the_speaker() {
    for (right, wrong, text, paragraph) in [
        ("ann", "bo", "We expect more tourists.", 3),
        ("bo", "ann", "I agree.", 5),
        ("ann", "bo", "Thank you.", 6),
        // A paragraph without a label goes on with the speech.
        ("ann", "bo", "They like the river.", 4),
    ] {
        assert_eq!(doubts(&quote(right, text, paragraph)), [], "{text}");
        let found = doubts(&quote(wrong, text, paragraph));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].0, DoubtKind::Speaker);
    }
    assert_eq!(
        doubts(&quote("bo", "We expect more tourists.", 3))[0].1,
        "“AL:” is before the words, which names Ann Lee, not Bo Ray"
    );
    let quoted = doubts(&quote("ann", "The river is clean.", 5));
    assert_eq!(quoted, [], "what somebody quotes is not said by them");
}

fn agreement(party: &str) -> Vec<(&'static str, String)> {
    let paper = format!(
        r#"[{{"id": "m", "title": "Memorandum", "kind": "memorandum", "status": "signed",
            "parties": [{{"party": "water", "side": "LAO"}}, {{"party": "RUS", "side": "RUS"}}, {{"party": "{party}"}}],
            "evidence": [{{"source": "news", "paragraph": 7, "exact": "A memorandum was signed"}}]}}]"#
    );
    vec![("agreements.json", paper)]
}

#[test]
fn a_party_is_named_in_a_paragraph_that_is_cited() {
    assert_eq!(doubts(&agreement("corp")), []);
    let unnamed = |who: &str| {
        let message = format!("{who} is named in no paragraph that the record cites");
        vec![(DoubtKind::Unnamed, message)]
    };
    assert_eq!(doubts(&agreement("bo")), unnamed("Bo Ray"));
    assert_eq!(doubts(&agreement("VNM")), unnamed("Vietnam"));
    let missing: Vec<_> = agreement("corp")
        .into_iter()
        .map(|(name, text)| {
            (
                name,
                text.replace("A memorandum was signed", "A treaty was signed"),
            )
        })
        .collect();
    assert_eq!(doubts(&missing), [], "the passage itself is not there");
}

#[test]
fn a_title_is_in_a_paragraph_that_is_cited() {
    let titled = |title: &str| {
        let people = PEOPLE.replacen(
            r#""name": "Ann Lee","#,
            &format!(
                r#""name": "Ann Lee", "roles": [{{"title": "{title}", "said_by": "news",
                "evidence": [{{"source": "news", "paragraph": 8, "exact": "Ann Lee"}}]}}],"#
            ),
            1,
        );
        doubts(&[("people.json", people)])
    };
    assert_eq!(titled("Deputy Minister of Water"), []);
    assert_eq!(titled("Foreign Minister").len(), 1);
}

#[test]
fn data_are_no_prose() {
    let mut files = agreement("VNM");
    let row = TALK.replace("was signed by Rivercorp", "was signed | VN | by Rivercorp");
    files.push(("news.txt", row));
    files[0].1 = files[0]
        .1
        .replace("A memorandum was signed", "A memorandum");
    assert_eq!(doubts(&files), [], "a table has codes for names");
}
