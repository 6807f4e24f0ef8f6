//! Plain English for dates, lists and the head of a brief.

use chrono::{Month, NaiveDate};

use super::Options;
use crate::contested::Standing;
use crate::dossier::date::Basis;
use crate::dossier::{Date, Dossier};

/// `1960-10-07` → "7 October 1960", `2017-09` → "September 2017"; anything else as it is shown.
pub(crate) fn date(date: &Date) -> String {
    let Some(edtf) = date.edtf() else {
        return date.label();
    };
    let ends: Option<Vec<_>> = edtf.split('/').map(point).collect();
    match ends {
        None => date.label(),
        Some(ends) => {
            let shown = ends.join(" – ");
            match date.basis {
                Basis::Stated => shown,
                Basis::Inferred | Basis::Derived => format!("[{shown}]"),
            }
        }
    }
}

/// A day, month, year or decade in words, with its doubts; none for what has other words.
fn point(edtf: &str) -> Option<String> {
    let bare = edtf.trim_end_matches(['~', '?', '%']);
    let about = if edtf.ends_with(['~', '%']) {
        "about "
    } else {
        ""
    };
    let doubt = if edtf.ends_with(['?', '%']) {
        " (uncertain)"
    } else {
        ""
    };
    let decade = bare.strip_suffix('X').filter(|digits| digits.len() == 3);
    let shown = match decade {
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => format!("{digits}0s"),
        _ => calendar(bare)?,
    };
    Some(format!("{about}{shown}{doubt}"))
}

/// What is written in digits alone. There is no year 0: `0000` is 1 BCE, `-0043-03-15` 15 March 44 BCE, and
/// `Y-17000` 17001 BCE.
fn calendar(edtf: &str) -> Option<String> {
    let edtf = edtf.strip_prefix('Y').unwrap_or(edtf);
    let (before, bare) = match edtf.strip_prefix('-') {
        Some(bare) => (true, bare),
        None => (edtf == "0000" || edtf.starts_with("0000-"), edtf),
    };
    let parts: Vec<_> = bare.split('-').collect();
    let digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(digits) {
        return None;
    }
    let year = if before {
        format!("{} BCE", parts[0].parse::<u64>().ok()?.checked_add(1)?)
    } else {
        parts[0].to_owned()
    };
    let month = |text: &str| {
        let number: u8 = text.parse().ok()?;
        Some(Month::try_from(number).ok()?.name())
    };
    Some(match parts[1..] {
        [] => year,
        [m] => format!("{} {year}", month(m)?),
        [m, day] => format!("{} {} {year}", day.trim_start_matches('0'), month(m)?),
        _ => return None,
    })
}

/// The same words with their days and months as the rest of a brief has them: "[2025-12-18]" becomes
/// "[18 December 2025]".
pub(super) fn spoken_dates(words: &str) -> String {
    let is_part = |c: char| c.is_ascii_digit() || c == '-';
    let spoken = words.split(' ').map(|word| {
        let start = word.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
        let bare = &word[start..];
        let end = bare.find(|c| !is_part(c)).unwrap_or(bare.len());
        let (bare, after) = bare.split_at(end);
        let is_date = bare.len() >= "2025-12".len() && bare.find('-') == Some(4);
        match point(bare).filter(|_| is_date) {
            Some(date) => format!("{}{date}{after}", &word[..start]),
            None => word.to_owned(),
        }
    });
    spoken.collect::<Vec<_>>().join(" ")
}

pub(super) fn day(day: NaiveDate) -> String {
    point(&day.to_string()).unwrap_or_else(|| day.to_string())
}

/// A date that is told, if there is one.
pub(super) fn date_in_words(of: Option<&Date>) -> Option<String> {
    of.filter(|date| !date.is_undated()).map(date)
}

/// "a", "a and b", "a, b and c".
pub(super) fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What a doubt is called in a brief.
pub(super) fn doubt(standing: Standing) -> &'static str {
    match standing {
        Standing::Conflict => "contested",
        Standing::Query => "query",
        Standing::Open => "open question",
        Standing::Wording | Standing::Reminder => standing.word(),
    }
}

/// On one line, and with a full stop if no sign ends it yet.
pub(super) fn sentence(text: &str) -> String {
    let line = line(text);
    let ended = line.is_empty() || line.ends_with(['.', '?', '!', '…']);
    format!("{line}{}", if ended { "" } else { "." })
}

/// On one line, with single blanks.
pub(super) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `text` or its first words: a brief of long summaries would be none. A quotation that is broken off is closed.
pub(super) fn short(text: String, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text,
        Some((end, _)) => {
            let cut = text[..end].rfind(' ').unwrap_or(end);
            let kept = text[..cut].trim_end();
            let is_open = kept.matches('“').count() > kept.matches('”').count();
            format!("{kept} …{}", if is_open { "”" } else { "" })
        }
    }
}

