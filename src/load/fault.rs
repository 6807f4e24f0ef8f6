//! What is wrong with one record that could be read, and where in it that shows.

use std::collections::HashMap;
use std::ops::Range;

use super::Problem;
use super::file::File;
use super::problem::Severity;
use super::tokens::Tokens;

/// Where in its record a fault shows.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Spot {
    /// At its head.
    Head,
    /// Wherever this field has this value, as a string, a number or the item of an array.
    Value(&'static str, String),
    /// At each object of this field that has no member of that name.
    Without(&'static str, &'static str),
}

/// One thing that is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fault {
    spot: Spot,
    severity: Severity,
    message: String,
    hint: String,
}

impl Fault {
    pub(super) fn error(spot: Spot, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            spot,
            severity: Severity::Error,
            message: message.into(),
            hint: hint.into(),
        }
    }

    pub(super) fn warning(spot: Spot, message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(spot, message, hint)
        }
    }
}

/// The faults of the record that stands at `range`, each at every place where it shows.
pub(super) fn locate(file: &File, range: Range<usize>, mut faults: Vec<Fault>) -> Vec<Problem> {
    if faults.is_empty() {
        return Vec::new();
    }
    faults.sort();
    // One message a spot, even if a guess at what was meant came with only one of two.
    faults.dedup_by(|a, b| (&a.spot, &a.message) == (&b.spot, &b.message));
    let places = places(&Tokens::new(&file.text[range.clone()]), &faults);
    let mut problems = Vec::new();
    for (fault, places) in faults.iter().zip(places) {
        for place in places {
            let problem = file.problem(range.start + place, &fault.message);
            problems.push(problem.hint(&fault.hint).severity(fault.severity));
        }
    }
    problems
}

/// For each fault, where it shows; the head of the record when it is found nowhere in it.
fn places(tokens: &Tokens<'_>, faults: &[Fault]) -> Vec<Vec<usize>> {
    let mut values: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
    let mut gaps = Vec::new();
    for (at, fault) in faults.iter().enumerate() {
        match &fault.spot {
            Spot::Head => {}
            Spot::Value(field, value) => values.entry((field, value)).or_default().push(at),
            Spot::Without(field, member) => gaps.push((at, *field, *member)),
        }
    }
    let mut places = vec![Vec::new(); faults.len()];
    for token in 0..tokens.len() {
        let Some(field) = tokens.field(token) else {
            continue;
        };
        let start = tokens.range(token).start;
        if let Some(value) = tokens.scalar(token) {
            for at in values.get(&(&*field, &*value)).into_iter().flatten() {
                places[*at].push(start);
            }
        } else if tokens.is_object(token) {
            for (at, name, member) in &gaps {
                if field == *name && !has(tokens, token, member) {
                    places[*at].push(start);
                }
            }
        }
    }
    for place in places.iter_mut().filter(|place| place.is_empty()) {
        place.push(0);
    }
    places
}

fn has(tokens: &Tokens<'_>, object: usize, member: &str) -> bool {
    tokens.children(object).any(|child| {
        tokens.field(child).as_deref() == Some(member)
            && tokens.scalar(child).as_deref() != Some("null")
    })
}
