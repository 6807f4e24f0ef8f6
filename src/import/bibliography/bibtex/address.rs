//! Addresses and numbers of documents, which TeX writes with backslashes.

const COMMAND: &str = "\\url";

/// `https://ex.org/a_b` of `\url{https://ex.org/a\_b}`.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim();
    let argument = text.strip_prefix(COMMAND).unwrap_or(text);
    let bare = argument
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'))
        .unwrap_or(argument);
    let mut out = String::with_capacity(bare.len());
    let mut signs = bare.trim().chars().peekable();
    while let Some(c) = signs.next() {
        let is_escape = c == '\\' && signs.peek().is_some_and(char::is_ascii_punctuation);
        if !is_escape {
            out.push(c);
        }
    }
    // The accent of TeX has nothing under it.
    out.replace("~{}", "~")
}

/// A text without the address in it, and that address; both may be empty.
pub(super) fn within(text: &str) -> (String, String) {
    let found = || {
        let (before, rest) = text.split_once(&format!("{COMMAND}{{"))?;
        let (address, after) = rest.split_once('}')?;
        Some((format!("{before}{after}"), plain(address)))
    };
    let (others, address) = found().unwrap_or_else(|| (text.to_owned(), String::new()));
    let rest = others.trim().trim_start_matches([',', ';', '.']).trim();
    (rest.to_owned(), address)
}

/// Where the first link of a text leads: `https://ex.org/x` of `\href{https://ex.org/x}{words}`.
pub(super) fn linked(text: &str) -> String {
    let found = text
        .split_once("\\href{")
        .and_then(|(_, rest)| rest.split_once('}'));
    found.map_or_else(String::new, |(address, _)| plain(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_no_backslashes() {
        for (text, expected) in [
            (r"\url{https://ex.org/x}", "https://ex.org/x"),
            (r"\urlhttps://ex.org/x", "https://ex.org/x"),
            (r"https://ex.org/a\_b\%20\&c", "https://ex.org/a_b%20&c"),
            (r"https://ex.org/\~{}me", "https://ex.org/~me"),
            ("10.1/x_y", "10.1/x_y"),
        ] {
            assert_eq!(plain(text), expected);
        }
        let (rest, address) = within(r"\url{https://ex.org/x\_y}, accessed 3 May 2001");
        assert_eq!(
            (&*rest, &*address),
            ("accessed 3 May 2001", "https://ex.org/x_y")
        );
        assert_eq!(within("Web"), ("Web".to_owned(), String::new()));
    }
}
