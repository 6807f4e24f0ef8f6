//! What Markdown would obey, escaped.

use std::ops::Range;

/// `text`, a line, so that Markdown shows it as it is. Web and mail addresses stand in backticks: on
/// GitHub they would become links whatever is escaped in them.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        match address(word) {
            Some(core) => {
                signs(text, at..at + core.start, &mut out);
                out.extend(["`", &word[core.clone()], "`"]);
                signs(text, at + core.end..at + word.len(), &mut out);
            }
            None => signs(text, at..at + word.len(), &mut out),
        }
        at += word.len();
    }
    out
}

/// The address in a word, without the punctuation around it.
fn address(word: &str) -> Option<Range<usize>> {
    let around = |c: char| !c.is_alphanumeric() && c != '/';
    let start = word.len() - word.trim_start_matches(around).len();
    let core = word[start..].trim_end_matches(around);
    let lower = core.to_ascii_lowercase();
    let is_web = lower.contains("://") || lower.contains("www.");
    let mail = lower
        .split_once('@')
        .is_some_and(|(_, host)| host.contains('.'));
    let is_mail = mail || lower.contains("mailto:") || lower.contains("xmpp:");
    let fits = !core.contains(['`', '|']);
    ((is_web || is_mail) && fits).then(|| start..start + core.len())
}

/// Escapes a part of `text` into `out`.
fn signs(text: &str, range: Range<usize>, out: &mut String) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text[range.clone()].char_indices() {
        let at = range.start + at;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_becomes_a_link() {
        for (text, markdown) in [
            (
                "see https://a.example/b_c?d=1.",
                "see `https://a.example/b_c?d=1`.",
            ),
            ("(www.example.org), *x*", "(`www.example.org`), \\*x\\*"),
            (
                "mail ann.lee@example.org now",
                "mail `ann.lee@example.org` now",
            ),
            ("MAILTO:x", "`MAILTO:x`"),
            ("5 @ home, a@b", "5 @ home, a@b"),
            ("1. https://a.b", "1\\. `https://a.b`"),
            ("http://a`b", "http://a\\`b"),
        ] {
            assert_eq!(escape(text), markdown);
        }
    }
}
