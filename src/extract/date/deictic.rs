//! Units of time counted from the present one: "last year", "this month", "прошлого года".

use super::names::unit;
use super::shape::{Lean, Span};
use crate::extract::word::Words;

/// A unit of time and by how many it is moved from the present one: "last year", "next month".
pub(super) fn lean_and_unit(words: &Words<'_>, at: usize) -> Option<(i32, Span, usize)> {
    if let Some(found) = unit_first(words, at) {
        return Some(found);
    }
    let next = at + usize::from(matches!(words.low(at), "the" | "le" | "la" | "der" | "dem"));
    let by = moved_by(words.low(next), next > at)?;
    // "the current fiscal year", "last calendar year"
    let kind = usize::from(matches!(words.low(next + 1), "calendar" | "календарного"));
    let unit = unit(words.low(next + 1 + kind))?;
    // "this day and age", "this time"
    let long = unit >= Span::Week;
    let plural = words.low(next + 1 + kind).ends_with('s') && !words.low(next + 1).ends_with("'s");
    let french = matches!(words.low(next + 1), "mois");
    (long && (!plural || french)).then_some((by, unit, next + 2 + kind))
}

/// How far a word moves the unit behind it. With an article "the next year" is the one after
/// another.
fn moved_by(low: &str, article: bool) -> Option<i32> {
    Some(match low {
        "last" if !article => -1,
        "next" if !article => 1,
        "this" | "current" | "cette" | "ce" | "этом" | "этого" | "этой" | "эту" | "текущем"
        | "текущего" | "текущей" | "нынешнем" | "нынешнего" | "dieses" | "diesem" | "dieser"
        | "diese" | "laufenden" => 0,
        "прошлом" | "прошлого" | "прошлой" | "прошлую" | "прошлым" | "прошлому" | "минувшем"
        | "минувшего" | "минувшей" | "letztes" | "letzten" | "letzte" | "letzter"
        | "vergangenen" | "vergangenes" | "vergangene" | "voriges" | "vorigen" => -1,
        "следующем"
        | "следующего"
        | "следующей"
        | "будущем"
        | "будущего"
        | "coming"
        | "upcoming"
        | "nächstes"
        | "nächsten"
        | "nächste"
        | "kommenden"
        | "kommendes" => 1,
        _ => return None,
    })
}

/// French, where the unit comes first: "l'année dernière", "le mois prochain".
fn unit_first(words: &Words<'_>, at: usize) -> Option<(i32, Span, usize)> {
    let article = usize::from(matches!(words.low(at), "le" | "la"));
    let low = words.low(at + article);
    let unit = match low.strip_prefix("l'").unwrap_or(low) {
        "an" | "année" => Span::Year,
        "mois" => Span::Month,
        "semaine" => Span::Week,
        "trimestre" => Span::Quarter,
        _ => return None,
    };
    let by = match words.low(at + article + 1) {
        "dernier" | "dernière" | "passé" | "passée" => -1,
        "prochain" | "prochaine" => 1,
        _ => return None,
    };
    Some((by, unit, at + article + 2))
}

/// The year of a part, where it is told by the present one: "of last year", "this year".
pub(super) fn year_words(words: &Words<'_>, at: usize) -> Option<(Lean, usize)> {
    let of = usize::from(matches!(words.low(at), "of" | "in" | "de" | "des"));
    if let Some((by, Span::Year, end)) = lean_and_unit(words, at + of) {
        return Some((Lean::InYear(by), end));
    }
    let plain = [
        "of the year",
        "in the year",
        "de l'année",
        "des jahres",
        "года",
    ];
    let (phrase, end) = words.any_after(at, &plain)?;
    // "the first nine months of the year": the present one.
    let present = matches!(phrase, "of the year" | "in the year");
    let lean = if present { Lean::InYear(0) } else { Lean::Open };
    Some((lean, end))
}
