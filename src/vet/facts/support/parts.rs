//! Phrases of which a record must have every part: what a treaty is on, what is listed, of what sort a thing is.

use std::collections::BTreeSet;

use crate::vet::actors::Spot;
use crate::vet::clause::Clause;
use crate::vet::index::Index;
use crate::vet::matching::Match;
use crate::vet::topic::Topic;
use crate::vet::words::{Word, is_one_of};

/// Words of a run that may be compared: not quoted, no names.
struct Plain<'a> {
    words: &'a [Word],
    spots: &'a [Spot],
    /// The place of the first word in its sentence.
    first: usize,
}

/// What of its phrases a record does not have, in words.
pub(super) fn missing(
    index: &Index<'_>,
    clause: &Clause<'_>,
    topic: &Topic,
    near: &[Match<'_>],
) -> Option<String> {
    let sentence = clause.sentence;
    let here = Plain {
        words: sentence.words.get(clause.words.clone())?,
        spots: &sentence.spots,
        first: clause.words.start,
    };
    let knows = |word: &Word| topic.raw.contains(&word.stem);
    let other = here
        .subjects()
        .find(|word| !knows(word))
        .or_else(|| {
            let voices = clause.voices();
            here.listed(|word| {
                let mut others = near.iter();
                // Several of a list may be told by several records.
                knows(word)
                    || voices.contains(&word.stem)
                    || is_one_of("nothing more less else", &word.low)
                    || others.any(|one| one.topic.raw.contains(&word.stem))
            })
        })
        .or_else(|| here.other_sort(index, topic))?;
    let name = sentence.words_of(&other.range);
    Some(format!("the record does not speak of “{name}”"))
}

/// "in civil matters": what a subject is limited to.
fn is_sort(words: &[Word]) -> bool {
    let [first, _, matters, ..] = words else {
        return false;
    };
    first.low == "in" && matches!(&*matters.low, "matters" | "affairs" | "cases")
}

impl<'a> Plain<'a> {
    /// Does a word say something, and is none of a name?
    fn is_plain(&self, at: usize) -> bool {
        let word = &self.words[at];
        let mut spots = self.spots.iter();
        let is_number = word.low.starts_with(|c: char| c.is_ascii_digit());
        !word.quoted
            && !word.stem.is_empty()
            && !is_number
            && !spots.any(|spot| spot.words.contains(&(self.first + at)))
    }

    /// "a treaty on extradition": what instruments are said to be on.
    fn subjects(&self) -> impl Iterator<Item = &'a Word> + '_ {
        /// Words of what one is on.
        const MOST: usize = 5;
        const KINDS: &str = "treaty treaties memorandum memoranda mou mous agreement agreements accord accords pact \
            pacts roadmap contract contracts protocol protocols convention conventions declaration deal deals \
            document documents plan programme program arrangement";
        const ON: &str = "on about concerning regarding covering over";
        const ENDS: &str = "in with between by from at to for was were is are has have had will would that which who \
            signed concluded during after before since until as than when while";
        let starts = (0..self.words.len()).filter(move |at| {
            let next = self.words.get(at + 1);
            let is_on = next.is_some_and(|next| is_one_of(ON, &next.low) && next.mark.is_none());
            is_on && is_one_of(KINDS, &self.words[*at].low)
        });
        starts.flat_map(move |at| {
            let part = (at + 2..self.words.len()).take(MOST);
            let part = part.take_while(move |at| {
                let word = &self.words[*at];
                let ends = is_one_of(ENDS, &word.low) && !is_sort(&self.words[*at..]);
                word.mark.is_none() && !ends
            });
            part.filter(move |at| self.is_plain(*at))
                .map(move |at| &self.words[at])
        })
    }

    /// "energy, water and mines": the first part of a list that is not known, where another one is.
    fn listed(&self, knows: impl Fn(&Word) -> bool) -> Option<&'a Word> {
        let is_joint = |at: &usize| matches!(self.words[*at].low.as_str(), "and" | "or" | "nor");
        let mut joints = (1..self.words.len()).filter(is_joint);
        joints.find_map(|at| {
            let (has, odd): (Vec<&Word>, Vec<&Word>) =
                self.list(at).into_iter().partition(|word| knows(word));
            odd.first().filter(|_| !has.is_empty()).copied()
        })
    }

    /// The last words of the parts of a list around its "and", those of the last part its first.
    fn list(&self, joint: usize) -> Vec<&'a Word> {
        /// Words of a part, and parts of a list.
        const MOST: (usize, usize) = (3, 8);
        const SMALL: [&str; 5] = ["the", "a", "its", "their", "of"];
        let is_small = |at: &usize| SMALL.contains(&self.words[*at].low.as_str());
        let behind = (joint + 1..self.words.len()).find(|at| !is_small(at));
        let behind = behind.filter(|at| self.is_plain(*at));
        let mut found: Vec<&Word> = behind.map(|at| &self.words[at]).into_iter().collect();
        let mut end = joint;
        while let Some(at) = end.checked_sub(1).filter(|at| self.is_plain(*at)) {
            found.push(&self.words[at]);
            // Where the part begins, if a comma stands before it.
            let reach = end.saturating_sub(MOST.0)..end;
            let comma = reach.rev().find(|at| self.words[*at].mark == Some(','));
            match comma.filter(|_| found.len() < MOST.1) {
                Some(comma) => end = comma,
                None => break,
            }
        }
        if found.len() < 2 {
            found.clear();
        }
        found
    }

    /// Pairs of a word and the noun right behind it.
    fn pairs(&self) -> impl Iterator<Item = (&'a Word, &'a Word)> + '_ {
        let all = (1..self.words.len()).filter(move |at| {
            let is_beside = self.words[*at].mark.is_none();
            is_beside && self.is_plain(at - 1) && self.is_plain(*at)
        });
        all.map(move |at| (&self.words[at - 1], &self.words[at]))
    }

    /// "civil matters", of a record that has "criminal matters": the word for another sort of a thing of which the
    /// record names the sort.
    fn other_sort(&self, index: &Index<'_>, topic: &Topic) -> Option<&'a Word> {
        const ANY: &str = "bilateral strong close closer long good new current present latest old older certain \
            important main major chief key special whole full total common general regular official formal possible \
            potential planned proposed";
        let told = self.pairs().filter(|(sort, _)| {
            let is_degree = sort.low.ends_with("ly") || sort.low.ends_with("est");
            let is_any = is_one_of(ANY, &sort.low) || is_degree;
            !is_any && !topic.raw.contains(&sort.stem)
        });
        let told: Vec<(&Word, &Word)> = told.collect();
        if told.is_empty() {
            return None;
        }
        let sorted: BTreeSet<&str> = topic
            .read(&index.lexicon)
            .iter()
            .flat_map(|text| {
                let text = Plain {
                    words: &text.words,
                    spots: &text.spots,
                    first: 0,
                };
                let all: Vec<&str> = text.pairs().map(|(_, thing)| thing.stem.as_str()).collect();
                all
            })
            .collect();
        let mut told = told.into_iter();
        told.find(|(_, thing)| sorted.contains(thing.stem.as_str()))
            .map(|(sort, _)| sort)
    }
}
