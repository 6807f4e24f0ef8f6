//! What is read of an article as a whole: quotes in runs, its head, its versions, what was drafted before.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::kinds::{draft, drafted, of};
use super::{bilat, built_in, dossier, empty, proposals, records, text};

#[test]
fn a_quote_goes_on_where_the_reporter_has_spoken() {
    for (article, expected) in [
        (
            "\"We have agreed to build the line by 2030,\" Putin said after the talks. \"This is an ambitious plan.\"",
            "We have agreed to build the line by 2030. This is an ambitious plan.",
        ),
        (
            "“It is a matter of months,” Lavrov said, “and not of decades any more.”",
            "It is a matter of months, and not of decades any more.",
        ),
        (
            "“Who would have believed in this bridge?” Putin asked. “It carries trains today.”",
            "Who would have believed in this bridge? It carries trains today.",
        ),
        (
            "“We have come a long way,” Lavrov said, “… and there is more to come for us.”",
            "We have come a long way, … and there is more to come for us.",
        ),
    ] {
        let (folder, all, _) = drafted(article);
        let quote = of(&all, "quote")[0];
        assert_eq!(text(&quote["record"], "text"), expected);
        let into = dossier(&folder);
        let (code, out, err) = bilat(&["review", &into, "--accept", text(quote, "id")]);
        assert_eq!(code, 0, "{out}{err}");
        let (_, report, _) = bilat(&["verify", &into, "--json"]);
        let report: Value = serde_json::from_str(&report).expect("JSON");
        let anchors = report["anchors"].as_array().expect("a list");
        let mut ours = anchors
            .iter()
            .filter(|one| text(one, "source") == "article-2026");
        assert!(
            ours.all(|one| text(one, "verdict") == "found"),
            "{report:#}"
        );
    }
}

const NEWS: &str = "Rail and power lead the talks in Vientiane

By Anna Petrova

\"We will open a direct freight line before the end of the year,\" Sergey Lavrov told reporters after the talks.

Trade between Laos and Russia reached about $12.9 million in 2025, the ministry of trade said on Tuesday.

Russia and Laos signed a memorandum on rail transport in Vientiane on March 2, 2026, the ministers said.

Sergey Lavrov met Thongloun Sisoulith in Vientiane on March 2, 2026, for talks of two hours on rail.
";

#[test]
fn headline_and_byline_of_a_plain_text_are_read() {
    let (folder, all, _) = drafted(NEWS);
    let source = &of(&all, "source")[0]["record"];
    assert_eq!(
        text(source, "title"),
        "Rail and power lead the talks in Vientiane"
    );
    assert_eq!(text(source, "note"), "By Anna Petrova.");
    assert_eq!(source["missing"], serde_json::json!(["URL"]));
    let stored = fs::read_to_string(Path::new(&dossier(&folder)).join("article-2026.txt"));
    assert_eq!(stored.expect("there"), NEWS);
}

#[test]
fn an_edited_version_repeats_nothing_of_what_did_not_change() {
    let (folder, all, _) = drafted(NEWS);
    let into = dossier(&folder);
    let id = |kind: &str| text(of(&all, kind)[0], "id").to_owned();
    let decide = ["--accept", &id("quote"), "--reject", &id("agreement")];
    let (code, out, err) = bilat(&[&["review", into.as_str()], &decide[..]].concat());
    assert_eq!(code, 0, "{out}{err}");
    let out = draft(
        &folder,
        &NEWS.replace("$12.9 million", "$13.4 million"),
        "2026-03-04",
    );
    assert!(
        out.contains("an edited version of article-2026: 5 of 6 paragraphs unchanged"),
        "{out}"
    );
    let all = proposals(&into);
    let new: Vec<&Value> = all
        .iter()
        .filter(|one| text(one, "id").starts_with("article-2026-2."))
        .collect();
    let kinds: Vec<_> = new.iter().map(|one| text(one, "kind")).collect();
    assert_eq!(kinds, ["source", "figure"], "{new:#?}");
    assert_eq!(
        text(&new[1]["record"]["evidence"][0], "source"),
        "article-2026-2"
    );
    assert!(text(&new[0]["record"], "note").contains("An edited version of `article-2026`."));
    // Another article of the same day is none.
    let other = NEWS
        .replace("Rail and power", "Schools")
        .replace("the", "a");
    let out = draft(&folder, &other, "2026-03-04");
    assert!(!out.contains("edited version"), "{out}");
}

#[test]
fn the_counts_of_a_draft_add_up() {
    let folder = built_in();
    let into = dossier(&folder);
    let count = |out: &str, before: &str| -> usize {
        let start = out.find(before).map_or(0, |at| at + before.len());
        let digits = out[start..].chars().take_while(char::is_ascii_digit);
        digits.collect::<String>().parse().unwrap_or_default()
    };
    draft(&folder, NEWS, "2026-03-04");
    let all = proposals(&into);
    let out = draft(&folder, NEWS, "2026-03-04");
    assert_eq!(count(&out, "from this text: "), all.len(), "{out}");
    assert!(out.contains(&format!("{} waiting; ", all.len())), "{out}");
    let quote = text(of(&all, "quote")[0], "id");
    let (code, accepted, _) = bilat(&["review", &into, "--accept", quote]);
    let accepted = accepted.matches("accepted ").count();
    assert!(code == 0 && accepted > 0);
    let out = draft(&folder, NEWS, "2026-03-04");
    let waiting = all.len() - accepted;
    let told = format!(
        "from this text: {} ({waiting} waiting, {accepted} accepted, 0 rejected)",
        all.len()
    );
    assert!(out.contains(&told), "{out}");
    assert!(out.contains(&format!("{waiting} waiting; ")), "{out}");
    assert!(!records(&into, "quotes.json").is_empty());
}

