//! One clause: who takes part, how far it has come, whether it is denied, which way it goes.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{numbers, place, support};
use crate::dossier::Kind;
use crate::vet::clause::Clause;
use crate::vet::contest;
use crate::vet::direction::{self, Act, acts, against, shares};
use crate::vet::finding::{Finding, Item, Verdict};
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::negation::{absent, denial, denies, needed};
use crate::vet::parties;
use crate::vet::sentence::Sentences;
use crate::vet::stage::{self, Stage};
use crate::vet::talk;
use crate::vet::topic::Read;
use crate::vet::words::Word;

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
    if best.score < NAMED {
        return Vec::new();
    }
    let near: Vec<Match<'_>> = matches
        .iter()
        .filter(|one| one.score >= best.score * BESIDE)
        .copied()
        .collect();
    if !copied {
        let case = Case {
            index,
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
    let says_all =
        |one: &&Match<'_>| copied || support::missing(index, sentences, clause, one).is_none();
    let named = near.iter().filter(|one| one.score >= NAMED);
    let Some(says) = named.clone().find(says_all).filter(|_| is_told || copied) else {
        let finding = Finding::new(item, Verdict::NotInTheDossier, clause.range());
        let why = support::missing(index, sentences, clause, best);
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
        clause,
        best,
        near: &near,
        all: &near,
        item: Item::Agreement,
    };
    let checks = [case.denied(), case.status()];
    checks.into_iter().flatten().collect()
}

struct Case<'a> {
    index: &'a Index<'a>,
    clause: &'a Clause<'a>,
    best: &'a Match<'a>,
    near: &'a [Match<'a>],
    all: &'a [Match<'a>],
    item: Item,
}

