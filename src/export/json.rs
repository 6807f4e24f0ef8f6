//! The whole dossier as one JSON document: a member for each file of a folder, in the format's own
//! canonical form. [`crate::load::Document`] reads it again.

use std::io::{self, Write};

use serde::Serialize;

use super::{Format, Quotes, pretty};
use crate::dossier::{
    About, Agreement, Claim, Dispute, Dossier, Event, Organisation, Person, Series, Source,
};
use crate::load::FORMAT;

/// Where an editor looks for the schema: `bilat schema > bilat.schema.json` puts it there.
pub(super) const SCHEMA: &str = "./bilat.schema.json";

/// The dossier as one document.
#[derive(Debug)]
pub struct Json<'a>(pub &'a Dossier);

/// The members, in the order of the schema.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    dossier: About,
    sources: &'a [Source],
    people: &'a [Person],
    organisations: &'a [Organisation],
    events: &'a [Event],
    agreements: &'a [Agreement],
    series: &'a [Series],
    quotes: Quotes<'a>,
    claims: &'a [Claim],
    disputes: &'a [Dispute],
}

impl Format for Json<'_> {
    fn files(&self) -> Vec<String> {
        vec!["dossier.json".to_owned()]
    }

    fn write(&self, _: usize, out: &mut dyn Write) -> io::Result<()> {
        let dossier = self.0;
        let document = Document {
            schema: SCHEMA,
            dossier: head(dossier, None),
            sources: &dossier.sources,
            people: &dossier.people,
            organisations: &dossier.organisations,
            events: &dossier.events,
            agreements: &dossier.agreements,
            series: &dossier.series,
            quotes: Quotes(dossier),
            claims: &dossier.claims,
            disputes: &dossier.disputes,
        };
        pretty(&document, out)
    }
}

/// The head, with another schema: the one that it names stands beside the file that it came from.
pub(super) fn head(dossier: &Dossier, schema: Option<&str>) -> About {
    About {
        schema: schema.map(crate::dossier::Text::new),
        // What was read was read as this version, whatever the file says.
        format: FORMAT.to_owned(),
        ..dossier.about.clone()
    }
}