#[test]
fn a_review_of_what_has_no_inbox_says_what_is_expected() {
    let folder = built_in();
    let into = dossier(&folder);
    let named = |path: String| {
        let (code, out, err) = bilat(&["review", &path]);
        assert!(code == 2 && out.is_empty(), "{path}: {out}{err}");
        err.replace(&path, "PATH")
    };
    let told = "PATH is not a folder: name the folder of a dossier; its inbox is the file proposed.jsonl there";
    let document = folder.path().join("one.json");
    fs::write(&document, "{}").expect("written");
    assert!(named(document.to_str().expect("UTF-8").to_owned()).contains(told));
    assert!(named(format!("{into}/quotes.json")).contains(told));
    let above = folder.path().to_str().expect("UTF-8").to_owned();
    assert!(named(above).contains("PATH is not a dossier: there is no dossier.json in it"));
    assert!(named(format!("{into}/none")).contains("cannot open PATH"));
}

#[test]
fn what_is_no_text_is_refused_by_name() {
    let folder = built_in();
    let into = dossier(&folder);
    let file = folder.path().join("x.txt");
    let path = file.to_str().expect("UTF-8");
    for (bytes, told) in [
        (
            &b"PK\x03\x04\x14\x00\x06\x00 not an archive"[..],
            "x.txt is a ZIP archive: unpack it",
        ),
        (
            b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml ppt/slides",
            "x.txt is PowerPoint slides (.pptx): save its text",
        ),
        (
            b"PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.text",
            "x.txt is an OpenDocument text (.odt): save its text",
        ),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0",
            "x.txt is a picture (PNG): write its words",
        ),
        (
            b"RIFF\x24\0\0\0WEBPVP8 ",
            "x.txt is a picture (WebP): write its words",
        ),
        (
            b"{\\rtf1\\ansi Hello.}",
            "x.txt is an RTF document: save its text",
        ),
        (
            b"TY  - JOUR\nTI  - T\nER  - \n",
            "x.txt is RIS: export the library",
        ),
        (
            b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
            "x.txt is an iCalendar file: turn its events",
        ),
        (
            b"year,flow,value\n2020,exports,12.5\n",
            "x.txt is a table (CSV): use `bilat import`",
        ),
        (
            b"{\"dossier\": {\n\"format\": \"bilat/1\"}}",
            "x.txt is a dossier of bilat: use `bilat import json`",
        ),
        (
            b"\x01\x02\x03\x04 some words \x05\x06\x07",
            "x.txt is a binary file: save its text",
        ),
    ] {
        fs::write(&file, bytes).expect("written");
        let (code, out, err) = bilat(&["draft", path, "--into", &into]);
        assert!(code == 2 && err.contains(told), "{out}{err}");
        let (code, out, err) = bilat(&["vet", path, &into]);
        let told = told.replace("x.txt is", "x.txt: it is");
        assert!(code == 2 && err.contains(&told), "{out}{err}");
    }
    assert!(!Path::new(&into).join("proposed.jsonl").exists());
}

#[test]
fn a_brief_as_a_word_document_is_an_article() {
    let folder = built_in();
    let into = dossier(&folder);
    let brief = folder.path().join("brief.docx");
    let brief = brief.to_str().expect("UTF-8");
    let (code, out, err) = bilat(&["export", "docx", &into, "-o", brief]);
    assert_eq!(code, 0, "{out}{err}");
    let (code, out, err) = bilat(&["draft", brief, "--into", &into]);
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.contains("  source  new"), "{out}");
}

/// A changed paragraph repeats what it said before beside what is new, and what is new is compared with
/// what waits.
#[test]
fn an_edited_paragraph_is_asked_only_for_what_is_new_in_it() {
    let paragraph = "Trade between Laos and Russia reached $12.9 million in 2025, and Lao exports to \
        Russia were worth $5.2 million in 2025.";
    let before = NEWS.replace(
        "Trade between Laos and Russia reached about $12.9 million in 2025, the ministry of trade said on Tuesday.",
        paragraph,
    );
    let folder = empty();
    let into = dossier(&folder);
    draft(&folder, &before, "2026-03-04");
    let waiting = proposals(&into);
    let trade = of(&waiting, "figure")[0];
    draft(
        &folder,
        &before.replace("$12.9 million", "$19.4 million"),
        "2026-03-04",
    );
    let all = proposals(&into);
    let is_new = |one: &&Value| text(one, "id").starts_with("article-2026-2.");
    let new: Vec<&Value> = all.iter().filter(is_new).collect();
    let kinds: Vec<_> = new.iter().map(|one| text(one, "kind")).collect();
    assert_eq!(kinds, ["source", "figure"], "{new:#?}");
    assert_eq!(text(new[1], "news"), "differs");
    assert_eq!(text(new[1], "of"), text(&trade["record"], "id"));
    assert!(text(new[1], "told").contains("against"), "{}", new[1]);
    // Both can be accepted.
    let both = [text(trade, "id"), text(new[1], "id")].join(",");
    let (code, out, err) = bilat(&["review", &into, "--accept", &both]);
    assert_eq!(code, 0, "{out}{err}");
}
