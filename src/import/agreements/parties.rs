//! The parties in a cell: whole names between separators. `Guinea` is not in `Equatorial Guinea`, and
//! `Russia` not in `Prussia`.

use crate::dossier::Code;
use crate::dossier::countries;
use crate::import::sides::Sides;

/// A name may have separators of its own, as `Korea, Rep.` and `Bosnia and Herzegovina` do.
const PIECES: usize = 3;

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

/// Reads the cells.
pub(super) fn read<'t>(cells: impl Iterator<Item = &'t str>, sides: &Sides<'_>) -> Parties {
    let mut parties = Parties::default();
    for cell in cells {
        one_cell(cell, sides, &mut parties);
    }
    parties
}

fn one_cell(cell: &str, sides: &Sides<'_>, parties: &mut Parties) {
    let pieces = pieces(cell);
    let mut at = 0;
    while at < pieces.len() {
        // The longest name first.
        let ends = (at + 1..=pieces.len().min(at + PIECES)).rev();
        let found = ends.into_iter().find_map(|end| {
            let name = cell[pieces[at].0..pieces[end - 1].1].trim();
            let side = sides.named(name).map(|code| (code, true));
            let other = || countries::find(name).filter(|_| name.len() > 2);
            let found = side.or_else(|| other().map(|country| (country.code, false)));
            found.map(|found| (end, found))
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
        ] {
            let found = read([cell].into_iter(), &sides);
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
