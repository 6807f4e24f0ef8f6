//! A record that denies what a clause says, goes without it or keeps what the clause says to be left does not
//! support it.

use std::collections::BTreeSet;

use crate::extract::WordList;
use crate::vet::negation::{absent, denials, denies};
use crate::vet::topic::Read;
use crate::vet::words::{Word, is_one_of};

/// Words that leave little of what they stand before, or turn it.
static HEDGES: WordList = WordList::new(
    "without free few little less fewer hardly scarcely barely unlikely impossible unable easy easily \
    readily simply exempt denying but except other than",
);

/// What the texts of a record deny of what the words of a clause say, or the other way round; what the record
/// goes without. In words.
pub(super) fn missing(words: &[Word], read: &[Read]) -> Option<String> {
    if is_denied(words, read) {
        return Some("the record denies it".to_owned());
    }
    if is_only_denied(words, read) {
        return Some("the record does not deny it".to_owned());
    }
    if takes_side(words, read) {
        return Some("the record does not take this side".to_owned());
    }
    if is_little(words, read) {
        return Some("the record does not say that it is so little".to_owned());
    }
    if is_lacking(words, read) {
        return Some("the record has it that this is not so".to_owned());
    }
    if is_turned(words, read) {
        return Some("the record has it the other way".to_owned());
    }
    is_left(words, read).then(|| "the record does not say that it was left".to_owned())
}

/// "He defended the tanks", of what a record only tells, or tells of a mistake: has a clause a word that takes a side
/// and that no text of the record has? Past tenses are compared as verbs.
fn takes_side(words: &[Word], read: &[Read]) -> bool {
    static SIDES: WordList = WordList::new(
        "defends defend justifies justify necessary demands demand prevent prevents hinder hinders opposes \
        forget forgets unhappy sad homesick angry badly poorly poor bad worst skips avoids absent payment \
        concessions burden hostile unwelcome harmful useless reluctantly unwillingly grudgingly belatedly",
    );
    let is_hedge = |word: &Word| HEDGES.has(&word.low);
    if denies(words.iter()) || words.iter().any(is_hedge) {
        return false;
    }
    let is_known = |word: &Word| {
        let mut all = read.iter().flat_map(|text| &text.words);
        all.any(|other| other.stem == word.stem)
    };
    let mut sides = words.iter().filter(|word| SIDES.has(&word.low));
    sides.any(|word| !is_known(word))
}

/// "They contribute little", of what no text of a record makes so small; not "a little".
fn is_little(words: &[Word], read: &[Read]) -> bool {
    static SMALL: WordList = WordList::new("little few hardly scarcely barely");
    let is_small = |words: &[Word], at: usize| {
        let before = at.checked_sub(1).map_or("", |at| words[at].low.as_str());
        let is_some = matches!(
            before,
            "a" | "no" | "not" | "quite" | "how" | "too" | "the" | "so"
        );
        SMALL.has(&words[at].low) && !is_some
    };
    let has = |words: &[Word]| (0..words.len()).any(|at| is_small(words, at));
    let is_like = |text: &Read| {
        let is_small = |word: &Word| {
            matches!(
                &*word.low,
                "small" | "tiny" | "limited" | "modest" | "less" | "lesser"
            )
        };
        has(&text.words) || denies(text.words.iter()) || text.words.iter().any(is_small)
    };
    has(words) && !read.iter().any(is_like)
}

/// Does a clause deny nothing of what the statement of a record denies?
fn is_denied(words: &[Word], read: &[Read]) -> bool {
    let is_hedge = |word: &Word| HEDGES.has(&word.low);
    let Some(text) = read.first() else {
        return false;
    };
    let all = denials(text.words.iter());
    if all.is_empty() || words.iter().any(is_hedge) || denies(words.iter()) {
        return false;
    }
    let has = |stem: &&str| words.iter().any(|word| word.stem == **stem);
    all.into_iter().any(|not| {
        let next = text
            .words
            .partition_point(|word| word.range.start <= not.range.start);
        let part = text.words[next..]
            .iter()
            .enumerate()
            .take_while(|(at, word)| *at == 0 || word.mark.is_none())
            .map(|(_, word)| word.stem.as_str())
            // "At no time" is never.
            .filter(|stem| !matches!(*stem, "" | "tim"));
        let part: Vec<&str> = part.collect();
        match part.as_slice() {
            [] => false,
            [first] => has(first),
            [first, rest @ ..] => has(first) || rest.iter().all(has),
        }
    })
}

/// Does a clause deny something, and no text of the record, nor does it go without what the clause has not?
fn is_only_denied(words: &[Word], read: &[Read]) -> bool {
    let there = |text: &Read| denies(text.words.iter());
    if !denies(words.iter()) || read.iter().any(there) {
        return false;
    }
    let here = absent(words);
    let mut texts = read.iter().map(|text| &text.absent);
    !texts.any(|lacking| !lacking.is_empty() && (here.is_empty() || !lacking.is_disjoint(&here)))
}

