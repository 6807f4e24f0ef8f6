//! A timeline for `TimelineJS` 3 (timeline.knightlab.com/docs/json-format.html): a slide for each dated
//! event, in the lane of its topic, with the passages that it rests on. An uncertain date stands as
//! it was told in `display_date`; its place on the line is that of its first day.
//!
//! What the format cannot hold: an event without a date (the program refuses a timeline with such a
//! slide, so they are left out and told), and all that is no event. The periods that agreements cover
//! are its eras.

mod when;

use std::io::{self, Write};

use maud::{Markup, PreEscaped, html};
use serde::Serialize;

use super::{Format, pretty};
use crate::cite;
use crate::dossier::event::EventStatus;
use crate::dossier::text::as_given;
use crate::dossier::{Agreement, Dossier, Event, Evidence, Id};
use when::{Span, Stamp};

/// How many events without a date are named.
const NAMED: usize = 20;

/// The dossier as a timeline.
#[derive(Debug)]
pub struct TimelineJs<'a>(pub &'a Dossier);

#[derive(Serialize)]
struct Timeline {
    scale: &'static str,
    title: Title,
    events: Vec<Slide>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    eras: Vec<Era>,
}

#[derive(Serialize)]
struct Title {
    text: Words,
}

#[derive(Serialize)]
struct Slide {
    unique_id: String,
    start_date: Stamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Stamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_date: Option<String>,
    text: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<String>,
    /// Addresses in a text stay text.
    autolink: bool,
}

#[derive(Serialize)]
struct Era {
    start_date: Stamp,
    end_date: Stamp,
    text: Words,
}

/// Both are HTML.
#[derive(Serialize)]
struct Words {
    headline: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    text: String,
}

impl Format for TimelineJs<'_> {
    fn files(&self) -> Vec<String> {
        vec!["timeline.json".to_owned()]
    }

    fn write(&self, _: usize, out: &mut dyn Write) -> io::Result<()> {
        pretty(&as_given(|| self.timeline()), out)
    }

    /// A timeline without events is none: the program refuses it.
    fn is_empty(&self) -> bool {
        self.undated().len() == self.0.events.len()
    }

    fn remarks(&self) -> Vec<String> {
        let undated = self.undated();
        let first: Vec<_> = undated
            .iter()
            .take(NAMED)
            .map(ToString::to_string)
            .collect();
        let named = first.join(", ");
        let remark = match undated.len() {
            0 => return Vec::new(),
            1 => format!(
                "1 event has no date and is left out, for TimelineJS shows none without: {named}"
            ),
            count => {
                let more = if count > NAMED { ", …" } else { "" };
                format!(
                    "{count} events have no date and are left out, for TimelineJS shows none without: {named}{more}"
                )
            }
        };
        vec![remark]
    }
}

impl TimelineJs<'_> {
    fn timeline(&self) -> Timeline {
        let dossier = self.0;
        let slides = dossier.events.iter().filter_map(|e| slide(dossier, e));
        Timeline {
            scale: "human",
            title: title(dossier, self.undated().len()),
            events: slides.collect(),
            eras: dossier.agreements.iter().filter_map(era).collect(),
        }
    }

    /// The events that have no place on a line of time.
    fn undated(&self) -> Vec<&Id> {
        let bare = |event: &&Event| event.date.as_ref().and_then(Span::of).is_none();
        self.0.events.iter().filter(bare).map(|e| &e.id).collect()
    }
}

fn title(dossier: &Dossier, undated: usize) -> Title {
    let about = &dossier.about;
    let text = html! {
        @if let Some(description) = &about.description { (paragraphs(description)) }
        @match undated {
            0 => {}
            1 => p { "1 event has no date and is not shown." },
            count => p { (count) " events have no date and are not shown." },
        }
    };
    Title {
        text: Words {
            headline: plain(&about.title),
            text: text.into_string(),
        },
    }
}

fn slide(dossier: &Dossier, event: &Event) -> Option<Slide> {
    let span = Span::of(event.date.as_ref()?)?;
    Some(Slide {
        unique_id: event.id.to_string(),
        start_date: span.start,
        end_date: span.end,
        display_date: span.display,
        text: Words {
            headline: plain(&event.title),
            text: text(dossier, event).into_string(),
        },
        group: group(dossier, event),
        autolink: false,
    })
}

/// What it is, how real and where, who took part, and the passages.
fn text(dossier: &Dossier, event: &Event) -> Markup {
    let status =
        (event.status != EventStatus::Occurred).then(|| event.status.word().replace('-', " "));
    let place = event.place.as_ref().map(ToString::to_string);
    let participants: Vec<_> = event
        .participants
        .iter()
        .map(|p| dossier.actor(&p.who))
        .collect();
    let who = (!participants.is_empty()).then(|| participants.join(", "));
    html! {
        @if let Some(summary) = &event.summary { (paragraphs(summary)) }
        @for (label, value) in [("Status", status), ("Place", place), ("With", who)] {
            @if let Some(value) = value { p { (label) ": " (value) } }
        }
        @for evidence in &event.evidence { (passage(dossier, evidence)) }
    }
}

/// The words and where they stand.
fn passage(dossier: &Dossier, evidence: &Evidence) -> Markup {
    let source = dossier
        .source(&evidence.source)
        .map_or_else(|| evidence.source.to_string(), |s| cite::short(dossier, s));
    html! {
        p {
            small {
                @if let Some(exact) = &evidence.exact { "“" (exact) "”, " }
                (source) ", ¶" (evidence.paragraph)
            }
        }
    }
}

fn paragraphs(text: &str) -> Markup {
    if !is_flowing(text) {
        return html! { p { (kept(text)) } };
    }
    let parts = text.split("\n\n").map(str::trim);
    html! {
        @for part in parts.filter(|part| !part.is_empty()) { p { (part) } }
    }
}

/// A text as HTML.
fn plain(text: &str) -> String {
    if is_flowing(text) {
        html! { (text) }.into_string()
    } else {
        kept(text).into_string()
    }
}

/// Is all its white space single blanks? A browser makes a blank of any other.
fn is_flowing(text: &str) -> bool {
    let odd = |c: char| c.is_whitespace() && c != ' ';
    !text.contains(odd) && !text.contains("  ") && text.trim() == text
}

/// A text with its tabs, line ends and blanks. HTML takes a carriage return for a line feed unless its
/// number is written.
fn kept(text: &str) -> Markup {
    let text = html! { (text) }.into_string().replace('\r', "&#13;");
    html! { span style="white-space: pre-wrap" { (PreEscaped(text)) } }
}

/// The widest topic of the first one: a lane for each narrow topic would leave no room for slides.
fn group(dossier: &Dossier, event: &Event) -> Option<String> {
    let topics = &dossier.about.topics;
    let find = |id: &Id| topics.iter().find(|topic| topic.id == *id);
    let mut topic = find(event.topics.first()?)?;
    // The loader has cut circles.
    while let Some(broader) = topic.broader.as_ref().and_then(find) {
        topic = broader;
    }
    Some(label(&topic.label))
}

/// A label: `TimelineJS` takes the tags out of it and puts what is left on the page as HTML, so that
/// escaping once is not enough and twice would be seen.
fn label(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "‹")
        .replace('>', "›")
}

/// The period that an agreement covers, where both of its ends are known.
fn era(agreement: &Agreement) -> Option<Era> {
    let span = Span::of(agreement.horizon.as_ref()?)?;
    Some(Era {
        start_date: span.start,
        end_date: span.end?,
        text: Words {
            headline: plain(&agreement.title),
            text: String::new(),
        },
    })
}
