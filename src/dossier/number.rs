//! A figure as it was printed: `8.3` is not `8.30`, for the digits say how exact it is.

use std::fmt;

use serde::{Deserialize, Serialize, Serializer, de, ser};
use serde_json::value::RawValue;

use super::text::clean_line;

/// A decimal number with the digits that were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    mantissa: i64,
    decimals: u32,
}

/// A text that is not a number as a source prints it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{}` is not a number as printed: digits with at most one decimal point, and the power of ten in `scale`",
    clean_line(.text)
)]
pub struct NotANumber {
    /// As it was given.
    pub text: String,
}

/// Programs print a binary number with up to 17 digits; zeros before the first of them are none.
const MAX_DIGITS: usize = 17;

/// Up to this power of ten a quotient of two floating-point numbers is the nearest one there is.
const MAX_DECIMALS: usize = 22;

impl Number {
    /// Reads a JSON number without an exponent, of at most 17 digits.
    ///
    /// # Errors
    /// When it is anything else.
    pub fn parse(text: &str) -> Result<Self, NotANumber> {
        let wrong = || NotANumber { text: text.into() };
        let (whole, fraction) = match text.split_once('.') {
            Some((_, "")) => return Err(wrong()),
            Some(parts) => parts,
            None => (text, ""),
        };
        let bare = whole.strip_prefix('-').unwrap_or(whole);
        let padded = bare.len() > 1 && bare.starts_with('0');
        let digits = format!("{whole}{fraction}");
        let unsigned = digits.strip_prefix('-').unwrap_or(&digits);
        if bare.is_empty()
            || padded
            || unsigned.trim_start_matches('0').len() > MAX_DIGITS
            || fraction.len() > MAX_DECIMALS
            || !unsigned.bytes().all(|b| b.is_ascii_digit())
        {
            return Err(wrong());
        }
        Ok(Self {
            mantissa: digits.parse().map_err(|_| wrong())?,
            decimals: u32::try_from(fraction.len()).map_err(|_| wrong())?,
        })
    }

    /// The nearest floating-point value.
    #[expect(
        clippy::cast_precision_loss,
        reason = "15 digits are held exactly, and of 17 all but the last; no figure is as exact as that"
    )]
    pub fn value(self) -> f64 {
        self.mantissa as f64 / 10f64.powi(self.decimals.cast_signed())
    }

    /// As it stands in the files.
    pub fn printed(self) -> String {
        let (sign, whole, fraction) = self.parts();
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }

    /// The sign, and the digits before and after the decimal point.
    fn parts(self) -> (&'static str, String, String) {
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let width = self.decimals as usize + 1;
        let mut whole = format!("{:0width$}", self.mantissa.unsigned_abs());
        let fraction = whole.split_off(whole.len() - self.decimals as usize);
        (sign, whole, fraction)
    }

    /// Digits after the decimal point.
    pub fn decimals(self) -> u32 {
        self.decimals
    }
}

/// The digits of the file: `8.30` stays `8.30`, and nothing stands between the thousands.
impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw = RawValue::from_string(self.printed()).map_err(ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

/// With commas between the thousands of a number of five digits or more.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (sign, whole, fraction) = self.parts();
        f.write_str(sign)?;
        f.write_str(&grouped(&whole))?;
        if fraction.is_empty() {
            Ok(())
        } else {
            write!(f, ".{fraction}")
        }
    }
}

/// `20000` → `20,000`; four digits stay together.
fn grouped(whole: &str) -> String {
    if whole.len() < 5 {
        return whole.to_owned();
    }
    let head = whole.len() % 3;
    let mut out = whole[..head].to_owned();
    for (i, digit) in whole[head..].chars().enumerate() {
        if i % 3 == 0 && !out.is_empty() {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(deserializer)?;
        Self::parse(raw.get()).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_are_kept_and_thousands_grouped() {
        for (raw, shown) in [
            ("8.3", "8.3"),
            ("8.30", "8.30"),
            ("0.05", "0.05"),
            ("-4", "-4"),
            ("2024", "2024"),
            ("20000", "20,000"),
            ("1234567.5", "1,234,567.5"),
            ("0.100000001490116", "0.100000001490116"),
            ("7.8999999999999995", "7.8999999999999995"),
        ] {
            assert_eq!(Number::parse(raw).map(|n| n.to_string()), Ok(shown.into()));
        }
        for raw in [
            "1e9",
            "\"8\"",
            "",
            "-",
            "1.",
            ".5",
            ".-5",
            "007",
            "1.2.3",
            "123456789012345678",
            "0.00000000000000000000001",
            "1-2",
        ] {
            assert!(Number::parse(raw).is_err(), "{raw}");
        }
    }

    proptest! {
        #[test]
        fn reads_back_what_it_shows(mantissa in -99_999_999_999i64..=99_999_999_999, decimals in 0u32..5) {
            let number = Number { mantissa, decimals };
            let shown = number.to_string().replace(',', "");
            prop_assert_eq!(Number::parse(&shown), Ok(number));
            prop_assert_eq!(number.printed(), shown);
        }
    }
}
