//! Date variables of CSL-JSON, in every form that programs write: `date-parts`, EDTF as a string, a
//! list of `{year, month, day}` (pandoc before 2), `raw` and `literal`. CSL has no year 0: -44 is
//! 44 BCE. What no date can say is kept in words.

use std::fmt::Write;

use super::item::Item;
use crate::dossier::Date;
use crate::dossier::date::edtf_year;
use crate::import::Input;
use crate::import::object::{JsonError, Value};

/// The seasons of EDTF begin behind this number, in the order of CSL.
const SEASONS: u32 = 20;

/// What a variable says, as far as it is a date.
#[derive(Default)]
struct Told {
    points: Vec<String>,
    /// One of its points is none.
    is_odd: bool,
    season: String,
    is_circa: bool,
    words: String,
}

/// A date, and the words of the variable where the date does not say all of it.
type Read = (Option<Date>, Option<String>);

/// Reads a variable.
pub(super) fn read(value: Option<Value<'_>>, input: &Input) -> Result<Read, JsonError> {
    let Some(value) = value else {
        return Ok((None, None));
    };
    if !value.is_object() && !value.is_list() {
        // CSL 1.0.2 allows EDTF as it is.
        let text = value.text().trim().to_owned();
        let date = Date::parse(&text).ok();
        let odd = (date.is_none() && !text.is_empty()).then_some(text);
        return Ok((date, odd));
    }
    let found = Told::of(value, input)?;
    let printed = || {
        let text = input.text.get(value.range()).unwrap_or_default();
        let words: Vec<_> = text.split_whitespace().collect();
        words.join(" ")
    };
    Ok(found.date(says(value, input)?.then(printed)))
}

impl Told {
    fn of(value: Value<'_>, input: &Input) -> Result<Self, JsonError> {
        let mut found = Self::default();
        if value.is_list() {
            found.take_all(value, input)?;
            return Ok(found);
        }
        let parts = Item::of(value, input)?;
        match parts.get("date-parts") {
            Some(list) => found.take_all(list, input)?,
            None if parts.get("year").is_some() => found.take(value, input)?,
            None => {}
        }
        found.season = parts.text("season").to_lowercase();
        found.is_circa = matches!(parts.text("circa").to_lowercase().as_str(), "true" | "1");
        let words = [parts.text("raw"), parts.text("literal")]
            .into_iter()
            .find(|text| !text.is_empty());
        found.words = words.unwrap_or_default();
        Ok(found)
    }

    /// Adds the points of a list. Some programs write one point without a list around it: `[2024, 5]`.
    fn take_all(&mut self, list: Value<'_>, input: &Input) -> Result<(), JsonError> {
        let points = list.items();
        let is_point = |item: &Value<'_>| !item.is_list() && !item.is_object();
        if !points.is_empty() && points.iter().all(is_point) {
            return self.take(list, input);
        }
        points
            .into_iter()
            .try_for_each(|point| self.take(point, input))
    }

    /// Adds a point: `[2024, 5]` or `{"year": 2024, "month": 5}`.
    fn take(&mut self, value: Value<'_>, input: &Input) -> Result<(), JsonError> {
        let numbers: Vec<String> = if value.is_object() {
            let parts = Item::of(value, input)?;
            let all = ["year", "month", "day"].map(|part| parts.text(part));
            if self.season.is_empty() {
                self.season = parts.text("season").to_lowercase();
            }
            all.into_iter()
                .take_while(|part| !part.is_empty())
                .collect()
        } else {
            let parts = value.items();
            let mut parts: Vec<_> = parts.iter().map(|part| part.text().into_owned()).collect();
            // What is not known is empty at the end.
            parts.truncate(
                parts
                    .iter()
                    .rposition(|part| !part.is_empty())
                    .map_or(0, |at| at + 1),
            );
            parts
        };
        let in_words = || {
            let [text] = numbers.as_slice() else {
                return None;
            };
            Date::parse(text.trim())
                .is_ok()
                .then(|| text.trim().to_owned())
        };
        match point(&numbers).or_else(in_words) {
            Some(point) => self.points.push(point),
            // An empty second point stands for none.
            None if numbers.is_empty() => {}
            None => self.is_odd = true,
        }
        Ok(())
    }

