//! The numbers in a run of words: digits as printed, with the "million", "%" or "US$" beside them.

use crate::figures::key::CURRENCIES;

/// A number as it stands in a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Printed {
    /// The digits with what separates them.
    pub(super) text: String,
    /// What they can mean: `8,300` is 8300, and 8.3 where a comma is the decimal point.
    pub(super) readings: Vec<f64>,
    /// The word for a power of ten behind it.
    pub(super) scale: Scale,
    /// Is it followed by a per cent sign?
    pub(super) percent: bool,
    /// The currency that stands beside it.
    pub(super) currency: Option<&'static str>,
    /// Does a word follow?
    pub(super) goes_on: bool,
}

/// The power of ten that is spelled out behind a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scale {
    /// None is.
    Bare,
    /// "thousand", "million", …
    Word(i32),
    /// A letter that may mean a scale or a unit, such as `m`: the power of ten that it may be.
    Unsure(i32),
}

impl Printed {
    /// The year that it may be.
    pub(super) fn year(&self) -> Option<i32> {
        let digits = self.text.len() == 4 && self.text.bytes().all(|b| b.is_ascii_digit());
        let plain = !self.percent && self.currency.is_none() && self.scale == Scale::Bare;
        let year = self.text.parse().ok().filter(|_| digits && plain);
        year.filter(|year| (1500..2200).contains(year))
    }
}

/// What is behind a number of per cent, in small letters.
const PERCENT: [&str; 8] = [
    "%",
    "percent",
    "per cent",
    "pct",
    "prozent",
    "процент",
    "pour cent",
    "por ciento",
];

/// Characters of the longest of them.
const PERCENT_CHARS: usize = 10;

/// The powers of ten that the words of `text` name.
pub(super) fn scales(text: &str) -> impl Iterator<Item = i32> + '_ {
    let words = text.split(|c: char| !c.is_alphabetic());
    words.filter_map(|word| match scale(word) {
        Scale::Word(power) => Some(power),
        Scale::Bare | Scale::Unsure(_) => None,
    })
}

/// Every number of `text`, from left to right. Digits that follow a letter, as in `Q1` or `G20`,
/// are part of a name and are left out.
pub(super) fn numbers(text: &str) -> Vec<Printed> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + start;
        let end = end(text, start);
        let (before, after) = (&text[..start], &text[end..]);
        let currency = currency(before, after);
        if currency.is_some() || !before.ends_with(char::is_alphabetic) {
            found.push(printed(text[start..end].to_owned(), after, currency));
        }
        at = end;
    }
    found
}

fn printed(text: String, after: &str, currency: Option<&'static str>) -> Printed {
    let rest = after.trim_start_matches([' ', '-', '\u{a0}', '\u{202f}']);
    let word: String = rest.chars().take_while(|c| c.is_alphabetic()).collect();
    let lower = rest
        .chars()
        .take(PERCENT_CHARS)
        .collect::<String>()
        .to_lowercase();
    Printed {
        readings: readings(&text),
        scale: scale(&word),
        percent: PERCENT.iter().any(|sign| lower.starts_with(sign)),
        currency,
        goes_on: !word.is_empty(),
        text,
    }
}

/// Where the number that begins at `start` ends.
fn end(text: &str, start: usize) -> usize {
    let mut at = start;
    let mut group = 0;
    loop {
        let rest = &text[at..];
        let Some(next) = rest.chars().next() else {
            return at;
        };
        if next.is_ascii_digit() {
            at += 1;
            group += 1;
            continue;
        }
        let behind = &rest.as_bytes()[next.len_utf8()..];
        let digits = behind
            .iter()
            .take(4)
            .take_while(|b| b.is_ascii_digit())
            .count();
        let joins = match next {
            ',' | '.' => digits > 0,
            // Between thousands only: "in 2024 100 people" holds two numbers.
            '\'' | '’' | ' ' | '\u{a0}' | '\u{202f}' => group <= 3 && digits == 3,
            _ => false,
        };
        if !joins {
            return at;
        }
        at += next.len_utf8();
        group = 0;
    }
}

/// What the digits can mean.
fn readings(text: &str) -> Vec<f64> {
    let mut readings = Vec::new();
    for (thousands, point) in [(',', '.'), ('.', ',')] {
        let bare: String = text
            .chars()
            .filter(|c| c.is_ascii_digit() || [',', '.'].contains(c))
            .collect();
        let (whole, fraction) = match bare.split_once(point) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (bare.as_str(), None),
        };
        let groups: Vec<_> = whole.split(thousands).collect();
        let fits = groups.len() == 1
            || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
        let number = match fraction {
            Some(fraction) => format!("{}.{fraction}", groups.concat()),
            None => groups.concat(),
        };
        if let Ok(value) = number.parse()
            && fits
            && !readings.contains(&value)
        {
            readings.push(value);
        }
    }
    readings
}

