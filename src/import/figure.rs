//! The figure in a cell: its digits as printed, or why they are none.

use super::row_report::SkipReason;
use crate::dossier::Number;

/// What stands where a table has nothing.
const NOTHING: [&str; 20] = [
    "", ".", "..", "...", "…", "-", "--", "---", "–", "—", ":", "n/a", "n.a.", "n.a", "na", "n.d.",
    "null", "none", "<na>", "(na)",
];

/// Is that a mark for a value that is not there? In a column of codes `NA` may be a code.
pub fn is_missing(cell: &str) -> bool {
    NOTHING.contains(&&*cell.trim().to_lowercase())
}

/// What programs write for what is no number.
const NO_NUMBERS: [&str; 9] = [
    "nan",
    "inf",
    "+inf",
    "-inf",
    "infinity",
    "+infinity",
    "-infinity",
    "#n/a",
    "#value!",
];

/// Which sign parts the whole from the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// `1,234.5`.
    Point,
    /// `1.234,5`.
    Comma,
}

/// How the figures of one file are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    decimal: Decimal,
    /// Nobody says so, and some figures have the other sign before their fraction.
    is_mixed: bool,
}

impl Default for Notation {
    fn default() -> Self {
        Self::with(Decimal::Point)
    }
}

impl Notation {
    /// With the sign that somebody knows.
    fn with(decimal: Decimal) -> Self {
        Self {
            decimal,
            is_mixed: false,
        }
    }

    /// As the command line says, or else with a point, unless a field of the file shows a comma.
    pub fn of(text: &str, decimal: Option<Decimal>, separator: Option<u8>) -> Self {
        if let Some(decimal) = decimal {
            return Self::with(decimal);
        }
        let own = separator.map(char::from);
        let parts = |c: char| matches!(c, ';' | '\t' | '|' | '"' | '\n' | '\r') || Some(c) == own;
        let has_comma = |field: &str| {
            let is_figure = field.contains(',') && field.ends_with(|c: char| c.is_ascii_digit());
            let read = |decimal| one_way(field, decimal).is_ok();
            is_figure && !read(Decimal::Point) && read(Decimal::Comma)
        };
        Self {
            decimal: Decimal::Point,
            is_mixed: text.split(parts).map(str::trim).any(has_comma),
        }
    }
}

/// What is taken for granted about the figures of a file, where nobody says which sign is before the
/// fraction: in `814,500` the comma is read as one between thousands.
pub fn assumed(text: &str, decimal: Option<Decimal>, separator: Option<u8>) -> Option<String> {
    if let Some(decimal) = decimal {
        let sign = match decimal {
            Decimal::Point => "point",
            Decimal::Comma => "comma",
        };
        return Some(format!("the decimal mark is a {sign}, as given"));
    }
    let own = separator.map(char::from);
    let parts = |c: char| matches!(c, ';' | '\t' | '|' | '"' | '\n' | '\r') || Some(c) == own;
    let is_either = |field: &&str| {
        let read = |decimal| one_way(field, decimal).ok();
        let [point, comma] = [read(Decimal::Point), read(Decimal::Comma)];
        field.contains(',') && point.is_some() && comma.is_some() && point != comma
    };
    let found = text.split(parts).map(str::trim).find(is_either)?;
    Some(format!(
        "the decimal mark is a point, and the comma in {found} separates thousands; if not, say --decimal comma"
    ))
}

/// Said of `814,500` in a file with decimal commas.
const TWO_WAYS: &str =
    "two numbers, for other figures of the file have a decimal comma: say --decimal";

/// Reads a cell.
///
/// # Errors
/// Why there is no figure in it.
pub fn read(cell: &str, notation: Notation) -> Result<Number, SkipReason> {
    let cell = cell.trim();
    let value = one_way(cell, notation.decimal)?;
    let other = || one_way(cell, Decimal::Comma).is_ok_and(|other| other != value);
    if notation.is_mixed && other() {
        return Err(SkipReason::with(TWO_WAYS, cell));
    }
    Ok(value)
}

fn one_way(cell: &str, decimal: Decimal) -> Result<Number, SkipReason> {
    let lower = cell.to_lowercase();
    if is_missing(cell) {
        let detail = if cell.is_empty() { "empty" } else { cell };
        return Err(SkipReason::with("no value", detail));
    }
    if NO_NUMBERS.contains(&lower.as_str()) {
        return Err(SkipReason::with("not a number", cell));
    }
    let plain = plain(cell, decimal)?;
    Number::parse(&plain).map_err(|_| {
        let digits = plain
            .bytes()
            .all(|b| b.is_ascii_digit() || b == b'.' || b == b'-');
        let reason = if digits && plain.len() > 17 {
            "a number of more than 17 digits"
        } else {
            "not a number"
        };
        SkipReason::with(reason, cell)
    })
}

