//! Dates, numbers and fixed words of a line that the brief would not write of its records: changed by hand.

use std::collections::HashSet;
use std::ops::Range;

use super::reworded::{Sort, Words, reworded};
use crate::brief::{self, Body, Brief, Options};
use crate::dossier::date::MONTHS;
use crate::dossier::{Dossier, Id};
use crate::extract::{Token as Read, TokenKind, tokens};
use crate::vet::diff::plain;
use crate::vet::finding::{Finding, Item, Verdict};

/// A line as the brief writes it.
struct Line {
    records: Vec<Id>,
    /// Of a row, what is measured and when.
    head: Option<String>,
    numbers: Vec<String>,
    words: Words,
    sort: Sort,
}

/// The lines of the brief of a dossier.
pub(super) struct Lines {
    lines: Vec<Line>,
    /// The words of all of them, and of headings and remarks.
    whole: HashSet<String>,
}

impl Lines {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let brief = Brief::new(dossier, &Options::default());
        let mut all = Self {
            lines: Vec::new(),
            whole: HashSet::new(),
        };
        for section in &brief.sections {
            all.add_section(&section.body);
            let remarks = [section.heading].into_iter().chain(section.rest.as_deref());
            all.whole.extend(remarks.map(key));
        }
        for source in &brief.sources {
            all.add(&[], source, Sort::Source);
        }
        let remarks = brief.left_out.iter().chain([&brief.title]);
        all.whole.extend(remarks.map(|remark| key(remark)));
        all.add(&[], &brief.stand.join(" "), Sort::Head);
        all
    }

    fn add_section(&mut self, body: &Body) {
        let lines: &[brief::Line] = match body {
            Body::Lines(lines) | Body::Numbered(lines) => lines,
            Body::Figures { rows, lines, .. } => {
                for one in rows {
                    let (figure, verdict) = (&one.figure, &one.verdict);
                    let row = format!("{}; {}; {figure}; {verdict}", one.measure, one.period);
                    self.add(&one.records, &row, Sort::Row);
                }
                lines
            }
            Body::Quotes(all) => {
                for one in all {
                    for words in one.paragraphs.iter().chain([&one.by]) {
                        self.add(&one.records, words, Sort::Prose);
                    }
                }
                &[]
            }
        };
        for one in lines {
            let text = format!("{}. {}", one.lead, one.text);
            self.add(&one.records, &text, Sort::Prose);
        }
    }

    fn add(&mut self, records: &[Id], text: &str, sort: Sort) {
        let numbers = numbers(text).into_iter();
        self.whole.insert(key(text));
        self.lines.push(Line {
            records: records.to_vec(),
            head: head(text),
            numbers: numbers.map(|(_, token)| token).collect(),
            words: Words::of(text),
            sort,
        });
    }

    /// Is a line of a text one of the brief, word for word?
    pub(super) fn has(&self, text: &str) -> bool {
        self.whole.contains(&key(text)) || self.whole.contains(&key(entry(text).unwrap_or(text)))
    }

    /// The line of the brief that a line of a text is, by its records or by its words, and are its words those of it
    /// but for a few?
    fn same(&self, records: &[Id], text: &str, is_listed: bool) -> Option<(&Line, bool)> {
        let (own, words, own_head) = (numbers(text), Words::of(text), head(text));
        let is_same = |line: &Line| match line.sort {
            Sort::Row => own_head.is_some() && line.head == own_head,
            Sort::Head if line.numbers.len() != own.len() => false,
            Sort::Source if !is_listed => false,
            _ => line.words.are_nearly(&words),
        };
        let same = self.lines.iter().filter(|line| {
            let mut shared = line.records.iter();
            if records.is_empty() {
                is_same(line)
            } else {
                shared.any(|id| records.contains(id))
            }
        });
        let line = same.min_by_key(|line| {
            let (new, gone) = left(&own, &line.numbers);
            (new.len(), gone.len(), words.others(&line.words))
        })?;
        Some((line, is_same(line)))
    }

    /// What a line of a text has that the line of the brief with its records has not. Lines that the brief
    /// of the whole dossier does not have are left in peace. Beside it, where only its wording differs: what it is
    /// drawn from depends on the lens, and its sources on the style.
    pub(super) fn changed(
        &self,
        records: &[Id],
        text: &str,
        start: usize,
    ) -> (Vec<Finding>, Option<String>) {
        let listed = entry(text);
        let start = start + listed.map_or(0, |listed| text.len() - listed.len());
        let text = listed.unwrap_or(text);
        let Some((line, is_same)) = self.same(records, text, listed.is_some()) else {
            return (Vec::new(), None);
        };
        let (own, words) = (numbers(text), Words::of(text));
        let differs = is_same && matches!(line.sort, Sort::Prose | Sort::Row);
        let differences = differs.then(|| words.differences(&line.words)).flatten();
        let (new, gone) = left(&own, &line.numbers);
        let only = match (new.as_slice(), gone.as_slice()) {
            ([_], [one]) => Some((*one).clone()),
            _ => None,
        };
        let findings = new.iter().take(MOST).map(|(range, token)| {
            let (item, what) = if is_date(token) {
                (Item::Date, "date")
            } else {
                (Item::Figure, "figure")
            };
            let place = start + range.start..start + range.end;
            Finding::new(item, Verdict::Contradicted, place)
                .note(format!(
                    "drifted: the records of this line give another {what}"
                ))
                .suggest_some(only.clone())
        });
        let mut findings: Vec<Finding> = findings.collect();
        if is_same {
            findings.extend(reworded(&words, &line.words, line.sort, start));
        }
        (findings, differences)
    }
}

