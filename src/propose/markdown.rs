//! Markdown to plain text: marks go, a paragraph becomes a line.

use std::borrow::Cow;

use super::head::Head;

/// The head and the text.
pub(super) fn read(raw: &str) -> (Head, String) {
    let raw = raw.strip_prefix('\u{feff}').unwrap_or(raw);
    let (mut head, body) = front_matter(raw);
    let body = without_comments(body);
    let mut out: Vec<String> = Vec::new();
    let mut open = false;
    let mut fence: Option<&str> = None;
    for line in body.lines() {
        let line = line.trim();
        if let Some(mark) = fence_of(line) {
            fence = match fence {
                None => Some(mark),
                // A fence is closed by one of its kind that is as long, and alone in its line.
                Some(open) if mark.starts_with(open) && mark == line => None,
                open => open,
            };
            open = false;
            continue;
        }
        let (words, block) = unmarked(line);
        if words.is_empty() || fence.is_some() {
            open = false;
            continue;
        }
        if line.starts_with("# ") && head.title.is_none() {
            head.title = Some(inline(words));
        }
        match out.last_mut().filter(|_| open && !block) {
            Some(last) => {
                last.push(' ');
                last.push_str(words);
            }
            None => out.push(words.to_owned()),
        }
        open = !line.starts_with('#');
    }
    let lines: Vec<String> = out.iter().map(|words| inline(words)).collect();
    let kept: Vec<&str> = lines
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    (head, kept.join("\n"))
}

/// The mark that opens or closes a block of code at the head of a line.
fn fence_of(line: &str) -> Option<&str> {
    let first = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let length = line.len() - line.trim_start_matches(first).len();
    // "```words```" is code within a line.
    let info = &line[length..];
    (length >= 3 && !(first == '`' && info.contains('`'))).then_some(&line[..length])
}

/// Without what stands between `<!--` and `-->`; a comment that is never closed stays.
fn without_comments(body: &str) -> Cow<'_, str> {
    if !body.contains("<!--") {
        return Cow::Borrowed(body);
    }
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some((before, inner)) = rest.split_once("<!--") {
        let Some((_, behind)) = inner.split_once("-->") else {
            break;
        };
        out.push_str(before);
        rest = behind;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// `---`, `title: …`, `---`.
fn front_matter(raw: &str) -> (Head, &str) {
    let mut head = Head::default();
    let Some(rest) = raw.strip_prefix("---\n") else {
        return (head, raw);
    };
    let Some((front, body)) = rest.split_once("\n---") else {
        return (head, raw);
    };
    for line in front.lines() {
        let Some((name, printed)) = line.split_once(':') else {
            continue;
        };
        let value = Some(printed.trim().trim_matches(['"', '\'']).to_owned());
        match name.trim().to_ascii_lowercase().as_str() {
            "title" => head.title = value,
            "author" | "byline" => head.byline = value,
            "date" | "published" => head.issued = value,
            "site" | "publication" => head.site = value,
            "lang" | "language" => head.language = value,
            "url" | "source" => head.url = value,
            _ => {}
        }
    }
    (head, body.trim_start_matches('-'))
}

/// A line without the mark of its block, and whether it begins one.
fn unmarked(line: &str) -> (&str, bool) {
    if line.len() >= 3
        && line
            .chars()
            .all(|c| matches!(c, '-' | '*' | '_' | '=' | ' '))
    {
        return ("", true);
    }
    let heading = line.trim_start_matches('#');
    if heading.len() < line.len() && heading.starts_with(' ') {
        return (heading.trim(), true);
    }
    for mark in ["- ", "* ", "+ "] {
        if let Some(rest) = line.strip_prefix(mark) {
            return (rest.trim(), true);
        }
    }
    (line.trim_start_matches("> ").trim_start_matches('>'), false)
}

/// Emphasis, links and code: `**bold**` → `bold`, `[words](address)` → `words`; code and what was struck out is left
/// out.
fn inline(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find(['*', '[', '!', '\\', '`', '~', '<']) {
        out.push_str(&rest[..at]);
        let mark = &rest[at..];
        if mark.starts_with('`') {
            rest = behind_code(mark, &mut out);
            continue;
        }
        if let Some(behind) = behind_struck(mark, &out) {
            rest = behind;
            continue;
        }
        rest = match link(mark) {
            Some((shown, behind)) => {
                out.push_str(shown);
                behind
            }
            None if mark.starts_with('*') => &mark[1..],
            None if mark.starts_with('\\') => escaped(mark, &mut out),
            None => {
                out.push_str(&mark[..1]);
                &mark[1..]
            }
        };
    }
    out.push_str(rest);
    out
}

/// What is behind the code that the marks at the head open; the marks stay where nothing closes them.
fn behind_code<'a>(mark: &'a str, out: &mut String) -> &'a str {
    /// Code within a line is no longer than this.
    const MOST: usize = 1000;
    let rest = mark.trim_start_matches('`');
    let marks = &mark[..mark.len() - rest.len()];
    let near = &rest[..rest.floor_char_boundary(MOST)];
    let whole =
        |at: &usize| !rest[at + marks.len()..].starts_with('`') && !rest[..*at].ends_with('`');
    let close = near.match_indices(marks).map(|(at, _)| at).find(whole);
    let Some(close) = close else {
        out.push_str(marks);
        return rest;
    };
    let behind = &rest[close + marks.len()..];
    let spaced = out.is_empty() || out.ends_with(' ');
    if spaced { behind.trim_start() } else { behind }
}

