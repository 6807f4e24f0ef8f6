//! `bilat vet`: briefs with planted slips, what `bilat export` writes, formats, hostile input.

#[path = "vet/asides.rs"]
mod asides;
#[path = "vet/bodies.rs"]
mod bodies;
#[path = "vet/breaks.rs"]
mod breaks;
#[path = "vet/briefs.rs"]
mod briefs;
#[path = "vet/clauses.rs"]
mod clauses;
#[path = "vet/command.rs"]
mod command;
#[path = "vet/compared.rs"]
mod compared;
#[path = "vet/degrees.rs"]
mod degrees;
#[path = "vet/denials.rs"]
mod denials;
#[path = "vet/edits.rs"]
mod edits;
#[path = "vet/exported.rs"]
mod exported;
#[path = "vet/formats.rs"]
mod formats;
#[path = "vet/hostile.rs"]
mod hostile;
#[path = "vet/kinds.rs"]
mod kinds;
#[path = "vet/leaning.rs"]
mod leaning;
#[path = "vet/polarity.rs"]
mod polarity;
#[path = "vet/same_deed.rs"]
mod same_deed;
#[path = "vet/sentences.rs"]
mod sentences;
#[path = "vet/shapes.rs"]
mod shapes;
#[path = "vet/slips.rs"]
mod slips;
#[path = "vet/sound.rs"]
mod sound;
#[path = "vet/speakers.rs"]
mod speakers;
#[path = "vet/suggestions.rs"]
mod suggestions;
#[path = "vet/unnamed.rs"]
mod unnamed;
#[path = "vet/unsaid.rs"]
mod unsaid;
#[path = "vet/wordings.rs"]
mod wordings;

use bilat::contested::Contests;
use bilat::dossier::Dossier;
use bilat::load::{Origin, load};
use bilat::vet::{Document, Report, vet};

/// The built-in dossier and what is contested in it.
fn built_in() -> (Dossier, Contests) {
    let loaded = load(&Origin::BuiltIn);
    let contests = Contests::new(&loaded.dossier, None);
    (loaded.dossier, contests)
}

/// The verdicts on a document.
fn report(document: &Document) -> Report {
    let (dossier, contests) = built_in();
    vet(&dossier, &contests, document)
}
