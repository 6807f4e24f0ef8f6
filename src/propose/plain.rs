//! What the first lines of a plain text say of it: a headline, a byline.

use super::head::Head;

/// A headline is no longer than this, in words.
const HEADLINE: usize = 24;

/// Nor longer than this, in bytes.
const LINE: usize = 200;

/// A byline is among so many of the first lines that are not blank.
const FIRST: usize = 4;

/// Labels of a transcript, which has no headline.
const QUESTION: [&str; 5] = ["Question:", "Q:", "Moderator:", "Host:", "Interviewer:"];

/// Title and author of a text, where the form of its first lines leaves no doubt.
pub(super) fn head(raw: &str) -> Head {
    let body = raw.strip_prefix('\u{feff}').unwrap_or(raw);
    let mut lines = body
        .lines()
        .map(str::trim)
        .skip_while(|line| line.is_empty());
    let first: Vec<&str> = lines.by_ref().take(2 * FIRST + 1).collect();
    let Some(start) = first.first() else {
        return Head::default();
    };
    let mut filled = first.iter().filter(|line| !line.is_empty()).take(FIRST);
    let byline = filled.find_map(|line| byline(line));
    let next = first.get(1).copied().unwrap_or_default();
    // A headline of one line has a blank one or the byline below it, and a text behind.
    let apart = next.is_empty() || self::byline(next).is_some();
    let more = first[1..].iter().any(|line| !line.is_empty());
    Head {
        title: (apart && more && is_headline(start)).then(|| (*start).to_owned()),
        byline,
        ..Head::default()
    }
}

/// Is it short, no sentence, and no byline?
fn is_headline(line: &str) -> bool {
    let closed = line.ends_with(['.', ',', ';', ':', '…', '-']);
    let words = line.split_whitespace().take(HEADLINE + 1).count();
    let begins = line
        .chars()
        .find(|c| c.is_alphanumeric())
        .is_some_and(|c| !c.is_lowercase());
    line.len() <= LINE
        && (2..=HEADLINE).contains(&words)
        && begins
        && !closed
        && !line.starts_with(['"', '“', '«', '–', '—', '-', '*', '#', '<'])
        && !QUESTION.iter().any(|label| line.starts_with(label))
        && byline(line).is_none()
}

/// "By Anna Petrova", "by Anna Petrova and Ivan Sidorov, Vientiane Desk": who.
fn byline(line: &str) -> Option<String> {
    let start = line
        .get(..3)
        .filter(|start| start.eq_ignore_ascii_case("by "))?;
    let rest = line[start.len()..].trim();
    let end = rest.find([',', '|', '•', '·', '–', '—', '(', ';']);
    let names = rest[..end.unwrap_or(rest.len())].trim();
    let name = |name: &str| {
        let words: Vec<_> = name.split_whitespace().collect();
        let part = |word: &&str| {
            let capital = word.starts_with(char::is_uppercase);
            let particle = matches!(*word, "de" | "van" | "von" | "der" | "al" | "bin");
            let letters = word
                .chars()
                .all(|c| c.is_alphabetic() || "-.'’".contains(c));
            letters && (capital || particle)
        };
        (2..=4).contains(&words.len()) && words.iter().all(part)
    };
    let whole = names.split(" and ").all(name) && !line.ends_with(['?', '!', ':']);
    // "By Monday Ivan Orlov will have left." is a sentence.
    let sentence = end.is_some() && line.ends_with('.') || line.split_whitespace().count() > 14;
    (whole && !sentence).then(|| names.trim_end_matches('.').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Title and byline, empty where there is none.
    fn read(text: &str) -> [String; 2] {
        let head = head(text);
        [head.title, head.byline].map(Option::unwrap_or_default)
    }

    #[test]
    fn headline_and_byline_are_read_where_their_form_is_clear() {
        let body = "The ministers met on Monday. They spoke about rail.\n";
        for (text, title, byline) in [
            (
                "Rail leads the talks\n\nBy Anna Petrova\n\n",
                "Rail leads the talks",
                "Anna Petrova",
            ),
            (
                "Rail leads the talks\nBY Anna Petrova, Vientiane\n",
                "Rail leads the talks",
                "Anna Petrova",
            ),
            (
                "\n  Who pays for the bridge?\n\n",
                "Who pays for the bridge?",
                "",
            ),
            (
                "By Ivan Orlov and Mali Keola\n\n",
                "",
                "Ivan Orlov and Mali Keola",
            ),
            ("The ministers met.\n\n", "", ""),
            ("Rail leads the talks\n", "", ""),
            ("by the river they met again\n\n", "", ""),
            ("By Monday they had left\n\n", "By Monday they had left", ""),
            ("“We go on”\n\n", "", ""),
            ("Question: Will it rain?\n\n", "", ""),
        ] {
            assert_eq!(read(&format!("{text}{body}")), [title, byline], "{text}");
        }
        assert_eq!(read("Only a headline\n\n"), ["", ""]);
        assert_eq!(read(""), ["", ""]);
    }
}
