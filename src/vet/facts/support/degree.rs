//! How often, how much and how many of them: what a clause says of that must be in its record.

use crate::dossier::spelled::small;
use crate::extract::WordList;
use crate::vet::topic::Read;
use crate::vet::words::{Word, is_one_of, stem};

/// Words of degree, a line a meaning: a record that has one of a line says the others too.
const DEGREES: [&str; 7] = [
    "rarely seldom occasionally infrequently sporadically intermittently",
    "twice thrice double",
    "briefly temporarily short brief temporary",
    "slightly marginally fractionally little slight",
    "half halves",
    "least fewest",
    "barely hardly scarcely",
];

static ALL: WordList = WordList::new(
    "rarely seldom occasionally infrequently sporadically intermittently twice thrice briefly temporarily slightly \
    marginally fractionally half least fewest barely",
);

/// What a clause says otherwise than any text of a record, in words.
pub(super) fn missing(words: &[Word], read: &[Read]) -> Option<String> {
    let has = |known: &dyn Fn(&Word) -> bool| {
        let mut all = read.iter().flat_map(|text| &text.words);
        all.any(known)
    };
    let other = (0..words.len()).find(|at| {
        let word = &words[*at];
        let meaning = || DEGREES.iter().find(|line| is_one_of(line, &word.low));
        if is_degree(words, *at) {
            return !has(&|known| meaning().is_some_and(|line| is_one_of(line, &known.low)));
        }
        if let Some(number) = count(words, *at) {
            let is_thing = |known: &Word| known.stem == words[at + 1].stem;
            let digits = number.to_string();
            return has(&is_thing) && !has(&|known| known.low == word.low || known.low == digits);
        }
        if is_only(words, *at) {
            return !has(&|known| {
                is_one_of("only sole solely alone just exclusively single", &known.low)
            });
        }
        if is_every(words, *at) {
            return !has(&|known| is_one_of("every each all always any", &known.low));
        }
        if is_last(words, *at) {
            return !has(&|known| is_one_of("last final ultimate", &known.low));
        }
        is_superlative(words, *at) && !has(&|known| known.low == word.low)
    })?;
    Some(format!("the record does not say “{}”", words[other].low))
}

/// "rarely", "half of the goods"; not "at least", "the first half".
fn is_degree(words: &[Word], at: usize) -> bool {
    let word = &words[at];
    if word.quoted || !ALL.has(&word.low) {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |at| words[at].low.as_str());
    let next = words.get(at + 1).map_or("", |word| word.low.as_str());
    match word.low.as_str() {
        "least" => !matches!(before, "at" | "not"),
        "half" => {
            matches!(next, "of" | "the" | "its" | "their")
                && !is_one_of("first second latter other", before)
        }
        _ => true,
    }
}

/// "four letters": how many of a thing there are; not "the two sides", of which everybody knows how many.
fn count(words: &[Word], at: usize) -> Option<usize> {
    let number = small(&words[at].low).filter(|number| *number > 1)?;
    let next = words
        .get(at + 1)
        .filter(|next| next.mark.is_none() && !next.stem.is_empty())?;
    let before = at.checked_sub(1).map_or("", |at| words[at].low.as_str());
    let is_known = is_one_of("the these those all its their both", before);
    (!is_known && next.low.ends_with('s')).then(|| usize::try_from(number).ok())?
}

/// "only two", "only Russia", "Only the banks": what comes before a number or a name.
fn is_only(words: &[Word], at: usize) -> bool {
    let the = usize::from(words.get(at + 1).is_some_and(|word| word.low == "the"));
    let Some(next) = words.get(at + 1 + the).filter(|_| words[at].low == "only") else {
        return false;
    };
    let is_number = next.low == "half"
        || small(&next.low).is_some()
        || next.low.starts_with(|c: char| c.is_ascii_digit());
    let before = at.checked_sub(1).map_or("", |at| words[at].low.as_str());
    next.mark.is_none() && (is_number || next.capital) && before != "not"
}

/// "every meeting", but not "every two years", which is compared as such.
fn is_every(words: &[Word], at: usize) -> bool {
    const TIMES: &str =
        "year years month months week weeks day days single other now few two three four five one";
    let next = words.get(at + 1).map_or("", |word| word.low.as_str());
    words[at].low == "every" && !next.is_empty() && !is_one_of(TIMES, next)
}

/// "was the last one", "is the last of them".
fn is_last(words: &[Word], at: usize) -> bool {
    let low = |back: usize| at.checked_sub(back).map_or("", |at| words[at].low.as_str());
    words[at].low == "last" && low(1) == "the" && is_one_of("is was are were be been", low(2))
}

/// "the cheapest", "one of the poorest": a superlative of a word that says something.
fn is_superlative(words: &[Word], at: usize) -> bool {
    const NONE: &str = "latest interest forest request protest harvest invest suggest rest east west test guest best \
        contest conquest honest modest";
    let low = words[at].low.as_str();
    let the = at.checked_sub(1).is_some_and(|at| words[at].low == "the");
    let is_long = low.len() > 5 && low.ends_with("est");
    the && is_long && !is_one_of(NONE, low) && !words[at].capital && !stem(low).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vet::words::words;

    #[test]
    fn words_of_degree_are_found() {
        for (text, expected) in [
            ("They rarely met", true),
            ("They often met", false),
            ("At least four came", false),
            ("It is the least known of them", true),
            ("In the first half of it", false),
            ("Half of the rice went there", true),
            ("Only three came", true),
            ("Only Norway came", true),
            ("It was only discussed", false),
            ("Every round was held there", true),
            ("It is held every two years", false),
            ("That round was the last one", true),
            ("It was held the last time", false),
            ("They are the poorest of all", true),
            ("In the latest round", false),
            ("The forest is there", false),
        ] {
            let read = words(text, &(0..text.len()), &[]);
            assert_eq!(missing(&read, &[]).is_some(), expected, "{text}");
        }
    }
}
