//! A title, and the words of it.

use std::ops::Range;

use crate::dossier::Ref;
use crate::vet::ranks::is_rank;
use crate::vet::words::{Word, is_one_of};

/// Words of a title at most.
pub(super) const MOST: usize = 12;

/// A title of somebody.
pub(in crate::vet::roles) struct Predicate {
    pub(in crate::vet::roles) person: Ref,
    /// Its bytes in the text.
    pub(in crate::vet::roles) title: Range<usize>,
    /// The office, where the words name it by what its holder does.
    pub(in crate::vet::roles) office: Option<String>,
    /// Is it told of the past?
    pub(in crate::vet::roles) was: bool,
}

/// Words before a title.
const ARTICLES: &str =
    "a an the also now still currently both called named styled formerly once previously";

/// The titles that a run of words begins with, by their bytes.
pub(super) fn runs(behind: &[Word]) -> Vec<Range<usize>> {
    let articles = |words: &[&Word]| {
        let is_article = |word: &&&Word| is_one_of(ARTICLES, &word.low);
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
    runs.filter_map(|run| Some(run.first()?.range.start..run.last()?.range.end))
        .collect()
}

/// Words that tell more than a title before its rank.
const PLACED: [&str; 14] = [
    "of", "to", "by", "with", "from", "in", "at", "for", "on", "not", "no", "a", "the", "than",
];

/// Does a title end before this word?
fn ends(word: &Word) -> bool {
    const BEHIND: [&str; 20] = [
        "according",
        "who",
        "which",
        "then",
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
