//! Speech as quotes, and whether the dossier has the same words.

use std::collections::HashMap;

use super::context::{Cast, Context};
use super::occasions::Occasions;
use super::people::office;
use super::proposal::{Found, Met, News};
use super::said::said;
use super::words::plain;
use crate::dossier::date::Order;
use crate::dossier::evidence::{Exact, Support};
use crate::dossier::quote::{QuoteKind, Translation};
use crate::dossier::{Event, Evidence, Id, Kind, Quote, Text};
use crate::extract::date::TimeExpression;
use crate::extract::{Confidence, Speech, Speeches, Who};

/// Words that two prints of one utterance share in one run, at least.
const ECHO: usize = 8;

/// The quotes of a text.
pub(super) fn found(
    context: &Context<'_>,
    speeches: &Speeches,
    cast: &Cast,
    (occasions, times): (&Occasions, &[TimeExpression]),
) -> serde_json::Result<Vec<Found>> {
    let known = Known::new(context);
    let mut found = Vec::new();
    let mut ids: HashMap<usize, Id> = HashMap::new();
    for (at, speech) in speeches.speeches.iter().enumerate() {
        let Some(mut quote) = quote(context, speech, cast, &ids) else {
            continue;
        };
        let occasion = occasions.of(&quote.speaker, context.published());
        quote.said = said(context, speech, times, occasion.map(|(_, event)| event));
        // "Haimbe said on Tuesday" was not at the talks on Monday.
        let then = |event: &Event| {
            let days = event.date.as_ref().zip(quote.said.as_ref());
            days.is_none_or(|(date, said)| date.compare(said) == Order::Possible)
        };
        quote.event = occasion
            .filter(|(_, event)| then(event))
            .map(|(id, _)| id.clone());
        ids.insert(at, quote.id.clone());
        let met = known.meets(context, &quote);
        // The dossier cites that passage already: its id serves those that answer it.
        if let Some(Meeting::Cited(id)) = met {
            ids.insert(at, id);
            continue;
        }
        // Two quotes of a paragraph are told apart by their words.
        let anchor = quote.evidence[0].clone();
        let words = anchor.exact.clone();
        let exact = words.or_else(|| Some(quote.text.clone().into()));
        let anchor = Evidence { exact, ..anchor };
        let spelled = match speech.speaker.who {
            Who::Person(at) if speeches.people[at].known.is_some() => {
                speeches.people[at].basis.confidence
            }
            _ => Confidence::Sure,
        };
        let speaker_basis = speech.speaker.basis;
        // Where the speaker is less certain than the words, that is what a person has to look at.
        let weaker = if speaker_basis.confidence < speech.basis.confidence {
            speaker_basis
        } else {
            speech.basis.at_most(speaker_basis.confidence)
        };
        let basis = weaker.at_most(spelled);
        let lacks = quote.speaker.as_str() == UNKNOWN;
        let mut one = Found::new(Kind::Quote, &quote, anchor, basis)?;
        if lacks {
            one.lacks.push(Text::new("speaker"));
        }
        found.push(one.meets(match met {
            Some(Meeting::Met(met)) => Some(met),
            _ => None,
        }));
    }
    Ok(found)
}

/// Stands for a speaker whom the text does not name as a person.
pub(super) const UNKNOWN: &str = "unknown";

fn quote(
    context: &Context<'_>,
    speech: &Speech,
    cast: &Cast,
    ids: &HashMap<usize, Id>,
) -> Option<Quote> {
    let (text, evidence) = passage(context, speech)?;
    let speaker = match speech.speaker.who {
        Who::Person(at) => cast.ids.get(&at).cloned(),
        _ => None,
    };
    let called = speech.speaker.mention.as_ref();
    let called = called.filter(|_| speaker.is_none() && speech.speaker.named);
    let role = speech.speaker.role.as_ref().or(called);
    let speaker = match speaker {
        Some(id) => id,
        None => Id::new(UNKNOWN).ok()?,
    };
    let occasion = speech.occasion.as_ref();
    let note = occasion.map(|range| format!("Occasion as printed: {}.", context.words(range)));
    let name = format!("q {} {}", context.source, speaker);
    Some(Quote {
        id: context.fresh(&name, Kind::Quote),
        speaker,
        role: role.map(|range| Text::new(context.words(&office(context, range)))),
        said: None,
        event: None,
        language: context.article.language.as_deref().map(Text::new),
        translation: Translation::Unknown,
        text,
        kind: speech.kind,
        prompt: None,
        in_reply_to: speech.answers.and_then(|at| ids.get(&at).cloned()),
        addressee: None,
        sequence: None,
        evidence: vec![evidence],
        topics: Vec::new(),
        note: note.as_deref().map(Text::new),
    })
}

