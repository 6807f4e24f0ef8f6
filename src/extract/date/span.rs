//! Spans between two points: "from May 15 to 17, 2018", "January-August 2018", "2014-15".

use super::names::month;
use super::point::{Parsed, day, is_counted, month_alone, point, year};
use super::shape::{Part, Point, Shape};
use crate::extract::language::Language;
use crate::extract::word::Words;

/// The span that begins with the word `at`.
pub(super) fn span(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    days_of_a_month(words, at, language)
        .or_else(|| points(words, at, language))
        .or_else(|| years(words, at, language))
}

/// How two points are joined.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// "to", a dash, or "and" behind "between".
    Through,
    /// "and", "or", a comma.
    List,
}

/// The joint that begins with the word `at`, of what begins with `start`.
fn joint(words: &Words<'_>, start: usize, at: usize) -> Option<(Joint, usize)> {
    let before = words.low_before(start);
    let between = matches!(before, "between" | "zwischen" | "entre" | "между");
    let joint = match words.low(at) {
        "-" | "–" | "—" | "−" | "to" | "through" | "until" | "till" | "по" | "до" | "bis"
        | "au" | "à" => Joint::Through,
        "and" | "und" | "et" | "и" if between => Joint::Through,
        "and" | "or" | "und" | "et" | "и" | "," => Joint::List,
        _ => return None,
    };
    let article = usize::from(matches!(
        words.low(at + 1),
        "the" | "le" | "zum" | "by" | "from"
    ));
    Some((joint, at + 1 + article))
}

/// "15–17 May 2018", "from 15 to 17 May".
fn days_of_a_month(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let (first, end) = day(words, at)?;
    let (joint, next) = joint(words, at, end)?;
    let (last, end) = point(words, next, language)?;
    let Part::Day(month, day) = last.part else {
        return None;
    };
    let fits = first < day && (joint == Joint::Through || first + 1 == day);
    let day_first = words.low(next).starts_with(|c: char| c.is_ascii_digit());
    let from = Point {
        part: Part::Day(month, first),
        weekday: None,
        ..last
    };
    (fits && day_first).then_some((Shape::Range(from, last), end, "days-of-month"))
}

/// "May 15 to 17, 2018", "May 30 - June 2", "January-August 2018", "January 2018 to March 2019".
fn points(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let (first, end) = first_point(words, at, language)?;
    let (joint, next) = joint(words, at, end)?;
    if let Some((last, end)) = later_day(words, first, next, language) {
        let consecutive =
            matches!((first.part, last.part), (Part::Day(_, a), Part::Day(_, b)) if a + 1 == b);
        let from = Point {
            year: last.year,
            ..first
        };
        let fits = joint == Joint::Through || consecutive;
        return fits.then_some((Shape::Range(from, last), end, "days-of-month"));
    }
    let month_behind = || {
        // "between January and April": what comes before says that it is a month.
        let through = joint == Joint::Through && matches!(first.part, Part::Month(_));
        let name = month(words, next, language).filter(|_| through)?;
        let (year, end) = year(words, name.end).map_or((None, name.end), |(y, end)| (Some(y), end));
        Some((Point::new(year, Part::Month(name.number)), end))
    };
    let (second, second_end) = second_point(words, next, language).or_else(month_behind)?;
    let (dated, last_end) = year_behind(words, second, second_end);
    // "the July-January period": over the end of a year.
    let dashed = matches!(words.low(end), "-" | "–") && words.is_glued(end);
    let (from, last) = with_years(first, dated, dashed)?;
    match (joint, follows(from, last)) {
        (Joint::Through, _) | (Joint::List, true)
            if from.part != last.part || from.year != last.year =>
        {
            Some((Shape::Range(from, last), last_end, "span"))
        }
        // "in May and July 2018": the first has its year from the second.
        (Joint::List, false) if first.year.is_none() && last.year.is_some() => {
            Some((Shape::Point(from), end, "point-of-list"))
        }
        _ => None,
    }
}

/// A day, or a month even where its name is another word too: what follows says which it is.
fn first_point(words: &Words<'_>, at: usize, language: Language) -> Option<(Point, usize)> {
    if let Some(found) = point(words, at, language) {
        return Some(found);
    }
    let name = month(words, at, language)?;
    let (year, end) = year(words, name.end).map_or((None, name.end), |(y, end)| (Some(y), end));
    Some((Point::new(year, Part::Month(name.number)), end))
}

fn second_point(words: &Words<'_>, at: usize, language: Language) -> Option<(Point, usize)> {
    point(words, at, language).or_else(|| month_alone(words, at, language))
}

/// "January to May in 2025": the year of both is behind the second month.
fn year_behind(words: &Words<'_>, last: Point, end: usize) -> (Point, usize) {
    let bare = last.year.is_none() && matches!(last.part, Part::Month(_));
    let joined = bare && matches!(words.low(end), "in" | "of");
    // "January-July of this year", "the January-July period of the current year"
    let past = end + usize::from(words.low(end) == "period");
    let this = [
        "of this year",
        "of the current year",
        "of the current fiscal year",
        "of the current financial year",
        "of this fiscal year",
        "of the year",
        "this year",
    ];
    let current = this.iter().find_map(|phrase| words.after(past, phrase));
    if let Some(end) = current.filter(|_| bare) {
        return (last, end);
    }
    match year(words, end + 1).filter(|_| joined) {
        Some((value, end)) => {
            let year = Some(value);
            (Point { year, ..last }, end)
        }
        None => (last, end),
    }
}