fn scale(word: &str) -> Scale {
    match word.to_lowercase().as_str() {
        "lakh" | "lakhs" => Scale::Word(5),
        "crore" | "crores" => Scale::Word(7),
        "thousand" | "thousands" | "tsd" | "tausend" | "mille" | "тыс" | "тысяч" | "тысячи"
        | "тысяча" => Scale::Word(3),
        "million" | "millions" | "millionen" | "millones" | "millón" | "mio" | "mln" | "mn"
        | "млн" | "миллион" | "миллиона" | "миллионов" => Scale::Word(6),
        "billion"
        | "billions"
        | "mrd"
        | "milliard"
        | "milliards"
        | "milliarden"
        | "milliarde"
        | "bln"
        | "bn"
        | "млрд"
        | "миллиард"
        | "миллиарда"
        | "миллиардов" => Scale::Word(9),
        "trillion" | "trillions" | "tn" | "трлн" => Scale::Word(12),
        "k" | "kt" => Scale::Unsure(3),
        "m" => Scale::Unsure(6),
        "b" => Scale::Unsure(9),
        "t" => Scale::Unsure(12),
        _ => Scale::Bare,
    }
}

/// The currency before or behind a number.
fn currency(before: &str, after: &str) -> Option<&'static str> {
    let before = before.trim_end();
    let known = |code: &&&'static str| before.ends_with(**code);
    if let Some(code) = CURRENCIES.iter().find(known) {
        return Some(code);
    }
    match before.chars().next_back() {
        // A$, HK$ and their like are other dollars.
        Some('$') => {
            let land = before.trim_end_matches('$');
            let own = land.ends_with("US") || !land.ends_with(char::is_alphabetic);
            return own.then_some("USD");
        }
        Some('€') => return Some("EUR"),
        Some('£') => return Some("GBP"),
        Some('₽') => return Some("RUB"),
        _ => {}
    }
    let after = scale_words(after.trim_start());
    [
        ("US dollars", "USD"),
        ("USD", "USD"),
        ("euros", "EUR"),
        ("EUR", "EUR"),
        ("rubles", "RUB"),
        ("roubles", "RUB"),
        ("kip", "LAK"),
    ]
    .into_iter()
    .find_map(|(word, code)| after.starts_with(word).then_some(code))
}

/// `text` without a scale word at its start.
fn scale_words(text: &str) -> &str {
    let word: String = text.chars().take_while(|c| c.is_alphabetic()).collect();
    match scale(&word) {
        Scale::Bare => text,
        Scale::Word(_) | Scale::Unsure(_) => text[word.len()..].trim_start(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_with_what_stands_beside_them() {
        let read = |text: &str| {
            let one = |n: &Printed| (n.text.clone(), n.readings.clone(), n.scale, n.percent);
            numbers(text).iter().map(one).collect::<Vec<_>>()
        };
        let bare = Scale::Bare;
        for (text, expected) in [
            (
                "about US$50 million in 2022",
                vec![
                    ("50", vec![50.0], Scale::Word(6), false),
                    ("2022", vec![2022.0], bare, false),
                ],
            ),
            (
                "rose by 66% in 2024",
                vec![
                    ("66", vec![66.0], bare, true),
                    ("2024", vec![2024.0], bare, false),
                ],
            ),
            (
                "An estimated 17,000 Russian tourists",
                vec![("17,000", vec![17000.0, 17.0], bare, false)],
            ),
            (
                "in 2024 100 people",
                vec![
                    ("2024", vec![2024.0], bare, false),
                    ("100", vec![100.0], bare, false),
                ],
            ),
            ("12 345 ha", vec![("12 345", vec![12345.0], bare, false)]),
            ("8,3 млн", vec![("8,3", vec![8.3], Scale::Word(6), false)]),
            ("1,234.5", vec![("1,234.5", vec![1234.5], bare, false)]),
            ("the G20 of Q1", vec![]),
            (
                "Rs 340 crore",
                vec![("340", vec![340.0], Scale::Word(7), false)],
            ),
            ("8.3m", vec![("8.3", vec![8.3], Scale::Unsure(6), false)]),
        ] {
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(text, readings, scale, percent)| (text.to_owned(), readings, scale, percent))
                .collect();
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_passage_is_read_once() {
        let text = "12 345,6 % and US$8.3 million ".repeat(20_000);
        let begun = std::time::Instant::now();
        assert_eq!(numbers(&text).len(), 40_000);
        // Each number with a copy of the rest of the text took minutes.
        assert!(begun.elapsed().as_secs() < 30);
    }

    #[test]
    fn currencies_stand_before_or_behind() {
        let code = |text: &str| numbers(text).first().and_then(|n| n.currency);
        assert_eq!(code("US$8.3"), Some("USD"));
        assert_eq!(code("$8.3"), Some("USD"));
        assert_eq!(code("A$8.3"), None);
        assert_eq!(code("€8.3"), Some("EUR"));
        assert_eq!(code("EUR 8.3"), Some("EUR"));
        assert_eq!(code("USD8.3"), Some("USD"));
        assert_eq!(code("8.3 million rubles"), Some("RUB"));
        assert_eq!(code("8.3 million"), None);
    }
}