/// The words and where they are. A quote of one run is its own anchor, unless its paragraph has the
/// words twice.
fn passage(context: &Context<'_>, speech: &Speech) -> Option<(Text, Evidence)> {
    let runs: Vec<Text> = speech
        .runs
        .iter()
        .map(|run| Text::new(context.words(run).trim()))
        .filter(|run| !run.is_empty())
        .collect();
    if let [run] = runs.as_slice() {
        let anchor = context.anchor(speech.runs.first()?)?;
        let alone = anchor.prefix.is_none() && anchor.suffix.is_none();
        let exact = anchor.exact.clone().filter(|_| !alone);
        return Some((run.clone(), Evidence { exact, ..anchor }));
    }
    let words: Vec<&str> = runs.iter().map(Text::as_str).collect();
    let text = Text::new(&broken(context, speech));
    let exact: Exact = serde_json::from_value(serde_json::json!(words)).ok()?;
    Some((
        text,
        Evidence {
            source: context.source.clone(),
            paragraph: speech.paragraph,
            exact: Some(exact),
            prefix: None,
            suffix: None,
            support: Support::default(),
        },
    ))
}

/// Several runs as one text. Between them is only "she said", so that the words go on: behind a full stop
/// where the article has one there, else behind the comma that the marks enclose. An ellipsis stands where
/// the article prints one.
fn broken(context: &Context<'_>, speech: &Speech) -> String {
    let mut text = String::new();
    let mut end = None;
    for run in &speech.runs {
        let words = context.words(run).trim();
        if words.is_empty() {
            continue;
        }
        if let Some(end) = end {
            text.push_str(between(context.words(&(end..run.start))));
        }
        text.push_str(words);
        end = Some(run.end);
    }
    text
}

/// What joins two runs, from what the article has between their words: `,” she said. “`.
fn between(gap: &str) -> &'static str {
    let is_mark = |c: char| c.is_whitespace() || "\"'“”„«»‘’".contains(c);
    if gap.contains('…') || gap.contains("...") {
        " … "
    } else if !gap.starts_with(',') {
        " "
    } else if gap.trim_end_matches(is_mark).ends_with('.') {
        ". "
    } else {
        ", "
    }
}

/// What the dossier has of the same words.
enum Meeting {
    /// This very passage.
    Cited(Id),
    /// The words from elsewhere.
    Met(Met),
}

/// The quotes of the dossier by their words.
struct Known {
    whole: HashMap<String, usize>,
    /// Every run of [`ECHO`] words.
    runs: HashMap<String, usize>,
}

/// An archive is compared by whole quotes only.
const MOST: usize = 5_000;

impl Known {
    fn new(context: &Context<'_>) -> Self {
        let quotes = &context.dossier.quotes;
        let (mut whole, mut runs) = (HashMap::new(), HashMap::new());
        for at in 0..quotes.len() {
            let words = plain(&quotes.get(at).text);
            if quotes.len() <= MOST {
                for run in windows(&words) {
                    runs.insert(run, at);
                }
            }
            whole.insert(words, at);
        }
        Self { whole, runs }
    }

    fn meets(&self, context: &Context<'_>, quote: &Quote) -> Option<Meeting> {
        let words = plain(&quote.text);
        let same = self.whole.get(&words);
        let echo = || windows(&words).find_map(|run| self.runs.get(&run));
        let at = *same.or_else(echo)?;
        let old = context.dossier.quotes.get(at);
        let here = context.cites(&old.evidence, &quote.evidence[0]);
        let (of, speaker) = (old.id.clone(), &old.speaker);
        let other = quote.speaker.as_str() != UNKNOWN && *speaker != quote.speaker;
        Some(if other {
            let remark = format!(
                "the same words, said by {speaker} there and {} here",
                quote.speaker
            );
            let news = News::Differs;
            Meeting::Met(Met {
                news,
                of,
                remark: Some(remark),
            })
        } else if here {
            Meeting::Cited(of)
        } else if same.is_some() && old.kind == QuoteKind::Verbatim {
            Meeting::Met(Met {
                news: News::Same,
                of,
                remark: None,
            })
        } else {
            let remark = format!("words of `{of}` again");
            Meeting::Met(Met {
                news: News::Echo,
                of,
                remark: Some(remark),
            })
        })
    }
}

fn windows(words: &str) -> impl Iterator<Item = String> {
    let words: Vec<&str> = words.split(' ').collect();
    let count = (words.len() + 1).saturating_sub(ECHO);
    (0..count).map(move |at| words[at..at + ECHO].join(" "))
}
