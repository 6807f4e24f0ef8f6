//! Which records a clause speaks of.

use std::collections::BTreeSet;

use super::actors::Who;
use super::clause::Clause;
use super::index::Index;
use super::topic::Topic;

/// A record that a clause speaks of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Match<'a> {
    pub(super) topic: &'a Topic,
    /// From 0 to 1.
    pub(super) score: f64,
    /// How many stems both have.
    pub(super) shared: usize,
}

/// Below this a clause speaks of something else.
const LEAST: f64 = 0.42;

/// How much of the best one another must have to be meant too.
const BESIDE: f64 = 0.72;

/// Who speaks of it; the best first. `bound` are the records that a footnote names: they count as
/// meant where they share anything.
pub(super) fn matches<'a>(index: &'a Index<'_>, clause: &Clause<'_>) -> Vec<Match<'a>> {
    let stems = clause.stems();
    let named: BTreeSet<Who> = clause
        .sentence
        .spots
        .iter()
        .filter(|spot| clause.words.contains(&spot.words.start))
        .map(|spot| spot.who)
        .collect();
    let bound = &clause.sentence.bound;
    let bound_topics = bound.iter().filter_map(|record| index.topic(*record));
    let mut found: Vec<Match<'a>> = bound_topics
        .map(|topic| rate(index, topic, &stems, &named))
        .map(|one| Match {
            score: one.score + 0.3,
            ..one
        })
        .collect();
    if found.is_empty() {
        let places = index.sharing(&stems).into_iter();
        found = places
            .map(|at| rate(index, &index.topics[at], &stems, &named))
            .filter(|one| one.shared > 1 || one.topic.title.len() == 1 && one.shared == 1)
            .collect();
    }
    found.retain(|one| one.score >= LEAST);
    found.sort_by(|a, b| b.score.total_cmp(&a.score));
    let best = found.first().map_or(0.0, |best| best.score);
    found.retain(|one| one.score >= best * BESIDE);
    /// A clause speaks of no more.
    const MOST: usize = 8;
    found.truncate(MOST);
    found
}

fn rate<'a>(
    index: &Index<'_>,
    topic: &'a Topic,
    stems: &BTreeSet<String>,
    named: &BTreeSet<Who>,
) -> Match<'a> {
    let side = |stem: &String| index.is_side_word(stem);
    let title: Vec<&String> = topic.title.iter().filter(|stem| !side(stem)).collect();
    let own: Vec<&String> = stems.iter().filter(|stem| !side(stem)).collect();
    let shared: Vec<&String> = own.iter().copied().filter(|stem| topic.all.contains(*stem)).collect();
    let of_title = index.weights(title.iter().copied().filter(|stem| stems.contains(*stem)));
    let whole = index.weights(title.iter().copied());
    let recall = if whole > 0.0 { of_title / whole } else { 0.0 };
    let all = index.weights(own.iter().copied());
    let both = index.weights(shared.iter().copied());
    let precision = if all > 0.0 { both / all } else { 0.0 };
    let foreign = |who: &&Who| !index.lexicon.is_side(**who);
    let common = named
        .iter()
        .filter(foreign)
        .filter(|who| topic.actors.contains(who))
        .count();
    let bonus = if common > 0 { 0.08 } else { 0.0 };
    Match {
        topic,
        score: 0.5 * recall + 0.45 * precision + bonus,
        shared: shared.len(),
    }
}
