//! What an office is for, where that runs into the name: "Minister for Trade and Export Growth Rewi
//! Tamahana".

use std::collections::HashSet;

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::spot::Run;
use super::title;

/// Leaves of a name behind "Minister for …" what the text elsewhere has as a name of its own.
pub(super) fn shorten(reading: &Reading, runs: &mut [Run]) {
    let printed = |run: &Run| reading.printed(run.name.clone()).to_lowercase();
    // "Kallas-Rebane" is a surname alone.
    let full = |run: &&Run| {
        let mut rest = run.name.start + 1..run.name.end;
        rest.any(|at| reading.words[at].spaced && reading.is(at, Class::LETTER))
    };
    let names: HashSet<String> = runs.iter().filter(full).map(printed).collect();
    for run in runs {
        let Some(title) = run.title.clone() else {
            continue;
        };
        let joined = title.end == run.name.start && title::is_complement(reading, run.name.start);
        let office = title.clone().any(|at| reading.is(at, Class::ROLE));
        if !joined || !office {
            continue;
        }
        let dropped = |start: &usize| {
            let mut words = run.name.start..*start;
            reading.is(*start, Class::CAPITAL) && words.all(|at| !reading.is(at, Class::GIVEN))
        };
        let own = |start: &usize| {
            let name = reading.printed(*start..run.name.end).to_lowercase();
            names.contains(&name)
        };
        let last = run.name.end - 1;
        if let Some(start) = (run.name.start + 1..last).find(|at| dropped(at) && own(at)) {
            run.name.start = start;
            run.title = Some(title.start..start);
        }
    }
}
