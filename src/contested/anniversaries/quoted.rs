//! Anniversaries that a speaker names: "65 years of relations", said in a year that is not 65 years
//! after the relations began.

use std::ops::Range;

use super::count::counted;
use super::founding::{Founders, due, years};
use super::matter::the_founder;
use crate::dossier::{Date, Dossier, Kind, Quote, Ref};
use crate::extract::{Context, TimeExpression, TimeKind, dates};
use crate::figures::as_of::AsOf;
use crate::figures::key::folded;

/// Quotes with such words that are read; archives have more.
const QUOTES: usize = 2000;

/// Parts of words, folded, without which a quote names no anniversary.
const CUES: [&str; 9] = [
    "anniversa",
    "years of",
    "years since",
    "centen",
    "century of",
    "годовщин",
    "лети",
    "jahrestag",
    "jubilee",
];

/// Words that make a number of years less than exact.
const ABOUT: [&str; 8] = [
    "about",
    "almost",
    "around",
    "nearly",
    "approximately",
    "some",
    "почти",
    "около",
];
/// Words that open it upwards.
const ABOVE: [&str; 5] = ["over", "than", "least", "beyond", "более"];

/// An anniversary in a quote that contradicts the founding.
pub(super) struct Contradicted {
    /// The quote.
    pub(super) quote: Ref,
    /// The event that founded what it speaks of.
    pub(super) founder: Ref,
    /// The number of years that it gives.
    pub(super) count: i32,
    /// The arithmetic.
    pub(super) working: String,
}

/// The first such anniversary of each quote.
pub(super) fn contradicted(
    dossier: &Dossier,
    founders: &Founders,
    known: &AsOf<'_>,
) -> Vec<Contradicted> {
    if founders.is_empty() {
        return Vec::new();
    }
    let named = dossier.quotes.with_any(&CUES).take(QUOTES);
    let counts = |at: &usize| known.sources(dossier.quotes.facets(*at).sources);
    named
        .filter(counts)
        .filter_map(|at| of_quote(dossier, founders, at))
        .collect()
}

fn of_quote(dossier: &Dossier, founders: &Founders, at: usize) -> Option<Contradicted> {
    let quote = dossier.quotes.get(at);
    let said = said(dossier, &quote);
    let text = &*quote.text;
    let context = Context {
        published: said.as_ref().and_then(Date::earliest),
        language: None,
    };
    let times = dates(text, context);
    named(text, &times).into_iter().find_map(|one| {
        let founder = the_founder(dossier, founders, one.matter)?;
        let date = dossier.events[founder.at].date.as_ref()?;
        let began = years(date)?;
        // What the sentence says of the founding itself is no time of the anniversary.
        let is_other = |(from, to): &(i32, i32)| *to < began.0 || *from > began.1;
        let mut held: Vec<_> = one.years.iter().copied().filter(is_other).collect();
        if held.is_empty() {
            held.extend(said.as_ref().and_then(years).map(|said| one.loosely(said)));
        }
        let (from, to) = one.due(began);
        let contradicts =
            !held.is_empty() && !held.iter().any(|held| held.0 <= to && from <= held.1);
        contradicts.then(|| Contradicted {
            quote: Ref::new(Kind::Quote, at),
            founder,
            count: one.count,
            working: format!(
                "{} ({date}) + {} years = {}; “{}” is said of {}",
                dossier.title(founder),
                one.count,
                due(began, one.count),
                one.words,
                in_words(&held),
            ),
        })
    })
}

/// "2020", "2019 to 2021".
fn in_words(held: &[(i32, i32)]) -> String {
    let all = held.iter().map(|(from, to)| {
        if from == to {
            from.to_string()
        } else {
            format!("{from} to {to}")
        }
    });
    all.collect::<Vec<_>>().join(", ")
}

/// When the words were said: as the quote has it, else when its event was.
fn said(dossier: &Dossier, quote: &Quote) -> Option<Date> {
    let event = || {
        let event = dossier.find(quote.event.as_ref()?)?;
        let event = dossier
            .events
            .get(event.at)
            .filter(|_| event.kind == Kind::Event)?;
        event.date.clone()
    };
    quote.said.clone().or_else(event)
}

