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

/// Every such title of a sentence, outside of quotations. `pronoun`: whom "he" or "she" means at its head.
pub(super) fn titles(sentence: &Sentence, pronoun: Option<Ref>) -> Vec<Predicate> {
    let words = &sentence.words;
    let head = words
        .first()
        .filter(|word| matches!(word.low.as_str(), "he" | "she"));
    let pronoun = head.and(pronoun).map(|person| (person, 0..1));
    let people = sentence.spots.iter().filter_map(|spot| match spot.who {
        Who::Record(record) if record.kind == Kind::Person => Some((record, spot.words.clone())),
        _ => None,
    });
    let people = people.chain(pronoun);
    people
        .flat_map(|(person, name)| {
            let found = title(words, &name, person);
            if found.is_empty() {
                in_office(words, &name, person).into_iter().collect()
            } else {
                found
            }
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

/// Words before a title.
const ARTICLES: &str =
    "a an the also now still currently both called named styled formerly once previously";

/// The titles of somebody behind their name; a second one behind "and".
fn title(words: &[Word], name: &Range<usize>, person: Ref) -> Vec<Predicate> {
    let Some((was, behind)) = verb(words, name) else {
        return Vec::new();
    };
    let articles = |words: &[&Word]| {
        let is_article = |word: &&&Word| ARTICLES.split_whitespace().any(|low| low == word.low);
        words.iter().take_while(is_article).count()
    };
    let all: Vec<&Word> = behind.iter().collect();
    let rest = &all[articles(&all)..];
    let run = rest.iter().enumerate().take(MOST);
    let run = run.take_while(|(at, word)| !word.quoted && (*at == 0 || !ends(word)));
    let run = &rest[..run.count()];
    let Some(rank) = run.iter().position(|word| is_rank(&word.low)) else {
        return Vec::new();
    };
    // "president and commander": another title, unless it is "of energy and mines".
    let of = |word: &&Word| matches!(word.low.as_str(), "of" | "for");
    let and = run.iter().skip(rank).position(|word| word.low == "and");
    let and = and
        .map(|and| rank + and)
        .filter(|and| !run[rank..*and].iter().any(of));
    // "is expected by the president", "is a friend of the minister".
    let is_plain = |run: &&[&Word]| {
        let mut lows = run.iter().map(|word| word.low.as_str());
        let lead = lows.by_ref().take_while(|low| !is_rank(low));
        lead.into_iter().all(|low| !PLACED.contains(&low))
    };
    let second = and.map(|and| &run[and + 1..]).and_then(|run| {
        let run = &run[articles(run)..];
        run.iter().any(|word| is_rank(&word.low)).then_some(run)
    });
    let first = &run[..and.unwrap_or(run.len())];
    let runs = [Some(first), second].into_iter().flatten().filter(is_plain);
    runs.filter_map(|run| {
        let title = run.first()?.range.start..run.last()?.range.end;
        Some(Predicate { person, title, was })
    })
    .collect()
}

/// Is a title told of the past, and the words behind its verb: "is", "had once been", ", who was also".
fn verb<'a>(words: &'a [Word], name: &Range<usize>) -> Option<(bool, &'a [Word])> {
    let at = name.end;
    let is_apart = words[name.start].mark == Some(',');
    let first = words.get(at).filter(|word| !word.quoted)?;
    let who = usize::from(first.low == "who");
    let verb = words.get(at + who)?;
    let mark = if who > 0 { None } else { verb.mark };
    let (was, skipped) = match (mark, verb.low.as_str()) {
        (None, "is" | "remains" | "becomes") => (false, 1),
        (None, "was" | "became") => (true, 1),
        // "Putin's guest, Sisoulith, is the president"
        (Some(','), "is" | "remains") if is_apart => (false, 1),
        (Some(','), _) => (false, timed(&words[at..])?),
        (
            None,
            "had" | "has" | "have" | "once" | "previously" | "formerly" | "earlier" | "served",
        ) => (true, once(&words[at + who..])?),
        _ => return None,
    };
    Some((was, words.get(at + who + skipped..)?))
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
    const BEHIND: [&str; 19] = [
        "according",
        "who",
        "which",
        "when",
        "while",
        "since",
        "until",
        "from",
        "in",
        "at",
        "on",
        "as",
        "but",
        "because",
        "during",
        "with",
        "to",
        "by",
        "after",
    ];
    word.mark.is_some_and(|mark| mark != '-') || BEHIND.contains(&word.low.as_str())
}
