//! The parties in a cell: whole names between separators. `Guinea` is not in `Equatorial Guinea`, and
//! `Russia` not in `Prussia`.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::dossier::Code;
use crate::dossier::countries::{self, folded};
use crate::import::sides::{Sides, country_numbered};

/// A name may have separators of its own, as `Korea, Rep.` and `Bosnia and Herzegovina` do.
const PIECES: usize = 3;

/// What a bracket may hold behind the name of a country that has no namesake.
const SAME: [&str; 3] = ["the", "pdr", "p d r"];

/// Who is named in some cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parties {
    /// Sides, or what preceded them, in the order of the cells.
    pub(super) sides: Vec<Code>,
    /// Other countries.
    pub(super) others: Vec<Code>,
    /// Names of no country.
    pub(super) unknown: Vec<String>,
}

/// The names of countries in a table, which has the same few in many rows.
pub(super) struct Names<'s, 'd> {
    sides: &'s Sides<'d>,
    known: RefCell<HashMap<String, Option<Named>>>,
}

/// The country of a name, and whether it is a side or what preceded one.
type Named = (Code, bool);

impl<'s, 'd> Names<'s, 'd> {
    pub(super) fn new(sides: &'s Sides<'d>) -> Self {
        Self {
            sides,
            known: RefCell::default(),
        }
    }

    /// Reads the cells.
    pub(super) fn read<'t>(&self, cells: impl Iterator<Item = &'t str>) -> Parties {
        let mut parties = Parties::default();
        for cell in cells.filter(|cell| !cell.trim().is_empty()) {
            one_cell(cell, self, &mut parties);
        }
        parties
    }

    /// The country of a name, looked up once.
    pub(super) fn country(&self, name: &str) -> Option<Named> {
        if let Some(known) = self.known.borrow().get(name) {
            return *known;
        }
        let code = country(name, self.sides);
        let named = code.map(|code| (code, self.sides.named(code.as_str()).is_some()));
        self.known.borrow_mut().insert(name.to_owned(), named);
        named
    }
}

fn one_cell(cell: &str, names: &Names<'_, '_>, parties: &mut Parties) {
    let pieces = pieces(cell);
    let mut at = 0;
    while at < pieces.len() {
        // The longest name first.
        let ends = (at + 1..=pieces.len().min(at + PIECES)).rev();
        let found = ends.into_iter().find_map(|end| {
            let name = cell[pieces[at].0..pieces[end - 1].1].trim();
            Some((end, names.country(name)?))
        });
        if let Some((end, (code, is_side))) = found {
            let list = if is_side {
                &mut parties.sides
            } else {
                &mut parties.others
            };
            if !list.contains(&code) {
                list.push(code);
            }
            at = end;
        } else {
            let name = cell[pieces[at].0..pieces[at].1].trim();
            if !name.is_empty() {
                parties.unknown.push(name.to_owned());
            }
            at += 1;
        }
    }
}

/// The country of a name, of a code of letters or of a number in UN statistics; also where a bracket
/// says no more than the name, or is opened or closed by a neighbour of the name.
fn country(name: &str, sides: &Sides<'_>) -> Option<Code> {
    let whole = called(name, sides);
    whole.or_else(|| called(without_bracket(name)?, sides))
}

fn called(name: &str, sides: &Sides<'_>) -> Option<Code> {
    let is = |length: usize, kind: fn(&u8) -> bool| {
        name.len() == length && name.as_bytes().iter().all(kind)
    };
    let side = sides.named(name);
    let coded = || {
        let is_code = is(2, u8::is_ascii_uppercase);
        is_code.then(|| sides.coded(name)).flatten()
    };
    let numbered = || {
        let is_number = is(3, u8::is_ascii_digit);
        let number = || sides.numbered(name).or_else(|| country_numbered(name));
        is_number.then(number).flatten()
    };
    let other = || {
        let found = countries::find(name);
        let is_meant = name.len() > 2 || is(2, u8::is_ascii_uppercase);
        found.filter(|_| is_meant).map(|country| country.code)
    };
    side.or_else(coded).or_else(numbered).or_else(other)
}

/// `Laos` of `Laos (PDR)`, `Cambodia` of `Members (Cambodia`, `Thailand` of `Thailand)`. Any other
/// bracket may make another country: `Congo (Kinshasa)`.
fn without_bracket(name: &str) -> Option<&str> {
    match (name.find('('), name.find(')')) {
        (Some(open), None) => Some(name[open + 1..].trim()),
        (None, Some(close)) if close + 1 == name.len() => Some(name[..close].trim()),
        (Some(open), Some(close)) if open < close && close + 1 == name.len() => {
            let inside = folded(&name[open + 1..close]);
            SAME.contains(&inside.as_str()).then(|| name[..open].trim())
        }
        _ => None,
    }
}

/// The ranges between separators.
fn pieces(cell: &str) -> Vec<(usize, usize)> {
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for sign in [
        ";", "|", "/", "\n", ",", "&", " and ", " AND ", " – ", " - ", " with ",
    ] {
        cuts.extend(
            cell.match_indices(sign)
                .map(|(at, sign)| (at, at + sign.len())),
        );
    }
    cuts.sort_unstable();
    let mut start = 0;
    let mut pieces = Vec::new();
    for (at, end) in cuts {
        if at >= start {
            pieces.push((start, at));
            start = end;
        }
    }
    pieces.push((start, cell.len()));
    pieces.retain(|(from, to)| !cell[*from..*to].trim().is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::about::About;

    #[test]
    fn whole_names_are_parties() {
        let about = r#"{"format": "bilat/1", "title": "T", "sides": [
            {"code": "GIN", "name": "Guinea"},
            {"code": "RUS", "name": "Russia", "predecessors": [{"code": "SUN", "name": "USSR"}]}]}"#;
        let about: About = serde_json::from_str(about).expect("a head");
        let sides = Sides::new(&about);
        for (cell, ours, others, unknown) in [
            ("Guinea; Russia", "GIN RUS", "", ""),
            ("Guinea and the Russian Federation", "GIN RUS", "", ""),
            ("Equatorial Guinea, PRUSSIA", "", "GNQ", "PRUSSIA"),
            ("GUINEA/USSR/Guinea-Bissau", "GIN SUN", "GNB", ""),
            (
                "Korea, Rep., Bosnia and Herzegovina & Guinea",
                "GIN",
                "KOR BIH",
                "",
            ),
            ("Russia - Guinea", "RUS GIN", "", ""),
            ("European Union|RUS", "RUS", "", "European Union"),
            ("Papua New Guinea", "", "PNG", ""),
            ("", "", "", ""),
            ("324, 643", "GIN RUS", "", ""),
            ("GN, RU, LA", "GIN RUS", "LAO", ""),
            ("Gin / Russia (the)", "GIN RUS", "", ""),
            ("Guinea and Lao, Laos (PDR)", "GIN", "LAO", ""),
            ("Bloc (Guinea, Russia), Lao P.D.R.", "GIN RUS", "LAO", ""),
            ("Guinea (Equatorial)", "", "", "Guinea (Equatorial)"),
            ("me, to, 12", "", "", "me to 12"),
        ] {
            let found = Names::new(&sides).read([cell].into_iter());
            let codes = |codes: &[Code]| {
                codes
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            assert_eq!(
                (
                    codes(&found.sides),
                    codes(&found.others),
                    found.unknown.join(" ")
                ),
                (ours.to_owned(), others.to_owned(), unknown.to_owned()),
                "{cell}"
            );
        }
    }
}
