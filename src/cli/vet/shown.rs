//! Verdicts as lines: on a terminal each with its line and a mark under the words, else
//! `file:line:column: error|warning|note: message`.

use crate::cli::located::listed;
use crate::cli::snippet::Look;
use crate::dossier::text::clean_line;
use crate::dossier::{Dossier, Text};
use crate::load::{Excerpt, Problem, Severity};
use crate::vet::report::origin;
use crate::vet::{Document, Drift, Finding, Reason, Report, Verdict};

/// Everything that is printed.
pub(super) struct Shown<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) document: &'a Document,
    pub(super) report: &'a Report,
    pub(super) file: &'a str,
    pub(super) strict: bool,
    pub(super) all: bool,
}

impl Shown<'_> {
    /// The verdicts, and a closing line with counts. All of it is safe to print.
    pub(super) fn text(&self, look: Option<Look>) -> String {
        let findings: Vec<&Finding> = self
            .report
            .findings
            .iter()
            .filter(|one| self.is_told(one))
            .collect();
        let places = Places::new(self.document, &findings);
        let problems: Vec<Problem> = findings
            .iter()
            .zip(&places.0)
            .map(|(finding, place)| self.problem(finding, *place))
            .collect();
        let lines = listed(look, &problems, || {
            let all = findings.iter().zip(&problems);
            all.map(|(finding, problem)| self.excerpt(finding, problem))
                .collect()
        });
        lines + &self.drifted() + &self.closing() + "\n"
    }

    fn is_told(&self, finding: &Finding) -> bool {
        self.all || finding.verdict.is_problem(self.strict)
    }

    fn problem(&self, finding: &Finding, (line, column): (usize, usize)) -> Problem {
        let words = self
            .document
            .text
            .get(finding.range.clone())
            .unwrap_or_default();
        let (verdict, item) = (finding.verdict.words(), finding.item.word());
        let note = match finding.note.as_str() {
            "" => String::new(),
            note => format!(": {note}"),
        };
        let origin =
            origin(self.dossier, finding).map_or_else(String::new, |origin| format!(" [{origin}]"));
        let message = format!("{verdict} ({item}): “{}”{note}{origin}", short(words));
        let hint = finding
            .suggestion
            .as_ref()
            .map(|words| match finding.verdict {
                Verdict::Contested => format!("add: {words}"),
                _ => format!("write: {words}"),
            });
        Problem {
            file: Text::new(&clean_line(self.file)),
            line,
            column,
            severity: severity(finding.verdict, self.strict),
            message: Text::new(&clean_line(&message)),
            hint: hint.map(|hint| Text::new(&clean_line(&hint))),
            lost: false,
        }
    }

    fn excerpt(&self, finding: &Finding, problem: &Problem) -> Option<Excerpt> {
        let words = self.document.text.get(finding.range.clone())?;
        Some(Excerpt::on_line(&self.document.raw, problem.line, words))
    }

    /// The lines of a brief that are no longer what their records say.
    fn drifted(&self) -> String {
        let lines = self.report.drifted.iter();
        lines.map(|line| self.drift(line) + "\n").collect()
    }

    /// "paragraph 12 has drifted from trade-total.2024".
    fn drift(&self, line: &Drift) -> String {
        let paragraph = self.report.paragraph(line.range.start);
        let ids = line
            .records
            .iter()
            .map(|record| self.dossier.id(*record))
            .map(|id| id.to_string())
            .collect::<Vec<_>>()
            .join(", ");
        match line.reason {
            Reason::Changed => format!("paragraph {paragraph} has drifted from {ids}"),
            Reason::Missing => {
                format!("paragraph {paragraph} names a record that is not in the dossier")
            }
            Reason::Gone => format!("the line of {ids} is gone before paragraph {paragraph}"),
            Reason::Reworded => {
                let words = line.words.as_deref().unwrap_or_default();
                format!("the wording of paragraph {paragraph} differs from the brief: {words}")
            }
        }
    }

    /// "2 contradicted, 1 contested, 14 supported".
    fn closing(&self) -> String {
        let counts: Vec<String> = self
            .report
            .counts()
            .into_iter()
            .map(|(verdict, count)| format!("{count} {}", verdict.words()))
            .collect();
        if counts.is_empty() {
            return "nothing to compare: no figure, date, quotation, title, agreement or event"
                .to_owned();
        }
        counts.join(", ")
    }
}

/// What is wrong is an error, what is right but not enough a warning, and the rest only a note.
fn severity(verdict: Verdict, strict: bool) -> Severity {
    match verdict {
        Verdict::Contradicted | Verdict::Misquoted | Verdict::Misattributed => Severity::Error,
        _ if verdict.is_problem(strict) => Severity::Warning,
        _ => Severity::Note,
    }
}

/// Words of an item, cut where they are long.
fn short(words: &str) -> String {
    const MOST: usize = 80;
    let mut chars = words.chars();
    let start: String = chars.by_ref().take(MOST).collect();
    if chars.next().is_some() {
        start + "…"
    } else {
        start
    }
}

/// Line and column of each finding, both from 1.
struct Places(Vec<(usize, usize)>);

impl Places {
    /// The findings are in the order of the text, and so are their places in the file.
    fn new(document: &Document, findings: &[&Finding]) -> Self {
        let raw = &document.raw;
        let (mut at, mut line, mut start) = (0, 1, 0);
        let mut places = Vec::with_capacity(findings.len());
        for finding in findings {
            let place = raw.floor_char_boundary(document.place(finding.range.start));
            for (offset, byte) in raw.as_bytes()[at.min(place)..place].iter().enumerate() {
                if *byte == b'\n' {
                    line += 1;
                    start = at + offset + 1;
                }
            }
            at = at.max(place);
            let column = raw.get(start..place).map_or(0, |text| text.chars().count()) + 1;
            places.push((line, column));
        }
        Self(places)
    }
}
