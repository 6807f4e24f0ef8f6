//! The rich text of CSL-JSON, as plain text: `<i>`, `<b>`, `<sub>`, `<sup>`, `<sc>` and `<span>` are
//! how a word is set, and a character may be spelled by its name (`&amp;`).
//!
//! Source: the documentation of citeproc-js, "CSL-JSON Markup",
//! <https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html>.

use crate::import::html::plain_line;

/// Tags, without what is in them.
const TAGS: [&str; 6] = ["i", "b", "sub", "sup", "sc", "span"];

/// The longest tag and the longest name of a character that are looked for.
const LONGEST: usize = 100;

/// The text without tags. Everything else, such as `a < b`, stays as it is.
pub(super) fn plain(text: &str) -> String {
    if !text.contains(['<', '&']) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (length, printed) = match tag(rest) {
            Some((length, name)) => {
                let next = rest[length..].chars().next();
                (length, sign(name, out.chars().next_back(), next).to_owned())
            }
            None => character(rest).unwrap_or_else(|| (1, rest[..1].to_owned())),
        };
        out.push_str(&printed);
        rest = &rest[length..];
    }
    out + rest
}

/// The tag that a text begins with: its length, and its name with the slash that it may have.
fn tag(text: &str) -> Option<(usize, &str)> {
    let end = text.bytes().take(LONGEST).position(|b| b == b'>')?;
    let inner = text.get(1..end)?;
    let name = inner.split(' ').next().unwrap_or_default();
    let bare = name.trim_start_matches('/');
    let is_plain = inner.len() == name.len() || bare == "span" && inner.contains('=');
    (TAGS.contains(&bare) && is_plain).then_some((end + 1, name))
}

/// What sets a raised or lowered number apart from the one that it is written to: 10^6 is not 106.
fn sign(name: &str, before: Option<char>, after: Option<char>) -> &'static str {
    let is_digit =
        |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || matches!(c, '-' | '−'));
    let meets = before.is_some_and(|c| c.is_ascii_digit()) && is_digit(after);
    match name {
        "sup" if meets => "^",
        "sub" if meets => "_",
        _ => "",
    }
}

/// The character whose name or number a text begins with, and the length of that.
fn character(text: &str) -> Option<(usize, String)> {
    let end = text.bytes().take(LONGEST).position(|b| b == b';')?;
    let name = text.get(1..end)?.trim_start_matches('#');
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric());
    let found = plain_line(
        text.get(..=end)
            .filter(|_| is_name && text.starts_with('&'))?,
    );
    // A name that is none stays as it is; a blank is one still.
    let found = if found.is_empty() {
        " ".to_owned()
    } else {
        found
    };
    Some((end + 1, found))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn words_that_are_set_in_another_way_are_words() {
        for (text, expected) in [
            (
                "The <i>Homo sapiens</i> of H<sub>2</sub>O",
                "The Homo sapiens of H2O",
            ),
            (
                "<span class=\"nocase\">van Gogh</span> in <b>Laos</b>",
                "van Gogh in Laos",
            ),
            (
                "<span style=\"font-variant: small-caps;\">Bce</span>, <sc>ad</sc>",
                "Bce, ad",
            ),
            ("10<sup>6</sup> tonnes, m<sup>2</sup>", "10^6 tonnes, m2"),
            (
                "Trade &amp; aid, 5 &lt; 6, caf&#233;, &#x43B;",
                "Trade & aid, 5 < 6, café, л",
            ),
            ("a < b > c, AT&T, R&D; x", "a < b > c, AT&T, R&D; x"),
            ("List<T> of <item>, <i x>, <", "List<T> of <item>, <i x>, <"),
            (
                "two  blanks\tand a tab <i>kept</i> &",
                "two  blanks\tand a tab kept &",
            ),
        ] {
            assert_eq!(plain(text), expected);
        }
        let long = "<".repeat(1_000_000);
        assert_eq!(plain(&long), long);
    }
}
