//! Texts that are no plain text of a paragraph a line: passages are found all the same, or that is
//! said once.

use bilat::verify::{Verdict, passage, verify};

use crate::world::{World, texts};

/// Paragraphs of some five lines each.
fn paragraphs() -> Vec<String> {
    let sentence = |n: usize| {
        let verb = ["grew", "fell", "stayed the same", "doubled"][n % 4];
        format!(
            "In the year {} cooperation between the long-term partners {verb} while the ministry \
             spoke of {} agreements on transport and of the river port near Kang",
            1900 + n,
            n * 3 + 11
        )
    };
    (0..12)
        .map(|n| format!("{}. {}.", sentence(2 * n), sentence(2 * n + 1)))
        .collect()
}

/// A dossier with two passages of each paragraph.
fn world(paragraphs: &[String]) -> World {
    let passages = paragraphs.iter().enumerate().flat_map(|(at, text)| {
        let words: Vec<_> = text.split(' ').collect();
        let half = [words[2..16].join(" "), words[20..words.len() - 3].join(" ")];
        half.into_iter().enumerate().map(move |(part, exact)| {
            format!(
                r#"{{"id": "e{at}-{part}", "title": "T", "kind": "visit", "status": "occurred",
                "evidence": [{{"source": "news", "paragraph": {}, "exact": "{exact}"}}]}}"#,
                at + 1
            )
        })
    });
    let records: Vec<_> = passages.collect();
    World::new(&[("events.json", &format!("[{}]", records.join(",")))])
}

/// Every line of the report on a text, and what is remarked.
fn report(text: &str) -> (String, Vec<String>, Vec<String>) {
    let dossier = world(&paragraphs()).dossier();
    let texts = texts(text);
    let report = verify(&dossier, &texts);
    (report.summary(), report.lines().collect(), report.remarks())
}

const FOUND: &str = "24 anchors: 24 found";