/// Does a clause have something, neither absent nor denied there, that a record goes without? "They put tariffs
/// on goods", of goods that are free of tariffs.
fn is_lacking(words: &[Word], read: &[Read]) -> bool {
    let lacking: BTreeSet<&String> = read
        .iter()
        .flat_map(|text| &text.absent)
        .filter(|stem| *stem != "tim")
        .collect();
    if lacking.is_empty() || denies(words.iter()) {
        return false;
    }
    let here = absent(words);
    let mut stems = words.iter().map(|word| &word.stem);
    stems.any(|stem| lacking.contains(stem) && !here.contains(stem))
}

/// "They put duties on timber", of duties that were reduced: does one of the two lay a burden that the other lifts?
fn is_turned(words: &[Word], read: &[Read]) -> bool {
    let is_apart = |one: fn(&[Word]) -> bool, other: fn(&[Word]) -> bool| {
        let told = (one(words), other(words));
        let known = (
            read.iter().any(|text| one(&text.words)),
            read.iter().any(|text| other(&text.words)),
        );
        matches!(
            (told, known),
            ((true, false), (false, true)) | ((false, true), (true, false))
        )
    };
    is_apart(has_laid, has_lifted) || is_apart(is_worse, is_better)
}

/// "Tensions escalate."
fn is_worse(words: &[Word]) -> bool {
    const WORSE: &str = "escalate escalates escalated escalating escalation worsen worsens worsened worsening tense hinder \
        hinders hindered hindering hamper hampers hampered impede impedes impeded difficult \
        hard harder";
    words.iter().any(|word| is_one_of(WORSE, &word.low))
}

/// "Tensions ease."
fn is_better(words: &[Word]) -> bool {
    const BETTER: &str = "ease eases easing calm calms calmed calming subside subsides subsided relax relaxes relaxed \
        facilitate facilitates facilitated";
    words.iter().any(|word| is_one_of(BETTER, &word.low))
}

fn has_laid(words: &[Word]) -> bool {
    /// Words from "put" to "on".
    const NEAR: usize = 5;
    const LAYS: &str = "impose imposes imposed imposing levy levies levied introduce introduces introduced raise \
        raises raised hike hiked slapped tighten tightened";
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    (0..words.len()).any(|at| {
        let is_put = matches!(low(at), "put" | "puts" | "putting");
        let is_on = || (at + 1..at + NEAR).any(|at| low(at) == "on");
        is_one_of(LAYS, low(at)) || is_put && is_on()
    })
}

fn has_lifted(words: &[Word]) -> bool {
    const LIFTS: &str = "lift lifts lifted lifting remove removes removed removing removal abolish abolishes abolished \
        abolition scrap scraps scrapped waive waives waived waiver reduce reduces reduced reducing reduction cut cuts \
        cutting lower lowers lowered lowering eased suspend suspends suspended";
    words.iter().any(|word| is_one_of(LIFTS, &word.low))
}

/// Does a clause say that something was left, of which no text of the record does?
fn is_left(words: &[Word], read: &[Read]) -> bool {
    let leaves = |words: &[Word]| leaves(&words.iter().collect::<Vec<_>>()).is_some();
    leaves(words) && !read.iter().any(|text| leaves(&text.words))
}

/// The word that says that something was left: "turned away from", "gave up", "abandoned".
pub(in crate::vet::facts) fn leaves<'a>(words: &[&'a Word]) -> Option<&'a Word> {
    /// Words from a verb to "away".
    const NEAR: usize = 4;
    const LEAVES: &str = "abandon abandons abandoned abandoning renounce renounces renounced renouncing forsake \
        forsakes forsook forsaken jettisoned ditched disowned relinquished";
    const MOVES: &str = "turn turns turned turning move moves moved moving walk walks walked drift drifts drifted \
        shift shifts shifted back backed backs shy shies shied break breaks broke";
    const PARTS: &str = "break breaks broke broken breaking depart departs departed departing part parts parted \
        parting retreat retreats retreated retreating withdraw withdraws withdrew withdrawn distance distances \
        distanced distancing";
    let low = |at: usize| words.get(at).map_or("", |word| word.low.as_str());
    let at = (0..words.len()).find(|at| {
        let near = || (at + 1..at + NEAR).map(low);
        let moved = is_one_of(MOVES, low(*at)) && near().any(|low| low == "away");
        let parted = is_one_of(PARTS, low(*at)) && near().any(|low| low == "from");
        let broke = matches!(low(*at), "break" | "breaks" | "broke" | "broken")
            && matches!(low(at + 1), "with" | "off");
        let gave = matches!(low(*at), "give" | "gives" | "gave" | "given" | "giving")
            && matches!(low(at + 1), "up");
        is_one_of(LEAVES, low(*at)) || moved || parted || broke || gave
    })?;
    Some(words[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vet::words::words;

    #[test]
    fn what_is_left_is_told_by_a_verb() {
        for (text, expected) in [
            ("They turned away from the plan", true),
            ("They have long since abandoned it", true),
            ("They gave it up", false),
            ("They gave up the plan", true),
            ("They distanced themselves from it", true),
            ("They turned to the plan", false),
            ("They gave the zoo an elephant", false),
        ] {
            let read = words(text, &(0..text.len()), &[]);
            let found = leaves(&read.iter().collect::<Vec<_>>()).is_some();
            assert_eq!(found, expected, "{text}");
        }
    }
}
