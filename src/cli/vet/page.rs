//! The text as a page: every verdict marked in colour and in words, with its note below the
//! paragraph.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::dossier::Dossier;
use crate::vet::report::origin;
use crate::vet::{Document, Finding, Report, Verdict};

/// Colours are beside the words, never instead of them.
const STYLE: &str = "body{margin:2rem auto;max-width:46rem;padding:0 1rem;font:1rem/1.5 serif;color:#111;background:#fff}\
mark{background:none;border-bottom:.15em solid;padding:0}mark small{font:.7em sans-serif;padding:0 .25em}\
.supported{border-color:#1a7f37}.supported small{color:#1a7f37}.contested{border-color:#9a6700}.contested small{color:#9a6700}\
.wrong{border-color:#b3261e;border-bottom-style:double}.wrong small{color:#b3261e}.unknown{border-color:#57606a;border-bottom-style:dotted}\
.unknown small{color:#57606a}ul.notes{font:.85em/1.4 sans-serif;color:#333;margin:.2em 0 1.2em;padding-left:1.4em}";

/// The page.
pub(super) fn page(dossier: &Dossier, document: &Document, report: &Report, name: &str) -> String {
    let counts = report.counts();
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "Vetted: " (name) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main {
                    p {
                        @for (at, (verdict, count)) in counts.iter().enumerate() {
                            @if at > 0 { ", " }
                            (count) " " (verdict.words())
                        }
                    }
                    @for range in report.paragraphs() {
                        (paragraph(dossier, document, report, range))
                    }
                }
            }
        }
    };
    markup.into_string() + "\n"
}

fn paragraph(
    dossier: &Dossier,
    document: &Document,
    report: &Report,
    range: &std::ops::Range<usize>,
) -> Markup {
    let first = report
        .findings
        .partition_point(|one| one.range.start < range.start);
    let here: Vec<&Finding> = report.findings[first..]
        .iter()
        .take_while(|one| one.range.start < range.end)
        .collect();
    let noted = here.iter().filter(|one| one.verdict != Verdict::Supported);
    let text = |range: std::ops::Range<usize>| document.text.get(range).unwrap_or_default();
    let marks = marks(&here);
    // Where the words before each mark begin, and those behind the last.
    let ends = marks.iter().map(|finding| finding.range.end);
    let starts: Vec<usize> = [range.start].into_iter().chain(ends).collect();
    html! {
        p {
            @for (from, finding) in starts.iter().zip(&marks) {
                (text(*from..finding.range.start))
                mark class=(class(finding.verdict)) {
                    (text(finding.range.clone()))
                    small { "[" (finding.verdict.words()) "]" }
                }
            }
            (text(starts.last().copied().unwrap_or(range.start)..range.end))
        }
        @if noted.clone().next().is_some() {
            ul class="notes" {
                @for finding in noted {
                    li { (note(dossier, document, finding)) }
                }
            }
        }
    }
}

/// The findings that are marked: of those that overlap the gravest, then the shortest.
fn marks<'a>(all: &[&'a Finding]) -> Vec<&'a Finding> {
    let mut order: Vec<&Finding> = all.to_vec();
    order.sort_by(|a, b| {
        b.verdict
            .cmp(&a.verdict)
            .then(a.range.len().cmp(&b.range.len()))
    });
    let mut kept: Vec<&Finding> = Vec::new();
    for finding in order {
        let over = |one: &&Finding| {
            one.range.start < finding.range.end && finding.range.start < one.range.end
        };
        if !kept.iter().any(over) {
            kept.push(finding);
        }
    }
    kept.sort_by_key(|finding| finding.range.start);
    kept
}

fn class(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::Contested | Verdict::ContestedWithClause | Verdict::NotComparable => "contested",
        Verdict::NotInTheDossier => "unknown",
        _ => "wrong",
    }
}

fn note(dossier: &Dossier, document: &Document, finding: &Finding) -> Markup {
    let words = document.text.get(finding.range.clone()).unwrap_or_default();
    html! {
        "“" (words) "”: " (finding.verdict.words())
        @if !finding.note.is_empty() { ": " (finding.note) }
        @if let Some(words) = &finding.suggestion {
            @if finding.verdict == Verdict::Contested { ". Add: " } @else { ". Write: " }
            (words)
        }
        @if let Some(origin) = origin(dossier, finding) { " (" (origin) ")" }
    }
}
