//! The status of a record, whatever its kind calls it.

use crate::dossier::fields::Type;
use crate::dossier::typed::fields_of;
use crate::dossier::value::Value;
use crate::dossier::{Dossier, Kind, Ref};

/// The field that tells the status of a kind; none for kinds that have no status.
fn status_field(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Event | Kind::Agreement | Kind::Observation => Some("status"),
        Kind::Quote => Some("kind"),
        Kind::Claim => Some("modality"),
        _ => None,
    }
}

/// The words that the status of a kind may be; none for kinds that have no status. That of a series is
/// in its figures.
pub fn statuses(kind: Kind) -> Option<&'static [&'static str]> {
    let kind = match kind {
        Kind::Dispute => return Some(&[OPEN, SETTLED]),
        Kind::Series => Kind::Observation,
        kind => kind,
    };
    let name = status_field(kind)?;
    let info = fields_of(kind).into_iter().find(|info| info.name == name)?;
    match info.kind {
        Type::Words(words) => Some(words),
        _ => None,
    }
}

const OPEN: &str = "open";
const SETTLED: &str = "settled";

/// The status of a record, where its kind has one.
pub fn status(dossier: &Dossier, record: Ref) -> Option<&'static str> {
    // That of a quote is at hand without reading it.
    if record.kind == Kind::Quote {
        return Some(dossier.quotes.facets(record.at).kind.word());
    }
    let any = dossier.any(record);
    if record.kind == Kind::Dispute {
        let is_open = any.value("resolution").is_empty();
        return Some(if is_open { OPEN } else { SETTLED });
    }
    match any.value(status_field(record.kind)?) {
        Value::Word(word) => Some(word),
        _ => None,
    }
}
