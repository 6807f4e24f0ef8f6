//! Which problems are new: those that were there before have moved down the file since.

use std::collections::{HashMap, HashSet};

use crate::dossier::load::{Loaded, Problem, Severity};
use crate::dossier::{Id, Kind, Text};

/// What is told of a file, wherever in it.
type Said<'a> = (&'a Text, Severity, &'a Text);

fn said(problem: &Problem) -> Said<'_> {
    (&problem.file, problem.severity, &problem.message)
}

/// The problems of `after` that are more than those `before`; of several that say the same, those
/// in the records called `names`.
pub(super) fn problems<'a>(
    before: &'a [Problem],
    after: &'a Loaded,
    names: &HashSet<Id>,
) -> Vec<Problem> {
    let mut left: HashMap<Said<'a>, usize> = HashMap::new();
    for problem in before {
        *left.entry(said(problem)).or_default() += 1;
    }
    if before.is_empty() {
        return after.problems.clone();
    }
    let heads = heads(after);
    let ours = |problem: &&Problem| owner(&heads, problem).is_some_and(|id| names.contains(id));
    // What stands in old records uses up what was there before, so that ours are left over.
    let (ours, others): (Vec<_>, Vec<_>) = after.problems.iter().partition(ours);
    let mut is_new = |problem: &&'a Problem| match left.get_mut(&said(problem)) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    let mut new: Vec<_> = others
        .into_iter()
        .chain(ours)
        .filter(|problem| is_new(problem))
        .cloned()
        .collect();
    new.sort();
    new
}

/// The first line of each record, by file.
type Heads<'a> = HashMap<&'a Text, Vec<(usize, &'a Id)>>;

fn heads(loaded: &Loaded) -> Heads<'_> {
    let dossier = &loaded.dossier;
    let mut heads: Heads<'_> = HashMap::new();
    for record in Kind::ALL.into_iter().flat_map(|kind| dossier.all(kind)) {
        if let Some(place) = dossier.place(record) {
            let file = heads.entry(&place.file).or_default();
            file.push((place.line, dossier.id(record)));
        }
    }
    for lines in heads.values_mut() {
        lines.sort_unstable();
    }
    heads
}

/// The record that a problem stands in: the last that begins before it.
fn owner<'a>(heads: &Heads<'a>, problem: &Problem) -> Option<&'a Id> {
    let lines = heads.get(&problem.file)?;
    let after = lines.partition_point(|(line, _)| *line <= problem.line);
    Some(lines.get(after.checked_sub(1)?)?.1)
}
