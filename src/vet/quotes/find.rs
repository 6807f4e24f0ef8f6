//! The record whose words a quotation has: speech, or a passage that a record cites.

use std::collections::{HashMap, HashSet};

use memchr::memmem;

use super::runs::{self, Runs};
use crate::dossier::fold::fold;
use crate::dossier::{Kind, Ref};
use crate::vet::diff::{Diff, bounded, has_words, plain};
use crate::vet::index::{Index, as_float};
use crate::vet::words::stem;

/// More quotes than this are found by runs of words only.
const MOST: usize = 5_000;

/// A word of so few texts may tell by itself which one is meant.
const RARE: usize = 3;

/// Candidates that are compared word by word.
const BEST: usize = 4;

/// The words of a dossier that may be quoted.
pub(super) struct Spoken<'a> {
    index: &'a Index<'a>,
    /// Texts that are kept: passages, and speech where there is little of it.
    texts: Vec<(Ref, String)>,
    /// The words of each, with a blank before and behind.
    plain: Vec<String>,
    /// By word, the places in `texts`.
    words: HashMap<String, Vec<usize>>,
    /// Titles and names, folded.
    names: HashSet<String>,
    /// Runs of the words of quotations, as far as an archive has them.
    runs: Runs,
}

impl<'a> Spoken<'a> {
    /// Those in which quotations may be found, of which `longest` are the longest parts.
    pub(super) fn new(index: &'a Index<'a>, longest: impl Iterator<Item = String>) -> Self {
        let dossier = index.dossier;
        let mut runs = Runs::default();
        let mut texts = Vec::new();
        if dossier.quotes.len() <= MOST {
            for (at, quote) in dossier.quotes.iter().enumerate() {
                texts.push((Ref::new(Kind::Quote, at), quote.text.to_string()));
            }
        } else {
            runs = Runs::new(longest.map(|words| fold(&words)), dossier.quotes.segments());
        }
        let mut names = HashSet::new();
        for kind in Kind::ALL {
            if kind == Kind::Quote {
                continue;
            }
            for record in dossier.all(kind) {
                if kind != Kind::Observation {
                    names.insert(plain(&dossier.title(record)));
                }
                let evidence = dossier.evidence(record);
                let exact = evidence.iter().filter(|e| e.exact.is_some());
                texts.extend(exact.map(|e| (record, e.words().into_owned())));
            }
        }
        for source in &dossier.sources {
            names.insert(plain(&source.title));
        }
        let mut words: HashMap<String, Vec<usize>> = HashMap::new();
        let plains: Vec<String> = texts.iter().map(|(_, text)| bounded(text)).collect();
        for (at, plain) in plains.iter().enumerate() {
            let own: HashSet<&str> = plain.split_whitespace().collect();
            for word in own {
                words.entry(word.to_owned()).or_default().push(at);
            }
        }
        Self {
            index,
            texts,
            plain: plains,
            words,
            names,
            runs,
        }
    }

    /// Is it the title of a record?
    pub(super) fn is_name(&self, words: &str) -> bool {
        self.names.contains(&plain(words))
    }

    /// The record whose words are most like these, and its text; none where fewer words than a share of
    /// `least` are alike.
    pub(super) fn find(&self, words: &str, least: f64) -> Option<(Ref, String)> {
        let kept = self.near(words, least);
        // Most quotations are word for word: only others are compared one by one.
        let whole = bounded(words);
        if let Some(at) = kept.iter().find(|at| self.plain[**at].contains(&whole)) {
            return Some(self.texts[*at].clone());
        }
        let kept = kept.into_iter().map(|at| self.texts[at].clone());
        let near = kept.chain(self.in_archive(words));
        let mut best: Option<(f64, Ref, String)> = None;
        for (record, text) in near {
            let diff = Diff::of(words, &text);
            // Speech comes before a passage that repeats it.
            let quote = if record.kind == Kind::Quote {
                0.01
            } else {
                0.0
            };
            let likeness = if diff.is_same() { 1.0 } else { diff.likeness } + quote;
            if best.as_ref().is_none_or(|(most, ..)| likeness > *most) {
                best = Some((likeness, record, text));
            }
        }
        best.map(|(_, record, text)| (record, text))
    }

