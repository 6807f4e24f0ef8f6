//! Lines of an exported brief that somebody edited: what the brief would not write of their records is found, in
//! every format, and what it writes word for word is not accused.

use std::io::{Cursor, Read as _, Write as _};

use bilat::brief::{Brief, Options};
use bilat::contested::Contests;
use bilat::dossier::Dossier;
use bilat::export::{Docx, Format as _, Html, Markdown, text};
use bilat::load::{self, Origin, load};
use bilat::vet::document::Format;
use bilat::vet::{Document, Reason, Report, vet};
use zip::write::SimpleFileOptions;

use super::built_in;

fn markdown(dossier: &Dossier) -> String {
    text(&Markdown(Brief::new(dossier, &Options::default()))).expect("text")
}

fn page(dossier: &Dossier) -> String {
    text(&Html(Brief::new(dossier, &Options::default()))).expect("text")
}

/// The brief as a Word document, of whose parts one has been edited.
fn word(dossier: &Dossier, edited: &str, edit: impl Fn(&str) -> String) -> Document {
    let mut bytes = Vec::new();
    let brief = Brief::new(dossier, &Options::default());
    Docx(brief).write(0, &mut bytes).expect("written");
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut part = old.by_index(at).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut words = Vec::new();
        part.read_to_end(&mut words).expect("read");
        if name == edited {
            words = edit(&String::from_utf8(words).expect("text")).into_bytes();
        }
        new.start_file(name, SimpleFileOptions::default())
            .expect("a part");
        new.write_all(&words).expect("written");
    }
    Document::docx(&new.finish().expect("an archive").into_inner()).expect("a document")
}

const BODY: &str = "word/document.xml";

/// What must be changed, in words.
fn told(report: &Report, document: &Document) -> Vec<String> {
    let all = report.problems(false);
    all.map(|one| format!("{}: {}", &document.text[one.range.clone()], one.note))
        .collect()
}

/// An edit, and whether it is found in Markdown, in a page and in a Word document.
fn check(edits: &[(&str, &str)], is_wrong: bool) {
    let (dossier, contests) = built_in();
    let (lines, page) = (markdown(&dossier), page(&dossier));
    for (old, new) in edits {
        let escape = |text: &str| text.replace('[', "\\[").replace(']', "\\]");
        assert!(page.contains(old), "{old}");
        let edited = lines.replacen(&escape(old), &escape(new), 1);
        assert!(edited != lines, "{old}");
        for document in [
            Document::read(&edited, Format::Markdown),
            Document::read(&page.replacen(old, new, 1), Format::Html),
            word(&dossier, BODY, |part| part.replacen(old, new, 1)),
        ] {
            let report = vet(&dossier, &contests, &document);
            let told = told(&report, &document);
            assert_eq!(!told.is_empty(), is_wrong, "{new}: {told:?}");
        }
    }
}

#[test]
fn words_that_a_brief_takes_from_a_list_are_compared() {
    check(
        &[
            (
                "Sisoulith (President of Laos)",
                "Sisoulith (Foreign Minister of Laos)",
            ),
            (
                "Putin (Russian President)",
                "Putin (Russian Minister of Transport)",
            ),
            ("several agreements are signed", "six agreements are signed"),
            (
                "to live in Saint Petersburg (planned)",
                "to live in Saint Petersburg (cancelled)",
            ),
            (
                "between Russia and Laos (planned)",
                "between Russia and Laos (ongoing)",
            ),
            (
                "considered (under discussion, [2025])",
                "considered (agreed, [2025])",
            ),
            (
                "the 1990s, or kept all along? (minor)",
                "the 1990s, or kept all along? (grave)",
            ),
            ("= 7.81 million", "= 7.91 million"),
            ("= 5.0, between", "= 5.4, between"),
            ("more than 20,000 ha", "less than 20,000 ha"),
            ("12 of 61 listed", "14 of 61 listed"),
            ("81 not a part of briefs", "80 not a part of briefs"),
            ("Drawn from 2 sources", "Drawn from 4 sources"),
            ("Chris Devonshire-Ellis, “Laos", "Chris Hampshire, “Laos"),
            ("ASEAN Briefing, Dezan", "Vientiane Courier, Dezan"),
        ],
        true,
    );
}

