//! Which side of the dossier a table means, by code, by number or by whole name. PRUSSIA is not
//! RUSSIA: a name is compared as a whole or not at all.

use std::collections::HashMap;

use crate::dossier::about::{About, Side};
use crate::dossier::countries::{self, folded};
use crate::dossier::{Code, Text};

/// States that are no more, by the code that a dossier gives a side's predecessor; with their
/// numbers in UN statistics and what they were called.
const FORMER: [(&str, &[u16], &[&str]); 5] = [
    (
        "SUN",
        &[810],
        &[
            "USSR",
            "Soviet Union",
            "Fmr USSR",
            "Union of Soviet Socialist Republics",
        ],
    ),
    (
        "YUG",
        &[890, 891],
        &["Yugoslavia", "Fmr Yugoslavia", "Serbia and Montenegro"],
    ),
    ("CSK", &[200], &["Czechoslovakia", "Fmr Czechoslovakia"]),
    (
        "DDR",
        &[278],
        &[
            "German Democratic Republic",
            "East Germany",
            "Fmr Dem. Rep. of Germany",
        ],
    ),
    ("SCG", &[891], &["Serbia and Montenegro"]),
];

/// Numbers that UN Comtrade gives to countries with their territories.
const COMTRADE: [(u16, &str); 7] = [
    (842, "USA"),
    (251, "FRA"),
    (381, "ITA"),
    (579, "NOR"),
    (699, "IND"),
    (757, "CHE"),
    (490, "TWN"),
];

/// Codes of two letters that Eurostat uses and ISO 3166-1 does not.
const EUROSTAT: [(&str, &str); 2] = [("UK", "GBR"), ("EL", "GRC")];

/// The two sides of a dossier, and all that they are called.
pub struct Sides<'a> {
    about: &'a About,
    names: HashMap<String, Code>,
    numbers: HashMap<u16, Code>,
    /// Codes of two letters.
    short: HashMap<&'static str, Code>,
}

impl<'a> Sides<'a> {
    /// Those of a dossier.
    pub fn new(about: &'a About) -> Self {
        let mut sides = Self {
            about,
            names: HashMap::new(),
            numbers: HashMap::new(),
            short: HashMap::new(),
        };
        // What the dossier itself calls them counts first, then what the tables do.
        for side in &about.sides {
            let own = [Some(&side.name), side.official_name.as_ref()];
            for name in own.into_iter().flatten().chain(&side.aliases) {
                sides.call(name, side.code);
            }
            for old in &side.predecessors {
                sides.call(&old.name, old.code);
            }
        }
        for side in &about.sides {
            sides.look_up(side.code);
            for old in &side.predecessors {
                sides.look_up(old.code);
            }
        }
        sides
    }

    fn call(&mut self, name: &str, code: Code) {
        self.names.entry(folded(name)).or_insert(code);
    }

    /// What the tables know of a code.
    fn look_up(&mut self, code: Code) {
        if let Some(country) = countries::of(code) {
            country.names().for_each(|name| self.call(name, code));
            self.numbers.entry(country.number).or_insert(code);
            self.short.insert(country.alpha2, code);
        }
        for (_, numbers, names) in FORMER.iter().filter(|(old, ..)| *old == code.as_str()) {
            names.iter().for_each(|name| self.call(name, code));
            numbers.iter().for_each(|number| {
                self.numbers.entry(*number).or_insert(code);
            });
        }
        let own = EUROSTAT.iter().filter(|(_, other)| *other == code.as_str());
        self.short.extend(own.map(|(short, _)| (*short, code)));
        for (number, _) in COMTRADE.iter().filter(|(_, other)| *other == code.as_str()) {
            self.numbers.insert(*number, code);
        }
    }

