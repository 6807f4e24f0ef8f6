//! The brief in Markdown (`CommonMark` with footnotes and tables, as pandoc and GitHub read it).
//! Whatever the dossier holds is escaped: nothing of it becomes a link, a tag or a heading.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::Format;
use crate::brief::plot::legend;
use crate::brief::styled::Styled;
use crate::brief::{Body, Brief, Excerpt, Line, Note, Quotation, Row, Section, letter};
use crate::cite::{Run, escape_markdown};

/// A brief to be edited further.
#[derive(Debug)]
pub struct Markdown(pub Brief);

impl Format for Markdown {
    fn files(&self) -> Vec<String> {
        vec!["brief.md".to_owned()]
    }

    fn write(&self, _: usize, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(written(&self.0).as_bytes())
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn remarks(&self) -> Vec<String> {
        self.0.why_empty()
    }
}

fn written(brief: &Brief) -> String {
    let stand: Vec<_> = brief.stand.iter().map(|line| escape(line)).collect();
    let mut blocks = vec![format!("# {}", escape(&brief.title)), stand.join(" ")];
    blocks.extend(brief.sections.iter().flat_map(section));
    if !brief.left_out.is_empty() {
        blocks.push("## Not in this brief".to_owned());
        let lines = brief
            .left_out
            .iter()
            .map(|line| format!("- {}", escape(line)));
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    let all: Vec<_> = (1..=brief.notes.len()).collect();
    let (heading, sources, notes) = match brief.styled(&all) {
        Some(styled) => after_manual(&styled),
        None => of_bilat(brief),
    };
    blocks.push(format!("## {heading}"));
    blocks.push(sources.join("\n"));
    if !brief.excerpts.is_empty() {
        blocks.push("## Passages".to_owned());
        blocks.extend(brief.excerpts.iter().map(excerpt));
    }
    let notes: Vec<_> = (1..)
        .zip(notes)
        .map(|(number, note)| format!("[^{number}]: {note}"))
        .collect();
    blocks.push(notes.join("\n"));
    blocks.join("\n\n") + "\n"
}

/// The heading of the list of sources, its lines, and the footnotes.
type End = (&'static str, Vec<String>, Vec<String>);

fn of_bilat(brief: &Brief) -> End {
    let sources = (0..)
        .zip(&brief.sources)
        .map(|(at, source)| format!("- **{}**: {}", letter(at), escape(source)));
    let notes = brief.notes.iter().map(footnote);
    ("Sources", sources.collect(), notes.collect())
}

fn after_manual(styled: &Styled) -> End {
    let sources = styled
        .sources
        .iter()
        .map(|(_, source)| format!("- {}", runs(source)));
    let notes = styled.notes.iter().map(|note| {
        let cited = note.iter();
        cited
            .map(|cited| runs(&cited.citation) + &escape(&cited.words))
            .collect()
    });
    (styled.heading, sources.collect(), notes.collect())
}

/// Text with what is in italics between asterisks.
fn runs(runs: &[Run]) -> String {
    let runs = runs.iter().map(|run| {
        let text = run.text.trim();
        if !run.italic || text.is_empty() {
            return escape(&run.text);
        }
        let at = run.text.find(text).unwrap_or(0);
        let (before, behind) = (&run.text[..at], &run.text[at + text.len()..]);
        format!("{before}*{}*{behind}", escape(text))
    });
    runs.collect()
}

fn section(section: &Section) -> Vec<String> {
    let mut blocks = vec![format!("## {}", section.heading)];
    match &section.body {
        Body::Lines(lines) => blocks.push(list(lines, |_| "-".to_owned())),
        Body::Numbered(lines) => blocks.push(list(lines, |at| format!("{}.", at + 1))),
        Body::Figures { rows, lines, .. } => {
            if !rows.is_empty() {
                blocks.push(table(rows));
            }
            if !lines.is_empty() {
                blocks.push(list(lines, |_| "-".to_owned()));
            }
        }
        Body::Quotes(quotes) => blocks.extend(quotes.iter().map(quotation)),
    }
    blocks.extend(
        section
            .rest
            .as_ref()
            .map(|rest| format!("*{}*", escape(rest))),
    );
    blocks
}

/// `text` in the middle of a line, where a number or a dash begins no list.
fn escape(text: &str) -> String {
    let behind = format!(" {text}");
    escape_markdown(&behind)[1..].to_owned()
}

/// A text of several lines within a paragraph, each but the last of which ends in a backslash, which
/// breaks the line; the later ones begin with `before`.
fn lines(text: &str, before: &str) -> String {
    let lines: Vec<_> = text.lines().map(escape).collect();
    lines.join(&format!("\\\n{before}"))
}

fn list(lines: &[Line], mark: impl Fn(usize) -> String) -> String {
    let lines = lines.iter().enumerate().map(|(at, line)| {
        let (lead, escaped) = (escape(&line.lead), escape(&line.text));
        let text = if escaped.is_empty() {
            escaped
        } else {
            format!(" {escaped}")
        };
        format!("{} **{lead}.**{text}[^{}]", mark(at), line.note)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn table(rows: &[Row]) -> String {
    let mut table = "| What | When | Figure | Status |\n|---|---|---|---|".to_owned();
    for row in rows {
        let mark = row.sign();
        // A string takes whatever is written to it.
        let _ = write!(
            table,
            "\n| {} | {} | {} {} | {mark}{}[^{}] |",
            escape(&row.measure),
            escape(&row.period),
            row.mark.sign(),
            escape(&row.figure),
            escape(&row.verdict),
            row.note
        );
    }
    let marks = rows.iter().map(|row| row.mark);
    let doubts = rows.iter().filter_map(|row| row.standing);
    let legend: Vec<_> = legend(&[], marks, doubts)
        .into_iter()
        .map(|(sign, word)| format!("{sign} {word}"))
        .collect();
    format!("{table}\n\n{}", legend.join(", "))
}

fn quotation(quote: &Quotation) -> String {
    let last = quote.paragraphs.len().saturating_sub(1);
    let paragraphs = quote.paragraphs.iter().enumerate().map(|(at, text)| {
        let close = if at == last { "”" } else { "" };
        format!("> “{}{close}", lines(text, "> "))
    });
    let words = paragraphs.collect::<Vec<_>>().join("\n>\n");
    format!("{words}\n>\n> — {}[^{}]", escape(&quote.by), quote.note)
}

fn excerpt(excerpt: &Excerpt) -> String {
    let text = excerpt
        .text
        .as_deref()
        .unwrap_or("source text not available");
    format!("**{}**: {}", escape(&excerpt.place), lines(text, ""))
}

/// "Source B, ¶48 “about US$50 million in 2022”".
fn footnote(note: &Note) -> String {
    let places = note.places.iter().map(|place| escape(&place.describe()));
    format!("Source {}", places.collect::<Vec<_>>().join("; "))
}
