//! Years that stand alone: "in 2023", "the 2023 census", "circa 1957".

use super::point::{Parsed, is_counted, year};
use super::shape::{Part, Point, Shape};
use super::span::is_money;
use crate::extract::token::TokenKind;
use crate::extract::word::Words;

/// A year with no more than a preposition: "in 2023", "the 2023 census".
pub(super) fn year_alone(words: &Words<'_>, at: usize) -> Option<Parsed> {
    let (value, end) = year(words, at)?;
    let before = words.low_before(at);
    // The first word of a paragraph is glued to nothing.
    let glued = at > 0
        && words.is_glued(at)
        && !matches!(before, "(" | "[" | "-" | "–" | "—" | "/" | "“" | "\"" | "«");
    let goes_on = words.is_glued(end)
        && matches!(words.low(end), "-" | "/" | ":")
        && words
            .get(end + 1)
            .is_some_and(|next| next.kind == TokenKind::Number && next.is_glued());
    let counted = is_counted(words, end);
    let side = matches!(before, "-") && at > 1 && matches!(words.low(at - 2), "post" | "pre");
    if side && (1500..2151).contains(&value) {
        return Some((
            Shape::Point(Point::new(Some(value), Part::Year)),
            end,
            "year",
        ));
    }
    // "from 50 million in 2022 to 8 million"
    let is_of_before = before == "in" && value % 100 != 0;
    let range_of_counts = !is_of_before
        && matches!(words.low(end), "to" | "-" | "–")
        && words
            .get(end + 1)
            .is_some_and(|next| next.kind == TokenKind::Number)
        && is_counted(words, end + 2);
    if glued || goes_on || range_of_counts || is_money(before) || !(1500..2151).contains(&value) {
        return None;
    }
    let said = end > at + 1;
    let point = Shape::Point(Point::new(Some(value), Part::Year));
    if YEAR_PREPOSITIONS.contains(&before) || said {
        let round = counted && !said && !matches!(before, "since" | "in");
        let rule = if counted && !said {
            "year-or-number"
        } else {
            "year"
        };
        return (!round).then_some((point, end, rule));
    }
    if matches!(before, "about" | "around" | "circa" | "ca" | "c" | "около") {
        let about = Shape::About(Point::new(Some(value), Part::Year));
        return (!counted && before != "about").then_some((about, end, "about-year"));
    }
    let counts = matches!(
        before,
        "than"
            | "over"
            | "some"
            | "nearly"
            | "least"
            | "almost"
            | "$"
            | "no"
            | "article"
            | "resolution"
    );
    let modern = (1800..2101).contains(&value);
    // "the 1992 protests"; "the 2000 guests" are counted.
    let counted = counted && !(before == "the" && value % 100 != 0);
    (modern && !counted && !counts).then_some((point, end, "bare-year"))
}

const YEAR_PREPOSITIONS: [&str; 27] = [
    "in", "since", "of", "by", "until", "till", "during", "from", "before", "after", "through",
    "for", "year", "к", "с", "в", "до", "за", "seit", "bis", "im", "jahr", "en", "depuis",
    "années", "год", "mid",
];
