//! A text without Markdown's signs.

/// The text with NUL bytes for signs, if it has any.
pub(super) fn bare(text: &str) -> Option<String> {
    // An answer of an interface has all of these signs and is none.
    let is_data = text.trim_start().starts_with(['{', '[']);
    if is_data || !text.contains(['*', '_', '#', '[', '>', '`', '\\']) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let lead = lead(line);
        out.extend(std::iter::repeat_n('\0', lead));
        inline(&mut out, &line[lead..]);
    }
    // A list alone, a rule or a lone sign make no Markdown.
    let is_marked = text.contains("](")
        || text.contains("**")
        || text.contains("__")
        || has_pair(text, &out, "*")
        || has_pair(text, &out, "_")
        || text.lines().any(|line| heading(line) > 0);
    (is_marked && out != text).then_some(out)
}

/// Whether signs that are hidden begin and end a word.
fn has_pair(text: &str, bare: &str, sign: &str) -> bool {
    let hidden = text
        .match_indices(sign)
        .filter(|(at, _)| bare.as_bytes()[*at] == 0);
    hidden.take(2).count() == 2
}

/// The length of what marks a heading, a quotation or an item at the start of a line.
fn lead(line: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = &line[at..];
        let body = rest.trim_start_matches([' ', '\t']);
        let indent = rest.len() - body.len();
        let sign = heading(body).max(item(body));
        if sign == 0 {
            return at;
        }
        at += indent + sign;
    }
}

/// The length of `## `.
fn heading(line: &str) -> usize {
    let signs = line.len() - line.trim_start_matches('#').len();
    let is_one = (1..=6).contains(&signs) && line[signs..].starts_with(' ');
    if is_one { signs + 1 } else { 0 }
}

/// The length of `> `, `* ` or `+ `. A dash also begins speech, and a number a sentence.
fn item(line: &str) -> usize {
    let is_one = ["> ", "* ", "+ "].iter().any(|sign| line.starts_with(sign));
    if is_one { 2 } else { 0 }
}

/// Hides the signs inside a line: of emphasis, code, links and escapes.
fn inline(out: &mut String, line: &str) {
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back().filter(|_| !out.ends_with('\0'));
        let length = hidden(rest, c, before);
        if length == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            out.extend(std::iter::repeat_n('\0', length));
            rest = &rest[length..];
        }
    }
}

/// How much of `rest` shows nothing.
fn hidden(rest: &str, c: char, before: Option<char>) -> usize {
    let run = rest.len() - rest.trim_start_matches(c).len();
    let after = rest[run..].chars().next();
    let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    match c {
        '\\' if after.is_some_and(|c| c.is_ascii_punctuation()) && run == 1 => 1,
        '`' => run,
        '*' if blank(before) && blank(after) => 0,
        // Both sides of a word that it parts: a name such as `a_b`, or a sum.
        '*' | '_' if in_word(before) && in_word(after) && (c == '_' || run == 1) => 0,
        '*' | '_' if run <= 3 => run,
        '!' if rest.starts_with("![") => 2,
        '[' if link(rest).is_some() => 1,
        ']' if rest.starts_with("](") => rest.find(')').map_or(0, |end| end + 1),
        _ => 0,
    }
}

/// Where the words of a link end.
fn link(rest: &str) -> Option<usize> {
    let end = rest.find("](")?;
    let is_one = !rest[1..end].contains(['\n', '[']) && rest[end..].contains(')');
    is_one.then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_hidden_and_nothing_else() {
        for (text, left) in [
            ("## Head\nA **bold** word.", "Head\nA bold word."),
            ("> said *he*, and _she_", "said he, and she"),
            ("a [link](http://x.y/é) here", "a link here"),
            ("![map](x.png) of `Laos` \\*", "map of Laos *"),
            ("* **one** a_b 2*3 4 * 5", "one a_b 2*3 4 * 5"),
        ] {
            let bare = bare(text).expect("Markdown");
            assert_eq!(bare.len(), text.len(), "{text}");
            assert_eq!(bare.replace('\0', ""), left, "{text}");
        }
        for text in [
            "plain [sic] words",
            "2 * 3 and a_b",
            "#1 of five",
            "[1] note",
            "a\n* b",
        ] {
            assert_eq!(bare(text), None, "{text}");
        }
    }
}
