//! A slide as an event.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use super::date::{self, Point};
use super::told::Told;
use crate::dossier::event::EventStatus;
use crate::dossier::{Date, Event, Evidence, Id, Kind, Text};
use crate::import::html::{Plain, plain, plain_line};
use crate::import::table::one_line;
use crate::import::{ImportContext, Input, SkipReason};

/// A headline in evidence: as few words as carry the fact.
const MAX_CHARS: usize = 80;

/// Words of a text that stand for a headline.
const TITLE_WORDS: usize = 12;

/// What a slide is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Event,
    Title,
    Era,
}

impl Sort {
    /// The kind of an event of which nothing more is known.
    fn kind(self) -> &'static str {
        match self {
            Self::Era => "era",
            Self::Event | Self::Title => "event",
        }
    }
}

/// A piece of text and where it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) range: Range<usize>,
}

impl Piece<'_> {
    /// Without its HTML.
    pub(super) fn plain(&self) -> Plain {
        plain(&self.text)
    }
}

/// What a slide says.
#[derive(Clone, Debug)]
pub(super) struct Slide<'a> {
    pub(super) sort: Sort,
    pub(super) headline: Piece<'a>,
    pub(super) text: Piece<'a>,
    pub(super) start: Option<Point>,
    pub(super) end: Option<Point>,
    /// Where the year stands.
    pub(super) year: Range<usize>,
    pub(super) display: String,
    /// What it is called in the file, where that is a name.
    pub(super) name: String,
    pub(super) group: String,
    /// What is said of it besides: media, caption, credit.
    pub(super) media: Vec<(Said, String)>,
}

/// What is said of a slide besides, such as `Caption`.
pub(super) type Said = Cow<'static, str>;

/// Where the first of equal slides of a line has its headline, its text and its year.
pub(super) type Equal = HashMap<String, [Range<usize>; 3]>;

impl Slide<'_> {
    /// What is said besides title and text, a line each: media, what they show, links of the headline.
    pub(super) fn beside(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (label, words) in &self.media {
            let text = plain_line(words);
            // HTML that has no words is what it shows.
            let line = if text.is_empty() {
                one_line(words)
            } else {
                text
            };
            if !line.is_empty() {
                lines.push(format!("{label}: {line}"));
            }
            let shown = plain(words).links;
            lines.extend(shown.iter().map(|link| format!("Link: {link}")));
        }
        let shown = self.headline.plain().links;
        lines.extend(shown.iter().map(|link| format!("Link: {link}")));
        lines
    }

    /// Why one of its years is none.
    pub(super) fn no_year(&self) -> Option<SkipReason> {
        let mut points = self.start.iter().chain(&self.end);
        let point = points.find(|point| point.is_year_zero(&self.display))?;
        let why = "TimelineJS has no year 0: 1 BCE is its year -1";
        Some(SkipReason::with(why, point.year.clone()))
    }

    /// Of slides that are the same on one line the first is cited for all: nothing around them would
    /// tell one from another.
    pub(super) fn cite_first(&mut self, line: usize, equal: &mut Equal) {
        let parts = (
            &self.headline.text,
            &self.text.text,
            &self.group,
            &self.media,
        );
        let dates = (&self.start, &self.end, &self.display, &self.name);
        let words = format!("{line} {:?} {parts:?} {dates:?}", self.sort);
        let own = [&self.headline.range, &self.text.range, &self.year].map(Clone::clone);
        let [headline, text, year] = equal.entry(words).or_insert(own).clone();
        self.headline.range = headline;
        self.text.range = text;
        self.year = year;
    }
}

