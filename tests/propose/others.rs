//! What is of other countries, what is no text of the article, and what cannot be accepted yet.

use std::fs;

use super::kinds::{draft, drafted, of};
use super::{bilat, dossier, empty, ids, proposals, records, text};

/// The titles of the agreements that an article on Laos and Russia gives.
fn titles(article: &str) -> Vec<String> {
    let (_folder, all, _) = drafted(article);
    let agreements = of(&all, "agreement").into_iter();
    agreements
        .map(|one| text(&one["record"], "title").to_owned())
        .collect()
}

#[test]
fn agreements_with_a_third_country_are_left() {
    for article in [
        "Laos signed a treaty with Brazil on fisheries on 1 June 2025.",
        "Brazil signed a treaty with Laos on rice on 3 June 2025.",
        "Laos and Thailand signed a memorandum on rail in 2024.",
        "A treaty on fish between Laos and Brazil was signed in Moscow, Russia.",
        "A Laos-Brazil agreement on maize entered into force in 2024.",
    ] {
        assert!(titles(article).is_empty(), "{article}");
    }
    for (article, title) in [
        (
            "Laos, Russia and Belarus signed a treaty on transport.",
            "Treaty on transport",
        ),
        (
            "Laos signed an agreement on transit through Vietnam.",
            "Agreement on transit through Vietnam",
        ),
        (
            "The two of them discussed a road map for a power line through Vietnam.",
            "Road map for a power line through Vietnam",
        ),
        (
            "Laos and Russia signed a treaty with Belarus on rice.",
            "Treaty with Belarus on rice",
        ),
        (
            "Laos has a free trade agreement with the South American bloc in force.",
            "Free trade agreement with the South American bloc",
        ),
    ] {
        assert_eq!(titles(article), [title], "{article}");
    }
}

#[test]
fn students_of_no_stated_country_are_unsure() {
    for (article, sure) in [
        (
            "In 2024, 7,000 students were educated at universities in Laos.",
            "unsure",
        ),
        (
            "In 2024, 7,000 Russians were educated at universities in Laos.",
            "likely",
        ),
    ] {
        let (_folder, all, _) = drafted(article);
        assert_eq!(text(of(&all, "figure")[0], "confidence"), sure, "{article}");
    }
}

#[test]
fn code_and_comments_of_markdown_are_no_article() {
    let folder = empty();
    let article = folder.path().join("a.md");
    let raw = "Laos and Russia signed a treaty on rice on 3 June 2025.\n\n<!-- Laos and Russia signed a treaty on tea\n\
               in 2024. -->\n\n~~~\nLaos and Russia signed a treaty on tin in 2023.\n~~~\n\nIt says \
               `Laos and Russia signed a treaty on tar in 2022.` there.\n";
    fs::write(&article, raw).expect("written");
    let into = dossier(&folder);
    let path = article.to_str().expect("UTF-8");
    let (code, _, err) = bilat(&["draft", path, "--into", &into, "--published", "2025-06-12"]);
    assert_eq!(code, 0, "{err}");
    let all = proposals(&into);
    assert_eq!(of(&all, "agreement").len(), 1, "{all:?}");
}

#[test]
fn a_page_of_short_lines_without_a_body_is_read() {
    let folder = empty();
    let page = folder.path().join("a.html");
    fs::write(
        &page,
        "<html><h1>Talks</h1><p>Laos and Russia signed a treaty.</html>",
    )
    .expect("written");
    let into = dossier(&folder);
    let path = page.to_str().expect("UTF-8");
    let (code, out, err) = bilat(&["draft", path, "--into", &into, "--published", "2025-06-12"]);
    assert_eq!(code, 0, "{out}{err}");
    assert_eq!(of(&proposals(&into), "agreement").len(), 1);
}

#[test]
fn a_quote_without_a_speaker_is_left_and_the_rest_accepted() {
    let folder = empty();
    let article = "Laos and Russia signed a treaty on rice on 3 March 2026.\n\n\
                   \u{201c}We have waited ten years for this road,\u{201d} a diplomat said.";
    draft(&folder, article, "2026-03-04");
    let into = dossier(&folder);
    let all = proposals(&into);
    let every = ids(&all, |_| true).join(",");
    let open = ids(&all, |one| !one["lacks"].is_null());
    assert_eq!(open.len(), 1, "{all:?}");
    let (code, out, err) = bilat(&["review", &into, "--accept", &every]);
    assert_eq!(code, 1, "{out}{err}");
    let told = format!("`{}` was not accepted: it has no speaker", open[0]);
    assert!(err.contains(&told), "{err}");
    assert!(out.contains("1 waiting"), "{out}");
    assert_eq!(records(&into, "agreements.json").len(), 1);
    // Alone it is an error, and it still waits.
    let (code, _, err) = bilat(&["review", &into, "--accept", open[0]]);
    assert!(code == 2 && err.contains("has no speaker"), "{err}");
    assert_eq!(ids(&proposals(&into), |_| true), open);
}