    /// Both.
    pub fn all(&self) -> &'a [Side] {
        &self.about.sides
    }

    /// The side of that code, in ISO 3166-1 (three letters or two) or of a predecessor.
    pub fn coded(&self, text: &str) -> Option<Code> {
        let text = text.trim().to_uppercase();
        let short = || self.short.get(text.as_str()).copied();
        Code::parse(&text)
            .and_then(|code| self.known(code))
            .or_else(short)
    }

    /// The side of that number in UN statistics, as UN Comtrade uses them.
    pub fn numbered(&self, text: &str) -> Option<Code> {
        self.numbers.get(&text.trim().parse().ok()?).copied()
    }

    /// The side of that whole name; also of a code of three letters.
    pub fn named(&self, text: &str) -> Option<Code> {
        let named = |text: &str| self.names.get(&folded(text)).copied();
        named(text)
            .or_else(|| named(&countries::reordered(text)?))
            .or_else(|| self.known(Code::parse(text.trim())?))
    }

    /// The other side; of a predecessor that of its heir. None where the dossier has no two.
    pub fn other(&self, code: Code) -> Option<Code> {
        let own = |side: &&Side| heirs(side, code);
        let other = self.about.sides.iter().find(|side| !own(side));
        other.map(|side| side.code)
    }

    /// Are these the two sides, or what preceded them, and not the same one?
    pub fn are_two(&self, one: Code, other: Code) -> bool {
        let at = |code| self.about.sides.iter().position(|side| heirs(side, code));
        matches!((at(one), at(other)), (Some(a), Some(b)) if a != b)
    }

    /// What a side is called.
    pub fn name(&self, code: Code) -> String {
        self.text(code, |side| &side.name).map_or_else(
            || {
                let mut before = self.about.sides.iter().flat_map(|side| &side.predecessors);
                let old = before
                    .find(|old| old.code == code)
                    .map(|old| old.name.to_string());
                old.unwrap_or_else(|| country_name(code))
            },
            ToString::to_string,
        )
    }

    /// As in "Lao exports"; its name where there is no adjective.
    pub fn adjective(&self, code: Code) -> String {
        let side = self.about.sides.iter().find(|side| side.code == code);
        let adjective = side.and_then(|side| side.adjective.as_ref());
        adjective.map_or_else(|| self.name(code), ToString::to_string)
    }

    fn text(&self, code: Code, of: impl Fn(&'a Side) -> &'a Text) -> Option<&'a Text> {
        self.about
            .sides
            .iter()
            .find(|side| side.code == code)
            .map(of)
    }

    /// The code, if it is that of a side or of what preceded one.
    fn known(&self, code: Code) -> Option<Code> {
        let mut sides = self.about.sides.iter();
        sides.any(|side| heirs(side, code)).then_some(code)
    }

    /// "Laos or United Kingdom".
    pub fn either(&self) -> String {
        let names: Vec<_> = self
            .about
            .sides
            .iter()
            .map(|side| side.name.to_string())
            .collect();
        names.join(" or ")
    }
}

/// Is it the code of this side, or of a state whose place it took?
fn heirs(side: &Side, code: Code) -> bool {
    side.code == code || side.predecessors.iter().any(|old| old.code == code)
}

/// The country of that number in UN statistics: what UN Comtrade means by it, then ISO 3166-1.
pub fn country_numbered(text: &str) -> Option<Code> {
    let number: u16 = text.trim().parse().ok()?;
    let special = COMTRADE
        .iter()
        .find(|(known, _)| *known == number)
        .and_then(|(_, code)| Code::parse(code));
    let listed = || {
        Some(
            countries::all()
                .find(|country| country.number == number)?
                .code,
        )
    };
    special.or_else(listed)
}

/// What a country is called that is not a side.
pub fn country_name(code: Code) -> String {
    let found = countries::find(code.as_str());
    found.map_or_else(|| code.to_string(), |country| country.name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABOUT: &str = r#"{"format": "bilat/1", "title": "T", "sides": [
        {"code": "LAO", "name": "Laos", "adjective": "Lao", "aliases": ["Lan Xang"]},
        {"code": "RUS", "name": "Russia", "predecessors": [{"code": "SUN", "name": "USSR"}]}]}"#;

    #[test]
    fn whole_names_and_codes_are_sides_and_parts_of_names_are_not() {
        let about: About = serde_json::from_str(ABOUT).expect("a head");
        let sides = Sides::new(&about);
        let shown = |code: Option<Code>| code.map(|code| code.to_string()).unwrap_or_default();
        for (name, code) in [
            ("LAOS", "LAO"),
            ("Lao PDR", "LAO"),
            ("lan xang", "LAO"),
            ("LAO", "LAO"),
            ("Russian Federation", "RUS"),
            ("Russian Fed.", "RUS"),
            ("Union of Soviet Socialist Republics", "SUN"),
            ("Soviet Union", "SUN"),
            ("PRUSSIA", ""),
            ("Russia and China", ""),
            ("La", ""),
            ("", ""),
            ("GBR", ""),
        ] {
            assert_eq!(shown(sides.named(name)), code, "{name}");
        }
        for (number, code) in [
            ("418", "LAO"),
            ("0418", "LAO"),
            ("643", "RUS"),
            ("810", "SUN"),
            ("842", ""),
            ("x", ""),
        ] {
            assert_eq!(shown(sides.numbered(number)), code, "{number}");
        }
        assert_eq!(shown(sides.coded("la")), "LAO");
        assert_eq!(shown(sides.coded("GB")), "");
        let code = |text| Code::parse(text).expect("a code");
        assert!(
            sides.are_two(code("LAO"), code("SUN")) && !sides.are_two(code("RUS"), code("SUN"))
        );
        assert_eq!(shown(sides.other(code("SUN"))), "LAO");
        assert_eq!(
            (sides.name(code("SUN")), sides.adjective(code("RUS"))),
            ("USSR".into(), "Russia".into())
        );
    }
}
