//! The brief: every line leads to a passage, nothing of a dossier is obeyed, and what it says of the
//! built-in dossier was read and found true.

use std::collections::HashSet;

use bilat::brief::{Body, Brief, Options};
use bilat::dossier::date::Date;
use bilat::dossier::{Dossier, Id, Kind};
use bilat::export::{Format, Html, Markdown, text};
use bilat::load::{Origin, load};
use bilat::workspace::Lens;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use serde_json::json;

use super::generated::{any_dossier, built_in, odd, of};

fn brief(dossier: &Dossier) -> Brief {
    Brief::new(dossier, &Options::default())
}

fn markdown(dossier: &Dossier, options: &Options) -> String {
    text(&Markdown(Brief::new(dossier, options))).unwrap()
}

fn html(dossier: &Dossier) -> String {
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
fn resolves(brief: &Brief) {
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

/// Tags that the body is made of.
const TAGS: [&str; 30] = [
    "main",
    "h1",
    "h2",
    "p",
    "section",
    "ul",
    "ol",
    "li",
    "strong",
    "sup",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "blockquote",
    "span",
    "div",
    "figure",
    "figcaption",
    "svg",
    "title",
    "desc",
    "line",
    "circle",
    "path",
    "text",
    "g",
];

/// Reads a page strictly: known tags only, each closed in order, no attribute but ours, and every
/// link leads to a place on the page.
fn holds_together(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let (mut ids, mut targets) = (HashSet::new(), HashSet::new());
    let body = page
        .split_once("<body>")
        .unwrap()
        .1
        .strip_suffix("</body>\n</html>\n")
        .unwrap();
    for piece in body.split('<').skip(1) {
        let (tag, _) = piece.split_once('>').expect("a tag ends");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
            continue;
        }
        let name = tag.split([' ', '/']).next().unwrap();
        assert!(TAGS.contains(&name), "{tag}");
        for (attribute, value) in attributes(tag) {
            assert!(!attribute.starts_with("on") && attribute != "src" && attribute != "style");
            match attribute {
                "id" => assert!(ids.insert(value.to_owned()), "{value} stands twice"),
                "href" => {
                    let target = value.strip_prefix('#').expect("a place on the page");
                    targets.insert(target.to_owned());
                }
                _ => {}
            }
        }
        if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    assert!(targets.is_subset(&ids), "{:?}", targets.difference(&ids));
}

fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut rest = tag.split_once(' ').map_or("", |(_, rest)| rest);
    let mut found = Vec::new();
    while let Some((name, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').expect("a value ends");
        found.push((name.trim(), value));
        rest = after;
    }
    found
}

/// What a reader of Markdown makes of the brief: no tag, no link, no picture, no heading but ours.
fn means_what_it_says(markdown: &str) {
    let extensions = Extensions::ENABLE_TABLES | Extensions::ENABLE_FOOTNOTES;
    let mut headings = 0;
    let (mut defined, mut used) = (HashSet::new(), HashSet::new());
    for event in Parser::new_ext(markdown, extensions) {
        match event {
            Event::Html(tag) | Event::InlineHtml(tag) => panic!("a tag: {tag}"),
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                panic!("a link to {dest_url}")
            }
            // An address stands in backticks, or GitHub would make a link of it.
            Event::Code(code) => {
                let mut signs = ["://", "www.", "@", ":"].iter();
                assert!(signs.any(|sign| code.contains(sign)), "{code}");
            }
            Event::Start(Tag::CodeBlock(_)) | Event::Rule => {
                panic!("code or a rule in {markdown}")
            }
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::FootnoteDefinition(name)) => {
                assert!(defined.insert(name.to_string()), "{name} stands twice");
            }
            Event::FootnoteReference(name) => {
                used.insert(name.to_string());
            }
            _ => {}
        }
    }
    let ours = markdown
        .lines()
        .filter(|line| line.starts_with('#'))
        .count();
    assert_eq!(headings, ours);
    assert_eq!(used, defined);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn nothing_of_any_dossier_is_obeyed(dossier in any_dossier()) {
        let made = brief(&dossier);
        resolves(&made);
        holds_together(&html(&dossier));
        means_what_it_says(&markdown(&dossier, &Options::default()));
    }
}

#[test]
fn the_built_in_page_and_text_hold_together() {
    for dossier in [built_in(), odd()] {
        holds_together(&html(&dossier));
        means_what_it_says(&markdown(&dossier, &Options::default()));
    }
}

/// A dossier whose every word is an attack.
#[test]
fn a_script_stays_text() {
    let script = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>";
    let rests = json!([{"source": "s0", "paragraph": 1, "exact": script}]);
    let loaded = of(&[
        (
            "sources",
            json!([{"id": "s0", "type": script, "title": script, "URL": "javascript:alert(1)"}]),
        ),
        (
            "events",
            json!([{"id": "e0", "title": script, "summary": script, "date": "2020", "kind": "summit",
                "status": "occurred", "place": script, "evidence": rests,
                "participants": [{"who": "LAO", "role": script}, {"who": "GBR"}]}]),
        ),
        (
            "series",
            json!([{"id": "t", "title": script, "kind": "trade", "unit": script, "reporter": "LAO",
                "partner": "GBR", "evidence": rests, "observations": [
                {"id": "t.1", "period": "2020", "value": 1, "evidence": rests},
                {"id": "t.2", "period": "2021", "value": 2, "evidence": rests}]}]),
        ),
    ]);
    let page = html(&loaded.dossier);
    assert!(
        page.contains("&lt;script&gt;") && page.contains("<svg"),
        "{page}"
    );
    assert!(!page.contains("<script") && !page.contains("<img"));
    holds_together(&page);
    let markdown = markdown(&loaded.dossier, &Options::default());
    assert!(markdown.contains("\\<script\\>"), "{markdown}");
    means_what_it_says(&markdown);
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
    let printed: String = (1..60)
        .map(|at| format!("Paragraph number {at}.\n"))
        .collect();
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
    let mut told: HashSet<Id> = HashSet::new();
    for section in &brief.sections {
        match &section.body {
            Body::Lines(lines) | Body::Numbered(lines) => {
                told.extend(lines.iter().flat_map(|line| line.records.clone()));
            }
            Body::Figures { rows, lines, .. } => {
                told.extend(rows.iter().flat_map(|row| row.records.clone()));
                told.extend(lines.iter().flat_map(|line| line.records.clone()));
            }
            Body::Quotes(quotes) => told.extend(quotes.iter().flat_map(|one| one.records.clone())),
        }
    }
    let missing: Vec<_> = picked
        .iter()
        .map(|record| dossier.id(*record))
        .filter(|id| !told.contains(id))
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