/// Sentences may be written otherwise, as long as they say the same.
#[test]
fn the_status_of_an_agreement_is_compared() {
    let line = "Treaty on mutual legal assistance in criminal matters.** Signed \\[2025\\]; ";
    let edit = |status: &str| {
        let (dossier, contests) = built_in();
        let brief = markdown(&dossier);
        let own = format!("{line}not reported to be in force");
        assert!(brief.contains(&own), "{own}");
        let edited = brief.replacen(&own, &format!("{line}{status}"), 1);
        let document = Document::read(&edited, Format::Markdown);
        let report = vet(&dossier, &contests, &document);
        report.problems(false).count()
    };
    for status in [
        "in force",
        "no longer in force",
        "reported to be in force",
        "terminated",
    ] {
        assert!(edit(status) > 0, "{status}");
    }
    assert_eq!(edit("not known to be in force"), 0);
}

#[test]
fn sentences_may_be_written_otherwise() {
    check(
        &[
            (
                "The two presidents meet in Moscow",
                "Both presidents met in Moscow",
            ),
            (
                "The sources name fabrics, footwear",
                "The sources list fabrics, footwear",
            ),
        ],
        false,
    );
}

/// The column of the table that says how a figure stands.
#[test]
fn a_cell_of_the_table_is_that_of_its_record() {
    let (dossier, contests) = built_in();
    let lines = markdown(&dossier);
    for (old, new) in [
        ("30 days | single source", "30 days | official"),
        ("20,000 ha | single source", "20,000 ha | two sources"),
    ] {
        assert!(lines.contains(old), "{old}");
        let document = Document::read(&lines.replacen(old, new, 1), Format::Markdown);
        let found = told(&vet(&dossier, &contests, &document), &document);
        assert!(found.iter().any(|one| one.contains("drifted")), "{found:?}");
    }
}

#[test]
fn a_footnote_names_the_paragraph_of_its_words() {
    let (dossier, contests) = built_in();
    let lines = markdown(&dossier);
    for (old, new, expected) in [
        ("¶16 “more than 20,000", "¶17 “more than 20,000", "¶16"),
        ("¶9 “30 days”", "¶10 “30 days”", "¶9"),
    ] {
        assert!(lines.contains(old), "{old}");
        let document = Document::read(&lines.replacen(old, new, 1), Format::Markdown);
        let found = told(&vet(&dossier, &contests, &document), &document);
        assert!(found.iter().any(|one| one.contains(expected)), "{found:?}");
    }
    // Of others, a few words may be in several paragraphs.
    let other =
        "They need no visa for 30 days.[^1]\n\n[^1]: Devonshire-Ellis, para. 10: “30 days”\n";
    let document = Document::read(other, Format::Markdown);
    let found = told(&vet(&dossier, &contests, &document), &document);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn the_marks_of_a_chart_are_compared() {
    let (dossier, contests) = built_in();
    let page = page(&dossier);
    for (old, new) in [
        (">8.3</text>", ">9.3</text>"),
        (
            "<title>2022: about US$ 50 million</title>",
            "<title>2022: about US$ 90 million</title>",
        ),
    ] {
        assert!(page.contains(old), "{old}");
        let document = Document::read(&page.replacen(old, new, 1), Format::Html);
        let found = told(&vet(&dossier, &contests, &document), &document);
        assert!(!found.is_empty(), "{new}");
    }
}

/// A paragraph of the Word document with these words.
fn paragraph<'a>(part: &'a str, words: &str) -> &'a str {
    let at = part.find(words).expect("the words");
    let start = part[..at].rfind("<w:p>").expect("its beginning");
    let end = at + part[at..].find("</w:p>").expect("its end");
    &part[start..end]
}

/// The runs of a paragraph as a deletion that is tracked.
fn deleted(paragraph: &str) -> String {
    let gone = paragraph
        .replace("<w:t ", "<w:delText ")
        .replace("</w:t>", "</w:delText>");
    gone.replace("<w:r>", "<w:del w:id=\"900\"><w:r>")
        .replace("</w:r>", "</w:r></w:del>")
}

#[test]
fn a_line_that_was_deleted_is_reported_as_gone() {
    let (dossier, contests) = built_in();
    let document = word(&dossier, BODY, |part| {
        let line = paragraph(part, "Use of MIR cards in Laos");
        part.replacen(line, &deleted(line), 1)
    });
    assert!(!document.text.contains("MIR cards"));
    let report = vet(&dossier, &contests, &document);
    assert_eq!(told(&report, &document), Vec::<String>::new());
    let drifted: Vec<_> = report.drifted.iter().collect();
    let [line] = drifted.as_slice() else {
        panic!("one line, but {drifted:?}");
    };
    assert_eq!(line.reason, Reason::Gone);
    assert_eq!(line.records.len(), 1);
}

