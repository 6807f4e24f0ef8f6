//! Earlier versions of an article: sources of the same address, title or paragraphs, with another text.

use std::collections::HashSet;
use std::path::Path;

use serde_json::Value;

use super::article::Article;
use super::inbox::Inbox;
use super::proposal::Proposal;
use crate::dossier::{Dossier, Id, Kind, Source};
use crate::extract::paragraphs;
use crate::verify::Texts;

/// Shorter paragraphs stand in many articles, in words.
const LONG: usize = 8;

/// An earlier version of an article.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Its source.
    pub source: Id,
    /// How many paragraphs of the article it has, word for word.
    pub unchanged: usize,
    /// How many paragraphs the article has.
    pub of: usize,
    /// Its paragraphs, in order; empty if its text is not at hand.
    paragraphs: Vec<String>,
}

/// The earlier versions of an article among the sources of the dossier in `folder` and its inbox; the one
/// with most of its paragraphs first.
pub fn earlier(folder: &Path, dossier: &Dossier, inbox: &Inbox, article: &Article) -> Vec<Earlier> {
    let proposed = inbox.sources();
    // The very text is there: it is no version of another.
    let same = |source: &Source| is_text(source, article);
    if dossier.sources.iter().any(same) || proposed.iter().any(same) {
        return Vec::new();
    }
    let known = |source: &&Source| dossier.find(&source.id).is_none();
    let sources: Vec<&Source> = dossier
        .sources
        .iter()
        .chain(proposed.iter().filter(known))
        .filter(|source| source.file.is_some())
        .collect();
    let (texts, _) = Texts::of(sources.iter().copied(), folder);
    let new = split(&article.text);
    let mut versions: Vec<_> = sources
        .iter()
        .filter_map(|source| {
            let old = split(texts.text(&source.id).unwrap_or_default());
            version(source, old, article, &new)
        })
        .collect();
    versions.sort_by_key(|one| std::cmp::Reverse(one.unchanged));
    versions
}

/// The paragraphs of a text.
pub(super) fn split(text: &str) -> Vec<String> {
    paragraphs(text)
        .map(|one| text[one.range].to_owned())
        .collect()
}

/// Does a source have the text of an article?
fn is_text(source: &Source, article: &Article) -> bool {
    let sum = source.sha256.as_deref();
    sum.is_some_and(|sum| sum.eq_ignore_ascii_case(&article.sha256))
}

/// A source as a version of an article; none where it is another one.
fn version(
    source: &Source,
    old: Vec<String>,
    article: &Article,
    new: &[String],
) -> Option<Earlier> {
    let lines: HashSet<&str> = old.iter().map(String::as_str).collect();
    let unchanged = new.iter().filter(|line| lines.contains(line.as_str()));
    let long = |line: &str| line.split_whitespace().take(LONG).count() == LONG;
    let shared = unchanged.clone().filter(|line| long(line)).count();
    let unchanged = unchanged.count();
    let count = |all: &[String]| all.iter().filter(|line| long(line)).count();
    let most = shared > 1 && shared * 2 > count(&old).max(count(new));
    let address = source
        .url
        .as_deref()
        .zip(article.url.as_deref())
        .is_some_and(|(a, b)| a == b);
    let title = article.title.as_deref() == Some(source.title.as_str());
    let is_version = address || title && (shared > 0 || old.is_empty()) || most;
    is_version.then(|| Earlier {
        source: source.id.clone(),
        unchanged,
        of: new.len(),
        paragraphs: old,
    })
}

/// A proposal by its passage, whatever the version: kind, paragraph, words with those around them.
type Passage = (String, String, String);

/// What was proposed from the earlier versions.
pub(super) struct Asked {
    passages: HashSet<Passage>,
    facts: HashSet<String>,
}

impl Asked {
    pub(super) fn new(earlier: &[Earlier], inbox: &Inbox) -> Self {
        let own = |version: &Earlier| {
            let source = version.source.clone();
            let all = inbox.proposals.iter();
            all.filter(move |one| one.anchor.source == source)
        };
        let passages = earlier
            .iter()
            .flat_map(|version| own(version).filter_map(|one| passage(one, &version.paragraphs)));
        Self {
            passages: passages.collect(),
            facts: earlier.iter().flat_map(own).filter_map(fact).collect(),
        }
    }

    /// Was the same proposed: from the same words of a paragraph that did not change, or the same fact of
    /// one that did? `paragraphs` are those of the new version.
    pub(super) fn has(&self, one: &Proposal, paragraphs: &[String]) -> bool {
        let is_passage =
            || passage(one, paragraphs).is_some_and(|one| self.passages.contains(&one));
        is_passage() || fact(one).is_some_and(|fact| self.facts.contains(&fact))
    }
}

/// What a proposal says, wherever it says it.
fn fact(one: &Proposal) -> Option<String> {
    /// Names, passages, and what is worked out from other records.
    const ELSEWHERE: [&str; 10] = [
        "id",
        "evidence",
        "said_by",
        "said",
        "note",
        "event",
        "in_reply_to",
        "agreements",
        "follows",
        "maybe_same_as",
    ];
    let mut record: Value = serde_json::from_str(one.record.get()).ok()?;
    let fields = record.as_object_mut()?;
    for name in ELSEWHERE {
        fields.remove(name);
    }
    let series = one.series.as_ref().map_or("", Id::as_str);
    let is_text = one.kind() == Some(Kind::Source);
    (!is_text).then(|| format!("{} {series} {record}", one.kind))
}

fn passage(one: &Proposal, paragraphs: &[String]) -> Option<Passage> {
    let at = usize::try_from(one.anchor.paragraph).ok()?.checked_sub(1)?;
    let line = paragraphs.get(at)?.clone();
    let (_, _, kind, words) = one.key();
    let is_text = one.kind() == Some(Kind::Source);
    (!is_text).then_some((kind, line, words))
}
