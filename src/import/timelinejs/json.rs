//! The JSON of `TimelineJS`: version 3 with `events`, versions 1 and 2 with `timeline` and `date`.

use super::Read;
use super::date::Point;
use super::error::TimelineError;
use super::slide::{Piece, Said, Slide, Sort};
use crate::import::members::Members;
use crate::import::object::{JsonError, Value};
use crate::import::{FormatError, Input, RowReport, SkipReason};

/// Members that only set how a slide is shown.
const LOOKS: [&str; 4] = ["autolink", "scale", "type", "format"];

fn piece<'a>(members: &Members<'a>, name: &str) -> Piece<'a> {
    piece_of(members.get(name))
}

fn piece_of(value: Option<Value<'_>>) -> Piece<'_> {
    value.map_or_else(Piece::default, |value| Piece {
        text: value.text(),
        range: value.range(),
    })
}

/// A member that is its text alone, where there may be an object.
fn alone<'a>(members: &Members<'a>, name: &str) -> Option<Value<'a>> {
    let value = members.get(name)?;
    (!value.is_object() && !value.is_list()).then_some(value)
}

/// What of an object and those in it is not imported.
fn unread(all: &[(&str, &Members<'_>)], tally: &mut RowReport) {
    for (before, members) in all {
        members.pass(&LOOKS);
        tally.not_imported(members.unread(before));
    }
}

/// Every slide of a file.
pub(super) fn read<'a>(
    input: &'a Input,
    tally: &mut RowReport,
) -> Result<Vec<Read<'a>>, FormatError> {
    let file = || input.shown.clone();
    let whole = Members::of(Some(Value::whole(input)?), input)?;
    if let Some(old) = whole.get("timeline") {
        tally.is_a("TimelineJS 1 or 2, JSON");
        return Ok(legacy(&Members::of(Some(old), input)?, old, input, tally)?);
    }
    if whole.get("values").is_some() || whole.get("feed").is_some() {
        return Err(TimelineError::GoogleSheets { file: file() }.into());
    }
    let Some(events) = whole.get("events").filter(Value::is_list) else {
        return Err(TimelineError::NoEvents { file: file() }.into());
    };
    tally.is_a("TimelineJS 3, JSON");
    let mut slides = Vec::new();
    if let Some(title) = whole.get("title").filter(Value::is_object) {
        slides.push(slide(title, Sort::Title, input, tally)?);
    }
    for event in events.items() {
        slides.push(slide(event, Sort::Event, input, tally)?);
    }
    for era in whole.get("eras").map_or_else(Vec::new, |eras| eras.items()) {
        slides.push(slide(era, Sort::Era, input, tally)?);
    }
    unread(&[("", &whole)], tally);
    Ok(slides)
}

fn slide<'a>(
    value: Value<'a>,
    sort: Sort,
    input: &'a Input,
    tally: &mut RowReport,
) -> Result<Read<'a>, JsonError> {
    let line = value.line(input);
    if !value.is_object() {
        return Ok((line, Err(SkipReason::new("it is no slide"))));
    }
    let members = Members::of(Some(value), input)?;
    let words = Members::of(members.get("text"), input)?;
    let start = Members::of(members.get("start_date"), input)?;
    let end = Members::of(members.get("end_date"), input)?;
    let display = [members.text("display_date"), start.text("display_date")]
        .into_iter()
        .find(|text| !text.is_empty());
    let whole = alone(&members, "start_date").map(|date| date.range());
    let slide = Slide {
        sort,
        headline: piece(&words, "headline"),
        text: piece_of(words.get("text").or(alone(&members, "text"))),
        year: whole.unwrap_or_else(|| piece(&start, "year").range),
        start: point(&start).or_else(|| Point::legacy(&members.text("start_date"))),
        end: point(&end).or_else(|| Point::legacy(&members.text("end_date"))),
        display: display.unwrap_or_default(),
        name: members.text("unique_id"),
        group: members.text("group"),
        media: media(&members, input)?,
    };
    let parts = [
        ("", &members),
        ("text.", &words),
        ("start_date.", &start),
        ("end_date.", &end),
    ];
    unread(&parts, tally);
    Ok((line, Ok(slide)))
}

/// The media of a slide with all that is said of them, and what is behind its text.
fn media(members: &Members<'_>, input: &Input) -> Result<Vec<(Said, String)>, JsonError> {
    let mut all = vec![("Media".into(), members.text("media"))];
    let media = Members::of(members.get("media"), input)?;
    for (name, value) in media.all().filter(|(name, _)| *name != "link_target") {
        let label = match name {
            "url" => "Media".into(),
            "caption" => "Caption".into(),
            "credit" => "Credit".into(),
            other => format!("Media {other}").into(),
        };
        all.push((label, value.text().into_owned()));
    }
    all.push(("Background".into(), members.text("background")));
    for (name, value) in Members::of(members.get("background"), input)?.all() {
        all.push((
            format!("Background {name}").into(),
            value.text().into_owned(),
        ));
    }
    Ok(all)
}

fn point(date: &Members<'_>) -> Option<Point> {
    let time: Vec<_> = ["hour", "minute", "second"]
        .map(|part| date.text(part))
        .into_iter()
        .take_while(|part| !part.is_empty())
        .collect();
    Point {
        year: date.text("year"),
        month: date.text("month"),
        day: date.text("day"),
        time: time.join(":"),
    }
    .some()
}

/// `{"timeline": {"headline": …, "date": […], "era": […]}}`.
fn legacy<'a>(
    whole: &Members<'a>,
    value: Value<'a>,
    input: &'a Input,
    tally: &mut RowReport,
) -> Result<Vec<Read<'a>>, JsonError> {
    let mut slides = Vec::new();
    if whole.get("headline").is_some() {
        // The whole is its own title slide.
        let title = old_slide(whole, Sort::Title, input, tally)?;
        slides.push((value.line(input), Ok(title)));
    }
    for (name, sort) in [("date", Sort::Event), ("era", Sort::Era)] {
        for item in whole.get(name).map_or_else(Vec::new, |list| list.items()) {
            let members = Members::of(Some(item), input)?;
            let slide = old_slide(&members, sort, input, tally)?;
            slides.push((item.line(input), Ok(slide)));
        }
    }
    unread(&[("", whole)], tally);
    Ok(slides)
}

fn old_slide<'a>(
    members: &Members<'a>,
    sort: Sort,
    input: &Input,
    tally: &mut RowReport,
) -> Result<Slide<'a>, JsonError> {
    let media = Members::of(members.get("asset"), input)?;
    let slide = Slide {
        sort,
        headline: piece(members, "headline"),
        text: piece(members, "text"),
        year: piece(members, "startDate").range,
        start: Point::legacy(&members.text("startDate")),
        end: Point::legacy(&members.text("endDate")),
        display: members.text("displayDate"),
        name: String::new(),
        group: members.text("tag"),
        media: vec![
            ("Media".into(), media.text("media")),
            ("Caption".into(), media.text("caption")),
            ("Credit".into(), media.text("credit")),
            ("Media thumbnail".into(), media.text("thumbnail")),
        ],
    };
    if sort != Sort::Title {
        unread(&[("", members)], tally);
    }
    unread(&[("asset.", &media)], tally);
    Ok(slide)
}
