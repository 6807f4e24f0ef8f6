//! The people of an entry: authors, editors, and which of those in braces are people.

use std::collections::HashSet;
use std::ops::Range;

use biblatex::Person;

use super::fields::Fields;
use crate::import::Input;
use crate::import::bibliography::Author;
use crate::import::bibliography::names::is_suffix;

/// The end of a list of names that is not all of it.
pub(super) fn is_others(person: &Person) -> bool {
    person.name == "others" && person.given_name.is_empty()
}

/// "Ludwig van der Rohe Jr.". Where two commas are in another order than BibTeX has them (`Jr., Smith, Bob`
/// and `Smith, Bob, Jr.` for `Smith, Jr., Bob`), the suffix is known by its letters.
pub(super) fn whole(person: &Person) -> String {
    let (mut name, mut suffix, mut given) = (&person.name, &person.suffix, &person.given_name);
    if !suffix.is_empty() && !is_suffix(suffix) {
        if is_suffix(name) {
            std::mem::swap(&mut name, &mut suffix);
        } else if is_suffix(given) {
            std::mem::swap(&mut given, &mut suffix);
        }
    }
    let parts: Vec<_> = [given, &person.prefix, name, suffix]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect();
    parts.join(" ")
}

/// The authors; each stands where the family name does, as far as it is spelled without TeX.
pub(super) fn authors(fields: &Fields<'_>, field: &Range<usize>, input: &Input) -> Vec<Author> {
    let annotated = annotated(&fields.text("author+an"));
    let mut from = field.start;
    let mut authors = Vec::new();
    for (number, person) in (1..).zip(fields.people("author")) {
        if is_others(&person) {
            continue;
        }
        let rest = input.text.get(from..field.end).unwrap_or_default();
        let found = rest
            .find(&person.name)
            .map(|at| from + at..from + at + person.name.len());
        if let Some(found) = &found {
            from = found.end;
        }
        authors.push(Author {
            name: whole(&person),
            is_person: !person.given_name.is_empty()
                || !person.prefix.is_empty()
                || annotated.contains(&number),
            place: found.unwrap_or_else(|| field.clone()),
        });
    }
    authors
}

/// The authors that an annotation calls people: `2=person; 3=person`.
fn annotated(text: &str) -> HashSet<usize> {
    let pairs = text.split(';').filter_map(|pair| pair.split_once('='));
    let people = pairs.filter(|(_, what)| what.trim() == "person");
    people
        .filter_map(|(number, _)| number.trim().parse().ok())
        .collect()
}
