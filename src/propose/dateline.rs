//! The day that the first lines of a text print as that of its writing: "VIENTIANE, June 18, 2026 (LNA) --".

use crate::dossier::Date;
use crate::extract::{Context, TimeExpression, dates};

/// A dateline is among so many of the first lines that are not blank.
const FIRST: usize = 4;

/// A line of more words is no dateline by itself.
const WORDS: usize = 12;

/// The day of a dateline that opens a paragraph ends before this byte.
const OPENING: usize = 70;

/// The day, where it is printed with its year.
pub(super) fn issued(text: &str) -> Option<Date> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines
        .take(FIRST)
        .enumerate()
        .find_map(|(place, line)| of_line(line, place))
}

fn of_line(line: &str, place: usize) -> Option<Date> {
    let start = &line[..line.floor_char_boundary(4 * OPENING)];
    let all = dates(start, Context::default());
    let is_day = |time: &&TimeExpression| {
        let edtf = time.edtf.as_deref();
        edtf.is_some_and(|edtf| edtf.len() == "2026-06-18".len()) && !time.relative
    };
    let time = all.iter().find(is_day)?;
    let (before, behind) = (&line[..time.range.start], &line[time.range.end..]);
    let day = || Date::parse(time.edtf.as_deref()?).ok();
    let short = line.split_whitespace().count() <= WORDS;
    let alone =
        place > 0 && short && !line.ends_with(['.', '?', '!']) && (bare(before) || bare(behind));
    let told = short && is_label(before) && (bare(behind) || is_clock(behind));
    (alone || told || opens(before, behind)).then(day).flatten()
}

/// "Published:", "Date –".
fn is_label(part: &str) -> bool {
    const LABELS: [&str; 8] = [
        "published",
        "posted",
        "issued",
        "date",
        "publié",
        "publié le",
        "опубликовано",
        "дата",
    ];
    let label = part.trim_end_matches(|c: char| !c.is_alphanumeric());
    LABELS.contains(&label.trim().to_lowercase().as_str())
}

/// "10:00 GMT", "at 9.30 am".
fn is_clock(part: &str) -> bool {
    const ZONE: usize = 4;
    let mut words = part
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let other = |word: &str| word.chars().count() <= ZONE && word.chars().all(char::is_alphabetic);
    let mut digits = part.bytes().filter(u8::is_ascii_digit);
    digits.next().is_some() && words.all(|word| number(word) || other(word))
}

/// Has it no words?
fn bare(part: &str) -> bool {
    !part.contains(char::is_alphanumeric)
}

/// A place and a day that an agency or a dash follows; or the place with a comma, and the day with a colon or a full
/// stop: "Nairobi, 3 March 2025: ", "DAKAR, le 8 février 2022."; or both in brackets.
fn opens(before: &str, behind: &str) -> bool {
    let (before, bracket) = before
        .strip_prefix('(')
        .map_or((before, false), |inner| (inner, true));
    let small = |word: &str| matches!(word, "le" | "den");
    let capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric());
    let place = before.len() < OPENING
        && before.starts_with(char::is_uppercase)
        && before
            .split_whitespace()
            .all(|word| capital(word) || small(word));
    let parted = before
        .trim_end()
        .trim_end_matches(" le")
        .trim_end_matches(" den")
        .ends_with(',');
    let behind = behind.trim_start();
    let behind = ["года", "г."]
        .iter()
        .find_map(|year| behind.strip_prefix(year))
        .unwrap_or(behind);
    if bracket {
        return place && parted && behind.starts_with(')');
    }
    let closed = behind.starts_with([':', '.']);
    let behind = behind.trim_start_matches(['.', ',', ' ']);
    place && (closed && parted || behind.starts_with(['(', '/', '-', '–', '—']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_with_its_year_tells_the_day() {
        let talks = "The ministers met on 3 May 2024 and spoke about rail.";
        for (text, day) in [
            (
                "VIENTIANE, June 18, 2026 (LNA) -- Talks ended.",
                "2026-06-18",
            ),
            (
                "Talks end\nDUSHANBE, 24.06.2025 /Agency/\n\nBoth left.",
                "2025-06-24",
            ),
            (
                "Talks end\nThursday, July 18, 2024\n\nBoth left.",
                "2024-07-18",
            ),
            (
                "Talks end\nPress department, Prague, 19 May 2025\n\nBoth left.",
                "2025-05-19",
            ),
            (
                "Talks end\nAda Lee | 14.03.2025\n\nBoth left.",
                "2025-03-14",
            ),
            ("NAIROBI, March 3, 2025. Talks ended.", "2025-03-03"),
            ("Nairobi, 3 March 2025: Talks ended.", "2025-03-03"),
            ("(Nairobi, 3 March 2025) Talks ended.", "2025-03-03"),
            (
                "Talks end\nPublished: 03 Mar 2025 10:00 GMT\n\nBoth left.",
                "2025-03-03",
            ),
            (
                "МОСКВА, 12 сентября 2023 года. Переговоры прошли.",
                "2023-09-12",
            ),
            (
                "DAKAR, le 8 février 2022. Les ministres sont partis.",
                "2022-02-08",
            ),
            ("The Ministers, on 3 March 2025. And more of it.", ""),
            ("Kenya and Vietnam met on 3 March 2025. They spoke.", ""),
            ("VIENTIANE, June 18 (LNA) -- Talks ended.", ""),
            ("Talks of 3 May 2024\n\nBoth left.", ""),
            (talks, ""),
        ] {
            let found = issued(text).map(|date| date.to_string());
            assert_eq!(found.as_deref().unwrap_or_default(), day, "{text}");
        }
    }
}
