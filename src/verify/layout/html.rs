//! The text of a page of the web, without its tags.

/// Characters from the start within which a page says that it is HTML.
const HEAD: usize = 1024;

/// Tags of paragraphs that make a text HTML, if it does not say so.
const TAGS: usize = 3;

/// Elements that show no text.
const SILENT: [&str; 6] = ["script", "style", "head", "noscript", "template", "svg"];

/// Elements inside a line.
const INLINE: [&str; 28] = [
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// Entities by name, besides those by number. What is not here stays as it is written.
const NAMED: [(&str, char); 28] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("thinsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("shy", '\u{ad}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("hellip", '…'),
    ("euro", '€'),
    ("pound", '£'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
];

/// Does a text say that it is HTML, or have the tags of several paragraphs?
pub(super) fn is_html(text: &str) -> bool {
    let head = text[..text.floor_char_boundary(HEAD)].to_ascii_lowercase();
    let says = ["<!doctype html", "<html"]
        .iter()
        .any(|tag| head.contains(tag));
    says || ["<p>", "</p>", "<P>", "</P>"]
        .iter()
        .any(|tag| text.matches(tag).count() >= TAGS)
}

/// The page with NUL bytes for tags and the ends of its lines for those of paragraphs.
pub(super) fn bare(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    while let Some(rest) = text.get(out.len()..).filter(|rest| !rest.is_empty()) {
        let plain = rest
            .find(['<', '&', '\n', '\r', '\0'])
            .unwrap_or(rest.len());
        out.push_str(&rest[..plain]);
        let rest = &rest[plain..];
        match rest.chars().next() {
            Some('<') => hide(&mut out, rest),
            Some('&') => entity(&mut out, rest),
            Some(_) => out.push(' '),
            None => {}
        }
    }
    out
}

/// Hides a tag, a comment, or an element that shows nothing with what is in it.
fn hide(out: &mut String, rest: &str) {
    if rest.starts_with("<!--") {
        return nothing(out, until(rest, "-->"));
    }
    let tag = rest[1..].trim_start_matches('/');
    let end = tag
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(tag.len());
    let name = tag[..end].to_ascii_lowercase();
    if name.is_empty() && !rest.starts_with("<!") && !rest.starts_with("<?") {
        // A sign of comparison.
        return out.push('<');
    }
    if SILENT.contains(&name.as_str()) && !rest.starts_with("</") {
        let close = format!("</{name}");
        let end = find_ignoring_case(rest, &close).unwrap_or(rest.len());
        out.push('\n');
        return nothing(out, end - 1);
    }
    let length = until(rest, ">");
    if INLINE.contains(&name.as_str()) {
        return nothing(out, length);
    }
    out.push('\n');
    nothing(out, length - 1);
}

fn until(rest: &str, end: &str) -> usize {
    rest.find(end).map_or(rest.len(), |at| at + end.len())
}

fn find_ignoring_case(text: &str, sought: &str) -> Option<usize> {
    let is_there = |part: &[u8]| part.eq_ignore_ascii_case(sought.as_bytes());
    text.as_bytes().windows(sought.len()).position(is_there)
}

fn nothing(out: &mut String, length: usize) {
    out.extend(std::iter::repeat_n('\0', length));
}

/// What an entity stands for, filled up to its length.
fn entity(out: &mut String, rest: &str) {
    let end = rest.bytes().take(12).position(|byte| byte == b';');
    let meant = end.and_then(|end| character(&rest[1..end]).map(|c| (c, end + 1)));
    match meant {
        Some((c, length)) if c.len_utf8() <= length => {
            out.push(c);
            nothing(out, length - c.len_utf8());
        }
        _ => out.push('&'),
    }
}

fn character(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return NAMED
            .iter()
            .find(|(known, _)| *known == name)
            .map(|(_, c)| *c);
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|c| *c != '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_as_long_and_has_a_line_for_each_paragraph() {
        for (page, left) in [
            ("<p>One\ntwo</p><p>Three</p>", "\nOne two\n\nThree\n"),
            ("a <b class='é'>bold</b> word", "a bold word"),
            (
                "&laquo;A&amp;B&raquo;&nbsp;&#8211; &#xe9; &what; & 3 < 4",
                "«A&B» – é &what; & 3 < 4",
            ),
            ("<script>if (a < b) {}</SCRIPT>x<!-- <p> -->y", "\n\nxy"),
            ("x <br/>y <unclosed", "x \ny \n"),
        ] {
            let bare = bare(page);
            assert_eq!(bare.len(), page.len(), "{page}");
            assert_eq!(bare.replace('\0', ""), left, "{page}");
        }
    }
}
