//! The sentences of a text with everything that was extracted from them.

mod context;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

use super::actors::{Spot, Who};
use super::document::Document;
use super::drift::Marks;
use super::finding::Item;
use super::footnote::{self, misquoted::Misquoted};
use super::index::Index;
use super::talk;
use super::transcript;
use super::words::{Word, words};
use crate::dossier::Ref;
use crate::extract::date::Context;
use crate::extract::{
    AgreementMention, Amount, Count, EventMention, KnownName, Speech, Speeches, TimeExpression,
    TimeKind, counts, facts, paragraphs, sentences as ranges, speeches,
};

/// A sentence.
pub(super) struct Sentence {
    pub(super) range: Range<usize>,
    /// Its paragraph, by place.
    pub(super) paragraph: usize,
    pub(super) words: Vec<Word>,
    pub(super) spots: Vec<Spot>,
    pub(super) dates: Vec<TimeExpression>,
    pub(super) amounts: Vec<Amount>,
    pub(super) counts: Vec<Count>,
    /// Agreements and events that the extractor sees in it.
    pub(super) mentions: Vec<(Item, Range<usize>)>,
    pub(super) text: String,
    /// The records that the bookmarks of its paragraph name, else its footnotes.
    pub(super) bound: Vec<Ref>,
    /// Quotations of its footnotes with other words than those of the passages.
    pub(super) misquoted: Vec<Misquoted>,
    /// Does it begin with a word for what the one before names, and does it go on with that in any way?
    leaning: Leaning,
    /// Does it only name a source, as a list of works does?
    pub(super) is_reference: bool,
}

/// Whether a sentence goes on with the one before, once it was asked.
#[derive(Default)]
struct Leaning {
    goes_on: OnceLock<bool>,
    leans: OnceLock<bool>,
}

/// A whole text.
pub(super) struct Sentences<'a> {
    pub(super) text: &'a str,
    /// The places of what is contested whose titles the text has.
    pub(super) contested: HashSet<usize>,
    /// The bytes of each paragraph.
    pub(super) paragraphs: Vec<Range<usize>>,
    /// The bytes of each sentence, also of those that are compared with nothing.
    pub(super) ranges: Vec<Range<usize>>,
    pub(super) speeches: Speeches,
    /// The runs of speech in order, each with the place of its speech.
    runs: Vec<(Range<usize>, usize)>,
    /// What is between quotation marks, without them.
    pub(super) quoted: Vec<Range<usize>>,
    all: Vec<Sentence>,
}

/// "Agreements: 14 of 28 listed; 14 not between the two": what a brief says of itself.
fn is_count_of_lines(sentence: &str) -> bool {
    let Some((counted, _)) = sentence.split_once(" listed") else {
        return false;
    };
    let mut words = counted.rsplit(' ');
    let is_number = |word: Option<&str>| word.is_some_and(|word| word.parse::<usize>().is_ok());
    is_number(words.next()) && words.next() == Some("of") && is_number(words.next())
}

impl<'a> Sentences<'a> {
    pub(super) fn new(index: &Index<'_>, document: &'a Document) -> Self {
        let text = document.text.as_str();
        let paragraphs: Vec<_> = paragraphs(text).map(|p| p.range).collect();
        let quoted: Vec<_> = paragraphs
            .iter()
            .flat_map(|range| quotations(text, range))
            .collect();
        let known = KnownName::all(index.dossier);
        let mut speeches = speeches(text, &known);
        transcript::keep(index, &mut speeches, text, &paragraphs, &quoted);
        let mut sentences = Self {
            text,
            contested: contested(index, text),
            runs: runs(&speeches),
            speeches,
            all: Vec::new(),
            ranges: cut(text, joined(text, ranges(text))),
            paragraphs,
            quoted,
        };
        sentences.all = gather(index, document, &sentences);
        sentences
    }

    fn read(&self, index: &Index<'_>, range: &Range<usize>) -> (Vec<Word>, Vec<Spot>) {
        talk::with_spots(&index.lexicon, words(self.text, range, &self.quoted))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Sentence> {
        self.all.iter()
    }

    /// The sentence of a place.
    pub(super) fn at(&self, at: usize) -> Option<&Sentence> {
        let next = self.all.partition_point(|one| one.range.start <= at);
        self.all.get(next.checked_sub(1)?)
    }

    /// The speech that a range is a part of.
    pub(super) fn speech(&self, range: &Range<usize>) -> Option<&Speech> {
        let next = self.runs.partition_point(|(run, _)| run.end <= range.start);
        let (run, at) = self.runs.get(next)?;
        (run.start < range.end).then(|| &self.speeches.speeches[*at])
    }

    /// The words of its paragraph around a sentence.
    pub(super) fn around(&self, sentence: &Sentence) -> &'a str {
        /// Bytes to either side: what is further away says nothing of it.
        const REACH: usize = 1_500;
        let Some(range) = self.paragraphs.get(sentence.paragraph) else {
            return "";
        };
        let start = sentence.range.start.saturating_sub(REACH).max(range.start);
        let end = (sentence.range.end + REACH).min(range.end);
        let start = self.text.ceil_char_boundary(start);
        let end = self.text.floor_char_boundary(end).max(start);
        &self.text[start..end]
    }

