//! The brief: every line leads to a passage, nothing of a dossier is obeyed, and what it says of the
//! built-in dossier was read and found true.

use std::collections::HashSet;

use bilat::brief::{Body, Brief, Options};
use bilat::dossier::date::Date;
use bilat::dossier::{Dossier, Id, Kind};
use bilat::export::{Format, Html, Markdown, text};
use bilat::load::{Origin, load};
use bilat::workspace::Lens;

use super::generated::{built_in, odd};

pub(crate) fn brief(dossier: &Dossier) -> Brief {
    Brief::new(dossier, &Options::default())
}

pub(crate) fn markdown(dossier: &Dossier, options: &Options) -> String {
    text(&Markdown(Brief::new(dossier, options))).unwrap()
}

pub(crate) fn html(dossier: &Dossier) -> String {
    text(&Html(brief(dossier))).unwrap()
}

#[test]
fn the_brief_of_the_built_in_dossier() {
    insta::assert_snapshot!(markdown(&built_in(), &Options::default()));
}

#[test]
fn the_page_of_the_built_in_dossier() {
    let page = html(&built_in());
    let main = page.split("</style>").nth(1).unwrap();
    insta::assert_snapshot!(main);
}

#[test]
fn the_same_dossier_gives_the_same_bytes() {
    let (a, b) = (built_in(), built_in());
    assert_eq!(html(&a), html(&b));
    assert_eq!(
        markdown(&a, &Options::default()),
        markdown(&b, &Options::default())
    );
}

/// The footnote of every line.
fn notes(brief: &Brief) -> Vec<usize> {
    let mut notes = Vec::new();
    for section in &brief.sections {
        match &section.body {
            Body::Lines(lines) | Body::Numbered(lines) => {
                notes.extend(lines.iter().map(|line| line.note));
            }
            Body::Figures { rows, lines, .. } => {
                notes.extend(rows.iter().map(|row| row.note));
                notes.extend(lines.iter().map(|line| line.note));
            }
            Body::Quotes(quotes) => notes.extend(quotes.iter().map(|quote| quote.note)),
        }
    }
    notes
}

/// Every line has a footnote, every footnote is used, and each leads to passages of sources that are
/// listed.
pub(crate) fn resolves(brief: &Brief) {
    let used: HashSet<_> = notes(brief).into_iter().collect();
    let all: HashSet<_> = (1..=brief.notes.len()).collect();
    assert_eq!(used, all);
    for note in &brief.notes {
        assert!(!note.places.is_empty());
        for place in &note.places {
            assert!(place.listed < brief.sources.len());
            assert!(!place.passages.is_empty());
            assert!(place.passages.iter().all(|(paragraph, _)| *paragraph > 0));
        }
    }
}

#[test]
fn every_line_leads_to_a_passage() {
    for dossier in [built_in(), odd()] {
        resolves(&brief(&dossier));
    }
    assert!(notes(&brief(&built_in())).len() > 40);
}

#[test]
fn nothing_later_is_told_as_of_a_day() {
    let options = Options {
        as_of: Date::parse("2023").unwrap().latest(),
        ..Options::default()
    };
    let made = Brief::new(&built_in(), &options);
    resolves(&made);
    assert_eq!(made.sources.len(), 1);
    let text = markdown(&built_in(), &options);
    assert!(text.contains("As of 31 December 2023: nothing published later is used."));
    assert!(
        text.contains("about US\\$ 50 million") && !text.contains("8.3"),
        "{text}"
    );
    assert!(text.contains("Eastern Economic Forum") && !text.contains("in Moscow"));
    let early = Options {
        as_of: Date::parse("2020").unwrap().latest(),
        ..Options::default()
    };
    let none = Markdown(Brief::new(&built_in(), &early));
    assert!(none.is_empty(), "nothing was published by then");
}

#[test]
fn a_topic_brings_those_within_it() {
    let options = Options {
        topic: Some(Id::new("energy").unwrap()),
        ..Options::default()
    };
    let made = Brief::new(&built_in(), &options);
    resolves(&made);
    let text = markdown(&built_in(), &options);
    assert!(text.contains("On the topic “Energy” only."));
    assert!(
        text.contains("Roadmap on nuclear energy 2025-2026"),
        "nuclear is within energy"
    );
    assert!(
        !text.contains("Trade, total") && !text.contains("legal assistance"),
        "{text}"
    );
}