#[test]
fn a_chart_that_was_deleted_is_not_read() {
    let (dossier, contests) = built_in();
    let document = word(&dossier, BODY, |part| {
        let chart = paragraph(part, "descr=\"2022: about");
        let wrong = chart.replace("about US$ 50 million", "about US$ 90 million");
        part.replacen(chart, &deleted(&wrong), 1)
    });
    assert!(!document.text.contains("US$ 90 million"));
    let report = vet(&dossier, &contests, &document);
    assert_eq!(told(&report, &document), Vec::<String>::new());
}

/// A source with a short title and a date, and quotes of which a line of the brief gives two.
fn archive() -> Dossier {
    let quote = |id: &str, by: &str, words: &str| {
        format!(
            r#"{{"id": "{id}", "speaker": "{by}", "text": "{words}", "said": "2023-02-01",
                "kind": "verbatim", "evidence": [{{"source": "s", "paragraph": 2}}]}}"#
        )
    };
    let person = |id: &str, name: &str| {
        format!(
            r#"{{"id": "{id}", "name": "{name}",
                "evidence": [{{"source": "s", "paragraph": 1, "exact": "{name}"}}]}}"#
        )
    };
    let json = format!(
        r#"{{"dossier": {{"format": "bilat/1", "title": "T", "sides": [{{"code": "LAO", "name": "Laos"}},
            {{"code": "RUS", "name": "Russia"}}]}},
            "sources": [{{"id": "s", "type": "article-newspaper", "title": "A week", "issued": "2021-04-03"}}],
            "people": [{}, {}], "quotes": [{}, {}]}}"#,
        person("ann-ashby", "Ann Ashby"),
        person("bo-birch", "Bo Birch"),
        quote(
            "q1",
            "ann-ashby",
            "The harvest of the hills was a good one that year"
        ),
        quote(
            "q2",
            "bo-birch",
            "Nobody counted the boats on the lower river before"
        )
    );
    let loaded = load(&Origin::Document(load::Document::new("t.json", json)));
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    loaded.dossier
}

#[test]
fn what_a_brief_writes_is_not_accused() {
    let dossier = archive();
    let contests = Contests::new(&dossier, None);
    let lines = markdown(&dossier);
    assert!(
        lines.contains("Bo Birch: “Nobody") && lines.contains("2021-04-03"),
        "{lines}"
    );
    let document = Document::read(&lines, Format::Markdown);
    let report = vet(&dossier, &contests, &document);
    let found: Vec<_> = report
        .problems(true)
        .map(|one| (&document.text[one.range.clone()], &one.note))
        .collect();
    assert!(found.is_empty(), "{found:?}");
    // Somebody's own line with two speakers.
    for (line, is_wrong) in [
        (
            "Ann Ashby: “The harvest of the hills was a good one that year”, Bo Birch: “Nobody counted the boats on \
          the lower river before”.",
            false,
        ),
        (
            "Bo Birch: “The harvest of the hills was a good one that year”, Ann Ashby: “Nobody counted the boats on \
          the lower river before”.",
            true,
        ),
    ] {
        let document = Document::read(line, Format::Plain);
        let report = vet(&dossier, &contests, &document);
        let found = told(&report, &document);
        assert_eq!(
            found.len(),
            if is_wrong { 2 } else { 0 },
            "{line}: {found:?}"
        );
    }
}

#[test]
fn what_is_only_worded_otherwise_is_told_and_accuses_nobody() {
    let (dossier, contests) = built_in();
    let (lines, page) = (markdown(&dossier), page(&dossier));
    for (old, new, words) in [
        (
            "Laos open diplomatic",
            "Laos close diplomatic",
            "“close” for “open”",
        ),
        ("by rail; Putin", "by road; Putin", "“road” for “rail”"),
        (
            "article does not say by",
            "article does say by",
            "without “not”",
        ),
    ] {
        for document in [
            Document::read(&lines.replacen(old, new, 1), Format::Markdown),
            Document::read(&page.replacen(old, new, 1), Format::Html),
            word(&dossier, BODY, |part| part.replacen(old, new, 1)),
        ] {
            let report = vet(&dossier, &contests, &document);
            let reworded: Vec<_> = report.drifted.iter().collect();
            assert!(
                reworded
                    .iter()
                    .any(|line| line.reason == Reason::Reworded
                        && line.words.as_deref() == Some(words)),
                "{new}: {reworded:?}"
            );
            assert!(
                !report.has_drifted(false) && report.has_drifted(true),
                "{new}"
            );
        }
    }
}

#[test]
fn the_sign_of_a_rate_is_compared() {
    check(&[("+4 %", "-4 %")], true);
}
