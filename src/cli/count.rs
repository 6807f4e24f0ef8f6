//! How many there are, in words.

use crate::dossier::{Dossier, Kind};
use crate::load::{Loaded, Severity};

/// "1 event", "2 events".
pub(super) fn counted(count: usize, singular: &str, plural: &str) -> String {
    format!("{count} {}", if count == 1 { singular } else { plural })
}

/// "41 events, 16 agreements, …": every kind of record that there is.
pub(super) fn counts(dossier: &Dossier) -> String {
    let kinds = Kind::ALL
        .into_iter()
        .filter(|kind| dossier.count(*kind) > 0);
    let each: Vec<_> = kinds
        .map(|kind| counted(dossier.count(kind), kind.singular(), kind.plural()))
        .collect();
    if each.is_empty() {
        "no records".to_owned()
    } else {
        each.join(", ")
    }
}

/// That there are errors, and what was therefore not done with what could not be read.
pub(super) fn unread(loaded: &Loaded, done: &str) -> Option<String> {
    let count = severe(loaded, Severity::Error);
    let errors = counted(count, "error", "errors");
    (count > 0).then(|| {
        format!(
            "{errors} in the dossier: what could not be read was not {done}; `bilat check` tells where"
        )
    })
}

/// How many problems are so grave.
pub(super) fn severe(loaded: &Loaded, severity: Severity) -> usize {
    let problems = loaded.problems.iter();
    problems.filter(|p| p.severity == severity).count()
}

/// "2 errors, 1 warning".
pub(super) fn problem_counts(loaded: &Loaded) -> String {
    let errors = counted(severe(loaded, Severity::Error), "error", "errors");
    let warnings = counted(severe(loaded, Severity::Warning), "warning", "warnings");
    format!("{errors}, {warnings}")
}