/// Both sides of what is contested are told, in the table and in words, and neither is averaged.
#[test]
fn what_is_contested_says_so_with_both_sides() {
    let text = markdown(&built_in(), &Options::default());
    for row in [
        "| Trade, total | 2022 | ● about US\\$ 50 million | ≠ single source; contested, see open dispute 1[^",
        "| Trade, total | 2023 | ○ ≈ US\\$ 5.0 million | ≠ computed: 8.3 / (1 + 66 %) = 5.0, between 4.73 and 5.27; contested, see open dispute 1[^",
        "| Trade, total | 2024 | ● about US\\$ 8.3 million | ≠ single source; contested, see open dispute 1[^",
        "1. **Trade rises, yet its figures fall (grave).** One article gives about 50 million dollars for 2022",
    ] {
        assert!(text.contains(row), "{row}");
    }
}

/// "Events: 12 of 61 listed; 22 not between the two and 27 of other kinds."
#[test]
fn every_record_is_listed_or_counted_by_its_reason() {
    let topics = [None, Some(Id::new("energy").unwrap())];
    for topic in topics {
        let made = Brief::new(
            &built_in(),
            &Options {
                topic,
                ..Options::default()
            },
        );
        assert!(!made.left_out.is_empty());
        for line in &made.left_out {
            let numbers: Vec<usize> = line
                .split([' ', ';'])
                .filter_map(|word| word.parse().ok())
                .collect();
            let (listed, all, reasons) = (numbers[0], numbers[1], &numbers[2..]);
            assert_eq!(listed + reasons.iter().sum::<usize>(), all, "{line}");
        }
    }
}

