//! How far a clause says that something has come, or that it has not: compared with the records.

use std::collections::BTreeSet;
use std::ops::Range;

use super::case::Case;
use super::denied::is_of_oneself;
use crate::vet::facts::{fits, support};
use crate::vet::finding::Finding;
use crate::vet::matching::Match;
use crate::vet::negation::{
    absent, denial, denials, denied_part, denied_verb, denies, denies_deed, in_relative, span,
};
use crate::vet::segments::denied_stems;
use crate::vet::stage::{self, Stage};
use crate::vet::talk;
use crate::vet::topic::Read;
use crate::vet::ways::ways;
use crate::vet::words::{Word, is_one_of};

impl Case<'_> {
    pub(super) fn denied(&self) -> Option<Finding> {
        let words: Vec<_> = self.clause.plain().cloned().collect();
        let lacking: BTreeSet<String> = self
            .near
            .iter()
            .flat_map(|one| self.read(one))
            .flat_map(|text| text.absent.iter().cloned())
            .collect();
        if let Some(finding) = self.needless(&words, &lacking) {
            return Some(finding);
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
        let mut all = denials(words.iter()).into_iter();
        let here = all.find(|word| self.is_of_matter(&words, word));
        let there = |one: &&Match<'_>| {
            let read = self.read(one);
            read.iter()
                .take(2)
                .any(|text| denies_but_ease(text, &words))
                || read.iter().any(|text| has_denied(text, &words))
        };
        match here {
            Some(_) if support::names_others(self.index, self.clause, self.best.topic) => None,
            Some(_) if fits::names_outsider(self.index, self.clause, self.best.topic) => None,
            Some(word) if is_of_oneself(&words, word) => None,
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
                    self.wrong(self.item, span(&words, word), note)
                })
            }
            None => self.taken_for_so(&words),
            _ => None,
        }
    }

    /// What a clause denies nothing of, although every record does.
    fn taken_for_so(&self, words: &[Word]) -> Option<Finding> {
        let mut near = self.near.iter();
        let all = near.all(|one| {
            let mut read = self.read(one).iter().take(1);
            read.any(|text| self.denied_there(text) && denies_but_ease(text, words))
        });
        (all && self.best.score >= 0.6 && !self.is_little()).then(|| {
            let title = self.title();
            let note = format!("negation: the dossier says that it is not so: “{title}”");
            self.wrong(self.item, self.affirming(words), note)
        })
    }

    /// The word of a clause that the record denies; the clause, where it is none of its words.
    fn affirming(&self, words: &[Word]) -> Range<usize> {
        let texts = self.read(self.best).iter();
        let denied: Vec<&String> = texts
            .flat_map(|text| denied_stems(&text.words))
            .flatten()
            .collect();
        let word = words.iter().find(|word| denied.contains(&&word.stem));
        word.map_or_else(|| self.clause.range(), |word| word.range.clone())
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
        let behind = words
            .iter()
            .filter(|word| word.range.start > denial.range.start);
        let mut talks = behind.filter(|word| matches!(word.stem.as_str(), "trial" | "discuss"));
        let is_talking = |word: &Word| {
            let low = word.low.as_str();
            matches!(
                low,
                "touch"
                    | "touched"
                    | "discuss"
                    | "discussed"
                    | "talk"
                    | "cover"
                    | "raise"
                    | "speak"
            )
        };
        let is_talk = self.is_of_talks();
        let is_spoken = verb.is_some_and(is_talking);
        // "She did not speak of the gift", which was given.
        if is_spoken && !is_talk {
            return false;
        }
        let is_of_talk = talks.any(|word| self.best.topic.title.contains(&word.stem)) || is_spoken;
        !is_aside && self.is_about(denied_part(words, denial), verb, is_of_talk)
    }

    /// Is the best record one of talks?
    fn is_of_talks(&self) -> bool {
        const TALKS: [&str; 3] = ["discuss", "meet", "trial"];
        let topic = self.best.topic;
        topic.is_talk || TALKS.iter().any(|stem| topic.title.contains(*stem))
    }

    /// Does a text of a record deny what the clause speaks of? "Laos has no coast and is reached by land"
    /// does not deny how it is reached.
    fn denied_there(&self, text: &Read) -> bool {
        const LITTLE: &str = "much any great undue a";
        let Some(word) = denial(text.words.iter()) else {
            return false;
        };
        let at = text
            .words
            .partition_point(|one| one.range.start < word.range.start);
        // "at no time" is never.
        let before = at.checked_sub(1).map(|at| text.words[at].low.as_str());
        let is_never = matches!(before, Some("at" | "in" | "by" | "under"));
        let without = word.low == "without";
        let mut behind = text.words.get(at + 1..).unwrap_or_default().iter();
        let noun = behind.find(|word| !without || !is_one_of(LITTLE, &word.low));
        let noun = noun.filter(|_| without || word.low == "no" && !is_never);
        let is_here = |stem: &String| self.clause.plain().any(|word| word.stem == *stem);
        let denied = denied_stems(&text.words);
        let is_denied = || denied.is_empty() || denied.iter().flatten().any(|stem| is_here(stem));
        noun.map_or_else(is_denied, |noun| is_here(&noun.stem))
    }

    /// Do the records know most of the words around one that denies? "The danger has not passed, for …"
    /// denies nothing of what comes behind; and what was only talked about may well not be built.
    /// `is_of_talk`: is it the talk itself that is denied? "No trials have begun."
    fn is_about<'w>(
        &self,
        words: impl Iterator<Item = &'w Word>,
        verb: Option<&Word>,
        is_of_talk: bool,
    ) -> bool {
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
        let is_other_deed = verb.is_some_and(|verb| !best.title.contains(&verb.stem));
        if best.is_talk && is_other_deed && !is_of_talk {
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
        let all = words;
        let behind = words.partition_point(|one| one.range.start <= word.range.start);
        let words = &words[behind..];
        let stated = stage::stated(words);
        let is_plan = stated.is_none() && talk::is_talk(words);
        // "The animals will not live in a zoo", of what is planned.
        let before = behind.checked_sub(2).map(|at| all[at].low.as_str());
        let is_will = matches!(before, Some("will" | "would")) || word.low == "won't";
        if own == Stage::Ahead && is_will && self.is_of_matter(all, word) {
            return Some(word);
        }
        let outs = ["rul", "reject", "refus"];
        let is_out = outs.iter().any(|start| word.low.starts_with(start));
        (is_plan || is_out || stated == Some(own)).then_some(word)
    }

    pub(super) fn status(&self) -> Option<Finding> {
        let told = self.staged();
        if self.is_audience(&told) {
            return None;
        }
        let words = stage::of_main(told);
        if denies(words.iter()) || is_likeness(&words) || comes_up(&words) {
            return None;
        }
        let is_known = |word: &Word| {
            self.near
                .iter()
                .any(|one| one.topic.raw.contains(&word.stem))
        };
        let stated = stage::of_matter(&words, is_known).stage?;
        let own = self.best.topic.stage?;
        if self.is_another(own, stated) {
            return None;
        }
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
        let may = |word: &Word| word.low == "may" && !word.is_month() || word.low == "could";
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
        let is_only_talk = stated >= Stage::Done && self.is_only_talk(&words);
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

/// "It may be the same paper as …": what something is like tells of no stage.
fn is_likeness(words: &[Word]) -> bool {
    let is_be = |word: &Word| matches!(word.low.as_str(), "be" | "is" | "are" | "was" | "were");
    let mut near = words.windows(3);
    near.any(|near| is_be(&near[0]) && near[1].low == "the" && near[2].low == "same")
}

/// Is it a verb of what somebody thinks, which tells nothing of the matter?
fn is_expecting(low: &str) -> bool {
    const EXPECTING: &str = "expect expects expected think thinks believe believes foresee foresees consider \
        considered considers regarded reckoned deemed viewed counted ranked rated";
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

/// Does a text deny anything but that something is hard? "Relations will not be difficult to restore" affirms.
fn denies_but_ease(text: &Read, words: &[Word]) -> bool {
    let is_hard = |stems: &Vec<&String>| {
        let stem = stems.first().map_or("", |stem| stem.as_str());
        let is_here = words.iter().any(|word| word.stem == stem);
        matches!(stem, "diffic" | "hard" | "imposs" | "troubl" | "problem") && !is_here
    };
    let denied = denied_stems(&text.words);
    denied.is_empty() && denied_in(text) || denied.iter().any(|stems| !is_hard(stems))
}

/// Does a text deny what a run of words speaks of?
fn has_denied(text: &Read, words: &[Word]) -> bool {
    let denied = denied_stems(&text.words);
    let has = |stem: &String| words.iter().any(|word| word.stem == *stem);
    denied
        .iter()
        .any(|stems| stems.first().is_some_and(|stem| has(stem)))
}

fn denied_in(text: &Read) -> bool {
    denies(text.words.iter())
}

/// "That the matter came up is a guess": is it told how far the talk of something came?
fn comes_up(words: &[Word]) -> bool {
    let mut pairs = words.windows(2);
    pairs.any(|pair| {
        matches!(&*pair[0].low, "came" | "come" | "comes" | "coming") && pair[1].low == "up"
    })
}
