//! The names that a dossier knows already.

use crate::dossier::{Code, Dossier, Id, Text};

/// Someone or something that a dossier has a record of.
#[derive(Clone, Debug)]
pub struct KnownName<'a> {
    /// The id of the record.
    pub id: &'a Id,
    /// A person, not an organisation?
    pub person: bool,
    /// Name, name in the own script, acronym, aliases.
    pub names: Vec<&'a str>,
    /// The country that they belong to.
    pub country: Option<Code>,
    /// The titles of a person, as printed.
    pub titles: Vec<&'a str>,
}

impl<'a> KnownName<'a> {
    /// The people and organisations of a dossier.
    pub fn all(dossier: &'a Dossier) -> Vec<Self> {
        let people = dossier.people.iter().map(|person| {
            let names = [Some(&person.name), person.native_name.as_ref()]
                .into_iter()
                .flatten()
                .chain(&person.aliases);
            Self {
                id: &person.id,
                person: true,
                names: names.map(Text::as_str).collect(),
                country: person.country,
                titles: person
                    .roles
                    .iter()
                    .map(|role| role.title.as_str())
                    .collect(),
            }
        });
        let bodies = dossier.organisations.iter().map(|body| {
            let names = [Some(&body.name), body.acronym.as_ref()]
                .into_iter()
                .flatten()
                .chain(&body.aliases);
            Self {
                id: &body.id,
                person: false,
                names: names.map(Text::as_str).collect(),
                country: body.country,
                titles: Vec::new(),
            }
        });
        people.chain(bodies).collect()
    }
}
