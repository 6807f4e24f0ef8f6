//! What each kind of citation must not leave out, and must not say.

use bilat::cite::{Advice, Style, write};
use bilat::contested::Contests;
use bilat::dossier::Id;

use super::{built_in, cited, small};

fn text(id: &str) -> String {
    cited(&built_in(), id, Style::Text)
}

/// The sentence to write, whether it may be, and why.
fn written(id: &str) -> (String, Advice, String) {
    let dossier = built_in();
    let contests = Contests::new(&dossier, None);
    let record = dossier
        .find(&Id::new(id).expect("an id"))
        .expect("a record");
    let write = write(&dossier, &contests, record, None).expect("a sentence");
    (write.sentence, write.advice, write.rule)
}

#[test]
fn a_contested_title_is_told_wherever_it_is_written() {
    let clause = "Contested (“Deputy prime minister or vice president?”): Pany Yathotou: “Deputy Prime \
                  Minister” according to ASEAN Briefing [2023] (¶¶4, 40, 45), “Vice President” according \
                  to Ilya Doronov (ASEAN Briefing [2023], ¶30) and Vladimir Putin (ASEAN Briefing [2023], \
                  ¶37).";
    for id in [
        "q-2023-py-01",
        "q-2023-py-13",
        "q-2023-id-06",
        "q-2023-vp-13",
        "pany-yathotou",
    ] {
        assert!(text(id).contains(clause), "{}", text(id));
    }
    let (_, advice, rule) = written("q-2023-py-01");
    assert_eq!(
        (advice, rule.as_str()),
        (Advice::WithCaveat, "a title in it is contested")
    );
    let innocent = text("q-2023-vp-01");
    assert!(!innocent.contains("Contested"), "{innocent}");
}

#[test]
fn no_statement_contradicts_the_words_that_it_was_made_from() {
    for id in ["q-2023-py-02", "ties-kept-since-soviet-era"] {
        let citation = text(id);
        let (_, clause) = citation
            .split_once("Contested (“Friendship")
            .expect("a clause");
        assert!(
            clause.contains("in the 1990s Russia stopped being friends"),
            "{citation}"
        );
        assert!(
            !clause.contains("Pany Yathotou"),
            "her own words: {citation}"
        );
        assert!(!clause.contains("Mr. President"), "told once: {citation}");
    }
    let citation = text("container-start-planned");
    assert!(
        citation.contains("Putin says that ") && citation.contains("is being considered ("),
        "his words, in few: {citation}"
    );
}

#[test]
fn a_doubt_says_why() {
    for (id, why) in [
        ("farm-share.2025", "A share of those who work may be meant."),
        (
            "q-2023-py-13",
            "perhaps travel through China to Russia was meant.",
        ),
        (
            "railway-brings-passengers",
            "perhaps travel through China to Russia was meant.",
        ),
    ] {
        let citation = text(id);
        assert!(
            citation.contains("Doubtful (“") && citation.ends_with(why),
            "{citation}"
        );
    }
}

#[test]
fn an_open_question_is_a_caveat_of_what_is_written() {
    for (id, why) in [
        ("water-memorandum-2025", "none is named on either side"),
        (
            "training-memorandum-2025",
            "One memorandum is mentioned, then two fields",
        ),
        ("mgimo-documents-2025", "Two documents link MGIMO"),
        (
            "peaceful-atom-agreements-2025",
            "The article reports one roadmap",
        ),
    ] {
        let (sentence, advice, rule) = written(id);
        assert!(
            sentence.contains("Open question (“") && sentence.contains(why),
            "{sentence}"
        );
        assert_eq!(
            (advice, rule.as_str()),
            (Advice::WithCaveat, "a question is open on it")
        );
        assert!(!text(id).contains("Open question"), "uncontested");
    }
}