/// What is behind the words at the head that were struck out: `~~words~~`, `~words~` or `<del>words</del>`.
fn behind_struck<'a>(mark: &'a str, out: &str) -> Option<&'a str> {
    /// What is struck out is no longer than this.
    const MOST: usize = 2000;
    let near = &mark[..mark.floor_char_boundary(MOST)];
    for (open, close) in [
        ("<del>", "</del>"),
        ("<s>", "</s>"),
        ("<strike>", "</strike>"),
    ] {
        if let Some(inner) = near.strip_prefix(open) {
            let end = inner.find(close)?;
            return Some(&mark[open.len() + end + close.len()..]);
        }
    }
    let length = near.len() - near.trim_start_matches('~').len();
    let (marks, inner) = near.split_at(length);
    let words = inner.starts_with(|c: char| !c.is_whitespace());
    // "about ~5 to ~6" strikes nothing out.
    let free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    if !matches!(length, 1 | 2) || !words || length == 1 && !free(out.chars().next_back()) {
        return None;
    }
    let closes = |at: &usize| {
        let (before, behind) = (&inner[..*at], &inner[at + length..]);
        !before.ends_with(|c: char| c.is_whitespace() || c == '~')
            && !behind.starts_with('~')
            && (length == 2 || free(behind.chars().next()))
    };
    let mut ends = inner.match_indices(marks).map(|(at, _)| at);
    let end = ends.find(closes)?;
    Some(&mark[length + end + length..])
}

/// A character behind a backslash stands for itself.
fn escaped<'a>(mark: &'a str, out: &mut String) -> &'a str {
    let rest = &mark[1..];
    if let Some(c) = rest.chars().next().filter(char::is_ascii_punctuation) {
        out.push(c);
        return &rest[1..];
    }
    out.push('\\');
    rest
}

/// The words of a link or image, and what is behind it.
fn link(mark: &str) -> Option<(&str, &str)> {
    /// A link is no longer than this: what is never closed is not looked through again and again.
    const MOST: usize = 1000;
    let image = mark.starts_with("![");
    let inner = mark.strip_prefix("![").or_else(|| mark.strip_prefix('['))?;
    let inner_near = &inner[..inner.floor_char_boundary(MOST)];
    let close = inner_near.find("](")?;
    let address = &inner_near[close + 2..];
    let end = address.find(')')?;
    let shown = if image { "" } else { &inner[..close] };
    Some((shown, &inner[close + 2 + end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_go_and_paragraphs_become_lines() {
        let (head, text) = read(
            "---\ntitle: \"Talks\"\ndate: 2026-03-04\n---\n# Talks\n\nOne **bold**\nline with a [link](https://a.example/).\n\n- an item\n* another\n\n> said \\*so\\*\n",
        );
        assert_eq!(head.title.as_deref(), Some("Talks"));
        assert_eq!(head.issued.as_deref(), Some("2026-03-04"));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "Talks",
                "One bold line with a link.",
                "an item",
                "another",
                "said *so*"
            ]
        );
    }

    #[test]
    fn comments_and_code_are_no_text() {
        let (_, text) = read(
            "Before. <!-- a note\n\nover lines --> Behind.\n\n~~~\nLaos signed it.\n```\n~~~\n\n\
             ````rust\n```\nRussia signed it.\n````\nThe `code span` and ``a ` b`` went.\n\n`alone`\n",
        );
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines, ["Before.  Behind.", "The and went."]);
        assert_eq!(read("One <!-- two\n").1, "One <!-- two");
        assert_eq!(inline("a `b"), "a `b");
    }

    #[test]
    fn what_was_struck_out_is_no_text() {
        for (words, expected) in [
            ("One ~~or two~~ left.", "One  left."),
            ("One ~or two~ left.", "One  left."),
            ("One <del>or two</del> left.", "One  left."),
            ("It rose by ~5 or ~6.", "It rose by ~5 or ~6."),
            ("~~ one ~~ and ~~two", "~~ one ~~ and ~~two"),
            ("5 < 6", "5 < 6"),
        ] {
            assert_eq!(inline(words), expected);
        }
        assert_eq!(inline(&"~a".repeat(20_000)).len(), 40_000);
    }

    #[test]
    fn what_is_never_closed_stays_as_it_is() {
        assert_eq!(inline("a [b and ![c"), "a [b and ![c");
        assert_eq!(inline(&"[".repeat(50_000)).len(), 50_000);
        assert_eq!(inline(&"`".repeat(50_000)).len(), 50_000);
        assert_eq!(inline("a\\é"), "a\\é");
    }
}