    pub(super) fn words(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

fn runs(speeches: &Speeches) -> Vec<(Range<usize>, usize)> {
    let all = speeches.speeches.iter().enumerate();
    let mut runs: Vec<_> = all
        .flat_map(|(at, speech)| speech.runs.iter().map(move |run| (run.clone(), at)))
        .collect();
    runs.sort_by_key(|(run, at)| (run.start, *at));
    runs
}

/// What is contested and told by its title.
fn contested(index: &Index<'_>, text: &str) -> HashSet<usize> {
    /// Bytes of a title that are looked up first: an archive may have a million titles.
    const BEGINNING: usize = 8;
    let low = text.to_lowercase();
    let runs: HashSet<&[u8]> = low.as_bytes().windows(BEGINNING).collect();
    let is_in = |title: &str| {
        let beginning = title.as_bytes().get(..BEGINNING);
        beginning.is_none_or(|run| runs.contains(run)) && low.contains(title)
    };
    let all = index.contests.all.iter().enumerate();
    all.filter(|(_, one)| is_in(&one.title.to_lowercase()))
        .map(|(at, _)| at)
        .collect()
}

/// The place of the paragraph in which something begins.
fn paragraph_of(paragraphs: &[Range<usize>], start: usize) -> usize {
    let next = paragraphs.partition_point(|paragraph| paragraph.start <= start);
    next.saturating_sub(1)
}

/// The agreements and events of a text, each with its bytes.
fn named(papers: Vec<AgreementMention>, events: Vec<EventMention>) -> Vec<(Item, Range<usize>)> {
    let papers = papers.into_iter().map(|one| (Item::Agreement, one.range));
    let events = events.into_iter().map(|one| (Item::Event, one.range));
    papers.chain(events).collect()
}

fn gather(index: &Index<'_>, document: &Document, whole: &Sentences<'_>) -> Vec<Sentence> {
    let text = whole.text;
    let facts = facts(text, Context::default());
    let mut dates = By::new(facts.dates, |one| one.range.start);
    let mut amounts = By::new(facts.amounts, |one| one.range.start);
    let mut counts = By::new(counts(text), |one| one.range.start);
    let mut mentions = By::new(named(facts.agreements, facts.events), |one| one.1.start);
    let legend = footnote::legend(index, text, &whole.paragraphs);
    let entries = footnote::entries(index, text, &whole.paragraphs);
    let marks_of = Marks::new(index.dossier, document);
    let mut cache = HashMap::new();
    let mut last = footnote::Bound::default().last;
    let mut all: Vec<Sentence> = Vec::new();
    for (at, range) in whole.ranges.iter().enumerate() {
        if is_count_of_lines(&text[range.clone()]) {
            continue;
        }
        let (words, spots) = whole.read(index, range);
        // A footnote behind the full stop belongs to the sentence before it.
        let next = whole
            .ranges
            .get(at + 1)
            .map_or(text.len(), |next| next.start);
        let marks = document.marks_in(&(range.start..next.min(range.end + 2)));
        let mut notes = footnote::Bound::default();
        for (_, label) in marks {
            let read = |note: &str| footnote::read(index, &legend, note, last.clone());
            let bound = cache
                .entry(label.clone())
                .or_insert_with(|| read(document.notes.get(label).map_or("", String::as_str)));
            last.clone_from(&bound.last);
            notes.join(bound);
        }
        let paragraph = paragraph_of(&whole.paragraphs, range.start);
        let marked = whole.paragraphs.get(paragraph);
        let marked = marked.map_or_else(Vec::new, |range| marks_of.within(range));
        all.push(Sentence {
            paragraph,
            leaning: Leaning::default(),
            spots,
            dates: undated(text, range, dates.within(range)),
            amounts: amounts.within(range),
            counts: counts.within(range),
            mentions: mentions.within(range),
            text: text[range.clone()].to_owned(),
            is_reference: entries.get(paragraph) == Some(&true)
                || footnote::is_reference(index, whole.words(range)),
            misquoted: notes.misquoted,
            bound: if marked.is_empty() {
                notes.records
            } else {
                marked
            },
            range: range.clone(),
            words,
        });
    }
    bind_paragraphs(&mut all);
    all
}

/// The dates of a sentence but for that of a dateline: "CAIRO, June 18 – The minister …".
fn undated(
    text: &str,
    sentence: &Range<usize>,
    mut dates: Vec<TimeExpression>,
) -> Vec<TimeExpression> {
    /// Words of a place, at most.
    const MOST: usize = 4;
    let is_dateline = |date: &TimeExpression| {
        let before = text[sentence.start..date.range.start].split_whitespace();
        let (all, names) = before.fold((0, 0), |(all, names), word| {
            (
                all + 1,
                names + usize::from(word.starts_with(|c: char| c.is_uppercase() || c == '(')),
            )
        });
        let behind = text[date.range.end..sentence.end.max(date.range.end)].trim_start();
        let behind = match behind.strip_prefix('(') {
            Some(agency) => agency
                .split_once(')')
                .map_or("", |(_, rest)| rest.trim_start()),
            None => behind,
        };
        let is_dash = ["– ", "— ", "- ", "-- "]
            .iter()
            .any(|dash| behind.starts_with(dash));
        is_dash && all > 0 && all == names && all <= MOST
    };
    if dates.first().is_some_and(is_dateline) {
        dates.remove(0);
    }
    dates
}

/// A footnote at the end of a paragraph that has no other is about all of it.
fn bind_paragraphs(all: &mut [Sentence]) {
    for paragraph in all.chunk_by_mut(|a, b| a.paragraph == b.paragraph) {
        let Some((last, rest)) = paragraph.split_last_mut() else {
            continue;
        };
        if rest.iter().all(|one| one.bound.is_empty()) {
            for one in rest {
                one.bound.clone_from(&last.bound);
            }
        }
    }
}

/// What a quotation cuts in pieces is one sentence again, where the rest goes on in small letters.
fn joined(text: &str, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        let begins = text[range.clone()].chars().next();
        let goes_on = begins.is_some_and(char::is_lowercase);
        match all.last_mut() {
            Some(last) if goes_on && !text[last.end..range.start].contains('\n') => {
                last.end = range.end;
            }
            _ => all.push(range),
        }
    }
    all
}

/// No longer than anybody writes: each figure of a sentence is compared with all of its words.
fn cut(text: &str, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    /// Bytes of the longest sentence.
    const LONGEST: usize = 1_500;
    let mut all = Vec::with_capacity(ranges.len());
    for mut range in ranges {
        while range.len() > LONGEST {
            let end = text.floor_char_boundary(range.start + LONGEST);
            let blank = text[range.start..end].rfind(char::is_whitespace);
            let end = blank
                .filter(|at| *at > 0)
                .map_or(end, |at| range.start + at);
            all.push(range.start..end);
            range.start = end;
        }
        all.push(range);
    }
    all
}

/// What was extracted, handed out sentence by sentence.
struct By<T> {
    all: std::iter::Peekable<std::vec::IntoIter<T>>,
    start: fn(&T) -> usize,
}

impl<T> By<T> {
    fn new(mut all: Vec<T>, start: fn(&T) -> usize) -> Self {
        all.sort_by_key(start);
        Self {
            all: all.into_iter().peekable(),
            start,
        }
    }

