//! The sheet of passages: which record is based on which.

use super::cell::Cell;
use super::column::{Column, Type};
use crate::dossier::evidence::Support;
use crate::dossier::{Dossier, Evidence, Kind, Ref};

pub(super) fn columns() -> Vec<Column> {
    let mut source = Column::new("source", "Source", Type::Id).required();
    source.points_at = Some("sources");
    vec![
        Column::new("record", "Record that it supports", Type::Id).required(),
        Column::new("kind", "Kind of that record", Type::Text),
        Column::new(
            "part",
            "Sub-record (role, member, item); empty if the whole record",
            Type::Text,
        ),
        source,
        Column::new(
            "paragraph",
            "Paragraph number, counting non-empty lines from 1",
            Type::Integer,
        ),
        Column::new(
            "relation",
            "What the passage does for the record",
            Type::Word(Support::WORDS),
        ),
        Column::new("exact", "Shortest verbatim quotation", Type::Text),
        Column::new("prefix", "Words before it", Type::Text),
        Column::new("suffix", "Words after it", Type::Text),
    ]
}

/// The evidence of a record and of the objects inside it; figures are records of their own.
pub(super) fn rows(dossier: &Dossier, record: Ref) -> Vec<Vec<Cell>> {
    let any = dossier.any(record);
    let row = |part: &str, evidence: &Evidence| {
        let text = |text: &str| match text {
            "" => Cell::Empty,
            text => Cell::Text(text.to_owned()),
        };
        vec![
            text(any.id().as_str()),
            text(record.kind.singular()),
            text(part),
            text(evidence.source.as_str()),
            Cell::Number(evidence.paragraph.to_string()),
            text(evidence.support.word()),
            text(&evidence.words()),
            text(evidence.prefix.as_deref().unwrap_or_default()),
            text(evidence.suffix.as_deref().unwrap_or_default()),
        ]
    };
    let own = any.evidence().iter().map(|evidence| row("", evidence));
    let inner = any
        .inner_evidence()
        .into_iter()
        .filter(|(info, _)| (record.kind, info.name) != (Kind::Series, "observations"))
        .map(|(info, evidence)| row(info.name.trim_end_matches('s'), evidence));
    own.chain(inner).collect()
}
