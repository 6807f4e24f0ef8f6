//! The page and the Markdown of a brief: every tag is known and closed, every link leads somewhere, and
//! no word of a dossier is obeyed.

use std::collections::HashSet;

use bilat::brief::Options;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use serde_json::json;

use super::brief::{brief, html, markdown, resolves};
use super::generated::{any_dossier, built_in, odd, of};

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