    fn within(&mut self, range: &Range<usize>) -> Vec<T> {
        let start = self.start;
        let mut found = Vec::new();
        while let Some(one) = self.all.next_if(|one| start(one) < range.end) {
            if start(&one) >= range.start {
                found.push(one);
            }
        }
        found
    }
}

impl Sentence {
    /// A part of it, by its bytes in the whole text.
    pub(super) fn words_of(&self, range: &Range<usize>) -> &str {
        let start = self.range.start;
        let own = range.start.saturating_sub(start)..range.end.saturating_sub(start);
        self.text.get(own).unwrap_or_default()
    }

    /// Does it ask? Then it asserts nothing.
    pub(super) fn is_question(&self) -> bool {
        let text = self.text.trim_end();
        text.ends_with('?')
    }

    /// The dates, not durations or ages.
    pub(super) fn real_dates(&self) -> impl Iterator<Item = &TimeExpression> {
        let dates = self.dates.iter();
        dates.filter(|one| one.kind == TimeKind::Date && one.edtf.is_some())
    }
}

/// What is between quotation marks in a paragraph, without them.
fn quotations(text: &str, paragraph: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let part = &text[paragraph.clone()];
    for (at, c) in part.char_indices() {
        let at = paragraph.start + at;
        match (open, c) {
            (None, '“' | '„') => open = Some(('”', at + c.len_utf8())),
            (None, '«') => open = Some(('»', at + c.len_utf8())),
            (None, '"') => open = Some(('"', at + 1)),
            (Some((close, start)), c) if c == close => {
                found.push(start..at);
                open = None;
            }
            _ => {}
        }
    }
    found
}
