//! Dates and numbers of a line that the brief would not write of its records: changed by hand.

use std::ops::Range;

use crate::brief::{Body, Brief, Options};
use crate::dossier::date::MONTHS;
use crate::dossier::{Dossier, Id};
use crate::extract::{TokenKind, tokens};
use crate::vet::finding::{Finding, Item, Verdict};

/// A line as the brief writes it.
struct Line {
    records: Vec<Id>,
    tokens: Vec<String>,
}

/// The lines of the brief of a dossier.
pub(super) struct Lines(Vec<Line>);

impl Lines {
    pub(super) fn new(dossier: &Dossier) -> Self {
        let brief = Brief::new(dossier, &Options::default());
        let mut lines = Vec::new();
        let mut add = |records: &[Id], texts: &[&str]| {
            let tokens = texts.iter().flat_map(|text| numbers(text));
            lines.push(Line {
                records: records.to_vec(),
                tokens: tokens.map(|(_, token)| token).collect(),
            });
        };
        for section in &brief.sections {
            match &section.body {
                Body::Lines(all) | Body::Numbered(all) => {
                    for one in all {
                        add(&one.records, &[&one.lead, &one.text]);
                    }
                }
                Body::Figures { rows, lines, .. } => {
                    for one in rows {
                        let cells = [&one.measure, &one.period, &one.figure, &one.verdict];
                        add(&one.records, &cells.map(String::as_str));
                    }
                    for one in lines {
                        add(&one.records, &[&one.lead, &one.text]);
                    }
                }
                Body::Quotes(all) => {
                    for one in all {
                        let words = one.paragraphs.join("\n");
                        add(&one.records, &[&words, &one.by]);
                    }
                }
            }
        }
        Self(lines)
    }

    /// What a line of a text has that the line of the brief with its records has not. Lines that the brief
    /// of the whole dossier does not have are left in peace.
    pub(super) fn changed(&self, records: &[Id], text: &str, start: usize) -> Vec<Finding> {
        let own = numbers(text);
        let same = self
            .0
            .iter()
            .filter(|line| line.records.iter().any(|id| records.contains(id)));
        let Some(line) = same.min_by_key(|line| left(&own, &line.tokens).0.len()) else {
            return Vec::new();
        };
        let (new, gone) = left(&own, &line.tokens);
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
        findings.collect()
    }
}

/// Changes of a line that are told.
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
        let is_month = token.kind != TokenKind::Mark && MONTHS.contains(&low.as_str());
        let is_capital = token.text.starts_with(char::is_uppercase);
        let range = token.start..token.start + token.text.len();
        (is_number || is_month && is_capital).then_some((range, low))
    });
    named.collect()
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
