//! The sheets of what was said: speech, other statements, and what disagrees.

use super::Sheet;
use super::sheet::actors;
use crate::dossier::claim::Modality;
use crate::dossier::dispute::DisputeKind;
use crate::dossier::quote::{QuoteKind, Translation};
use crate::dossier::{Claim, Dispute, Quote};

pub(super) fn quotes() -> Sheet<Quote> {
    Sheet::<Quote>::new("quotes", "Speech, word for word", |dossier, each| {
        dossier.quotes.iter().try_for_each(|quote| each(&quote))
    })
    .id(|q| q.id.clone())
    .one("speaker", "Who speaks", Some("people"), |q| {
        Some(&q.speaker)
    })
    .required()
    .text("role", "As what, at the time", |q| q.role.as_ref())
    .date("said", "When", |q| q.said.as_ref())
    .one("event", "On which occasion", Some("events"), |q| {
        q.event.as_ref()
    })
    .text("language", "BCP 47", |q| q.language.as_ref())
    .word(
        "translation",
        "Whether it was spoken in another language",
        &["true", "false", "unknown"],
        |q| {
            Some(match q.translation {
                Translation::Yes => "true",
                Translation::No => "false",
                Translation::Unknown => "unknown",
            })
        },
    )
    .text("text", "The words", |q| Some(&q.text))
    .word(
        "kind",
        "How much of it is verbatim",
        QuoteKind::WORDS,
        |q| Some(q.kind.word()),
    )
    .text("prompt", "What was asked, in the compiler's words", |q| {
        q.prompt.as_ref()
    })
    .one("in_reply_to", "What it answers", Some("quotes"), |q| {
        q.in_reply_to.as_ref()
    })
    .one("addressee", "Who is spoken to", Some("people"), |q| {
        q.addressee.as_ref()
    })
    .whole("sequence", "Its place on the occasion", |q| {
        q.sequence.map(i64::from)
    })
    .common()
}

pub(super) fn claims() -> Sheet<Claim> {
    Sheet::<Claim>::new("claims", "Other statements", |dossier, each| {
        dossier.claims.iter().try_for_each(each)
    })
    .id(|c| c.id.clone())
    .text("statement", "What is claimed", |c| Some(&c.statement))
    .many("about", "What it is about", |c| actors(&c.about))
    .one("asserted_by", "Who asserts it", None, |c| {
        c.asserted_by.as_ref()
    })
    .word("modality", "How it is put", Modality::WORDS, |c| {
        Some(c.modality.word())
    })
    .common()
}

pub(super) fn disputes() -> Sheet<Dispute> {
    Sheet::<Dispute>::new("disputes", "What disagrees", |dossier, each| {
        dossier.disputes.iter().try_for_each(each)
    })
    .id(|d| d.id.clone())
    .text("title", "What disagrees", |d| Some(&d.title))
    .word("kind", "In what way", DisputeKind::WORDS, |d| {
        Some(d.kind.word())
    })
    .many("between", "The records that it stands between", |d| {
        actors(&d.between)
    })
    .text("explanation", "What the disagreement is", |d| {
        Some(&d.explanation)
    })
    .one(
        "preferred",
        "The record that the compiler follows",
        None,
        |d| d.resolution.as_ref().map(|r| &r.preferred),
    )
    .text("preferred_why", "The compiler's reason", |d| {
        d.resolution.as_ref().map(|r| &r.why)
    })
    .common()
}
