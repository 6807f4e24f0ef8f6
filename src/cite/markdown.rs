//! A citation in Markdown (CommonMark): speech as a block quotation, titles as links.

use super::{Citation, reference, stopped};

pub(super) fn cite(citation: &Citation<'_>) -> String {
    let references = citation.places.iter().map(|place| {
        let reference = reference::in_markdown(citation.dossier, place.source);
        reference + &place.paragraphs()
    });
    let references: Vec<_> = references.collect();
    let references = references.join("; ");
    let sentence = escape(&citation.sentence);
    let first = match (sentence.is_empty(), references.is_empty()) {
        (true, _) => references,
        (false, true) => sentence,
        (false, false) => format!("{sentence} ({references})"),
    };
    let against: Vec<_> = citation.contested.iter().map(|s| escape(s)).collect();
    let against = against.join(" ");
    match &citation.speech {
        Some(words) => {
            let against = if against.is_empty() {
                against
            } else {
                format!("\n\n{against}")
            };
            format!("{}\n>\n> — {}{against}", quoted(words), stopped(&first))
        }
        None => format!("{} {against}", stopped(&first))
            .trim_end()
            .to_owned(),
    }
}

/// Speech with a mark before each of its lines.
fn quoted(words: &str) -> String {
    let lines = words.lines().map(|line| match line.trim() {
        "" => ">".to_owned(),
        line => format!("> {}", escape(line)),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// `text`, a line, so that Markdown shows it as it is.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' => true,
            // The name of a character, such as `&lt;`.
            '&' => rest.starts_with(|c: char| c == '#' || c.is_ascii_alphabetic()),
            // At the start of a line: an item of a list, or a rule.
            '-' | '+' | '=' => at == 0,
            '.' | ')' => at == digits && digits > 0,
            _ => false,
        };
        if special {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Where a link leads; none for anything but the web.
pub(super) fn target(url: &str) -> Option<String> {
    if !(url.starts_with("https://") || url.starts_with("http://")) {
        return None;
    }
    let mut out = String::with_capacity(url.len());
    for c in url.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    Some(out)
}