/// Breaks lines at blanks before they are wider than `width`; long words are divided.
fn wrap(text: &str, width: usize, divided: bool) -> String {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ') {
        let room = width.saturating_sub(line.len() + 1);
        if line.len() + 1 + word.len() <= width || line.is_empty() {
            line = [line.as_str(), word].join(if line.is_empty() { "" } else { " " });
        } else if divided && word.len() > 6 && room > 4 && !word.contains('-') {
            lines.push(format!("{line} {}-", &word[..3]));
            word[3..].clone_into(&mut line);
        } else {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    lines.push(line);
    lines.join("\n")
}

#[test]
fn plain_text_needs_no_remark() {
    let none: Vec<String> = Vec::new();
    assert_eq!(
        report(&paragraphs().join("\n")),
        (FOUND.to_owned(), none.clone(), none)
    );
}

#[test]
fn wrapped_lines_and_divided_words_are_joined() {
    for divided in [false, true] {
        for width in [40, 64, 72, 100] {
            let paragraphs = paragraphs();
            let wrapped = paragraphs.iter().map(|text| wrap(text, width, divided));
            let text = wrapped.collect::<Vec<_>>().join("\n\n");
            let (summary, lines, remarks) = report(&text);
            assert_eq!(summary, FOUND, "{width} {divided} {lines:#?}\n{text}");
            let remark = "news: the text has wrapped lines; save it with one paragraph a line";
            assert_eq!(remarks, [remark]);
        }
    }
    let soft = paragraphs().join("\n").replace("coop", "coop\u{ad}");
    assert_eq!(report(&soft).0, FOUND);
}

#[test]
fn a_page_of_the_web_is_read_without_its_tags() {
    let page = |paragraph: &String| {
        let text = paragraph.replace("ministry", "<a href=\"/x?a=1&b=2\">mini<b>stry</b></a>");
        format!(
            "<p class=é>\n  {}\n</p>\n",
            text.replace("of the", "of\nthe&nbsp;")
        )
    };
    let body: String = paragraphs().iter().map(page).collect();
    let page = format!(
        "<!DOCTYPE html>\n<html><head><title>T</title>\n<style>p {{}}</style></head>\n<body>{body}\
         <script>\nlet a = '<p>';\n</script></body></html>"
    );
    let (summary, lines, remarks) = report(&page);
    assert_eq!(summary, FOUND, "{lines:#?}");
    let remark = "news: the text is HTML; save it as plain text, one paragraph a line";
    assert_eq!(remarks, [remark]);
    // The characters are those of the file.
    let dossier = world(&paragraphs()).dossier();
    let texts = texts(&page);
    let report = verify(&dossier, &texts);
    let Verdict::Found(ranges) = &report.judged()[0].1 else {
        panic!("{:?}", report.judged()[0]);
    };
    let chars: Vec<char> = page.chars().collect();
    let words: String = chars[ranges[0].clone()].iter().collect();
    assert!(words.starts_with("year 1900 cooperation"), "{words}");
    // And the screen shows it without them.
    let evidence = &report.judged()[0].0.evidence;
    let shown = passage(&texts, &dossier, evidence, None, 4).expect("a passage");
    let paragraph = &shown.paragraphs[shown.at];
    assert!(
        !paragraph.text.contains(['<', '&', '\0']),
        "{}",
        paragraph.text.as_str()
    );
    assert!(paragraph.text[paragraph.marks[0].clone()].starts_with("year 1900 cooperation"));
}

#[test]
fn markdown_is_read_without_its_signs() {
    let signs = |paragraph: &String| {
        let text = paragraph.replace("ministry", "[ministry](https://x.org/a_b)");
        text.replace("cooperation", "**cooperation**")
            .replace("year", "_year_")
    };
    let text: Vec<_> = paragraphs().iter().map(signs).collect();
    let wrapped = text.iter().map(|text| wrap(text, 72, false));
    for text in [text.join("\n\n"), wrapped.collect::<Vec<_>>().join("\n\n")] {
        let (summary, lines, remarks) = report(&text);
        assert_eq!(summary, FOUND, "{lines:#?}");
        let remark = "news: the text is Markdown; save it as plain text, one paragraph a line";
        assert_eq!(remarks, [remark]);
    }
}

#[test]
fn a_page_whose_paragraphs_are_others_is_told_once() {
    let paragraphs: Vec<_> = paragraphs()
        .iter()
        .map(|text| format!("<p>{text}</p>\n"))
        .collect();
    let body = paragraphs.concat();
    let menu = "<li>Menu</li>\n".repeat(5);
    let (summary, lines, remarks) = report(&format!("<html><ul>{menu}</ul>{body}</html>"));
    assert_eq!(summary, "24 anchors: 24 drifted");
    assert_eq!(lines, Vec::<String>::new());
    let remark = "news: the text is HTML: 24 of 24 passages not found; \
                  save it as plain text, one paragraph a line";
    assert_eq!(remarks, [remark]);
}

#[test]
fn a_slip_in_a_text_of_another_layout_is_a_slip() {
    let mut slip = paragraphs();
    slip[4] = slip[4].replace("11", "12").replace("35", "36");
    let wrapped = slip.iter().map(|text| wrap(text, 72, false));
    let (summary, lines, _) = report(&wrapped.collect::<Vec<_>>().join("\n\n"));
    assert_eq!(summary, "24 anchors: 23 found, 1 altered");
    assert!(
        lines[0].contains("news ¶5: ") && lines[0].contains("[-35-]{+36+}"),
        "{lines:?}"
    );
}

#[test]
fn rows_of_a_table_are_not_joined() {
    // Of one width, and with small letters at either end of a row.
    let row = |n: usize| {
        format!(
            "laos, {}, exports of rice and of wood, {}",
            1990 + n,
            n * 37 + 1000
        )
    };
    let table: Vec<_> = (0..30).map(row).collect();
    let records = r#"[{"id": "e", "title": "T", "kind": "visit", "status": "occurred", "evidence":
        [{"source": "news", "paragraph": 5, "exact": "exports of rice and of wood, 1185"}]}]"#;
    let dossier = World::new(&[("events.json", records)]).dossier();
    let texts = texts(&table.join("\n"));
    let report = verify(&dossier, &texts);
    assert_eq!(report.summary(), "1 anchor: 1 drifted");
    assert_eq!(report.remarks(), Vec::<String>::new());
}
