//! The body of the document: the brief in Word's own styles.

use std::io;

use super::picture;
use super::table;
use super::writer::{Set, Writer, runs};
use super::xml::Xml;
use crate::brief::plot::Plot;
use crate::brief::{Body, Brief, Excerpt, Line, Quotation, Section, letter};

const STRONG: Set = Set::Style("Strong");
const EMPHASIS: Set = Set::Style("Emphasis");

/// Namespaces: of text, of references to parts, and of pictures.
const NAMESPACES: [(&str, &str); 5] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    (
        "xmlns:a",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
    (
        "xmlns:pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    ),
];

/// The part, and for each of its footnotes that of the brief.
pub(super) fn part(brief: &Brief) -> io::Result<(Vec<u8>, Vec<usize>)> {
    let mut writer = Writer::new(Xml::new()?);
    writer.within("w:document", &NAMESPACES, |writer| {
        writer.within("w:body", &[], |writer| {
            body(writer, brief)?;
            page(writer)
        })
    })?;
    Ok((writer.xml.finish(), writer.notes))
}

fn body(writer: &mut Writer, brief: &Brief) -> io::Result<()> {
    writer.line("Title", &brief.title)?;
    writer.line("Subtitle", &brief.stand.join(" "))?;
    let mut charts = 0;
    for part in &brief.sections {
        section(writer, part, &mut charts)?;
    }
    if !brief.left_out.is_empty() {
        writer.line("Heading1", "Not in this brief")?;
    }
    for line in &brief.left_out {
        writer.line("ListBullet", line)?;
    }
    sources(writer, brief)?;
    excerpts(writer, &brief.excerpts)
}

/// After a style manual, in the order of the document's footnotes so far: all of them.
fn sources(writer: &mut Writer, brief: &Brief) -> io::Result<()> {
    let Some(styled) = brief.styled(&writer.notes) else {
        writer.line("Heading1", "Sources")?;
        let mut sources = (0..).map(letter).zip(&brief.sources);
        return sources
            .try_for_each(|(letter, source)| led(writer, "Bibliography", &letter, source));
    };
    writer.line("Heading1", styled.heading)?;
    for (_, source) in &styled.sources {
        writer.paragraph("Bibliography", |writer| runs(&mut writer.xml, source))?;
    }
    Ok(())
}

fn section(writer: &mut Writer, section: &Section, charts: &mut usize) -> io::Result<()> {
    writer.line("Heading1", section.heading)?;
    match &section.body {
        Body::Lines(lines) => items(writer, "ListBullet", lines)?,
        Body::Numbered(lines) => items(writer, "ListNumber", lines)?,
        Body::Figures { plots, rows, lines } => {
            for pair in plots.chunks(2) {
                pair_of_charts(writer, *charts + 1, pair)?;
                *charts += pair.len();
            }
            table::write(writer, plots, rows)?;
            items(writer, "ListBullet", lines)?;
        }
        Body::Quotes(quotes) => {
            for quote in quotes {
                quotation(writer, quote)?;
            }
        }
    }
    match &section.rest {
        Some(rest) => writer.paragraph("Normal", |writer| writer.run(EMPHASIS, rest)),
        None => Ok(()),
    }
}

fn items(writer: &mut Writer, style: &str, lines: &[Line]) -> io::Result<()> {
    for line in lines {
        writer.paragraph(style, |writer| {
            let open = writer.begin(&line.records)?;
            writer.run(STRONG, &format!("{}.", line.lead))?;
            if !line.text.is_empty() {
                writer.run(Set::Plain, &format!(" {}", line.text))?;
            }
            writer.reference(line.note)?;
            writer.end(&open)
        })?;
    }
    Ok(())
}

/// Two charts side by side, the captions above them, parted by a tab; the alternative text of each has every
/// figure in words.
fn pair_of_charts(writer: &mut Writer, first: usize, pair: &[Plot]) -> io::Result<()> {
    let titles: Vec<&str> = pair.iter().map(|plot| plot.title.as_str()).collect();
    writer.line("Caption", &titles.join("\t"))?;
    writer.paragraph("Chart", |writer| {
        for (number, plot) in (first..).zip(pair) {
            if number > first {
                writer.run(Set::Plain, "\t")?;
            }
            picture::write(&mut writer.xml, number, plot)?;
        }
        Ok(())
    })
}

/// The bookmark goes from the first word to the speaker.
fn quotation(writer: &mut Writer, quote: &Quotation) -> io::Result<()> {
    let last = quote.paragraphs.len().saturating_sub(1);
    let mut open = Vec::new();
    for (at, text) in quote.paragraphs.iter().enumerate() {
        writer.paragraph("Quote", |writer| {
            if at == 0 {
                open = writer.begin(&quote.records)?;
            }
            let close = if at == last { "”" } else { "" };
            writer.run(Set::Plain, &format!("“{text}{close}"))
        })?;
    }
    writer.paragraph("QuoteSource", |writer| {
        writer.run(Set::Plain, &format!("— {}", quote.by))?;
        writer.reference(quote.note)?;
        writer.end(&open)
    })
}

/// "A: …".
fn led(writer: &mut Writer, style: &str, lead: &str, text: &str) -> io::Result<()> {
    writer.paragraph(style, |writer| {
        writer.run(STRONG, lead)?;
        writer.run(Set::Plain, &format!(": {text}"))
    })
}

/// The passages in full, as an annex.
fn excerpts(writer: &mut Writer, excerpts: &[Excerpt]) -> io::Result<()> {
    if !excerpts.is_empty() {
        writer.line("Heading1", "Passages")?;
    }
    for excerpt in excerpts {
        let text = excerpt
            .text
            .as_deref()
            .unwrap_or("source text not available");
        led(writer, "Normal", &excerpt.place, text)?;
    }
    Ok(())
}

/// A4 with margins of 1.5 cm, in twentieths of a point: a brief is a page or two.
fn page(writer: &mut Writer) -> io::Result<()> {
    writer.within("w:sectPr", &[], |writer| {
        let xml = &mut writer.xml;
        xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")])?;
        let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, "850"));
        let rest = ["w:header", "w:footer"].map(|side| (side, "567"));
        let margins: Vec<_> = sides.into_iter().chain(rest).collect();
        xml.empty("w:pgMar", &[&margins[..], &[("w:gutter", "0")]].concat())
    })
}
