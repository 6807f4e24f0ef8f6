//! What a line asks for, kind by kind.

use crate::dossier::Kind;

/// What stands between two fields of the line.
pub const BETWEEN: char = ';';

/// What is asked of a record of a kind, in the order of the line.
pub fn asks(kind: Kind) -> [&'static str; 3] {
    match kind {
        Kind::Quote => ["speaker", "date", "role"],
        Kind::Agreement => ["title", "date of signature", "status"],
        Kind::Observation => ["series", "period", "value"],
        Kind::Claim => ["statement", "asserted by", "modality"],
        _ => ["title", "date", "kind"],
    }
}
