//! Whether a figure is printed in a run of words, however its digits are grouped.

use crate::dossier::Number;

/// The digits of a number, without sign and grouping.
pub(super) fn printed(number: Number) -> String {
    number.to_string().replace(['-', ','], "")
}

/// Does one of the numbers in `words` have these very digits? `8.3` is not `8.30`.
pub(super) fn stand_in(number: Number, words: &str) -> bool {
    let value = printed(number);
    let words: Vec<char> = words.chars().map(western).collect();
    let mut at = 0;
    while at < words.len() {
        let end = run(&words, at);
        if end > at && readings(&words[at..end]).contains(&value) {
            return true;
        }
        at = end.max(at + 1);
    }
    false
}

/// A decimal digit of another script as its western one, a blank of any kind as a blank.
fn western(c: char) -> char {
    /// The zeros of the scripts whose digits are in use, each with nine more after it: Arabic,
    /// Persian, Devanagari, Thai, Lao, Myanmar, Khmer, full width.
    const ZEROS: [u32; 8] = [0x660, 0x6f0, 0x966, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10];
    let value = ZEROS
        .iter()
        .filter_map(|zero| u32::from(c).checked_sub(*zero))
        .find(|value| *value < 10);
    match value.and_then(|value| char::from_digit(value, 10)) {
        Some(digit) => digit,
        None if c.is_whitespace() => ' ',
        None => c,
    }
}

/// The end of the number that begins at `start`: digits, and single separators between digits.
fn run(words: &[char], start: usize) -> usize {
    let digit = |at: usize| words.get(at).is_some_and(char::is_ascii_digit);
    // `.5` is a number too.
    let mut at = start + usize::from(words[start] == '.' && digit(start + 1));
    if !digit(at) {
        return start;
    }
    loop {
        while digit(at) {
            at += 1;
        }
        match words.get(at) {
            Some('.' | ',' | '\'' | '’') if digit(at + 1) => at += 1,
            // Blanks part groups of three only: "in 2022 200 people" holds two numbers.
            Some(' ') if (1..=3).all(|n| digit(at + n)) && !digit(at + 4) => at += 1,
            _ => return at,
        }
    }
}

/// What a run of digits and separators can mean, for neither blanks nor commas tell by
/// themselves what they part.
fn readings(run: &[char]) -> Vec<String> {
    let text: String = run.iter().collect();
    let without = |marks: &[char]| text.replace(marks, "");
    let mut found = vec![
        without(&[',', '\'', '’', ' ']),
        without(&['.', '\'', '’', ' ']).replace(',', "."),
    ];
    found.extend(
        text.split(' ')
            .map(|part| part.replace([',', '\'', '’'], "")),
    );
    for reading in &mut found {
        if reading.starts_with('.') {
            reading.insert(0, '0');
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_found_however_they_are_grouped() {
        for (value, words, stands) in [
            ("8.3", "about US$8.3 million", true),
            ("8.3", "about US$8.30 million", false),
            ("8.3", "about US$18.3 million", false),
            ("8.3", "about US$8.35 million", false),
            ("8.3", "8,3 Mio.", true),
            ("20000", "more than 20,000 hectares", true),
            ("20000", "20 000 hectares", true),
            ("20000", "20.000 Hektar", true),
            ("20000", "20'000 ha", true),
            ("2000", "20,000", false),
            ("2022", "in 2022 200 people", true),
            ("200", "in 2022 200 people", true),
            ("-4", "fell by 4%", true),
            ("0.5", "up .5 points", true),
            ("65", "the 65th year", true),
            ("5", "January 5, 2023", true),
            ("2023", "January 5, 2023", true),
            ("17000", "໑໗.໐໐໐ ຄົນ", true),
            ("7", "seven million", false),
            ("7", "", false),
        ] {
            let value = Number::parse(value).expect("a number");
            assert_eq!(stand_in(value, words), stands, "{value} in {words}");
        }
    }
}