#[test]
fn an_event_without_participants_is_counted() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "A and B", "sides": [
            {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#,
    );
    write(
        "sources.json",
        r#"[{"id": "s", "type": "article", "title": "S", "issued": "2024-06"}]"#,
    );
    let event = |id: &str, more: &str| {
        format!(
            r#"{{"id": "{id}", "title": "{id}", {more},
               "evidence": [{{"source": "s", "paragraph": 1, "exact": "words"}}]}}"#
        )
    };
    let both = r#""participants": [{"who": "LAO"}, {"who": "RUS"}]"#;
    let events = [
        event(
            "met",
            &format!(r#""kind": "summit", "status": "occurred", "date": "2024-01", {both}"#),
        ),
        event(
            "bare",
            r#""kind": "summit", "status": "occurred", "date": "2024-02""#,
        ),
        event(
            "said",
            r#""kind": "summit", "status": "occurred", "date": "2024-03", "bilateral": true"#,
        ),
        event(
            "old",
            &format!(r#""kind": "project", "status": "planned", "date": "2012", {both}"#),
        ),
        event(
            "near",
            &format!(r#""kind": "project", "status": "planned", "date": "2024-08-01", {both}"#),
        ),
    ];
    write("events.json", &format!("[{}]", events.join(",")));
    let loaded = load(&Origin::Folder(folder.path().to_owned()));
    let text = markdown(&loaded.dossier, &Options::default());
    assert!(
        text.contains("4 of 5 listed; 1 without participants"),
        "{text}"
    );
    assert!(text.contains("said") && text.contains("old"), "{text}");
    assert!(
        text.contains("No evidence since June 2024"),
        "an old plan is told with its age: {text}"
    );
    let due = text
        .split("## Overdue and due within 90 days")
        .nth(1)
        .expect("a section");
    assert!(
        due.contains("Planned for 2012, which has passed") && due.contains("in 32 days"),
        "{due}"
    );
}

#[test]
fn the_annex_has_every_cited_paragraph_once() {
    let dossier = built_in();
    let plain = Brief::new(&dossier, &Options::default());
    let mut texts = bilat::verify::Texts::default();
    let printed = (1..60)
        .map(|at| format!("Paragraph number {at}.\n"))
        .collect::<Vec<_>>()
        .concat();
    texts.insert(Id::new("article-2025").unwrap(), &printed);
    let brief = plain.with_passages(&dossier, &texts);
    let places: Vec<_> = brief.excerpts.iter().map(|one| &one.place).collect();
    let mut once = places.clone();
    once.dedup();
    assert_eq!(places, once);
    for excerpt in &brief.excerpts {
        let (letter, number) = excerpt.place.split_once(", ¶").unwrap();
        match letter {
            "A" => assert_eq!(
                excerpt.text.as_deref(),
                Some(&*format!("Paragraph number {number}."))
            ),
            _ => assert_eq!(excerpt.text, None),
        }
    }
    let written = text(&Markdown(brief)).unwrap();
    assert!(written.contains("## Passages") && written.contains("source text not available"));
}

#[test]
fn nothing_that_was_chosen_one_by_one_is_left_out() {
    let dossier = built_in();
    let kinds = [
        Kind::Event,
        Kind::Agreement,
        Kind::Quote,
        Kind::Claim,
        Kind::Observation,
    ];
    // Every third record of each kind, whoever it is between and whenever it was.
    let picked: Vec<_> = kinds
        .iter()
        .flat_map(|kind| dossier.all(*kind).step_by(3))
        .collect();
    let options = Options {
        lens: Some(Lens::only(&dossier, "marked", &picked)),
        is_picked: true,
        ..Options::default()
    };
    let brief = Brief::new(&dossier, &options);
    let mut cited: HashSet<Id> = HashSet::new();
    for section in &brief.sections {
        match &section.body {
            Body::Lines(lines) | Body::Numbered(lines) => {
                cited.extend(lines.iter().flat_map(|line| line.records.clone()));
            }
            Body::Figures { rows, lines, .. } => {
                cited.extend(rows.iter().flat_map(|row| row.records.clone()));
                cited.extend(lines.iter().flat_map(|line| line.records.clone()));
            }
            Body::Quotes(quotes) => cited.extend(quotes.iter().flat_map(|one| one.records.clone())),
        }
    }
    let missing: Vec<_> = picked
        .iter()
        .map(|record| dossier.id(*record))
        .filter(|id| !cited.contains(id))
        .collect();
    assert_eq!(missing, [], "{:?}", brief.left_out);
    // As a lens the same records are chosen from by the rules of the parts.
    let rules = Options {
        is_picked: false,
        ..options
    };
    let by_rules = Brief::new(&dossier, &rules);
    assert!(by_rules.sections.len() < brief.sections.len());
}

/// A computed total names the dispute on the total, not the one on a term of the sum.
#[test]
fn a_computed_total_names_its_own_dispute() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write(
        "dossier.json",
        r#"{"format": "bilat/1", "title": "A and B", "sides": [
            {"code": "LAO", "name": "Laos"}, {"code": "RUS", "name": "Russia"}]}"#,
    );
    write(
        "sources.json",
        r#"[{"id": "s", "type": "article", "title": "S", "issued": "2025-06"}]"#,
    );
    let passage =
        |words: &str| format!(r#"[{{"source": "s", "paragraph": 1, "exact": "{words}"}}]"#);
    let series = |flow: &str, values: &[u32]| {
        let figures = values.iter().map(|value| {
            let evidence = passage(&value.to_string());
            format!(
                r#"{{"id": "{flow}-{value}", "period": "2024", "value": {value}, "evidence": {evidence}}}"#
            )
        });
        let figures: Vec<_> = figures.collect();
        format!(
            r#"{{"id": "{flow}", "title": "{flow}", "kind": "trade", "unit": "USD", "scale": 6,
               "flow": "{flow}", "reporter": "LAO", "partner": "RUS",
               "observations": [{}], "evidence": {}}}"#,
            figures.join(","),
            passage("words")
        )
    };
    let all = [
        series("exports", &[5, 50]),
        series("imports", &[10]),
        series("total", &[400]),
    ];
    write("series.json", &format!("[{}]", all.join(",")));
    let dossier = load(&Origin::Folder(folder.path().to_owned())).dossier;
    let text = markdown(&dossier, &Options::default());
    let number = |start: &str| {
        let line = text.lines().find(|line| line.contains(start));
        line.and_then(|line| line.split('.').next())
            .map(str::to_owned)
    };
    let on_total = number(". **total, 2024").expect("a dispute");
    assert_ne!(number(". **exports, 2024"), Some(on_total.clone()));
    let computed: Vec<_> = text
        .lines()
        .filter(|line| line.contains("| total | 2024 | ○"))
        .collect();
    assert!(!computed.is_empty(), "{text}");
    for row in computed {
        assert!(
            row.contains(&format!("see open dispute {on_total}")),
            "{row}"
        );
    }
}
