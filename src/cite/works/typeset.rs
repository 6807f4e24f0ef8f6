//! What the processor made, as runs of text.

use hayagriva::citationberg::FontStyle;
use hayagriva::{Elem, ElemChild, ElemChildren, ElemMeta};

use super::super::line;
use super::super::run::{self, Run};
use super::item::Work;

/// The runs of a citation or an entry of these works.
pub(super) fn runs<'a>(made: &ElemChildren, works: impl IntoIterator<Item = &'a Work>) -> Vec<Run> {
    let works: Vec<_> = works.into_iter().collect();
    let mut runs = Vec::new();
    write(made, &works, false, &mut runs);
    if works.iter().any(|work| work.is_untitled) {
        for run in &mut runs {
            run.text = unquoted(&run.text);
            run.italic &= !run.text.trim_start().starts_with('[');
        }
    }
    nest(&mut runs);
    trim(&mut runs);
    runs
}

/// With single quotation marks inside of double ones, where all of them are in pairs.
fn nest(runs: &mut [Run]) {
    let mut depth = 0_usize;
    let mut nested = Vec::with_capacity(runs.len());
    for run in &*runs {
        let mut text = String::with_capacity(run.text.len());
        for c in run.text.chars() {
            let is_inner = depth > 1 || depth == 1 && c == '“';
            match c {
                '“' => depth += 1,
                '”' if depth == 0 => return,
                '”' => depth -= 1,
                _ => {}
            }
            text.push(match c {
                '“' if is_inner => '‘',
                '”' if is_inner => '’',
                _ => c,
            });
        }
        nested.push(text);
    }
    if depth == 0 {
        for (run, text) in runs.iter_mut().zip(nested) {
            run.text = text;
        }
    }
}

fn write(made: &ElemChildren, works: &[&Work], is_date: bool, out: &mut Vec<Run>) {
    for child in &made.0 {
        match child {
            ElemChild::Text(one) | ElemChild::Link { text: one, .. } => {
                let italic = one.formatting.font_style == FontStyle::Italic;
                if is_date {
                    push(out, &dated(&one.text, works), italic);
                } else {
                    push(out, &one.text, italic);
                }
            }
            ElemChild::Elem(Elem { children, meta, .. }) => {
                let is_date = is_date || *meta == Some(ElemMeta::Date);
                write(children, works, is_date, out);
            }
            ElemChild::Markup(text) => push(out, text, false),
            // No locator is one.
            ElemChild::Transparent { .. } => {}
        }
    }
}

/// With `text` behind it, which is not in italics.
fn push(runs: &mut Vec<Run>, text: &str, italic: bool) {
    match runs.last_mut() {
        Some(last) if last.italic == italic => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => runs.push(Run {
            text: text.to_owned(),
            italic,
        }),
    }
}

/// With the words of the dates that have no numbers.
fn dated(text: &str, works: &[&Work]) -> String {
    let dates = works.iter().flat_map(|work| &work.words);
    dates.fold(text.to_owned(), |text, (year, words)| {
        text.replace(&year.to_string(), words)
    })
}

/// Without quotation marks around what is in square brackets: such a title is the compiler's, and no
/// manual quotes it or sets it in italics.
fn unquoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, close)) = quoted_bracket(rest) {
        let open = rest[at..].chars().next().map_or(0, char::len_utf8);
        out.push_str(&rest[..at]);
        out.push_str(&rest[at + open..close]);
        let mark = rest[close..].chars().next().map_or(0, char::len_utf8);
        rest = &rest[close + mark..];
    }
    out.push_str(rest);
    out
}

/// Where `“[…]”`, `“[…],”` or `‘[…]’` opens and closes.
fn quoted_bracket(text: &str) -> Option<(usize, usize)> {
    let opens = [("“[", '”'), ("‘[", '’')]
        .into_iter()
        .filter_map(|(open, close)| Some((text.find(open)?, close)));
    let (at, close) = opens.min_by_key(|(at, _)| *at)?;
    let closings = ["]", "],", "]."].map(|end| format!("{end}{close}"));
    let ends = closings.iter().filter_map(|end| {
        let from = text[at..].find(end.as_str())?;
        Some(at + from + end.len() - close.len_utf8())
    });
    Some((at, ends.min()?))
}

/// With a full stop.
pub(super) fn stopped(mut runs: Vec<Run>) -> Vec<Run> {
    let ended = line::stopped(&run::plain(&runs));
    if !runs.is_empty() && ended.ends_with('.') && !run::plain(&runs).ends_with('.') {
        push(&mut runs, ".", false);
    }
    runs
}

/// Without blanks at either end.
fn trim(runs: &mut Vec<Run>) {
    if let Some(first) = runs.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    if let Some(last) = runs.last_mut() {
        last.text = last.text.trim_end().to_owned();
    }
    runs.retain(|run| !run.text.is_empty());
}