/// "17, 2018" behind "May 15 to".
fn later_day(
    words: &Words<'_>,
    first: Point,
    at: usize,
    language: Language,
) -> Option<(Point, usize)> {
    let Part::Day(number, from) = first.part else {
        return None;
    };
    let (day, end) = day(words, at).filter(|(day, _)| *day > from)?;
    if first.year.is_some() || month(words, end, language).is_some() {
        return None;
    }
    let comma = usize::from(words.low(end) == ",");
    let (year, end) = year(words, end + comma).map_or((None, end), |(y, end)| (Some(y), end));
    // "May 15 and 17 people" counts them.
    if year.is_none() && is_counted(words, end) {
        return None;
    }
    Some((Point::new(year, Part::Day(number, day)), end))
}

/// Both with a year, where either has one; the second is after the first.
fn with_years(first: Point, last: Point, dashed: bool) -> Option<(Point, Point)> {
    let order = |part| match part {
        Part::Day(month, day) => Some((month, day, true)),
        Part::Month(month) => Some((month, 0, false)),
        _ => None,
    };
    let (a, b) = (order(first.part)?, order(last.part)?);
    if a.2 != b.2 {
        return None;
    }
    let over = i32::from((a.0, a.1) > (b.0, b.1));
    let from = first.year.or_else(|| Some(last.year? - over));
    let to = last.year.or_else(|| Some(first.year? + over));
    let ends = from.zip(to);
    let backwards = ends.is_some_and(|(from, to)| (from, a) > (to, b));
    let open = ends.is_none() && over == 1 && !(dashed && matches!(last.part, Part::Month(_)));
    let year = |point: Point, year| Point { year, ..point };
    (!backwards && !open).then_some((year(first, from), year(last, to)))
}

/// Is the second the day or month right behind the first?
fn follows(first: Point, last: Point) -> bool {
    first.year == last.year
        && match (first.part, last.part) {
            (Part::Month(a), Part::Month(b)) => a + 1 == b,
            (Part::Day(m, a), Part::Day(n, b)) => m == n && a + 1 == b,
            _ => false,
        }
}

/// "2014-15", "2014–2019", "from 2014 to 2019", and "2018-05", which is a month.
fn years(words: &Words<'_>, at: usize, language: Language) -> Option<Parsed> {
    let (first, end) = year(words, at)?;
    if is_money(words.low_before(at)) {
        return None;
    }
    let short = matches!(words.low(end), "-" | "–" | "/") && words.is_glued(end);
    if short && words.is_glued(end + 1) && words.get(end + 1)?.text.len() == 2 {
        return short_year(words, first, end + 1);
    }
    let slash = words.low(end) == "/" && words.is_glued(end + 1);
    let (joint, next) = if slash {
        (Joint::Through, end + 1)
    } else {
        joint(words, at, end)?
    };
    // "between 1997 and March 2024"
    if let Some((last, end)) = second_point(words, next, language)
        && joint == Joint::Through
        && last.year.is_some_and(|last| last > first)
    {
        let first = Point::new(Some(first), Part::Year);
        return Some((Shape::Range(first, last), end, "years"));
    }
    let (last, end) = year(words, next)?;
    let fits = joint == Joint::Through && first < last && !is_counted(words, end);
    fits.then(|| {
        let point = |year| Point::new(Some(year), Part::Year);
        (Shape::Range(point(first), point(last)), end, "years")
    })
}

/// Signs of money before a number, which is no year then.
pub(super) fn is_money(low: &str) -> bool {
    matches!(
        low,
        "$" | "€" | "£" | "¥" | "₽" | "usd" | "eur" | "us" | "rs" | "rmb" | "№" | "no"
    )
}

fn short_year(words: &Words<'_>, first: i32, at: usize) -> Option<Parsed> {
    let text = words.low(at);
    let value: i32 = text.parse().ok()?;
    let goes_on = words.is_glued(at + 1) && matches!(words.low(at + 1), "-" | "%" | "/");
    if goes_on || is_counted(words, at + 1) {
        return None;
    }
    let point = |year| Point::new(Some(year), Part::Year);
    let last = first - first % 100 + value;
    if last > first || (value == 0 && first % 100 == 99) {
        let last = if last > first { last } else { last + 100 };
        let rule = if value <= 12 && last > first + 1 {
            "years-or-month"
        } else {
            "years"
        };
        return Some((Shape::Range(point(first), point(last)), at + 1, rule));
    }
    let month = u32::try_from(value)
        .ok()
        .filter(|month| (1..=12).contains(month))?;
    let point = Point::new(Some(first), Part::Month(month));
    Some((Shape::Point(point), at + 1, "month-in-digits"))
}
