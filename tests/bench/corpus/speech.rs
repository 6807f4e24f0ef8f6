//! The quotes, in the order in which they were spoken: sittings on days of thirty years, in each
//! some speeches of several paragraphs, one paragraph a quote.

use std::io;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::prose::{Language, Prose};
use super::random::Random;
use super::{PLANTED, greek, records};

/// A line of `quotes.jsonl`.
#[derive(Serialize)]
pub(super) struct Quote {
    id: String,
    speaker: String,
    role: &'static str,
    said: String,
    event: String,
    language: &'static str,
    translation: bool,
    pub(super) text: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_reply_to: Option<String>,
    sequence: usize,
    evidence: [Evidence; 1],
    topics: Vec<&'static str>,
}

#[derive(Serialize)]
struct Evidence {
    source: String,
    paragraph: usize,
}

/// The first day of the thirty years.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(1995, 1, 2).expect("a day");
/// Thirty years.
const DAYS: usize = 10_950;
/// The shortest text, and how much longer one can be; a quarter of it longer on average, most much
/// less. A text ends with a whole word, which makes the average 301 bytes: 287 MiB a million.
const SHORTEST: usize = 50;
const LONGER: usize = 962;
/// A speech has at most so many paragraphs.
const PARAGRAPHS: usize = 12;

/// How many events there are for so many quotes.
pub(super) fn events(quotes: usize) -> usize {
    (quotes / 100).clamp(1, 5_000)
}

/// The day of an event: the events follow each other through the thirty years.
pub(super) fn day(event: usize, events: usize) -> NaiveDate {
    let days = u64::try_from(event * DAYS / events).unwrap_or(0);
    FIRST_DAY + Days::new(days)
}

/// What the event of that number is about: a subject and one that is near it.
pub(super) fn topics(event: usize) -> [&'static str; 2] {
    let topics = records::TOPICS;
    [0, 1].map(|step| topics[(event * 7 + step) % topics.len()].0)
}

/// Hands every quote to `take`. Only one is in memory at a time.
pub(super) fn each(
    quotes: usize,
    seed: u64,
    mut take: impl FnMut(&Quote) -> io::Result<()>,
) -> io::Result<()> {
    let mut speaking = Speaking {
        prose: Prose::new(seed),
        random: Random::new(seed, 3),
        next: 0,
    };
    let events = events(quotes);
    for event in 0..events {
        let end = quotes * (event + 1) / events;
        let day = day(event, events).to_string();
        let (mut sequence, mut paragraph) = (0, 0);
        while speaking.next < end {
            sequence += 1;
            let place = Place {
                event,
                day: &day,
                sequence,
                paragraph,
            };
            paragraph += speaking.speech(&place, end, &mut take)?;
        }
    }
    Ok(())
}

/// Where a speech stands.
struct Place<'a> {
    event: usize,
    day: &'a str,
    sequence: usize,
    /// How many paragraphs of the source are before it.
    paragraph: usize,
}

struct Speaking {
    prose: Prose,
    random: Random,
    /// The number of the next quote.
    next: usize,
}

impl Speaking {
    /// One speech, which ends before the quote `end`; returns how many paragraphs it has.
    fn speech(
        &mut self,
        place: &Place<'_>,
        end: usize,
        take: &mut impl FnMut(&Quote) -> io::Result<()>,
    ) -> io::Result<usize> {
        let language = Language::draw(&mut self.random);
        let mut quote = self.opening(place, language);
        let left = (end - self.next).min(PARAGRAPHS);
        let paragraphs = 1 + self.random.below(left);
        for paragraph in 1..=paragraphs {
            quote.id = id(self.next);
            self.words(language, &mut quote.text);
            quote.topics = self.topics(place.event);
            quote.evidence[0].paragraph = place.paragraph + paragraph;
            take(&quote)?;
            quote.prompt = None;
            quote.in_reply_to = None;
            self.next += 1;
        }
        Ok(paragraphs)
    }

    /// What the paragraphs of a speech share, and what only the first has.
    fn opening(&mut self, place: &Place<'_>, language: Language) -> Quote {
        let speaker = self.random.below(records::PEOPLE);
        let answers = place.sequence > 1 && self.random.percent(40);
        Quote {
            id: String::new(),
            speaker: records::person(speaker),
            role: greek::office(speaker),
            said: place.day.to_owned(),
            event: records::event(place.event),
            language: language.code(),
            translation: self.random.percent(10),
            text: String::new(),
            kind: "verbatim",
            prompt: self.random.percent(15).then_some(greek::ASKED),
            in_reply_to: answers.then(|| id(self.next - 1)),
            sequence: place.sequence,
            evidence: [Evidence {
                source: records::source(place.event),
                paragraph: 0,
            }],
            topics: Vec::new(),
        }
    }

    fn words(&mut self, language: Language, text: &mut String) {
        let most = 1 + self.random.below(LONGER);
        let bytes = SHORTEST + self.random.below(most);
        self.prose.write(language, bytes, &mut self.random, text);
        for planted in &PLANTED {
            if self.next % planted.every == planted.every / 2 {
                text.push(' ');
                text.push_str(planted.word);
            }
        }
    }

    /// One of what the event is about, or both.
    fn topics(&mut self, event: usize) -> Vec<&'static str> {
        let [one, other] = topics(event);
        match self.random.below(4) {
            0 => vec![one, other],
            1 => vec![other],
            _ => vec![one],
        }
    }
}

/// Digits only: what is typed to search has none, so an id is never what is found.
fn id(quote: usize) -> String {
    format!("{:07}", quote + 1)
}
