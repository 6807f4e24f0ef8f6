//! Numbers that a text has in words: "seven", "twice", "two thirds".

/// Words of multiples.
const MULTIPLES: &[(&str, f64)] = &[
    ("twice double doubled doubling twofold", 2.0),
    ("thrice triple tripled treble trebled threefold", 3.0),
    ("quadruple quadrupled fourfold", 4.0),
    ("fivefold", 5.0),
    ("sixfold", 6.0),
    ("tenfold", 10.0),
    ("dozen", 12.0),
    ("hundred", 100.0),
];

/// Words of the parts of a whole.
const PARTS: &[(&str, f64)] = &[
    ("half halves", 2.0),
    ("third thirds", 3.0),
    ("quarter quarters", 4.0),
    ("fifth fifths", 5.0),
    ("sixth sixths", 6.0),
    ("seventh sevenths", 7.0),
    ("eighth eighths", 8.0),
    ("ninth ninths", 9.0),
    ("tenth tenths", 10.0),
];

/// Does a text have a number in words? A part of a whole is a number of per cent, rounded to one: "two thirds" is
/// 66.7 and 67.
pub fn is_spelled(value: f64, text: &str) -> bool {
    /// How far a share may be rounded.
    const ROUNDED: f64 = 0.5;
    let low = text.to_lowercase();
    let words: Vec<&str> = low
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| whole(words[at]));
        let part = parts(word).map(|part| 100.0 * before.unwrap_or(1.0) / part);
        let is_part = part.is_some_and(|share| (share - value).abs() < ROUNDED);
        is_part || whole(word).is_some_and(|whole| (whole - value).abs() < f64::EPSILON)
    })
}

/// Into how many parts a word cuts a whole: "a third", "two fifths".
pub fn parts(low: &str) -> Option<f64> {
    of(PARTS, low)
}

fn whole(word: &str) -> Option<f64> {
    let small = small(word).filter(|small| *small > 1);
    small
        .and_then(|small| u32::try_from(small).ok())
        .map(f64::from)
        .or_else(|| of(MULTIPLES, word))
}

/// A number below a hundred, of one word.
pub fn small(low: &str) -> Option<u64> {
    const UNITS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    let unit = UNITS.iter().position(|unit| *unit == low);
    unit.map(|unit| unit as u64).or_else(|| tens(low))
}

/// "twenty", "thirty" and so on.
pub fn tens(low: &str) -> Option<u64> {
    const TENS: [&str; 8] = [
        "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ];
    let place = TENS.iter().position(|tens| *tens == low)?;
    Some(place as u64 * 10 + 20)
}

fn of(table: &[(&str, f64)], word: &str) -> Option<f64> {
    let mut rows = table.iter();
    let row = rows.find(|(words, _)| words.split(' ').any(|one| one == word))?;
    Some(row.1)
}

#[cfg(test)]
mod tests {
    use super::is_spelled;

    #[test]
    fn numbers_in_words_are_numbers() {
        for (value, text, expected) in [
            (7.0, "some seven million", true),
            (2.0, "nearly twice the sum", true),
            (3.0, "Exports have tripled", true),
            (33.0, "a third of the shipments", true),
            (67.0, "two-thirds of them", true),
            (66.7, "Two thirds", true),
            (50.0, "half of it", true),
            (75.0, "three quarters", true),
            (34.0, "a third of the shipments", false),
            (3.0, "two of them", false),
            (50.0, "behalf", false),
        ] {
            assert_eq!(is_spelled(value, text), expected, "{value} in {text}");
        }
    }
}