#[test]
fn a_period_that_is_inferred_or_missing_is_told() {
    let (sentence, advice, rule) = written("gdp-ppp.2025");
    assert!(
        sentence.ends_with(
            "The period is inferred: the figure carries no date; the year of the article."
        ),
        "{sentence}"
    );
    assert_eq!(advice, Advice::WithCaveat, "{rule}");
    let (_, advice, rule) = written("rice-share.2025");
    assert_eq!(
        (advice, rule.as_str()),
        (Advice::WithCaveat, "its period is inferred")
    );
    assert!(text("bombs-dropped.war").contains(
        "“Bombs dropped on Laos”, undated (during the Vietnam War; no years are given) ("
    ));
    let (_, advice, rule) = written("bombs-dropped.war");
    assert_eq!(
        (advice, rule.as_str()),
        (Advice::WithCaveat, "its source gives no period")
    );
}

#[test]
fn what_a_source_only_prints_is_by_its_speaker() {
    for (id, by) in [
        (
            "visa-free-30-days",
            "According to Ilya Doronov, in ASEAN Briefing [2023]: ",
        ),
        (
            "strategic-partnership-2011",
            "According to Ilya Doronov and Pany Yathotou, in ASEAN Briefing [2023]: ",
        ),
        (
            "peaceful-atom-agreements-2025",
            "According to Vladimir Putin, in an untitled article [2025]: ",
        ),
        // The sentence names him.
        ("relations-1960", "According to ASEAN Briefing [2023]: "),
        (
            "health-development-plan",
            "According to ASEAN Briefing [2023]: ",
        ),
    ] {
        assert!(text(id).starts_with(by), "{}", text(id));
    }
}

#[test]
fn sentences_say_a_thing_once() {
    for (id, part) in [
        ("strategic-partnership-2011", "; in force from [2011] ("),
        (
            "eaeu-vietnam-fta",
            "parties: Russia, Vietnam and Eurasian Economic Union; in force (",
        ),
        (
            "tanks-prague-budapest",
            ": Tanks sent to Prague and Budapest. ",
        ),
        (
            "moscow-talks-2025",
            ": Putin and Sisoulith meet in Moscow, [2025]. ",
        ),
        ("argentina", "Argentina, state ("),
        (
            "putin",
            "Vladimir Putin: Russian President (according to an untitled article [2025] and ASEAN \
             Briefing [2023]); President (according to Ilya Doronov) (",
        ),
        (
            "railway-talks-wanted",
            "Pany Yathotou expresses the wish: Laos would like to discuss",
        ),
    ] {
        assert!(text(id).contains(part), "{}", text(id));
    }
}

#[test]
fn an_untitled_source_begins_with_a_small_letter_inside_a_sentence() {
    let citation = text("q-2025-vp-01");
    assert!(
        citation.contains("to expand?”): an untitled article [2025] states: Russia plans to begin"),
        "{citation}"
    );
    assert!(citation.ends_with("to and from Laos (¶3)."), "{citation}");
}

#[test]
fn a_caveat_names_no_rival_of_the_same_words_in_other_dossiers_too() {
    let quotes = r#"[{"id": "q", "speaker": "ann", "text": "Trade has doubled since May.",
        "evidence": [{"source": "a", "paragraph": 2}]}]"#;
    let claims = r#"[
        {"id": "k", "statement": "Trade doubled", "asserted_by": "ann", "about": ["LAO"],
         "modality": "assertion", "evidence": [{"source": "a", "paragraph": 2, "exact": "doubled"}]},
        {"id": "other", "statement": "Trade fell", "about": ["LAO"], "modality": "assertion",
         "evidence": [{"source": "b", "paragraph": 9, "exact": "fell"}]}]"#;
    let disputes = r#"[{"id": "d", "title": "Up or down?", "kind": "contradiction",
        "between": ["q", "k", "other"], "explanation": "Both cannot be.",
        "evidence": [{"source": "b", "paragraph": 9, "exact": "fell"}]}]"#;
    let dossier = small(&[
        ("quotes.json", quotes),
        ("claims.json", claims),
        ("disputes.json", disputes),
    ]);
    let rival = "Contested (“Up or down?”): an untitled report ~1975 states: Trade fell (¶9).";
    for id in ["q", "k"] {
        let citation = cited(&dossier, id, Style::Text);
        assert!(citation.ends_with(rival), "{citation}");
    }
    let citation = cited(&dossier, "other", Style::Text);
    let once =
        "Contested (“Up or down?”): Ann O'Hara states: Trade doubled (Trade_Review 2017-09, ¶2).";
    assert!(citation.ends_with(once), "{citation}");
}
