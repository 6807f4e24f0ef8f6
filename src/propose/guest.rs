//! An event in the capital of one side by people of the other: between the two, though only one of them is
//! named.

use std::ops::Range;

use super::context::Context;
use crate::dossier::about::Side;
use crate::dossier::{Code, countries};
use crate::extract::{EventMention, country};

/// The side whose guests all those are who take part, by the place of the event; none where somebody's country
/// is not known, or the sentence tells of a gathering of many.
pub(super) fn host<'a>(
    context: &Context<'a>,
    mention: &EventMention,
    guests: impl Iterator<Item = Option<Code>>,
) -> Option<&'a Side> {
    let place = mention.place.as_ref()?;
    let sides = &context.dossier.about.sides;
    let mut hosts = sides.iter();
    let host = hosts.find(|side| is_in(context.words(place), side.code))?;
    let mut count = 0;
    let mut guests = guests.inspect(|_| count += 1);
    let foreign =
        guests.all(|code| code.is_some_and(|code| code != host.code && context.is_side(code)));
    (foreign && count > 0 && !is_gathering(context, &mention.range)).then_some(host)
}

/// Is a place a country or its capital?
fn is_in(place: &str, code: Code) -> bool {
    let found = countries::of(code);
    country(place) == Some(code) || found.is_some_and(|country| country.has_capital(place))
}

/// Does the sentence of a range name what many countries come to?
fn is_gathering(context: &Context<'_>, range: &Range<usize>) -> bool {
    const GATHERINGS: [&str; 14] = [
        "summit",
        "forum",
        "conference",
        "congress",
        "assembly",
        "games",
        "olympic",
        "exhibition",
        "championship",
        "festival",
        "саммит",
        "форум",
        "sommet",
        "conférence",
    ];
    let text = context.text();
    let start = text[..range.start]
        .rfind(['\n', '.'])
        .map_or(0, |at| at + 1);
    let end = text[range.end..].find(['\n', '.']);
    let end = end.map_or(text.len(), |at| range.end + at);
    let sentence = text[start..end].to_lowercase();
    GATHERINGS.iter().any(|word| sentence.contains(word))
}
