//! The sheet of passages: which record rests on which.

use super::{Sheet, Type};
use crate::dossier::record::{Record, Support};
use crate::dossier::{Dossier, Evidence, Id, Kind, Ref};

/// A passage and what rests on it.
pub(super) struct Anchor {
    record: Id,
    kind: Kind,
    part: &'static str,
    evidence: Evidence,
}

pub(super) fn evidence() -> Sheet<Anchor> {
    Sheet::<Anchor>::new(
        "evidence",
        "Which passage every record rests on",
        |dossier, each| {
            let kinds = Kind::ALL.into_iter();
            let mut records = kinds.flat_map(|kind| dossier.all(kind));
            records.try_for_each(|record| anchors(dossier, record).iter().try_for_each(&mut *each))
        },
    )
    .one("record", "What rests on it", None, |a| Some(&a.record))
    .required()
    .own("kind", "Its kind", Type::Text, |_, a| {
        Some(a.kind.singular().to_owned())
    })
    .own(
        "part",
        "The part of it that does: role, member or goods; empty for the whole",
        Type::Text,
        |_, a| (!a.part.is_empty()).then(|| a.part.to_owned()),
    )
    .one("source", "The source", Some("sources"), |a| {
        Some(&a.evidence.source)
    })
    .required()
    .whole("paragraph", "Its paragraph, from 1", |a| {
        Some(i64::from(a.evidence.paragraph))
    })
    .word(
        "relation",
        "What the passage does for it",
        Support::WORDS,
        |a| Some(a.evidence.support.word()),
    )
    .text("exact", "The words that carry it", |a| {
        a.evidence.exact.as_ref()
    })
    .text("prefix", "The words before", |a| a.evidence.prefix.as_ref())
    .text("suffix", "The words after", |a| a.evidence.suffix.as_ref())
}

/// The evidence of a record and of what stands inside it; figures are records of their own.
fn anchors(dossier: &Dossier, record: Ref) -> Vec<Anchor> {
    let id = dossier.id(record);
    let anchor = |part: &'static str| {
        let id = id.clone();
        move |evidence: &Evidence| Anchor {
            record: id.clone(),
            kind: record.kind,
            part,
            evidence: evidence.clone(),
        }
    };
    let own = dossier.evidence(record);
    let mut all: Vec<_> = own.iter().map(anchor("")).collect();
    match record.kind {
        Kind::Person => {
            let inner = dossier.people[record.at].inner_evidence();
            all.extend(inner.into_iter().map(anchor("role")));
        }
        Kind::Organisation => {
            let inner = dossier.organisations[record.at].inner_evidence();
            all.extend(inner.into_iter().map(anchor("member")));
        }
        Kind::Series => {
            let items = &dossier.series[record.at].items;
            all.extend(items.iter().flat_map(|i| &i.evidence).map(anchor("goods")));
        }
        _ => {}
    }
    all
}
