//! How many agreements of a group have which status.

use std::collections::BTreeMap;

use crate::dossier::Dossier;

/// "2 in force", "1 signed", in the order of the statuses.
pub(super) fn statuses(dossier: &Dossier, members: &[usize]) -> Vec<String> {
    let mut counts: BTreeMap<usize, (&str, usize)> = BTreeMap::new();
    for at in members {
        let status = dossier.agreements[*at].status;
        let entry = counts.entry(status as usize).or_insert((status.word(), 0));
        entry.1 += 1;
    }
    counts
        .into_values()
        .map(|(word, count)| format!("{count} {}", word.replace('-', " ")))
        .collect()
}
