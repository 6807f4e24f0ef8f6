//! The brief as one page of HTML: nothing is loaded from elsewhere, no script runs, and whatever the
//! dossier holds is text. Made to be printed on one to two sheets of A4.

mod chart;

use std::fmt::Write as _;
use std::io::{self, Write};

use super::Format;
use super::brief::plot::{Plot, legend};
use super::brief::{Body, Brief, Line, Note, Quotation, Row, Section, letter};

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
        out.write_all(page(&self.0).as_bytes())
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// `text` as text: between tags and in a quoted attribute alike.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

fn page(brief: &Brief) -> String {
    let title = escape(&brief.title);
    let sections = brief.sections.iter().enumerate();
    let sections: String = sections.map(|(at, one)| section(at, one)).collect();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{title}</h1>\n<p class=\"stand\">{}</p>\n{sections}{}{}</main>\n</body>\n</html>\n",
        escape(&brief.stand.join(" ")),
        sources(brief),
        notes(&brief.notes),
    )
}

fn section(at: usize, section: &Section) -> String {
    let body = match &section.body {
        Body::Lines(all) => lines(all, "ul"),
        Body::Numbered(all) => lines(all, "ol"),
        Body::Figures {
            plots,
            rows,
            lines: goods,
        } => figures(plots, rows, goods),
        Body::Quotes(quotes) => quotes.iter().map(quotation).collect(),
    };
    let rest = section.rest.as_ref();
    let rest = rest.map(|rest| format!("<p class=\"rest\">{}</p>\n", escape(rest)));
    format!(
        "<section aria-labelledby=\"part-{at}\">\n<h2 id=\"part-{at}\">{}</h2>\n{body}{}</section>\n",
        section.heading,
        rest.unwrap_or_default()
    )
}

fn lines(lines: &[Line], list: &str) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let items = lines.iter().map(|line| {
        let text = escape(&line.text);
        let text = if text.is_empty() {
            text
        } else {
            format!(" {text}")
        };
        format!(
            "<li><strong>{}.</strong>{text}{}</li>\n",
            escape(&line.lead),
            reference(line.note)
        )
    });
    format!("<{list}>\n{}</{list}>\n", items.collect::<String>())
}

/// The number of a footnote, which leads to it.
fn reference(note: usize) -> String {
    format!("<sup><a href=\"#note-{note}\">{note}</a></sup>")
}

fn figures(plots: &[Plot], rows: &[Row], goods: &[Line]) -> String {
    let mut out = String::new();
    if !plots.is_empty() {
        let charts = plots.iter().enumerate();
        let charts: String = charts.map(|(at, plot)| chart::figure(at, plot)).collect();
        // A string takes whatever is written to it.
        let _ = write!(out, "<div class=\"charts\">\n{charts}</div>\n");
    }
    if !rows.is_empty() {
        let body: String = rows.iter().map(row).collect();
        let _ = write!(
            out,
            "<table>\n<thead>\n<tr><th scope=\"col\">What</th><th scope=\"col\">When</th>\
             <th scope=\"col\">Figure</th><th scope=\"col\">How it stands</th></tr>\n</thead>\n\
             <tbody>\n{body}</tbody>\n</table>\n<p class=\"legend\">{}</p>\n",
            signs(plots, rows)
        );
    }
    out + &lines(goods, "ul")
}

fn row(row: &Row) -> String {
    let contested = row.contest.map(|_| sign('≠')).unwrap_or_default();
    format!(
        "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}{}</td><td>{contested}{}{}</td></tr>\n",
        escape(&row.measure),
        escape(&row.period),
        sign(row.mark.sign()),
        escape(&row.figure),
        escape(&row.verdict),
        reference(row.note)
    )
}

/// A sign, in a font that has it, and the blank behind it.
fn sign(sign: char) -> String {
    format!("<span class=\"sign\">{sign}</span> ")
}

/// The signs of the table and the charts in words.
fn signs(plots: &[Plot], rows: &[Row]) -> String {
    let drawn = plots.iter().flat_map(|plot| &plot.points);
    let marks = rows
        .iter()
        .map(|row| row.mark)
        .chain(drawn.map(|point| point.mark));
    let is_contested = rows.iter().any(|row| row.contest.is_some());
    let words = legend(marks, is_contested).into_iter();
    let words: Vec<_> = words.map(|(mark, word)| sign(mark) + word).collect();
    words.join(" · ")
}

fn quotation(quote: &Quotation) -> String {
    let last = quote.paragraphs.len().saturating_sub(1);
    let paragraphs = quote.paragraphs.iter().enumerate().map(|(at, text)| {
        let close = if at == last { "”" } else { "" };
        format!("<p>“{}{close}</p>\n", escape(text))
    });
    format!(
        "<blockquote>\n{}<p class=\"by\">— {}{}</p>\n</blockquote>\n",
        paragraphs.collect::<String>(),
        escape(&quote.by),
        reference(quote.note)
    )
}

fn sources(brief: &Brief) -> String {
    let items = brief.sources.iter().enumerate().map(|(at, source)| {
        let letter = letter(at);
        let source = escape(source);
        format!("<li id=\"source-{letter}\"><strong>{letter}</strong>: {source}</li>\n")
    });
    format!(
        "<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n\
         <ul class=\"sources\">\n{}</ul>\n</section>\n",
        items.collect::<String>()
    )
}

fn notes(notes: &[Note]) -> String {
    let items = notes.iter().enumerate().map(|(at, note)| {
        let places = note.places.iter().map(|place| {
            let letter = letter(place.listed);
            let passages = escape(&place.paragraphs());
            format!("<a href=\"#source-{letter}\">{letter}</a>, {passages}")
        });
        let places = places.collect::<Vec<_>>().join("; ");
        format!("<li id=\"note-{}\">{places}</li>\n", at + 1)
    });
    format!(
        "<section aria-labelledby=\"notes\">\n<h2 id=\"notes\">Notes: source and paragraph</h2>\n\
         <ol class=\"notes\">\n{}</ol>\n</section>\n",
        items.collect::<String>()
    )
}