/// Adds the event that a slide is.
pub(super) fn add(
    slide: &Slide<'_>,
    input: &Input,
    context: &mut ImportContext<'_>,
) -> Result<(), SkipReason> {
    let (title, named) = title(slide).ok_or_else(|| SkipReason::new("a slide without words"))?;
    if let Some(why) = slide.no_year() {
        return Err(why);
    }
    let dated = date::read(slide.start.as_ref(), slide.end.as_ref(), &slide.display);
    let place = input
        .evidence(&input.first_words(&named, MAX_CHARS))
        .ok_or_else(|| SkipReason::new("its place in the file cannot be told"))?;
    let text = slide.text.plain();
    let fields = Told::read(&text.text);
    let id = name(slide, &title, dated.date.as_ref(), &place, context);
    let topics = context.filed(&plain_line(&slide.group));
    let known = context
        .dossier
        .find(&id)
        .filter(|found| found.kind == Kind::Event)
        .map(|found| &context.dossier.events[found.at]);
    // A slide says nothing of the kind, and seldom of the status: what a person has said stays.
    let kind = known.map_or_else(|| slide.sort.kind(), |event| &event.kind);
    let status = fields.status.or(known.map(|event| event.status));
    let mut notes = dated.notes;
    notes.extend(fields.passages);
    let note = note(slide, &text, notes);
    let same = |event: &&Event| same_day(event.date.as_ref(), dated.date.as_ref());
    let date = known
        .filter(same)
        .map_or(dated.date.clone(), |event| event.date.clone());
    let status = status.unwrap_or_else(|| usual(date.as_ref(), context));
    let event = Event {
        summary: (!fields.summary.is_empty() && fields.summary != title)
            .then(|| Text::new(&fields.summary)),
        date,
        place: fields.place.as_deref().map(Text::new),
        evidence: evidence(place, slide, input),
        topics,
        note: (!note.is_empty()).then(|| Text::new(&note)),
        ..Event::new(id, Text::new(&title), Text::new(kind), status)
    };
    context.events.push(event);
    Ok(())
}

/// The same date as far as it is written, whatever is said of where it comes from.
fn same_day(one: Option<&Date>, other: Option<&Date>) -> bool {
    one.and_then(Date::edtf) == other.and_then(Date::edtf)
}

/// The name of the event: that of the slide where it has one, else one made of title and year.
fn name(
    slide: &Slide<'_>,
    title: &str,
    date: Option<&Date>,
    place: &Evidence,
    context: &mut ImportContext<'_>,
) -> Id {
    let year = date.and_then(Date::year);
    let words = match Id::new(&slide.name) {
        Ok(id) => id.to_string(),
        Err(_) => year.map_or_else(|| title.to_owned(), |year| format!("{title} {year}")),
    };
    let dossier = context.dossier;
    context.name(Kind::Event, &words, Some(place), |found| {
        let event = &dossier.events[found.at];
        *event.title == *Text::new(title) && same_day(event.date.as_ref(), date)
    })
}

/// The headline, or the first words of the text; and where that stands.
fn title(slide: &Slide<'_>) -> Option<(String, Range<usize>)> {
    let headline = plain_line(&slide.headline.text);
    if !headline.is_empty() {
        return Some((headline, slide.headline.range.clone()));
    }
    let text = slide.text.plain().text;
    let words: Vec<_> = text.lines().next()?.split(' ').collect();
    let title = match words.get(..TITLE_WORDS) {
        Some(first) if words.len() > TITLE_WORDS => first.join(" ") + " …",
        _ => words.join(" "),
    };
    Some((title, slide.text.range.clone()))
}

/// The headline, and the year where it stands apart.
fn evidence(place: Evidence, slide: &Slide<'_>, input: &Input) -> Vec<Evidence> {
    let year = input
        .evidence(&slide.year)
        .filter(|_| slide.start.is_some());
    let same = |year: &Evidence| (year.paragraph, &year.exact) == (place.paragraph, &place.exact);
    let year = year.filter(|year| !same(year));
    std::iter::once(place).chain(year).collect()
}

/// What is dated later than today is planned, and what has no end goes on.
fn usual(date: Option<&Date>, context: &ImportContext<'_>) -> EventStatus {
    let later = date
        .and_then(Date::earliest)
        .is_some_and(|day| day > context.options.today);
    let open = date
        .and_then(Date::edtf)
        .is_some_and(|edtf| edtf.ends_with("/.."));
    match (later, open) {
        (true, _) => EventStatus::Planned,
        (false, true) => EventStatus::Ongoing,
        (false, false) => EventStatus::Occurred,
    }
}

fn note(slide: &Slide<'_>, text: &Plain, dated: Vec<String>) -> String {
    let mut lines = dated;
    lines.extend(slide.beside());
    lines.extend(text.links.iter().map(|link| format!("Link: {link}")));
    lines.dedup();
    lines.join("\n")
}