    /// The date, and in words what it cannot say.
    /// `printed` is the variable as it is written, if it says anything.
    fn date(self, printed: Option<String>) -> Read {
        let about = if self.is_circa { "~" } else { "" };
        let season = season(&self.season);
        let (edtf, is_all) = match (self.points.as_slice(), season) {
            _ if self.is_odd => (None, false),
            ([one], Some(season)) if is_year(one) => {
                (Some(format!("{one}-{}{about}", season + SEASONS)), true)
            }
            ([one], _) => (Some(format!("{one}{about}")), self.season.is_empty()),
            ([from, to], _) => (
                Some(format!("{from}{about}/{to}{about}")),
                self.season.is_empty(),
            ),
            ([], _) => (Some(self.words.clone()), true),
            _ => (None, false),
        };
        let date = edtf.as_deref().and_then(|edtf| Date::parse(edtf).ok());
        let is_all = is_all && date.is_some();
        let is_said = |date: &Date| {
            let words = self.words.as_str();
            Date::parse(words).ok().as_ref() == Some(date) || date.spoken() == words
        };
        let odd = match self.words.is_empty() {
            true if is_all => None,
            true => printed,
            false if is_all && date.as_ref().is_some_and(is_said) => None,
            false => Some(self.words),
        };
        (date, odd)
    }
}

/// Does a variable say anything but how sure it is?
fn says(value: Value<'_>, input: &Input) -> Result<bool, JsonError> {
    if value.is_object() {
        for (name, member) in value.members(input)? {
            if name != "circa" && says(member, input)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    if value.is_list() {
        for item in value.items() {
            if says(item, input)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    Ok(!value.text().trim().is_empty())
}

/// Is that a year of four digits alone? Only behind one EDTF writes a season.
fn is_year(edtf: &str) -> bool {
    edtf.trim_start_matches('-').len() == 4
}

/// The number of a season, from 1 for spring; it may be in words.
fn season(text: &str) -> Option<u32> {
    let number = match text {
        "spring" => 1,
        "summer" => 2,
        "autumn" | "fall" => 3,
        "winter" => 4,
        text => text.parse().ok()?,
    };
    match number {
        1..=4 => Some(number),
        21..=24 => Some(number - SEASONS),
        _ => None,
    }
}

/// Year, month and day as EDTF; numbers may be strings.
fn point(numbers: &[String]) -> Option<String> {
    let number: i64 = numbers.first()?.trim().parse().ok()?;
    let year = match number {
        0 => return None,
        before if before < 0 => before + 1,
        after => after,
    };
    let mut edtf = edtf_year(year);
    // Months are only written behind years of four digits.
    let parts = if edtf.starts_with('Y') { 0 } else { 2 };
    for part in numbers.iter().skip(1).take(parts) {
        let part: u32 = part.trim().parse().ok()?;
        // Some programs write 0 for what is not known.
        if part == 0 {
            break;
        }
        // A string takes whatever is written to it.
        let _ = write!(edtf, "-{part:02}");
    }
    Some(edtf)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(points: &[&str], season: &str, is_circa: bool) -> Told {
        Told {
            points: points.iter().map(ToString::to_string).collect(),
            season: season.to_owned(),
            is_circa,
            ..Told::default()
        }
    }

    #[test]
    fn nothing_of_a_date_vanishes() {
        for (points, season, is_circa, edtf, odd) in [
            (&["2024"][..], "", false, "2024", ""),
            (&["2024"], "winter", false, "2024-24", ""),
            (&["2024"], "fall", false, "2024-23", ""),
            (&["2024"], "4", false, "2024-24", ""),
            (&["2017"], "4", true, "2017-24~", ""),
            (&["2017-03"], "", true, "2017-03~", ""),
            (&["1975-05", "1976-06"], "", true, "1975-05~/1976-06~", ""),
            (&["2024"], "michaelmas", false, "2024", "printed"),
            (&["2024-05"], "winter", false, "2024-05", "printed"),
            (&["2024", "2025", "2026"], "", false, "", "printed"),
            (&["2024-13"], "", false, "", "printed"),
            (&[], "", false, "", "printed"),
        ] {
            let (date, words) = read(points, season, is_circa).date(Some("printed".to_owned()));
            let found = date.as_ref().and_then(Date::edtf).unwrap_or_default();
            let words = words.unwrap_or_default();
            assert_eq!((found, words.as_str()), (edtf, odd), "{points:?} {season}");
        }
    }

    #[test]
    fn years_are_counted_without_a_year_0() {
        let point = |year: &str| point(&[year.to_owned()]);
        assert_eq!(point("-44").as_deref(), Some("-0043"));
        assert_eq!(point("-1").as_deref(), Some("0000"));
        assert_eq!(point("0"), None);
        assert_eq!(point("1").as_deref(), Some("0001"));
        assert_eq!(point("-17001").as_deref(), Some("Y-17000"));
    }
}
