//! What a clause says to be done or to be so must be in its record: a verb or an adjective that the record does not
//! have may be the opposite of its own.

use crate::extract::WordList;
use crate::vet::voice::says;
use crate::vet::words::Word;

/// Verbs behind which stands what somebody or something is.
static BEING: WordList = WordList::new(
    "is are was were be been being has have had feel feels felt seem seems seemed remain remains remained become \
    becomes became",
);

/// Words between such a verb and what it tells.
static BETWEEN: WordList = WordList::new(
    "also not never already now then long still only very quite rather so as even yet both all more most less once \
    just again soon first to by",
);

/// Past tenses and participles without "-ed".
static IRREGULAR: WordList = WordList::new(
    "sent kept held taught torn lost left rose fell broke broken chose drew fought forgot forgotten hid hidden hurt \
    lent met paid ran sold shook shot shut stole stolen struck threw thrown won bought cost drove driven sank sunk \
    burnt stuck bound swept rid undone withdrew withdrawn",
);

/// Verbs and adjectives that tell of the telling, or nothing by which it could be otherwise.
static NEUTRAL: WordList = WordList::new(
    "spoke spoken described mentioned cited listed recalled quoted written noted stated pointed raised touched talked \
    talking discussed asked answered explained concluded considered recognised recognized regarded seen viewed reckoned \
    believed thought expected meant called named known styled understood found heard told suggested singled picked \
    counted included contained covered concerned dealt related linked connected attached attributed ascribed traced \
    based rested belonged used taken made done given brought put set come gone going begun started continued followed \
    happened occurred presented shown showed appeared featured joined involved marked \
    celebrated dated agreed signed concluded held met led supposed said worth able likely unlikely possible probable \
    clear unclear certain sure true evident obvious important notable remarkable interesting typical familiar well \
    next last always often sometimes usually every something nothing anything everything here there where when how \
    why what who about around between among within behind before after under over above below part one two three four \
    five six seven eight nine ten several many some any such that this these those it they he she them him her its \
    their his no nobody none neither either each in on at of for with from than like due yet to a an the and or but \
    merely lately likewise chiefly mainly mostly partly largely further together alone apart away back up down out off \
    contested disputed passed planned intended meant bound wanted helped created received granted place see overland varied reported printed published posed widespread common general good new old",
);

/// Verbs of telling that take a side.
static SIDES: WordList =
    WordList::new("complained lamented boasted alleged joked deplored mocked thanked praised");

/// Verbs by which something ends: "decided to close it".
static ENDING: WordList = WordList::new(
    "end stop halt cease cancel abandon quit close scrap drop leave terminate suspend discontinue dissolve",
);

/// Is it a verb of telling that takes a side?
pub(super) fn takes_side(word: &Word) -> bool {
    SIDES.has(&word.low)
}

/// The first verb or adjective of a clause that the record does not have. `knows`: has it such a word?
pub(super) fn unknown(words: &[Word], knows: impl Fn(&Word) -> bool) -> Option<&Word> {
    let is_open = |at: &usize| {
        let word = &words[*at];
        let is_number = word.low.starts_with(|c: char| c.is_ascii_digit());
        let is_told = says(&word.low) && !takes_side(word);
        let is_plain = !word.quoted && !word.capital && !word.stem.is_empty() && !is_number;
        let is_neutral = NEUTRAL.has(&word.low) || word.low.ends_with("ly");
        is_plain && !is_told && (!is_neutral || is_back(words, *at))
    };
    let told = (0..words.len()).filter(|at| is_told(words, *at));
    let mut told = told.filter(is_open).map(|at| &words[at]);
    told.find(|word| !knows(word))
}

/// Is a word a verb, or does it stand behind one of being?
fn is_told(words: &[Word], at: usize) -> bool {
    /// Words between a verb of being and what it tells.
    const LEAD: usize = 6;
    const BEFORE: [&str; 12] = [
        "the", "a", "an", "of", "and", "in", "on", "for", "with", "its", "their", "newly",
    ];
    let low = words[at].low.as_str();
    let before = at.checked_sub(1).map_or("", |at| words[at].low.as_str());
    let is_verb = low.ends_with("ed") && low.len() > 4 && !BEFORE.contains(&before);
    let skips = |word: &&Word| {
        let is_apart = word.mark.is_some();
        !is_apart && (BETWEEN.has(&word.low) || word.low.ends_with("ly"))
    };
    let lead = words[..at]
        .iter()
        .rev()
        .take(LEAD)
        .take_while(skips)
        .count();
    let verb = at.checked_sub(lead + 1).map(|at| &words[at]);
    let is_so = words[at].mark.is_none() && verb.is_some_and(|verb| BEING.has(&verb.low));
    let ends = before == "to" && ENDING.has(low);
    is_verb
        || is_so
        || ends
        || is_back(words, at)
        || IRREGULAR.has(low) && !BEFORE.contains(&before)
}

/// "holds back", "was sent back": a verb that "back" turns.
fn is_back(words: &[Word], at: usize) -> bool {
    const TURNED: [&str; 10] = [
        "hold", "holds", "held", "send", "sends", "sent", "keep", "keeps", "kept", "pushed",
    ];
    let next = words.get(at + 1);
    let is_turned = next.is_some_and(|next| next.low == "back" && next.mark.is_none());
    is_turned && TURNED.contains(&words[at].low.as_str())
}
