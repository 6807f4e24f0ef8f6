//! The template of each kind of record.

use std::fmt::Write;

use super::members::Members;
use crate::dossier::text::{clean, clean_line};
use crate::dossier::{Dossier, Kind};

/// More ids than these in the head of a template are no help.
const LISTED: usize = 40;

/// "an event", "a source".
pub(super) fn article(kind: Kind) -> String {
    let word = kind.singular();
    let an = if word.starts_with(['a', 'e', 'o']) {
        "an"
    } else {
        "a"
    };
    format!("{an} {word}")
}

/// The text that an editor opens with: remarks, and the fields, filled in with what is known.
pub(super) fn filled(kind: Kind, members: &Members, dossier: &Dossier) -> String {
    head(kind, dossier) + &members.fill(template(kind))
}

/// What stands above the fields of a template.
fn head(kind: Kind, dossier: &Dossier) -> String {
    let topics = dossier.about.topics.iter().map(|topic| topic.id.as_str());
    let sources = dossier.sources.iter().map(|source| source.id.as_str());
    let mut head = format!(
        "// {}, for “{}”.\n// Fill in what is known, save and leave the editor. What stays empty is left out, and so are\n// lines that begin with //. Leave it all as it is, and nothing is added.\n",
        article(kind).replacen('a', "A", 1),
        clean_line(&dossier.about.title)
    );
    for (what, ids) in [
        ("Topics", topics.collect::<Vec<_>>()),
        ("Sources", sources.collect()),
    ] {
        let more = if ids.len() > LISTED { ", …" } else { "" };
        let ids = ids[..ids.len().min(LISTED)].join(", ");
        // A string takes whatever is written to it.
        let _ = writeln!(head, "// {what}: {ids}{more}");
    }
    clean(&head).into_owned()
}

/// The fields of a kind, each on a line of its own.
fn template(kind: Kind) -> &'static str {
    match kind {
        Kind::Event => include_str!("../../../assets/templates/event.jsonc"),
        Kind::Agreement => include_str!("../../../assets/templates/agreement.jsonc"),
        Kind::Series => include_str!("../../../assets/templates/series.jsonc"),
        Kind::Observation => include_str!("../../../assets/templates/figure.jsonc"),
        Kind::Quote => include_str!("../../../assets/templates/quote.jsonc"),
        Kind::Claim => include_str!("../../../assets/templates/claim.jsonc"),
        Kind::Dispute => include_str!("../../../assets/templates/dispute.jsonc"),
        Kind::Person => include_str!("../../../assets/templates/person.jsonc"),
        Kind::Organisation => include_str!("../../../assets/templates/organisation.jsonc"),
        Kind::Source => include_str!("../../../assets/templates/source.jsonc"),
    }
}