    /// The quote of one of these people that has all words but one of two or three, side by side, and its
    /// text as it has them.
    pub(super) fn nearly(&self, words: &str, people: &[Ref]) -> Option<(Ref, String)> {
        let plain = plain(words);
        let said: Vec<&str> = plain.split(' ').collect();
        if !(2..=3).contains(&said.len()) {
            return None;
        }
        let is_of = |record: Ref| {
            let owner = || self.index.dossier.quotes.facets(record.at).speaker.clone();
            let found = || self.index.dossier.find(&owner());
            record.kind == Kind::Quote && found().is_some_and(|who| people.contains(&who))
        };
        let mut places: Vec<usize> = said
            .iter()
            .filter_map(|word| self.words.get(*word))
            .filter(|places| places.len() <= RARE)
            .flatten()
            .copied()
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut own = places.into_iter().filter(|at| is_of(self.texts[*at].0));
        own.find_map(|at| {
            let (record, text) = &self.texts[at];
            let run = run_but_one(text, &said)?;
            Some((*record, run))
        })
    }

    /// Kept texts that share the most words of weight, and so many of all that they can be so alike.
    fn near(&self, words: &str, least: f64) -> Vec<usize> {
        let plain = plain(words);
        let own: HashSet<&str> = plain.split(' ').collect();
        // Of `n` words at least so many: likeness is 2 s / (2 s + the others), of which there are n - s.
        let needed = as_float(own.len()) * least / (2.0 - least);
        let mut scores: HashMap<usize, (f64, usize)> = HashMap::new();
        for word in own {
            let Some(places) = self.words.get(word) else {
                continue;
            };
            let weight = (1.0 + as_float(self.texts.len()) / as_float(places.len())).ln();
            for at in places {
                let score = scores.entry(*at).or_default();
                *score = (score.0 + weight, score.1 + 1);
            }
        }
        let alike = scores
            .into_iter()
            .filter(|(_, (_, shared))| as_float(*shared) >= 0.9 * needed);
        let mut all: Vec<(usize, f64)> = alike.map(|(at, (score, _))| (at, score)).collect();
        all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        // Of equals the speech first, whatever passages repeat it.
        let quotes = all
            .iter()
            .filter(|(at, _)| self.texts[*at].0.kind == Kind::Quote)
            .take(BEST)
            .copied()
            .collect::<Vec<_>>();
        let others = all
            .iter()
            .filter(|(at, _)| self.texts[*at].0.kind != Kind::Quote)
            .take(BEST)
            .copied()
            .collect::<Vec<_>>();
        quotes.into_iter().chain(others).map(|(at, _)| at).collect()
    }

    /// Quotes of an archive that have a run of these words.
    fn in_archive(&self, words: &str) -> Vec<(Ref, String)> {
        let quotes = &self.index.dossier.quotes;
        if quotes.len() <= MOST {
            return Vec::new();
        }
        let folded = fold(words);
        let mut found = Vec::new();
        for run in runs::of(&folded) {
            let finder = memmem::Finder::new(run.as_bytes());
            for segment in self.runs.segments(run).map(|at| &quotes.segments()[at]) {
                let hits = finder.find_iter(segment.texts()).take(BEST);
                for hit in hits {
                    let within = segment
                        .ends()
                        .partition_point(|end| usize::try_from(*end).is_ok_and(|end| end <= hit));
                    let at = segment.first() + within;
                    if at < quotes.len() {
                        found.push((Ref::new(Kind::Quote, at), quotes.get(at).text.to_string()));
                    }
                }
                if found.len() >= BEST {
                    return found;
                }
            }
            // The other runs are looked for only where these words are not found whole.
            if found.iter().any(|(_, text)| has_words(text, words)) {
                break;
            }
        }
        found
    }
}

/// The words of a text that are these but for one: that one has another stem, and one of the others says
/// something.
fn run_but_one(text: &str, said: &[&str]) -> Option<String> {
    let all: Vec<&str> = text.split_whitespace().collect();
    let own: Vec<String> = all.iter().map(|word| plain(word)).collect();
    let run = own.windows(said.len()).position(|run| {
        let pairs = || run.iter().zip(said);
        let same = |(one, other): &(&String, &&str)| one == *other;
        let says = |word: &str| !stem(word).is_empty() && word.len() > 3;
        let differs =
            |(one, other): (&String, &&str)| says(one) && says(other) && stem(one) != stem(other);
        let equal = pairs().filter(same).count();
        let is_near = equal + 1 == said.len() && pairs().filter(same).any(|(one, _)| says(one));
        is_near && pairs().filter(|pair| !same(pair)).all(differs)
    })?;
    let words = all[run..run + said.len()].join(" ");
    Some(
        words
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_owned(),
    )
}
