//! The sheets of what others point at: sides, topics, sources, people, bodies.

use super::parts::{edtf, item, texts};
use super::sheet::{actor, ids};
use super::{Sheet, Type};
use crate::dossier::about::{Side, Topic};
use crate::dossier::{Organisation, Person, Source};

pub(super) fn sides() -> Sheet<Side> {
    Sheet::<Side>::new("sides", "The two countries", |dossier, each| {
        dossier.about.sides.iter().try_for_each(each)
    })
    .own("code", "ISO 3166-1 alpha-3", Type::Id, |_, side| {
        Some(side.code.to_string())
    })
    .required()
    .text("name", "The short name", |s| Some(&s.name))
    .text("official_name", "The long name", |s| {
        s.official_name.as_ref()
    })
    .text("adjective", "As in \"Lao exports\"", |s| {
        s.adjective.as_ref()
    })
    .texts("aliases", "Other names in use", |s| texts(&s.aliases))
    .many("predecessors", "Codes of states whose place it took", |s| {
        let codes = s.predecessors.iter().map(|p| p.code.to_string());
        codes.collect()
    })
    .texts("predecessor_names", "Their names", |s| {
        s.predecessors.iter().map(|p| p.name.to_string()).collect()
    })
}

pub(super) fn topics() -> Sheet<Topic> {
    Sheet::<Topic>::new("topics", "The vocabulary of topics", |dossier, each| {
        dossier.about.topics.iter().try_for_each(each)
    })
    .id(|t| t.id.clone())
    .text("label", "Its name", |t| Some(&t.label))
    .one(
        "broader",
        "The wider topic that it belongs to",
        Some("topics"),
        |t| t.broader.as_ref(),
    )
}

pub(super) fn sources() -> Sheet<Source> {
    Sheet::<Source>::new(
        "sources",
        "The texts that everything rests on",
        |dossier, each| dossier.sources.iter().try_for_each(each),
    )
    .id(|s| s.id.clone())
    .text("type", "What it is, in CSL's words", |s| Some(&s.kind))
    .text("title", "Its title", |s| Some(&s.title))
    .many("author", "People who wrote it", |s| ids(&s.author))
    .text("container_title", "What it stands in", |s| {
        s.container_title.as_ref()
    })
    .text("publisher", "Who published it", |s| s.publisher.as_ref())
    .date("issued", "When it was published", |s| s.issued.as_ref())
    .date("accessed", "When it was read", |s| s.accessed.as_ref())
    .text("url", "Its address", |s| s.url.as_ref())
    .text("language", "BCP 47", |s| s.language.as_ref())
    .own(
        "side",
        "The country that speaks in it; none for a third party",
        Type::Id,
        |_, s| s.side.map(|code| code.to_string()),
    )
    .text("file", "The text at hand", |s| s.file.as_ref())
    .text("sha256", "The checksum of that text", |s| s.sha256.as_ref())
    .text("rights", "Who holds the rights", |s| s.rights.as_ref())
    .texts("missing", "What the copy does not say", |s| {
        texts(&s.missing)
    })
    .common()
}

pub(super) fn people() -> Sheet<Person> {
    Sheet::<Person>::new("people", "Who is named", |dossier, each| {
        dossier.people.iter().try_for_each(each)
    })
    .id(|p| p.id.clone())
    .text("name", "The name", |p| Some(&p.name))
    .text("native_name", "The name in their own script", |p| {
        p.native_name.as_ref()
    })
    .texts("aliases", "Other spellings", |p| texts(&p.aliases))
    .own("country", "Their country", Type::Id, |_, p| {
        p.country.map(|code| code.to_string())
    })
    .texts("role_titles", "Titles, as printed", |p| {
        p.roles.iter().map(|r| r.title.to_string()).collect()
    })
    .texts("role_organisations", "Where each is held", |p| {
        p.roles
            .iter()
            .map(|r| item(r.organisation.as_ref()))
            .collect()
    })
    .texts("role_from", "Since when each is held", |p| {
        p.roles.iter().map(|r| edtf(r.from.as_ref())).collect()
    })
    .texts("role_to", "Until when each was held", |p| {
        p.roles.iter().map(|r| edtf(r.to.as_ref())).collect()
    })
    .texts("role_as_of", "When each was said to be held", |p| {
        p.roles.iter().map(|r| edtf(r.as_of.as_ref())).collect()
    })
    .texts("role_said_by", "Who gives each", |p| {
        p.roles.iter().map(|r| item(r.said_by.as_ref())).collect()
    })
    .common()
}

pub(super) fn organisations() -> Sheet<Organisation> {
    Sheet::<Organisation>::new(
        "organisations",
        "Bodies, and who belongs to them",
        |dossier, each| dossier.organisations.iter().try_for_each(each),
    )
    .id(|o| o.id.clone())
    .text("name", "The name", |o| Some(&o.name))
    .text("acronym", "The short name", |o| o.acronym.as_ref())
    .text("kind", "State body, company, university, bloc, …", |o| {
        Some(&o.kind)
    })
    .own("country", "Its country", Type::Id, |_, o| {
        o.country.map(|code| code.to_string())
    })
    .texts("aliases", "Other names", |o| texts(&o.aliases))
    .many("members", "Who belongs to it", |o| {
        o.members.iter().map(|m| actor(&m.member)).collect()
    })
    .many("member_kinds", "In what way each does", |o| {
        o.members.iter().map(|m| m.kind.word().to_owned()).collect()
    })
    .texts("member_since", "Since when each does", |o| {
        o.members.iter().map(|m| edtf(m.since.as_ref())).collect()
    })
    .common()
}