/// What a row of the table of figures measures, and when: its first two cells of four.
fn head(text: &str) -> Option<String> {
    let mut cells = text.split("; ");
    let (measure, period) = (cells.next()?, cells.next()?);
    cells.next()?;
    cells.next()?;
    Some(plain(&format!("{measure} {period}")))
}

/// An entry of the list of sources behind its letter.
fn entry(text: &str) -> Option<&str> {
    let (letter, source) = text.split_once(": ")?;
    let is_letter = letter.len() <= 2 && letter.chars().all(|c| c.is_ascii_uppercase());
    (is_letter && !letter.is_empty()).then_some(source)
}

/// Changes of a line that are listed.
const MOST: usize = 50;

type Token = (Range<usize>, String);

/// The tokens of a text that a line has not, and those of the line that the text has not; each counts as
/// often as it occurs.
fn left<'a>(own: &'a [Token], line: &'a [String]) -> (Vec<&'a Token>, Vec<&'a String>) {
    let mut rest: Vec<&String> = line.iter().collect();
    let mut new = Vec::new();
    for token in own {
        match rest.iter().position(|other| **other == token.1) {
            Some(at) => {
                rest.swap_remove(at);
            }
            None => new.push(token),
        }
    }
    (new, rest)
}

fn is_date(token: &str) -> bool {
    let year = token.len() == 4 && token.starts_with(['1', '2']);
    year && token.bytes().all(|b| b.is_ascii_digit()) || MONTHS.contains(&token)
}

/// The numbers and months of a text. Ages and spans are left out, which depend on the day, and so are the
/// numbers of open disputes, which depend on what else is in the brief.
fn numbers(text: &str) -> Vec<Token> {
    const SPANS: [&str; 6] = ["day", "days", "month", "months", "year", "years"];
    let all = tokens(text);
    let mut is_reference = false;
    let named = all.iter().enumerate().filter_map(|(at, token)| {
        let low = token.text.to_lowercase();
        is_reference = match low.as_str() {
            "dispute" | "disputes" => true,
            "," | "and" => is_reference,
            _ => is_reference && low.starts_with(|c: char| c.is_ascii_digit()),
        };
        if is_reference {
            return None;
        }
        let next = all.get(at + 1).map(|next| next.text.to_lowercase());
        let is_span = next.is_some_and(|next| SPANS.contains(&next.as_str()));
        let is_number = token.text.starts_with(|c: char| c.is_ascii_digit()) && !is_span;
        let low = match sign(&all, at) {
            Some(sign) if is_number => format!("{sign}{low}"),
            _ => low,
        };
        let is_month = token.kind != TokenKind::Mark && MONTHS.contains(&low.as_str());
        let is_capital = token.text.starts_with(char::is_uppercase);
        let range = token.start..token.start + token.text.len();
        (is_number || is_month && is_capital).then_some((range, low))
    });
    named.collect()
}

/// The words of a line, and the signs before its numbers.
fn key(text: &str) -> String {
    let signed = numbers(text).into_iter().map(|(_, token)| token);
    let signed: Vec<String> = signed
        .filter(|token| !token.starts_with(char::is_alphanumeric))
        .collect();
    format!("{} {}", plain(text), signed.join(" "))
}

/// The sign right before a number, which is no hyphen between two: "-4 %".
fn sign<'a>(all: &[Read<'a>], at: usize) -> Option<&'a str> {
    let touches = |at: usize| {
        let (before, next) = (all.get(at.checked_sub(1)?)?, all.get(at)?);
        (before.range().end == next.start).then_some(before.text)
    };
    let sign = touches(at).filter(|text| matches!(*text, "+" | "-" | "−"))?;
    touches(at - 1).is_none().then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_disputes_are_left_out() {
        let own = numbers("7.7 million; contested, see open disputes 1, 3 and 4; of 2025");
        let words: Vec<&str> = own.iter().map(|(_, token)| token.as_str()).collect();
        assert_eq!(words, ["7.7", "2025"]);
    }

    #[test]
    fn what_is_new_in_a_line_is_told_once() {
        let own = numbers("Signed May 2024; 2 papers, 30 days, 2025.");
        let line = ["may", "2025", "2", "2025"].map(str::to_owned);
        let (new, gone) = left(&own, &line);
        let new: Vec<&str> = new.iter().map(|(_, token)| token.as_str()).collect();
        assert_eq!((new, gone), (vec!["2024"], vec![&line[1]]));
    }
}