/// Digits with a point for the decimals and nothing between the thousands.
fn plain(cell: &str, decimal: Decimal) -> Result<String, SkipReason> {
    let (thousands, point) = match decimal {
        Decimal::Point => (',', '.'),
        Decimal::Comma => ('.', ','),
    };
    let (sign, body) = match cell.strip_prefix(['-', '−']) {
        Some(body) => ("-", body),
        None => ("", cell),
    };
    if let Some(is_cut) = exponent(body) {
        let why = if is_cut {
            "written with an exponent: a spreadsheet has cut its digits off"
        } else {
            "written with an exponent: write all its digits"
        };
        return Err(SkipReason::with(why, cell));
    }
    let parts = |c: char| c == thousands || c == point || is_blank(c);
    if !body.chars().all(|c| c.is_ascii_digit() || parts(c)) {
        return Err(SkipReason::with("not a number", cell));
    }
    let (grouped, fraction) = match body.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (body, None),
    };
    let digits = ungrouped(grouped, thousands).ok_or_else(|| {
        let why = format!(
            "`{thousands}` parts no thousands here: say --decimal if it is the decimal sign"
        );
        SkipReason::with(why, cell)
    })?;
    let whole = if digits.is_empty() { "0" } else { &digits };
    Ok(match fraction {
        Some(fraction) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{whole}"),
    })
}

/// Does a number have an exponent, and fewer digits than that asks for? `1.58E+11` is what a
/// spreadsheet shows of twelve digits; `4.54545454545455E-05` has all of them.
fn exponent(body: &str) -> Option<bool> {
    let (digits, power) = body.split_once(['e', 'E'])?;
    let (_, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let bare = power.strip_prefix(['+', '-']).unwrap_or(power);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (is_number(&digits.replace(['.', ','], "")) && is_number(bare)).then_some(())?;
    let as_spreadsheet = body.contains('E') && power.starts_with('+') && bare.len() >= 2;
    let reach: usize = bare.parse().ok()?;
    Some(as_spreadsheet && fraction.len() <= 5 && reach > fraction.len())
}

/// `1,234,567` and `1 234 567` without what parts the thousands; none where groups are not of three.
fn ungrouped(whole: &str, thousands: char) -> Option<String> {
    let parts = |c: char| c == thousands || is_blank(c);
    let groups: Vec<_> = whole.split(parts).collect();
    let fits = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => {
            let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
            is_first && rest.iter().all(|group| group.len() == 3)
        }
        [] => false,
    };
    fits.then(|| groups.concat())
}

/// What parts thousands in some countries, besides commas and points.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_as_printed_and_nothing_else_is() {
        let point = |cell| read(cell, Notation::with(Decimal::Point)).map(Number::printed);
        let comma = |cell| read(cell, Notation::with(Decimal::Comma)).map(Number::printed);
        for (cell, printed) in [
            ("640252", "640252"),
            ("   18049.95", "18049.95"),
            ("8.30", "8.30"),
            ("1,234,567.5", "1234567.5"),
            ("1 234 567", "1234567"),
            (".5", "0.5"),
            ("-4", "-4"),
            ("−4.2", "-4.2"),
            ("0", "0"),
        ] {
            assert_eq!(point(cell).as_deref(), Ok(printed), "{cell}");
        }
        for (cell, printed) in [("8,3", "8.3"), ("1.234,56", "1234.56"), ("1.234", "1234")] {
            assert_eq!(comma(cell).as_deref(), Ok(printed), "{cell}");
        }
        for (cell, reason) in [
            ("", "no value"),
            ("..", "no value"),
            ("n/a", "no value"),
            ("NA", "no value"),
            (":", "no value"),
            ("-", "no value"),
            ("NaN", "not a number"),
            ("inf", "not a number"),
            ("-Infinity", "not a number"),
            ("about 5", "not a number"),
            ("0x1F", "not a number"),
            ("3100.1 e", "not a number"),
            (
                "4.54545454545455E-05",
                "written with an exponent: write all its digits",
            ),
            ("7.5e3", "written with an exponent: write all its digits"),
            (
                "0,500",
                "`,` parts no thousands here: say --decimal if it is the decimal sign",
            ),
            ("1.2.3", "not a number"),
            ("123456789012345678", "a number of more than 17 digits"),
            (
                "1.58E+11",
                "written with an exponent: a spreadsheet has cut its digits off",
            ),
            (
                "8,3",
                "`,` parts no thousands here: say --decimal if it is the decimal sign",
            ),
        ] {
            assert_eq!(
                point(cell).map_err(|unused| unused.reason.into_owned()),
                Err(reason.into())
            );
        }
    }

    #[test]
    fn a_comma_is_in_doubt_where_another_one_is_a_decimal_sign() {
        let mixed = |is_mixed| Notation {
            decimal: Decimal::Point,
            is_mixed,
        };
        for (cell, is_mixed, is_read) in [
            ("814,500", true, false),
            ("814.500", true, false),
            ("814,500", false, true),
            ("814500", true, true),
            ("814.5", true, true),
            ("1,814,500", true, true),
        ] {
            assert_eq!(read(cell, mixed(is_mixed)).is_ok(), is_read, "{cell}");
        }
    }
}
