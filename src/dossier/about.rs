//! `dossier.json`: which two sides, what it is called, how its topics nest.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::fields::{Field, Type, infos, parts};
use super::id::{Code, Id};
use super::text::Text;
use super::value::Value;

/// The head of a dossier.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct About {
    /// Where the schema of this file stands, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<Text>,
    /// The version of the format; this program reads `bilat/1`.
    pub format: String,
    /// What the dossier is called.
    pub title: Text,
    /// What it holds and where that comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// The two countries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sides: Vec<Side>,
    /// The vocabulary of topics.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// Under which terms it may be used.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub licenses: Vec<License>,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<Contributor>,
}

impl About {
    /// The codes of the two countries.
    pub fn codes(&self) -> Vec<Code> {
        self.sides.iter().map(|side| side.code).collect()
    }

    /// A topic of the vocabulary and all that are narrower.
    pub fn topics_within(&self, topic: &Id) -> HashSet<&Id> {
        let mut narrower: HashMap<&Id, Vec<&Id>> = HashMap::new();
        for topic in &self.topics {
            if let Some(broader) = &topic.broader {
                narrower.entry(broader).or_default().push(&topic.id);
            }
        }
        let all = self.topics.iter().map(|topic| &topic.id);
        let mut next: Vec<_> = all.filter(|id| *id == topic).collect();
        let mut found = HashSet::new();
        while let Some(id) = next.pop() {
            if found.insert(id) {
                next.extend(narrower.get(id).into_iter().flatten());
            }
        }
        found
    }
}

/// One of the two countries.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// ISO 3166-1 alpha-3.
    pub code: Code,
    /// The short name.
    pub name: Text,
    /// The long name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official_name: Option<Text>,
    /// As in "Lao exports".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjective: Option<Text>,
    /// Other names in use.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Text>,
    /// States whose place it took.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<Predecessor>,
}

impl Side {
    /// Everything that it is called.
    pub fn names(&self) -> Vec<String> {
        let names = [&self.name]
            .into_iter()
            .chain(&self.official_name)
            .chain(&self.adjective)
            .chain(&self.aliases);
        names.map(ToString::to_string).collect()
    }
}

/// A state that a side took the place of.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Predecessor {
    /// Its former alpha-3 code, such as `SUN`.
    pub code: Code,
    /// Its name.
    pub name: Text,
}

/// A subject that records are filed under.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name in the files.
    pub id: Id,
    /// Its name on the screen.
    pub label: Text,
    /// The wider topic that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub broader: Option<Id>,
}

/// Terms of use.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct License {
    /// The SPDX identifier.
    pub name: Text,
    /// Its full name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Where its text stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<Text>,
}

/// Someone who made the dossier.
#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contributor {
    /// Their name.
    pub title: Text,
    /// What they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Text>,
}

/// The fields of a side, as tables have them.
pub const SIDE: &[Field<Side>] = &[
    Field::new(
        "code",
        Type::Country,
        "Code (ISO 3166-1 alpha-3)",
        |s: &Side| s.code.into(),
    )
    .required(),
    Field::new("name", Type::Text, "Short name", |s: &Side| {
        (&s.name).into()
    })
    .required(),
    Field::new("official_name", Type::Text, "Official name", |s: &Side| {
        s.official_name.as_ref().into()
    }),
    Field::new(
        "adjective",
        Type::Text,
        "Adjective, as in \"Lao exports\"",
        |s: &Side| s.adjective.as_ref().into(),
    ),
    Field::new("aliases", Type::Texts, "Other names in use", |s: &Side| {
        Value::list(&s.aliases)
    }),
    Field::new(
        "predecessors",
        Type::Parts(|| infos(PREDECESSOR)),
        "States that it succeeded",
        |s: &Side| parts(PREDECESSOR, &s.predecessors),
    ),
];

const PREDECESSOR: &[Field<Predecessor>] = &[
    Field::new(
        "code",
        Type::Country,
        "Codes of the states that it succeeded",
        |p: &Predecessor| p.code.into(),
    )
    .column("predecessors"),
    Field::new("name", Type::Text, "Their names", |p: &Predecessor| {
        (&p.name).into()
    })
    .column("predecessor_names"),
];

/// The fields of a topic, as tables have them.
pub const TOPIC: &[Field<Topic>] = &[
    Field::new("label", Type::Text, "Label", |t: &Topic| (&t.label).into()).required(),
    Field::new(
        "broader",
        Type::Text,
        "Wider topic that it belongs to",
        |t: &Topic| t.broader.as_ref().into(),
    ),
];
