//! Whether a clause and a record speak of the same deed at all: where they do not, what differs is no slip.

use super::place::{self, Standing};
use super::support::{
    instrument_missing, is_deed, is_other_time, is_person, related, speaks, stage_missing,
};
use crate::dossier::Kind;
use crate::vet::actors::Who;
use crate::vet::clause::Clause;
use crate::vet::index::Index;
use crate::vet::sentence::Sentences;
use crate::vet::stage::Stage;
use crate::vet::topic::Topic;

/// Does a record tell the deed of a clause: as far as it has come, of the same kind of instrument? Only then is
/// another date of it one that the clause should have.
pub(super) fn fits(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    topic: &Topic,
) -> bool {
    let is_ahead = topic.is_talk || topic.stage.is_some_and(|stage| stage <= Stage::Ahead);
    !(is_ahead && stage_missing(sentences, clause, topic).is_some())
        && instrument_missing(clause, topic).is_none()
        && !is_elsewhere(index, clause, topic)
}

/// Does a record give another place than a clause, or another time?
pub(super) fn is_apart(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    is_elsewhere(index, clause, topic) || is_other_time(clause, topic)
}

/// Does a record give another place than a clause?
fn is_elsewhere(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    let is_deed = is_deed(clause);
    let mut places = place::of_clause(index, clause).into_iter();
    places.any(|one| {
        matches!(
            place::standing(index, &one, topic, is_deed),
            Standing::Other(_)
        )
    })
}

/// Does a clause name a country or body that is none of the parties of a record, nor of their countries? A passage
/// may speak of others beside them.
pub(super) fn names_outsider(index: &Index<'_>, clause: &Clause<'_>, topic: &Topic) -> bool {
    let parties = &topic.parties;
    if topic.record.kind == Kind::Claim || parties.len() < 2 {
        return false;
    }
    let sentence = clause.sentence;
    let is_party = |who: Who| {
        let mut all = parties.iter();
        is_person(who) || all.any(|party| related(index, *party, who))
    };
    let mut here = sentence.spots.iter().filter(|spot| {
        let first = spot.words.start;
        let is_plain = clause.words.contains(&first) && !sentence.words[first].quoted;
        is_plain && !speaks(&sentence.words, spot) && !index.is_voice(spot.who)
    });
    here.any(|spot| !is_party(spot.who))
}
