//! `TimelineJS`: slides with headline, text, media and dates that may be partial.
//!
//! Read are the JSON and the sheet (as CSV) of `TimelineJS` 3, and the JSON and sheet of versions 1 and
//! 2. Source of the format: <https://timeline.knightlab.com/docs/json-format.html> and the template of
//! the sheet. A slide is an event, an era one that lasts, the title slide names the source, a group is
//! a topic. A slide without a date, which `TimelineJS` would not show, is an event without a date.

mod date;
mod display;
mod error;
mod json;
mod read;
mod sheet;
mod slide;
mod told;

use std::collections::HashMap;

use super::html::plain_line;
use super::{About, Format, FormatError, ImportContext, Input, RowReport};
pub use error::TimelineError;
use read::Read;
use slide::{Slide, Sort};

/// The format.
#[derive(Clone, Copy, Debug, Default)]
pub struct TimelineJs;

impl Format for TimelineJs {
    fn name(&self) -> &'static str {
        "timelinejs"
    }

    fn read(
        &self,
        input: &Input,
        context: &mut ImportContext<'_>,
        tally: &mut RowReport,
    ) -> Result<About, FormatError> {
        let slides = if input.text.trim_start().starts_with(['{', '[']) {
            json::read(input, tally)?
        } else {
            sheet::read(input, context.options.separator, tally)?
        };
        let mut title: Option<Slide<'_>> = None;
        let mut equal = HashMap::new();
        for (line, slide) in slides {
            let outcome = slide.and_then(|mut slide| {
                slide.cite_first(line, &mut equal);
                if slide.sort == Sort::Title && title.is_none() {
                    // What it says is said of the source, whatever becomes of its date.
                    return title.insert(slide).no_year().map_or(Ok(()), Err);
                }
                slide::add(&slide, input, context)
            });
            tally.row(line, outcome);
        }
        assumptions(tally);
        Ok(about(title.as_ref(), input))
    }
}

fn assumptions(tally: &mut RowReport) {
    tally.assume(
        "a slide that says nothing of its status has happened, or is planned where it is dated later than today",
    );
    tally.assume(
        "a year below zero is a year before our era: -500 is 500 BCE, which EDTF writes -0499",
    );
    tally.assume("a slide has no kind of event, participants, links or evidence: each event is of the kind `event`, and names stay in its words");
    tally.assume("HTML is removed from texts; media, backgrounds, what is said of them, links and displayed dates are kept in the note");
}

fn about(title: Option<&Slide<'_>>, input: &Input) -> About {
    let headline = title.map(|slide| plain_line(&slide.headline.text));
    let text = title
        .map(|slide| slide.text.plain().text)
        .filter(|text| !text.is_empty());
    let dated = title
        .map(|slide| date::read(slide.start.as_ref(), slide.end.as_ref(), &slide.display))
        .unwrap_or_default();
    let day = dated.date.map(|date| format!("Dated: {date}"));
    let dated = day.into_iter().chain(dated.notes);
    let beside = title.map(Slide::beside).unwrap_or_default();
    let note: Vec<_> = text.into_iter().chain(dated).chain(beside).collect();
    About {
        kind: "document",
        title: match headline.filter(|headline| !headline.is_empty()) {
            Some(headline) => headline,
            None => format!("Timeline: {}", input.name),
        },
        note: (!note.is_empty()).then(|| note.join("\n")),
        ..About::default()
    }
}
