//! The brief as one page of HTML: nothing is loaded from elsewhere, no script runs, and whatever the
//! dossier holds is text. Made to be printed on one to two sheets of A4.

mod chart;
mod styled;

use std::io::{self, Write};

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::Format;
use crate::brief::plot::{Plot, legend};
use crate::brief::{Body, Brief, Excerpt, Line, Note, Quotation, Row, Section, letter};

const STYLE: &str = include_str!("html/brief.css");

/// Should the text of a dossier ever get past the escaping, this forbids it to run or load anything.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A brief to be printed or sent.
#[derive(Debug)]
pub struct Html(pub Brief);

impl Format for Html {
    fn files(&self) -> Vec<String> {
        vec!["brief.html".to_owned()]
    }

    fn write(&self, _: usize, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(page(&self.0).into_string().as_bytes())
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn remarks(&self) -> Vec<String> {
        self.0.why_empty()
    }
}

fn page(brief: &Brief) -> Markup {
    html! {
        (DOCTYPE) "\n"
        html lang="en" { "\n"
            head { "\n"
                meta charset="utf-8"; "\n"
                meta http-equiv="Content-Security-Policy" content=(POLICY); "\n"
                meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
                title { (brief.title) } "\n"
                style { "\n" (PreEscaped(STYLE)) } "\n"
            } "\n"
            body { "\n"
                main { "\n"
                    h1 { (brief.title) } "\n"
                    p.stand { (brief.stand.join(" ")) } "\n"
                    @for (at, part) in brief.sections.iter().enumerate() { (section(at, part)) }
                    (left_out(&brief.left_out))
                    @match brief.styled(&(1..=brief.notes.len()).collect::<Vec<_>>()) {
                        Some(styled) => (styled::written(&styled)),
                        None => { (sources(&brief.sources)) (notes(&brief.notes)) }
                    }
                    (excerpts(&brief.excerpts))
                } "\n"
            } "\n"
        } "\n"
    }
}

fn section(at: usize, section: &Section) -> Markup {
    html! {
        section aria-labelledby={ "part-" (at) } { "\n"
            h2 id={ "part-" (at) } { (section.heading) } "\n"
            @match &section.body {
                Body::Lines(all) => (bullets(all)),
                Body::Numbered(all) => {
                    @if !all.is_empty() { ol { "\n" (items(all)) } "\n" }
                }
                Body::Figures { plots, rows, lines } => {
                    (charts(plots))
                    (table(plots, rows))
                    (bullets(lines))
                }
                Body::Quotes(quotes) => {
                    @for quote in quotes { (quotation(quote)) }
                }
            }
            @if let Some(rest) = &section.rest { p.rest { (rest) } "\n" }
        } "\n"
    }
}

fn bullets(lines: &[Line]) -> Markup {
    html! {
        @if !lines.is_empty() { ul { "\n" (items(lines)) } "\n" }
    }
}

fn items(lines: &[Line]) -> Markup {
    html! {
        @for line in lines {
            li {
                strong { (line.lead) "." }
                @if !line.text.is_empty() { " " (line.text) }
                (reference(line.note))
            } "\n"
        }
    }
}

/// The number of a footnote, which leads to it.
fn reference(note: usize) -> Markup {
    html! { sup { a href={ "#note-" (note) } { (note) } } }
}

fn charts(plots: &[Plot]) -> Markup {
    html! {
        @if !plots.is_empty() {
            div.charts { "\n"
                @for (at, plot) in plots.iter().enumerate() { (chart::figure(at, plot)) }
            } "\n"
        }
    }
}

fn table(plots: &[Plot], rows: &[Row]) -> Markup {
    html! {
        @if !rows.is_empty() {
            table { "\n"
                thead { "\n"
                    tr {
                        @for head in ["What", "When", "Figure", "Status"] {
                            th scope="col" { (head) }
                        }
                    } "\n"
                } "\n"
                tbody { "\n" @for one in rows { (row(one)) } } "\n"
            } "\n"
            p.legend { (signs(plots, rows)) } "\n"
        }
    }
}

fn row(row: &Row) -> Markup {
    html! {
        tr {
            th scope="row" { (row.measure) }
            td { (row.period) }
            td { (sign(row.mark.sign())) (row.figure) }
            td {
                @for doubt in row.sign().trim().chars() { (sign(doubt)) }
                (row.verdict)
                (reference(row.note))
            }
        } "\n"
    }
}

/// A sign, in a font that has it, and the blank behind it.
fn sign(sign: char) -> Markup {
    html! { span.sign { (sign) } " " }
}

/// The signs of the table and the charts in words.
fn signs(plots: &[Plot], rows: &[Row]) -> Markup {
    let marks = rows.iter().map(|row| row.mark);
    let doubts = rows.iter().filter_map(|row| row.standing);
    html! {
        @for (at, (mark, word)) in legend(plots, marks, doubts).into_iter().enumerate() {
            @if at > 0 { " · " }
            (sign(mark)) (word)
        }
    }
}

fn quotation(quote: &Quotation) -> Markup {
    let last = quote.paragraphs.len().saturating_sub(1);
    html! {
        blockquote { "\n"
            @for (at, text) in quote.paragraphs.iter().enumerate() {
                p.said { "“" (text) @if at == last { "”" } } "\n"
            }
            p.by { "— " (quote.by) (reference(quote.note)) } "\n"
        } "\n"
    }
}

/// What is not listed, in small print.
fn left_out(lines: &[String]) -> Markup {
    html! {
        @if !lines.is_empty() {
            section aria-labelledby="left-out" { "\n"
                h2 id="left-out" { "Not in this brief" } "\n"
                @for line in lines { p.rest { (line) } "\n" }
            } "\n"
        }
    }
}

/// The passages in full, as an annex.
fn excerpts(excerpts: &[Excerpt]) -> Markup {
    html! {
        @if !excerpts.is_empty() {
            section aria-labelledby="passages" { "\n"
                h2 id="passages" { "Passages" } "\n"
                @for excerpt in excerpts {
                    p {
                        strong { (excerpt.place) } ": "
                        @match &excerpt.text {
                            Some(text) => span.said { (text) },
                            None => em { "source text not available" },
                        }
                    } "\n"
                }
            } "\n"
        }
    }
}

fn sources(sources: &[String]) -> Markup {
    html! {
        section aria-labelledby="sources" { "\n"
            h2 id="sources" { "Sources" } "\n"
            ul.sources { "\n"
                @for (letter, source) in (0..).map(letter).zip(sources) {
                    li id={ "source-" (letter) } { strong { (letter) } ": " (source) } "\n"
                }
            } "\n"
        } "\n"
    }
}

fn notes(notes: &[Note]) -> Markup {
    html! {
        section aria-labelledby="notes" { "\n"
            h2 id="notes" { "Notes: source and paragraph" } "\n"
            ol.notes { "\n"
                @for (number, note) in (1..).zip(notes) {
                    li id={ "note-" (number) } { (places(note)) } "\n"
                }
            } "\n"
        } "\n"
    }
}

fn places(note: &Note) -> Markup {
    html! {
        @for (at, place) in note.places.iter().enumerate() {
            @if at > 0 { "; " }
            @let letter = letter(place.listed);
            a href={ "#source-" (letter) } { (letter) } ", " (place.paragraphs())
        }
    }
}
