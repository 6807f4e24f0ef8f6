//! One clause: who takes part, how far it has come, whether it is denied, which way it goes.

mod case;
pub(super) mod course;
mod denied;
mod origin;
mod over;
mod party;
mod sense;
mod status;
pub(super) mod voice;

use super::{numbers, place, support};
use crate::dossier::Kind;
use crate::vet::actors::{Who, name_stem};
use crate::vet::clause::Clause;
use crate::vet::contest;
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::negation::denies;
use crate::vet::parties;
use crate::vet::roles;
use crate::vet::sentence::Sentences;
use crate::vet::stage::Stage;
use crate::vet::topic::Topic;
use crate::vet::voice::is_attributed;
use case::Case;

/// A record must be so well named for a clause to be accused by it.
pub(super) const NAMED: f64 = 0.52;

/// Records that are nearly as well named may speak for the clause too.
const BESIDE: f64 = 0.85;

/// The verdicts on a clause. `is_told`: has the dossier its figures and dates?
pub(super) fn clause(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    matches: &[Match<'_>],
    is_told: bool,
) -> Vec<Finding> {
    let Some(best) = matches.first() else {
        return Vec::new();
    };
    let item = if best.topic.record.kind == Kind::Agreement {
        Item::Agreement
    } else {
        Item::Event
    };
    let text = sentences.words(&clause.range());
    let bound = &clause.sentence.bound;
    let copied = bound.iter().any(|record| index.says(*record, text));
    // Who has an office does not follow from what they did.
    if best.score < NAMED
        || roles::is_only_title(index, sentences, clause.sentence, &clause.range())
    {
        return Vec::new();
    }
    let likely: Vec<Match<'_>> = matches
        .iter()
        .filter(|one| one.score >= best.score * BESIDE)
        .copied()
        .collect();
    let near = of_speaker(index, sentences, clause, likely);
    let best = near.first().unwrap_or(best);
    if !copied {
        let case = Case {
            index,
            sentences,
            clause,
            best,
            near: &near,
            all: matches,
            item,
        };
        let wrong = case.accused();
        if !wrong.is_empty() {
            return wrong;
        }
    }
    let says_all = |one: &Match<'_>| {
        copied || support::missing(index, sentences, clause, one, &near).is_none()
    };
    let says = (is_told || copied).then(|| saying(index, clause, &near, says_all));
    let Some(says) = says.flatten() else {
        let finding = Finding::new(item, Verdict::NotInTheDossier, clause.range());
        let why = support::missing(index, sentences, clause, best, &near);
        return vec![finding.note(why.unwrap_or_default())];
    };
    let finding = Finding::new(item, Verdict::Supported, clause.range());
    let record = says.topic.record;
    vec![contest::settle(
        index,
        sentences,
        clause.sentence,
        record,
        finding,
    )]
}

/// The record that says all of a clause; of several, one that names all whom the clause does: "Norway grants it too".
fn saying<'m, 'a>(
    index: &Index<'_>,
    clause: &Clause<'_>,
    near: &'m [Match<'a>],
    says_all: impl Fn(&Match<'_>) -> bool,
) -> Option<&'m Match<'a>> {
    let names_all = |one: &Match<'_>| support::names_all(index, clause, one.topic);
    let mut named = near.iter().filter(|one| one.score >= NAMED);
    let first = named.find(|one| says_all(one))?;
    if names_all(first) {
        return Some(first);
    }
    let other = named.find(|one| names_all(one) && says_all(one));
    other.or(Some(first))
}

/// What somebody is said to assert is compared with what that one asserts, if the dossier has it.
fn of_speaker<'a>(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    near: Vec<Match<'a>>,
) -> Vec<Match<'a>> {
    let speakers = voice::speakers(index, sentences, clause);
    let is_own = |one: &&Match<'_>| {
        let record = one.topic.record;
        let claims = &index.dossier.claims;
        let claim = (record.kind == Kind::Claim).then(|| &claims[record.at]);
        let owner = claim.and_then(|claim| index.dossier.find(claim.asserted_by.as_ref()?));
        owner.is_some_and(|owner| speakers.contains(&owner))
    };
    let own: Vec<Match<'a>> = near.iter().filter(is_own).copied().collect();
    if own.is_empty() { near } else { own }
}

