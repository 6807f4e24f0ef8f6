//! Whether a person is a man or a woman, as far as title and name tell.

use super::super::lexicon::Class;
use super::super::reading::Reading;
use super::spot::Run;

/// Whether "he" or "she" may be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Gender {
    Male,
    Female,
}

/// The gender of a title; given names in it are ignored, since places have them too.
pub(super) fn run_gender(reading: &Reading, run: &Run) -> Option<Gender> {
    let title = run
        .title
        .iter()
        .cloned()
        .flatten()
        .chain(run.lead..run.name.start);
    // "Mrs Ng's predecessor" may be a man.
    let title: Vec<usize> = title.filter(|at| !reading.is(*at, Class::GIVEN)).collect();
    let owner = title
        .iter()
        .rposition(|at| reading.is(*at, Class::POSSESSIVE));
    let own = &title[owner.map_or(0, |owner| owner + 1)..];
    gender_in(reading, own.iter().copied())
}

pub(in crate::extract) fn gender_in(
    reading: &Reading,
    words: impl IntoIterator<Item = usize>,
) -> Option<Gender> {
    words.into_iter().find_map(|at| {
        match (reading.is(at, Class::MALE), reading.is(at, Class::FEMALE)) {
            (true, false) => Some(Gender::Male),
            (false, true) => Some(Gender::Female),
            _ => None,
        }
    })
}

/// The gender by the endings of Russian names.
pub(super) fn gender_by_ending(name: &str) -> Option<Gender> {
    let ends = |endings: &[&str]| {
        name.split([' ', '.'])
            .any(|word| word.chars().count() > 4 && endings.iter().any(|end| word.ends_with(end)))
    };
    // "Elmer Molina": a woman's given name ends so too.
    let first = name.split(' ').next().unwrap_or_default();
    let woman = !first.is_ascii() || first.ends_with('a');
    if woman
        && ends(&[
            "ova", "eva", "ina", "skaya", "ovna", "evna", "ова", "ева", "ина", "ская", "овна",
            "евна",
        ])
    {
        Some(Gender::Female)
    } else if ends(&["ov", "ev", "sky", "skiy", "vich", "ов", "ев", "ский", "вич"]) {
        Some(Gender::Male)
    } else {
        None
    }
}
