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
    let alone = place > 0
        && line.split_whitespace().count() <= WORDS
        && !line.ends_with(['.', '?', '!'])
        && (bare(before) || bare(behind));
    (alone || opens(before, behind)).then(day).flatten()
}

/// Has it no words?
fn bare(part: &str) -> bool {
    !part.contains(char::is_alphanumeric)
}

/// A place and a day that an agency or a dash follows.
fn opens(before: &str, behind: &str) -> bool {
    let place = before.len() < OPENING
        && before.starts_with(char::is_uppercase)
        && before
            .split_whitespace()
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_alphanumeric()));
    let behind = behind.trim_start_matches(['.', ',', ' ']);
    place && behind.starts_with(['(', '/', '-', '–', '—'])
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
            ("VIENTIANE, June 18 (LNA) -- Talks ended.", ""),
            ("Talks of 3 May 2024\n\nBoth left.", ""),
            (talks, ""),
        ] {
            let found = issued(text).map(|date| date.to_string());
            assert_eq!(found.as_deref().unwrap_or_default(), day, "{text}");
        }
    }
}