/// Whole sentences, one after the other.
pub(super) fn sentences(parts: &[String]) -> String {
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts
        .map(|part| sentence(part))
        .collect::<Vec<_>>()
        .join(" ")
}

/// How many were left out, of what.
pub(super) fn more(count: usize, [one, many]: [&str; 2]) -> Option<String> {
    let what = if count == 1 { one } else { many };
    (count > 0).then(|| format!("Not listed: {count} {what}."))
}

/// What bounds a date that was not told, as precisely as that was stored.
pub(super) fn bounds(of: &Date) -> String {
    let spoken = |edtf: Option<&str>| edtf.map(|edtf| point(edtf).unwrap_or(edtf.to_owned()));
    let (after, before) = of.limits();
    match (spoken(after), spoken(before)) {
        (Some(after), Some(before)) => format!("between {after} and {before}"),
        (None, Some(before)) => format!("{before} or before"),
        (Some(after), None) => format!("{after} or later"),
        (None, None) => "undated".to_owned(),
    }
}

/// What the brief is on.
pub(super) fn title(dossier: &Dossier) -> String {
    let names: Vec<_> = dossier.about.sides.iter().map(|s| line(&s.name)).collect();
    match names.as_slice() {
        [a, b] => format!("Brief: relations of {a} and {b}"),
        _ => format!("Brief: {}", line(&dossier.about.title)),
    }
}

/// What the head of every brief says of its dates.
pub(crate) const WORKED_OUT: &str = "A date in square brackets was worked out, not printed.";

/// What it is drawn from, and how far it goes.
pub(super) fn stand(dossier: &Dossier, options: &Options) -> Vec<String> {
    let sources = dossier.sources.len();
    let dates = dossier.publication_dates();
    let drawn = match sources {
        1 => "one source".to_owned(),
        more => format!("{more} sources"),
    };
    let newest = match dates.last() {
        Some(last) => format!(", the newest of {}", date(last)),
        None => String::new(),
    };
    let mut stand = vec![format!("Drawn from {drawn}{newest}.")];
    stand.extend(
        options
            .as_of
            .map(|as_of| format!("As of {}: nothing published later is used.", day(as_of))),
    );
    let topic = options.topic.as_ref();
    stand.extend(topic.map(|topic| format!("On the topic “{}” only.", line(dossier.topic(topic)))));
    let lens = options.lens.as_ref();
    stand.extend(lens.map(|lens| format!("Only what “{}” finds.", line(lens.typed()))));
    stand.push(WORKED_OUT.to_owned());
    stand
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_spoken_and_no_more_precise() {
        for (edtf, spoken) in [
            ("1960-10-07", "7 October 1960"),
            ("2017-09", "September 2017"),
            ("2011", "2011"),
            ("2025-01/2025-05", "January 2025 – May 2025"),
            ("2021/..", "since 2021"),
            ("199X", "1990s"),
            ("1975~", "about 1975"),
            ("2018?", "2018 (uncertain)"),
            ("19XX", "19XX"),
            ("2001-21", "spring 2001"),
            ("-0044", "45 BCE"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("-0043-03", "March 44 BCE"),
            ("0000-12-25", "25 December 1 BCE"),
            ("0000", "1 BCE"),
            ("Y-17000", "17001 BCE"),
            ("Y-9999999999/Y-17000~", "10000000000 BCE – about 17001 BCE"),
            ("Y12345", "12345"),
        ] {
            assert_eq!(date(&Date::parse(edtf).expect("a date")), spoken);
        }
        let inferred = Date::inferred(Some("2023-07"), (None, None), "so").expect("a date");
        assert_eq!(date(&inferred), "[July 2023]");
    }

    #[test]
    fn days_within_words_are_spoken_too() {
        for (words, spoken) in [
            ("ends [2024-03-09], which", "ends [9 March 2024], which"),
            ("covers 2021 – 2024-05; so", "covers 2021 – May 2024; so"),
            ("no evidence since [2023]", "no evidence since [2023]"),
            ("the 2025-13 of 12-page", "the 2025-13 of 12-page"),
        ] {
            assert_eq!(spoken_dates(words), spoken);
        }
    }

    #[test]
    fn lists_and_sentences_are_written_out() {
        let items = ["a", "b", "c"].map(ToOwned::to_owned);
        assert_eq!(list(&items), "a, b and c");
        assert_eq!(list(&items[..2]), "a and b");
        assert_eq!(sentence("two\nlines"), "two lines.");
        assert_eq!(sentence("Why?"), "Why?");
        let long = || "one two three".to_owned();
        assert_eq!(short(long(), 13), long());
        assert_eq!(short(long(), 9), "one two …");
        let quoted = "Ann: “We will build the road.”".to_owned();
        assert_eq!(short(quoted, 18), "Ann: “We will …”");
        assert_eq!(short("ສະບາຍດີສະບາຍດີ".to_owned(), 4), "ສະບາ …");
    }
}
