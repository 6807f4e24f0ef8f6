//! Series of people by their titles, whoever wrote them: "Russian tourists in Laos" and "Visitors from Russia
//! in Laos" are one.

use crate::dossier::about::Side;
use crate::dossier::{Code, Dossier, Series};
use crate::extract::country;

/// Nouns that count the same people, each group by its first.
const COUNTED: [&[&str]; 4] = [
    &["visitors", "tourists", "arrivals", "holidaymakers"],
    &["students"],
    &["workers"],
    &["residents"],
];

/// Words that add nothing to a title.
const SMALL: [&str; 7] = ["from", "of", "in", "to", "the", "number", "growth"];

/// Who is counted, from where, and where.
type Counted = (&'static str, Code, Code);

/// Do the titles of two series of people say the same?
pub(super) fn is_same(dossier: &Dossier, old: &Series, new: &Series) -> bool {
    let people = |series: &Series| series.flow.is_none() && series.commodity.is_none();
    let told = |series: &Series| counted(dossier, &series.title);
    people(old)
        && people(new)
        && old.unit == new.unit
        && told(new).is_some_and(|new| Some(new) == told(old))
}

/// What a title counts; none where it says more than that, or names others than the two countries.
fn counted(dossier: &Dossier, title: &str) -> Option<Counted> {
    let sides = &dossier.about.sides;
    let of_side = |side: &Side| {
        let code = side.code;
        side.names().into_iter().map(move |name| (name, code))
    };
    // "Laos" before "Lao", which begins it.
    let mut names: Vec<_> = sides.iter().flat_map(of_side).collect();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut text = title.to_owned();
    for (name, code) in names.iter().filter(|(name, _)| !name.is_empty()) {
        text = text.replace(name.as_str(), code.as_str());
    }
    let (mut what, mut from, mut to) = (None, None, None);
    let mut before = "";
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let low = word.to_lowercase();
        let side = sides.iter().find(|side| side.code.as_str() == word);
        let code = side.map(|side| side.code).or_else(|| country(word));
        if let Some(code) = code {
            let place = if matches!(before, "in" | "to") {
                &mut to
            } else {
                &mut from
            };
            let known = sides.iter().any(|side| side.code == code);
            if !known || place.replace(code).is_some() {
                return None;
            }
        } else if let Some(group) = COUNTED.iter().find(|group| group.contains(&low.as_str())) {
            if what.replace(group[0]).is_some() {
                return None;
            }
        } else if !SMALL.contains(&low.as_str()) {
            return None;
        }
        before = word;
    }
    let (from, to) = from.zip(to)?;
    what.map(|what| (what, from, to))
}
