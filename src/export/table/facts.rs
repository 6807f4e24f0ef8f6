//! The sheets of events, agreements and figures.

use super::parts::item;
use super::sheet::{actor, ids};
use super::{Sheet, Type};
use crate::dossier::agreement::{AgreementKind, AgreementStatus};
use crate::dossier::event::EventStatus;
use crate::dossier::series::{Firmness, Flow, Qualifier, SeriesKind};
use crate::dossier::{Agreement, Event, Id, Kind, Number, Observation, Series};

pub(super) fn events() -> Sheet<Event> {
    Sheet::<Event>::new(
        "events",
        "What happened, goes on, is planned or only spoken of",
        |dossier, each| dossier.events.iter().try_for_each(each),
    )
    .id(|e| e.id.clone())
    .text("title", "What it is, in a few words", |e| Some(&e.title))
    .text("summary", "In a sentence or two", |e| e.summary.as_ref())
    .date("date", "When", |e| e.date.as_ref())
    .text("kind", "Summit, meeting, visit, signing, …", |e| {
        Some(&e.kind)
    })
    .word("status", "How real it is", EventStatus::WORDS, |e| {
        Some(e.status.word())
    })
    .text("place", "Where", |e| e.place.as_ref())
    .many("participants", "Who took part", |e| {
        e.participants.iter().map(|p| actor(&p.who)).collect()
    })
    .texts("participant_roles", "As what each did", |e| {
        e.participants
            .iter()
            .map(|p| item(p.role.as_ref()))
            .collect()
    })
    .one(
        "part_of",
        "The event that it belongs to",
        Some("events"),
        |e| e.part_of.as_ref(),
    )
    .many("follows", "Events that it follows", |e| ids(&e.follows))
    .many("agreements", "Agreements that it brought about", |e| {
        ids(&e.agreements)
    })
    .common()
}

pub(super) fn agreements() -> Sheet<Agreement> {
    Sheet::<Agreement>::new(
        "agreements",
        "What was signed or is talked about",
        |dossier, each| dossier.agreements.iter().try_for_each(each),
    )
    .id(|a| a.id.clone())
    .text("title", "What it is called", |a| Some(&a.title))
    .word(
        "kind",
        "What sort of instrument",
        AgreementKind::WORDS,
        |a| Some(a.kind.word()),
    )
    .word("status", "Where it stands", AgreementStatus::WORDS, |a| {
        Some(a.status.word())
    })
    .many("parties", "Between whom", |a| {
        a.parties.iter().map(|p| actor(&p.party)).collect()
    })
    .texts("party_sides", "For which side each stands", |a| {
        a.parties.iter().map(|p| item(p.side.as_ref())).collect()
    })
    .date("signed", "When it was signed", |a| a.signed.as_ref())
    .date("in_force", "When it came into force", |a| {
        a.in_force.as_ref()
    })
    .date("ends", "When it ends", |a| a.ends.as_ref())
    .date("horizon", "The period that it covers", |a| {
        a.horizon.as_ref()
    })
    .one("event", "Where it was signed", Some("events"), |a| {
        a.event.as_ref()
    })
    .many("follows", "Agreements that it follows", |a| ids(&a.follows))
    .many("maybe_same_as", "Agreements that may be the same", |a| {
        ids(&a.maybe_same_as)
    })
    .whole("count", "How many, where the source only counts", |a| {
        a.count.map(i64::from)
    })
    .common()
}

pub(super) fn series() -> Sheet<Series> {
    Sheet::<Series>::new("series", "What figures measure", |dossier, each| {
        dossier.series.iter().try_for_each(each)
    })
    .id(|s| s.id.clone())
    .text("title", "What it measures", |s| Some(&s.title))
    .word("kind", "Of what kind", SeriesKind::WORDS, |s| {
        Some(s.kind.word())
    })
    .text("unit", "USD, %, persons, …", |s| s.unit.as_ref())
    .whole("scale", "The power of ten of the printed figures", |s| {
        Some(i64::from(s.scale))
    })
    .word("flow", "Which way the goods go", Flow::WORDS, |s| {
        s.flow.map(Flow::word)
    })
    .own("reporter", "Who reports", Type::Id, |_, s| {
        s.reporter.as_ref().map(actor)
    })
    .own("partner", "The other side", Type::Id, |_, s| {
        s.partner.as_ref().map(actor)
    })
    .text("commodity", "What is traded", |s| s.commodity.as_ref())
    .one(
        "of",
        "The level that a growth is about",
        Some("series"),
        |s| s.of.as_ref(),
    )
    .texts("goods", "Goods named without a figure", |s| {
        s.items.iter().map(|i| i.name.to_string()).collect()
    })
    .common()
}

/// A figure with the id of its series.
pub(super) struct Figure {
    series: Id,
    figure: Observation,
}

pub(super) fn figures() -> Sheet<Figure> {
    Sheet::<Figure>::new(
        "figures",
        "Figures as they were printed",
        |dossier, each| {
            dossier.all(Kind::Observation).try_for_each(|record| {
                let (series, figure) = dossier.observation(record.at);
                each(&Figure {
                    series: series.id.clone(),
                    figure: figure.clone(),
                })
            })
        },
    )
    .id(|f| f.figure.id.clone())
    .one("series", "What it measures", Some("series"), |f| {
        Some(&f.series)
    })
    .required()
    .date("period", "The time that it is about", |f| {
        Some(&f.figure.period)
    })
    .own(
        "value",
        "As printed; the unit and the power of ten stand with the series",
        Type::Number,
        |_, f| f.figure.value.map(Number::printed),
    )
    .word("qualifier", "The word before it", Qualifier::WORDS, |f| {
        f.figure.qualifier.map(Qualifier::word)
    })
    .word("status", "How firm it is", Firmness::WORDS, |f| {
        Some(f.figure.status.word())
    })
    .date(
        "compared_with",
        "For growth: the period that it grew from",
        |f| f.figure.compared_with.as_ref(),
    )
    .one("said_by", "Who gives it", None, |f| {
        f.figure.said_by.as_ref()
    })
    .evidence(|_, f| f.figure.evidence.clone())
    .text("note", "A remark of the compiler's", |f| {
        f.figure.note.as_ref()
    })
}
