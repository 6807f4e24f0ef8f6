//! How far a clause says that something has come, or that it has not: compared with the records.

use std::collections::BTreeSet;

use super::case::Case;
use crate::contested::FindingKind;
use crate::vet::facts::support;
use crate::vet::figures::is_careful;
use crate::vet::finding::{Finding, Verdict};
use crate::vet::matching::Match;
use crate::vet::negation::{
    absent, denial, denied_part, denied_verb, denies, denies_deed, in_relative, needed,
};
use crate::vet::stage::{self, Stage};
use crate::vet::talk;
use crate::vet::topic::Read;
use crate::vet::ways::ways;
use crate::vet::words::Word;

impl Case<'_> {
    pub(super) fn denied(&self) -> Option<Finding> {
        let words: Vec<_> = self.clause.plain().cloned().collect();
        let lacking: BTreeSet<String> = self
            .near
            .iter()
            .flat_map(|one| self.read(one))
            .flat_map(|text| absent(&text.words))
            .collect();
        if !lacking.is_disjoint(&needed(&words)) {
            let title = self.title();
            let note = format!("negation: the dossier says that it is not needed: “{title}”");
            return Some(self.wrong(self.item, self.clause.range(), note));
        }
        // "need no visa" is what "visa-free" says.
        if !lacking.is_disjoint(&absent(&words)) && !denies_deed(&words) {
            return None;
        }
        if let Some(word) = self.denied_plan(&words) {
            let note = format!(
                "negation: the dossier says that it is {}: “{}”",
                self.best.topic.stage.map_or("so", Stage::words),
                self.title()
            );
            return Some(self.wrong(self.item, word.range.clone(), note));
        }
        let here = denial(words.iter()).filter(|word| self.is_of_matter(&words, word));
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
                let mut near = self.near.iter();
                let all = near.all(|one| {
                    self.read(one)
                        .first()
                        .is_some_and(|text| self.denied_there(text))
                });
                (all && self.best.score >= 0.6 && !self.is_little()).then(|| {
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

    /// Does a word deny what the records tell?
    fn is_of_matter(&self, words: &[Word], denial: &Word) -> bool {
        let verb = denied_verb(words, denial).filter(|verb| !is_expecting(&verb.low));
        let is_known = |verb: &Word| {
            let mut near = self.near.iter();
            near.any(|one| one.topic.raw.contains(&verb.stem))
        };
        // "energy that does not harm anybody": denied of the energy alone.
        let is_aside = in_relative(words, denial) && verb.is_some_and(|verb| !is_known(verb));
        !is_aside && self.is_about(denied_part(words, denial), verb)
    }

    /// Does a text of a record deny what the clause speaks of? "Laos has no coast and is reached by land"
    /// does not deny how it is reached.
    fn denied_there(&self, text: &Read) -> bool {
        let Some(word) = denial(text.words.iter()) else {
            return false;
        };
        let at = text
            .words
            .partition_point(|one| one.range.start < word.range.start);
        // "at no time" is never.
        let before = at.checked_sub(1).map(|at| text.words[at].low.as_str());
        let is_never = matches!(before, Some("at" | "in" | "by" | "under"));
        let noun = text.words.get(at + 1);
        let noun = noun.filter(|_| word.low == "no" && !is_never);
        let is_here = |noun: &Word| self.clause.plain().any(|word| word.stem == noun.stem);
        noun.is_none_or(is_here)
    }

    /// Do the records know most of the words around one that denies? "The danger has not passed, for …"
    /// denies nothing of what comes behind; and what was only talked about may well not be built.
    fn is_about<'w>(&self, words: impl Iterator<Item = &'w Word>, verb: Option<&Word>) -> bool {
        /// Words of the time of a denial: "so far", "to date".
        const UNTIL: [&str; 3] = ["far", "ever", "date"];
        let stems: BTreeSet<&String> = words
            .filter(|word| !UNTIL.contains(&word.low.as_str()) && !is_expecting(&word.low))
            .map(|word| &word.stem)
            .filter(|stem| !stem.is_empty())
            .collect();
        let is_known = |stem: &&String| {
            let mut near = self.near.iter();
            near.any(|one| one.topic.raw.contains(*stem))
        };
        let best = self.best.topic;
        if best.is_talk && verb.is_some_and(|verb| !best.title.contains(&verb.stem)) {
            return false;
        }
        let is_other = verb.is_some_and(|verb| !is_known(&&verb.stem));
        let least = if is_other { 2 } else { 1 };
        let (known, other): (Vec<_>, Vec<_>) = stems.into_iter().partition(is_known);
        known.len() > least * other.len() || other.is_empty()
    }

    /// "It is not being considered", of what the records call under discussion: the word that denies.
    fn denied_plan<'w>(&self, words: &'w [Word]) -> Option<&'w Word> {
        let own = self
            .best
            .topic
            .stage
            .filter(|stage| *stage <= Stage::Ahead)?;
        let word = denial(words.iter())?;
        let behind = words.partition_point(|one| one.range.start <= word.range.start);
        let words = &words[behind..];
        let stated = stage::stated(words);
        let is_plan = stated.is_none() && talk::is_talk(words);
        let outs = ["rul", "reject", "refus"];
        let is_out = outs.iter().any(|start| word.low.starts_with(start));
        (is_plan || is_out || stated == Some(own)).then_some(word)
    }

    pub(super) fn status(&self) -> Option<Finding> {
        let words = stage::of_main(self.clause.plain().cloned().collect());
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
        let stated = stage::of_matter(&words, is_known).stage?;
        let own = self.best.topic.stage?;
        // "Growth of 4 % was expected": the figure is ahead, and is compared as such.
        if stated == Stage::Ahead && self.has_forecast() {
            return None;
        }
        // "Ships would go by …": of what is only planned or talked about.
        let would = words.iter().any(|word| word.low == "would");
        if would && own <= Stage::Ahead && stated <= Stage::Ahead {
            return None;
        }
        let is_talk = talk::is_talk(&words) || talk::is_meeting(&words);
        let only_talk = |one: &Match<'_>| one.topic.is_talk && stated >= Stage::Done && !is_talk;
        // What is in force gives a permission: "they may stay for 30 days".
        let may = |word: &Word| matches!(word.low.as_str(), "may" | "could");
        if own == Stage::InForce && stated == Stage::Open && words.iter().any(may) {
            return None;
        }
        let is_already = words.iter().any(|word| word.low == "already");
        let says = |one: &&Match<'_>| {
            let own = one.topic.stage.is_some_and(|stage| agree(stated, stage));
            let is_ahead = one.topic.stage.is_some_and(|stage| stage <= Stage::Ahead);
            own || !(is_already && is_ahead)
                && self.read(one).iter().any(|text| {
                    stage::stated(&text.words).is_some_and(|stage| agree(stated, stage))
                })
        };
        let has_all = |one: &&Match<'_>| self.names(one);
        let mut speak = self.near.iter().filter(has_all);
        let says_so = speak.any(|one| says(&one) && !only_talk(one));
        let is_only_talk = self.is_only_talk(&words);
        let own = if only_talk(self.best) || is_only_talk {
            Stage::Open
        } else {
            own
        };
        if (says_so || agree(stated, own)) && !is_only_talk {
            return self.completed(&words);
        }
        let note = format!(
            "status: {}, not {}: “{}”",
            own.words(),
            stated.words(),
            self.title()
        );
        Some(self.wrong(self.item, self.clause.range(), note))
    }

    /// Does the clause give a figure that it calls a forecast?
    fn has_forecast(&self) -> bool {
        let range = self.clause.range();
        let mut amounts = self.clause.sentence.amounts.iter();
        amounts.any(|amount| {
            let is_here = range.contains(&amount.range.start);
            is_here && is_careful(self.clause.sentence, &amount.range)
        })
    }

    /// "have stopped investing", of what the record says that it goes on.
    pub(super) fn ended(&self) -> Option<Finding> {
        const STOPPED: [&str; 9] = [
            "stopped",
            "ceased",
            "halted",
            "discontinued",
            "quit",
            "ended",
            "stop",
            "ceases",
            "stops",
        ];
        let goes_on = self.best.topic.is_ongoing || self.best.topic.stage == Some(Stage::InForce);
        goes_on.then_some(())?;
        let is_stop = |word: &Word| STOPPED.contains(&word.low.as_str());
        let word = self.clause.plain().find(|word| is_stop(word))?;
        let mut read = self.near.iter().flat_map(|one| self.read(one));
        let is_known = read.any(|text| text.words.iter().any(is_stop));
        if is_known || denies(self.clause.plain()) {
            return None;
        }
        let note = format!("status: still going on: “{}”", self.title());
        Some(self.wrong(self.item, word.range.clone(), note))
    }

    /// "It is still in force", of an agreement whose period has passed.
    pub(super) fn lapsed(&self) -> Option<Finding> {
        const STILL: &str = "still today now currently nowadays remains continues presently";
        const RUNS: &str =
            "running runs force effect valid operation applies apply place going continues under";
        const PAST: &str = "was were had until ran then";
        let has = |list: &str| {
            let mut words = self.clause.plain();
            words.any(|word| list.split(' ').any(|low| low == word.low))
        };
        let record = self.best.topic.record;
        let mut contests = self
            .index
            .contests
            .of(record)
            .flat_map(|(one, _)| &one.findings);
        let passed = contests.find(|one| one.kind == FindingKind::Horizon)?;
        if !has(STILL) || !has(RUNS) || has(PAST) || denies(self.clause.plain()) {
            return None;
        }
        let note = format!("{}: {}", passed.verdict, self.title());
        let finding = Finding::new(self.item, Verdict::Outdated, self.clause.range());
        Some(finding.of(record).note(note))
    }

    /// Something said to be finished, of which the record says that it goes on.
    fn completed(&self, words: &[Word]) -> Option<Finding> {
        const COMPLETED: &str = "completed finished ended concluded";
        let is_end = |word: &Word| COMPLETED.split(' ').any(|end| end == word.low);
        let word = words.iter().find(|word| is_end(word))?;
        let is_known = |one: &Match<'_>| {
            let mut read = self.read(one).iter();
            !one.topic.is_ongoing || read.any(|text| text.words.iter().any(is_end))
        };
        if self.near.iter().any(is_known) {
            return None;
        }
        let note = format!("status: still going on: “{}”", self.title());
        Some(self.wrong(self.item, word.range.clone(), note))
    }

    /// Does a record know everybody whom the clause names, and the way from one place to another that the
    /// clause and the best record have? Another one with such a title is not meant.
    fn names(&self, one: &Match<'_>) -> bool {
        let sentence = self.clause.sentence;
        let ends = |text: &[Word]| -> Vec<(String, String)> {
            let all = ways(text).into_iter();
            all.map(|(from, to, _)| (from, to)).collect()
        };
        let told = sentence.words.get(self.clause.words.clone());
        let told = told.map_or_else(Vec::new, ends);
        let has_way = |one: &Match<'_>| {
            let mut read = self.read(one).iter();
            read.any(|text| ends(&text.words).iter().any(|way| told.contains(way)))
        };
        if has_way(self.best) && !has_way(one) {
            return false;
        }
        let mut here = sentence
            .spots
            .iter()
            .filter(|spot| self.clause.words.contains(&spot.words.start));
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
        // Another instrument is not what was talked about.
        support::instrument_missing(self.clause, self.best.topic).is_none()
            && words.iter().any(agreed)
            && self.read(self.best).iter().any(talk)
            && !strings().any(|text| text.words.iter().any(agreed))
    }
}

/// Is it a verb of what somebody thinks, which tells nothing of the matter?
fn is_expecting(low: &str) -> bool {
    const EXPECTING: &str =
        "expect expects expected think thinks believe believes foresee foresees";
    EXPECTING.split(' ').any(|verb| verb == low)
}

/// Does a stage that a text tells go with that of a record?
fn agree(stated: Stage, own: Stage) -> bool {
    match (stated, own) {
        // What is in force was agreed upon once.
        (Stage::Done, Stage::InForce) => true,
        (stated, own) => stated == own,
    }
}

fn denied_in(text: &Read) -> bool {
    denies(text.words.iter())
}
