//! The months of a text, with the days beside them.

/// The beginnings of the names of the months in English and Russian; whole words in English.
const MONTHS: [(&str, &str); 12] = [
    ("january", "январ"),
    ("february", "феврал"),
    ("march", "март"),
    ("april", "апрел"),
    ("may", "мая"),
    ("june", "июн"),
    ("july", "июл"),
    ("august", "август"),
    ("september", "сентябр"),
    ("october", "октябр"),
    ("november", "ноябр"),
    ("december", "декабр"),
];

/// Words before "May" and "March" that make a month of them.
const BEFORE: [&str; 14] = [
    "in", "of", "to", "by", "until", "till", "since", "from", "early", "late", "mid", "last",
    "through", "and",
];

/// A month that a text names, and the days beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) month: u32,
    pub(super) days: Vec<u32>,
}

/// Every month that a text names.
pub(super) fn named(text: &str) -> Vec<Named> {
    let words: Vec<_> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let months = (0..words.len()).filter_map(|at| {
        let month = month(&words, at).filter(|_| !is_former(&words, at))?;
        let days = days(&words, at);
        Some(Named { month, days })
    });
    months.collect()
}

/// Is it the time from which something was put off: "postponed from March"?
fn is_former(words: &[&str], at: usize) -> bool {
    const PUT_OFF: [&str; 5] = ["postponed", "delayed", "moved", "rescheduled", "deferred"];
    let from = at.saturating_sub(2)..at;
    let place = from.clone().find(|place| words[*place] == "from");
    let verb = place.and_then(|place| place.checked_sub(1));
    verb.is_some_and(|verb| PUT_OFF.contains(&words[verb]))
}

/// The month of the word `at`.
fn month(words: &[&str], at: usize) -> Option<u32> {
    let low = words[at].to_lowercase();
    let capital = words[at].starts_with(char::is_uppercase);
    let near = |place: Option<usize>| place.and_then(|at| words.get(at)).copied();
    let (before, behind) = (near(at.checked_sub(1)), near(Some(at + 1)));
    let numbered = [before, behind]
        .iter()
        .flatten()
        .any(|word| number(word).is_some());
    let place = MONTHS.iter().position(|(english, russian)| {
        // "Sep 2017", but not "Mar" or "Dec" alone.
        let short = numbered && low.len() >= 3 && english.starts_with(low.as_str());
        capital && (low == *english || short) || !low.is_ascii() && low.starts_with(russian)
    })?;
    let verb = ["may", "march"].contains(&low.as_str());
    let placed = before.is_some_and(|word| BEFORE.contains(&word.to_lowercase().as_str()));
    (!verb || numbered || placed).then_some(u32::try_from(place).ok()? + 1)
}

/// The days before or behind the month: "7-9 October", "October 7".
fn days(words: &[&str], at: usize) -> Vec<u32> {
    let day = |place: usize| {
        let number = words.get(place).and_then(|word| number(word));
        number.filter(|day| (1..=31).contains(day))
    };
    let of = at.checked_sub(1).filter(|before| words[*before] == "of");
    let end = of.unwrap_or(at);
    let before: Vec<_> = (end.saturating_sub(2)..end).rev().map_while(&day).collect();
    if before.is_empty() {
        (at + 1..at + 3).map_while(day).collect()
    } else {
        before
    }
}

/// "7", "7th".
fn number(word: &str) -> Option<u32> {
    let ends = ["st", "nd", "rd", "th"];
    let digits = ends
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    digits.parse().ok()
}

/// The name of a month in English.
pub(super) fn name(month: u32) -> String {
    let name = MONTHS
        .get(month.saturating_sub(1) as usize)
        .map_or("", |names| names.0);
    let first: String = name.chars().take(1).flat_map(char::to_uppercase).collect();
    format!("{first}{}", name.get(1..).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_with_their_days() {
        for (text, expected) in [
            ("established on October 7, 1960", vec![(10, vec![7])]),
            ("in September 2017", vec![(9, vec![])]),
            ("on the 7th of October", vec![(10, vec![7])]),
            ("from 7 to 9 May", vec![(5, vec![9])]),
            ("7-9 October 2019", vec![(10, vec![9, 7])]),
            (
                "from January to May in 2025",
                vec![(1, vec![]), (5, vec![])],
            ),
            ("it may grow; they march on", vec![]),
            ("A deal May be signed", vec![]),
            ("7 октября 1960 года", vec![(10, vec![7])]),
            ("Sep 2017", vec![(9, vec![])]),
            ("in May, postponed from March", vec![(5, vec![])]),
        ] {
            let read: Vec<_> = named(text).into_iter().map(|n| (n.month, n.days)).collect();
            assert_eq!(read, expected, "{text}");
        }
    }
}