/// An anniversary as a sentence names it.
struct Named<'t> {
    count: i32,
    /// The words that count.
    words: &'t str,
    /// The same, and what follows in the clause: what it is the anniversary of.
    matter: &'t str,
    /// The sentence.
    sentence: &'t str,
    /// The first and last year of each date in the sentence.
    years: Vec<(i32, i32)>,
    /// "65 years of", not "65th anniversary of".
    is_span: bool,
}

fn named<'t>(text: &'t str, times: &[TimeExpression]) -> Vec<Named<'t>> {
    let mut found: Vec<(Range<usize>, i32)> = times
        .iter()
        .filter(|time| time.kind == TimeKind::Anniversary)
        .filter_map(|time| Some((time.range.clone(), i32::try_from(time.count?).ok()?)))
        .collect();
    if found.is_empty() {
        // "Half a century of relations", "the centenary of".
        found.extend(counted(text).and_then(|count| Some((century(text)?, count))));
    }
    let named = found.into_iter().map(|(range, count)| {
        let sentence = around(text, &range, &['.', '!', '?', '\n', ';']);
        let clause = around(
            text,
            &range,
            &['.', '!', '?', '\n', ';', ',', ':', '—', '–', '('],
        );
        let dated = times.iter().filter(|time| {
            time.kind == TimeKind::Date
                && sentence.start <= time.range.start
                && time.range.end <= sentence.end
        });
        let dated = dated.filter_map(|time| years(&Date::parse(time.edtf.as_deref()?).ok()?));
        let words = &text[range.clone()];
        Named {
            count,
            words,
            matter: &text[range.start..clause.end],
            years: dated.collect(),
            sentence: &text[sentence],
            is_span: ["years of", "years since", "century of"]
                .iter()
                .any(|span| {
                    text[range.start..]
                        .get(..words.len() + 8)
                        .unwrap_or(words)
                        .to_lowercase()
                        .contains(span)
                }),
        }
    });
    named.collect()
}

/// Where an anniversary with a name of its own begins.
fn century(text: &str) -> Option<Range<usize>> {
    let low = text.to_ascii_lowercase();
    let cue = [
        "half a century of",
        "half-century of",
        "quarter of a century of",
        "centen",
    ];
    let (at, cue) = cue.iter().find_map(|cue| Some((low.find(cue)?, cue)))?;
    Some(at..at + cue.len())
}

/// The part of a text around a range that none of these signs is in.
fn around(text: &str, range: &Range<usize>, ends: &[char]) -> Range<usize> {
    let before = text[..range.start].rfind(ends);
    let start = before.map_or(0, |at| {
        at + text[at..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[range.end..]
        .find(ends)
        .map_or(text.len(), |at| range.end + at);
    start..end
}

impl Named<'_> {
    /// The first and last year in which those words are right.
    fn due(&self, began: (i32, i32)) -> (i32, i32) {
        let (from, to) = (began.0 + self.count, began.1 + self.count);
        let before = self.sentence.split(self.words).next().unwrap_or_default();
        let folded = folded(before);
        let word = folded.rsplit(' ').next().unwrap_or_default();
        match self.is_span {
            _ if ABOUT.contains(&word) => (from - 4, to + 4),
            true if ABOVE.contains(&word) => (from, i32::MAX),
            // Sixty years are told for some time; of others one may be complete or not.
            true if self.count % 10 == 0 => (from, to + 4),
            true => (from, to + 1),
            false => (from, to),
        }
    }

    /// The years that a sentence without a date can be about, by its tense.
    fn loosely(&self, said: (i32, i32)) -> (i32, i32) {
        let folded = folded(self.sentence);
        let any = |words: &[&str]| folded.split(' ').any(|word| words.contains(&word));
        let ahead = any(&[
            "will",
            "upcoming",
            "approaching",
            "soon",
            "next",
            "ahead",
            "shall",
            "coming",
            "eve",
        ]);
        let past = any(&[
            "marked",
            "celebrated",
            "commemorated",
            "last",
            "was",
            "were",
            "recently",
            "had",
            "held",
        ]);
        (said.0 - i32::from(past), said.1 + 2 * i32::from(ahead))
    }
}
