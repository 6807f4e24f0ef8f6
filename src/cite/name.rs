//! A person's name as reference managers want it: in parts where that is safe, else as it is.

use crate::dossier::{Dossier, Id};

/// A name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// With the family's name apart, for sorting.
    Parts { family: String, given: String },
    /// A person's name that is not parted.
    Whole(String),
    /// The name of anybody else.
    Literal(String),
}

/// Where the family's name comes first, or one goes by the given name: a guess would be wrong.
const WHOLE: [&str; 16] = [
    "CHN", "HKG", "HUN", "IDN", "ISL", "JPN", "KHM", "KOR", "LAO", "MAC", "MMR", "PRK", "SGP",
    "THA", "TWN", "VNM",
];

/// The name of an author.
pub(super) fn of(dossier: &Dossier, author: &Id) -> Name {
    let name = dossier.name(author);
    let Some(person) = dossier.person(author) else {
        return Name::Literal(name);
    };
    let is_line = super::one_line(&name) == name;
    let country = person.country;
    if !is_line || country.is_some_and(|c| WHOLE.contains(&c.as_str())) {
        return Name::Whole(name);
    }
    split(&name)
}

/// Parts a name at its last blank, or before the small words of a family's name (van, de la).
/// Scripts other than the Latin stay whole.
fn split(name: &str) -> Name {
    let latin = |c: char| {
        !c.is_alphabetic() || u32::from(c) < 0x250 || (0x1e00..0x1f00).contains(&u32::from(c))
    };
    let words: Vec<_> = name.split(' ').collect();
    let titled = name.contains(',') || words.last().is_some_and(|last| last.ends_with('.'));
    if words.len() < 2 || titled || words.contains(&"and") || !name.chars().all(latin) {
        return Name::Whole(name.to_owned());
    }
    let small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    let before = words[..words.len() - 1]
        .iter()
        .rev()
        .take_while(|w| small(w))
        .count();
    let family = words.len() - 1 - before;
    if family == 0 {
        return Name::Whole(name.to_owned());
    }
    Name::Parts {
        family: words[family..].join(" "),
        given: words[..family].join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_parted_only_where_that_is_safe() {
        for (name, parts) in [
            (
                "Chris Devonshire-Ellis",
                Some(("Devonshire-Ellis", "Chris")),
            ),
            ("Ludwig van der Rohe", Some(("van der Rohe", "Ludwig"))),
            ("José Ángel Pérez", Some(("Pérez", "José Ángel"))),
            ("Plato", None),
            ("Martin King, Jr.", None),
            ("Martin King Jr.", None),
            ("Владимир Путин", None),
            ("de Gaulle", None),
        ] {
            let expected = match parts {
                Some((family, given)) => Name::Parts {
                    family: family.to_owned(),
                    given: given.to_owned(),
                },
                None => Name::Whole(name.to_owned()),
            };
            assert_eq!(split(name), expected);
        }
    }
}
