//! Text, Markdown, HTML and Word documents are one text.

use std::io::{Cursor, Write as _};

use bilat::vet::document::Format;
use bilat::vet::{Document, Verdict};
use zip::write::SimpleFileOptions;

use super::report;

const SENTENCE: &str = "Laos joined the RCEP in January 2020.";

/// A Word document of these parts.
fn docx(body: &str, notes: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let mut part = |name: &str, text: &str| {
        archive
            .start_file(name, SimpleFileOptions::default())
            .expect("a part");
        archive.write_all(text.as_bytes()).expect("written");
    };
    part(
        "word/document.xml",
        &format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>"),
    );
    part(
        "word/footnotes.xml",
        &format!("<w:footnotes xmlns:w=\"w\">{notes}</w:footnotes>"),
    );
    part(
        "word/styles.xml",
        "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Strong\"><w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:styleId=\"Gone\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>",
    );
    archive.finish().expect("an archive").into_inner()
}

/// What a reader of a Word document does not see as its text is not read: deleted, moved away, hidden, struck
/// out, by a property or by a style; and what is turned off hides nothing.
#[test]
fn what_is_gone_from_a_word_document_is_not_read() {
    let wrong = "<w:t>Laos joined the RCEP in January 2020.</w:t>";
    let run = |properties: &str| format!("<w:r><w:rPr>{properties}</w:rPr>{wrong}</w:r>");
    for gone in [
        format!("<w:del w:id=\"1\"><w:r>{wrong}</w:r></w:del>"),
        format!("<w:moveFrom><w:r>{wrong}</w:r></w:moveFrom>"),
        run("<w:vanish/>"),
        run("<w:strike w:val=\"true\"/>"),
        run("<w:b/><w:dstrike/>"),
        run("<w:rStyle w:val=\"Gone\"/>"),
    ] {
        let body = format!("<w:p>{gone}<w:r><w:t>The end.</w:t></w:r></w:p>");
        let document = Document::docx(&docx(&body, "")).expect("a document");
        assert_eq!(document.text, "The end.\n", "{gone}");
    }
    let paragraph =
        format!("<w:p><w:pPr><w:pStyle w:val=\"Gone\"/></w:pPr><w:r>{wrong}</w:r></w:p>");
    let document = Document::docx(&docx(&paragraph, "")).expect("a document");
    assert_eq!(document.text, "");
    for shown in [
        run("<w:strike w:val=\"0\"/>"),
        run("<w:rStyle w:val=\"Strong\"/>"),
        format!("<w:ins><w:r>{wrong}</w:r></w:ins>"),
        // The mark that ends the paragraph was deleted, not the paragraph.
        format!("<w:pPr><w:rPr><w:del/><w:strike/></w:rPr></w:pPr><w:r>{wrong}</w:r>"),
    ] {
        let document =
            Document::docx(&docx(&format!("<w:p>{shown}</w:p>"), "")).expect("a document");
        assert_eq!(document.text.trim(), SENTENCE, "{shown}");
    }
}

/// A note is compared as any other text, in Markdown and in Word.
#[test]
fn notes_are_compared() {
    let word = docx(
        "<w:p><w:r><w:t>The region grew.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>",
        &format!("<w:footnote w:id=\"2\"><w:p><w:r><w:t>{SENTENCE}</w:t></w:r></w:p></w:footnote>"),
    );
    let markdown = format!("The region grew.[^1]\n\n[^1]: {SENTENCE}\n");
    for document in [
        Document::docx(&word).expect("a document"),
        Document::read(&markdown, Format::Markdown),
    ] {
        let report = report(&document);
        let mut findings = report.findings.iter();
        let wrong = findings.find(|one| one.verdict == Verdict::Contradicted);
        let wrong = wrong.expect("the note has a slip");
        assert_eq!(&document.text[wrong.range.clone()], "January 2020");
    }
}

#[test]
fn every_format_gives_the_same_verdict() {
    let run = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let word = docx(&(run("A heading") + &run(SENTENCE)), "");
    let documents = [
        Document::read(SENTENCE, Format::Plain),
        Document::read(
            &format!("# A heading\n\n**{SENTENCE}**\n"),
            Format::Markdown,
        ),
        Document::read(
            &format!("<h1>A heading</h1><p>{SENTENCE}</p>"),
            Format::Html,
        ),
        Document::docx(&word).expect("a document"),
    ];
    for document in &documents {
        let report = report(document);
        let wrong = report
            .findings
            .iter()
            .find(|one| one.verdict == Verdict::Contradicted);
        let wrong = wrong.expect("a slip");
        assert_eq!(&document.text[wrong.range.clone()], "January 2020");
        let place = document.place(wrong.range.start);
        assert!(
            document.raw[place..].starts_with("January 2020"),
            "{document:?}"
        );
    }
}

/// What was deleted and is only tracked is no text; tables are rows; notes belong to their sentence.
#[test]
fn a_word_document_has_notes_and_tables() {
    let word = docx(
        "<w:p><w:r><w:t xml:space=\"preserve\">Trade &amp; tourism: </w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del>\
         <w:r><w:t>An estimated 71,000 persons came.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
         <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:footnote w:id=\"2\"><w:p><w:r><w:t>russian-tourists.2023</w:t></w:r></w:p></w:footnote>",
    );
    let document = Document::docx(&word).expect("a document");
    assert!(
        document
            .text
            .starts_with("Trade & tourism: An estimated 71,000 persons came.\n"),
        "{:?}",
        document.text
    );
    assert!(document.text.contains("a ; b ; "), "{:?}", document.text);
    assert_eq!(document.notes["foot2"].trim(), "russian-tourists.2023");
    let report = report(&document);
    let wrong = report
        .findings
        .iter()
        .find(|one| one.verdict == Verdict::Contradicted);
    let wrong = wrong.expect("the figure of the note is another");
    assert_eq!(
        &document.text[wrong.range.clone()],
        "An estimated 71,000 persons"
    );
}
