//! Of which records a date may be: in those of others it is another one.

use super::compare::agrees;
use super::edge::NAMED;
use crate::extract::TimeExpression;
use crate::vet::actors::Who;
use crate::vet::clause::Clause;
use crate::vet::matching::Match;
use crate::vet::voice::is_attributed;

/// The records whose dates may be those of a clause: all, but where the best has everybody whom the clause names
/// and no date of the clause is one of its own, none in which one of them takes no part. "Russia and Laos became
/// partners in 2018", of which Russia and another did.
pub(super) fn of_those_named<'a>(
    expression: &TimeExpression,
    clause: &Clause<'_>,
    matches: &[Match<'a>],
) -> Vec<Match<'a>> {
    let all = matches.to_vec();
    let Some(best) = all.first().copied().filter(|best| best.score >= NAMED) else {
        return all;
    };
    let sentence = clause.sentence;
    let spots = sentence.spots.iter();
    let named: Vec<Who> = spots
        .filter(|spot| clause.words.contains(&spot.words.start))
        .filter(|spot| !is_attributed(&sentence.words, spot))
        .map(|spot| spot.who)
        .collect();
    let has_all = |one: &Match<'_>| named.iter().all(|who| one.topic.actors.contains(who));
    let mut dates = sentence.real_dates();
    let is_dated = |date: &TimeExpression| {
        let is_here = clause.range().contains(&date.range.start) && date.range != expression.range;
        let date = date.date().ok().flatten().filter(|_| is_here);
        let mut known = best.topic.dates.iter();
        date.is_some_and(|date| known.any(|known| agrees(&date, known, None)))
    };
    let is_undated = best.topic.dates.iter().all(|known| known.edtf().is_none());
    if is_undated || !has_all(&best) || dates.any(is_dated) {
        return all;
    }
    all.into_iter().filter(|one| has_all(one)).collect()
}
