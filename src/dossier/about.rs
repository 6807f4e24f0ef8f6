//! `dossier.json`: which two sides, what it is called, how its topics nest.

use serde::Deserialize;

use super::id::{Code, Id};
use super::text::Text;

/// The head of a dossier.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The version of the format; this program reads `bilat/1`.
    pub format: String,
    /// What the dossier is called.
    pub title: Text,
    /// What it holds and where that comes from.
    pub description: Option<Text>,
    /// The two countries.
    #[serde(default)]
    pub sides: Vec<Side>,
    /// The vocabulary of topics.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// Under which terms it may be used.
    #[serde(default)]
    pub licenses: Vec<License>,
    /// Who made it.
    #[serde(default)]
    pub contributors: Vec<Contributor>,
}

/// One of the two countries.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Side {
    /// ISO 3166-1 alpha-3.
    pub code: Code,
    /// The short name.
    pub name: Text,
    /// The long name.
    pub official_name: Option<Text>,
    /// As in "Lao exports".
    pub adjective: Option<Text>,
    /// Other names in use.
    #[serde(default)]
    pub aliases: Vec<Text>,
    /// States whose place it took.
    #[serde(default)]
    pub predecessors: Vec<Predecessor>,
}

/// A state that a side took the place of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Predecessor {
    /// Its former alpha-3 code, such as `SUN`.
    pub code: Code,
    /// Its name.
    pub name: Text,
}

/// A subject that records are filed under.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name in the files.
    pub id: Id,
    /// Its name on the screen.
    pub label: Text,
    /// The wider topic that it belongs to.
    pub broader: Option<Id>,
}

/// Terms of use.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct License {
    /// The SPDX identifier.
    pub name: Text,
    /// Its full name.
    pub title: Option<Text>,
    /// Where its text stands.
    pub path: Option<Text>,
}

/// Someone who made the dossier.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contributor {
    /// Their name.
    pub title: Text,
    /// What they did.
    pub role: Option<Text>,
}
