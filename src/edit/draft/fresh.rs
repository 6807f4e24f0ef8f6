//! Which problems are new: those that were there before have moved down the file since.

use std::collections::{HashMap, HashSet};
use std::ops::RangeInclusive;

use crate::dossier::{Dossier, Id, Text};
use crate::load::{Problem, Severity, first};
use crate::system::files::Change;
use crate::system::path::shown;

/// The lines of a file that a record stands in.
pub(super) type Lines = (Text, RangeInclusive<usize>);

/// What is told of a file, wherever in it.
type Said<'a> = (&'a Text, Severity, &'a Text);

fn said(problem: &Problem) -> Said<'_> {
    (&problem.file, problem.severity, &problem.message)
}

/// The problems of `after` that are more than those `before`; of several that say the same, those
/// in the lines that are `ours`.
pub(super) fn problems(before: &[Problem], after: &[Problem], ours: &[Lines]) -> Vec<Problem> {
    let mut left: HashMap<Said<'_>, usize> = HashMap::new();
    for problem in before {
        *left.entry(said(problem)).or_default() += 1;
    }
    let in_ours = |problem: &&Problem| {
        let stands = |(file, lines): &Lines| *file == problem.file && lines.contains(&problem.line);
        ours.iter().any(stands)
    };
    // What stands in old records uses up what was there before, so that ours are left over.
    let (ours, others): (Vec<_>, Vec<_>) = after.iter().partition(in_ours);
    let mut new = Vec::new();
    for problem in others.into_iter().chain(ours) {
        match left.get_mut(&said(problem)) {
            Some(count) if *count > 0 => *count -= 1,
            _ => new.push(problem.clone()),
        }
    }
    new.sort();
    new
}

/// Where the records called `names` stand in the files as they are to be.
pub(super) fn places(names: &HashSet<Id>, dossier: &Dossier, changes: &[Change]) -> Vec<Lines> {
    let files: HashMap<_, _> = changes
        .iter()
        .map(|change| (shown(&change.path), (&change.new, starts(&change.new))))
        .collect();
    let place = |id: &Id| {
        let place = dossier.place(dossier.find(id)?)?;
        let (text, starts) = files.get(place.file.as_str())?;
        let line = &text[*starts.get(place.line.checked_sub(1)?)?..];
        let record = first(&line[line.find('{')?..]);
        let last = place.line + record.matches('\n').count();
        Some((place.file, place.line..=last))
    };
    names.iter().filter_map(place).collect()
}

/// Where each line of a text begins.
fn starts(text: &str) -> Vec<usize> {
    let after = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(after).collect()
}
