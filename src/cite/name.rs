//! A person's name as reference managers want it: in parts where that is safe, else as it is.

use crate::dossier::{Dossier, Id};

/// A name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// With the family's name apart, for sorting; the suffix is "Jr." or its like, and mostly empty.
    Parts {
        family: String,
        given: String,
        suffix: String,
    },
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

/// What follows a family's name.
const SUFFIXES: [&str; 8] = ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "V"];

/// Small words in names of ministries and institutes, and not of people.
const OF_BODIES: [&str; 4] = ["of", "for", "the", "on"];

/// The name of somebody of whom no more is known, such as an editor.
pub(super) fn printed(dossier: &Dossier, name: &str) -> Name {
    let mut bodies = dossier.organisations.iter();
    let mut words = name.split(' ');
    if super::one_line(name) != name {
        Name::Whole(name.to_owned())
    } else if bodies.any(|body| *body.name == *name) || words.any(|word| OF_BODIES.contains(&word))
    {
        Name::Literal(name.to_owned())
    } else {
        split(name)
    }
}

/// Parts a name at its last blank, or before the small words of a family's name (van, de la).
/// Scripts other than the Latin stay whole.
fn split(name: &str) -> Name {
    let latin = |c: char| {
        !c.is_alphabetic() || u32::from(c) < 0x250 || (0x1e00..0x1f00).contains(&u32::from(c))
    };
    let mut words: Vec<_> = name.split(' ').collect();
    let suffix = words.pop_if(|last| SUFFIXES.contains(last) && name.split(' ').count() > 2);
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
        suffix: suffix.unwrap_or_default().to_owned(),
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
                Some(("Devonshire-Ellis", "Chris", "")),
            ),
            ("Ludwig van der Rohe", Some(("van der Rohe", "Ludwig", ""))),
            ("José Ángel Pérez", Some(("Pérez", "José Ángel", ""))),
            ("Martin King Jr.", Some(("King", "Martin", "Jr."))),
            (
                "Otto van der Berg III",
                Some(("van der Berg", "Otto", "III")),
            ),
            ("Plato", None),
            ("Martin King, Jr.", None),
            ("King Jr.", None),
            ("Владимир Путин", None),
            ("de Gaulle", None),
        ] {
            let expected = match parts {
                Some((family, given, suffix)) => Name::Parts {
                    family: family.to_owned(),
                    given: given.to_owned(),
                    suffix: suffix.to_owned(),
                },
                None => Name::Whole(name.to_owned()),
            };
            assert_eq!(split(name), expected);
        }
    }
}
