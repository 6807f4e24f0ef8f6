//! What a clause denies of one of several, and what it affirms although the records deny it.

use std::collections::BTreeSet;
use std::ops::Range;

use super::NAMED;
use super::case::Case;
use crate::vet::finding::Finding;
use crate::vet::negation::{absent, denial, denied_verb, denies, needed};
use crate::vet::topic::Read;
use crate::vet::words::{Word, is_one_of};

impl Case<'_> {
    /// "Russia has given it, whereas Belarus has not": denied of somebody whom a record names.
    pub(super) fn left_out(&self) -> Option<Finding> {
        const LINKS: [&str; 6] = ["whereas", "while", "but", "and", "though", "although"];
        const VERBS: [&str; 8] = ["has", "have", "had", "did", "does", "do", "is", "was"];
        let words = &self.clause.sentence.words;
        let mut spots = self.clause.sentence.spots.iter();
        let not = spots.find_map(|spot| {
            let [verb, not, rest @ ..] = words.get(spot.words.end..self.clause.words.end)? else {
                return None;
            };
            let link = words[..spot.words.start]
                .iter()
                .rfind(|word| word.low != "the")?;
            let is_link =
                LINKS.contains(&link.low.as_str()) && self.clause.words.contains(&spot.words.start);
            let is_not = VERBS.contains(&verb.low.as_str()) && not.low == "not";
            let is_end = rest.first().is_none_or(|next| next.mark.is_some());
            let mut named = self.all.iter().filter(|one| one.score >= NAMED);
            let mut takes_part = || named.any(|one| one.topic.actors.contains(&spot.who));
            (is_link && is_not && is_end && takes_part()).then_some(not)
        })?;
        let title = self.title();
        let note = format!("negation: the dossier says that it is so: “{title}”");
        Some(self.wrong(self.item, not.range.clone(), note))
    }

    /// What a clause says to be needed of which the records do without, or the other way round.
    pub(super) fn needless(&self, words: &[Word], lacking: &BTreeSet<String>) -> Option<Finding> {
        let title = self.title();
        // "Neither of them levies a tariff"
        let is_nobody = |word: &Word| matches!(&*word.low, "neither" | "nor" | "nobody" | "none");
        if !words.iter().any(is_nobody) && !lacking.is_disjoint(&needed(words)) {
            let note = format!("negation: the dossier says that it is not needed: “{title}”");
            return Some(self.wrong(self.item, self.clause.range(), note));
        }
        let range = self.lacked(words, lacking).or_else(|| {
            let of = |near: &[Word]| matches!(&*near[2].low, "of" | "from");
            let is_held =
                |near: &&[Word]| near[0].low == "not" && near[1].low == "free" && of(near);
            let held = words
                .windows(3)
                .find(is_held)
                .filter(|_| !lacking.is_empty())?;
            Some(held[0].range.clone())
        })?;
        let note = format!("negation: the dossier says that it is so: “{title}”");
        Some(self.wrong(self.item, range, note))
    }

    /// "Without any Russian help Laos cleared the land", of "Russia helps to clear the land": what the clause says
    /// to be absent of which the record is.
    fn lacked(&self, words: &[Word], lacking: &BTreeSet<String>) -> Option<Range<usize>> {
        let title = &self.best.topic.title;
        let places = words
            .iter()
            .enumerate()
            .filter(|(_, word)| word.low == "without");
        let mut wrong = places.filter(|(at, _)| {
            let part = &words[*at..words.len().min(at + 5)];
            let nouns = absent(part);
            !nouns.is_disjoint(title) && nouns.is_disjoint(lacking)
        });
        wrong.next().map(|(_, word)| word.range.clone())
    }

    /// "few losses", "hardly a loss": does the clause leave little of what it speaks of? Not where the records
    /// have the word too: "it would be difficult", of what will "not be difficult".
    pub(super) fn is_little(&self) -> bool {
        const FEW: &str = "few little hardly scarcely barely without free less fewer unlikely whether if \
            impossible unable cannot difficult";
        let is_known = |word: &Word| {
            let mut near = self.near.iter();
            !word.stem.is_empty() && near.any(|one| one.topic.raw.contains(&word.stem))
        };
        let is_few = |word: &Word| FEW.split(' ').any(|low| low == word.low) && !is_known(word);
        // "no friends, only interests"
        self.clause
            .plain()
            .any(|word| word.low == "no" || is_few(word))
    }

    /// "He does expect major losses", where a passage has "I do not expect any major losses".
    pub(super) fn affirmed(&self) -> Option<Finding> {
        let here: Vec<&Word> = self.clause.plain().collect();
        if denies(here.iter().copied()) || self.is_little() {
            return None;
        }
        let stems: BTreeSet<&String> = here.iter().map(|word| &word.stem).collect();
        let read = || self.near.iter().flat_map(|one| self.read(one));
        let verb = read().find_map(|text| {
            let (verb, all) = denied(text)?;
            let both = all.intersection(&stems).count();
            // So many of the words denied that nothing else can be meant.
            let is_whole = both >= 2 && both == all.len();
            let is_same = is_whole || both >= 3 && 4 * both >= 3 * all.len();
            let is_so = |text: &Read| {
                let both = all.iter().filter(|stem| has(text, stem)).count();
                let is_same = both >= all.len().min(2) && has(text, &verb.stem);
                !denies(text.words.iter()) && is_same
            };
            (is_same && stems.contains(&verb.stem) && !read().any(is_so)).then_some(verb)
        })?;
        let word = here.iter().find(|word| word.stem == verb.stem)?;
        let note = format!(
            "negation: the dossier says that it is not so: “{}”",
            self.title()
        );
        Some(self.wrong(self.item, word.range.clone(), note))
    }
}

fn has(text: &Read, stem: &str) -> bool {
    text.words.iter().any(|word| word.stem == stem)
}

/// The verb that a text denies, and the stems from it on.
fn denied(text: &Read) -> Option<(&Word, BTreeSet<&String>)> {
    let not = denial(text.words.iter())?;
    let verb = denied_verb(&text.words, not)?;
    let from = text
        .words
        .partition_point(|word| word.range.start < verb.range.start);
    // "It has no coast and is reached by land": another verb is denied.
    let first = text
        .words
        .partition_point(|word| word.range.start <= not.range.start);
    let is_joint = |word: &Word| word.mark.is_some() || matches!(&*word.low, "and" | "or" | "but");
    if text.words[first.min(from)..from].iter().any(is_joint) {
        return None;
    }
    // "It cannot be reached other than by land": what is left out is so.
    let excepts =
        |word: &Word| matches!(&*word.low, "other" | "except" | "unless" | "only" | "but");
    if text.words[from..].iter().any(excepts) {
        return None;
    }
    let rest = text.words[from..].iter().enumerate();
    let all = rest.take_while(|(at, word)| *at == 0 || word.mark.is_none());
    let stems = all
        .map(|(_, word)| &word.stem)
        .filter(|stem| !stem.is_empty());
    Some((verb, stems.collect()))
}

/// "She did not herself call it one": what others say is not denied.
pub(super) fn is_of_oneself(words: &[Word], denial: &Word) -> bool {
    let at = words.partition_point(|one| one.range.start <= denial.range.start);
    let oneself = words.get(at).map_or("", |word| word.low.as_str());
    is_one_of("himself herself itself themselves personally", oneself)
}