/// Whether a clause that goes on with what another one named says how far it has come.
pub(super) fn going_on(
    index: &Index<'_>,
    sentences: &Sentences<'_>,
    clause: &Clause<'_>,
    whole: &[Match<'_>],
) -> Vec<Finding> {
    let agreements = whole.iter().filter(|one| {
        one.topic.record.kind == Kind::Agreement
            || one.topic.stage.is_some_and(|stage| stage <= Stage::Ahead)
    });
    let near: Vec<Match<'_>> = agreements
        .filter(|one| one.score >= NAMED)
        .copied()
        .collect();
    let Some(best) = near
        .first()
        .filter(|_| sentences.at(clause.range().start).is_some())
    else {
        return Vec::new();
    };
    let case = Case {
        index,
        sentences,
        clause,
        best,
        near: &near,
        all: &near,
        item: Item::Agreement,
    };
    let checks = [case.denied(), case.status()];
    checks.into_iter().flatten().collect()
}

impl Case<'_> {
    fn accused(&self) -> Vec<Finding> {
        // Who is said to have the view takes no part in it.
        let stranger = self.stranger().filter(|_| self.other_origin().is_none());
        // What is denied of others is not denied of those whom the record names.
        if stranger.is_some() && denies(self.clause.plain()) {
            return self.other_origin().into_iter().collect();
        }
        // Who is named in the place of a party does not go the other way too.
        let turned = || self.turned().filter(|_| stranger.is_none());
        let ways = [self.way().filter(|_| stranger.is_none()), turned()];
        let checks = [
            stranger
                .or_else(|| self.unknown_body())
                .or_else(|| self.other_body())
                .or_else(|| self.replaced())
                .or_else(|| self.other_role())
                .or_else(|| self.other_name())
                .or_else(|| self.other_object()),
            self.voice(),
            self.denied().or_else(|| self.affirmed()),
            self.silenced(),
            self.status().or_else(|| self.ended()),
            self.lapsed(),
            self.trend(),
            self.opposed(),
            self.swapped(),
            self.other_turn(),
            self.left_out(),
            self.elsewhere(),
            numbers::check(self.index, self.clause, self.near, self.item),
        ];
        checks.into_iter().chain(ways).flatten().collect()
    }

    fn stranger(&self) -> Option<Finding> {
        // A single word in common is no matter in common.
        let spot = parties::stranger(self.index, self.clause, self.all).filter(|spot| {
            self.best.shared > 1
                && !self.are_together()
                && !self.is_of_another(spot.who)
                && !support::joins_itself(self.index, self.clause, self.best.topic)
        })?;
        let words = &self.clause.sentence.words[spot.words.clone()];
        let range = words.first()?.range.start..words.last()?.range.end;
        let name = self.index.name(spot.who);
        let mut names: Vec<_> = self
            .best
            .topic
            .parties
            .iter()
            .map(|who| self.index.name(*who))
            .collect();
        names.sort();
        names.truncate(5);
        let known = match names.as_slice() {
            [] => String::new(),
            names => format!("; who does: {}", names.join(", ")),
        };
        let note = format!("party: {name} takes no part in “{}”{known}", self.title());
        Some(self.wrong(self.item, range, note))
    }

    /// Has one record all the third parties that the clause names? Then it is another matter, and no
    /// stranger is among them.
    fn are_together(&self) -> bool {
        let words = &self.clause.sentence.words;
        let spots = self.clause.sentence.spots.iter().filter(|spot| {
            let is_here = self.clause.words.contains(&spot.words.start);
            let is_third = !self.index.lexicon.is_side(spot.who) && !self.index.is_voice(spot.who);
            is_here && is_third && !is_attributed(words, spot)
        });
        let named: Vec<Who> = spots.map(|spot| spot.who).collect();
        let has_all = |one: &Topic| named.iter().all(|who| one.actors.contains(who));
        named.len() > 2 && self.index.topics.iter().any(has_all)
    }

    /// "Vietnam is for containers, China for rail": has a record of somebody a word of the clause that none of
    /// those has of which the clause seems to speak?
    fn is_of_another(&self, who: Who) -> bool {
        let voices = self.clause.voices();
        let mut strange = self.clause.stems(&self.index.lexicon);
        strange.retain(|stem| {
            let is_known = self.near.iter().any(|one| one.topic.raw.contains(stem));
            !is_known && !stem.starts_with('@') && !voices.contains(stem)
        });
        if strange.is_empty() {
            return false;
        }
        let own = self.index.sharing(&[name_stem(who)].into());
        let mut own = own.into_iter().map(|at| &self.index.topics[at]);
        // Of a side every word may be, but not every title.
        let titled = || {
            let all = self.index.sharing(&strange).into_iter();
            let mut all = all.map(|at| &self.index.topics[at]);
            let is_titled = |one: &Topic| strange.iter().any(|stem| one.title.contains(stem));
            all.any(|one| one.actors.contains(&who) && is_titled(one))
        };
        own.any(|one| strange.iter().any(|stem| one.all.contains(stem)))
            || self.index.lexicon.is_side(who) && titled()
    }

    fn unknown_body(&self) -> Option<Finding> {
        let body = parties::unknown_body(self.clause, self.near);
        let range = body.or_else(|| parties::unknown_name(self.clause, self.near))?;
        let note = format!(
            "party: the dossier knows no such party to “{}”",
            self.title()
        );
        Some(self.wrong(self.item, range, note))
    }

    /// A place that is not the one of the record.
    fn elsewhere(&self) -> Option<Finding> {
        let topic = self.best.topic;
        // What was there at another time, or has come farther there, is another one.
        let is_ahead = topic.stage.is_some_and(|stage| stage <= Stage::Ahead);
        let is_farther = || support::stage_missing(self.sentences, self.clause, topic).is_some();
        if is_ahead && is_farther() || support::is_other_time(self.clause, topic) {
            return None;
        }
        let is_deed = support::is_deed(self.clause);
        let (range, known) = place::other(self.index, self.clause, self.near, is_deed)?;
        let note = format!("place: {known} in “{}”", self.title());
        Some(self.wrong(self.item, range, note).suggest(known))
    }
}