impl Case<'_> {
    fn accused(&self) -> Vec<Finding> {
        let checks = [
            self.stranger().or_else(|| self.unknown_body()),
            self.way(),
            self.denied(),
            self.status(),
            self.turned(),
            self.elsewhere(),
            numbers::check(self.index, self.clause, self.near, self.item),
        ];
        checks.into_iter().flatten().collect()
    }

    fn wrong(&self, item: Item, range: Range<usize>, note: String) -> Finding {
        Finding::new(item, Verdict::Contradicted, range)
            .of(self.best.topic.record)
            .note(note)
    }

    fn read<'b>(&self, one: &Match<'b>) -> &'b [Read] {
        one.topic.read(&self.index.lexicon)
    }

    fn title(&self) -> String {
        self.index.dossier.title(self.best.topic.record)
    }

    fn stranger(&self) -> Option<Finding> {
        let spot = parties::stranger(self.index, self.clause, self.all)?;
        let words = &self.clause.sentence.words[spot.words.clone()];
        let range = words.first()?.range.start..words.last()?.range.end;
        let name = self.index.name(spot.who);
        let known: Vec<_> = self
            .best
            .topic
            .actors
            .iter()
            .map(|who| self.index.name(*who))
            .collect();
        let mut known = known;
        known.sort();
        known.truncate(5);
        let known = match known.as_slice() {
            [] => String::new(),
            known => format!("; who does: {}", known.join(", ")),
        };
        let note = format!("party: {name} takes no part in “{}”{known}", self.title());
        Some(self.wrong(self.item, range, note))
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

    /// A way from one place to another that the records tell the other way round.
    fn way(&self) -> Option<Finding> {
        let sentence = self.clause.sentence;
        let words = sentence.words.get(self.clause.words.clone())?;
        let told = direction::ways(words);
        if told.is_empty() {
            return None;
        }
        let strings = self.near.iter().flat_map(|one| self.read(one));
        let known: Vec<_> = strings
            .flat_map(|text| direction::ways(&text.words))
            .collect();
        let (_, _, at) = told.into_iter().find(|(from, to, _)| {
            let same = known.iter().any(|(a, b, _)| a == from && b == to);
            !same && known.iter().any(|(a, b, _)| a == to && b == from)
        })?;
        let note = format!("direction: the other way round in “{}”", self.title());
        Some(self.wrong(Item::Direction, words[at].range.clone(), note))
    }

    fn denied(&self) -> Option<Finding> {
        let words: Vec<_> = self.clause.plain().cloned().collect();
        let lacking = self.near.iter().flat_map(|one| self.read(one));
        let lacking: BTreeSet<String> = lacking.flat_map(|text| absent(&text.words)).collect();
        if !lacking.is_disjoint(&needed(&words)) {
            let title = self.title();
            let note = format!("negation: the dossier says that it is not needed: “{title}”");
            return Some(self.wrong(self.item, self.clause.range(), note));
        }
        // "need no visa" is what "visa-free" says.
        if !lacking.is_disjoint(&absent(&words)) {
            return None;
        }
        let here = denial(words.iter());
        let there = |one: &&Match<'_>| self.read(one).iter().take(2).any(denied_in);
        match here {
            Some(word) if !self.near.iter().any(|one| there(&one)) => {
                let held = |stage: Option<Stage>| stage.is_none_or(|stage| stage >= Stage::Done);
                let is_so =
                    held(self.best.topic.stage) && self.best.topic.stage != Some(Stage::Over);
                let pending = matches!(stage::stated(&words), Some(Stage::InForce))
                    && self.best.topic.stage == Some(Stage::Done);
                (is_so && !pending).then(|| {
                    let note = format!(
                        "negation: the dossier says that it is so: “{}”",
                        self.title()
                    );
                    self.wrong(self.item, word.range.clone(), note)
                })
            }
            None => {
                let all = self
                    .near
                    .iter()
                    .all(|one| self.read(one).first().is_some_and(denied_in));
                (all && self.best.score >= 0.6).then(|| {
                    let note = format!(
                        "negation: the dossier says that it is not so: “{}”",
                        self.title()
                    );
                    self.wrong(self.item, self.clause.range(), note)
                })
            }
            _ => None,
        }
    }

    fn status(&self) -> Option<Finding> {
        let words: Vec<_> = self.clause.plain().cloned().collect();
        if denies(words.iter()) {
            return None;
        }
        // "It may be the same paper as …" tells of no stage.
        if words.iter().any(|word| word.low == "same") {
            return None;
        }
        let is_known = |word: &Word| {
            self.near
                .iter()
                .any(|one| one.topic.raw.contains(&word.stem))
        };
        let told = stage::told(&words, is_known).stage?;
        let own = self.best.topic.stage?;
        let is_talk = talk::is_talk(&words) || talk::is_meeting(&words);
        let only_talk = |one: &Match<'_>| one.topic.is_talk && told >= Stage::Done && !is_talk;
        // What is in force gives a permission: "they may stay for 30 days".
        let may = |word: &Word| matches!(word.low.as_str(), "may" | "could");
        if own == Stage::InForce && told == Stage::Open && words.iter().any(may) {
            return None;
        }
        let says = |one: &&Match<'_>| {
            let own = one.topic.stage.is_some_and(|stage| agree(told, stage));
            own || self
                .read(one)
                .iter()
                .any(|text| stage::stated(&text.words).is_some_and(|stage| agree(told, stage)))
        };
        let has_all = |one: &&Match<'_>| self.names(one);
        let mut speak = self.near.iter().filter(has_all);
        let says_so = speak.any(|one| says(&one) && !only_talk(one));
        let own = if only_talk(self.best) {
            Stage::Open
        } else {
            own
        };
        if (says_so || agree(told, own)) && !self.is_only_talk(&words) {
            return None;
        }
        let note = format!(
            "status: {}, not {}: “{}”",
            own.words(),
            told.words(),
            self.title()
        );
        Some(self.wrong(self.item, self.clause.range(), note))
    }

    /// Does a record know everybody whom the clause names? Another one with such a title is not meant.
    fn names(&self, one: &Match<'_>) -> bool {
        let sentence = self.clause.sentence;
        let here = sentence.spots.iter();
        let mut here = here.filter(|spot| self.clause.words.contains(&spot.words.start));
        one.topic.record == self.best.topic.record
            || here.all(|spot| one.topic.actors.contains(&spot.who))
    }

    /// Does the clause say that something was agreed of which the record only says that it was talked
    /// about?
    fn is_only_talk(&self, words: &[Word]) -> bool {
        const AGREED: [&str; 9] = [
            "agreed",
            "signed",
            "concluded",
            "approved",
            "adopted",
            "settled",
            "finalised",
            "finalized",
            "ratified",
        ];
        let agreed = |word: &Word| AGREED.contains(&word.low.as_str());
        let strings = || self.near.iter().flat_map(|one| self.read(one));
        let talk = |text: &Read| stage::stated(&text.words) == Some(Stage::Open);
        words.iter().any(agreed)
            && self.read(self.best).iter().any(talk)
            && !strings().any(|text| text.words.iter().any(agreed))
    }

    /// A place that is not the one of the record.
    fn elsewhere(&self) -> Option<Finding> {
        let is_deed = support::is_deed(self.clause);
        let (range, known) = place::other(self.index, self.clause, self.near, is_deed)?;
        let note = format!("place: {known} in “{}”", self.title());
        Some(self.wrong(self.item, range, note).suggest(known))
    }

    /// Somebody does to another what the other did.
    fn turned(&self) -> Option<Finding> {
        let sentence = self.clause.sentence;
        let told = acts(
            self.index,
            &sentence.words,
            &sentence.spots,
            self.clause.words.clone(),
        );
        if told.is_empty() {
            return None;
        }
        let known: Vec<Act> = self
            .near
            .iter()
            .flat_map(|one| self.read(one))
            .flat_map(|text| acts(self.index, &text.words, &text.spots, 0..text.words.len()))
            .collect();
        let wrong = told.iter().find(|act| {
            let same: Vec<&Act> = known
                .iter()
                .filter(|other| other.deed == act.deed)
                .collect();
            let fits = |other: &&&Act| !against(act, other);
            same.iter().any(|other| against(act, other))
                && !same.iter().any(|other| fits(&other) && shares(act, other))
        })?;
        let word = &sentence.words[wrong.at];
        let note = format!("direction: the other way round in “{}”", self.title());
        Some(self.wrong(Item::Direction, word.range.clone(), note))
    }
}

/// Does a stage that a text tells go with that of a record?
fn agree(told: Stage, own: Stage) -> bool {
    match (told, own) {
        // What is in force was agreed upon once.
        (Stage::Done, Stage::InForce) => true,
        (told, own) => told == own,
    }
}

fn denied_in(text: &Read) -> bool {
    denies(text.words.iter())
}
