//! Titles that a sentence gives behind a verb or a word of time: "Yathotou is governor of the central
//! bank", "Yathotou, at that time governor of the central bank".

use std::ops::Range;

use crate::dossier::{Kind, Ref};
use crate::vet::actors::Who;
use crate::vet::ranks::is_rank;
use crate::vet::sentence::Sentence;
use crate::vet::words::Word;

/// Words of a title at most.
const MOST: usize = 12;

/// A title of somebody.
pub(super) struct Predicate {
    pub(super) person: Ref,
    /// Its bytes in the text.
    pub(super) title: Range<usize>,
    /// Is it told of the past?
    pub(super) was: bool,
}

/// Every such title of a sentence, outside of quotations.
pub(super) fn titles(sentence: &Sentence) -> Vec<Predicate> {
    let people = sentence.spots.iter().filter_map(|spot| match spot.who {
        Who::Record(record) if record.kind == Kind::Person => Some((record, &spot.words)),
        _ => None,
    });
    people
        .filter_map(|(person, name)| {
            let words = &sentence.words;
            title(words, name, person).or_else(|| in_office(words, name, person))
        })
        .collect()
}

/// "As foreign minister, Lavrov spoke": the title before a name at the head of a sentence.
fn in_office(words: &[Word], name: &Range<usize>, person: Ref) -> Option<Predicate> {
    let title = words.get(1..name.start).filter(|title| !title.is_empty())?;
    let is_as = words[0].low == "as" && !words[0].quoted;
    let is_whole = title[1..]
        .iter()
        .all(|word| word.mark.is_none_or(|mark| mark == '-'));
    let is_apart = words[name.start].mark == Some(',');
    let has_rank = title.iter().any(|word| is_rank(&word.low));
    let is_title = is_as && is_whole && is_apart && has_rank && title.len() <= MOST;
    is_title.then(|| Predicate {
        person,
        title: title[0].range.start..title[title.len() - 1].range.end,
        was: false,
    })
}

/// "had earlier been", "once served as": how many words lead to a title that somebody once had.
fn once(words: &[Word]) -> Option<usize> {
    /// Words that lead there, at most.
    const LEAD: usize = 5;
    const BETWEEN: &str = "had has have once previously formerly earlier also served worked";
    let is_last = |word: &Word| matches!(word.low.as_str(), "been" | "as" | "was");
    let near = &words[..words.len().min(LEAD)];
    let last = near.iter().position(is_last)?;
    let leads = |word: &Word| BETWEEN.split(' ').any(|low| low == word.low);
    near[..last].iter().all(leads).then_some(last + 1)
}

fn title(words: &[Word], name: &Range<usize>, person: Ref) -> Option<Predicate> {
    const ARTICLES: [&str; 11] = [
        "a",
        "an",
        "the",
        "also",
        "now",
        "still",
        "currently",
        "both",
        "called",
        "named",
        "styled",
    ];
    let at = name.end;
    let is_apart = words[name.start].mark == Some(',');
    let verb = words.get(at).filter(|word| !word.quoted)?;
    let (was, skipped) = match (verb.mark, verb.low.as_str()) {
        (None, "is" | "remains" | "becomes") => (false, 1),
        (None, "was" | "became") => (true, 1),
        // "Putin's guest, Sisoulith, is the president"
        (Some(','), "is" | "remains") if is_apart => (false, 1),
        (Some(','), _) => (false, timed(&words[at..])?),
        (
            None,
            "had" | "has" | "have" | "once" | "previously" | "formerly" | "earlier" | "served",
        ) => (true, once(&words[at..])?),
        _ => return None,
    };
    let behind = words.get(at + skipped..)?;
    let first = behind
        .iter()
        .take_while(|word| ARTICLES.contains(&word.low.as_str()))
        .count();
    let rest = behind.get(first..)?;
    let mut run: Vec<&Word> = rest
        .iter()
        .enumerate()
        .take(MOST)
        .take_while(|(at, word)| !word.quoted && (*at == 0 || !ends(word)))
        .map(|(_, word)| word)
        .collect();
    let rank = run.iter().position(|word| is_rank(&word.low))?;
    // "president and commander": another title, unless it is "of energy and mines".
    let of = |word: &&Word| matches!(word.low.as_str(), "of" | "for");
    let and = run.iter().skip(rank).position(|word| word.low == "and");
    if let Some(and) = and.filter(|and| !run[rank..rank + and].iter().any(of)) {
        run.truncate(rank + and);
    }
    // "is expected by the president", "is a friend of the minister".
    let is_plain = !run[..rank]
        .iter()
        .any(|word| PLACED.contains(&word.low.as_str()));
    let (start, end) = (run.first()?.range.start, run.last()?.range.end);
    is_plain.then_some(Predicate {
        person,
        title: start..end,
        was,
    })
}

/// "at that time", "at the time": how many words of time a run begins with.
fn timed(words: &[Word]) -> Option<usize> {
    let lows: Vec<&str> = words.iter().take(3).map(|word| word.low.as_str()).collect();
    matches!(lows.as_slice(), ["at", "that" | "the", "time"]).then_some(3)
}

/// Words that tell more than a title before its rank.
const PLACED: [&str; 14] = [
    "of", "to", "by", "with", "from", "in", "at", "for", "on", "not", "no", "a", "the", "than",
];

/// Does a title end before this word?
fn ends(word: &Word) -> bool {
    const BEHIND: [&str; 18] = [
        "who", "which", "when", "while", "since", "until", "from", "in", "at", "on", "as", "but",
        "because", "during", "with", "to", "by", "after",
    ];
    word.mark.is_some_and(|mark| mark != '-') || BEHIND.contains(&word.low.as_str())
}
